/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a form: rows in rows, lists of single values, rows with rules, undone. */
#include "yc-test-form.h"

#include "yc-json.h"

static const char SITES[] =
    "{'type':'object','properties':{"
    "'open':{'type':'boolean'},"
    "'names':{'type':'array','title':'Names','maxItems':3,'items':{'type':'string','minLength':2}},"
    "'sites':{'type':'array','title':'Sites','items':{'type':'object','required':['place'],"
    "'properties':{'place':{'type':'string','title':'Place'},"
    "'kind':{'type':'string','enum':['land','house'],'default':'land'},"
    "'size':{'type':'object','properties':{'width':{'type':'integer'},'depth':{'type':'integer'}},"
    "'required':['width']},"
    "'storeys':{'type':'integer','minimum':1},"
    "'owners':{'type':'array','title':'Owners','items':{'type':'object','required':['name'],"
    "'properties':{'name':{'type':'string','title':'Name','minLength':2},"
    "'share':{'type':'number','title':'Share'}}}}},"
    "'if':{'properties':{'kind':{'const':'house'}},'required':['kind']},"
    "'then':{'required':['storeys']}}}}}";

static const char DETAIL[] =
    "{'type':'VerticalLayout','elements':[{'type':'Control','scope':'#/properties/names'},"
    "{'type':'ListWithDetail','scope':'#/properties/sites','options':{'elementLabelProp':'place',"
    "'detail':{'type':'VerticalLayout','elements':["
    "{'type':'Group','label':'Where','elements':[{'type':'Control','scope':'#/properties/place'},"
    "{'type':'Control','scope':'#/properties/kind'}]},"
    "{'type':'Control','scope':'#/properties/storeys','rule':{'effect':'SHOW','condition':"
    "{'scope':'#/properties/kind','schema':{'const':'house'}}}},"
    "{'type':'Control','scope':'#/properties/owners'}]}}}]}";

static YcFormRow *
get_row (YcForm     *form,
         const char *pointer,
         guint       index)
{
  YcFormField *field = yc_test_find (form, pointer);
  g_autoptr (YcFormRow) row = g_list_model_get_item (yc_form_field_get_rows (field), index);

  g_assert_nonnull (row);
  return row;
}

static YcFormElement *
get_sites (YcForm *form)
{
  return yc_test_get_element (yc_form_get_root (form), "1");
}

static guint
count_rows (YcForm     *form,
            const char *pointer)
{
  YcFormField *field = yc_test_find (form, pointer);

  return g_list_model_get_n_items (yc_form_field_get_rows (field));
}

static void
set_data (YcForm     *form,
          const char *text)
{
  g_autoptr (JsonNode) data = yc_test_parse (text);

  g_assert_true (yc_form_set_data (form, data, NULL));
}

/* Lists of single values */

static void
test_values (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, NULL);
  YcFormField *names = yc_test_find (form, "/names");
  g_autoptr (GListModel) problems = NULL;
  g_autoptr (YcFormProblem) problem = NULL;

  g_assert_cmpint (yc_form_field_get_kind (names), ==, YC_FORM_FIELD_REPEATING);
  g_assert_cmpuint (g_list_model_get_n_items (yc_form_field_get_columns (names)), ==, 1);
  g_assert_cmpuint (yc_form_field_get_max_rows (names), ==, 3);
  yc_test_type (form, "/names/0", "li");
  yc_form_field_append_row (names);
  yc_test_type (form, "/names/1", "w");
  yc_test_assert_data (form, "{'names':['li','w']}");
  problems = yc_form_check (form);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  problem = g_list_model_get_item (problems, 0);
  g_assert_cmpstr (yc_form_problem_get_message (problem), ==,
                   "Names, row 2: Must have at least 2 characters");
  yc_test_type (form, "/names/0", "");
  yc_test_assert_data (form, "{'names':[null,'w']}");
  yc_test_type (form, "/names/1", "");
  yc_test_assert_data (form, "{}");
}

/* Rows in rows */

