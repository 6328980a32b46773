/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided in a conversation: the lists that were started, the items chosen directly, and the
 * answers. Answers stay while their question is not asked.
 */
#include "yc-plan-private.h"

#include "yc-core-error.h"
#include "yc-json.h"

/* More than any conversation brings up. */
#define MAX_FACTS 1000

static guint
count_lists (YcPlanDecisions *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lists));
}

/* The store keeps it alive. */
static YcQuestionList *
nth_list (YcPlanDecisions *self,
          guint            position)
{
  g_autoptr (YcQuestionList) list = g_list_model_get_item (G_LIST_MODEL (self->lists), position);

  return list;
}

void
yc_plan_decisions_init (YcPlanDecisions *self,
                        YcCatalog       *catalog)
{
  self->catalog = g_object_ref (catalog);
  self->lists = g_list_store_new (YC_TYPE_QUESTION_LIST);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->own = json_object_new ();
  self->told = json_object_new ();
}

void
yc_plan_decisions_clear (YcPlanDecisions *self)
{
  g_clear_object (&self->catalog);
  g_clear_object (&self->lists);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->own, json_object_unref);
  g_clear_pointer (&self->told, json_object_unref);
}

static gboolean
find_list (YcPlanDecisions *self,
           const char      *id,
           guint           *position)
{
  for (*position = 0; *position < count_lists (self); (*position)++)
    if (g_str_equal (yc_question_list_get_id (nth_list (self, *position)), id))
      return TRUE;
  return FALSE;
}

gboolean
yc_plan_decisions_start (YcPlanDecisions *self,
                         YcQuestionList  *list)
{
  guint position;

  if (find_list (self, yc_question_list_get_id (list), &position))
    return FALSE;
  g_list_store_append (self->lists, list);
  return TRUE;
}

gboolean
yc_plan_decisions_stop (YcPlanDecisions *self,
                        const char      *list_id)
{
  guint position;

  if (!find_list (self, list_id, &position))
    return FALSE;
  if (json_object_has_member (self->own, list_id))
    json_object_remove_member (self->own, list_id);
  g_list_store_remove (self->lists, position);
  return TRUE;
}

void
yc_plan_decisions_renew_lists (YcPlanDecisions *self)
{
  for (guint i = 0; i < count_lists (self); i++)
    {
      YcQuestionList *old = nth_list (self, i);
      gpointer new = yc_catalog_get_list (self->catalog, yc_question_list_get_id (old));

      if (new != NULL && new != old)
        g_list_store_splice (self->lists, i, 1, &new, 1);
    }
}

static gboolean
has_item (YcPlanDecisions *self,
          const char      *code)
{
  return g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, NULL);
}

gboolean
yc_plan_decisions_add_item (YcPlanDecisions *self,
                            const char      *code)
{
  if (yc_catalog_get_item (self->catalog, code) == NULL || has_item (self, code))
    return FALSE;
  g_ptr_array_add (self->codes, g_strdup (code));
  return TRUE;
}

gboolean
yc_plan_decisions_remove_item (YcPlanDecisions *self,
                               const char      *code)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &position))
    return FALSE;
  g_ptr_array_remove_index (self->codes, position);
  return TRUE;
}

static void
remember (YcPlanDecisions *self,
          YcQuestion      *question,
          JsonNode        *answer)
{
  const char *list_id = yc_question_get_list_id (question);
  JsonObject *answers = yc_json_get_object (self->own, list_id);

  if (answers == NULL)
    {
      answers = json_object_new ();
      json_object_set_object_member (self->own, list_id, answers);
    }
  json_object_set_member (answers, yc_question_get_id (question), yc_json_copy (answer));
}

void
yc_plan_decisions_answer (YcPlanDecisions *self,
                          YcQuestion      *question,
                          JsonNode        *answer,
                          gboolean         shared)
{
  yc_plan_decisions_unanswer (self, question);
  if (shared)
    json_object_set_member (self->told, yc_question_get_fact (question), yc_json_copy (answer));
  else
    remember (self, question, answer);
}

gboolean
yc_plan_decisions_unanswer (YcPlanDecisions *self,
                            YcQuestion      *question)
{
  JsonObject *answers = yc_json_get_object (self->own, yc_question_get_list_id (question));
  const char *fact = yc_question_get_fact (question);
  gboolean own = yc_json_get_member (answers, yc_question_get_id (question)) != NULL;
  gboolean told = fact != NULL && json_object_has_member (self->told, fact);

  if (own)
    json_object_remove_member (answers, yc_question_get_id (question));
  if (told)
    json_object_remove_member (self->told, fact);
  return own || told;
}

