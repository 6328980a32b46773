/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print panel with a real desk, service and print server: what a clerk sees and can do while a
 * certificate is printed, and that pressing twice never makes two. */
#include "yc-desk-print.h"
#include "yc-print-dialog.h"
#include "yc-print-panel.h"
#include "yc-print-presets-sheet.h"
#include "yc-print-queue-line.h"
#include "yc-print-queue-view.h"
#include "yc-print-state-line.h"
#include "yc-print-summary.h"
#include "yc-sheet.h"
#include "yc-test-cups.h"
#include "yc-test-desk.h"
#include "yc-test-pdf.h"
#include "yc-test-service.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PRINTER "counter-1"
#define OTHER_PRINTER "counter-2"

/* One house for all tests; each has a certificate of its own. */
typedef struct
{
  YcTestCups        *cups;
  YcTestService     *service;
  YcTestFolder      *folder;
  char              *token;
  YcDesk            *desk;
  YcLiveList        *certificates;
  guint              n_used;
} House;

typedef struct
{
  House               *house;
  YcIssuedCertificate *certificate;
  YcPrintPanel        *panel;
  GtkWindow           *window;
  guint                n_called;
} Fixture;

static House house;

static void
build_house (void)
{
  house.cups = yc_test_cups_new (PRINTER "=一号窗口样例打印机",
                                 OTHER_PRINTER "+trays=二号窗口样例打印机", NULL);
  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (house.cups), TRUE);
  house.service = yc_test_service_new (TRUE, NULL);
  house.token = yc_test_service_sign_in (house.service, "chenxiao");
  house.folder = yc_test_folder_new ();
  house.desk = yc_test_desk_new (house.folder, yc_test_service_get_url (house.service));
  yc_test_desk_sign_in (house.desk, "chenxiao");
  house.certificates = yc_desk_create_certificate_list (house.desk);
  yc_test_wait_until (yc_live_list_get_load_state (house.certificates) == YC_LOAD_READY);
}

static void
leave_house (void)
{
  g_object_unref (house.certificates);
  yc_test_desk_free (house.desk);
  g_free (house.token);
  yc_test_service_free (house.service);
  yc_test_folder_free (house.folder);
  yc_test_cups_free (house.cups);
}

static GtkWidget *
find_type (GtkWidget *root, GType type, guint *n)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0 ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type, n);
  return found;
}

static gboolean
is_ready (YcPrintPanel *panel)
{
  return gtk_widget_get_sensitive (yc_test_find_widget (GTK_WIDGET (panel), "print"));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *host;

  f->house = &house;
  yc_test_cups_set_control (house.cups, PRINTER, data != NULL ? data : "ok");
  f->certificate =
      g_list_model_get_item (G_LIST_MODEL (house.certificates), house.n_used++);
  g_assert_nonnull (f->certificate);
  f->n_called = yc_test_cups_count_events (house.cups, PRINTER, "called");
  f->panel = YC_PRINT_PANEL (yc_print_panel_new ());
  yc_print_panel_set_desk (f->panel, house.desk);
  gtk_widget_add_css_class (GTK_WIDGET (f->panel), "side-panel");
  host = yc_sheet_host_new ();
  yc_sheet_host_set_child (YC_SHEET_HOST (host), GTK_WIDGET (f->panel));
  f->window = yc_test_window_new (host, 460, 560);
  g_assert_false (is_ready (f->panel));
  yc_print_panel_set_certificate (f->panel, yc_issued_certificate_get_case_id (f->certificate),
                                  yc_issued_certificate_get_serial (f->certificate),
                                  yc_issued_certificate_get_title (f->certificate));
  yc_test_wait_until (is_ready (f->panel));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  yc_test_window_destroy (f->window);
  g_object_unref (f->certificate);
}

static YcPrintRun *
find_run (Fixture *f)
{
  return yc_desk_find_print_run (house.desk, yc_issued_certificate_get_serial (f->certificate));
}

