/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the preview room. */
#include "yc-preview-error.h"

G_DEFINE_QUARK (yc-preview-error, yc_preview_error)
