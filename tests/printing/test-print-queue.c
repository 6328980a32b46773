/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits at a real print server: seen, held, released, cancelled and moved to another printer,
 * and followed all the while by whoever printed it. */
#include <locale.h>

#include "yc-print-queue.h"
#include "yc-printing-error.h"
#include "yc-test-print.h"

#define OTHER "counter-2"

static YcPrintQueue *
new_queue (YcTestPrint *f)
{
  return yc_print_queue_new (f->printers);
}

static void
refresh (YcPrintQueue *queue)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_print_queue_refresh_async (queue, NULL, yc_test_print_result_cb, &result);
  yc_print_queue_refresh_finish (queue, yc_test_print_wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static guint
count_jobs (YcPrintQueue *queue)
{
  return g_list_model_get_n_items (G_LIST_MODEL (queue));
}

/* (transfer full) */
static YcPrintQueueJob *
get_job (YcPrintQueue *queue, guint position)
{
  YcPrintQueueJob *job = g_list_model_get_item (G_LIST_MODEL (queue), position);

  g_assert_nonnull (job);
  return job;
}

static gboolean
try_change (YcPrintQueue *queue, YcPrintQueueJob *job, YcPrintQueueAction action, YcPrinter *to,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_print_queue_change_async (queue, job, action, to, NULL, yc_test_print_result_cb, &result);
  return yc_print_queue_change_finish (queue, yc_test_print_wait_for_result (&result), error);
}

static void
change (YcPrintQueue *queue, YcPrintQueueJob *job, YcPrintQueueAction action, YcPrinter *to)
{
  g_autoptr (GError) error = NULL;

  try_change (queue, job, action, to, &error);
  g_assert_no_error (error);
}

static void
assert_allows (YcPrintQueueJob *job, gboolean hold, gboolean release, gboolean move)
{
  g_assert_true (yc_print_queue_job_allows (job, YC_PRINT_QUEUE_CANCEL));
  g_assert_cmpint (yc_print_queue_job_allows (job, YC_PRINT_QUEUE_HOLD), ==, hold);
  g_assert_cmpint (yc_print_queue_job_allows (job, YC_PRINT_QUEUE_RELEASE), ==, release);
  g_assert_cmpint (yc_print_queue_job_allows (job, YC_PRINT_QUEUE_MOVE), ==, move);
}

/* One at the printer, which waits for paper, and another behind it. */
static void
fill_queue (YcTestPrint *f, YcPrintJob **first, YcPrintJob **second)
{
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "paperout");
  *first = yc_test_print_send (f, "first");
  yc_test_print_wait_for_state (*first, YC_PRINT_JOB_OUT_OF_PAPER);
  *second = yc_test_print_send (f, "second");
}

