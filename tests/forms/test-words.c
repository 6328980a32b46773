/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a form in other languages: which are chosen, where they show, which are asked for. */
#include "yc-form-words.h"
#include "yc-json.h"
#include "yc-test-form.h"

static const char DOCUMENT[] =
    "{'schema':{'type':'object','title':'表','properties':{"
    "'name':{'type':'string','title':'姓名','description':'写全','minLength':2,'x-message':'太短'},"
    "'area':{'type':'number','title':'面积','x-unit':'平方米'},"
    "'kind':{'title':'种类','oneOf':[{'const':'a','title':'甲'},{'const':'b','title':'乙',"
    "'i18n':'second'}]},"
    "'people':{'type':'array','title':'人','items':{'type':'object','properties':{"
    "'nick':{'type':'string','title':'小名'}}}},"
    "'party':{'title':'方','type':'object','oneOf':[{'title':'人','properties':{'age':{'type':"
    "'integer','title':'年龄'}}},{'title':'公司','properties':{'code':{'type':'string',"
    "'title':'代码'}}}]}},"
    "'x-check':[{'rule':{'!':[{'var':'wrong'}]},'message':'不对','at':'/name'}]},"
    "'layout':{'type':'VerticalLayout','elements':["
    "{'type':'Group','label':'基本','elements':["
    "{'type':'Control','scope':'#/properties/name','options':{'placeholder':'张三'}},"
    "{'type':'Control','scope':'#/properties/area'},{'type':'Control','scope':'#/properties/kind'}"
    "]},{'type':'Control','scope':'#/properties/people'},"
    "{'type':'Control','scope':'#/properties/party'}]},"
    "'words':{'en':{'root.label':'Form','基本':'Basics','name.label':'Name',"
    "'name.description':'In full','name.placeholder':'John','name.error.custom':'Too short',"
    "'area.unit':'m²','kind.甲':'First','second':'Second','people.nick.label':'Nickname',"
    "'party.公司':'Company','party.code.label':'Code','不对':'Not right'},"
    "'en_GB':{'root.label':'British'},'fr':{'root.label':'Formulaire'}}}";

static YcForm *
open_in (const char *language)
{
  g_autoptr (JsonNode) document = yc_test_parse (DOCUMENT);
  g_autoptr (GError) error = NULL;
  YcForm *form;

  g_setenv ("LANGUAGE", language, TRUE);
  form = yc_form_new_from_document (json_node_get_object (document), &error);
  g_unsetenv ("LANGUAGE");
  g_assert_no_error (error);
  return form;
}

static void
assert_title (const char *language,
              const char *title)
{
  g_autoptr (YcForm) form = open_in (language);

  g_test_message ("%s", language);
  g_assert_cmpstr (yc_form_get_title (form), ==, title);
}

/* The best that there is, but the form's own language before the second best. */
static void
test_choose (void)
{
  assert_title ("en", "Form");
  assert_title ("en_US.UTF-8", "Form");
  assert_title ("en_GB", "British");
  assert_title ("de:fr", "Formulaire");
  assert_title ("zh_CN", "表");
  assert_title ("zh_CN:en", "表");
  assert_title ("de", "表");
  assert_title ("C", "表");
}

static void
test_shown (void)
{
  g_autoptr (YcForm) form = open_in ("en");
  YcFormField *name = yc_test_find (form, "/name");
  YcFormField *people = yc_test_find (form, "/people");
  YcFormField *party = yc_test_find (form, "/party");
  g_autoptr (YcFormField) column =
      g_list_model_get_item (yc_form_field_get_columns (people), 0);
  YcFormElement *root = yc_form_get_root (form);

  g_assert_cmpstr (yc_form_element_get_title (yc_test_get_element (root, "0")), ==, "Basics");
  g_assert_cmpstr (yc_form_field_get_title (name), ==, "Name");
  g_assert_cmpstr (yc_form_field_get_help (name), ==, "In full");
  g_assert_cmpstr (yc_form_field_get_placeholder (name), ==, "John");
  g_assert_cmpstr (yc_form_field_get_unit (yc_test_find (form, "/area")), ==, "m²");
  g_assert_cmpstr (yc_form_field_get_choice_title (yc_test_find (form, "/kind"), 0), ==, "First");
  g_assert_cmpstr (yc_form_field_get_choice_title (yc_test_find (form, "/kind"), 1), ==, "Second");
  g_assert_cmpstr (yc_form_field_get_title (column), ==, "Nickname");
  g_assert_cmpstr (yc_form_field_get_title (yc_test_find (form, "/people/0/nick")), ==, "Nickname");
  g_assert_cmpstr (yc_form_field_get_choice_title (party, 1), ==, "Company");
  yc_form_field_choose (party, 1);
  g_assert_cmpstr (yc_form_field_get_title (yc_test_find (form, "/party/code")), ==, "Code");
  /* What has no words keeps its own. */
  g_assert_cmpstr (yc_form_field_get_title (people), ==, "人");
}

