/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a document's pages, fetched as they are needed and kept. */
#pragma once

#include "yc-document.h"

G_BEGIN_DECLS

#define YC_TYPE_PAGE_TEXTS (yc_page_texts_get_type ())

G_DECLARE_FINAL_TYPE (YcPageTexts, yc_page_texts, YC, PAGE_TEXTS, GObject)

/* Signal: "changed" (another text is there). */

YcPageTexts *yc_page_texts_new  (YcDocument  *document);
/* Has the text of a page fetched, if it is not there or on its way. */
void         yc_page_texts_want (YcPageTexts *self, guint page);
/* (transfer none) (nullable) */
YcPageText  *yc_page_texts_get  (YcPageTexts *self, guint page);

G_END_DECLS
