/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules speak of, and all ways through a question list. */
#include <glib.h>
#include <string.h>

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
    { "{\"within\": [{\"var\": \"a\"}, \"990119\"]}", "a:\"990119\" " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (JsonNode) rule = parse (table[i].rule);
      g_autoptr (GString) constants = g_string_new (NULL);

      yc_catalog_rule_each_constant (rule, add_constant_cb, constants);
      g_assert_cmpstr (constants->str, ==, table[i].constants);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/rule/vars", test_vars);
  g_test_add_func ("/catalog/rule/constants", test_constants);

  return g_test_run ();
}
