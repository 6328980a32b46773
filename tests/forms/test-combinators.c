/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternatives by oneOf and by anyOf, and what allOf puts together. */
#include <string.h>

#include "yc-json.h"
#include "yc-test-form.h"

/* "KEYWORD" is oneOf or anyOf: they are filled in alike. */
static const char PARTY[] =
    "{'type':'object','properties':{'brief':{'type':'boolean'},"
    "'party':{'title':'Party','type':'object',"
    "'properties':{'phone':{'type':'string','title':'Phone','minLength':3}},'required':['phone'],"
    "'KEYWORD':["
    "{'title':'Person','properties':{'kind':{'const':'person'},'name':{'type':'string',"
    "'title':'Name','minLength':2},'age':{'type':'integer','title':'Age','default':18}},"
    "'required':['kind','name']},"
    "{'title':'Company','allOf':[{'properties':{'kind':{'const':'company'},'code':{'type':'string',"
    "'title':'Code','minLength':5}}},{'required':['kind','code']}]},"
    "{'$ref':'#/$defs/village'}]}},'required':['party'],"
    "'$defs':{'village':{'title':'Village','properties':{'kind':{'const':'village'},"
    "'groups':{'type':'array','title':'Groups','items':{'type':'object','properties':{'head':{"
    "'type':'string','title':'Head'}},'required':['head']}}},'required':['kind','groups']}}}";

static const char LAYOUT[] =
    "{'type':'VerticalLayout','elements':[{'type':'Control','scope':'#/properties/brief'},"
    "{'type':'Control','scope':'#/properties/party','rule':{'effect':'HIDE','condition':"
    "{'scope':'#/properties/brief','schema':{'const':true},'failWhenUndefined':true}}}]}";

static YcForm *
open_party (gconstpointer keyword)
{
  GString *schema = g_string_new (PARTY);
  g_autofree char *text = NULL;

  g_string_replace (schema, "KEYWORD", keyword, 0);
  text = g_string_free (schema, FALSE);
  return yc_test_open (text, LAYOUT);
}

static void
load (YcForm     *form,
      const char *text)
{
  g_autoptr (JsonNode) data = yc_test_parse (text);

  g_assert_true (yc_form_set_data (form, data, NULL));
}

/* "message; …" */
static void
assert_problems (YcForm     *form,
                 const char *expected)
{
  g_autoptr (GListModel) problems = yc_form_check (form);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);

      g_string_append_printf (found, "%s; ", yc_form_problem_get_message (problem));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* The fields of the chosen one, in their order, behind those that all have. */
