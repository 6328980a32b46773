/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar in which words of a document are looked for. */
#pragma once

#include <gtk/gtk.h>

#include "yc-document-search.h"

G_BEGIN_DECLS

#define YC_TYPE_PAGE_SEARCH (yc_page_search_get_type ())

G_DECLARE_FINAL_TYPE (YcPageSearch, yc_page_search, YC, PAGE_SEARCH, GtkWidget)

/* Signals: "changed" (there are other places, or another one of them is looked at), "moved" (the
 * one that is looked at shall be seen), "closed" (the reader has done with it). Enter goes to the
 * next place, Shift+Enter to the one before, Escape closes. */

GtkWidget        *yc_page_search_new          (void);
/* %NULL closes it. */
void              yc_page_search_set_document (YcPageSearch *self, YcDocument *document);
/* Shows it, ready to type; places are gone through from @page on. */
void              yc_page_search_open         (YcPageSearch *self, guint page);
void              yc_page_search_close        (YcPageSearch *self);
/* (transfer none) (nullable): %NULL while it is closed */
YcDocumentSearch *yc_page_search_get_search   (YcPageSearch *self);
/* The place that is looked at, of those in the search, if there are any. */
guint             yc_page_search_get_current  (YcPageSearch *self);

G_END_DECLS