gboolean
yc_plan_decisions_has_answer (YcPlanDecisions *self,
                              YcQuestion      *question)
{
  JsonObject *own = yc_json_get_object (self->own, yc_question_get_list_id (question));
  const char *fact = yc_question_get_fact (question);

  return (fact != NULL && json_object_has_member (self->told, fact)) ||
         yc_json_get_member (own, yc_question_get_id (question)) != NULL;
}

/* Answers are replaced, never changed: they can be shared. */
static JsonObject *
copy_members (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (copy, name, json_node_ref (value));
  return copy;
}

static JsonObject *
copy_own (YcPlanDecisions *self)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, self->own);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    json_object_set_object_member (copy, name,
                                   copy_members (yc_json_get_object (self->own, name)));
  return copy;
}

JsonNode *
yc_plan_decisions_to_json (YcPlanDecisions *self)
{
  g_autoptr (JsonObject) json = json_object_new ();
  JsonArray *lists = json_array_new (), *items = json_array_new ();

  for (guint i = 0; i < count_lists (self); i++)
    json_array_add_string_element (lists, yc_question_list_get_id (nth_list (self, i)));
  for (guint i = 0; i < self->codes->len; i++)
    json_array_add_string_element (items, self->codes->pdata[i]);
  json_object_set_array_member (json, "lists", lists);
  json_object_set_array_member (json, "items", items);
  json_object_set_object_member (json, "answers", copy_own (self));
  json_object_set_object_member (json, "facts", copy_members (self->told));
  return yc_json_object_node (g_steal_pointer (&json));
}

static void
load_list (YcPlanDecisions *self,
           const char      *id)
{
  YcQuestionList *list = yc_catalog_get_list (self->catalog, id);

  if (list != NULL)
    yc_plan_decisions_start (self, list);
}

/* Also of lists that others include. */
static void
load_answers (YcPlanDecisions *self,
              const char      *list_id,
              JsonObject      *answers)
{
  YcQuestionList *list = yc_catalog_get_list (self->catalog, list_id);
  GListModel *questions = list != NULL ? yc_question_list_get_questions (list) : NULL;

  for (guint i = 0; questions != NULL && i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);
      JsonNode *answer = yc_json_get_member (answers, yc_question_get_id (question));

      if (answer != NULL && yc_question_check_answer (question, answer, NULL))
        remember (self, question, answer);
    }
}

/* The shapes that answers have; whether it fits its questions is looked at when they are asked. */
static void
load_fact (YcPlanDecisions *self,
           const char      *name,
           JsonNode        *value)
{
  if ((JSON_NODE_HOLDS_VALUE (value) || JSON_NODE_HOLDS_ARRAY (value)) &&
      json_object_get_size (self->told) < MAX_FACTS)
    json_object_set_member (self->told, name, yc_json_copy (value));
}

static void
forget_all (YcPlanDecisions *self)
{
  g_list_store_remove_all (self->lists);
  g_ptr_array_set_size (self->codes, 0);
  g_clear_pointer (&self->own, json_object_unref);
  g_clear_pointer (&self->told, json_object_unref);
  self->own = json_object_new ();
  self->told = json_object_new ();
}

gboolean
yc_plan_decisions_load_json (YcPlanDecisions  *self,
                             JsonNode         *json,
                             GError          **error)
{
  JsonObject *object = yc_json_node_get_object (json);
  g_auto (GStrv) lists = yc_json_dup_strv (object, "lists");
  g_auto (GStrv) items = yc_json_dup_strv (object, "items");
  JsonObject *answers = yc_json_get_object (object, "answers");
  JsonObject *facts = yc_json_get_object (object, "facts");
  g_autoptr (GList) lists_answered = answers != NULL ? json_object_get_members (answers) : NULL;
  g_autoptr (GList) names = facts != NULL ? json_object_get_members (facts) : NULL;

  if (yc_json_get_array (object, "lists") == NULL || yc_json_get_array (object, "items") == NULL)
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_FAILED, "The plan is damaged");
      return FALSE;
    }

  forget_all (self);
  for (guint i = 0; lists[i] != NULL; i++)
    load_list (self, lists[i]);
  for (guint i = 0; items[i] != NULL; i++)
    yc_plan_decisions_add_item (self, items[i]);
  for (GList *l = lists_answered; l != NULL; l = l->next)
    load_answers (self, l->data, yc_json_get_object (answers, l->data));
  for (GList *l = names; l != NULL; l = l->next)
    load_fact (self, l->data, json_object_get_member (facts, l->data));
  return TRUE;
}
