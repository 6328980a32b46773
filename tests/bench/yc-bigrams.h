/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The peer of the search's benchmark: SQLite's FTS5 over overlapping bigrams, ranked by bm25, as one
 * does it without a search engine of one's own. */
#pragma once

#include "yc-corpus.h"

G_BEGIN_DECLS

typedef struct _YcBigrams YcBigrams;

YcBigrams *yc_bigrams_new  (YcCorpus   *corpus,
                            const char *path);
void       yc_bigrams_free (YcBigrams  *self);
/* The first 20 by rank; returns how many there are in all, which takes a query of its own. */
guint      yc_bigrams_find (YcBigrams  *self,
                            const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcBigrams, yc_bigrams_free)

G_END_DECLS
