/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form with every kind of editor, filled in by key presses. */
#include <adwaita.h>

#include "yc-form-control.h"
#include "yc-form-view.h"
#include "yc-json.h"
#include "yc-place-tree.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#define ID_NUMBER "99010119800101009X"

typedef struct
{
  YcForm     *form;
  YcFormView *view;
  GtkWindow  *window;
} Fixture;

/* Every field of the layout that Tab stops at, in its order. */
static const char *const ORDER[] = {
  "/name", "/id_number", "/mobile", "/uscc", "/birth", "/at", "/opens", "/money", "/area",
  "/floors", "/sex", "/married", "/relation", "/country", "/purpose", "/old", "/notify", "/rooms",
  "/services", "/languages", "/place", "/secret", "/pin", "/nickname", "/declared",
  "/reason",
};

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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (JsonNode) schema = load ("schema.json");
  g_autoptr (JsonNode) layout = load ("layout.json");
  g_autoptr (YcFormPlaces) places = yc_place_tree_new_sample ();
  g_autoptr (GError) error = NULL;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->form = yc_form_new (schema, layout, &error);
  g_assert_no_error (error);
  fixture->view = YC_FORM_VIEW (yc_form_view_new ());
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_widget_add_css_class (GTK_WIDGET (fixture->view), "step-body");
  gtk_widget_set_valign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  yc_form_places_provide (places, GTK_WIDGET (fixture->view));
  yc_form_view_set_form (fixture->view, fixture->form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  fixture->window = yc_test_window_new (scroller, 690, 700);
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

static GtkWidget *
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
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

  return g_str_equal (yc_form_field_get_text (find (expected->fixture, expected->pointer)),
                      expected->text);
}

static void
await_text (Fixture    *fixture,
            const char *pointer,
            const char *text)
{
  Expectation expected = { fixture, pointer, text };

  g_test_message ("%s shall be “%s”, is “%s”", pointer, text,
                  yc_form_field_get_text (find (fixture, pointer)));
  yc_test_iterate_until (has_text, &expected);
}

static gboolean
has_value (gpointer data)
{
  Expectation *expected = data;
  JsonNode *value = yc_form_field_get_value (find (expected->fixture, expected->pointer));
  g_autofree char *text = value == NULL ? g_strdup ("") : yc_json_write (value);

  return g_str_equal (text, expected->text);
}

static void
await_value (Fixture    *fixture,
             const char *pointer,
             const char *json)
{
  Expectation expected = { fixture, pointer, json };

  g_test_message ("%s shall be %s, its text is “%s”", pointer, json,
                  yc_form_field_get_text (find (fixture, pointer)));
  yc_test_iterate_until (has_value, &expected);
}

static gboolean
shows (gpointer data)
{
  Expectation *expected = data;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (expected->pointer)), expected->text);
}

static void
await_shown (GtkWidget  *entry,
             const char *text)
{
  Expectation expected = { NULL, (const char *) entry, text };

  g_test_message ("The entry shall show “%s”, shows “%s”", text,
                  gtk_editable_get_text (GTK_EDITABLE (entry)));
  yc_test_iterate_until (shows, &expected);
}

