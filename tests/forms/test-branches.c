/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed and checked only where a branch of the schema applies. */
#include "yc-forms-error.h"
#include "yc-json.h"
#include "yc-test-form.h"

static const char PARTY[] =
    "{'type':'object','properties':{'rate':{'type':'number'},'party':{'type':'object','oneOf':["
    "{'title':'Person','properties':{'kind':{'const':'person'},'hours':{'type':'number'},"
    "'sum':{'type':'number','x-calculate':{'*':[{'var':'party.hours'},{'var':'rate'}]}}},"
    "'required':['kind','hours','sum']},"
    "{'title':'Company','properties':{'kind':{'const':'company'},'staff':{'type':'integer'},"
    "'sum':{'type':'number','x-calculate':{'*':[{'var':'party.staff'},100]}}},"
    "'required':['kind','staff']},"
    "{'title':'Other','properties':{'kind':{'const':'other'},'sum':{'type':'number'},"
    "'why':{'type':'string'}},'required':['kind']}]}}}";

static void
load (YcForm     *form,
      const char *text)
{
  g_autoptr (JsonNode) data = yc_test_parse (text);

  g_assert_true (yc_form_set_data (form, data, NULL));
}

/* The formula of the alternative that was chosen, and no other. */
static void
test_alternatives (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, NULL);
  YcFormField *party = yc_test_find (form, "/party");

  load (form, "{'rate':10,'party':{'kind':'person'}}");
  yc_test_type (form, "/party/hours", "3");
  yc_test_assert_json (yc_form_field_get_value (yc_test_find (form, "/party/sum")), "30");
  g_assert_true (yc_form_field_get_calculated (yc_test_find (form, "/party/sum")));
  yc_test_type (form, "/rate", "20");
  yc_test_assert_json (yc_form_field_get_value (yc_test_find (form, "/party/sum")), "60");

  yc_form_field_choose (party, 1);
  yc_test_type (form, "/party/staff", "2");
  yc_test_assert_json (yc_form_field_get_value (yc_test_find (form, "/party/sum")), "200");
  yc_test_type (form, "/rate", "30");
  yc_test_assert_json (yc_form_field_get_value (yc_test_find (form, "/party/sum")), "200");

  /* What was filled in comes back, and is worked out with what there is now. */
  yc_form_field_choose (party, 0);
  yc_test_assert_data (form, "{'rate':30,'party':{'kind':'person','hours':3,'sum':90}}");
  g_assert_true (yc_form_get_is_valid (form));
}

/* What another alternative lets people type is theirs. */
static void
test_typed (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, NULL);
  YcFormField *party = yc_test_find (form, "/party");

  yc_form_field_choose (party, 2);
  yc_test_type (form, "/party/sum", "7");
  yc_test_type (form, "/rate", "5");
  yc_test_assert_data (form, "{'rate':5,'party':{'kind':'other','sum':7}}");
  yc_form_field_choose (party, 1);
  yc_test_type (form, "/party/staff", "4");
  yc_form_field_choose (party, 2);
  yc_test_assert_json (yc_form_field_get_value (yc_test_find (form, "/party/sum")), "7");
}

/* A draft, and the service, know the alternative by the data. */
static void
test_loaded (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, NULL);

  load (form, "{'rate':2,'party':{'kind':'person','hours':4,'sum':1}}");
  yc_test_assert_data (form, "{'rate':2,'party':{'kind':'person','hours':4,'sum':8}}");
  load (form, "{'rate':2,'party':{'kind':'company','staff':3}}");
  yc_test_assert_data (form, "{'rate':2,'party':{'kind':'company','staff':3,'sum':300}}");
  load (form, "{'rate':2,'party':{'kind':'other','sum':9}}");
  yc_test_assert_data (form, "{'rate':2,'party':{'kind':'other','sum':9}}");
}

static void
test_undo (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, NULL);

  load (form, "{'rate':2,'party':{'kind':'person','hours':4}}");
  yc_test_type (form, "/party/hours", "5");
  yc_test_assert_data (form, "{'rate':2,'party':{'kind':'person','hours':5,'sum':10}}");
  yc_test_assert_undone (form, TRUE, "/party/hours");
  yc_test_assert_data (form, "{'rate':2,'party':{'kind':'person','hours':4,'sum':8}}");
}

static const char STAY[] =
    "{'type':'object','properties':{'from':{'type':'integer'},'to':{'type':'integer'},"
    "'kind':{'type':'string'},'days':{'type':'integer'},'fee':{'type':'integer'},'total':{"
    "'type':'integer','x-calculate':{'+':[{'var':'fee'},1]}}},"
    "'if':{'properties':{'kind':{'const':'short'}},'required':['kind']},"
    "'then':{'properties':{'days':{'x-calculate':{'-':[{'var':'to'},{'var':'from'}]}},"
    "'fee':{'x-calculate':{'*':[{'var':'days'},2]}}},"
    "'x-check':[{'rule':{'<=':[{'var':'days'},10]},'message':'Too long','at':'/to'}]},"
    "'else':{'properties':{'fee':{'x-calculate':{'*':[{'var':'days'},3]}}}}}";

static void
type_all (YcForm *form)
{
  yc_test_type (form, "/from", "1");
  yc_test_type (form, "/to", "5");
}

