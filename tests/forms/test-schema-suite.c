/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official test suite of JSON Schema, draft 2020-12: what does not pass is on a list, and what
 * is on the list and passes must leave it. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-schema.h"

#define DRAFT "draft2020-12"
#define REMOTE_BASE "http://localhost:1234/"
/* Before a case that is only in some editions of the suite: it need not be met. */
#define ONLY_SOME "? "

static char *suite_dir;
static GHashTable *not_passing;   /* "file | group | case" → whether it was met */
static guint n_passed, n_listed;

/* The suite holds numbers and characters that our gate refuses; json-glib reads it laxly, and the
 * cases that it spoils are on the list. */
static JsonNode *
load_json (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *node;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  node = yc_json_parse (text, (gssize) length, NULL, NULL);
  if (node != NULL)
    return node;
  parser = json_parser_new ();
  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
add_remotes (YcSchemaRegistry *registry,
             const char       *folder,
             const char       *base)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *uri = g_strconcat (base, name, NULL);
      g_autoptr (GError) error = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_autofree char *below = g_strconcat (uri, "/", NULL);
          add_remotes (registry, path, below);
        }
      else if (g_str_has_suffix (name, ".json"))
        {
          g_autoptr (JsonNode) document = load_json (path);

          if (!yc_schema_registry_contains (registry, uri))
            yc_schema_registry_add (registry, uri, document, &error);
          g_assert_no_error (error);
        }
    }
}

static YcSchemaRegistry *
create_registry (gboolean assert_formats)
{
  g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();
  g_autofree char *remotes = g_build_filename (suite_dir, "remotes", NULL);

  add_remotes (registry, remotes, REMOTE_BASE);
  yc_schema_registry_set_assert_formats (registry, assert_formats);
  return g_steal_pointer (&registry);
}

static void
judge (const char *id,
       gboolean    passes,
       GString    *wrong)
{
  gboolean listed = g_hash_table_contains (not_passing, id);

  n_passed += passes;
  if (listed)
    {
      n_listed++;
      g_hash_table_insert (not_passing, g_strdup (id), GINT_TO_POINTER (TRUE));
    }
  if (passes && listed)
    g_string_append_printf (wrong, "\n  passes but is listed: %s", id);
  else if (!passes && !listed)
    g_string_append_printf (wrong, "\n  fails: %s", id);
}

static void
run_group (YcSchemaRegistry *registry,
           const char       *file,
           JsonObject       *group,
           GString          *wrong)
{
  const char *title = yc_json_get_string (group, "description", "");
  JsonArray *tests = yc_json_get_array (group, "tests");
  g_autoptr (YcSchema) schema = NULL;
  g_autoptr (GError) error = NULL;

  schema = yc_schema_compile (json_object_get_member (group, "schema"), NULL, registry, &error);
  for (guint i = 0; i < json_array_get_length (tests); i++)
    {
      JsonObject *test = json_array_get_object_element (tests, i);
      g_autofree char *id = g_strdup_printf ("%s | %s | %s", file, title,
                                             yc_json_get_string (test, "description", ""));
      JsonNode *data = json_object_get_member (test, "data");
      gboolean expected = yc_json_get_boolean (test, "valid", FALSE);
      gboolean passes = FALSE;

      if (schema != NULL)
        {
          g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
          gboolean valid = yc_schema_validate (schema, data, report);

          /* With and without a report must agree, and a report must give the reason. */
          g_assert_cmpint (valid, ==, yc_schema_validate (schema, data, NULL));
          g_assert_cmpint (valid, ==, yc_schema_report_is_valid (report));
          passes = valid == expected;
        }
      judge (id, passes, wrong);
    }
  if (error != NULL && wrong->len > 0)
    g_string_append_printf (wrong, "\n  (%s)", error->message);
}

static void
test_file (gconstpointer data)
{
  const char *file = data;
  gboolean formats = g_str_has_prefix (file, "optional/format/");
  g_autoptr (YcSchemaRegistry) registry = create_registry (formats);
  g_autofree char *path = g_build_filename (suite_dir, "tests", DRAFT, file, NULL);
  g_autoptr (JsonNode) root = load_json (path);
  g_autoptr (GString) wrong = g_string_new (NULL);
  JsonArray *groups = json_node_get_array (root);

  for (guint i = 0; i < json_array_get_length (groups); i++)
    run_group (registry, file, json_array_get_object_element (groups, i), wrong);
  if (wrong->len > 0)
    g_test_fail_printf ("%s", wrong->str);
}

/* Runs last: the list holds nothing that the suite has not. */
static void
test_list (void)
{
  GHashTableIter iter;
  gpointer id, met;

  g_hash_table_iter_init (&iter, not_passing);
  while (g_hash_table_iter_next (&iter, &id, &met))
    {
      if (!GPOINTER_TO_INT (met))
        g_test_fail_printf ("Listed but not in the suite: %s", (char *) id);
    }
  g_test_message ("%u passed, %u listed as not passing", n_passed, n_listed);
}

static void
load_list (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  not_passing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean some = g_str_has_prefix (lines[i], ONLY_SOME);

      if (lines[i][0] != '\0' && lines[i][0] != '#')
        g_hash_table_insert (not_passing, g_strdup (lines[i] + (some ? strlen (ONLY_SOME) : 0)),
                             GINT_TO_POINTER (some));
    }
}

static void
add_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (suite_dir, "tests", DRAFT, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_strconcat (folder, name, NULL);
      g_autofree char *test = g_strconcat ("/forms/schema-suite/", file, NULL);

      if (g_str_has_suffix (name, ".json"))
        g_test_add_data_func_full (test, g_steal_pointer (&file), test_file, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  suite_dir = argv[1];
  load_list (argv[2]);
  add_folder ("");
  add_folder ("optional/");
  add_folder ("optional/format/");
  g_test_add_func ("/schema-suite-list/complete", test_list);
  return g_test_run ();
}
