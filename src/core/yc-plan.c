/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan: what one visit needs, found by answering question lists and by choosing items. */
#include "yc-plan.h"
#include "yc-day.h"
#include "yc-plan-private.h"

#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-licence-kind.h"
#include "yc-property-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than any conversation brings up. */
#define MAX_FACTS 1000

struct _YcPlan
{
  GObject     parent_instance;

  YcCatalog  *catalog;

  /* What was decided. Answers stay while their question is not asked. */
  GListStore *lists;
  GPtrArray  *codes;
  JsonObject *own;
  JsonObject *told;

  /* What is known without asking, and from where. */
  JsonObject *known;
  JsonObject *sources;
  JsonObject *store;

  /* What follows from it. */
  GListStore *asked_lists;
  JsonObject *answers;
  GListStore *questions;
  GListStore *entries;
  GListStore *materials;
  GListStore *changes;
  gboolean    complete;
  gint64      fee;
  guint       minutes;
  guint       days;

  /* As it was told last: what changes are told against. */
  GPtrArray  *entries_before;
  GPtrArray  *materials_before;
};

/* What makes a plan anew. */
typedef enum
{
  CAUSE_CLERK = 1,
  CAUSE_WORLD,
  CAUSE_LOADED,
} Cause;

typedef gboolean (*EqualFunc) (gpointer a,
                               gpointer b);

G_DEFINE_FINAL_TYPE (YcPlan, yc_plan, G_TYPE_OBJECT)

typedef enum
{
  PROP_ANSWERS = 1,
  PROP_QUESTIONS,
  PROP_LISTS,
  PROP_ENTRIES,
  PROP_MATERIALS,
  PROP_COMPLETE,
} YcPlanProperty;

static GParamSpec *properties[PROP_COMPLETE + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The model keeps the object alive. */
static gpointer
peek (gpointer model,
      guint    index)
{
  g_autoptr (GObject) object = g_list_model_get_item (model, index);

  return object;
}

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (model);
}

/* @lists: the store of those that were started, or of all that are asked */
static YcPlanInput
get_input (YcPlan     *self,
           GListStore *lists)
{
  return (YcPlanInput){ self->catalog, G_LIST_MODEL (lists), self->own,   self->told,
                        self->known,   self->store,          self->codes, NULL };
}

static gboolean
is_same (gpointer a,
         gpointer b)
{
  return a == b;
}

/* Changes only the middle of @store that differs, so that what is selected stays selected. */
static void
update_store (GListStore *store,
              GPtrArray  *next,
              EqualFunc   equal)
{
  guint before = count (store), after = next->len, head = 0, tail = 0;

  while (head < MIN (before, after) && equal (peek (store, head), next->pdata[head]))
    head++;
  while (tail < MIN (before, after) - head &&
         equal (peek (store, before - 1 - tail), next->pdata[after - 1 - tail]))
    tail++;
  if (head + tail < MAX (before, after))
    g_list_store_splice (store, head, before - head - tail, next->pdata + head,
                         after - head - tail);
}

static void
keep_for_changes (YcPlan        *self,
                  YcPlanOutlook *outlook)
{
  g_clear_pointer (&self->entries_before, g_ptr_array_unref);
  g_clear_pointer (&self->materials_before, g_ptr_array_unref);
  self->entries_before = g_ptr_array_ref (outlook->entries);
  self->materials_before = g_ptr_array_ref (outlook->materials);
}

/* While a question is open the plan is half a plan: what changed is told once it is whole again, and
 * stays until the clerk does the next thing.
 */
static void
tell_changes (YcPlan        *self,
              YcPlanOutlook *outlook,
              Cause          cause)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);

  if (outlook->complete && cause != CAUSE_LOADED && self->entries_before->len > 0)
    yc_plan_changes_find (self->entries_before, outlook->entries, self->materials_before,
                          outlook->materials, changes);
  if (outlook->complete || cause == CAUSE_LOADED)
    keep_for_changes (self, outlook);
  if (changes->len > 0 || cause != CAUSE_WORLD)
    g_list_store_splice (self->changes, 0, count (self->changes), changes->pdata, changes->len);
}

