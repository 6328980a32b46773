/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few choices side by side; a digit or the arrows pick one. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_CHOICES (yc_form_choices_get_type ())

G_DECLARE_FINAL_TYPE (YcFormChoices, yc_form_choices, YC, FORM_CHOICES, GtkWidget)

GtkWidget *yc_form_choices_new (YcFormField *field,
                                const char  *label,
                                gboolean     compact);

G_END_DECLS
