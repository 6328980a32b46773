/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a certificate through a real print server, recorded at the real service: never two at
 * once, and none forgotten when desk or print server go away. */
#include "yc-desk-print.h"
#include "yc-json.h"
#include "yc-print-setup.h"
#include "yc-printing-error.h"
#include "yc-test-cups.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"

#define PRINTER "counter-1"
#define OTHER_PRINTER "counter-2"

typedef struct
{
  YcTestService *service;
  YcTestCups    *cups;
  char          *folder;
  YcDesk        *desk;
  char          *token;
  char          *serial;
  char          *case_id;
  char          *title;
} Fixture;

static void
refresh_printers (Fixture *fixture)
{
  YcPrinters *printers = yc_desk_get_printers (fixture->desk);
  g_autoptr (GAsyncResult) result = NULL;

  yc_printers_refresh_async (printers, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  yc_printers_refresh_finish (printers, result, NULL);
}

static void
open_desk (Fixture *fixture)
{
  fixture->desk = yc_test_desk_new (fixture->folder, yc_test_service_get_url (fixture->service));
  refresh_printers (fixture);
}

static void
choose_certificate (Fixture *fixture)
{
  g_autoptr (YcLiveList) list = yc_desk_create_certificate_list (fixture->desk);
  g_autoptr (YcIssuedCertificate) certificate = NULL;

  yc_test_wait_until (yc_live_list_get_load_state (list) == YC_LOAD_READY);
  certificate = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (certificate);
  fixture->serial = g_strdup (yc_issued_certificate_get_serial (certificate));
  fixture->case_id = g_strdup (yc_issued_certificate_get_case_id (certificate));
  fixture->title = g_strdup (yc_issued_certificate_get_title (certificate));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cups = yc_test_cups_new (PRINTER, OTHER_PRINTER "+trays", NULL);
  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (fixture->cups), TRUE);
  fixture->service = yc_test_service_new (TRUE, NULL);
  fixture->folder = yc_test_folder_new ();
  fixture->token = yc_test_service_sign_in (fixture->service, "chenxiao");
  open_desk (fixture);
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  choose_certificate (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  yc_test_service_free (fixture->service);
  yc_test_cups_free (fixture->cups);
  yc_test_folder_free (fixture->folder);
  g_free (fixture->token);
  g_free (fixture->serial);
  g_free (fixture->case_id);
  g_free (fixture->title);
}

/* A further sheet is damaged on purpose. */
static YcPrintReason
find_reason (Fixture *fixture)
{
  return yc_desk_get_print_history (fixture->desk, fixture->serial) == YC_PRINT_HISTORY_PRINTED
           ? YC_PRINT_REASON_DAMAGED
           : 0;
}

static void
begin_print_for (Fixture        *fixture,
                 YcPrintReason   reason,
                 GAsyncResult  **result)
{
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (fixture->desk), PRINTER);
  g_autoptr (YcPrintOptions) options = yc_print_options_new (NULL);
  YcPrintRequest request = { .kind = YC_PRINT_KIND_CERTIFICATE, .case_id = fixture->case_id,
                             .serial = fixture->serial, .title = fixture->title,
                             .printer = printer, .options = options, .reason = reason };

  g_assert_nonnull (printer);
  yc_desk_print_async (fixture->desk, &request, NULL, yc_test_keep_result, result);
}

static void
begin_print (Fixture       *fixture,
             GAsyncResult **result)
{
  begin_print_for (fixture, find_reason (fixture), result);
}

