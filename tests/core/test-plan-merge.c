/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One plan out of several lists: facts asked once, variants, order, what changed; whatever the order
 * in which the answers came.
 */
#include "yc-day.h"
#include "yc-json.h"
#include "yc-plan.h"

#define CHOICES(list) "\"kind\":\"choice\",\"choices\":[" list "]"
#define CHOICE(value) "{\"value\":\"" value "\",\"title\":\"" value "\"}"
#define KIND CHOICES (CHOICE ("local") "," CHOICE ("other"))

static const char *const documents[][3] = {
  { "item", "MOVE", "{\"code\":\"MOVE\",\"title\":\"迁户口\",\"channel\":\"department\",\"fee\":900,"
                    "\"time_limit\":{\"working_days\":7,\"text\":\"7\"},\"result\":\"register\","
                    "\"where\":\"户籍窗口\",\"materials\":["
                    "{\"id\":\"id-card\",\"title\":\"身份证\",\"licence\":\"id-card\"},"
                    "{\"id\":\"permit\",\"title\":\"居住证\",\"licence\":\"residence-permit\"},"
                    "{\"id\":\"basis\",\"title\":\"入户材料\",\"variants\":["
                    "{\"id\":\"talent\",\"title\":\"学历证书\"},"
                    "{\"id\":\"family\",\"title\":\"结婚证\",\"when\":{\"===\":["
                    "{\"var\":\"facts.home.married\"},true]}}]}]}" },
  { "item", "SCHOOL", "{\"code\":\"SCHOOL\",\"title\":\"入学\",\"channel\":\"portal\",\"fee\":100,"
                      "\"time_limit\":{\"working_days\":30,\"text\":\"30\"},\"materials\":["
                      "{\"id\":\"register\",\"title\":\"户口簿\",\"result\":\"register\"},"
                      "{\"id\":\"permit\",\"title\":\"居住证\",\"licence\":\"residence-permit\","
                      "\"when\":{\"===\":[{\"var\":\"facts.home.kind\"},\"other\"]}}]}" },
  { "item", "PERMIT", "{\"code\":\"PERMIT\",\"title\":\"办居住证\",\"channel\":\"counter\","
                      "\"form\":\"permit\",\"time_limit\":{\"minutes\":20,\"text\":\"20\"},"
                      "\"result\":\"residence-permit\",\"materials\":["
                      "{\"id\":\"id-card\",\"title\":\"身份证\",\"licence\":\"id-card\"}]}" },
  { "list", "move", "{\"id\":\"move\",\"title\":\"迁入\",\"questions\":["
                    "{\"id\":\"kind\",\"title\":\"户口在哪\",\"fact\":\"home.kind\"," KIND "},"
                    "{\"id\":\"way\",\"title\":\"条件\"," CHOICES (CHOICE ("talent") "," CHOICE ("family"))
                    "}],\"outcomes\":["
                    "{\"item\":\"MOVE\",\"when\":{\"===\":[{\"var\":\"way\"},\"talent\"]},\"reason\":\"人才\","
                    "\"materials\":{\"basis\":\"talent\",\"permit\":false}},"
                    "{\"item\":\"MOVE\",\"when\":{\"===\":[{\"var\":\"way\"},\"family\"]},\"reason\":\"投靠\","
                    "\"channel\":{\"kind\":\"counter\",\"note\":\"二楼\"}}]}" },
  { "list", "school", "{\"id\":\"school\",\"title\":\"入学\",\"questions\":["
                      "{\"id\":\"home\",\"title\":\"孩子户口\",\"fact\":\"home.kind\"," KIND "},"
                      "{\"id\":\"married\",\"title\":\"已婚\",\"kind\":\"yes-no\",\"fact\":\"home.married\","
                      "\"when\":{\"===\":[{\"var\":\"home\"},\"other\"]}},"
                      "{\"id\":\"age\",\"title\":\"几岁\",\"kind\":\"number\",\"fact\":\"person.age\"}],"
                      "\"outcomes\":["
                      "{\"item\":\"SCHOOL\",\"when\":true,\"reason\":\"到学龄\"},"
                      "{\"item\":\"PERMIT\",\"when\":{\"===\":[{\"var\":\"facts.home.kind\"},\"other\"]},"
                      "\"reason\":\"外地户口\"}]}" },
};