static void
take_outlook (YcPlan        *self,
              YcPlanOutlook *outlook)
{
  gboolean complete_changed = self->complete != outlook->complete;

  g_clear_pointer (&self->answers, json_object_unref);
  self->answers = g_steal_pointer (&outlook->answers);
  g_set_object (&self->asked_lists, outlook->lists);
  self->complete = outlook->complete;
  self->fee = outlook->fee;
  self->minutes = outlook->minutes;
  self->days = outlook->days;
  update_store (self->questions, outlook->questions, is_same);
  update_store (self->entries, outlook->entries, (EqualFunc) yc_plan_entry_equal);
  update_store (self->materials, outlook->materials, (EqualFunc) yc_plan_material_equal);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWERS]);
  if (complete_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
recompute (YcPlan *self,
           Cause   cause)
{
  YcPlanInput input = get_input (self, self->lists);
  g_autofree char *today = yc_day_dup_today ();
  YcPlanOutlook outlook;

  input.today = today;
  yc_plan_outlook_init (&outlook, &input);
  tell_changes (self, &outlook, cause);
  take_outlook (self, &outlook);
  yc_plan_outlook_clear (&outlook);
}

static gboolean
find_list (YcPlan     *self,
           const char *id,
           guint      *position)
{
  for (*position = 0; *position < count (self->lists); (*position)++)
    if (g_str_equal (yc_question_list_get_id (peek (self->lists, *position)), id))
      return TRUE;
  return FALSE;
}

/* Looks @name up by key or, when it has no slash, by id; NULL also when two lists have that id. */
static YcQuestion *
find_question (YcPlan     *self,
               const char *name)
{
  gboolean by_key = strchr (name, '/') != NULL;
  YcQuestion *found = NULL;

  for (guint i = 0; i < count (self->asked_lists); i++)
    {
      GListModel *questions = yc_question_list_get_questions (peek (self->asked_lists, i));

      for (guint j = 0; j < count (questions); j++)
        {
          YcQuestion *question = peek (questions, j);
          const char *own = by_key ? yc_question_get_key (question) : yc_question_get_id (question);

          if (!g_str_equal (own, name))
            continue;
          if (found != NULL)
            return NULL;
          found = question;
        }
    }
  return found;
}

static void
remember (YcPlan     *self,
          YcQuestion *question,
          JsonNode   *answer)
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

/* Returns whether there was anything to forget. */
static gboolean
forget (YcPlan     *self,
        YcQuestion *question)
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

/* What no list asks for any more was said for a need that is gone. */
static void
forget_facts (YcPlan *self)
{
  YcPlanInput input = get_input (self, self->asked_lists);
  g_autoptr (GList) facts = json_object_get_members (self->told);

  for (GList *l = facts; l != NULL; l = l->next)
    if (!yc_plan_input_asks (&input, l->data))
      json_object_remove_member (self->told, l->data);
}

/* Takes the newest telling of every started list that is still published. */
static void
renew_lists (YcPlan *self)
{
  for (guint i = 0; i < count (self->lists); i++)
    {
      YcQuestionList *old = peek (self->lists, i);
      gpointer new = yc_catalog_get_list (self->catalog, yc_question_list_get_id (old));

      if (new != NULL && new != old)
        g_list_store_splice (self->lists, i, 1, &new, 1);
    }
}

static void
on_catalog_changed_cb (YcPlan     *self,
                       const char *kind,
                       const char *id)
{
  if (yc_plan_is_empty (self) ||
      !g_strv_contains ((const char *const[]){ "item", "list", "replacement", "", NULL }, kind))
    return;
  renew_lists (self);
  recompute (self, CAUSE_WORLD);
}

static void
yc_plan_finalize (GObject *object)
{
  YcPlan *self = YC_PLAN (object);

  g_clear_object (&self->catalog);
  g_clear_object (&self->lists);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->own, json_object_unref);
  g_clear_pointer (&self->told, json_object_unref);
  g_clear_pointer (&self->known, json_object_unref);
  g_clear_pointer (&self->sources, json_object_unref);
  g_clear_pointer (&self->store, json_object_unref);
  g_clear_object (&self->asked_lists);
  g_clear_pointer (&self->answers, json_object_unref);
  g_clear_object (&self->questions);
  g_clear_object (&self->entries);
  g_clear_object (&self->materials);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->entries_before, g_ptr_array_unref);
  g_clear_pointer (&self->materials_before, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_plan_parent_class)->finalize (object);
}

