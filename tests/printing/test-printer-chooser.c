/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printer chooser against a real print server: only what a printer has can be chosen, and
 * trouble is told in words. */
#include "yc-printer-chooser.h"
#include "yc-test-cups.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#include <adwaita.h>

#define WIDTH 300
#define HEIGHT 420
#define A4 "iso_a4_210x297mm"
#define BLACK_ONLY "It prints black only: a red seal comes out grey."

typedef struct
{
  YcTestCups       *cups;
  YcPrinters       *printers;
  YcPrintSetup     *setup;
  YcPrinterChooser *chooser;
  GtkWindow        *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  if (g_strcmp0 (data, "none") == 0)
    f->cups = yc_test_cups_new (NULL, NULL);
  else if (g_strcmp0 (data, "trays") == 0)
    f->cups = yc_test_cups_new ("counter-1+trays+mono=一号窗口样例打印机", "counter-2=二号窗口打印机",
                                NULL);
  else
    f->cups = yc_test_cups_new ("counter-1=一号窗口样例打印机", "counter-2=二号窗口打印机", NULL);
  if (g_strcmp0 (data, "down") == 0)
    yc_test_cups_kill (f->cups);
  f->printers = yc_printers_new (yc_test_cups_get_socket (f->cups));
  f->chooser = YC_PRINTER_CHOOSER (yc_printer_chooser_new ());
  f->setup = yc_print_setup_new (f->printers, NULL);
  yc_printer_chooser_set_setup (f->chooser, f->setup);
  gtk_widget_set_margin_start (GTK_WIDGET (f->chooser), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (f->chooser), 18);
  f->window = yc_test_window_new (GTK_WIDGET (f->chooser), WIDTH, HEIGHT);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  yc_test_window_destroy (f->window);
  g_object_unref (f->setup);
  g_object_unref (f->printers);
  yc_test_cups_free (f->cups);
}

