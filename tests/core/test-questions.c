/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question lists: named conditions, facts, places, includes, and what towns change. */
#include "yc-catalog.h"
#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-logic.h"
#include "yc-place-code.h"
#include "yc-question-overlay.h"

#define LIST \
  "{'id':'water','title':'水','keywords':[]," \
  "'conditions':{'home':{'===':[{'var':'use'},'home']}," \
  "'many':{'and':[{'is':'home'},{'>':[{'var':'n'},4]}]}}," \
  "'questions':[{'id':'use','title':'用途','kind':'choice','choices':[{'value':'home','title':'住'}," \
  "{'value':'shop','title':'商'}]}," \
  "{'id':'n','title':'几人','kind':'number','fact':'household.residents','when':{'is':'home'}}]," \
  "'include':[{'list':'bills','when':{'!':{'is':'home'}}}]," \
  "'outcomes':[{'id':'few','when':{'!':{'is':'many'}},'nothing':'few','reason':'少'}," \
  "{'id':'many','when':{'is':'many'},'item':'YS-0101','reason':'多','materials':{'a':true}}]}"

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (json, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static YcQuestionList *
read_list (const char  *text,
           GError     **error)
{
  g_autoptr (JsonNode) node = parse (text);

  return yc_question_list_new_from_json (json_node_get_object (node), error);
}

static void
assert_json (JsonNode   *node,
             const char *expected)
{
  g_autoptr (JsonNode) wanted = parse (expected);
  g_autofree char *got = yc_json_write_canonical (node);
  g_autofree char *want = yc_json_write_canonical (wanted);

  g_assert_cmpstr (got, ==, want);
}

/* Who reads a list's rules knows nothing of names; the list itself stays as it was published. */
static void
test_conditions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcQuestionList) list = read_list (LIST, &error);
  g_autoptr (YcQuestion) second = NULL;
  JsonObject *include, *outcome;

  g_assert_no_error (error);
  second = g_list_model_get_item (yc_question_list_get_questions (list), 1);
  assert_json (yc_question_get_when (second), "{'===':[{'var':'use'},'home']}");
  g_assert_cmpstr (yc_question_get_fact (second), ==, "household.residents");
  include = json_array_get_object_element (yc_question_list_get_includes (list), 0);
  assert_json (json_object_get_member (include, "when"), "{'!':{'===':[{'var':'use'},'home']}}");
  outcome = json_array_get_object_element (yc_question_list_get_outcomes (list), 1);
  assert_json (json_object_get_member (outcome, "when"),
               "{'and':[{'===':[{'var':'use'},'home']},{'>':[{'var':'n'},4]}]}");
  assert_json (json_object_get_member (outcome, "materials"), "{'a':true}");
  assert_json (yc_json_get_member (yc_json_get_object (yc_question_list_get_json (list),
                                                       "conditions"), "home"),
               "{'===':[{'var':'use'},'home']}");
}

#define REST "'questions':[{'id':'a','title':'A','kind':'yes-no'}]," \
             "'outcomes':[{'id':'o','when':true,'nothing':'x','reason':'r'}]}"
#define HEAD "{'id':'x','title':'X','keywords':[],"

static char *
make_bomb (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "'conditions':{'c0':true");

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (text, ",'c%u':{'and':[{'is':'c%u'},{'is':'c%u'}]}", i, i - 1, i - 1);
  g_string_append (text, "}," REST);
  return g_strdup (text->str);
}

