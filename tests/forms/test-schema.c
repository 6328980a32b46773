/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the official suite does not ask: words, locations, bounds, and schemas that are wrong. */
#include <glib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-schema.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static YcSchema *
compile (const char *text)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;
  YcSchema *schema = yc_schema_compile (node, NULL, NULL, &error);

  g_assert_no_error (error);
  return schema;
}

static const struct
{
  const char *schema;
  const char *instance;
  const char *keyword;
  const char *keyword_location;
  const char *instance_location;
  const char *message;
} PROBLEMS[] = {
  { "{\"type\":\"integer\"}", "\"x\"", "type", "/type", "", "Must be a whole number" },
  { "{\"type\":\"integer\"}", "1.5", "type", "/type", "", "Must be a whole number" },
  { "{\"type\":\"number\"}", "null", "type", "/type", "", "Must be a number" },
  { "{\"type\":[\"number\",\"null\"]}", "[]", "type", "/type", "", "Is not of the right kind" },
  { "{\"required\":[\"a\"]}", "{}", "required", "/required", "/a", "Must be filled in" },
  { "{\"properties\":{\"a/b\":{\"required\":[\"c~\"]}}}", "{\"a/b\":{}}", "required",
    "/properties/a~1b/required", "/a~1b/c~0", "Must be filled in" },
  { "{\"items\":{\"$ref\":\"#/$defs/n\"},\"$defs\":{\"n\":{\"maximum\":9.5}}}", "[1,10]",
    "maximum", "/items/$ref/maximum", "/1", "Must not be more than 9.5" },
  { "{\"minimum\":3}", "2", "minimum", "/minimum", "", "Must not be less than 3" },
  { "{\"exclusiveMaximum\":3}", "3", "exclusiveMaximum", "/exclusiveMaximum", "",
    "Must be less than 3" },
  { "{\"multipleOf\":0.01}", "0.305", "multipleOf", "/multipleOf", "",
    "Must have at most 2 decimals" },
  { "{\"minLength\":2}", "\"周\"", "minLength", "/minLength", "",
    "Must have at least 2 characters" },
  { "{\"maxLength\":1}", "\"周三\"", "maxLength", "/maxLength", "",
    "Must have at most 1 character" },
  { "{\"minItems\":1}", "[]", "minItems", "/minItems", "", "Must have at least 1 row" },
  { "{\"enum\":[\"a\"]}", "\"b\"", "enum", "/enum", "", "Must be one of the choices" },
  { "{\"pattern\":\"^\\\\d+$\"}", "\"b\"", "pattern", "/pattern", "",
    "Is not written in the right form" },
  { "{\"pattern\":\"^\\\\d+$\",\"x-message\":\"只写数字\"}", "\"b\"", "pattern", "/pattern", "",
    "只写数字" },
  { "{\"maxLength\":1,\"x-message\":{\"pattern\":\"只写数字\",\"maxLength\":\"只写一位\"}}",
    "\"12\"", "maxLength", "/maxLength", "", "只写一位" },
  { "{\"minLength\":1,\"x-message\":{\"pattern\":\"只写数字\"}}", "\"\"", "minLength",
    "/minLength", "", "Must have at least 1 character" },
  { "{\"required\":[\"a\"],\"properties\":{\"a\":{\"x-message\":{\"required\":\"请写房号\"}}}}",
    "{}", "required", "/required", "/a", "请写房号" },
  { "{\"required\":[\"a\"],\"properties\":{\"a\":{\"x-message\":\"只写数字\"}}}", "{}",
    "required", "/required", "/a", "Must be filled in" },
  { "{\"format\":\"id-number\"}", "\"990101198001010015\"", "format", "/format", "",
    "Is not a valid ID number: check each digit" },
  { "{\"format\":\"mobile\"}", "\"1001234567\"", "format", "/format", "",
    "Is not a mobile number of 11 digits" },
  { "{\"format\":\"uscc\"}", "\"91440101MA5CWF1X2E\"", "format", "/format", "",
    "Is not a valid unified social credit code: check each character" },
  { "{\"format\":\"place-code\"}", "\"4401\"", "format", "/format", "",
    "Is not a place code of 6, 9 or 12 digits" },
  { "{\"format\":\"money\"}", "12.5", "format", "/format", "",
    "Must be an amount with at most two decimals" },
  { "{\"format\":\"date\"}", "\"2026-02-29\"", "format", "/format", "",
    "Is not a date, such as 2026-11-21" },
  { "{\"additionalProperties\":false}", "{\"x\":1}", "additionalProperties",
    "/additionalProperties", "/x", "Is not part of this form" },
  { "{\"uniqueItems\":true}", "[1,1.0]", "uniqueItems", "/uniqueItems", "",
    "Has the same row twice" },
  { "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":3}}", "\"ab\"", "minLength",
    "/then/minLength", "", "Must have at least 3 characters" },
  { "{\"dependentRequired\":{\"a\":[\"b\"]}}", "{\"a\":1}", "dependentRequired",
    "/dependentRequired", "/b", "Must be filled in" },
  { "false", "1", "false", "/false", "", "Does not fit what was filled in elsewhere" },
  { "{\"$ref\":\"#\"}", "1", "x-limit", "/$ref/$ref/$ref/$ref/$ref/$ref/$ref/$ref/x-limit", "", "Is nested too deeply or too large to check" },
};

