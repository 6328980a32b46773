/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print jobs on a real print server: how they end, with every trouble that a counter knows. */
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "yc-printing-error.h"
#include "yc-test-pdf.h"
#include "yc-test-print.h"

static void
cancel (YcPrintJob *job)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_print_job_cancel_async (job, NULL, yc_test_print_result_cb, &result);
  yc_print_job_cancel_finish (job, yc_test_print_wait_for_result (&result), &error);
  g_assert_no_error (error);
}

/* jobs that end well */

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  GArray *states = user_data;
  YcPrintJobState state = yc_print_job_get_state (YC_PRINT_JOB (object));

  if (states->len > 0)
    g_assert_cmpint (g_array_index (states, int, states->len - 1), !=, (int) state);
  g_array_append_val (states, state);
}

static void
test_done (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (YcPrintJob) job = yc_test_print_send (f, "print-1");

  g_signal_connect (job, "notify::state", G_CALLBACK (count_cb), states);
  g_assert_cmpint (yc_print_job_get_id (job), >, 0);
  g_assert_cmpstr (yc_print_job_get_print_id (job), ==, "print-1");
  g_assert_cmpstr (yc_print_job_get_printer (job), ==, YC_TEST_PRINTER);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
  g_assert_null (yc_print_job_get_detail (job));
  g_assert_null (yc_print_job_get_advice (job));
}

