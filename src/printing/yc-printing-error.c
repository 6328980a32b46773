/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the printing room. */
#include "yc-printing-error.h"

G_DEFINE_QUARK (yc-printing-error, yc_printing_error)