static YcPrintRun *
try_print (Fixture  *fixture,
           GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  begin_print (fixture, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_print_finish (fixture->desk, result, error);
}

static YcPrintRun *
print (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YcPrintRun *run = try_print (fixture, &error);

  g_assert_no_error (error);
  return run;
}

static void
assert_refused_for (Fixture       *fixture,
                    YcPrintReason  reason,
                    YcClientError  code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  begin_print_for (fixture, reason, &result);
  yc_test_wait_until (result != NULL);
  g_assert_null (yc_desk_print_finish (fixture->desk, result, &error));
  g_assert_error (error, YC_CLIENT_ERROR, (int) code);
}

static void
assert_refused (Fixture       *fixture,
                YcClientError  code)
{
  assert_refused_for (fixture, find_reason (fixture), code);
}

static void
wait_for_state (YcPrintRun      *run,
                YcPrintRunState  state)
{
  yc_test_wait_until (yc_print_run_get_state (run) == state);
}

/* What the service has of the n-th print of this certificate. */
static char *
dup_state_at_service (Fixture *fixture,
                      guint    number)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/certificates/%s", fixture->serial);
  g_autoptr (JsonObject) certificate = NULL;
  JsonArray *prints;

  certificate = yc_test_service_get (fixture->service, path, fixture->token, 200);
  prints = json_object_get_array_member (certificate, "prints");
  for (guint i = 0; i < json_array_get_length (prints); i++)
    {
      JsonObject *print_object = json_array_get_object_element (prints, i);

      if (json_object_get_int_member (print_object, "number") == number)
        return g_strdup (json_object_get_string_member (print_object, "state"));
    }
  return NULL;
}

static void
assert_reason_at_service (Fixture    *fixture,
                          guint       number,
                          const char *expected)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/certificates/%s", fixture->serial);
  g_autoptr (JsonObject) certificate =
    yc_test_service_get (fixture->service, path, fixture->token, 200);
  JsonArray *prints = json_object_get_array_member (certificate, "prints");
  JsonObject *record = json_array_get_object_element (prints, number - 1);

  g_assert_cmpstr (json_object_get_string_member (record, "reason"), ==, expected);
}

static gboolean
is_state_at_service (Fixture    *fixture,
                     guint       number,
                     const char *expected)
{
  g_autofree char *state = dup_state_at_service (fixture, number);

  return g_strcmp0 (state, expected) == 0;
}

/* The record goes through the outbox, a moment after the screen. */
static void
wait_until_told (Fixture    *fixture,
                 YcPrintRun *run,
                 const char *expected)
{
  yc_test_wait_until (yc_print_run_get_number (run) > 0);
  yc_test_wait_until (is_state_at_service (fixture, yc_print_run_get_number (run), expected));
  g_assert_cmpuint (yc_outbox_get_n_parked (yc_desk_get_outbox (fixture->desk)), ==, 0);
}

/* The first sheet is the file as it was issued; the next one is that file with something on it. */
static void
assert_marked (Fixture *fixture)
{
  g_autoptr (GBytes) issued = NULL;
  g_autoptr (GBytes) one = yc_test_cups_get_spooled (fixture->cups, 1);
  g_autoptr (GBytes) two = yc_test_cups_get_spooled (fixture->cups, 2);
  g_autoptr (GError) error = NULL;
  gsize length;

  issued = yc_test_desk_load_certificate (fixture->desk, fixture->case_id, &error);
  g_assert_no_error (error);
  length = g_bytes_get_size (issued);
  g_assert_true (g_bytes_equal (one, issued));
  g_assert_cmpuint (g_bytes_get_size (two), >, length);
  g_assert_cmpmem (g_bytes_get_data (two, NULL), length, g_bytes_get_data (issued, NULL), length);
}

/* What came out of the printer, not what went in. */
static char *
read_paper (Fixture *fixture,
            guint    index)
{
  g_autofree char *path = yc_test_cups_get_sheet (fixture->cups, PRINTER, index);
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *words = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return words;
}

static void
assert_same_words (Fixture *fixture)
{
  g_autofree char *first = read_paper (fixture, 0);
  g_autofree char *second = read_paper (fixture, 1);

  g_assert_nonnull (strstr (first, fixture->serial));
  g_assert_cmpstr (second, ==, first);
}

static void
test_done (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (YcPrintRun) first = print (fixture);
  g_autoptr (YcPrintRun) second = NULL;
  guint number;

  g_assert_true (yc_desk_find_print_run (fixture->desk, fixture->serial) == first);
  wait_for_state (first, YC_PRINT_RUN_DONE);
  g_assert_true (yc_print_run_get_final (first));
  wait_until_told (fixture, first, "done");
  number = yc_print_run_get_number (first);
  g_assert_cmpuint (yc_test_cups_count_sheets (fixture->cups, PRINTER), ==, 1);

  /* The next sheet needs a reason, and says that it is the second. */
  assert_refused_for (fixture, 0, YC_CLIENT_ERROR_REPRINT_REASON);
  g_assert_cmpuint (yc_test_cups_count_sheets (fixture->cups, PRINTER), ==, 1);
  second = print (fixture);
  wait_for_state (second, YC_PRINT_RUN_DONE);
  assert_marked (fixture);
  assert_same_words (fixture);
  wait_until_told (fixture, second, "done");
  g_assert_cmpuint (yc_print_run_get_number (second), ==, number + 1);
  assert_reason_at_service (fixture, number + 1, "damaged");
  g_assert_cmpuint (g_list_model_get_n_items (yc_desk_get_print_runs (fixture->desk)), ==, 2);
}

