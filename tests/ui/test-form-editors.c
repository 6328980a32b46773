/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form with every kind of editor: walking through it, its names, where its values come from. */
#include "yc-test-form.h"

#include "yc-form-control.h"
#include "yc-json.h"

#define EDITORS YC_TEST_FORMS "/editors"
#define ID_NUMBER "99010119800101009X"

/* Every field of the layout that Tab stops at, in its order. */
static const char *const ORDER[] = {
  "/name", "/id_number", "/mobile", "/uscc", "/birth", "/at", "/opens", "/money", "/area",
  "/floors", "/sex", "/married", "/relation", "/country", "/purpose", "/old", "/notify", "/rooms",
  "/services", "/languages", "/place", "/secret", "/pin", "/nickname", "/declared",
  "/reason",
};

static void
test_walk (YcTestForm    *self,
           gconstpointer  data)
{
  gsize n = G_N_ELEMENTS (ORDER);

  yc_test_form_go_to (self, ORDER[0]);
  for (gsize i = 1; i < n; i++)
    {
      yc_test_form_press (self, i % 2 == 1 ? "Tab" : "Return");
      yc_test_form_await_focus (self, ORDER[i]);
    }
  /* Enter makes a line in the last one. */
  for (gsize i = n - 1; i > 0; i--)
    {
      yc_test_form_press (self, (n - i) % 2 == 1 ? "shift+Tab" : "shift+Return");
      yc_test_form_await_focus (self, ORDER[i - 1]);
    }
  /* Nothing was filled in by walking past it. */
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (yc_form_field_get_text (yc_test_form_find (self, ORDER[i])), ==, "");
}

/* Each editor says what is asked, whether it must be answered and, once it is left and not before,
 * whether it is wrong. */
static void
test_accessible (YcTestForm    *self,
                 gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      YcFormField *field = yc_test_form_find (self, ORDER[i]);
      GtkAccessible *accessible;

      yc_test_form_go_to (self, ORDER[i]);
      accessible = GTK_ACCESSIBLE (yc_test_form_get_focus (self));
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           yc_form_field_get_title (field));
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                           yc_form_field_get_required (field));
      gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_FALSE);
      if (i == 0)
        continue;
      yc_test_form_press (self, "shift+Tab");
      yc_test_form_await_focus (self, ORDER[i - 1]);
      if (yc_form_field_get_required (field))
        gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                          GTK_ACCESSIBLE_INVALID_TRUE);
    }
}

/* Where a value is from, and that it was changed by hand. */
static void
test_source (YcTestForm    *self,
             gconstpointer  data)
{
  g_autoptr (JsonNode) value = yc_json_string_node (ID_NUMBER);
  g_autoptr (GError) error = NULL;

  yc_form_autofill (self->form, "/id_number", value, "证照库", &error);
  g_assert_no_error (error);
  g_assert_nonnull (yc_test_form_find_words (self, "证照库"));
  yc_test_form_go_to (self, "/id_number");
  yc_test_form_press (self, "End");
  yc_test_form_press (self, "BackSpace");
  yc_test_form_await_text (self, "/id_number", "99010119800101009");
  g_assert_null (yc_test_form_find_words (self, "证照库"));
  g_assert_nonnull (yc_test_form_find_words (self, "Changed by hand"));
}

/* An answer without text can be taken back with the mouse as well, if it may be missing. */
static void
test_clear (YcTestForm    *self,
            gconstpointer  data)
{
  GtkWidget *clear;

  yc_test_form_go_to (self, "/old");
  g_assert_null (yc_test_find_button (GTK_WIDGET (self->view), "Clear"));
  yc_test_form_press (self, "2");
  yc_test_form_await_text (self, "/old", "已婚");
  clear = yc_test_find_button (GTK_WIDGET (self->view), "Clear");
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  yc_test_form_await_value (self, "/old", "");
  yc_test_form_go_to (self, "/married");
  yc_test_form_press (self, "1");
  yc_test_form_await_text (self, "/married", "Yes");
  g_assert_false (gtk_widget_get_visible (clear));
}

