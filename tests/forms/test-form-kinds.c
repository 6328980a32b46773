/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that hold more than a line, and what the layout makes of them. */
#include <string.h>

#include "yc-test-form.h"

static const char PARTY[] =
    "{'type':'object','properties':{"
    "'uses':{'type':'array','uniqueItems':true,'items':{'oneOf':[{'const':'a','title':'Living'},"
    "{'const':'b','title':'Trade','i18n':'business'},{'const':'c','title':'Other'}]}},"
    "'rent':{'type':'integer','format':'money','minimum':100},"
    "'note':{'type':['string','null'],'minLength':2},"
    "'open':{'type':'boolean'},"
    "'secret':{'type':'string','minLength':3},"
    "'kept':{'type':'string','minLength':3,'x-relevance':'always'},"
    "'party':{'type':'object','properties':{'phone':{'type':'string'}},'oneOf':["
    "{'title':'Person','properties':{'kind':{'const':'person'},'name':{'type':'string'},"
    "'age':{'type':'integer','minimum':18}},'required':['kind','name']},"
    "{'title':'Company','properties':{'kind':{'const':'company'},'uscc':{'type':'string',"
    "'minLength':5}},'required':['kind','uscc']}]}},"
    "'required':['note']}";

static const char LAYOUT[] =
    "{'type':'VerticalLayout','elements':["
    "{'type':'Control','scope':'#/properties/uses'},{'type':'Control','scope':'#/properties/rent'},"
    "{'type':'Control','scope':'#/properties/note','i18n':'remark'},"
    "{'type':'Control','scope':'#/properties/open'},"
    "{'type':'Group','label':'More','rule':{'effect':'SHOW','condition':{'scope':'#/properties/open',"
    "'schema':{'const':true},'failWhenUndefined':true}},'elements':["
    "{'type':'Control','scope':'#/properties/secret'},"
    "{'type':'Control','scope':'#/properties/kept'}]},"
    "{'type':'Control','scope':'#/properties/party','rule':{'effect':'READONLY','condition':"
    "{'scope':'#/properties/rent','schema':{'const':700},'failWhenUndefined':true}}},"
    "{'type':'FancyMap','scope':'#/properties/rent'},"
    "{'type':'Control','scope':'#/properties/nowhere'}]}";

static void
test_choices (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);
  YcFormField *uses = yc_test_find (form, "/uses");
  g_autofree char *words = NULL;

  g_assert_cmpint (yc_form_field_get_kind (uses), ==, YC_FORM_FIELD_CHOICES);
  g_assert_cmpuint (yc_form_field_get_n_choices (uses), ==, 3);
  yc_form_field_set_picked (uses, 2, TRUE);
  yc_form_field_set_picked (uses, 0, TRUE);
  yc_test_assert_data (form, "{'uses':['a','c']}");
  words = yc_form_field_dup_words (uses);
  g_assert_cmpstr (words, ==, "Living, Other");
  yc_form_field_set_picked (uses, 0, FALSE);
  yc_form_field_set_picked (uses, 2, FALSE);
  yc_test_assert_data (form, "{}");
}

/* Choices and files are counted as what they are, not as rows. */
static void
test_counts (void)
{
  g_autoptr (YcForm) form = yc_test_open (
      "{'type':'object','properties':{'uses':{'type':'array','uniqueItems':true,'minItems':2,"
      "'maxItems':2,'title':'Uses','items':{'enum':['a','b','c']}},'scans':{'type':'array',"
      "'title':'Scans','minItems':1,'items':{'type':'object','format':'attachment'}},"
      "'rows':{'type':'array','title':'Rows','minItems':2,'items':{'type':'string'}}}}",
      NULL);
  g_autoptr (JsonNode) data =
      yc_test_parse ("{'uses':['a','b','c'],'scans':[],'rows':['x']}");
  static const char *const words[] = { "Choose at most 2", "Attach at least 1 file",
                                       "Must have at least 2 rows" };
  static const char *const places[] = { "/uses", "/scans", "/rows" };

  yc_form_set_data (form, data, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      yc_form_field_leave (yc_test_find (form, places[i]));
      g_assert_cmpstr (yc_form_field_get_error (yc_test_find (form, places[i])), ==, words[i]);
    }
  yc_form_field_set_picked (yc_test_find (form, "/uses"), 2, FALSE);
  yc_form_field_set_picked (yc_test_find (form, "/uses"), 1, FALSE);
  g_assert_cmpstr (yc_form_field_get_error (yc_test_find (form, "/uses")), ==,
                   "Choose at least 2");
}

