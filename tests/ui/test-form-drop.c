/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for files: a file dragged onto it by the mouse, and the keys that walk through it. */
#include "yc-test-form.h"

#include "yc-form-attachment.h"
#include "yc-json.h"
#include "yc-test-files.h"
#include "yc-test-folder.h"

static const char SCHEMA[] =
    "{\"type\":\"object\",\"properties\":{"
    "\"address\":{\"type\":\"string\",\"title\":\"Address\"},"
    "\"photo\":{\"type\":\"object\",\"format\":\"attachment\",\"title\":\"Photo\","
    "\"x-accept\":[\"image/png\"]},"
    "\"end\":{\"type\":\"string\",\"title\":\"End\"}},\"required\":[\"photo\"]}";

static GFile *
write_picture (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "house.png", NULL);
  g_autoptr (GBytes) picture = yc_test_files_create_png (1000, 1);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (picture, NULL), (gssize) g_bytes_get_size (picture),
                       &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* Where a person would have a folder open: something else that can be dragged. */
static void
make_source (GtkWidget *widget,
             GFile     *file)
{
  g_auto (GValue) files = G_VALUE_INIT;
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDragSource *source = gtk_drag_source_new ();

  g_value_init (&files, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&files, gdk_file_list_new_from_array (&file, 1));
  content = gdk_content_provider_new_for_value (&files);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
find_editor (GtkWidget *widget)
{
  GtkWidget *found = YC_IS_FORM_ATTACHMENT (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_editor (child);
  return found;
}

static gboolean
is_laid_out (gpointer editor)
{
  return gtk_widget_get_width (editor) > 0;
}

/* A hand is never still; after each move the window has its turn. */
static gboolean
is_dragged_over (gpointer editor)
{
  static int step;

  step = step == 0 ? 2 : 0;
  yc_test_point_at (editor, 40 + step, 15, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return (gtk_widget_get_state_flags (editor) & GTK_STATE_FLAG_DROP_ACTIVE) != 0;
}

static gboolean
has_value (gpointer field)
{
  return yc_form_field_get_value (field) != NULL;
}

static void
test_mouse (YcTestForm    *self,
            gconstpointer  data)
{
  g_autofree char *folder = yc_test_folder_new ();
  g_autoptr (GFile) file = write_picture (folder);
  GtkWidget *editor, *heading;
  YcFormField *photo;

  yc_test_form_open (self, yc_json_parse (SCHEMA, -1, NULL, NULL), NULL);
  photo = yc_test_form_find (self, "/photo");
  editor = find_editor (GTK_WIDGET (self->view));
  g_assert_nonnull (editor);
  heading = yc_test_form_find_words (self, "Address");
  make_source (heading, file);
  yc_test_iterate_until (is_laid_out, editor);
  yc_test_point_at (heading, 5, 5, "mousedown");
  yc_test_iterate_until (is_dragged_over, editor);
  yc_test_take_picture ("drop");
  yc_test_point_at (editor, 41, 15, "mouseup");
  yc_test_iterate_until (has_value, photo);
  g_assert_cmpstr (yc_attachment_get_name (yc_form_field_get_value (photo)), ==, "house.png");
  yc_test_form_go_to (self, "/address");
  yc_test_form_press (self, "ctrl+z");
  yc_test_form_await_value (self, "/photo", "");
  yc_test_folder_free (g_steal_pointer (&folder));
}

/* The keys walk through it as through any other field, and a screen reader says what is asked. */
static void
test_keys (YcTestForm    *self,
           gconstpointer  data)
{
  GtkAccessible *place;

  yc_test_form_open (self, yc_json_parse (SCHEMA, -1, NULL, NULL), NULL);
  yc_test_form_go_to (self, "/address");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/photo");
  place = GTK_ACCESSIBLE (yc_test_form_get_focus (self));
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  gtk_test_accessible_assert_state (place, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/end");
  gtk_test_accessible_assert_state (place, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/photo");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/end");
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_focus (self, "/photo");
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_focus (self, "/address");
}

int
main (int   argc,
      char *argv[])
{
  static const YcTestFormCase cases[] = {
    { "mouse", NULL, test_mouse },
    { "keys", NULL, test_keys },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
