/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place by its code: found by its name, or level by level. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_PLACE (yc_form_place_get_type ())

G_DECLARE_FINAL_TYPE (YcFormPlace, yc_form_place, YC, FORM_PLACE, GtkWidget)

GtkWidget *yc_form_place_new (YcFormField *field,
                              const char  *label,
                              gboolean     compact);

G_END_DECLS
