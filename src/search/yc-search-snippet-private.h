/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows why a document was found. */
#pragma once

#include "yc-hit.h"
#include "yc-query-private.h"
#include "yc-search-document-private.h"

G_BEGIN_DECLS

YcHit *yc_search_snippet_make_hit (const YcSearchDocument *document,
                                   const YcQuery          *query,
                                   double                  score);

G_END_DECLS
