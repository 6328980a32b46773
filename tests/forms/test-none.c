/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that must be answered and take null: the answer that there is none. */
#include "yc-test-form.h"

static const char SCHEMA[] =
    "{'type':'object','properties':{"
    "'note':{'type':['string','null'],'minLength':2,'x-source':'/applicant/note'},"
    "'floors':{'type':['integer','null']},"
    "'size':{'oneOf':[{'type':'number'},{'type':'null'}]},"
    "'born':{'type':['string','null'],'format':'date'},"
    "'sure':{'type':['boolean','null']},"
    "'use':{'oneOf':[{'const':'a','title':'Living'},{'const':null,'title':'Empty','i18n':'empty'}]},"
    "'level':{'enum':['one','two',null]},"
    "'uses':{'type':['array','null'],'uniqueItems':true,'items':{'enum':['a','b']},'minItems':1},"
    "'people':{'type':['array','null'],'minItems':1,'items':{'type':'object',"
    "'properties':{'name':{'type':'string'},'nick':{'type':['string','null']}},"
    "'required':['name','nick']}},"
    "'plan':{'oneOf':[{'title':'A','properties':{'a':{'type':'string'}},'required':['a'],"
    "'type':'object'},{'title':'B','type':'object','properties':{'b':{'type':'string'}}},"
    "{'type':'null'}]},"
    "'free':{'type':['string','null']}},"
    "'required':['note','floors','size','born','sure','use','level','uses','people','plan']}";

static const char *const NAMES[] = { "note", "floors", "size", "born",   "sure",
                                     "use",  "level",  "uses", "people", "plan" };

static YcForm *
open_loaded (const char *data)
{
  YcForm *form = yc_test_open (SCHEMA, NULL);
  g_autoptr (JsonNode) node = yc_test_parse (data);
  g_autoptr (GError) error = NULL;

  yc_form_set_data (form, node, &error);
  g_assert_no_error (error);
  return form;
}

/* Every kind of field says it, and takes it back; each is one step to undo. */
static void
test_each (void)
{
  g_autoptr (YcForm) form = yc_test_open (SCHEMA, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *pointer = g_strconcat ("/", NAMES[i], NULL);
      g_autofree char *said = g_strdup_printf ("{'%s':null}", NAMES[i]);
      YcFormField *field = yc_test_find (form, pointer);
      guint n_missing = yc_form_get_n_missing (form);

      g_test_message ("%s", pointer);
      g_assert_true (yc_form_field_get_takes_none (field));
      g_assert_false (yc_form_field_get_none (field));
      yc_form_field_set_none (field, TRUE);
      g_assert_true (yc_form_field_get_none (field));
      yc_test_assert_data (form, said);
      g_assert_cmpuint (yc_form_get_n_missing (form), <, n_missing);
      g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
      yc_form_field_set_none (field, FALSE);
      g_assert_false (yc_form_field_get_none (field));
      yc_test_assert_data (form, "{}");
      g_assert_cmpuint (yc_form_get_n_missing (form), ==, n_missing);
      yc_test_assert_undone (form, TRUE, pointer);
      g_assert_true (yc_form_field_get_none (field));
      yc_test_assert_undone (form, TRUE, pointer);
      g_assert_false (yc_form_field_get_none (field));
      yc_test_assert_data (form, "{}");
    }
}

/* A field that may be left out needs no null. */
static void
test_only_where_asked (void)
{
  g_autoptr (YcForm) form = yc_test_open (SCHEMA, NULL);
  YcFormField *free_field = yc_test_find (form, "/free");

  g_assert_false (yc_form_field_get_takes_none (free_field));
  yc_form_field_set_none (free_field, TRUE);
  yc_test_assert_data (form, "{}");
}

/* A draft comes back as it was, and everything in it is answered. */
static void
test_draft (void)
{
  static const char ALL[] = "{'note':null,'floors':null,'size':null,'born':null,'sure':null,"
                            "'use':null,'level':null,'uses':null,'people':null,'plan':null,"
                            "'free':null}";
  g_autoptr (YcForm) form = open_loaded (ALL);
  g_autoptr (JsonNode) submission = yc_form_get_submission (form);

  yc_test_assert_data (form, ALL);
  yc_test_assert_json (submission, ALL);
  g_assert_true (yc_form_get_is_valid (form));
  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *pointer = g_strconcat ("/", NAMES[i], NULL);

      g_assert_true (yc_form_field_get_none (yc_test_find (form, pointer)));
    }
  g_assert_true (yc_form_field_get_none (yc_test_find (form, "/free")));
}

