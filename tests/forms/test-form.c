/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a form: what is typed, what it means, what follows from it, what is wrong. */
#include <gio/gio.h>
#include <string.h>

#include "yc-form.h"
#include "yc-json.h"

static const char SCHEMA[] =
    "{'type':'object','title':'Water','properties':{"
    "'account':{'type':'string','title':'Account','pattern':'^[0-9]{8,12}$'},"
    "'relation':{'type':'string','title':'Relation','enum':['self','spouse','other']},"
    "'householder':{'type':'string','title':'Householder','minLength':2},"
    "'own':{'type':'integer','title':'Own family','minimum':0,'maximum':50,'x-unit':'人'},"
    "'area':{'type':'number','title':'Area','exclusiveMinimum':0},"
    "'since':{'type':'string','title':'Since','format':'date'},"
    "'let':{'type':'boolean','title':'Let'},"
    "'tenants':{'type':'array','title':'Tenants','maxItems':3,'items':{'type':'object',"
    "'properties':{'name':{'type':'string','title':'Name','minLength':2},"
    "'id':{'type':'string','title':'ID number','format':'id-number'}},"
    "'required':['name','id']}},"
    "'residents':{'type':'integer','title':'Residents','readOnly':true,'x-calculate':"
    "{'+':[{'var':['own',0]},{'if':[{'===':[{'var':'let'},true]},{'reduce':[{'var':['tenants',[]]},"
    "{'+':[{'var':'accumulator'},1]},0]},0]}]}},"
    "'tier':{'type':'string','title':'Tier','x-calculate':"
    "{'if':[{'>':[{'var':'residents'},4]},'large','small']}},"
    "'phone':{'type':'string','title':'Phone','format':'mobile','x-source':'/applicant/mobile'},"
    "'note':{'type':'string','title':'Note','maxLength':20,'default':'none'}},"
    "'required':['account','own','let'],"
    "'allOf':[{'if':{'properties':{'let':{'const':true}},'required':['let']},"
    "'then':{'required':['tenants']}},"
    "{'if':{'properties':{'relation':{'not':{'const':'self'}}},'required':['relation']},"
    "'then':{'required':['householder']}}]}";

static const char LAYOUT[] =
    "{'type':'VerticalLayout','elements':["
    "{'type':'Group','label':'Meter','elements':["
    "{'type':'Control','scope':'#/properties/account'},"
    "{'type':'Control','scope':'#/properties/relation'},"
    "{'type':'Control','scope':'#/properties/householder','rule':{'effect':'HIDE','condition':"
    "{'scope':'#/properties/relation','schema':{'const':'self'}}}}]},"
    "{'type':'HorizontalLayout','elements':["
    "{'type':'Control','scope':'#/properties/own'},{'type':'Control','scope':'#/properties/area'},"
    "{'type':'Control','scope':'#/properties/since'},"
    "{'type':'Control','scope':'#/properties/let'}]},"
    "{'type':'Group','label':'Tenants','rule':{'effect':'SHOW','condition':"
    "{'scope':'#/properties/let','schema':{'const':true}}},'elements':["
    "{'type':'Control','scope':'#/properties/tenants'}]},"
    "{'type':'Control','scope':'#/properties/residents'},"
    "{'type':'Control','scope':'#/properties/tier'},"
    "{'type':'Control','scope':'#/properties/phone','rule':{'effect':'DISABLE','condition':"
    "{'type':'AND','conditions':[{'type':'LEAF','scope':'#/properties/own','expectedValue':7},"
    "{'scope':'#/properties/area','schema':{'minimum':100},'failWhenUndefined':true}]}}},"
    "{'type':'Control','scope':'#/properties/note','options':{'multi':true}}]}";

