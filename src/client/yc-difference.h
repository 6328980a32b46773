/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that differs between two versions: what is here, and what the service has. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_DIFFERENCE (yc_difference_get_type ())

G_DECLARE_FINAL_TYPE (YcDifference, yc_difference, YC, DIFFERENCE, GObject)

/* What differs: a field of the form, a material, something about a person. Translated. */
const char *yc_difference_get_title  (YcDifference *self);
/* (nullable): NULL for nothing. */
const char *yc_difference_get_ours   (YcDifference *self);
const char *yc_difference_get_theirs (YcDifference *self);

G_END_DECLS
