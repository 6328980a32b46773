/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every trouble that a print server is known to have, one row each: through a real desk, a real
 * service and a real print server, what the clerk is told, what the service has written down, and
 * how many sheets truly came out. */
#include "yc-cups-connection.h"
#include "yc-cups-ipp.h"
#include "yc-desk-print.h"
#include "yc-printing-error.h"
#include "yc-test-cups.h"
#include "yc-test-desk.h"
#include "yc-test-pdf.h"
#include "yc-test-service.h"

/* Of a call to a print server that hangs, in milliseconds. */
#define TIME_LIMIT 1000
/* A printer of no row. */
#define SPARE "spare"
/* The server may call the printer as often as it likes. */
#define ANY G_MAXUINT

/* One house for all rows; each row has a printer and a certificate of its own. */
static struct
{
  YcTestCups    *cups;
  YcTestService *service;
  char          *folder;
  YcDesk        *desk;
  YcLiveList    *certificates;
  guint          n_used; /* of the certificates */
  char          *token;
} house;

typedef struct
{
  const char       *name; /* of the row, and of its printer */
  /* What happens. */
  const char       *control; /* the printer's, when the document comes */
  GBytes         *(*document) (void); /* NULL: a certificate */
  void            (*before) (const char *printer);
  void            (*meanwhile) (const char *printer); /* once the printer has it */
  /* What is told. */
  int               refused; /* YcPrintingError: no job was made */
  YcPrintRunState   state;
  const char       *detail;
  const char       *advice;
  const char       *printer_title; /* beside the printer's name */
  const char       *recorded; /* by the service; NULL: nothing */
  /* What came of it. */
  gboolean          goes_on; /* after it is mended */
  guint             n_calls; /* of the printer by the server */
  guint             n_sheets;
} Row;

static void
run_for (const char *program, const char *printer)
{
  yc_test_cups_run (house.cups, program, printer, NULL);
}

static void
reject (const char *printer)
{
  run_for ("cupsreject", printer);
}

static void
pause_printer (const char *printer)
{
  run_for ("cupsdisable", printer);
}

static void
abort_jobs (const char *printer)
{
  yc_test_cups_run (house.cups, "lpadmin", "-p", printer, "-o", "printer-error-policy=abort-job",
                    NULL);
}

static void
remove_printer (const char *printer)
{
  yc_test_cups_run (house.cups, "lpadmin", "-x", printer, NULL);
}

static void
kill_server (const char *printer)
{
  yc_test_cups_kill (house.cups);
}

/* So quickly that nobody sees it gone; it then prints what it had over again. */
static void
crash_server (const char *printer)
{
  yc_test_cups_kill (house.cups);
  yc_test_cups_start (house.cups);
  yc_test_wait_until (yc_test_cups_count_events (house.cups, printer, "received") == 2);
}

#define LOOK \
  "Look into the printer's tray, then say whether the sheet is there. " \
  "Nothing is printed again by itself."
#define UNREADABLE \
  YC_PRINT_RUN_FAILED, "The print service could not read the document.", \
      "No sheet is expected. Check the tray, then print again.", "ready", NULL

/* In the order of findings: what is wrong with one job first, then what is wrong with the server,
 * which no other row survives. */
