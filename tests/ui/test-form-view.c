/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of the tiered water price, filled in by key presses. */
#include <adwaita.h>

#include "yc-form-control.h"
#include "yc-form-view.h"
#include "yc-json.h"
#include "yc-test-window.h"
#include "yc-ui.h"

typedef struct
{
  YcForm     *form;
  YcFormView *view;
  GtkWindow  *window;
} Fixture;

static JsonNode *
load (const char *name)
{
  g_autofree char *path = g_build_filename (YC_TEST_FORM, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  node = yc_json_parse (text, (gssize) length, NULL, &error);
  g_assert_no_error (error);
  return node;
}

#define N_LONG 300

static JsonNode *
create_long_schema (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"object\",\"properties\":{");
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  for (guint i = 0; i < N_LONG; i++)
    g_string_append_printf (text, "%s\"f%u\":{\"type\":\"string\",\"title\":\"Field %u\"}",
                            i == 0 ? "" : ",", i, i);
  g_string_append (text, "},\"required\":[\"f299\"]}");
  node = yc_json_parse (text->str, -1, NULL, &error);
  g_assert_no_error (error);
  return node;
}

/* With @data, a long form without a layout. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (JsonNode) schema = data == NULL ? load ("schema.json") : create_long_schema ();
  g_autoptr (JsonNode) layout = data == NULL ? load ("layout.json") : NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->form = yc_form_new (schema, layout, &error);
  g_assert_no_error (error);
  fixture->view = YC_FORM_VIEW (yc_form_view_new ());
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_widget_add_css_class (GTK_WIDGET (fixture->view), "page-work");
  gtk_widget_set_valign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  yc_form_view_set_form (fixture->view, fixture->form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  fixture->window = yc_test_window_new (scroller, 690, 900);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_test_window_destroy (fixture->window);
  g_assert_null (fixture->view);
  g_assert_finalize_object (fixture->form);
}

static YcFormField *
find (Fixture    *fixture,
      const char *pointer)
{
  YcFormField *field = yc_form_find_field (fixture->form, pointer);

  g_assert_nonnull (field);
  return field;
}

static const char *
get_text (Fixture    *fixture,
          const char *pointer)
{
  return yc_form_field_get_text (find (fixture, pointer));
}

/* Waiting */

typedef struct
{
  Fixture    *fixture;
  const char *pointer;
  const char *text;
} Expectation;

static gboolean
has_focus (gpointer data)
{
  Expectation *expected = data;
  YcFormField *field = yc_form_view_get_focus_field (expected->fixture->view);

  return field != NULL && g_str_equal (yc_form_field_get_pointer (field), expected->pointer);
}

static void
await_focus (Fixture    *fixture,
             const char *pointer)
{
  Expectation expected = { fixture, pointer, NULL };

  g_test_message ("The focus shall be on %s", pointer);
  yc_test_iterate_until (has_focus, &expected);
}

static gboolean
has_text (gpointer data)
{
  Expectation *expected = data;
  YcFormField *field = yc_form_find_field (expected->fixture->form, expected->pointer);

  return field != NULL && g_str_equal (yc_form_field_get_text (field), expected->text);
}

static void
await_text (Fixture    *fixture,
            const char *pointer,
            const char *text)
{
  Expectation expected = { fixture, pointer, text };

  g_test_message ("%s shall be “%s”", pointer, text);
  yc_test_iterate_until (has_text, &expected);
}

static void
go_to (Fixture    *fixture,
       const char *pointer)
{
  g_assert_true (yc_form_view_focus_pointer (fixture->view, pointer));
  await_focus (fixture, pointer);
}

