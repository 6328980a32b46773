/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of fields, typed like a spreadsheet. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_TABLE (yc_form_table_get_type ())

G_DECLARE_FINAL_TYPE (YcFormTable, yc_form_table, YC, FORM_TABLE, GtkWidget)

GtkWidget *yc_form_table_new (YcFormElement *control);

G_END_DECLS
