/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a batch into the index.
 *
 * New documents make new segments; those that are replaced or removed are marked in theirs. When
 * there are many small segments, or much of one is removed, their documents are indexed again.
 */
#include "yc-search-writer-private.h"

#include "yc-search-file-private.h"
#include "yc-search-posting-private.h"

#include <string.h>

/* In units of bodies: a segment of this size is put together in some thirty megabytes. The fewer there
 * are, the less is read for a query. */
#define LARGEST_SEGMENT 3000000

/* Below this a segment is small, and of small ones there are not more than so many. */
#define SMALL_SEGMENT 500000
#define MOST_SMALL_SEGMENTS 8

typedef struct
{
  YcConnection    *connection;
  YcSearchBuilder  builder;
  guint            n_blocks;
  /* Of the segment that is put together. */
  gint64           first;
  gint64           next;
  gint64           next_sequence;
  gint64           next_segment;
  gboolean         filling;
  /* Number of a segment → GByteArray of bits. */
  GHashTable      *removed;
  /* Text → number. */
  GHashTable      *kinds;
  GHashTable      *places;
} Writer;

static gboolean
load_names (Writer      *self,
            const char  *sort,
            GHashTable  *names,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    self->connection, "SELECT number, text FROM name WHERE sort = $1", error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, sort);
  while (yc_statement_step (statement, &local_error))
    g_hash_table_insert (names, yc_statement_dup_text (statement, 1),
                         GINT_TO_POINTER (yc_statement_get_int (statement, 0)));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
name_it (Writer      *self,
         const char  *sort,
         GHashTable  *names,
         const char  *text,
         guint16     *number,
         GError     **error)
{
  g_autoptr (YcStatement) statement = NULL;
  gpointer known = g_hash_table_lookup (names, text);

  if (known == NULL)
    {
      statement = yc_connection_prepare (
        self->connection, "INSERT INTO name (sort, text) VALUES ($1, $2)", error);
      if (statement == NULL)
        return FALSE;
      yc_statement_bind_text (statement, 1, sort);
      yc_statement_bind_text (statement, 2, text);
      if (!yc_statement_run (statement, error))
        return FALSE;
      known = GINT_TO_POINTER (yc_connection_get_last_insert_id (self->connection));
      g_hash_table_insert (names, g_strdup (text), known);
    }
  *number = (guint16) MIN (GPOINTER_TO_INT (known), G_MAXUINT16);
  return TRUE;
}

static gboolean
insert_document (Writer                  *self,
                 const YcSearchDocument  *document,
                 gint64                   number,
                 gint64                   sequence,
                 GError                 **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    self->connection,
    "INSERT INTO document (number, sequence, kind, id, title, tags, codes, places, weight,"
    " day_from, day_until, hash, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, number);
  yc_statement_bind_int (statement, 2, sequence);
  yc_statement_bind_text (statement, 3, document->kind);
  yc_statement_bind_text (statement, 4, document->id);
  yc_statement_bind_text (statement, 5, document->title);
  yc_statement_bind_text (statement, 6, document->tags->str);
  yc_statement_bind_text (statement, 7, document->codes->str);
  yc_statement_bind_text (statement, 8, document->places->str);
  yc_statement_bind_double (statement, 9, document->weight);
  yc_statement_bind_int (statement, 10, document->from);
  yc_statement_bind_int (statement, 11, document->until);
  yc_statement_bind_int (statement, 12, (gint64) yc_search_file_hash_document (document));
  yc_statement_bind_text (statement, 13, document->body);
  return yc_statement_run (statement, error);
}

static gboolean
write_block_cb (YcSearchGram   first,
                GByteArray    *block,
                gpointer       data,
                GError       **error)
{
  Writer *self = data;
  g_autoptr (GBytes) bytes = g_bytes_new (block->data, block->len);
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    self->connection, "INSERT INTO posting (number, block) VALUES ($1, $2)", error);

  self->n_blocks++;
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, self->next_segment << 32 | first);
  yc_statement_bind_bytes (statement, 2, bytes);
  return yc_statement_run (statement, error);
}

static GBytes *
make_bytes (const GArray *array,
            guint64      *hash)
{
  gsize size = array->len * g_array_get_element_size ((GArray *) array);

  *hash = yc_search_hash (*hash, array->data, size);
  return g_bytes_new (array->data, size);
}

