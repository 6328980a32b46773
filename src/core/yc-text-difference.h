/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed between two texts, word by word. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  YC_TEXT_SAME = 1,
  YC_TEXT_GONE,
  YC_TEXT_NEW,
} YcTextChange;

/**
 * YcTextPart:
 * @change: whether the words are in both texts, only in the first, or only in the second
 * @text: the words
 */
typedef struct
{
  YcTextChange  change;
  char         *text;
} YcTextPart;

/**
 * yc_text_difference:
 * @before: a text, UTF-8
 * @after: another, UTF-8
 *
 * Compares two texts. A run of letters, or of digits, is a word; so is every Chinese character by
 * itself, and every other sign. What stands alone between two changes is told as changed with
 * them, so that it reads as a person would mark it. Texts that have very little in common are told
 * as one taking the place of the other.
 *
 * Returns: (transfer full) (element-type YcTextPart): the parts in the order in which they are read;
 *   what is gone stands before what is new in its place
 */
GPtrArray *yc_text_difference (const char *before,
                               const char *after);

G_END_DECLS
