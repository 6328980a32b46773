/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a key to what it finds on the screen: the whole desk with a city's catalog and so many
 * entries more in its index, real keys typed into the need field and into Ctrl+K. Prints one JSON
 * line for each place. GTK paints on the ticks of a clock: what the desk itself takes ("own") is told
 * apart from waiting for it, and what its threads waited for a processor is told, too, since other
 * programs take it; "free" is the time without that. */
#include "yc-city.h"
#include "yc-corpus.h"
#include "yc-mark-reader.h"
#include "yc-search-index.h"
#include "yc-start.h"
#include "yc-typist.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define N_QUERIES 20
#define MAX_KEYS 4000
/* Faster than anybody types: twenty keys a second. A frame is followed by an empty one of the
 * clock, and a key that came with it would wait. */
#define KEY_US 50000
/* What is done after the last key of a query, the field emptied. */
#define REST_US 150000
#define SETTLE_US (2 * G_USEC_PER_SEC)
#define BUDGET_MS 16
#define N_WORST 10

typedef enum
{
  TOTAL,
  OWN,
  FOUND,
  PAINT,
  WAITED,
  FREE,
  N_TIMES
} Time;

static const char *const names[N_TIMES] = { "", "own_", "found_", "paint_", "waited_", "free_" };

typedef struct
{
  YcStage      *stage;
  YcMarkReader *marks;
  YcTypist     *typist;
  GPtrArray    *queries;
  guint         n_keys;
  double        times[N_TIMES][MAX_KEYS];
  /* What stood in the field after each key. */
  char         *texts[MAX_KEYS];
} Typing;

static YcSearchDocument *
make_document (const YcCorpusEntry *entry)
{
  YcSearchDocument *document = yc_search_document_new ("entry", entry->id, entry->title);

  yc_search_document_set_body (document, entry->body);
  for (guint i = 0; entry->tags[i] != NULL; i++)
    yc_search_document_add_tag (document, entry->tags[i]);
  return document;
}

/* Into the index that the desk has made of its catalog, and still takes for it. */
static void
fill_index (YcStage *stage, YcCorpus *corpus)
{
  g_autofree char *path = yc_stage_dup_desk_file (stage, "search.db");
  g_autoptr (YcSearchIndex) index = yc_search_index_new (path);
  YcSearchBatch *batch = yc_search_batch_new ();
  g_autoptr (GError) error = NULL;

  yc_search_index_open (index, &error);
  for (guint i = 0; i < yc_corpus_get_n_entries (corpus) && error == NULL; i++)
    {
      yc_search_batch_put (batch, make_document (yc_corpus_get_entry (corpus, i)));
      if (yc_search_batch_get_size (batch) < YC_SEARCH_BATCH_BYTES)
        continue;
      yc_search_index_apply (index, batch, &error);
      batch = yc_search_batch_new ();
    }
  g_assert_no_error (error);
  yc_search_index_apply (index, batch, &error);
  g_assert_no_error (error);
}

/* How long all threads of the desk were ready to run and had no processor until now. */
static double
get_waited_ms (Typing *self)
{
  g_autofree char *path =
    g_strdup_printf ("/proc/%d/task", yc_stage_get_desk_pid (self->stage));
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *thread;
  double sum = 0;

  g_assert_nonnull (dir);
  while ((thread = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, thread, "schedstat", NULL);
      g_autofree char *text = NULL;
      gint64 ran, waited;

      if (g_file_get_contents (file, &text, NULL, NULL) &&
          sscanf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &ran, &waited) == 2)
        sum += (double) waited / 1e6;
    }
  return sum;
}

static double
get_ms (gint64 from, gint64 to)
{
  return (double) (to - from) / 1000;
}

static void
type_key (Typing *self, gunichar character, char *text)
{
  double waited = get_waited_ms (self);
  gint64 pressed = yc_typist_press (self->typist, character);
  gint64 found = yc_mark_reader_await (self->marks, "found", pressed);
  gint64 frame = yc_mark_reader_await (self->marks, "frame", found);
  gint64 shown = yc_mark_reader_await (self->marks, "shown", frame);
  guint n = self->n_keys++;

  g_assert_cmpuint (n, <, MAX_KEYS);
  self->texts[n] = text;
  self->times[TOTAL][n] = get_ms (pressed, shown);
  self->times[FOUND][n] = get_ms (pressed, found);
  self->times[PAINT][n] = get_ms (frame, shown);
  self->times[OWN][n] = self->times[FOUND][n] + self->times[PAINT][n];
  self->times[WAITED][n] = get_waited_ms (self) - waited;
  self->times[FREE][n] = MAX (self->times[TOTAL][n] - self->times[WAITED][n], 0);
  g_usleep (KEY_US);
}

