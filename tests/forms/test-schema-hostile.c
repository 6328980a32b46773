/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schemas and documents made to hang, to crash or to eat memory: each ends within a second. */
#include <glib.h>
#include <string.h>
#include <time.h>

#include "yc-json.h"
#include "yc-schema.h"

/* Sanitizers make everything some times slower. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define MAX_SECONDS 6.0
#else
#define MAX_SECONDS 1.0
#endif

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* @open @item,@item… @close, with %u in @item standing for the number of the item. */
static JsonNode *
repeat (const char *open,
        const char *item,
        const char *close,
        guint       n)
{
  g_autoptr (GString) text = g_string_new (open);
  const char *mark = strstr (item, "%u");
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_len (text, item, mark == NULL ? -1 : mark - item);
      if (mark != NULL)
        g_string_append_printf (text, "%u%s", i, mark + 2);
    }
  g_string_append (text, close);
  node = yc_json_parse (text->str, (gssize) text->len, NULL, &error);
  g_assert_no_error (error);
  return node;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

/* Runs @instance; with and without a report it takes less than a second. */
static gboolean
hold (JsonNode       *schema_node,
      JsonNode       *instance,
      YcSchemaReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSchema) schema = yc_schema_compile (schema_node, NULL, NULL, &error);
  double begin = get_time ();
  gboolean valid;

  g_assert_no_error (error);
  g_test_message ("compiled in %.3f s", get_time () - begin);
  g_assert_cmpfloat (get_time () - begin, <, MAX_SECONDS);
  begin = get_time ();
  valid = yc_schema_validate (schema, instance, NULL);
  g_test_message ("validated in %.3f s", get_time () - begin);
  g_assert_cmpfloat (get_time () - begin, <, MAX_SECONDS);
  begin = get_time ();
  g_assert_cmpint (yc_schema_validate (schema, instance, report), ==, valid);
  g_test_message ("reported in %.3f s", get_time () - begin);
  g_assert_cmpfloat (get_time () - begin, <, MAX_SECONDS);
  return valid;
}

static void
refuse (JsonNode     *node,
        YcFormsError  code)
{
  g_autoptr (GError) error = NULL;
  double begin = get_time ();

  g_assert_null (yc_schema_compile (node, NULL, NULL, &error));
  g_assert_error (error, YC_FORMS_ERROR, (int) code);
  g_assert_cmpfloat (get_time () - begin, <, MAX_SECONDS);
}

static void
test_ten_megabytes (void)
{
  g_autofree char *text = g_strnfill (10 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;
  double begin = get_time ();

  text[0] = '{';
  text[strlen (text) - 1] = '}';
  g_assert_null (yc_json_parse (text, -1, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpfloat (get_time () - begin, <, MAX_SECONDS);
}

static void
test_many_parts (void)
{
  g_autoptr (JsonNode) node = repeat ("{\"allOf\":[", "{\"type\":\"string\"}", "]}", 120000);

  refuse (node, YC_FORMS_ERROR_LIMIT);
}

static void
test_many_ids (void)
{
  g_autoptr (JsonNode) node = repeat ("{\"allOf\":[", "{\"$id\":\"s%u\"}", "]}", 120000);

  refuse (node, YC_FORMS_ERROR_LIMIT);
}

static void
test_long_id (void)
{
  g_autofree char *name = g_strnfill (1000000, 'a');
  g_autofree char *open =
      g_strdup_printf ("{\"$id\":\"https://example.org/%s/\",\"allOf\":[", name);
  g_autoptr (JsonNode) node = repeat (open, "{\"$id\":\"s%u\"}", "]}", 1000);

  refuse (node, YC_FORMS_ERROR_LIMIT);
}

/* Names on the way that are so long that writing them for every part would take minutes. */
static void
test_long_names (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_strnfill (20000, 'a');
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "{\"properties\":{\"%s\":", name);
  g_string_append (text, "{\"allOf\":[");
  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "%s{\"$anchor\":\"a%u\"}", i == 0 ? "" : ",", i);
  g_string_append (text, "]},\"x\":7");
  for (guint i = 0; i < 30; i++)
    g_string_append (text, "}}");
  node = parse (text->str);
  refuse (node, YC_FORMS_ERROR_SCHEMA);
}

static void
test_many_patterns (void)
{
  g_autoptr (JsonNode) node =
      repeat ("{\"allOf\":[", "{\"pattern\":\"(%u(a{1,90}){1,90}){0,2}\"}", "]}", 30000);

  refuse (node, YC_FORMS_ERROR_LIMIT);
}

static void
test_long_pattern (void)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autoptr (JsonNode) node = parse ("{}");

  while (pattern->len < 4000000)
    g_string_append (pattern, "\\p{");
  json_object_set_string_member (json_node_get_object (node), "pattern", pattern->str);
  refuse (node, YC_FORMS_ERROR_PATTERN);
}

