/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print server: its printers, and what is known when it is down, hangs or comes back. */
#include <locale.h>

#include "yc-printing-error.h"
#include "yc-test-print.h"

#define LONGEST (30 * G_USEC_PER_SEC) /* of a call that may hang */

static void
test_list (YcTestPrint *f, gconstpointer data)
{
  YcPrinter *printer = yc_printers_get_default (f->printers);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (yc_printers_get_state (f->printers), ==, YC_PRINTERS_READY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->printers)), ==, 2);
  g_assert_cmpstr (yc_printer_get_name (printer), ==, YC_TEST_PRINTER);
  g_assert_cmpstr (yc_printer_get_info (printer), ==, YC_TEST_PRINTER_INFO);
  g_assert_true (yc_printer_get_is_default (printer));
  g_assert_true (yc_printer_get_accepting (printer));
  g_assert_cmpint (yc_printer_get_state (printer), ==, YC_PRINTER_IDLE);

  yc_test_cups_run (f->cups, "cupsreject", YC_TEST_PRINTER, NULL);
  yc_test_cups_run (f->cups, "lpadmin", "-d", "counter-2", NULL);
  yc_test_print_refresh (f->printers, &error);
  g_assert_no_error (error);
  g_assert_false (yc_printer_get_accepting (printer));
  g_assert_true (yc_printers_find (f->printers, YC_TEST_PRINTER) == printer);
  g_assert_cmpstr (yc_printer_get_name (yc_printers_get_default (f->printers)), ==, "counter-2");
}

static void
test_capabilities (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrinterCapabilities) capabilities = NULL;
  YcPrinter *printer = yc_printers_get_default (f->printers);

  yc_printer_load_capabilities_async (printer, NULL, yc_test_print_result_cb, &result);
  capabilities = yc_printer_load_capabilities_finish (
      printer, yc_test_print_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_true (yc_printer_capabilities_has_paper (capabilities, "iso_a4_210x297mm"));
  g_assert_true (yc_printer_capabilities_has_paper (capabilities, "iso_a5_148x210mm"));
  g_assert_false (yc_printer_capabilities_has_paper (capabilities, "iso_a0_841x1189mm"));
  g_assert_cmpstr (yc_printer_capabilities_get_default_paper (capabilities), ==,
                   "iso_a4_210x297mm");
  g_assert_cmpint (yc_printer_capabilities_get_sides (capabilities), ==,
                   YC_PRINT_SIDES_ONE | YC_PRINT_SIDES_LONG_EDGE | YC_PRINT_SIDES_SHORT_EDGE);
  g_assert_cmpuint (yc_printer_capabilities_get_max_copies (capabilities), >=, 99);
}

static void
test_no_printers (void)
{
  g_autoptr (YcTestCups) cups = yc_test_cups_new (NULL, NULL);
  g_autoptr (YcPrinters) printers = yc_test_print_new_printers (yc_test_cups_get_socket (cups));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_LOADING);
  g_assert_true (yc_test_print_refresh (printers, &error));
  g_assert_no_error (error);
  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_EMPTY);
  g_assert_nonnull (yc_printers_get_error_text (printers));
  g_assert_null (yc_printers_get_default (printers));
}

static void
test_server_down (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  yc_test_cups_kill (f->cups);
  g_assert_false (yc_test_print_refresh (f->printers, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
  g_assert_cmpint (yc_printers_get_state (f->printers), ==, YC_PRINTERS_SERVER_DOWN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->printers)), ==, 0);

  g_clear_error (&error);
  yc_test_cups_start (f->cups);
  g_assert_true (yc_test_print_refresh (f->printers, &error));
  g_assert_no_error (error);
  g_assert_cmpint (yc_printers_get_state (f->printers), ==, YC_PRINTERS_READY);
}

