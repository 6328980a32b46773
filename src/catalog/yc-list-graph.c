/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ways through a question list: where the clerk may stand, and where each answer leads from there.
 * Ways after which the same is still to be asked and found are one.
 *
 * A state is what the rules that are still to come say after the answers so far. Since rules are
 * formulas that are made once, two states are the same when the numbers of their formulas are.
 */
#include "yc-list-graph.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-list-rules-private.h"

#define MOST_STOPS 20000u
#define MOST_WORK 3000000u
#define NOT_KNOWN G_MAXUINT

/* @facts: by fact NOT_KNOWN, or the class of its value as long as a question still to come tells it;
 * then 0 is: the way goes on without it being known */
typedef struct
{
  guint      question;
  YcFormula *rules;
  guint     *facts;
} State;

typedef struct
{
  guint     to;
  gboolean *classes;
} Way;

typedef struct
{
  YcListStopKind  kind;
  /* The question or fact by its variable. */
  guint           variable;
  State          *state;
  GPtrArray      *ways;
  /* From where the fewest answers lead here. */
  guint           from;
  guint           class;
} Stop;

struct _YcListGraph
{
  YcQuestionList *list;
  YcListRules    *rules;
  YcListVariables *variables;
  YcFormulas     *formulas;
  guint           n_questions;
  guint           n_includes;
  guint           n_ends;
  /* Where the rules begin that say whether others hold with nothing asked; 0 for none. */
  guint           n_bare;
  guint           n_rules;
  guint           n_facts;

  GPtrArray      *stops;
  GHashTable     *by_state;
  const char     *trouble;
  const char     *trouble_pointer;
};

static State *
copy_state (YcListGraph *self,
            const State *state)
{
  State *copy = g_new (State, 1);

  copy->question = state->question;
  copy->rules = g_memdup2 (state->rules, self->n_rules * sizeof *state->rules);
  copy->facts = g_memdup2 (state->facts, self->n_facts * sizeof *state->facts);
  return copy;
}

static void
free_state (State *state)
{
  g_free (state->rules);
  g_free (state->facts);
  g_free (state);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (State, free_state)

static void
free_way (gpointer data)
{
  Way *way = data;

  g_free (way->classes);
  g_free (way);
}

static void
free_stop (gpointer data)
{
  Stop *stop = data;

  g_clear_pointer (&stop->state, free_state);
  g_ptr_array_unref (stop->ways);
  g_free (stop);
}

static Stop *
get_stop (YcListGraph *self,
          guint        stop)
{
  return self->stops->pdata[stop];
}

static GBytes *
make_key (YcListGraph *self,
          const State *state)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) &state->question, sizeof state->question);
  g_byte_array_append (bytes, (const guint8 *) state->rules, self->n_rules * sizeof *state->rules);
  g_byte_array_append (bytes, (const guint8 *) state->facts, self->n_facts * sizeof *state->facts);
  return g_byte_array_free_to_bytes (bytes);
}

/* Whether a question from the state's on tells @fact. */
static gboolean
is_told_later (YcListGraph *self,
               const State *state,
               guint        fact)
{
  for (guint i = state->question; i < self->n_questions; i++)
    if (yc_list_variables_get_fact (self->variables, i) == self->n_questions + fact)
      return TRUE;
  return FALSE;
}

static void
assign (YcListGraph *self,
        State       *state,
        guint        variable,
        guint        class)
{
  for (guint i = state->question; i < self->n_rules; i++)
    state->rules[i] = yc_formulas_assign (self->formulas, state->rules[i], variable, class);
}

/* From here on the fact has this value; without one it may still be asked for. */
static void
learn_fact (YcListGraph *self,
            State       *state,
            guint        fact,
            guint        class)
{
  gboolean later = is_told_later (self, state, fact);

  if (class > 0 || !later)
    assign (self, state, self->n_questions + fact, class);
  state->facts[fact] = later ? class : NOT_KNOWN;
}

/* Goes to the next question. What no question tells any more needs not be remembered. */
static void
advance (YcListGraph *self,
         State       *state)
{
  state->rules[state->question] = YC_FORMULA_FALSE;
  if (self->n_bare > 0)
    state->rules[self->n_bare + state->question] = YC_FORMULA_FALSE;
  state->question++;
  for (guint i = 0; i < self->n_facts; i++)
    if (state->facts[i] != NOT_KNOWN && !is_told_later (self, state, i))
      learn_fact (self, state, i, state->facts[i]);
}

static void
answer (YcListGraph *self,
        State       *state,
        guint        class)
{
  guint question = state->question, fact = yc_list_variables_get_fact (self->variables, question);

  if (fact != YC_LIST_NO_FACT && class > 0)
    state->facts[fact - self->n_questions] = NOT_KNOWN;
  advance (self, state);
  assign (self, state, question, class);
  if (fact != YC_LIST_NO_FACT && class > 0)
    learn_fact (self, state, fact - self->n_questions, class);
}

