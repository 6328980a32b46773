/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value that is computed and cannot be typed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_COMPUTED (yc_form_computed_get_type ())

G_DECLARE_FINAL_TYPE (YcFormComputed, yc_form_computed, YC, FORM_COMPUTED, GtkWidget)

GtkWidget *yc_form_computed_new (YcFormField *field,
                                 const char  *label);

G_END_DECLS
