/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many certificates at one go, and one on its pre-printed form, as a clerk does it: chosen, printed, stopped,
 * asked about, gone on with; measured, typed, printed moved. */
#include "yc-calibration-words.h"
#include "yc-overprint-paper.h"
#include "yc-overprint-view.h"
#include "yc-print-batch-line.h"
#include "yc-print-batch-view.h"
#include "yc-print-dialog.h"
#include "yc-print-kind.h"
#include "yc-sheet.h"
#include "yc-test-cups.h"
#include "yc-test-desk.h"
#include "yc-test-issue.h"
#include "yc-test-service.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PRINTER "counter-1"
/* With the seventeen of the samples there are more than one batch takes. */
#define N_MORE 40
#define MOST 50

typedef struct
{
  YcTestCups    *cups;
  YcTestService *service;
  YcTestFolder  *folder;
  YcDesk        *desk;
  YcLiveList    *certificates;
  GtkWindow     *window;
  GtkWidget     *host;
} Fixture;

/* The town's reviewer sees all the certificates of the samples, those on forms too. */
static void
set_up (Fixture *f, gconstpointer data)
{
  f->cups = yc_test_cups_new (PRINTER "=一号窗口样例打印机", NULL);
  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (f->cups), TRUE);
  f->service = yc_test_service_new (TRUE, NULL);
  yc_test_issue_more (f->service, GPOINTER_TO_UINT (data));
  f->folder = yc_test_folder_new ();
  f->desk = yc_test_desk_new (f->folder, yc_test_service_get_url (f->service));
  yc_test_desk_sign_in (f->desk, "liangzhi");
  yc_test_desk_wait_for_catalog (f->desk);
  f->certificates = yc_desk_create_certificate_list (f->desk);
  yc_test_wait_until (yc_live_list_get_load_state (f->certificates) == YC_LOAD_READY);
  f->host = yc_sheet_host_new ();
  yc_sheet_host_set_child (YC_SHEET_HOST (f->host), gtk_label_new (NULL));
  f->window = yc_test_window_new (f->host, 1024, 700);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  yc_test_window_destroy (f->window);
  g_object_unref (f->certificates);
  yc_test_desk_free (f->desk);
  yc_test_service_free (f->service);
  yc_test_folder_free (f->folder);
  yc_test_cups_free (f->cups);
}

static gboolean
says (Fixture *f, const char *words)
{
  return yc_test_find_label (f->host, words) != NULL;
}

/* A button that can be pressed, wherever it lies; %NULL when there is none. */
static GtkWidget *
find_button (Fixture *f, const char *label)
{
  GtkWidget *button = yc_test_find_button (f->host, label);

  return button != NULL && gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button)
           ? button : NULL;
}

/* Says of every sheet that is asked about that it is there. */
static void
answer_lines (GtkWidget *root)
{
  GtkWidget *button =
    YC_IS_PRINT_BATCH_LINE (root) ? yc_test_find_button (root, "Sheet is there") : NULL;

  if (button != NULL && gtk_widget_get_mapped (button))
    g_signal_emit_by_name (button, "clicked");
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    answer_lines (child);
}

static void
click (Fixture *f, const char *label)
{
  yc_test_wait_until (find_button (f, label) != NULL);
  g_signal_emit_by_name (find_button (f, label), "clicked");
}

static GtkWidget *
get_top (Fixture *f)
{
  return yc_sheet_host_get_top (YC_SHEET_HOST (f->host));
}

/* The dialog of all prints, once the printer is known: its own button. */
static void
answer_dialog (Fixture *f)
{
  yc_test_wait_until (YC_IS_PRINT_DIALOG (get_top (f)));
  click (f, "Print");
  yc_test_wait_until (!YC_IS_PRINT_DIALOG (get_top (f)));
}

static guint
count_sheets (Fixture *f)
{
  return yc_test_cups_count_sheets (f->cups, PRINTER);
}

static gboolean
says_chosen (Fixture *f, guint n_chosen)
{
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u certificate chosen",
                                  "%u certificates chosen", n_chosen), n_chosen);

  return says (f, words);
}

static gboolean
says_moved (Fixture *f, int x, int y)
{
  g_autofree char *words = yc_calibration_words_describe (&(YcCalibration){ x, y });

  return says (f, words);
}

