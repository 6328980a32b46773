/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed, cut into words. */
#pragma once

#include "yc-pinyin-matcher-private.h"

G_BEGIN_DECLS

/* Of what is typed or pasted, so much counts, in characters and words. */
#define YC_QUERY_LONGEST 256
#define YC_QUERY_MOST_WORDS 8

typedef struct
{
  /* Folded. */
  guint16         *units;
  guint            length;
  /* The letters and digits alone, when the word looks like a code and has something else too. */
  guint16         *code;
  guint            code_length;
  /* NULL when it cannot be pinyin. */
  YcPinyinMatcher *pinyin;
  /* What else it may be called, arrays of units; NULL for nothing. */
  GPtrArray       *others;
} YcQueryWord;

typedef struct
{
  YcQueryWord words[YC_QUERY_MOST_WORDS];
  guint       n_words;
} YcQuery;

YcQuery       *yc_query_new  (const char    *text,
                              YcSearchFuzzy  fuzzy);
void           yc_query_free (YcQuery       *self);

/* Where @word stands in a text; NULL when it does not. */
const guint16 *yc_query_find (const guint16 *text,
                              const guint16 *end,
                              const guint16 *word,
                              guint          length);

static inline guint
yc_query_word_count_others (const YcQueryWord *self)
{
  return self->others != NULL ? self->others->len : 0;
}

static inline const guint16 *
yc_query_word_get_other (const YcQueryWord *self,
                         guint              i,
                         guint             *length)
{
  const GArray *units = self->others->pdata[i];

  *length = units->len;
  return (const guint16 *) (gpointer) units->data;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcQuery, yc_query_free)

G_END_DECLS
