/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form of 1,000 fields has widgets for what is near only, wherever one scrolls, jumps or walks to.
 * Counts, not times: those are the benchmarks' business.
 */
#include "yc-test-form.h"

#include "yc-form-control.h"
#include "yc-json.h"
#include "yc-long-form.h"

#define N_FIELDS 1000
#define N_PLAIN 300
#define MOST_EDITORS 80
#define MOST_WIDGETS 2000

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
open_long (YcTestForm *self)
{
  yc_test_form_open (self, parse (yc_long_form_create_schema (N_FIELDS)),
                     parse (yc_long_form_create_layout (N_FIELDS)));
}

static GtkAdjustment *
get_adjustment (YcTestForm *self)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static guint
count_widgets (GtkWidget *widget,
               GType      type)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);
  return n;
}

/* Everything in sight is there, and what was left behind is gone. */
static gboolean
is_calm (gpointer data)
{
  YcTestForm *self = data;
  guint n = yc_form_view_get_n_editors (self->view);

  return yc_form_view_get_settled (self->view) && n <= MOST_EDITORS;
}

static void
assert_calm (YcTestForm *self)
{
  yc_test_iterate_until (is_calm, self);
  g_assert_cmpuint (yc_form_view_get_n_editors (self->view), >=, 10);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (self->view), GTK_TYPE_WIDGET), <=, MOST_WIDGETS);
}

static void
test_opened (YcTestForm    *self,
             gconstpointer  data)
{
  open_long (self);
  assert_calm (self);
}

static void
test_scrolled (YcTestForm    *self,
               gconstpointer  data)
{
  GtkAdjustment *adjustment;
  double height, page;

  open_long (self);
  assert_calm (self);
  adjustment = get_adjustment (self);
  height = gtk_adjustment_get_upper (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  for (double at = 0; at < height; at += 4 * page)
    {
      gtk_adjustment_set_value (adjustment, at);
      assert_calm (self);
    }
  for (double at = height; at > 0; at -= 7 * page)
    {
      gtk_adjustment_set_value (adjustment, at);
      assert_calm (self);
    }
  /* What was not made yet had the room that it took when it was. */
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (adjustment), height, 8);
}

static void
await_field (YcTestForm *self,
             const char *pointer)
{
  yc_test_form_await_focus (self, pointer);
  yc_test_iterate_until (yc_test_form_is_in_view, self);
}

static void
test_jump (YcTestForm    *self,
           gconstpointer  data)
{
  static const char *const pointers[] = { "/f996", "/f0", "/f500", "/f501", "/f4" };

  open_long (self);
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      yc_test_form_go_to (self, pointers[i]);
      assert_calm (self);
    }
  g_assert_false (yc_form_view_focus_pointer (self->view, "/nowhere"));
}

/* Tab goes on into what was not made when the walk began, and back. */
static void
test_walk (YcTestForm    *self,
           gconstpointer  data)
{
  open_long (self);
  yc_test_form_go_to (self, "/f440");
  for (guint i = 441; i < 481; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/f%u", i);

      yc_test_form_press (self, i % 2 == 0 ? "Tab" : "Return");
      await_field (self, pointer);
    }
  for (guint i = 480; i-- > 460;)
    {
      g_autofree char *pointer = g_strdup_printf ("/f%u", i);

      yc_test_form_press (self, "shift+Tab");
      await_field (self, pointer);
    }
  assert_calm (self);
}

/* The view holds the focus in sight for some frames before it lets one scroll. */
static gboolean
has_scrolled_away (gpointer data)
{
  YcTestForm *self = data;
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  return !yc_test_form_is_in_view (self) && is_calm (self);
}

/* The field with the focus stays where it is, however far one scrolls, and takes what is typed. */
static void
test_focus_stays (YcTestForm    *self,
                  gconstpointer  data)
{
  open_long (self);
  yc_test_form_go_to (self, "/f40");
  yc_test_iterate_until (has_scrolled_away, self);
  g_assert_cmpstr (yc_form_field_get_pointer (yc_form_view_get_focus_field (self->view)), ==,
                   "/f40");
  yc_test_form_type (self, "A");
  yc_test_form_await_text (self, "/f40", "A");
}

/* What was typed is there again when a control that was dropped is made anew. */
static void
test_text_comes_back (YcTestForm    *self,
                      gconstpointer  data)
{
  open_long (self);
  yc_test_form_go_to (self, "/f40");
  yc_test_form_type (self, "A");
  yc_test_form_await_text (self, "/f40", "A");
  yc_test_form_go_to (self, "/f900");
  assert_calm (self);
  yc_test_form_go_to (self, "/f40");
  yc_test_form_await_shown (yc_test_form_get_focus (self), "A");
}

/* A form without groups, and without a layout. */

static JsonNode *
create_plain_schema (void)
{
  GString *text = g_string_new ("{\"type\":\"object\",\"properties\":{");

  for (guint i = 0; i < N_PLAIN; i++)
    g_string_append_printf (text, "%s\"f%u\":{\"type\":\"string\",\"title\":\"Field %u\"}",
                            i == 0 ? "" : ",", i, i);
  g_string_append (text, "},\"required\":[\"f299\"]}");
  return parse (g_string_free (text, FALSE));
}

static guint
count_controls (YcTestForm *self)
{
  return count_widgets (GTK_WIDGET (self->view), YC_TYPE_FORM_CONTROL);
}

/* Whether there is a control at the top left of the screen. */
static gboolean
is_view_filled (gpointer data)
{
  YcTestForm *self = data;
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->window), 100, 100, GTK_PICK_DEFAULT);

  return at != NULL && gtk_widget_get_ancestor (at, YC_TYPE_FORM_CONTROL) != NULL;
}

/* Of a long form only what is near the view is there, and everything can be reached. */
static void
test_plain (YcTestForm    *self,
            gconstpointer  data)
{
  yc_test_form_open (self, create_plain_schema (), NULL);
  g_test_message ("%u of %u fields are there", count_controls (self), N_PLAIN);
  g_assert_cmpuint (count_controls (self), <, N_PLAIN / 2);
  yc_test_form_go_to (self, "/f40");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/f41");
  g_assert_true (yc_form_view_focus_first_error (self->view));
  await_field (self, "/f299");
  yc_test_iterate_until (is_view_filled, self);
  yc_test_take_picture ("form-long");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/f298");
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_focus (self, "/f297");
  g_assert_cmpuint (count_controls (self), <, N_PLAIN);
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "opened", NULL, test_opened },
    { "scrolled", NULL, test_scrolled },
    { "jump", NULL, test_jump },
    { "walk", NULL, test_walk },
    { "focus-stays", NULL, test_focus_stays },
    { "text-comes-back", NULL, test_text_comes_back },
    { "plain", NULL, test_plain },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
