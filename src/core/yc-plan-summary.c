/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan says, in words. */
#include "yc-plan-summary.h"

#include "yc-json.h"

static void
set_lines (JsonObject        *object,
           const char        *name,
           const char *const *lines,
           const char *const *more)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    json_array_add_string_element (array, lines[i]);
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    if (lines == NULL || !g_strv_contains (lines, more[i]))
      json_array_add_string_element (array, more[i]);
  json_object_set_array_member (object, name, array);
}

static JsonObject *
describe_item (YcPlanEntry *entry)
{
  YcItem *item = yc_plan_entry_get_item (entry);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", yc_plan_entry_get_number (entry));
  yc_json_set_text (object, "code", yc_item_get_code (item));
  yc_json_set_text (object, "title", yc_plan_entry_get_title (entry));
  yc_json_set_text (object, "department", yc_item_get_department (item));
  yc_json_set_text (object, "reason", yc_plan_entry_get_reason (entry));
  set_lines (object, "conditions", yc_plan_entry_get_conditions (entry),
             yc_item_get_conditions (item));
  yc_json_set_text (object, "channel", yc_plan_entry_get_channel (entry));
  yc_json_set_text (object, "where", yc_plan_entry_get_where (entry));
  yc_json_set_text (object, "time", yc_item_get_time_limit (item));
  json_object_set_int_member (object, "fee", yc_item_get_fee (item));
  yc_json_set_text (object, "advice", yc_plan_entry_get_advice (entry));
  return object;
}

static JsonObject *
describe_nothing (YcPlanEntry *entry)
{
  YcReplacement *replacement = yc_plan_entry_get_replacement (entry);
  JsonObject *object = json_object_new ();

  yc_json_set_text (object, "title", yc_plan_entry_get_title (entry));
  yc_json_set_text (object, "reason", yc_plan_entry_get_reason (entry));
  if (replacement == NULL)
    return object;
  yc_json_set_text (object, "id", yc_replacement_get_id (replacement));
  yc_json_set_text (object, "way", yc_json_get_string (yc_replacement_get_json (replacement), "way", NULL));
  yc_json_set_text (object, "explanation", yc_replacement_get_explanation (replacement));
  yc_json_set_text (object, "instead", yc_replacement_get_what_instead (replacement));
  yc_json_set_text (object, "declaration", yc_replacement_get_declaration (replacement));
  return object;
}

static JsonObject *
describe_refusal (YcPlanEntry *entry)
{
  JsonObject *object = json_object_new ();

  yc_json_set_text (object, "kind", yc_outcome_kind_get_word (yc_plan_entry_get_kind (entry)));
  yc_json_set_text (object, "code", yc_item_get_code (yc_plan_entry_get_refused_item (entry)));
  yc_json_set_text (object, "title", yc_plan_entry_get_title (entry));
  yc_json_set_text (object, "reason", yc_plan_entry_get_reason (entry));
  yc_json_set_text (object, "change", yc_plan_entry_get_change (entry));
  yc_json_set_text (object, "from", yc_plan_entry_get_from (entry));
  yc_json_set_text (object, "ask", yc_plan_entry_get_ask (entry));
  yc_json_set_text (object, "instead", yc_plan_entry_get_instead (entry));
  yc_json_set_text (object, "advice", yc_plan_entry_get_advice (entry));
  return object;
}

/* Which items come before which: those whose results they ask for. */
static void
number_after (YcPlan     *plan,
              JsonArray  *items,
              GHashTable *numbers)
{
  GListModel *entries = yc_plan_get_entries (plan);

  for (guint i = 0, n = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      const char *const *codes = yc_plan_entry_get_after (entry);
      JsonArray *after = json_array_new ();

      for (guint j = 0; codes != NULL && codes[j] != NULL; j++)
        if (g_hash_table_contains (numbers, codes[j]))
          json_array_add_int_element (
            after, GPOINTER_TO_UINT (g_hash_table_lookup (numbers, codes[j])));
      if (yc_plan_entry_get_item (entry) != NULL)
        json_object_set_array_member (json_array_get_object_element (items, n++), "after",
                                      json_array_ref (after));
      json_array_unref (after);
    }
}

/* @numbers gets the items' numbers by their codes. */
static void
describe_entries (YcPlan     *plan,
                  JsonObject *summary,
                  GHashTable *numbers)
{
  GListModel *entries = yc_plan_get_entries (plan);
  JsonArray *items = json_array_new (), *nothing = json_array_new (), *refused = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);

      if (yc_plan_entry_get_kind (entry) == YC_OUTCOME_NOTHING)
        json_array_add_object_element (nothing, describe_nothing (entry));
      else if (item == NULL)
        json_array_add_object_element (refused, describe_refusal (entry));
      if (item == NULL)
        continue;
      g_hash_table_insert (numbers, (gpointer) yc_item_get_code (item),
                           GUINT_TO_POINTER (yc_plan_entry_get_number (entry)));
      json_array_add_object_element (items, describe_item (entry));
    }
  number_after (plan, items, numbers);
  json_object_set_array_member (summary, "items", items);
  json_object_set_array_member (summary, "nothing", nothing);
  json_object_set_array_member (summary, "refused", refused);
}