static void
test_problem (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (YcSchema) schema = compile (PROBLEMS[i].schema);
  g_autoptr (JsonNode) instance = parse (PROBLEMS[i].instance);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autofree char *message = NULL, *titled = NULL, *expected = NULL;
  const YcSchemaProblem *problem;

  g_assert_false (yc_schema_validate (schema, instance, report));
  g_assert_cmpuint (yc_schema_report_get_n_problems (report), ==, 1);
  problem = yc_schema_report_get_problem (report, 0);
  g_assert_cmpstr (yc_schema_problem_get_keyword (problem), ==, PROBLEMS[i].keyword);
  if (PROBLEMS[i].keyword_location != NULL)
    g_assert_cmpstr (yc_schema_problem_get_keyword_location (problem), ==,
                     PROBLEMS[i].keyword_location);
  g_assert_cmpstr (yc_schema_problem_get_instance_location (problem), ==,
                   PROBLEMS[i].instance_location);
  message = yc_schema_problem_get_message (problem, NULL);
  g_assert_cmpstr (message, ==, PROBLEMS[i].message);
  titled = yc_schema_problem_get_message (problem, "Rooms");
  expected = g_strconcat ("Rooms: ", PROBLEMS[i].message, NULL);
  g_assert_cmpstr (titled, ==, expected);
}

static const struct
{
  const char *format;
  const char *value;
  gboolean    valid;
} FORMATS[] = {
  { "id-number", "\"990101196803124516\"", TRUE },
  { "id-number", "\"990101196803124517\"", FALSE },
  { "id-number", "\"990101196802304516\"", FALSE },
  { "uscc", "\"91350100M000100Y43\"", TRUE },
  { "uscc", "\"91350100M000100Y44\"", FALSE },    /* check character */
  { "uscc", "\"91350100m000100y43\"", FALSE },    /* small letters */
  { "uscc", "\"91350100 M000100Y43\"", FALSE },
  { "uscc", "\"91350100M000100Y4\"", FALSE },
  { "uscc", "\"\"", FALSE },
  { "mobile", "\"13800138000\"", TRUE },
  { "mobile", "\"23800138000\"", FALSE },
  { "mobile", "\"1380013800\"", FALSE },
  { "mobile", "\"1380013800a\"", FALSE },
  { "place-code", "\"440106\"", TRUE },
  { "place-code", "\"440000\"", TRUE },
  { "place-code", "\"440106011\"", TRUE },
  { "place-code", "\"440106011002\"", TRUE },
  { "place-code", "\"441900003000\"", TRUE },      /* a town of a city without counties */
  { "place-code", "\"440001\"", FALSE },           /* a county of no city */
  { "place-code", "\"440106000002\"", FALSE },     /* a village of no town */
  { "place-code", "\"044010\"", FALSE },
  { "place-code", "\"4401060\"", FALSE },
  { "place-code", "\"44010a\"", FALSE },
  { "place-code", "440106", TRUE },                  /* formats of text ask nothing of numbers */
  { "uri-template", "\"/cases{/id}{?page,size*,name:20}\"", TRUE },
  { "uri-template", "\"/cases{/id\"", FALSE },
  { "uri-template", "\"/cases}\"", FALSE },
  { "uri-template", "\"/cases{}\"", FALSE },
  { "uri-template", "\"/cases{a b}\"", FALSE },
  { "uri-template", "\"/a b\"", FALSE },
  { "iri", "\"https://例子.测试/办件?编号=1\"", TRUE },
  { "iri", "\"/办件\"", FALSE },
  { "iri-reference", "\"/办件\"", TRUE },
  { "iri-reference", "\"/办 件\"", FALSE },
  { "idn-email", "\"周明德@例子.测试\"", TRUE },
  { "idn-email", "\"周明德\"", FALSE },
  { "idn-email", "\"@例子.测试\"", FALSE },
  { "money", "0", TRUE },
  { "money", "-1250", TRUE },
  { "money", "12.0", TRUE },
  { "money", "12.5", FALSE },
  { "money", "9007199254740993", FALSE },
  { "money", "\"12.5\"", TRUE },                   /* nor this one of text */
};

