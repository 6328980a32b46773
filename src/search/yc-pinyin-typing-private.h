/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a word typed in pinyin may stand for, a syllable at a time. */
#pragma once

#include "yc-search-options.h"

G_BEGIN_DECLS

/* Places in a word are bits of one number. */
#define YC_PINYIN_LONGEST 63

typedef struct
{
  /* Folded; not all need be letters. */
  guint16       letters[YC_PINYIN_LONGEST];
  guint         length;
  /* Places where a syllable has to end: apostrophes were typed there. */
  guint64       bounds;
  YcSearchFuzzy fuzzy;
} YcPinyinTyping;

static inline gboolean
yc_pinyin_is_letter (guint16 unit)
{
  return unit >= 'a' && unit <= 'z';
}

/* FALSE when @word has no letters or is too long to be pinyin. */
gboolean yc_pinyin_typing_init       (YcPinyinTyping       *self,
                                      const guint16        *word,
                                      guint                 length,
                                      YcSearchFuzzy         fuzzy);

/* Where one may be after @reading was typed from @at: in full, by its initial (zh, ch and sh count as
 * one too) or, at the end of the word, not yet in full. A set of bits, empty when it cannot be. */
guint64  yc_pinyin_typing_step       (const YcPinyinTyping *self,
                                      guint                 at,
                                      const char           *reading);
/* The same, with sounds taken for one another. */
guint64  yc_pinyin_typing_step_fuzzy (const YcPinyinTyping *self,
                                      guint                 at,
                                      const char           *reading);

G_END_DECLS
