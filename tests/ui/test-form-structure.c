/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, rows and lists of a form, worked by key presses. */
#include <adwaita.h>
#include <locale.h>

#include "yc-form-errors.h"
#include "yc-form-view.h"
#include "yc-json.h"
#include "yc-test-window.h"
#include "yc-ui.h"

typedef struct
{
  YcForm       *form;
  YcFormView   *view;
  YcFormErrors *errors;
  GtkWindow    *window;
} Fixture;

static JsonNode *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (YC_TEST_FORMS, folder, name, NULL);
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
go_cb (YcFormView *view,
       const char *pointer)
{
  g_assert_true (yc_form_view_focus_pointer (view, pointer));
}

/* The form, and below it the list of what is missing and wrong. */
static GtkWidget *
create_content (Fixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->view = YC_FORM_VIEW (yc_form_view_new ());
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_widget_add_css_class (GTK_WIDGET (fixture->view), "page-work");
  gtk_widget_set_valign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  yc_form_view_set_form (fixture->view, fixture->form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  fixture->errors = YC_FORM_ERRORS (yc_form_errors_new ());
  yc_form_errors_set_form (fixture->errors, fixture->form);
  g_signal_connect_swapped (fixture->errors, "go", G_CALLBACK (go_cb), fixture->view);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->errors));
  return box;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  folder)
{
  g_autoptr (JsonNode) schema = load (folder, "schema.json");
  g_autoptr (JsonNode) layout = load (folder, "layout.json");
  g_autoptr (GError) error = NULL;
  const char *width = g_getenv ("YC_TEST_WIDTH");

  fixture->form = yc_form_new (schema, layout, &error);
  g_assert_no_error (error);
  fixture->window = yc_test_window_new (create_content (fixture),
                                        width == NULL ? 690 : atoi (width), 700);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_test_window_destroy (fixture->window);
  g_assert_null (fixture->view);
  g_assert_finalize_object (fixture->form);
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
is_on_screen (gpointer data)
{
  Expectation *expected = data;
  GtkWidget *focus = gtk_window_get_focus (expected->fixture->window);

  return focus != NULL && gtk_widget_get_mapped (focus);
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

static gboolean
has_words (gpointer data)
{
  Expectation *expected = data;

  return yc_test_find_label (GTK_WIDGET (expected->fixture->window), expected->text) != NULL;
}

/* English words with numbers and names in them: in another language, as for pictures, there are
 * others. */
static void
await_words (Fixture    *fixture,
             const char *words)
{
  Expectation expected = { fixture, NULL, words };

  if (!g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C"))
    return;

  g_test_message ("“%s” shall be on screen", words);
  yc_test_iterate_until (has_words, &expected);
}

static void
go_to (Fixture    *fixture,
       const char *pointer)
{
  Expectation expected = { fixture, pointer, NULL };

  g_assert_true (yc_form_view_focus_pointer (fixture->view, pointer));
  await_focus (fixture, pointer);
  yc_test_iterate_until (is_on_screen, &expected);
}

static void
press (Fixture    *fixture,
       const char *keys)
{
  yc_test_press (fixture->window, keys);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  for (; *text != '\0'; text++)
    {
      char key[] = { *text, '\0' };

      press (fixture, key);
    }
}

static void
fill_devices (Fixture *fixture)
{
  static const char *const names[] = { "pump", "valve", "meter" };

  go_to (fixture, "/devices/0/name");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/devices/%u/name", (guint) i);

      await_focus (fixture, pointer);
      type (fixture, names[i]);
      press (fixture, "Return");
      press (fixture, "Return");
      type (fixture, "2");
      press (fixture, "Return");
    }
  await_focus (fixture, "/devices/3/name");
}

/* Rows of a table */

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  fill_devices (fixture);
  go_to (fixture, "/devices/2/count");
  press (fixture, "alt+Up");
  await_text (fixture, "/devices/1/name", "meter");
  await_focus (fixture, "/devices/1/count");
  press (fixture, "alt+Up");
  press (fixture, "alt+Up");
  await_focus (fixture, "/devices/0/count");
  press (fixture, "alt+Down");
  await_text (fixture, "/devices/0/name", "pump");
  await_focus (fixture, "/devices/1/count");
  /* Not past the empty row. */
  press (fixture, "alt+Down");
  press (fixture, "alt+Down");
  await_focus (fixture, "/devices/2/count");
  await_text (fixture, "/devices/2/name", "meter");
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  fill_devices (fixture);
  go_to (fixture, "/devices/0/name");
  press (fixture, "ctrl+d");
  await_text (fixture, "/devices/1/name", "pump");
  await_text (fixture, "/devices/1/count", "2");
  await_text (fixture, "/devices/3/name", "meter");
  await_focus (fixture, "/devices/1/name");
  await_words (fixture, "4 rows at most, full");
  yc_test_take_picture ("structure-table");
  press (fixture, "ctrl+z");
  await_text (fixture, "/devices/1/name", "valve");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  fill_devices (fixture);
  go_to (fixture, "/devices/1/name");
  press (fixture, "ctrl+Delete");
  await_text (fixture, "/devices/1/name", "meter");
  await_focus (fixture, "/devices/1/name");
  await_words (fixture, "Undo (Ctrl+Z)");
  yc_test_take_picture ("structure-removed");
  press (fixture, "ctrl+z");
  await_text (fixture, "/devices/1/name", "valve");
  await_text (fixture, "/devices/2/name", "meter");
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  go_to (fixture, "/devices/0/name");
  type (fixture, "pump");
  press (fixture, "alt+Insert");
  await_focus (fixture, "/devices/1/name");
  press (fixture, "alt+Insert");
  await_focus (fixture, "/devices/1/name");
  await_words (fixture, "2 to 4 rows");
}

/* By the mouse: from the number of a row onto another row. */

static GtkWidget *
find_number (GtkWidget  *root,
             const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "row-number") &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_number (child, text);
  return found;
}