/* What a rule says here: of what is not known and not asked yet, null. */
static YcFormula
look_at (YcListGraph *self,
         const State *state,
         YcFormula    rule)
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
find_open_fact (YcListGraph *self,
                State       *state)
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
get_known (YcListGraph *self,
           const State *state)
{
  guint fact = yc_list_variables_get_fact (self->variables, state->question), known;

  if (fact == YC_LIST_NO_FACT)
    return 0;
  known = state->facts[fact - self->n_questions];
  return known == NOT_KNOWN ? 0 : known;
}

/* Goes on to where something is asked, or the way parts, or it ends. */
static YcListStopKind
go_on (YcListGraph *self,
       State       *state,
       guint       *variable)
{
  while (state->question < self->n_questions)
    {
      YcFormula rule = look_at (self, state, state->rules[state->question]);

      *variable = state->question;
      if (rule == YC_FORMULA_FALSE)
        answer (self, state, 0);
      else if (rule != YC_FORMULA_TRUE)
        {
          *variable = yc_formulas_get_variable (self->formulas, rule);
          return YC_LIST_STOP_FACT;
        }
      else if (get_known (self, state) > 0)
        answer (self, state, get_known (self, state));
      else
        {
          state->rules[state->question] = YC_FORMULA_TRUE;
          if (self->n_bare > 0)
            state->rules[self->n_bare + state->question] =
              look_at (self, state, state->rules[self->n_bare + state->question]);
          return YC_LIST_STOP_QUESTION;
        }
    }
  *variable = find_open_fact (self, state);
  return *variable == YC_FORMULA_NO_VARIABLE ? YC_LIST_STOP_END : YC_LIST_STOP_FACT;
}