/* The server is given the very bytes, and the sheet has the text. */
static void
test_bytes_and_text (YcTestPrint *f, gconstpointer data)
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
  job = yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_no_error (error);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  spooled = yc_test_cups_get_spooled (f->cups, yc_print_job_get_id (job));
  g_assert_true (g_bytes_equal (spooled, pdf));
  sheet = yc_test_cups_get_sheet (f->cups, YC_TEST_PRINTER, 0);
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
test_copies (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (2, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-copies");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;
  g_autofree char *sheet = NULL;

  options->copies = 3;
  job = yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_no_error (error);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  sheet = yc_test_cups_get_sheet (f->cups, YC_TEST_PRINTER, 0);
  g_assert_cmpuint (count_pages (sheet), ==, 6);
}

/* What the clerk asks for reaches the printer: the tray by its own name, the pages, one side. */
static void
test_tray_and_pages (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (5, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-tray");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *sheet = NULL;

  options->paper = g_strdup ("iso_a5_148x210mm");
  options->source = g_strdup ("tray-2");
  options->pages = g_strdup ("4，1－2");
  options->fit = TRUE;
  job = yc_test_print_send_with (yc_printers_find (f->printers, "counter-2"), pdf, options, &error);
  g_assert_no_error (error);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  asked = yc_test_cups_find_event (f->cups, "counter-2", "asked");
  g_assert_nonnull (strstr (asked, "InputSlot=Tray2"));
  g_assert_nonnull (strstr (asked, "PageSize=A5"));
  sheet = yc_test_cups_get_sheet (f->cups, "counter-2", 0);
  g_assert_cmpuint (count_pages (sheet), ==, 3);
}

/* Where the first word stands and how high it is, in points. */
static void
measure_text (const char *file,
              double     *left,
              double     *height)
{
  g_autofree char *command = g_strdup_printf ("pdftotext -bbox %s -", file);
  g_autofree char *text = NULL;
  const char *word;
  double top, right, bottom;

  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  word = strstr (text, "<word ");
  g_assert_nonnull (word);
  g_assert_cmpint (sscanf (word, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", left,
                           &top, &right, &bottom), ==, 4);
  *height = bottom - top;
}

/* A millimetre stays a millimetre, although no printer reaches the edge of the sheet; only a sheet
 * for another paper is fitted. */
static void
test_scale (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autofree char *original = g_build_filename (g_get_tmp_dir (), "yc-scale-XXXXXX", NULL);
  double left[3], height[3];
  int fd = g_mkstemp (original);

  close (fd);
  g_assert_true (g_file_set_contents (original, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  measure_text (original, &left[2], &height[2]);
  g_unlink (original);
  for (guint fit = 0; fit < 2; fit++)
    {
      g_autoptr (YcPrintOptions) options = yc_print_options_new (fit ? "fit" : "as-it-is");
      g_autoptr (GError) error = NULL;
      g_autoptr (YcPrintJob) job = NULL;
      g_autofree char *sheet = NULL;

      options->paper = g_strdup ("iso_a4_210x297mm");
      options->fit = fit != 0;
      job = yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);
      g_assert_no_error (error);
      yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
      sheet = yc_test_cups_get_sheet (f->cups, YC_TEST_PRINTER, fit);
      measure_text (sheet, &left[fit], &height[fit]);
    }
  g_assert_cmpfloat_with_epsilon (height[0], height[2], 0.01);
  g_assert_cmpfloat_with_epsilon (left[0], left[2], 0.2);
  g_assert_cmpfloat (height[1], <, height[2] * 0.98);
}

static void
test_big_document (YcTestPrint *f, gconstpointer data)
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
  yc_test_cups_run (f->cups, "cupsdisable", YC_TEST_PRINTER, NULL);
  job = yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_no_error (error);
  spooled = yc_test_cups_get_spooled (f->cups, yc_print_job_get_id (job));
  g_assert_true (g_bytes_equal (spooled, pdf));
}

static void
test_same_id_twice (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) first = yc_test_print_send (f, "print-twice");
  g_autoptr (YcPrintJob) second = yc_test_print_send (f, "print-twice");

  g_assert_cmpint (yc_print_job_get_id (first), ==, yc_print_job_get_id (second));
  yc_test_print_wait_for_state (first, YC_PRINT_JOB_DONE);
  yc_test_print_wait_for_state (second, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

static void
test_find_job (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = yc_test_print_send (f, "print-other");
  g_autoptr (YcPrintJob) wanted = yc_test_print_send (f, "print-wanted");
  g_autoptr (YcPrintJob) found = NULL;
  gint64 until;

  yc_test_print_wait_for_state (wanted, YC_PRINT_JOB_DONE);
  /* Also when the server has put it out of its memory, which takes it a second. */
  until = g_get_monotonic_time () + 2500000;
  do
    {
      g_clear_object (&found);
      found = yc_test_print_find_job (f, "print-wanted");
      g_assert_nonnull (found);
    }
  while (g_get_monotonic_time () < until);
  g_assert_cmpint (yc_print_job_get_id (found), ==, yc_print_job_get_id (wanted));
  g_assert_cmpstr (yc_print_job_get_printer (found), ==, YC_TEST_PRINTER);
  yc_test_print_wait_for_state (found, YC_PRINT_JOB_DONE);
  g_assert_null (yc_test_print_find_job (f, "print-never-made"));
}

/* troubles that can be mended */

static void
test_paper_out (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "paperout");
  job = yc_test_print_send (f, "print-paper");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_OUT_OF_PAPER);
  g_assert_nonnull (yc_print_job_get_detail (job));
  g_assert_nonnull (yc_print_job_get_advice (job));
  yc_test_print_assert_sheets (f, 0);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

/* A reason that was left behind says nothing about the next job. */
static void
test_stale_paper_out (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) first = NULL;
  g_autoptr (YcPrintJob) second = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "paperout");
  first = yc_test_print_send (f, "print-stale-1");
  yc_test_print_wait_for_state (first, YC_PRINT_JOB_OUT_OF_PAPER);
  cancel (first);
  yc_test_print_wait_for_state (first, YC_PRINT_JOB_CANCELLED);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "slow");
  second = yc_test_print_send (f, "print-stale-2");
  yc_test_print_wait_for_event (f, "received", 2);
  yc_test_print_wait_for_state (second, YC_PRINT_JOB_PRINTING);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_state (second, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

static void
test_stop_and_resume (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "stop");
  job = yc_test_print_send (f, "print-stop");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_STOPPED);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_PRINTER_STOPPED);
  g_assert_nonnull (yc_print_job_get_detail (job));
  yc_test_print_assert_sheets (f, 0);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_cups_run (f->cups, "cupsenable", YC_TEST_PRINTER, NULL);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

/* The usual policy: a backend that fails stops its printer. */
static void
test_fail (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "fail");
  job = yc_test_print_send (f, "print-fail");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_STOPPED);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_cups_run (f->cups, "cupsenable", YC_TEST_PRINTER, NULL);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

/* Another policy: the job is given up. */
static void
test_abort (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "lpadmin", "-p", YC_TEST_PRINTER, "-o",
                    "printer-error-policy=abort-job",
                    NULL);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "fail");
  job = yc_test_print_send (f, "print-abort");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_FAILED);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_ABORTED);
  yc_test_print_assert_sheets (f, 0);
}