static void
test_exploding_pattern (void)
{
  g_autoptr (JsonNode) node = parse ("{\"pattern\":\"((((((a{1,99}){1,99}){1,99}){1,99}){1,99}){1,99})\"}");

  refuse (node, YC_FORMS_ERROR_PATTERN);
}

/* One pattern alone is bounded by the match limit, thousands of them by time. */
static void
test_backtracking (void)
{
  static const char *const patterns[] = { "^(([a-z])+.)+[A-Z]([a-z])+$", "^(a+)+$", "^(a|aa)+$",
                                          "(.*)*x", "^(\\\\p{L}*)*!$", "(?=(a+)+b)" };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"patternProperties\":{\"%s\":true},\"additionalProperties\":{\"pattern\":\"%s\"}}",
          patterns[i], patterns[i]);
      g_autoptr (JsonNode) node = parse (text);
      g_autoptr (JsonNode) document = repeat (
          "{", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa#%u\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa#\"",
          "}", 4000);
      g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);

      g_assert_false (hold (node, document, report));
    }
}

static void
test_circles (void)
{
  static const char *const schemas[] = {
    "{\"$ref\":\"#\"}",
    "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}}}",
    "{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
    "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
    "{\"not\":{\"$ref\":\"#\"}}",
    "{\"if\":{\"$ref\":\"#\"}}",
    "{\"$dynamicAnchor\":\"n\",\"$dynamicRef\":\"#n\"}",
    "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$ref\":\"#\"}",
    "{\"unevaluatedProperties\":{\"type\":\"null\"},\"allOf\":[{\"$ref\":\"#\"}]}",
  };
  g_autoptr (JsonNode) document = parse ("{\"a\":1}");

  for (gsize i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autoptr (JsonNode) node = parse (schemas[i]);
      g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
      guint n;

      g_assert_false (hold (node, document, report));
      n = yc_schema_report_get_n_problems (report);
      g_assert_cmpuint (n, >, 0);
    }
}

/* Much work for every item of a long list. */
static void
test_products (void)
{
  static const struct
  {
    const char *open, *item, *close;
    const char *value;
    guint       n, n_values;
  } cases[] = {
    { "{\"items\":{\"required\":[", "\"n%u\"", "]}}", "{}", 60000, 30000 },
    { "{\"items\":{\"enum\":[", "%u.5", "]}}", "0.25", 60000, 30000 },
    { "{\"items\":{\"anyOf\":[", "{\"const\":%u}", "]}}", "true", 30000, 50000 },
    { "{\"items\":{\"properties\":{", "\"n%u\":false", "}}}", "{}", 4000, 60000 },
    { "{\"items\":{\"dependentRequired\":{\"a\":[", "\"n%u\"", "]}}}", "{\"a\":1}", 50000, 30000 },
    { "{\"contains\":{\"allOf\":[", "{\"minLength\":%u}", "]}}", "\"aaaaaaaaaaaaaaaaaa\"", 30000,
      50000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = repeat (cases[i].open, cases[i].item, cases[i].close, cases[i].n);
      g_autoptr (JsonNode) document = repeat ("[", cases[i].value, "]", cases[i].n_values);
      g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);

      hold (node, document, report);
    }
}

