/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a question list as formulas over the answers that make a difference.
 *
 * A rule is taken apart at "and", "or", "!" and "if". What is left speaks of one answer, nearly always,
 * and is worked out for each answer that could matter; of several choices for each combination.
 */
#include "yc-list-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-list-days-private.h"
#include "yc-list-leaf-private.h"
#include "yc-logic.h"
#include "yc-question-outcome.h"

#define MOST_COMBINATIONS 4096u
#define MOST_TESTS 200000u

/* Two outcomes. */
typedef struct
{
  guint first;
  guint second;
} YcListConflict;

typedef enum
{
  RAW_CONSTANT,
  RAW_IS_IN,
  RAW_ALL,
  RAW_ANY,
  RAW_NOT,
} RawKind;

/* A rule before it is known which answers are alike. @is_in: by the values of the variable. */
typedef struct
{
  RawKind    kind;
  gboolean   constant;
  guint      variable;
  gboolean  *is_in;
  GPtrArray *parts;
} Raw;

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

  guint              n_tests;
  char              *trouble;
  const char        *trouble_pointer;
};

static void
free_raw (gpointer data)
{
  Raw *raw = data;

  g_free (raw->is_in);
  g_clear_pointer (&raw->parts, g_ptr_array_unref);
  g_free (raw);
}

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

static void
set_value (JsonObject *data,
           const char *path,
           JsonNode   *value)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 3);
  JsonObject *object = data;

  for (guint i = 0; parts[i + 1] != NULL; i++)
    {
      if (yc_json_get_object (object, parts[i]) == NULL)
        json_object_set_object_member (object, parts[i], json_object_new ());
      object = yc_json_get_object (object, parts[i]);
    }
  json_object_set_member (object, parts[g_strv_length (parts) - 1], json_node_copy (value));
}

static gboolean
test (YcListRules *self,
      JsonNode    *rule,
      JsonObject  *data)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (data));
  YcLogicScene scene = { .today = self->today };
  g_autoptr (JsonNode) result = NULL;

  if (++self->n_tests > MOST_TESTS)
    return FALSE;
  result = yc_logic_apply_in (rule, node, &scene, NULL);
  return result != NULL && yc_logic_truthy (result);
}

static Raw *
new_raw (RawKind kind)
{
  Raw *raw = g_new0 (Raw, 1);

  raw->kind = kind;
  raw->parts = g_ptr_array_new_with_free_func (free_raw);
  return raw;
}

static Raw *
new_constant (gboolean constant)
{
  Raw *raw = new_raw (RAW_CONSTANT);

  raw->constant = constant;
  return raw;
}

/* Works the rule out for each value of the variables from @index on. */
static Raw *
work_out (YcListRules *self,
          JsonNode    *rule,
          GArray      *variables,
          guint        index,
          JsonObject  *data)
{
  guint variable, n;
  YcListDomain *domain;
  Raw *raw;

  if (index == variables->len)
    return new_constant (test (self, rule, data));
  variable = g_array_index (variables, guint, index);
  domain = yc_list_variables_get_domain (self->variables, variable);
  n = yc_list_domain_get_n_values (domain);
  raw = new_raw (index + 1 == variables->len ? RAW_IS_IN : RAW_ANY);
  raw->variable = variable;
  raw->is_in = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      set_value (data, yc_list_variables_get_path (self->variables, variable), yc_list_domain_get_value (domain, i));
      if (raw->kind == RAW_IS_IN)
        {
          raw->is_in[i] = test (self, rule, data);
        }
      else
        {
          Raw *both = new_raw (RAW_ALL);
          Raw *is = new_raw (RAW_IS_IN);

          is->variable = variable;
          is->is_in = g_new0 (gboolean, n);
          is->is_in[i] = TRUE;
          g_ptr_array_add (both->parts, is);
          g_ptr_array_add (both->parts, work_out (self, rule, variables, index + 1, data));
          g_ptr_array_add (raw->parts, both);
        }
    }
  return raw;
}

static Raw *
compile_leaf (YcListRules *self,
              JsonNode    *rule)
{
  g_autoptr (JsonObject) data = json_object_new ();
  gboolean lost;
  g_autoptr (GArray) variables = yc_list_variables_list_reads (self->variables, rule, &lost);

  return work_out (self, rule, variables, 0, data);
}