static void
assert_fields (YcForm     *form,
               const char *expected)
{
  YcFormElement *root = yc_form_field_get_alternative (yc_test_find (form, "/party"));
  GListModel *children = yc_form_element_get_children (root);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      g_string_append_printf (found, "%s ", yc_form_element_get_title (child));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_choose (gconstpointer keyword)
{
  g_autoptr (YcForm) form = open_party (keyword);
  YcFormField *party = yc_test_find (form, "/party");

  g_assert_cmpint (yc_form_field_get_kind (party), ==, YC_FORM_FIELD_ALTERNATIVES);
  g_assert_cmpuint (yc_form_field_get_n_choices (party), ==, 3);
  g_assert_cmpstr (yc_form_field_get_choice_title (party, 0), ==, "Person");
  g_assert_cmpstr (yc_form_field_get_choice_title (party, 1), ==, "Company");
  g_assert_cmpstr (yc_form_field_get_choice_title (party, 2), ==, "Village");
  assert_fields (form, "Phone Kind Name Age ");
  yc_form_field_choose (party, 1);
  yc_test_assert_data (form, "{'party':{'kind':'company'}}");
  assert_fields (form, "Phone Kind Code ");
  yc_form_field_choose (party, 2);
  yc_test_assert_data (form, "{'party':{'kind':'village'}}");
  assert_fields (form, "Phone Kind Groups ");
  yc_form_field_choose (party, 0);
  yc_test_assert_data (form, "{'party':{'kind':'person','age':18}}");
}

/* What was typed stays with its alternative, what all have stays in sight. */
static void
test_keep (gconstpointer keyword)
{
  g_autoptr (YcForm) form = open_party (keyword);
  YcFormField *party = yc_test_find (form, "/party");

  yc_form_field_choose (party, 1);
  yc_test_type (form, "/party/code", "12345");
  yc_test_type (form, "/party/phone", "777");
  yc_form_field_choose (party, 2);
  yc_test_assert_data (form, "{'party':{'kind':'village','phone':'777'}}");
  yc_test_type (form, "/party/groups/0/head", "li");
  yc_form_field_choose (party, 1);
  yc_form_field_leave (party);
  yc_test_assert_data (form, "{'party':{'kind':'company','code':'12345','phone':'777'}}");
  yc_form_field_choose (party, 2);
  yc_test_assert_data (form, "{'party':{'kind':'village','phone':'777','groups':[{'head':'li'}]}}");
  yc_test_assert_undone (form, TRUE, "/party");
  yc_test_assert_data (form, "{'party':{'kind':'company','code':'12345','phone':'777'}}");
  g_assert_cmpint (yc_form_field_get_chosen (party), ==, 1);
  yc_test_assert_undone (form, FALSE, "/party");
  g_assert_cmpint (yc_form_field_get_chosen (party), ==, 2);
}

/* Only what the chosen one asks for. */
static void
test_errors (gconstpointer keyword)
{
  g_autoptr (YcForm) form = open_party (keyword);
  YcFormField *party = yc_test_find (form, "/party");

  load (form, "{'party':{'kind':'company','phone':'1','code':'12'}}");
  assert_problems (form, "Phone: Must have at least 3 characters; "
                         "Code: Must have at least 5 characters; ");
  yc_form_field_choose (party, 0);
  assert_problems (form, "Phone: Must have at least 3 characters; Name: Must be filled in; ");
  yc_test_type (form, "/party/name", "x");
  assert_problems (form, "Phone: Must have at least 3 characters; "
                         "Name: Must have at least 2 characters; ");
  yc_test_type (form, "/party/name", "xy");
  yc_test_type (form, "/party/phone", "123");
  assert_problems (form, "");
  yc_form_field_choose (party, 2);
  assert_problems (form, "Groups: Must be filled in; ");
  yc_test_type (form, "/party/groups/0/head", "li");
  g_assert_true (yc_form_get_is_valid (form));
}

/* The marks of what must be filled in follow what is chosen. */
static void
test_required (gconstpointer keyword)
{
  g_autoptr (YcForm) form = open_party (keyword);
  YcFormField *party = yc_test_find (form, "/party");

  yc_form_field_choose (party, 1);
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/party/phone")));
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/party/code")));
  yc_form_field_choose (party, 0);
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/party/name")));
  g_assert_false (yc_form_field_get_required (yc_test_find (form, "/party/age")));
  g_assert_null (yc_form_find_field (form, "/party/code"));
}

/* Data choose: by their shape, or by what only one of the alternatives has. */
static void
test_data (gconstpointer keyword)
{
  g_autoptr (YcForm) form = open_party (keyword);
  YcFormField *party = yc_test_find (form, "/party");

  load (form, "{'party':{'kind':'village','phone':'123','groups':[{'head':'a'}]}}");
  g_assert_cmpint (yc_form_field_get_chosen (party), ==, 2);
  load (form, "{'party':{'kind':'company','code':'1'}}");
  g_assert_cmpint (yc_form_field_get_chosen (party), ==, 1);
  load (form, "{'party':{'name':'li'}}");
  g_assert_cmpint (yc_form_field_get_chosen (party), ==, 0);
}

/* Hidden, all of it stays in the draft, is not submitted and does not hinder. */
static void
test_hidden (gconstpointer keyword)
{
  g_autoptr (YcForm) form = open_party (keyword);
  g_autoptr (JsonNode) submission = NULL;

  load (form, "{'party':{'kind':'company','code':'1'}}");
  g_assert_false (yc_form_get_is_valid (form));
  yc_test_type (form, "/brief", "yes");
  g_assert_false (yc_form_field_get_visible (yc_test_find (form, "/party/code")));
  assert_problems (form, "");
  submission = yc_form_get_submission (form);
  yc_test_assert_json (submission, "{'brief':true}");
  yc_test_assert_data (form, "{'brief':true,'party':{'kind':'company','code':'1'}}");
  yc_test_type (form, "/brief", "no");
  assert_problems (form, "Phone: Must be filled in; Code: Must have at least 5 characters; ");
}

/* allOf */

static const char BOTH[] =
    "{'type':'object','allOf':[{'$ref':'#/$defs/who'},"
    "{'properties':{'age':{'type':'integer','title':'Age'}},'required':['age'],"
    "'if':{'properties':{'age':{'maximum':17}},'required':['age']},"
    "'then':{'required':['guardian']}}],"
    "'properties':{'note':{'type':'string','title':'Note'},"
    "'mobile':{'allOf':[{'$ref':'#/$defs/number'},{'title':'Mobile','maxLength':5}],"
    "'description':'Five at most'}},'required':['mobile'],"
    "'$defs':{'number':{'type':'string','title':'Number','minLength':2,'pattern':'^[0-9]+$'},"
    "'who':{'properties':{'name':{'type':'string','title':'Name','minLength':2},"
    "'guardian':{'type':'string','title':'Guardian'}},'required':['name']}}}";

/* The fields of all parts, each as all parts say, its own words first. */
static void
test_merged (void)
{
  g_autoptr (YcForm) form = yc_test_open (BOTH, NULL);
  YcFormField *mobile = yc_test_find (form, "/mobile");

  g_assert_cmpstr (yc_form_field_get_title (yc_test_find (form, "/name")), ==, "Name");
  g_assert_cmpstr (yc_form_field_get_title (yc_test_find (form, "/age")), ==, "Age");
  g_assert_cmpstr (yc_form_field_get_title (mobile), ==, "Number");
  g_assert_cmpstr (yc_form_field_get_help (mobile), ==, "Five at most");
  g_assert_cmpint (yc_form_field_get_kind (yc_test_find (form, "/age")), ==, YC_FORM_FIELD_INTEGER);
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/name")));
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/age")));
  g_assert_true (yc_form_field_get_required (mobile));
  g_assert_false (yc_form_field_get_required (yc_test_find (form, "/note")));
}

static void
test_merged_errors (void)
{
  g_autoptr (YcForm) form = yc_test_open (BOTH, NULL);

  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 3);
  yc_test_type (form, "/name", "x");
  yc_test_type (form, "/mobile", "1234567");
  yc_test_type (form, "/age", "15");
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/guardian")));
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 1);
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 2);
  yc_test_type (form, "/age", "18");
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 0);
  yc_test_type (form, "/name", "xy");
  yc_test_type (form, "/mobile", "12a");
  yc_form_field_leave (yc_test_find (form, "/mobile"));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
  g_assert_nonnull (yc_form_field_get_error (yc_test_find (form, "/mobile")));
  yc_test_type (form, "/mobile", "123");
  g_assert_true (yc_form_get_is_valid (form));
}

