/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report that is brought up to date change by change says what a new one would say. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-schema.h"
#include "yc-test-report.h"

#define N_CHANGES 3000

/* Everything that can make one member's value matter elsewhere. */
static const char *const SCHEMAS[] = {
  "{\"type\":\"object\",\"required\":[\"a\",\"b\"],\"properties\":{\"a\":{\"type\":\"string\","
  "\"minLength\":2,\"pattern\":\"^x\"},\"b\":{\"type\":\"integer\",\"maximum\":3},"
  "\"c\":{\"required\":[\"a\",\"d\"],\"properties\":{\"a\":{\"const\":\"x\"}}}}}",
  "{\"properties\":{\"a\":{\"type\":\"string\"}},\"if\":{\"properties\":{\"a\":{\"const\":\"x\"}},"
  "\"required\":[\"a\"]},\"then\":{\"required\":[\"b\",\"c\"],\"properties\":{\"b\":{\"type\":"
  "\"integer\"}}},\"else\":{\"properties\":{\"d\":{\"minimum\":3}},\"required\":[\"d\"]}}",
  "{\"allOf\":[{\"$ref\":\"#/$defs/one\"},{\"properties\":{\"c\":{\"$ref\":\"#\"}}}],\"$defs\":"
  "{\"one\":{\"required\":[\"a\"],\"properties\":{\"b\":{\"type\":\"string\",\"maxLength\":1}}}}}",
  "{\"anyOf\":[{\"required\":[\"a\"]},{\"properties\":{\"b\":{\"const\":\"x\"}},\"required\":"
  "[\"b\"]}],\"oneOf\":[{\"required\":[\"c\"]},{\"required\":[\"d\"]}],\"not\":{\"properties\":"
  "{\"d\":{\"const\":2}},\"required\":[\"d\"]}}",
  "{\"minProperties\":2,\"maxProperties\":3,\"propertyNames\":{\"pattern\":\"^[a-c]$\"},"
  "\"additionalProperties\":{\"type\":\"integer\"},\"properties\":{\"a\":{\"enum\":[\"x\",1]}}}",
  "{\"patternProperties\":{\"^[ab]\":{\"type\":\"string\"},\"[bc]$\":{\"minLength\":2}},"
  "\"additionalProperties\":false}",
  "{\"dependentRequired\":{\"a\":[\"b\"],\"b\":[\"c\"]},\"dependentSchemas\":{\"c\":{\"properties\":"
  "{\"a\":{\"type\":\"string\"}}}}}",
  "{\"properties\":{\"a\":true,\"rows\":true},\"allOf\":[{\"properties\":{\"b\":{\"type\":"
  "\"integer\"}}}],\"unevaluatedProperties\":{\"type\":\"string\"}}",
  "{\"properties\":{\"rows\":{\"type\":\"array\",\"minItems\":2,\"maxItems\":3,\"uniqueItems\":true,"
  "\"contains\":{\"required\":[\"d\"]},\"items\":{\"required\":[\"a\"],\"properties\":{\"a\":"
  "{\"type\":\"string\",\"minLength\":2},\"b\":{\"$ref\":\"#\"}}}}}}",
  "{\"properties\":{\"rows\":{\"prefixItems\":[{\"required\":[\"a\"]},{\"properties\":{\"b\":"
  "{\"maximum\":1}}}],\"items\":false}}}",
  "{\"properties\":{\"c\":{\"const\":{\"a\":\"x\"}},\"a\":false,\"b\":{\"$dynamicRef\":\"#n\"}},"
  "\"$defs\":{\"n\":{\"$dynamicAnchor\":\"n\",\"type\":\"string\"}}}",
  "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"properties\":{\"rows\":{\"items\":"
  "[{\"required\":[\"a\"]}],\"additionalItems\":{\"required\":[\"b\"]}}},\"dependencies\":{\"a\":"
  "[\"b\"],\"b\":{\"required\":[\"c\"]}}}",
};

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static const char *
choose (GRand             *random,
        const char *const *values,
        guint              n)
{
  return values[g_rand_int_range (random, 0, (gint32) n)];
}

/* Changes a value at random and returns the place to tell. */
static const char *
change (GRand    *random,
        JsonNode *document)
{
  static const char *const places[] = { "/a",   "/b",        "/c",        "/c/a",    "/c/d",
                                        "/d",   "/rows",     "/rows/0/a", "/rows/0", "/rows/1/b",
                                        "/c/a", "/rows/1/d", "/e/f",      "/c/c/a" };
  static const char *const values[] = { NULL,  "\"x\"", "\"xy\"", "1", "2",
                                        "7.5", "{}",    "null",   "[{},{\"a\":\"xyz\"}]" };
  const char *place = choose (random, places, G_N_ELEMENTS (places));
  const char *text = choose (random, values, G_N_ELEMENTS (values));
  const char *top = strrchr (place, '/') == place ? place : NULL;
  g_autofree char *above = g_strndup (place, (gsize) (strrchr (place, '/') - place));
  gboolean in_object = JSON_NODE_HOLDS_OBJECT (document) &&
                       yc_json_node_get_object (yc_json_pointer_get (document, above)) != NULL;

  /* What would make objects on the way, or rows come and go, is told from higher up. */
  if (top == NULL && !in_object)
    return NULL;
  yc_json_pointer_set (document, place, text == NULL ? NULL : parse (text));
  return place;
}