static void
point_at (GtkWidget  *widget,
          int         dy,
          const char *then)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_point_t place;
  g_autofree char *x = NULL, *y = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_compute_point (widget, window, &GRAPHENE_POINT_INIT (10, 15), &place));
  x = g_strdup_printf ("%d", (int) place.x);
  y = g_strdup_printf ("%d", (int) place.y + dy);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "mousemove", "--sync", x,
                              y, then, then == NULL ? NULL : "1", NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_laid_out (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_width (find_number (GTK_WIDGET (fixture->view), "3")) > 0;
}

/* A hand is never still; after each move the window has its turn. */
static gboolean
is_dragged_over (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *view = GTK_WIDGET (fixture->view);
  static int dy;

  dy = dy == 0 ? 2 : 0;
  point_at (find_number (view, "1"), dy, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return yc_test_find_widget (view, "drop-above") != NULL;
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  fill_devices (fixture);
  yc_test_iterate_until (is_laid_out, fixture);
  point_at (find_number (view, "3"), 0, "mousedown");
  yc_test_iterate_until (is_dragged_over, fixture);
  yc_test_take_picture ("structure-drag");
  point_at (find_number (view, "1"), 1, "mouseup");
  await_text (fixture, "/devices/0/name", "meter");
  await_text (fixture, "/devices/1/name", "pump");
  go_to (fixture, "/devices/3/name");
  type (fixture, "hose");
  await_text (fixture, "/devices/3/name", "hose");
}

/* A list and what is chosen in it */

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  go_to (fixture, "/sites/0/place");
  type (fixture, "east");
  press (fixture, "Return");
  type (fixture, "12");
  await_words (fixture, "1 east");
  press (fixture, "alt+Insert");
  await_focus (fixture, "/sites/1/place");
  await_words (fixture, "2 (empty)");
  type (fixture, "west");
  await_words (fixture, "2 west");
  press (fixture, "alt+Up");
  await_text (fixture, "/sites/0/place", "west");
  await_focus (fixture, "/sites/0/place");
  press (fixture, "ctrl+d");
  await_text (fixture, "/sites/1/place", "west");
  await_text (fixture, "/sites/2/place", "east");
  await_focus (fixture, "/sites/1/place");
  yc_test_take_picture ("structure-list");
  press (fixture, "ctrl+Delete");
  await_text (fixture, "/sites/1/place", "east");
  press (fixture, "ctrl+z");
  await_text (fixture, "/sites/2/place", "east");
}

/* Enter walks through the rows of a list, and Ctrl+Z comes back to where something was. */
static void
test_list_walk (Fixture       *fixture,
                gconstpointer  data)
{
  go_to (fixture, "/sites/0/place");
  type (fixture, "east");
  press (fixture, "alt+Insert");
  await_focus (fixture, "/sites/1/place");
  type (fixture, "west");
  await_text (fixture, "/sites/1/place", "west");
  press (fixture, "shift+Return");
  await_focus (fixture, "/sites/0/place");
  g_assert_true (yc_form_view_focus_pointer (fixture->view, "/sites/1"));
  await_focus (fixture, "/sites/1/place");
  go_to (fixture, "/project");
  press (fixture, "ctrl+z");
  await_focus (fixture, "/sites/0/place");
  await_text (fixture, "/sites/0/place", "east");
  press (fixture, "ctrl+shift+z");
  await_text (fixture, "/sites/1/place", "west");
  await_focus (fixture, "/sites/1/place");
}

