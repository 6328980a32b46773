/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search over a city's knowledge base: bench-search ENTRIES BUDGET-MS. How long each class of
 * queries takes with ranking and snippets, whether everything is found that a scan of the text finds,
 * and how long and large the index is; beside each figure plain FTS5 bigrams with bm25, in one run. */
#include "yc-bigrams.h"
#include "yc-search-index.h"
#include "yc-test-folder.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_QUERIES 200
/* Of each class so many are held against a scan of everything. */
#define N_SCANNED 30
#define BUDGET_BUILD_S 15
#define BUDGET_DISK_MB 300
#define BUDGET_MEMORY_MB 40

typedef struct
{
  double p50;
  double p99;
  double worst;
} Times;

static int
compare (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static Times
summarize (gint64 *times)
{
  qsort (times, N_QUERIES, sizeof *times, compare);
  return (Times){ times[N_QUERIES / 2] / 1000.0, times[N_QUERIES * 99 / 100] / 1000.0,
                  times[N_QUERIES - 1] / 1000.0 };
}

/* In MB: what belongs to this process alone, without the pages of files. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  long size = 0, resident = 0, shared = 0;

  malloc_trim (0);
  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  g_assert_cmpint (sscanf (text, "%ld %ld %ld", &size, &resident, &shared), ==, 3);
  return (double) (resident - shared) * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static YcSearchDocument *
make_document (const YcCorpusEntry *entry)
{
  YcSearchDocument *document = yc_search_document_new ("entry", entry->id, entry->title);

  yc_search_document_set_body (document, entry->body);
  for (guint i = 0; entry->tags[i] != NULL; i++)
    yc_search_document_add_tag (document, entry->tags[i]);
  return document;
}

static void
apply (YcSearchIndex *index, YcSearchBatch *batch)
{
  g_autoptr (GError) error = NULL;

  yc_search_index_apply (index, batch, &error);
  g_assert_no_error (error);
}

static YcSearchIndex *
build (YcCorpus *corpus, const char *path)
{
  YcSearchIndex *index = yc_search_index_new (path);
  YcSearchBatch *batch = yc_search_batch_new ();
  g_autoptr (GError) error = NULL;

  yc_search_index_open (index, &error);
  g_assert_no_error (error);
  yc_search_batch_begin_fill (batch);
  for (guint i = 0; i < yc_corpus_get_n_entries (corpus); i++)
    {
      yc_search_batch_put (batch, make_document (yc_corpus_get_entry (corpus, i)));
      if (yc_search_batch_get_size (batch) < YC_SEARCH_BATCH_BYTES)
        continue;
      apply (index, batch);
      batch = yc_search_batch_new ();
    }
  yc_search_batch_end_fill (batch);
  yc_search_batch_set_stamp (batch, "1");
  apply (index, batch);
  return index;
}

static YcSearchResult *
find (YcSearchIndex *index, const char *query)
{
  const YcSearchOptions options = { .limit = 20, .best_limit = 20, .fuzzy = YC_SEARCH_FUZZY_ALL };
  g_autoptr (GError) error = NULL;
  YcSearchResult *result = yc_search_index_find (index, query, &options, &error);

  g_assert_no_error (error);
  return result;
}

/* Every word of @query somewhere in the entry: what is to be found, by reading all of it. */
static gboolean
has_words (const YcCorpusEntry *entry, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = strstr (entry->title, words[i]) != NULL ||
                       strstr (entry->body, words[i]) != NULL;

      for (guint j = 0; entry->tags[j] != NULL && !found; j++)
        found = strstr (entry->tags[j], words[i]) != NULL;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static guint
scan (YcCorpus *corpus, const char *query)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  guint n = 0;

  for (guint i = 0; i < yc_corpus_get_n_entries (corpus); i++)
    n += has_words (yc_corpus_get_entry (corpus, i), words);
  return n;
}

/* The share of what a scan finds that the index has found too, in percent. */
static double
get_recall (YcCorpus *corpus, char **queries, const guint *totals)
{
  guint64 wanted = 0, found = 0;

  for (guint i = 0; i < N_SCANNED; i++)
    {
      guint n = scan (corpus, queries[i]);

      wanted += n;
      found += MIN (totals[i], n);
      if (totals[i] > n)
        g_error ("“%s” is found %u times, and is there %u times", queries[i], totals[i], n);
    }
  return wanted > 0 ? (double) found * 100 / (double) wanted : 100;
}

static Times
time_index (YcSearchIndex *index, char **queries, guint *totals)
{
  gint64 times[N_QUERIES];

  for (guint i = 0; i < N_QUERIES; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (YcSearchResult) result = find (index, queries[i]);

      times[i] = g_get_monotonic_time () - begin;
      totals[i] = yc_search_result_get_total (result);
    }
  return summarize (times);
}

static Times
time_peer (YcBigrams *peer, char **queries)
{
  gint64 times[N_QUERIES];

  for (guint i = 0; i < N_QUERIES; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      yc_bigrams_find (peer, queries[i]);
      times[i] = g_get_monotonic_time () - begin;
    }
  return summarize (times);
}

static void
measure_class (YcCorpus *corpus, YcSearchIndex *index, YcBigrams *peer, YcCorpusClass class,
               const char *budget)
{
  g_auto (GStrv) queries = yc_corpus_dup_queries (corpus, class, N_QUERIES);
  guint totals[N_QUERIES];
  Times ours = time_index (index, queries, totals);

  printf ("{\"bench\":\"search\",\"entries\":%u,\"class\":\"%s\",\"queries\":%d,\"p50_ms\":%.2f,"
          "\"p99_ms\":%.2f,\"worst_ms\":%.2f,\"budget_p99_ms\":%s",
          yc_corpus_get_n_entries (corpus), yc_corpus_class_get_name (class), N_QUERIES, ours.p50,
          ours.p99, ours.worst, budget);
  /* The peer knows characters only. */
  if (class <= YC_CORPUS_WORDS)
    {
      Times theirs = time_peer (peer, queries);

      printf (",\"fts5_p50_ms\":%.2f,\"fts5_p99_ms\":%.2f,\"recall_percent\":%.2f", theirs.p50,
              theirs.p99, get_recall (corpus, queries, totals));
    }
  puts ("}");
  fflush (stdout);
}

static double
get_file_mb (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 ? (double) about.st_size / 1e6 : 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "search.db", NULL);
  g_autofree char *peer_path = g_build_filename (folder, "bigrams.db", NULL);
  g_autoptr (YcCorpus) corpus = NULL;
  g_autoptr (YcSearchIndex) index = NULL;
  g_autoptr (YcBigrams) peer = NULL;
  gint64 begin;
  double seconds, peer_seconds, memory;

  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpint (argc, ==, 3);
  corpus = yc_corpus_new ((guint) atoi (argv[1]), YC_CORPUS_SEED);
  memory = get_memory ();
  begin = g_get_monotonic_time ();
  index = build (corpus, path);
  seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  memory = get_memory () - memory;
  begin = g_get_monotonic_time ();
  peer = yc_bigrams_new (corpus, peer_path);
  peer_seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  printf ("{\"bench\":\"search-build\",\"entries\":%u,\"seconds\":%.2f,\"budget_seconds\":%d,"
          "\"disk_mb\":%.1f,\"budget_disk_mb\":%d,\"memory_mb\":%.1f,\"budget_memory_mb\":%d,"
          "\"fts5_seconds\":%.2f,\"fts5_disk_mb\":%.1f}\n",
          yc_corpus_get_n_entries (corpus), seconds, BUDGET_BUILD_S,
          (double) yc_search_index_get_disk_bytes (index) / 1e6, BUDGET_DISK_MB, memory,
          BUDGET_MEMORY_MB, peer_seconds, get_file_mb (peer_path));
  fflush (stdout);
  for (YcCorpusClass class = 0; class < YC_CORPUS_N_CLASSES; class ++)
    measure_class (corpus, index, peer, class, argv[2]);
  return 0;
}
