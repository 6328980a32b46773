/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the bodies of a segment each pair of syllables is read. */
#include "yc-search-syllables-private.h"

#include "yc-pinyin-private.h"

typedef struct
{
  const guint16 *units;
  guint32        n_units;
  /* Of each unit, as it is read there. */
  guint16       *sounds;
} Reading;

/* For each syllable the bodies that have it, NULL for none. */
static void
list_bodies (const Reading  *self,
             GArray        **bodies)
{
  guint32 body = 0;

  for (guint32 i = 0; i < self->n_units; i++)
    {
      guint n = 0;
      const YcSyllable *syllables = yc_syllable_list (self->units[i], self->sounds[i], &n);

      for (guint k = 0; k < n && self->sounds[i] != 0; k++)
        {
          GArray *list = bodies[syllables[k]];

          if (list == NULL)
            list = bodies[syllables[k]] = g_array_new (FALSE, FALSE, sizeof (guint32));
          if (list->len == 0 || g_array_index (list, guint32, list->len - 1) != body)
            g_array_append_val (list, body);
        }
      body += self->units[i] == YC_SEARCH_END;
    }
}

static gboolean
write_single (const Reading   *self,
              YcSearchBlocks  *blocks,
              guint            n_bodies,
              GError         **error)
{
  g_autofree GArray **bodies = g_new0 (GArray *, YC_SYLLABLE_MOST);
  gboolean written = TRUE;

  list_bodies (self, bodies);
  for (guint i = 0; i < YC_SYLLABLE_MOST; i++)
    if (bodies[i] != NULL)
      {
        written = written && yc_search_blocks_add_bodies (
                               blocks, yc_search_syllable_gram ((YcSyllable) i), bodies[i], n_bodies,
                               error);
        g_array_unref (bodies[i]);
      }
  return written;
}

/* Goes through all pairs of which one at least is a syllable of letters: counts them, or puts their
 * positions where @at tells. */
static void
go_through (const Reading *self,
            guint32       *at,
            guint32       *positions)
{
  guint n_first = 0, n_second = 0;
  const YcSyllable *first = NULL, *second;

  for (guint32 i = 0; i < self->n_units; i++, first = second, n_first = n_second)
    {
      second = yc_syllable_list (self->units[i], self->sounds[i], &n_second);
      if (self->units[i] == YC_SEARCH_END)
        n_second = 0;
      for (guint a = 0; a < n_first; a++)
        for (guint b = 0; b < n_second; b++)
          {
            guint32 *count;

            if (first[a] == YC_SYLLABLE_OTHER && second[b] == YC_SYLLABLE_OTHER)
              continue;
            count = &at[yc_search_syllables_gram (first[a], second[b]) - YC_SEARCH_FIRST_PAIR];

            if (positions != NULL)
              positions[*count] = i - 1;
            (*count)++;
          }
    }
}

static guint32
add_up (guint32 *counts)
{
  guint32 sum = 0;

  for (guint i = 0; i < YC_SEARCH_N_PAIRS; i++)
    {
      guint32 count = counts[i];

      counts[i] = sum;
      sum += count;
    }
  return sum;
}

static gboolean
write_pairs (const Reading   *self,
             YcSearchBlocks  *blocks,
             GError         **error)
{
  g_autofree guint32 *ends = g_new0 (guint32, YC_SEARCH_N_PAIRS);
  g_autofree guint32 *positions = NULL;
  guint32 begin = 0;

  go_through (self, ends, NULL);
  positions = g_new (guint32, add_up (ends) + 1);
  go_through (self, ends, positions);
  for (guint i = 0; i < YC_SEARCH_N_PAIRS; i++)
    if (ends[i] > begin)
      {
        if (!yc_search_blocks_add_positions (blocks, YC_SEARCH_FIRST_PAIR + i, positions + begin,
                                             ends[i] - begin, error))
          return FALSE;
        begin = ends[i];
      }
  return TRUE;
}

gboolean
yc_search_syllables_write (YcSearchBlocks  *blocks,
                           const guint16   *units,
                           guint32          n_units,
                           guint            n_bodies,
                           GError         **error)
{
  g_autofree guint16 *sounds = g_new (guint16, n_units + 1);
  const Reading self = { units, n_units, sounds };

  yc_pinyin_read (units, n_units, sounds);
  return write_single (&self, blocks, n_bodies, error) && write_pairs (&self, blocks, error);
}
