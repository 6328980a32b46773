/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document, one under the other, to be put into a scrolled window. */
#pragma once

#include <gtk/gtk.h>

#include "yc-document-search.h"
#include "yc-document.h"
#include "yc-page-miniatures.h"

G_BEGIN_DECLS

/**
 * YcPageZoom:
 * @YC_PAGE_ZOOM_FIT_WIDTH: the widest page is as wide as the view.
 * @YC_PAGE_ZOOM_FIT_PAGE: the largest page is wholly in the view.
 * @YC_PAGE_ZOOM_FIXED: as yc_page_canvas_set_zoom() says.
 */
typedef enum
{
  YC_PAGE_ZOOM_FIT_WIDTH,
  YC_PAGE_ZOOM_FIT_PAGE,
  YC_PAGE_ZOOM_FIXED,
} YcPageZoom;

#define YC_TYPE_PAGE_CANVAS (yc_page_canvas_get_type ())

G_DECLARE_FINAL_TYPE (YcPageCanvas, yc_page_canvas, YC, PAGE_CANVAS, GtkWidget)

/* Properties, read-only and notified: "page" (uint, from 0: the one that is looked at),
 * "zoom" (double, 1 is the size on paper at 96 pixels per inch).
 * Signals: "drawn" (there is more to see of what is looked at), "refused" (const char *words: the
 * document is one that cannot be drawn at all). */

GtkWidget *yc_page_canvas_new           (void);
/* What to show, from its beginning; @miniatures (nullable) stand in for pages that fly by. */
void       yc_page_canvas_set_document  (YcPageCanvas     *self,
                                         YcDocument       *document,
                                         YcPageMiniatures *miniatures);
void       yc_page_canvas_set_zoom_mode (YcPageCanvas *self, YcPageZoom mode);
YcPageZoom yc_page_canvas_get_zoom_mode (YcPageCanvas *self);
/* Makes the mode FIXED; @zoom is brought within 0.1 … 3. */
void       yc_page_canvas_set_zoom      (YcPageCanvas *self, double zoom);
double     yc_page_canvas_get_zoom      (YcPageCanvas *self);
guint      yc_page_canvas_get_page      (YcPageCanvas *self);
/* Scrolls so that the page is at the top. */
void       yc_page_canvas_go_to_page    (YcPageCanvas *self, guint page);
/* Marks what was found, and @current among it; %NULL marks nothing. */
void       yc_page_canvas_set_search    (YcPageCanvas     *self,
                                         YcDocumentSearch *search,
                                         guint             current);
/* Scrolls until something of a page can be seen, if it cannot. */
void       yc_page_canvas_show_area     (YcPageCanvas     *self,
                                         guint             page,
                                         const YcPageArea *area);
/* (transfer full) (nullable): what the reader has chosen with the mouse, or with Ctrl+A of the page
 * that is looked at; Ctrl+C copies it. */
char      *yc_page_canvas_get_selected_text (YcPageCanvas *self);
/* (transfer none) (nullable): what there is of a page, drawn for the screen */
GdkTexture *yc_page_canvas_get_texture  (YcPageCanvas *self, guint page);
/* Whether there is that or at least a small picture. */
gboolean    yc_page_canvas_shows        (YcPageCanvas *self, guint page);

G_END_DECLS
