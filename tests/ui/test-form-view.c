/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of the tiered water price, filled in by key presses. */
#include "yc-test-form.h"

#define WATER YC_TEST_CATALOG "/forms/tiered-water"

static void
test_names (YcTestForm    *self,
            gconstpointer  data)
{
  static const struct
  {
    const char        *pointer;
    const char        *label;
    GtkAccessibleRole  role;
  } expected[] = {
    { "/meter_account", "用户编号（水表户号）", GTK_ACCESSIBLE_ROLE_TEXT_BOX },
    { "/relation", "申请人与户主关系", GTK_ACCESSIBLE_ROLE_TEXT_BOX },
    { "/has_tenants", "是否有租户", GTK_ACCESSIBLE_ROLE_RADIO_GROUP },
    { "/tenants/0/name", "租户 1 姓名", GTK_ACCESSIBLE_ROLE_TEXT_BOX },
    { "/tenants/0/residence_permit", "租户 1 居住证", GTK_ACCESSIBLE_ROLE_RADIO_GROUP },
    { "/reason", "申请事由", GTK_ACCESSIBLE_ROLE_TEXT_BOX },
  };

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_ROLE_FORM);
  yc_form_field_set_text (yc_test_form_find (self, "/has_tenants"), "true");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GtkAccessible *accessible;

      yc_test_form_go_to (self, expected[i].pointer);
      accessible = GTK_ACCESSIBLE (yc_test_form_get_focus (self));
      gtk_test_accessible_assert_role (accessible, expected[i].role);
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           expected[i].label);
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
    }
  yc_test_take_picture ("form-names");
}

static void
test_enter (YcTestForm    *self,
            gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first (self->view));
  yc_test_form_await_focus (self, "/meter_account");
  yc_test_form_type (self, "12345678");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/water_address");
  g_assert_cmpstr (yc_test_form_get_text (self, "/meter_account"), ==, "12345678");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/meter_account");
  yc_test_form_press (self, "KP_Enter");
  yc_test_form_await_focus (self, "/water_address");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/relation");
}

static void
past_end_cb (YcFormView *view,
             gboolean   *past_end)
{
  *past_end = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_past_end (YcTestForm    *self,
               gconstpointer  data)
{
  gboolean past_end = FALSE;

  g_signal_connect (self->view, "past-end", G_CALLBACK (past_end_cb), &past_end);
  yc_test_form_go_to (self, "/phone");
  yc_test_form_press (self, "Return");
  yc_test_iterate_until (is_set, &past_end);
}

/* Ctrl+Shift+U composes by code point: Enter then belongs to the input method. */
static void
test_composing (YcTestForm    *self,
                gconstpointer  data)
{
  yc_test_form_go_to (self, "/water_address");
  yc_test_form_press (self, "ctrl+shift+u");
  yc_test_form_type (self, "4e00");
  yc_test_form_press (self, "Return");
  yc_test_form_await_text (self, "/water_address", "一");
  yc_test_form_await_focus (self, "/water_address");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/relation");
}

static void
test_error (YcTestForm    *self,
            gconstpointer  data)
{
  YcFormField *field = yc_test_form_find (self, "/meter_account");
  GtkAccessible *accessible;

  yc_test_form_go_to (self, "/meter_account");
  accessible = GTK_ACCESSIBLE (yc_test_form_get_focus (self));
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       yc_form_field_get_help (field));
  yc_test_form_type (self, "12");
  yc_test_form_await_text (self, "/meter_account", "12");
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/water_address");
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       yc_form_field_get_error (field));
  yc_test_take_picture ("form-error");
  yc_test_form_go_to (self, "/meter_account");
  yc_test_form_type (self, "12345678");
  yc_test_form_await_text (self, "/meter_account", "12345678");
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_choices (YcTestForm    *self,
              gconstpointer  data)
{
  yc_test_form_go_to (self, "/has_tenants");
  yc_test_form_press (self, "2");
  yc_test_form_await_text (self, "/has_tenants", "No");
  yc_test_form_press (self, "1");
  yc_test_form_await_text (self, "/has_tenants", "Yes");
  yc_test_form_press (self, "Right");
  yc_test_form_await_text (self, "/has_tenants", "No");
  yc_test_form_press (self, "Left");
  yc_test_form_await_text (self, "/has_tenants", "Yes");
  yc_test_form_press (self, "Delete");
  yc_test_form_await_text (self, "/has_tenants", "");
  yc_test_form_press (self, "1");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/tenants/0/name");
}

static void
test_combo (YcTestForm    *self,
            gconstpointer  data)
{
  yc_test_form_go_to (self, "/relation");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Return");
  yc_test_form_await_text (self, "/relation", "配偶");
  yc_test_form_await_focus (self, "/tenure");
  yc_test_form_go_to (self, "/relation");
  gtk_editable_set_text (GTK_EDITABLE (yc_test_form_get_focus (self)), "其他");
  yc_test_form_press (self, "Return");
  yc_test_form_await_text (self, "/relation", "其他家庭成员");
  yc_test_form_await_focus (self, "/tenure");
  yc_test_form_go_to (self, "/relation");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Escape");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/tenure");
  g_assert_cmpstr (yc_test_form_get_text (self, "/relation"), ==, "其他家庭成员");
}

static void
type_row (YcTestForm    *self,
          const char *name,
          const char *id_number,
          const char *date)
{
  yc_test_form_type (self, name);
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, id_number);
  yc_test_form_press (self, "Tab");
  yc_test_form_type (self, date);
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "1");
  yc_test_form_press (self, "Return");
}