static YcPrintRunState
get_state (Fixture *f)
{
  YcPrintRun *run = find_run (f);

  return run != NULL ? yc_print_run_get_state (run) : 0;
}

static guint
count_called (Fixture *f)
{
  return yc_test_cups_count_events (house.cups, PRINTER, "called") - f->n_called;
}

static gboolean
says (Fixture *f, const char *words)
{
  return yc_test_find_label (GTK_WIDGET (f->panel), words) != NULL;
}

static void
click (Fixture *f, const char *label)
{
  GtkWidget *button = yc_test_find_button (GTK_WIDGET (f->panel), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_twice_makes_one (Fixture *f, gconstpointer data)
{
  g_assert_true (says (f, "Print"));
  yc_test_wait_until (yc_print_panel_get_due (f->panel));
  yc_print_panel_print (f->panel);
  g_assert_false (yc_print_panel_get_due (f->panel));
  yc_print_panel_print (f->panel);
  g_assert_false (is_ready (f->panel));
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_DONE);
  yc_test_wait_until (says (f, "Printed"));
  g_assert_cmpuint (count_called (f), ==, 1);
  yc_test_take_picture ("print-panel-done");

  /* A second print is another one, with its own number, and only when asked for again. */
  g_assert_false (yc_print_panel_get_due (f->panel));
  g_assert_true (says (f, "Print again"));
  yc_test_wait_until (is_ready (f->panel));
  yc_test_wait_until (yc_print_run_get_number (find_run (f)) == 1);
  yc_print_panel_print (f->panel);
  g_assert_true (is_ready (f->panel));
  yc_test_press (f->window, "Escape");
  g_assert_cmpuint (count_called (f), ==, 1);
  yc_print_panel_print (f->panel);
  /* Not without a reason. */
  yc_test_press (f->window, "Return");
  g_assert_true (is_ready (f->panel));
  yc_test_take_picture ("print-dialog-further");
  yc_test_press (f->window, "2");
  yc_test_press (f->window, "Return");
  yc_test_wait_until (yc_print_run_get_number (find_run (f)) == 2);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_DONE);
  g_assert_cmpuint (count_called (f), ==, 2);
}

static void
test_paper_out (Fixture *f, gconstpointer data)
{
  yc_print_panel_print (f->panel);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_OUT_OF_PAPER);
  g_assert_true (says (f, "Out of paper"));
  g_assert_true (says (f, "Put paper in; printing goes on by itself. Do not print again."));
  g_assert_false (is_ready (f->panel));
  yc_print_panel_print (f->panel);
  yc_test_take_picture ("print-panel-paper-out");
  yc_test_cups_set_control (house.cups, PRINTER, "ok");
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_DONE);
  g_assert_cmpuint (count_called (f), ==, 1);
}

static void
test_stop_and_cancel (Fixture *f, gconstpointer data)
{
  yc_print_panel_print (f->panel);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_STOPPED);
  g_assert_true (says (f, "Printer stopped"));
  yc_test_take_picture ("print-panel-stopped");
  click (f, "Cancel printing");
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_CANCELLED);
  g_assert_true (says (f, "Printing cancelled"));
  yc_test_cups_run (house.cups, "cupsenable", PRINTER, NULL);
  yc_test_wait_until (is_ready (f->panel));
}

/* Where all is listed that nobody knows the end of, the certificate need not be looked for. */
static void
say_in_list (Fixture *f, const char *answer)
{
  GtkWidget *view = yc_print_queue_view_new ();
  GtkWindow *window = yc_test_window_new (view, 420, 420);

  yc_print_queue_view_set_desk (YC_PRINT_QUEUE_VIEW (view), house.desk);
  g_assert_nonnull (
      yc_test_find_label (view, yc_issued_certificate_get_title (f->certificate)));
  yc_test_take_picture ("print-unclear");
  g_signal_emit_by_name (yc_test_find_button (view, answer), "clicked");
  yc_test_wait_until (yc_test_find_button (view, answer) == NULL);
  yc_test_window_destroy (window);
}