static void
test_format (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("{\"format\":\"%s\"}", FORMATS[i].format);
  g_autoptr (YcSchema) schema = compile (text);
  g_autoptr (JsonNode) value = parse (FORMATS[i].value);

  g_test_message ("%s %s", FORMATS[i].format, FORMATS[i].value);
  g_assert_cmpint (yc_schema_validate (schema, value, NULL), ==, FORMATS[i].valid);
}

static const struct
{
  const char  *schema;
  YcFormsError code;
  const char  *words;
} MALFORMED[] = {
  { "3", YC_FORMS_ERROR_SCHEMA, "#" },
  { "{\"type\":\"numbr\"}", YC_FORMS_ERROR_SCHEMA, "#/type" },
  { "{\"type\":[\"string\",7]}", YC_FORMS_ERROR_SCHEMA, "#/type" },
  { "{\"properties\":[]}", YC_FORMS_ERROR_SCHEMA, "#/properties" },
  { "{\"properties\":{\"a/b\":{\"minLength\":-1}}}", YC_FORMS_ERROR_SCHEMA,
    "#/properties/a~1b/minLength" },
  { "{\"properties\":{\"a\":\"string\"}}", YC_FORMS_ERROR_SCHEMA, "#/properties/a" },
  { "{\"required\":\"a\"}", YC_FORMS_ERROR_SCHEMA, "#/required" },
  { "{\"multipleOf\":0}", YC_FORMS_ERROR_SCHEMA, "#/multipleOf" },
  { "{\"allOf\":{}}", YC_FORMS_ERROR_SCHEMA, "#/allOf" },
  { "{\"pattern\":\"[a\"}", YC_FORMS_ERROR_PATTERN, "#/pattern" },
  { "{\"pattern\":\"a\\\\Z\"}", YC_FORMS_ERROR_PATTERN, "#/pattern" },
  { "{\"patternProperties\":{\"(\":true}}", YC_FORMS_ERROR_PATTERN, "#/patternProperties" },
  { "{\"$ref\":\"#/$defs/none\"}", YC_FORMS_ERROR_REFERENCE, "#/$defs/none" },
  { "{\"$ref\":\"#nobody\"}", YC_FORMS_ERROR_REFERENCE, "#nobody" },
  { "{\"$ref\":\"https://example.org/s.json\"}", YC_FORMS_ERROR_REFERENCE, "example.org" },
  { "{\"$ref\":\"#%zz\"}", YC_FORMS_ERROR_REFERENCE, "%zz" },
};

static void
test_malformed (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JsonNode) node = parse (MALFORMED[i].schema);
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_schema_compile (node, NULL, NULL, &error));
  g_assert_error (error, YC_FORMS_ERROR, (int) MALFORMED[i].code);
  g_assert_nonnull (strstr (error->message, MALFORMED[i].words));
}

static JsonNode *
nest (const char *open,
      const char *middle,
      const char *close,
      guint       depth)
{
  g_autoptr (GString) text = g_string_new (NULL);
  YcJsonLimits limits = { 0, 512 };
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, middle);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  node = yc_json_parse (text->str, -1, &limits, &error);
  g_assert_no_error (error);
  return node;
}

static void
test_deep_schema (void)
{
  g_autoptr (JsonNode) node = nest ("{\"not\":", "true", "}", 500);
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_schema_compile (node, NULL, NULL, &error));
  g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT);
}

static void
test_deep_document (void)
{
  g_autoptr (YcSchema) schema = compile ("{\"items\":{\"$ref\":\"#\"},\"type\":\"array\"}");
  g_autoptr (JsonNode) fine = nest ("[", "", "]", 400);
  g_autoptr (JsonNode) wrong = nest ("[", "1", "]", 400);

  g_assert_true (yc_schema_validate (schema, fine, NULL));
  g_assert_false (yc_schema_validate (schema, wrong, NULL));
}

