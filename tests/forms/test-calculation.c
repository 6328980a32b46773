/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form computes: in rows, in rows of rows, only where inputs changed, and never for ever. */
#include <string.h>

#include "yc-form-calculation-private.h"
#include "yc-form.h"
#include "yc-forms-error.h"
#include "yc-json.h"

typedef struct
{
  YcFormCalculations *calculations;
  JsonNode           *data;
  GString            *told;         /* the pointers that were changed */
} Sheet;

static JsonNode *
parse (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (quoted, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static void
sheet_open (Sheet      *sheet,
            const char *schema,
            const char *data)
{
  g_autoptr (JsonNode) node = parse (schema);
  g_autoptr (GError) error = NULL;

  sheet->calculations = yc_form_calculations_new (node, &error);
  g_assert_no_error (error);
  yc_form_calculations_set_today (sheet->calculations, "2026-03-01");
  sheet->data = parse (data);
  sheet->told = g_string_new (NULL);
}

static void
sheet_close (Sheet *sheet)
{
  yc_form_calculations_free (sheet->calculations);
  json_node_unref (sheet->data);
  g_string_free (sheet->told, TRUE);
}

static void
calculated_cb (const char *pointer,
               JsonNode   *value,
               gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pointer);
}

/* Puts @value at @pointer, works out what follows and answers how many formulas that took. */
static guint
change (Sheet      *sheet,
        const char *pointer,
        const char *value)
{
  guint64 before = yc_form_calculations_get_n_evaluations (sheet->calculations);

  if (pointer != NULL)
    g_assert_true (yc_json_pointer_set (sheet->data, pointer, value ? parse (value) : NULL));
  g_string_truncate (sheet->told, 0);
  yc_form_calculations_run (sheet->calculations, sheet->data, NULL, pointer, calculated_cb, sheet->told);
  return (guint) (yc_form_calculations_get_n_evaluations (sheet->calculations) - before);
}

static void
assert_at (Sheet      *sheet,
           const char *pointer,
           const char *expected)
{
  JsonNode *value = yc_json_pointer_get (sheet->data, pointer);
  g_autofree char *text = value != NULL ? yc_json_write (value) : NULL;
  g_autofree char *quoted = expected ? g_strdelimit (g_strdup (expected), "'", '"') : NULL;

  g_assert_cmpstr (text, ==, quoted);
}

static const char LETS[] =
    "{'properties':{'rate':{'type':'integer'},'note':{'type':'string'},"
    "'lets':{'type':'array','items':{'type':'object','properties':{"
    "'rent':{'type':'integer'},'name':{'type':'string'},'id':{'type':'string'},"
    "'year':{'type':'integer','x-calculate':{'*':[{'var':'rent'},{'form':['rate',12]}]}},"
    "'age':{'x-calculate':{'age':[{'var':'id'}]}},"
    "'number':{'x-calculate':{'row':[]}},"
    "'share':{'x-calculate':{'round':[{'/':[{'var':'year'},{'form':'total'}]},2]}},"
    "'cars':{'type':'array','items':{'$ref':'#/$defs/car'}},"
    "'places':{'x-calculate':{'count':[{'var':'cars'}]}}}}},"
    "'total':{'type':'integer','x-calculate':{'sum':[{'var':'lets'},{'var':'year'}]}},"
    "'many':{'type':'integer','x-calculate':{'count':[{'var':'lets'}]}}},"
    "'$defs':{'car':{'type':'object','properties':{'plate':{'type':'string'},"
    "'words':{'x-calculate':{'cat':[{'outer':'name'},'/',{'form':'note'},'/',{'var':'plate'}]}}}}}}";

static void
test_rows (void)
{
  Sheet sheet;

  sheet_open (&sheet, LETS, "{'lets':[{'rent':10,'id':'11010519491231002X'},{'rent':30}]}");
  change (&sheet, NULL, NULL);
  assert_at (&sheet, "/lets/0/year", "120");
  assert_at (&sheet, "/lets/0/age", "76");
  assert_at (&sheet, "/lets/1/age", NULL);
  assert_at (&sheet, "/lets/1/number", "2");
  assert_at (&sheet, "/lets/1/share", "0.75");
  assert_at (&sheet, "/lets/1/places", "0");
  assert_at (&sheet, "/total", "480");
  assert_at (&sheet, "/many", "2");
  sheet_close (&sheet);
}

/* Only what looks at the change, and only in the rows that it concerns. */
static void
test_only_dependents (void)
{
  Sheet sheet;

  sheet_open (&sheet, LETS, "{'note':'n','lets':[{'rent':10},{'rent':30},{'rent':60}]}");
  change (&sheet, NULL, NULL);
  g_assert_cmpuint (change (&sheet, "/note", "'m'"), ==, 0);
  g_assert_cmpuint (change (&sheet, "/lets/1/name", "'x'"), ==, 0);
  g_assert_cmpuint (change (&sheet, "/lets/1/id", "'11010519491231002X'"), ==, 1);
  g_assert_cmpstr (sheet.told->str, ==, "/lets/1/age ");
  /* The row's year, the total, the share of each row. */
  g_assert_cmpuint (change (&sheet, "/lets/1/rent", "40"), ==, 5);
  assert_at (&sheet, "/total", "1320");
  assert_at (&sheet, "/lets/2/share", "0.55");
  /* Every year, the total, every share. */
  g_assert_cmpuint (change (&sheet, "/rate", "1"), ==, 7);
  assert_at (&sheet, "/total", "110");
  sheet_close (&sheet);
}

/* A row comes by typing into it, and counts; one that is computed only is empty. */
static void
test_new_row (void)
{
  Sheet sheet;

  sheet_open (&sheet, LETS, "{'lets':[{'rent':10},{}]}");
  change (&sheet, NULL, NULL);
  assert_at (&sheet, "/lets/1", "{}");
  change (&sheet, "/lets/2", "{'name':'x'}");
  assert_at (&sheet, "/many", "3");
  assert_at (&sheet, "/lets/2/number", "3");
  change (&sheet, "/lets/2/name", NULL);
  assert_at (&sheet, "/lets/2", "{}");
  change (&sheet, "/lets", "[{'rent':1}]");
  assert_at (&sheet, "/many", "1");
  assert_at (&sheet, "/total", "12");
  change (&sheet, "/lets", NULL);
  assert_at (&sheet, "/many", "0");
  sheet_close (&sheet);
}

static void
test_nested_rows (void)
{
  Sheet sheet;

  sheet_open (&sheet, LETS,
              "{'note':'n','lets':[{'name':'a','cars':[{'plate':'1'}]},"
              "{'name':'b','cars':[{'plate':'2'},{'plate':'3'}]}]}");
  change (&sheet, NULL, NULL);
  assert_at (&sheet, "/lets/1/cars/1/words", "'b/n/3'");
  assert_at (&sheet, "/lets/1/places", "2");
  g_assert_cmpuint (change (&sheet, "/lets/1/cars/0/plate", "'4'"), ==, 1);
  g_assert_cmpstr (sheet.told->str, ==, "/lets/1/cars/0/words ");
  g_assert_cmpuint (change (&sheet, "/lets/1/name", "'c'"), ==, 2);
  assert_at (&sheet, "/lets/1/cars/1/words", "'c/n/3'");
  g_assert_cmpuint (change (&sheet, "/note", "'m'"), ==, 3);
  assert_at (&sheet, "/lets/0/cars/0/words", "'a/m/1'");
  /* The new row itself, and how many there are now. */
  g_assert_cmpuint (change (&sheet, "/lets/0/cars/1", "{'plate':'5'}"), ==, 2);
  assert_at (&sheet, "/lets/0/places", "2");
  sheet_close (&sheet);
}

/* The rows may be anything when data come from outside. */
static void
test_odd_rows (void)
{
  static const char *const data[] = {
    "{'lets':7}", "{'lets':[1,'x',null,[]]}", "{'lets':{'0':{}}}", "[]", "{'lets':[{'cars':[[]]}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    {
      Sheet sheet;

      sheet_open (&sheet, LETS, data[i]);
      change (&sheet, NULL, NULL);
      yc_form_calculations_run (sheet.calculations, sheet.data, NULL, "/lets/9/cars/9/plate",
                                calculated_cb, sheet.told);
      yc_form_calculations_run (sheet.calculations, sheet.data, NULL, "/lets/x/rent", calculated_cb,
                                sheet.told);
      sheet_close (&sheet);
    }
}

static const struct
{
  const char *properties;
  const char *loop;         /* NULL for none */
} LOOPS[] = {
  { "'a':{'x-calculate':{'var':'a'}}", "/a → /a" },
  { "'a':{'x-calculate':{'var':'b'}},'b':{'x-calculate':{'var':'a'}}", "/b → /a → /b" },
  { "'a':{'x-calculate':{'var':''}}", "/a → /a" },
  { "'t':{'items':{'properties':{'x':{'x-calculate':{'outer':'s'}}}}},"
    "'s':{'x-calculate':{'sum':[{'var':'t'},{'var':'x'}]}}", "/s → /t/*/x → /s" },
  { "'t':{'items':{'properties':{'x':{'x-calculate':{'form':'s'}}}}},"
    "'s':{'x-calculate':{'count':[{'var':'t'}]}}", NULL },
  { "'t':{'items':{'properties':{'x':{'x-calculate':{'form':'s'}},'r':{}}}},"
    "'s':{'x-calculate':{'sum':[{'var':'t'},{'var':'r'}]}}", NULL },
  { "'a':{'x-calculate':{'var':{'var':'which'}}},'b':{'x-calculate':{'var':'a'}},"
    "'c':{'x-calculate':1}", NULL },
};

static void
test_loops (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (LOOPS); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'properties':{%s}}", LOOPS[i].properties);
      g_autoptr (JsonNode) schema = parse (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (YcFormCalculations) calculations = yc_form_calculations_new (schema, &error);

      g_test_message ("%s", LOOPS[i].properties);
      g_assert_cmpint (calculations == NULL, ==, LOOPS[i].loop != NULL);
      if (LOOPS[i].loop == NULL)
        continue;
      g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_CYCLE);
      g_assert_nonnull (strstr (error->message, LOOPS[i].loop));
    }
}

