/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the core room. */
#include "yc-core-error.h"

G_DEFINE_QUARK (yc-core-error, yc_core_error)