static void
put (YcCatalog  *catalog,
     const char *kind,
     const char *id,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) body = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  yc_catalog_apply (catalog, kind, id, body, &error);
  g_assert_no_error (error);
}

static YcPlan *
make_plan (YcCatalog **catalog)
{
  YcPlan *plan;

  *catalog = yc_catalog_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    put (*catalog, documents[i][0], documents[i][1], documents[i][2]);
  plan = yc_plan_new (*catalog);
  yc_plan_start (plan, yc_catalog_get_list (*catalog, "school"));
  yc_plan_start (plan, yc_catalog_get_list (*catalog, "move"));
  return plan;
}

static void
answer (YcPlan     *plan,
        const char *key,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, NULL);

  g_assert_true (yc_plan_answer (plan, key, node, &error));
  g_assert_no_error (error);
}

/* "1 title>after>after @where; …", then "/ material=items<maker; …". */
static char *
describe (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan), *materials = yc_plan_get_materials (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *after = g_strjoinv (">", (GStrv) yc_plan_entry_get_after (entry));

      g_string_append_printf (text, "%u %s>%s @%s; ", yc_plan_entry_get_number (entry),
                              yc_plan_entry_get_title (entry), after,
                              yc_plan_entry_get_where (entry));
    }
  g_string_append (text, "/ ");
  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcPlanMaterial) material = g_list_model_get_item (materials, i);
      const char *from = yc_plan_material_get_from (material);

      g_string_append_printf (text, "%s=%u<%s; ", yc_plan_material_get_title (material),
                              g_list_model_get_n_items (yc_plan_material_get_items (material)),
                              from != NULL ? from : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_plan(plan, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *described = describe (plan);                                                  \
    g_assert_cmpstr (described, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static const char *
next_key (YcPlan *plan)
{
  YcQuestion *question = yc_plan_next_question (plan);

  return question != NULL ? yc_question_get_key (question) : NULL;
}

static void
test_merged (void)
{
  g_autoptr (YcCatalog) catalog = NULL;
  g_autoptr (YcPlan) plan = make_plan (&catalog);

  g_assert_cmpstr (next_key (plan), ==, "school/home");
  answer (plan, "school/home", "\"other\"");
  g_assert_cmpstr (json_node_get_string (yc_plan_get_answer (plan, "move/kind")), ==, "other");
  answer (plan, "school/married", "true");
  answer (plan, "school/age", "6");
  g_assert_cmpstr (next_key (plan), ==, "move/way");
  answer (plan, "move/way", "\"talent\"");
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_questions (plan)), ==, 4);
  assert_plan (plan, "1 办居住证> @; 2 迁户口> @户籍窗口; 3 入学>PERMIT>MOVE @; "
                     "/ 身份证=2<; 学历证书=1<; 户口簿=1<MOVE; 居住证=1<PERMIT; ");
  g_assert_cmpint (yc_plan_get_fee (plan), ==, 1000);
  g_assert_cmpuint (yc_plan_get_minutes (plan), ==, 20);
  g_assert_cmpuint (yc_plan_get_days (plan), ==, 37);
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_changes (plan)), ==, 0);

  answer (plan, "move/kind", "\"local\"");
  assert_plan (plan, "1 迁户口> @户籍窗口; 2 入学>MOVE @; / 身份证=1<; 学历证书=1<; 户口簿=1<MOVE; ");
  g_assert_cmpstr (json_node_get_string (yc_plan_get_answer (plan, "school/home")), ==, "local");
}