static void
yc_plan_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YcPlan *self = YC_PLAN (object);

  switch ((YcPlanProperty) prop_id)
    {
    case PROP_ANSWERS:
      g_value_set_boxed (value, self->answers);
      break;
    case PROP_QUESTIONS:
      g_value_set_object (value, self->questions);
      break;
    case PROP_LISTS:
      g_value_set_object (value, self->lists);
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries);
      break;
    case PROP_MATERIALS:
      g_value_set_object (value, self->materials);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_plan_class_init (YcPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_plan_finalize;
  object_class->get_property = yc_plan_get_property;

  properties[PROP_ANSWERS] = yc_property_boxed ("answers", JSON_TYPE_OBJECT);
  properties[PROP_QUESTIONS] = yc_property_object ("questions", G_TYPE_LIST_MODEL);
  properties[PROP_LISTS] = yc_property_object ("lists", G_TYPE_LIST_MODEL);
  properties[PROP_ENTRIES] = yc_property_object ("entries", G_TYPE_LIST_MODEL);
  properties[PROP_MATERIALS] = yc_property_object ("materials", G_TYPE_LIST_MODEL);
  properties[PROP_COMPLETE] = yc_property_boolean ("complete");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * YcPlan::changed:
   * @self: the plan
   *
   * Answers, questions, entries or materials may have changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_plan_init (YcPlan *self)
{
  self->lists = g_list_store_new (YC_TYPE_QUESTION_LIST);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->own = json_object_new ();
  self->told = json_object_new ();
  self->known = json_object_new ();
  self->sources = json_object_new ();
  self->store = json_object_new ();
  self->asked_lists = g_list_store_new (YC_TYPE_QUESTION_LIST);
  self->answers = json_object_new ();
  self->changes = g_list_store_new (YC_TYPE_PLAN_CHANGE);
  self->entries_before = g_ptr_array_new_with_free_func (g_object_unref);
  self->materials_before = g_ptr_array_new_with_free_func (g_object_unref);
  self->questions = g_list_store_new (YC_TYPE_QUESTION);
  self->entries = g_list_store_new (YC_TYPE_PLAN_ENTRY);
  self->materials = g_list_store_new (YC_TYPE_PLAN_MATERIAL);
  self->complete = TRUE;
}

YcPlan *
yc_plan_new (YcCatalog *catalog)
{
  YcPlan *self;

  g_return_val_if_fail (YC_IS_CATALOG (catalog), NULL);

  self = g_object_new (YC_TYPE_PLAN, NULL);
  self->catalog = g_object_ref (catalog);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_catalog_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
yc_plan_start (YcPlan         *self,
               YcQuestionList *list)
{
  guint position;

  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);
  g_return_val_if_fail (YC_IS_QUESTION_LIST (list), FALSE);

  if (find_list (self, yc_question_list_get_id (list), &position))
    return FALSE;
  g_list_store_append (self->lists, list);
  recompute (self, CAUSE_CLERK);
  return TRUE;
}

void
yc_plan_stop (YcPlan     *self,
              const char *list_id)
{
  guint position;

  g_return_if_fail (YC_IS_PLAN (self));
  g_return_if_fail (list_id != NULL);

  if (!find_list (self, list_id, &position))
    return;
  if (json_object_has_member (self->own, list_id))
    json_object_remove_member (self->own, list_id);
  g_list_store_remove (self->lists, position);
  recompute (self, CAUSE_CLERK);
  forget_facts (self);
}

static JsonNode *
find_answer (YcPlan     *self,
             YcQuestion *question)
{
  JsonObject *answers = yc_json_get_object (self->answers, yc_question_get_list_id (question));

  return yc_json_get_member (answers, yc_question_get_id (question));
}

YcQuestion *
yc_plan_next_question (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  for (guint i = 0; i < count (self->questions); i++)
    {
      YcQuestion *question = peek (self->questions, i);

      if (find_answer (self, question) == NULL)
        return question;
    }
  return NULL;
}

GListModel *
yc_plan_get_questions (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->questions);
}

GListModel *
yc_plan_get_asked_lists (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->asked_lists);
}

GListModel *
yc_plan_get_lists (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->lists);
}

