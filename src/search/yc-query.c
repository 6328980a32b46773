/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed, cut into words. */
#include "yc-query-private.h"

#include "yc-folding-private.h"

#include <string.h>

static gboolean
is_letter_or_digit (guint16 unit)
{
  return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
}

/* "0750-55 22" typed with other hyphens than it is kept with; words of Chinese are no codes. */
static void
find_code (YcQueryWord *word)
{
  gboolean ascii = TRUE;

  word->code = g_new (guint16, word->length);
  for (guint i = 0; i < word->length; i++)
    {
      ascii &= word->units[i] < 0x80;
      if (is_letter_or_digit (word->units[i]))
        word->code[word->code_length++] = word->units[i];
    }
  if (!ascii || word->code_length == word->length)
    word->code_length = 0;
}

static void
add_word (YcQuery       *self,
          const guint16 *units,
          guint          length,
          YcSearchFuzzy  fuzzy)
{
  YcQueryWord *word = &self->words[self->n_words++];

  word->units = g_memdup2 (units, length * sizeof *units);
  word->length = length;
  word->pinyin = yc_pinyin_matcher_new (units, length, fuzzy);
  find_code (word);
}

/* As much as counts, made UTF-8. */
static char *
cut (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, 4 * YC_QUERY_LONGEST));

  return g_utf8_strlen (valid, -1) > YC_QUERY_LONGEST
           ? g_utf8_substring (valid, 0, YC_QUERY_LONGEST)
           : g_steal_pointer (&valid);
}

YcQuery *
yc_query_new (const char    *text,
              YcSearchFuzzy  fuzzy)
{
  YcQuery *self = g_new0 (YcQuery, 1);
  g_autofree char *typed = cut (text != NULL ? text : "");
  g_autoptr (GArray) units = g_array_sized_new (TRUE, FALSE, sizeof (guint16), 64);
  const guint16 *p;
  guint length;

  yc_folding_append (units, typed, NULL);
  p = (const guint16 *) (gpointer) units->data;
  for (; *p != 0 && self->n_words < YC_QUERY_MOST_WORDS; p += length)
    {
      while (*p == ' ')
        p++;
      for (length = 0; p[length] != 0 && p[length] != ' ';)
        length++;
      if (length > 0)
        add_word (self, p, length, fuzzy);
    }
  return self;
}

void
yc_query_free (YcQuery *self)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      g_free (self->words[i].units);
      g_free (self->words[i].code);
      g_clear_pointer (&self->words[i].pinyin, yc_pinyin_matcher_free);
      g_clear_pointer (&self->words[i].others, g_ptr_array_unref);
    }
  g_free (self);
}

/* Eight units at once. */
typedef guint16 Units __attribute__ ((vector_size (16)));

static inline Units
load (const guint16 *text)
{
  Units units;

  memcpy (&units, text, sizeof units);
  return units;
}

static inline gboolean
is_any (Units set)
{
  guint64 halves[2];

  memcpy (halves, &set, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* As far as surely nothing of @word begins; its first two units are enough to tell. */
static inline const guint16 *
skip (const guint16 *text,
      const guint16 *end,
      const guint16 *word,
      guint          length)
{
  const guint16 a = word[0], b = word[length > 1 ? 1 : 0];
  const Units first = { a, a, a, a, a, a, a, a };
  const Units second = { b, b, b, b, b, b, b, b };
  guint behind = length > 1 ? 1 : 0;

  while (end - text >= 9 && !is_any ((Units) (load (text) == first) &
                                     (Units) (load (text + behind) == second)))
    text += 8;
  return text;
}

const guint16 *
yc_query_find (const guint16 *text,
               const guint16 *end,
               const guint16 *word,
               guint          length)
{
  for (const guint16 *p = text; end - p >= (gssize) length; p++)
    {
      p = skip (p, end, word, length);
      while (p < end && *p != word[0])
        p++;
      if (end - p >= (gssize) length && memcmp (p, word, length * sizeof *word) == 0)
        return p;
    }
  return NULL;
}
