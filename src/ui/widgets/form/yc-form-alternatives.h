/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several sets of fields: which one, and then its fields. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_ALTERNATIVES (yc_form_alternatives_get_type ())

G_DECLARE_FINAL_TYPE (YcFormAlternatives, yc_form_alternatives, YC, FORM_ALTERNATIVES, GtkWidget)

GtkWidget *yc_form_alternatives_new (YcFormField *field,
                                     const char  *title);

G_END_DECLS