/* {"if": [a, x, b, y, z]}: a and x, or not a and what is left. */
static Raw *
compile_if (YcListRules *self,
            JsonArray   *arguments,
            guint        index,
            Raw       *(*compile) (YcListRules *self, JsonNode *rule))
{
  guint n = json_array_get_length (arguments);
  Raw *raw = new_raw (RAW_ANY);
  Raw *then, *otherwise, *negation;

  if (index + 1 >= n)
    {
      if (index < n)
        g_ptr_array_add (raw->parts, compile (self, json_array_get_element (arguments, index)));
      return raw;
    }
  then = new_raw (RAW_ALL);
  g_ptr_array_add (then->parts, compile (self, json_array_get_element (arguments, index)));
  g_ptr_array_add (then->parts, compile (self, json_array_get_element (arguments, index + 1)));
  otherwise = new_raw (RAW_ALL);
  negation = new_raw (RAW_NOT);
  g_ptr_array_add (negation->parts, compile (self, json_array_get_element (arguments, index)));
  g_ptr_array_add (otherwise->parts, negation);
  g_ptr_array_add (otherwise->parts, compile_if (self, arguments, index + 2, compile));
  g_ptr_array_add (raw->parts, then);
  g_ptr_array_add (raw->parts, otherwise);
  return raw;
}

static Raw *
compile (YcListRules *self,
         JsonNode    *rule)
{
  YcListTie tie;
  g_autoptr (JsonArray) arguments = yc_list_leaf_take_apart (rule, &tie);
  Raw *raw;

  if (++self->n_tests > MOST_TESTS)
    return new_constant (FALSE);
  if (tie == YC_LIST_TIE_NONE)
    return compile_leaf (self, rule);
  if (tie == YC_LIST_TIE_IF)
    return compile_if (self, arguments, 0, compile);
  raw = new_raw (tie == YC_LIST_TIE_ALL ? RAW_ALL : tie == YC_LIST_TIE_NOT ? RAW_NOT : RAW_ANY);
  for (guint i = 0; i < json_array_get_length (arguments); i++)
    g_ptr_array_add (raw->parts, compile (self, json_array_get_element (arguments, i)));
  return raw;
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

/* Tells values apart that @raw tells apart. */
static void
refine (YcListRules *self,
        Raw         *raw)
{
  for (guint i = 0; i < raw->parts->len; i++)
    refine (self, raw->parts->pdata[i]);
  if (raw->kind == RAW_IS_IN)
    yc_list_variables_part (self->variables, raw->variable, raw->is_in);
}

static YcFormula
translate (YcListRules *self,
           Raw         *raw)
{
  g_autoptr (GArray) parts = NULL;
  g_autofree gboolean *is_in = NULL;
  guint n;

  if (raw->kind == RAW_CONSTANT)
    return raw->constant ? YC_FORMULA_TRUE : YC_FORMULA_FALSE;
  if (raw->kind == RAW_NOT)
    return yc_formulas_not (self->formulas, translate (self, raw->parts->pdata[0]));
  if (raw->kind == RAW_IS_IN)
    {
      n = yc_list_variables_get_n_classes (self->variables, raw->variable);
      is_in = g_new0 (gboolean, n);
      for (guint i = 0; i < n; i++)
        is_in[i] = raw->is_in[yc_list_variables_get_first (self->variables, raw->variable, i)];
      return yc_formulas_is_in (self->formulas, raw->variable, is_in);
    }
  parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  for (guint i = 0; i < raw->parts->len; i++)
    {
      YcFormula part = translate (self, raw->parts->pdata[i]);

      g_array_append_val (parts, part);
    }
  return raw->kind == RAW_ALL ? yc_formulas_all (self->formulas, parts)
                              : yc_formulas_any (self->formulas, parts);
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
      YcFormula formula = translate (self, self->raws->pdata[i]);

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
  yc_list_variables_begin_classes (self->variables);
  for (guint i = 0; i < self->whens->len; i++)
    {
      JsonNode *when = self->whens->pdata[i];

      g_ptr_array_add (self->raws, when != NULL ? compile (self, when) : new_constant (TRUE));
      if (self->n_tests > MOST_TESTS)
        {
          fail (self, i, _("the rules of this list are too tangled to be proven"));
          return;
        }
    }
  for (guint i = 0; i < self->raws->len; i++)
    refine (self, self->raws->pdata[i]);
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
  self->raws = g_ptr_array_new_with_free_func (free_raw);
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
