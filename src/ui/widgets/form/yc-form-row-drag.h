/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are dragged to another place among the rows of their field. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

void yc_form_row_drag_attach (GtkWidget   *handle,
                              GtkWidget   *line,
                              YcFormField *field,
                              YcFormRow   *row);

G_END_DECLS
