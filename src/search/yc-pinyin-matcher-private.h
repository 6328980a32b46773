/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a word typed in pinyin, or in pinyin and characters, in folded text. */
#pragma once

#include "yc-pinyin-typing-private.h"

G_BEGIN_DECLS

/* Of letters and characters: with less than so many a word is not looked for in bodies as pinyin, as it
 * would be everywhere. */
#define YC_PINYIN_LEAST_IN_BODY 3

typedef struct _YcPinyinMatcher YcPinyinMatcher;

/* From best to worst. Other is by a sound that is taken for that of the text, or by one that a
 * character of the text has elsewhere only. */
typedef enum
{
  YC_PINYIN_BEGIN = 1 << 0,
  YC_PINYIN_INSIDE = 1 << 1,
  YC_PINYIN_OTHER_BEGIN = 1 << 2,
  YC_PINYIN_OTHER_INSIDE = 1 << 3,
} YcPinyinMatch;

/* @word is folded. NULL when it has no letters or is too long to be pinyin. */
YcPinyinMatcher *yc_pinyin_matcher_new    (const guint16   *word,
                                           guint            length,
                                           YcSearchFuzzy    fuzzy);
void             yc_pinyin_matcher_free   (YcPinyinMatcher *self);

/* How the word stands in a text, behind which there has to be one more unit: a set of YcPinyinMatch,
 * empty for not at all; where the text begins with it, @n_begun is how many units it is. */
guint            yc_pinyin_matcher_match  (YcPinyinMatcher *self,
                                           const guint16   *text,
                                           const guint16   *end,
                                           guint           *n_begun);

/* Of how many units of a text the word may be the beginning, in one way or another: never less than
 * yc_pinyin_matcher_match() tells; 0 when the text does not begin with it. */
guint            yc_pinyin_matcher_begin  (YcPinyinMatcher *self,
                                           const guint16   *text,
                                           const guint16   *end);

/* The last unit of the first place at which the word stands, in one way or another; NULL when it does
 * not. What is below a space in @text divides it. */
const guint16   *yc_pinyin_matcher_scan   (YcPinyinMatcher *self,
                                           const guint16   *text,
                                           const guint16   *end);

/* Where the word stands first, exactly if it does so anywhere; FALSE when it does not. */
gboolean         yc_pinyin_matcher_find   (YcPinyinMatcher *self,
                                           const guint16   *text,
                                           const guint16   *end,
                                           const guint16  **begin,
                                           const guint16  **after);

/* The same in a body. There it stands without punctuation within, is read as the words of the body
 * are, is not too short; and letters that make a syllable are not taken for initials: "shen" is not
 * "s'hen". */
gboolean         yc_pinyin_matcher_find_in_body (YcPinyinMatcher  *self,
                                                 const guint16    *text,
                                                 const guint16    *end,
                                                 const guint16   **begin,
                                                 const guint16   **after);

/* For each place in the word those at which one may be, in a body, after one syllable. */
const guint64   *yc_pinyin_matcher_get_in_body  (YcPinyinMatcher  *self);

const YcPinyinTyping *yc_pinyin_matcher_get_typing (YcPinyinMatcher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPinyinMatcher, yc_pinyin_matcher_free)

G_END_DECLS
