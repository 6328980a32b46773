/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a key to what it finds on the screen: the search field of the desk over 100,000 entries and as
 * many items as a city has, typed into character by character. Prints one JSON line. GTK paints on
 * the ticks of a clock, up to 17 ms apart: what the desk itself takes is told apart from the waiting. */
#include "yc-corpus.h"
#include "yc-demo.h"
#include "yc-catalog-folder.h"
#include "yc-finder-view.h"
#include "yc-search-catalog.h"
#include "yc-seeker-private.h"
#include "yc-test-folder.h"
#include "yc-ui.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#define N_ITEMS 1300
#define N_QUERIES 20
#define MAX_KEYS 4000
#define KEY_MS 20
#define BUDGET_MS 16

typedef struct
{
  GtkWidget *view;
  gint64     pressed;
  gboolean   found;
  gint64     times[MAX_KEYS];
  /* Until what was found is known: the rest is layout and paint. */
  gint64     found_times[MAX_KEYS];
  /* Finding, layout and paint without waiting for the clock. */
  gint64     own_times[MAX_KEYS];
  gint64     frame_begun;
  guint      n_times;
} Typing;

static void
put_catalog (YcSearchBatch *batch, YcCatalog *catalog)
{
  g_autoptr (GFile) folder = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) files = yc_catalog_folder_read (folder, &error);
  guint n = yc_catalog_folder_get_n_documents (files), n_items = 0;

  g_assert_no_error (error);
  for (guint i = 0; n_items < N_ITEMS; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (files, i % n);
      const char *kind = yc_catalog_document_get_kind (document);
      JsonObject *json = json_node_get_object (yc_catalog_document_get_body (document));
      gboolean item = g_str_equal (kind, "item");
      g_autofree char *code = g_strdup_printf ("CC-%04u", n_items);

      if (item)
        json_object_set_string_member (json, "code", code);
      if (item || i < n)
        {
          yc_search_catalog_put (batch, kind, yc_catalog_document_get_id (document), json);
          yc_catalog_apply (catalog, kind, item ? code : yc_catalog_document_get_id (document),
                            yc_catalog_document_get_body (document), NULL);
        }
      n_items += item;
    }
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

