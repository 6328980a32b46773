/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hit of a search: what kind of thing it is, its title, and what one wants to know of it. A row is
 * made once and shows one hit after the other. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-hit.h"

G_BEGIN_DECLS

#define YC_TYPE_HIT_ROW (yc_hit_row_get_type ())

G_DECLARE_FINAL_TYPE (YcHitRow, yc_hit_row, YC, HIT_ROW, GtkListBoxRow)

GtkWidget *yc_hit_row_new     (void);
void       yc_hit_row_show    (YcHitRow  *self,
                               YcHit     *hit,
                               YcCatalog *catalog);
YcHit     *yc_hit_row_get_hit (YcHitRow  *self);

G_END_DECLS
