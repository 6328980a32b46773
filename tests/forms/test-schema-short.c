/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The short ways of a validation that nobody wants a report of say what the long ones say. */
#include "yc-json.h"
#include "yc-schema.h"

#define SMALL "{\"properties\":{\"a\":{\"type\":\"string\"},\"b\":true},\"required\":[\"a\"]}"
#define LARGE                                                                                  \
  "{\"properties\":{\"a\":{\"minLength\":2},\"b\":true,\"c\":{},\"dddd\":{\"type\":\"integer\"},"  \
  "\"the field with a long name\":{\"const\":7},\"the field with a long one\":true},"            \
  "\"required\":[\"a\",\"dddd\",\"a\"],\"additionalProperties\":"
#define CHOICES "[{\"const\":\"配偶\",\"title\":\"Spouse\"},{\"type\":\"string\",\"const\":\"b\"}]"
#define MIXED "{\"enum\":[\"a\",null,3,\"b\",{\"c\":1}]}"

static const struct
{
  const char *schema;
  const char *instance;
  gboolean    valid;
} CASES[] = {
  { SMALL, "{\"a\":\"x\"}", TRUE },
  { SMALL, "{\"b\":1}", FALSE },
  { SMALL, "{\"a\":1}", FALSE },
  { SMALL, "{\"a\":\"x\",\"c\":1,\"d\":2,\"e\":3,\"f\":4,\"g\":5,\"h\":6,\"i\":7,\"j\":8}", TRUE },
  { LARGE "true}", "{\"a\":\"xy\",\"dddd\":1}", TRUE },
  { LARGE "true}", "{\"a\":\"xy\",\"dddd\":1,\"e\":null}", TRUE },
  { LARGE "true}", "{\"a\":\"xy\",\"b\":1}", FALSE },
  { LARGE "true}", "{\"dddd\":1,\"b\":1}", FALSE },
  { LARGE "true}", "{\"a\":\"x\",\"dddd\":1}", FALSE },
  { LARGE "true}", "{\"a\":\"xy\",\"dddd\":1,\"the field with a long name\":7}", TRUE },
  { LARGE "true}", "{\"a\":\"xy\",\"dddd\":1,\"the field with a long name\":8}", FALSE },
  { LARGE "true}", "{\"a\":\"xy\",\"dddd\":1,\"the field with a long one\":8}", TRUE },
  { LARGE "false}", "{\"a\":\"xy\",\"dddd\":1,\"the field with a long one\":8}", TRUE },
  { LARGE "false}", "{\"a\":\"xy\",\"dddd\":1,\"the field with a long nose\":8}", FALSE },
  { LARGE "false}", "{\"a\":\"xy\",\"dddd\":1,\"e\":2}", FALSE },
  { LARGE "false}", "{\"a\":\"xy\",\"dddd\":1,\"\":2}", FALSE },
  { LARGE "{\"type\":\"null\"}}", "{\"a\":\"xy\",\"dddd\":1,\"e\":null}", TRUE },
  { LARGE "{\"type\":\"null\"}}", "{\"a\":\"xy\",\"dddd\":1,\"e\":2}", FALSE },
  { "{\"required\":[\"a\"],\"properties\":{\"b\":true},\"patternProperties\":{\"^a\":true}}",
    "{\"b\":1}", FALSE },
  { "{\"oneOf\":" CHOICES "}", "\"配偶\"", TRUE },
  { "{\"oneOf\":" CHOICES "}", "\"b\"", TRUE },
  { "{\"oneOf\":" CHOICES "}", "\"c\"", FALSE },
  { "{\"oneOf\":" CHOICES "}", "null", FALSE },
  { "{\"anyOf\":" CHOICES "}", "\"b\"", TRUE },
  { "{\"anyOf\":" CHOICES "}", "[\"b\"]", FALSE },
  { "{\"oneOf\":[{\"const\":\"a\"},{\"const\":\"a\"}]}", "\"a\"", FALSE },
  { "{\"anyOf\":[{\"const\":\"a\"},{\"const\":\"a\"}]}", "\"a\"", TRUE },
  { "{\"oneOf\":[{\"const\":\"a\"},{\"const\":1}]}", "1.0", TRUE },
  { "{\"oneOf\":[{\"const\":\"a\"},true]}", "\"a\"", FALSE },
  { "{\"oneOf\":[{\"const\":\"a\"},false]}", "\"a\"", TRUE },
  { "{\"oneOf\":[{\"const\":\"a\",\"minLength\":2}]}", "\"a\"", FALSE },
  { "{\"oneOf\":[{\"const\":\"a\",\"type\":\"number\"}]}", "\"a\"", FALSE },
  { "{\"oneOf\":[]}", "\"a\"", FALSE },
  { MIXED, "\"a\"", TRUE },
  { MIXED, "\"b\"", TRUE },
  { MIXED, "\"c\"", FALSE },
  { MIXED, "null", TRUE },
  { MIXED, "3.0", TRUE },
  { MIXED, "{\"c\":1.0}", TRUE },
  { MIXED, "false", FALSE },
  { "{\"enum\":[]}", "\"a\"", FALSE },
  { "{\"const\":\"a\"}", "\"a\"", TRUE },
  { "{\"const\":\"a\"}", "\"b\"", FALSE },
  { "{\"const\":\"1\"}", "1", FALSE },
  { "{\"const\":1}", "\"1\"", FALSE },
  { "{\"const\":null}", "\"\"", FALSE },
  { "{\"pattern\":\"^a.c$\"}", "\"abc\"", TRUE },
  { "{\"pattern\":\"^a.c$\"}", "\"a表c\"", TRUE },
  { "{\"pattern\":\"^a.c$\"}", "\"aabbccddc\"", FALSE },
  { "{\"pattern\":\"^.{9}$\"}", "\"12345678表\"", TRUE },
};

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (JsonNode) node = parse (CASES[i].schema);
  g_autoptr (JsonNode) instance = parse (CASES[i].instance);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (YcSchemaReport) branches = yc_schema_report_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, &error);

  g_assert_no_error (error);
  yc_schema_report_set_branches (branches, TRUE);
  g_assert_cmpint (yc_schema_validate (schema, instance, NULL), ==, CASES[i].valid);
  g_assert_cmpint (yc_schema_validate (schema, instance, report), ==, CASES[i].valid);
  g_assert_cmpint (yc_schema_validate (schema, instance, branches), ==, CASES[i].valid);
  g_assert_cmpint (yc_schema_report_is_valid (report), ==, CASES[i].valid);
  g_assert_cmpuint (yc_schema_report_get_n_problems (branches), >=,
                    yc_schema_report_get_n_problems (report));
}

/* Where a text fails all choices, the report of branches still has each of them. */
static void
test_told (void)
{
  g_autoptr (JsonNode) node = parse ("{\"oneOf\":" CHOICES "}");
  g_autoptr (JsonNode) instance = parse ("\"c\"");
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, NULL);

  yc_schema_report_set_branches (report, TRUE);
  g_assert_false (yc_schema_validate (schema, instance, report));
  g_assert_cmpuint (yc_schema_report_get_n_problems (report), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/forms/schema-short/%zu", i);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/forms/schema-short/told", test_told);
  return g_test_run ();
}