/* The number of the stop to which @state leads. */
static guint
arrive (YcListGraph *self,
        State       *state,
        guint        from,
        guint        class)
{
  g_autoptr (State) own = state;
  guint variable = 0;
  YcListStopKind kind = go_on (self, own, &variable);
  g_autoptr (GBytes) key = make_key (self, own);
  gpointer known;
  Stop *stop;

  if (g_hash_table_lookup_extended (self->by_state, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  stop = g_new0 (Stop, 1);
  stop->kind = kind;
  stop->variable = variable;
  stop->state = g_steal_pointer (&own);
  stop->ways = g_ptr_array_new_with_free_func (free_way);
  stop->from = from;
  stop->class = class;
  g_hash_table_insert (self->by_state, g_steal_pointer (&key),
                       GUINT_TO_POINTER (self->stops->len));
  g_ptr_array_add (self->stops, stop);
  return self->stops->len - 1;
}

static void
add_way (YcListGraph *self,
         Stop        *stop,
         guint        to,
         guint        class)
{
  Way *way = NULL;

  for (guint i = 0; i < stop->ways->len && way == NULL; i++)
    if (((Way *) stop->ways->pdata[i])->to == to)
      way = stop->ways->pdata[i];
  if (way == NULL)
    {
      way = g_new0 (Way, 1);
      way->to = to;
      way->classes = g_new0 (gboolean, yc_list_variables_get_n_classes (self->variables, stop->variable));
      g_ptr_array_add (stop->ways, way);
    }
  way->classes[class] = TRUE;
}

static gboolean
may_be (YcListGraph *self,
        const Stop  *stop,
        guint        class)
{
  if (stop->kind == YC_LIST_STOP_QUESTION)
    return yc_list_domain_is_answer (
      yc_list_variables_get_domain (self->variables, stop->variable),
      yc_list_variables_get_first (self->variables, stop->variable, class));
  /* A desk always knows where it is. */
  return class > 0 || !g_str_equal (yc_list_variables_get_path (self->variables, stop->variable),
                                    "facts.desk.place");
}

static gboolean
is_too_much (YcListGraph *self)
{
  return self->stops->len > MOST_STOPS || yc_formulas_get_work (self->formulas) > MOST_WORK;
}

static void
leave (YcListGraph *self,
       guint        index)
{
  Stop *stop = get_stop (self, index);
  guint n = yc_list_variables_get_n_classes (self->variables, stop->variable);

  for (guint i = 0; i < n && !is_too_much (self); i++)
    {
      g_autoptr (State) next = NULL;

      if (!may_be (self, stop, i))
        continue;
      next = copy_state (self, stop->state);
      if (stop->kind == YC_LIST_STOP_QUESTION)
        answer (self, next, i);
      else
        learn_fact (self, next, stop->variable - self->n_questions, i);
      add_way (self, stop, arrive (self, g_steal_pointer (&next), index, i), i);
    }
}

static State *
make_first_state (YcListGraph *self)
{
  State *state = g_new0 (State, 1);

  state->rules = g_new (YcFormula, self->n_rules + 1);
  state->facts = g_new (guint, self->n_facts + 1);
  for (guint i = 0; i < self->n_rules; i++)
    state->rules[i] = yc_list_rules_get (self->rules, i);
  for (guint i = 0; i < self->n_facts; i++)
    state->facts[i] = NOT_KNOWN;
  return state;
}

/* In the order in which stops were found, so that the first way to each is the shortest. */
static void
explore (YcListGraph *self)
{
  self->n_rules = yc_list_rules_get_n (self->rules);
  if (self->n_rules > self->n_questions + self->n_ends)
    self->n_bare = self->n_questions + self->n_ends;
  self->n_facts = yc_list_variables_get_n (self->variables) - self->n_questions;
  self->formulas = yc_list_rules_get_formulas (self->rules);
  arrive (self, make_first_state (self), 0, 0);
  for (guint i = 0; i < self->stops->len && !is_too_much (self); i++)
    if (get_stop (self, i)->kind != YC_LIST_STOP_END)
      leave (self, i);
  if (!is_too_much (self))
    return;
  self->trouble = _("this list is too tangled to be proven: too many answers matter for too long");
  self->trouble_pointer = "/questions";
}

YcListGraph *
yc_list_graph_new (YcQuestionList    *list,
                   const YcListWorld *world)
{
  YcListGraph *self = g_new0 (YcListGraph, 1);

  self->list = g_object_ref (list);
  self->n_questions = yc_question_list_get_n_questions (list);
  self->n_includes = json_array_get_length (yc_question_list_get_includes (list));
  self->n_ends = self->n_includes +
                 json_array_get_length (yc_question_list_get_outcomes (list));
  self->stops = g_ptr_array_new_with_free_func (free_stop);
  self->by_state = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                          (GDestroyNotify) g_bytes_unref, NULL);
  self->rules = yc_list_rules_new (list, world);
  self->variables = yc_list_rules_get_variables (self->rules);
  self->trouble = yc_list_rules_get_trouble (self->rules, &self->trouble_pointer);
  if (self->trouble == NULL)
    explore (self);
  return self;
}

void
yc_list_graph_free (YcListGraph *self)
{
  g_object_unref (self->list);
  yc_list_rules_free (self->rules);
  g_hash_table_unref (self->by_state);
  g_ptr_array_unref (self->stops);
  g_free (self);
}

const char *
yc_list_graph_get_trouble (YcListGraph  *self,
                           const char  **pointer)
{
  *pointer = self->trouble_pointer;
  return self->trouble;
}

guint
yc_list_graph_get_n_stops (YcListGraph *self)
{
  return self->stops->len;
}

YcListStopKind
yc_list_graph_get_kind (YcListGraph *self,
                        guint        stop)
{
  return get_stop (self, stop)->kind;
}

guint
yc_list_graph_get_question (YcListGraph *self,
                            guint        stop)
{
  return get_stop (self, stop)->variable;
}

char *
yc_list_graph_dup_title (YcListGraph *self,
                         guint        stop)
{
  guint variable = get_stop (self, stop)->variable;
  g_autoptr (YcQuestion) question = NULL;

  for (guint i = 0; i < self->n_questions && question == NULL; i++)
    if (variable == i || yc_list_variables_get_fact (self->variables, i) == variable)
      question = g_list_model_get_item (yc_question_list_get_questions (self->list), i);
  if (variable < self->n_questions)
    return g_strdup (yc_question_get_title (question));
  /* Translators: what is known of a citizen before a list asks; the argument is a question or a name */
  return g_strdup_printf (_("(known) %s"), question != NULL
                            ? yc_question_get_title (question)
                            : yc_list_world_get_title (yc_list_variables_get_path (self->variables, variable) +
                                                       strlen ("facts.")));
}

guint
yc_list_graph_get_n_ways (YcListGraph *self,
                          guint        stop)
{
  return get_stop (self, stop)->ways->len;
}

guint
yc_list_graph_get_way (YcListGraph *self,
                       guint        stop,
                       guint        way)
{
  return ((Way *) get_stop (self, stop)->ways->pdata[way])->to;
}

static char *
dup_words (YcListGraph    *self,
           const Stop     *stop,
           const gboolean *classes,
           gboolean        first_only)
{
  g_autofree char *words = NULL;

  if (!classes[0])
    return yc_list_variables_dup_words (self->variables, stop->variable, classes, first_only);
  words = g_strdup (_("not known"));
  for (guint i = 1; i < yc_list_variables_get_n_classes (self->variables, stop->variable); i++)
    if (classes[i] && !first_only)
      {
        g_autofree gboolean *rest = g_memdup2 (classes, sizeof *classes *
          yc_list_variables_get_n_classes (self->variables, stop->variable));
        g_autofree char *more = NULL;

        rest[0] = FALSE;
        more = yc_list_variables_dup_words (self->variables, stop->variable, rest, FALSE);
        return g_strconcat (words, _(" or "), more, NULL);
      }
  return g_steal_pointer (&words);
}

char *
yc_list_graph_dup_answers (YcListGraph *self,
                           guint        stop,
                           guint        way)
{
  Stop *from = get_stop (self, stop);

  return dup_words (self, from, ((Way *) from->ways->pdata[way])->classes, FALSE);
}

static gboolean
holds (YcListGraph *self,
       guint        stop,
       guint        rule)
{
  return get_stop (self, stop)->state->rules[self->n_questions + rule] == YC_FORMULA_TRUE;
}

gboolean
yc_list_graph_has_include (YcListGraph *self,
                           guint        stop,
                           guint        include)
{
  return holds (self, stop, include);
}

gboolean
yc_list_graph_has_outcome (YcListGraph *self,
                           guint        stop,
                           guint        outcome)
{
  return holds (self, stop, self->n_includes + outcome);
}

static gboolean
is_bare (YcListGraph *self,
         guint        stop,
         guint        rule)
{
  return self->n_bare > 0 && get_stop (self, stop)->state->rules[self->n_bare + rule] ==
                               YC_FORMULA_TRUE;
}

gboolean
yc_list_graph_asks_bare (YcListGraph *self,
                         guint        stop,
                         guint        question)
{
  return get_stop (self, stop)->kind == YC_LIST_STOP_QUESTION &&
         get_stop (self, stop)->variable == question && is_bare (self, stop, question);
}

gboolean
yc_list_graph_ends_bare (YcListGraph *self,
                         guint        stop,
                         guint        outcome)
{
  return get_stop (self, stop)->kind == YC_LIST_STOP_END &&
         is_bare (self, stop, self->n_questions + self->n_includes + outcome);
}

gboolean
yc_list_graph_is_dead_end (YcListGraph *self,
                           guint        stop)
{
  if (get_stop (self, stop)->kind != YC_LIST_STOP_END)
    return FALSE;
  for (guint i = 0; i < self->n_ends; i++)
    if (holds (self, stop, i))
      return FALSE;
  return TRUE;
}

gboolean
yc_list_graph_asks (YcListGraph *self,
                    guint        question)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (get_stop (self, i)->kind == YC_LIST_STOP_QUESTION &&
        get_stop (self, i)->variable == question)
      return TRUE;
  return FALSE;
}

