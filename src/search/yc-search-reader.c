/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the index. */
#include "yc-search-reader-private.h"

#include "yc-search-file-private.h"
#include "yc-search-lookup-private.h"
#include "yc-search-memory-private.h"
#include "yc-search-ranking-private.h"
#include "yc-search-reading-private.h"
#include "yc-search-result-private.h"
#include "yc-search-snippet-private.h"
#include "yc-search-synonyms-private.h"
#include "yc-search-usage-private.h"
#include "yc-search-verify-private.h"

#include <string.h>

struct _YcSearchReader
{
  /* Of the data that were read; 0 for none. */
  gint64          version;
  /* Of YcSearchSegment, in the order of their documents. */
  GPtrArray      *segments;
  /* The text at each number, NULL where there is none. */
  GPtrArray      *names;
  YcSearchMemory *memory;
  guint           n_documents;
  YcSearchSynonyms *synonyms;

  /* Of YcSearchBoost: what the usage is of the data that were read. */
  YcSearchUsage  *usage;
  GArray         *boosts;

  YcSearchVerify  verify;
};

YcSearchReader *
yc_search_reader_new (void)
{
  YcSearchReader *self = g_atomic_rc_box_new0 (YcSearchReader);

  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_search_segment_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->memory = yc_search_memory_new ();
  self->synonyms = yc_search_synonyms_new ();
  self->boosts = g_array_new (FALSE, FALSE, sizeof (YcSearchBoost));
  return self;
}

YcSearchReader *
yc_search_reader_ref (YcSearchReader *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_reader (gpointer data)
{
  YcSearchReader *self = data;

  g_ptr_array_unref (self->segments);
  g_ptr_array_unref (self->names);
  g_array_unref (self->boosts);
  g_clear_pointer (&self->memory, yc_search_memory_free);
  g_clear_pointer (&self->synonyms, yc_search_synonyms_free);
  g_clear_pointer (&self->usage, yc_search_usage_unref);
}

void
yc_search_reader_unref (YcSearchReader *self)
{
  g_atomic_rc_box_release_full (self, clear_reader);
}

static gint64
read_version (YcConnection  *connection,
              GError       **error)
{
  g_autoptr (YcStatement) statement = NULL;

  /* Without a table that was read, the transaction would begin only later. */
  yc_search_file_get_number (connection, "format", error);
  if (*error != NULL)
    return 0;
  statement = yc_connection_prepare (connection, "PRAGMA data_version", error);
  return statement != NULL && yc_statement_step (statement, error)
           ? yc_statement_get_int (statement, 0) + 1
           : 0;
}

static gboolean
read_names (YcSearchReader  *self,
            YcConnection    *connection,
            GError         **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection, "SELECT number, text FROM name WHERE number < 32768 ORDER BY number", error);

  if (statement == NULL)
    return FALSE;
  g_ptr_array_set_size (self->names, 0);
  while (yc_statement_step (statement, error))
    {
      g_ptr_array_set_size (self->names, (int) yc_statement_get_int (statement, 0));
      g_ptr_array_add (self->names, yc_statement_dup_text (statement, 1));
    }
  return *error == NULL;
}

/* Of those read before; what was written once is never changed. */
static YcSearchSegment *
steal_segment (GPtrArray *before,
               gint64     number)
{
  for (guint i = 0; i < before->len; i++)
    {
      YcSearchSegment *segment = before->pdata[i];

      if (segment != NULL && segment->number == number)
        {
          before->pdata[i] = NULL;
          return segment;
        }
    }
  return NULL;
}

static gboolean
has_names (const YcSearchReader  *self,
           const YcSearchSegment *segment)
{
  for (guint i = 0; i < segment->n_entries; i++)
    if (segment->entries[i].kind >= self->names->len ||
        segment->entries[i].place >= MAX (self->names->len, 1))
      return FALSE;
  return TRUE;
}

