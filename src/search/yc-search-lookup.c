/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up in the file which bodies have a word: one unit is listed as it is; more are so many pairs,
 * the places of which have to follow one another. */
#include "yc-search-lookup-private.h"

#include "yc-search-file-private.h"

typedef struct
{
  GBytes       *block;
  YcSearchList  list;
  /* Behind the beginning of the word. */
  guint         offset;
} Pair;

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_clear_pointer (&pair->block, g_bytes_unref);
}

/* The list of @gram: empty when the segment has none. */
static gboolean
read_list (YcConnection           *connection,
           const YcSearchSegment  *segment,
           YcSearchGram            gram,
           Pair                   *pair,
           GError                **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection,
    "SELECT number, block FROM posting WHERE number BETWEEN $1 AND $2"
    " ORDER BY number DESC LIMIT 1",
    error);
  YcSearchGram first;

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, segment->number << 32);
  yc_statement_bind_int (statement, 2, segment->number << 32 | gram);
  if (!yc_statement_step (statement, &local_error))
    {
      gboolean none = local_error == NULL;

      if (!none)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return none;
    }
  first = (YcSearchGram) (yc_statement_get_int (statement, 0) & G_MAXUINT32);
  pair->block = yc_statement_dup_bytes (statement, 1);
  if (yc_search_posting_check (pair->block, first))
    {
      pair->list = yc_search_posting_find (pair->block, first, gram);
      return TRUE;
    }
  yc_search_file_set_damaged (error, "a block is not what it was");
  return FALSE;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const Pair *pair_a = a, *pair_b = b;

  return (pair_a->list.size > pair_b->list.size) - (pair_a->list.size < pair_b->list.size);
}

/* The pairs that the word is made of, the rarest first; as soon as one is nowhere, that one alone. */
static GArray *
read_pairs (YcConnection           *connection,
            const YcSearchSegment  *segment,
            const guint16          *word,
            guint                   length,
            GError                **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  g_array_set_clear_func (pairs, clear_pair);
  for (guint i = 0; i < length; i += 2)
    {
      Pair pair = { .offset = MIN (i, length - 2) };
      gboolean read = read_list (connection, segment,
                                 YC_SEARCH_GRAM (word[pair.offset], word[pair.offset + 1]), &pair,
                                 error);

      g_array_append_val (pairs, pair);
      if (!read)
        return NULL;
      if (pair.list.size == 0)
        break;
    }
  g_array_sort (pairs, compare_sizes);
  return g_steal_pointer (&pairs);
}

static GArray *
list_positions (const Pair *pair)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  YcSearchList list = pair->list;
  guint32 position = 0, n = 0;
  guint32 *begins;

  /* Never more positions than bytes. */
  g_array_set_size (positions, (guint) list.size);
  begins = (guint32 *) (gpointer) positions->data;
  while (yc_search_list_next (&list, &position))
    if (position >= pair->offset)
      begins[n++] = position - pair->offset;
  g_array_set_size (positions, n);
  return positions;
}

/* Leaves those positions at which @pair stands too. */
static void
keep_followed (GArray     *positions,
               const Pair *pair)
{
  guint32 *kept = (guint32 *) (gpointer) positions->data;
  YcSearchList list = pair->list;
  guint32 position = 0;
  gboolean more = yc_search_list_next (&list, &position);
  guint n = 0;

  for (guint i = 0; i < positions->len && more; i++)
    {
      while (more && position < kept[i] + pair->offset)
        more = yc_search_list_next (&list, &position);
      if (more && position == kept[i] + pair->offset)
        kept[n++] = kept[i];
    }
  g_array_set_size (positions, n);
}

static void
mark_pairs (const YcSearchSegment *segment,
            GArray                *pairs,
            YcSearchMark          *marks)
{
  g_autoptr (GArray) positions = list_positions (&g_array_index (pairs, Pair, 0));

  for (guint i = 1; i < pairs->len; i++)
    keep_followed (positions, &g_array_index (pairs, Pair, i));
  yc_search_mark_bodies (marks, segment, (const guint32 *) (gpointer) positions->data,
                         positions->len);
}

static void
mark_body_cb (guint    body,
              gpointer data)
{
  YcSearchMark *marks = data;

  yc_search_mark (&marks[body], YC_SEARCH_MARK (YC_SEARCH_IN_BODY, 0));
}

/* Of those lists that are in the block. */
static void
each_list (GBytes          *block,
           YcSearchGram     first_in_block,
           YcSearchGram     first,
           YcSearchGram     last,
           YcSearchListFunc func,
           gpointer         data)
{
  YcSearchList rest;
  YcSearchGram at = first_in_block;

  rest.data = (const guint8 *) g_bytes_get_data (block, &rest.size) + YC_SEARCH_BLOCK_HASH;
  rest.size -= YC_SEARCH_BLOCK_HASH;
  while (at <= last && yc_search_list_next (&rest, &at) && at <= last)
    {
      guint32 size = 0;

      if (!yc_search_list_next (&rest, &size) || size > rest.size)
        return;
      if (at >= first)
        func (at, (YcSearchList){ rest.data, size }, data);
      rest.data += size;
      rest.size -= size;
    }
}

gboolean
yc_search_lookup_lists (YcConnection           *connection,
                        const YcSearchSegment  *segment,
                        YcSearchGram            first,
                        YcSearchGram            last,
                        YcSearchListFunc        func,
                        gpointer                data,
                        GError                **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection,
    "SELECT number, block FROM posting WHERE number BETWEEN $1 AND $2 ORDER BY number DESC", error);
  YcSearchGram gram = G_MAXUINT32;

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, segment->number << 32);
  yc_statement_bind_int (statement, 2, segment->number << 32 | last);
  /* The last one begins with the first gram or before it. */
  while (gram > first && yc_statement_step (statement, &local_error))
    {
      g_autoptr (GBytes) block = yc_statement_dup_bytes (statement, 1);

      gram = (YcSearchGram) (yc_statement_get_int (statement, 0) & G_MAXUINT32);
      if (!yc_search_posting_check (block, gram))
        {
          yc_search_file_set_damaged (error, "a block is not what it was");
          return FALSE;
        }
      each_list (block, gram, first, last, func, data);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
yc_search_lookup_word (YcConnection           *connection,
                       const YcSearchSegment  *segment,
                       const guint16          *word,
                       guint                   length,
                       YcSearchMark           *marks,
                       GError                **error)
{
  g_autoptr (GArray) pairs = NULL;
  Pair one = { .block = NULL };

  if (length > 1)
    {
      pairs = read_pairs (connection, segment, word, length, error);
      if (pairs != NULL)
        mark_pairs (segment, pairs, marks);
      return pairs != NULL;
    }
  if (!read_list (connection, segment, YC_SEARCH_GRAM (word[0], YC_SEARCH_IN_BODIES), &one, error))
    {
      clear_pair (&one);
      return FALSE;
    }
  yc_search_posting_each_body (one.list, segment->n_entries, mark_body_cb, marks);
  clear_pair (&one);
  return TRUE;
}