static gboolean
write_segment (Writer  *self,
               GError **error)
{
  const YcSearchBuilder *builder = &self->builder;
  guint64 hash = (guint64) self->first;
  g_autoptr (GBytes) entries = make_bytes (builder->entries, &hash);
  g_autoptr (GBytes) shorts = make_bytes (builder->shorts, &hash);
  g_autoptr (GBytes) plain = make_bytes (builder->plain, &hash);
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    self->connection,
    "INSERT INTO segment (number, first, documents, units, blocks, hash, entries, shorts, plain)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, self->next_segment);
  yc_statement_bind_int (statement, 2, self->first);
  yc_statement_bind_int (statement, 3, builder->entries->len - 1);
  yc_statement_bind_int (statement, 4, builder->bodies->len);
  yc_statement_bind_int (statement, 5, self->n_blocks);
  yc_statement_bind_int (statement, 6, (gint64) hash);
  yc_statement_bind_bytes (statement, 7, entries);
  yc_statement_bind_bytes (statement, 8, shorts);
  yc_statement_bind_bytes (statement, 9, plain);
  return yc_statement_run (statement, error);
}

/* Writes what was put together, and begins anew. */
static gboolean
end_segment (Writer  *self,
             GError **error)
{
  if (self->builder.entries->len == 0)
    return TRUE;
  yc_search_builder_end (&self->builder);
  self->n_blocks = 0;
  if (!yc_search_posting_write (self->builder.bodies, self->builder.entries, write_block_cb, self,
                                error) ||
      !write_segment (self, error))
    return FALSE;
  yc_search_builder_clear (&self->builder);
  yc_search_builder_init (&self->builder, FALSE);
  self->first = self->next;
  self->next_segment++;
  return TRUE;
}

/* Puts a document into the segment, under the next number. */
static gboolean
index_document (Writer                  *self,
                const YcSearchDocument  *document,
                gint64                   sequence,
                GError                 **error)
{
  guint16 kind, place = 0;

  if (!name_it (self, "kind", self->kinds, document->kind, &kind, error))
    return FALSE;
  if (document->places->len > 0 &&
      !name_it (self, "place", self->places, document->places->str, &place, error))
    return FALSE;
  yc_search_builder_add (&self->builder, document, kind, place, (guint32) sequence);
  self->next++;
  return self->builder.bodies->len < LARGEST_SEGMENT || end_segment (self, error);
}

static GByteArray *
load_removed (Writer  *self,
              gint64   segment,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    self->connection, "SELECT bits FROM removed WHERE segment = $1", error);

  if (statement == NULL)
    return NULL;
  yc_statement_bind_int (statement, 1, segment);
  if (yc_statement_step (statement, &local_error))
    return g_bytes_unref_to_array (yc_statement_dup_bytes (statement, 0));
  if (local_error == NULL)
    return g_byte_array_new ();
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
mark_bit (Writer  *self,
          gint64   segment,
          guint    bit,
          GError **error)
{
  GByteArray *bits = g_hash_table_lookup (self->removed, &segment);
  guint length;

  if (bits == NULL)
    {
      bits = load_removed (self, segment, error);
      if (bits == NULL)
        return FALSE;
      g_hash_table_insert (self->removed, g_memdup2 (&segment, sizeof segment), bits);
    }
  length = bits->len;
  if (bit / 8 >= length)
    {
      g_byte_array_set_size (bits, bit / 8 + 1);
      memset (bits->data + length, 0, bits->len - length);
    }
  bits->data[bit / 8] |= (guint8) (1u << bit % 8);
  return TRUE;
}

