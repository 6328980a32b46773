/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on its pre-printed form: the words come out moved by what was measured of this printer and
 * tray, which the desk remembers, and the printing is one of the certificate's. */
#include "yc-calibrations.h"
#include "yc-desk-print.h"
#include "yc-json.h"
#include "yc-overprint-paper.h"
#include "yc-paper-source.h"
#include "yc-paper-program.h"
#include "yc-test-cups.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define PRINTER "counter-1"
#define TEMPLATE "lease-filing"
#define TRAY YC_PAPER_SOURCE_AUTO
/* A tenth of a millimetre, in points. */
#define TENTH (72.0 / 25.4 / 10.0)

typedef struct
{
  YcTestService *service;
  YcTestCups    *cups;
  char          *folder;
  YcDesk        *desk;
} Fixture;

static void
load_printers (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printers_refresh_async (yc_desk_get_printers (fixture->desk), NULL, yc_test_keep_result,
                             &result);
  yc_test_wait_until (result != NULL);
}

static void
open_desk (Fixture *fixture)
{
  fixture->desk = yc_test_desk_new (fixture->folder, yc_test_service_get_url (fixture->service));
  load_printers (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cups = yc_test_cups_new (PRINTER, NULL);
  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (fixture->cups), TRUE);
  fixture->service = yc_test_service_new (TRUE, NULL);
  fixture->folder = yc_test_folder_new ();
  open_desk (fixture);
  yc_test_desk_sign_in (fixture->desk, "liangzhi");
  yc_test_desk_wait_for_catalog (fixture->desk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  yc_test_service_free (fixture->service);
  yc_test_cups_free (fixture->cups);
  yc_test_folder_free (fixture->folder);
}

/* (transfer full): a certificate that can be printed on a form, and one that cannot in *@plain */
static YcIssuedCertificate *
find_certificate (Fixture              *fixture,
                  YcIssuedCertificate **plain)
{
  g_autoptr (YcLiveList) list = yc_desk_create_certificate_list (fixture->desk);
  YcIssuedCertificate *found = NULL;

  yc_test_wait_until (yc_live_list_get_load_state (list) == YC_LOAD_READY);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (YcIssuedCertificate) certificate = g_list_model_get_item (G_LIST_MODEL (list), i);
      const char *serial = yc_issued_certificate_get_serial (certificate);

      if (yc_issued_certificate_get_state (certificate) != YC_CERTIFICATE_VALID)
        continue;
      g_set_object (yc_overprint_paper_find (fixture->desk, serial) != NULL ? &found : plain,
                    certificate);
    }
  return found;
}

/* Where the sheet that came out as the @index-th has @word, in points; the form lies, the paper stands: what
 * is right on the form is up on the paper. */
static void
find_place (Fixture    *fixture,
            guint       index,
            const char *word,
            double     *left,
            double     *bottom)
{
  g_autofree char *path = yc_test_cups_get_sheet (fixture->cups, PRINTER, index);
  const char *argv[] = { "pdftotext", "-bbox", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *at;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  at = strstr (text, word);
  if (at == NULL)
    g_error ("“%s” is not on the sheet: %s", word, text);
  at = g_strrstr_len (text, at - text, "<word ");
  g_assert_cmpint (sscanf (at, "<word xMin=\"%lf\" yMin=\"%*f\" xMax=\"%*f\" yMax=\"%lf\"", left,
                           bottom), ==, 2);
}

static void
print (Fixture             *fixture,
       YcIssuedCertificate *certificate,
       YcPrintReason        reason)
{
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (fixture->desk), PRINTER);
  const char *serial = yc_issued_certificate_get_serial (certificate);
  JsonObject *template_ = yc_overprint_paper_find (fixture->desk, serial);
  g_autoptr (YcPrintOptions) options = yc_print_options_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintRun) run = NULL;
  g_autofree char *path = NULL;
  YcCalibration calibration;

  yc_calibrations_find (yc_desk_get_calibrations (fixture->desk), PRINTER, TRAY, TEMPLATE,
                        &calibration);
  path = yc_overprint_paper_write_path (serial, &calibration);
  options->paper = g_strdup (yc_overprint_paper_get_size (template_));
  g_assert_cmpstr (options->paper, ==, "iso_a5_148x210mm");
  yc_desk_print_async (fixture->desk,
                       &(YcPrintRequest){
                         .kind = YC_PRINT_KIND_CERTIFICATE,
                         .case_id = yc_issued_certificate_get_case_id (certificate),
                         .serial = serial,
                         .title = yc_issued_certificate_get_title (certificate),
                         .sheet_path = path,
                         .printer = printer,
                         .options = options,
                         .reason = reason,
                       },
                       NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  run = yc_desk_print_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  yc_test_wait_until (yc_print_run_get_state (run) == YC_PRINT_RUN_DONE);
  yc_test_wait_until (yc_print_run_get_number (run) > 0);
}