/* A chain works in any order that it is written in. */
static void
test_chain (void)
{
  g_autoptr (GString) text = g_string_new ("{'properties':{'f0':{'type':'integer'}");
  Sheet sheet;

  for (guint i = 500; i > 0; i--)
    g_string_append_printf (text, ",'f%u':{'x-calculate':{'+':[{'var':'f%u'},1]}}", i, i - 1);
  g_string_append (text, "}}");
  sheet_open (&sheet, text->str, "{}");
  g_assert_cmpuint (change (&sheet, "/f0", "1"), ==, 500);
  assert_at (&sheet, "/f500", "501");
  sheet_close (&sheet);
}

/* 1,000 fields, 200 of them computed from one field each: a change is one evaluation. */
static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new ("{'properties':{'last':{}");
  Sheet sheet;

  for (guint i = 0; i < 800; i++)
    g_string_append_printf (text, ",'f%u':{'type':'integer'}", i);
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, ",'c%u':{'x-calculate':{'*':[{'var':'f%u'},2]}}", i, i);
  g_string_append (text, "}}");
  sheet_open (&sheet, text->str, "{}");
  g_assert_cmpuint (change (&sheet, "/f7", "4"), ==, 1);
  assert_at (&sheet, "/c7", "8");
  g_assert_cmpuint (change (&sheet, "/f799", "4"), ==, 0);
  sheet_close (&sheet);
}

