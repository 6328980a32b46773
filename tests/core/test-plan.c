/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans: questions of several lists, what they lead to, and each material once. */
#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-plan.h"

static const char *const documents[][3] = {
  { "item", "A", "{\"code\":\"A\",\"title\":\"水费证明\",\"materials\":["
                 "{\"id\":\"id-card\",\"title\":\"身份证\",\"copies\":1},"
                 "{\"id\":\"lease\",\"title\":\"租赁合同\",\"original\":true}]}" },
  { "item", "B", "{\"code\":\"B\",\"title\":\"居住登记\",\"materials\":["
                 "{\"id\":\"id-card\",\"title\":\"身份证\",\"copies\":2,\"original\":true},"
                 "{\"id\":\"lease\",\"title\":\"购房合同\"}]}" },
  { "item", "C", "{\"code\":\"C\",\"title\":\"入学\"}" },
  { "replacement", "plan", "{\"id\":\"plan\",\"title\":\"计划生育证明\",\"way\":\"abolished\"}" },
  { "list", "water",
    "{\"id\":\"water\",\"title\":\"水价\",\"questions\":["
    "{\"id\":\"use\",\"title\":\"用水性质\",\"kind\":\"choice\",\"choices\":["
    "{\"value\":\"home\",\"title\":\"居民\"},{\"value\":\"trade\",\"title\":\"经营\"}]},"
    "{\"id\":\"people\",\"title\":\"几人\",\"kind\":\"number\",\"minimum\":1,\"maximum\":99,"
    "\"when\":{\"==\":[{\"var\":\"use\"},\"home\"]}},"
    "{\"id\":\"permit\",\"title\":\"都有居住证？\",\"kind\":\"yes-no\","
    "\"when\":{\">\":[{\"var\":\"people\"},4]}}],"
    "\"outcomes\":["
    "{\"item\":\"A\",\"when\":{\">\":[{\"var\":\"people\"},4]},\"reason\":\"多于四人\","
    "\"conditions\":[\"每年复核\"],\"advice\":\"带水费单\"},"
    "{\"item\":\"B\",\"when\":{\"===\":[{\"var\":\"permit\"},false]},\"reason\":\"缺居住证\"},"
    "{\"nothing\":\"plan\",\"when\":{\"==\":[{\"var\":\"use\"},\"trade\"]},\"reason\":\"不需要\"},"
    "{\"item\":\"GONE\",\"when\":true}]}" },
  { "list", "move",
    "{\"id\":\"move\",\"title\":\"迁入\",\"questions\":["
    "{\"id\":\"use\",\"title\":\"用途\",\"kind\":\"choices\",\"choices\":["
    "{\"value\":\"live\",\"title\":\"居住\"},{\"value\":\"school\",\"title\":\"入学\"}]}],"
    "\"outcomes\":["
    "{\"item\":\"B\",\"when\":{\"in\":[\"live\",{\"var\":\"use\"}]},\"reason\":\"要居住登记\","
    "\"conditions\":[\"每年复核\",\"本人到场\"]},"
    "{\"item\":\"C\",\"when\":{\"in\":[\"school\",{\"var\":\"use\"}]}}]}" },
};

static YcCatalog *
make_catalog (void)
{
  YcCatalog *catalog = yc_catalog_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) body = yc_json_parse (documents[i][2], -1, NULL, &error);

      g_assert_no_error (error);
      yc_catalog_apply (catalog, documents[i][0], documents[i][1], body, &error);
      g_assert_no_error (error);
    }
  return catalog;
}

static gboolean
try_answer (YcPlan      *plan,
            const char  *key,
            const char  *answer,
            GError     **error)
{
  g_autoptr (JsonNode) node = yc_json_parse (answer, -1, NULL, NULL);

  g_assert_nonnull (node);
  return yc_plan_answer (plan, key, node, error);
}

static void
answer (YcPlan     *plan,
        const char *key,
        const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_answer (plan, key, text, &error));
  g_assert_no_error (error);
}

static const char *
next_key (YcPlan *plan)
{
  YcQuestion *question = yc_plan_next_question (plan);

  return question != NULL ? yc_question_get_key (question) : NULL;
}

