/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number between two bounds as a slider, where the layout asks for one. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_SLIDER (yc_form_slider_get_type ())

G_DECLARE_FINAL_TYPE (YcFormSlider, yc_form_slider, YC, FORM_SLIDER, GtkWidget)

GtkWidget *yc_form_slider_new (YcFormField *field,
                               const char  *label);

G_END_DECLS
