/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the lists that were started, the answers and the items that were chosen. */
#include "yc-plan-private.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-licence-kind.h"

/* What is worked out, on the way. */
typedef struct
{
  YcPlanInput   *input;
  YcPlanOutlook *outlook;
  JsonNode      *facts;     /* {"facts": {…}} */
  GHashTable    *asked;     /* the facts that were asked for: nobody is asked twice */
  GQueue        *waiting;   /* lists to come, in order */
  GHashTable    *entries;   /* by kind and id */
} Work;

static gboolean
holds (Work     *work,
       JsonNode *rule,
       JsonNode *data)
{
  return yc_plan_rules_test (work->input->rules, rule, data);
}

static char *
make_key (YcOutcomeKind  kind,
          const char    *id)
{
  return g_strdup_printf ("%d %s", kind, id);
}

/* Finds or makes the entry; NULL when the catalog has no such item. */
static YcPlanEntry *
ensure_entry (Work          *work,
              YcOutcomeKind  kind,
              const char    *id)
{
  g_autofree char *key = make_key (kind, id);
  YcPlanEntry *entry = g_hash_table_lookup (work->entries, key);
  YcCatalog *catalog = work->input->catalog;
  gboolean nothing = kind == YC_OUTCOME_NOTHING;
  YcItem *item = nothing ? NULL : yc_catalog_get_item (catalog, id);

  if (entry != NULL || (!nothing && item == NULL))
    return entry;
  entry = yc_plan_entry_new (kind, id, item,
                             nothing ? yc_catalog_get_replacement (catalog, id) : NULL);
  g_ptr_array_add (work->outlook->entries, entry);
  g_hash_table_insert (work->entries, g_steal_pointer (&key), entry);
  return entry;
}

/* The day that a refusal names, or works out of what is known. */
static char *
dup_from (Work       *work,
          JsonObject *outcome,
          JsonNode   *data)
{
  JsonNode *rule = yc_json_get_member (outcome, "from");
  JsonNode *result = rule != NULL ? yc_plan_rules_apply (work->input->rules, rule, data) : NULL;
  const char *day = result != NULL ? yc_json_node_get_string (result) : NULL;

  return yc_day_is_valid (day) ? g_strdup (day) : NULL;
}

static void
add_outcome (Work       *work,
             const char *list_id,
             JsonObject *outcome,
             JsonNode   *data)
{
  const char *id = NULL;
  YcOutcomeKind kind = yc_question_outcome_get_kind (outcome, &id);
  YcPlanEntry *entry = ensure_entry (work, kind, id);
  g_autofree char *from = yc_outcome_kind_is_refusal (kind) ? dup_from (work, outcome, data) : NULL;

  if (entry == NULL)
    return;
  yc_plan_entry_add_outcome (entry, list_id, outcome);
  yc_plan_entry_set_from (entry, from);
}

static void
add_outcomes (Work           *work,
              YcQuestionList *list,
              JsonNode       *data)
{
  JsonArray *outcomes = yc_question_list_get_outcomes (list);

  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = json_array_get_object_element (outcomes, i);

      if (holds (work, yc_json_get_member (outcome, "when"), data))
        add_outcome (work, yc_question_list_get_id (list), outcome, data);
    }
}

/* What one list gives, another one need not refuse; and what is only too early, is not out of reach. */
static gboolean
is_given_otherwise (Work        *work,
                    YcPlanEntry *entry)
{
  YcOutcomeKind kind = yc_plan_entry_get_kind (entry);
  g_autofree char *given = make_key (YC_OUTCOME_ITEM, yc_plan_entry_get_id (entry));
  g_autofree char *later = make_key (YC_OUTCOME_NOT_YET, yc_plan_entry_get_id (entry));

  return yc_outcome_kind_is_refusal (kind) &&
         (g_hash_table_contains (work->entries, given) ||
          (kind == YC_OUTCOME_UNQUALIFIED && g_hash_table_contains (work->entries, later)));
}

static void
drop_refusals (Work *work)
{
  GPtrArray *entries = work->outlook->entries;

  for (guint i = entries->len; i > 0; i--)
    if (is_given_otherwise (work, entries->pdata[i - 1]))
      g_ptr_array_remove_index (entries, i - 1);
}