static void
type_all (Typing *self)
{
  YcRobot *robot = yc_stage_get_robot (self->stage);

  self->n_keys = 0;
  for (guint i = 0; i < self->queries->len; i++)
    {
      const char *query = self->queries->pdata[i];

      if (!yc_typist_can_type (self->typist, query))
        continue;
      for (const char *c = query; *c != '\0'; c = g_utf8_next_char (c))
        {
          const char *end = g_utf8_next_char (c);

          type_key (self, g_utf8_get_char (c), g_strndup (query, (gsize) (end - query)));
        }
      yc_robot_press (robot, "Escape");
      g_usleep (REST_US);
    }
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The slowest keys, the worst first: what to look at next. */
static void
tell_worst (Typing *self, const char *place)
{
  g_autofree gboolean *told = g_new0 (gboolean, self->n_keys);

  for (guint i = 0; i < MIN (N_WORST, self->n_keys); i++)
    {
      guint worst = 0;

      for (guint j = 1; j < self->n_keys; j++)
        if (!told[j] && (told[worst] || self->times[TOTAL][j] > self->times[TOTAL][worst]))
          worst = j;
      told[worst] = TRUE;
      fprintf (stderr, "%s “%s”:", place, self->texts[worst]);
      for (Time time = 0; time < N_TIMES; time++)
        fprintf (stderr, " %sms %.1f", names[time], self->times[time][worst]);
      fprintf (stderr, "\n");
    }
}

static void
print (Typing *self, const char *place, guint n_entries)
{
  double load = -1;

  tell_worst (self, place);
  getloadavg (&load, 1);
  printf ("{\"bench\":\"keys\",\"place\":\"%s\",\"entries\":%u,\"items\":%d,\"keys\":%u", place,
          n_entries + YC_CITY_ENTRIES, YC_CITY_ITEMS, self->n_keys);
  for (Time i = 0; i < N_TIMES; i++)
    {
      double *times = self->times[i];

      qsort (times, self->n_keys, sizeof *times, compare);
      printf (",\"%sp50_ms\":%.1f,\"%sp99_ms\":%.1f", names[i], times[self->n_keys / 2], names[i],
              times[self->n_keys * 99 / 100]);
    }
  printf (",\"worst_ms\":%.1f,\"budget_p99_ms\":%d,\"load\":%.1f}\n",
          self->times[TOTAL][self->n_keys - 1], BUDGET_MS, load);
  fflush (stdout);
  for (guint i = 0; i < self->n_keys; i++)
    g_free (self->texts[i]);
}

static GPtrArray *
collect_queries (YcCorpus *corpus)
{
  static const YcCorpusClass classes[] = {
    YC_CORPUS_SOME, YC_CORPUS_WORDS, YC_CORPUS_PINYIN, YC_CORPUS_INITIALS, YC_CORPUS_MIXED,
    YC_CORPUS_FUZZY, YC_CORPUS_DIGITS,
  };
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_auto (GStrv) queries = yc_corpus_dup_queries (corpus, classes[i], N_QUERIES);

      for (guint j = 0; queries[j] != NULL; j++)
        g_ptr_array_add (all, g_strdup (queries[j]));
    }
  return all;
}

static void
start_desk (Typing *self)
{
  gint64 begin = g_get_monotonic_time ();

  yc_stage_set_desk_log (self->stage, yc_mark_reader_get_path (self->marks));
  yc_stage_spawn_desk (self->stage);
  yc_mark_reader_await (self->marks, "searchable", begin);
  /* It still looks for news of the catalog. */
  g_usleep (SETTLE_US);
}

static void
open_search (Typing *self)
{
  guint n_windows = yc_typist_count_windows (self->typist);

  yc_robot_press (yc_stage_get_robot (self->stage), "ctrl+k");
  while (yc_typist_count_windows (self->typist) == n_windows)
    g_usleep (KEY_US);
  g_usleep (REST_US);
}

int
main (int argc, char **argv)
{
  g_autoptr (YcStage) stage = yc_stage_new (NULL);
  guint n_entries = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  g_autoptr (YcCorpus) corpus = yc_corpus_new (n_entries, YC_CORPUS_SEED);
  g_autoptr (GPtrArray) queries = collect_queries (corpus);
  g_autoptr (YcTypist) typist = yc_typist_new (queries);
  g_autoptr (YcMarkReader) marks = yc_mark_reader_new ();
  Typing typing = { .stage = stage, .marks = marks, .typist = typist, .queries = queries };
  YcStart first;

  yc_city_publish (yc_stage_get_service (stage));
  yc_start_prepare (stage, &first);
  yc_stage_stop_desk (stage);
  fill_index (stage, corpus);
  start_desk (&typing);
  type_all (&typing);
  print (&typing, "need", n_entries);
  open_search (&typing);
  type_all (&typing);
  print (&typing, "search", n_entries);
  return 0;
}