static gboolean
is_reached (YcListGraph *self,
            guint        rule)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (get_stop (self, i)->kind == YC_LIST_STOP_END && holds (self, i, rule))
      return TRUE;
  return FALSE;
}

gboolean
yc_list_graph_includes (YcListGraph *self,
                        guint        include)
{
  return is_reached (self, include);
}

gboolean
yc_list_graph_reaches (YcListGraph *self,
                       guint        outcome)
{
  return is_reached (self, self->n_includes + outcome);
}

static char *
dup_step (YcListGraph *self,
          guint        stop,
          const char  *words)
{
  g_autofree char *title = yc_list_graph_dup_title (self, stop);

  /* Translators: a question of a list and the answer to it */
  return g_strdup_printf (_("%s = %s"), title, words);
}

/* Puts the way to @stop before what is in @path. */
static void
prepend_path (YcListGraph *self,
              guint        stop,
              GString     *path)
{
  while (stop != 0)
    {
      const Stop *here = get_stop (self, stop), *from = get_stop (self, here->from);
      guint n = yc_list_variables_get_n_classes (self->variables, from->variable);
      g_autofree gboolean *classes = g_new0 (gboolean, n);
      g_autofree char *words = NULL;
      g_autofree char *step = NULL;

      classes[here->class] = TRUE;
      words = dup_words (self, from, classes, TRUE);
      step = dup_step (self, here->from, words);
      g_string_prepend (path, " → ");
      g_string_prepend (path, step);
      stop = here->from;
    }
}

char *
yc_list_graph_dup_path (YcListGraph *self,
                        guint        stop,
                        guint        way)
{
  g_autofree char *words = yc_list_graph_dup_answers (self, stop, way);
  g_autofree char *step = dup_step (self, stop, words);
  g_autoptr (GString) path = g_string_new (step);

  prepend_path (self, stop, path);
  return g_strdup (path->str);
}