static guint64
hash_bytes (guint64  hash,
            GBytes  *bytes)
{
  return yc_search_hash (hash, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static YcSearchSegment *
make_segment (YcStatement *statement,
              gint64       number)
{
  gint64 first = yc_statement_get_int (statement, 0);
  g_autoptr (GBytes) entries = yc_statement_dup_bytes (statement, 2);
  g_autoptr (GBytes) shorts = yc_statement_dup_bytes (statement, 3);
  g_autoptr (GBytes) plain = yc_statement_dup_bytes (statement, 4);
  guint64 hash =
    hash_bytes (hash_bytes (hash_bytes ((guint64) first, entries), shorts), plain);

  return hash == (guint64) yc_statement_get_int (statement, 1)
           ? yc_search_segment_new (number, first, entries, shorts, plain, FALSE)
           : NULL;
}

static YcSearchSegment *
read_segment (YcSearchReader  *self,
              YcConnection    *connection,
              gint64           number,
              GError         **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection, "SELECT first, hash, entries, shorts, plain FROM segment WHERE number = $1", error);
  g_autoptr (YcSearchSegment) segment = NULL;

  if (statement == NULL)
    return NULL;
  yc_statement_bind_int (statement, 1, number);
  if (!yc_statement_step (statement, error))
    return NULL;
  segment = make_segment (statement, number);
  if (segment != NULL && has_names (self, segment))
    return g_steal_pointer (&segment);
  yc_search_file_set_damaged (error, "a segment is not what it was");
  return NULL;
}

static gboolean
read_segments (YcSearchReader  *self,
               YcConnection    *connection,
               GError         **error)
{
  g_autoptr (YcStatement) statement =
    yc_connection_prepare (connection, "SELECT number FROM segment ORDER BY first", error);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->segments);

  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_search_segment_free);
  g_ptr_array_set_free_func (before, NULL);
  while (statement != NULL && yc_statement_step (statement, error))
    {
      gint64 number = yc_statement_get_int (statement, 0);
      YcSearchSegment *segment = steal_segment (before, number);

      if (segment == NULL)
        segment = read_segment (self, connection, number, error);
      if (segment == NULL)
        break;
      g_ptr_array_add (self->segments, segment);
    }
  for (guint i = 0; i < before->len; i++)
    if (before->pdata[i] != NULL)
      yc_search_segment_free (before->pdata[i]);
  return *error == NULL;
}

/* As long as there are documents in the segment. */
static GBytes *
pad_bits (GBytes *bits,
          guint   n_entries)
{
  GByteArray *padded = g_byte_array_new_take (g_malloc0 (n_entries / 8 + 1), n_entries / 8 + 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (bits, &size);

  if (size > 0)
    memcpy (padded->data, data, MIN (size, padded->len));
  return g_byte_array_free_to_bytes (padded);
}

static gboolean
read_removed (YcSearchReader  *self,
              YcConnection    *connection,
              GError         **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection, "SELECT r.segment, r.bits, r.count FROM removed AS r", error);

  if (statement == NULL)
    return FALSE;
  while (yc_statement_step (statement, error))
    for (guint i = 0; i < self->segments->len; i++)
      {
        YcSearchSegment *segment = self->segments->pdata[i];
        g_autoptr (GBytes) bits = NULL;

        if (segment->number != yc_statement_get_int (statement, 0))
          continue;
        bits = yc_statement_dup_bytes (statement, 1);
        g_clear_pointer (&segment->removed, g_bytes_unref);
        segment->removed = pad_bits (bits, segment->n_entries);
        self->n_documents -= (guint) yc_statement_get_int (statement, 2);
      }
  return *error == NULL;
}

