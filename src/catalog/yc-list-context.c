/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as it is asked within those that include it, as one list that can be proven.
 *
 * Answers are each list's own, so that the names of each one's questions get a number before them; facts
 * are shared. What is found on the way before the last list does not matter here, but where it is said of
 * items that the last list speaks of too.
 */
#include "yc-list-context-private.h"

#include "yc-catalog-rule-private.h"
#include "yc-json.h"
#include "yc-question-outcome.h"

/* @guard: that the list at hand is asked at all, NULL: always */
typedef struct
{
  GPtrArray *lists;
  JsonArray *questions;
  JsonArray *includes;
  JsonArray *outcomes;
  JsonNode  *guard;
} Context;

static JsonNode *
tie (const char *operator,
     JsonNode   *first,
     JsonNode   *second)
{
  JsonObject *rule = json_object_new ();
  JsonArray *rules = json_array_new ();

  json_array_add_element (rules, yc_json_copy (first));
  if (second != NULL)
    json_array_add_element (rules, yc_json_copy (second));
  json_object_set_array_member (rule, operator, rules);
  return yc_json_object_node (rule);
}

/* (transfer full) (nullable): @when of the list at @level, as long as the list is asked. */
static JsonNode *
guard (Context  *self,
       guint     level,
       JsonNode *when)
{
  g_autofree char *prefix = g_strdup_printf ("%u_", level);
  g_autoptr (JsonNode) renamed = yc_catalog_rule_rename (when, prefix, "facts");

  if (self->guard == NULL || renamed == NULL)
    return renamed != NULL ? g_steal_pointer (&renamed)
                           : self->guard != NULL ? yc_json_copy (self->guard) : NULL;
  return tie ("and", self->guard, renamed);
}

static void
add_copy (Context    *self,
          guint       level,
          JsonArray  *to,
          JsonObject *object,
          JsonNode   *when)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (object));
  g_autoptr (JsonNode) copy = yc_json_copy (node);
  JsonNode *guarded = guard (self, level, when);

  if (guarded != NULL)
    json_object_set_member (json_node_get_object (copy), "when", guarded);
  json_array_add_element (to, g_steal_pointer (&copy));
}

static void
add_questions (Context *self,
               guint    level)
{
  YcQuestionList *list = self->lists->pdata[level];
  JsonArray *array = yc_json_get_array (yc_question_list_get_json (list), "questions");

  for (guint i = 0; i < yc_question_list_get_n_questions (list); i++)
    {
      g_autoptr (YcQuestion) question =
        g_list_model_get_item (yc_question_list_get_questions (list), i);
      g_autofree char *id = g_strdup_printf ("%u_%s", level, yc_question_get_id (question));

      add_copy (self, level, self->questions, json_array_get_object_element (array, i),
                yc_question_get_when (question));
      json_object_set_string_member (json_array_get_object_element (self->questions,
                                       json_array_get_length (self->questions) - 1), "id", id);
    }
}

/* Of rules that work out days there is nothing to prove, and their names are of no use here. */
static void
add_outcome (Context    *self,
             guint       level,
             JsonObject *outcome)
{
  JsonObject *added;

  add_copy (self, level, self->outcomes, outcome, yc_json_get_member (outcome, "when"));
  added = json_array_get_object_element (self->outcomes,
                                         json_array_get_length (self->outcomes) - 1);
  if (yc_json_get_object (added, "from") != NULL)
    json_object_set_string_member (added, "from", "?");
}

static void
add_last (Context *self)
{
  guint level = self->lists->len - 1;
  JsonArray *includes = yc_question_list_get_includes (self->lists->pdata[level]);
  JsonArray *outcomes = yc_question_list_get_outcomes (self->lists->pdata[level]);

  for (guint i = 0; i < json_array_get_length (includes); i++)
    {
      JsonObject *include = json_array_get_object_element (includes, i);

      add_copy (self, level, self->includes, include, yc_json_get_member (include, "when"));
    }
  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    add_outcome (self, level, json_array_get_object_element (outcomes, i));
}

