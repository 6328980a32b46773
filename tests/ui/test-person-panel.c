/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen typed in: checked at once, then masked. */
#include "yc-person-panel.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-workplace.h"

typedef struct
{
  YcCitizen *citizen;
  GtkWidget *panel;
  GtkWidget *other;
  GtkWidget *window;
  guint      n_finished;
} Fixture;

static void
finished_cb (YcPersonPanel *panel, Fixture *fixture)
{
  fixture->n_finished++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  fixture->citizen = yc_citizen_new ();
  fixture->panel = yc_person_panel_new ();
  fixture->other = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (box), fixture->panel);
  gtk_box_append (GTK_BOX (box), fixture->other);
  yc_person_panel_set_citizen (YC_PERSON_PANEL (fixture->panel), fixture->citizen);
  g_signal_connect (fixture->panel, "finished", G_CALLBACK (finished_cb), fixture);
  fixture->window = yc_test_ui_show (box);
  yc_workplace_begin (fixture->panel);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_ui_close (fixture->window);
  g_assert_finalize_object (fixture->citizen);
}

static GtkEditable *
get_entry (Fixture *fixture, const char *label)
{
  return GTK_EDITABLE (yc_test_ui_find (fixture->panel, GTK_TYPE_ENTRY, label));
}

static void
test_right_number (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (get_entry (fixture, "Name"), "周伯安");
  gtk_editable_set_text (get_entry (fixture, "ID number"), "990101198103161155");
  yc_test_ui_settle ();
  g_assert_nonnull (yc_test_ui_find_text (fixture->panel, "Male"));
  g_assert_nonnull (yc_test_ui_find_text (fixture->panel, "1981-03-16"));
  g_assert_true (yc_person_panel_settle (YC_PERSON_PANEL (fixture->panel)));

  gtk_widget_grab_focus (fixture->other);
  yc_test_ui_settle ();
  g_assert_nonnull (yc_test_ui_find_text (fixture->panel, "9901**********1155"));
  g_assert_null (yc_test_ui_find_text (fixture->panel, "周伯安"));

  yc_person_panel_set_shown (YC_PERSON_PANEL (fixture->panel), TRUE);
  g_assert_nonnull (yc_test_ui_find_text (fixture->panel, "周伯安"));
  g_assert_nonnull (yc_test_ui_find_text (fixture->panel, "990101198103161155"));
}

static void
test_wrong_check_digit (Fixture *fixture, gconstpointer data)
{
  GtkEditable *number = get_entry (fixture, "ID number");

  gtk_editable_set_text (get_entry (fixture, "Name"), "周伯安");
  gtk_editable_set_text (number, "990101198103161156");
  yc_test_ui_settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (number), "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_nonnull (yc_test_ui_find_text (fixture->panel, "check digit"));
  g_assert_false (yc_person_panel_settle (YC_PERSON_PANEL (fixture->panel)));
}

/* Half a number is no mistake while it is typed; it is one when it is left. */
static void
test_unfinished_number (Fixture *fixture, gconstpointer data)
{
  GtkEditable *number = get_entry (fixture, "ID number");

  gtk_widget_grab_focus (GTK_WIDGET (number));
  gtk_editable_set_text (number, "9901011981");
  yc_test_ui_settle ();
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (number), "error"));
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (fixture, "Mobile")));
  yc_test_ui_settle ();
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (number), "error"));
}

static gboolean
is_finished (gpointer data)
{
  return ((Fixture *) data)->n_finished == 1;
}

static void
test_enter_goes_on (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 5; i++)
    yc_test_press (GTK_WINDOW (fixture->window), "Return");
  yc_test_ui_wait_for (is_finished, fixture);
}

static gboolean
is_name_focused (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (get_entry (fixture, "Name")));
}

static void
test_shift_enter_goes_back (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (fixture, "ID number")));
  yc_test_press (GTK_WINDOW (fixture->window), "shift+Return");
  yc_test_ui_wait_for (is_name_focused, fixture);
}

static gboolean
is_elsewhere (gpointer data)
{
  Fixture *fixture = data;

  return gtk_window_get_focus (GTK_WINDOW (fixture->window)) == fixture->other;
}

/* Nothing holds the keyboard fast: backwards leads out of the panel too. */
static void
test_shift_tab_leads_out (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (fixture, "Name")));
  yc_test_press (GTK_WINDOW (fixture->window), "shift+Tab");
  yc_test_ui_wait_for (is_elsewhere, fixture);
}

static void
test_huge_paste (Fixture *fixture, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (1024 * 1024, '9');

  gtk_editable_set_text (get_entry (fixture, "Name"), huge);
  gtk_editable_set_text (get_entry (fixture, "ID number"), huge);
  yc_test_ui_settle ();
  g_assert_cmpuint (strlen (yc_citizen_get_name (fixture->citizen)), <=, 100);
  g_assert_false (yc_citizen_get_complete (fixture->citizen));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/person/right", test_right_number);
  ADD ("/person/check-digit", test_wrong_check_digit);
  ADD ("/person/unfinished", test_unfinished_number);
  ADD ("/person/enter", test_enter_goes_on);
  ADD ("/person/shift-enter", test_shift_enter_goes_back);
  ADD ("/person/shift-tab", test_shift_tab_leads_out);
  ADD ("/person/huge-paste", test_huge_paste);

  return g_test_run ();
}