static gboolean
is_retrying (gpointer data)
{
  return yc_print_job_get_reason (data) == YC_PRINT_JOB_REASON_RETRY;
}

static void
test_retry (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "retry");
  job = yc_test_print_send (f, "print-retry");
  yc_test_print_wait_until (is_retrying, job);
  g_assert_cmpint (yc_print_job_get_state (job), ==, YC_PRINT_JOB_WAITING);
  g_assert_nonnull (yc_print_job_get_advice (job));
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

static void
test_held (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;
  g_autofree char *number = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "hold");
  job = yc_test_print_send (f, "print-hold");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_HELD);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_HELD);
  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "ok");
  number = g_strdup_printf ("%d", yc_print_job_get_id (job));
  yc_test_cups_run (f->cups, "lp", "-i", number, "-H", "resume", NULL);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

/* troubles that end it */

static void
test_damaged_document (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new_damaged ();
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-damaged");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job =
      yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_autoptr (YcPrintJob) next = NULL;
  g_autoptr (YcPrintJob) again = NULL;

  g_assert_no_error (error);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_FAILED);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_DOCUMENT);
  /* It does not lie in the queue for ever. */
  again = yc_test_print_find_job (f, "print-damaged");
  yc_test_print_wait_for_state (again, YC_PRINT_JOB_CANCELLED);
  next = yc_test_print_send (f, "print-after-damaged");
  yc_test_print_wait_for_state (next, YC_PRINT_JOB_DONE);
  yc_test_print_assert_sheets (f, 1);
}

static void
test_rejecting (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "cupsreject", YC_TEST_PRINTER, NULL);
  job = yc_test_print_try (f, "print-rejected", &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_REJECTED);
  g_assert_null (yc_test_print_find_job (f, "print-rejected"));
}

static void
test_printer_gone (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "lpadmin", "-x", YC_TEST_PRINTER, NULL);
  job = yc_test_print_try (f, "print-nowhere", &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_NO_PRINTER);
}

static void
test_printer_removed_waiting (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_run (f->cups, "cupsdisable", YC_TEST_PRINTER, NULL);
  job = yc_test_print_send (f, "print-removed");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_STOPPED);
  yc_test_cups_run (f->cups, "lpadmin", "-x", YC_TEST_PRINTER, NULL);
  /* The server forgets the job with its printer. */
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_PRINTER_GONE);
}

static void
test_printer_removed_printing (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "slow");
  job = yc_test_print_send (f, "print-removed");
  yc_test_print_wait_for_event (f, "received", 1);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_PRINTING);
  yc_test_cups_run (f->cups, "lpadmin", "-x", YC_TEST_PRINTER, NULL);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_reason (job), ==, YC_PRINT_JOB_REASON_PRINTER_GONE);
}

static void
test_cancel (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcPrintJob) job = NULL;

  yc_test_cups_set_control (f->cups, YC_TEST_PRINTER, "slow");
  job = yc_test_print_send (f, "print-cancel");
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_PRINTING);
  cancel (job);
  yc_test_print_wait_for_state (job, YC_PRINT_JOB_CANCELLED);
  g_assert_nonnull (yc_print_job_get_advice (job));
  yc_test_print_assert_sheets (f, 0);
}

static void
test_unsupported (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-unsupported");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintJob) job = NULL;

  options->paper = g_strdup ("iso_a0_841x1189mm");
  job = yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_null (job);
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED);
  g_assert_null (yc_test_print_find_job (f, "print-unsupported"));
}

static void
test_cancelled_call (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-called-off");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  yc_printer_print_async (yc_printers_get_default (f->printers), pdf, options, cancellable,
                          yc_test_print_result_cb, &result);
  g_assert_null (yc_printer_print_finish (yc_printers_get_default (f->printers),
                                          yc_test_print_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (yc_test_print_find_job (f, "print-called-off"));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, YcTestPrint, NULL, yc_test_print_set_up, func, yc_test_print_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("/print-job/done", test_done);
  ADD ("/print-job/bytes-and-text", test_bytes_and_text);
  ADD ("/print-job/copies", test_copies);
  ADD ("/print-job/tray-and-pages", test_tray_and_pages);
  ADD ("/print-job/scale", test_scale);
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
  return g_test_run ();
}
