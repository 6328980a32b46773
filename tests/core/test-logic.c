/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JsonLogic: the official cases, and rules that mean harm. */
#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-logic.h"

/* Official cases that do not pass yet, by their number; one that begins to pass must go. */
static const guint not_passing[] = { G_MAXUINT };

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static gboolean
is_listed (guint number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (not_passing); i++)
    if (not_passing[i] == number)
      return TRUE;
  return FALSE;
}

static void
check_official (JsonArray *one,
                guint      number)
{
  g_autofree char *text = yc_json_write (json_array_get_element (one, 0));
  g_autoptr (JsonNode) result = yc_logic_apply (json_array_get_element (one, 0),
                                                json_array_get_element (one, 1), NULL);
  gboolean passes = result != NULL && yc_json_equal (result, json_array_get_element (one, 2));

  if (passes == is_listed (number))
    g_error ("Case %u %s: %s", number, passes ? "passes now" : "fails", text);
}

static void
test_official (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json-logic-tests.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *cases;
  guint number = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  root = parse (text);
  cases = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    if (yc_json_node_get_array (json_array_get_element (cases, i)) != NULL)
      check_official (json_array_get_array_element (cases, i), number++);
  g_assert_cmpuint (number, ==, 290);
}

static const struct
{
  const char *rule;
  const char *data;
  const char *result;
} own[] = {
  { "{\"substr\":[\"阶梯水费证明\",2,2]}", "null", "\"水费\"" },
  { "{\"substr\":[\"阶梯\",9]}", "null", "\"\"" },
  { "{\"substr\":[\"阶梯\",-9,1]}", "null", "\"阶\"" },
  { "{\"in\":[\"水\",\"阶梯水费\"]}", "null", "true" },
  { "{\"cat\":[\"共\",{\"var\":\"n\"},\"人\"]}", "{\"n\":9}", "\"共9人\"" },
  { "{\"+\":[{\"var\":\"a\"},{\"var\":\"b\"}]}", "{\"a\":0.1,\"b\":0.2}", "0.30000000000000004" },
  { "{\"/\":[1,0]}", "null", "null" },
  { "{\"%\":[1,0]}", "null", "null" },
  { "{\"+\":[\"abc\"]}", "null", "null" },
  { "{\"max\":[]}", "null", "null" },
  { "{\"==\":[null,0]}", "null", "false" },
  { "{\"==\":[\"\",0]}", "null", "true" },
  { "{\"==\":[[1],1]}", "null", "true" },
  { "{\"==\":[true,\"1\"]}", "null", "true" },
  { "{\"<\":[\"abc\",1]}", "null", "false" },
  { "{\"<\":[\"a\",\"b\"]}", "null", "true" },
  { "{\"===\":[{\"var\":\"a\"},{\"var\":\"a\"}]}", "{\"a\":[1]}", "true" },
  { "{\"===\":[{\"var\":\"a\"},{\"var\":\"b\"}]}", "{\"a\":[1],\"b\":[1]}", "false" },
  { "{\"a\":1,\"b\":2}", "null", "{\"a\":1,\"b\":2}" },
  { "{}", "null", "{}" },
  { "{\"var\":\"a.0.b\"}", "{\"a\":[{\"b\":7}]}", "7" },
  { "{\"var\":\"a.1.b\"}", "{\"a\":[{\"b\":7}]}", "null" },
  { "{\"reduce\":[{\"var\":\"tenants\"},{\"+\":[{\"var\":\"accumulator\"},1]},1]}",
    "{\"tenants\":[{},{},{}]}", "4" },
  { "{\"log\":\"x\"}", "null", "\"x\"" },
  { "{\"if\":[{\"var\":\"x\"},{\"var\":\"y\"}]}", "{}", "null" },
  { "{\"map\":[]}", "{}", "[]" },
  { "{\"filter\":[[1,2]]}", "{}", "[]" },
  { "{\"missing_some\":[]}", "{}", "[]" },
};

static void
test_own (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) rule = parse (own[i].rule);
      g_autoptr (JsonNode) data = parse (own[i].data);
      g_autoptr (JsonNode) result = yc_logic_apply (rule, data, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = yc_json_write (result);
      g_test_message ("%s", own[i].rule);
      g_assert_cmpstr (text, ==, own[i].result);
    }
}

