/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the bodies of a segment each pair of units stands. */
#include "yc-search-posting-private.h"

#include <string.h>

#define N_UNITS 0x10000

/* A row that has its page to itself, and little of it left over. */
#define BLOCK_SIZE 4000
#define HASH_SIZE 8

typedef enum
{
  LIST_NUMBERS,
  LIST_BITS,
} ListForm;

typedef struct
{
  const guint16       *units;
  guint32              n_units;
  const YcSearchEntry *entries;
  guint                n_entries;
  GByteArray          *block;
  GByteArray          *list;
  YcSearchGram         first;
  YcSearchGram         last;
  YcSearchBlockFunc    func;
  gpointer             data;
} Writing;

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint8 coded[5];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    coded[n++] = (guint8) (number | 0x80);
  coded[n++] = (guint8) number;
  g_byte_array_append (bytes, coded, n);
}

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

static gboolean
end_block (Writing  *self,
           GError  **error)
{
  guint64 hash;

  if (self->block->len <= HASH_SIZE)
    return TRUE;
  hash = yc_search_hash (self->first, self->block->data + HASH_SIZE, self->block->len - HASH_SIZE);
  memcpy (self->block->data, &hash, HASH_SIZE);
  if (!self->func (self->first, self->block, self->data, error))
    return FALSE;
  g_byte_array_set_size (self->block, HASH_SIZE);
  return TRUE;
}

/* Adds the list that was put together. */
static gboolean
end_list (Writing       *self,
          YcSearchGram   gram,
          GError       **error)
{
  if (self->block->len + self->list->len + 10 > BLOCK_SIZE && !end_block (self, error))
    return FALSE;
  if (self->block->len == HASH_SIZE)
    self->first = self->last = gram;
  append_number (self->block, gram - self->last);
  append_number (self->block, self->list->len);
  g_byte_array_append (self->block, self->list->data, self->list->len);
  self->last = gram;
  g_byte_array_set_size (self->list, 0);
  return TRUE;
}

static gboolean
write_pair (Writing        *self,
            const guint32  *positions,
            guint32         n,
            GError        **error)
{
  const guint16 *units = self->units + positions[0];
  guint32 last = 0;

  for (guint32 i = 0; i < n; i++)
    {
      append_number (self->list, positions[i] - last);
      last = positions[i];
    }
  return end_list (self, YC_SEARCH_GRAM (units[0], units[1]), error);
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

static void
write_bits (const Writing *self,
            const GArray  *bodies)
{
  guint8 form = LIST_BITS;
  guint begin;

  g_byte_array_append (self->list, &form, 1);
  begin = self->list->len;
  g_byte_array_set_size (self->list, begin + (self->n_entries + 7) / 8);
  memset (self->list->data + begin, 0, self->list->len - begin);
  for (guint i = 0; i < bodies->len; i++)
    {
      guint32 body = g_array_index (bodies, guint32, i);

      self->list->data[begin + body / 8] |= (guint8) (1u << body % 8);
    }
}

static void
write_numbers (const Writing *self,
               const GArray  *bodies)
{
  guint8 form = LIST_NUMBERS;
  guint32 last = 0;

  g_byte_array_append (self->list, &form, 1);
  for (guint i = 0; i < bodies->len; i++)
    {
      append_number (self->list, g_array_index (bodies, guint32, i) - last);
      last = g_array_index (bodies, guint32, i);
    }
}

static gboolean
write_unit (Writing        *self,
            const guint32  *positions,
            guint32         n,
            GError        **error)
{
  g_autoptr (GArray) bodies = list_bodies (self, positions, n);

  if (bodies->len > self->n_entries / 8)
    write_bits (self, bodies);
  else
    write_numbers (self, bodies);
  return end_list (self, YC_SEARCH_GRAM (self->units[positions[0]], 0), error);
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
      same = count_same (self, positions + i, n - i, 1);
      /* The last unit of a body is in no pair. */
      if (self->units[positions[i] + 1] != YC_SEARCH_END &&
          !write_pair (self, positions + i, same, error))
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
  return end_block (self, error);
}

gboolean
yc_search_posting_write (const GArray       *bodies,
                         const GArray       *entries,
                         YcSearchBlockFunc   func,
                         gpointer            data,
                         GError            **error)
{
  g_autofree guint32 *by_unit = g_new (guint32, bodies->len + 1);
  g_autofree guint32 *by_pair = g_new (guint32, bodies->len + 1);
  g_autoptr (GByteArray) block = g_byte_array_new ();
  g_autoptr (GByteArray) list = g_byte_array_new ();
  Writing self = { .units = (const guint16 *) (gpointer) bodies->data, .n_units = bodies->len,
                   .entries = (const YcSearchEntry *) (gpointer) entries->data,
                   .n_entries = entries->len - 1, .block = block, .list = list,
                   .func = func, .data = data };

  g_byte_array_set_size (block, HASH_SIZE);
  sort_by_unit (&self, 1, NULL, by_unit);
  sort_by_unit (&self, 0, by_unit, by_pair);
  sort_by_unit (&self, 0, NULL, by_unit);
  return write_lists (&self, by_unit, by_pair, error);
}

gboolean
yc_search_posting_check (GBytes       *block,
                         YcSearchGram  first)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (block, &size);
  guint64 hash;

  if (size <= HASH_SIZE)
    return FALSE;
  memcpy (&hash, data, HASH_SIZE);
  return hash == yc_search_hash (first, data + HASH_SIZE, size - HASH_SIZE);
}

YcSearchList
yc_search_posting_find (GBytes       *block,
                        YcSearchGram  first,
                        YcSearchGram  gram)
{
  YcSearchList rest, found = { NULL, 0 };
  YcSearchGram at = first;

  rest.data = g_bytes_get_data (block, &rest.size);
  rest.data += HASH_SIZE;
  rest.size -= HASH_SIZE;
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
  ListForm form;

  if (list.size == 0)
    return;
  form = *list.data++;
  list.size--;
  if (form == LIST_NUMBERS)
    while (yc_search_list_next (&list, &body) && body < n_bodies)
      func (body, data);
  else
    for (body = 0; body < n_bodies && body / 8 < list.size; body++)
      if (list.data[body / 8] >> body % 8 & 1)
        func (body, data);
}