/* What is typed takes its place, and deleting it says none again. */
static void
test_typing (void)
{
  g_autoptr (YcForm) form = open_loaded ("{'floors':null}");
  YcFormField *floors = yc_test_find (form, "/floors");

  g_assert_cmpstr (yc_form_field_get_text (floors), ==, "");
  yc_form_field_set_text (floors, "3");
  g_assert_false (yc_form_field_get_none (floors));
  yc_test_assert_data (form, "{'floors':3}");
  yc_form_field_set_text (floors, "");
  g_assert_true (yc_form_field_get_none (floors));
  yc_test_assert_data (form, "{'floors':null}");
  yc_form_field_set_none (floors, FALSE);
  yc_form_field_set_text (floors, "4");
  yc_form_field_set_none (floors, TRUE);
  g_assert_cmpstr (yc_form_field_get_text (floors), ==, "");
  yc_test_assert_undone (form, TRUE, "/floors");
  g_assert_cmpstr (yc_form_field_get_text (floors), ==, "4");
}

/* A person says it: where the value came from is forgotten. */
static void
test_source (void)
{
  g_autoptr (YcForm) form = yc_test_open (SCHEMA, NULL);
  YcFormField *note = yc_test_find (form, "/note");

  yc_form_field_set_text (note, "abc");
  yc_form_field_set_source (note, "the applicant");
  yc_form_field_set_none (note, TRUE);
  g_assert_null (yc_form_field_get_source (note));
  g_assert_true (yc_form_field_get_edited (note));
}

/* Lists and alternatives that were none begin again with what is typed into them. */
static void
test_inside (void)
{
  g_autoptr (YcForm) form = open_loaded ("{'people':null,'plan':null}");
  YcFormField *people = yc_test_find (form, "/people");

  g_assert_true (yc_form_field_get_none (people));
  yc_test_type (form, "/people/0/name", "w");
  g_assert_false (yc_form_field_get_none (people));
  yc_test_assert_data (form, "{'people':[{'name':'w'}],'plan':null}");
  yc_test_type (form, "/plan/a", "x");
  g_assert_false (yc_form_field_get_none (yc_test_find (form, "/plan")));
  yc_test_assert_data (form, "{'people':[{'name':'w'}],'plan':{'a':'x'}}");
  yc_test_assert_undone (form, TRUE, "/plan/a");
  yc_test_assert_undone (form, TRUE, "/people/0/name");
  yc_test_assert_data (form, "{'people':null,'plan':null}");
  g_assert_true (yc_form_field_get_none (people));
}

/* In a row too: such rows are no table, whose cells have no place for the answer. */
static void
test_row (void)
{
  g_autoptr (YcForm) form = yc_test_open (SCHEMA, NULL);
  YcFormField *people = yc_test_find (form, "/people");
  YcFormField *nick = yc_test_find (form, "/people/0/nick");

  g_assert_cmpuint (g_list_model_get_n_items (yc_form_field_get_columns (people)), ==, 0);
  g_assert_true (yc_form_field_get_takes_none (nick));
  yc_form_field_set_none (nick, TRUE);
  yc_test_assert_data (form, "{'people':[{'nick':null}]}");
  yc_test_type (form, "/people/0/name", "w");
  yc_test_assert_data (form, "{'people':[{'nick':null,'name':'w'}]}");
  g_assert_true (yc_form_field_get_none (nick));
}

static const char *
translate (const char *key,
           const char *fallback,
           gpointer    user_data)
{
  return g_str_equal (key, "empty") ? "Nobody lives there" : NULL;
}

static void
test_words (void)
{
  g_autoptr (YcForm) form = open_loaded ("{'use':null,'level':null}");
  YcFormField *use = yc_test_find (form, "/use");
  g_autofree char *words = NULL;

  g_assert_cmpuint (yc_form_field_get_n_choices (use), ==, 1);
  g_assert_cmpstr (yc_form_field_get_none_title (use), ==, "Empty");
  g_assert_cmpstr (yc_form_field_get_none_title (yc_test_find (form, "/level")), ==, "None");
  yc_form_set_translator (form, translate, NULL, NULL);
  words = yc_form_field_dup_words (use);
  g_assert_cmpstr (words, ==, "Nobody lives there");
}

/* An object that was null gives way to what is typed into it. */
static void
test_object (void)
{
  g_autoptr (YcForm) form = yc_test_open (
      "{'type':'object','properties':{'home':{'type':['object','null'],"
      "'properties':{'street':{'type':'string'}}}}}", NULL);
  g_autoptr (JsonNode) data = yc_test_parse ("{'home':null}");

  yc_form_set_data (form, data, NULL);
  yc_test_type (form, "/home/street", "x");
  yc_test_assert_data (form, "{'home':{'street':'x'}}");
  yc_test_assert_undone (form, TRUE, "/home/street");
  yc_test_assert_data (form, "{'home':null}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/none/each", test_each);
  g_test_add_func ("/forms/none/only-where-asked", test_only_where_asked);
  g_test_add_func ("/forms/none/draft", test_draft);
  g_test_add_func ("/forms/none/typing", test_typing);
  g_test_add_func ("/forms/none/source", test_source);
  g_test_add_func ("/forms/none/inside", test_inside);
  g_test_add_func ("/forms/none/row", test_row);
  g_test_add_func ("/forms/none/words", test_words);
  g_test_add_func ("/forms/none/object", test_object);
  return g_test_run ();
}