static void
test_nested (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);
  g_autoptr (GListModel) problems = NULL;
  g_autoptr (YcFormProblem) problem = NULL;

  g_assert_cmpuint (
      g_list_model_get_n_items (yc_form_field_get_columns (yc_test_find (form, "/sites"))), ==, 0);
  yc_test_type (form, "/sites/0/owners/0/name", "li");
  yc_form_field_append_row (yc_test_find (form, "/sites/0/owners"));
  yc_test_type (form, "/sites/0/owners/1/name", "w");
  yc_test_assert_data (
      form, "{'sites':[{'kind':'land','owners':[{'name':'li'},{'name':'w'}]}]}");
  g_assert_cmpstr (yc_form_field_get_text (yc_test_find (form, "/sites/0/kind")), ==, "land");
  problems = yc_form_check (form);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 2);
  problem = g_list_model_get_item (problems, 1);
  g_assert_cmpstr (yc_form_problem_get_message (problem), ==,
                   "Sites, row 1, Owners, row 2, Name: Must have at least 2 characters");
  g_assert_true (yc_form_problem_get_field (problem) ==
                 yc_test_find (form, "/sites/0/owners/1/name"));
}

static void
test_nested_undo (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);

  yc_test_type (form, "/sites/0/place", "east");
  yc_form_field_leave (yc_test_find (form, "/sites/0/place"));
  yc_test_type (form, "/sites/0/owners/0/name", "li");
  yc_test_type (form, "/sites/0/owners/0/name", "lin");
  yc_form_field_leave (yc_test_find (form, "/sites/0/owners/0/name"));
  yc_form_field_remove_row (yc_test_find (form, "/sites/0/owners"), 0);
  yc_test_assert_data (form, "{'sites':[{'place':'east','kind':'land'}]}");
  yc_test_assert_undone (form, TRUE, "/sites/0/owners");
  yc_test_assert_data (
      form, "{'sites':[{'place':'east','kind':'land','owners':[{'name':'lin'}]}]}");
  g_assert_cmpstr (yc_form_field_get_text (yc_test_find (form, "/sites/0/owners/0/name")), ==,
                   "lin");
  yc_test_assert_undone (form, TRUE, "/sites/0/owners/0/name");
  g_assert_cmpstr (yc_form_field_get_text (yc_test_find (form, "/sites/0/owners/0/name")), ==, "");
  yc_test_assert_undone (form, TRUE, "/sites/0/place");
  yc_test_assert_data (form, "{}");
  yc_test_assert_undone (form, FALSE, "/sites/0/place");
  yc_test_assert_undone (form, FALSE, "/sites/0/owners/0/name");
  yc_test_assert_data (
      form, "{'sites':[{'place':'east','kind':'land','owners':[{'name':'lin'}]}]}");
}

/* A row into which nothing was typed yet has a place in the data only once its rows have. */
static void
test_nested_of_empty (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);
  YcFormField *owners = yc_test_find (form, "/sites/0/owners");

  yc_form_field_append_row (owners);
  yc_form_field_append_row (owners);
  yc_form_field_move_row (owners, 0, 2);
  yc_form_field_duplicate_row (owners, 1);
  g_assert_cmpuint (count_rows (form, "/sites/0/owners"), >=, 1);
  yc_test_type (form, "/sites/0/owners/0/name", "li");
  g_assert_cmpstr (yc_form_field_get_text (yc_test_find (form, "/sites/0/owners/0/name")), ==,
                   "li");
}

static void
test_move (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);
  YcFormField *sites = yc_test_find (form, "/sites");
  YcFormField *lin;

  set_data (form, "{'sites':[{'place':'a','owners':[{'name':'lin'}]},{'place':'b'},{'place':'c'}]}");
  lin = yc_test_find (form, "/sites/0/owners/0/name");
  yc_form_field_move_row (sites, 0, 2);
  g_assert_cmpstr (yc_form_field_get_pointer (lin), ==, "/sites/2/owners/0/name");
  g_assert_cmpstr (yc_form_field_get_text (lin), ==, "lin");
  g_assert_true (yc_test_find (form, "/sites/2/owners/0/name") == lin);
  yc_test_assert_data (
      form, "{'sites':[{'place':'b'},{'place':'c'},{'place':'a','owners':[{'name':'lin'}]}]}");
  yc_form_field_duplicate_row (sites, 2);
  yc_test_type (form, "/sites/3/owners/0/name", "wu");
  g_assert_cmpstr (yc_form_field_get_text (lin), ==, "lin");
  yc_form_field_remove_row (sites, 0);
  g_assert_cmpstr (yc_form_field_get_pointer (lin), ==, "/sites/1/owners/0/name");
  yc_test_assert_undone (form, TRUE, "/sites");
  yc_test_assert_undone (form, TRUE, "/sites/3/owners/0/name");
  yc_test_assert_undone (form, TRUE, "/sites");
  yc_test_assert_undone (form, TRUE, "/sites");
  yc_test_assert_data (
      form, "{'sites':[{'place':'a','owners':[{'name':'lin'}]},{'place':'b'},{'place':'c'}]}");
}

