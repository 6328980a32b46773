/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Textures of a document's pages: what is on screen first, then what lies next to it, and what was
 * looked at lately. */
#pragma once

#include <gtk/gtk.h>

#include "yc-document.h"

G_BEGIN_DECLS

/* What pages that are not wanted any more may hold, in bytes: ten sheets of A4 at the width of a
 * common screen. The ones that were not looked at for longest go first. */
#define YC_PAGE_TEXTURES_KEPT (48 * 1024 * 1024)

#define YC_TYPE_PAGE_TEXTURES (yc_page_textures_get_type ())

G_DECLARE_FINAL_TYPE (YcPageTextures, yc_page_textures, YC, PAGE_TEXTURES, GObject)

/* Signals: "changed" (guint page: it has a new texture, or it turned out that it cannot be drawn),
 * "refused" (const char *words: the document is one that cannot be drawn at all). */

YcPageTextures *yc_page_textures_new       (YcDocument     *document);

/* The pages from @first to @last are on screen at @scale pixels per point. They are drawn from the
 * top, then the pages before and after them, beginning with the way the reader goes. */
void            yc_page_textures_want      (YcPageTextures *self,
                                            guint           first,
                                            guint           last,
                                            double          scale,
                                            gboolean        forward);
/* Nothing is wanted for now: pages fly by. */
void            yc_page_textures_pause     (YcPageTextures *self);
/* How long the reader waits for a page as things are, in seconds. */
double          yc_page_textures_get_delay (YcPageTextures *self);
/* (transfer none) (nullable): the best there is; after a change of scale the old one, until the
 * new one is drawn */
GdkTexture     *yc_page_textures_get       (YcPageTextures *self, guint page);
gboolean        yc_page_textures_is_failed (YcPageTextures *self, guint page);

G_END_DECLS