/* Pages */

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first (fixture->view));
  await_focus (fixture, "/project");
  await_words (fixture, "2 missing");
  yc_test_take_picture ("structure-pages");
  type (fixture, "water");
  press (fixture, "Return");
  type (fixture, "li");
  await_words (fixture, "complete");
  press (fixture, "Return");
  type (fixture, "0");
  press (fixture, "ctrl+Page_Down");
  await_focus (fixture, "/devices/0/name");
  await_words (fixture, "1 wrong");
  yc_test_take_picture ("structure-pages-wrong");
  press (fixture, "ctrl+Page_Down");
  await_focus (fixture, "/purpose");
  yc_test_take_picture ("structure-steps");
  press (fixture, "ctrl+Page_Down");
  await_focus (fixture, "/water");
  press (fixture, "ctrl+Page_Up");
  await_focus (fixture, "/purpose");
  press (fixture, "ctrl+Page_Up");
  await_focus (fixture, "/devices/0/name");
}

/* Of a long form the other pages are not built before one turns to them. */
static void
test_long_pages (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const first[] = { "/project_name", "/land_way", "/build_stage", "/eia_kind",
                                       "/fire_class" };

  g_assert_true (yc_form_view_focus_first (fixture->view));
  await_focus (fixture, "/company_name");
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      press (fixture, "ctrl+Page_Down");
      await_focus (fixture, first[i]);
    }
  press (fixture, "ctrl+Page_Up");
  await_focus (fixture, "/eia_kind");
  go_to (fixture, "/services");
  yc_test_take_picture ("structure-long");
}

/* Tab and Enter go over the end of a page. */
static void
test_page_ends (Fixture       *fixture,
                gconstpointer  data)
{
  go_to (fixture, "/budget");
  press (fixture, "Tab");
  await_focus (fixture, "/devices/0/name");
  go_to (fixture, "/budget");
  press (fixture, "Return");
  await_focus (fixture, "/devices/0/name");
  press (fixture, "shift+Return");
  await_focus (fixture, "/budget");
}

/* Fields inside fields */

/* Rows in a row: the keys are about the inner ones. */
static void
test_rows_in_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  go_to (fixture, "/sites/0/place");
  type (fixture, "east");
  press (fixture, "Return");
  type (fixture, "12");
  press (fixture, "Return");
  await_focus (fixture, "/sites/0/owners/0/name");
  type (fixture, "li");
  press (fixture, "Return");
  type (fixture, "1");
  press (fixture, "Return");
  await_focus (fixture, "/sites/0/owners/1/name");
  type (fixture, "wu");
  press (fixture, "alt+Up");
  await_text (fixture, "/sites/0/owners/0/name", "wu");
  await_text (fixture, "/sites/0/place", "east");
  await_focus (fixture, "/sites/0/owners/0/name");
  yc_test_take_picture ("structure-nested");
  go_to (fixture, "/sites/0/area");
  press (fixture, "alt+Insert");
  await_focus (fixture, "/sites/1/place");
  go_to (fixture, "/sites/0/owners/1/name");
}

/* Enter in the last, empty row of the inner table leaves the outer list, too. */
static void
test_rows_in_rows_left (Fixture       *fixture,
                        gconstpointer  data)
{
  go_to (fixture, "/sites/0/place");
  type (fixture, "east");
  await_text (fixture, "/sites/0/place", "east");
  go_to (fixture, "/sites/0/owners/0/name");
  press (fixture, "Return");
  await_focus (fixture, "/remark");
  press (fixture, "shift+Return");
  await_focus (fixture, "/sites/0/place");
}

