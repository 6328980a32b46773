/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of a document's pages: for the list of pages, and to stand in for pages that fly
 * by faster than they can be drawn. */
#pragma once

#include <gtk/gtk.h>

#include "yc-document.h"

G_BEGIN_DECLS

/* The longer side of a picture, in pixels of the screen. */
#define YC_PAGE_MINIATURES_SIDE 240

/* What pictures may hold, in bytes: some 130 pages of A4. Those farthest from where the reader is go
 * first. */
#define YC_PAGE_MINIATURES_KEPT (24 * 1024 * 1024)

#define YC_TYPE_PAGE_MINIATURES (yc_page_miniatures_get_type ())

G_DECLARE_FINAL_TYPE (YcPageMiniatures, yc_page_miniatures, YC, PAGE_MINIATURES, GObject)

/* Signal: "changed" (guint page: it has a picture). */

YcPageMiniatures *yc_page_miniatures_new       (YcDocument       *document);

/**
 * yc_page_miniatures_want:
 * @page: the page that is needed first
 * @forward: which way the reader goes
 * @n_ahead: how many are needed that way
 * @n_behind: how many the other way, after those
 * @urgent: whether they are looked at at once
 *
 * In place of what was wanted before.
 */
void              yc_page_miniatures_want      (YcPageMiniatures *self,
                                                guint             page,
                                                gboolean          forward,
                                                guint             n_ahead,
                                                guint             n_behind,
                                                gboolean          urgent);
/* One page more, after all that is urgent. */
void              yc_page_miniatures_want_page (YcPageMiniatures *self, guint page);
/* Not any more, if it is not on its way yet. */
void              yc_page_miniatures_unwant_page (YcPageMiniatures *self, guint page);
/* Nothing is drawn any more: the document is let go of. */
void              yc_page_miniatures_stop      (YcPageMiniatures *self);
/* (transfer none) (nullable) */
GdkTexture       *yc_page_miniatures_get       (YcPageMiniatures *self, guint page);
YcDocument       *yc_page_miniatures_get_document (YcPageMiniatures *self);

G_END_DECLS
