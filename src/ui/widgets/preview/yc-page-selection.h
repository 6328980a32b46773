/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader has chosen of a document's text, from one place to another, over pages. */
#pragma once

#include "yc-document.h"
#include "yc-page-steps.h"

G_BEGIN_DECLS

#define YC_TYPE_PAGE_SELECTION (yc_page_selection_get_type ())

G_DECLARE_FINAL_TYPE (YcPageSelection, yc_page_selection, YC, PAGE_SELECTION, GObject)

/* Signals: "changed"; "moved" (guint page, YcPageArea *area: where its moving end has been brought by
 * a step). */

YcPageSelection *yc_page_selection_new         (YcDocument      *document);

/* Points are in points from a page's upper left; the texts of pages are fetched as needed, and what
 * needs them happens when they are there. */
void             yc_page_selection_begin       (YcPageSelection *self,
                                                guint            page,
                                                double           x,
                                                double           y);
void             yc_page_selection_extend      (YcPageSelection *self,
                                                guint            page,
                                                double           x,
                                                double           y);
/* The word, or the whole line, at a point. */
void             yc_page_selection_choose_word (YcPageSelection *self,
                                                guint            page,
                                                double           x,
                                                double           y);
void             yc_page_selection_choose_line (YcPageSelection *self,
                                                guint            page,
                                                double           x,
                                                double           y);
void             yc_page_selection_choose_page (YcPageSelection *self, guint page);
/* Moves the end that was set last; @page: where to begin if nothing was begun yet. */
void             yc_page_selection_step        (YcPageSelection *self,
                                                guint            page,
                                                YcPageStep       step,
                                                gboolean         forward);

/* (transfer full) (nullable) (element-type YcPageArea): what is chosen of a page */
GArray          *yc_page_selection_list_areas  (YcPageSelection *self, guint page);
/* (transfer full) (nullable): the text, pages parted by a line's end; %NULL where nothing is chosen
 * or not all of it is there yet */
char            *yc_page_selection_copy        (YcPageSelection *self);

G_END_DECLS
