/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the search room. */
#include "yc-search-error.h"

G_DEFINE_QUARK (yc-search-error, yc_search_error)