static guint
count_rows (YcTestForm *self)
{
  return g_list_model_get_n_items (yc_form_field_get_rows (yc_test_form_find (self, "/tenants")));
}

static void
test_table (YcTestForm    *self,
            gconstpointer  data)
{
  yc_form_field_set_text (yc_test_form_find (self, "/own_residents"), "3");
  yc_form_field_set_text (yc_test_form_find (self, "/has_tenants"), "true");
  yc_test_form_go_to (self, "/tenants/0/name");
  type_row (self, "zhangsan", "990101198001010019", "20260301");
  yc_test_form_await_focus (self, "/tenants/1/name");
  g_assert_cmpstr (yc_test_form_get_text (self, "/tenants/0/moved_in"), ==, "2026-03-01");
  g_assert_cmpstr (yc_test_form_get_text (self, "/residents"), ==, "4");
  type_row (self, "lisi", "99010119920315002", "2026-08-15");
  yc_test_form_await_focus (self, "/tenants/2/name");
  g_assert_nonnull (yc_form_field_get_error (yc_test_form_find (self, "/tenants/1/id_number")));
  yc_test_take_picture ("form-table");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/reason");
  g_assert_cmpuint (count_rows (self), ==, 2);
  g_assert_cmpstr (yc_test_form_get_text (self, "/residents"), ==, "5");

  yc_test_form_go_to (self, "/tenants/0/id_number");
  yc_test_form_press (self, "ctrl+Delete");
  yc_test_form_await_text (self, "/tenants/0/name", "lisi");
  yc_test_form_await_focus (self, "/tenants/0/id_number");
  g_assert_cmpstr (yc_test_form_get_text (self, "/residents"), ==, "4");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (yc_test_form_get_focus (self)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "租户 1 身份证号");
}

/* An optional table is passed by with one key. */
static void
test_empty_table (YcTestForm    *self,
                  gconstpointer  data)
{
  yc_form_field_set_text (yc_test_form_find (self, "/has_tenants"), "true");
  yc_test_form_go_to (self, "/tenants/0/name");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/reason");
}

static void
test_jump (YcTestForm    *self,
           gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first_error (self->view));
  yc_test_form_await_focus (self, "/meter_account");
  yc_test_take_picture ("form-errors");
  yc_form_field_set_text (yc_test_form_find (self, "/meter_account"), "12345678");
  g_assert_true (yc_form_view_focus_first_error (self->view));
  yc_test_form_await_focus (self, "/water_address");
  g_assert_false (yc_form_view_focus_pointer (self->view, "/nobody"));
  g_assert_false (yc_form_view_focus_pointer (self->view, "/householder"));
}

/* Text that comes from elsewhere shows; text as typed is left alone until the field is left. */
static void
test_texts (YcTestForm    *self,
            gconstpointer  data)
{
  GtkEditable *editable;

  yc_test_form_go_to (self, "/own_residents");
  editable = GTK_EDITABLE (yc_test_form_get_focus (self));
  gtk_editable_set_text (editable, "　３ ");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "　３ ");
  g_assert_cmpstr (yc_test_form_get_text (self, "/residents"), ==, "3");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/has_tenants");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "3");
  yc_form_field_set_text (yc_test_form_find (self, "/own_residents"), "8");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "8");
}

/* Step by step through the fields, back and forth. */
static void
test_undo (YcTestForm    *self,
           gconstpointer  data)
{
  yc_test_form_go_to (self, "/own_residents");
  yc_test_form_type (self, "3");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/has_tenants");
  yc_test_form_press (self, "1");
  yc_test_form_await_text (self, "/has_tenants", "Yes");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/has_tenants", "");
  yc_test_form_go_to (self, "/reason");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/own_residents", "");
  yc_test_form_await_focus (self, "/own_residents");
  yc_test_form_press (self, "ctrl+shift+z");
  yc_test_form_await_text (self, "/own_residents", "3");
  yc_test_form_press (self, "ctrl+shift+z");
  yc_test_form_await_text (self, "/has_tenants", "Yes");
  yc_test_form_await_focus (self, "/has_tenants");
}

static void
test_mark (YcTestForm    *self,
           gconstpointer  data)
{
  yc_form_field_set_text (yc_test_form_find (self, "/has_tenants"), "true");
  yc_form_view_mark (self->view, "/tenants/0/name", "第一位租户姓名与合同不符");
  yc_form_view_mark (self->view, "/meter_account", "户号与账单不符");
  yc_test_form_go_to (self, "/meter_account");
  yc_test_take_picture ("form-mark");
  yc_form_view_mark (self->view, NULL, NULL);
}

static void
test_huge_paste (YcTestForm    *self,
                 gconstpointer  data)
{
  g_autofree char *text = g_strnfill (1 << 20, 'x');

  yc_test_form_go_to (self, "/meter_account");
  gtk_editable_set_text (GTK_EDITABLE (yc_test_form_get_focus (self)), text);
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/water_address");
  g_assert_nonnull (yc_form_field_get_error (yc_test_form_find (self, "/meter_account")));
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "names", WATER, test_names },
    { "enter", WATER, test_enter },
    { "past-end", WATER, test_past_end },
    { "composing", WATER, test_composing },
    { "error", WATER, test_error },
    { "choices", WATER, test_choices },
    { "combo", WATER, test_combo },
    { "table", WATER, test_table },
    { "empty-table", WATER, test_empty_table },
    { "jump", WATER, test_jump },
    { "texts", WATER, test_texts },
    { "huge-paste", WATER, test_huge_paste },
    { "undo", WATER, test_undo },
    { "mark", WATER, test_mark },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