static void
test_bad (void)
{
  g_autofree char *bomb = make_bomb ();
  const struct
  {
    const char *list;
    const char *message;
  } cases[] = {
    { HEAD "'conditions':{'b':{'is':'c'},'c':true}," REST,
      "/conditions/b: there is no condition “c” before this one" },
    { HEAD "'conditions':{'b':{'is':'b'}}," REST,
      "/conditions/b: there is no condition “b” before this one" },
    { bomb, "/conditions/c11: with its conditions written out the rule is too long" },
    { HEAD "'include':[{'when':true}]," REST, "/include/0/list: is missing" },
    { HEAD "'include':[{'list':'y','when':{'is':'z'}}]," REST,
      "/include/0/when: there is no condition “z” before this one" },
    { HEAD "'questions':[{'id':'facts','title':'A','kind':'yes-no'}],'outcomes':[]}",
      "/questions/0/id: is what rules call the facts" },
    { HEAD "'questions':[{'id':'a','title':'A','kind':'yes-no','fact':'a.b.c'}],'outcomes':[]}",
      "/questions/0/fact: must be a group and a name with a dot between them" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_list (cases[i].list, &error));
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static gboolean
takes (YcQuestion *question,
       const char *answer)
{
  g_autoptr (JsonNode) node = parse (answer);

  return yc_question_check_answer (question, node, NULL);
}

static void
test_places (void)
{
  g_autoptr (JsonNode) json = parse ("{'id':'p','title':'哪里','kind':'place','within':'990100',"
                                     "'level':'town','elsewhere':'市外'}");
  g_autoptr (JsonNode) elsewhere = parse ("'elsewhere'");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcQuestion) question = NULL;
  g_autofree char *words = NULL;

  question = yc_question_new_from_json (json_node_get_object (json), "x", &error);
  g_assert_no_error (error);
  g_assert_cmpint (yc_question_get_kind (question), ==, YC_QUESTION_PLACE);
  g_assert_cmpstr (yc_question_get_place_level (question), ==, "town");
  g_assert_true (takes (question, "'990119201'"));
  g_assert_true (takes (question, "'elsewhere'"));
  g_assert_false (takes (question, "'990219201'"));
  g_assert_false (takes (question, "'99011'"));
  g_assert_false (takes (question, "true"));
  words = yc_question_dup_answer_text (question, elsewhere);
  g_assert_cmpstr (words, ==, "市外");

  g_assert_true (yc_place_code_is_within ("990119201001", "990119201"));
  g_assert_true (yc_place_code_is_within ("441302001", "441300"));
  g_assert_true (yc_place_code_is_within ("441302", "440000"));
  g_assert_false (yc_place_code_is_within ("990119", "990119201"));
  g_assert_false (yc_place_code_is_within ("elsewhere", "990119"));
}

static void
test_within (void)
{
  static const struct
  {
    const char *rule;
    gboolean holds;
  } cases[] = {
    { "{'within':[{'var':'p'},'990119202','990119201']}", TRUE },
    { "{'within':[{'var':'p'},'990119202']}", FALSE },
    { "{'within':[{'var':'none'},'990119']}", FALSE },
    { "{'within':'990119'}", FALSE },
    { "{'within':[]}", FALSE },
  };
  g_autoptr (JsonNode) data = parse ("{'p':'990119201001'}");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) rule = parse (cases[i].rule);

      g_assert_cmpint (yc_logic_test (rule, data, NULL), ==, cases[i].holds);
    }
}