/* Batch by batch, as a desk fills its index. */
static void
build (const char *path, YcCorpus *corpus, YcCatalog *catalog)
{
  g_autoptr (YcSearchIndex) index = yc_search_index_new (path);
  YcSearchBatch *batch = yc_search_batch_new ();
  g_autoptr (GError) error = NULL;

  yc_search_index_open (index, &error);
  put_catalog (batch, catalog);
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

static void
found_cb (YcFinderView *view, Typing *typing)
{
  typing->found = TRUE;
  typing->found_times[typing->n_times] = g_get_monotonic_time () - typing->pressed;
}

static void
frame_begun_cb (GdkFrameClock *clock, Typing *typing)
{
  typing->frame_begun = g_get_monotonic_time ();
}

/* The frame that shows what was found is on the screen. */
static void
painted_cb (GdkFrameClock *clock, Typing *typing)
{
  if (!typing->found || typing->pressed == 0)
    return;
  g_assert_cmpuint (typing->n_times, <, MAX_KEYS);
  typing->own_times[typing->n_times] =
    typing->found_times[typing->n_times] + g_get_monotonic_time () - typing->frame_begun;
  typing->times[typing->n_times++] = g_get_monotonic_time () - typing->pressed;
  typing->pressed = 0;
}

static gboolean
rested_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint ms)
{
  gboolean rested = FALSE;

  g_timeout_add (ms, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_frame (Typing *typing)
{
  while (typing->pressed != 0)
    g_main_context_iteration (NULL, TRUE);
  /* Nobody types fifty keys a second. */
  rest (KEY_MS);
}

static void
type (Typing *typing, const char *query)
{
  yc_finder_view_set_text (YC_FINDER_VIEW (typing->view), "");
  for (const char *end = query; *end != '\0';)
    {
      g_autofree char *text = NULL;

      end = g_utf8_next_char (end);
      text = g_strndup (query, (gsize) (end - query));
      typing->found = FALSE;
      typing->pressed = g_get_monotonic_time ();
      yc_finder_view_set_text (YC_FINDER_VIEW (typing->view), text);
      wait_for_frame (typing);
    }
}

static void
type_all (Typing *typing, YcCorpus *corpus)
{
  static const YcCorpusClass classes[] = { YC_CORPUS_SOME,     YC_CORPUS_WORDS, YC_CORPUS_PINYIN,
                                           YC_CORPUS_INITIALS, YC_CORPUS_MIXED, YC_CORPUS_DIGITS };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_auto (GStrv) queries = yc_corpus_dup_queries (corpus, classes[i], N_QUERIES);

      for (guint j = 0; queries[j] != NULL; j++)
        type (typing, queries[j]);
    }
}

static int
compare (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
print (Typing *typing, guint n_entries)
{
  double load = -1;

  getloadavg (&load, 1);
  qsort (typing->times, typing->n_times, sizeof *typing->times, compare);
  qsort (typing->own_times, typing->n_times, sizeof *typing->own_times, compare);
  qsort (typing->found_times, typing->n_times, sizeof *typing->found_times, compare);
  printf ("{\"bench\":\"search-view\",\"entries\":%u,\"items\":%d,\"keys\":%u,\"p50_ms\":%.1f,"
          "\"p99_ms\":%.1f,\"worst_ms\":%.1f,\"budget_p99_ms\":%d,\"own_p50_ms\":%.1f,"
          "\"own_p99_ms\":%.1f,\"found_p50_ms\":%.1f,"
          "\"found_p99_ms\":%.1f,\"load\":%.1f}\n",
          n_entries, N_ITEMS, typing->n_times, typing->times[typing->n_times / 2] / 1000.0,
          typing->times[typing->n_times * 99 / 100] / 1000.0,
          typing->times[typing->n_times - 1] / 1000.0, BUDGET_MS,
          typing->own_times[typing->n_times / 2] / 1000.0,
          typing->own_times[typing->n_times * 99 / 100] / 1000.0,
          typing->found_times[typing->n_times / 2] / 1000.0,
          typing->found_times[typing->n_times * 99 / 100] / 1000.0, load);
}

static void
show (Typing *typing, YcSeeker *seeker, YcCatalog *catalog)
{
  GtkWidget *window = gtk_window_new ();

  typing->view = g_object_new (YC_TYPE_FINDER_VIEW, "everything", TRUE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 600);
  gtk_window_set_child (GTK_WINDOW (window), typing->view);
  yc_finder_view_set_source (YC_FINDER_VIEW (typing->view), seeker, catalog);
  g_signal_connect (typing->view, "found", G_CALLBACK (found_cb), typing);
  gtk_window_present (GTK_WINDOW (window));
  yc_test_wait_until (gtk_widget_get_mapped (typing->view) &&
                      yc_seeker_get_state (seeker) == YC_SEEKER_READY);
  g_signal_connect (gtk_widget_get_frame_clock (typing->view), "before-paint",
                    G_CALLBACK (frame_begun_cb), typing);
  g_signal_connect (gtk_widget_get_frame_clock (typing->view), "after-paint",
                    G_CALLBACK (painted_cb), typing);
}

int
main (int argc, char **argv)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "search.db", NULL);
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcSeeker) seeker = yc_seeker_new ();
  g_autoptr (YcCorpus) corpus = NULL;
  Typing typing = { 0 };
  guint n_entries = argc > 1 ? (guint) atoi (argv[1]) : 100000;

  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();
  /* A cursor that blinks keeps the frame clock going, and a key then waits for its next tick. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  corpus = yc_corpus_new (n_entries, YC_CORPUS_SEED);
  build (path, corpus, catalog);
  yc_seeker_open (seeker, path, NULL, 0);
  yc_seeker_set_fuzzy (seeker, YC_SEARCH_FUZZY_ALL);
  show (&typing, seeker, catalog);
  type_all (&typing, corpus);
  print (&typing, n_entries);
  return 0;
}
