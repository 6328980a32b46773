/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day: typed in any of its writings, or found in a calendar. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_DATE (yc_form_date_get_type ())

G_DECLARE_FINAL_TYPE (YcFormDate, yc_form_date, YC, FORM_DATE, GtkWidget)

GtkWidget *yc_form_date_new (YcFormField *field,
                             const char  *label,
                             gboolean     compact);

G_END_DECLS
