/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index as a file: filled, changed, killed while it is written, damaged, asked strange things. */
#define _GNU_SOURCE
#include "yc-search-index.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECRET "赵钱孙的身份证号"
#define DEADLINE_US (20 * G_USEC_PER_SEC)

/* One document in so many has the word 阶梯水费. */
#define WATER 5

static char *program;

typedef struct
{
  char          *folder;
  char          *path;
  YcSearchIndex *index;
  guint          n_needs;
} Fixture;

static void
needs_filling_cb (YcSearchIndex *index,
                  guint         *n)
{
  (*n)++;
}

static void
open_index (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->index = yc_search_index_new (fixture->path);
  g_signal_connect (fixture->index, "needs-filling", G_CALLBACK (needs_filling_cb),
                    &fixture->n_needs);
  yc_search_index_open (fixture->index, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("test-search-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "index", NULL);
  open_index (fixture);
}

/* The thread that made a damaged index anew may hold it for a moment longer. */
static void
close_index (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_US;
  gpointer index = fixture->index;

  g_object_add_weak_pointer (index, &index);
  g_clear_object (&fixture->index);
  while (g_atomic_pointer_get (&index) != NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (g_atomic_pointer_get (&index));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  close_index (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gpointer
open_elsewhere (gpointer index)
{
  g_autoptr (GError) error = NULL;

  yc_search_index_open (index, &error);
  g_assert_no_error (error);
  return NULL;
}

/* Whoever opens it, signals come in the thread of the index, even while its context stands still. */
static void
test_opened_elsewhere (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (YcSearchIndex) index = yc_search_index_new (NULL);
  guint n = 0;

  g_signal_connect (index, "needs-filling", G_CALLBACK (needs_filling_cb), &n);
  g_thread_join (g_thread_new ("opens", open_elsewhere, index));
  g_assert_cmpuint (n, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n, ==, 1);
}

static YcSearchDocument *
make_document (guint number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  g_autofree char *title = g_strdup_printf ("第%u条", number);
  g_autoptr (GString) body = g_string_new (number % WATER == 0 ? "房东办理阶梯水费证明。" : "");
  YcSearchDocument *document = yc_search_document_new ("entry", id, title);

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (body, "正文%u的第%u句。", number, i * number);
  yc_search_document_set_body (document, body->str);
  return document;
}

static void
put_numbers (YcSearchBatch *batch,
             guint          from,
             guint          to)
{
  for (guint i = from; i < to; i++)
    yc_search_batch_put (batch, make_document (i));
}

static void
apply (YcSearchIndex *index,
       YcSearchBatch *batch)
{
  g_autoptr (GError) error = NULL;

  yc_search_index_apply (index, batch, &error);
  g_assert_no_error (error);
}

static void
fill (YcSearchIndex *index,
      guint          n)
{
  YcSearchBatch *batch = yc_search_batch_new ();

  yc_search_batch_begin_fill (batch);
  put_numbers (batch, 0, n);
  yc_search_batch_end_fill (batch);
  yc_search_batch_set_stamp (batch, "catalog 1");
  apply (index, batch);
}

static guint
count (YcSearchIndex *index,
       const char    *query)
{
  const YcSearchOptions options = { .limit = 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSearchResult) result = yc_search_index_find (index, query, &options, &error);

  g_assert_no_error (error);
  return yc_search_result_get_total (result);
}

static void
wait_for_need (Fixture *fixture,
               guint    n)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_US;

  while (fixture->n_needs < n && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->n_needs, ==, n);
}

static void
test_filling (Fixture       *fixture,
              gconstpointer  data)
{
  YcSearchBatch *batch;
  g_autofree char *stamp = NULL;

  wait_for_need (fixture, 1);
  g_assert_null (yc_search_index_dup_stamp (fixture->index));
  fill (fixture->index, 300);
  g_assert_cmpuint (count (fixture->index, "阶梯水费"), ==, 60);
  g_assert_cmpuint (yc_search_index_get_n_documents (fixture->index), ==, 300);

  close_index (fixture);
  open_index (fixture);
  stamp = yc_search_index_dup_stamp (fixture->index);
  g_assert_cmpstr (stamp, ==, "catalog 1");
  g_assert_cmpuint (fixture->n_needs, ==, 1);
  g_assert_cmpuint (count (fixture->index, "阶梯水费"), ==, 60);

  /* Filled anew with less: what was there before stays until the end. */
  batch = yc_search_batch_new ();
  yc_search_batch_begin_fill (batch);
  put_numbers (batch, 0, 50);
  apply (fixture->index, batch);
  g_assert_cmpuint (count (fixture->index, "阶梯水费"), ==, 60);
  batch = yc_search_batch_new ();
  put_numbers (batch, 50, 100);
  yc_search_batch_end_fill (batch);
  apply (fixture->index, batch);
  g_assert_cmpuint (count (fixture->index, "阶梯水费"), ==, 20);
  g_assert_cmpuint (yc_search_index_get_n_documents (fixture->index), ==, 100);
}

static gboolean
file_has (const char *folder,
          const char *bytes,
          gsize       length)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
      found |= memmem (contents, size, bytes, length) != NULL;
    }
  return found;
}

static void
assert_not_on_disk (const char *folder,
                    const char *text)
{
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_assert_false (file_has (folder, text, strlen (text)));
  g_assert_false (file_has (folder, (const char *) units, (gsize) n * sizeof *units));
}

static void
test_personal (Fixture       *fixture,
               gconstpointer  data)
{
  YcSearchBatch *batch = yc_search_batch_new ();
  YcSearchDocument *document = yc_search_document_new ("citizen", "1", SECRET);

  yc_search_document_set_body (document, "住在乐昌路");
  yc_search_document_add_code (document, "440705-1990");
  yc_search_document_set_personal (document, TRUE);
  yc_search_batch_put (batch, document);
  yc_search_batch_put (batch, yc_search_document_new ("item", "1", "昌平的事项"));
  yc_search_batch_set_stamp (batch, "1");
  apply (fixture->index, batch);

  g_assert_cmpuint (count (fixture->index, "赵钱孙"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "zqs"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "7051"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "昌"), ==, 2);
  fill (fixture->index, 10);
  g_assert_cmpuint (count (fixture->index, "昌"), ==, 1);
  g_assert_true (file_has (fixture->folder, "catalog 1", 9));
  assert_not_on_disk (fixture->folder, "赵钱孙");
  assert_not_on_disk (fixture->folder, "乐昌路");

  batch = yc_search_batch_new ();
  yc_search_batch_remove (batch, "citizen", "1");
  apply (fixture->index, batch);
  g_assert_cmpuint (count (fixture->index, "昌"), ==, 0);
  close_index (fixture);
  open_index (fixture);
  g_assert_cmpuint (yc_search_index_get_n_documents (fixture->index), ==, 10);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const strange[] = {
    "",         " ",      "\t\r\n",   "'",        "''''",        "\x01\x02", "\xff\xfe",
    "\xed\xa0\x80",       "NEAR",     "a AND b",  "OR",          "%",        "_",
    "\xf0\x9f\x98\x80",   "$1",       "--",       "'; DROP TABLE document; --",
  };
  g_autofree char *longest = g_strnfill (1 << 20, 'z');
  g_autofree char *broken = g_strnfill (1 << 20, '\xe6');
  YcSearchBatch *batch = yc_search_batch_new ();
  YcSearchDocument *document =
    yc_search_document_new ("item", "\xff\x01 id", "“\"*:^() NEAR” 坏\xff字 don't");

  yc_search_document_set_body (document, "100%_的\x01 \xed\xa0\x80 ?*[a-z] 'x'");
  yc_search_batch_put (batch, document);
  apply (fixture->index, batch);
  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    g_assert_cmpuint (count (fixture->index, strange[i]), <=, 1);
  g_assert_cmpuint (count (fixture->index, longest), ==, 0);
  g_assert_cmpuint (count (fixture->index, broken), ==, 0);
  g_assert_cmpuint (count (fixture->index, NULL), ==, 0);
  g_assert_cmpuint (count (fixture->index, "\"*:^() near"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "*"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "^"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "0%_"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "1%"), ==, 0);
  g_assert_cmpuint (count (fixture->index, "[a-z]"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "don't"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "DON’T"), ==, 1);
  g_assert_cmpuint (count (fixture->index, "坏"), ==, 1);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static void
test_cancelling (Fixture       *fixture,
                 gconstpointer  data)
{
  const YcSearchOptions options = { .limit = 3 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) older = NULL;
  g_autoptr (GAsyncResult) newer = NULL;
  g_autoptr (YcSearchResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture->index, 100);
  yc_search_index_find_async (fixture->index, "阶梯", &options, cancellable, done_cb, &older);
  g_cancellable_cancel (cancellable);
  yc_search_index_find_async (fixture->index, "阶梯水", &options, NULL, done_cb, &newer);
  while (older == NULL || newer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (yc_search_index_find_finish (fixture->index, older, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  result = yc_search_index_find_finish (fixture->index, newer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (yc_search_result_get_total (result), ==, 20);
}

static void
spoil (const char *path,
       gsize       begin,
       gsize       length)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  for (gsize i = begin; i < MIN (begin + length, size); i++)
    contents[i] = (char) (contents[i] ^ 0x55);
  g_file_set_contents (path, contents, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
shorten (const char *path,
         gsize       size)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
assert_repaired (Fixture *fixture,
                 guint    n_needs)
{
  wait_for_need (fixture, n_needs);
  g_assert_null (yc_search_index_dup_stamp (fixture->index));
  fill (fixture->index, 300);
  g_assert_cmpuint (count (fixture->index, "阶梯水费"), ==, 60);
  close_index (fixture);
}

static void
test_damage (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = 1;

  assert_repaired (fixture, n);
  for (gsize size = 0; size < 60000; size = size * 8 + 50)
    {
      shorten (fixture->path, size);
      open_index (fixture);
      assert_repaired (fixture, ++n);
    }
  spoil (fixture->path, 0, 100);
  open_index (fixture);
  assert_repaired (fixture, ++n);
  /* Nobody asks for it: it is found by looking. */
  spoil (fixture->path, 8 * 4096, 1 << 30);
  open_index (fixture);
  assert_repaired (fixture, ++n);
  open_index (fixture);
  g_assert_cmpuint (count (fixture->index, "水费"), ==, 60);
}

/* A few bytes anywhere: what is found is right, or it is known to be damaged. */
static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  const YcSearchOptions options = { .limit = 100 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint64 size;

  fill (fixture->index, 300);
  close_index (fixture);
  open_index (fixture);
  size = yc_search_index_get_disk_bytes (fixture->index);
  for (guint i = 0; i < 25; i++)
    {
      guint n = fixture->n_needs;
      g_autoptr (YcSearchResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *stamp = NULL;

      close_index (fixture);
      spoil (fixture->path, (gsize) g_rand_int_range (rand, 0, (gint32) size), 40);
      open_index (fixture);
      stamp = yc_search_index_dup_stamp (fixture->index);
      if (stamp != NULL)
        result = yc_search_index_find (fixture->index, "梯水费 办理阶", &options, &error);
      if (error != NULL)
        g_assert_error (error, YC_SEARCH_ERROR, YC_SEARCH_ERROR_DAMAGED);
      if (result != NULL)
        g_assert_cmpuint (yc_search_result_get_total (result), ==, 60);
      else
        wait_for_need (fixture, n + 1);
      if (result != NULL)
        close_index (fixture), g_unlink (fixture->path), open_index (fixture);
      fill (fixture->index, 300);
    }
}

static GSubprocess *
start_builder (const char        *path,
               GDataInputStream **lines)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *builder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                           "--build", path, NULL);

  g_assert_no_error (error);
  *lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (builder));
  return builder;
}

/* Writes batches of ten until it is killed, and tells of each that is written. */
static int
build (const char *path)
{
  g_autoptr (YcSearchIndex) index = yc_search_index_new (path);
  guint from;

  if (!yc_search_index_open (index, NULL))
    return 1;
  for (from = yc_search_index_get_n_documents (index);; from += 10)
    {
      YcSearchBatch *batch = yc_search_batch_new ();

      put_numbers (batch, from, from + 10);
      yc_search_batch_set_stamp (batch, "going on");
      if (!yc_search_index_apply (index, batch, NULL))
        return 1;
      g_print ("%u\n", from + 10);
    }
}

static void
test_killing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autofree char *stamp = NULL;
  guint n = 0;

  close_index (fixture);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (GDataInputStream) lines = NULL;
      g_autoptr (GSubprocess) builder = start_builder (fixture->path, &lines);

      for (int line = g_rand_int_range (rand, 1, 12); line > 0; line--)
        {
          g_autofree char *told = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

          g_assert_nonnull (told);
          n = (guint) g_ascii_strtoull (told, NULL, 10);
        }
      g_subprocess_force_exit (builder);
      g_subprocess_wait (builder, NULL, NULL);

      open_index (fixture);
      g_assert_cmpuint (yc_search_index_get_n_documents (fixture->index), >=, n);
      n = yc_search_index_get_n_documents (fixture->index);
      g_assert_cmpuint (n % 10, ==, 0);
      g_assert_cmpuint (count (fixture->index, "水费"), ==, n / WATER);
      g_assert_cmpuint (count (fixture->index, "的第"), ==, n);
      close_index (fixture);
    }
  open_index (fixture);
  stamp = yc_search_index_dup_stamp (fixture->index);
  g_assert_cmpstr (stamp, ==, "going on");
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--build"))
    return build (argv[2]);

  g_test_init (&argc, &argv, NULL);
#define ADD(name) \
  g_test_add ("/search/index/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (filling);
  ADD (personal);
  ADD (hostile);
  ADD (cancelling);
  ADD (damage);
  ADD (bytes);
  ADD (killing);
  ADD (opened_elsewhere);
  return g_test_run ();
}
