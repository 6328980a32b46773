/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The author's preview: files that change, files with mistakes, what was typed; pictures. */
#include <glib/gstdio.h>

#include "yc-author-window.h"
#include "yc-json.h"
#include "yc-test-folder.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"

#define SCHEMA_BEGIN "{\"type\":\"object\",\"title\":\"Trial\",\"properties\":{"
#define NAME "\"name\":{\"type\":\"string\",\"title\":\"Name\",\"minLength\":3}"
#define PLACE "\"place\":{\"type\":\"string\",\"title\":\"Place\"}"
#define CITY "\"city\":{\"type\":\"string\",\"title\":\"City\"}"
#define SCHEMA_END "},\"required\":[\"name\"]}"

typedef struct
{
  char           *folder;
  char           *paths[YC_AUTHOR_N_ROLES + 1];
  YcAuthorWindow *window;
} Fixture;

static void
write_file (Fixture      *fixture,
            YcAuthorRole  role,
            const char   *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->paths[role], text, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const names[] = { "schema.json", "layout.json", "data.json", "known.json" };

  fixture->folder = yc_test_folder_new ();
  for (guint i = 0; i < YC_AUTHOR_N_ROLES; i++)
    fixture->paths[i] = g_build_filename (fixture->folder, names[i], NULL);
  write_file (fixture, YC_AUTHOR_SCHEMA, SCHEMA_BEGIN NAME "," PLACE SCHEMA_END);
  write_file (fixture, YC_AUTHOR_LAYOUT,
              "{\"type\":\"VerticalLayout\",\"elements\":[\n"
              "{\"type\":\"Control\",\"scope\":\"#/properties/name\",\"label\":\"First\"},\n"
              "{\"type\":\"Control\",\"scope\":\"#/properties/place\"}]}");
  write_file (fixture, YC_AUTHOR_DATA, "{\"name\":\"Li\"}");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    yc_test_window_destroy (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < YC_AUTHOR_N_ROLES; i++)
    g_free (fixture->paths[i]);
  yc_test_folder_free (fixture->folder);
}

/* With as many of the files as are given. */
static void
open_window (Fixture *fixture,
             guint    n_files)
{
  g_autoptr (YcAuthorFiles) files = NULL;
  const char *paths[YC_AUTHOR_N_ROLES + 1] = { NULL };

  for (guint i = 0; i < n_files; i++)
    paths[i] = fixture->paths[i];
  files = yc_author_files_new (paths);
  fixture->window = YC_AUTHOR_WINDOW (yc_author_window_new (NULL, files));
  gtk_window_present (GTK_WINDOW (fixture->window));
  yc_author_window_load (fixture->window);
  yc_author_files_watch (files);
}

static YcForm *
get_form (Fixture *fixture)
{
  return yc_form_view_get_form (yc_author_window_get_view (fixture->window));
}

static gboolean
has_field (Fixture    *fixture,
           const char *pointer)
{
  return get_form (fixture) != NULL && yc_form_find_field (get_form (fixture), pointer) != NULL;
}

static const char *
get_mistake (Fixture *fixture)
{
  return yc_author_window_get_mistakes (fixture->window)[0];
}

/* Whether the text beside the form is this JSON. */
static gboolean
shows_data (Fixture    *fixture,
            const char *json)
{
  GtkWidget *view = yc_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (JsonNode) expected = yc_json_parse (json, -1, NULL, NULL);
  g_autoptr (JsonNode) shown = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  shown = yc_json_parse (text, -1, NULL, NULL);
  return shown != NULL && yc_json_equal (shown, expected);
}

static void
test_sides (Fixture       *fixture,
            gconstpointer  data)
{
  open_window (fixture, 3);
  g_assert_null (get_mistake (fixture));
  g_assert_nonnull (yc_test_ui_find_text (GTK_WIDGET (fixture->window), "First"));
  g_assert_null (yc_test_ui_find_text (GTK_WIDGET (fixture->window), "Name"));
  g_assert_true (shows_data (fixture, "{\"name\":\"Li\"}"));
  g_assert_nonnull (
      yc_test_ui_find_text (GTK_WIDGET (fixture->window), "1 thing to put right"));
  yc_form_set_text (get_form (fixture), "/name", "Li Hua", NULL);
  yc_test_wait_until (shows_data (fixture, "{\"name\":\"Li Hua\"}"));
  yc_test_wait_until (yc_test_ui_find_text (GTK_WIDGET (fixture->window),
                                            "Can be sent as it is") != NULL);
  yc_test_take_picture ("author");
}