/* However many hostile formulas a form has, together they end soon and have no value. */
static void
test_hostile (void)
{
  g_autoptr (GString) rule = g_string_new ("{'var':'n'}");
  g_autoptr (GString) text = g_string_new ("{'properties':{'n':{}");
  gint64 start;
  Sheet sheet;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *inner = g_strdup (rule->str);

      g_string_printf (rule, "{'map':[[1,2,3,4,5,6,7,8],%s]}", inner);
    }
  for (guint i = 0; i < 50; i++)
    g_string_append_printf (text, ",'c%u':{'x-calculate':%s}", i, rule->str);
  g_string_append (text, "}}");
  sheet_open (&sheet, text->str, "{}");
  start = g_get_monotonic_time ();
  change (&sheet, "/n", "1");
  change (&sheet, NULL, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  assert_at (&sheet, "/c0", NULL);
  sheet_close (&sheet);
}

/* Schemas that refer to themselves, or twice to the next, speak of no end of places. */
static void
test_endless_schema (void)
{
  g_autoptr (GString) text = g_string_new ("{'$ref':'#/$defs/d0','$defs':{");
  Sheet sheet;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text,
                            "'d%u':{'properties':{'a':{'$ref':'#/$defs/d%u'},"
                            "'b':{'$ref':'#/$defs/d%u'},'c':{'x-calculate':1}}},",
                            i, i + 1, i + 1);
  g_string_append (text, "'d60':{'$ref':'#/$defs/d0'}}}");
  {
    g_autoptr (JsonNode) schema = parse (text->str);
    g_autoptr (GError) error = NULL;

    g_assert_null (yc_form_calculations_new (schema, &error));
    g_assert_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA);
  }
  sheet_open (&sheet,
              "{'properties':{'a':{'x-calculate':1},'b':{'$ref':'#'},'c':{'$ref':'#/nowhere'}}}",
              "{}");
  change (&sheet, NULL, NULL);
  assert_at (&sheet, "/b/b/a", "1");
  sheet_close (&sheet);
}

