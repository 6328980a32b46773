/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan is worked out from: answers of single lists, facts that all lists share. */
#include "yc-plan-private.h"

#include "yc-json.h"

static JsonNode *
check (YcQuestion *question,
       JsonNode   *answer)
{
  return answer != NULL && yc_question_check_answer (question, answer, NULL) ? answer : NULL;
}

JsonNode *
yc_plan_input_find_answer (YcPlanInput *input,
                           YcQuestion  *question)
{
  JsonObject *own = yc_json_get_object (input->own, yc_question_get_list_id (question));
  const char *fact = yc_question_get_fact (question);
  JsonNode *answer = check (question, yc_json_get_member (own, yc_question_get_id (question)));

  if (answer == NULL && fact != NULL)
    answer = check (question, yc_json_get_member (input->told, fact));
  if (answer == NULL && fact != NULL)
    answer = check (question, yc_json_get_member (input->known, fact));
  return answer;
}

/* Where "a" is a value and "a.b" is one too, the shorter name wins. */
static void
put_fact (JsonObject *facts,
          const char *name,
          JsonNode   *value)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i + 1 < n && facts != NULL; i++)
    {
      if (!json_object_has_member (facts, parts[i]))
        json_object_set_object_member (facts, parts[i], json_object_new ());
      facts = yc_json_get_object (facts, parts[i]);
    }
  if (facts != NULL && n > 0)
    json_object_set_member (facts, parts[n - 1], json_node_ref (value));
}

/* Sorted, so that the same facts make the same object however they came. */
static void
put_facts (JsonObject *facts,
           JsonObject *from,
           JsonObject *except)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (from), (GCompareFunc) g_strcmp0);

  for (GList *l = names; l != NULL; l = l->next)
    if (except == NULL || !json_object_has_member (except, l->data))
      put_fact (facts, l->data, json_object_get_member (from, l->data));
}

JsonNode *
yc_plan_input_dup_facts (YcPlanInput *input)
{
  JsonObject *facts = json_object_new (), *data = json_object_new ();

  put_facts (facts, input->known, input->told);
  put_facts (facts, input->told, NULL);
  json_object_set_object_member (data, "facts", facts);
  return yc_json_object_node (data);
}

typedef gboolean (*QuestionFunc) (YcQuestion *question,
                                  gpointer    user_data);

/* Whether @func is true for a question of a started list that asks for @fact. */
static gboolean
find_for_fact (YcPlanInput  *input,
               const char   *fact,
               QuestionFunc  func,
               gpointer      user_data)
{
  for (guint i = 0; i < g_list_model_get_n_items (input->lists); i++)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (input->lists, i);
      GListModel *questions = yc_question_list_get_questions (list);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (YcQuestion) question = g_list_model_get_item (questions, j);

          if (g_strcmp0 (yc_question_get_fact (question), fact) == 0 && func (question, user_data))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
does_not_fit (YcQuestion *question,
              gpointer    answer)
{
  return check (question, answer) == NULL;
}

gboolean
yc_plan_input_shares (YcPlanInput *input,
                      YcQuestion  *question,
                      JsonNode    *answer)
{
  const char *fact = yc_question_get_fact (question);

  return fact != NULL && !find_for_fact (input, fact, does_not_fit, answer);
}

static gboolean
is_there (YcQuestion *question,
          gpointer    unused)
{
  return TRUE;
}

gboolean
yc_plan_input_asks (YcPlanInput *input,
                    const char  *fact)
{
  return find_for_fact (input, fact, is_there, NULL);
}