/* Types plain characters by key presses. */
static void
type (Fixture    *fixture,
      const char *text)
{
  for (; *text != '\0'; text++)
    {
      char key[] = { *text, '\0' };

      yc_test_press (fixture->window, *text == '-' ? "minus" : key);
    }
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

static void
test_names (Fixture       *fixture,
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

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_FORM);
  yc_form_field_set_text (find (fixture, "/has_tenants"), "true");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GtkAccessible *accessible;

      go_to (fixture, expected[i].pointer);
      accessible = GTK_ACCESSIBLE (get_focus (fixture));
      gtk_test_accessible_assert_role (accessible, expected[i].role);
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           expected[i].label);
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
    }
  yc_test_take_picture ("form-names");
}

static void
test_enter (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first (fixture->view));
  await_focus (fixture, "/meter_account");
  type (fixture, "12345678");
  yc_test_press (fixture->window, "Return");
  await_focus (fixture, "/water_address");
  g_assert_cmpstr (get_text (fixture, "/meter_account"), ==, "12345678");
  yc_test_press (fixture->window, "shift+Return");
  await_focus (fixture, "/meter_account");
  yc_test_press (fixture->window, "KP_Enter");
  await_focus (fixture, "/water_address");
  yc_test_press (fixture->window, "Tab");
  await_focus (fixture, "/relation");
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
test_past_end (Fixture       *fixture,
               gconstpointer  data)
{
  gboolean past_end = FALSE;

  g_signal_connect (fixture->view, "past-end", G_CALLBACK (past_end_cb), &past_end);
  go_to (fixture, "/phone");
  yc_test_press (fixture->window, "Return");
  yc_test_iterate_until (is_set, &past_end);
}

/* Ctrl+Shift+U composes by code point: Enter then belongs to the input method. */
static void
test_composing (Fixture       *fixture,
                gconstpointer  data)
{
  go_to (fixture, "/water_address");
  yc_test_press (fixture->window, "ctrl+shift+u");
  type (fixture, "4e00");
  yc_test_press (fixture->window, "Return");
  await_text (fixture, "/water_address", "一");
  await_focus (fixture, "/water_address");
  yc_test_press (fixture->window, "Return");
  await_focus (fixture, "/relation");
}

static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  GtkAccessible *accessible;

  go_to (fixture, "/meter_account");
  accessible = GTK_ACCESSIBLE (get_focus (fixture));
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       yc_form_field_get_help (find (fixture, "/meter_account")));
  type (fixture, "12");
  await_text (fixture, "/meter_account", "12");
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  yc_test_press (fixture->window, "Tab");
  await_focus (fixture, "/water_address");
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       yc_form_field_get_error (find (fixture, "/meter_account")));
  yc_test_take_picture ("form-error");
  go_to (fixture, "/meter_account");
  type (fixture, "12345678");
  await_text (fixture, "/meter_account", "12345678");
  gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  go_to (fixture, "/has_tenants");
  yc_test_press (fixture->window, "2");
  await_text (fixture, "/has_tenants", "No");
  yc_test_press (fixture->window, "1");
  await_text (fixture, "/has_tenants", "Yes");
  yc_test_press (fixture->window, "Right");
  await_text (fixture, "/has_tenants", "No");
  yc_test_press (fixture->window, "Left");
  await_text (fixture, "/has_tenants", "Yes");
  yc_test_press (fixture->window, "Delete");
  await_text (fixture, "/has_tenants", "");
  yc_test_press (fixture->window, "1");
  yc_test_press (fixture->window, "Return");
  await_focus (fixture, "/tenants/0/name");
}

static void
test_combo (Fixture       *fixture,
            gconstpointer  data)
{
  go_to (fixture, "/relation");
  yc_test_press (fixture->window, "Down");
  yc_test_press (fixture->window, "Down");
  yc_test_press (fixture->window, "Return");
  await_text (fixture, "/relation", "配偶");
  await_focus (fixture, "/tenure");
  go_to (fixture, "/relation");
  gtk_editable_set_text (GTK_EDITABLE (get_focus (fixture)), "其他");
  yc_test_press (fixture->window, "Return");
  await_text (fixture, "/relation", "其他家庭成员");
  await_focus (fixture, "/tenure");
  go_to (fixture, "/relation");
  yc_test_press (fixture->window, "Down");
  yc_test_press (fixture->window, "Escape");
  yc_test_press (fixture->window, "Tab");
  await_focus (fixture, "/tenure");
  g_assert_cmpstr (get_text (fixture, "/relation"), ==, "其他家庭成员");
}

