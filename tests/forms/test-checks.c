/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold between fields: where it is told, when it is asked, and what authors got wrong. */
#include <string.h>

#include "yc-form-mistakes.h"
#include "yc-form-private.h"
#include "yc-json.h"

static const char TRIP[] =
    "{'type':'object','title':'Trip','required':['from'],'properties':{"
    "'from':{'type':'string','title':'From','format':'date'},"
    "'to':{'type':'string','title':'To','format':'date'},"
    "'limit':{'type':'integer','title':'Limit'},"
    "'home':{'type':'object','title':'Home','properties':{"
    "'area':{'type':'integer','title':'Area'},'rooms':{'type':'integer','title':'Rooms'}},"
    "'x-check':[{'rule':{'>':[{'var':'home.area'},{'var':'home.rooms'}]},'message':'too small',"
    "'at':'/home/area'}]},"
    "'guests':{'type':'array','title':'Guests','items':{'type':'object','properties':{"
    "'name':{'type':'string','title':'Name'},'id':{'type':'string','title':'ID'},"
    "'age':{'type':'integer','title':'Age','x-calculate':{'age':[{'var':'id'}]}}},"
    "'x-check':[{'rule':{'>=':[{'var':'age'},18]},'message':'under age','at':'/id'}]}}},"
    "'x-check':["
    "{'rule':{'<=':[{'var':'from'},{'var':'to'}]},'message':'ends before it begins','at':'/to',"
    "'i18n':'trip.order'},"
    "{'rule':{'>=':[{'var':'from'},{'today':[]}]},'message':'has begun already','at':'/from'},"
    "{'rule':{'<=':[{'count':[{'var':'guests'}]},{'var':'limit'}]},'message':'too many guests',"
    "'at':'/guests'}]}";