/* In the form itself: what is typed into a cell shows in the computed cell beside it. */
static void
test_in_form (void)
{
  g_autoptr (JsonNode) schema = parse (
      "{'type':'object','properties':{'lets':{'type':'array','title':'Lets','items':"
      "{'type':'object','properties':{'rent':{'type':'integer','title':'Rent'},"
      "'year':{'type':'integer','title':'Year','x-calculate':{'*':[{'var':'rent'},12]}}}}},"
      "'age':{'type':'integer','title':'Age','x-calculate':{'age':[{'var':'id'}]}},"
      "'id':{'type':'string','title':'ID'}}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = yc_form_new (schema, NULL, &error);

  g_assert_no_error (error);
  yc_form_set_today (form, "2026-03-01");
  g_assert_true (yc_form_set_text (form, "/lets/0/rent", "10", NULL));
  g_assert_true (yc_form_set_text (form, "/id", "11010519491231002X", NULL));
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (form, "/lets/0/year")), ==, "120");
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (form, "/age")), ==, "76");
  yc_form_set_today (form, "2050-01-01");
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (form, "/age")), ==, "100");
}

/* What is hidden counts for nothing, so that the service, which never sees it, computes the same. */
static void
test_hidden (void)
{
  g_autoptr (JsonNode) schema = parse (
      "{'type':'object','properties':{'let':{'type':'boolean','title':'Let'},"
      "'own':{'type':'integer','title':'Own'},"
      "'tenants':{'type':'integer','title':'Tenants'},"
      "'all':{'type':'integer','title':'All','x-calculate':{'+':[{'var':['own',0]},"
      "{'var':['tenants',0]}]}},'many':{'type':'string','title':'Many'}},"
      "'x-check':[{'rule':{'<':[{'var':'tenants'},9]},'message':'too many','at':'/own'}]}");
  g_autoptr (JsonNode) layout = parse (
      "{'type':'VerticalLayout','elements':[{'type':'Control','scope':'#/properties/let'},"
      "{'type':'Control','scope':'#/properties/own'},"
      "{'type':'Control','scope':'#/properties/tenants','rule':{'effect':'SHOW','condition':"
      "{'scope':'#/properties/let','schema':{'const':true},'failWhenUndefined':true}}},"
      "{'type':'Control','scope':'#/properties/all'},"
      "{'type':'Control','scope':'#/properties/many','rule':{'effect':'SHOW','condition':"
      "{'scope':'#/properties/all','schema':{'minimum':10},'failWhenUndefined':true}}}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = yc_form_new (schema, layout, &error);
  g_autoptr (YcForm) there = yc_form_new (schema, layout, NULL);
  g_autoptr (JsonNode) sent = NULL;
  YcFormField *all;

  g_assert_no_error (error);
  all = yc_form_find_field (form, "/all");
  yc_form_set_text (form, "/let", "yes", NULL);
  yc_form_set_text (form, "/own", "2", NULL);
  yc_form_set_text (form, "/tenants", "9", NULL);
  g_assert_cmpstr (yc_form_field_get_text (all), ==, "11");
  g_assert_true (yc_form_field_get_visible (yc_form_find_field (form, "/many")));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
  yc_form_set_text (form, "/let", "no", NULL);
  g_assert_cmpstr (yc_form_field_get_text (all), ==, "2");
  g_assert_false (yc_form_field_get_visible (yc_form_find_field (form, "/many")));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
  yc_form_set_text (form, "/own", "3", NULL);
  g_assert_cmpstr (yc_form_field_get_text (all), ==, "3");

  sent = yc_form_get_submission (form);
  g_assert_true (yc_form_set_data (there, sent, NULL));
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (there, "/all")), ==, "3");
  yc_form_set_text (form, "/let", "yes", NULL);
  g_assert_cmpstr (yc_form_field_get_text (all), ==, "12");
}

/* A form that was loaded with the same data has computed the same. */
static void
assert_as_loaded (YcForm   *form,
                  JsonNode *schema,
                  JsonNode *layout)
{
  g_autoptr (YcForm) other = yc_form_new (schema, layout, NULL);
  g_autoptr (JsonNode) data = yc_form_get_data (form);
  g_autoptr (JsonNode) loaded = NULL;
  g_autofree char *text = yc_json_write (data);

  g_assert_true (yc_form_set_data (other, data, NULL));
  loaded = yc_form_get_data (other);
  g_test_message ("%s", text);
  g_assert_true (yc_json_equal (data, loaded));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, yc_form_get_n_errors (other));
}