/* Two ways at each of 400 levels would take 2^400 steps. */
static void
test_branching_schema (void)
{
  g_autoptr (YcSchema) schema = compile (
      "{\"allOf\":[{\"items\":{\"$ref\":\"#\"}},{\"items\":{\"$ref\":\"#\"}}]}");
  g_autoptr (JsonNode) document = nest ("[", "", "]", 200);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);

  g_assert_false (yc_schema_validate (schema, document, report));
  g_assert_cmpuint (yc_schema_report_get_n_problems (report), ==, 1);
  g_assert_cmpstr (yc_schema_problem_get_keyword (yc_schema_report_get_problem (report, 0)), ==,
                   "x-limit");
}

static void
test_hostile_pattern (void)
{
  g_autoptr (YcSchema) schema = compile ("{\"pattern\":\"^(([a-z])+.)+[A-Z]([a-z])+$\"}");
  g_autofree char *text = g_strnfill (200, 'a');
  g_autoptr (JsonNode) document = yc_json_string_node (text);

  g_assert_false (yc_schema_validate (schema, document, NULL));
}

static void
test_long_string (void)
{
  g_autoptr (YcSchema) schema = compile ("{\"maxLength\":20,\"pattern\":\"^.*$\"}");
  g_autofree char *text = g_strnfill (1 << 20, 'x');
  g_autoptr (JsonNode) document = yc_json_string_node (text);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);

  g_assert_false (yc_schema_validate (schema, document, report));
  g_assert_cmpstr (yc_schema_problem_get_keyword (yc_schema_report_get_problem (report, 0)), ==,
                   "maxLength");
}

static void
test_full_report (void)
{
  g_autoptr (YcSchema) schema = compile ("{\"items\":{\"type\":\"string\"}}");
  g_autoptr (JsonNode) document = parse ("[1,2,3,4,5]");
  g_autoptr (YcSchemaReport) two = yc_schema_report_new (2);
  g_autoptr (YcSchemaReport) all = yc_schema_report_new (0);

  yc_schema_validate (schema, document, two);
  g_assert_cmpuint (yc_schema_report_get_n_problems (two), ==, 2);
  yc_schema_validate (schema, document, all);
  g_assert_cmpuint (yc_schema_report_get_n_problems (all), ==, 5);
}

static void
test_basic_output (void)
{
  g_autoptr (YcSchema) schema = compile (
      "{\"$id\":\"https://example.org/s\",\"properties\":{\"b\":{\"$ref\":\"#/$defs/c\"}},"
      "\"$defs\":{\"c\":{\"required\":[\"a\"]}}}");
  g_autoptr (JsonNode) document = parse ("{\"b\":{}}");
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (JsonNode) output = NULL;
  g_autoptr (JsonNode) expected = NULL;

  yc_schema_validate (schema, document, report);
  output = yc_schema_report_to_json (report);
  expected = parse ("{\"valid\":false,\"errors\":[{\"valid\":false,\"keywordLocation\":"
                    "\"/properties/b/$ref/required\",\"absoluteKeywordLocation\":"
                    "\"https://example.org/s#/$defs/c/required\",\"instanceLocation\":\"/b\","
                    "\"error\":\"Must be filled in\"}]}");
  g_assert_true (yc_json_equal (output, expected));
}

/* Every amount of two decimals is a multiple of 0.01, and none of three is, however the binary
 * fractions fall. */
static void
test_decimals (void)
{
  g_autoptr (YcSchema) cents = compile ("{\"multipleOf\":0.01}");
  g_autoptr (YcSchema) halves = compile ("{\"multipleOf\":0.05}");
  g_autoptr (YcSchema) thirds = compile ("{\"multipleOf\":3}");

  for (guint i = 1; i < 300000; i += 7)
    {
      g_autofree char *text = g_strdup_printf ("%s%u.%02u", i % 2 == 0 ? "-" : "",
                                               i % 3 == 0 ? i * 13007u : i / 100, i % 100);
      g_autofree char *longer = g_strconcat (text, "5", NULL);
      g_autofree char *whole = g_strdup_printf ("%u.0", i);
      g_autoptr (JsonNode) two = parse (text);
      g_autoptr (JsonNode) three = parse (longer);
      g_autoptr (JsonNode) none = parse (whole);

      if (!yc_schema_validate (cents, two, NULL) || yc_schema_validate (cents, three, NULL) ||
          yc_schema_validate (halves, two, NULL) != (i % 5 == 0) ||
          yc_schema_validate (thirds, none, NULL) != (i % 3 == 0))
        g_error ("%s", text);
    }
}

