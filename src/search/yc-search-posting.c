/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the bodies of a segment each pair of units stands. */
#include "yc-search-posting-private.h"

#include "yc-search-blocks-private.h"
#include "yc-search-syllables-private.h"

#include <string.h>

#define N_UNITS 0x10000

typedef struct
{
  const guint16       *units;
  guint32              n_units;
  const YcSearchEntry *entries;
  guint                n_entries;
  YcSearchBlocks      *blocks;
} Writing;

/* Sorts positions by the unit @offset behind them; those with the same unit stay in their order.
 * Without @from they are all positions. */
static void
sort_by_unit (const Writing *self,
              guint          offset,
              const guint32 *from,
              guint32       *to)
{
  g_autofree guint32 *begins = g_new0 (guint32, N_UNITS + 1);

  for (guint32 i = 0; i < self->n_units; i++)
    begins[(i + offset < self->n_units ? self->units[i + offset] : 0) + 1]++;
  for (guint i = 0; i < N_UNITS; i++)
    begins[i + 1] += begins[i];
  for (guint32 i = 0; i < self->n_units; i++)
    {
      guint32 position = from != NULL ? from[i] : i;
      guint32 at = position + offset;

      to[begins[at < self->n_units ? self->units[at] : 0]++] = position;
    }
}

/* The body from @body on that has @position. */
static guint
find_body (const Writing *self,
           guint          body,
           guint32        position)
{
  guint step = 1;

  while (body + step < self->n_entries && self->entries[body + step].body <= position)
    {
      body += step;
      step *= 2;
    }
  for (; step > 0; step /= 2)
    if (body + step < self->n_entries && self->entries[body + step].body <= position)
      body += step;
  return body;
}

static GArray *
list_bodies (const Writing *self,
             const guint32 *positions,
             guint32        n)
{
  GArray *bodies = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 body = 0;

  for (guint32 i = 0; i < n; i++)
    {
      body = find_body (self, body, positions[i]);
      if (bodies->len == 0 || g_array_index (bodies, guint32, bodies->len - 1) != body)
        g_array_append_val (bodies, body);
    }
  return bodies;
}

static gboolean
write_unit (Writing        *self,
            const guint32  *positions,
            guint32         n,
            GError        **error)
{
  g_autoptr (GArray) bodies = list_bodies (self, positions, n);

  return yc_search_blocks_add_bodies (self->blocks,
                                      YC_SEARCH_GRAM (self->units[positions[0]], YC_SEARCH_IN_BODIES),
                                      bodies, self->n_entries, error);
}

/* How many positions from @begin on have the same unit @offset behind them. */
static guint32
count_same (const Writing *self,
            const guint32 *positions,
            guint32        n,
            guint          offset)
{
  guint16 unit = self->units[positions[0] + offset];
  guint32 same = 1;

  while (same < n && self->units[positions[same] + offset] == unit)
    same++;
  return same;
}

static gboolean
write_pairs (Writing        *self,
             const guint32  *positions,
             guint32         n,
             GError        **error)
{
  guint32 same;

  for (guint32 i = 0; i < n; i += same)
    {
      guint16 next = self->units[positions[i] + 1];

      same = count_same (self, positions + i, n - i, 1);
      if (!yc_search_blocks_add_positions (
            self->blocks, YC_SEARCH_GRAM (self->units[positions[i]],
                                          next != YC_SEARCH_END ? next : YC_SEARCH_LAST_IN_BODY),
            positions + i, same, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_lists (Writing        *self,
             const guint32  *by_unit,
             const guint32  *by_pair,
             GError        **error)
{
  guint32 same;

  for (guint32 i = 0; i < self->n_units; i += same)
    {
      same = count_same (self, by_unit + i, self->n_units - i, 0);
      if (self->units[by_unit[i]] != YC_SEARCH_END &&
          (!write_unit (self, by_unit + i, same, error) ||
           !write_pairs (self, by_pair + i, same, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
yc_search_posting_write (const GArray       *bodies,
                         const GArray       *entries,
                         YcSearchBlockFunc   func,
                         gpointer            data,
                         GError            **error)
{
  g_autofree guint32 *by_unit = NULL;
  g_autofree guint32 *by_pair = NULL;
  g_auto (YcSearchBlocks) blocks = { NULL };
  Writing self = { .units = (const guint16 *) (gpointer) bodies->data, .n_units = bodies->len,
                   .entries = (const YcSearchEntry *) (gpointer) entries->data,
                   .n_entries = entries->len - 1, .blocks = &blocks };

  yc_search_blocks_init (&blocks, func, data);
  if (!yc_search_syllables_write (&blocks, self.units, self.n_units, self.n_entries, error))
    return FALSE;
  /* Not before, as the syllables take as much. */
  by_unit = g_new (guint32, bodies->len + 1);
  by_pair = g_new (guint32, bodies->len + 1);
  sort_by_unit (&self, 1, NULL, by_unit);
  sort_by_unit (&self, 0, by_unit, by_pair);
  sort_by_unit (&self, 0, NULL, by_unit);
  return write_lists (&self, by_unit, by_pair, error) && yc_search_blocks_end (&blocks, error);
}

gboolean
yc_search_posting_check (GBytes       *block,
                         YcSearchGram  first)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (block, &size);
  guint64 hash;

  if (size <= YC_SEARCH_BLOCK_HASH)
    return FALSE;
  memcpy (&hash, data, YC_SEARCH_BLOCK_HASH);
  return hash == yc_search_hash (first, data + YC_SEARCH_BLOCK_HASH, size - YC_SEARCH_BLOCK_HASH);
}

YcSearchList
yc_search_posting_find (GBytes       *block,
                        YcSearchGram  first,
                        YcSearchGram  gram)
{
  YcSearchList rest, found = { NULL, 0 };
  YcSearchGram at = first;

  rest.data = g_bytes_get_data (block, &rest.size);
  rest.data += YC_SEARCH_BLOCK_HASH;
  rest.size -= YC_SEARCH_BLOCK_HASH;
  while (at <= gram && yc_search_list_next (&rest, &at) && at <= gram)
    {
      guint32 size = 0;

      if (!yc_search_list_next (&rest, &size) || size > rest.size)
        break;
      if (at == gram)
        found = (YcSearchList){ rest.data, size };
      rest.data += size;
      rest.size -= size;
      if (at == gram)
        break;
    }
  return found;
}

void
yc_search_posting_each_body (YcSearchList      list,
                             guint             n_bodies,
                             YcSearchBodyFunc  func,
                             gpointer          data)
{
  guint32 body = 0;
  guint8 form;

  if (list.size == 0)
    return;
  form = *list.data++;
  list.size--;
  if (form == YC_SEARCH_LIST_NUMBERS)
    while (yc_search_list_next (&list, &body) && body < n_bodies)
      func (body, data);
  else
    for (body = 0; body < n_bodies && body / 8 < list.size; body++)
      if (list.data[body / 8] >> body % 8 & 1)
        func (body, data);
}
