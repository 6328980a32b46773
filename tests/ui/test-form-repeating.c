/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a form as a table, as a list and as single values, worked by key presses. */
#include "yc-test-form.h"

#define STRUCTURE YC_TEST_FORMS "/structure"
#define NESTED YC_TEST_FORMS "/nested"
#define TWICE YC_TEST_FORMS "/twice"

static void
fill_devices (YcTestForm *self)
{
  static const char *const names[] = { "pump", "valve", "meter" };

  yc_test_form_go_to (self, "/devices/0/name");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/devices/%u/name", (guint) i);

      yc_test_form_await_focus (self, pointer);
      yc_test_form_type (self, names[i]);
      yc_test_form_press (self, "Return");
      yc_test_form_press (self, "Return");
      yc_test_form_type (self, "2");
      yc_test_form_press (self, "Return");
    }
  yc_test_form_await_focus (self, "/devices/3/name");
}

/* Rows of a table */

static void
test_move (YcTestForm    *self,
           gconstpointer  data)
{
  fill_devices (self);
  yc_test_form_go_to (self, "/devices/2/count");
  yc_test_form_press (self, "alt+Up");
  yc_test_form_await_text (self, "/devices/1/name", "meter");
  yc_test_form_await_focus (self, "/devices/1/count");
  yc_test_form_press (self, "alt+Up");
  yc_test_form_press (self, "alt+Up");
  yc_test_form_await_focus (self, "/devices/0/count");
  yc_test_form_press (self, "alt+Down");
  yc_test_form_await_text (self, "/devices/0/name", "pump");
  yc_test_form_await_focus (self, "/devices/1/count");
  /* Not past the empty row. */
  yc_test_form_press (self, "alt+Down");
  yc_test_form_press (self, "alt+Down");
  yc_test_form_await_focus (self, "/devices/2/count");
  yc_test_form_await_text (self, "/devices/2/name", "meter");
}

static void
test_duplicate (YcTestForm    *self,
                gconstpointer  data)
{
  fill_devices (self);
  yc_test_form_go_to (self, "/devices/0/name");
  yc_test_form_press (self, "ctrl+d");
  yc_test_form_await_text (self, "/devices/1/name", "pump");
  yc_test_form_await_text (self, "/devices/1/count", "2");
  yc_test_form_await_text (self, "/devices/3/name", "meter");
  yc_test_form_await_focus (self, "/devices/1/name");
  yc_test_form_await_counts (self, "4 rows at most, full");
  yc_test_take_picture ("structure-table");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/devices/1/name", "valve");
}

static void
test_remove (YcTestForm    *self,
             gconstpointer  data)
{
  fill_devices (self);
  yc_test_form_go_to (self, "/devices/1/name");
  yc_test_form_press (self, "ctrl+Delete");
  yc_test_form_await_text (self, "/devices/1/name", "meter");
  yc_test_form_await_focus (self, "/devices/1/name");
  yc_test_form_await_counts (self, "Undo (Ctrl+Z)");
  yc_test_take_picture ("structure-removed");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/devices/1/name", "valve");
  yc_test_form_await_text (self, "/devices/2/name", "meter");
}