/* Single quotes stand for double ones, to be read by people. */
static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (json, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static YcForm *
open_form (void)
{
  g_autoptr (JsonNode) schema = parse (SCHEMA);
  g_autoptr (JsonNode) layout = parse (LAYOUT);
  g_autoptr (GError) error = NULL;
  YcForm *form = yc_form_new (schema, layout, &error);

  g_assert_no_error (error);
  return form;
}

static YcFormField *
find (YcForm     *form,
      const char *pointer)
{
  YcFormField *field = yc_form_find_field (form, pointer);

  g_assert_nonnull (field);
  return field;
}

static void
type (YcForm     *form,
      const char *pointer,
      const char *text)
{
  yc_form_field_set_text (find (form, pointer), text);
}

static void
assert_json (JsonNode   *node,
             const char *expected)
{
  g_autoptr (JsonNode) other = parse (expected);
  g_autofree char *text = node == NULL ? NULL : yc_json_write (node);

  if (!yc_json_equal (node, other))
    g_test_message ("%s is not %s", text, expected);
  g_assert_true (yc_json_equal (node, other));
}

static void
assert_data (YcForm     *form,
             const char *expected)
{
  g_autoptr (JsonNode) data = yc_form_get_data (form);

  assert_json (data, expected);
}

static void
test_opened (void)
{
  g_autoptr (YcForm) form = open_form ();
  YcFormElement *root = yc_form_get_root (form);
  g_autoptr (YcFormElement) group = NULL;

  g_assert_cmpstr (yc_form_get_title (form), ==, "Water");
  g_assert_cmpint (yc_form_element_get_kind (root), ==, YC_FORM_ELEMENT_VERTICAL);
  g_assert_cmpuint (g_list_model_get_n_items (yc_form_element_get_children (root)), ==, 7);
  group = g_list_model_get_item (yc_form_element_get_children (root), 0);
  g_assert_cmpint (yc_form_element_get_kind (group), ==, YC_FORM_ELEMENT_GROUP);
  g_assert_cmpstr (yc_form_element_get_title (group), ==, "Meter");
  assert_data (form, "{'note':'none','residents':0,'tier':'small'}");
  g_assert_true (yc_form_get_is_empty (form));
  g_assert_false (yc_form_get_is_valid (form));
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 3);
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
  g_assert_null (yc_form_field_get_error (find (form, "/account")));
}

static const struct
{
  const char      *pointer;
  YcFormFieldKind  kind;
  gboolean         required;
  gboolean         calculated;
} KINDS[] = {
  { "/account", YC_FORM_FIELD_TEXT, TRUE, FALSE },
  { "/relation", YC_FORM_FIELD_CHOICE, FALSE, FALSE },
  { "/own", YC_FORM_FIELD_INTEGER, TRUE, FALSE },
  { "/area", YC_FORM_FIELD_NUMBER, FALSE, FALSE },
  { "/since", YC_FORM_FIELD_DATE, FALSE, FALSE },
  { "/let", YC_FORM_FIELD_YES_NO, TRUE, FALSE },
  { "/tenants", YC_FORM_FIELD_REPEATING, FALSE, FALSE },
  { "/tenants/0/name", YC_FORM_FIELD_TEXT, TRUE, FALSE },
  { "/residents", YC_FORM_FIELD_INTEGER, FALSE, TRUE },
  { "/note", YC_FORM_FIELD_MULTILINE, FALSE, FALSE },
};

static void
test_kinds (void)
{
  g_autoptr (YcForm) form = open_form ();

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      YcFormField *field = find (form, KINDS[i].pointer);

      g_assert_cmpint (yc_form_field_get_kind (field), ==, KINDS[i].kind);
      g_assert_cmpint (yc_form_field_get_required (field), ==, KINDS[i].required);
      g_assert_cmpint (yc_form_field_get_calculated (field), ==, KINDS[i].calculated);
      g_assert_cmpstr (yc_form_field_get_pointer (field), ==, KINDS[i].pointer);
    }
}