static char *
list_changes (YcPlan *plan)
{
  GListModel *changes = yc_plan_get_changes (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (YcPlanChange) change = g_list_model_get_item (changes, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", yc_plan_change_get_words (change));
    }
  return g_string_free (text, FALSE);
}

#define assert_changes(plan, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *listed = list_changes (plan);                                                 \
    g_assert_cmpstr (listed, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_changes (void)
{
  g_autoptr (YcCatalog) catalog = NULL;
  g_autoptr (YcPlan) plan = make_plan (&catalog);
  g_autoptr (JsonObject) known = json_object_new ();

  answer (plan, "school/home", "\"local\"");
  answer (plan, "school/age", "6");
  answer (plan, "move/way", "\"talent\"");
  assert_changes (plan, "");
  answer (plan, "move/way", "\"family\"");
  assert_changes (plan, "迁户口: now 二楼; To bring now: 居住证; 入户材料 instead of 学历证书");

  answer (plan, "school/home", "\"other\"");
  g_assert_false (yc_plan_is_complete (plan));
  assert_changes (plan, "");
  answer (plan, "school/married", "true");
  assert_changes (plan, "New: 办居住证; 结婚证 instead of 入户材料");
  /* What comes by itself and changes nothing leaves the words. */
  json_object_set_int_member (known, "person.birth", 1);
  yc_plan_set_known (plan, known, NULL, NULL);
  assert_changes (plan, "New: 办居住证; 结婚证 instead of 入户材料");

  answer (plan, "school/home", "\"local\"");
  assert_changes (plan, "No longer: 办居住证");
  yc_plan_stop (plan, "move");
  assert_changes (plan, "No longer: 迁户口; Not to bring any more: 身份证; "
                        "Not to bring any more: 居住证; Not to bring any more: 结婚证");
  yc_plan_add_item (plan, "PERMIT");
  yc_plan_start (plan, yc_catalog_get_list (catalog, "move"));
  answer (plan, "move/way", "\"talent\"");
  answer (plan, "school/home", "\"other\"");
  assert_changes (plan, "办居住证: now number 1; To bring now: 居住证");
}

/* As after a restart. */
static YcPlan *
resume (YcCatalog *catalog,
        YcPlan    *plan)
{
  YcPlan *again = yc_plan_new (catalog);
  g_autoptr (JsonNode) json = yc_plan_to_json (plan);

  g_assert_true (yc_plan_resume (again, json, yc_plan_get_past (plan), NULL));
  return again;
}

/* What changed is told again after a restart, also where it was begun to be changed before. */
static void
test_resumed (void)
{
  g_autoptr (YcCatalog) catalog = NULL;
  g_autoptr (YcPlan) plan = make_plan (&catalog);
  g_autoptr (YcPlan) same = NULL, half = NULL, later = NULL;
  g_autoptr (JsonNode) broken = yc_json_parse ("{\"lists\":7}", -1, NULL, NULL);

  answer (plan, "school/home", "\"local\"");
  answer (plan, "school/age", "6");
  answer (plan, "move/way", "\"talent\"");
  g_assert_null (yc_plan_get_past (plan));
  answer (plan, "move/way", "\"family\"");
  same = resume (catalog, plan);
  assert_changes (same, "迁户口: now 二楼; To bring now: 居住证; 入户材料 instead of 学历证书");

  answer (same, "school/home", "\"other\"");
  half = resume (catalog, same);
  assert_changes (half, "");
  answer (half, "school/married", "true");
  assert_changes (half, "New: 办居住证; 结婚证 instead of 入户材料");

  /* What was told against is not what the next change is told against. */
  later = resume (catalog, half);
  assert_changes (later, "New: 办居住证; 结婚证 instead of 入户材料");
  answer (later, "school/home", "\"local\"");
  assert_changes (later, "No longer: 办居住证");
  g_assert_false (yc_plan_resume (later, broken, NULL, NULL));
  assert_changes (later, "No longer: 办居住证");
}

#define OUTCOME(id, rule) "{\"nothing\":\"" id "\",\"when\":" rule "}"

/* Rules that look at their data in every way. */
static const char *const odd_list =
  "{\"id\":\"odd\",\"title\":\"t\",\"questions\":["
  "{\"id\":\"some\",\"title\":\"?\",\"kind\":\"choices\",\"choices\":["
  CHOICE ("a") "," CHOICE ("b") "," CHOICE ("c") "]},"
  "{\"id\":\"one\",\"title\":\"?\"," CHOICES (CHOICE ("some") "," CHOICE ("two")) "},"
  "{\"id\":\"two\",\"title\":\"?\",\"fact\":\"f.x\",\"when\":{\"missing\":[\"gone\",\"some.1\"]},"
  CHOICES (CHOICE ("a") "," CHOICE ("two")) "},"
  "{\"id\":\"n\",\"title\":\"?\",\"kind\":\"number\"}],\"outcomes\":["
  OUTCOME ("in", "{\"in\":[\"b\",{\"var\":\"some\"}]}") ","
  OUTCOME ("some", "{\"some\":[{\"var\":\"some\"},{\"===\":[{\"var\":\"\"},\"c\"]}]}") ","
  OUTCOME ("second", "{\"===\":[{\"var\":\"some.1\"},\"c\"]}") ","
  OUTCOME ("missing", "{\"!\":{\"missing\":[\"two\"]}}") ","
  OUTCOME ("told", "{\"===\":[{\"var\":{\"var\":\"one\"}},\"two\"]}") ","
  OUTCOME ("whole", "{\"===\":[{\"cat\":{\"map\":[[{\"var\":\"\"}],{\"var\":\"one\"}]}},\"two\"]}") ","
  OUTCOME ("shared", "{\"===\":[{\"var\":[\"facts.f.x\",\"a\"]},\"a\"]}") ","
  OUTCOME ("group", "{\"!!\":{\"var\":\"facts.f\"}}") ","
  OUTCOME ("sum", "{\">\":[{\"reduce\":[{\"var\":\"some\"},{\"+\":[{\"var\":\"accumulator\"},1]},0]},"
                  "{\"var\":\"n\"}]}") ","
  OUTCOME ("day", "{\">\":[{\"today\":[]},\"2020-01-01\"]}") ","
  OUTCOME ("always", "true") "," OUTCOME ("never", "false") "]}";

static void
assert_as_new (YcCatalog *catalog,
               YcPlan    *plan)
{
  g_autoptr (YcPlan) new = yc_plan_new (catalog);
  g_autoptr (JsonNode) json = yc_plan_to_json (plan);
  g_autofree char *expected = NULL;

  g_assert_true (yc_plan_load_json (new, json, NULL));
  expected = describe (new);
  assert_plan (plan, expected);
  g_assert_cmpstr (next_key (plan), ==, next_key (new));
}

/* What is remembered of rules is right whatever they look at. */
static void
test_remembered (void)
{
  static const char *const answers[][2] = {
    { "odd/some", "[]" }, { "odd/some", "[\"a\",\"b\"]" }, { "odd/some", "[\"a\",\"c\"]" },
    { "odd/some", "[\"b\",\"c\",\"a\"]" }, { "odd/one", "\"some\"" }, { "odd/one", "\"two\"" },
    { "odd/two", "\"a\"" }, { "odd/two", "\"two\"" }, { "odd/n", "0" }, { "odd/n", "2" },
  };
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (GHashTable) plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  put (catalog, "list", "odd", odd_list);
  yc_plan_start (plan, yc_catalog_get_list (catalog, "odd"));
  for (guint i = 0; i < 600; i++)
    {
      const char *const *next = answers[g_test_rand_int_range (0, G_N_ELEMENTS (answers))];

      if (g_test_rand_int_range (0, 8) == 0)
        yc_plan_unanswer (plan, next[0]);
      else
        answer (plan, next[0], next[1]);
      assert_as_new (catalog, plan);
      if (yc_plan_is_complete (plan))
        g_hash_table_add (plans, describe (plan));
    }
  g_assert_cmpuint (g_hash_table_size (plans), >=, 8);

  /* Another telling of the same list. */
  put (catalog, "list", "odd",
       "{\"id\":\"odd\",\"title\":\"t\",\"questions\":[],\"outcomes\":[" OUTCOME ("new", "true") "]}");
  assert_plan (plan, "0 new> @; / ");
}

static void
test_known (void)
{
  g_autoptr (YcCatalog) catalog = NULL;
  g_autoptr (YcPlan) plan = make_plan (&catalog);
  g_autoptr (YcPlan) again = yc_plan_new (catalog);
  g_autoptr (JsonNode) known = yc_json_parse ("{\"person.age\":45,\"home.kind\":\"moon\"}", -1, NULL, NULL);
  g_autoptr (JsonNode) sources = yc_json_parse ("{\"person.age\":\"ID number\"}", -1, NULL, NULL);
  g_autoptr (JsonNode) store = yc_json_parse ("{\"id-card\":\"2020\"}", -1, NULL, NULL);
  g_autoptr (JsonNode) draft = NULL;
  g_autoptr (YcPlanMaterial) card = NULL;
  g_autoptr (YcQuestion) age = NULL;

  yc_plan_set_known (plan, json_node_get_object (known), json_node_get_object (sources),
                     json_node_get_object (store));
  g_assert_cmpstr (next_key (plan), ==, "school/home");
  answer (plan, "school/home", "\"local\"");
  g_assert_cmpstr (next_key (plan), ==, "move/way");
  age = g_list_model_get_item (yc_plan_get_questions (plan), 1);
  g_assert_cmpstr (yc_question_get_id (age), ==, "age");
  g_assert_cmpstr (yc_plan_get_source (plan, age), ==, "ID number");
  g_assert_cmpint (json_node_get_int (yc_plan_get_answer (plan, "school/age")), ==, 45);
  answer (plan, "school/age", "46");
  g_assert_null (yc_plan_get_source (plan, age));
  yc_plan_unanswer (plan, "school/age");
  g_assert_cmpstr (yc_plan_get_source (plan, age), ==, "ID number");

  answer (plan, "move/way", "\"family\"");
  card = g_list_model_get_item (yc_plan_get_materials (plan), 0);
  g_assert_cmpstr (yc_plan_material_get_id (card), ==, "id-card");
  g_assert_cmpstr (yc_plan_material_get_in_store (card), ==, "2020");

  /* What is known is known again of the citizen, and not from the draft. */
  draft = yc_plan_to_json (plan);
  g_assert_true (yc_plan_load_json (again, draft, NULL));
  g_assert_cmpstr (next_key (again), ==, "school/age");
  g_assert_cmpstr (json_node_get_string (yc_plan_get_answer (again, "move/kind")), ==, "local");
}

static void
test_included (void)
{
  g_autoptr (YcCatalog) catalog = NULL;
  g_autoptr (YcPlan) plan = make_plan (&catalog);

  put (catalog, "list", "first",
       "{\"id\":\"first\",\"title\":\"t\",\"questions\":[{\"id\":\"kind\",\"title\":\"?\","
       "\"fact\":\"home.kind\"," KIND "}],\"outcomes\":[{\"nothing\":\"x\",\"when\":false}],"
       "\"include\":[{\"list\":\"move\",\"when\":{\"===\":[{\"var\":\"kind\"},\"local\"]}},"
       "{\"list\":\"first\",\"when\":true},{\"list\":\"gone\",\"when\":true}]}");
  yc_plan_stop (plan, "move");
  yc_plan_stop (plan, "school");
  yc_plan_start (plan, yc_catalog_get_list (catalog, "first"));
  answer (plan, "first/kind", "\"other\"");
  g_assert_true (yc_plan_is_complete (plan));
  answer (plan, "first/kind", "\"local\"");
  g_assert_cmpstr (next_key (plan), ==, "move/way");
  answer (plan, "move/way", "\"talent\"");
  assert_plan (plan, "1 迁户口> @户籍窗口; / 身份证=1<; 学历证书=1<; ");
  answer (plan, "first/kind", "\"other\"");
  assert_plan (plan, "/ ");
}

/* Random lists */

#define N_LISTS 5
#define N_QUESTIONS 6
#define N_FACTS 5
#define N_ITEMS 8

static void
append_rule (GString *text,
             guint    n_before)
{
  guint kind = g_test_rand_int_range (0, 4);
  guint index = n_before > 0 ? g_test_rand_int_range (0, n_before) : 0;

  if (kind == 0 || (kind == 1 && n_before == 0))
    g_string_append (text, "true");
  else if (kind == 1)
    g_string_append_printf (text, "{\"===\":[{\"var\":\"q%u\"},\"b\"]}", index);
  else if (kind == 2)
    g_string_append_printf (text, "{\"===\":[{\"var\":\"facts.f.n%d\"},\"a\"]}",
                            g_test_rand_int_range (0, N_FACTS));
  else
    g_string_append_printf (text, "{\"!==\":[{\"var\":\"facts.f.n%d\"},\"c\"]}",
                            g_test_rand_int_range (0, N_FACTS));
}

static void
append_question (GString *text,
                 guint    index)
{
  g_string_append_printf (text, "%s{\"id\":\"q%u\",\"title\":\"?\"," CHOICES (
                            CHOICE ("a") "," CHOICE ("b") "," CHOICE ("c")), index > 0 ? "," : "", index);
  if (g_test_rand_int_range (0, 2) == 0)
    g_string_append_printf (text, ",\"fact\":\"f.n%d\"", g_test_rand_int_range (0, N_FACTS));
  g_string_append (text, ",\"when\":");
  append_rule (text, index);
  g_string_append_c (text, '}');
}

static void
put_random_list (YcCatalog *catalog,
                 guint      number)
{
  g_autofree char *id = g_strdup_printf ("l%u", number);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "{\"id\":\"%s\",\"title\":\"t\",\"questions\":[", id);
  for (guint i = 0; i < N_QUESTIONS; i++)
    append_question (text, i);
  g_string_append (text, "],\"outcomes\":[");
  for (guint i = 0; i < 4; i++)
    {
      g_string_append_printf (text, "%s{\"item\":\"I%d\",\"reason\":\"r%u\",\"materials\":{\"m\":\"v%d\"},"
                              "\"when\":", i > 0 ? "," : "", g_test_rand_int_range (0, N_ITEMS), i,
                              g_test_rand_int_range (0, 2));
      append_rule (text, N_QUESTIONS);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  put (catalog, "list", id, text->str);
}

static void
put_random_item (YcCatalog *catalog,
                 guint      number)
{
  g_autofree char *code = g_strdup_printf ("I%u", number);
  g_autofree char *text = g_strdup_printf (
    "{\"code\":\"%s\",\"title\":\"%s\",\"result\":\"r%u\",\"materials\":["
    "{\"id\":\"m\",\"title\":\"m\",\"variants\":[{\"id\":\"v0\",\"title\":\"v0\"},"
    "{\"id\":\"v1\",\"title\":\"v1\",\"when\":{\"===\":[{\"var\":\"facts.f.n0\"},\"a\"]}}]},"
    "{\"id\":\"x\",\"title\":\"x%u\",\"result\":\"r%d\"}]}",
    code, code, number, number, g_test_rand_int_range (0, N_ITEMS));

  put (catalog, "item", code, text);
}

static void
answer_randomly (YcPlan      *plan,
                 const guint *order,
                 const char  *answers)
{
  for (guint i = 0; i < N_LISTS * N_QUESTIONS; i++)
    {
      g_autofree char *key = g_strdup_printf ("l%u/q%u", order[i] / N_QUESTIONS,
                                              order[i] % N_QUESTIONS);
      g_autofree char *text = g_strdup_printf ("\"%c\"", answers[order[i]]);

      answer (plan, key, text);
    }
}

static void
shuffle (guint *order,
         guint  n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = g_test_rand_int_range (0, (gint32) i), kept = order[i - 1];

      order[i - 1] = order[j];
      order[j] = kept;
    }
}

/* Questions for one fact get one answer, as one citizen gives it. */
static void
make_answers (YcCatalog *catalog,
              char      *answers)
{
  char of_fact[N_FACTS];

  for (guint i = 0; i < N_FACTS; i++)
    of_fact[i] = "abc"[g_test_rand_int_range (0, 3)];
  for (guint i = 0; i < N_LISTS * N_QUESTIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i / N_QUESTIONS);
      GListModel *questions = yc_question_list_get_questions (yc_catalog_get_list (catalog, id));
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i % N_QUESTIONS);
      const char *fact = yc_question_get_fact (question);

      answers[i] = fact != NULL ? of_fact[fact[3] - '0'] : "abc"[g_test_rand_int_range (0, 3)];
    }
}

