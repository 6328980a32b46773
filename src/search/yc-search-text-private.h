/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is searched by its characters and, where it is short, by how these are read aloud. Only
 * the text itself and some bits are kept: a city's ten thousand entries have to fit beside all that
 * a desk holds, and most texts are passed over by a look at the bits. */
#pragma once

#include "yc-hit.h"

G_BEGIN_DECLS

/* Which characters a text has, ASCII exactly, each other one as one of 1,024 bits. */
typedef struct
{
  guint64 bits[18];
} YcCharacterSet;

/* Letters from a to z as bits. */
typedef guint32 YcLetterSet;

typedef struct
{
  const char  *text;
  /* In characters. */
  guint        length;
  /* Of all readings and of the text's own letters: every letter, and every first letter. */
  YcLetterSet  letters;
  YcLetterSet  first_letters;
} YcSearchText;

/* How a word was found in a text. */
typedef enum
{
  YC_MATCH_NONE,
  YC_MATCH_PINYIN,
  YC_MATCH_LITERAL,
} YcMatch;

/* Where a word was found: in bytes, and how many characters there are. */
typedef struct
{
  YcTextRange range;
  guint       n_characters;
} YcSearchPlace;

/* A word of a query, folded. */
typedef struct
{
  char           *folded;
  gunichar       *characters;
  YcCharacterSet  needed;
  YcLetterSet     letters;
  guint           length;
  /* Of characters that no other one folds into: found by comparing bytes. */
  gboolean        plain;
} YcSearchWord;

/* Does not copy @text, which is UTF-8. @read: to be found by pinyin too. */
void          yc_search_text_init     (YcSearchText         *self,
                                       const char           *text,
                                       gboolean              read);
/* What @text has, for yc_search_word_fits(). */
void          yc_search_text_note     (const YcSearchText   *self,
                                       YcCharacterSet       *present);

/* The first place of @word; a literal one before one by pinyin. */
YcMatch       yc_search_text_find     (const YcSearchText   *self,
                                       const YcSearchWord   *word,
                                       YcSearchPlace        *place);

YcSearchWord *yc_search_word_new      (const char           *text);
void          yc_search_word_free     (YcSearchWord         *self);
/* FALSE when @word surely is not among characters like these. */
gboolean      yc_search_word_fits     (const YcSearchWord   *self,
                                       const YcCharacterSet *present);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchWord, yc_search_word_free)

G_END_DECLS