/* What is nothing for a field that must be there and takes null is null. */
static void
test_money_and_null (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);

  yc_test_type (form, "/rent", "￥1,234.5元");
  yc_test_assert_json (yc_form_field_get_value (yc_test_find (form, "/rent")), "123450");
  yc_test_type (form, "/note", "ab");
  yc_test_type (form, "/note", "");
  yc_test_assert_data (form, "{'rent':123450,'note':null}");
  g_assert_null (yc_form_field_get_value (yc_test_find (form, "/note")));
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 0);
  yc_test_assert_undone (form, TRUE, "/note");
  yc_test_assert_undone (form, TRUE, "/rent");
  yc_test_assert_data (form, "{}");
}

static void
test_alternatives (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);
  YcFormField *party = yc_test_find (form, "/party");
  YcFormElement *person = yc_form_field_get_alternative (party);

  g_assert_cmpint (yc_form_field_get_kind (party), ==, YC_FORM_FIELD_ALTERNATIVES);
  g_assert_cmpstr (yc_form_field_get_choice_title (party, 1), ==, "Company");
  g_assert_cmpint (yc_form_field_get_chosen (party), ==, 0);
  g_assert_nonnull (person);
  yc_test_type (form, "/party/name", "li");
  yc_test_type (form, "/party/phone", "1");
  yc_form_field_choose (party, 1);
  g_assert_true (yc_form_field_get_alternative (party) != person);
  g_assert_null (yc_form_find_field (form, "/party/name"));
  yc_test_assert_data (form, "{'party':{'phone':'1','kind':'company'}}");
  yc_test_type (form, "/party/uscc", "123");
  yc_form_field_leave (yc_test_find (form, "/party/uscc"));
  g_assert_cmpstr (yc_form_field_get_error (yc_test_find (form, "/party/uscc")), ==,
                   "Must have at least 5 characters");
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
  yc_form_field_choose (party, 0);
  yc_test_assert_data (form, "{'party':{'name':'li','phone':'1'}}");
  yc_test_assert_undone (form, TRUE, "/party");
  g_assert_cmpint (yc_form_field_get_chosen (party), ==, 1);
  g_assert_cmpstr (yc_form_field_get_text (yc_test_find (form, "/party/uscc")), ==, "123");
}

/* The alternative that the data have the shape of is shown when they are opened. */
static void
test_alternative_of_data (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);
  g_autoptr (JsonNode) data =
      yc_test_parse ("{'note':null,'party':{'kind':'company','uscc':'1'}}");

  g_assert_true (yc_form_set_data (form, data, NULL));
  g_assert_cmpint (yc_form_field_get_chosen (yc_test_find (form, "/party")), ==, 1);
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
}

/* What is hidden does not count, unless the schema says that it always does. */
static void
test_relevance (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);
  g_autoptr (JsonNode) data = yc_test_parse ("{'note':null,'secret':'x','kept':'y'}");
  g_autoptr (JsonNode) submission = NULL;

  g_assert_true (yc_form_set_data (form, data, NULL));
  g_assert_false (yc_form_field_get_visible (yc_test_find (form, "/kept")));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
  submission = yc_form_get_submission (form);
  yc_test_assert_json (submission, "{'note':null,'kept':'y'}");
  yc_test_type (form, "/open", "yes");
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 2);
}

