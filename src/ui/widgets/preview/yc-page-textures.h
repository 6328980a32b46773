/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Textures of a document's pages that are on screen, drawn as they are needed and then forgotten. */
#pragma once

#include <gtk/gtk.h>

#include "yc-document.h"

G_BEGIN_DECLS

#define YC_TYPE_PAGE_TEXTURES (yc_page_textures_get_type ())

G_DECLARE_FINAL_TYPE (YcPageTextures, yc_page_textures, YC, PAGE_TEXTURES, GObject)

/* Signals: "changed" (a page has a new texture, or it turned out that it cannot be drawn). */

YcPageTextures *yc_page_textures_new       (YcDocument     *document);

/* The pages from @first to @last are on screen at @scale pixels per point. */
void            yc_page_textures_want      (YcPageTextures *self,
                                            guint           first,
                                            guint           last,
                                            double          scale);
/* (transfer none) (nullable): the best there is; after a change of scale the old one, until the
 * new one is drawn */
GdkTexture     *yc_page_textures_get       (YcPageTextures *self, guint page);
gboolean        yc_page_textures_is_failed (YcPageTextures *self, guint page);

G_END_DECLS