static void
test_server_down_at_start (void)
{
  g_autoptr (YcPrinters) printers = yc_test_print_new_printers ("/nonexistent/cups.sock");
  g_autoptr (GError) error = NULL;

  g_assert_false (yc_test_print_refresh (printers, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_SERVER_DOWN);
}

/* The main loop turns all the while, and the call ends in time. */
static void
test_server_hangs (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 longest = 0;
  gint64 before = g_get_monotonic_time ();

  yc_test_cups_suspend (f->cups);
  yc_printers_refresh_async (f->printers, NULL, yc_test_print_result_cb, &result);
  while (result == NULL)
    {
      gint64 turn = g_get_monotonic_time ();

      g_assert_cmpint (turn - before, <, LONGEST);
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - turn);
      g_usleep (1000);
    }
  yc_test_cups_resume (f->cups);
  g_assert_false (yc_printers_refresh_finish (f->printers, result, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_TIMED_OUT);
  g_assert_cmpint (yc_printers_get_state (f->printers), ==, YC_PRINTERS_ERROR);
  g_assert_cmpint (longest, <, G_USEC_PER_SEC / 2);
}

/* the print server itself in trouble */

static void
test_server_killed_while_printing (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "slow");
  job = yc_test_print_send (f, "print-killed");
  yc_test_print_wait_for_event (f, "received", 1);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_kill (f->cups);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_SERVER_GONE);
  g_assert_nonnull (yc_print_job_get_advice (job));
}

/* A restart so quick that no look falls into it must not go unnoticed: the server prints what it
 * had once more. */
static void
test_server_restarted_while_printing (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "slow");
  job = yc_test_print_send (f, "print-restarted");
  yc_test_print_wait_for_event (f, "received", 1);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_kill (f->cups);
  yc_test_cups_start (f->cups);
  yc_test_print_wait_for_event (f, "received", 2);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_event (f, "printed", 2);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_SERVER_GONE);
  /* Two by the server's own doing, none by ours. */
  g_assert_cmpuint (yc_test_cups_count_events (f->cups, YC_TEST_PRINTER, "called"), ==, 2);
}

static void
test_server_hangs_while_printing (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "slow");
  job = yc_test_print_send (f, "print-hanging");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_suspend (f->cups);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_SERVER_SILENT);
  yc_test_cups_resume (f->cups);
}

/* A short hang is borne. */
static void
test_server_hangs_shortly (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;
  gint64 until;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "slow");
  job = yc_test_print_send (f, "print-short-hang");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_suspend (f->cups);
  until = g_get_monotonic_time () + YC_TEST_PRINT_TIME_LIMIT * 3 / 2 * 1000;
  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  yc_test_cups_resume (f->cups);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

static void
test_submit_to_hanging_server (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_suspend (f->cups);
  job = yc_test_print_try (f, "print-into-silence", &error);
  yc_test_cups_resume (f->cups);
  /* It was asked first whether it knows the job, so nothing was sent. */
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_TIMED_OUT);
  g_assert_null (yc_test_print_find_job (f, "print-into-silence"));
  yc_test_print_assert_sheets (f, 0);
}

static void
test_submit_to_dead_server (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_kill (f->cups);
  job = yc_test_print_try (f, "print-to-nobody", &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, YcTestPrint, NULL, yc_test_print_set_up, func, yc_test_print_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-server/no-printers", test_no_printers);
  g_test_add_func ("/print-server/server-down-at-start", test_server_down_at_start);
  ADD ("/print-server/list", test_list);
  ADD ("/print-server/capabilities", test_capabilities);
  ADD ("/print-server/server-down", test_server_down);
  ADD ("/print-server/server-hangs", test_server_hangs);
  ADD ("/print-server/server-killed-while-printing", test_server_killed_while_printing);
  ADD ("/print-server/server-restarted-while-printing", test_server_restarted_while_printing);
  ADD ("/print-server/server-hangs-while-printing", test_server_hangs_while_printing);
  ADD ("/print-server/server-hangs-shortly", test_server_hangs_shortly);
  ADD ("/print-server/submit-to-hanging-server", test_submit_to_hanging_server);
  ADD ("/print-server/submit-to-dead-server", test_submit_to_dead_server);
  return g_test_run ();
}