static void
test_states (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintQueue) queue = new_queue (f);
  g_autoptr (YcPrintJob) first = NULL;
  g_autoptr (YcPrintJob) second = NULL;
  g_autoptr (YcPrintQueueJob) printing = NULL;
  g_autoptr (YcPrintQueueJob) waiting = NULL;
  g_autoptr (YcPrintQueueJob) same = NULL;

  refresh (queue);
  g_assert_cmpuint (count_jobs (queue), ==, 0);
  fill_queue (f, &first, &second);
  refresh (queue);
  g_assert_cmpuint (count_jobs (queue), ==, 2);
  printing = get_job (queue, 0);
  waiting = get_job (queue, 1);
  g_assert_cmpint (yc_print_queue_job_get_id (printing), ==, yc_print_job_get_id (first));
  g_assert_cmpstr (yc_print_queue_job_get_print_id (printing), ==, "first");
  g_assert_cmpstr (yc_print_queue_job_get_printer (printing), ==, YC_TEST_PRINTER);
  g_assert_cmpint (yc_print_queue_job_get_state (printing), ==, YC_PRINT_JOB_OUT_OF_PAPER);
  g_assert_cmpstr (yc_print_queue_job_get_detail (printing), ==,
                   "The printer has run out of paper.");
  assert_allows (printing, FALSE, FALSE, FALSE);
  g_assert_cmpint (yc_print_queue_job_get_state (waiting), ==, YC_PRINT_JOB_WAITING);
  assert_allows (waiting, TRUE, FALSE, TRUE);

  /* What has ended goes, what stays is the same object. */
  change (queue, printing, YC_PRINT_QUEUE_CANCEL, NULL);
  yc_test_print_wait_for_state (first, YC_PRINT_JOB_CANCELLED);
  refresh (queue);
  g_assert_cmpuint (count_jobs (queue), ==, 1);
  same = get_job (queue, 0);
  g_assert_true (same == waiting);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_state (second, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

static void
test_hold_and_release (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintQueue) queue = new_queue (f);
  g_autoptr (YcPrintJob) first = NULL;
  g_autoptr (YcPrintJob) second = NULL;
  g_autoptr (YcPrintQueueJob) job = NULL;

  fill_queue (f, &first, &second);
  refresh (queue);
  job = get_job (queue, 1);
  change (queue, job, YC_PRINT_QUEUE_HOLD, NULL);
  g_assert_cmpint (yc_print_queue_job_get_reason (job), ==, YC_PRINT_JOB_REASON_HELD);
  assert_allows (job, FALSE, TRUE, TRUE);
  yc_test_print_wait_for_state (second, YC_PRINT_JOB_HELD);
  g_assert_cmpstr (yc_print_job_get_advice (second), ==,
                   "Release it in the list of print jobs, or cancel it.");
  /* The printer has paper again and nothing else to do, and still it is kept back. */
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_state (first, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
  change (queue, job, YC_PRINT_QUEUE_RELEASE, NULL);
  yc_test_print_wait_for_state (second, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 2);
}

static gboolean
is_at_the_other (gpointer data)
{
  return g_str_equal (yc_print_job_get_printer (data), OTHER);
}

/* It keeps its number, so the one who printed it sees where it went and that it came out there. */
static void
test_move (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintQueue) queue = new_queue (f);
  g_autoptr (YcPrintJob) first = NULL;
  g_autoptr (YcPrintJob) second = NULL;
  g_autoptr (YcPrintQueueJob) begun = NULL;
  g_autoptr (YcPrintQueueJob) waiting = NULL;
  g_autoptr (YcPrintJob) again = NULL;
  g_autoptr (GError) error = NULL;
  YcPrinter *other = yc_printers_find (f->printers, OTHER);

  fill_queue (f, &first, &second);
  refresh (queue);
  begun = get_job (queue, 0);
  waiting = get_job (queue, 1);
  change (queue, waiting, YC_PRINT_QUEUE_MOVE, other);
  yc_test_print_wait_until (is_at_the_other, second);
  yc_test_print_wait_for_state (second, YC_PRINT_JOB_DONE);
  g_assert_cmpuint (yc_test_cups_count_sheets (f->cups, OTHER), ==, 1);
  yc_test_print_assert_sheets (f, 0);

  /* The other may have half a sheet out. */
  g_assert_false (try_change (queue, begun, YC_PRINT_QUEUE_MOVE, other, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_BEGUN);
  g_assert_cmpuint (yc_test_cups_count_sheets (f->cups, OTHER), ==, 1);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_state (first, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
  /* The same print asked for once more is not made once more. */
  again = yc_test_print_send (f, "second");
  g_assert_cmpint (yc_print_job_get_id (again), ==, yc_print_job_get_id (second));
}

/* What is wrong is said, and the list stays as it was. */
static void
test_server_down (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintQueue) queue = new_queue (f);
  g_autoptr (YcPrintJob) first = NULL;
  g_autoptr (YcPrintJob) second = NULL;
  g_autoptr (YcPrintQueueJob) job = NULL;
  g_autoptr (GError) error = NULL;

  fill_queue (f, &first, &second);
  refresh (queue);
  job = get_job (queue, 1);
  yc_test_cups_kill (f->cups);
  g_assert_false (try_change (queue, job, YC_PRINT_QUEUE_HOLD, NULL, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
  g_assert_cmpuint (count_jobs (queue), ==, 2);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, YcTestPrint, NULL, yc_test_print_set_up, func, yc_test_print_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("/print-queue/states", test_states);
  ADD ("/print-queue/hold-and-release", test_hold_and_release);
  ADD ("/print-queue/move", test_move);
  ADD ("/print-queue/server-down", test_server_down);
  return g_test_run ();
}