static void
test_add (YcTestForm    *self,
          gconstpointer  data)
{
  yc_test_form_go_to (self, "/devices/0/name");
  yc_test_form_type (self, "pump");
  yc_test_form_press (self, "alt+Insert");
  yc_test_form_await_focus (self, "/devices/1/name");
  yc_test_form_press (self, "alt+Insert");
  yc_test_form_await_focus (self, "/devices/1/name");
  yc_test_form_await_counts (self, "2 to 4 rows");
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

static gboolean
is_laid_out (gpointer data)
{
  YcTestForm *self = data;

  return gtk_widget_get_width (find_number (GTK_WIDGET (self->view), "3")) > 0;
}

/* A hand is never still; after each move the window has its turn. */
static gboolean
is_dragged_over (gpointer data)
{
  YcTestForm *self = data;
  GtkWidget *view = GTK_WIDGET (self->view);
  static int dy;

  dy = dy == 0 ? 2 : 0;
  yc_test_point_at (find_number (view, "1"), 10, 15 + dy, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return yc_test_find_widget (view, "drop-above") != NULL;
}

static void
test_drag (YcTestForm    *self,
           gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  fill_devices (self);
  yc_test_iterate_until (is_laid_out, self);
  yc_test_point_at (find_number (view, "3"), 10, 15, "mousedown");
  yc_test_iterate_until (is_dragged_over, self);
  yc_test_take_picture ("structure-drag");
  yc_test_point_at (find_number (view, "1"), 10, 16, "mouseup");
  yc_test_form_await_text (self, "/devices/0/name", "meter");
  yc_test_form_await_text (self, "/devices/1/name", "pump");
  yc_test_form_go_to (self, "/devices/3/name");
  yc_test_form_type (self, "hose");
  yc_test_form_await_text (self, "/devices/3/name", "hose");
}

/* A list and what is chosen in it */

static void
test_list (YcTestForm    *self,
           gconstpointer  data)
{
  yc_test_form_go_to (self, "/sites/0/place");
  yc_test_form_type (self, "east");
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "12");
  yc_test_form_await_counts (self, "1 east");
  yc_test_form_press (self, "alt+Insert");
  yc_test_form_await_focus (self, "/sites/1/place");
  yc_test_form_await_counts (self, "2 (empty)");
  yc_test_form_type (self, "west");
  yc_test_form_await_counts (self, "2 west");
  yc_test_form_press (self, "alt+Up");
  yc_test_form_await_text (self, "/sites/0/place", "west");
  yc_test_form_await_focus (self, "/sites/0/place");
  yc_test_form_await_counts (self, "1 west");
  yc_test_form_await_counts (self, "2 east");
  yc_test_form_press (self, "ctrl+d");
  yc_test_form_await_text (self, "/sites/1/place", "west");
  yc_test_form_await_text (self, "/sites/2/place", "east");
  yc_test_form_await_focus (self, "/sites/1/place");
  yc_test_take_picture ("structure-list");
  yc_test_form_press (self, "ctrl+Delete");
  yc_test_form_await_text (self, "/sites/1/place", "east");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_text (self, "/sites/2/place", "east");
}

/* Enter walks through the rows of a list, and Ctrl+Z comes back to where something was. */
static void
test_list_walk (YcTestForm    *self,
                gconstpointer  data)
{
  yc_test_form_go_to (self, "/sites/0/place");
  yc_test_form_type (self, "east");
  yc_test_form_press (self, "alt+Insert");
  yc_test_form_await_focus (self, "/sites/1/place");
  yc_test_form_type (self, "west");
  yc_test_form_await_text (self, "/sites/1/place", "west");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/sites/0/place");
  g_assert_true (yc_form_view_focus_pointer (self->view, "/sites/1"));
  yc_test_form_await_focus (self, "/sites/1/place");
  yc_test_form_go_to (self, "/project");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_focus (self, "/sites/0/place");
  yc_test_form_await_text (self, "/sites/0/place", "east");
  yc_test_form_press (self, "ctrl+shift+z");
  yc_test_form_await_text (self, "/sites/1/place", "west");
  yc_test_form_await_focus (self, "/sites/1/place");
}

typedef struct
{
  YcTestForm *self;
  GtkWidget  *before;
} Step;

static gboolean
is_elsewhere (gpointer data)
{
  Step *step = data;

  return gtk_window_get_focus (step->self->window) != step->before;
}

/* Presses @keys until a field has the focus, which shall be @pointer; buttons and the rows of a list
 * may be on the way. */
static void
tab_to (YcTestForm *self,
        const char *keys,
        const char *pointer)
{
  YcFormField *field = NULL;

  for (guint i = 0; i < 12 && field == NULL; i++)
    {
      Step step = { self, gtk_window_get_focus (self->window) };

      yc_test_form_press (self, keys);
      yc_test_iterate_until (is_elsewhere, &step);
      field = yc_form_view_get_focus_field (self->view);
    }
  g_assert_nonnull (field);
  g_test_message ("%s leads to %s", keys, yc_form_field_get_pointer (field));
  g_assert_cmpstr (yc_form_field_get_pointer (field), ==, pointer);
}

/* Tab goes through the cells, out of the table into the list and its row, and back. */
static void
test_tab (YcTestForm    *self,
          gconstpointer  data)
{
  static const char *const order[] = { "/devices/0/name", "/devices/0/model", "/devices/0/count",
                                       "/devices/1/name", "/devices/1/model", "/devices/1/count",
                                       "/sites/0/place", "/sites/0/area", "/sites/0/remark" };
  gsize n = G_N_ELEMENTS (order);

  yc_test_form_go_to (self, order[0]);
  yc_test_form_type (self, "pump");
  yc_test_form_press (self, "alt+Insert");
  yc_test_form_await_focus (self, "/devices/1/name");
  yc_test_form_type (self, "meter");
  yc_test_form_await_text (self, "/devices/1/name", "meter");
  yc_test_form_go_to (self, order[0]);
  for (gsize i = 1; i < n; i++)
    tab_to (self, "Tab", order[i]);
  for (gsize i = n - 1; i > 0; i--)
    tab_to (self, "shift+Tab", order[i - 1]);
}

/* Composes a character by its code point, which Enter ends; the next Enter goes on. */
static void
compose (YcTestForm *self,
         const char *pointer,
         const char *next)
{
  yc_test_form_go_to (self, pointer);
  yc_test_form_press (self, "ctrl+shift+u");
  yc_test_form_type (self, "4e00");
  yc_test_form_press (self, "Return");
  yc_test_form_await_text (self, pointer, "一");
  yc_test_form_await_focus (self, pointer);
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, next);
}

