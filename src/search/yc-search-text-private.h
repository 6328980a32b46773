/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is searched: folded once, and read aloud where pinyin may find it. */
#pragma once

#include "yc-hit.h"

G_BEGIN_DECLS

/* One character. */
typedef struct
{
  gunichar           folded;
  const char *const *readings;
} YcSearchCharacter;

/* Which characters a text has, each as one of 1,024 bits: most texts are passed over by a look at
 * these, a tenth of the time that searching them takes.
 */
typedef struct
{
  guint64 bits[16];
} YcCharacterSet;

/* Either @characters or, in text that is found by its characters only, @present is there. */
typedef struct
{
  char              *text;
  char              *folded;
  YcSearchCharacter *characters;
  YcCharacterSet    *present;
  guint              length;
} YcSearchText;

/* How a word was found in a text. */
typedef enum
{
  YC_MATCH_NONE,
  YC_MATCH_PINYIN,
  YC_MATCH_LITERAL,
} YcMatch;

/* A word of a query, folded. */
typedef struct
{
  char           *folded;
  gunichar       *characters;
  YcCharacterSet  needed;
  guint           length;
  gboolean        has_letters;
} YcSearchWord;

/* @read FALSE: to be found by its characters only, which needs less memory. Bytes that are not
 * UTF-8 are replaced. Every character folds into one, so that positions stay the same.
 */
YcSearchText *yc_search_text_new      (const char         *text,
                                       gboolean            read);
void          yc_search_text_free     (YcSearchText       *self);

/* The first place of @word, in characters; a literal one before one by pinyin. */
YcMatch       yc_search_text_find     (const YcSearchText *self,
                                       const YcSearchWord *word,
                                       guint              *start,
                                       guint              *length);
YcTextRange   yc_search_text_to_bytes (const YcSearchText *self,
                                       guint               start,
                                       guint               length);

char         *yc_search_fold          (const char         *text);
YcSearchWord *yc_search_word_new      (const char         *text);
void          yc_search_word_free     (YcSearchWord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchText, yc_search_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchWord, yc_search_word_free)

G_END_DECLS