static const Row rows[] = {
  { "done", "ok", NULL, NULL, NULL, 0, YC_PRINT_RUN_DONE, NULL, NULL, "ready", "done", FALSE, 1,
    1 },
  /* The server counts a page before any paper moves; nothing of that is told. */
  { "pages-are-counted-before-paper", "slow", NULL, NULL, NULL, 0, YC_PRINT_RUN_PRINTING, NULL,
    NULL, "busy", "printing", TRUE, 1, 1 },
  { "out-of-paper", "paperout", NULL, NULL, NULL, 0, YC_PRINT_RUN_OUT_OF_PAPER,
    "The printer has run out of paper.",
    "Put paper in; printing goes on by itself. Do not print again.", "busy", "printing", TRUE, 1,
    1 },
  { "paper-jam", "jam", NULL, NULL, NULL, 0, YC_PRINT_RUN_STOPPED,
    "Paper is jammed in the printer.",
    "Take the jammed paper out and close the printer; printing goes on by itself.", "busy",
    "printing", TRUE, 1, 1 },
  { "door-open", "door", NULL, NULL, NULL, 0, YC_PRINT_RUN_STOPPED,
    "A cover of the printer is open.", "Close the cover; printing goes on by itself.", "busy",
    "printing", TRUE, 1, 1 },
  { "offline", "offline", NULL, NULL, NULL, 0, YC_PRINT_RUN_STOPPED,
    "The printer is switched off or not connected.",
    "Check that the printer is switched on and its cable is plugged in.", "busy", "printing", TRUE,
    1, 1 },
  { "damaged-document", "ok", yc_test_pdf_new_damaged, NULL, NULL, 0, UNREADABLE, FALSE, 1, 0 },
  { "encrypted-document", "ok", yc_test_pdf_new_encrypted, NULL, NULL, 0, UNREADABLE, FALSE, 1,
    0 },
  { "print-forbidden-document", "ok", yc_test_pdf_new_forbidden, NULL, NULL, 0, UNREADABLE, FALSE,
    1, 0 },
  { "printer-stops", "stop", NULL, NULL, NULL, 0, YC_PRINT_RUN_STOPPED,
    "Fuser unit must be replaced",
    "Look at the printer's display. Once it is mended and resumed, printing goes on.", "stopped",
    "printing", TRUE, 2, 1 },
  { "printer-was-stopped", "ok", NULL, pause_printer, NULL, 0, YC_PRINT_RUN_STOPPED,
    "The printer has been stopped.",
    "Look at the printer's display. Once it is mended and resumed, printing goes on.", "stopped",
    "printing", TRUE, 1, 1 },
  { "backend-fails", "fail", NULL, abort_jobs, NULL, 0, YC_PRINT_RUN_FAILED,
    "The print service gave the job up.",
    "No sheet is expected. Check the tray, then print again.", "ready", "failed", FALSE, 1, 0 },
  { "backend-retries", "retry", NULL, NULL, NULL, 0, YC_PRINT_RUN_WAITING,
    "The printer is not ready; the print service tries again by itself.",
    "Check that the printer is switched on and its cable is plugged in.", "ready", "submitted",
    TRUE, ANY, 1 },
  { "rejects", "ok", NULL, reject, NULL, YC_PRINTING_ERROR_REJECTED, YC_PRINT_RUN_FAILED,
    "The printer takes no jobs at present.", NULL, "takes no jobs", NULL, FALSE, 0, 0 },
  { "removed-while-printing", "slow", NULL, NULL, remove_printer, 0, YC_PRINT_RUN_UNKNOWN,
    "The printer has been removed.", LOOK, NULL, "unknown", FALSE, 1, 0 },
  { "removed-before", "ok", NULL, remove_printer, NULL, YC_PRINTING_ERROR_NO_PRINTER,
    YC_PRINT_RUN_FAILED, "The printer does not exist any more.", NULL, NULL, NULL, FALSE, 0, 0 },
  { "server-crashes-and-prints-again", "slow", NULL, NULL, crash_server, 0, YC_PRINT_RUN_UNKNOWN,
    "The print service stopped while it had the job.", LOOK, NULL, "unknown", FALSE, 2, 2 },
  { "server-dies", "slow", NULL, NULL, kill_server, 0, YC_PRINT_RUN_UNKNOWN,
    "The print service stopped while it had the job.", LOOK, NULL, "unknown", FALSE, 1, 1 },
  { "server-is-down", "ok", NULL, NULL, NULL, YC_PRINTING_ERROR_SERVER_DOWN, YC_PRINT_RUN_FAILED,
    "The print service is not running.", NULL, NULL, NULL, FALSE, 0, 0 },
};