static void
test_overlay (void)
{
  g_autoptr (JsonNode) list = parse (LIST);
  g_autoptr (JsonNode) overlay = parse (
    "{'id':'water@990119201','title':'东城的水','conditions':{'behind':true,'many':{'is':'home'}},"
    "'questions':[{'id':'n','help':'按登记','fact':null},"
    "{'id':'m','behind':'use','title':'M','kind':'yes-no'}],"
    "'include':[{'list':'bills','remove':true}],"
    "'outcomes':[{'id':'few','remove':true},{'id':'new','when':true,'nothing':'y','reason':'r'}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) changed = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_true (yc_question_overlay_check (json_node_get_object (overlay), &error));
  changed = yc_question_overlay_apply (json_node_get_object (overlay), json_node_get_object (list),
                                       &error);
  g_assert_no_error (error);
  node = yc_json_object_node (json_object_ref (changed));
  assert_json (node,
    "{'id':'water','title':'东城的水','keywords':[],"
    "'conditions':{'home':{'===':[{'var':'use'},'home']},'many':{'is':'home'},'behind':true},"
    "'questions':[{'id':'use','title':'用途','kind':'choice','choices':[{'value':'home','title':'住'},"
    "{'value':'shop','title':'商'}]},{'id':'m','title':'M','kind':'yes-no'},"
    "{'id':'n','title':'几人','kind':'number','when':{'is':'home'},'help':'按登记'}],"
    "'outcomes':[{'id':'many','when':{'is':'many'},'item':'YS-0101','reason':'多',"
    "'materials':{'a':true}},{'id':'new','when':true,'nothing':'y','reason':'r'}]}");
}

static void
test_bad_overlay (void)
{
  static const struct
  {
    const char *overlay;
    const char *message;
  } cases[] = {
    { "{'id':'water'}", "/id: must be a list’s id, @ and a place’s code" },
    { "{'id':'@990119'}", "/id: must be a list’s id, @ and a place’s code" },
    { "{'id':'water@9901','questions':[]}", "/id: must be a list’s id, @ and a place’s code" },
    { "{'id':'water@990119','questions':[{'id':'zz','remove':true}]}",
      "/questions/0/id: is not in the list" },
    { "{'id':'water@990119','outcomes':[{'id':'zz','behind':'yy'}]}",
      "/outcomes/0/behind: is not in the list" },
  };
  g_autoptr (JsonNode) list = parse (LIST);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) overlay = parse (cases[i].overlay);
      JsonObject *object = json_node_get_object (overlay);
      g_autoptr (GError) error = NULL;

      if (yc_question_overlay_check (object, &error))
        g_assert_null (yc_question_overlay_apply (object, json_node_get_object (list), &error));
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
put (YcCatalog  *catalog,
     const char *kind,
     const char *id,
     const char *text)
{
  g_autoptr (JsonNode) body = text != NULL ? parse (text) : NULL;
  g_autoptr (GError) error = NULL;

  yc_catalog_apply (catalog, kind, id, body, &error);
  g_assert_no_error (error);
}

static void
assert_title (YcCatalog  *catalog,
              const char *place,
              const char *title)
{
  yc_catalog_set_place (catalog, place);
  g_assert_cmpstr (yc_question_list_get_title (yc_catalog_get_list (catalog, "water")), ==, title);
  g_assert_cmpuint (g_list_model_get_n_items (yc_catalog_get_lists (catalog)), ==, 1);
}

static void
count_cb (YcCatalog  *catalog,
          const char *kind,
          const char *id,
          guint      *n_lists)
{
  *n_lists += g_str_equal (kind, "list") && g_str_equal (id, "water");
}

static char *
dup_around (const char *code)
{
  g_auto (GStrv) places = yc_place_code_list_around (code);

  return g_strjoinv (" ", places);
}

static void
test_around (void)
{
  static const char *const cases[][2] = {
    { "441302001003", "440000 441300 441302 441302001 441302001003" },
    { "990119201", "990000 990100 990119 990119201" },
    { "440100", "440000 440100" },
    { "440000", "440000" },
    { "44", "" },
    { "elsewhere", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = dup_around (cases[i][0]);

      g_assert_cmpstr (places, ==, cases[i][1]);
    }
}

static char *
dup_help (YcCatalog *catalog)
{
  GListModel *questions = yc_question_list_get_questions (yc_catalog_get_list (catalog, "water"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", yc_question_get_id (question),
                              yc_question_get_help (question));
    }
  return g_strdup (text->str);
}

/* City, district, town and village each change what the ones around them made of the list. */
static void
test_chain (void)
{
  static const struct
  {
    const char *place;
    const char *title;
    const char *questions;
  } cases[] = {
    { NULL, "水", "use: n:" },
    { "440200", "水", "use: n:" },
    { "440100", "市", "use:市 n:市" },
    { "440106", "市", "use:区 n:市" },
    { "440106001", "镇", "use:区 m: n:镇" },
    { "440106001002", "镇", "use:区 m:村 n:镇" },
    { "440106001003", "镇", "use:区 m: n:镇" },
    { "440107", "市", "use:市 n:市" },
  };
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();

  put (catalog, "overlay", "water@440106001002",
       "{'id':'water@440106001002','questions':[{'id':'m','help':'村'}]}");
  put (catalog, "overlay", "water@440106001",
       "{'id':'water@440106001','title':'镇','questions':[{'id':'n','help':'镇'},"
       "{'id':'m','behind':'use','title':'M','kind':'yes-no'}]}");
  put (catalog, "list", "water", LIST);
  put (catalog, "overlay", "water@440106",
       "{'id':'water@440106','questions':[{'id':'use','help':'区'}]}");
  put (catalog, "overlay", "water@440100",
       "{'id':'water@440100','title':'市','questions':[{'id':'use','help':'市'},{'id':'n','help':'市'}]}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *questions = NULL;

      assert_title (catalog, cases[i].place, cases[i].title);
      questions = dup_help (catalog);
      g_assert_cmpstr (questions, ==, cases[i].questions);
    }

  /* Without the town's, the village's does not fit any more; what is around it still does. */
  yc_catalog_set_place (catalog, "440106001002");
  put (catalog, "overlay", "water@440106001", NULL);
  assert_title (catalog, "440106001002", "市");
}

/* Village, town, city; in whatever order documents come and go. */
static void
test_nearest (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  guint n_lists = 0;

  g_signal_connect (catalog, "changed", G_CALLBACK (count_cb), &n_lists);
  put (catalog, "overlay", "water@990119201", "{'id':'water@990119201','title':'镇'}");
  g_assert_null (yc_catalog_get_list (catalog, "water"));
  put (catalog, "list", "water", LIST);
  put (catalog, "overlay", "water@990119201001", "{'id':'water@990119201001','title':'村'}");
  put (catalog, "overlay", "water@990119", "{'id':'water@990119','title':'市'}");
  assert_title (catalog, NULL, "水");
  assert_title (catalog, "990119201001", "村");
  assert_title (catalog, "990119201002", "镇");
  assert_title (catalog, "990119202", "市");
  assert_title (catalog, "990120", "水");

  yc_catalog_set_place (catalog, "990119201001");
  n_lists = 0;
  put (catalog, "overlay", "water@990119201001", NULL);
  g_assert_cmpuint (n_lists, ==, 1);
  assert_title (catalog, "990119201001", "镇");
  put (catalog, "overlay", "water@990119201",
       "{'id':'water@990119201','title':'镇','questions':[{'id':'none','remove':true}]}");
  assert_title (catalog, "990119201001", "市");
  put (catalog, "list", "water", NULL);
  g_assert_null (yc_catalog_get_list (catalog, "water"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questions/conditions", test_conditions);
  g_test_add_func ("/questions/bad", test_bad);
  g_test_add_func ("/questions/places", test_places);
  g_test_add_func ("/questions/within", test_within);
  g_test_add_func ("/questions/overlay", test_overlay);
  g_test_add_func ("/questions/bad-overlay", test_bad_overlay);
  g_test_add_func ("/questions/nearest", test_nearest);
  g_test_add_func ("/questions/around", test_around);
  g_test_add_func ("/questions/chain", test_chain);
  return g_test_run ();
}
