/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk sees and keeps when something is wrong: the service is down as the day begins, an ID
 * number is mistyped; and two visits side by side. Real keys, real service. */
#include "yc-reception-page.h"
#include "yc-sign-in-form.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

/* With @data the line to the service is down from the beginning. */
static void
set_up (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_open (counter, data == NULL);
}

static void
tear_down (YcTestCounter *counter, gconstpointer data)
{
  yc_test_counter_close (counter);
}

/* The morning begins without the service: it is said, what was typed stays, and once the line is
 * there the same form lets one in. */
static void
test_service_down_at_start (YcTestCounter *counter, gconstpointer data)
{
  GtkWidget *form = yc_test_counter_find (counter, YC_TYPE_SIGN_IN_FORM);
  GtkWidget *user = yc_test_ui_find (form, GTK_TYPE_ENTRY, "User name");
  GtkWidget *password = yc_test_ui_find (form, GTK_TYPE_PASSWORD_ENTRY, "Password");

  gtk_editable_set_text (GTK_EDITABLE (user), "chenxiao");
  gtk_widget_grab_focus (password);
  gtk_editable_set_text (GTK_EDITABLE (password), YC_TEST_PASSWORD);
  yc_test_counter_press (counter, "Return");
  yc_test_counter_wait_to_read (counter, "The service cannot be reached");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (user)), ==, "chenxiao");
  yc_test_take_picture ("service-down-at-start");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, YC_TEST_PASSWORD);

  yc_test_counter_join_line (counter);
  yc_test_counter_press (counter, "Return");
  yc_test_counter_wait_to_read (counter, "Still empty");
}

/* A mistyped ID number is said beside it, keeps one at the first step, and is mended in place. */
static void
test_wrong_check_digit (YcTestCounter *counter, gconstpointer data)
{
  GtkEditable *number;

  yc_test_counter_sign_in (counter, "chenxiao");
  yc_test_counter_begin_item (counter, "周伯安");
  number = yc_test_counter_get_person_entry (counter, "ID number");
  gtk_editable_set_text (number, "990101198103161156");
  yc_test_counter_press (counter, "ctrl+Return");
  g_assert_cmpint (yc_test_counter_get_step (counter), ==, YC_STEP_NEED);
  yc_test_counter_wait_to_read (counter, "check digit");
  g_assert_cmpstr (gtk_editable_get_text (number), ==, "990101198103161156");

  gtk_editable_set_text (number, "990101198103161155");
  yc_test_counter_press (counter, "ctrl+Return");
  g_assert_cmpint (yc_test_counter_get_step (counter), ==, YC_STEP_MATERIALS);
}

static void
assert_citizen (YcTestCounter *counter, YcVisit *visit, const char *name)
{
  g_assert_true (yc_test_counter_get_visit (counter) == visit);
  g_assert_cmpstr (yc_citizen_get_name (yc_visit_get_citizen (visit)), ==, name);
  g_assert_cmpstr (gtk_editable_get_text (yc_test_counter_get_person_entry (counter, "Name")), ==,
                   name);
  g_assert_cmpuint (g_list_model_get_n_items (yc_visit_get_drafts (visit)), ==, 1);
}

/* Two people at the counter: each keeps their own, whichever tab is on screen. */
static void
test_visits_side_by_side (YcTestCounter *counter, gconstpointer data)
{
  YcVisit *first, *second;

  yc_test_counter_sign_in (counter, "chenxiao");
  first = yc_test_counter_get_visit (counter);
  yc_test_counter_begin_item (counter, "周伯安");
  yc_test_counter_press (counter, "ctrl+t");
  second = yc_test_counter_get_visit (counter);
  g_assert_true (second != first);
  g_assert_cmpuint (g_list_model_get_n_items (yc_visit_get_drafts (second)), ==, 0);
  yc_test_counter_begin_item (counter, "林海燕");

  yc_test_counter_press (counter, "ctrl+Tab");
  assert_citizen (counter, first, "周伯安");
  yc_test_counter_press (counter, "ctrl+shift+Tab");
  assert_citizen (counter, second, "林海燕");
  yc_test_take_picture ("visits-side-by-side");
}

#define ADD(path, data, function) g_test_add (path, YcTestCounter, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  ADD ("/window-trouble/service-down-at-start", "down", test_service_down_at_start);
  ADD ("/window-trouble/check-digit", NULL, test_wrong_check_digit);
  ADD ("/window-trouble/visits", NULL, test_visits_side_by_side);

  return g_test_run ();
}
