/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step after the other through a question list: what an answer, or what is known, leaves of its rules. */
#include "yc-list-walk-private.h"

void
yc_list_walk_init (YcListWalk  *self,
                   YcListRules *rules,
                   guint        n_questions,
                   guint        n_ends)
{
  self->variables = yc_list_rules_get_variables (rules);
  self->formulas = yc_list_rules_get_formulas (rules);
  self->n_questions = n_questions;
  self->n_ends = n_ends;
  self->n_rules = yc_list_rules_get_n (rules);
  self->n_bare = self->n_rules > n_questions + n_ends ? n_questions + n_ends : 0;
  self->n_facts = yc_list_variables_get_n (self->variables) - n_questions;
}

YcListState *
yc_list_walk_begin (const YcListWalk *self,
                    YcListRules      *rules)
{
  YcListState *state = g_new0 (YcListState, 1);

  state->rules = g_new (YcFormula, self->n_rules + 1);
  state->facts = g_new (guint, self->n_facts + 1);
  for (guint i = 0; i < self->n_rules; i++)
    state->rules[i] = yc_list_rules_get (rules, i);
  for (guint i = 0; i < self->n_facts; i++)
    state->facts[i] = YC_LIST_NOT_KNOWN;
  return state;
}

YcListState *
yc_list_walk_copy (const YcListWalk  *self,
                   const YcListState *state)
{
  YcListState *copy = g_memdup2 (state, sizeof *state);

  copy->rules = g_memdup2 (state->rules, self->n_rules * sizeof *state->rules);
  copy->facts = g_memdup2 (state->facts, self->n_facts * sizeof *state->facts);
  return copy;
}

void
yc_list_state_free (YcListState *state)
{
  g_free (state->rules);
  g_free (state->facts);
  g_free (state);
}

GBytes *
yc_list_walk_make_key (const YcListWalk  *self,
                       const YcListState *state)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) &state->question, sizeof state->question);
  g_byte_array_append (bytes, (const guint8 *) &state->led, sizeof state->led);
  g_byte_array_append (bytes, (const guint8 *) state->rules, self->n_rules * sizeof *state->rules);
  g_byte_array_append (bytes, (const guint8 *) state->facts, self->n_facts * sizeof *state->facts);
  return g_byte_array_free_to_bytes (bytes);
}

/* Whether a question from the state's on tells @fact. */
static gboolean
is_told_later (const YcListWalk  *self,
               const YcListState *state,
               guint              fact)
{
  for (guint i = state->question; i < self->n_questions; i++)
    if (yc_list_variables_get_fact (self->variables, i) == self->n_questions + fact)
      return TRUE;
  return FALSE;
}

static void
assign (const YcListWalk *self,
        YcListState      *state,
        guint             variable,
        guint             class)
{
  for (guint i = state->question; i < self->n_rules; i++)
    state->rules[i] = yc_formulas_assign (self->formulas, state->rules[i], variable, class);
}

/* Without a value it may still be asked for. */
void
yc_list_walk_learn (const YcListWalk *self,
                    YcListState      *state,
                    guint             fact,
                    guint             class)
{
  gboolean later = is_told_later (self, state, fact);

  if (class > 0 || !later)
    assign (self, state, self->n_questions + fact, class);
  state->facts[fact] = later ? class : YC_LIST_NOT_KNOWN;
}

/* Goes to the next question. What no question tells any more needs not be remembered. */
static void
advance (const YcListWalk *self,
         YcListState      *state)
{
  state->rules[state->question] = YC_FORMULA_FALSE;
  if (self->n_bare > 0)
    state->rules[self->n_bare + state->question] = YC_FORMULA_FALSE;
  state->question++;
  for (guint i = 0; i < self->n_facts; i++)
    if (state->facts[i] != YC_LIST_NOT_KNOWN && !is_told_later (self, state, i))
      yc_list_walk_learn (self, state, i, state->facts[i]);
}