/* Parts that are alternatives or that hide are what they are elsewhere. */
static void
test_merged_alternatives (void)
{
  g_autoptr (YcForm) form = yc_test_open (
      "{'type':'object','properties':{'party':{'type':'object','allOf':["
      "{'properties':{'phone':{'type':'string'}},'required':['phone']},"
      "{'oneOf':[{'title':'A','properties':{'a':{'type':'string'}},'required':['a']},"
      "{'title':'B','properties':{'b':{'type':'string'}},'required':['b']}]}]}}}", NULL);
  YcFormField *party = yc_test_find (form, "/party");

  g_assert_cmpint (yc_form_field_get_kind (party), ==, YC_FORM_FIELD_ALTERNATIVES);
  yc_form_field_choose (party, 1);
  yc_test_type (form, "/party/b", "x");
  g_assert_null (yc_form_find_field (form, "/party/a"));
  yc_test_type (form, "/party/phone", "1");
  yc_test_assert_data (form, "{'party':{'b':'x','phone':'1'}}");
  g_assert_true (yc_form_get_is_valid (form));
}

/* A field that asks for another marks it, in the words of both drafts. */
static void
test_dependents (gconstpointer keyword)
{
  g_autofree char *text = g_strdup_printf (
      "{'$schema':'%s','type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}},"
      "'%s':{'a':['b']}}",
      g_str_equal (keyword, "dependencies") ? "http://json-schema.org/draft-07/schema#"
                                            : "https://json-schema.org/draft/2020-12/schema",
      (const char *) keyword);
  g_autoptr (YcForm) form = yc_test_open (text, NULL);
  YcFormField *b = yc_test_find (form, "/b");

  g_assert_false (yc_form_field_get_required (b));
  yc_test_type (form, "/a", "x");
  g_assert_true (yc_form_field_get_required (b));
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 1);
  yc_test_type (form, "/b", "y");
  g_assert_true (yc_form_get_is_valid (form));
}

static void
add (const char        *name,
     GTestDataFunc      func)
{
  static const char *const keywords[] = { "oneOf", "anyOf" };

  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      g_autofree char *path = g_strdup_printf ("/forms/combinators/%s/%s", keywords[i], name);

      g_test_add_data_func (path, keywords[i], func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("choose", test_choose);
  add ("keep", test_keep);
  add ("errors", test_errors);
  add ("required", test_required);
  add ("data", test_data);
  add ("hidden", test_hidden);
  g_test_add_data_func ("/forms/combinators/dependentRequired", "dependentRequired",
                        test_dependents);
  g_test_add_data_func ("/forms/combinators/dependencies", "dependencies", test_dependents);
  g_test_add_func ("/forms/combinators/allOf/merged", test_merged);
  g_test_add_func ("/forms/combinators/allOf/errors", test_merged_errors);
  g_test_add_func ("/forms/combinators/allOf/alternatives", test_merged_alternatives);
  return g_test_run ();
}
