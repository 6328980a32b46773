/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in all pages of a document, page by page. */
#pragma once

#include "yc-document.h"

G_BEGIN_DECLS

/* More places than anybody goes through are not listed. */
#define YC_DOCUMENT_SEARCH_MAX 1000

#define YC_TYPE_DOCUMENT_SEARCH (yc_document_search_get_type ())
G_DECLARE_FINAL_TYPE (YcDocumentSearch, yc_document_search, YC, DOCUMENT_SEARCH, GObject)

/* Signal: "changed" (a page more was looked through, or other words are looked for). */

YcDocumentSearch *yc_document_search_new         (YcDocument       *document);

/* Words broken over lines are found, in letters of any case and width. Empty words find nothing. */
void              yc_document_search_set_words   (YcDocumentSearch *self,
                                                  const char       *words);
/* Whether every page has been looked through. */
gboolean          yc_document_search_is_done     (YcDocumentSearch *self);
guint             yc_document_search_get_n_found (YcDocumentSearch *self);
guint             yc_document_search_get_page    (YcDocumentSearch *self, guint place);
/* (transfer none) (element-type YcPageArea): what a place covers, one area for each line */
GArray           *yc_document_search_get_areas   (YcDocumentSearch *self, guint place);
/* The first place on @page or after it, or the first of all. */
guint             yc_document_search_find_from   (YcDocumentSearch *self, guint page);

G_END_DECLS
