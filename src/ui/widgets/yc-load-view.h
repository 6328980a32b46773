/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of something that is loaded: loading, empty, failed with a way out, or there. */
#pragma once

#include <gtk/gtk.h>

#include "yc-live-list.h"

G_BEGIN_DECLS

#define YC_TYPE_LOAD_VIEW (yc_load_view_get_type ())

G_DECLARE_FINAL_TYPE (YcLoadView, yc_load_view, YC, LOAD_VIEW, GtkWidget)

/* Signals: "retry" (the clerk asks for another try). */

GtkWidget *yc_load_view_new       (void);
void       yc_load_view_set_child (YcLoadView  *self,
                                   GtkWidget   *child);
/* What stands there when there is nothing: an icon, what it means, what to do next. */
void       yc_load_view_set_empty (YcLoadView  *self,
                                   const char  *icon_name,
                                   const char  *title,
                                   const char  *words);
void       yc_load_view_set_state (YcLoadView  *self,
                                   YcLoadState  state,
                                   const GError *error,
                                   gboolean     empty);

G_END_DECLS
