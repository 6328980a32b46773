/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the forms room. */
#include "yc-forms-error.h"

G_DEFINE_QUARK (yc-forms-error, yc_forms_error)
