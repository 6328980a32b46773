/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing against a real print server, with every trouble that a counter knows. */
#include <locale.h>

#include "yc-printers.h"
#include "yc-printing-error.h"
#include "yc-test-cups.h"
#include "yc-test-pdf.h"

#define PRINTER "counter-1"
#define DESCRIPTION "一号窗口样例打印机"
#define DEADLINE (30 * G_USEC_PER_SEC)
#define TIME_LIMIT 1000 /* ms, of each call to the server */

typedef struct
{
  YcTestCups *cups;
  YcPrinters *printers;
} Fixture;

/* iterating until something holds */

static void
iterate_until (gboolean (*condition) (gpointer),
               gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  iterate_until (is_set, result);
  return *result;
}

static gboolean
refresh (YcPrinters *printers,
         GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printers_refresh_async (printers, NULL, result_cb, &result);
  return yc_printers_refresh_finish (printers, wait_for_result (&result), error);
}

static YcPrintJob *
print_with (YcPrinter            *printer,
            GBytes               *pdf,
            const YcPrintOptions *options,
            GError              **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printer_print_async (printer, pdf, options, NULL, result_cb, &result);
  return yc_printer_print_finish (printer, wait_for_result (&result), error);
}

static YcPrintJob *
print (Fixture    *f,
       const char *print_id,
       GError    **error)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new (print_id);

  return print_with (yc_printers_get_default (f->printers), pdf, options, error);
}

static YcPrintJob *
print_well (Fixture    *f,
            const char *print_id)
{
  g_autoptr (GError) error = NULL;
  YcPrintJob *job = print (f, print_id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (job);
  return job;
}

static YcPrintJob *
find_job (Fixture    *f,
          const char *print_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YcPrintJob *job;

  yc_printers_find_job_async (f->printers, print_id, NULL, result_cb, &result);
  job = yc_printers_find_job_finish (f->printers, wait_for_result (&result), &error);
  g_assert_no_error (error);
  return job;
}

static void
cancel (YcPrintJob *job)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_print_job_cancel_async (job, NULL, result_cb, &result);
  yc_print_job_cancel_finish (job, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

typedef struct
{
  YcPrintJob     *job;
  YcPrintJobState state;
} Wanted;

static gboolean
has_state (gpointer data)
{
  Wanted *wanted = data;
  YcPrintJobState state = yc_print_job_get_state (wanted->job);

  if (state != wanted->state && yc_print_job_state_is_final (state))
    g_error ("ended as %s (%s) instead of %s", yc_print_job_state_to_string (state),
             yc_print_job_get_detail (wanted->job), yc_print_job_state_to_string (wanted->state));
  return state == wanted->state;
}

static void
wait_for_state (YcPrintJob     *job,
                YcPrintJobState state)
{
  Wanted wanted = { job, state };

  iterate_until (has_state, &wanted);
}

typedef struct
{
  Fixture    *fixture;
  const char *event;
  guint       n;
} Event;

static gboolean
has_event (gpointer data)
{
  Event *event = data;

  return yc_test_cups_count_events (event->fixture->cups, PRINTER, event->event) >= event->n;
}

static void
wait_for_event (Fixture    *f,
                const char *name,
                guint       n)
{
  Event event = { f, name, n };

  iterate_until (has_event, &event);
}

static void
assert_sheets (Fixture *f,
               guint    n)
{
  g_assert_cmpuint (yc_test_cups_count_sheets (f->cups, PRINTER), ==, n);
  g_assert_cmpuint (yc_test_cups_count_events (f->cups, PRINTER, "printed"), ==, n);
}

static YcPrinters *
new_printers (const char *socket)
{
  return g_object_new (YC_TYPE_PRINTERS, "server", socket, "time-limit", TIME_LIMIT, NULL);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The worker's thread may hold on to it for a moment. */
static void
let_go (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  iterate_until (is_gone, &object);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->cups = yc_test_cups_new (PRINTER "=" DESCRIPTION, "counter-2", NULL);
  f->printers = new_printers (yc_test_cups_get_socket (f->cups));
  refresh (f->printers, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  let_go (f->printers);
  yc_test_cups_free (f->cups);
}

/* printers */

static void
test_list (Fixture      *f,
           gconstpointer data)
{
  YcPrinter *printer = yc_printers_get_default (f->printers);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (yc_printers_get_state (f->printers), ==, YC_PRINTERS_READY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->printers)), ==, 2);
  g_assert_cmpstr (yc_printer_get_name (printer), ==, PRINTER);
  g_assert_cmpstr (yc_printer_get_info (printer), ==, DESCRIPTION);
  g_assert_true (yc_printer_get_is_default (printer));
  g_assert_true (yc_printer_get_accepting (printer));
  g_assert_cmpint (yc_printer_get_state (printer), ==, YC_PRINTER_IDLE);

  yc_test_cups_run (f->cups, "cupsreject", PRINTER, NULL);
  yc_test_cups_run (f->cups, "lpadmin", "-d", "counter-2", NULL);
  refresh (f->printers, &error);
  g_assert_no_error (error);
  g_assert_false (yc_printer_get_accepting (printer));
  g_assert_true (yc_printers_find (f->printers, PRINTER) == printer);
  g_assert_cmpstr (yc_printer_get_name (yc_printers_get_default (f->printers)), ==, "counter-2");
}

static void
test_capabilities (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrinterCapabilities) capabilities = NULL;
  YcPrinter *printer = yc_printers_get_default (f->printers);

  yc_printer_load_capabilities_async (printer, NULL, result_cb, &result);
  capabilities = yc_printer_load_capabilities_finish (printer, wait_for_result (&result), &error);
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
  g_autoptr (YcPrinters) printers = new_printers (yc_test_cups_get_socket (cups));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_LOADING);
  g_assert_true (refresh (printers, &error));
  g_assert_no_error (error);
  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_EMPTY);
  g_assert_nonnull (yc_printers_get_error_text (printers));
  g_assert_null (yc_printers_get_default (printers));
}

