/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from the press on Print to the print server having the paper: the journal is on
 * the disk, the printer's abilities are checked, the bytes are handed over and the job has a number.
 * Told apart: first sheets of certificates, other papers, and further sheets, which the service
 * makes; and an empty print server from one that remembers a busy day, at a desk that has printed
 * for years. */
#include <stdlib.h>

#include "yc-desk-print.h"
#include "yc-test-cups.h"
#include "yc-test-desk.h"
#include "yc-test-pdf.h"
#include "yc-test-service.h"

#define PRINTER "counter-1"
#define N_ROUNDS 100
/* As many jobs as a server keeps unless it is told otherwise. */
#define N_REMEMBERED 450
/* A clerk's work of years. */
#define N_JOURNALLED 20000

typedef struct
{
  YcTestCups    *cups;
  YcTestService *service;
  char          *folder;
  YcDesk        *desk;
  YcLiveList    *certificates;
} House;

static void
refresh (YcPrinters *printers)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printers_refresh_async (printers, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  yc_printers_refresh_finish (printers, result, NULL);
}

static void
build_house (House *house)
{
  house->cups = yc_test_cups_new (PRINTER, NULL);
  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (house->cups), TRUE);
  house->service = yc_test_service_new (TRUE, NULL);
}

/* A desk that has printed none of the certificates. */
static void
open_desk (House *house)
{
  house->folder = yc_test_folder_new ();
  house->desk = yc_test_desk_new (house->folder, yc_test_service_get_url (house->service));
  yc_test_desk_sign_in (house->desk, "chenxiao");
  house->certificates = yc_desk_create_certificate_list (house->desk);
  yc_test_wait_until (yc_live_list_get_load_state (house->certificates) == YC_LOAD_READY);
  refresh (yc_desk_get_printers (house->desk));
}

static void
close_desk (House *house)
{
  g_clear_object (&house->certificates);
  g_clear_pointer (&house->desk, yc_test_desk_free);
  g_clear_pointer (&house->folder, yc_test_folder_free);
}

static void
leave_house (House *house)
{
  yc_test_service_free (house->service);
  yc_test_cups_free (house->cups);
}

/* The certificate was looked at before, so its bytes are at the desk. */
static GBytes *
look_at (House *house, YcIssuedCertificate *certificate)
{
  GBytes *pdf;
  g_autoptr (GError) error = NULL;

  pdf = yc_test_desk_load_certificate (house->desk, yc_issued_certificate_get_case_id (certificate),
                                       &error);
  g_assert_no_error (error);
  return pdf;
}

typedef enum
{
  FIRST,   /* of a certificate: the desk's own copy, if the service has no newer one */
  PAPER,   /* another paper */
  FURTHER, /* recorded by the service, which makes the sheet */
} Sort;

/* In milliseconds. */
static double
print (House *house, Sort sort, guint round)
{
  GListModel *model = G_LIST_MODEL (house->certificates);
  g_autoptr (YcIssuedCertificate) certificate =
      g_list_model_get_item (model, round % g_list_model_get_n_items (model));
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (house->desk), PRINTER);
  g_autoptr (YcPrintOptions) options = yc_print_options_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YcPrintRun) run = NULL;
  g_autoptr (GError) error = NULL;
  YcPrintRequest request = { .kind = YC_PRINT_KIND_OTHER,
                             .title = yc_issued_certificate_get_title (certificate),
                             .printer = printer, .options = options };
  g_autoptr (GBytes) pdf = look_at (house, certificate);
  gint64 start;
  double taken;

  if (sort == PAPER)
    request.pdf = pdf;
  else
    {
      request.kind = YC_PRINT_KIND_CERTIFICATE;
      request.case_id = yc_issued_certificate_get_case_id (certificate);
      request.serial = yc_issued_certificate_get_serial (certificate);
      request.reason = sort == FURTHER ? YC_PRINT_REASON_DAMAGED : 0;
    }
  start = g_get_monotonic_time ();
  yc_desk_print_async (house->desk, &request, NULL, yc_test_keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  taken = (double) (g_get_monotonic_time () - start) / 1000.0;
  run = yc_desk_print_finish (house->desk, result, &error);
  g_assert_no_error (error);
  yc_test_wait_until (yc_print_run_get_state (run) == YC_PRINT_RUN_DONE);
  return taken;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
measure (House *house, Sort sort, const char *name)
{
  guint n_certificates = g_list_model_get_n_items (G_LIST_MODEL (house->certificates));
  guint rounds = sort == FIRST ? MIN (n_certificates, N_ROUNDS) : N_ROUNDS;
  double times[N_ROUNDS];

  for (guint i = 0; i < rounds; i++)
    times[i] = print (house, sort, i);
  qsort (times, rounds, sizeof *times, compare);
  g_print ("{\"bench\":\"%s\",\"unit\":\"ms\",\"rounds\":%u,\"p50\":%.2f,\"p99\":%.2f,"
           "\"budget\":100}\n", name, rounds, times[rounds / 2], times[rounds * 99 / 100]);
}

/* Jobs that ended long ago: they were cancelled before any printer had them. */
static void
fill_memory (House *house)
{
  g_autofree char *file = g_build_filename (house->folder, "page.pdf", NULL);
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);

  g_assert_true (g_file_set_contents (file, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  yc_test_cups_run (house->cups, "cupsdisable", PRINTER, NULL);
  for (guint i = 0; i < N_REMEMBERED; i++)
    yc_test_cups_run (house->cups, "lp", "-d", PRINTER, file, NULL);
  yc_test_cups_run (house->cups, "cancel", "-a", PRINTER, NULL);
  yc_test_cups_run (house->cups, "cupsenable", PRINTER, NULL);
}

static void
fill_journal (House *house)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
    "INSERT INTO print_runs (id, user_id, serial, case_id, title, printer, copies, asked_at, state, "
    "recorded, number) SELECT printf ('%%08x-0000-7000-8000-000000000000', i), 'chenxiao', "
    "printf ('OLD-%%d', i), '', '', '" PRINTER "', 1, '2025-01-01T00:00:00Z', 'done', 1, 1 FROM n",
    N_JOURNALLED);

  yc_test_desk_exec (house->folder, sql);
}

int
main (void)
{
  House house = { 0 };

  build_house (&house);
  open_desk (&house);
  measure (&house, FIRST, "print-hand-off");
  measure (&house, PAPER, "print-hand-off-paper");
  close_desk (&house);
  open_desk (&house);
  fill_memory (&house);
  fill_journal (&house);
  measure (&house, FIRST, "print-hand-off-busy-day");
  measure (&house, PAPER, "print-hand-off-paper-busy-day");
  measure (&house, FURTHER, "print-further-sheet-busy-day");
  close_desk (&house);
  leave_house (&house);
  return 0;
}
