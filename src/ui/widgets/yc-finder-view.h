/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search entry with what is found under it, worked by the keyboard alone. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-seeker.h"

G_BEGIN_DECLS

#define YC_TYPE_FINDER_VIEW (yc_finder_view_get_type ())

G_DECLARE_FINAL_TYPE (YcFinderView, yc_finder_view, YC, FINDER_VIEW, GtkWidget)

GtkWidget  *yc_finder_view_new         (void);
void        yc_finder_view_set_source  (YcFinderView *self, YcSeeker *seeker, YcCatalog *catalog);
void        yc_finder_view_set_kinds   (YcFinderView *self, const char *const *kinds);
void        yc_finder_view_set_suggestions (YcFinderView *self, GListModel *suggestions);
gboolean    yc_finder_view_choose_group (YcFinderView *self, int group);
const char *yc_finder_view_get_text    (YcFinderView *self);
void        yc_finder_view_set_text    (YcFinderView *self, const char *text);

G_END_DECLS
