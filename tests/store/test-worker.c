/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database thread: order, transactions, cancelling, closing. */
#include "yc-store-error.h"
#include "yc-test-folder.h"
#include "yc-worker.h"

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean entered;
  gboolean open;
  GString *log;
} Gate;

typedef struct
{
  Gate *gate;
  char  letter;
} Letter;

static YcWorker *
worker_at (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);

  return yc_worker_new (path, YC_CONNECTION_READ_WRITE, "/test/sql/good");
}

static gpointer
wait_for_gate (YcConnection  *connection,
               gpointer       data,
               GError       **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  gate->entered = TRUE;
  g_cond_broadcast (&gate->cond);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return NULL;
}

static gpointer
write_letter (YcConnection  *connection,
              gpointer       data,
              GError       **error)
{
  Letter *letter = data;

  g_string_append_c (letter->gate->log, letter->letter);
  return NULL;
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
wait_until_entered (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (!gate->entered)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
queue_letter (YcWorker      *worker,
              Gate          *gate,
              YcWorkerKind   kind,
              char           letter,
              GCancellable  *cancellable,
              GAsyncResult **result)
{
  Letter *job = g_new0 (Letter, 1);

  job->gate = gate;
  job->letter = letter;
  yc_worker_run_async (worker, kind, write_letter, job, g_free, NULL, cancellable,
                       result != NULL ? yc_test_keep_result : NULL, result);
}

static void
test_writes_first (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcWorker) worker = worker_at (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) last = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  Gate gate = { 0 };

  gate.log = g_string_new (NULL);
  yc_worker_run_async (worker, YC_WORKER_READ, wait_for_gate, &gate, NULL, NULL, NULL, NULL, NULL);
  wait_until_entered (&gate);
  queue_letter (worker, &gate, YC_WORKER_READ, 'r', NULL, NULL);
  queue_letter (worker, &gate, YC_WORKER_WRITE, 'a', NULL, NULL);
  queue_letter (worker, &gate, YC_WORKER_WRITE, 'X', cancellable, &cancelled);
  queue_letter (worker, &gate, YC_WORKER_READ, 's', NULL, &last);
  queue_letter (worker, &gate, YC_WORKER_WRITE, 'b', NULL, NULL);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  yc_test_wait_until (last != NULL && cancelled != NULL);

  g_assert_cmpstr (gate.log->str, ==, "abrs");
  yc_worker_run_finish (worker, cancelled, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_string_free (gate.log, TRUE);
}

static gpointer
insert_word (YcConnection  *connection,
             gpointer       data,
             GError       **error)
{
  g_autoptr (YcStatement) statement = NULL;

  statement = yc_connection_prepare (connection, "INSERT INTO words (word) VALUES ($1)", error);
  yc_statement_bind_text (statement, 1, data);
  if (!yc_statement_run (statement, error))
    return NULL;
  if (g_str_has_suffix (data, "!"))
    g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_FAILED, "thought better of it");
  return g_strdup (data);
}

static gpointer
count_words (YcConnection  *connection,
             gpointer       data,
             GError       **error)
{
  g_autoptr (YcStatement) statement = NULL;

  statement = yc_connection_prepare (connection, "SELECT count(*) FROM words", error);
  yc_statement_step (statement, error);
  return GSIZE_TO_POINTER ((gsize) yc_statement_get_int (statement, 0));
}

static gpointer
run (YcWorker      *worker,
     YcWorkerKind   kind,
     YcWorkerFunc   func,
     gpointer       data,
     GDestroyNotify free_result,
     GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_worker_run_async (worker, kind, func, data, NULL, free_result, NULL, yc_test_keep_result,
                       &result);
  yc_test_wait_until (result != NULL);
  return yc_worker_run_finish (worker, result, error);
}

static void
test_transaction (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcWorker) worker = worker_at (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  gpointer count;

  good = run (worker, YC_WORKER_WRITE, insert_word, (gpointer) "good", g_free, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (good, ==, "good");
  bad = run (worker, YC_WORKER_WRITE, insert_word, (gpointer) "bad!", g_free, &error);
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_FAILED);
  g_assert_null (bad);
  g_clear_error (&error);
  count = run (worker, YC_WORKER_READ, count_words, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_SIZE (count), ==, 2);
}

static void
test_open_error (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "no", "such", "folder.db", NULL);
  g_autoptr (YcWorker) worker = yc_worker_new (path, YC_CONNECTION_READ_WRITE, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_worker_open_async (worker, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  g_assert_false (yc_worker_open_finish (worker, result, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_OPEN);
  g_clear_error (&error);
  run (worker, YC_WORKER_READ, count_words, NULL, NULL, &error);
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_OPEN);
}

static void
test_close (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  YcWorker *worker = worker_at (folder);
  g_autoptr (GAsyncResult) queued = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *word = NULL;

  yc_worker_run_async (worker, YC_WORKER_WRITE, insert_word, (gpointer) "last", NULL, g_free, NULL,
                       yc_test_keep_result, &queued);
  yc_worker_close (worker);
  yc_worker_run_async (worker, YC_WORKER_WRITE, insert_word, (gpointer) "late", NULL, g_free, NULL,
                       yc_test_keep_result, &late);
  yc_test_wait_until (queued != NULL && late != NULL);
  word = yc_worker_run_finish (worker, queued, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (word, ==, "last");
  yc_worker_run_finish (worker, late, &error);
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_CLOSED);
  g_clear_object (&queued);
  g_clear_object (&late);
  g_assert_finalize_object (worker);
}

/* Dropped while its last job is on the way: the job is done, nothing hangs. */
static void
test_drop (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YcWorker *worker = worker_at (folder);
  gpointer gone = worker;

  g_object_add_weak_pointer (G_OBJECT (worker), &gone);
  yc_worker_run_async (worker, YC_WORKER_WRITE, insert_word, (gpointer) "dropped", NULL, g_free,
                       NULL, yc_test_keep_result, &result);
  g_object_unref (worker);
  yc_test_wait_until (result != NULL);
  g_free (yc_worker_run_finish (worker, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  yc_test_wait_until (gone == NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/worker/writes-first", test_writes_first);
  g_test_add_func ("/store/worker/transaction", test_transaction);
  g_test_add_func ("/store/worker/open-error", test_open_error);
  g_test_add_func ("/store/worker/close", test_close);
  g_test_add_func ("/store/worker/drop", test_drop);
  return g_test_run ();
}
