/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finder knows of one document; private to the search room. */
#pragma once

#include "yc-catalog.h"
#include "yc-finder-document.h"
#include "yc-search-text-private.h"

G_BEGIN_DECLS

/* One block of memory with all its texts behind it. */
struct _YcFinderDocument
{
  /* Interned. */
  const char     *kind;
  const char     *id;
  double          weight;
  YcSearchText    title;
  YcSearchText    body;
  /* The characters of @body. */
  YcCharacterSet  present;
  guint           n_tags;
  YcSearchText    tags[];
};

YcFinderDocument *yc_finder_document_new_for_item        (YcItem           *item);
YcFinderDocument *yc_finder_document_new_for_list        (YcQuestionList   *list);
YcFinderDocument *yc_finder_document_new_for_entry       (YcKnowledgeEntry *entry);
YcFinderDocument *yc_finder_document_new_for_replacement (YcReplacement    *replacement);

G_END_DECLS