/* Print pressed twice in one breath, and again while the printer is out of paper. */
static void
test_pressed_twice (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (YcPrintRun) run = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  begin_print (fixture, &first);
  begin_print (fixture, &second);
  yc_test_wait_until (first != NULL && second != NULL);
  run = yc_desk_print_finish (fixture->desk, first, &error);
  g_assert_no_error (error);
  g_assert_null (yc_desk_print_finish (fixture->desk, second, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PRINT_UNDER_WAY);

  wait_for_state (run, YC_PRINT_RUN_OUT_OF_PAPER);
  assert_refused (fixture, YC_CLIENT_ERROR_PRINT_UNDER_WAY);
  yc_test_cups_set_control (fixture->cups, PRINTER, "ok");
  wait_for_state (run, YC_PRINT_RUN_DONE);
  g_assert_cmpuint (yc_test_cups_count_sheets (fixture->cups, PRINTER), ==, 1);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (YcPrintRun) run = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  run = print (fixture);
  wait_for_state (run, YC_PRINT_RUN_OUT_OF_PAPER);
  yc_print_run_cancel_async (run, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  yc_print_run_cancel_finish (run, result, &error);
  g_assert_no_error (error);
  wait_for_state (run, YC_PRINT_RUN_CANCELLED);
  wait_until_told (fixture, run, "cancelled");
}

/* The desk went away while the printer waited for paper: the next desk follows the same job. */
static void
test_desk_gone (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (YcPrintRun) run = NULL;
  g_autofree char *id = NULL;

  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  run = print (fixture);
  wait_for_state (run, YC_PRINT_RUN_OUT_OF_PAPER);
  id = g_strdup (yc_print_run_get_id (run));
  g_clear_object (&run);
  g_clear_pointer (&fixture->desk, yc_test_desk_free);

  open_desk (fixture);
  run = g_list_model_get_item (yc_desk_get_print_runs (fixture->desk), 0);
  g_assert_cmpstr (yc_print_run_get_id (run), ==, id);
  assert_refused (fixture, YC_CLIENT_ERROR_PRINT_UNDER_WAY);
  wait_for_state (run, YC_PRINT_RUN_OUT_OF_PAPER);
  yc_test_cups_set_control (fixture->cups, PRINTER, "ok");
  wait_for_state (run, YC_PRINT_RUN_DONE);
  g_assert_cmpuint (yc_test_cups_count_sheets (fixture->cups, PRINTER), ==, 1);
  wait_until_told (fixture, run, "done");
}

/* Desk and print server went away: nobody knows; the clerk looks and says so. */
static void
test_outcome_unknown (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (YcPrintRun) run = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  run = print (fixture);
  wait_for_state (run, YC_PRINT_RUN_OUT_OF_PAPER);
  g_clear_object (&run);
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  yc_test_cups_kill (fixture->cups);

  open_desk (fixture);
  run = g_list_model_get_item (yc_desk_get_print_runs (fixture->desk), 0);
  wait_for_state (run, YC_PRINT_RUN_UNKNOWN);
  g_assert_false (yc_print_run_get_final (run));
  g_assert_nonnull (yc_print_run_get_detail (run));
  g_assert_nonnull (yc_print_run_get_advice (run));
  wait_until_told (fixture, run, "unknown");

  yc_test_cups_start (fixture->cups);
  g_clear_object (&run);
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  open_desk (fixture);
  run = g_list_model_get_item (yc_desk_get_print_runs (fixture->desk), 0);
  g_assert_cmpint (yc_print_run_get_state (run), ==, YC_PRINT_RUN_UNKNOWN);
  assert_refused (fixture, YC_CLIENT_ERROR_PRINT_UNRESOLVED);
  yc_print_run_resolve_async (run, FALSE, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  g_assert_true (yc_print_run_resolve_finish (run, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (yc_print_run_get_state (run), ==, YC_PRINT_RUN_FAILED);
  wait_until_told (fixture, run, "failed");
}

/* Nothing was made: told at once, and the way is free again. */
static void
test_printer_refuses (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintRun) run = NULL;

  yc_test_cups_run (fixture->cups, "cupsreject", PRINTER, NULL);
  g_assert_null (try_print (fixture, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_REJECTED);
  yc_test_cups_run (fixture->cups, "cupsaccept", PRINTER, NULL);
  run = print (fixture);
  wait_for_state (run, YC_PRINT_RUN_DONE);
  g_assert_cmpuint (yc_test_cups_count_sheets (fixture->cups, PRINTER), ==, 1);
}

/* With the line down a first sheet comes out and is recorded later; a further one is refused. */
static void
test_line_down (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (YcPrintRun) run = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  pdf = yc_test_desk_load_certificate (fixture->desk, fixture->case_id, &error);
  g_assert_no_error (error);
  yc_test_service_kill (fixture->service);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (fixture->desk)));
  run = print (fixture);
  wait_for_state (run, YC_PRINT_RUN_DONE);
  g_assert_cmpuint (yc_print_run_get_number (run), ==, 0);
  assert_refused_for (fixture, 0, YC_CLIENT_ERROR_REPRINT_REASON);
  assert_refused_for (fixture, YC_PRINT_REASON_LOST, YC_CLIENT_ERROR_REPRINT_OFFLINE);
  g_assert_cmpuint (yc_test_cups_count_sheets (fixture->cups, PRINTER), ==, 1);

  g_clear_object (&run);
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  yc_test_service_start (fixture->service);
  open_desk (fixture);
  run = g_list_model_get_item (yc_desk_get_print_runs (fixture->desk), 0);
  wait_until_told (fixture, run, "done");
}

/* Nothing came out: the next try needs no question, and is recorded as what it is. */
static void
test_again_after_failure (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (YcPrintRun) first = NULL;
  g_autoptr (YcPrintRun) second = NULL;

  yc_test_cups_run (fixture->cups, "lpadmin", "-p", PRINTER, "-o",
                    "printer-error-policy=abort-job", NULL);
  yc_test_cups_set_control (fixture->cups, PRINTER, "fail");
  first = print (fixture);
  wait_for_state (first, YC_PRINT_RUN_FAILED);
  wait_until_told (fixture, first, "failed");
  g_assert_cmpint (yc_desk_get_print_history (fixture->desk, fixture->serial), ==,
                   YC_PRINT_HISTORY_FAILED);

  yc_test_cups_set_control (fixture->cups, PRINTER, "ok");
  second = print (fixture);
  wait_for_state (second, YC_PRINT_RUN_DONE);
  wait_until_told (fixture, second, "done");
  g_assert_cmpuint (yc_print_run_get_number (second), ==, yc_print_run_get_number (first) + 1);
  assert_reason_at_service (fixture, yc_print_run_get_number (second), "fault");
}

/* (transfer full): what certificates are printed with, once it is known what the printer has */
static YcPrintSetup *
create_setup (Fixture     *fixture,
              YcPrintKind  kind)
{
  YcPrintSetup *setup = yc_print_setup_new (yc_desk_get_printers (fixture->desk),
                                            yc_desk_get_print_presets (fixture->desk));

  yc_print_setup_set_kind (setup, kind);
  yc_test_wait_until (yc_print_setup_get_ready (setup));
  return setup;
}

static void
assert_setup (YcPrintSetup *setup,
              const char   *printer,
              const char   *source,
              gboolean      grey)
{
  g_autoptr (YcPrintOptions) options = yc_print_setup_create_options (setup, "id");

  g_assert_cmpstr (yc_printer_get_name (yc_print_setup_get_printer (setup)), ==, printer);
  g_assert_cmpstr (options->source, ==, source);
  g_assert_cmpint (options->grey, ==, grey);
  g_assert_cmpint (options->fit, ==, grey);
  g_assert_cmpuint (options->copies, ==, 1);
}

/* Each kind of paper has its own printer and settings, which outlive the program; a printer that is
 * gone is not waited for. */
static void
test_presets (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (YcPrintSetup) setup = create_setup (fixture, YC_PRINT_KIND_FORM);

  assert_setup (setup, PRINTER, NULL, FALSE);
  yc_print_setup_set_printer (setup, yc_printers_find (yc_desk_get_printers (fixture->desk),
                                                       OTHER_PRINTER));
  yc_test_wait_until (yc_print_setup_get_ready (setup));
  yc_print_setup_set_source (setup, "tray-2");
  yc_print_setup_set_grey (setup, TRUE);
  yc_print_setup_set_fit (setup, TRUE);
  assert_setup (setup, OTHER_PRINTER, "tray-2", TRUE);
  yc_print_setup_remember (setup);
  yc_print_setup_set_kind (setup, YC_PRINT_KIND_CERTIFICATE);
  g_clear_object (&setup);
  g_clear_pointer (&fixture->desk, yc_test_desk_free);

  open_desk (fixture);
  setup = create_setup (fixture, YC_PRINT_KIND_CERTIFICATE);
  assert_setup (setup, PRINTER, NULL, FALSE);
  yc_print_setup_set_kind (setup, YC_PRINT_KIND_FORM);
  yc_test_wait_until (yc_print_setup_get_ready (setup));
  assert_setup (setup, OTHER_PRINTER, "tray-2", TRUE);
  yc_test_cups_run (fixture->cups, "lpadmin", "-x", OTHER_PRINTER, NULL);
  refresh_printers (fixture);
  yc_test_wait_until (yc_print_setup_get_ready (setup));
  assert_setup (setup, PRINTER, NULL, TRUE);
}

/* Issued anew meanwhile: neither the old sheet, which is void, comes out, nor another one than was
 * asked for, not even from what is kept here when the line is down. */
static void
test_another_version (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/certificates/%s/reissue", fixture->serial);
  g_autofree char *reviewer = yc_test_service_sign_in (fixture->service, "wangfang");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) kept =
    yc_test_desk_load_certificate (fixture->desk, fixture->case_id, &error);
  g_autoptr (JsonObject) next = yc_test_service_post (
    fixture->service, path, reviewer, "Idempotency-Key: reissue\r\n", "{\"reason\":\"lost\"}", 201);

  g_assert_no_error (error);
  assert_refused (fixture, YC_CLIENT_ERROR_CONFLICT);
  g_free (fixture->serial);
  fixture->serial = g_strdup (json_object_get_string_member (next, "serial"));
  yc_test_service_kill (fixture->service);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (fixture->desk)));
  assert_refused (fixture, YC_CLIENT_ERROR_OFFLINE);
  g_assert_cmpuint (yc_test_cups_count_sheets (fixture->cups, PRINTER), ==, 0);
}