static void
test_unknown (Fixture *f, gconstpointer data)
{
  yc_print_panel_print (f->panel);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_PRINTING);
  yc_test_cups_kill (house.cups);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_UNKNOWN);
  g_assert_true (says (f, "Outcome unknown"));
  g_assert_false (is_ready (f->panel));
  yc_test_take_picture ("print-panel-unknown");
  yc_test_cups_set_control (house.cups, PRINTER, "ok");
  yc_test_cups_start (house.cups);
  g_assert_false (is_ready (f->panel));
  say_in_list (f, "Sheet is there");
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_DONE);
  yc_test_wait_until (says (f, "Printed"));
}

static void
test_printer_refuses (Fixture *f, gconstpointer data)
{
  yc_test_cups_run (house.cups, "cupsreject", PRINTER, NULL);
  yc_print_panel_print (f->panel);
  yc_test_wait_until (says (f, "Not printed"));
  yc_test_take_picture ("print-panel-refused");
  g_assert_cmpuint (count_called (f), ==, 0);
  /* It is seen to refuse, and by itself seen to accept again. */
  yc_test_wait_until (says (f, "This printer takes no jobs at present. Choose another one or call "
                               "the administrator."));
  g_assert_false (is_ready (f->panel));
  yc_test_cups_run (house.cups, "cupsaccept", PRINTER, NULL);
  yc_test_wait_until (is_ready (f->panel));
}

/* The panel shows what is true of the certificate that is on screen now. */
/* Another document than a certificate: out of the same printers, without a number. */
static void
test_document (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (2, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintRun) run = NULL;

  yc_print_panel_set_certificate (f->panel, NULL, NULL, NULL);
  g_assert_false (is_ready (f->panel));
  yc_print_panel_set_document (f->panel, YC_PRINT_KIND_FORM, "居住登记表", pdf);
  yc_test_wait_until (is_ready (f->panel));
  yc_print_panel_print (f->panel);
  g_assert_false (is_ready (f->panel));
  yc_test_wait_until (says (f, "Out of paper"));
  yc_test_cups_set_control (house.cups, PRINTER, "ok");
  yc_test_wait_until (says (f, "Printed"));
  g_assert_cmpuint (count_called (f), ==, 1);
  g_assert_true (says (f, "Print again"));
  /* It stands in the journal as a certificate's does, without a number. */
  run = g_list_model_get_item (yc_desk_get_print_runs (house.desk), 0);
  g_assert_cmpint (yc_print_run_get_kind (run), ==, YC_PRINT_KIND_FORM);
  g_assert_cmpstr (yc_print_run_get_title (run), ==, "居住登记表");
  g_assert_cmpstr (yc_print_run_get_serial (run), ==, "");
  yc_print_panel_set_document (f->panel, YC_PRINT_KIND_FORM, NULL, NULL);
  g_assert_false (is_ready (f->panel));
}

static gboolean
is_chosen (Fixture *f, const char *name)
{
  YcPrinter *printer = yc_print_setup_get_printer (yc_print_panel_get_setup (f->panel));

  return printer != NULL && g_str_equal (yc_printer_get_name (printer), name);
}

/* Of the dialog that lies over everything, by the key. */
static void
press_button (Fixture *f, const char *label)
{
  GtkWidget *dialog = find_type (GTK_WIDGET (f->window), YC_TYPE_PRINT_DIALOG, &(guint){ 0 });
  GtkWidget *button = yc_test_find_button (dialog, label);

  yc_test_wait_until (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_grab_focus (button));
  yc_test_press (f->window, "Return");
}

static void
choose (GtkWidget *root, GType type, guint n, guint selected)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_type (root, type, &n)), selected);
}

