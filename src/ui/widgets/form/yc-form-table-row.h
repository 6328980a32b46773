/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a table: the titles of the columns, or the cells of a row. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_TABLE_ROW (yc_form_table_row_get_type ())

G_DECLARE_FINAL_TYPE (YcFormTableRow, yc_form_table_row, YC, FORM_TABLE_ROW, GtkWidget)

GtkWidget *yc_form_table_row_new_heading (YcFormElement  *control);
GtkWidget *yc_form_table_row_new         (YcFormElement  *control,
                                          YcFormRow      *row);
YcFormRow *yc_form_table_row_get_row     (YcFormTableRow *self);
gboolean   yc_form_table_row_is_blank    (YcFormTableRow *self);
GtkWidget *yc_form_table_row_get_cell    (YcFormTableRow *self,
                                          guint           index);
guint      yc_form_table_row_get_n_cells (YcFormTableRow *self);

G_END_DECLS