/* Signed out while it prints: the record waits for its user and is not lost. */
static void
test_signed_out_meanwhile (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (YcPrintRun) run = NULL;

  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  run = print (fixture);
  wait_for_state (run, YC_PRINT_RUN_OUT_OF_PAPER);
  wait_until_told (fixture, run, "printing");
  yc_test_desk_sign_out (fixture->desk);
  yc_test_cups_set_control (fixture->cups, PRINTER, "ok");
  wait_for_state (run, YC_PRINT_RUN_DONE);
  yc_test_wait_until (yc_outbox_get_n_unsent (yc_desk_get_outbox (fixture->desk)) > 0);
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  wait_until_told (fixture, run, "done");
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/client/print/done", test_done);
  add_test ("/client/print/pressed-twice", test_pressed_twice);
  add_test ("/client/print/cancel", test_cancel);
  add_test ("/client/print/desk-gone", test_desk_gone);
  add_test ("/client/print/outcome-unknown", test_outcome_unknown);
  add_test ("/client/print/printer-refuses", test_printer_refuses);
  add_test ("/client/print/line-down", test_line_down);
  add_test ("/client/print/again-after-failure", test_again_after_failure);
  add_test ("/client/print/presets", test_presets);
  add_test ("/client/print/another-version", test_another_version);
  add_test ("/client/print/signed-out-meanwhile", test_signed_out_meanwhile);
  return g_test_run ();
}
