/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search entry with its hits under it, worked by the keyboard alone. */
#pragma once

#include <gtk/gtk.h>

#include "yc-finder.h"

G_BEGIN_DECLS

#define YC_TYPE_FINDER_VIEW (yc_finder_view_get_type ())

G_DECLARE_FINAL_TYPE (YcFinderView, yc_finder_view, YC, FINDER_VIEW, GtkWidget)

GtkWidget  *yc_finder_view_new         (void);
void        yc_finder_view_set_source  (YcFinderView *self, YcFinder *finder, YcCatalog *catalog);
void        yc_finder_view_set_suggestions (YcFinderView *self, GListModel *suggestions);
const char *yc_finder_view_get_text    (YcFinderView *self);
void        yc_finder_view_set_text    (YcFinderView *self, const char *text);

G_END_DECLS
