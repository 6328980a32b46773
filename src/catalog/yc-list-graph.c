/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ways through a question list: where the clerk may stand, and where each answer leads from there.
 * Ways after which the same is still to be asked and found are one.
 *
 * A state is what the rules that are still to come say after the answers so far. Since rules are
 * formulas that are made once, two states are the same when the numbers of their formulas are. What was
 * found on the way to a state is told by the way, and not remembered: else every answer that only adds
 * something to the plan would double all that is asked behind it.
 */
#include "yc-list-graph-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_STOPS 20000u
#define MOST_WORK 3000000u

static YcListWay *
get_way (YcListGraph *self,
         guint        stop,
         guint        way)
{
  return yc_list_graph_get_stop (self, stop)->ways->pdata[way];
}

static void
free_way (gpointer data)
{
  YcListWay *way = data;

  g_free (way->classes);
  g_free (way->found);
  g_free (way);
}

static void
free_stop (gpointer data)
{
  YcListStop *stop = data;

  g_clear_pointer (&stop->state, yc_list_state_free);
  g_ptr_array_unref (stop->ways);
  g_free (stop);
}

/* The number of the stop at which @state, taken over, has arrived. */
static guint
arrive (YcListGraph    *self,
        YcListState    *state,
        YcListStopKind  kind,
        guint           variable,
        guint           from,
        guint           class)
{
  g_autoptr (YcListState) own = state;
  g_autoptr (GBytes) key = yc_list_walk_make_key (&self->walk, own);
  gpointer known;
  YcListStop *stop;

  if (g_hash_table_lookup_extended (self->by_state, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  stop = g_new0 (YcListStop, 1);
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

static YcListWay *
find_way (YcListGraph    *self,
          YcListStop     *stop,
          guint           to,
          const gboolean *found)
{
  for (guint i = 0; i < stop->ways->len; i++)
    {
      YcListWay *way = stop->ways->pdata[i];

      if (way->to == to && memcmp (way->found, found, self->n_ends * sizeof *found) == 0)
        return way;
    }
  return NULL;
}

/* Takes @found. */
static void
add_way (YcListGraph *self,
         YcListStop  *stop,
         guint        to,
         guint        class,
         gboolean    *found)
{
  g_autofree gboolean *own = found;
  YcListWay *way = find_way (self, stop, to, found);

  if (way == NULL)
    {
      way = g_new0 (YcListWay, 1);
      way->to = to;
      way->classes = g_new0 (gboolean, yc_list_variables_get_n_classes (self->variables, stop->variable));
      way->found = g_steal_pointer (&own);
      g_ptr_array_add (stop->ways, way);
    }
  way->classes[class] = TRUE;
}

static gboolean
may_be (YcListGraph      *self,
        const YcListStop *stop,
        guint             class)
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
  return self->stops->len > MOST_STOPS || yc_formulas_get_work (self->walk.formulas) > MOST_WORK;
}

static void
leave_by (YcListGraph *self,
          guint        index,
          guint        class)
{
  YcListStop *stop = yc_list_graph_get_stop (self, index);
  YcListState *next = yc_list_walk_copy (&self->walk, stop->state);
  gboolean *found = g_new0 (gboolean, self->n_ends + 1);
  guint variable = 0;
  YcListStopKind kind;

  if (stop->kind == YC_LIST_STOP_QUESTION)
    yc_list_walk_answer (&self->walk, next, class);
  else
    yc_list_walk_learn (&self->walk, next, stop->variable - self->n_questions, class);
  kind = yc_list_walk_go_on (&self->walk, next, &variable);
  yc_list_walk_take (&self->walk, next, found);
  add_way (self, stop, arrive (self, next, kind, variable, index, class), class, found);
}

static void
leave (YcListGraph *self,
       guint        index)
{
  YcListStop *stop = yc_list_graph_get_stop (self, index);
  guint n = yc_list_variables_get_n_classes (self->variables, stop->variable);

  for (guint i = 0; i < n && !is_too_much (self); i++)
    if (may_be (self, stop, i))
      leave_by (self, index, i);
}

/* In the order in which stops were found, so that the first way to each is the shortest. */
static void
explore (YcListGraph *self)
{
  YcListState *first;
  YcListStopKind kind;
  guint variable = 0;

  yc_list_walk_init (&self->walk, self->rules, self->n_questions, self->n_ends);
  first = yc_list_walk_begin (&self->walk, self->rules);
  kind = yc_list_walk_go_on (&self->walk, first, &variable);
  arrive (self, first, kind, variable, 0, 0);
  for (guint i = 0; i < self->stops->len && !is_too_much (self); i++)
    if (yc_list_graph_get_stop (self, i)->kind != YC_LIST_STOP_END)
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
  return yc_list_graph_get_stop (self, stop)->kind;
}

guint
yc_list_graph_get_question (YcListGraph *self,
                            guint        stop)
{
  return yc_list_graph_get_stop (self, stop)->variable;
}

guint
yc_list_graph_get_n_ways (YcListGraph *self,
                          guint        stop)
{
  return yc_list_graph_get_stop (self, stop)->ways->len;
}

guint
yc_list_graph_get_way (YcListGraph *self,
                       guint        stop,
                       guint        way)
{
  return get_way (self, stop, way)->to;
}

gboolean
yc_list_graph_finds_include (YcListGraph *self,
                             guint        stop,
                             guint        way,
                             guint        include)
{
  return get_way (self, stop, way)->found[include];
}

gboolean
yc_list_graph_finds_outcome (YcListGraph *self,
                             guint        stop,
                             guint        way,
                             guint        outcome)
{
  return get_way (self, stop, way)->found[self->n_includes + outcome];
}

/* Whether a rule that is not taken out of states holds here. */
static gboolean
holds (YcListGraph *self,
       guint        stop,
       guint        rule)
{
  return yc_list_graph_get_stop (self, stop)->state->rules[rule] == YC_FORMULA_TRUE;
}

static gboolean
is_end (YcListGraph *self,
        guint        stop)
{
  return yc_list_graph_get_stop (self, stop)->kind == YC_LIST_STOP_END;
}

gboolean
yc_list_graph_asks_bare (YcListGraph *self,
                         guint        stop,
                         guint        question)
{
  return self->walk.n_bare > 0 &&
         yc_list_graph_get_stop (self, stop)->kind == YC_LIST_STOP_QUESTION &&
         yc_list_graph_get_stop (self, stop)->variable == question &&
         holds (self, stop, self->walk.n_bare + question);
}

gboolean
yc_list_graph_ends_bare (YcListGraph *self,
                         guint        stop,
                         guint        outcome)
{
  return self->walk.n_bare > 0 && is_end (self, stop) &&
         holds (self, stop, self->walk.n_bare + self->n_questions + self->n_includes + outcome);
}

guint
yc_list_graph_get_n_conflicts (YcListGraph *self)
{
  return yc_list_rules_get_n_conflicts (self->rules);
}

void
yc_list_graph_get_conflict (YcListGraph *self,
                            guint        conflict,
                            guint       *first,
                            guint       *second)
{
  yc_list_rules_get_conflict (self->rules, conflict, first, second);
}

gboolean
yc_list_graph_has_conflict (YcListGraph *self,
                            guint        stop,
                            guint        conflict)
{
  return is_end (self, stop) &&
         holds (self, stop, self->walk.n_bare + self->n_questions + self->n_ends + conflict);
}

/* Where the list ends before anything was asked, nothing was taken out. */
static gboolean
is_sure_at_once (YcListGraph *self,
                 guint        end)
{
  return is_end (self, 0) && holds (self, 0, self->n_questions + end);
}

gboolean
yc_list_graph_is_dead_end (YcListGraph *self,
                           guint        stop)
{
  if (!is_end (self, stop) || yc_list_graph_get_stop (self, stop)->state->led)
    return FALSE;
  for (guint i = 0; i < self->n_ends && stop == 0; i++)
    if (is_sure_at_once (self, i))
      return FALSE;
  return TRUE;
}

gboolean
yc_list_graph_asks (YcListGraph *self,
                    guint        question)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (yc_list_graph_get_stop (self, i)->kind == YC_LIST_STOP_QUESTION &&
        yc_list_graph_get_stop (self, i)->variable == question)
      return TRUE;
  return FALSE;
}

static gboolean
is_found (YcListGraph *self,
          guint        end)
{
  for (guint i = 0; i < self->stops->len; i++)
    for (guint j = 0; j < yc_list_graph_get_n_ways (self, i); j++)
      if (get_way (self, i, j)->found[end])
        return TRUE;
  return is_sure_at_once (self, end);
}

gboolean
yc_list_graph_includes (YcListGraph *self,
                        guint        include)
{
  return is_found (self, include);
}

gboolean
yc_list_graph_reaches (YcListGraph *self,
                       guint        outcome)
{
  return is_found (self, self->n_includes + outcome);
}