/* The entries as "title:reason; …", line ends as "+". */
static char *
describe (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? "; " : "", yc_plan_entry_get_title (entry),
                              yc_plan_entry_get_reason (entry));
    }
  g_strdelimit (text->str, "\n", '+');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_entries(plan, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *described = describe (plan);                                                  \
    g_assert_cmpstr (described, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_one_list (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);

  g_assert_true (yc_plan_is_empty (plan));
  g_assert_true (yc_plan_is_complete (plan));
  g_assert_true (yc_plan_start (plan, yc_catalog_get_list (catalog, "water")));
  g_assert_false (yc_plan_start (plan, yc_catalog_get_list (catalog, "water")));
  g_assert_false (yc_plan_is_complete (plan));
  g_assert_cmpstr (next_key (plan), ==, "water/use");

  answer (plan, "water/use", "\"home\"");
  g_assert_cmpstr (next_key (plan), ==, "water/people");
  assert_entries (plan, "");
  answer (plan, "people", "9");
  g_assert_cmpstr (next_key (plan), ==, "water/permit");
  assert_entries (plan, "");
  answer (plan, "water/permit", "true");
  g_assert_null (next_key (plan));
  g_assert_true (yc_plan_is_complete (plan));
  assert_entries (plan, "水费证明:多于四人");

  answer (plan, "water/permit", "false");
  assert_entries (plan, "水费证明:多于四人; 居住登记:缺居住证");
  answer (plan, "water/people", "2");
  g_assert_true (yc_plan_is_complete (plan));
  assert_entries (plan, "");
}

/* An answer to a question that is no longer asked does not count, but is not lost either. */
static void
test_change_of_mind (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  JsonObject *answers;

  yc_plan_start (plan, yc_catalog_get_list (catalog, "water"));
  answer (plan, "water/use", "\"home\"");
  answer (plan, "water/people", "9");
  answer (plan, "water/permit", "false");
  answer (plan, "water/use", "\"trade\"");
  assert_entries (plan, "计划生育证明:不需要");
  answers = yc_json_get_object (yc_plan_get_answers (plan), "water");
  g_assert_cmpuint (json_object_get_size (answers), ==, 1);
  g_assert_null (yc_plan_get_answer (plan, "water/people"));
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_questions (plan)), ==, 1);

  answer (plan, "water/use", "\"home\"");
  assert_entries (plan, "水费证明:多于四人; 居住登记:缺居住证");
  yc_plan_unanswer (plan, "water/people");
  g_assert_cmpstr (next_key (plan), ==, "water/people");
  assert_entries (plan, "");
}

static YcPlanMaterial *
get_material (YcPlan *plan,
              guint   position)
{
  return g_list_model_get_item (yc_plan_get_materials (plan), position);
}

/* Three needs, one conversation, each item and each material once. */
static void
test_several_lists (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (YcPlanEntry) second = NULL;
  g_autoptr (YcPlanMaterial) id_card = NULL;
  g_autoptr (YcPlanMaterial) deed = NULL;

  yc_plan_start (plan, yc_catalog_get_list (catalog, "water"));
  yc_plan_start (plan, yc_catalog_get_list (catalog, "move"));
  answer (plan, "water/use", "\"home\"");
  answer (plan, "water/people", "9");
  answer (plan, "water/permit", "false");
  g_assert_cmpstr (next_key (plan), ==, "move/use");
  answer (plan, "move/use", "[\"live\",\"school\"]");
  assert_entries (plan, "水费证明:多于四人; 居住登记:缺居住证+要居住登记; 入学:");

  second = g_list_model_get_item (yc_plan_get_entries (plan), 1);
  g_assert_cmpstrv (yc_plan_entry_get_conditions (second),
                    ((const char *const[]){ "每年复核", "本人到场", NULL }));
  g_assert_cmpstrv (yc_plan_entry_get_list_ids (second),
                    ((const char *const[]){ "water", "move", NULL }));

  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_materials (plan)), ==, 3);
  id_card = get_material (plan, 0);
  deed = get_material (plan, 2);
  g_assert_cmpstr (yc_plan_material_get_title (id_card), ==, "身份证");
  g_assert_cmpuint (yc_plan_material_get_copies (id_card), ==, 3);
  g_assert_true (yc_plan_material_get_original (id_card));
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_material_get_items (id_card)), ==, 2);
  g_assert_cmpstr (yc_plan_material_get_title (deed), ==, "购房合同");

  yc_plan_stop (plan, "water");
  assert_entries (plan, "居住登记:要居住登记; 入学:");
}

static void
test_direct (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);

  g_assert_true (yc_plan_add_item (plan, "C"));
  g_assert_false (yc_plan_add_item (plan, "C"));
  g_assert_false (yc_plan_add_item (plan, "GONE"));
  g_assert_true (yc_plan_is_complete (plan));
  assert_entries (plan, "入学:");

  yc_plan_start (plan, yc_catalog_get_list (catalog, "water"));
  answer (plan, "water/use", "\"trade\"");
  assert_entries (plan, "入学:; 计划生育证明:不需要");
  yc_plan_remove_item (plan, "C");
  yc_plan_remove_item (plan, "A");
  assert_entries (plan, "计划生育证明:不需要");
}