/* With a reason, trays and all: nothing of it lies outside of the smallest screen. */
static void
check_dialog_fits (void)
{
  GtkWidget *host = yc_sheet_host_new ();
  GtkWidget *beneath = gtk_label_new ("");
  GtkWindow *window;
  g_autoptr (YcPrintSetup) setup = yc_print_setup_new (yc_desk_get_printers (house.desk), NULL);
  GtkWidget *dialog;
  graphene_rect_t bounds;

  yc_sheet_host_set_child (YC_SHEET_HOST (host), beneath);
  window = yc_test_window_new (host, 1024, 720);
  yc_print_setup_set_kind (setup, YC_PRINT_KIND_CERTIFICATE);
  yc_print_setup_set_printer (
      setup, yc_printers_find (yc_desk_get_printers (house.desk), OTHER_PRINTER));
  yc_test_wait_until (yc_print_setup_get_ready (setup));
  yc_print_setup_set_source (setup, "tray-2");
  dialog = GTK_WIDGET (yc_print_dialog_present (beneath, setup, YC_PRINT_DIALOG_FURTHER));
  yc_test_press (window, "5");
  yc_test_wait_until (GTK_IS_TEXT (gtk_window_get_focus (window)));
  yc_test_take_picture ("print-dialog-small-screen");
  g_assert_cmpint (yc_print_dialog_get_reason (YC_PRINT_DIALOG (dialog)), ==, 0);
  yc_test_press (window, "x");
  yc_test_wait_until (yc_print_dialog_get_reason (YC_PRINT_DIALOG (dialog)) ==
                      YC_PRINT_REASON_OTHER);
  g_assert_true (gtk_widget_compute_bounds (yc_test_find_button (dialog, _ ("Print")), host, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 720);
  yc_test_press (window, "Escape");
  yc_test_window_destroy (window);
}

static gboolean
is_remembered (YcPrintKind kind, const char *printer)
{
  const YcPrintPreset *preset =
      yc_print_presets_get (yc_desk_get_print_presets (house.desk), kind);

  return preset != NULL && g_str_equal (preset->printer, printer);
}

/* Labels get a printer before the first one is printed. */
static void
check_presets (Fixture *f)
{
  GtkWidget *root = GTK_WIDGET (f->window);
  GtkWidget *sheet = GTK_WIDGET (yc_print_presets_sheet_present (
      GTK_WIDGET (f->panel), house.desk));
  guint n_sheets = yc_test_cups_count_sheets (house.cups, OTHER_PRINTER);

  yc_test_wait_until (find_type (sheet, ADW_TYPE_ACTION_ROW, &(guint){ 4 }) != NULL);
  g_signal_emit_by_name (find_type (sheet, ADW_TYPE_ACTION_ROW, &(guint){ 3 }), "activated");
  choose (root, GTK_TYPE_DROP_DOWN, 0, 1);
  yc_test_wait_until (gtk_widget_get_sensitive (yc_test_find_button (root, "Remember")));
  g_assert_false (is_remembered (YC_PRINT_KIND_LABEL, OTHER_PRINTER));
  press_button (f, "Remember");
  yc_test_wait_until (is_remembered (YC_PRINT_KIND_LABEL, OTHER_PRINTER));
  yc_test_take_picture ("print-presets");
  g_assert_cmpstr (
      adw_action_row_get_subtitle (
          ADW_ACTION_ROW (find_type (sheet, ADW_TYPE_ACTION_ROW, &(guint){ 3 }))),
      ==, "二号窗口样例打印机 · A4");
  g_assert_cmpuint (yc_test_cups_count_sheets (house.cups, OTHER_PRINTER), ==, n_sheets);
  yc_test_press (f->window, "Escape");
}

/* The dialog: another printer for forms from now on, which certificates do not follow. */
static void
test_dialog (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (2, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  GtkWidget *root = GTK_WIDGET (f->window);
  guint n_before = yc_test_cups_count_sheets (house.cups, OTHER_PRINTER);
  g_autofree char *how = NULL;

  yc_print_panel_set_certificate (f->panel, NULL, NULL, NULL);
  yc_print_panel_set_document (f->panel, YC_PRINT_KIND_FORM, "居住登记表", pdf);
  yc_test_wait_until (is_ready (f->panel));
  g_signal_emit_by_name (
      find_type (GTK_WIDGET (f->panel), YC_TYPE_PRINT_SUMMARY, &(guint){ 0 }), "settings");
  choose (root, GTK_TYPE_DROP_DOWN, 0, 1);
  yc_test_wait_until (is_chosen (f, OTHER_PRINTER) && is_ready (f->panel));
  choose (root, GTK_TYPE_DROP_DOWN, 2, 1);
  choose (root, GTK_TYPE_DROP_DOWN, 5, 1);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (find_type (root, GTK_TYPE_CHECK_BUTTON, &(guint){ 0 })), TRUE);
  yc_test_take_picture ("print-dialog");
  press_button (f, "Print");
  yc_test_wait_until (says (f, "Printed"));
  g_assert_cmpuint (yc_test_cups_count_sheets (house.cups, OTHER_PRINTER), ==, n_before + 1);
  how = g_strjoin (" · ", "A4", _ ("Both sides, long edge"), _ ("Black only"), NULL);
  g_assert_true (says (f, how));

  yc_print_panel_set_document (f->panel, YC_PRINT_KIND_FORM, NULL, NULL);
  yc_print_panel_set_certificate (f->panel, yc_issued_certificate_get_case_id (f->certificate),
                                  yc_issued_certificate_get_serial (f->certificate),
                                  yc_issued_certificate_get_title (f->certificate));
  g_assert_true (says (f, "A4"));
  g_assert_cmpint (yc_print_setup_get_grey (yc_print_panel_get_setup (f->panel)), ==, FALSE);
  g_assert_nonnull (yc_print_presets_get (yc_desk_get_print_presets (house.desk),
                                          YC_PRINT_KIND_FORM));
  g_assert_null (yc_print_presets_get (yc_desk_get_print_presets (house.desk),
                                       YC_PRINT_KIND_CERTIFICATE));
  check_presets (f);
  check_dialog_fits ();
}

static void
test_other_certificate (Fixture *f, gconstpointer data)
{
  yc_print_panel_print (f->panel);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_PRINTING);
  g_assert_true (says (f, "Printing"));
  yc_print_panel_set_certificate (f->panel, NULL, NULL, NULL);
  g_assert_false (says (f, "Printing"));
  g_assert_false (is_ready (f->panel));
  yc_print_panel_set_certificate (f->panel, yc_issued_certificate_get_case_id (f->certificate),
                                  yc_issued_certificate_get_serial (f->certificate),
                                  yc_issued_certificate_get_title (f->certificate));
  g_assert_true (says (f, "Printing"));
  g_assert_false (is_ready (f->panel));
  yc_test_cups_set_control (house.cups, PRINTER, "ok");
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_DONE);
}