static const struct
{
  const char *pointer;
  const char *typed;
  const char *value;            /* as JSON */
  const char *tidy;             /* the text once the field is left */
  const char *error;
} TYPED[] = {
  { "/own", "3", "3", "3", NULL },
  { "/own", "３", "3", "3", NULL },
  { "/own", " ３ 人 ", "3", "3", NULL },
  { "/own", "007", "7", "7", NULL },
  { "/own", "-1", "-1", "-1", "Must not be less than 0" },
  { "/own", "51", "51", "51", "Must not be more than 50" },
  { "/own", "1.5", "1.5", "1.5", "Must be a whole number" },
  { "/own", "3.0", "3", "3", NULL },
  { "/own", "abc", "'abc'", "abc", "Must be a whole number" },
  { "/own", "1,2", "'1,2'", "1,2", "Must be a whole number" },
  { "/own", "99999999999999999999", "1e20", "100000000000000000000", "Must not be more than 50" },
  { "/own", "", "null", "", "Must be filled in" },
  { "/own", "　", "null", "", "Must be filled in" },
  { "/area", "１２，３４５。５", "12345.5", "12345.5", NULL },
  { "/area", "1,234,567", "1234567", "1234567", NULL },
  { "/area", "０", "0", "0", "Must be more than 0" },
  { "/area", "1e3", "'1e3'", "1e3", "Must be a number" },
  { "/area", "−2", "-2", "-2", "Must be more than 0" },
  { "/since", "2026-11-21", "'2026-11-21'", "2026-11-21", NULL },
  { "/since", "20261121", "'2026-11-21'", "2026-11-21", NULL },
  { "/since", "2026年11月21日", "'2026-11-21'", "2026-11-21", NULL },
  { "/since", "２０２６年１月２日", "'2026-01-02'", "2026-01-02", NULL },
  { "/since", "2026/1/2", "'2026-01-02'", "2026-01-02", NULL },
  { "/since", "2026．1．2", "'2026-01-02'", "2026-01-02", NULL },
  { "/since", "2026-02-29", "'2026-02-29'", "2026-02-29", "Is not a date, such as 2026-11-21" },
  { "/since", "21.11.2026", "'21.11.2026'", "21.11.2026", "Is not a date, such as 2026-11-21" },
  { "/since", "2026-11-21x", "'2026-11-21x'", "2026-11-21x", "Is not a date, such as 2026-11-21" },
  { "/let", "是", "true", "Yes", NULL },
  { "/let", "no", "false", "No", NULL },
  { "/let", "perhaps", "'perhaps'", "perhaps", "Must be yes or no" },
  { "/relation", "spouse", "'spouse'", "spouse", NULL },
  { "/relation", "friend", "'friend'", "friend", "Must be one of the choices" },
  { "/account", "　12345678 ", "'12345678'", "12345678", NULL },
  { "/account", "1234567", "'1234567'", "1234567", "Is not written in the right form" },
  { "/phone", "１００ １２３４ ５６７８", "'10012345678'", "10012345678", NULL },
  { "/phone", "123", "'123'", "123", "Is not a mobile number of 11 digits" },
  { "/note", "一二三四五六七八九十一二三四五六七八九十", NULL,
    "一二三四五六七八九十一二三四五六七八九十", NULL },
  { "/note", "一二三四五六七八九十一二三四五六七八九十一", NULL,
    "一二三四五六七八九十一二三四五六七八九十一", "Must have at most 20 characters" },
};

static void
test_typed (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (YcForm) form = open_form ();
  YcFormField *field = find (form, TYPED[i].pointer);

  yc_form_field_set_text (field, "x");
  yc_form_field_set_text (field, TYPED[i].typed);
  g_assert_cmpstr (yc_form_field_get_text (field), ==, TYPED[i].typed);
  g_assert_null (yc_form_field_get_error (field));
  yc_form_field_leave (field);
  g_assert_cmpstr (yc_form_field_get_text (field), ==, TYPED[i].tidy);
  g_assert_cmpstr (yc_form_field_get_error (field), ==, TYPED[i].error);
  if (TYPED[i].value != NULL)
    assert_json (yc_form_field_get_value (field), TYPED[i].value);
}

