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

struct _YcPlan
{
  GObject     parent_instance;

  YcCatalog  *catalog;
  YcPlanDecisions decisions;
  YcPlanRules *rules;

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
  gboolean    complete;
  gint64      fee;
  guint       minutes;
  guint       days;

  YcPlanPast  past;
};

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
  return (YcPlanInput){
    .catalog = self->catalog,
    .rules = self->rules,
    .lists = G_LIST_MODEL (lists),
    .own = self->decisions.own,
    .told = self->decisions.told,
    .known = self->known,
    .store = self->store,
    .codes = self->decisions.codes,
  };
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
recompute (YcPlan      *self,
           YcPlanCause  cause)
{
  YcPlanInput input = get_input (self, self->decisions.lists);
  g_autofree char *today = yc_day_dup_today ();
  YcPlanOutlook outlook;

  yc_plan_rules_set_today (self->rules, today);
  yc_plan_outlook_init (&outlook, &input);
  yc_plan_past_follow (&self->past, &outlook, &self->decisions, cause);
  take_outlook (self, &outlook);
  yc_plan_outlook_clear (&outlook);
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

/* What no list asks for any more was said for a need that is gone. */
static void
forget_facts (YcPlan *self)
{
  YcPlanInput input = get_input (self, self->asked_lists);
  g_autoptr (GList) facts = json_object_get_members (self->decisions.told);

  for (GList *l = facts; l != NULL; l = l->next)
    if (!yc_plan_input_asks (&input, l->data))
      json_object_remove_member (self->decisions.told, l->data);
}

static void
on_catalog_changed_cb (YcPlan     *self,
                       const char *kind,
                       const char *id)
{
  if (yc_plan_is_empty (self) ||
      !g_strv_contains ((const char *const[]){ "item", "list", "replacement", "", NULL }, kind))
    return;
  yc_plan_decisions_renew_lists (&self->decisions);
  yc_plan_rules_forget (self->rules);
  recompute (self, YC_PLAN_CAUSE_WORLD);
}

static void
yc_plan_finalize (GObject *object)
{
  YcPlan *self = YC_PLAN (object);

  g_clear_object (&self->catalog);
  yc_plan_decisions_clear (&self->decisions);
  g_clear_pointer (&self->rules, yc_plan_rules_free);
  g_clear_pointer (&self->known, json_object_unref);
  g_clear_pointer (&self->sources, json_object_unref);
  g_clear_pointer (&self->store, json_object_unref);
  g_clear_object (&self->asked_lists);
  g_clear_pointer (&self->answers, json_object_unref);
  g_clear_object (&self->questions);
  g_clear_object (&self->entries);
  g_clear_object (&self->materials);
  yc_plan_past_clear (&self->past);

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
      g_value_set_object (value, self->decisions.lists);
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
  self->rules = yc_plan_rules_new ();
  self->known = json_object_new ();
  self->sources = json_object_new ();
  self->store = json_object_new ();
  self->asked_lists = g_list_store_new (YC_TYPE_QUESTION_LIST);
  self->answers = json_object_new ();
  yc_plan_past_init (&self->past);
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
  yc_plan_decisions_init (&self->decisions, catalog);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_catalog_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
yc_plan_start (YcPlan         *self,
               YcQuestionList *list)
{
  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);
  g_return_val_if_fail (YC_IS_QUESTION_LIST (list), FALSE);

  if (!yc_plan_decisions_start (&self->decisions, list))
    return FALSE;
  recompute (self, YC_PLAN_CAUSE_CLERK);
  return TRUE;
}

void
yc_plan_stop (YcPlan     *self,
              const char *list_id)
{
  g_return_if_fail (YC_IS_PLAN (self));
  g_return_if_fail (list_id != NULL);

  if (!yc_plan_decisions_stop (&self->decisions, list_id))
    return;
  recompute (self, YC_PLAN_CAUSE_CLERK);
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

  return G_LIST_MODEL (self->decisions.lists);
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
  yc_plan_decisions_answer (&self->decisions, question, answer,
                            yc_plan_input_shares (&input, question, answer));
  recompute (self, YC_PLAN_CAUSE_CLERK);
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
  if (question != NULL && yc_plan_decisions_unanswer (&self->decisions, question))
    recompute (self, YC_PLAN_CAUSE_CLERK);
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

char *
yc_plan_dup_answer_text (YcPlan     *self,
                         YcQuestion *question)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (YC_IS_PLAN (self), NULL);
  g_return_val_if_fail (YC_IS_QUESTION (question), NULL);

  text = yc_question_dup_answer_text (question, find_answer (self, question));
  if (yc_question_get_kind (question) != YC_QUESTION_PLACE)
    return g_steal_pointer (&text);
  return g_strdup (yc_catalog_get_place_name (self->catalog, text));
}

const char *
yc_plan_get_source (YcPlan     *self,
                    YcQuestion *question)
{
  const char *fact;

  g_return_val_if_fail (YC_IS_PLAN (self), NULL);
  g_return_val_if_fail (YC_IS_QUESTION (question), NULL);

  fact = yc_question_get_fact (question);
  if (fact == NULL || yc_plan_decisions_has_answer (&self->decisions, question) ||
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

  if (!yc_plan_decisions_add_item (&self->decisions, code))
    return FALSE;
  recompute (self, YC_PLAN_CAUSE_CLERK);
  return TRUE;
}

void
yc_plan_remove_item (YcPlan     *self,
                     const char *code)
{
  g_return_if_fail (YC_IS_PLAN (self));
  g_return_if_fail (code != NULL);

  if (yc_plan_decisions_remove_item (&self->decisions, code))
    recompute (self, YC_PLAN_CAUSE_CLERK);
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

  return count (self->decisions.lists) == 0 && self->decisions.codes->len == 0;
}

JsonNode *
yc_plan_to_json (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return yc_plan_decisions_to_json (&self->decisions);
}

gboolean
yc_plan_load_json (YcPlan    *self,
                   JsonNode  *json,
                   GError   **error)
{
  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!yc_plan_decisions_load_json (&self->decisions, json, error))
    return FALSE;
  recompute (self, YC_PLAN_CAUSE_LOADED);
  return TRUE;
}

JsonNode *
yc_plan_get_past (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return yc_plan_past_get_decisions (&self->past, self->complete);
}

gboolean
yc_plan_resume (YcPlan    *self,
                JsonNode  *json,
                JsonNode  *past,
                GError   **error)
{
  g_return_val_if_fail (YC_IS_PLAN (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!yc_plan_load_json (self, json, error))
    return FALSE;
  if (past != NULL && yc_plan_load_json (self, past, NULL))
    {
      yc_plan_decisions_load_json (&self->decisions, json, NULL);
      recompute (self, YC_PLAN_CAUSE_CLERK);
    }
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
  recompute (self, YC_PLAN_CAUSE_WORLD);
}

GListModel *
yc_plan_get_changes (YcPlan *self)
{
  g_return_val_if_fail (YC_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->past.changes);
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