static JsonNode *
parse (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (quoted, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static YcForm *
open_trip (void)
{
  g_autoptr (JsonNode) schema = parse (TRIP);
  g_autoptr (GError) error = NULL;
  YcForm *form = yc_form_new (schema, NULL, &error);

  g_assert_no_error (error);
  yc_form_set_today (form, "2026-03-01");
  return form;
}

static void
type (YcForm     *form,
      const char *pointer,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  if (g_str_has_prefix (pointer, "/guests/1/") && yc_form_find_field (form, pointer) == NULL)
    yc_form_field_append_row (yc_form_find_field (form, "/guests"));
  yc_form_set_text (form, pointer, text, &error);
  g_assert_no_error (error);
}

/* "pointer: message; …" of all checks that do not hold, as the form's problems tell them. */
static void
assert_failing (YcForm     *form,
                const char *expected)
{
  g_autoptr (GListModel) problems = yc_form_check (form);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);

      if (!g_str_equal (yc_form_problem_get_keyword (problem), "x-check"))
        continue;
      g_assert_false (yc_form_problem_get_missing (problem));
      g_string_append_printf (text, "%s %s; ", yc_form_problem_get_pointer (problem),
                              yc_form_problem_get_message (problem));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_fields (void)
{
  g_autoptr (YcForm) form = open_trip ();

  assert_failing (form, "");
  type (form, "/from", "2026-05-01");
  type (form, "/to", "2026-04-01");
  assert_failing (form, "/to To: ends before it begins; ");
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
  g_assert_false (yc_form_get_is_valid (form));
  g_assert_cmpstr (yc_form_field_get_error (yc_form_find_field (form, "/to")), ==,
                   "ends before it begins");
  type (form, "/to", "2026-05-01");
  assert_failing (form, "");
  g_assert_true (yc_form_get_is_valid (form));
  g_assert_null (yc_form_field_get_error (yc_form_find_field (form, "/to")));
  yc_form_set_today (form, "2026-05-02");
  assert_failing (form, "/from From: has begun already; ");
}

/* An error shows under its field once that has been left, like every other. */
static void
test_shown_when_left (void)
{
  g_autoptr (YcForm) form = open_trip ();
  YcFormField *to = yc_form_find_field (form, "/to");

  type (form, "/from", "2026-05-01");
  type (form, "/to", "2026-04-01");
  g_assert_null (yc_form_field_get_error (to));
  yc_form_field_leave (to);
  g_assert_cmpstr (yc_form_field_get_error (to), ==, "ends before it begins");
  type (form, "/from", "2026-03-02");
  g_assert_null (yc_form_field_get_error (to));
}

static void
test_rows (void)
{
  g_autoptr (YcForm) form = open_trip ();

  type (form, "/guests/0/id", "11010519491231002X");
  assert_failing (form, "");
  type (form, "/guests/1/name", "x");
  assert_failing (form, "");
  yc_form_set_today (form, "1960-01-01");
  assert_failing (form, "/guests/0/id Guests, row 1, ID: under age; ");
  type (form, "/guests/1/id", "11010519491231002X");
  assert_failing (form, "/guests/0/id Guests, row 1, ID: under age; "
                        "/guests/1/id Guests, row 2, ID: under age; ");
  yc_form_field_remove_row (yc_form_find_field (form, "/guests"), 0);
  assert_failing (form, "/guests/0/id Guests, row 1, ID: under age; ");
  type (form, "/limit", "0");
  assert_failing (form, "/guests Guests: too many guests; "
                        "/guests/0/id Guests, row 1, ID: under age; ");
  yc_form_field_remove_row (yc_form_find_field (form, "/guests"), 0);
  assert_failing (form, "");
}

static void
test_nested_object (void)
{
  g_autoptr (YcForm) form = open_trip ();

  type (form, "/home/area", "1");
  assert_failing (form, "");
  type (form, "/home/rooms", "2");
  assert_failing (form, "/home/area Area: too small; ");
}

static const char *
translate_cb (const char *key,
              const char *fallback,
              gpointer    user_data)
{
  return g_str_equal (key, "trip.order") ? "endet zu früh" : fallback;
}

static void
test_translated (void)
{
  g_autoptr (YcForm) form = open_trip ();
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autofree char *message = NULL;

  yc_form_set_translator (form, translate_cb, NULL, NULL);
  type (form, "/from", "2026-05-01");
  type (form, "/to", "2026-04-01");
  yc_form_report_checks (form, report);
  g_assert_cmpuint (yc_schema_report_get_n_problems (report), ==, 1);
  message = yc_schema_problem_get_message (yc_schema_report_get_problem (report, 0), NULL);
  g_assert_cmpstr (message, ==, "endet zu früh");
}

/* Only the checks that look at a change are asked again. */
static void
test_only_dependents (void)
{
  g_autoptr (YcForm) form = open_trip ();
  guint64 before;

  type (form, "/from", "2026-05-01");
  type (form, "/to", "2026-05-02");
  type (form, "/guests/0/id", "11010519491231002X");
  type (form, "/guests/1/id", "11010519491231002X");
  before = yc_form_checks_get_n_evaluations (form->checks);
  type (form, "/guests/1/name", "x");
  g_assert_cmpuint (yc_form_checks_get_n_evaluations (form->checks) - before, ==, 0);
  type (form, "/to", "2026-05-03");
  g_assert_cmpuint (yc_form_checks_get_n_evaluations (form->checks) - before, ==, 1);
  type (form, "/from", "2026-05-02");
  g_assert_cmpuint (yc_form_checks_get_n_evaluations (form->checks) - before, ==, 3);
  /* The computed age of this row only. */
  type (form, "/guests/0/id", "110105200001010011");
  type (form, "/guests/0/id", "11010519491231002X");
  g_assert_cmpuint (yc_form_checks_get_n_evaluations (form->checks) - before, <=, 5);
}

/* What nobody can work out does not hold, and says so soon. */
static void
test_hostile (void)
{
  g_autoptr (GString) rule = g_string_new ("{'var':''}");
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) schema = NULL;
  g_autoptr (YcForm) form = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *inner = g_strdup (rule->str);

      g_string_printf (rule, "{'map':[[1,2,3,4,5,6,7,8],%s]}", inner);
    }
  text = g_strdup_printf ("{'properties':{'a':{'type':'string','title':'A'}},'x-check':["
                          "{'rule':%s,'message':'never','at':'/a'}]}", rule->str);
  schema = parse (text);
  form = yc_form_new (schema, NULL, &error);
  g_assert_no_error (error);
  assert_failing (form, "/a A: never; ");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static const struct
{
  const char *schema;
  const char *mistakes;     /* "pointer message; …" */
} MISTAKES[] = {
  { "{'properties':{'a':{},'b':{'x-calculate':{'var':'a'}}}}", "" },
  { "{'properties':{'b':{'x-calculate':{'+':[{'var':'c'},{'var':'c'},{'form':'d.e'}]}}}}",
    "/properties/b/x-calculate the form has no field “/c”; "
    "/properties/b/x-calculate the form has no field “/d/e”; " },
  { "{'properties':{'b':{'x-calculate':{'plus':[1]}}}}",
    "/properties/b/x-calculate Unknown operator “plus”; " },
  { "{'properties':{'a':{'x-calculate':{'var':'b'}},'b':{'x-calculate':{'var':'a'}}}}",
    "/properties/b/x-calculate this depends on itself: /b → /a → /b; " },
  { "{'properties':{'t':{'type':'array','items':{'$ref':'#/$defs/r'}},"
    "'s':{'x-calculate':{'sum':[{'var':'t'},{'var':'y'}]}}},"
    "'$defs':{'r':{'properties':{'x':{'x-calculate':{'outer':'z'}}}}}}",
    "/$defs/r/properties/x/x-calculate the form has no field “/z”; "
    "/properties/s/x-calculate the form has no field “/t/*/y”; " },
  { "{'properties':{'a':{}},'oneOf':[{'properties':{'k':{'x-calculate':{'var':'l'}},'l':{}}}]}",
    "" },
  { "{'properties':{'a':{}},'x-check':[{'rule':{'var':'a'}},{'rule':{'var':'b'},'message':'m',"
    "'at':'/c'}]}",
    "/x-check/0 a check needs “rule”, “message” and “at”; "
    "/x-check/1/rule the form has no field “/b”; /x-check/1/at the form has no field “/c”; " },
  { "{'properties':{'a':{'type':'object'}},'x-check':[{'rule':{'var':'a.b.c'},'message':'m',"
    "'at':'/a/d'}]}", "" },
  { "{'properties':{'a':{'x-source':'/earlier/a'},'b':{'x-source':['/applicant/name',"
    "'/earlier/c/d']}}}", "/properties/b/x-source/1 the form has no field “/c/d”; " },
  { "[]", "" },
  { "{'$ref':'#'}", "" },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (MISTAKES); i++)
    {
      g_autoptr (JsonNode) schema = parse (MISTAKES[i].schema);
      g_autoptr (GPtrArray) mistakes = yc_form_find_mistakes (schema);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; k < mistakes->len; k++)
        {
          YcFormMistake *mistake = g_ptr_array_index (mistakes, k);

          g_string_append_printf (text, "%s %s; ", mistake->pointer, mistake->message);
        }
      g_test_message ("%s", MISTAKES[i].schema);
      g_assert_cmpstr (text->str, ==, MISTAKES[i].mistakes);
    }
}

static void
test_wrong (void)
{
  g_autoptr (JsonNode) schema =
      parse ("{'properties':{'a':{'type':'string'}},'x-check':[{'rule':true}]}");
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_form_new (schema, NULL, &error));
  g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA);
  g_assert_nonnull (strstr (error->message, "/x-check/0"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/checks/fields", test_fields);
  g_test_add_func ("/forms/checks/shown-when-left", test_shown_when_left);
  g_test_add_func ("/forms/checks/rows", test_rows);
  g_test_add_func ("/forms/checks/nested-object", test_nested_object);
  g_test_add_func ("/forms/checks/translated", test_translated);
  g_test_add_func ("/forms/checks/only-dependents", test_only_dependents);
  g_test_add_func ("/forms/checks/hostile", test_hostile);
  g_test_add_func ("/forms/checks/mistakes", test_mistakes);
  g_test_add_func ("/forms/checks/wrong", test_wrong);
  return g_test_run ();
}
