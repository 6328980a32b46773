/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form of 1,000 fields has widgets for what is near only, wherever one scrolls, jumps or walks to.
 * Counts, not times: those are the benchmarks' business.
 */
#include <adwaita.h>

#include "yc-form-view.h"
#include "yc-json.h"
#include "yc-long-form.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#define N_FIELDS 1000
#define MOST_EDITORS 80
#define MOST_WIDGETS 2000
#define WIDTH 700
#define HEIGHT 700

typedef struct
{
  YcForm        *form;
  YcFormView    *view;
  GtkWindow     *window;
  GtkAdjustment *adjustment;
} Fixture;

static JsonNode *
parse (char *text)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (owned, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (JsonNode) schema = parse (yc_long_form_create_schema (N_FIELDS));
  g_autoptr (JsonNode) layout = parse (yc_long_form_create_layout (N_FIELDS));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GError) error = NULL;

  fixture->form = yc_form_new (schema, layout, &error);
  g_assert_no_error (error);
  fixture->view = YC_FORM_VIEW (yc_form_view_new ());
  yc_form_view_set_form (fixture->view, fixture->form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  fixture->window = yc_test_window_new (scroller, WIDTH, HEIGHT);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->form);
}

static guint
count_widgets (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  guint n = 1;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* Everything in sight is there, and what was left behind is gone. */
static gboolean
is_calm (gpointer data)
{
  Fixture *fixture = data;
  guint n = yc_form_view_get_n_editors (fixture->view);

  return yc_form_view_get_settled (fixture->view) && n <= MOST_EDITORS;
}

static void
assert_calm (Fixture *fixture)
{
  yc_test_iterate_until (is_calm, fixture);
  g_assert_cmpuint (yc_form_view_get_n_editors (fixture->view), >=, 10);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (fixture->view)), <=, MOST_WIDGETS);
}

static void
test_opened (Fixture       *fixture,
             gconstpointer  data)
{
  assert_calm (fixture);
}

static void
test_scrolled (Fixture       *fixture,
               gconstpointer  data)
{
  double height, page;

  assert_calm (fixture);
  height = gtk_adjustment_get_upper (fixture->adjustment);
  page = gtk_adjustment_get_page_size (fixture->adjustment);
  for (double at = 0; at < height; at += 4 * page)
    {
      gtk_adjustment_set_value (fixture->adjustment, at);
      assert_calm (fixture);
    }
  for (double at = height; at > 0; at -= 7 * page)
    {
      gtk_adjustment_set_value (fixture->adjustment, at);
      assert_calm (fixture);
    }
  /* What was not made yet had the room that it took when it was. */
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (fixture->adjustment), height, 8);
}

static gboolean
is_at (Fixture    *fixture,
       const char *pointer)
{
  YcFormField *field = yc_form_view_get_focus_field (fixture->view);

  return field != NULL && g_str_equal (yc_form_field_get_pointer (field), pointer);
}

typedef struct
{
  Fixture    *fixture;
  const char *pointer;
} Expected;

static gboolean
is_at_expected (gpointer data)
{
  Expected *expected = data;

  return is_at (expected->fixture, expected->pointer);
}

static gboolean
is_in_sight (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (fixture->window);
  graphene_rect_t bounds;

  return focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (fixture->window), &bounds) &&
         bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= HEIGHT;
}

static void
await_field (Fixture    *fixture,
             const char *pointer)
{
  Expected expected = { fixture, pointer };

  g_test_message ("The focus shall be on %s", pointer);
  yc_test_iterate_until (is_at_expected, &expected);
  yc_test_iterate_until (is_in_sight, fixture);
}

static void
test_jump (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const pointers[] = { "/f996", "/f0", "/f500", "/f501", "/f4" };

  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      g_assert_true (yc_form_view_focus_pointer (fixture->view, pointers[i]));
      await_field (fixture, pointers[i]);
      assert_calm (fixture);
    }
  g_assert_false (yc_form_view_focus_pointer (fixture->view, "/nowhere"));
}

/* Tab goes on into what was not made when the walk began, and back. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_pointer (fixture->view, "/f440"));
  await_field (fixture, "/f440");
  for (guint i = 441; i < 481; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/f%u", i);

      yc_test_press (fixture->window, i % 2 == 0 ? "Tab" : "Return");
      await_field (fixture, pointer);
    }
  for (guint i = 480; i-- > 460;)
    {
      g_autofree char *pointer = g_strdup_printf ("/f%u", i);

      yc_test_press (fixture->window, "shift+Tab");
      await_field (fixture, pointer);
    }
  assert_calm (fixture);
}

/* The view holds the focus in sight for some frames before it lets one scroll. */
static gboolean
has_scrolled_away (gpointer data)
{
  Fixture *fixture = data;

  gtk_adjustment_set_value (fixture->adjustment,
                            gtk_adjustment_get_upper (fixture->adjustment) / 2);
  return !is_in_sight (fixture) && is_calm (fixture);
}

static gboolean
has_typed (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (yc_form_field_get_text (yc_form_find_field (fixture->form, "/f40")), "A");
}

/* The field with the focus stays where it is, however far one scrolls, and takes what is typed. */
static void
test_focus_stays (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_pointer (fixture->view, "/f40"));
  await_field (fixture, "/f40");
  yc_test_iterate_until (has_scrolled_away, fixture);
  g_assert_true (is_at (fixture, "/f40"));
  yc_test_press (fixture->window, "A");
  yc_test_iterate_until (has_typed, fixture);
}

/* What was typed is there again when a control that was dropped is made anew. */
static void
test_text_comes_back (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_true (yc_form_view_focus_pointer (fixture->view, "/f40"));
  await_field (fixture, "/f40");
  yc_test_press (fixture->window, "A");
  yc_test_iterate_until (has_typed, fixture);
  g_assert_true (yc_form_view_focus_pointer (fixture->view, "/f900"));
  await_field (fixture, "/f900");
  assert_calm (fixture);
  g_assert_true (yc_form_view_focus_pointer (fixture->view, "/f40"));
  await_field (fixture, "/f40");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_window_get_focus (fixture->window))),
                   ==, "A");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();
#define ADD(name, func) \
  g_test_add ("/ui/form-counts/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("opened", test_opened);
  ADD ("scrolled", test_scrolled);
  ADD ("jump", test_jump);
  ADD ("walk", test_walk);
  ADD ("focus-stays", test_focus_stays);
  ADD ("text-comes-back", test_text_comes_back);
#undef ADD
  return g_test_run ();
}
