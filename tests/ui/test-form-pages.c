/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a form and the list of what is missing and wrong, worked by key presses. */
#include "yc-test-form.h"

#define STRUCTURE YC_TEST_FORMS "/structure"
#define NESTED YC_TEST_FORMS "/nested"
#define LONG YC_TEST_CATALOG "/forms/project-assistance"

/* Pages */

static void
test_pages (YcTestForm    *self,
            gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first (self->view));
  yc_test_form_await_focus (self, "/project");
  yc_test_form_await_counts (self, "2 missing");
  yc_test_take_picture ("structure-pages");
  yc_test_form_type (self, "water");
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "li");
  yc_test_form_await_counts (self, "complete");
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "0");
  yc_test_form_press (self, "ctrl+Page_Down");
  yc_test_form_await_focus (self, "/devices/0/name");
  yc_test_form_await_counts (self, "1 wrong");
  yc_test_take_picture ("structure-pages-wrong");
  yc_test_form_press (self, "ctrl+Page_Down");
  yc_test_form_await_focus (self, "/purpose");
  yc_test_take_picture ("structure-steps");
  yc_test_form_press (self, "ctrl+Page_Down");
  yc_test_form_await_focus (self, "/water");
  yc_test_form_press (self, "ctrl+Page_Up");
  yc_test_form_await_focus (self, "/purpose");
  yc_test_form_press (self, "ctrl+Page_Up");
  yc_test_form_await_focus (self, "/devices/0/name");
}

/* Of a long form the other pages are not built before one turns to them. */
static void
test_long_pages (YcTestForm    *self,
                 gconstpointer  data)
{
  static const char *const first[] = { "/project_name", "/land_way", "/build_stage", "/eia_kind",
                                       "/fire_class" };

  g_assert_true (yc_form_view_focus_first (self->view));
  yc_test_form_await_focus (self, "/company_name");
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      yc_test_form_press (self, "ctrl+Page_Down");
      yc_test_form_await_focus (self, first[i]);
    }
  yc_test_form_press (self, "ctrl+Page_Up");
  yc_test_form_await_focus (self, "/eia_kind");
  yc_test_form_go_to (self, "/services");
  yc_test_take_picture ("structure-long");
}

/* Tab and Enter go over the end of a page. */
static void
test_page_ends (YcTestForm    *self,
                gconstpointer  data)
{
  yc_test_form_go_to (self, "/budget");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/devices/0/name");
  yc_test_form_go_to (self, "/budget");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/devices/0/name");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/budget");
}

/* What nobody knows is said in its place, and the rest works. */
static void
test_unknown (YcTestForm    *self,
              gconstpointer  data)
{
  GtkWidget *trouble;

  yc_test_form_go_to (self, "/remark");
  yc_test_form_type (self, "fine");
  yc_test_form_await_text (self, "/remark", "fine");
  trouble = yc_test_find_widget (GTK_WIDGET (self->view), "form-trouble");
  g_assert_nonnull (trouble);
  yc_test_take_picture ("structure-unknown");
}

/* The list of what is missing and wrong */

static void
test_errors (YcTestForm    *self,
             gconstpointer  data)
{
  g_autoptr (GListModel) problems = NULL;

  yc_test_form_go_to (self, "/budget");
  yc_test_form_type (self, "0");
  yc_test_form_await_text (self, "/budget", "0");
  problems = yc_form_check (self->form);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->errors)));
  yc_problem_list_set_shown (self->errors, TRUE);
  yc_test_form_await_counts (self, "4 missing · 1 wrong");
  g_assert_cmpuint (yc_problem_list_get_n (self->errors), ==, 5);

  g_assert_true (yc_problem_list_step (self->errors, NULL, 1));
  yc_test_form_await_focus (self, "/project");
  yc_test_take_picture ("structure-errors");
  g_assert_true (yc_problem_list_step (self->errors, "/project", -1));
  yc_test_form_await_focus (self, "/purpose");
  g_assert_true (yc_problem_list_step (self->errors, "/purpose", 1));
  yc_test_form_await_focus (self, "/project");
  g_assert_true (yc_problem_list_step (self->errors, "/sites/0/place", 1));
  yc_test_form_await_focus (self, "/purpose");
  yc_test_form_type (self, "trade");
  yc_test_form_await_counts (self, "3 missing · 1 wrong");
}

/* From the list by keys, to a page that is not on screen. */
static void
test_errors_keys (YcTestForm    *self,
                  gconstpointer  data)
{
  yc_problem_list_set_shown (self->errors, TRUE);
  yc_problem_list_add (self->errors, YC_PROBLEM_REFUSED, "/sites/0/place", NULL,
                       "no such place");
  yc_problem_list_refresh (self->errors);
  yc_test_form_await_counts (self, "1 refused · 4 missing");
  yc_test_form_await_counts (self, "no such place");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->errors), GTK_DIR_TAB_FORWARD));
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/sites/0/place");
  yc_problem_list_clear (self->errors);
  yc_problem_list_refresh (self->errors);
  yc_test_form_await_counts (self, "4 missing");
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "keys", STRUCTURE, test_pages },
    { "ends", STRUCTURE, test_page_ends },
    { "long", LONG, test_long_pages },
    { "unknown", NESTED, test_unknown },
    { "errors/list", STRUCTURE, test_errors },
    { "errors/keys", STRUCTURE, test_errors_keys },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