static JsonArray *
number_items (GListModel *items,
              GHashTable *numbers)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (YcItem) item = g_list_model_get_item (items, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, yc_item_get_code (item)));

      if (number > 0)
        json_array_add_int_element (array, number);
    }
  return array;
}

static void
set_number (JsonObject *object,
            const char *name,
            const char *code,
            GHashTable *numbers)
{
  guint number = code != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, code)) : 0;

  if (number > 0)
    json_object_set_int_member (object, name, number);
}

static JsonObject *
describe_material (YcPlanMaterial *of_plan,
                   GHashTable     *numbers)
{
  YcMaterial *material = yc_plan_material_get_material (of_plan);
  JsonObject *object = json_object_new ();

  yc_json_set_text (object, "id", yc_plan_material_get_id (of_plan));
  yc_json_set_text (object, "title", yc_plan_material_get_title (of_plan));
  json_object_set_array_member (object, "items",
                                number_items (yc_plan_material_get_items (of_plan), numbers));
  json_object_set_boolean_member (object, "original", yc_plan_material_get_original (of_plan));
  json_object_set_int_member (object, "copies", yc_plan_material_get_copies (of_plan));
  yc_json_set_text (object, "note", yc_plan_material_get_note (of_plan));
  yc_json_set_text (object, "condition", yc_material_get_condition (material));
  yc_json_set_text (object, "in_store", yc_plan_material_get_in_store (of_plan));
  yc_json_set_text (object, "expired", yc_plan_material_get_expired (of_plan));
  yc_json_set_text (object, "valid_until", yc_plan_material_get_valid_until (of_plan));
  set_number (object, "from", yc_plan_material_get_from (of_plan), numbers);
  json_object_set_int_member (object, "tolerant_days", yc_material_get_tolerant_days (material));
  return object;
}

static void
describe_materials (YcPlan     *plan,
                    JsonObject *summary,
                    GHashTable *numbers)
{
  GListModel *materials = yc_plan_get_materials (plan);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcPlanMaterial) material = g_list_model_get_item (materials, i);

      json_array_add_object_element (array, describe_material (material, numbers));
    }
  json_object_set_array_member (summary, "materials", array);
}

/* (nullable): the title of a list that was started */
static char *
dup_list_title (YcPlan     *plan,
                const char *id)
{
  GListModel *lists = yc_plan_get_lists (plan);

  for (guint i = 0; i < g_list_model_get_n_items (lists); i++)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (lists, i);

      if (g_strcmp0 (yc_question_list_get_id (list), id) == 0)
        return g_strdup (yc_question_list_get_title (list));
    }
  return NULL;
}

static JsonObject *
describe_answer (YcPlan     *plan,
                 YcQuestion *question)
{
  JsonNode *answer = yc_plan_get_answer (plan, yc_question_get_key (question));
  g_autofree char *list = dup_list_title (plan, yc_question_get_list_id (question));
  g_autofree char *words = answer != NULL ? yc_plan_dup_answer_text (plan, question) : NULL;
  JsonNode *said = yc_question_describe_answer (question, answer);
  JsonObject *object = json_object_new ();

  if (said != NULL)
    json_object_set_member (object, "said", said);
  yc_json_set_text (object, "list", list);
  yc_json_set_text (object, "question", yc_question_get_title (question));
  yc_json_set_text (object, "answer", words);
  return object;
}

static void
describe_answers (YcPlan     *plan,
                  JsonObject *summary)
{
  GListModel *questions = yc_plan_get_questions (plan);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      json_array_add_object_element (array, describe_answer (plan, question));
    }
  json_object_set_array_member (summary, "answers", array);
}

JsonObject *
yc_plan_summarize (YcPlan *plan)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *summary = json_object_new ();

  g_return_val_if_fail (YC_IS_PLAN (plan), summary);

  json_object_set_int_member (summary, "fee", yc_plan_get_fee (plan));
  json_object_set_int_member (summary, "minutes", yc_plan_get_minutes (plan));
  json_object_set_int_member (summary, "days", yc_plan_get_days (plan));
  describe_entries (plan, summary, numbers);
  describe_materials (plan, summary, numbers);
  describe_answers (plan, summary);
  return summary;
}
