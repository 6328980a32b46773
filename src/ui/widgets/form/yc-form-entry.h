/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line to type into: text, numbers, dates, codes. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_ENTRY (yc_form_entry_get_type ())

G_DECLARE_FINAL_TYPE (YcFormEntry, yc_form_entry, YC, FORM_ENTRY, GtkWidget)

GtkWidget *yc_form_entry_new (YcFormField *field,
                              const char  *label,
                              gboolean     compact);

G_END_DECLS