static gboolean
read_synonyms (YcSearchReader  *self,
               YcConnection    *connection,
               GError         **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection, "SELECT number FROM document WHERE kind = '" YC_SEARCH_SYNONYMS "'", error);

  yc_search_synonyms_clear (self->synonyms);
  while (statement != NULL && yc_statement_step (statement, error))
    {
      gint64 sequence;
      g_autoptr (YcSearchDocument) document = yc_search_file_read_document (
        connection, yc_statement_get_int (statement, 0), &sequence, error);

      if (document == NULL)
        break;
      yc_search_synonyms_add (self->synonyms, document->body);
    }
  return *error == NULL;
}

static gboolean
read_all (YcSearchReader  *self,
          YcConnection    *connection,
          GError         **error)
{
  if (!read_names (self, connection, error) || !read_synonyms (self, connection, error) ||
      !read_segments (self, connection, error))
    return FALSE;
  self->n_documents = 0;
  for (guint i = 0; i < self->segments->len; i++)
    self->n_documents += ((YcSearchSegment *) self->segments->pdata[i])->n_entries;
  g_clear_pointer (&self->usage, yc_search_usage_unref);
  return read_removed (self, connection, error);
}

static gboolean
refresh (YcSearchReader  *self,
         YcConnection    *connection,
         GError         **error)
{
  gint64 version = read_version (connection, error);

  if (*error != NULL || version == self->version)
    return *error == NULL;
  self->version = 0;
  if (!read_all (self, connection, error))
    return FALSE;
  self->version = version;
  return TRUE;
}

static void
finish (YcConnection *connection)
{
  yc_connection_exec (connection, "ROLLBACK", NULL);
}