/* 1 MB pasted into a field is kept, refused in words, and costs no time to speak of. */
static void
test_huge_text (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autofree char *text = g_strnfill (1 << 20, 'x');

  type (form, "/note", text);
  yc_form_field_leave (find (form, "/note"));
  g_assert_cmpuint (strlen (yc_form_field_get_text (find (form, "/note"))), ==, 1 << 20);
  g_assert_cmpstr (yc_form_field_get_error (find (form, "/note")), ==,
                   "Must have at most 20 characters");
}

static void
test_bad_utf8 (void)
{
  g_autoptr (YcForm) form = open_form ();

  type (form, "/note", "a\xff" "b");
  g_assert_true (g_utf8_validate (yc_form_field_get_text (find (form, "/note")), -1, NULL));
}

static void
test_error_follows_typing (void)
{
  g_autoptr (YcForm) form = open_form ();
  YcFormField *field = find (form, "/account");

  type (form, "/account", "12");
  g_assert_null (yc_form_field_get_error (field));
  yc_form_field_leave (field);
  g_assert_nonnull (yc_form_field_get_error (field));
  type (form, "/account", "12345678");
  g_assert_null (yc_form_field_get_error (field));
  type (form, "/account", "");
  g_assert_cmpstr (yc_form_field_get_error (field), ==, "Must be filled in");
}

static void
test_calculation (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) nine = parse ("9");

  type (form, "/own", "3");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "3");
  type (form, "/let", "yes");
  type (form, "/tenants/0/name", "张三");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "4");
  yc_form_field_append_row (find (form, "/tenants"));
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "4");
  type (form, "/tenants/1/name", "李四");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "5");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/tier")), ==, "large");
  type (form, "/let", "no");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "3");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/tier")), ==, "small");
  type (form, "/residents", "9");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "3");
  g_assert_false (yc_form_set_value (form, "/residents", nine, &error));
  g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_READ_ONLY);
}

static void
test_rules (void)
{
  g_autoptr (YcForm) form = open_form ();

  g_assert_true (yc_form_field_get_visible (find (form, "/householder")));
  type (form, "/relation", "self");
  g_assert_false (yc_form_field_get_visible (find (form, "/householder")));
  g_assert_false (yc_form_field_get_required (find (form, "/householder")));
  type (form, "/relation", "spouse");
  g_assert_true (yc_form_field_get_visible (find (form, "/householder")));
  g_assert_true (yc_form_field_get_required (find (form, "/householder")));
  g_assert_false (yc_form_field_get_visible (find (form, "/tenants")));
  g_assert_false (yc_form_field_get_visible (find (form, "/tenants/0/name")));
  type (form, "/let", "yes");
  g_assert_true (yc_form_field_get_visible (find (form, "/tenants/0/name")));
  g_assert_true (yc_form_field_get_required (find (form, "/tenants")));
  type (form, "/own", "7");
  g_assert_true (yc_form_field_get_enabled (find (form, "/phone")));
  type (form, "/area", "120");
  g_assert_false (yc_form_field_get_enabled (find (form, "/phone")));
}

static void
test_hidden (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (JsonNode) submission = NULL;
  g_autoptr (GListModel) problems = NULL;

  type (form, "/account", "12345678");
  type (form, "/own", "2");
  type (form, "/let", "yes");
  type (form, "/tenants/0/name", "张");
  type (form, "/let", "no");
  problems = yc_form_check (form);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);
  g_assert_true (yc_form_get_is_valid (form));
  assert_data (form, "{'account':'12345678','own':2,'let':false,'tenants':[{'name':'张'}],"
                     "'residents':2,'tier':'small','note':'none'}");
  submission = yc_form_get_submission (form);
  assert_json (submission, "{'account':'12345678','own':2,'let':false,"
                           "'residents':2,'tier':'small','note':'none'}");
}