static gboolean
is_told (GPtrArray  *changed,
         const char *line)
{
  g_autofree char *location = g_strndup (line, strcspn (line, " "));

  for (guint i = 0; i < changed->len; i++)
    {
      const char *told = g_ptr_array_index (changed, i);

      if (*told == '\0' || g_str_equal (told, location))
        return TRUE;
    }
  return FALSE;
}

/* Every line that is in one only is at a place that was told. */
static void
assert_told (const char *before,
             const char *after,
             GPtrArray  *changed)
{
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new = g_strsplit (after, "\n", -1);

  for (guint i = 0; old[i] != NULL; i++)
    {
      if (*old[i] != '\0' && !g_strv_contains ((const char *const *) new, old[i]))
        g_assert_true (is_told (changed, old[i]));
    }
  for (guint i = 0; new[i] != NULL; i++)
    {
      if (*new[i] != '\0' && !g_strv_contains ((const char *const *) old, new[i]))
        g_assert_true (is_told (changed, new[i]));
    }
}

static void
run_changes (const char *text,
             gboolean    branches,
             guint32     seed)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, &error);
  g_autoptr (JsonNode) document = parse ("{\"c\":{},\"rows\":[{},{\"a\":\"xy\"}]}");
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  yc_schema_report_set_branches (report, branches);
  yc_schema_validate (schema, document, report);
  said = yc_test_report_write (report);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (YcSchemaReport) fresh = yc_schema_report_new (0);
      g_autofree char *before = g_steal_pointer (&said);
      g_autofree char *expected = NULL;
      const char *place = change (random, document);
      gboolean valid;

      if (place == NULL)
        {
          said = g_steal_pointer (&before);
          continue;
        }
      yc_schema_report_set_branches (fresh, branches);
      valid = yc_schema_update_report (schema, document, place, report, changed);
      g_assert_cmpint (valid, ==, yc_schema_validate (schema, document, fresh));
      said = yc_test_report_write (report);
      expected = yc_test_report_write (fresh);
      if (!g_str_equal (said, expected))
        {
          g_autofree char *data = yc_json_write (document);
          g_error ("%s at %s\nsays:\n%s\nnot:\n%s", data, place, said, expected);
        }
      assert_told (before, said, changed);
    }
}

static void
test_changes (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  run_changes (SCHEMAS[i], FALSE, 20261122 + i);
  run_changes (SCHEMAS[i], TRUE, 11220 + i);
}

/* A report that is full may lack problems: everything is run again. */
static void
test_full_report (void)
{
  g_autoptr (JsonNode) node =
      parse ("{\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}}}");
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, NULL);
  g_autoptr (JsonNode) document = parse ("{\"a\":1,\"b\":1}");
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (1);

  g_assert_false (yc_schema_validate (schema, document, report));
  yc_json_pointer_set (document, "/a", yc_json_string_node ("x"));
  g_assert_false (yc_schema_update_report (schema, document, "/a", report, NULL));
  g_assert_cmpuint (yc_schema_report_get_n_problems (report), ==, 1);
  yc_json_pointer_set (document, "/b", yc_json_string_node ("x"));
  g_assert_true (yc_schema_update_report (schema, document, "/b", report, NULL));
}

/* So is a report that the bounds have cut. */
static void
test_cut_report (void)
{
  g_autoptr (JsonNode) node =
      parse ("{\"properties\":{\"a\":{\"if\":{\"const\":1},\"then\":{\"$ref\":\"#/$defs/x\"}},"
             "\"b\":{\"type\":\"string\"}},\"$defs\":{\"x\":{\"$ref\":\"#/$defs/x\"}}}");
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, NULL);
  g_autoptr (JsonNode) document = parse ("{\"a\":1,\"b\":1}");
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);

  g_assert_false (yc_schema_validate (schema, document, report));
  yc_json_pointer_set (document, "/a", yc_json_string_node ("x"));
  g_assert_false (yc_schema_update_report (schema, document, "/a", report, NULL));
  g_assert_cmpstr (
      yc_schema_problem_get_keyword (yc_schema_report_get_problem (report, 0)), ==, "type");
  yc_json_pointer_set (document, "/b", yc_json_string_node ("x"));
  g_assert_true (yc_schema_update_report (schema, document, "/b", report, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (SCHEMAS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/forms/schema-update/changes/%02u", i);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_changes);
    }
  g_test_add_func ("/forms/schema-update/full-report", test_full_report);
  g_test_add_func ("/forms/schema-update/cut-report", test_cut_report);
  return g_test_run ();
}
