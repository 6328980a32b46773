/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form in a window, filled in by real key presses, with the list of its errors below. */
#include "yc-test-form.h"

#include <locale.h>
#include <stdlib.h>

#include "yc-json.h"
#include "yc-place-tree.h"
#include "yc-ui.h"

#define WIDTH 690
#define HEIGHT 700

JsonNode *
yc_test_form_load (const char *folder,
                   const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
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

/* Opening */

static void
go_cb (YcFormView *view,
       const char *pointer)
{
  g_assert_true (yc_form_view_focus_pointer (view, pointer));
}

static GtkWidget *
create_view (YcTestForm *self)
{
  g_autoptr (YcFormPlaces) places = yc_place_tree_new_sample ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = YC_FORM_VIEW (yc_form_view_new ());
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "step-body");
  gtk_widget_set_valign (GTK_WIDGET (self->view), GTK_ALIGN_START);
  yc_form_places_provide (places, GTK_WIDGET (self->view));
  yc_form_view_set_form (self->view, self->form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
create_errors (YcTestForm *self)
{
  self->errors = YC_PROBLEM_LIST (yc_problem_list_new ());
  yc_problem_list_set_form (self->errors, self->form);
  g_signal_connect_swapped (self->errors, "go", G_CALLBACK (go_cb), self->view);
  return GTK_WIDGET (self->errors);
}

/* For pictures of other windows. */
static int
get_size (const char *variable,
          int         otherwise)
{
  const char *text = g_getenv (variable);

  return text == NULL ? otherwise : atoi (text);
}

void
yc_test_form_open (YcTestForm *self,
                   JsonNode   *schema,
                   JsonNode   *layout)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GError) error = NULL;

  self->form = yc_form_new (schema, layout, &error);
  g_assert_no_error (error);
  json_node_unref (schema);
  g_clear_pointer (&layout, json_node_unref);
  gtk_box_append (GTK_BOX (box), create_view (self));
  gtk_box_append (GTK_BOX (box), create_errors (self));
  self->window = yc_test_window_new (box, get_size ("YC_TEST_WIDTH", WIDTH),
                                     get_size ("YC_TEST_HEIGHT", HEIGHT));
}

static void
set_up (YcTestForm    *self,
        gconstpointer  data)
{
  const YcTestFormCase *test = data;

  if (test->folder != NULL)
    yc_test_form_open (self, yc_test_form_load (test->folder, "schema.json"),
                       yc_test_form_load (test->folder, "layout.json"));
}

static void
tear_down (YcTestForm    *self,
           gconstpointer  data)
{
  yc_test_window_destroy (self->window);
  g_assert_null (self->view);
  g_assert_finalize_object (self->form);
}

int
yc_test_form_run (int                    argc,
                  char                 **argv,
                  const YcTestFormCase  *cases,
                  gsize                  n)
{
  g_autofree char *program = NULL;

  g_test_init (&argc, &argv, NULL);
  program = g_path_get_basename (argv[0]);
  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/%s/%s", program + strlen ("test-"),
                                               cases[i].name);

      g_test_add (path, YcTestForm, &cases[i], set_up, cases[i].run, tear_down);
    }
  return g_test_run ();
}

/* Looking */

YcFormField *
yc_test_form_find (YcTestForm *self,
                   const char *pointer)
{
  YcFormField *field = yc_form_find_field (self->form, pointer);

  g_assert_nonnull (field);
  return field;
}

const char *
yc_test_form_get_text (YcTestForm *self,
                       const char *pointer)
{
  return yc_form_field_get_text (yc_test_form_find (self, pointer));
}

