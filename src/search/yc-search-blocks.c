/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes lists into blocks. */
#include "yc-search-blocks-private.h"

#include <string.h>

/* A row that has its page to itself, and little of it left over. */
#define BLOCK_SIZE 4000

void
yc_search_blocks_init (YcSearchBlocks    *self,
                       YcSearchBlockFunc  func,
                       gpointer           data)
{
  *self = (YcSearchBlocks){ g_byte_array_new (), g_byte_array_new (), 0, 0, func, data };
  g_byte_array_set_size (self->block, YC_SEARCH_BLOCK_HASH);
}

void
yc_search_blocks_clear (YcSearchBlocks *self)
{
  g_clear_pointer (&self->block, g_byte_array_unref);
  g_clear_pointer (&self->list, g_byte_array_unref);
}

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

gboolean
yc_search_blocks_end (YcSearchBlocks  *self,
                      GError         **error)
{
  guint64 hash;

  if (self->block->len <= YC_SEARCH_BLOCK_HASH)
    return TRUE;
  hash = yc_search_hash (self->first, self->block->data + YC_SEARCH_BLOCK_HASH,
                         self->block->len - YC_SEARCH_BLOCK_HASH);
  memcpy (self->block->data, &hash, YC_SEARCH_BLOCK_HASH);
  if (!self->func (self->first, self->block, self->data, error))
    return FALSE;
  g_byte_array_set_size (self->block, YC_SEARCH_BLOCK_HASH);
  return TRUE;
}

/* Adds the list that was put together. */
static gboolean
end_list (YcSearchBlocks  *self,
          YcSearchGram     gram,
          GError         **error)
{
  if (self->block->len + self->list->len + 10 > BLOCK_SIZE && !yc_search_blocks_end (self, error))
    return FALSE;
  if (self->block->len == YC_SEARCH_BLOCK_HASH)
    self->first = self->last = gram;
  append_number (self->block, gram - self->last);
  append_number (self->block, self->list->len);
  g_byte_array_append (self->block, self->list->data, self->list->len);
  self->last = gram;
  g_byte_array_set_size (self->list, 0);
  return TRUE;
}

gboolean
yc_search_blocks_add_positions (YcSearchBlocks  *self,
                                YcSearchGram     gram,
                                const guint32   *positions,
                                guint32          n,
                                GError         **error)
{
  guint32 last = 0;

  for (guint32 i = 0; i < n; i++)
    {
      append_number (self->list, positions[i] - last);
      last = positions[i];
    }
  return end_list (self, gram, error);
}

static void
write_bits (YcSearchBlocks *self,
            const GArray   *bodies,
            guint           n_bodies)
{
  guint8 form = YC_SEARCH_LIST_BITS;
  guint begin;

  g_byte_array_append (self->list, &form, 1);
  begin = self->list->len;
  g_byte_array_set_size (self->list, begin + (n_bodies + 7) / 8);
  memset (self->list->data + begin, 0, self->list->len - begin);
  for (guint i = 0; i < bodies->len; i++)
    {
      guint32 body = g_array_index (bodies, guint32, i);

      self->list->data[begin + body / 8] |= (guint8) (1u << body % 8);
    }
}

static void
write_numbers (YcSearchBlocks *self,
               const GArray   *bodies)
{
  guint8 form = YC_SEARCH_LIST_NUMBERS;
  guint32 last = 0;

  g_byte_array_append (self->list, &form, 1);
  for (guint i = 0; i < bodies->len; i++)
    {
      append_number (self->list, g_array_index (bodies, guint32, i) - last);
      last = g_array_index (bodies, guint32, i);
    }
}

gboolean
yc_search_blocks_add_bodies (YcSearchBlocks  *self,
                             YcSearchGram     gram,
                             const GArray    *bodies,
                             guint            n_bodies,
                             GError         **error)
{
  if (bodies->len > n_bodies / 8)
    write_bits (self, bodies, n_bodies);
  else
    write_numbers (self, bodies);
  return end_list (self, gram, error);
}