static void
type_row (Fixture    *fixture,
          const char *name,
          const char *id_number,
          const char *date)
{
  type (fixture, name);
  yc_test_press (fixture->window, "Return");
  type (fixture, id_number);
  yc_test_press (fixture->window, "Tab");
  type (fixture, date);
  yc_test_press (fixture->window, "Return");
  type (fixture, "1");
  yc_test_press (fixture->window, "Return");
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (yc_form_field_get_rows (find (fixture, "/tenants")));
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  yc_form_field_set_text (find (fixture, "/own_residents"), "3");
  yc_form_field_set_text (find (fixture, "/has_tenants"), "true");
  go_to (fixture, "/tenants/0/name");
  type_row (fixture, "zhangsan", "990101198001010019", "20260301");
  await_focus (fixture, "/tenants/1/name");
  g_assert_cmpstr (get_text (fixture, "/tenants/0/moved_in"), ==, "2026-03-01");
  g_assert_cmpstr (get_text (fixture, "/residents"), ==, "4");
  type_row (fixture, "lisi", "99010119920315002", "2026-08-15");
  await_focus (fixture, "/tenants/2/name");
  g_assert_nonnull (yc_form_field_get_error (find (fixture, "/tenants/1/id_number")));
  yc_test_take_picture ("form-table");
  yc_test_press (fixture->window, "Return");
  await_focus (fixture, "/reason");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_cmpstr (get_text (fixture, "/residents"), ==, "5");

  go_to (fixture, "/tenants/0/id_number");
  yc_test_press (fixture->window, "ctrl+Delete");
  await_text (fixture, "/tenants/0/name", "lisi");
  await_focus (fixture, "/tenants/0/id_number");
  g_assert_cmpstr (get_text (fixture, "/residents"), ==, "4");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_focus (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "租户 1 身份证号");
}

/* An optional table is passed by with one key. */
static void
test_empty_table (Fixture       *fixture,
                  gconstpointer  data)
{
  yc_form_field_set_text (find (fixture, "/has_tenants"), "true");
  go_to (fixture, "/tenants/0/name");
  yc_test_press (fixture->window, "Return");
  await_focus (fixture, "/reason");
}

static void
test_jump (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first_error (fixture->view));
  await_focus (fixture, "/meter_account");
  yc_test_take_picture ("form-errors");
  yc_form_field_set_text (find (fixture, "/meter_account"), "12345678");
  g_assert_true (yc_form_view_focus_first_error (fixture->view));
  await_focus (fixture, "/water_address");
  g_assert_false (yc_form_view_focus_pointer (fixture->view, "/nobody"));
  g_assert_false (yc_form_view_focus_pointer (fixture->view, "/householder"));
}