/* A row's own elements */

static void
test_root (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);
  YcFormElement *root = yc_form_row_get_root (get_row (form, "/sites", 0));
  YcFormElement *storeys = yc_test_get_element (root, "1");
  g_autofree char *title = NULL;

  g_assert_cmpint (yc_form_element_get_kind (yc_test_get_element (root, "0")), ==,
                   YC_FORM_ELEMENT_GROUP);
  g_assert_cmpstr (yc_form_element_get_node (storeys), ==,
                   "/elements/1/options/detail/elements/1");
  g_assert_true (yc_form_element_get_field (storeys) == yc_test_find (form, "/sites/0/storeys"));
  title = yc_form_row_dup_title (get_row (form, "/sites", 0), get_sites (form));
  g_assert_cmpstr (title, ==, "1");
  yc_test_type (form, "/sites/0/place", "east");
  g_free (title);
  title = yc_form_row_dup_title (get_row (form, "/sites", 0), get_sites (form));
  g_assert_cmpstr (title, ==, "east");
}

static const char TWICE[] =
    "{'type':'VerticalLayout','elements':["
    "{'type':'Control','scope':'#/properties/sites','options':{'detail':{'type':'VerticalLayout',"
    "'elements':[{'type':'Control','scope':'#/properties/place','label':'Site'}]}}},"
    "{'type':'Group','label':'More','rule':{'effect':'HIDE','condition':{'scope':"
    "'#/properties/names','schema':{'minItems':1},'failWhenUndefined':true}},'elements':["
    "{'type':'ListWithDetail','scope':'#/properties/sites','options':{'elementLabelProp':'kind',"
    "'detail':{'type':'VerticalLayout','elements':["
    "{'type':'Control','scope':'#/properties/kind'},"
    "{'type':'Control','scope':'#/properties/storeys','rule':{'effect':'SHOW','condition':"
    "{'scope':'#/properties/kind','schema':{'const':'house'}}}},"
    "{'type':'Control','scope':'#/properties/owners'}]}}}]},"
    "{'type':'Control','scope':'#/properties/names'}]}";

/* Two controls on one array: each shows the rows in its own way, and the fields are the same. */
static void
test_two_controls (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, TWICE);
  YcFormElement *table = yc_test_get_element (yc_form_get_root (form), "0");
  YcFormElement *list = yc_test_get_element (yc_form_get_root (form), "1/0");
  YcFormRow *row = get_row (form, "/sites", 0);
  YcFormElement *in_table = yc_form_row_get_root_of (row, table);
  YcFormElement *in_list = yc_form_row_get_root_of (row, list);
  g_autofree char *title = NULL;

  g_assert_true (in_table == yc_form_row_get_root (row));
  g_assert_cmpuint (g_list_model_get_n_items (yc_form_element_get_columns (table)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (yc_form_element_get_columns (list)), ==, 0);
  g_assert_true (yc_form_row_get_cell (row, table, 0) == yc_test_find (form, "/sites/0/place"));
  g_assert_cmpstr (yc_form_element_get_title (yc_test_get_element (in_table, "0")), ==, "Site");
  g_assert_cmpuint (g_list_model_get_n_items (yc_form_element_get_children (in_list)), ==, 3);
  g_assert_cmpstr (yc_form_element_get_node (yc_test_get_element (in_list, "1")), ==,
                   "/elements/1/elements/0/options/detail/elements/1");

  /* What is typed at one place is there at the other, and its rules run. */
  yc_test_type (form, "/sites/0/place", "east");
  g_assert_false (yc_form_element_get_visible (yc_test_get_element (in_list, "1")));
  yc_test_type (form, "/sites/0/kind", "house");
  g_assert_true (yc_form_element_get_visible (yc_test_get_element (in_list, "1")));
  title = yc_form_row_dup_title (row, list);
  g_assert_cmpstr (title, ==, "house");
  g_free (title);
  title = yc_form_row_dup_title (row, table);
  g_assert_cmpstr (title, ==, "east");
  yc_test_assert_data (form, "{'sites':[{'place':'east','kind':'house'}]}");
}