/* Whether the editor with the focus is wholly on screen. */
static gboolean
is_focus_in_view (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (get_focus (fixture), viewport, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (viewport) + 0.5f;
}

static void
go_to (Fixture    *fixture,
       const char *pointer)
{
  g_assert_true (yc_form_view_focus_pointer (fixture->view, pointer));
  await_focus (fixture, pointer);
  yc_test_iterate_until (is_focus_in_view, fixture);
}

static void
press (Fixture    *fixture,
       const char *keys)
{
  yc_test_press (fixture->window, keys);
}

/* Types plain characters by key presses. */
static void
type (Fixture    *fixture,
      const char *text)
{
  for (; *text != '\0'; text++)
    {
      char key[] = { *text, '\0' };

      press (fixture, *text == '-' ? "minus" : *text == ' ' ? "space" : *text == '.' ? "period" : key);
    }
}

/* What an editor says below the field. */
static GtkWidget *
find_words (Fixture    *fixture,
            const char *words)
{
  return yc_test_find_label (GTK_WIDGET (fixture->view), words);
}

static gboolean
says (gpointer data)
{
  Expectation *expected = data;

  return find_words (expected->fixture, expected->text) != NULL;
}

static void
await_words (Fixture    *fixture,
             const char *words)
{
  Expectation expected = { fixture, NULL, words };

  g_test_message ("“%s” shall be on screen", words);
  yc_test_iterate_until (says, &expected);
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  gsize n = G_N_ELEMENTS (ORDER);

  go_to (fixture, ORDER[0]);
  for (gsize i = 1; i < n; i++)
    {
      press (fixture, i % 2 == 1 ? "Tab" : "Return");
      await_focus (fixture, ORDER[i]);
    }
  /* Enter makes a line in the last one. */
  for (gsize i = n - 1; i > 0; i--)
    {
      press (fixture, (n - i) % 2 == 1 ? "shift+Tab" : "shift+Return");
      await_focus (fixture, ORDER[i - 1]);
    }
  /* Nothing was filled in by walking past it. */
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (yc_form_field_get_text (find (fixture, ORDER[i])), ==, "");
}

/* Each editor says what is asked, whether it must be answered and whether it is wrong. */
static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      YcFormField *field = find (fixture, ORDER[i]);
      GtkAccessible *accessible;

      go_to (fixture, ORDER[i]);
      accessible = GTK_ACCESSIBLE (get_focus (fixture));
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           yc_form_field_get_title (field));
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                           yc_form_field_get_required (field));
      if (i == 0)
        continue;
      press (fixture, "shift+Tab");
      await_focus (fixture, ORDER[i - 1]);
      if (yc_form_field_get_required (field))
        gtk_test_accessible_assert_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                          GTK_ACCESSIBLE_INVALID_TRUE);
    }
}

static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *entry;

  go_to (fixture, "/id_number");
  entry = get_focus (fixture);
  type (fixture, "99010119800101009x");
  await_shown (entry, "99010119800101009x");
  press (fixture, "Tab");
  await_text (fixture, "/id_number", ID_NUMBER);
  await_shown (entry, "990101 1980 0101 009X");
  g_assert_null (yc_form_field_get_error (find (fixture, "/id_number")));
  press (fixture, "shift+Tab");
  await_shown (entry, ID_NUMBER);
  go_to (fixture, "/mobile");
  entry = get_focus (fixture);
  type (fixture, "138-0013-8000");
  press (fixture, "Return");
  await_text (fixture, "/mobile", "13800138000");
  await_shown (entry, "138 0013 8000");
  type (fixture, "91350100m000100y43");
  press (fixture, "Return");
  await_text (fixture, "/uscc", "91350100M000100Y43");
  /* Nothing else was filled in. */
  g_assert_cmpstr (yc_form_field_get_text (find (fixture, "/birth")), ==, "");
}

