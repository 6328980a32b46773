/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that enumerations are called by on the wire. */
#include "yc-word-private.h"

const char *
yc_word_of (const char *const *words,
            guint              n_words,
            guint              value)
{
  return value >= 1 && value <= n_words ? words[value - 1] : NULL;
}

guint
yc_word_find (const char *const *words,
              guint              n_words,
              const char        *text)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], text) == 0)
      return i + 1;
  return 0;
}
