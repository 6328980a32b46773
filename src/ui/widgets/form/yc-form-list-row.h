/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in a list of rows: its words, and what is missing and wrong in it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_LIST_ROW (yc_form_list_row_get_type ())

G_DECLARE_FINAL_TYPE (YcFormListRow, yc_form_list_row, YC, FORM_LIST_ROW, GtkListBoxRow)

GtkWidget *yc_form_list_row_new       (YcFormElement *control,
                                       YcFormRow     *row);
YcFormRow *yc_form_list_row_get_row   (YcFormListRow *self);
char      *yc_form_list_row_dup_title (YcFormListRow *self);
void       yc_form_list_row_update    (YcFormListRow *self);

G_END_DECLS