static const struct
{
  const char *schema;
  const char *instance;
  const char *title;
} TITLES[] = {
  { "{\"title\":\"Form\",\"type\":\"object\"}", "1", "Form" },
  { "{\"title\":\"Form\",\"properties\":{\"a\":{\"title\":\"Name\",\"type\":\"string\"}}}",
    "{\"a\":1}", "Name" },
  { "{\"title\":\"Form\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"a\":1}", NULL },
  { "{\"properties\":{\"a\":{\"title\":\"Name\",\"$ref\":\"#/$defs/n\"}},\"$defs\":{\"n\":"
    "{\"type\":\"string\"}}}", "{\"a\":1}", "Name" },
  { "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/n\"}},\"$defs\":{\"n\":{\"title\":\"Name\","
    "\"type\":\"string\"}}}", "{\"a\":1}", "Name" },
  { "{\"required\":[\"a\"],\"properties\":{\"a\":{\"$ref\":\"#/$defs/n\"}},\"$defs\":{\"n\":"
    "{\"title\":\"Name\"}}}", "{}", "Name" },
  { "{\"required\":[\"a\"]}", "{}", NULL },
  { "{\"title\":\"Form\",\"allOf\":[{\"properties\":{\"r\":{\"items\":{\"title\":\"Row\","
    "\"if\":true,\"then\":{\"maxProperties\":0}}}}}]}", "{\"r\":[{\"a\":1}]}", "Row" },
  { "{\"prefixItems\":[true,{\"title\":\"Second\",\"minimum\":2}]}", "[1,1]", "Second" },
  { "{\"patternProperties\":{\"^/a\":{\"title\":\"A\",\"minimum\":2}}}", "{\"/a\":1}", "A" },
  { "{\"additionalProperties\":{\"title\":\"Other\",\"minimum\":2}}", "{\"a\":1}", "Other" },
  { "{\"dependentSchemas\":{\"a\":{\"title\":\"With A\",\"minProperties\":2}}}", "{\"a\":1}",
    "With A" },
};

static void
test_title (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (YcSchema) schema = compile (TITLES[i].schema);
  g_autoptr (JsonNode) instance = parse (TITLES[i].instance);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autofree char *title = NULL;

  g_test_message ("%s", TITLES[i].schema);
  g_assert_false (yc_schema_validate (schema, instance, report));
  title = yc_schema_problem_dup_title (yc_schema_report_get_problem (report, 0));
  g_assert_cmpstr (title, ==, TITLES[i].title);
}

static void
test_undefined (void)
{
  static const struct
  {
    const char *schema;
    gboolean    valid;
  } cases[] = {
    { "{\"const\":1}", FALSE },          { "{\"enum\":[1]}", FALSE },
    { "{\"type\":\"string\"}", FALSE },  { "{\"minimum\":1}", TRUE },
    { "{\"not\":{\"const\":1}}", TRUE }, { "{\"required\":[\"a\"]}", TRUE },
    { "{\"anyOf\":[{\"const\":1},{\"not\":{\"type\":\"string\"}}]}", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YcSchema) schema = compile (cases[i].schema);

      g_assert_cmpint (yc_schema_validate (schema, NULL, NULL), ==, cases[i].valid);
    }
}

/* As the service does with its description of the interface. */
static void
test_part_of_document (void)
{
  g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();
  g_autoptr (JsonNode) api = parse (
      "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"Case\":{\"type\":\"object\","
      "\"required\":[\"id\"],\"properties\":{\"id\":{\"$ref\":\"#/components/schemas/Id\"}}},"
      "\"Id\":{\"type\":\"string\",\"format\":\"uuid\"}}}}");
  g_autoptr (JsonNode) good = parse ("{\"id\":\"01938f6e-7a00-7000-8000-000000000000\"}");
  g_autoptr (JsonNode) bad = parse ("{\"id\":\"1\"}");
  g_autoptr (YcSchema) schema = NULL;
  g_autoptr (GError) error = NULL;
  const char *uri = "https://example.org/openapi.json";

  yc_schema_registry_add (registry, uri, api, &error);
  g_assert_no_error (error);
  g_assert_false (yc_schema_registry_add (registry, uri, api, &error));
  g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_REFERENCE);
  g_clear_error (&error);
  schema = yc_schema_compile_uri ("https://example.org/openapi.json#/components/schemas/Case",
                                  registry, &error);
  g_assert_no_error (error);
  g_assert_true (yc_schema_validate (schema, good, NULL));
  g_assert_false (yc_schema_validate (schema, bad, NULL));
}