void
yc_list_walk_answer (const YcListWalk *self,
                     YcListState      *state,
                     guint             class)
{
  guint question = state->question, fact = yc_list_variables_get_fact (self->variables, question);

  if (fact != YC_LIST_NO_FACT && class > 0)
    state->facts[fact - self->n_questions] = YC_LIST_NOT_KNOWN;
  advance (self, state);
  assign (self, state, question, class);
  if (fact != YC_LIST_NO_FACT && class > 0)
    yc_list_walk_learn (self, state, fact - self->n_questions, class);
}

/* What a rule says here: of what is not known and not asked yet, null. */
static YcFormula
look_at (const YcListWalk  *self,
         const YcListState *state,
         YcFormula          rule)
{
  guint variable;

  for (guint i = 0; i < self->n_facts; i++)
    if (state->facts[i] == 0)
      rule = yc_formulas_assign (self->formulas, rule, self->n_questions + i, 0);
  while ((variable = yc_formulas_get_variable (self->formulas, rule)) < self->n_questions)
    rule = yc_formulas_assign (self->formulas, rule, variable, 0);
  return rule;
}

/* The fact by which the way parts behind all questions; YC_FORMULA_NO_VARIABLE at an end. */
static guint
find_open_fact (const YcListWalk *self,
                YcListState      *state)
{
  for (guint i = self->n_questions; i < self->n_rules; i++)
    {
      state->rules[i] = look_at (self, state, state->rules[i]);
      if (state->rules[i] > YC_FORMULA_TRUE)
        return yc_formulas_get_variable (self->formulas, state->rules[i]);
    }
  return YC_FORMULA_NO_VARIABLE;
}

/* The value that a question's fact is known to have; 0 for none. */
static guint
get_known (const YcListWalk  *self,
           const YcListState *state)
{
  guint fact = yc_list_variables_get_fact (self->variables, state->question), known;

  if (fact == YC_LIST_NO_FACT)
    return 0;
  known = state->facts[fact - self->n_questions];
  return known == YC_LIST_NOT_KNOWN ? 0 : known;
}

/* The question is asked for sure, and so it is known whether it is with nothing asked. */
static void
stand_at_question (const YcListWalk *self,
                   YcListState      *state)
{
  state->rules[state->question] = YC_FORMULA_TRUE;
  if (self->n_bare > 0)
    state->rules[self->n_bare + state->question] =
      look_at (self, state, state->rules[self->n_bare + state->question]);
}

YcListStopKind
yc_list_walk_go_on (const YcListWalk *self,
                    YcListState      *state,
                    guint            *variable)
{
  while (state->question < self->n_questions)
    {
      YcFormula rule = look_at (self, state, state->rules[state->question]);

      *variable = state->question;
      if (rule == YC_FORMULA_FALSE)
        {
          yc_list_walk_answer (self, state, 0);
        }
      else if (rule != YC_FORMULA_TRUE)
        {
          *variable = yc_formulas_get_variable (self->formulas, rule);
          return YC_LIST_STOP_FACT;
        }
      else if (get_known (self, state) > 0)
        {
          yc_list_walk_answer (self, state, get_known (self, state));
        }
      else
        {
          stand_at_question (self, state);
          return YC_LIST_STOP_QUESTION;
        }
    }
  *variable = find_open_fact (self, state);
  return *variable == YC_FORMULA_NO_VARIABLE ? YC_LIST_STOP_END : YC_LIST_STOP_FACT;
}

void
yc_list_walk_take (const YcListWalk *self,
                   YcListState      *state,
                   gboolean         *found)
{
  for (guint i = 0; i < self->n_ends; i++)
    if (state->rules[self->n_questions + i] == YC_FORMULA_TRUE)
      {
        state->rules[self->n_questions + i] = YC_FORMULA_FALSE;
        found[i] = state->led = TRUE;
      }
}
