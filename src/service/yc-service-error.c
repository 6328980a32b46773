/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the service room. */
#include "yc-service-error.h"

G_DEFINE_QUARK (yc-service-error, yc_service_error)
