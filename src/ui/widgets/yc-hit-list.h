/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hits of a search under one another, one of them chosen. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-hit.h"

G_BEGIN_DECLS

#define YC_TYPE_HIT_LIST (yc_hit_list_get_type ())

G_DECLARE_FINAL_TYPE (YcHitList, yc_hit_list, YC, HIT_LIST, GtkWidget)

/* What fits under an entry without scrolling; nobody reads further at the counter. */
#define YC_HIT_LIST_MOST 10

GtkWidget *yc_hit_list_new          (void);
void       yc_hit_list_show         (YcHitList *self,
                                     GPtrArray *hits,
                                     YcCatalog *catalog);
guint      yc_hit_list_get_n_hits   (YcHitList *self);
void       yc_hit_list_select       (YcHitList *self,
                                     int        number);
int        yc_hit_list_get_selected (YcHitList *self);
YcHit     *yc_hit_list_get_hit      (YcHitList *self,
                                     int        number);

G_END_DECLS
