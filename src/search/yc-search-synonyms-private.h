/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that mean the same: who types one of them finds what has another. */
#pragma once

#include "yc-query-private.h"

G_BEGIN_DECLS

/* The kind of the documents that tell them: they are never hits. */
#define YC_SEARCH_SYNONYMS "synonyms"

typedef struct _YcSearchSynonyms YcSearchSynonyms;

YcSearchSynonyms *yc_search_synonyms_new    (void);
void              yc_search_synonyms_free   (YcSearchSynonyms *self);

/* @lines has a group on each line, its words divided by spaces. */
void              yc_search_synonyms_add    (YcSearchSynonyms *self,
                                             const char       *lines);
void              yc_search_synonyms_clear  (YcSearchSynonyms *self);

/* Adds to the words of @query what else they may be called: where one of a group is part of a word or,
 * read in full, all of it, each other stands in its place. */
void              yc_search_synonyms_expand (YcSearchSynonyms *self,
                                             YcQuery          *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchSynonyms, yc_search_synonyms_free)

G_END_DECLS