static void
test_flood_of_problems (void)
{
  g_autoptr (JsonNode) node = parse ("{\"items\":{\"type\":\"string\",\"enum\":[\"a\"]}}");
  g_autoptr (JsonNode) document = repeat ("[", "%u", "]", 300000);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);

  g_assert_false (hold (node, document, report));
  g_assert_cmpuint (yc_schema_report_get_n_problems (report), ==, 100000);
}

/* Items whose hashes would be the same by simple functions: fractions by g_double_hash(), and
 * texts of the blocks "Aa" and "BB" where each letter counts for 33 times the next. */
static void
test_unique_items (void)
{
  g_autoptr (JsonNode) node = parse ("{\"uniqueItems\":true}");
  g_autoptr (JsonNode) fractions = repeat ("[", "0.1%u7", "]", 100000);
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (JsonNode) texts = NULL;

  for (guint i = 0; i < 1 << 16; i++)
    {
      g_string_append (text, i == 0 ? "\"" : ",\"");
      for (guint bit = 0; bit < 16; bit++)
        g_string_append (text, (i >> bit) & 1 ? "Ab" : "BA");
      g_string_append_c (text, '"');
    }
  g_string_append_c (text, ']');
  texts = parse (text->str);
  g_assert_true (hold (node, fractions, NULL));
  g_assert_true (hold (node, texts, NULL));
}

static void
test_huge_numbers (void)
{
  static const struct
  {
    const char *schema;
    const char *instance;
    gboolean    valid;
  } cases[] = {
    { "{\"multipleOf\":1e-300}", "1e300", TRUE },
    { "{\"multipleOf\":1e300}", "1e-300", FALSE },
    { "{\"multipleOf\":0.5,\"type\":\"integer\"}", "1e308", TRUE },
    { "{\"multipleOf\":3}", "9223372036854775807", FALSE },
    { "{\"maximum\":1e308}", "9223372036854775807", TRUE },
    { "{\"minimum\":-9223372036854775808}", "-9223372036854775808", TRUE },
    { "{\"exclusiveMinimum\":9007199254740993}", "9007199254740993.0", FALSE },
    { "{\"minLength\":1e300}", "\"a\"", FALSE },
    { "{\"maxItems\":9223372036854775807}", "[1]", TRUE },
    { "{\"maxLength\":1e300}", "\"a\"", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse (cases[i].schema);
      g_autoptr (JsonNode) instance = parse (cases[i].instance);

      g_test_message ("%s %s", cases[i].schema, cases[i].instance);
      g_assert_cmpint (hold (node, instance, NULL), ==, cases[i].valid);
    }
}

/* A keyword nobody knows is no reason to refuse a schema. */
static void
test_unknown_keywords (void)
{
  g_autoptr (JsonNode) node = parse ("{\"typ\":7,\"x-anything\":{\"$ref\":\"#/none\"},\"type\":"
                                     "\"string\",\"format\":\"no-such-format\"}");
  g_autoptr (JsonNode) good = yc_json_string_node ("a");
  g_autoptr (JsonNode) bad = parse ("1");

  g_assert_true (hold (node, good, NULL));
  g_assert_false (hold (node, bad, NULL));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (void);
  } tests[] = {
    { "ten-megabytes", test_ten_megabytes },
    { "many-parts", test_many_parts },
    { "many-ids", test_many_ids },
    { "long-id", test_long_id },
    { "long-names", test_long_names },
    { "many-patterns", test_many_patterns },
    { "long-pattern", test_long_pattern },
    { "exploding-pattern", test_exploding_pattern },
    { "backtracking", test_backtracking },
    { "circles", test_circles },
    { "products", test_products },
    { "flood-of-problems", test_flood_of_problems },
    { "unique-items", test_unique_items },
    { "huge-numbers", test_huge_numbers },
    { "unknown-keywords", test_unknown_keywords },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/forms/schema-hostile/", tests[i].name, NULL);
      g_test_add_func (path, tests[i].func);
    }
  return g_test_run ();
}
