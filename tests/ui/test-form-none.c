/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box for the answer that there is none, reached and ticked by key presses. */
#include "yc-json.h"
#include "yc-test-form.h"

static const char SCHEMA[] =
    "{\"type\":\"object\",\"properties\":{"
    "\"floors\":{\"type\":[\"integer\",\"null\"],\"title\":\"Floors\"},"
    "\"name\":{\"type\":[\"string\",\"null\"],\"title\":\"Name\"}},"
    "\"required\":[\"floors\"]}";

static gboolean
has_box_focus (gpointer window)
{
  return GTK_IS_CHECK_BUTTON (gtk_window_get_focus (window));
}

static gboolean
is_none (gpointer field)
{
  return yc_form_field_get_none (field);
}

static void
test_keys (YcTestForm    *self,
           gconstpointer  data)
{
  JsonNode *schema = yc_json_parse (SCHEMA, -1, NULL, NULL);
  YcFormField *floors;
  GtkCheckButton *box;

  yc_test_form_open (self, schema, NULL);
  floors = yc_test_form_find (self, "/floors");
  yc_test_form_go_to (self, "/floors");
  yc_test_form_press (self, "Tab");
  yc_test_iterate_until (has_box_focus, self->window);
  box = GTK_CHECK_BUTTON (gtk_window_get_focus (self->window));
  g_assert_cmpstr (gtk_check_button_get_label (box), ==, yc_form_field_get_none_title (floors));
  g_assert_false (gtk_check_button_get_active (box));
  yc_test_form_press (self, "space");
  yc_test_iterate_until (is_none, floors);
  g_assert_true (gtk_check_button_get_active (box));
  yc_test_take_picture ("form-none");
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_focus (self, "/floors");
  yc_test_form_press (self, "3");
  yc_test_form_await_value (self, "/floors", "3");
  g_assert_false (gtk_check_button_get_active (box));
}

int
main (int   argc,
      char *argv[])
{
  static const YcTestFormCase cases[] = { { "keys", NULL, test_keys } };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
