/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For every keyword that can fail: words with the field's title, in English and in Chinese. */
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "yc-schema.h"
#include "yc-test-form.h"

/* Of the field “姓名”: a schema, a value, and the keyword that fails. */
static const struct
{
  const char *schema;
  const char *value;
  const char *keyword;
} CASES[] = {
  { "'type':'integer'", "1.5", "type" },
  { "'type':'number'", "'x'", "type" },
  { "'type':'boolean'", "1", "type" },
  { "'type':'string'", "1", "type" },
  { "'type':'array'", "1", "type" },
  { "'type':'object'", "1", "type" },
  { "'type':'null'", "1", "type" },
  { "'type':['string','integer']", "true", "type" },
  { "'enum':['a','b']", "'c'", "enum" },
  { "'const':'a'", "'c'", "const" },
  { "'multipleOf':3", "4", "multipleOf" },
  { "'multipleOf':0.01", "0.001", "multipleOf" },
  { "'maximum':3", "4", "maximum" },
  { "'exclusiveMaximum':3", "3", "exclusiveMaximum" },
  { "'minimum':3", "2", "minimum" },
  { "'exclusiveMinimum':3", "3", "exclusiveMinimum" },
  { "'maxLength':1", "'ab'", "maxLength" },
  { "'minLength':2", "'a'", "minLength" },
  { "'pattern':'^a$'", "'b'", "pattern" },
  { "'maxItems':1", "[1,2]", "maxItems" },
  { "'minItems':1", "[]", "minItems" },
  { "'uniqueItems':true", "[1,1]", "uniqueItems" },
  { "'contains':{'const':1}", "[2]", "contains" },
  { "'contains':{'const':1},'minContains':2", "[1]", "minContains" },
  { "'contains':{'const':1},'maxContains':1", "[1,1]", "maxContains" },
  { "'items':false", "[1]", "items" },
  { "'prefixItems':[false]", "[1]", "prefixItems" },
  { "'unevaluatedItems':false", "[1]", "unevaluatedItems" },
  { "'maxProperties':0", "{'a':1}", "maxProperties" },
  { "'minProperties':1", "{}", "minProperties" },
  { "'required':['a']", "{}", "required" },
  { "'dependentRequired':{'a':['b']}", "{'a':1}", "dependentRequired" },
  { "'dependentSchemas':{'a':{'minProperties':2}}", "{'a':1}", "minProperties" },
  { "'propertyNames':{'maxLength':1}", "{'ab':1}", "propertyNames" },
  { "'additionalProperties':false", "{'a':1}", "additionalProperties" },
  { "'unevaluatedProperties':false", "{'a':1}", "unevaluatedProperties" },
  { "'properties':{'a':false}", "{'a':1}", "properties" },
  { "'patternProperties':{'a':false}", "{'a':1}", "patternProperties" },
  { "'allOf':[{'minimum':3}]", "2", "minimum" },
  { "'allOf':[false]", "2", "allOf" },
  { "'anyOf':[{'minimum':3},{'type':'string'}]", "2", "anyOf" },
  { "'oneOf':[{'minimum':3},{'type':'string'}]", "2", "oneOf" },
  { "'oneOf':[{'minimum':3},{'minimum':2}]", "4", "oneOf" },
  { "'not':{'const':2}", "2", "not" },
  { "'if':{'const':2},'then':{'const':3}", "2", "const" },
  { "'if':{'const':2},'then':false", "2", "then" },
  { "'if':{'const':2},'else':false", "3", "else" },
  { "'$ref':'#/$defs/no'", "2", "$ref" },
  { "'format':'date'", "'x'", "format" },
  { "'format':'time'", "'x'", "format" },
  { "'format':'date-time'", "'x'", "format" },
  { "'format':'email'", "'x'", "format" },
  { "'format':'uuid'", "'x'", "format" },
  { "'format':'id-number'", "'x'", "format" },
  { "'format':'uscc'", "'x'", "format" },
  { "'format':'mobile'", "'x'", "format" },
  { "'format':'place-code'", "'x'", "format" },
  { "'format':'money'", "1.5", "format" },
  { "'x-message':'应为两字','minLength':2", "'a'", "minLength" },
};

/* The problem that is told, its keyword set aside where another is a step of its way. */
static char *
find_message (guint i)
{
  g_autofree char *text = g_strdup_printf (
      "{'$defs':{'no':false},'properties':{'field':{'title':'姓名',%s}}}", CASES[i].schema);
  g_autofree char *data = g_strdup_printf ("{'field':%s}", CASES[i].value);
  g_autoptr (JsonNode) node = yc_test_parse (text);
  g_autoptr (JsonNode) instance = yc_test_parse (data);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, &error);
  const YcSchemaProblem *problem;
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  g_assert_false (yc_schema_validate (schema, instance, report));
  problem = yc_schema_report_get_problem (report, 0);
  g_assert_nonnull (strstr (yc_schema_problem_get_keyword_location (problem), CASES[i].keyword));
  title = yc_schema_problem_dup_title (problem);
  return yc_schema_problem_get_message (problem, title != NULL ? title : "姓名");
}

/* In the locale C nothing is translated. */
static void
speak (const char *locale)
{
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  setlocale (LC_ALL, locale);
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isalpha (*text) != 0;
  return n;
}

static void
test_keyword (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *english = NULL;
  g_autofree char *chinese = NULL;

  g_test_message ("%s", CASES[i].schema);
  speak ("C");
  english = find_message (i);
  speak ("C.UTF-8");
  chinese = find_message (i);
  g_test_message ("%s | %s", english, chinese);
  g_assert_true (g_str_has_prefix (english, "姓名: "));
  g_assert_true (g_str_has_prefix (chinese, "姓名："));
  g_assert_cmpuint (count_letters (chinese), ==, 0);
  g_assert_cmpuint (g_utf8_strlen (chinese, -1), >, g_utf8_strlen ("姓名：", -1) + 1);
  if (strstr (CASES[i].schema, "x-message") == NULL)
    g_assert_cmpuint (count_letters (english), >, 6);
}

int
main (int   argc,
      char *argv[])
{
  bindtextdomain (GETTEXT_PACKAGE, YC_TEST_LOCALES);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/forms/messages/%02zu-%s", i, CASES[i].keyword);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_keyword);
    }
  return g_test_run ();
}