static void
test_typed_is_kept (Fixture       *fixture,
                    gconstpointer  data)
{
  open_window (fixture, 1);
  yc_form_set_text (get_form (fixture), "/name", "Li Hua", NULL);
  yc_form_set_text (get_form (fixture), "/place", "Renhua", NULL);
  g_assert_true (yc_form_view_focus_pointer (yc_author_window_get_view (fixture->window),
                                             "/name"));
  write_file (fixture, YC_AUTHOR_SCHEMA, SCHEMA_BEGIN NAME "," CITY SCHEMA_END);
  yc_test_wait_until (has_field (fixture, "/city"));
  g_assert_true (shows_data (fixture, "{\"name\":\"Li Hua\"}"));
  yc_test_wait_until (yc_form_view_get_focus_field (
                          yc_author_window_get_view (fixture->window)) ==
                      yc_form_find_field (get_form (fixture), "/name"));
}

static gboolean
has_title (Fixture    *fixture,
           const char *title)
{
  YcFormField *field =
      get_form (fixture) == NULL ? NULL : yc_form_find_field (get_form (fixture), "/name");

  return field != NULL && g_str_equal (yc_form_field_get_title (field), title);
}

/* The words of the interface's language are beside the schema, or come there later. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "words.sv.json", NULL);

  g_setenv ("LANGUAGE", "sv", TRUE);
  open_window (fixture, 1);
  g_assert_true (has_title (fixture, "Name"));
  g_assert_true (g_file_set_contents (path, "{\"name.label\":\"Namn\"}", -1, NULL));
  yc_test_wait_until (has_title (fixture, "Namn"));
  g_assert_true (g_file_set_contents (path, "{\"name.lable\":\"Namn\"}", -1, NULL));
  yc_test_wait_until (has_title (fixture, "Name"));
  g_assert_nonnull (strstr (get_mistake (fixture), "words.sv.json"));
  g_unsetenv ("LANGUAGE");
}

/* Data that are new on disk go before what was typed. */
static void
test_new_data (Fixture       *fixture,
               gconstpointer  data)
{
  open_window (fixture, 3);
  yc_form_set_text (get_form (fixture), "/name", "Li Hua", NULL);
  write_file (fixture, YC_AUTHOR_DATA, "{\"name\":\"Chen\"}");
  yc_test_wait_until (shows_data (fixture, "{\"name\":\"Chen\"}"));
}

static void
test_broken_schema (Fixture       *fixture,
                    gconstpointer  data)
{
  open_window (fixture, 1);
  yc_form_set_text (get_form (fixture), "/name", "Li Hua", NULL);
  write_file (fixture, YC_AUTHOR_SCHEMA, "{\n\"type\": \"object\",\n oops }");
  yc_test_wait_until (get_mistake (fixture) != NULL);
  g_assert_true (g_str_has_prefix (get_mistake (fixture), "schema.json"));
  g_assert_nonnull (strstr (get_mistake (fixture), "line 3"));
  g_assert_nonnull (
      yc_test_ui_find_text (GTK_WIDGET (fixture->window), get_mistake (fixture)));
  g_assert_true (has_field (fixture, "/place"));
  yc_test_take_picture ("author-mistake");
  write_file (fixture, YC_AUTHOR_SCHEMA, SCHEMA_BEGIN NAME "," CITY SCHEMA_END);
  yc_test_wait_until (has_field (fixture, "/city"));
  g_assert_null (get_mistake (fixture));
  g_assert_true (shows_data (fixture, "{\"name\":\"Li Hua\"}"));
}

/* The form is then shown in its schema's order. */
static void
test_broken_layout (Fixture       *fixture,
                    gconstpointer  data)
{
  open_window (fixture, 2);
  g_assert_nonnull (yc_test_ui_find_text (GTK_WIDGET (fixture->window), "First"));
  write_file (fixture, YC_AUTHOR_LAYOUT, "[1,\n2");
  yc_test_wait_until (get_mistake (fixture) != NULL);
  g_assert_true (g_str_has_prefix (get_mistake (fixture), "layout.json"));
  g_assert_nonnull (strstr (get_mistake (fixture), "line 2"));
  g_assert_nonnull (yc_test_ui_find_text (GTK_WIDGET (fixture->window), "Name"));
  g_assert_null (yc_test_ui_find_text (GTK_WIDGET (fixture->window), "First"));
}