/* One print under way: of a certificate, or of a document without a record. */
typedef struct
{
  const Row           *row;
  YcIssuedCertificate *certificate;
  guint                n_prints; /* of it, before this one */
  gboolean             further;  /* a sheet of it was printed before */
  YcPrinter           *printer;
  YcPrintRun          *run;
  YcPrintJob          *job;
  char                *job_id;
} Print;

static void
refresh (YcPrinters *printers)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printers_refresh_async (printers, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  yc_printers_refresh_finish (printers, result, NULL);
}

static YcPrintRunState
get_state (Print *print)
{
  return print->run != NULL
             ? yc_print_run_get_state (print->run)
             : yc_print_run_state_from_job (yc_print_job_get_state (print->job));
}

static const char *
get_detail (Print *print)
{
  return print->run != NULL ? yc_print_run_get_detail (print->run)
                            : yc_print_job_get_detail (print->job);
}

static const char *
get_advice (Print *print)
{
  return print->run != NULL ? yc_print_run_get_advice (print->run)
                            : yc_print_job_get_advice (print->job);
}

static void
print_document (Print *print)
{
  g_autoptr (YcPrintOptions) options = yc_print_options_new (print->row->name);
  g_autoptr (GBytes) pdf = print->row->document ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_printer_print_async (print->printer, pdf, options, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  print->job = yc_printer_print_finish (print->printer, result, &error);
  g_assert_no_error (error);
}

static void
print_certificate (Print *print)
{
  const char *serial = yc_issued_certificate_get_serial (print->certificate);
  g_autoptr (YcPrintOptions) options = yc_print_options_new (NULL);
  YcPrintRequest request = { .kind = YC_PRINT_KIND_CERTIFICATE,
                             .case_id = yc_issued_certificate_get_case_id (print->certificate),
                             .serial = serial,
                             .title = yc_issued_certificate_get_title (print->certificate),
                             .printer = print->printer, .options = options,
                             .reason = print->further ? YC_PRINT_REASON_DAMAGED : 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_desk_print_async (house.desk, &request, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  print->run = yc_desk_print_finish (house.desk, result, &error);
  if (print->row->refused == 0)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, YC_PRINTING_ERROR, print->row->refused);
  g_assert_null (print->run);
  print->run = g_object_ref (yc_desk_find_print_run (house.desk, serial));
}

static JsonArray *
load_prints (Print *print, JsonObject **certificate)
{
  g_autofree char *path =
      g_strdup_printf ("/api/v1/certificates/%s",
                       yc_issued_certificate_get_serial (print->certificate));

  *certificate = yc_test_service_get (house.service, path, house.token, 200);
  return json_object_get_array_member (*certificate, "prints");
}

/* The samples have fewer certificates than there are rows: those that came out are printed again. */
static void
take_certificate (Print *print)
{
  GListModel *model = G_LIST_MODEL (house.certificates);
  g_autoptr (JsonObject) certificate = NULL;

  print->certificate =
      g_list_model_get_item (model, house.n_used++ % g_list_model_get_n_items (model));
  print->n_prints = json_array_get_length (load_prints (print, &certificate));
  print->further = yc_desk_get_print_history (
                       house.desk, yc_issued_certificate_get_serial (print->certificate)) !=
                   YC_PRINT_HISTORY_NONE;
}

static void
begin (Print *print, const Row *row)
{
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (house.desk), row->name);

  g_assert_nonnull (printer);
  print->row = row;
  print->printer = g_object_ref (printer);
  yc_test_cups_set_control (house.cups, row->name, row->control);
  if (row->before != NULL)
    row->before (row->name);
  if (row->document != NULL)
    {
      print_document (print);
      return;
    }
  take_certificate (print);
  print_certificate (print);
}

static guint
count (const Row *row, const char *event)
{
  return yc_test_cups_count_events (house.cups, row->name, event);
}

static void
let_it_happen (Print *print)
{
  if (print->row->meanwhile == NULL)
    return;
  yc_test_wait_until (count (print->row, "received") == 1);
  yc_test_wait_until (get_state (print) == YC_PRINT_RUN_PRINTING);
  print->row->meanwhile (print->row->name);
}

static gboolean
has_title (YcPrinter *printer, const char *title)
{
  refresh (yc_desk_get_printers (house.desk));
  return g_str_equal (yc_printer_get_state_title (printer), title);
}

static void
assert_told (Print *print)
{
  const Row *row = print->row;

  yc_test_wait_until (get_state (print) == row->state &&
                      g_strcmp0 (get_detail (print), row->detail) == 0);
  g_assert_cmpstr (get_advice (print), ==, row->advice);
  if (row->printer_title != NULL)
    yc_test_wait_until (has_title (print->printer, row->printer_title));
}

static gboolean
is_recorded (Print *print, const char *state)
{
  g_autoptr (JsonObject) certificate = NULL;
  JsonArray *prints;

  /* A document has no number, so the service knows nothing of it. */
  if (print->certificate == NULL)
    return state == NULL;
  prints = load_prints (print, &certificate);
  if (json_array_get_length (prints) == print->n_prints)
    return state == NULL;
  g_assert_cmpuint (json_array_get_length (prints), ==, print->n_prints + 1);
  return g_strcmp0 (json_object_get_string_member (
                        json_array_get_object_element (prints, print->n_prints), "state"), state) == 0;
}

static void
mend (Print *print)
{
  if (!print->row->goes_on)
    return;
  yc_test_cups_set_control (house.cups, print->row->name, "ok");
  if (g_str_equal (print->row->printer_title, "stopped"))
    run_for ("cupsenable", print->row->name);
  yc_test_wait_until (get_state (print) == YC_PRINT_RUN_DONE);
  yc_test_wait_until (is_recorded (print, "done"));
}

static void
assert_sheets (const Row *row)
{
  if (row->state == YC_PRINT_RUN_UNKNOWN)
    yc_test_cups_set_control (house.cups, row->name, "ok");
  yc_test_wait_until (count (row, "printed") == row->n_sheets);
  /* The server's second print of one job lies in the tray under the same name. */
  g_assert_cmpuint (yc_test_cups_count_sheets (house.cups, row->name), ==, MIN (row->n_sheets, 1));
  if (row->n_calls != ANY)
    g_assert_cmpuint (count (row, "called"), ==, row->n_calls);
}

static void
end (Print *print)
{
  g_clear_object (&print->run);
  g_clear_object (&print->job);
  g_clear_object (&print->printer);
  g_clear_object (&print->certificate);
}

/* Of a further sheet the service knows before the print server does: it made it. */
static const char *
get_record (Print *print)
{
  return print->further && print->row->recorded == NULL ? "failed" : print->row->recorded;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Print print = { 0 };

  begin (&print, row);
  let_it_happen (&print);
  assert_told (&print);
  yc_test_wait_until (is_recorded (&print, get_record (&print)));
  mend (&print);
  assert_sheets (row);
  end (&print);
}

/* That the server does count, so that the row above says something. */
static int
count_impressions (YcPrintJob *job)
{
  static const char *const names[] = { "job-impressions-completed", NULL };
  g_autoptr (YcCupsConnection) connection = yc_cups_connection_new (NULL, TIME_LIMIT);
  ipp_t *request = yc_cups_ipp_new_job_request (IPP_OP_GET_JOB_ATTRIBUTES,
                                                yc_print_job_get_id (job));
  g_autoptr (ipp_t) answer = NULL;

  yc_cups_ipp_ask_for (request, names);
  answer = yc_cups_connection_request (connection, request, "/", NULL);
  return ippGetInteger (ippFindAttribute (answer, names[0], IPP_TAG_INTEGER), 0);
}

static GBytes *
new_page (void)
{
  return yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
}

static void
test_pages_are_counted (void)
{
  static const Row row = { SPARE, "slow", new_page };
  Print print = { .row = &row };

  print.printer = g_object_ref (yc_printers_find (yc_desk_get_printers (house.desk), row.name));
  yc_test_cups_set_control (house.cups, row.name, row.control);
  print_document (&print);
  yc_test_wait_until (count_impressions (print.job) > 0);
  yc_test_wait_until (get_state (&print) == YC_PRINT_RUN_PRINTING);
  g_assert_null (get_detail (&print));
  g_assert_cmpuint (yc_test_cups_count_sheets (house.cups, row.name), ==, 0);
  yc_test_cups_set_control (house.cups, row.name, "ok");
  yc_test_wait_until (get_state (&print) == YC_PRINT_RUN_DONE);
  end (&print);
}

/* It takes the connection and says nothing: nothing was made, and the way is free again. */
static void
test_server_hangs (void)
{
  static const Row row = { SPARE, "ok", new_page };
  g_autoptr (YcPrinters) printers =
      g_object_new (YC_TYPE_PRINTERS, "time-limit", TIME_LIMIT, NULL);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("hanging");
  g_autoptr (GBytes) pdf = new_page ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_calls = count (&row, "called");

  refresh (printers);
  yc_test_cups_suspend (house.cups);
  yc_printer_print_async (yc_printers_find (printers, row.name), pdf, options, NULL,
                          yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  yc_test_cups_resume (house.cups);
  g_assert_null (yc_printer_print_finish (yc_printers_find (printers, row.name), result, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_TIMED_OUT);
  g_assert_cmpstr (error->message, ==, "The print service does not answer in time.");
  refresh (printers);
  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_READY);
  g_assert_cmpuint (count (&row, "called"), ==, n_calls);
}

/* No printer and no server look alike to libcups; the clerk is told which it is. */
static void
test_no_printers (void)
{
  g_autoptr (YcTestCups) empty = yc_test_cups_new (NULL, NULL);
  g_autoptr (YcPrinters) printers = yc_printers_new (yc_test_cups_get_socket (empty));

  refresh (printers);
  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_EMPTY);
  g_assert_cmpstr (yc_printers_get_error_text (printers), ==,
                   "No printer is set up on this machine. Ask the administrator to add one, then "
                   "look again.");
  yc_test_cups_kill (empty);
  refresh (printers);
  g_assert_cmpint (yc_printers_get_state (printers), ==, YC_PRINTERS_SERVER_DOWN);
  g_assert_cmpstr (yc_printers_get_error_text (printers), ==,
                   "The print service is not running. Ask the administrator to start the print "
                   "service, then look again.");
}

static void
build_house (void)
{
  const char *printers[G_N_ELEMENTS (rows) + 2] = { SPARE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    printers[i + 1] = rows[i].name;
  house.cups = yc_test_cups_newv (printers);
  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (house.cups), TRUE);
  house.service = yc_test_service_new (TRUE, NULL);
  house.folder = yc_test_folder_new ();
  house.token = yc_test_service_sign_in (house.service, "chenxiao");
  house.desk = yc_test_desk_new (house.folder, yc_test_service_get_url (house.service));
  yc_test_desk_sign_in (house.desk, "chenxiao");
  house.certificates = yc_desk_create_certificate_list (house.desk);
  yc_test_wait_until (yc_live_list_get_load_state (house.certificates) == YC_LOAD_READY);
  refresh (yc_desk_get_printers (house.desk));
}

static void
leave_house (void)
{
  g_object_unref (house.certificates);
  yc_test_desk_free (house.desk);
  yc_test_service_free (house.service);
  yc_test_cups_free (house.cups);
  yc_test_folder_free (house.folder);
  g_free (house.token);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  build_house ();
  g_test_add_func ("/print-faults/no-printers-or-no-server", test_no_printers);
  g_test_add_func ("/print-faults/pages-are-counted", test_pages_are_counted);
  g_test_add_func ("/print-faults/server-hangs", test_server_hangs);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/print-faults/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  status = g_test_run ();
  leave_house ();
  return status;
}
