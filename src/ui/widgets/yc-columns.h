/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three columns that never hide each other: two side panels and the work between them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_COLUMNS (yc_columns_get_type ())

G_DECLARE_FINAL_TYPE (YcColumns, yc_columns, YC, COLUMNS, GtkWidget)

GtkWidget *yc_columns_new       (void);
void       yc_columns_set_start (YcColumns *self, GtkWidget *child);
void       yc_columns_set_work  (YcColumns *self, GtkWidget *child);
void       yc_columns_set_end   (YcColumns *self, GtkWidget *child);

G_END_DECLS
