/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JsonLogic: the official cases, and rules that mean harm. */
#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-logic-reads.h"
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

/* Worked out on 2026-03-01, in the second row, with one row and the form around it. */
static const struct
{
  const char *rule;
  const char *result;
} in_scene[] = {
  { "{'today':[]}", "'2026-03-01'" },
  { "{'days':['2026-02-27','2026-03-01']}", "2" },
  { "{'days':['2026-03-01',{'today':[]}]}", "0" },
  { "{'days':['2026-03-01T10:00:00Z','2026-02-27']}", "-2" },
  { "{'days':['2026-02-30','2026-03-01']}", "null" },
  { "{'days':['2026-3-1','2026-03-01']}", "null" },
  { "{'months':['2026-01-31','2026-02-28']}", "1" },
  { "{'months':['2026-01-31','2026-02-27']}", "0" },
  { "{'months':['2025-03-02','2026-03-01']}", "11" },
  { "{'months':['2026-03-01','2025-03-01']}", "-12" },
  { "{'years':['2020-02-29','2026-02-28']}", "6" },
  { "{'years':['2020-03-02',{'today':[]}]}", "5" },
  { "{'add_days':['2024-02-28',2]}", "'2024-03-01'" },
  { "{'add_days':['2024-03-01',-1]}", "'2024-02-29'" },
  { "{'add_days':['2024-03-01',1e300]}", "null" },
  { "{'add_months':['2026-01-31',1]}", "'2026-02-28'" },
  { "{'add_months':['2026-03-31',-1]}", "'2026-02-28'" },
  { "{'add_years':['2024-02-29',1]}", "'2025-02-28'" },
  { "{'add_years':['9999-01-01',1]}", "null" },
  { "{'add_years':['2024-02-29',-3000]}", "null" },
  { "{'age':'11010519491231002X'}", "76" },
  { "{'age':['11010519491231002X','2049-12-31']}", "100" },
  { "{'age':['11010519491231002X','2049-12-30']}", "99" },
  { "{'age':['2000-03-01']}", "26" },
  { "{'age':'110105194912310021'}", "null" },
  { "{'age':[{'var':'nobody'}]}", "null" },
  { "{'birth':'11010519491231002x'}", "'1949-12-31'" },
  { "{'sex':'11010519491231002X'}", "'female'" },
  { "{'sex':['11010519491231002X','男','女']}", "'女'" },
  { "{'round':[1.005,2]}", "1.01" },
  { "{'round':[-2.5]}", "-3" },
  { "{'round':[1234,-2]}", "1200" },
  { "{'floor':[0.29,2]}", "0.29" },
  { "{'ceil':[{'*':[1.1,3]},1]}", "3.3" },
  { "{'round':['many']}", "null" },
  { "{'yuan':123456}", "'1234.56'" },
  { "{'yuan':-7}", "'-0.07'" },
  { "{'yuan':null}", "null" },
  { "{'sum':[{'form':'lets'},{'var':'rent'}]}", "30.5" },
  { "{'sum':[{'form':'none'},{'var':'rent'}]}", "0" },
  { "{'sum':[[1,'2',null,'x']]}", "3" },
  { "{'count':[{'form':'lets'}]}", "3" },
  { "{'count':[{'form':'lets'},{'>':[{'var':'rent'},10]}]}", "1" },
  { "{'count':[{'filter':[{'form':'lets'},{'var':'rent'}]}]}", "2" },
  { "{'max_of':[{'form':'lets'},{'var':'rent'}]}", "20.5" },
  { "{'min_of':[{'form':'lets'},{'var':'since'}]}", "'2025-12-31'" },
  { "{'max_of':[{'form':'none'}]}", "null" },
  { "{'var':'name'}", "'row'" },
  { "{'form':'name'}", "'form'" },
  { "{'form':['nothing',7]}", "7" },
  { "{'outer':'name'}", "'around'" },
  { "{'outer':['name',null,2]}", "'form'" },
  { "{'outer':['name',null,3]}", "null" },
  { "{'sum':[{'form':'lets'},{'*':[{'var':'rent'},{'form':'rate'}]}]}", "61" },
  { "{'row':[]}", "2" },
};

static JsonNode *
parse_quoted (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');

  return parse (quoted);
}