static void
test_check (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (GListModel) problems = NULL;
  static const char *const messages[] = {
    "Account: Is not written in the right form",
    "Householder: Must be filled in",
    "Own family: Must be filled in",
    "Tenants, row 1, ID number: Must be filled in",
    "Tenants, row 2, ID number: Is not a valid ID number: check each digit",
  };

  type (form, "/account", "1");
  type (form, "/relation", "other");
  type (form, "/let", "yes");
  type (form, "/tenants/0/name", "张三");
  yc_form_field_append_row (find (form, "/tenants"));
  type (form, "/tenants/1/name", "李四");
  type (form, "/tenants/1/id", "990101198001010015");
  yc_form_field_append_row (find (form, "/tenants"));
  g_assert_null (yc_form_field_get_error (find (form, "/account")));
  problems = yc_form_check (form);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, G_N_ELEMENTS (messages));
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);

      g_assert_cmpstr (yc_form_problem_get_message (problem), ==, messages[i]);
      g_assert_true (yc_form_problem_get_field (problem) ==
                     find (form, yc_form_problem_get_pointer (problem)));
    }
  g_assert_nonnull (yc_form_field_get_error (find (form, "/account")));
  g_assert_cmpstr (yc_form_field_get_error (find (form, "/tenants/0/id")), ==,
                   "Must be filled in");
  g_assert_null (yc_form_field_get_error (find (form, "/tenants/2/name")));
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 3);
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 2);
}

static void
test_rows (void)
{
  g_autoptr (YcForm) form = open_form ();
  YcFormField *tenants = find (form, "/tenants");
  g_autoptr (YcFormField) second = NULL;
  g_autoptr (YcFormRow) gone = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (yc_form_field_get_rows (tenants)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (yc_form_field_get_columns (tenants)), ==, 2);
  type (form, "/tenants/0/name", "一一");
  g_assert_nonnull (yc_form_field_append_row (tenants));
  type (form, "/tenants/1/name", "二二");
  g_assert_nonnull (yc_form_field_append_row (tenants));
  type (form, "/tenants/2/name", "三三");
  g_assert_false (yc_form_field_can_append_row (tenants));
  g_assert_null (yc_form_field_append_row (tenants));
  second = g_object_ref (find (form, "/tenants/1/name"));

  yc_form_field_move_row (tenants, 0, 2);
  assert_json (yc_form_field_get_value (tenants),
               "[{'name':'二二'},{'name':'三三'},{'name':'一一'}]");
  g_assert_cmpstr (yc_form_field_get_pointer (second), ==, "/tenants/0/name");
  yc_form_field_move_row (tenants, 2, 1);
  assert_json (yc_form_field_get_value (tenants),
               "[{'name':'二二'},{'name':'一一'},{'name':'三三'}]");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/tenants/1/name")), ==, "一一");

  gone = g_list_model_get_item (yc_form_field_get_rows (tenants), 0);
  yc_form_field_remove_row (tenants, 0);
  assert_json (yc_form_field_get_value (tenants), "[{'name':'一一'},{'name':'三三'}]");
  g_assert_null (yc_form_find_field (form, "/tenants/2/name"));
  yc_form_field_set_text (second, "nobody hears this");
  yc_form_field_remove_row (tenants, 1);
  yc_form_field_remove_row (tenants, 0);
  g_assert_null (yc_form_field_get_value (tenants));
  g_assert_cmpuint (g_list_model_get_n_items (yc_form_field_get_rows (tenants)), ==, 1);
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/tenants/0/name")), ==, "");
}

/* A row typed into behind an empty one keeps its place; clearing it leaves nothing behind. */
static void
test_empty_rows (void)
{
  g_autoptr (YcForm) form = open_form ();
  YcFormField *tenants = find (form, "/tenants");

  yc_form_field_append_row (tenants);
  type (form, "/tenants/1/name", "二二");
  assert_json (yc_form_field_get_value (tenants), "[{},{'name':'二二'}]");
  type (form, "/tenants/1/name", "");
  g_assert_null (yc_form_field_get_value (tenants));
}