static const struct
{
  const char  *key;
  const char  *answer;
  YcCoreError  code;
} bad[] = {
  { "water/none", "1", YC_CORE_ERROR_QUESTION },
  { "none/use", "1", YC_CORE_ERROR_QUESTION },
  { "use", "\"home\"", YC_CORE_ERROR_QUESTION },
  { "", "1", YC_CORE_ERROR_QUESTION },
  { "/", "1", YC_CORE_ERROR_QUESTION },
  { "water/use", "\"moon\"", YC_CORE_ERROR_ANSWER },
  { "water/use", "null", YC_CORE_ERROR_ANSWER },
  { "water/use", "{}", YC_CORE_ERROR_ANSWER },
  { "water/people", "0", YC_CORE_ERROR_ANSWER },
  { "water/people", "100", YC_CORE_ERROR_ANSWER },
  { "water/people", "\"9\"", YC_CORE_ERROR_ANSWER },
  { "water/permit", "\"true\"", YC_CORE_ERROR_ANSWER },
  { "water/permit", "1", YC_CORE_ERROR_ANSWER },
  { "move/use", "\"live\"", YC_CORE_ERROR_ANSWER },
  { "move/use", "[\"moon\"]", YC_CORE_ERROR_ANSWER },
  { "move/use", "[\"live\",\"live\"]", YC_CORE_ERROR_ANSWER },
  { "move/use", "[null]", YC_CORE_ERROR_ANSWER },
};

static void
test_bad_answers (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);

  yc_plan_start (plan, yc_catalog_get_list (catalog, "water"));
  yc_plan_start (plan, yc_catalog_get_list (catalog, "move"));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s = %s", bad[i].key, bad[i].answer);
      g_assert_false (try_answer (plan, bad[i].key, bad[i].answer, &error));
      g_assert_error (error, YC_CORE_ERROR, (int) bad[i].code);
    }
  g_assert_cmpstr (next_key (plan), ==, "water/use");
}

static void
test_round_trip (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (YcPlan) again = yc_plan_new (catalog);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (JsonNode) second = NULL;

  yc_plan_start (plan, yc_catalog_get_list (catalog, "water"));
  answer (plan, "water/use", "\"home\"");
  answer (plan, "water/people", "9");
  answer (plan, "water/permit", "false");
  yc_plan_add_item (plan, "C");
  json = yc_plan_to_json (plan);

  yc_plan_add_item (again, "A");
  g_assert_true (yc_plan_load_json (again, json, &error));
  g_assert_no_error (error);
  second = yc_plan_to_json (again);
  g_assert_true (yc_json_equal (json, second));
  assert_entries (again, "水费证明:多于四人; 居住登记:缺居住证; 入学:");
}

static const struct
{
  const char *json;
  const char *entries;
} drafts[] = {
  { "[]", NULL },
  { "{}", NULL },
  { "{\"lists\":[],\"items\":{}}", NULL },
  { "{\"lists\":[],\"items\":[]}", "" },
  { "{\"lists\":[\"gone\",7,\"water\",\"water\"],\"items\":[\"GONE\",\"C\",\"C\",null],"
    "\"answers\":{\"water\":{\"use\":\"moon\",\"people\":[]},\"gone\":1}}", "入学:" },
  { "{\"lists\":[\"water\"],\"items\":[],\"answers\":{\"water\":[]}}", "" },
  { "{\"lists\":[\"water\"],\"items\":[],\"answers\":\"x\"}", "" },
};

static void
test_damaged_drafts (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (YcPlan) plan = yc_plan_new (catalog);
      g_autoptr (JsonNode) json = yc_json_parse (drafts[i].json, -1, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", drafts[i].json);
      yc_plan_add_item (plan, "A");
      g_assert_cmpint (yc_plan_load_json (plan, json, &error), ==, drafts[i].entries != NULL);
      assert_entries (plan, drafts[i].entries != NULL ? drafts[i].entries : "水费证明:");
    }
}

static void
count_change (YcPlan *plan,
              guint  *n)
{
  *n += 1;
}

static void
count_items (GListModel *model,
             guint       position,
             guint       removed,
             guint       added,
             guint      *n)
{
  *n += removed + added;
}