static void
test_scene (void)
{
  g_autoptr (JsonNode) form = parse_quoted (
      "{'name':'form','rate':2,'lets':[{'rent':10,'since':'2026-01-02'},{'since':'2025-12-31'},"
      "{'rent':20.5,'since':''}]}");
  g_autoptr (JsonNode) around = parse_quoted ("{'name':'around'}");
  g_autoptr (JsonNode) row = parse_quoted ("{'name':'row'}");
  JsonNode *outer[] = { around, form };
  YcLogicScene scene = { "2026-03-01", form, outer, 2, 2, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (in_scene); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) rule = parse_quoted (in_scene[i].rule);
      g_autoptr (JsonNode) result = yc_logic_apply_in (rule, row, &scene, &error);
      g_autoptr (JsonNode) expected = parse_quoted (in_scene[i].result);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = yc_json_write (result);
      g_test_message ("%s gives %s", in_scene[i].rule, text);
      g_assert_true (yc_json_equal (result, expected));
    }
}

/* Several rules share what they may do together. */
static void
test_budget (void)
{
  g_autoptr (JsonNode) rule = parse_quoted ("{'+':[1,2,3]}");
  gsize work = 12;
  YcLogicScene scene = { .work = &work };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonNode) result = yc_logic_apply_in (rule, NULL, &scene, NULL);

      g_assert_nonnull (result);
    }
  g_assert_cmpuint (work, ==, 2);
  g_assert_null (yc_logic_apply_in (rule, NULL, &scene, NULL));
  g_assert_cmpuint (work, ==, 0);
}

static const struct
{
  const char *rule;
  const char *reads;
} reads[] = {
  { "{'var':'a.b'}", "a.b! " },
  { "{'var':['a',{'var':'b'}]}", "b a " },
  { "{'var':0}", "0! " },
  { "{'var':''}", "! " },
  { "{'var':{'var':'a'}}", "a! ? " },
  { "{'<':[{'var':'a'},{'form':'b'}]}", "a! form:b! " },
  { "{'if':[{'var':'a'},{'var':'b'}]}", "a b " },
  { "{'missing':['a','b']}", "a b " },
  { "{'missing_some':[1,['a']]}", "a " },
  { "{'outer':['x',null,2]}", "outer2:x " },
  { "{'count':[{'var':'t'}]}", "#t " },
  { "{'sum':[{'var':'t'}]}", "#t t.* " },
  { "{'sum':[{'form':'t'},{'*':[{'var':'r'},{'form':'q'}]}]}", "#form:t form:t.*.r form:q " },
  { "{'sum':[{'filter':[{'var':['t',[]]},{'var':'x'}]},{'var':'r'}]}", "t.*.x #t t.*.r " },
  { "{'filter':[{'var':'t'},{'var':'x'}]}", "#t t.* t.*.x " },
  { "{'reduce':[{'var':'t'},{'+':[{'var':'accumulator'},{'var':'current.r'}]},{'var':'z'}]}",
    "#t t.*.r z " },
  { "{'reduce':[{'var':['t',[]]},{'+':[{'var':'accumulator'},1]},0]}", "#t " },
  { "{'map':[{'merge':[{'var':'t'},{'var':'u'}]},{'var':'r'}]}", "t u " },
  { "{'sum':[{'var':'t'},{'sum':[{'var':'u'},{'var':'r'}]}]}", "#t #t.*.u t.*.u.*.r " },
  { "{'age':[{'var':'id'},{'today':[]}]}", "id! " },
};

static void
note_read (const YcLogicRead *read,
           gpointer           user_data)
{
  GString *text = user_data;

  g_string_append (text, read->length ? "#" : "");
  if (read->base == YC_LOGIC_BASE_FORM)
    g_string_append (text, "form:");
  if (read->base == YC_LOGIC_BASE_OUTER)
    g_string_append_printf (text, "outer%u:", read->levels);
  g_string_append (text, read->path != NULL ? read->path : "?");
  g_string_append (text, read->needed ? "! " : " ");
}

static void
test_reads (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      g_autoptr (JsonNode) rule = parse_quoted (reads[i].rule);
      g_autoptr (GString) text = g_string_new (NULL);

      yc_logic_each_read (rule, note_read, text);
      g_test_message ("%s", reads[i].rule);
      g_assert_cmpstr (text->str, ==, reads[i].reads);
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
  g_test_add_func ("/logic/scene", test_scene);
  g_test_add_func ("/logic/budget", test_budget);
  g_test_add_func ("/logic/reads", test_reads);
  g_test_add_func ("/logic/bombs", test_bombs);
  g_test_add_func ("/logic/deep-rule", test_deep_rule);
  g_test_add_func ("/logic/result-is-a-copy", test_result_is_a_copy);
  g_test_add_func ("/logic/check", test_check);

  return g_test_run ();
}