static void
test_data (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (YcForm) again = open_form ();
  g_autoptr (JsonNode) draft = NULL;
  g_autoptr (JsonNode) rows = parse ("[{'name':'甲甲'},{'name':'乙乙'},{}]");
  g_autoptr (JsonNode) list = parse ("[1]");
  g_autoptr (GError) error = NULL;

  type (form, "/own", "many");
  type (form, "/since", "soon");
  type (form, "/let", "yes");
  g_assert_true (yc_form_set_value (form, "/tenants", rows, &error));
  g_assert_no_error (error);
  draft = yc_form_get_data (form);
  g_assert_true (yc_form_set_data (again, draft, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (yc_form_field_get_text (find (again, "/own")), ==, "many");
  g_assert_cmpstr (yc_form_field_get_text (find (again, "/since")), ==, "soon");
  g_assert_cmpstr (yc_form_field_get_text (find (again, "/tenants/1/name")), ==, "乙乙");
  g_assert_null (yc_form_find_field (again, "/tenants/2/name"));
  g_assert_false (yc_form_get_is_empty (again));
  g_assert_false (yc_form_set_data (again, list, &error));
  g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_DATA);
}

/* What comes from outside may have any shape. */
static void
test_odd_data (gconstpointer data)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (JsonNode) node = parse (data);
  g_autoptr (GListModel) problems = NULL;

  g_assert_true (yc_form_set_data (form, node, NULL));
  type (form, "/tenants/0/name", "张三");
  type (form, "/own", "1");
  problems = yc_form_check (form);
  g_assert_cmpuint (g_list_model_get_n_items (problems), >, 0);
}

static void
test_fill (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (JsonNode) known = parse ("{'applicant':{'mobile':'10012345678'}}");
  YcFormField *phone = find (form, "/phone");

  g_assert_cmpuint (yc_form_fill_from (form, known, "agent", "Agent"), ==, 0);
  g_assert_cmpuint (yc_form_fill_from (form, known, "applicant", "Applicant"), ==, 1);
  g_assert_cmpstr (yc_form_field_get_text (phone), ==, "10012345678");
  g_assert_cmpstr (yc_form_field_get_source (phone), ==, "Applicant");
  yc_form_field_leave (phone);
  g_assert_cmpstr (yc_form_field_get_source (phone), ==, "Applicant");
  g_assert_cmpuint (yc_form_fill_from (form, known, "applicant", "Applicant"), ==, 0);
  type (form, "/phone", "10012345679");
  g_assert_null (yc_form_field_get_source (phone));
}

static void
assert_undone (YcForm     *form,
               gboolean    undo,
               const char *expected)
{
  g_autofree char *pointer = NULL;
  gboolean done = undo ? yc_form_undo (form, &pointer) : yc_form_redo (form, &pointer);

  g_assert_cmpint (done, ==, expected != NULL);
  g_assert_cmpstr (pointer, ==, expected);
}

static void
assert_source (YcFormField *field,
               const char  *source,
               gboolean     edited)
{
  g_assert_cmpstr (yc_form_field_get_source (field), ==, source);
  g_assert_cmpint (yc_form_field_get_edited (field), ==, edited);
}

/* What is undone to what a source had given is from there again, and not changed by hand. */
static void
test_source_again (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (JsonNode) known = parse ("{'applicant':{'mobile':'10012345678'}}");
  YcFormField *phone = find (form, "/phone");

  yc_form_fill_from (form, known, "applicant", "Applicant");
  type (form, "/phone", "10012345679");
  assert_source (phone, NULL, TRUE);
  assert_undone (form, TRUE, "/phone");
  g_assert_cmpstr (yc_form_field_get_text (phone), ==, "10012345678");
  assert_source (phone, "Applicant", FALSE);
  assert_undone (form, FALSE, "/phone");
  assert_source (phone, NULL, TRUE);
  type (form, "/phone", "10012345678");
  assert_source (phone, "Applicant", FALSE);
  type (form, "/phone", "");
  assert_source (phone, NULL, TRUE);
}