/* What the layout asks for beside the kind of an editor. */
static void
test_options (YcTestForm    *self,
              gconstpointer  data)
{
  yc_test_form_go_to (self, "/name");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (yc_test_form_get_focus (self))), ==,
                   "姓名");
  yc_test_form_await_words (self, "与身份证件一致");
  yc_test_form_type (self, "li");
  yc_test_form_await_text (self, "/name", "li");
  g_assert_null (yc_test_form_find_words (self, "营业执照上的 18 位代码"));
  yc_test_form_go_to (self, "/uscc");
  yc_test_form_await_words (self, "营业执照上的 18 位代码");
  g_assert_nonnull (yc_test_form_find_words (self, "与身份证件一致"));
  yc_test_form_go_to (self, "/rooms");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (yc_test_form_get_focus (self)),
                                   GTK_ACCESSIBLE_ROLE_SLIDER);
  yc_test_form_go_to (self, "/notify");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (yc_test_form_get_focus (self)),
                                   GTK_ACCESSIBLE_ROLE_SWITCH);
  yc_test_form_go_to (self, "/purpose");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (yc_test_form_get_focus (self)),
                                   GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  yc_test_form_go_to (self, "/reason");
  g_assert_true (GTK_IS_TEXT_VIEW (yc_test_form_get_focus (self)));
  g_assert_false (yc_form_view_focus_pointer (self->view, "/fixed"));
}

static int
get_height (YcTestForm *self)
{
  GtkWidget *control =
      gtk_widget_get_ancestor (yc_test_form_get_focus (self), YC_TYPE_FORM_CONTROL);
  int height;

  gtk_widget_measure (control, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  return height;
}

/* Help, an error and a source come and go without moving anything. */
static void
test_steady (YcTestForm    *self,
             gconstpointer  data)
{
  int height;

  yc_test_form_go_to (self, "/id_number");
  height = get_height (self);
  yc_test_form_type (self, "12");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/mobile");
  g_assert_nonnull (yc_form_field_get_error (yc_test_form_find (self, "/id_number")));
  yc_test_form_go_to (self, "/id_number");
  g_assert_cmpint (get_height (self), ==, height);
  yc_form_field_set_source (yc_test_form_find (self, "/id_number"), "证照库");
  g_assert_cmpint (get_height (self), ==, height);
}

static void
fill (YcTestForm *self)
{
  g_autoptr (JsonNode) filled = yc_test_form_load (EDITORS, "data.json");
  g_autoptr (GError) error = NULL;

  yc_form_set_data (self->form, filled, &error);
  g_assert_no_error (error);
}

/* What cannot be changed is read, places by their names and secrets not at all. */
static void
test_read_only (YcTestForm    *self,
                gconstpointer  data)
{
  static const char *const words[] = {
    "广东省 东莞市 东城街道 青松社区（样例）", "••••", "新加坡", "1,234,500.50", "08:30",
    "2026-11-22 14:30",
  };

  fill (self);
  yc_form_set_read_only (self->form, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    yc_test_form_await_words (self, words[i]);
  g_assert_null (yc_test_form_find_words (self, "abc123"));
  yc_test_take_picture ("editors-read-only");
}

static void
test_pictures (YcTestForm    *self,
               gconstpointer  data)
{
  static const char *const stops[] = { "/name", "/purpose", "/reason" };

  fill (self);
  g_assert_true (yc_form_get_is_valid (self->form));
  /* What a value tells is said of one that comes from elsewhere, too. */
  yc_test_form_await_counts (self, "Male, born 1980-01-01");
  yc_test_form_await_counts (self, "Sunday");
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autofree char *name = g_strdup_printf ("editors-%" G_GSIZE_FORMAT, i + 1);

      yc_test_form_go_to (self, stops[i]);
      yc_test_take_picture (name);
    }
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "walk", EDITORS, test_walk },
    { "accessible", EDITORS, test_accessible },
    { "source", EDITORS, test_source },
    { "clear", EDITORS, test_clear },
    { "options", EDITORS, test_options },
    { "steady", EDITORS, test_steady },
    { "read-only", EDITORS, test_read_only },
    { "pictures", EDITORS, test_pictures },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