#define TWENTY "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]"
#define SIXTY "{\"merge\":[" TWENTY "," TWENTY "," TWENTY "]}"

/* Rules that would take for ever, or more memory than there is, or more stack. */
static const char *const bombs[] = {
  "{\"reduce\":[" SIXTY ",{\"cat\":[{\"var\":\"accumulator\"},{\"var\":\"accumulator\"}]},\"x\"]}",
  "{\"reduce\":[" SIXTY ",{\"merge\":[{\"var\":\"accumulator\"},{\"var\":\"accumulator\"}]},[1]]}",
  "{\"reduce\":[" SIXTY ",[{\"var\":\"accumulator\"},{\"var\":\"accumulator\"}],1]}",
  "{\"reduce\":[{\"merge\":[" SIXTY "," SIXTY "," SIXTY "]},[{\"var\":\"accumulator\"}],1]}",
  "{\"map\":[" SIXTY ",{\"map\":[" SIXTY ",{\"map\":[" SIXTY ",{\"map\":[" SIXTY ",1]}]}]}]}",
  "{\"moon\":[1]}",
  "{\"if\":[true,{\"moon\":1}]}",
  "{\"and\":[{\"+\":[1,{\"moon\":1}]},1]}",
  "[1,{\"moon\":1}]",
};

static void
test_bombs (void)
{
  g_autoptr (JsonNode) data = parse ("{}");

  for (gsize i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) rule = parse (bombs[i]);

      g_test_message ("%zu", i);
      g_assert_null (yc_logic_apply (rule, data, &error));
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_LOGIC);
      g_assert_null (yc_logic_apply (rule, data, NULL));
      g_assert_false (yc_logic_test (rule, data, NULL));
    }
}

static void
test_deep_rule (void)
{
  const YcJsonLimits limits = { .max_depth = 512 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) rule = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "{\"!\":");
  g_string_append (text, "1");
  for (guint i = 0; i < 200; i++)
    g_string_append_c (text, '}');
  rule = yc_json_parse (text->str, -1, &limits, NULL);
  g_assert_nonnull (rule);
  g_assert_null (yc_logic_apply (rule, NULL, &error));
  g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_LOGIC);
  g_assert_false (yc_logic_check (rule, NULL));
}

/* A result may be put into the data without making a ring. */
static void
test_result_is_a_copy (void)
{
  g_autoptr (JsonNode) rule = parse ("{\"var\":\"\"}");
  g_autoptr (JsonNode) data = parse ("{\"a\":[1]}");
  JsonNode *result = yc_logic_apply (rule, data, NULL);
  g_autofree char *text = NULL;

  g_assert_true (yc_json_pointer_set (data, "/self", result));
  text = yc_json_write (data);
  g_assert_cmpstr (text, ==, "{\"a\":[1],\"self\":{\"a\":[1]}}");
}

static const struct
{
  const char *rule;
  gboolean    known;
} checks[] = {
  { "true", TRUE },
  { "{\"==\":[{\"var\":\"a\"},{\"moon\":1}]}", FALSE },
  { "{\"moon\":1}", FALSE },
  { "{\"all\":[{\"var\":\"a\"},{\">\":[{\"var\":\"\"},{\"moon\":1}]}]}", FALSE },
  { "{\"a\":1,\"b\":2}", TRUE },
  { "{\"and\":[{\"==\":[{\"var\":\"use\"},\"home\"]},{\">\":[{\"var\":\"n\"},4]}]}", TRUE },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (JsonNode) rule = parse (checks[i].rule);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (yc_logic_check (rule, &error), ==, checks[i].known);
      g_assert_cmpint (error == NULL, ==, checks[i].known);
    }
  g_assert_true (yc_logic_check (NULL, NULL));
  g_assert_true (yc_logic_test (NULL, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logic/official", test_official);
  g_test_add_func ("/logic/own", test_own);
  g_test_add_func ("/logic/bombs", test_bombs);
  g_test_add_func ("/logic/deep-rule", test_deep_rule);
  g_test_add_func ("/logic/result-is-a-copy", test_result_is_a_copy);
  g_test_add_func ("/logic/check", test_check);

  return g_test_run ();
}