/* Where the last list is not asked, all is well. */
static void
add_elsewhere (Context *self)
{
  JsonObject *outcome = json_object_new ();

  json_object_set_string_member (outcome, "id", "elsewhere");
  json_object_set_string_member (outcome, "nothing", "elsewhere");
  json_object_set_member (outcome, "when", tie ("!", self->guard, NULL));
  json_array_add_object_element (self->outcomes, outcome);
}

static gboolean
speaks_of (JsonArray  *outcomes,
           const char *item)
{
  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      const char *other = NULL;

      if (yc_question_outcome_get_kind (json_array_get_object_element (outcomes, i), &other) !=
            YC_OUTCOME_NOTHING && g_str_equal (other, item))
        return TRUE;
    }
  return FALSE;
}

/* What a list around says of the items of the last one. */
static void
add_outcomes_around (Context *self,
                     guint    level)
{
  JsonArray *outcomes = yc_question_list_get_outcomes (self->lists->pdata[level]);
  JsonArray *last = yc_question_list_get_outcomes (self->lists->pdata[self->lists->len - 1]);

  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = json_array_get_object_element (outcomes, i);
      const char *item = NULL;

      if (yc_question_outcome_get_kind (outcome, &item) != YC_OUTCOME_NOTHING &&
          speaks_of (last, item))
        add_outcome (self, level, outcome);
    }
}

/* From @level to the next: the rule of the include. */
static void
go_on (Context *self,
       guint    level)
{
  JsonArray *includes = yc_question_list_get_includes (self->lists->pdata[level]);
  const char *next = yc_question_list_get_id (self->lists->pdata[level + 1]);
  JsonNode *guarded = NULL;

  for (guint i = 0; i < json_array_get_length (includes) && guarded == NULL; i++)
    {
      JsonObject *include = json_array_get_object_element (includes, i);

      if (g_strcmp0 (yc_json_get_string (include, "list", NULL), next) == 0)
        guarded = guard (self, level, yc_json_get_member (include, "when"));
    }
  g_clear_pointer (&self->guard, json_node_unref);
  self->guard = guarded;
}

static YcQuestionList *
make_list (Context *self)
{
  YcQuestionList *last = self->lists->pdata[self->lists->len - 1];
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "id", yc_question_list_get_id (last));
  json_object_set_string_member (json, "title", yc_question_list_get_title (last));
  json_object_set_array_member (json, "questions", json_array_ref (self->questions));
  json_object_set_array_member (json, "include", json_array_ref (self->includes));
  json_object_set_array_member (json, "outcomes", json_array_ref (self->outcomes));
  return yc_question_list_new_from_json (json, NULL);
}

YcQuestionList *
yc_list_context_new (GPtrArray *lists,
                     gboolean   around,
                     guint     *n_before)
{
  g_autoptr (JsonArray) questions = json_array_new ();
  g_autoptr (JsonArray) includes = json_array_new ();
  g_autoptr (JsonArray) outcomes = json_array_new ();
  g_autoptr (JsonArray) said_around = json_array_new ();
  Context self = { lists, questions, includes, said_around, NULL };
  YcQuestionList *list;

  for (guint i = 0; i + 1 < lists->len; i++)
    {
      add_questions (&self, i);
      add_outcomes_around (&self, i);
      go_on (&self, i);
    }
  *n_before = json_array_get_length (questions);
  add_questions (&self, lists->len - 1);
  self.outcomes = outcomes;
  add_last (&self);
  if (self.guard != NULL)
    add_elsewhere (&self);
  for (guint i = 0; around && i < json_array_get_length (said_around); i++)
    json_array_add_element (outcomes, yc_json_copy (json_array_get_element (said_around, i)));
  list = make_list (&self);
  g_clear_pointer (&self.guard, json_node_unref);
  return list;
}