static void
test_server_down (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  yc_test_cups_kill (f->cups);
  g_assert_false (refresh (f->printers, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
  g_assert_cmpint (yc_printers_get_state (f->printers), ==, YC_PRINTERS_SERVER_DOWN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->printers)), ==, 0);

  g_clear_error (&error);
  yc_test_cups_start (f->cups);
  g_assert_true (refresh (f->printers, &error));
  g_assert_no_error (error);
  g_assert_cmpint (yc_printers_get_state (f->printers), ==, YC_PRINTERS_READY);
}

static void
test_server_down_at_start (void)
{
  g_autoptr (YcPrinters) printers = new_printers ("/nonexistent/cups.sock");
  g_autoptr (GError) error = NULL;

  g_assert_false (refresh (printers, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_SERVER_DOWN);
}

/* The main loop turns all the while, and the call ends in time. */
static void
test_server_hangs (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 longest = 0;
  gint64 before = g_get_monotonic_time ();

  yc_test_cups_suspend (f->cups);
  yc_printers_refresh_async (f->printers, NULL, result_cb, &result);
  while (result == NULL)
    {
      gint64 turn = g_get_monotonic_time ();

      g_assert_cmpint (turn - before, <, DEADLINE);
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

/* jobs that end well */

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  GArray *states = user_data;
  YcPrintJobState state = yc_print_job_get_state (YC_PRINT_JOB (object));

  if (states->len > 0)
    g_assert_cmpint (g_array_index (states, int, states->len - 1), !=, (int) state);
  g_array_append_val (states, state);
}

static void
test_done (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (YcPrintJob) job = print_well (f, "print-1");

  g_signal_connect (job, "notify::state", G_CALLBACK (count_cb), states);
  g_assert_cmpint (yc_print_job_get_id (job), >, 0);
  g_assert_cmpstr (yc_print_job_get_print_id (job), ==, "print-1");
  g_assert_cmpstr (yc_print_job_get_printer (job), ==, PRINTER);
  wait_for_state (job, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
  g_assert_null (yc_print_job_get_detail (job));
  g_assert_null (yc_print_job_get_advice (job));
}

/* The server is given the very bytes, and the sheet has the text. */
static void
test_bytes_and_text (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (2, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-text");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;
  g_autoptr (GBytes) spooled = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *command = NULL;
  g_autofree char *text = NULL;

  options->paper = g_strdup ("iso_a4_210x297mm");
  job = print_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_no_error (error);
  wait_for_state (job, YC_PRINT_JOB_DONE);
  spooled = yc_test_cups_get_spooled (f->cups, yc_print_job_get_id (job));
  g_assert_true (g_bytes_equal (spooled, pdf));
  sheet = yc_test_cups_get_sheet (f->cups, PRINTER, 0);
  command = g_strdup_printf ("pdftotext %s -", sheet);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, &error));
  g_assert_nonnull (strstr (text, "第 1 页 样例证明"));
  g_assert_nonnull (strstr (text, "第 2 页 样例证明"));
}

static guint
count_pages (const char *file)
{
  g_autofree char *command = g_strdup_printf ("pdfinfo %s", file);
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  line = strstr (text, "Pages:");
  g_assert_nonnull (line);
  return (guint) g_ascii_strtoull (line + strlen ("Pages:"), NULL, 10);
}

static void
test_copies (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (2, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-copies");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;
  g_autofree char *sheet = NULL;

  options->copies = 3;
  job = print_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_no_error (error);
  wait_for_state (job, YC_PRINT_JOB_DONE);
  sheet = yc_test_cups_get_sheet (f->cups, PRINTER, 0);
  g_assert_cmpuint (count_pages (sheet), ==, 6);
}

static void
test_big_document (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GBytes) small = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (GString) padded = g_string_new_len (g_bytes_get_data (small, NULL),
                                                 (gssize) g_bytes_get_size (small));
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-big");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) spooled = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  /* Comments behind the end, as an appended update would stand there. */
  for (guint i = 0; i < 100000; i++)
    g_string_append (padded, "% nothing but padding, to make the document several megabytes\n");
  pdf = g_bytes_new (padded->str, padded->len);
  /* Only the way to the server is of interest. */
  yc_test_cups_run (f->cups, "cupsdisable", PRINTER, NULL);
  job = print_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_no_error (error);
  spooled = yc_test_cups_get_spooled (f->cups, yc_print_job_get_id (job));
  g_assert_true (g_bytes_equal (spooled, pdf));
}

static void
test_same_id_twice (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr (YcPrintJob) first = print_well (f, "print-twice");
  g_autoptr (YcPrintJob) second = print_well (f, "print-twice");

  g_assert_cmpint (yc_print_job_get_id (first), ==, yc_print_job_get_id (second));
  wait_for_state (first, YC_PRINT_JOB_DONE);
  wait_for_state (second, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

static void
test_find_job (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (YcPrintJob) job = print_well (f, "print-other");
  g_autoptr (YcPrintJob) wanted = print_well (f, "print-wanted");
  g_autoptr (YcPrintJob) found = NULL;
  gint64 until;

  wait_for_state (wanted, YC_PRINT_JOB_DONE);
  /* Also when the server has put it out of its memory, which takes it a second. */
  until = g_get_monotonic_time () + 2500000;
  do
    {
      g_clear_object (&found);
      found = find_job (f, "print-wanted");
      g_assert_nonnull (found);
    }
  while (g_get_monotonic_time () < until);
  g_assert_cmpint (yc_print_job_get_id (found), ==, yc_print_job_get_id (wanted));
  g_assert_cmpstr (yc_print_job_get_printer (found), ==, PRINTER);
  wait_for_state (found, YC_PRINT_JOB_DONE);
  g_assert_null (find_job (f, "print-never-made"));
}

/* troubles that can be mended */

static void
test_paper_out (Fixture      *f,
                gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "paperout");
  job = print_well (f, "print-paper");
  wait_for_state (job, YC_PRINT_JOB_OUT_OF_PAPER);
  g_assert_nonnull (yc_print_job_get_detail (job));
  g_assert_nonnull (yc_print_job_get_advice (job));
  assert_sheets (f, 0);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  wait_for_state (job, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

/* A reason that was left behind says nothing about the next job. */
static void
test_stale_paper_out (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (YcPrintJob) first = NULL;
  g_autoptr (YcPrintJob) second = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "paperout");
  first = print_well (f, "print-stale-1");
  wait_for_state (first, YC_PRINT_JOB_OUT_OF_PAPER);
  cancel (first);
  wait_for_state (first, YC_PRINT_JOB_CANCELLED);
  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  second = print_well (f, "print-stale-2");
  wait_for_event (f, "received", 2);
  wait_for_state (second, YC_PRINT_JOB_PRINTING);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  wait_for_state (second, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

static void
test_stop_and_resume (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "stop");
  job = print_well (f, "print-stop");
  wait_for_state (job, YC_PRINT_JOB_STOPPED);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_PRINTER_STOPPED);
  g_assert_nonnull (yc_print_job_get_detail (job));
  assert_sheets (f, 0);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  yc_test_cups_run (f->cups, "cupsenable", PRINTER, NULL);
  wait_for_state (job, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

/* The usual policy: a backend that fails stops its printer. */
static void
test_fail (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "fail");
  job = print_well (f, "print-fail");
  wait_for_state (job, YC_PRINT_JOB_STOPPED);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  yc_test_cups_run (f->cups, "cupsenable", PRINTER, NULL);
  wait_for_state (job, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

/* Another policy: the job is given up. */
static void
test_abort (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "lpadmin", "-p", PRINTER, "-o", "printer-error-policy=abort-job",
                    NULL);
  yc_test_cups_set_control (f->cups, PRINTER, "fail");
  job = print_well (f, "print-abort");
  wait_for_state (job, YC_PRINT_JOB_FAILED);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_ABORTED);
  assert_sheets (f, 0);
}

static gboolean
is_retrying (gpointer data)
{
  return yc_print_job_get_reason (data) == YC_PRINT_JOB_REASON_RETRY;
}

static void
test_retry (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "retry");
  job = print_well (f, "print-retry");
  iterate_until (is_retrying, job);
  g_assert_cmpint (yc_print_job_get_state (job), ==, YC_PRINT_JOB_WAITING);
  g_assert_nonnull (yc_print_job_get_advice (job));
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  wait_for_state (job, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

static void
test_held (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;
  g_autofree char *number = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "hold");
  job = print_well (f, "print-hold");
  wait_for_state (job, YC_PRINT_JOB_STOPPED);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_HELD);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  number = g_strdup_printf ("%d", yc_print_job_get_id (job));
  yc_test_cups_run (f->cups, "lp", "-i", number, "-H", "resume", NULL);
  wait_for_state (job, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

/* troubles that end it */

static void
test_damaged_document (Fixture      *f,
                       gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new_damaged ();
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-damaged");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job =
      print_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_autoptr (YcPrintJob) next = NULL;
  g_autoptr (YcPrintJob) again = NULL;

  g_assert_no_error (error);
  wait_for_state (job, YC_PRINT_JOB_FAILED);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_DOCUMENT);
  /* It does not lie in the queue for ever. */
  again = find_job (f, "print-damaged");
  wait_for_state (again, YC_PRINT_JOB_CANCELLED);
  next = print_well (f, "print-after-damaged");
  wait_for_state (next, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

static void
test_rejecting (Fixture      *f,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "cupsreject", PRINTER, NULL);
  job = print (f, "print-rejected", &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_REJECTED);
  g_assert_null (find_job (f, "print-rejected"));
}

static void
test_printer_gone (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "lpadmin", "-x", PRINTER, NULL);
  job = print (f, "print-nowhere", &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_NO_PRINTER);
}

static void
test_printer_removed_waiting (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "cupsdisable", PRINTER, NULL);
  job = print_well (f, "print-removed");
  wait_for_state (job, YC_PRINT_JOB_STOPPED);
  yc_test_cups_run (f->cups, "lpadmin", "-x", PRINTER, NULL);
  /* The server forgets the job with its printer. */
  wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_PRINTER_GONE);
}

static void
test_printer_removed_printing (Fixture      *f,
                               gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  job = print_well (f, "print-removed");
  wait_for_event (f, "received", 1);
  wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_run (f->cups, "lpadmin", "-x", PRINTER, NULL);
  wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_PRINTER_GONE);
}

static void
test_cancel (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  job = print_well (f, "print-cancel");
  wait_for_state (job, YC_PRINT_JOB_PRINTING);
  cancel (job);
  wait_for_state (job, YC_PRINT_JOB_CANCELLED);
  g_assert_nonnull (yc_print_job_get_advice (job));
  assert_sheets (f, 0);
}

static void
test_unsupported (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-unsupported");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  options->paper = g_strdup ("iso_a0_841x1189mm");
  job = print_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED);
  g_assert_null (find_job (f, "print-unsupported"));
}

static void
test_cancelled_call (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-called-off");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  yc_printer_print_async (yc_printers_get_default (f->printers), pdf, options, cancellable,
                          result_cb, &result);
  g_assert_null (yc_printer_print_finish (yc_printers_get_default (f->printers),
                                          wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (find_job (f, "print-called-off"));
}

/* the print server itself in trouble */

static void
test_server_killed_while_printing (Fixture      *f,
                                   gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  job = print_well (f, "print-killed");
  wait_for_event (f, "received", 1);
  wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_kill (f->cups);
  wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_SERVER_GONE);
  g_assert_nonnull (yc_print_job_get_advice (job));
}

/* A restart so quick that no look falls into it must not go unnoticed: the server prints what it
 * had once more. */
static void
test_server_restarted_while_printing (Fixture      *f,
                                      gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  job = print_well (f, "print-restarted");
  wait_for_event (f, "received", 1);
  wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_kill (f->cups);
  yc_test_cups_start (f->cups);
  wait_for_event (f, "received", 2);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  wait_for_event (f, "printed", 2);
  wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_SERVER_GONE);
  /* Two by the server's own doing, none by ours. */
  g_assert_cmpuint (yc_test_cups_count_events (f->cups, PRINTER, "called"), ==, 2);
}

