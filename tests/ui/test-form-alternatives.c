/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several sets of fields (oneOf, anyOf, allOf), chosen and filled in by key presses. */
#include "yc-test-form.h"

#define NESTED YC_TEST_FORMS "/nested"

static void
test_alternatives (YcTestForm    *self,
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

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "one-of", NESTED, test_alternatives },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