static void
test_undo (void)
{
  g_autoptr (YcForm) form = open_form ();
  YcFormField *tenants = find (form, "/tenants");

  assert_undone (form, TRUE, NULL);
  type (form, "/own", "1");
  type (form, "/own", "12");
  yc_form_field_leave (find (form, "/own"));
  type (form, "/let", "yes");
  type (form, "/tenants/0/name", "张三");
  type (form, "/tenants/0/name", "");
  yc_form_field_leave (find (form, "/tenants/0/name"));
  type (form, "/tenants/0/name", "李四");
  yc_form_field_remove_row (tenants, 0);
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "12");

  assert_undone (form, TRUE, "/tenants");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/tenants/0/name")), ==, "李四");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/residents")), ==, "13");
  assert_undone (form, TRUE, "/tenants/0/name");
  assert_undone (form, TRUE, "/let");
  assert_undone (form, TRUE, "/own");
  g_assert_cmpstr (yc_form_field_get_text (find (form, "/own")), ==, "");
  assert_undone (form, TRUE, NULL);
  assert_undone (form, FALSE, "/own");
  assert_undone (form, FALSE, "/let");
  g_assert_true (yc_form_field_get_visible (tenants));
  type (form, "/own", "5");
  assert_undone (form, FALSE, NULL);
}

static void
count_cb (YcForm *form,
          guint  *count)
{
  (*count)++;
}

static void
test_signals (void)
{
  g_autoptr (YcForm) form = open_form ();
  guint n_changed = 0;

  g_signal_connect (form, "changed", G_CALLBACK (count_cb), &n_changed);
  type (form, "/own", "3");
  g_assert_cmpuint (n_changed, ==, 1);
  type (form, "/own", "3");
  g_assert_cmpuint (n_changed, ==, 1);
  yc_form_field_leave (find (form, "/own"));
  g_assert_cmpuint (n_changed, ==, 1);
  yc_form_field_append_row (find (form, "/tenants"));
  g_assert_cmpuint (n_changed, ==, 1);
}

/* Fields may outlive their form; they are then mute. */
static void
test_orphan (void)
{
  YcForm *form = open_form ();
  g_autoptr (YcFormField) field = g_object_ref (find (form, "/own"));
  g_autoptr (YcFormField) tenants = g_object_ref (find (form, "/tenants"));

  g_assert_finalize_object (form);
  yc_form_field_set_text (field, "3");
  yc_form_field_leave (field);
  yc_form_field_remove_row (tenants, 0);
  g_assert_null (yc_form_field_append_row (tenants));
  g_assert_cmpstr (yc_form_field_get_text (field), ==, "");
}

static const struct
{
  const char *schema;
  const char *layout;
  int         code;
  const char *words;
} WRONG[] = {
  { "{'properties':{'a':{'type':'text'}}}", NULL, YC_FORMS_ERROR_SCHEMA, "/properties/a/type" },
  { "{'properties':{'a':{'$ref':'#/$defs/x'}}}", NULL, YC_FORMS_ERROR_REFERENCE, "#/$defs/x" },
  { "{'properties':{'a':{'type':'integer','x-calculate':{'var':'b'}},"
    "'b':{'type':'integer','x-calculate':{'+':[{'var':'a'},1]}}}}",
    NULL, YC_FORMS_ERROR_CYCLE, "/" },
  { "{'properties':{'a':{'x-calculate':{'var':'a'}}}}", NULL, YC_FORMS_ERROR_CYCLE, "/a" },
};

static void
test_wrong (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JsonNode) schema = parse (WRONG[i].schema);
  g_autoptr (JsonNode) layout = WRONG[i].layout == NULL ? NULL : parse (WRONG[i].layout);
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_form_new (schema, layout, &error));
  g_assert_error (error, YC_FORMS_ERROR, WRONG[i].code);
  g_assert_nonnull (strstr (error->message, WRONG[i].words));
}

