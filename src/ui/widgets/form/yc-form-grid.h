/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children in as many columns of one width as there is room for, row by row. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_FORM_GRID (yc_form_grid_get_type ())

G_DECLARE_FINAL_TYPE (YcFormGrid, yc_form_grid, YC, FORM_GRID, GtkLayoutManager)

GtkLayoutManager *yc_form_grid_new (gboolean even);

G_END_DECLS
