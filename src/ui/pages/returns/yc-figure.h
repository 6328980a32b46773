/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number with its name, that opens the cases behind it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_FIGURE (yc_figure_get_type ())

G_DECLARE_FINAL_TYPE (YcFigure, yc_figure, YC, FIGURE, GtkWidget)

/* Signals: "opened". */

GtkWidget *yc_figure_new (const char *title);
void       yc_figure_set (YcFigure   *self,
                          const char *number,
                          const char *words);

G_END_DECLS
