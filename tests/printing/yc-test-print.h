/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of printing share: a print server of their own, prints, waiting. */
#pragma once

#include "yc-printers.h"
#include "yc-test-cups.h"

G_BEGIN_DECLS

#define YC_TEST_PRINTER "counter-1"
#define YC_TEST_PRINTER_INFO "一号窗口样例打印机"

/* Of each call to the print server, in milliseconds. */
#define YC_TEST_PRINT_TIME_LIMIT 1000

/* A print server whose default printer is %YC_TEST_PRINTER. */
typedef struct
{
  YcTestCups *cups;
  YcPrinters *printers;
} YcTestPrint;

void          yc_test_print_wait_until      (gboolean (*condition) (gpointer), gpointer data);
void          yc_test_print_result_cb       (GObject *object, GAsyncResult *result,
                                             gpointer user_data);
GAsyncResult *yc_test_print_wait_for_result (GAsyncResult **result);
YcPrinters   *yc_test_print_new_printers    (const char *socket);
gboolean      yc_test_print_refresh         (YcPrinters *printers, GError **error);
void          yc_test_print_let_go          (gpointer object);
YcPrintJob   *yc_test_print_send_with       (YcPrinter *printer, GBytes *pdf,
                                             const YcPrintOptions *options, GError **error);
YcPrintJob   *yc_test_print_try             (YcTestPrint *f, const char *print_id, GError **error);
YcPrintJob   *yc_test_print_send            (YcTestPrint *f, const char *print_id);
YcPrintJob   *yc_test_print_find_job        (YcTestPrint *f, const char *print_id);
void          yc_test_print_wait_for_state  (YcPrintJob *job, YcPrintJobState state);
void          yc_test_print_wait_for_event  (YcTestPrint *f, const char *name, guint n);
void          yc_test_print_assert_sheets   (YcTestPrint *f, guint n);
void          yc_test_print_set_up          (YcTestPrint *f, gconstpointer data);
void          yc_test_print_tear_down       (YcTestPrint *f, gconstpointer data);

G_END_DECLS