static gboolean
mark_removed (Writer  *self,
              gint64   number,
              GError **error)
{
  g_autoptr (YcStatement) statement = NULL;

  if (number >= self->first)
    return mark_bit (self, self->next_segment, (guint) (number - self->first), error);
  statement = yc_connection_prepare (
    self->connection,
    "SELECT number, first FROM segment WHERE first <= $1 ORDER BY first DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, number);
  if (yc_statement_step (statement, error))
    return mark_bit (self, yc_statement_get_int (statement, 0),
                     (guint) (number - yc_statement_get_int (statement, 1)), error);
  if (error == NULL || *error == NULL)
    yc_search_file_set_damaged (error, "a document without a segment");
  return FALSE;
}

static gboolean
remove_document (Writer  *self,
                 gint64   number,
                 GError **error)
{
  return mark_removed (self, number, error) &&
         yc_search_file_run (self->connection, error, "DELETE FROM document WHERE number = $1", 1,
                             number);
}

static gboolean
note_seen (Writer  *self,
           gint64   number,
           GError **error)
{
  return !self->filling ||
         yc_search_file_run (self->connection, error,
                             "INSERT OR IGNORE INTO seen (number) VALUES ($1)", 1, number);
}

static gboolean
put (Writer                  *self,
     const YcSearchDocument  *document,
     GError                 **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 number, sequence = self->next_sequence;
  guint64 hash;
  gboolean known = yc_search_file_find_document (self->connection, document->kind, document->id,
                                                 &number, &sequence, &hash, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (known && hash == yc_search_file_hash_document (document))
    return note_seen (self, number, error);
  if (known && !remove_document (self, number, error))
    return FALSE;
  self->next_sequence += known ? 0 : 1;
  return insert_document (self, document, self->next, sequence, error) &&
         note_seen (self, self->next, error) && index_document (self, document, sequence, error);
}

static gboolean
remove_named (Writer      *self,
              const char  *kind,
              const char  *id,
              GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 number, sequence;
  guint64 hash;

  if (yc_search_file_find_document (self->connection, kind, id, &number, &sequence, &hash,
                                    &local_error))
    return remove_document (self, number, error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
apply_change (Writer                *self,
              const YcSearchChange  *change,
              GError               **error)
{
  if (change->document == NULL)
    return remove_named (self, change->kind, change->id, error);
  return change->document->personal || put (self, change->document, error);
}

/* (element-type gint64) */
static GArray *
list_numbers (Writer      *self,
              const char  *sql,
              GError     **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcStatement) statement = yc_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return NULL;
  while (yc_statement_step (statement, &local_error))
    {
      gint64 number = yc_statement_get_int (statement, 0);

      g_array_append_val (numbers, number);
    }
  if (local_error == NULL)
    return g_steal_pointer (&numbers);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
begin_fill (Writer  *self,
            GError **error)
{
  self->filling = TRUE;
  return yc_search_file_set_number (self->connection, "filling", 1, error) &&
         yc_connection_exec (self->connection, "DELETE FROM seen", error);
}

static gboolean
end_fill (Writer  *self,
          GError **error)
{
  g_autoptr (GArray) old = list_numbers (
    self, "SELECT number FROM document WHERE number NOT IN (SELECT number FROM seen)", error);

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (!remove_document (self, g_array_index (old, gint64, i), error))
      return FALSE;
  self->filling = FALSE;
  return yc_search_file_set_number (self->connection, "filling", 0, error) &&
         yc_connection_exec (self->connection, "DELETE FROM seen", error);
}

static guint
count_bits (const GByteArray *bits)
{
  guint n = 0;

  for (guint i = 0; i < bits->len; i++)
    for (guint8 rest = bits->data[i]; rest != 0; rest &= (guint8) (rest - 1))
      n++;
  return n;
}

static gboolean
write_removed (Writer  *self,
               GError **error)
{
  GHashTableIter iter;
  gpointer segment, bits;

  g_hash_table_iter_init (&iter, self->removed);
  while (g_hash_table_iter_next (&iter, &segment, &bits))
    {
      GByteArray *array = bits;
      g_autoptr (GBytes) bytes = g_bytes_new (array->data, array->len);
      g_autoptr (YcStatement) statement = yc_connection_prepare (
        self->connection,
        "INSERT OR REPLACE INTO removed (segment, count, bits) VALUES ($1, $2, $3)", error);

      if (statement == NULL)
        return FALSE;
      yc_statement_bind_int (statement, 1, *(gint64 *) segment);
      yc_statement_bind_int (statement, 2, count_bits (array));
      yc_statement_bind_bytes (statement, 3, bytes);
      if (!yc_statement_run (statement, error))
        return FALSE;
    }
  g_hash_table_remove_all (self->removed);
  return TRUE;
}

static gboolean
index_again (Writer  *self,
             gint64   number,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcSearchDocument) document = NULL;
  gint64 sequence, next = self->next;

  document = yc_search_file_read_document (self->connection, number, &sequence, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (document == NULL)
    return TRUE;
  return yc_search_file_run (self->connection, error,
                             "UPDATE document SET number = $1 WHERE number = $2", 2, next, number) &&
         yc_search_file_run (self->connection, error,
                             "UPDATE seen SET number = $1 WHERE number = $2", 2, next, number) &&
         index_document (self, document, sequence, error);
}

static gboolean
drop_segment (Writer  *self,
              gint64   segment,
              GError **error)
{
  return yc_search_file_run (self->connection, error,
                             "DELETE FROM posting WHERE number >= $1 AND number < $2", 2,
                             segment << 32, (segment + 1) << 32) &&
         yc_search_file_run (self->connection, error, "DELETE FROM removed WHERE segment = $1", 1,
                             segment) &&
         yc_search_file_run (self->connection, error, "DELETE FROM segment WHERE number = $1", 1,
                             segment);
}

static gboolean
renew_segment (Writer  *self,
               gint64   segment,
               GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT d.number FROM segment AS s JOIN document AS d"
    " ON d.number >= s.first AND d.number < s.first + s.documents"
    " WHERE s.number = %" G_GINT64_FORMAT " ORDER BY d.number",
    segment);
  g_autoptr (GArray) numbers = list_numbers (self, sql, error);

  if (numbers == NULL || !drop_segment (self, segment, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    if (!index_again (self, g_array_index (numbers, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
renew_segments (Writer  *self,
                GArray  *segments,
                GError **error)
{
  for (guint i = 0; i < segments->len; i++)
    if (!renew_segment (self, g_array_index (segments, gint64, i), error))
      return FALSE;
  return end_segment (self, error);
}

static gboolean
tidy (Writer  *self,
      GError **error)
{
  g_autoptr (GArray) small = list_numbers (
    self, "SELECT number FROM segment WHERE units < " G_STRINGIFY (SMALL_SEGMENT)
    " ORDER BY first", error);
  g_autoptr (GArray) sparse = NULL;

  if (small == NULL)
    return FALSE;
  if (small->len > MOST_SMALL_SEGMENTS && !renew_segments (self, small, error))
    return FALSE;
  sparse = list_numbers (
    self, "SELECT s.number FROM segment AS s JOIN removed AS r ON r.segment = s.number"
    " WHERE r.count * 2 > s.documents ORDER BY s.first", error);
  return sparse != NULL && renew_segments (self, sparse, error);
}

static gboolean
load (Writer        *self,
      YcConnection  *connection,
      GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  *self = (Writer){ .connection = connection };
  yc_search_builder_init (&self->builder, FALSE);
  self->removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_byte_array_unref);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->next = yc_search_file_get_number (connection, "next", &local_error);
  self->first = self->next;
  if (local_error == NULL)
    self->next_sequence = yc_search_file_get_number (connection, "sequence", &local_error);
  if (local_error == NULL)
    self->next_segment = yc_search_file_get_number (connection, "segment", &local_error);
  if (local_error == NULL)
    self->filling = yc_search_file_get_number (connection, "filling", &local_error) != 0;
  if (local_error == NULL)
    return load_names (self, "kind", self->kinds, error) &&
           load_names (self, "place", self->places, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
save (Writer  *self,
      GError **error)
{
  return yc_search_file_set_number (self->connection, "next", self->next, error) &&
         yc_search_file_set_number (self->connection, "sequence", self->next_sequence, error) &&
         yc_search_file_set_number (self->connection, "segment", self->next_segment, error);
}

static void
clear (Writer *self)
{
  yc_search_builder_clear (&self->builder);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

static gboolean
apply (Writer         *self,
       YcSearchBatch  *batch,
       GError        **error)
{
  if (batch->begins && !begin_fill (self, error))
    return FALSE;
  for (guint i = 0; i < batch->changes->len; i++)
    if (!apply_change (self, batch->changes->pdata[i], error))
      return FALSE;
  if (batch->ends && !end_fill (self, error))
    return FALSE;
  if (!end_segment (self, error) || !write_removed (self, error) || !tidy (self, error))
    return FALSE;
  if (batch->stamp != NULL &&
      !yc_search_file_set_stamp (self->connection, batch->stamp, error))
    return FALSE;
  return save (self, error);
}

gboolean
yc_search_writer_apply (YcConnection   *connection,
                        YcSearchBatch  *batch,
                        GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  Writer self;
  gboolean done = load (&self, connection, &local_error) && apply (&self, batch, &local_error);

  clear (&self);
  if (!done)
    yc_search_file_take_error (error, g_steal_pointer (&local_error));
  return done;
}
