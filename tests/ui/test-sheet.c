/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets over the window: focus goes there and comes back, Escape, questions. */
#include "yc-dialogs.h"
#include "yc-sheet.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"

typedef struct
{
  GtkWidget *entry;
  GtkWidget *window;
  guint      n_closed;
  guint      n_answers;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->entry = gtk_entry_new ();
  gtk_widget_set_valign (fixture->entry, GTK_ALIGN_START);
  fixture->window = yc_test_ui_show (fixture->entry);
  gtk_widget_grab_focus (fixture->entry);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_ui_close (fixture->window);
}

static void
closed_cb (YcSheet *sheet, Fixture *fixture)
{
  fixture->n_closed++;
}

static YcSheetHost *
get_host (Fixture *fixture)
{
  return YC_SHEET_HOST (gtk_widget_get_ancestor (fixture->entry, YC_TYPE_SHEET_HOST));
}

static gboolean
has_focus_inside (GtkWidget *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static YcSheet *
present (Fixture *fixture, GtkWidget *content)
{
  YcSheet *sheet = yc_sheet_new ("Heading", content);

  g_signal_connect (sheet, "closed", G_CALLBACK (closed_cb), fixture);
  yc_sheet_present (sheet, fixture->entry);

  return sheet;
}

static gboolean
is_idle (gpointer data)
{
  return !yc_sheet_host_is_busy (data);
}

static void
test_focus_goes_and_returns (Fixture *fixture, gconstpointer data)
{
  YcSheet *sheet = present (fixture, gtk_button_new_with_label ("Do"));

  g_assert_true (yc_sheet_host_is_busy (get_host (fixture)));
  g_assert_true (has_focus_inside (fixture->window, GTK_WIDGET (sheet)));
  g_assert_false (gtk_widget_grab_focus (fixture->entry));

  yc_sheet_close (sheet);
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  g_assert_true (has_focus_inside (fixture->window, fixture->entry));
}

static void
test_escape_closes (Fixture *fixture, gconstpointer data)
{
  present (fixture, gtk_button_new_with_label ("Do"));
  yc_test_press (GTK_WINDOW (fixture->window), "Escape");
  yc_test_ui_wait_for (is_idle, get_host (fixture));
  g_assert_cmpuint (fixture->n_closed, ==, 1);
}

static void
test_escape_does_not_close_what_must_be_answered (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  YcSheet *sheet = present (fixture, entry);

  yc_sheet_set_closable (sheet, FALSE);
  yc_test_press (GTK_WINDOW (fixture->window), "Escape");
  yc_test_press (GTK_WINDOW (fixture->window), "a");
  while (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (yc_sheet_host_is_busy (get_host (fixture)));
  yc_sheet_close (sheet);
}

static void
test_tab_stays_inside (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  YcSheet *sheet;

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("One"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Two"));
  sheet = present (fixture, box);
  for (int i = 0; i < 5; i++)
    {
      yc_test_press (GTK_WINDOW (fixture->window), "Tab");
      yc_test_ui_settle ();
      g_assert_true (has_focus_inside (fixture->window, GTK_WIDGET (sheet)));
    }
  yc_sheet_close (sheet);
}

static void
answer_cb (GtkWidget *over, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (over == fixture->entry);
  fixture->n_answers++;
}

static void
ask (Fixture *fixture, gboolean destructive)
{
  yc_dialogs_confirm (fixture->entry, "Close?", "Something is lost.", "_Do it", destructive,
                      answer_cb, fixture, NULL);
}

static void
test_yes (Fixture *fixture, gconstpointer data)
{
  ask (fixture, FALSE);
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (is_idle, get_host (fixture));
  g_assert_cmpuint (fixture->n_answers, ==, 1);
}

/* Where something would be lost, Enter alone must not do it. */
static void
test_destructive_needs_more_than_enter (Fixture *fixture, gconstpointer data)
{
  ask (fixture, TRUE);
  yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (is_idle, get_host (fixture));
  g_assert_cmpuint (fixture->n_answers, ==, 0);
}

static void
count_cb (int *n_clicked)
{
  (*n_clicked)++;
}

/* A key on a button is no wait; the same key twice at once is one press, and one that is held down
 * presses no other button. */
static void
test_pressed_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *one = gtk_button_new_with_mnemonic ("_One"), *two = gtk_button_new_with_label ("Two");
  YcSheet *sheet;
  int n_one = 0, n_two = 0;

  g_signal_connect_swapped (one, "clicked", G_CALLBACK (count_cb), &n_one);
  g_signal_connect_swapped (two, "clicked", G_CALLBACK (count_cb), &n_two);
  gtk_box_append (GTK_BOX (box), one);
  gtk_box_append (GTK_BOX (box), two);
  sheet = present (fixture, box);
  g_assert_true (gtk_widget_mnemonic_activate (one, FALSE));
  g_assert_cmpint (n_one, ==, 1);
  gtk_widget_activate (one);
  gtk_widget_activate (two);
  g_assert_cmpint (n_one, ==, 1);
  g_assert_cmpint (n_two, ==, 0);
  yc_sheet_close (sheet);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/sheet/focus", test_focus_goes_and_returns);
  ADD ("/sheet/escape", test_escape_closes);
  ADD ("/sheet/must-be-answered", test_escape_does_not_close_what_must_be_answered);
  ADD ("/sheet/tab", test_tab_stays_inside);
  ADD ("/sheet/pressed-at-once", test_pressed_at_once);
  ADD ("/dialogs/yes", test_yes);
  ADD ("/dialogs/destructive", test_destructive_needs_more_than_enter);

  return g_test_run ();
}
