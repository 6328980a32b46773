/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several sets of fields (oneOf, anyOf, allOf), chosen and filled in by key presses. */
#include "yc-test-form.h"

#define NESTED YC_TEST_FORMS "/nested"
#define ALTERNATIVES YC_TEST_FORMS "/alternatives"

static void
test_one_of (YcTestForm    *self,
             gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first (self->view));
  yc_test_form_await_focus (self, "/applicant");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/applicant/name");
  yc_test_form_type (self, "li");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/applicant");
  yc_test_form_press (self, "2");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/applicant/company");
  yc_test_form_type (self, "water");
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "9");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/aliases/0");
  yc_test_take_picture ("structure-alternatives");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/applicant");
  yc_test_form_press (self, "1");
  yc_test_form_press (self, "Return");
  yc_test_form_await_text (self, "/applicant/name", "li");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/applicant/company", "water");
  yc_test_form_await_focus (self, "/applicant");
}

/* Letters go to one alternative and back: what was typed is kept, what they share stays. */
static void
test_any_of (YcTestForm    *self,
             gconstpointer  data)
{
  yc_test_form_go_to (self, "/contact");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/contact/who");
  yc_test_form_type (self, "li");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/contact/phone");
  yc_test_form_type (self, "12");
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_focus (self, "/contact/who");
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_focus (self, "/contact");
  yc_test_form_press (self, "Right");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/contact/who");
  yc_test_form_await_text (self, "/contact/who", "li");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/contact/street");
  yc_test_form_type (self, "east");
  yc_test_form_await_text (self, "/contact/street", "east");
  yc_test_form_go_to (self, "/contact");
  yc_test_form_press (self, "1");
  yc_test_form_await_text (self, "/contact/phone", "12");
  yc_test_form_await_value (self, "/contact", "{\"who\":\"li\",\"phone\":\"12\"}");
  yc_test_form_press (self, "2");
  yc_test_form_await_text (self, "/contact/street", "east");
}

/* The errors are those of the chosen alternative, and lead into it. */
static void
test_errors (YcTestForm    *self,
             gconstpointer  data)
{
  yc_test_form_go_to (self, "/contact/who");
  yc_test_form_type (self, "li");
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "12");
  yc_test_form_await_text (self, "/contact/phone", "12");
  yc_test_form_go_to (self, "/end");
  yc_test_form_jump (self, "1 wrong", "/contact/phone");
  yc_test_form_go_to (self, "/contact");
  yc_test_form_press (self, "2");
  yc_test_form_await_value (self, "/contact/street", "");
  yc_test_form_go_to (self, "/end");
  yc_test_form_jump (self, "2 missing", "/contact/street");
  yc_test_take_picture ("alternatives-errors");
  yc_test_form_type (self, "east");
  yc_test_form_jump (self, "1 missing", "/contact/city");
}

/* Undone step by step: the letters, the choice, the letters in the other one; and done again. */
static void
test_undo (YcTestForm    *self,
           gconstpointer  data)
{
  yc_test_form_go_to (self, "/contact/phone");
  yc_test_form_type (self, "12");
  yc_test_form_await_text (self, "/contact/phone", "12");
  yc_test_form_go_to (self, "/contact");
  yc_test_form_press (self, "2");
  yc_test_form_press (self, "Return");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/contact/street");
  yc_test_form_type (self, "east");
  yc_test_form_await_text (self, "/contact/street", "east");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/contact/street", "");
  yc_test_form_await_focus (self, "/contact/street");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/contact/phone", "12");
  yc_test_form_await_focus (self, "/contact");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/contact/phone", "");
  yc_test_form_await_focus (self, "/contact/phone");
  for (guint i = 0; i < 3; i++)
    yc_test_form_press (self, "ctrl+shift+z");
  yc_test_form_await_text (self, "/contact/street", "east");
  yc_test_form_await_focus (self, "/contact/street");
}

/* All of several sets are asked, as one group. */
static void
test_all_of (YcTestForm    *self,
             gconstpointer  data)
{
  yc_test_form_go_to (self, "/house/address");
  yc_test_form_type (self, "east");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/house/area");
  yc_test_form_type (self, "5");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/proofs/0/paper");
  g_assert_nonnull (yc_form_field_get_error (yc_test_form_find (self, "/house/area")));
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/house/area");
  yc_test_form_type (self, "12");
  yc_test_form_await_value (self, "/house/area", "12");
  g_assert_cmpstr (yc_form_field_get_error (yc_test_form_find (self, "/house/area")), ==, NULL);
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_value (self, "/house/area", "5");
}

/* Plain values of several types are one field. */
static void
test_types (YcTestForm    *self,
            gconstpointer  data)
{
  yc_test_form_go_to (self, "/size");
  yc_test_form_type (self, "12");
  yc_test_form_await_value (self, "/size", "12");
  yc_test_form_press (self, "ctrl+a");
  yc_test_form_type (self, "many");
  yc_test_form_await_value (self, "/size", "\"many\"");
  yc_test_form_press (self, "Tab");
  g_assert_null (yc_form_field_get_error (yc_test_form_find (self, "/size")));
}

/* Alternatives in alternatives in a row: each walks into its own and out of it again. */
static void
test_nested (YcTestForm    *self,
             gconstpointer  data)
{
  yc_test_form_go_to (self, "/proofs/0/paper");
  yc_test_form_press (self, "2");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/proofs/0/paper/owner");
  yc_test_form_press (self, "2");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/proofs/0/paper/owner/other");
  yc_test_form_type (self, "wu");
  yc_test_form_await_text (self, "/proofs/0/paper/owner/other", "wu");
  yc_test_form_await_counts (self, "1 产权证");
  yc_test_take_picture ("alternatives-nested");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/end");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/proofs/0/paper");
  yc_test_form_go_to (self, "/proofs/0/paper/owner/other");
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_focus (self, "/proofs/0/paper/owner");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/proofs/0/paper");
  yc_test_form_press (self, "ctrl+d");
  yc_test_form_await_text (self, "/proofs/1/paper/owner/other", "wu");
  yc_test_form_await_focus (self, "/proofs/1/paper");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_focus (self, "/proofs/0/paper");
  yc_test_form_press (self, "1");
  yc_test_form_await_text (self, "/proofs/0/paper/number", "");
  yc_test_form_press (self, "2");
  yc_test_form_await_text (self, "/proofs/0/paper/owner/other", "wu");
}

/* A screen reader says what is chosen from, what is chosen, and whose fields follow. */
static void
test_names (YcTestForm    *self,
            gconstpointer  data)
{
  GtkAccessible *chooser;
  GtkWidget *part;

  yc_test_form_go_to (self, "/contact");
  chooser = GTK_ACCESSIBLE (yc_test_form_get_focus (self));
  gtk_test_accessible_assert_role (chooser, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (chooser, GTK_ACCESSIBLE_PROPERTY_LABEL, "联系方式");
  gtk_test_accessible_assert_property (chooser, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "电话");
  gtk_test_accessible_assert_property (chooser, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  yc_test_form_press (self, "2");
  yc_test_form_await_value (self, "/contact/street", "");
  part = yc_test_find_widget (GTK_WIDGET (self->view), "alternative");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, "信函");
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "one-of", NESTED, test_one_of },
    { "any-of", ALTERNATIVES, test_any_of },
    { "all-of", ALTERNATIVES, test_all_of },
    { "errors", ALTERNATIVES, test_errors },
    { "undo", ALTERNATIVES, test_undo },
    { "types", ALTERNATIVES, test_types },
    { "nested", ALTERNATIVES, test_nested },
    { "names", ALTERNATIVES, test_names },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