/* Only a few of them are left chosen, by the keys of a list: Home, and Shift with the arrows. */
static void
choose_three (Fixture *f)
{
  yc_test_press (f->window, "Home");
  yc_test_press (f->window, "shift+Down");
  yc_test_press (f->window, "shift+Down");
  yc_test_wait_until (says_chosen (f, 3));
}

static void
test_batch (Fixture *f, gconstpointer data)
{
  YcPrintBatchView *view = yc_print_batch_view_present (f->host, f->desk, f->certificates);

  yc_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (view)));
  yc_test_take_picture ("batch-choose");
  choose_three (f);
  yc_test_take_picture ("batch-three");
  yc_test_cups_set_control (f->cups, PRINTER, "paperout");
  click (f, "_Print…");
  answer_dialog (f);
  /* One at the printer, one behind it. */
  yc_test_wait_until (says (f, "Out of paper") && says (f, "Waiting to print"));
  yc_test_take_picture ("batch-paper-out");
  /* While it prints, the sheet stays. */
  yc_test_press (f->window, "Escape");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
  click (f, "_Stop");
  /* What only waited is taken back. */
  yc_test_wait_until (says (f, "Not printed"));
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  yc_test_wait_until (find_button (f, "_Print the rest…") != NULL);
  g_assert_true (says (f, "Stopped. What is printed stays printed; the rest can be printed now or "
                          "later."));
  yc_test_take_picture ("batch-stopped");
  g_assert_cmpuint (count_sheets (f), ==, 1);
  click (f, "_Print the rest…");
  answer_dialog (f);
  yc_test_wait_until (says (f, "All of them are printed."));
  yc_test_take_picture ("batch-done");
  g_assert_cmpuint (count_sheets (f), ==, 3);
  yc_test_press (f->window, "Escape");
  yc_test_wait_until (get_top (f) == NULL);
}

static gboolean
have_all (Fixture *f)
{
  yc_live_list_load_more (f->certificates);
  return !yc_live_list_get_has_more (f->certificates);
}

static guint
count_in_force (Fixture *f)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->certificates)); i++)
    {
      g_autoptr (YcIssuedCertificate) certificate =
        g_list_model_get_item (G_LIST_MODEL (f->certificates), i);

      n += yc_issued_certificate_get_state (certificate) == YC_CERTIFICATE_VALID;
    }
  return n;
}

static gboolean
says_beyond (Fixture *f, guint n_beyond)
{
  g_autofree char *words = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "All of this batch are printed. %u more was chosen and is not printed: make another "
                 "batch of it.",
                 "All of this batch are printed. %u more were chosen and are not printed: make another "
                 "batch of them.",
                 n_beyond),
    n_beyond);

  return says (f, words);
}

/* More are chosen than are printed at one go: it is said before and after. */
static void
test_too_many (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;
  guint n_chosen;

  yc_test_wait_until (have_all (f));
  n_chosen = count_in_force (f);
  g_assert_cmpuint (n_chosen, >, MOST);
  words = g_strdup_printf (_ ("%u chosen; only the first %u are printed at one go"), n_chosen, MOST);
  yc_print_batch_view_present (f->host, f->desk, f->certificates);
  yc_test_wait_until (says_chosen (f, MOST));
  yc_test_press (f->window, "ctrl+a");
  yc_test_wait_until (says (f, words));
  yc_test_take_picture ("batch-too-many");
  click (f, "_Print…");
  answer_dialog (f);
  yc_test_wait_until (says_beyond (f, n_chosen - MOST));
  yc_test_take_picture ("batch-fifty");
  g_assert_cmpuint (count_sheets (f), ==, MOST);
}

/* The server goes away: each sheet under way is asked about, and what is not there is printed anew. */
static void
test_unknown (Fixture *f, gconstpointer data)
{
  yc_print_batch_view_present (f->host, f->desk, f->certificates);
  choose_three (f);
  yc_test_cups_set_control (f->cups, PRINTER, "paperout");
  click (f, "_Print…");
  answer_dialog (f);
  /* One at the printer, one behind it. */
  yc_test_wait_until (says (f, "Out of paper") && says (f, "Waiting to print"));
  yc_test_cups_kill (f->cups);
  yc_test_wait_until (says (f, "Look whether the sheets came out, and say so; then print the rest."));
  yc_test_take_picture ("batch-unknown");
  g_assert_null (find_button (f, "_Print the rest…"));
  answer_lines (f->host);
  yc_test_wait_until (find_button (f, "_Print the rest…") != NULL);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  yc_test_cups_start (f->cups);
}

