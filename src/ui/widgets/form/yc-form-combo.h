/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many choices: typing finds one. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_COMBO (yc_form_combo_get_type ())

G_DECLARE_FINAL_TYPE (YcFormCombo, yc_form_combo, YC, FORM_COMBO, GtkWidget)

GtkWidget *yc_form_combo_new (YcFormField *field,
                              const char  *label,
                              gboolean     compact);

G_END_DECLS
