/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the lists that were started, the answers and the items that were chosen. */
#include "yc-plan-private.h"

#include "yc-json.h"
#include "yc-logic.h"

static gboolean
test_rule (JsonNode   *rule,
           JsonObject *answers)
{
  g_autoptr (JsonNode) data = yc_json_object_node (json_object_ref (answers));

  return yc_logic_test (rule, data, NULL);
}

static YcPlanEntry *
find_entry (GPtrArray  *entries,
            const char *code,
            const char *nothing)
{
  for (guint i = 0; i < entries->len; i++)
    if (yc_plan_entry_is_for (entries->pdata[i], code, nothing))
      return entries->pdata[i];
  return NULL;
}

/* Finds or makes the entry; NULL when the catalog has no such item. */
static YcPlanEntry *
ensure_entry (YcCatalog  *catalog,
              GPtrArray  *entries,
              const char *code,
              const char *nothing)
{
  YcPlanEntry *entry = find_entry (entries, code, nothing);
  YcItem *item = yc_catalog_get_item (catalog, code);

  if (entry != NULL || (code != NULL && item == NULL))
    return entry;
  entry = yc_plan_entry_new (item, nothing, yc_catalog_get_replacement (catalog, nothing));
  g_ptr_array_add (entries, entry);
  return entry;
}

static void
add_outcomes (YcCatalog      *catalog,
              YcQuestionList *list,
              JsonObject     *answers,
              GPtrArray      *entries)
{
  JsonArray *outcomes = yc_question_list_get_outcomes (list);

  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = json_array_get_object_element (outcomes, i);
      YcPlanEntry *entry = NULL;

      if (test_rule (yc_json_get_member (outcome, "when"), answers))
        entry = ensure_entry (catalog, entries, yc_json_get_string (outcome, "item", NULL),
                              yc_json_get_string (outcome, "nothing", NULL));
      if (entry != NULL)
        yc_plan_entry_add_outcome (entry, yc_question_list_get_id (list), outcome);
    }
}

/* Goes through the questions as the clerk does: each one sees the answers before it. */
static gboolean
ask_questions (YcQuestionList *list,
               JsonObject     *known,
               JsonObject     *answers,
               GPtrArray      *asked)
{
  GListModel *questions = yc_question_list_get_questions (list);
  gboolean complete = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);
      JsonNode *answer = yc_json_get_member (known, yc_question_get_id (question));

      if (!test_rule (yc_question_get_when (question), answers))
        continue;
      g_ptr_array_add (asked, g_object_ref (question));
      if (answer != NULL && yc_question_check_answer (question, answer, NULL))
        json_object_set_member (answers, yc_question_get_id (question), json_node_ref (answer));
      else
        complete = FALSE;
    }
  return complete;
}

static void
work_out_list (YcPlanOutlook  *outlook,
               YcCatalog      *catalog,
               YcQuestionList *list,
               JsonObject     *known)
{
  g_autoptr (JsonObject) answers = json_object_new ();

  if (ask_questions (list, known, answers, outlook->questions))
    add_outcomes (catalog, list, answers, outlook->entries);
  else
    outlook->complete = FALSE;
  json_object_set_object_member (outlook->answers, yc_question_list_get_id (list),
                                 g_steal_pointer (&answers));
}

static int
compare_needed (gconstpointer a,
                gconstpointer b)
{
  YcPlanEntry *entry_a = *(YcPlanEntry *const *) a, *entry_b = *(YcPlanEntry *const *) b;

  return yc_plan_entry_get_needed (entry_b) - yc_plan_entry_get_needed (entry_a);
}

/* Two items may by mistake call different documents by one id: the name must be the same too, lest
 * the citizen brings one and lacks the other.
 */
static gboolean
is_material (YcPlanMaterial *known,
             YcMaterial     *material)
{
  return g_str_equal (yc_plan_material_get_id (known), yc_material_get_id (material)) &&
         g_str_equal (yc_plan_material_get_title (known), yc_material_get_title (material));
}

static void
add_material (GPtrArray  *materials,
              YcMaterial *material,
              YcItem     *item)
{
  YcPlanMaterial *found = NULL;

  for (guint i = 0; i < materials->len && found == NULL; i++)
    if (is_material (materials->pdata[i], material))
      found = materials->pdata[i];
  if (found == NULL)
    {
      found = yc_plan_material_new (material);
      g_ptr_array_add (materials, found);
    }
  yc_plan_material_add (found, material, item);
}

static void
add_materials (GPtrArray   *materials,
               YcPlanEntry *entry)
{
  YcItem *item = yc_plan_entry_get_item (entry);
  GListModel *needed = item != NULL ? yc_item_get_materials (item) : NULL;

  for (guint i = 0; needed != NULL && i < g_list_model_get_n_items (needed); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (needed, i);

      add_material (materials, material, item);
    }
}

void
yc_plan_outlook_init (YcPlanOutlook *outlook,
                      YcCatalog     *catalog,
                      GListModel    *lists,
                      JsonObject    *known,
                      GPtrArray     *codes)
{
  outlook->answers = json_object_new ();
  outlook->questions = g_ptr_array_new_with_free_func (g_object_unref);
  outlook->entries = g_ptr_array_new_with_free_func (g_object_unref);
  outlook->materials = g_ptr_array_new_with_free_func (g_object_unref);
  outlook->complete = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (lists); i++)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (lists, i);

      work_out_list (outlook, catalog, list,
                     yc_json_get_object (known, yc_question_list_get_id (list)));
    }
  for (guint i = 0; i < codes->len; i++)
    ensure_entry (catalog, outlook->entries, codes->pdata[i], NULL);
  g_ptr_array_sort (outlook->entries, compare_needed);
  for (guint i = 0; i < outlook->entries->len; i++)
    add_materials (outlook->materials, outlook->entries->pdata[i]);
}

void
yc_plan_outlook_clear (YcPlanOutlook *outlook)
{
  g_clear_pointer (&outlook->answers, json_object_unref);
  g_clear_pointer (&outlook->questions, g_ptr_array_unref);
  g_clear_pointer (&outlook->entries, g_ptr_array_unref);
  g_clear_pointer (&outlook->materials, g_ptr_array_unref);
}