static gboolean
begin (YcSearchReader  *self,
       YcConnection    *connection,
       GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  if (yc_connection_exec (connection, "BEGIN", &local_error) &&
      refresh (self, connection, &local_error))
    return TRUE;
  finish (connection);
  yc_search_file_take_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
yc_search_reader_refresh (YcSearchReader  *self,
                          YcConnection    *connection,
                          GError         **error)
{
  if (!begin (self, connection, error))
    return FALSE;
  finish (connection);
  return TRUE;
}

void
yc_search_reader_apply (YcSearchReader *self,
                        YcSearchBatch  *batch)
{
  yc_search_memory_apply (self->memory, batch);
  g_clear_pointer (&self->usage, yc_search_usage_unref);
}

void
yc_search_reader_forget (YcSearchReader *self)
{
  self->version = 0;
  self->n_documents = 0;
  g_ptr_array_set_size (self->segments, 0);
  g_clear_pointer (&self->usage, yc_search_usage_unref);
}

guint
yc_search_reader_count (YcSearchReader *self)
{
  const YcSearchSegment *segment = yc_search_memory_get_segment (self->memory);

  return self->n_documents + (segment != NULL ? segment->n_entries : 0);
}

static int
compare_boosts (gconstpointer a,
                gconstpointer b)
{
  const YcSearchBoost *boost_a = a, *boost_b = b;

  return (boost_a->number > boost_b->number) - (boost_a->number < boost_b->number);
}

static gboolean
find_use (YcSearchReader     *self,
          YcConnection       *connection,
          const YcSearchUse  *use,
          GError            **error)
{
  YcSearchBoost boost = { yc_search_memory_find (self->memory, use->kind, use->id), use->boost };
  gint64 sequence;
  guint64 hash;

  if (boost.number != 0 ||
      yc_search_file_find_document (connection, use->kind, use->id, &boost.number, &sequence, &hash,
                                    error))
    g_array_append_val (self->boosts, boost);
  return *error == NULL;
}

static gboolean
take_usage (YcSearchReader  *self,
            YcConnection    *connection,
            YcSearchUsage   *usage,
            GError         **error)
{
  const GArray *uses = usage != NULL ? yc_search_usage_get_uses (usage) : NULL;

  if (usage == self->usage && usage != NULL)
    return TRUE;
  g_array_set_size (self->boosts, 0);
  g_clear_pointer (&self->usage, yc_search_usage_unref);
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    if (!find_use (self, connection, &g_array_index (uses, YcSearchUse, i), error))
      return FALSE;
  g_array_sort (self->boosts, compare_boosts);
  self->usage = usage != NULL ? yc_search_usage_ref (usage) : NULL;
  return TRUE;
}

static const char *
get_name (YcSearchReader *self,
          guint           number)
{
  if (number >= YC_SEARCH_MEMORY_NAMES)
    return yc_search_memory_get_name (self->memory, number - YC_SEARCH_MEMORY_NAMES);
  return self->names->pdata[number];
}

static void
tell_meaning (YcSearchReader        *self,
              guint                  number,
              const YcSearchOptions *options,
              YcSearchRanking       *ranking,
              YcSearchNameMeaning   *meaning)
{
  const char *name = get_name (self, number);

  *meaning = (YcSearchNameMeaning){ -1, 1 };
  if (name == NULL || g_str_equal (name, YC_SEARCH_SYNONYMS))
    return;
  meaning->place = yc_search_ranking_place (name, options->place);
  if (options->kinds == NULL || g_strv_contains (options->kinds, name))
    meaning->group = (int) yc_search_ranking_name (ranking, name);
}

/* Of the names in the file; or of those in memory, which have their numbers above. */
static YcSearchNameMeaning *
tell_meanings (YcSearchReader        *self,
               const YcSearchOptions *options,
               YcSearchRanking       *ranking)
{
  guint n_memory = yc_search_memory_get_n_names (self->memory);
  guint n = n_memory > 0 ? YC_SEARCH_MEMORY_NAMES + n_memory : MAX (self->names->len, 1);
  YcSearchNameMeaning *meanings = g_new (YcSearchNameMeaning, n);

  meanings[0] = (YcSearchNameMeaning){ -1, 1 };
  for (guint i = 1; i < self->names->len; i++)
    tell_meaning (self, i, options, ranking, &meanings[i]);
  for (guint i = 0; i < n_memory; i++)
    tell_meaning (self, YC_SEARCH_MEMORY_NAMES + i, options, ranking,
                  &meanings[YC_SEARCH_MEMORY_NAMES + i]);
  return meanings;
}

/* What is looked for, and where it was found in the documents of one segment. */
typedef struct
{
  YcConnection    *connection;
  const YcQuery   *query;
  YcSearchReading *readings[YC_QUERY_MOST_WORDS];
  YcSearchMarks    marks[YC_QUERY_MOST_WORDS];
  YcSearchMark    *all_marks;
} Search;

static void
search_init (Search        *self,
             YcConnection  *connection,
             const YcQuery *query,
             guint          largest)
{
  *self = (Search){ .connection = connection, .query = query };
  self->all_marks = g_new (YcSearchMark, 2 * query->n_words * largest + 1);
  for (guint i = 0; i < query->n_words; i++)
    {
      self->marks[i].word = &query->words[i];
      self->marks[i].marks = self->all_marks + 2 * i * largest;
      self->marks[i].bounds = self->marks[i].marks + largest;
      if (query->words[i].pinyin != NULL)
        self->readings[i] = yc_search_reading_new (query->words[i].pinyin);
    }
}

static void
search_clear (Search *self)
{
  for (guint i = 0; i < self->query->n_words; i++)
    g_clear_pointer (&self->readings[i], yc_search_reading_free);
  g_free (self->all_marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
find_others (Search                 *self,
             const YcQueryWord      *word,
             const YcSearchSegment  *segment,
             YcSearchMark           *marks,
             GError                **error)
{
  for (guint i = 0; i < yc_query_word_count_others (word); i++)
    {
      guint length;
      const guint16 *units = yc_query_word_get_other (word, i, &length);

      if (!yc_search_lookup_word (self->connection, segment, units, length, marks, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_word (Search                 *self,
           guint                   i,
           const YcSearchSegment  *segment,
           GError                **error)
{
  const YcQueryWord *word = &self->query->words[i];
  YcSearchMark *marks = self->marks[i].marks;

  yc_search_mark_shorts (&self->marks[i], segment);
  if (segment->in_memory)
    return TRUE;
  return yc_search_lookup_word (self->connection, segment, word->units, word->length, marks,
                                error) &&
         find_others (self, word, segment, marks, error) &&
         (self->readings[i] == NULL ||
          yc_search_reading_lookup (self->readings[i], self->connection, segment, marks, error));
}

static gboolean
find_words (Search                 *self,
            const YcSearchSegment  *segment,
            GError                **error)
{
  for (guint i = 0; i < self->query->n_words; i++)
    if (!find_word (self, i, segment, error))
      return FALSE;
  return TRUE;
}

static guint
count_largest (YcSearchReader        *self,
               const YcSearchSegment *memory)
{
  guint largest = memory != NULL ? memory->n_entries : 0;

  for (guint i = 0; i < self->segments->len; i++)
    largest = MAX (largest, ((YcSearchSegment *) self->segments->pdata[i])->n_entries);
  return largest;
}

static gboolean
find_in_segments (YcSearchReader             *self,
                  YcConnection               *connection,
                  const YcQuery              *query,
                  YcSearchRanking            *ranking,
                  const YcSearchNameMeaning  *meanings,
                  GCancellable               *cancellable,
                  GError                    **error)
{
  const YcSearchSegment *memory = yc_search_memory_get_segment (self->memory);
  g_auto (Search) search = { .query = query };

  search_init (&search, connection, query, count_largest (self, memory));
  for (guint i = 0; i < self->segments->len + (memory != NULL ? 1 : 0); i++)
    {
      const YcSearchSegment *segment =
        i < self->segments->len ? self->segments->pdata[i] : memory;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !find_words (&search, segment, error))
        return FALSE;
      yc_search_ranking_add (ranking, segment, search.marks, meanings);
    }
  return TRUE;
}

static YcHit *
make_hit (YcSearchReader           *self,
          YcConnection             *connection,
          const YcSearchCandidate  *candidate,
          const YcQuery            *query,
          GError                  **error)
{
  g_autoptr (YcSearchDocument) document = NULL;
  gint64 sequence;

  if (candidate->segment->in_memory)
    return yc_search_snippet_make_hit (
      yc_search_memory_get_document (self->memory, candidate->entry), query, candidate->score);
  document = yc_search_file_read_document (connection, candidate->segment->first + candidate->entry,
                                           &sequence, error);
  if (document != NULL)
    return yc_search_snippet_make_hit (document, query, candidate->score);
  if (*error == NULL)
    yc_search_file_set_damaged (error, "a document is missing");
  return NULL;
}

/* The best are among the best of their kind, and made already. */
static YcHit *
find_hit (const YcSearchCandidate *candidate,
          GArray                  *best,
          GListModel              *hits)
{
  for (guint i = 0; i < best->len; i++)
    {
      const YcSearchCandidate *other = &g_array_index (best, YcSearchCandidate, i);

      if (other->entry == candidate->entry && other->segment == candidate->segment)
        return g_list_model_get_item (hits, i);
    }
  return NULL;
}

/* Those in @made were made before, of the candidates @best. */
static GListStore *
make_hits (YcSearchReader  *self,
           YcConnection    *connection,
           GArray          *candidates,
           const YcQuery   *query,
           GArray          *best,
           GListModel      *made,
           GError         **error)
{
  GListStore *hits = g_list_store_new (YC_TYPE_HIT);

  for (guint i = 0; i < candidates->len; i++)
    {
      const YcSearchCandidate *candidate = &g_array_index (candidates, YcSearchCandidate, i);
      g_autoptr (YcHit) hit = made != NULL ? find_hit (candidate, best, made) : NULL;

      if (hit == NULL)
        hit = make_hit (self, connection, candidate, query, error);
      if (hit == NULL)
        break;
      g_list_store_append (hits, hit);
    }
  return hits;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const YcSearchGroup *group_a = a, *group_b = b;
  double score_a = group_a->best->len > 0
                     ? g_array_index (group_a->best, YcSearchCandidate, 0).score : 0;
  double score_b = group_b->best->len > 0
                     ? g_array_index (group_b->best, YcSearchCandidate, 0).score : 0;

  return (score_a < score_b) - (score_a > score_b);
}

static gboolean
make_result (YcSearchReader   *self,
             YcConnection     *connection,
             YcSearchRanking  *ranking,
             const YcQuery    *query,
             YcSearchResult   *result,
             GError          **error)
{
  g_autoptr (GListStore) best =
    make_hits (self, connection, ranking->best, query, NULL, NULL, error);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (best)); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (G_LIST_MODEL (best), i);

      yc_search_result_add_best (result, hit);
    }
  g_array_sort (ranking->groups, compare_groups);
  for (guint i = 0; *error == NULL && i < ranking->groups->len; i++)
    {
      const YcSearchGroup *group = &g_array_index (ranking->groups, YcSearchGroup, i);

      if (group->total > 0)
        yc_search_result_add_group (result, group->kind, group->total,
                                    make_hits (self, connection, group->best, query, ranking->best,
                                               G_LIST_MODEL (best), error));
    }
  return *error == NULL;
}

static void
take_options (YcSearchReader        *self,
              const YcSearchOptions *options,
              YcSearchRanking       *ranking)
{
  ranking->limit = options->limit;
  ranking->best_limit = options->best_limit;
  ranking->boosts = (const YcSearchBoost *) (gpointer) self->boosts->data;
  ranking->n_boosts = self->boosts->len;
  if (options->today > YC_SEARCH_FIRST_DAY)
    ranking->today = options->today - YC_SEARCH_FIRST_DAY;
}

static gboolean
answer (YcSearchReader         *self,
        YcConnection           *connection,
        const YcQuery          *query,
        const YcSearchOptions  *options,
        YcSearchResult         *result,
        GCancellable           *cancellable,
        GError                **error)
{
  g_auto (YcSearchRanking) ranking = { NULL };
  g_autofree YcSearchNameMeaning *meanings = NULL;

  yc_search_ranking_init (&ranking);
  if (!take_usage (self, connection, options->usage, error))
    return FALSE;
  /* The memory names its documents when it makes its segment. */
  yc_search_memory_get_segment (self->memory);
  take_options (self, options, &ranking);
  ranking.n_words = query->n_words;
  meanings = tell_meanings (self, options, &ranking);
  return find_in_segments (self, connection, query, &ranking, meanings, cancellable, error) &&
         make_result (self, connection, &ranking, query, result, error);
}

YcSearchResult *
yc_search_reader_find (YcSearchReader         *self,
                       YcConnection           *connection,
                       const char             *text,
                       const YcSearchOptions  *options,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr (YcQuery) query = yc_query_new (text, options->fuzzy);
  g_autoptr (YcSearchResult) result = yc_search_result_new ();
  g_autoptr (GError) local_error = NULL;
  gboolean done = TRUE;

  if (!begin (self, connection, error))
    return NULL;
  yc_search_synonyms_expand (self->synonyms, query);
  if (query->n_words > 0)
    done = answer (self, connection, query, options, result, cancellable, &local_error);
  finish (connection);
  if (done)
    return g_steal_pointer (&result);
  yc_search_file_take_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
yc_search_reader_verify (YcSearchReader  *self,
                         YcConnection    *connection,
                         gboolean        *more,
                         GError         **error)
{
  gboolean sound;

  if (!begin (self, connection, error))
    return FALSE;
  sound = yc_search_verify_more (&self->verify, connection, self->version, error);
  *more = self->verify.phase != YC_SEARCH_VERIFY_DONE;
  finish (connection);
  return sound;
}
