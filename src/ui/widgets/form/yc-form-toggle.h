/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yes or no as a switch, where the layout asks for one. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_TOGGLE (yc_form_toggle_get_type ())

G_DECLARE_FINAL_TYPE (YcFormToggle, yc_form_toggle, YC, FORM_TOGGLE, GtkWidget)

GtkWidget *yc_form_toggle_new (YcFormField *field,
                               const char  *label);

G_END_DECLS