/* Printed, measured, printed anew by a desk that was started again: all words are where they should be. */
static void
test_calibrated (Fixture       *fixture,
                 gconstpointer  data)
{
  const YcCalibration measured = { 13, -7 };
  YcCalibration calibration = { 1, 1 };
  g_autoptr (YcIssuedCertificate) plain = NULL;
  g_autoptr (YcIssuedCertificate) certificate = find_certificate (fixture, &plain);
  const char *serial;
  double left, bottom, moved_left, moved_bottom;

  g_assert_nonnull (certificate);
  g_assert_nonnull (plain);
  serial = yc_issued_certificate_get_serial (certificate);
  g_assert_false (yc_calibrations_find (yc_desk_get_calibrations (fixture->desk), PRINTER, TRAY,
                                        TEMPLATE, &calibration));
  g_assert_true (calibration.x == 0 && calibration.y == 0);
  print (fixture, certificate, 0);
  find_place (fixture, 0, serial, &left, &bottom);

  yc_calibrations_set (yc_desk_get_calibrations (fixture->desk), PRINTER, TRAY, TEMPLATE, &measured);
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  open_desk (fixture);
  yc_test_wait_until (yc_calibrations_find (yc_desk_get_calibrations (fixture->desk), PRINTER, TRAY,
                                            TEMPLATE, &calibration));
  /* A further sheet is made by the service. */
  yc_test_wait_until (yc_line_get_online (yc_desk_get_line (fixture->desk)));
  g_assert_cmpint (calibration.x, ==, measured.x);
  g_assert_cmpint (calibration.y, ==, measured.y);
  g_assert_false (yc_calibrations_find (yc_desk_get_calibrations (fixture->desk), PRINTER, "tray-2",
                                        TEMPLATE, &calibration));
  print (fixture, certificate, YC_PRINT_REASON_MORE);
  find_place (fixture, 1, serial, &moved_left, &moved_bottom);
  g_test_message ("%.3f %.3f, moved %.3f %.3f", left, bottom, moved_left, moved_bottom);
  g_assert_cmpfloat_with_epsilon (bottom - moved_bottom, measured.x * TENTH, TENTH / 10);
  g_assert_cmpfloat_with_epsilon (moved_left - left, measured.y * TENTH, TENTH / 10);
}

/* The form's picture is fetched to be looked at, and the calibration sheet is set by another program. */
static void
test_papers (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (YcIssuedCertificate) plain = NULL;
  g_autoptr (YcIssuedCertificate) certificate = find_certificate (fixture, &plain);
  const char *serial = yc_issued_certificate_get_serial (certificate);
  g_autoptr (GBytes) request = NULL, look = NULL, none = NULL, sheet = NULL;
  g_autoptr (GAsyncResult) result = NULL, none_result = NULL, sheet_result = NULL;
  g_autoptr (GError) error = NULL;

  yc_overprint_paper_load_async (fixture->desk, serial, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  look = yc_overprint_paper_load_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (look, NULL), 5, "%PDF-", 5);
  yc_overprint_paper_load_async (fixture->desk, yc_issued_certificate_get_serial (plain), NULL,
                                 yc_test_keep_result, &none_result);
  yc_test_wait_until (none_result != NULL);
  none = yc_overprint_paper_load_finish (fixture->desk, none_result, &error);
  g_assert_null (none);
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  request =
    yc_overprint_paper_write_calibration (yc_overprint_paper_find (fixture->desk, serial));
  yc_paper_program_set_async ("certificate", "calibration", request, NULL, yc_test_keep_result,
                              &sheet_result);
  yc_test_wait_until (sheet_result != NULL);
  sheet = yc_paper_program_set_finish (sheet_result, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (sheet, NULL), 5, "%PDF-", 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/client/overprint/calibrated", Fixture, NULL, set_up, test_calibrated, tear_down);
  g_test_add ("/client/overprint/papers", Fixture, NULL, set_up, test_papers, tear_down);
  return g_test_run ();
}