GtkWidget *
yc_test_form_get_focus (YcTestForm *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

GtkWidget *
yc_test_form_find_words (YcTestForm *self,
                         const char *words)
{
  return yc_test_find_label (GTK_WIDGET (self->window), words);
}

/* Waiting */

typedef struct
{
  YcTestForm *self;
  const char *pointer;
  const char *text;
  GtkWidget  *entry;
} Expectation;

static gboolean
has_focus (gpointer data)
{
  Expectation *expected = data;
  YcFormField *field = yc_form_view_get_focus_field (expected->self->view);

  return field != NULL && g_str_equal (yc_form_field_get_pointer (field), expected->pointer);
}

void
yc_test_form_await_focus (YcTestForm *self,
                          const char *pointer)
{
  Expectation expected = { .self = self, .pointer = pointer };

  g_test_message ("The focus shall be on %s", pointer);
  yc_test_iterate_until (has_focus, &expected);
}

/* A row that is awaited may not be there yet. */
static gboolean
has_text (gpointer data)
{
  Expectation *expected = data;
  YcFormField *field = yc_form_find_field (expected->self->form, expected->pointer);

  return field != NULL && g_str_equal (yc_form_field_get_text (field), expected->text);
}

void
yc_test_form_await_text (YcTestForm *self,
                         const char *pointer,
                         const char *text)
{
  Expectation expected = { .self = self, .pointer = pointer, .text = text };

  g_test_message ("%s shall be “%s”", pointer, text);
  yc_test_iterate_until (has_text, &expected);
}

static gboolean
has_value (gpointer data)
{
  Expectation *expected = data;
  YcFormField *field = yc_form_find_field (expected->self->form, expected->pointer);
  JsonNode *value = field == NULL ? NULL : yc_form_field_get_value (field);
  g_autofree char *text = value == NULL ? g_strdup ("") : yc_json_write (value);

  return field != NULL && g_str_equal (text, expected->text);
}

void
yc_test_form_await_value (YcTestForm *self,
                          const char *pointer,
                          const char *json)
{
  Expectation expected = { .self = self, .pointer = pointer, .text = json };

  g_test_message ("%s shall be %s", pointer, json);
  yc_test_iterate_until (has_value, &expected);
}

static gboolean
has_words (gpointer data)
{
  Expectation *expected = data;

  return yc_test_form_find_words (expected->self, expected->text) != NULL;
}

void
yc_test_form_await_words (YcTestForm *self,
                          const char *words)
{
  Expectation expected = { .self = self, .text = words };

  g_test_message ("“%s” shall be on screen", words);
  yc_test_iterate_until (has_words, &expected);
}

void
yc_test_form_await_counts (YcTestForm *self,
                           const char *words)
{
  if (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C"))
    yc_test_form_await_words (self, words);
}

static gboolean
shows (gpointer data)
{
  Expectation *expected = data;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (expected->entry)), expected->text);
}

void
yc_test_form_await_shown (GtkWidget  *entry,
                          const char *text)
{
  Expectation expected = { .entry = entry, .text = text };

  g_test_message ("The entry shall show “%s”, shows “%s”", text,
                  gtk_editable_get_text (GTK_EDITABLE (entry)));
  yc_test_iterate_until (shows, &expected);
}

gboolean
yc_test_form_is_in_view (gpointer data)
{
  YcTestForm *self = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_VIEWPORT);
  GtkWidget *focus = yc_test_form_get_focus (self);
  graphene_rect_t bounds;

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_compute_bounds (focus, viewport, &bounds) && bounds.size.height > 0 &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (viewport) + 0.5f;
}

/* Doing */

/* What was pressed before goes to the field before. */
static void
let_keys_arrive (YcTestForm *self)
{
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (self->window)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
yc_test_form_go_to (YcTestForm *self,
                    const char *pointer)
{
  let_keys_arrive (self);
  g_assert_true (yc_form_view_focus_pointer (self->view, pointer));
  yc_test_form_await_focus (self, pointer);
  yc_test_iterate_until (yc_test_form_is_in_view, self);
}

void
yc_test_form_press (YcTestForm *self,
                    const char *keys)
{
  yc_test_press (self->window, keys);
}

static const char *
get_key (char  character,
         char *plain)
{
  switch (character)
    {
    case '-':
      return "minus";
    case ' ':
      return "space";
    case '.':
      return "period";
    default:
      *plain = character;
      return plain;
    }
}

void
yc_test_form_type (YcTestForm *self,
                   const char *text)
{
  for (; *text != '\0'; text++)
    {
      char plain[2] = "";

      yc_test_form_press (self, get_key (*text, plain));
    }
}

void
yc_test_form_jump (YcTestForm *self,
                   const char *counts,
                   const char *pointer)
{
  let_keys_arrive (self);
  yc_problem_list_set_shown (self->errors, TRUE);
  yc_test_form_await_counts (self, counts);
  g_assert_true (yc_problem_list_step (self->errors, NULL, 1));
  yc_test_form_await_focus (self, pointer);
}