/* What waits at the print server */

static GtkWidget *
get_line (GtkWidget *view, guint n)
{
  return find_type (view, YC_TYPE_PRINT_QUEUE_LINE, &n);
}

static gboolean
line_says (GtkWidget *view, guint n, const char *words)
{
  GtkWidget *line = get_line (view, n);

  return line != NULL && yc_test_find_label (line, words) != NULL;
}

/* Which printer has it, and how it goes. */
static gboolean
line_tells (GtkWidget *view, guint n, const char *state)
{
  g_autofree char *words = g_strdup_printf ("一号窗口样例打印机 · %s", _ (state));

  return line_says (view, n, words);
}

static void
click_in_line (GtkWidget *view, guint n, const char *label)
{
  GtkWidget *button = yc_test_find_button (get_line (view, n), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

/* (transfer full): the run of one more certificate, printed by the same panel */
static YcPrintRun *
print_another (Fixture *f)
{
  g_autoptr (YcIssuedCertificate) certificate =
      g_list_model_get_item (G_LIST_MODEL (house.certificates), house.n_used++);
  const char *serial = yc_issued_certificate_get_serial (certificate);

  yc_print_panel_set_certificate (f->panel, yc_issued_certificate_get_case_id (certificate),
                                  serial, yc_issued_certificate_get_title (certificate));
  yc_test_wait_until (is_ready (f->panel));
  yc_print_panel_print (f->panel);
  yc_test_wait_until (yc_desk_find_print_run (house.desk, serial) != NULL);
  return g_object_ref (yc_desk_find_print_run (house.desk, serial));
}

/* Where it came out, not where it was sent. */
static gboolean
is_printer_at_service (YcPrintRun *run, const char *printer)
{
  g_autofree char *path =
      g_strdup_printf ("/api/v1/certificates/%s", yc_print_run_get_serial (run));
  g_autoptr (JsonObject) certificate =
      yc_test_service_get (house.service, path, house.token, 200);
  JsonArray *prints = json_object_get_array_member (certificate, "prints");
  JsonObject *last = json_array_get_object_element (prints, json_array_get_length (prints) - 1);

  return g_str_equal (json_object_get_string_member (last, "state"), "done") &&
         g_str_equal (json_object_get_string_member (last, "printer"), printer);
}

static guint
count_buttons (GtkWidget *view, guint n, const char *label)
{
  GtkWidget *button = yc_test_find_button (get_line (view, n), label);

  return button != NULL && gtk_widget_get_mapped (button) ? 1 : 0;
}

/* Whether any job is listed; the first child of the view holds what is unclear, and the jobs. */
static gboolean
is_listed (GtkWidget *view)
{
  return gtk_widget_get_visible (
      gtk_widget_get_last_child (gtk_widget_get_first_child (view)));
}

/* The printer is out of paper; what waits behind is held back, released, and comes out of the other
 * printer, of which the certificate's own state knows. */
static void
test_queue (Fixture *f, gconstpointer data)
{
  GtkWidget *view = yc_print_queue_view_new ();
  GtkWindow *window = yc_test_window_new (view, 420, 420);
  guint n_before = yc_test_cups_count_sheets (house.cups, OTHER_PRINTER);
  g_autoptr (YcPrintRun) second = NULL;

  yc_print_queue_view_set_desk (YC_PRINT_QUEUE_VIEW (view), house.desk);
  g_assert_false (is_listed (view));
  yc_print_panel_print (f->panel);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_OUT_OF_PAPER);
  second = print_another (f);
  yc_test_wait_until (get_line (view, 1) != NULL);
  g_assert_true (line_says (view, 0, yc_issued_certificate_get_title (f->certificate)));
  g_assert_true (line_says (view, 1, yc_print_run_get_title (second)));
  yc_test_wait_until (line_tells (view, 0, "Out of paper"));
  g_assert_true (line_says (view, 0, "The printer has run out of paper."));
  g_assert_cmpuint (count_buttons (view, 0, "Hold back"), ==, 0);
  g_assert_cmpuint (count_buttons (view, 0, "Cancel printing"), ==, 1);

  click_in_line (view, 1, "Hold back");
  yc_test_wait_until (yc_print_run_get_state (second) == YC_PRINT_RUN_HELD);
  g_assert_true (says (f, "Held back"));
  g_assert_true (says (f, "Release it in the list of print jobs, or cancel it."));
  yc_test_wait_until (count_buttons (view, 1, "Release") == 1);
  g_assert_true (line_tells (view, 1, "Held back"));
  yc_test_take_picture ("print-queue");
  click_in_line (view, 1, "Release");
  yc_test_wait_until (yc_print_run_get_state (second) == YC_PRINT_RUN_WAITING);
  g_assert_true (gtk_widget_activate_action (get_line (view, 1), "line.move", "s", OTHER_PRINTER));
  yc_test_wait_until (yc_print_run_get_state (second) == YC_PRINT_RUN_DONE);
  g_assert_cmpstr (yc_print_run_get_printer (second), ==, OTHER_PRINTER);
  yc_test_wait_until (is_printer_at_service (second, OTHER_PRINTER));
  g_assert_cmpuint (yc_test_cups_count_sheets (house.cups, OTHER_PRINTER), ==, n_before + 1);

  click_in_line (view, 0, "Cancel printing");
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_CANCELLED);
  yc_test_wait_until (get_line (view, 0) == NULL);
  g_assert_false (is_listed (view));
  yc_test_window_destroy (window);
}