/* Then and else: as the condition says, and in the order that the formulas need each other. */
static void
test_conditions (void)
{
  g_autoptr (YcForm) form = yc_test_open (STAY, NULL);

  type_all (form);
  yc_test_type (form, "/days", "7");
  yc_test_assert_data (form, "{'from':1,'to':5,'days':7,'fee':21,'total':22}");
  yc_test_type (form, "/kind", "short");
  yc_test_assert_data (form, "{'from':1,'to':5,'kind':'short','days':4,'fee':8,'total':9}");
  yc_test_type (form, "/to", "6");
  yc_test_assert_data (form, "{'from':1,'to':6,'kind':'short','days':5,'fee':10,'total':11}");
  /* What was computed goes with its condition, and what takes its place comes. */
  yc_test_type (form, "/kind", "long");
  yc_test_assert_data (form, "{'from':1,'to':6,'kind':'long'}");
  yc_test_type (form, "/days", "2");
  yc_test_assert_data (form, "{'from':1,'to':6,'kind':'long','days':2,'fee':6,'total':7}");
}

static void
test_checks (void)
{
  g_autoptr (YcForm) form = yc_test_open (STAY, NULL);

  load (form, "{'from':1,'to':30,'kind':'long','days':29}");
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
  yc_test_type (form, "/kind", "short");
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
  yc_form_field_leave (yc_test_find (form, "/to"));
  g_assert_cmpstr (yc_form_field_get_error (yc_test_find (form, "/to")), ==, "Too long");
  yc_test_type (form, "/to", "9");
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
  yc_test_type (form, "/to", "90");
  yc_test_type (form, "/kind", "");
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
}

/* Each row by itself, whether anybody has looked at it or not. */
static void
test_rows (void)
{
  g_autoptr (YcForm) form = yc_test_open (
      "{'type':'object','properties':{'price':{'type':'integer'},'lets':{'type':'array','items':{"
      "'type':'object','properties':{'kind':{'type':'string'},'area':{'type':'integer'}},"
      "'anyOf':[{'properties':{'kind':{'const':'m'},'rent':{'type':'integer','x-calculate':"
      "{'*':[{'var':'area'},{'form':'price'}]}}},'required':['kind']},"
      "{'properties':{'kind':{'const':'y'},'rent':{'type':'integer','x-calculate':"
      "{'*':[{'var':'area'},{'form':'price'},12]}}},'required':['kind']}]}}}}",
      "{'type':'VerticalLayout','elements':[{'type':'Control','scope':'#/properties/price'},"
      "{'type':'Control','scope':'#/properties/lets','options':{'detail':{'type':"
      "'VerticalLayout','elements':[{'type':'Control','scope':'#/properties/kind'},"
      "{'type':'Control','scope':'#/properties/area'}]}}}]}");

  load (form, "{'price':2,'lets':[{'kind':'m','area':3},{'kind':'y','area':3},{'kind':'z'}]}");
  yc_test_assert_data (form, "{'price':2,'lets':[{'kind':'m','area':3,'rent':6},"
                             "{'kind':'y','area':3,'rent':72},{'kind':'z'}]}");
  yc_test_type (form, "/lets/0/kind", "y");
  yc_test_type (form, "/price", "1");
  yc_test_assert_data (form, "{'price':1,'lets':[{'kind':'y','area':3,'rent':36},"
                             "{'kind':'y','area':3,'rent':36},{'kind':'z'}]}");
}

/* Two alternatives never need each other; a condition and what is computed under it may. */
static void
test_loops (void)
{
  g_autoptr (YcForm) form = yc_test_open (
      "{'oneOf':[{'properties':{'a':{},'b':{'x-calculate':{'var':'a'}}}},"
      "{'properties':{'b':{},'a':{'x-calculate':{'var':'b'}},'c':{}}}]}", NULL);
  g_autoptr (JsonNode) loop = yc_test_parse (
      "{'if':{'properties':{'sum':{'const':1}},'required':['sum']},"
      "'then':{'properties':{'sum':{'x-calculate':{'var':'a'}}}}}");
  g_autoptr (JsonNode) unknown = yc_test_parse (
      "{'$defs':{'c':{'required':['a']}},'properties':{'a':{},'sum':{}},'if':{'$ref':'#/$defs/c'},"
      "'then':{'properties':{'sum':{'x-calculate':{'var':'a'}}}}}");
  g_autoptr (YcForm) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_form_new (loop, NULL, &error));
  g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_CYCLE);
  second = yc_form_new (unknown, NULL, NULL);
  g_assert_nonnull (second);
  yc_test_type (second, "/a", "x");
  yc_test_assert_data (second, "{'a':'x','sum':'x'}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/branches/alternatives", test_alternatives);
  g_test_add_func ("/forms/branches/typed", test_typed);
  g_test_add_func ("/forms/branches/loaded", test_loaded);
  g_test_add_func ("/forms/branches/undo", test_undo);
  g_test_add_func ("/forms/branches/conditions", test_conditions);
  g_test_add_func ("/forms/branches/checks", test_checks);
  g_test_add_func ("/forms/branches/rows", test_rows);
  g_test_add_func ("/forms/branches/loops", test_loops);
  return g_test_run ();
}
