/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the values of an enumeration are called, on the wire and on the screen. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcWord:
 * @word: what programs say, in stored data and on the wire
 * @title: (nullable): what people read, untranslated
 *
 * A row of a table whose first row is for the value 1. The last row is empty.
 */
typedef struct
{
  const char *word;
  const char *title;
} YcWord;

/* (nullable): NULL for a value that has none. */
const char *yc_word_of    (const YcWord *table,
                           guint         value);

/* 0 when @word is none of the table's. */
guint       yc_word_find  (const YcWord *table,
                           const char   *word);

/* @context: (nullable): the translators' context. "" for a value that has no title. */
const char *yc_word_title (const YcWord *table,
                           const char   *context,
                           guint         value);

/* Defines prefix_to_string() and prefix_from_string(). */
#define YC_DEFINE_WORDS(Type, prefix, table)           \
  const char *prefix##_to_string (Type value)          \
  {                                                    \
    return yc_word_of (table, value);                  \
  }                                                    \
                                                       \
  gboolean prefix##_from_string (const char *word,     \
                                 Type       *value)    \
  {                                                    \
    guint found = yc_word_find (table, word);          \
                                                       \
    if (found != 0 && value != NULL)                   \
      *value = found;                                  \
    return found != 0;                                 \
  }

/* Defines prefix_get_title(). */
#define YC_DEFINE_TITLES(Type, prefix, table, context) \
  const char *prefix##_get_title (Type value)          \
  {                                                    \
    return yc_word_title (table, context, value);      \
  }

G_END_DECLS
