/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something in very large type for the citizen, on the second display where there is one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_LARGE_WINDOW (yc_large_window_get_type ())

G_DECLARE_DERIVABLE_TYPE (YcLargeWindow, yc_large_window, YC, LARGE_WINDOW, GtkWindow)

struct _YcLargeWindowClass
{
  GtkWindowClass parent_class;
};

YcLargeWindow *yc_large_window_new          (GtkWindow *clerk, GtkWidget *child);
void           yc_large_window_set_child    (YcLargeWindow *self, GtkWidget *child);
void           yc_large_window_open         (YcLargeWindow *self, GtkWindow *clerk);
GtkWidget     *yc_large_window_get_scroller (YcLargeWindow *self);

G_END_DECLS
