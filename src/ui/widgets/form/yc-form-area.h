/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lines to type into. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_AREA (yc_form_area_get_type ())

G_DECLARE_FINAL_TYPE (YcFormArea, yc_form_area, YC, FORM_AREA, GtkWidget)

GtkWidget *yc_form_area_new (YcFormField *field,
                             const char  *label);

G_END_DECLS
