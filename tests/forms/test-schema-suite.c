/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official test suite of JSON Schema, drafts 2020-12 and 7: what does not pass is on a list, and
 * what is on the list and passes must leave it. */
#include <gio/gio.h>
#include <string.h>

#include "yc-json.h"
#include "yc-schema-suite.h"
#include "yc-schema.h"

/* Before a case that is only in some editions of the suite: it need not be met. */
#define ONLY_SOME "? "

typedef struct
{
  const char *draft;
  GString    *wrong;
  guint       n_required, n_required_passed, n_optional, n_optional_passed;
} Run;

static const char *suite_dir;
static GHashTable *not_passing;   /* "draft/file | group | case" → whether it was met */

static void
judge (const YcSchemaSuiteCase *result,
       gpointer                 user_data)
{
  Run *run = user_data;
  gboolean optional = g_str_has_prefix (result->file, "optional/");
  g_autofree char *id = g_strdup_printf ("%s/%s | %s | %s", run->draft, result->file,
                                         result->group, result->name);
  gboolean listed = g_hash_table_contains (not_passing, id);

  *(optional ? &run->n_optional : &run->n_required) += 1;
  *(optional ? &run->n_optional_passed : &run->n_required_passed) += result->passed;
  if (listed)
    g_hash_table_insert (not_passing, g_strdup (id), GINT_TO_POINTER (TRUE));
  if (result->passed && listed)
    g_string_append_printf (run->wrong, "\n  passes but is listed: %s", id);
  else if (!result->passed && !listed)
    g_string_append_printf (run->wrong, "\n  fails: %s %s", id,
                            result->trouble == NULL ? "" : result->trouble);
}

static void
test_draft (gconstpointer data)
{
  gboolean newest = g_str_equal (data, "draft2020-12");
  Run run = { .draft = data, .wrong = g_string_new (NULL) };
  g_autofree char *folder = g_build_filename (suite_dir, "tests", run.draft, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_schema_suite_run (folder, newest, judge, &run, &error));
  g_assert_no_error (error);
  g_test_message ("%s: %u of %u required and %u of %u optional cases pass", run.draft,
                  run.n_required_passed, run.n_required, run.n_optional_passed, run.n_optional);
  if (run.wrong->len > 0)
    g_test_fail_printf ("%s", run.wrong->str);
  /* No edition of the suite has fewer: a folder that was not entered would be seen here. */
  g_assert_cmpuint (run.n_required, >=, 800);
  g_assert_cmpuint (run.n_optional, >=, newest ? 500 : 0);
  g_assert_cmpuint (run.n_required_passed, ==, run.n_required);
  g_string_free (run.wrong, TRUE);
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
}

/* The suite's cases of output: a schema, data, and a schema that our output must satisfy. */

static JsonNode *
load_json (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  node = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  return node;
}

/* We give no annotations, which the standard leaves open: a case that is about them is about
 * nothing of ours. */
static gboolean
is_about_annotations (JsonNode *output)
{
  JsonNode *required = yc_json_pointer_get (output, "/required/0");

  return g_strcmp0 (yc_json_node_get_string (required), "annotations") == 0;
}

static guint
check_output (YcSchemaRegistry *registry,
              JsonObject       *group,
              JsonObject       *test)
{
  JsonNode *wanted = json_object_get_member (yc_json_get_object (test, "output"), "basic");
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (YcSchema) schema = NULL, output_schema = NULL;
  g_autoptr (JsonNode) output = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (is_about_annotations (wanted))
    return 0;
  schema = yc_schema_compile (json_object_get_member (group, "schema"), NULL, registry, &error);
  g_assert_no_error (error);
  output_schema = yc_schema_compile (wanted, NULL, registry, &error);
  g_assert_no_error (error);
  yc_schema_validate (schema, json_object_get_member (test, "data"), report);
  output = yc_schema_report_to_json (report);
  text = yc_json_write (output);
  if (!yc_schema_validate (output_schema, output, NULL))
    g_test_fail_printf ("%s: %s", yc_json_get_string (test, "description", ""), text);
  return 1;
}

static guint
check_output_file (YcSchemaRegistry *registry,
                   const char       *path)
{
  g_autoptr (JsonNode) root = load_json (path);
  JsonArray *groups = yc_json_node_get_array (root);
  guint n_checked = 0;

  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);
      JsonArray *tests = yc_json_get_array (group, "tests");

      for (guint j = 0; j < json_array_get_length (tests); j++)
        n_checked += check_output (registry, group, json_array_get_object_element (tests, j));
    }
  return n_checked;
}

static void
test_output (void)
{
  g_autofree char *folder =
      g_build_filename (suite_dir, "output-tests", "draft2020-12", "content", NULL);
  g_autofree char *schema_path = g_build_filename (folder, "..", "output-schema.json", NULL);
  g_autoptr (JsonNode) schema = load_json (schema_path);
  g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GError) error = NULL;
  guint n_checked = 0;
  const char *name;

  yc_schema_registry_add (registry, "https://json-schema.org/draft/2020-12/output/schema", schema,
                          &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      n_checked += check_output_file (registry, path);
    }
  g_assert_cmpuint (n_checked, >=, 3);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  suite_dir = argv[1];
  load_list (argv[2]);
  g_test_add_data_func ("/forms/schema-suite/draft2020-12", "draft2020-12", test_draft);
  g_test_add_data_func ("/forms/schema-suite/draft7", "draft7", test_draft);
  g_test_add_func ("/forms/schema-suite/output", test_output);
  g_test_add_func ("/forms/schema-suite-list/complete", test_list);
  return g_test_run ();
}