/* Somebody removes the printer while the sheet is in it: what is known is said, nothing is printed
 * again by itself, and when no sheet came out the other printer makes it. */
static void
test_printer_removed (Fixture *f, gconstpointer data)
{
  yc_print_panel_print (f->panel);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_PRINTING);
  yc_test_cups_run (house.cups, "lpadmin", "-x", PRINTER, NULL);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_UNKNOWN);
  g_assert_true (says (f, "Outcome unknown"));
  g_assert_true (says (f, "The printer has been removed."));
  g_assert_false (is_ready (f->panel));
  yc_test_take_picture ("print-panel-removed");
  click (f, "No sheet");
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_FAILED);
  g_assert_cmpuint (yc_test_cups_count_sheets (house.cups, OTHER_PRINTER), ==, 0);

  yc_test_wait_until (is_chosen (f, OTHER_PRINTER) && is_ready (f->panel));
  yc_print_panel_print (f->panel);
  yc_test_wait_until (get_state (f) == YC_PRINT_RUN_DONE);
  yc_test_take_picture ("print-panel-other-printer");
  g_assert_cmpuint (yc_test_cups_count_sheets (house.cups, OTHER_PRINTER), ==, 1);
}

/* And then there is none: it is said with what to do, and Print cannot be pressed. */
static void
test_no_printer (Fixture *f, gconstpointer data)
{
  yc_test_cups_run (house.cups, "lpadmin", "-x", OTHER_PRINTER, NULL);
  yc_print_panel_print (f->panel);
  yc_test_wait_until (says (f, "No printer is set up on this machine. Ask the administrator to add "
                               "one, then look again."));
  yc_test_wait_until (!is_ready (f->panel));
  g_assert_cmpint (get_state (f), !=, YC_PRINT_RUN_DONE);
  yc_test_take_picture ("print-panel-no-printer");
}