/* What the check of the catalog finds is told as well; the rest of the form works. */
static void
test_checked (Fixture       *fixture,
              gconstpointer  data)
{
  write_file (fixture, YC_AUTHOR_LAYOUT,
              "{\"type\":\"VerticalLayout\",\"elements\":[\n"
              "{\"type\":\"Control\",\"scope\":\"#/properties/name\"},"
              "{\"type\":\"Control\",\"scope\":\"#/properties/place\"},\n"
              "{\"type\":\"Control\",\"scope\":\"#/properties/nowhere\"}]}");
  open_window (fixture, 2);
  g_assert_nonnull (get_mistake (fixture));
  g_assert_true (g_str_has_prefix (get_mistake (fixture), "layout.json, line 3: "));
  g_assert_nonnull (strstr (get_mistake (fixture), "nowhere"));
  g_assert_null (yc_author_window_get_mistakes (fixture->window)[1]);
  g_assert_true (has_field (fixture, "/name"));
}

static void
test_missing_files (Fixture       *fixture,
                    gconstpointer  data)
{
  g_remove (fixture->paths[YC_AUTHOR_SCHEMA]);
  open_window (fixture, 1);
  g_assert_nonnull (get_mistake (fixture));
  g_assert_null (get_form (fixture));
  write_file (fixture, YC_AUTHOR_SCHEMA, SCHEMA_BEGIN NAME SCHEMA_END);
  yc_test_wait_until (has_field (fixture, "/name"));
  g_assert_null (get_mistake (fixture));
}

/* The program */

/* Runs it with the fixture's schema and, if it has one, its layout; returns its status. */
static int
run (Fixture     *fixture,
     const char  *option,
     const char  *argument,
     gboolean     files,
     char       **output)
{
  const char *argv[8] = { YC_TEST_YICHUANG, option, NULL };
  guint n = 2;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (argument != NULL)
    argv[n++] = argument;
  if (files)
    {
      argv[n++] = "--form-preview";
      argv[n++] = fixture->paths[YC_AUTHOR_SCHEMA];
      argv[n++] = fixture->paths[YC_AUTHOR_LAYOUT];
    }
  process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

/* A form of many fields, higher than the screen, in two categories. */
static void
write_long (Fixture *fixture)
{
  g_autoptr (GString) schema = g_string_new (SCHEMA_BEGIN NAME);
  g_autoptr (GString) layout = g_string_new ("{\"type\":\"Categorization\",\"elements\":["
                                             "{\"type\":\"Category\",\"label\":\"One\","
                                             "\"elements\":[");

  for (guint i = 0; i < 120; i++)
    {
      g_string_append_printf (schema, ",\"f%u\":{\"type\":\"string\",\"title\":\"F %u\"}", i, i);
      g_string_append_printf (layout, "%s{\"type\":\"Control\",\"scope\":\"#/properties/f%u\"}",
                              i == 0 ? ""
                              : i == 60
                                  ? "]},{\"type\":\"Category\",\"label\":\"Two\",\"elements\":["
                                  : ",",
                              i);
    }
  g_string_append (schema, SCHEMA_END);
  g_string_append (layout, "]}]}");
  write_file (fixture, YC_AUTHOR_SCHEMA, schema->str);
  write_file (fixture, YC_AUTHOR_LAYOUT, layout->str);
}

static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "form.png", NULL);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  write_long (fixture);
  g_assert_cmpint (run (fixture, "--screenshot", path, TRUE, &output), ==, 0);
  texture = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), >=, 680);
  g_assert_cmpint (gdk_texture_get_height (texture), >, 60 * 60);
}

static void
test_benchmark (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const names[] = { "window_ms",     "open_ms",       "first_key_ms",
                                       "key_p50_ms",    "key_p99_ms",    "pss_mb",
                                       "scroll_fps",    "scroll_own_ms", "pull_fps",
                                       "page_down_fps", "page_down_own_ms", "category_ms" };
  g_autofree char *output = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) node = NULL;

  write_long (fixture);
  g_assert_cmpint (run (fixture, "--benchmark", NULL, TRUE, &output), ==, 0);
  g_assert_nonnull (strstr (output, "{\"bench\":"));
  line = g_strdup (strstr (output, "{\"bench\":"));
  node = yc_json_parse (g_strstrip (line), -1, NULL, NULL);
  g_assert_nonnull (node);
  g_assert_cmpint (yc_json_get_int (json_node_get_object (node), "fields", 0), ==, 120);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpfloat (yc_json_get_double (json_node_get_object (node), names[i], 0), >, 0);
}