gboolean
yc_plan_answer (YcPlan      *self,
                const char  *key,
                JsonNode    *answer,
                GError     **error)
{
  YcQuestion *question;
  YcPlanInput input;

  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);
  g_return_val_if_fail (key != NULL && answer != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  question = find_question (self, key);
  if (question == NULL)
    {
      g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_QUESTION,
                   _("There is no question “%s”"), key);
      return FALSE;
    }
  if (!yc_question_check_answer (question, answer, error))
    return FALSE;

  input = get_input (self, self->asked_lists);
  forget (self, question);
  if (yc_plan_input_shares (&input, question, answer))
    json_object_set_member (self->told, yc_question_get_fact (question), yc_json_copy (answer));
  else
    remember (self, question, answer);
  recompute (self, CAUSE_CLERK);
  return TRUE;
}

void
yc_plan_unanswer (YcPlan     *self,
                  const char *key)
{
  YcQuestion *question;

  g_return_if_fail (YC_IS_PLAN (self));
  g_return_if_fail (key != NULL);

  question = find_question (self, key);
  if (question != NULL && forget (self, question))
    recompute (self, CAUSE_CLERK);
}

JsonNode *
yc_plan_get_answer (YcPlan     *self,
                    const char *key)
{
  YcQuestion *question;

  g_return_val_if_fail (YC_IS_PLAN (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  question = find_question (self, key);
  return question != NULL ? find_answer (self, question) : NULL;
}

const char *
yc_plan_get_source (YcPlan     *self,
                    YcQuestion *question)
{
  JsonObject *own;
  const char *fact;

  g_return_val_if_fail (YC_IS_PLAN (self), NULL);
  g_return_val_if_fail (YC_IS_QUESTION (question), NULL);

  fact = yc_question_get_fact (question);
  own = yc_json_get_object (self->own, yc_question_get_list_id (question));
  if (fact == NULL || json_object_has_member (self->told, fact) ||
      yc_json_get_member (own, yc_question_get_id (question)) != NULL ||
      find_answer (self, question) == NULL)
    return NULL;
  return yc_json_get_string (self->sources, fact, "");
}

JsonObject *
yc_plan_get_answers (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return self->answers;
}

GListModel *
yc_plan_get_entries (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->entries);
}

GListModel *
yc_plan_get_materials (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->materials);
}

gboolean
yc_plan_add_item (YcPlan     *self,
                  const char *code)
{
  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  if (yc_catalog_get_item (self->catalog, code) == NULL ||
      g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (self->codes, g_strdup (code));
  recompute (self, CAUSE_CLERK);
  return TRUE;
}

void
yc_plan_remove_item (YcPlan     *self,
                     const char *code)
{
  guint position;

  g_return_if_fail (YC_IS_PLAN (self));
  g_return_if_fail (code != NULL);

  if (!g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &position))
    return;
  g_ptr_array_remove_index (self->codes, position);
  recompute (self, CAUSE_CLERK);
}

gboolean
yc_plan_is_complete (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);

  return self->complete;
}

gboolean
yc_plan_is_empty (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), TRUE);

  return count (self->lists) == 0 && self->codes->len == 0;
}

static void
write_copy (JsonObject *json,
            const char *name,
            JsonObject *object)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (object));

  json_object_set_member (json, name, yc_json_copy (node));
}

JsonNode *
yc_plan_to_json (YcPlan *self)
{
  g_autoptr (JsonObject) json = json_object_new ();
  JsonArray *lists = json_array_new (), *items = json_array_new ();

  json_object_set_array_member (json, "lists", lists);
  json_object_set_array_member (json, "items", items);
  g_return_val_if_fail (YC_IS_PLAN (self), yc_json_object_node (g_steal_pointer (&json)));

  for (guint i = 0; i < count (self->lists); i++)
    json_array_add_string_element (lists, yc_question_list_get_id (peek (self->lists, i)));
  for (guint i = 0; i < self->codes->len; i++)
    json_array_add_string_element (items, self->codes->pdata[i]);
  write_copy (json, "answers", self->own);
  write_copy (json, "facts", self->told);
  return yc_json_object_node (g_steal_pointer (&json));
}

static void
load_list (YcPlan     *self,
           const char *id)
{
  YcQuestionList *list = yc_catalog_get_list (self->catalog, id);
  guint position;

  if (list != NULL && !find_list (self, id, &position))
    g_list_store_append (self->lists, list);
}