/* What is not valid stays on screen and in the data. */
static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *entry;

  go_to (fixture, "/id_number");
  entry = get_focus (fixture);
  type (fixture, "990101198001010011");
  press (fixture, "Tab");
  await_focus (fixture, "/mobile");
  await_value (fixture, "/id_number", "\"990101198001010011\"");
  g_assert_nonnull (yc_form_field_get_error (find (fixture, "/id_number")));
  await_shown (entry, "990101 1980 0101 0011");
  go_to (fixture, "/money");
  entry = get_focus (fixture);
  type (fixture, "12.345");
  press (fixture, "Tab");
  await_focus (fixture, "/area");
  await_value (fixture, "/money", "\"12.345\"");
  await_shown (entry, "12.345");
  g_assert_nonnull (yc_form_field_get_error (find (fixture, "/money")));
  yc_test_take_picture ("editors-invalid");
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  go_to (fixture, "/birth");
  type (fixture, "20261122");
  press (fixture, "Return");
  await_focus (fixture, "/at");
  await_text (fixture, "/birth", "2026-11-22");
  press (fixture, "shift+Return");
  await_focus (fixture, "/birth");
  press (fixture, "Down");
  press (fixture, "Right");
  await_text (fixture, "/birth", "2026-11-23");
  press (fixture, "Down");
  press (fixture, "Page_Down");
  await_text (fixture, "/birth", "2026-12-30");
  yc_test_take_picture ("editors-calendar");
  press (fixture, "Escape");
  await_text (fixture, "/birth", "2026-11-22");
  press (fixture, "Down");
  press (fixture, "Left");
  press (fixture, "Return");
  await_focus (fixture, "/at");
  await_text (fixture, "/birth", "2026-11-21");
  type (fixture, "2026-11-22 1430");
  press (fixture, "Return");
  await_focus (fixture, "/opens");
  await_value (fixture, "/at", "\"2026-11-22T14:30:00+08:00\"");
  await_text (fixture, "/at", "2026-11-22 14:30");
  type (fixture, "830");
  press (fixture, "Return");
  await_value (fixture, "/opens", "\"08:30:00+08:00\"");
  await_text (fixture, "/opens", "08:30");
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *entry;

  go_to (fixture, "/money");
  entry = get_focus (fixture);
  type (fixture, "1234.5");
  await_shown (entry, "1234.5");
  press (fixture, "Return");
  await_focus (fixture, "/area");
  await_value (fixture, "/money", "123450");
  await_shown (entry, "1,234.50");
  g_assert_nonnull (find_words (fixture, "壹仟贰佰叁拾肆元伍角整"));
}

