/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the client room. */
#include "yc-client-error.h"

G_DEFINE_QUARK (yc-client-error, yc_client_error)
