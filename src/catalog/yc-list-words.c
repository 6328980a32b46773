/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How answers are written where the ways through a list are shown. */
#include "yc-list-words-private.h"

#include <math.h>

#include "yc-json.h"

#define MOST_WORDS 4

char *
yc_list_words_join (GPtrArray  *words,
                    const char *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", (const char *) words->pdata[i]);
  return g_strdup (text->str);
}

char *
yc_list_words_shorten (GPtrArray  *words,
                       const char *separator)
{
  g_autoptr (GPtrArray) few = g_ptr_array_new ();

  if (words->len <= MOST_WORDS)
    return yc_list_words_join (words, separator);
  for (guint i = 0; i < MOST_WORDS - 1; i++)
    g_ptr_array_add (few, words->pdata[i]);
  g_ptr_array_add (few, (gpointer) "…");
  return yc_list_words_join (few, separator);
}

static char *
write_value (JsonNode *value)
{
  const char *text = yc_json_node_get_string (value);

  return text != NULL ? g_strdup (text) : yc_json_write (value);
}

/* The point that ends the range on one side; NULL when it goes on for ever. */
static char *
write_end (GPtrArray *values,
           GArray    *spans,
           guint      index,
           int        outwards,
           gboolean  *is_in)
{
  const YcListSpan *span = &g_array_index (spans, YcListSpan, index);

  *is_in = span->low == span->high;
  if (*is_in)
    return write_value (values->pdata[index]);
  if (!isfinite (outwards < 0 ? span->low : span->high))
    return NULL;
  return write_value (values->pdata[(int) index + outwards]);
}

char *
yc_list_words_range (GPtrArray *values,
                     GArray    *spans,
                     guint      first,
                     guint      last)
{
  gboolean low_in, high_in;
  g_autofree char *low = write_end (values, spans, first, -1, &low_in);
  g_autofree char *high = write_end (values, spans, last, 1, &high_in);

  if (first == last && low_in)
    return g_steal_pointer (&low);
  /* Where answers begin and end anyhow needs not be said. */
  if (first == 1)
    g_clear_pointer (&low, g_free);
  if (last == values->len - 1)
    g_clear_pointer (&high, g_free);
  if (low == NULL && high == NULL)
    return g_strdup ("…");
  if (low == NULL)
    return g_strconcat (high_in ? "≤ " : "< ", high, NULL);
  if (high == NULL)
    return g_strconcat (low_in ? "≥ " : "> ", low, NULL);
  if (low_in && high_in)
    return g_strconcat (low, "–", high, NULL);
  return g_strconcat (low_in ? "≥ " : "> ", low, high_in ? ", ≤ " : ", < ", high, NULL);
}
