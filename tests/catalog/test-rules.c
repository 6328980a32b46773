/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules speak of, and all ways through a question list. */
#include <glib.h>
#include <string.h>

#include "yc-catalog-paths-private.h"
#include "yc-catalog-rule-private.h"
#include "yc-json.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);

  return node;
}

static void
add_var_cb (const char *path,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", path);
}

static void
add_constant_cb (const char *path,
                 JsonNode   *constant,
                 gpointer    user_data)
{
  g_autofree char *written = yc_json_write (constant);

  g_string_append_printf (user_data, "%s:%s ", path, written);
}

static void
test_vars (void)
{
  static const struct
  {
    const char *rule;
    const char *vars;
  } table[] = {
    { "true", "" },
    { "{\"var\": \"a\"}", "a " },
    { "{\"var\": [\"a.b\", 0]}", "a.b " },
    { "{\"var\": \"\"}", "" },
    { "{\"and\": [{\"var\": \"a\"}, {\"!\": {\"var\": \"b\"}}]}", "a b " },
    { "{\"missing\": [\"a\", \"b\"]}", "a b " },
    { "{\"missing_some\": [1, [\"a\", \"b\"]]}", "a b " },
    { "{\"reduce\": [{\"var\": \"rows\"}, {\"+\": [{\"var\": \"accumulator\"}, 1]}, 0]}", "rows " },
    { "{\"some\": [{\"var\": \"rows\"}, {\"==\": [{\"var\": \"name\"}, \"x\"]}]}", "rows " },
    { "{\"in\": [{\"var\": \"a\"}, [\"x\", {\"var\": \"b\"}]]}", "a b " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (JsonNode) rule = parse (table[i].rule);
      g_autoptr (GString) vars = g_string_new (NULL);

      yc_catalog_rule_each_var (rule, add_var_cb, vars);
      g_assert_cmpstr (vars->str, ==, table[i].vars);
    }
}

static void
test_constants (void)
{
  static const struct
  {
    const char *rule;
    const char *constants;
  } table[] = {
    { "{\"==\": [{\"var\": \"a\"}, \"x\"]}", "a:\"x\" " },
    { "{\"<\": [1, {\"var\": \"a\"}, 5]}", "a:1 a:5 " },
    { "{\"in\": [{\"var\": \"a\"}, [\"x\", \"y\"]]}", "a:\"x\" a:\"y\" " },
    { "{\"in\": [\"x\", {\"var\": \"a\"}]}", "a:\"x\" " },
    { "{\"!\": {\"===\": [{\"var\": \"a\"}, true]}}", "a:true " },
    { "{\"or\": [{\">\": [{\"var\": \"a\"}, 4]}, {\"var\": \"b\"}]}", "a:4 " },
    { "{\"+\": [{\"var\": \"a\"}, 4]}", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (JsonNode) rule = parse (table[i].rule);
      g_autoptr (GString) constants = g_string_new (NULL);

      yc_catalog_rule_each_constant (rule, add_constant_cb, constants);
      g_assert_cmpstr (constants->str, ==, table[i].constants);
    }
}

static YcCatalogPaths *
walk (const char *questions,
      const char *outcomes)
{
  g_autoptr (JsonNode) first = parse (questions);
  g_autoptr (JsonNode) second = parse (outcomes);

  return yc_catalog_paths_walk (json_node_get_array (first), json_node_get_array (second));
}

/* The bounds of a comparison are tried on both sides. */
static void
test_numbers (void)
{
  g_autoptr (YcCatalogPaths) paths = NULL;

  paths = walk ("[{\"id\": \"n\", \"kind\": \"number\", \"minimum\": 0, \"maximum\": 100}]",
                "[{\"when\": {\"<\": [{\"var\": \"n\"}, 60]}},"
                " {\"when\": {\">\": [{\"var\": \"n\"}, 60]}}]");

  g_assert_true (yc_catalog_paths_is_complete (paths));
  g_assert_cmpuint (yc_catalog_paths_get_n_paths (paths), ==, 5);
  g_assert_cmpuint (yc_catalog_paths_get_n_dead_ends (paths), ==, 1);
  g_assert_cmpstr (yc_catalog_paths_get_dead_end (paths, 0), ==, "{\"n\":60}");
}

/* Sets of answers, also the set of all. */
static void
test_sets (void)
{
  g_autoptr (YcCatalogPaths) paths = NULL;

  paths = walk ("[{\"id\": \"c\", \"kind\": \"choices\", \"choices\": "
                "[{\"value\": \"a\"}, {\"value\": \"b\"}, {\"value\": \"c\"}]}]",
                "[{\"when\": {\"in\": [\"a\", {\"var\": \"c\"}]}},"
                " {\"when\": {\"in\": [\"b\", {\"var\": \"c\"}]}}]");

  g_assert_cmpuint (yc_catalog_paths_get_n_paths (paths), ==, 7);
  g_assert_cmpuint (yc_catalog_paths_get_n_dead_ends (paths), ==, 1);
  g_assert_cmpstr (yc_catalog_paths_get_dead_end (paths, 0), ==, "{\"c\":[\"c\"]}");
}

static void
test_unreached (void)
{
  g_autoptr (YcCatalogPaths) paths = NULL;

  paths = walk ("[{\"id\": \"a\", \"kind\": \"yes-no\"},"
                " {\"id\": \"b\", \"kind\": \"yes-no\","
                "  \"when\": {\"==\": [{\"var\": \"a\"}, \"yes\"]}}]",
                "[{\"when\": true}, {\"when\": {\"var\": \"b\"}}]");

  g_assert_true (yc_catalog_paths_asks (paths, 0));
  g_assert_false (yc_catalog_paths_asks (paths, 1));
  g_assert_true (yc_catalog_paths_reaches (paths, 0));
  g_assert_false (yc_catalog_paths_reaches (paths, 1));
}

/* A list with more ways than can be tried is bounded, and says so. */
static void
test_bounded (void)
{
  g_autoptr (GString) questions = g_string_new ("[");
  g_autoptr (YcCatalogPaths) paths = NULL;

  for (int i = 0; i < 30; i++)
    g_string_append_printf (questions, "%s{\"id\": \"q%d\", \"kind\": \"yes-no\"}",
                            i > 0 ? "," : "", i);
  g_string_append_c (questions, ']');
  paths = walk (questions->str, "[{\"when\": true}]");

  g_assert_false (yc_catalog_paths_is_complete (paths));
  g_assert_cmpuint (yc_catalog_paths_get_n_dead_ends (paths), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/rule/vars", test_vars);
  g_test_add_func ("/catalog/rule/constants", test_constants);
  g_test_add_func ("/catalog/paths/numbers", test_numbers);
  g_test_add_func ("/catalog/paths/sets", test_sets);
  g_test_add_func ("/catalog/paths/unreached", test_unreached);
  g_test_add_func ("/catalog/paths/bounded", test_bounded);

  return g_test_run ();
}