static void
test_server_hangs_while_printing (Fixture      *f,
                                  gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  job = print_well (f, "print-hanging");
  wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_suspend (f->cups);
  wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_SERVER_SILENT);
  yc_test_cups_resume (f->cups);
}

/* A short hang is borne. */
static void
test_server_hangs_shortly (Fixture      *f,
                           gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;
  gint64 until;

  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  job = print_well (f, "print-short-hang");
  wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_suspend (f->cups);
  until = g_get_monotonic_time () + TIME_LIMIT * 3 / 2 * 1000;
  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  yc_test_cups_resume (f->cups);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  wait_for_state (job, YC_PRINT_JOB_DONE);
  assert_sheets (f, 1);
}

static void
test_submit_to_hanging_server (Fixture      *f,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_suspend (f->cups);
  job = print (f, "print-into-silence", &error);
  yc_test_cups_resume (f->cups);
  /* It was asked first whether it knows the job, so nothing was sent. */
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_TIMED_OUT);
  g_assert_null (find_job (f, "print-into-silence"));
  assert_sheets (f, 0);
}

static void
test_submit_to_dead_server (Fixture      *f,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_kill (f->cups);
  job = print (f, "print-to-nobody", &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("/print-job/done", test_done);
  ADD ("/print-job/bytes-and-text", test_bytes_and_text);
  ADD ("/print-job/copies", test_copies);
  ADD ("/print-job/big-document", test_big_document);
  ADD ("/print-job/same-id-twice", test_same_id_twice);
  ADD ("/print-job/find-job", test_find_job);
  ADD ("/print-job/paper-out", test_paper_out);
  ADD ("/print-job/stale-paper-out", test_stale_paper_out);
  ADD ("/print-job/stop-and-resume", test_stop_and_resume);
  ADD ("/print-job/fail", test_fail);
  ADD ("/print-job/abort", test_abort);
  ADD ("/print-job/retry", test_retry);
  ADD ("/print-job/held", test_held);
  ADD ("/print-job/damaged-document", test_damaged_document);
  ADD ("/print-job/rejecting", test_rejecting);
  ADD ("/print-job/printer-gone", test_printer_gone);
  ADD ("/print-job/printer-removed-waiting", test_printer_removed_waiting);
  ADD ("/print-job/printer-removed-printing", test_printer_removed_printing);
  ADD ("/print-job/cancel", test_cancel);
  ADD ("/print-job/unsupported", test_unsupported);
  ADD ("/print-job/cancelled-call", test_cancelled_call);
  ADD ("/print-server/server-killed-while-printing", test_server_killed_while_printing);
  ADD ("/print-server/server-restarted-while-printing", test_server_restarted_while_printing);
  ADD ("/print-server/server-hangs-while-printing", test_server_hangs_while_printing);
  ADD ("/print-server/server-hangs-shortly", test_server_hangs_shortly);
  ADD ("/print-server/submit-to-hanging-server", test_submit_to_hanging_server);
  ADD ("/print-server/submit-to-dead-server", test_submit_to_dead_server);
  return g_test_run ();
}