/* Enter belongs to an input method that is composing, in a cell and in a list's row, too. */
static void
test_composing (YcTestForm    *self,
                gconstpointer  data)
{
  compose (self, "/devices/0/name", "/devices/0/model");
  compose (self, "/sites/0/place", "/sites/0/area");
}

/* Two controls on one list, each with its own fields of a row. */
static void
test_twice (YcTestForm    *self,
            gconstpointer  data)
{
  yc_test_form_go_to (self, "/people/0/name");
  yc_test_form_type (self, "li");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/people/0/age");
  yc_test_form_press (self, "alt+Insert");
  yc_test_form_await_focus (self, "/people/1/name");
  yc_test_form_type (self, "wu");
  yc_test_form_await_text (self, "/people/1/name", "wu");
  yc_test_form_await_counts (self, "2 wu");
  yc_test_form_press (self, "Return");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/people/2/name");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/people/0/work");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (yc_test_form_get_focus (self)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "现工作单位");
  yc_test_form_type (self, "mill");
  yc_test_form_go_to (self, "/people/1/work");
  yc_test_form_type (self, "shop");
  yc_test_form_await_text (self, "/people/1/work", "shop");
  yc_test_take_picture ("repeating-twice");
  yc_test_form_press (self, "alt+Up");
  yc_test_form_await_text (self, "/people/0/name", "wu");
  yc_test_form_await_focus (self, "/people/0/work");
  yc_test_form_await_counts (self, "1 wu");
  yc_test_form_press (self, "ctrl+Delete");
  yc_test_form_await_text (self, "/people/0/name", "li");
  yc_test_form_await_text (self, "/people/0/work", "mill");
  yc_test_form_go_to (self, "/people/0/work");
  yc_test_form_press (self, "ctrl+a");
  yc_test_form_press (self, "BackSpace");
  yc_test_form_await_text (self, "/people/0/work", "");
  yc_test_form_go_to (self, "/end");
  yc_test_form_jump (self, "1 missing", "/people/0/work");
}

/* Rows in a row: the keys are about the inner ones. */
static void
test_rows_in_rows (YcTestForm    *self,
                   gconstpointer  data)
{
  yc_test_form_go_to (self, "/sites/0/place");
  yc_test_form_type (self, "east");
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "12");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/sites/0/owners/0/name");
  yc_test_form_type (self, "li");
  yc_test_form_press (self, "Return");
  yc_test_form_type (self, "1");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/sites/0/owners/1/name");
  yc_test_form_type (self, "wu");
  yc_test_form_press (self, "alt+Up");
  yc_test_form_await_text (self, "/sites/0/owners/0/name", "wu");
  yc_test_form_await_text (self, "/sites/0/place", "east");
  yc_test_form_await_focus (self, "/sites/0/owners/0/name");
  yc_test_take_picture ("structure-nested");
  yc_test_form_go_to (self, "/sites/0/area");
  yc_test_form_press (self, "alt+Insert");
  yc_test_form_await_focus (self, "/sites/1/place");
  yc_test_form_go_to (self, "/sites/0/owners/1/name");
}

/* Enter in the last, empty row of the inner table leaves the outer list, too. */
static void
test_rows_in_rows_left (YcTestForm    *self,
                        gconstpointer  data)
{
  yc_test_form_go_to (self, "/sites/0/place");
  yc_test_form_type (self, "east");
  yc_test_form_await_text (self, "/sites/0/place", "east");
  yc_test_form_go_to (self, "/sites/0/owners/0/name");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/remark");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/sites/0/place");
}

static void
test_values (YcTestForm    *self,
             gconstpointer  data)
{
  yc_test_form_go_to (self, "/aliases/0");
  yc_test_form_type (self, "wu");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/aliases/1");
  yc_test_form_type (self, "li");
  yc_test_form_press (self, "alt+Up");
  yc_test_form_await_text (self, "/aliases/0", "li");
  yc_test_form_await_text (self, "/aliases/1", "wu");
  yc_test_form_press (self, "ctrl+d");
  yc_test_form_await_text (self, "/aliases/1", "li");
  yc_test_form_await_text (self, "/aliases/2", "wu");
  yc_test_form_await_counts (self, "3 rows at most, full");
  yc_test_take_picture ("structure-values");
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "mouse/drag", STRUCTURE, test_drag },
    { "table/move", STRUCTURE, test_move },
    { "table/duplicate", STRUCTURE, test_duplicate },
    { "table/remove", STRUCTURE, test_remove },
    { "table/add", STRUCTURE, test_add },
    { "tab", STRUCTURE, test_tab },
    { "composing", STRUCTURE, test_composing },
    { "list/rows", STRUCTURE, test_list },
    { "list/walk", STRUCTURE, test_list_walk },
    { "nested/rows", NESTED, test_rows_in_rows },
    { "nested/left", NESTED, test_rows_in_rows_left },
    { "twice", TWICE, test_twice },
    { "values", NESTED, test_values },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