/* The plan follows the catalog, and entries that stay the same are not replaced. */
static void
test_catalog_changes (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (JsonNode) renamed = yc_json_parse ("{\"code\":\"C\",\"title\":\"上学\"}", -1, NULL, NULL);
  guint n_changes = 0, n_items = 0;

  yc_plan_add_item (plan, "A");
  yc_plan_add_item (plan, "C");
  g_signal_connect (plan, "changed", G_CALLBACK (count_change), &n_changes);
  g_signal_connect (yc_plan_get_entries (plan), "items-changed", G_CALLBACK (count_items),
                    &n_items);
  g_assert_true (yc_catalog_apply (catalog, "item", "C", renamed, NULL));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_items, ==, 2);
  assert_entries (plan, "水费证明:; 上学:");
  g_assert_true (yc_catalog_apply (catalog, "item", "A", NULL, NULL));
  assert_entries (plan, "上学:");

  yc_plan_start (plan, yc_catalog_get_list (catalog, "move"));
  g_assert_true (yc_catalog_apply (catalog, "list", "move", NULL, NULL));
  g_assert_cmpstr (next_key (plan), ==, "move/use");
}

static const struct
{
  const char *question;
  const char *answer;
  const char *text;
} answer_texts[] = {
  { "water/use", "\"home\"", "居民" },
  { "water/use", "\"moon\"", "" },
  { "water/people", "9", "9" },
  { "water/people", "2.5", "2.5" },
  { "water/permit", "true", "Yes" },
  { "water/permit", "false", "No" },
  { "move/use", "[\"live\",\"school\"]", "居住, 入学" },
  { "move/use", "[]", "None" },
  { "move/use", "null", "" },
};

static void
test_answer_texts (void)
{
  g_autoptr (YcCatalog) catalog = make_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (answer_texts); i++)
    {
      g_auto (GStrv) parts = g_strsplit (answer_texts[i].question, "/", 2);
      YcQuestionList *list = yc_catalog_get_list (catalog, parts[0]);
      g_autoptr (JsonNode) node = yc_json_parse (answer_texts[i].answer, -1, NULL, NULL);

      for (guint j = 0; j < yc_question_list_get_n_questions (list); j++)
        {
          g_autoptr (YcQuestion) question =
            g_list_model_get_item (yc_question_list_get_questions (list), j);
          g_autofree char *text = yc_question_dup_answer_text (question, node);

          if (g_str_equal (yc_question_get_id (question), parts[1]))
            g_assert_cmpstr (text, ==, answer_texts[i].text);
        }
    }
}

static const struct
{
  const char *kind;
  const char *answer;
  gboolean    fits;
} fits[] = {
  { "date", "\"2026-11-21\"", TRUE },   { "date", "\"2024-02-29\"", TRUE },
  { "date", "\"2026-02-29\"", FALSE },  { "date", "\"2026-1-1\"", FALSE },
  { "date", "\"2026-11-2x\"", FALSE },  { "date", "\"2026--1-01\"", FALSE },
  { "date", "\"20261121\"", FALSE },    { "date", "20261121", FALSE },
  { "date", "\"\"", FALSE },            { "text", "\"x\"", TRUE },
  { "text", "\" \\u3000\\n\"", FALSE }, { "text", "\"\"", FALSE },
  { "text", "7", FALSE },               { "number", "-1e300", TRUE },
  { "number", "null", FALSE },          { "yes-no", "false", TRUE },
  { "yes-no", "\"no\"", FALSE },
};

static void
test_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"q\",\"title\":\"t\",\"kind\":\"%s\"}",
                                               fits[i].kind);
      g_autoptr (JsonNode) json = yc_json_parse (text, -1, NULL, NULL);
      g_autoptr (JsonNode) node = yc_json_parse (fits[i].answer, -1, NULL, NULL);
      g_autoptr (YcQuestion) question =
        yc_question_new_from_json (json_node_get_object (json), "l", NULL);

      g_test_message ("%s: %s", fits[i].kind, fits[i].answer);
      g_assert_cmpint (yc_question_check_answer (question, node, NULL), ==, fits[i].fits);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/one-list", test_one_list);
  g_test_add_func ("/plan/change-of-mind", test_change_of_mind);
  g_test_add_func ("/plan/several-lists", test_several_lists);
  g_test_add_func ("/plan/direct", test_direct);
  g_test_add_func ("/plan/bad-answers", test_bad_answers);
  g_test_add_func ("/plan/round-trip", test_round_trip);
  g_test_add_func ("/plan/damaged-drafts", test_damaged_drafts);
  g_test_add_func ("/plan/catalog-changes", test_catalog_changes);
  g_test_add_func ("/plan/answer-texts", test_answer_texts);
  g_test_add_func ("/plan/answers", test_answers);

  return g_test_run ();
}