/* Characters, pinyin, initials; numbers where there are few. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  go_to (fixture, "/country");
  type (fixture, "xjp");
  press (fixture, "Return");
  await_focus (fixture, "/purpose");
  await_value (fixture, "/country", "\"SGP\"");
  go_to (fixture, "/country");
  type (fixture, "zhongguo");
  yc_test_take_picture ("editors-search");
  press (fixture, "Down");
  press (fixture, "Tab");
  await_focus (fixture, "/purpose");
  await_value (fixture, "/country", "\"HKG\"");
  go_to (fixture, "/country");
  gtk_editable_set_text (GTK_EDITABLE (get_focus (fixture)), "加");
  press (fixture, "Return");
  await_value (fixture, "/country", "\"CAN\"");
  go_to (fixture, "/country");
  type (fixture, "zzz");
  press (fixture, "Tab");
  await_focus (fixture, "/purpose");
  await_value (fixture, "/country", "\"zzz\"");
  go_to (fixture, "/relation");
  type (fixture, "2");
  press (fixture, "Return");
  await_focus (fixture, "/country");
  await_text (fixture, "/relation", "配偶");
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  go_to (fixture, "/purpose");
  press (fixture, "3");
  await_text (fixture, "/purpose", "商铺");
  press (fixture, "Down");
  await_text (fixture, "/purpose", "厂房");
  press (fixture, "Delete");
  await_text (fixture, "/purpose", "");
  go_to (fixture, "/services");
  press (fixture, "1");
  press (fixture, "3");
  await_value (fixture, "/services", "[\"供水\",\"燃气\"]");
  press (fixture, "1");
  await_value (fixture, "/services", "[\"燃气\"]");
  press (fixture, "Right");
  press (fixture, "space");
  await_value (fixture, "/services", "[\"供电\",\"燃气\"]");
  yc_test_take_picture ("editors-checks");
  press (fixture, "Return");
  await_focus (fixture, "/languages");
}

static void
test_picks (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *entry;

  go_to (fixture, "/languages");
  entry = get_focus (fixture);
  type (fixture, "yue");
  press (fixture, "Return");
  await_value (fixture, "/languages", "[\"粤语\"]");
  await_shown (entry, "");
  type (fixture, "yingyu");
  press (fixture, "Return");
  await_value (fixture, "/languages", "[\"粤语\",\"英语\"]");
  press (fixture, "Down");
  press (fixture, "space");
  await_value (fixture, "/languages", "[\"普通话\",\"粤语\",\"英语\"]");
  yc_test_take_picture ("editors-picks");
  press (fixture, "Escape");
  press (fixture, "BackSpace");
  await_value (fixture, "/languages", "[\"普通话\",\"粤语\"]");
  press (fixture, "Return");
  await_focus (fixture, "/place");
}

static void
test_switches (Fixture       *fixture,
               gconstpointer  data)
{
  go_to (fixture, "/notify");
  press (fixture, "2");
  await_value (fixture, "/notify", "false");
  press (fixture, "space");
  await_value (fixture, "/notify", "true");
  press (fixture, "Delete");
  await_value (fixture, "/notify", "");
  press (fixture, "1");
  press (fixture, "Return");
  await_focus (fixture, "/rooms");
  await_value (fixture, "/notify", "true");
  type (fixture, "12");
  await_value (fixture, "/rooms", "12");
  press (fixture, "Right");
  await_value (fixture, "/rooms", "13");
  type (fixture, "9");
  await_value (fixture, "/rooms", "9");
  press (fixture, "Delete");
  await_value (fixture, "/rooms", "");
  press (fixture, "Left");
  press (fixture, "Return");
  await_focus (fixture, "/services");
  go_to (fixture, "/declared");
  press (fixture, "2");
  press (fixture, "1");
  await_value (fixture, "/declared", "true");
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *entry;

  go_to (fixture, "/place");
  entry = get_focus (fixture);
  type (fixture, "dongcheng qs");
  yc_test_take_picture ("editors-place-found");
  press (fixture, "Return");
  await_focus (fixture, "/secret");
  await_value (fixture, "/place", "\"441900003901\"");
  await_shown (entry, "广东省 东莞市 东城街道 青松社区（样例）");
  g_assert_null (yc_form_field_get_error (find (fixture, "/place")));
  go_to (fixture, "/place");
  press (fixture, "Down");
  press (fixture, "Down");
  await_value (fixture, "/place", "\"441900003902\"");
  press (fixture, "Left");
  await_value (fixture, "/place", "\"441900003\"");
  press (fixture, "Down");
  await_shown (entry, "广东省 东莞市 南城街道");
  yc_test_take_picture ("editors-place");
  press (fixture, "Escape");
  await_value (fixture, "/place", "\"441900003901\"");
  press (fixture, "Down");
  press (fixture, "Left");
  press (fixture, "Left");
  press (fixture, "Left");
  await_shown (entry, "广东省");
  press (fixture, "Right");
  await_shown (entry, "广东省 广州市");
  press (fixture, "Return");
  await_focus (fixture, "/secret");
  await_value (fixture, "/place", "\"440100\"");
  /* The code itself may be typed, and what is no place stays. */
  go_to (fixture, "/place");
  type (fixture, "440106");
  await_shown (entry, "440106");
  press (fixture, "Tab");
  await_shown (entry, "广东省 广州市 天河区");
  go_to (fixture, "/place");
  type (fixture, "vvv");
  press (fixture, "Tab");
  await_focus (fixture, "/secret");
  await_value (fixture, "/place", "\"vvv\"");
  await_shown (entry, "vvv");
}

static void
test_secret (Fixture       *fixture,
             gconstpointer  data)
{
  go_to (fixture, "/secret");
  type (fixture, "abc123");
  await_value (fixture, "/secret", "\"abc123\"");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (get_focus (fixture))));
  go_to (fixture, "/pin");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (get_focus (fixture))));
}