static YcPlan *
start_all (YcCatalog *catalog)
{
  YcPlan *plan = yc_plan_new (catalog);

  for (guint i = 0; i < N_LISTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);

      yc_plan_start (plan, yc_catalog_get_list (catalog, id));
    }
  return plan;
}

/* An item comes behind all that it waits for, unless they wait for each other in a circle. */
static void
assert_ordered (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  guint n_early = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      const char *const *after = yc_plan_entry_get_after (entry);
      gboolean early = FALSE;

      g_assert_cmpuint (yc_plan_entry_get_number (entry), ==, i + 1);
      for (guint j = 0; after[j] != NULL; j++)
        early |= !g_ptr_array_find_with_equal_func (seen, after[j], g_str_equal, NULL);
      n_early += early;
      g_ptr_array_add (seen, g_strdup (yc_item_get_code (yc_plan_entry_get_item (entry))));
    }
  /* Each item waits for one other at most: one of a circle's items has to begin. */
  g_assert_cmpuint (n_early, <=, g_list_model_get_n_items (entries) / 2);
}

static void
check_random (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcPlan) one = NULL, other = NULL;
  guint order[N_LISTS * N_QUESTIONS];
  char answers[N_LISTS * N_QUESTIONS];
  g_autofree char *first = NULL;
  g_autoptr (JsonNode) json = NULL, saved = NULL;

  for (guint i = 0; i < N_ITEMS; i++)
    put_random_item (catalog, i);
  for (guint i = 0; i < N_LISTS; i++)
    put_random_list (catalog, i);
  make_answers (catalog, answers);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i;
  one = start_all (catalog);
  answer_randomly (one, order, answers);
  first = describe (one);
  json = yc_plan_to_json (one);
  assert_ordered (one);

  other = start_all (catalog);
  shuffle (order, G_N_ELEMENTS (order));
  answer_randomly (other, order, answers);
  assert_plan (other, first);
  saved = yc_plan_to_json (other);
  g_assert_true (yc_json_equal (json, saved));
  g_assert_true (yc_plan_is_complete (other));

  /* Asked in the order of the conversation, and loaded from a draft: the same. */
  g_clear_object (&other);
  other = yc_plan_new (catalog);
  g_assert_true (yc_plan_load_json (other, json, NULL));
  assert_plan (other, first);

  /* And whatever was answered before. */
  make_answers (catalog, answers);
  answer_randomly (one, order, answers);
  assert_as_new (catalog, one);
}