/* Text that comes from elsewhere shows; text as typed is left alone until the field is left. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkEditable *editable;

  go_to (fixture, "/own_residents");
  editable = GTK_EDITABLE (get_focus (fixture));
  gtk_editable_set_text (editable, "　３ ");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "　３ ");
  g_assert_cmpstr (get_text (fixture, "/residents"), ==, "3");
  yc_test_press (fixture->window, "Tab");
  await_focus (fixture, "/has_tenants");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "3");
  yc_form_field_set_text (find (fixture, "/own_residents"), "8");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "8");
}

/* Step by step through the fields, back and forth. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  go_to (fixture, "/own_residents");
  type (fixture, "3");
  yc_test_press (fixture->window, "Return");
  await_focus (fixture, "/has_tenants");
  yc_test_press (fixture->window, "1");
  await_text (fixture, "/has_tenants", "Yes");
  yc_test_press (fixture->window, "ctrl+z");
  await_text (fixture, "/has_tenants", "");
  go_to (fixture, "/reason");
  yc_test_press (fixture->window, "ctrl+z");
  await_text (fixture, "/own_residents", "");
  await_focus (fixture, "/own_residents");
  yc_test_press (fixture->window, "ctrl+shift+z");
  await_text (fixture, "/own_residents", "3");
  yc_test_press (fixture->window, "ctrl+shift+z");
  await_text (fixture, "/has_tenants", "Yes");
  await_focus (fixture, "/has_tenants");
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  yc_form_field_set_text (find (fixture, "/has_tenants"), "true");
  yc_form_view_mark (fixture->view, "/tenants/0/name", "第一位租户姓名与合同不符");
  yc_form_view_mark (fixture->view, "/meter_account", "户号与账单不符");
  go_to (fixture, "/meter_account");
  yc_test_take_picture ("form-mark");
  yc_form_view_mark (fixture->view, NULL, NULL);
}

static guint
count_filled (GtkWidget *root)
{
  guint n = YC_IS_FORM_CONTROL (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_filled (child);
  return n;
}

/* Whether the control with the focus is wholly on screen. */
static gboolean
is_focus_in_view (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *control = gtk_widget_get_ancestor (get_focus (fixture), YC_TYPE_FORM_CONTROL);
  GtkWidget *viewport =
      gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (control, viewport, &bounds) && bounds.size.height > 0 &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (viewport) + 0.5f;
}

/* Whether there is a control at the top left of the screen. */
static gboolean
is_view_filled (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (fixture->window), 100, 100, GTK_PICK_DEFAULT);

  return at != NULL && gtk_widget_get_ancestor (at, YC_TYPE_FORM_CONTROL) != NULL;
}

/* Of a long form only what is near the view is there, and everything can be reached. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  g_test_message ("%u of %u fields are there", count_filled (GTK_WIDGET (fixture->view)), N_LONG);
  g_assert_cmpuint (count_filled (GTK_WIDGET (fixture->view)), <, N_LONG / 2);
  go_to (fixture, "/f40");
  yc_test_press (fixture->window, "Tab");
  await_focus (fixture, "/f41");
  g_assert_true (yc_form_view_focus_first_error (fixture->view));
  await_focus (fixture, "/f299");
  yc_test_iterate_until (is_focus_in_view, fixture);
  yc_test_iterate_until (is_view_filled, fixture);
  yc_test_take_picture ("form-long");
  yc_test_press (fixture->window, "shift+Return");
  await_focus (fixture, "/f298");
  yc_test_press (fixture->window, "shift+Tab");
  await_focus (fixture, "/f297");
  g_assert_cmpuint (count_filled (GTK_WIDGET (fixture->view)), <, N_LONG);
}

static void
test_huge_paste (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = g_strnfill (1 << 20, 'x');

  go_to (fixture, "/meter_account");
  gtk_editable_set_text (GTK_EDITABLE (get_focus (fixture)), text);
  yc_test_press (fixture->window, "Return");
  await_focus (fixture, "/water_address");
  g_assert_nonnull (yc_form_field_get_error (find (fixture, "/meter_account")));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "names", test_names },     { "enter", test_enter },
    { "past-end", test_past_end }, { "composing", test_composing },
    { "error", test_error },     { "choices", test_choices },
    { "combo", test_combo },     { "table", test_table },
    { "empty-table", test_empty_table }, { "jump", test_jump },
    { "texts", test_texts },     { "huge-paste", test_huge_paste },
    { "undo", test_undo },       { "mark", test_mark },
  };

  g_test_init (&argc, &argv, NULL);
  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/form-view/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  g_test_add ("/ui/form-view/long", Fixture, "long", set_up, test_long, tear_down);
  return g_test_run ();
}