/* What is missing counts where it is shown, and what only a hidden control shows does not. */
static void
test_two_controls_count (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, TWICE);
  YcFormElement *table = yc_test_get_element (yc_form_get_root (form), "0");
  YcFormElement *more = yc_test_get_element (yc_form_get_root (form), "1");

  set_data (form, "{'sites':[{'kind':'house'},{'place':'b','kind':'house','storeys':0}]}");
  g_assert_cmpuint (yc_form_element_get_n_missing (table), ==, 1);
  g_assert_cmpuint (yc_form_element_get_n_missing (more), ==, 1);
  g_assert_cmpuint (yc_form_element_get_n_errors (more), ==, 1);
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 2);
  yc_test_type (form, "/names/0", "somebody");
  g_assert_false (yc_form_element_get_visible (more));
  g_assert_false (yc_form_field_get_visible (yc_test_find (form, "/sites/0/storeys")));
  g_assert_true (yc_form_field_get_visible (yc_test_find (form, "/sites/0/place")));
  g_assert_cmpuint (yc_form_element_get_n_missing (more), ==, 0);
  g_assert_cmpuint (yc_form_get_n_missing (form), ==, 1);
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
}

/* Rows that come, go and move take all their elements along. */
static void
test_two_controls_rows (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, TWICE);
  YcFormElement *list = yc_test_get_element (yc_form_get_root (form), "1/0");
  YcFormField *sites = yc_test_find (form, "/sites");
  g_autoptr (YcFormElement) root = NULL;
  g_autoptr (YcFormRow) row = NULL;

  set_data (form, "{'sites':[{'place':'a'},{'place':'b','kind':'house'}]}");
  row = g_object_ref (get_row (form, "/sites", 1));
  root = g_object_ref (yc_form_row_get_root_of (row, list));
  yc_form_field_move_row (sites, 1, 0);
  g_assert_cmpstr (yc_form_field_get_pointer (
                       yc_form_element_get_field (yc_test_get_element (root, "1"))),
                   ==, "/sites/0/storeys");
  yc_test_type (form, "/sites/0/kind", "land");
  g_assert_false (yc_form_element_get_visible (yc_test_get_element (root, "1")));
  yc_form_field_remove_row (sites, 0);
  g_assert_null (yc_form_row_get_root_of (row, list));
  yc_test_assert_data (form, "{'sites':[{'place':'a'}]}");
}

/* Rules and conditions are about the row that they are in. */
static void
test_rules (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);
  g_autoptr (JsonNode) submission = NULL;

  set_data (form, "{'sites':[{'place':'a','kind':'house','storeys':0},"
                  "{'place':'b','kind':'land','storeys':0}]}");
  g_assert_true (yc_form_field_get_visible (yc_test_find (form, "/sites/0/storeys")));
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/sites/0/storeys")));
  g_assert_false (yc_form_field_get_visible (yc_test_find (form, "/sites/1/storeys")));
  g_assert_false (yc_form_field_get_required (yc_test_find (form, "/sites/1/storeys")));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 1);
  submission = yc_form_get_submission (form);
  yc_test_assert_json (submission, "{'sites':[{'place':'a','kind':'house','storeys':0},"
                                   "{'place':'b','kind':'land'}]}");
  yc_test_type (form, "/sites/1/kind", "house");
  g_assert_true (yc_form_field_get_visible (yc_test_find (form, "/sites/1/storeys")));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 2);
  yc_form_field_remove_row (yc_test_find (form, "/sites"), 0);
  yc_test_type (form, "/sites/0/kind", "land");
  g_assert_false (yc_form_field_get_visible (yc_test_find (form, "/sites/0/storeys")));
  g_assert_cmpuint (yc_form_get_n_errors (form), ==, 0);
}