static void
test_default_layout (void)
{
  g_autoptr (JsonNode) schema = parse (
      "{'properties':{'name':{'type':'string'},'home':{'title':'Home','$ref':'#/$defs/place'},"
      "'kind':{'oneOf':[{'const':1,'title':'One'},{'const':2,'title':'Two'}]}},"
      "'$defs':{'place':{'type':'object','title':'Place','required':['street'],"
      "'properties':{'street':{'type':'string'},'inner':{'$ref':'#/$defs/place'}}}}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = yc_form_new (schema, NULL, &error);
  YcFormField *kind;

  g_assert_no_error (error);
  g_assert_cmpstr (yc_form_field_get_title (find (form, "/name")), ==, "Name");
  g_assert_false (yc_form_field_get_required (find (form, "/home/street")));
  type (form, "/home/street", "East");
  g_assert_true (yc_form_field_get_required (find (form, "/home/street")));
  type (form, "/home/street", "");
  g_assert_false (yc_form_field_get_required (find (form, "/home/street")));
  assert_data (form, "{}");
  kind = find (form, "/kind");
  g_assert_cmpint (yc_form_field_get_kind (kind), ==, YC_FORM_FIELD_CHOICE);
  g_assert_cmpuint (yc_form_field_get_n_choices (kind), ==, 2);
  g_assert_cmpint (yc_form_field_get_chosen (kind), ==, -1);
  yc_form_field_choose (kind, 1);
  g_assert_cmpint (yc_form_field_get_chosen (kind), ==, 1);
  g_assert_cmpstr (yc_form_field_get_text (kind), ==, "Two");
  assert_json (yc_form_field_get_value (kind), "2");
  yc_form_field_choose (kind, -1);
  g_assert_null (yc_form_field_get_value (kind));
}

static void
add_cases (const char   *name,
           guint         n,
           GTestDataFunc func)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/forms/form/%s/%02u", name, i);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/form/opened", test_opened);
  g_test_add_func ("/forms/form/kinds", test_kinds);
  add_cases ("typed", G_N_ELEMENTS (TYPED), test_typed);
  g_test_add_func ("/forms/form/huge-text", test_huge_text);
  g_test_add_func ("/forms/form/bad-utf8", test_bad_utf8);
  g_test_add_func ("/forms/form/error-follows-typing", test_error_follows_typing);
  g_test_add_func ("/forms/form/calculation", test_calculation);
  g_test_add_func ("/forms/form/rules", test_rules);
  g_test_add_func ("/forms/form/hidden", test_hidden);
  g_test_add_func ("/forms/form/check", test_check);
  g_test_add_func ("/forms/form/rows", test_rows);
  g_test_add_func ("/forms/form/empty-rows", test_empty_rows);
  g_test_add_func ("/forms/form/data", test_data);
  g_test_add_data_func ("/forms/form/odd-data/tenants-string", "{'tenants':'x'}", test_odd_data);
  g_test_add_data_func ("/forms/form/odd-data/row-number", "{'tenants':[1,null]}", test_odd_data);
  g_test_add_data_func ("/forms/form/odd-data/object", "{'own':{'a':[]},'let':[]}", test_odd_data);
  g_test_add_data_func ("/forms/form/odd-data/nulls", "{'own':null,'tenants':null}",
                        test_odd_data);
  g_test_add_func ("/forms/form/fill", test_fill);
  g_test_add_func ("/forms/form/source-again", test_source_again);
  g_test_add_func ("/forms/form/undo", test_undo);
  g_test_add_func ("/forms/form/signals", test_signals);
  g_test_add_func ("/forms/form/orphan", test_orphan);
  add_cases ("wrong", G_N_ELEMENTS (WRONG), test_wrong);
  g_test_add_func ("/forms/form/default-layout", test_default_layout);
  return g_test_run ();
}
