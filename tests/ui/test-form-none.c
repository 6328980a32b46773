/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box for the answer that there is none, reached and ticked by key presses. */
#include "yc-test-form.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

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

static const char KINDS[] =
    "{\"type\":\"object\",\"properties\":{"
    "\"text\":{\"type\":[\"string\",\"null\"],\"title\":\"Text\"},"
    "\"day\":{\"type\":[\"string\",\"null\"],\"title\":\"Day\",\"format\":\"date\"},"
    "\"sum\":{\"type\":[\"integer\",\"null\"],\"title\":\"Sum\",\"format\":\"money\"},"
    "\"yes\":{\"type\":[\"boolean\",\"null\"],\"title\":\"Yes\"},"
    "\"place\":{\"type\":[\"string\",\"null\"],\"title\":\"Place\",\"format\":\"place-code\"},"
    "\"end\":{\"type\":\"string\"}},"
    "\"required\":[\"text\",\"day\",\"sum\",\"yes\",\"place\"]}";

static gboolean
is_not_none (gpointer field)
{
  return !yc_form_field_get_none (field);
}

/* Tab, Space, Enter: says so of a field and goes on to the next. */
static void
say_none (YcTestForm *self,
          const char *pointer)
{
  YcFormField *field = yc_test_form_find (self, pointer);
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), yc_form_field_get_title (field),
                                            yc_form_field_get_none_title (field));
  GtkAccessible *box;

  yc_test_form_await_focus (self, pointer);
  yc_test_form_press (self, "Tab");
  yc_test_iterate_until (has_box_focus, self->window);
  box = GTK_ACCESSIBLE (gtk_window_get_focus (self->window));
  gtk_test_accessible_assert_role (box, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (box, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  yc_test_form_press (self, "space");
  yc_test_iterate_until (is_none, field);
  g_assert_cmpstr (yc_form_field_get_error (field), ==, NULL);
  yc_test_form_press (self, "Return");
}

/* Every kind of editor has the box, and the form is ready when all of them are ticked. */
static void
test_kinds (YcTestForm    *self,
            gconstpointer  data)
{
  static const char *const pointers[] = { "/text", "/day", "/sum", "/yes", "/place" };

  yc_test_form_open (self, yc_json_parse (KINDS, -1, NULL, NULL), NULL);
  g_assert_false (yc_form_get_is_valid (self->form));
  yc_test_form_go_to (self, "/text");
  for (gsize i = 0; i < G_N_ELEMENTS (pointers); i++)
    say_none (self, pointers[i]);
  yc_test_form_await_focus (self, "/end");
  g_assert_true (yc_form_get_is_valid (self->form));
  yc_test_take_picture ("form-none-kinds");
  yc_test_form_press (self, "ctrl+z");
  yc_test_iterate_until (is_not_none, yc_test_form_find (self, "/place"));
  yc_test_form_await_focus (self, "/place");
  yc_test_form_press (self, "ctrl+shift+z");
  yc_test_iterate_until (is_none, yc_test_form_find (self, "/place"));
}

int
main (int   argc,
      char *argv[])
{
  static const YcTestFormCase cases[] = {
    { "keys", NULL, test_keys },
    { "kinds", NULL, test_kinds },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