static void
test_alternatives (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_first (fixture->view));
  await_focus (fixture, "/applicant");
  press (fixture, "Return");
  await_focus (fixture, "/applicant/name");
  type (fixture, "li");
  press (fixture, "shift+Return");
  await_focus (fixture, "/applicant");
  press (fixture, "2");
  press (fixture, "Return");
  await_focus (fixture, "/applicant/company");
  type (fixture, "water");
  press (fixture, "Return");
  type (fixture, "9");
  press (fixture, "Return");
  await_focus (fixture, "/aliases/0");
  yc_test_take_picture ("structure-alternatives");
  press (fixture, "shift+Return");
  await_focus (fixture, "/applicant");
  press (fixture, "1");
  press (fixture, "Return");
  await_text (fixture, "/applicant/name", "li");
  press (fixture, "ctrl+z");
  await_text (fixture, "/applicant/company", "water");
  await_focus (fixture, "/applicant");
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  go_to (fixture, "/aliases/0");
  type (fixture, "wu");
  press (fixture, "Return");
  await_focus (fixture, "/aliases/1");
  type (fixture, "li");
  press (fixture, "alt+Up");
  await_text (fixture, "/aliases/0", "li");
  await_text (fixture, "/aliases/1", "wu");
  press (fixture, "ctrl+d");
  await_text (fixture, "/aliases/1", "li");
  await_text (fixture, "/aliases/2", "wu");
  await_words (fixture, "3 rows at most, full");
  yc_test_take_picture ("structure-values");
}

/* What nobody knows is said in its place, and the rest works. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *trouble;

  go_to (fixture, "/remark");
  type (fixture, "fine");
  await_text (fixture, "/remark", "fine");
  trouble = yc_test_find_widget (GTK_WIDGET (fixture->view), "form-trouble");
  g_assert_nonnull (trouble);
  yc_test_take_picture ("structure-unknown");
}

/* The list of what is missing and wrong */

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GListModel) problems = NULL;

  go_to (fixture, "/budget");
  type (fixture, "0");
  await_text (fixture, "/budget", "0");
  problems = yc_form_check (fixture->form);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->errors)));
  yc_form_errors_set_shown (fixture->errors, TRUE);
  await_words (fixture, "4 missing · 1 wrong");
  g_assert_cmpuint (yc_form_errors_get_n (fixture->errors), ==, 5);

  g_assert_true (yc_form_errors_step (fixture->errors, NULL, 1));
  await_focus (fixture, "/project");
  yc_test_take_picture ("structure-errors");
  g_assert_true (yc_form_errors_step (fixture->errors, "/project", -1));
  await_focus (fixture, "/purpose");
  g_assert_true (yc_form_errors_step (fixture->errors, "/purpose", 1));
  await_focus (fixture, "/project");
  g_assert_true (yc_form_errors_step (fixture->errors, "/sites/0/place", 1));
  await_focus (fixture, "/purpose");
  type (fixture, "trade");
  await_words (fixture, "3 missing · 1 wrong");
}

/* From the list by keys, to a page that is not on screen. */
static void
test_errors_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  yc_form_errors_set_shown (fixture->errors, TRUE);
  yc_form_errors_add_refusal (fixture->errors, "/sites/0/place", "no such place");
  yc_form_errors_refresh (fixture->errors);
  await_words (fixture, "1 refused · 4 missing");
  await_words (fixture, "no such place");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->errors), GTK_DIR_TAB_FORWARD));
  press (fixture, "Down");
  press (fixture, "Down");
  press (fixture, "Down");
  press (fixture, "Return");
  await_focus (fixture, "/sites/0/place");
  yc_form_errors_clear_refusals (fixture->errors);
  yc_form_errors_refresh (fixture->errors);
  await_words (fixture, "4 missing");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    const char *folder;
    void (*func) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "table/move", "structure", test_move },
    { "table/duplicate", "structure", test_duplicate },
    { "table/remove", "structure", test_remove },
    { "table/add", "structure", test_add },
    { "list/rows", "structure", test_list },
    { "list/walk", "structure", test_list_walk },
    { "pages/keys", "structure", test_pages },
    { "pages/ends", "structure", test_page_ends },
    { "pages/long", YC_TEST_LONG_FORM, test_long_pages },
    { "nested/rows", "nested", test_rows_in_rows },
    { "nested/left", "nested", test_rows_in_rows_left },
    { "nested/alternatives", "nested", test_alternatives },
    { "nested/values", "nested", test_values },
    { "nested/unknown", "nested", test_unknown },
    { "errors/list", "structure", test_errors },
    { "errors/keys", "structure", test_errors_keys },
    /* The last one: a window that comes next waits for the keyboard. */
    { "mouse/drag", "structure", test_drag },
  };

  g_test_init (&argc, &argv, NULL);
  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/form-structure/", tests[i].name, NULL);

      g_test_add (path, Fixture, tests[i].folder, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