static void
test_any_order (void)
{
  for (guint round = 0; round < 60; round++)
    check_random ();
}

/* (transfer full): so many days from today */
static char *
dup_day (int days)
{
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* (transfer full): the ID card of a plan, which the licence store has until then; of the moving, seven
 * working days, nine days at least */
static YcPlanMaterial *
hold_card (YcPlan *plan,
           int     days)
{
  g_autofree char *day = dup_day (days);
  g_autofree char *text =
      g_strdup_printf ("{\"id-card\":{\"words\":\"2020\",\"valid_until\":\"%s\"}}", day);
  g_autoptr (JsonNode) store = yc_json_parse (text, -1, NULL, NULL);
  YcPlanMaterial *card;

  yc_plan_set_known (plan, NULL, NULL, json_node_get_object (store));
  card = g_list_model_get_item (yc_plan_get_materials (plan), 0);
  g_assert_cmpstr (yc_plan_material_get_id (card), ==, "id-card");
  g_assert_cmpstr (yc_plan_material_get_valid_until (card), ==, day);
  return card;
}

/* What has expired stands for nothing, on its last day it still does; what ends before the item is
 * done is told of. */
static void
test_validity (void)
{
  static const struct
  {
    int days;
    gboolean valid, early;
  } cases[] = { { -1, FALSE, FALSE }, { 0, TRUE, TRUE }, { 8, TRUE, TRUE }, { 9, TRUE, FALSE } };
  g_autoptr (YcCatalog) catalog = NULL;
  g_autoptr (YcPlan) plan = make_plan (&catalog);

  answer (plan, "move/kind", "\"local\"");
  answer (plan, "move/way", "\"family\"");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YcPlanMaterial) card = hold_card (plan, cases[i].days);

      g_assert_cmpstr (yc_plan_material_get_in_store (card), ==, cases[i].valid ? "2020" : NULL);
      g_assert_cmpstr (yc_plan_material_get_expired (card), ==, cases[i].valid ? NULL : "2020");
      g_assert_cmpint (yc_plan_material_get_ends_early (card), ==, cases[i].early);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-merge/merged", test_merged);
  g_test_add_func ("/plan-merge/changes", test_changes);
  g_test_add_func ("/plan-merge/resumed", test_resumed);
  g_test_add_func ("/plan-merge/remembered", test_remembered);
  g_test_add_func ("/plan-merge/known", test_known);
  g_test_add_func ("/plan-merge/validity", test_validity);
  g_test_add_func ("/plan-merge/included", test_included);
  g_test_add_func ("/plan-merge/any-order", test_any_order);

  return g_test_run ();
}
