/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a question list as formulas over the answers that make a difference. */
#include "yc-list-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-list-days-private.h"
#include "yc-list-leaf-private.h"
#include "yc-list-raw-private.h"
#include "yc-logic.h"
#include "yc-question-outcome.h"

#define MOST_COMBINATIONS 4096u

/* Two outcomes. */
typedef struct
{
  guint first;
  guint second;
} YcListConflict;

struct _YcListRules
{
  const YcListWorld *world;
  YcQuestionList    *list;
  const char        *today;

  GPtrArray         *whens;
  GPtrArray         *pointers;
  YcListVariables   *variables;

  GPtrArray         *raws;
  YcFormulas        *formulas;
  GArray            *rules;
  GArray            *conflicts;

  char              *trouble;
  const char        *trouble_pointer;
};

G_GNUC_PRINTF (3, 4)
static void
fail (YcListRules *self,
      guint        rule,
      const char  *format,
      ...)
{
  va_list arguments;

  if (self->trouble != NULL)
    return;
  va_start (arguments, format);
  self->trouble = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->trouble_pointer = self->pointers->pdata[rule];
}

static void
add_rule (YcListRules *self,
          const char  *member,
          guint        index,
          JsonNode    *when)
{
  g_ptr_array_add (self->whens, when != NULL ? json_node_ref (when) : NULL);
  g_ptr_array_add (self->pointers, g_strdup_printf ("/%s/%u/when", member, index));
}

static void
add_rules_of (YcListRules *self,
              const char  *member,
              JsonArray   *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_rule (self, member, i,
              yc_json_get_member (json_array_get_object_element (array, i), "when"));
}

static void
add_rules (YcListRules *self)
{
  for (guint i = 0; i < yc_question_list_get_n_questions (self->list); i++)
    {
      g_autoptr (YcQuestion) question =
        g_list_model_get_item (yc_question_list_get_questions (self->list), i);

      add_rule (self, "questions", i, yc_question_get_when (question));
    }
  add_rules_of (self, "include", yc_question_list_get_includes (self->list));
  add_rules_of (self, "outcomes", yc_question_list_get_outcomes (self->list));
}

/* Whether all answers of all variables together can be tried. */
static gboolean
are_few (YcListRules *self,
         GArray      *variables)
{
  guint combinations = 1;

  for (guint i = 0; i < variables->len; i++)
    {
      YcListDomain *domain = yc_list_variables_get_domain (self->variables,
                                                            g_array_index (variables, guint, i));

      if (variables->len > 1 && !yc_list_domain_is_finite (domain))
        return FALSE;
      if (yc_list_domain_is_finite (domain))
        combinations *= yc_list_domain_get_n_values (domain);
      if (combinations > MOST_COMBINATIONS + 1)
        return FALSE;
    }
  return TRUE;
}

/* Finds what the rules compare numbers, days, texts and places with. */
static void
collect_leaf (YcListRules *self,
              guint        index,
              JsonNode    *rule)
{
  gboolean lost;
  g_autoptr (GArray) variables = yc_list_variables_list_reads (self->variables, rule, &lost);
  YcListDomain *domain;

  if (lost)
    {
      fail (self, index, _("what this rule looks at cannot be told beforehand"));
      return;
    }
  if (!are_few (self, variables))
    {
      fail (self, index,
            _("this rule cannot be proven: it holds “%s” against another answer"),
            yc_list_variables_get_path (self->variables, g_array_index (variables, guint, 0)));
      return;
    }
  if (variables->len != 1)
    return;
  domain = yc_list_variables_get_domain (self->variables, g_array_index (variables, guint, 0));
  if (!yc_list_domain_is_finite (domain) && !yc_list_leaf_collect (rule, domain, self->today))
    fail (self, index,
          _("this rule cannot be proven: compare “%s” with fixed values, and nothing worked out of it"),
          yc_list_variables_get_path (self->variables, g_array_index (variables, guint, 0)));
}

static void
collect (YcListRules *self,
         guint        index,
         JsonNode    *rule)
{
  YcListTie tie;
  g_autoptr (JsonArray) arguments = yc_list_leaf_take_apart (rule, &tie);

  if (tie == YC_LIST_TIE_NONE)
    collect_leaf (self, index, rule);
  for (guint i = 0; arguments != NULL && i < json_array_get_length (arguments); i++)
    collect (self, index, json_array_get_element (arguments, i));
}

/* That the rule holds though no question that it reads was asked; never for one that reads facts. */
static YcFormula
make_bare (YcListRules *self,
           guint        index)
{
  gboolean lost;
  JsonNode *when = self->whens->pdata[index];
  g_autoptr (GArray) variables = yc_list_variables_list_reads (self->variables, when, &lost);
  guint n_questions = yc_question_list_get_n_questions (self->list);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));

  g_array_append_val (parts, g_array_index (self->rules, YcFormula, index));
  for (guint i = 0; i < variables->len; i++)
    {
      guint variable = g_array_index (variables, guint, i);
      g_autofree gboolean *is_null = g_new0 (gboolean, yc_list_variables_get_n_classes (
                                                         self->variables, variable));
      YcFormula part;

      if (variable >= n_questions)
        return YC_FORMULA_FALSE;
      is_null[0] = TRUE;
      part = yc_formulas_is_in (self->formulas, variable, is_null);
      g_array_append_val (parts, part);
    }
  return variables->len > 0 ? yc_formulas_all (self->formulas, parts) : YC_FORMULA_FALSE;
}

