/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many were found of each kind, and which kind is looked at. */
#pragma once

#include <gtk/gtk.h>

#include "yc-search-result.h"

G_BEGIN_DECLS

#define YC_TYPE_KIND_BAR (yc_kind_bar_get_type ())

G_DECLARE_FINAL_TYPE (YcKindBar, yc_kind_bar, YC, KIND_BAR, GtkWidget)

GtkWidget *yc_kind_bar_new       (void);
void       yc_kind_bar_show      (YcKindBar      *self,
                                  YcSearchResult *result);
int        yc_kind_bar_get_group (YcKindBar      *self);
gboolean   yc_kind_bar_choose    (YcKindBar      *self,
                                  int             group);
void       yc_kind_bar_step      (YcKindBar      *self,
                                  int             step);

G_END_DECLS
