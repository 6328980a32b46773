/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the catalog room. */
#include "yc-catalog-error.h"

G_DEFINE_QUARK (yc-catalog-error, yc_catalog_error)
