/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the store room. */
#include "yc-store-error.h"

G_DEFINE_QUARK (yc-store-error, yc_store_error)