/* What is wrong with a value, and what does not hold between fields. */
static void
test_errors (void)
{
  g_autoptr (YcForm) form = open_in ("en");
  g_autoptr (JsonNode) data = yc_test_parse ("{'name':'x','wrong':true}");
  g_autoptr (GListModel) problems = NULL;
  g_autoptr (YcFormProblem) first = NULL;
  g_autoptr (YcFormProblem) second = NULL;

  yc_form_set_data (form, data, NULL);
  problems = yc_form_check (form);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 2);
  first = g_list_model_get_item (problems, 0);
  second = g_list_model_get_item (problems, 1);
  g_assert_cmpstr (yc_form_problem_get_message (first), ==, "Name: Too short");
  g_assert_cmpstr (yc_form_problem_get_message (second), ==, "Name: Not right");
}

/* The form's own words come back, the units and placeholders too. */
static void
test_back (void)
{
  g_autoptr (YcForm) form = open_in ("en");
  YcFormField *name = yc_test_find (form, "/name");

  yc_form_set_words (form, NULL);
  g_assert_cmpstr (yc_form_get_title (form), ==, "表");
  g_assert_cmpstr (yc_form_field_get_title (name), ==, "姓名");
  g_assert_cmpstr (yc_form_field_get_placeholder (name), ==, "张三");
  g_assert_cmpstr (yc_form_field_get_unit (yc_test_find (form, "/area")), ==, "平方米");
}

static const YcFormWord *
find_word (GPtrArray  *list,
           const char *key)
{
  for (guint i = 0; i < list->len; i++)
    {
      const YcFormWord *word = g_ptr_array_index (list, i);

      if (g_str_equal (word->key, key))
        return word;
    }
  return NULL;
}

/* Every key of a form, of what shows later too. */
static void
test_list (void)
{
  static const struct
  {
    const char *key;
    const char *words;
  } wanted[] = {
    { "root.label", "表" },           { "基本", "基本" },
    { "name.label", "姓名" },         { "name.description", "写全" },
    { "name.placeholder", "张三" },   { "name.error.custom", "太短" },
    { "area.unit", "平方米" },        { "kind.甲", "甲" },
    { "second", "乙" },               { "people.nick.label", "小名" },
    { "party.人", "人" },             { "party.age.label", "年龄" },
    { "party.code.label", "代码" },   { "不对", "不对" },
    { "area.description", NULL },
  };
  g_autoptr (YcForm) form = open_in ("C");
  g_autoptr (GPtrArray) list = yc_form_list_words (form);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const YcFormWord *word = find_word (list, wanted[i].key);

      g_test_message ("%s", wanted[i].key);
      g_assert_nonnull (word);
      g_assert_cmpstr (word->words, ==, wanted[i].words);
    }
  g_assert_null (find_word (list, "area.placeholder"));
}

/* Endless schemas end. */
static void
test_endless (void)
{
  g_autoptr (YcForm) form = yc_test_open (
      "{'type':'object','properties':{'node':{'$ref':'#/$defs/node'}},'$defs':{'node':{'type':"
      "'object','properties':{'name':{'type':'string'},'below':{'type':'array','items':{'$ref':"
      "'#/$defs/node'}}}}}}",
      NULL);
  g_autoptr (GPtrArray) list = yc_form_list_words (form);

  g_assert_nonnull (find_word (list, "node.below.name.label"));
  g_assert_cmpuint (list->len, <, 1000);
}

/* Alternatives in alternatives, ten each: a million ways, of which some are enough. */
static void
test_many_ways (void)
{
  GString *options = g_string_new (NULL);
  g_autofree char *schema = NULL;
  g_autoptr (YcForm) form = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gint64 begin;

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (options, "%s{'title':'o%u','type':'object','properties':{'n%u':{"
                            "'$ref':'#/$defs/n'}}}", i > 0 ? "," : "", i, i);
  schema = g_strdup_printf ("{'type':'object','properties':{'r':{'$ref':'#/$defs/n'}},'$defs':{"
                            "'n':{'type':'object','oneOf':[%s]}}}", options->str);
  g_string_free (options, TRUE);
  form = yc_test_open (schema, NULL);
  begin = g_get_monotonic_time ();
  list = yc_form_list_words (form);
  g_assert_nonnull (find_word (list, "r.o9"));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/words/choose", test_choose);
  g_test_add_func ("/forms/words/shown", test_shown);
  g_test_add_func ("/forms/words/errors", test_errors);
  g_test_add_func ("/forms/words/back", test_back);
  g_test_add_func ("/forms/words/list", test_list);
  g_test_add_func ("/forms/words/endless", test_endless);
  g_test_add_func ("/forms/words/many-ways", test_many_ways);
  return g_test_run ();
}