static GtkWidget *
find_type (GtkWidget *root, GType type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* In the order in which they stand there: printer, paper, sides, tray. */
static GtkDropDown *
find_drop_down (Fixture *f, guint n)
{
  return GTK_DROP_DOWN (find_type (GTK_WIDGET (f->chooser), GTK_TYPE_DROP_DOWN, &n));
}

static GtkSpinButton *
find_copies (Fixture *f)
{
  guint n = 0;

  return GTK_SPIN_BUTTON (find_type (GTK_WIDGET (f->chooser), GTK_TYPE_SPIN_BUTTON, &n));
}

static const char *
get_state (Fixture *f)
{
  GtkWidget *gate = gtk_widget_get_first_child (GTK_WIDGET (f->chooser));
  GtkWidget *stack = gtk_widget_get_first_child (gate);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gboolean
is_ready (gpointer data)
{
  return yc_print_setup_get_ready (data);
}

static gboolean
is_not_ready (gpointer data)
{
  return !yc_print_setup_get_ready (data);
}

static void
wait_until_ready (Fixture *f)
{
  yc_test_iterate_until (is_ready, f->setup);
}

static gboolean
shows_trouble (gpointer data)
{
  return g_str_equal (get_state (data), "trouble");
}

static YcPrintOptions *
create_options (Fixture *f)
{
  return yc_print_setup_create_options (f->setup, "id");
}

static gboolean
is_shown (Fixture *f, const char *words)
{
  GtkWidget *label = yc_test_find_label (GTK_WIDGET (f->chooser), words);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
assert_options (Fixture *f, const char *paper, YcPrintSides sides, guint copies)
{
  g_autoptr (YcPrintOptions) options = create_options (f);

  g_assert_cmpstr (options->print_id, ==, "id");
  g_assert_cmpstr (options->paper, ==, paper);
  g_assert_cmpint (options->sides, ==, sides);
  g_assert_cmpuint (options->copies, ==, copies);
  /* A seal has its millimetres on the paper that the sheet was set for. */
  g_assert_cmpint (options->fit, ==, !g_str_equal (paper, A4));
  g_assert_null (options->source);
  g_assert_null (options->pages);
}

static void
test_choices (Fixture *f, gconstpointer data)
{
  wait_until_ready (f);
  g_assert_cmpstr (yc_printer_get_name (yc_print_setup_get_printer (f->setup)), ==,
                   "counter-1");
  assert_options (f, A4, YC_PRINT_SIDES_ONE, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_drop_down (f, 3))));
  g_assert_false (is_shown (f, BLACK_ONLY));
  yc_test_take_picture ("printer-chooser");

  gtk_drop_down_set_selected (find_drop_down (f, 2), 1);
  assert_options (f, A4, YC_PRINT_SIDES_LONG_EDGE, 1);
  gtk_spin_button_set_value (find_copies (f), 3);
  assert_options (f, A4, YC_PRINT_SIDES_LONG_EDGE, 3);
  yc_print_setup_reset (f->setup);
  assert_options (f, A4, YC_PRINT_SIDES_LONG_EDGE, 1);
}

static GtkEditable *
find_pages (Fixture *f)
{
  guint n = 0;

  return GTK_EDITABLE (find_type (GTK_WIDGET (f->chooser), GTK_TYPE_ENTRY, &n));
}

/* Only a printer that has several trays asks for one, and the choice stays with the printer. */
static void
test_tray_and_pages (Fixture *f, gconstpointer data)
{
  g_autoptr (YcPrintOptions) options = NULL;

  wait_until_ready (f);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_drop_down (f, 3))));
  g_assert_true (is_shown (f, BLACK_ONLY));
  assert_options (f, A4, YC_PRINT_SIDES_ONE, 1);
  gtk_drop_down_set_selected (find_drop_down (f, 3), 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_pages (f))));
  yc_printer_chooser_set_with_pages (f->chooser, TRUE);
  gtk_editable_set_text (find_pages (f), "2-");
  yc_test_take_picture ("printer-chooser-trays");
  options = create_options (f);
  g_assert_cmpstr (options->source, ==, "tray-2");
  g_assert_cmpstr (options->pages, ==, "2-");

  gtk_editable_set_text (find_pages (f), "2-1");
  g_assert_false (yc_print_setup_get_ready (f->setup));
  g_assert_true (is_shown (f, "Write the pages as numbers, such as 1-3,5."));
  yc_printer_chooser_set_with_pages (f->chooser, FALSE);
  g_assert_true (yc_print_setup_get_ready (f->setup));

  gtk_drop_down_set_selected (find_drop_down (f, 0), 1);
  wait_until_ready (f);
  assert_options (f, A4, YC_PRINT_SIDES_ONE, 1);
  gtk_drop_down_set_selected (find_drop_down (f, 0), 0);
  wait_until_ready (f);
  g_clear_pointer (&options, yc_print_options_free);
  options = create_options (f);
  g_assert_cmpstr (options->source, ==, "tray-2");
  g_assert_null (options->pages);
}

/* Paper and sides stay as they were chosen when another printer has them too. */
static void
test_other_printer (Fixture *f, gconstpointer data)
{
  g_autoptr (YcPrintOptions) options = NULL;

  wait_until_ready (f);
  gtk_drop_down_set_selected (find_drop_down (f, 1), 3);
  options = create_options (f);
  g_assert_cmpstr (options->paper, !=, A4);
  gtk_drop_down_set_selected (find_drop_down (f, 2), 2);
  gtk_drop_down_set_selected (find_drop_down (f, 0), 1);
  g_assert_false (yc_print_setup_get_ready (f->setup));
  wait_until_ready (f);
  g_assert_cmpstr (yc_printer_get_name (yc_print_setup_get_printer (f->setup)), ==,
                   "counter-2");
  assert_options (f, options->paper, YC_PRINT_SIDES_SHORT_EDGE, 1);
}