/* What another list asks for already is not asked again; an answer of its own was asked for. */
static gboolean
is_asked_elsewhere (Work       *work,
                    YcQuestion *question,
                    JsonNode   *answer)
{
  const char *fact = yc_question_get_fact (question);
  YcQuestion *first = fact != NULL ? g_hash_table_lookup (work->asked, fact) : NULL;

  if (fact == NULL)
    return FALSE;
  if (first == NULL)
    g_hash_table_insert (work->asked, (gpointer) fact, question);
  return first != NULL &&
         (answer == NULL) == (yc_plan_input_find_answer (work->input, first) == NULL);
}

static gboolean
ask (Work       *work,
     YcQuestion *question,
     JsonObject *answers,
     JsonNode   *data)
{
  JsonNode *answer = yc_plan_input_find_answer (work->input, question);

  if (!is_asked_elsewhere (work, question, answer))
    g_ptr_array_add (work->outlook->questions, g_object_ref (question));
  if (answer == NULL)
    return FALSE;
  json_object_set_member (answers, yc_question_get_id (question), json_node_ref (answer));
  json_object_set_member (json_node_get_object (data), yc_question_get_id (question),
                          json_node_ref (answer));
  return TRUE;
}

/* Goes through the questions as the clerk does: each one sees the answers before it. */
static gboolean
ask_questions (Work           *work,
               YcQuestionList *list,
               JsonObject     *answers,
               JsonNode       *data)
{
  GListModel *questions = yc_question_list_get_questions (list);
  gboolean complete = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      if (holds (work, yc_question_get_when (question), data))
        complete &= ask (work, question, answers, data);
    }
  return complete;
}

/* Asked behind the list that includes them, as if they had been started. */
static void
add_includes (Work           *work,
              YcQuestionList *list,
              JsonNode       *data)
{
  JsonArray *includes = yc_question_list_get_includes (list);

  for (guint i = includes != NULL ? json_array_get_length (includes) : 0; i > 0; i--)
    {
      JsonObject *include = json_array_get_object_element (includes, i - 1);
      YcQuestionList *other =
        yc_catalog_get_list (work->input->catalog, yc_json_get_string (include, "list", NULL));

      if (other != NULL && holds (work, yc_json_get_member (include, "when"), data))
        g_queue_push_head (work->waiting, g_object_ref (other));
    }
}

static gboolean
is_worked_out (Work           *work,
               YcQuestionList *list)
{
  return json_object_has_member (work->outlook->answers, yc_question_list_get_id (list));
}

/* The data of a list's rules: its answers by the questions' ids, and "facts". */
static JsonNode *
make_data (Work *work)
{
  JsonNode *facts = yc_json_get_member (json_node_get_object (work->facts), "facts");
  JsonObject *data = json_object_new ();

  json_object_set_member (data, "facts", json_node_ref (facts));
  return yc_json_object_node (data);
}

static void
work_out_list (Work           *work,
               YcQuestionList *list)
{
  g_autoptr (JsonNode) data = NULL;
  JsonObject *answers;

  if (is_worked_out (work, list))
    return;
  answers = json_object_new ();
  g_list_store_append (work->outlook->lists, list);
  data = make_data (work);
  json_object_set_object_member (work->outlook->answers, yc_question_list_get_id (list), answers);
  if (ask_questions (work, list, answers, data))
    {
      add_outcomes (work, list, data);
      add_includes (work, list, data);
    }
  else
    {
      work->outlook->complete = FALSE;
    }
}

static void
add_material (GPtrArray  *materials,
              GHashTable *known,
              YcMaterial *material,
              YcItem     *item)
{
  g_autofree char *key = yc_plan_material_make_key (material);
  YcPlanMaterial *found = g_hash_table_lookup (known, key);

  if (found == NULL)
    {
      found = yc_plan_material_new (material);
      g_ptr_array_add (materials, found);
      g_hash_table_insert (known, (gpointer) yc_plan_material_get_key (found), found);
    }
  yc_plan_material_add (found, material, item);
}

