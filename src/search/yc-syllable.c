/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syllables that text is read in, numbered by how they begin and how they end. */
#include "yc-syllable-private.h"

#include "yc-pinyin-private.h"
#include "yc-pinyin-typing-private.h"

#include <string.h>

/* Of the letter itself, and of the other one that begins so. */
#define LETTER_END 0
#define OTHER_LETTER_END 1
#define FIRST_END 2

typedef struct
{
  const char *texts[YC_SYLLABLE_MOST];
  /* Of the sound at each number, from begins[sound] to begins[sound + 1]. */
  YcSyllable *all;
  guint      *begins;
  YcSyllable  letters[26];
} Table;

static const YcSyllable other[] = { YC_SYLLABLE_OTHER };

/* "abcdefgijklmopqrstuvwxyz" */
static guint
get_beginning (char letter)
{
  if (letter == 'h')
    letter = 'f';
  if (letter == 'n')
    letter = 'l';
  return (guint) (letter - 'a') - (letter > 'h') - (letter > 'n');
}

/* Behind the consonants: what is left of one that has no more letters is empty. */
static const char *
get_end (const char *reading)
{
  return reading + strcspn (reading, "aeiouv");
}

/* Those that end alike side by side, "en" and "eng" too. */
static int
compare_readings (gconstpointer a,
                  gconstpointer b)
{
  const char *one = *(char *const *) a, *two = *(char *const *) b;
  int order = (int) get_beginning (*one) - (int) get_beginning (*two);

  if (order == 0)
    order = strcmp (get_end (one), get_end (two));
  return order != 0 ? order : strcmp (one, two);
}

static GPtrArray *
list_readings (void)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *readings = g_ptr_array_new ();

  for (guint sound = 1; sound < yc_pinyin_get_n_sounds (); sound++)
    for (const char *const *reading = yc_pinyin_get_readings (sound); *reading != NULL; reading++)
      if (g_hash_table_add (set, (gpointer) *reading))
        g_ptr_array_add (readings, (gpointer) *reading);
  g_ptr_array_sort (readings, compare_readings);
  return readings;
}

/* Reading → number */
static GHashTable *
number_readings (Table *self)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) readings = list_readings ();
  guint end = FIRST_END;

  for (guint i = 0; i < readings->len; i++, end++)
    {
      const char *reading = readings->pdata[i];
      guint beginning = get_beginning (*reading), syllable;

      if (i > 0 && get_beginning (*(const char *) readings->pdata[i - 1]) != beginning)
        end = FIRST_END;
      g_assert (end < YC_SYLLABLE_MOST_ENDS);
      syllable = beginning * YC_SYLLABLE_MOST_ENDS + end;
      self->texts[syllable] = reading;
      g_hash_table_insert (numbers, (gpointer) reading, GUINT_TO_POINTER (syllable));
    }
  return numbers;
}

static gpointer
make_table (gpointer data)
{
  static Table table;
  g_autoptr (GHashTable) numbers = number_readings (&table);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (YcSyllable));
  guint n = yc_pinyin_get_n_sounds ();

  for (guint i = 0; i < G_N_ELEMENTS (table.letters); i++)
    table.letters[i] = yc_syllable_of_letter ((guint16) ('a' + i));
  table.begins = g_new0 (guint, n + 1);
  for (guint sound = 0; sound < n; sound++)
    {
      const char *const *readings = yc_pinyin_get_readings (sound);

      table.begins[sound] = all->len;
      for (guint i = 0; readings != NULL && readings[i] != NULL; i++)
        {
          YcSyllable syllable =
            (YcSyllable) GPOINTER_TO_UINT (g_hash_table_lookup (numbers, readings[i]));

          g_array_append_val (all, syllable);
        }
    }
  table.begins[n] = all->len;
  table.all = (YcSyllable *) (gpointer) g_array_free (all, FALSE);
  return &table;
}

static const Table *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_table, NULL);
}

const YcSyllable *
yc_syllable_list (guint16  unit,
                  guint    sound,
                  guint   *n)
{
  const Table *table = get_table ();

  *n = sound != 0 ? table->begins[sound + 1] - table->begins[sound] : 1;
  if (sound != 0)
    return table->all + table->begins[sound];
  return yc_pinyin_is_letter (unit) ? &table->letters[unit - 'a'] : other;
}

const char *
yc_syllable_get_text (YcSyllable syllable)
{
  return get_table ()->texts[syllable];
}

YcSyllable
yc_syllable_of_letter (guint16 letter)
{
  guint end = letter == 'h' || letter == 'n' ? OTHER_LETTER_END : LETTER_END;

  return (YcSyllable) (get_beginning ((char) letter) * YC_SYLLABLE_MOST_ENDS + end);
}