/* While something is hidden, change by change is the same as all at once. */
static void
test_hidden_steps (void)
{
  g_autoptr (JsonNode) schema = parse (
      "{'type':'object','properties':{'let':{'type':'boolean'},'house':{'type':'object',"
      "'properties':{'tax':{'type':'integer'},'fee':{'type':'integer'}}},"
      "'rows':{'type':'array','items':{'type':'object','properties':{'a':{'type':'integer'},"
      "'b':{'type':'integer'},'ab':{'x-calculate':{'+':[{'var':['a',0]},{'var':['b',0]},"
      "{'form':['house.tax']}]}}}}},"
      "'sum':{'x-calculate':{'+':[{'sum':[{'var':'rows'},{'var':'a'}]},{'var':['house.tax',0]},"
      "{'var':['house.fee',0]}]}}},"
      "'x-check':[{'rule':{'<':[{'var':'house.tax'},5]},'message':'too much','at':'/let'}]}");
  g_autoptr (JsonNode) layout = parse (
      "{'type':'VerticalLayout','elements':[{'type':'Control','scope':'#/properties/let'},"
      "{'type':'Control','scope':'#/properties/house/properties/fee'},"
      "{'type':'Control','scope':'#/properties/house/properties/tax','rule':{'effect':'SHOW',"
      "'condition':{'scope':'#/properties/let','schema':{'const':true},"
      "'failWhenUndefined':true}}},"
      "{'type':'Control','scope':'#/properties/rows','options':{'detail':{'type':"
      "'VerticalLayout','elements':[{'type':'Control','scope':'#/properties/a'},"
      "{'type':'Control','scope':'#/properties/b','rule':{'effect':'HIDE','condition':"
      "{'scope':'#/properties/a','schema':{'minimum':3},'failWhenUndefined':true}}}]}}},"
      "{'type':'Control','scope':'#/properties/sum'}]}");
  g_autoptr (YcForm) form = yc_form_new (schema, layout, NULL);
  static const char *const steps[][2] = {
    { "/let", "yes" },    { "/house/tax", "7" }, { "/rows/0/a", "1" },  { "/rows/0/b", "2" },
    { "/let", "no" },     { "/rows/1/a", "4" },  { "/rows/1/b", "9" },  { "/house/fee", "3" },
    { "/rows/0/a", "5" }, { "/house/fee", "" },  { "/rows/1/a", "" },   { "/rows/2/a", "1" },
    { "/let", "yes" },    { "/house/tax", "1" }, { "/house/tax", "" },  { "/rows/0/a", "" },
  };
  g_autofree char *pointer = NULL;
  YcFormField *rows = yc_form_find_field (form, "/rows");

  yc_form_field_append_row (rows);
  yc_form_field_append_row (rows);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      yc_form_set_text (form, steps[i][0], steps[i][1], NULL);
      assert_as_loaded (form, schema, layout);
    }
  yc_form_set_text (form, "/rows/0/a", "8", NULL);
  yc_form_field_move_row (rows, 0, 1);
  assert_as_loaded (form, schema, layout);
  yc_form_field_duplicate_row (rows, 1);
  assert_as_loaded (form, schema, layout);
  yc_form_field_remove_row (rows, 0);
  assert_as_loaded (form, schema, layout);
  g_assert_true (yc_form_undo (form, &pointer));
  assert_as_loaded (form, schema, layout);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/calculation/rows", test_rows);
  g_test_add_func ("/forms/calculation/only-dependents", test_only_dependents);
  g_test_add_func ("/forms/calculation/new-row", test_new_row);
  g_test_add_func ("/forms/calculation/nested-rows", test_nested_rows);
  g_test_add_func ("/forms/calculation/odd-rows", test_odd_rows);
  g_test_add_func ("/forms/calculation/loops", test_loops);
  g_test_add_func ("/forms/calculation/chain", test_chain);
  g_test_add_func ("/forms/calculation/wide", test_wide);
  g_test_add_func ("/forms/calculation/hostile", test_hostile);
  g_test_add_func ("/forms/calculation/endless-schema", test_endless_schema);
  g_test_add_func ("/forms/calculation/in-form", test_in_form);
  g_test_add_func ("/forms/calculation/hidden", test_hidden);
  g_test_add_func ("/forms/calculation/hidden-steps", test_hidden_steps);
  return g_test_run ();
}