static void
add_materials (GPtrArray   *materials,
               GHashTable  *known,
               YcPlanEntry *entry)
{
  GListModel *needed = yc_plan_entry_get_materials (entry);

  for (guint i = 0; i < g_list_model_get_n_items (needed); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (needed, i);

      add_material (materials, known, material, yc_plan_entry_get_item (entry));
    }
}

/* By what comes out, the code of the first item out of which it comes. */
static GHashTable *
list_makers (GPtrArray *entries)
{
  GHashTable *makers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      YcItem *item = yc_plan_entry_get_item (entries->pdata[i]);
      const char *result = item != NULL ? yc_item_get_result (item) : NULL;

      if (result != NULL && !g_hash_table_contains (makers, result))
        g_hash_table_insert (makers, (gpointer) result, (gpointer) yc_item_get_code (item));
    }
  return makers;
}

static void
tell_sources (Work *work)
{
  GPtrArray *materials = work->outlook->materials;
  g_autoptr (GHashTable) makers = list_makers (work->outlook->entries);

  for (guint i = 0; i < materials->len; i++)
    {
      YcMaterial *material = yc_plan_material_get_material (materials->pdata[i]);
      const char *kind = yc_material_get_licence (material);
      g_autofree char *licence = kind != NULL ? yc_licence_kind_normalise (kind) : NULL;
      const char *result = yc_material_get_result (material);

      yc_plan_material_set_from (materials->pdata[i],
                                 result != NULL ? g_hash_table_lookup (makers, result) : NULL);
      yc_plan_material_set_held (
        materials->pdata[i],
        licence != NULL ? yc_json_get_member (work->input->store, licence) : NULL,
        yc_plan_rules_get_today (work->input->rules));
    }
}

static void
work_out_lists (Work *work)
{
  GListModel *lists = work->input->lists;

  for (guint i = 0; i < g_list_model_get_n_items (lists); i++)
    g_queue_push_tail (work->waiting, g_list_model_get_item (lists, i));
  while (!g_queue_is_empty (work->waiting))
    {
      g_autoptr (YcQuestionList) list = g_queue_pop_head (work->waiting);

      work_out_list (work, list);
    }
}

static gboolean
holds_for_all (JsonNode *rule,
               gpointer  user_data)
{
  Work *work = user_data;

  return holds (work, rule, work->facts);
}

static void
work_out (Work *work)
{
  YcPlanInput *input = work->input;
  YcPlanOutlook *outlook = work->outlook;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  work_out_lists (work);
  drop_refusals (work);
  for (guint i = 0; i < input->codes->len; i++)
    ensure_entry (work, YC_OUTCOME_ITEM, input->codes->pdata[i]);
  for (guint i = 0; i < outlook->entries->len; i++)
    yc_plan_entry_choose_materials (outlook->entries->pdata[i], holds_for_all, work);
  yc_plan_outlook_order (outlook);
  for (guint i = 0; i < outlook->entries->len; i++)
    add_materials (outlook->materials, known, outlook->entries->pdata[i]);
  tell_sources (work);
}

void
yc_plan_outlook_init (YcPlanOutlook *outlook,
                      YcPlanInput   *input)
{
  g_autoptr (JsonNode) facts = yc_plan_input_dup_facts (input);
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GQueue) waiting = g_queue_new ();
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Work work = { input, outlook, facts, asked, waiting, entries };

  *outlook = (YcPlanOutlook){ .complete = TRUE };
  outlook->lists = g_list_store_new (YC_TYPE_QUESTION_LIST);
  outlook->answers = json_object_new ();
  outlook->questions = g_ptr_array_new_with_free_func (g_object_unref);
  outlook->entries = g_ptr_array_new_with_free_func (g_object_unref);
  outlook->materials = g_ptr_array_new_with_free_func (g_object_unref);
  work_out (&work);
}

void
yc_plan_outlook_clear (YcPlanOutlook *outlook)
{
  g_clear_object (&outlook->lists);
  g_clear_pointer (&outlook->answers, json_object_unref);
  g_clear_pointer (&outlook->questions, g_ptr_array_unref);
  g_clear_pointer (&outlook->entries, g_ptr_array_unref);
  g_clear_pointer (&outlook->materials, g_ptr_array_unref);
}
