/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the values of an enumeration are called, on the wire and on the screen. */
#include "yc-word.h"

#include <glib/gi18n-lib.h>

static const YcWord *
find_row (const YcWord *table,
          guint         value)
{
  guint n = 0;

  while (n < value && table[n].word != NULL)
    n++;
  return value >= 1 && n == value ? &table[n - 1] : NULL;
}

const char *
yc_word_of (const YcWord *table,
            guint         value)
{
  const YcWord *row = find_row (table, value);

  return row != NULL ? row->word : NULL;
}

guint
yc_word_find (const YcWord *table,
              const char   *word)
{
  for (guint i = 0; table[i].word != NULL; i++)
    if (g_strcmp0 (table[i].word, word) == 0)
      return i + 1;
  return 0;
}

const char *
yc_word_title (const YcWord *table,
               const char   *context,
               guint         value)
{
  const YcWord *row = find_row (table, value);

  if (row == NULL || row->title == NULL)
    return "";
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, row->title) : _(row->title);
}