static void
test_read_only (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);
  YcFormElement *party = yc_test_get_element (yc_form_get_root (form), "5");

  g_assert_false (yc_form_element_get_read_only (party));
  yc_test_type (form, "/rent", "7");
  g_assert_true (yc_form_element_get_read_only (party));
  g_assert_true (yc_form_element_get_enabled (party));
  g_assert_true (yc_form_field_get_read_only (yc_test_find (form, "/party/name")));
  g_assert_false (yc_form_field_get_read_only (yc_test_find (form, "/rent")));
  yc_form_set_read_only (form, TRUE);
  g_assert_true (yc_form_field_get_read_only (yc_test_find (form, "/rent")));
}

/* What cannot be shown says so, and the rest is there. */
static void
test_troubles (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);
  YcFormElement *map = yc_test_get_element (yc_form_get_root (form), "6");
  YcFormElement *nowhere = yc_test_get_element (yc_form_get_root (form), "7");

  g_assert_cmpint (yc_form_element_get_kind (map), ==, YC_FORM_ELEMENT_TROUBLE);
  g_assert_nonnull (strstr (yc_form_element_get_title (map), "FancyMap"));
  g_assert_cmpint (yc_form_element_get_kind (nowhere), ==, YC_FORM_ELEMENT_TROUBLE);
  g_assert_nonnull (strstr (yc_form_element_get_title (nowhere), "#/properties/nowhere"));
  g_assert_cmpstr (yc_form_element_get_node (nowhere), ==, "/elements/7");
}

static const char *
translate_cb (const char *key,
              const char *fallback,
              gpointer    user_data)
{
  static const char *const words[][2] = {
    { "remark.label", "备注" },
    { "remark.error.minLength", "太短" },
    { "party.name.label", "姓名" },
    { "uses.Living", "居住" },
    { "business", "经营" },
    { "More", "更多" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i][0], key))
        return words[i][1];
    }
  return NULL;
}

static void
test_translator (void)
{
  g_autoptr (YcForm) form = yc_test_open (PARTY, LAYOUT);
  YcFormElement *root = yc_form_get_root (form);
  YcFormField *note = yc_test_find (form, "/note");
  YcFormField *uses = yc_test_find (form, "/uses");
  g_autofree char *picked = NULL;

  yc_form_set_translator (form, translate_cb, NULL, NULL);
  g_assert_cmpstr (yc_form_element_get_title (yc_test_get_element (root, "2")), ==, "备注");
  g_assert_cmpstr (yc_form_element_get_title (yc_test_get_element (root, "4")), ==, "更多");
  g_assert_cmpstr (yc_form_element_get_title (yc_test_get_element (root, "3")), ==, "Open");
  g_assert_cmpstr (yc_form_field_get_title (yc_test_find (form, "/party/name")), ==, "姓名");
  yc_test_type (form, "/note", "x");
  yc_form_field_leave (note);
  g_assert_cmpstr (yc_form_field_get_error (note), ==, "太短");
  g_assert_cmpstr (yc_form_field_get_choice_title (uses, 0), ==, "居住");
  g_assert_cmpstr (yc_form_field_get_choice_title (uses, 1), ==, "经营");
  g_assert_cmpstr (yc_form_field_get_choice_title (uses, 2), ==, "Other");
  yc_form_field_set_picked (uses, 0, TRUE);
  picked = yc_form_field_dup_words (uses);
  g_assert_nonnull (strstr (picked, "居住"));
  /* Asked again, the words are translated from what the schema says. */
  yc_form_set_translator (form, NULL, NULL, NULL);
  g_assert_cmpstr (yc_form_field_get_choice_title (uses, 0), ==, "Living");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/kinds/choices", test_choices);
  g_test_add_func ("/forms/kinds/counts", test_counts);
  g_test_add_func ("/forms/kinds/money-and-null", test_money_and_null);
  g_test_add_func ("/forms/kinds/alternatives", test_alternatives);
  g_test_add_func ("/forms/kinds/alternative-of-data", test_alternative_of_data);
  g_test_add_func ("/forms/kinds/relevance", test_relevance);
  g_test_add_func ("/forms/kinds/read-only", test_read_only);
  g_test_add_func ("/forms/kinds/troubles", test_troubles);
  g_test_add_func ("/forms/kinds/translator", test_translator);
  return g_test_run ();
}