/* A vocabulary may be unknown unless the meta-schema demands it. */
static void
test_vocabulary (void)
{
  static const char *const demands[] = { "false", "true" };

  for (guint i = 0; i < G_N_ELEMENTS (demands); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"$id\":\"https://example.org/meta\",\"$vocabulary\":{\"https://json-schema.org/draft/"
          "2020-12/vocab/validation\":true,\"https://example.org/vocab/more\":%s}}",
          demands[i]);
      g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();
      g_autoptr (JsonNode) meta = parse (text);
      g_autoptr (JsonNode) node =
          parse ("{\"$schema\":\"https://example.org/meta\",\"type\":\"string\"}");
      g_autoptr (YcSchema) schema = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (yc_schema_registry_add (registry, "https://example.org/meta", meta, NULL));
      schema = yc_schema_compile (node, NULL, registry, &error);
      if (i == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA);
    }
}

static void
add_cases (const char   *name,
           guint         n,
           GTestDataFunc func)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/forms/schema/%s/%02u", name, i);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);
    }
}

static void
assert_locations (const YcSchemaReport *report,
                  const char           *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);

      g_string_append_printf (found, "%s%s %s", i == 0 ? "" : ", ",
                              yc_schema_problem_get_keyword_location (problem),
                              yc_schema_problem_get_instance_location (problem));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_branches (void)
{
  g_autoptr (YcSchema) schema =
      compile ("{\"properties\":{\"a\":{\"oneOf\":[{\"minimum\":3},{\"type\":\"string\"}]},"
               "\"b\":{\"anyOf\":[{\"minimum\":3},{\"type\":\"number\"}]},"
               "\"c\":{\"contains\":{\"const\":1}},\"d\":{\"if\":true,\"then\":{\"const\":4}}}}");
  g_autoptr (JsonNode) document = parse ("{\"a\":1,\"b\":1,\"c\":[2],\"d\":5}");
  g_autoptr (YcSchemaReport) plain = yc_schema_report_new (0);
  g_autoptr (YcSchemaReport) branches = yc_schema_report_new (0);

  g_assert_false (yc_schema_validate (schema, document, plain));
  assert_locations (plain, "/properties/a/oneOf /a, /properties/c/contains /c, "
                           "/properties/d/then/const /d");
  yc_schema_report_set_branches (branches, TRUE);
  g_assert_false (yc_schema_validate (schema, document, branches));
  assert_locations (branches,
                    "/properties/a/oneOf/0/minimum /a, /properties/a/oneOf/1/type /a, "
                    "/properties/a/oneOf /a, /properties/c/contains/const /c/0, "
                    "/properties/c/contains /c, /properties/d/then/const /d, /properties/d/if /d");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("problem", G_N_ELEMENTS (PROBLEMS), test_problem);
  add_cases ("format", G_N_ELEMENTS (FORMATS), test_format);
  add_cases ("title", G_N_ELEMENTS (TITLES), test_title);
  add_cases ("malformed", G_N_ELEMENTS (MALFORMED), test_malformed);
  g_test_add_func ("/forms/schema/decimals", test_decimals);
  g_test_add_func ("/forms/schema/deep-schema", test_deep_schema);
  g_test_add_func ("/forms/schema/deep-document", test_deep_document);
  g_test_add_func ("/forms/schema/branching-schema", test_branching_schema);
  g_test_add_func ("/forms/schema/hostile-pattern", test_hostile_pattern);
  g_test_add_func ("/forms/schema/long-string", test_long_string);
  g_test_add_func ("/forms/schema/full-report", test_full_report);
  g_test_add_func ("/forms/schema/basic-output", test_basic_output);
  g_test_add_func ("/forms/schema/branches", test_branches);
  g_test_add_func ("/forms/schema/undefined", test_undefined);
  g_test_add_func ("/forms/schema/vocabulary", test_vocabulary);
  g_test_add_func ("/forms/schema/part-of-document", test_part_of_document);
  return g_test_run ();
}