/* What is missing in a row counts for the list, in the row for its own elements. */
static void
test_counts (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);
  YcFormElement *list = yc_test_get_element (yc_form_get_root (form), "1");
  YcFormElement *row;

  set_data (form, "{'sites':[{'kind':'house'},{'place':'b','owners':[{}, {'name':'x'}]}]}");
  row = yc_form_row_get_root (get_row (form, "/sites", 0));
  g_assert_cmpuint (yc_form_element_get_n_missing (row), ==, 2);
  g_assert_cmpuint (yc_form_element_get_n_missing (list), ==, 3);
  g_assert_cmpuint (yc_form_element_get_n_errors (list), ==, 1);
  g_assert_cmpuint (yc_form_element_get_n_missing (yc_form_get_root (form)), ==, 3);
  yc_test_type (form, "/sites/0/place", "a");
  g_assert_cmpuint (yc_form_element_get_n_missing (row), ==, 1);
  g_assert_cmpuint (yc_form_element_get_n_missing (list), ==, 2);
  yc_form_field_remove_row (yc_test_find (form, "/sites"), 1);
  g_assert_cmpuint (yc_form_element_get_n_missing (list), ==, 1);
  g_assert_cmpuint (yc_form_element_get_n_errors (list), ==, 0);
}

/* Objects in rows make a group, with what the schema says of them. */
static void
test_objects (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, NULL);
  YcFormElement *root = yc_form_row_get_root (get_row (form, "/sites", 0));
  YcFormElement *size = yc_test_get_element (root, "2");

  g_assert_cmpint (yc_form_element_get_kind (size), ==, YC_FORM_ELEMENT_GROUP);
  g_assert_cmpstr (yc_form_element_get_title (size), ==, "Size");
  yc_test_type (form, "/sites/0/size/width", "12");
  yc_test_assert_data (form, "{'sites':[{'kind':'land','size':{'width':12}}]}");
  g_assert_true (yc_form_field_get_required (yc_test_find (form, "/sites/0/size/width")));
}

/* Rows that nobody looks at cost nothing: a thousand of them open at once. */
static void
test_lazy (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, NULL);
  g_autoptr (GString) text = g_string_new ("{'sites':[");
  g_autoptr (YcFormField) cell = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%s{'place':'p%u'}", i == 0 ? "" : ",", i);
  g_string_append (text, "]}");
  set_data (form, text->str);
  g_assert_cmpuint (count_rows (form, "/sites"), ==, 1000);
  cell = g_object_ref (yc_test_find (form, "/sites/999/place"));
  g_assert_cmpstr (yc_form_field_get_text (cell), ==, "p999");
  g_assert_false (yc_form_field_can_append_row (yc_test_find (form, "/sites")));
  yc_form_field_remove_row (yc_test_find (form, "/sites"), 0);
  g_assert_cmpstr (yc_form_field_get_pointer (cell), ==, "/sites/998/place");
}

/* Elements and fields of a row that is gone are mute. */
static void
test_gone (void)
{
  g_autoptr (YcForm) form = yc_test_open (SITES, DETAIL);
  g_autoptr (YcFormRow) row = NULL;
  g_autoptr (YcFormElement) root = NULL;
  g_autoptr (YcFormField) field = NULL;

  set_data (form, "{'sites':[{'place':'a'},{'place':'b'}]}");
  row = g_object_ref (get_row (form, "/sites", 1));
  root = g_object_ref (yc_form_row_get_root (row));
  field = g_object_ref (yc_test_find (form, "/sites/1/place"));
  yc_form_field_remove_row (yc_test_find (form, "/sites"), 1);
  g_assert_null (yc_form_row_get_root (row));
  yc_form_field_set_text (field, "z");
  yc_form_field_leave (field);
  g_assert_null (yc_form_find_field (form, "/sites/1/place"));
  yc_test_assert_data (form, "{'sites':[{'place':'a'}]}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/rows/values", test_values);
  g_test_add_func ("/forms/rows/nested", test_nested);
  g_test_add_func ("/forms/rows/nested-undo", test_nested_undo);
  g_test_add_func ("/forms/rows/nested-of-empty", test_nested_of_empty);
  g_test_add_func ("/forms/rows/move", test_move);
  g_test_add_func ("/forms/rows/root", test_root);
  g_test_add_func ("/forms/rows/two-controls", test_two_controls);
  g_test_add_func ("/forms/rows/two-controls-count", test_two_controls_count);
  g_test_add_func ("/forms/rows/two-controls-rows", test_two_controls_rows);
  g_test_add_func ("/forms/rows/rules", test_rules);
  g_test_add_func ("/forms/rows/counts", test_counts);
  g_test_add_func ("/forms/rows/objects", test_objects);
  g_test_add_func ("/forms/rows/lazy", test_lazy);
  g_test_add_func ("/forms/rows/gone", test_gone);
  return g_test_run ();
}