/* Nothing to type into, no pages, nothing to scroll, and data that do not fit: there is a line. */
static void
test_benchmark_little (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *output = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  write_file (fixture, YC_AUTHOR_SCHEMA, SCHEMA_BEGIN "\"yes\":{\"type\":\"boolean\"}" SCHEMA_END);
  write_file (fixture, YC_AUTHOR_LAYOUT,
              "{\"type\":\"VerticalLayout\",\"elements\":["
              "{\"type\":\"Control\",\"scope\":\"#/properties/yes\"},"
              "{\"type\":\"Control\",\"scope\":\"#/properties/nowhere\"}]}");
  g_assert_cmpint (run (fixture, "--benchmark", NULL, TRUE, &output), ==, 0);
  g_assert_nonnull (strstr (output, "{\"bench\":"));
  line = g_strdup (strstr (output, "{\"bench\":"));
  node = yc_json_parse (g_strstrip (line), -1, NULL, NULL);
  g_assert_nonnull (node);
  object = json_node_get_object (node);
  g_assert_cmpint (yc_json_get_int (object, "fields", 0), ==, 1);
  g_assert_cmpint (yc_json_get_int (object, "keys", -1), ==, 0);
  g_assert_true (json_object_get_null_member (object, "first_key_ms"));
  g_assert_true (json_object_get_null_member (object, "key_p99_ms"));
  g_assert_true (json_object_get_null_member (object, "category_ms"));
  g_assert_cmpfloat (yc_json_get_double (object, "open_ms", 0), >, 0);
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "form.png", NULL);
  g_autofree char *alone = NULL;
  g_autofree char *broken = NULL;

  g_assert_cmpint (run (fixture, "--form-preview", NULL, FALSE, &alone), ==, 2);
  g_assert_nonnull (strstr (alone, "schema"));
  g_clear_pointer (&alone, g_free);
  g_assert_cmpint (run (fixture, "--benchmark", NULL, FALSE, &alone), ==, 2);
  write_file (fixture, YC_AUTHOR_SCHEMA, "{\n,");
  g_assert_cmpint (run (fixture, "--screenshot", path, TRUE, &broken), ==, 1);
  g_assert_nonnull (strstr (broken, "schema.json"));
  g_assert_nonnull (strstr (broken, "line 2"));
}

/* What a desk would fill in, the author sees filled in, and from where; data go before it. */
static void
test_sources (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (YcAuthorFiles) files = NULL;
  YcFormField *place;

  write_file (fixture, YC_AUTHOR_SCHEMA,
              SCHEMA_BEGIN NAME ",\"place\":{\"type\":\"string\",\"title\":\"Place\","
                                "\"x-source\":\"/applicant/address\"}" SCHEMA_END);
  write_file (fixture, YC_AUTHOR_SOURCES,
              "{\"applicant\":{\"address\":\"Sample Road 8\",\"name\":\"Zhou\"}}");
  files = yc_author_files_new ((const char *const *) fixture->paths);
  yc_author_files_set_sources (files, fixture->paths[YC_AUTHOR_SOURCES]);
  fixture->window = YC_AUTHOR_WINDOW (yc_author_window_new (NULL, files));
  gtk_window_present (GTK_WINDOW (fixture->window));
  yc_author_window_load (fixture->window);

  g_assert_null (get_mistake (fixture));
  place = yc_form_find_field (get_form (fixture), "/place");
  g_assert_cmpstr (yc_form_field_get_text (place), ==, "Sample Road 8");
  g_assert_cmpstr (yc_form_field_get_source (place), ==, "Citizen");
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (get_form (fixture), "/name")), ==,
                   "Li");
}

/* F2 shows at the fields what is wrong. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  YcFormField *name;

  open_window (fixture, 3);
  name = yc_form_find_field (get_form (fixture), "/name");
  g_assert_cmpstr (yc_form_field_get_error (name), ==, NULL);
  g_assert_true (yc_author_window_check (fixture->window));
  g_assert_cmpstr (yc_form_field_get_error (name), ==, "Must have at least 3 characters");
  yc_form_field_set_text (name, "Li Na");
  g_assert_false (yc_author_window_check (fixture->window));
}

int
main (int    argc,
      char **argv)
{
  yc_test_ui_init (&argc, &argv);
#define ADD(name, func) \
  g_test_add ("/ui/author/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("sides", test_sides);
  ADD ("typed-is-kept", test_typed_is_kept);
  ADD ("words", test_words);
  ADD ("new-data", test_new_data);
  ADD ("broken-schema", test_broken_schema);
  ADD ("broken-layout", test_broken_layout);
  ADD ("checked", test_checked);
  ADD ("missing-files", test_missing_files);
  ADD ("picture", test_picture);
  ADD ("benchmark", test_benchmark);
  ADD ("benchmark-little", test_benchmark_little);
  ADD ("usage", test_usage);
  ADD ("sources", test_sources);
  ADD ("check", test_check);
#undef ADD
  return g_test_run ();
}
