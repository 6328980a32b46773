/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of printing share: a print server of their own, prints, waiting. */
#include "yc-test-print.h"

#include "yc-test-pdf.h"

#define DEADLINE (60 * G_USEC_PER_SEC)

/**
 * yc_test_print_wait_until:
 * @condition: what is waited for
 * @data: for @condition
 *
 * Turns the main loop until @condition holds; fails the test when it does not in time.
 */
void
yc_test_print_wait_until (gboolean (*condition) (gpointer), gpointer data)
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

/**
 * yc_test_print_result_cb:
 * @object: what was asked
 * @result: its answer
 * @user_data: a #GAsyncResult pointer
 *
 * Keeps the answer, for yc_test_print_wait_for_result().
 */
void
yc_test_print_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * yc_test_print_wait_for_result:
 * @result: where yc_test_print_result_cb() puts the answer
 *
 * Returns: (transfer none): the answer, once it is there
 */
GAsyncResult *
yc_test_print_wait_for_result (GAsyncResult **result)
{
  yc_test_print_wait_until (is_set, result);
  return *result;
}

/**
 * yc_test_print_refresh:
 * @printers: printers
 * @error: return location
 *
 * Asks the server anew.
 *
 * Returns: whether it answered
 */
gboolean
yc_test_print_refresh (YcPrinters *printers, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printers_refresh_async (printers, NULL, yc_test_print_result_cb, &result);
  return yc_printers_refresh_finish (printers, yc_test_print_wait_for_result (&result), error);
}

/**
 * yc_test_print_send_with:
 * @printer: a printer
 * @pdf: a document
 * @options: how to print it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the job
 */
YcPrintJob *
yc_test_print_send_with (YcPrinter *printer, GBytes *pdf, const YcPrintOptions *options,
                         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printer_print_async (printer, pdf, options, NULL, yc_test_print_result_cb, &result);
  return yc_printer_print_finish (printer, yc_test_print_wait_for_result (&result), error);
}

/**
 * yc_test_print_try:
 * @f: the fixture
 * @print_id: id of the print
 * @error: return location
 *
 * Prints one page on the default printer.
 *
 * Returns: (transfer full) (nullable): the job
 */
YcPrintJob *
yc_test_print_try (YcTestPrint *f, const char *print_id, GError **error)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new (print_id);

  return yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, error);
}

/**
 * yc_test_print_send:
 * @f: the fixture
 * @print_id: id of the print
 *
 * Returns: (transfer full): the job, which the server took
 */
YcPrintJob *
yc_test_print_send (YcTestPrint *f, const char *print_id)
{
  g_autoptr (GError) error = NULL;
  YcPrintJob *job = yc_test_print_try (f, print_id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (job);
  return job;
}

/**
 * yc_test_print_find_job:
 * @f: the fixture
 * @print_id: id of a print
 *
 * Returns: (transfer full) (nullable): the job that the server knows by it
 */
YcPrintJob *
yc_test_print_find_job (YcTestPrint *f, const char *print_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YcPrintJob *job;

  yc_printers_find_job_async (f->printers, print_id, NULL, yc_test_print_result_cb, &result);
  job = yc_printers_find_job_finish (f->printers, yc_test_print_wait_for_result (&result), &error);
  g_assert_no_error (error);
  return job;
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

/**
 * yc_test_print_wait_for_state:
 * @job: a job
 * @state: what it must come to
 *
 * Fails the test at once when the job ends otherwise.
 */
void
yc_test_print_wait_for_state (YcPrintJob *job, YcPrintJobState state)
{
  Wanted wanted = { job, state };

  yc_test_print_wait_until (has_state, &wanted);
}

typedef struct
{
  YcTestPrint *fixture;
  const char  *event;
  guint        n;
} Event;

static gboolean
has_event (gpointer data)
{
  Event *event = data;

  return yc_test_cups_count_events (event->fixture->cups, YC_TEST_PRINTER, event->event) >=
         event->n;
}

/**
 * yc_test_print_wait_for_event:
 * @f: the fixture
 * @name: what the printer does, such as "received"
 * @n: how often
 */
void
yc_test_print_wait_for_event (YcTestPrint *f, const char *name, guint n)
{
  Event event = { f, name, n };

  yc_test_print_wait_until (has_event, &event);
}

/**
 * yc_test_print_assert_sheets:
 * @f: the fixture
 * @n: how many sheets must have come out
 */
void
yc_test_print_assert_sheets (YcTestPrint *f, guint n)
{
  g_assert_cmpuint (yc_test_cups_count_sheets (f->cups, YC_TEST_PRINTER), ==, n);
  g_assert_cmpuint (yc_test_cups_count_events (f->cups, YC_TEST_PRINTER, "printed"), ==, n);
}

/**
 * yc_test_print_new_printers:
 * @socket: the server's socket
 *
 * Returns: (transfer full): its printers, with a short time limit for every call
 */
YcPrinters *
yc_test_print_new_printers (const char *socket)
{
  return g_object_new (YC_TYPE_PRINTERS, "server", socket, "time-limit",
                       YC_TEST_PRINT_TIME_LIMIT, NULL);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * yc_test_print_let_go:
 * @object: (transfer full): the last reference but those of work under way
 *
 * Waits until it is gone.
 */
void
yc_test_print_let_go (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  yc_test_print_wait_until (is_gone, &object);
}

/**
 * yc_test_print_set_up:
 * @f: the fixture
 * @data: not used
 *
 * Starts a print server with two printers.
 */
void
yc_test_print_set_up (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->cups =
      yc_test_cups_new (YC_TEST_PRINTER "=" YC_TEST_PRINTER_INFO, "counter-2+trays", NULL);
  f->printers = yc_test_print_new_printers (yc_test_cups_get_socket (f->cups));
  yc_test_print_refresh (f->printers, &error);
  g_assert_no_error (error);
}

/**
 * yc_test_print_tear_down:
 * @f: the fixture
 * @data: not used
 *
 * Stops it.
 */
void
yc_test_print_tear_down (YcTestPrint *f, gconstpointer data)
{
  yc_test_print_let_go (f->printers);
  yc_test_cups_free (f->cups);
}
