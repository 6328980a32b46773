/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample lists, answered: tests/data/sample-plans.json says what is asked and what comes of it. */
#include <string.h>

#include "yc-json.h"
#include "yc-plan.h"
#include "yc-test-demo.h"

static void
start_lists (YcPlan     *plan,
             YcCatalog  *catalog,
             JsonObject *wanted)
{
  JsonArray *lists = yc_json_get_array (wanted, "lists");

  for (guint i = 0; i < json_array_get_length (lists); i++)
    {
      YcQuestionList *list =
          yc_catalog_get_list (catalog, json_array_get_string_element (lists, i));

      g_assert_nonnull (list);
      g_assert_true (yc_plan_start (plan, list));
    }
}

/* Whatever is asked has its answer in the table, and nothing in the table is never asked. */
static void
answer_all (YcPlan     *plan,
            JsonObject *answers)
{
  YcQuestion *question;
  guint n_asked = 0;

  while ((question = yc_plan_next_question (plan)) != NULL)
    {
      const char *key = yc_question_get_key (question);
      JsonNode *answer = yc_json_get_member (answers, key);
      g_autoptr (GError) error = NULL;

      if (answer == NULL)
        g_error ("“%s” is asked, too", key);
      yc_plan_answer (plan, key, answer, &error);
      g_assert_no_error (error);
      n_asked++;
    }
  g_assert_true (yc_plan_is_complete (plan));
  g_assert_cmpuint (n_asked, ==, json_object_get_size (answers));
}

/* Items by their codes, “~” with what is not yet possible, “!” with what is out of reach, and “=” with the
 * replacement of what nobody needs. */
static void
write_entry (GString     *words,
             YcPlanEntry *entry)
{
  static const char *const signs[] = {
    [YC_OUTCOME_ITEM] = "", [YC_OUTCOME_NOTHING] = "=", [YC_OUTCOME_NOT_YET] = "~",
    [YC_OUTCOME_UNQUALIFIED] = "!",
  };
  YcItem *item = yc_plan_entry_get_item (entry);

  if (item == NULL)
    item = yc_plan_entry_get_refused_item (entry);
  g_string_append_printf (
      words, "%s%s%s", words->len > 0 ? " " : "", signs[yc_plan_entry_get_kind (entry)],
      item != NULL ? yc_item_get_code (item)
                   : yc_replacement_get_id (yc_plan_entry_get_replacement (entry)));
}

static char *
write_entries (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);

      write_entry (words, entry);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The first day on which something refused is possible. */
static char *
write_from (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);

      if (yc_plan_entry_get_from (entry) != NULL)
        return g_strdup (yc_plan_entry_get_from (entry));
    }
  return g_strdup ("");
}

static char *
write_materials (YcPlan *plan)
{
  GListModel *materials = yc_plan_get_materials (plan);
  JsonArray *titles = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), titles);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcPlanMaterial) material = g_list_model_get_item (materials, i);

      json_array_add_string_element (titles, yc_plan_material_get_title (material));
    }
  json_array_unref (titles);
  return yc_json_write (node);
}

static gboolean
check (JsonObject *wanted,
       const char *member,
       const char *found)
{
  JsonNode *node = yc_json_get_member (wanted, member);
  g_autofree char *text = NULL;

  if (node == NULL)
    return TRUE;
  text = JSON_NODE_HOLDS_VALUE (node) ? json_node_dup_string (node) : yc_json_write (node);
  if (g_str_equal (text, found))
    return TRUE;
  g_test_message ("%s: %s", yc_json_get_string (wanted, "name", ""), found);
  return FALSE;
}

static gboolean
check_plan (YcCatalog  *catalog,
            JsonObject *wanted)
{
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autofree char *entries = NULL;
  g_autofree char *materials = NULL;
  g_autofree char *from = NULL;

  yc_catalog_set_place (catalog, yc_json_get_string (wanted, "place", NULL));
  yc_plan_set_known (plan, yc_json_get_object (wanted, "known"), NULL, NULL);
  start_lists (plan, catalog, wanted);
  answer_all (plan, yc_json_get_object (wanted, "answers"));
  entries = write_entries (plan);
  materials = write_materials (plan);
  from = write_from (plan);
  return check (wanted, "plan", entries) && check (wanted, "materials", materials) &&
         check (wanted, "from", from);
}

static void
test_plans (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_demo_load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) table = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) wrong = g_string_new (NULL);
  JsonArray *plans;

  g_file_get_contents (YC_TEST_DATA "/sample-plans.json", &text, NULL, &error);
  g_assert_no_error (error);
  table = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  plans = json_node_get_array (table);
  for (guint i = 0; i < json_array_get_length (plans); i++)
    {
      JsonObject *wanted = json_array_get_object_element (plans, i);

      if (!check_plan (catalog, wanted))
        g_string_append_printf (wrong, "%s ", yc_json_get_string (wanted, "name", ""));
    }
  g_assert_cmpstr (wrong->str, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/plans", test_plans);

  return g_test_run ();
}