static YcIssuedCertificate *
find_on_form (Fixture *f)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->certificates)); i++)
    {
      g_autoptr (YcIssuedCertificate) certificate =
        g_list_model_get_item (G_LIST_MODEL (f->certificates), i);

      if (yc_issued_certificate_get_state (certificate) == YC_CERTIFICATE_VALID &&
          yc_overprint_paper_find (f->desk, yc_issued_certificate_get_serial (certificate)) != NULL)
        return g_steal_pointer (&certificate);
    }
  g_assert_not_reached ();
}

static gboolean
is_measured (Fixture *f, int x, int y)
{
  YcCalibration calibration;

  return yc_calibrations_find (yc_desk_get_calibrations (f->desk), PRINTER, "auto", "lease-filing",
                               &calibration) &&
         calibration.x == x && calibration.y == y;
}

static void
type (Fixture *f, const char *keys)
{
  g_auto (GStrv) one = g_strsplit (keys, " ", -1);

  for (guint i = 0; one[i] != NULL; i++)
    yc_test_press (f->window, one[i]);
}

/* What this form needs is not how all certificates are printed from now on. */
static void
assert_nothing_to_remember (Fixture *f)
{
  g_autofree char *words = g_strdup_printf (_ ("%s: print all like this from now on"),
                                            yc_print_kind_get_title (YC_PRINT_KIND_CERTIFICATE));

  yc_test_wait_until (YC_IS_PRINT_DIALOG (get_top (f)));
  g_assert_null (yc_test_find_label (get_top (f), words));
}

/* The calibration sheet is printed, two numbers are typed, and the words go out moved by them. */
static void
test_overprint (Fixture *f, gconstpointer data)
{
  g_autoptr (YcIssuedCertificate) certificate = find_on_form (f);
  YcOverprintView *view = yc_overprint_view_present (f->host, f->desk, certificate);

  g_assert_nonnull (view);
  yc_test_wait_until (says (f, "This printer and tray were not adjusted to the form yet."));
  click (f, "_Adjust the printer…");
  click (f, "_Print the calibration sheet");
  /* The cursor goes to the first number by itself, and what is typed before the sheet is out stays. */
  yc_test_wait_until (GTK_IS_TEXT (gtk_window_get_focus (f->window)));
  type (f, "1 8");
  yc_test_wait_until (count_sheets (f) == 1);
  yc_test_wait_until (find_button (f, "_Print the calibration sheet") != NULL);
  type (f, "period 7");
  g_assert_null (find_button (f, "_Save"));
  type (f, "Tab 2 0 comma 7");
  yc_test_wait_until (find_button (f, "_Save") != NULL);
  yc_test_wait_until (says_moved (f, 13, -7));
  yc_test_take_picture ("calibration");
  yc_test_press (f->window, "Return");
  yc_test_wait_until (is_measured (f, 13, -7));
  yc_test_wait_until (says_moved (f, 13, -7));
  yc_test_take_picture ("overprint");
  click (f, "_Print…");
  assert_nothing_to_remember (f);
  answer_dialog (f);
  yc_test_wait_until (count_sheets (f) == 2);
  yc_test_wait_until (says (f, "Printed"));
  yc_test_take_picture ("overprint-printed");
  g_assert_null (yc_print_presets_get (yc_desk_get_print_presets (f->desk),
                                       YC_PRINT_KIND_CERTIFICATE));
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer), guint n_more)
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (n_more), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  yc_ui_prepare_locale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yc_ui_init ();

  add_test ("/print-batch-view/batch", test_batch, 0);
  add_test ("/print-batch-view/too-many", test_too_many, N_MORE);
  add_test ("/print-batch-view/unknown", test_unknown, 0);
  add_test ("/print-batch-view/overprint", test_overprint, 0);

  return g_test_run ();
}
