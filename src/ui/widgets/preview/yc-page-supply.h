/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sees to it that there is something to show of the pages that are looked at: drawn for the screen
 * where one stays, small where one flies by. */
#pragma once

#include "yc-page-miniatures.h"

G_BEGIN_DECLS

#define YC_TYPE_PAGE_SUPPLY (yc_page_supply_get_type ())

G_DECLARE_FINAL_TYPE (YcPageSupply, yc_page_supply, YC, PAGE_SUPPLY, GObject)

/* Signals: "changed" (there is more to show of what is looked at), "settled" (who flew by stays),
 * "refused" (const char *words: the document is one that cannot be drawn at all). */

/* @miniatures: (nullable): %NULL where pages are few */
YcPageSupply *yc_page_supply_new         (YcDocument       *document,
                                          YcPageMiniatures *miniatures);
/* The reader moved on; @place: in pages from the beginning. */
void          yc_page_supply_travel      (YcPageSupply     *self, double place);
/* The pages from @first to @last are on screen at @scale pixels per point. */
void          yc_page_supply_look        (YcPageSupply     *self,
                                          guint             first,
                                          guint             last,
                                          double            scale);
gboolean      yc_page_supply_is_flying   (YcPageSupply     *self);
/* (transfer none) (nullable): a page as drawn for the screen */
GdkTexture   *yc_page_supply_get_texture (YcPageSupply     *self, guint page);
/* (transfer none) (nullable): that, or a small one */
GdkTexture   *yc_page_supply_get_picture (YcPageSupply     *self, guint page);
gboolean      yc_page_supply_is_failed   (YcPageSupply     *self, guint page);

G_END_DECLS