/* Where a value is from, and that it was changed by hand. */
static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (JsonNode) value = yc_json_string_node (ID_NUMBER);
  g_autoptr (GError) error = NULL;

  yc_form_autofill (fixture->form, "/id_number", value, "证照库", &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_words (fixture, "证照库"));
  go_to (fixture, "/id_number");
  press (fixture, "End");
  press (fixture, "BackSpace");
  await_text (fixture, "/id_number", "99010119800101009");
  g_assert_null (find_words (fixture, "证照库"));
  g_assert_nonnull (find_words (fixture, "Changed by hand"));
}

/* An answer without text can be taken back with the mouse as well, if it may be missing. */
static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *clear;

  go_to (fixture, "/old");
  g_assert_null (yc_test_find_button (GTK_WIDGET (fixture->view), "Clear"));
  press (fixture, "2");
  await_text (fixture, "/old", "已婚");
  clear = yc_test_find_button (GTK_WIDGET (fixture->view), "Clear");
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  await_value (fixture, "/old", "");
  go_to (fixture, "/married");
  press (fixture, "1");
  await_text (fixture, "/married", "Yes");
  g_assert_false (gtk_widget_get_visible (clear));
}

static int
get_height (Fixture *fixture)
{
  GtkWidget *control = gtk_widget_get_ancestor (get_focus (fixture), YC_TYPE_FORM_CONTROL);
  int height;

  gtk_widget_measure (control, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  return height;
}

/* Help, an error and a source come and go without moving anything. */
static void
test_steady (Fixture       *fixture,
             gconstpointer  data)
{
  int height;

  go_to (fixture, "/id_number");
  height = get_height (fixture);
  type (fixture, "12");
  press (fixture, "Tab");
  await_focus (fixture, "/mobile");
  g_assert_nonnull (yc_form_field_get_error (find (fixture, "/id_number")));
  go_to (fixture, "/id_number");
  g_assert_cmpint (get_height (fixture), ==, height);
  yc_form_field_set_source (find (fixture, "/id_number"), "证照库");
  g_assert_cmpint (get_height (fixture), ==, height);
}

static void
fill (Fixture *fixture)
{
  g_autoptr (JsonNode) filled = load ("data.json");
  g_autoptr (GError) error = NULL;

  yc_form_set_data (fixture->form, filled, &error);
  g_assert_no_error (error);
}

/* What cannot be changed is read, places by their names and secrets not at all. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const words[] = {
    "广东省 东莞市 东城街道 青松社区（样例）", "••••", "新加坡", "1,234,500.50", "08:30",
    "2026-11-22 14:30",
  };

  fill (fixture);
  yc_form_set_read_only (fixture->form, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    await_words (fixture, words[i]);
  g_assert_null (find_words (fixture, "abc123"));
  yc_test_take_picture ("editors-read-only");
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const stops[] = { "/name", "/purpose", "/reason" };

  fill (fixture);
  g_assert_true (yc_form_get_is_valid (fixture->form));
  /* What a value tells is said of one that comes from elsewhere, too. */
  await_words (fixture, "Male, born 1980-01-01");
  await_words (fixture, "Sunday");
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autofree char *name = g_strdup_printf ("editors-%" G_GSIZE_FORMAT, i + 1);

      go_to (fixture, stops[i]);
      yc_test_take_picture (name);
    }
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
    { "walk", test_walk },         { "accessible", test_accessible },
    { "numbers", test_numbers },   { "invalid", test_invalid },
    { "dates", test_dates },       { "money", test_money },
    { "search", test_search },     { "choices", test_choices },
    { "picks", test_picks },       { "switches", test_switches },
    { "place", test_place },       { "secret", test_secret },
    { "source", test_source },     { "clear", test_clear },
    { "steady", test_steady },     { "read-only", test_read_only },
    { "pictures", test_pictures },
  };

  g_test_init (&argc, &argv, NULL);
  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/form-editors/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