/* Also of lists that others include. */
static void
load_answers (YcPlan     *self,
              const char *list_id,
              JsonObject *answers)
{
  YcQuestionList *list = yc_catalog_get_list (self->catalog, list_id);

  for (guint i = 0; list != NULL && i < yc_question_list_get_n_questions (list); i++)
    {
      YcQuestion *question = peek (yc_question_list_get_questions (list), i);
      JsonNode *answer = yc_json_get_member (answers, yc_question_get_id (question));

      if (answer != NULL && yc_question_check_answer (question, answer, NULL))
        remember (self, question, answer);
    }
}

/* The shapes that answers have; whether it fits its questions is looked at when they are asked. */
static void
load_fact (YcPlan     *self,
           const char *name,
           JsonNode   *value)
{
  if ((JSON_NODE_HOLDS_VALUE (value) || JSON_NODE_HOLDS_ARRAY (value)) &&
      json_object_get_size (self->told) < MAX_FACTS)
    json_object_set_member (self->told, name, yc_json_copy (value));
}

static void
forget_all (YcPlan *self)
{
  g_list_store_remove_all (self->lists);
  g_ptr_array_set_size (self->codes, 0);
  g_clear_pointer (&self->own, json_object_unref);
  g_clear_pointer (&self->told, json_object_unref);
  self->own = json_object_new ();
  self->told = json_object_new ();
}

static void
load_item (YcPlan     *self,
           const char *code)
{
  if (yc_catalog_get_item (self->catalog, code) != NULL &&
      !g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, NULL))
    g_ptr_array_add (self->codes, g_strdup (code));
}

gboolean
yc_plan_load_json (YcPlan    *self,
                   JsonNode  *json,
                   GError   **error)
{
  JsonObject *object = yc_json_node_get_object (json);
  g_auto (GStrv) lists = yc_json_dup_strv (object, "lists");
  g_auto (GStrv) items = yc_json_dup_strv (object, "items");
  JsonObject *answers = yc_json_get_object (object, "answers");
  JsonObject *facts = yc_json_get_object (object, "facts");
  g_autoptr (GList) lists_answered = answers != NULL ? json_object_get_members (answers) : NULL;
  g_autoptr (GList) names = facts != NULL ? json_object_get_members (facts) : NULL;

  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (yc_json_get_array (object, "lists") == NULL || yc_json_get_array (object, "items") == NULL)
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_FAILED, "The plan is damaged");
      return FALSE;
    }

  forget_all (self);
  for (guint i = 0; lists[i] != NULL; i++)
    load_list (self, lists[i]);
  for (guint i = 0; items[i] != NULL; i++)
    load_item (self, items[i]);
  for (GList *l = lists_answered; l != NULL; l = l->next)
    load_answers (self, l->data, yc_json_get_object (answers, l->data));
  for (GList *l = names; l != NULL; l = l->next)
    load_fact (self, l->data, json_object_get_member (facts, l->data));
  recompute (self, CAUSE_LOADED);
  return TRUE;
}

static void
take_object (JsonObject **place,
             JsonObject  *object)
{
  g_clear_pointer (place, json_object_unref);
  *place = object != NULL ? json_object_ref (object) : json_object_new ();
}

/* By the kinds as facts name them. */
static void
take_store (YcPlan     *self,
            JsonObject *store)
{
  g_autoptr (GList) kinds = store != NULL ? json_object_get_members (store) : NULL;
  JsonObject *taken = json_object_new ();

  for (GList *l = kinds; l != NULL; l = l->next)
    {
      g_autofree char *kind = yc_licence_kind_normalise (l->data);

      json_object_set_member (taken, kind, json_node_ref (json_object_get_member (store, l->data)));
    }
  json_object_unref (self->store);
  self->store = taken;
}

void
yc_plan_set_known (YcPlan     *self,
                   JsonObject *facts,
                   JsonObject *sources,
                   JsonObject *store)
{
  g_return_if_fail (YC_IS_PLAN (self));

  take_object (&self->known, facts);
  take_object (&self->sources, sources);
  take_store (self, store);
  recompute (self, CAUSE_WORLD);
}

GListModel *
yc_plan_get_changes (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->changes);
}

gint64
yc_plan_get_fee (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), 0);

  return self->fee;
}

guint
yc_plan_get_minutes (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), 0);

  return self->minutes;
}

guint
yc_plan_get_days (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), 0);

  return self->days;
}