static void
add_bare (YcListRules *self)
{
  guint n = self->rules->len;

  for (guint i = 0; i < n; i++)
    {
      YcFormula bare = make_bare (self, i);

      g_array_append_val (self->rules, bare);
    }
}

/* Whether one of them gives what the other refuses, or both refuse it otherwise. */
static gboolean
contradict (JsonObject *a,
            JsonObject *b)
{
  const char *first = NULL, *second = NULL;
  YcOutcomeKind kind = yc_question_outcome_get_kind (a, &first);
  YcOutcomeKind other = yc_question_outcome_get_kind (b, &second);

  return kind != other && kind != YC_OUTCOME_NOTHING && other != YC_OUTCOME_NOTHING &&
         g_str_equal (first, second);
}

static void
add_conflict (YcListRules *self,
              guint        first,
              guint        second)
{
  YcListConflict conflict = { first, second };
  guint before = self->raws->len -
                 json_array_get_length (yc_question_list_get_outcomes (self->list));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  YcFormula both;

  g_array_append_val (parts, g_array_index (self->rules, YcFormula, before + first));
  g_array_append_val (parts, g_array_index (self->rules, YcFormula, before + second));
  both = yc_formulas_all (self->formulas, parts);
  g_array_append_val (self->rules, both);
  g_array_append_val (self->conflicts, conflict);
}

static void
add_conflicts (YcListRules *self)
{
  JsonArray *outcomes = yc_question_list_get_outcomes (self->list);

  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    for (guint j = i + 1; j < json_array_get_length (outcomes); j++)
      if (contradict (json_array_get_object_element (outcomes, i),
                      json_array_get_object_element (outcomes, j)))
        add_conflict (self, i, j);
}

static void
make_formulas (YcListRules *self)
{
  g_autoptr (GArray) n_values = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < yc_list_variables_get_n (self->variables); i++)
    {
      guint n = yc_list_variables_get_n_classes (self->variables, i);

      g_array_append_val (n_values, n);
    }
  self->formulas = yc_formulas_new (n_values);
  for (guint i = 0; i < self->raws->len; i++)
    {
      YcFormula formula = yc_list_raw_translate (self->raws->pdata[i], self->variables, self->formulas);

      g_array_append_val (self->rules, formula);
    }
  if (self->world == NULL || !self->world->is_proof)
    return;
  add_bare (self);
  add_conflicts (self);
}

static void
compile_all (YcListRules *self)
{
  YcListCompiler compiler = { .variables = self->variables, .today = self->today };

  yc_list_variables_begin_classes (self->variables);
  for (guint i = 0; i < self->whens->len; i++)
    {
      g_ptr_array_add (self->raws, yc_list_raw_compile (&compiler, self->whens->pdata[i]));
      if (yc_list_compiler_gave_up (&compiler))
        {
          fail (self, i, _("the rules of this list are too tangled to be proven"));
          return;
        }
    }
  for (guint i = 0; i < self->raws->len; i++)
    yc_list_raw_refine (self->raws->pdata[i], self->variables);
  yc_list_variables_end_classes (self->variables);
  make_formulas (self);
}

static void
unref_node (gpointer node)
{
  if (node != NULL)
    json_node_unref (node);
}

YcListRules *
yc_list_rules_new (YcQuestionList    *list,
                   const YcListWorld *world)
{
  YcListRules *self = g_new0 (YcListRules, 1);

  self->world = world;
  self->list = g_object_ref (list);
  self->today = world != NULL && world->today != NULL ? world->today : YC_LIST_SOME_DAY;
  self->whens = g_ptr_array_new_with_free_func (unref_node);
  self->pointers = g_ptr_array_new_with_free_func (g_free);
  self->raws = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_list_raw_free);
  self->rules = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  self->conflicts = g_array_new (FALSE, FALSE, sizeof (YcListConflict));
  add_rules (self);
  self->variables = yc_list_variables_new (list, self->whens, world);
  for (guint i = 0; i < self->whens->len; i++)
    if (self->whens->pdata[i] != NULL)
      collect (self, i, self->whens->pdata[i]);
  if (self->trouble == NULL)
    compile_all (self);
  return self;
}

void
yc_list_rules_free (YcListRules *self)
{
  g_clear_object (&self->list);
  g_ptr_array_unref (self->whens);
  g_ptr_array_unref (self->pointers);
  yc_list_variables_free (self->variables);
  g_ptr_array_unref (self->raws);
  g_array_unref (self->rules);
  g_array_unref (self->conflicts);
  g_clear_pointer (&self->formulas, yc_formulas_free);
  g_free (self->trouble);
  g_free (self);
}

const char *
yc_list_rules_get_trouble (YcListRules  *self,
                           const char  **pointer)
{
  *pointer = self->trouble_pointer;
  return self->trouble;
}

YcFormulas *
yc_list_rules_get_formulas (YcListRules *self)
{
  return self->formulas;
}

guint
yc_list_rules_get_n (YcListRules *self)
{
  return self->rules->len;
}

YcFormula
yc_list_rules_get (YcListRules *self,
                   guint        index)
{
  return g_array_index (self->rules, YcFormula, index);
}

YcListVariables *
yc_list_rules_get_variables (YcListRules *self)
{
  return self->variables;
}

guint
yc_list_rules_get_n_conflicts (YcListRules *self)
{
  return self->conflicts->len;
}

void
yc_list_rules_get_conflict (YcListRules *self,
                            guint        index,
                            guint       *first,
                            guint       *second)
{
  *first = g_array_index (self->conflicts, YcListConflict, index).first;
  *second = g_array_index (self->conflicts, YcListConflict, index).second;
}