static void
test_state_lines (void)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWindow *window;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int state = YC_PRINT_RUN_ASKED; state <= YC_PRINT_RUN_UNKNOWN; state++)
    {
      GtkWidget *line = yc_print_state_line_new ();

      g_object_ref_sink (line);
      yc_print_state_line_show (YC_PRINT_STATE_LINE (line), (YcPrintRunState) state,
                                "一号窗口样例打印机", "detail", "advice");
      gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_STATUS);
      g_assert_nonnull (yc_test_find_label (
          line, yc_print_run_state_get_title ((YcPrintRunState) state)));
      gtk_grid_attach (GTK_GRID (grid), line, (state - 1) % 3, (state - 1) / 3, 1, 1);
      g_object_unref (line);
    }
  window = yc_test_window_new (grid, 840, 560);
  yc_test_take_picture ("print-states");
  yc_test_window_destroy (window);
}

#define ADD(name, control, func) \
  g_test_add ("/print-panel/" name, Fixture, control, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  yc_ui_prepare_locale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yc_ui_init ();
  build_house ();
  g_test_add_func ("/print-panel/state-lines", test_state_lines);
  ADD ("twice-makes-one", NULL, test_twice_makes_one);
  ADD ("paper-out", "paperout", test_paper_out);
  ADD ("stop-and-cancel", "stop", test_stop_and_cancel);
  ADD ("printer-refuses", NULL, test_printer_refuses);
  ADD ("queue", "paperout", test_queue);
  ADD ("document", "paperout", test_document);
  ADD ("dialog", NULL, test_dialog);
  ADD ("other-certificate", "slow", test_other_certificate);
  ADD ("unknown", "slow", test_unknown);
  g_test_add ("/printer-gone/removed", Fixture, "slow", set_up, test_printer_removed, tear_down);
  g_test_add ("/printer-gone/none", Fixture, NULL, set_up, test_no_printer, tear_down);
  status = g_test_run ();
  leave_house ();
  return status;
}