static void
refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
refresh (Fixture *f)
{
  gboolean done = FALSE;

  yc_printers_refresh_async (f->printers, NULL, refreshed_cb, &done);
  yc_test_iterate_until (is_true, &done);
}

static void
test_rejecting_printer (Fixture *f, gconstpointer data)
{
  wait_until_ready (f);
  yc_test_cups_run (f->cups, "cupsreject", "counter-1", NULL);
  refresh (f);
  yc_test_iterate_until (is_not_ready, f->setup);
  yc_test_take_picture ("printer-chooser-rejecting");
  yc_test_cups_run (f->cups, "cupsaccept", "counter-1", NULL);
  refresh (f);
  wait_until_ready (f);
}

static void
test_stopped_printer (Fixture *f, gconstpointer data)
{
  wait_until_ready (f);
  yc_test_cups_run (f->cups, "cupsdisable", "-r", "正在更换硒鼓", "counter-1", NULL);
  refresh (f);
  /* It can be printed to: what is printed waits. */
  g_assert_true (yc_print_setup_get_ready (f->setup));
  yc_test_take_picture ("printer-chooser-stopped");
}

static void
test_removed_printer (Fixture *f, gconstpointer data)
{
  wait_until_ready (f);
  yc_test_cups_run (f->cups, "lpadmin", "-x", "counter-1", NULL);
  refresh (f);
  wait_until_ready (f);
  g_assert_cmpstr (yc_printer_get_name (yc_print_setup_get_printer (f->setup)), ==,
                   "counter-2");
  yc_test_cups_run (f->cups, "lpadmin", "-x", "counter-2", NULL);
  refresh (f);
  g_assert_cmpstr (get_state (f), ==, "trouble");
  g_assert_null (yc_print_setup_get_printer (f->setup));
  g_assert_false (yc_print_setup_get_ready (f->setup));
}

static void
test_no_printer (Fixture *f, gconstpointer data)
{
  yc_test_iterate_until (shows_trouble, f);
  g_assert_false (yc_print_setup_get_ready (f->setup));
  g_assert_nonnull (yc_test_find_label (GTK_WIDGET (f->chooser),
                                        "No printer is set up on this machine. Ask the administrator "
                                        "to add one, then look again."));
  yc_test_take_picture ("printer-chooser-none");
}

static void
test_server_down (Fixture *f, gconstpointer data)
{
  yc_test_iterate_until (shows_trouble, f);
  yc_test_take_picture ("printer-chooser-down");
  yc_test_cups_start (f->cups);
  g_signal_emit_by_name (yc_test_find_button (GTK_WIDGET (f->chooser), "Look again"), "clicked");
  wait_until_ready (f);
  g_assert_cmpstr (get_state (f), ==, "choose");
}

static void
test_names (Fixture *f, gconstpointer data)
{
  wait_until_ready (f);
  gtk_test_accessible_assert_property (find_drop_down (f, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Printer");
  gtk_test_accessible_assert_property (find_drop_down (f, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Paper");
  gtk_test_accessible_assert_property (find_drop_down (f, 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sides");
  gtk_test_accessible_assert_property (find_copies (f), GTK_ACCESSIBLE_PROPERTY_LABEL, "Copies");
}

#define ADD(name, data, func) \
  g_test_add ("/printer-chooser/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  yc_ui_prepare_locale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yc_ui_init ();
  ADD ("choices", NULL, test_choices);
  ADD ("tray-and-pages", "trays", test_tray_and_pages);
  ADD ("other-printer", NULL, test_other_printer);
  ADD ("rejecting-printer", NULL, test_rejecting_printer);
  ADD ("stopped-printer", NULL, test_stopped_printer);
  ADD ("removed-printer", NULL, test_removed_printer);
  ADD ("no-printer", "none", test_no_printer);
  ADD ("server-down", "down", test_server_down);
  ADD ("names", NULL, test_names);
  return g_test_run ();
}
