/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The computed fields of a form: `x-calculate` with JsonLogic over the row that the field is in, or
 * over the whole data. Each is worked out only when something it looks at has changed, after those
 * that it needs, and in rows only for the rows that are concerned.
 */
#include "yc-form-calculation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "yc-day.h"
#include "yc-form-due-private.h"
#include "yc-form-formulas-private.h"
#include "yc-form-instances-private.h"
#include "yc-forms-error.h"
#include "yc-json.h"
#include "yc-logic.h"

/* What all formulas may do together after one change, in values looked at: half a second at worst. */
#define MAX_WORK 2000000

/* What is computed in the rows of one list. */
typedef struct
{
  GHashTable *names;
  GArray     *formulas;     /* guint */
} Computed;

/* What a formula with guards put there last. */
typedef struct
{
  guint     number;
  JsonNode *value;
} Placed;

struct _YcFormCalculations
{
  GPtrArray   *found;       /* YcFormFormula, in the schema's order */
  GPtrArray   *formulas;    /* the same in the order to work them out; not owned */
  YcFormReads *reads;
  YcFormReads *switches;    /* objects that decide which formulas apply */
  YcFormDue   *due;
  GHashTable  *placed;      /* pointers of what formulas with guards have put there → Placed */
  YcFormApplies applies;
  gpointer     applies_data;
  GHashTable  *computed;    /* place of a row → Computed */
  GHashTable  *filled;      /* pointers of rows in which there is more than what is computed */
  char        *today;
  guint64      n_evaluations;
};

/* One run of all that is due. */
typedef struct
{
  YcFormCalculations  *self;
  const YcFormFormula *formula;
  guint                number;
  JsonNode            *data;
  JsonNode            *view;        /* what formulas see of the data */
  gsize                work;
  YcFormCalculated     calculated;
  gpointer             user_data;
} Run;

static void
computed_free (gpointer data)
{
  Computed *self = data;

  g_hash_table_unref (self->names);
  g_array_unref (self->formulas);
  g_free (self);
}

static void
placed_free (gpointer data)
{
  Placed *self = data;

  json_node_unref (self->value);
  g_free (self);
}

/* Making */

static gboolean
check_rules (GPtrArray  *formulas,
             GError    **error)
{
  if (formulas->len > YC_FORM_MAX_FORMULAS)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
                   _ ("The form has more than %u computed fields"), YC_FORM_MAX_FORMULAS);
      return FALSE;
    }
  for (guint i = 0; i < formulas->len; i++)
    {
      const YcFormFormula *formula = g_ptr_array_index (formulas, i);
      g_autofree char *pointer = yc_form_path_to_pointer (formula->target);

      if (yc_logic_check (formula->rule, error))
        continue;
      g_prefix_error (error, "The calculation of %s: ", pointer);
      return FALSE;
    }
  return TRUE;
}

static gboolean
sort (YcFormCalculations  *self,
      GPtrArray           *found,
      GError             **error)
{
  g_autoptr (YcFormReads) reads = yc_form_formulas_index (found);
  g_autoptr (GPtrArray) loops =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) sorted = yc_form_formulas_sort (found, reads, loops);

  if (loops->len > 0)
    {
      GPtrArray *loop = g_ptr_array_index (loops, 0);
      const YcFormFormula *first = g_ptr_array_index (loop, 0);
      g_autofree char *pointer = yc_form_path_to_pointer (first->target);
      g_autofree char *words = yc_form_formulas_describe_loop (loop);

      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_CYCLE,
                   _ ("The calculation of %s depends on itself: %s"), pointer, words);
      return FALSE;
    }
  self->found = g_ptr_array_ref (found);
  self->formulas = g_steal_pointer (&sorted);
  return TRUE;
}

/* Notes what is computed in rows: a row that holds nothing else is empty. */
static void
note_computed (YcFormCalculations *self,
               guint               number)
{
  const YcFormFormula *formula = g_ptr_array_index (self->formulas, number);
  g_autoptr (GPtrArray) row = yc_form_path_copy (formula->target, formula->n_steps);
  g_autofree char *key = yc_form_path_to_pointer (row);
  Computed *computed = g_hash_table_lookup (self->computed, key);

  if (formula->n_steps == 0 || formula->target->len <= formula->n_steps)
    return;
  if (computed == NULL)
    {
      computed = g_new0 (Computed, 1);
      computed->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      computed->formulas = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->computed, g_steal_pointer (&key), computed);
    }
  g_hash_table_add (computed->names,
                    g_strdup (yc_form_path_get (formula->target, formula->n_steps)));
  g_array_append_val (computed->formulas, number);
}

/* Finds the computed fields of @schema and puts them in order. YC_FORMS_ERROR_CYCLE if there is
 * none, or an error of core if a rule is no JsonLogic. */
YcFormCalculations *
yc_form_calculations_new (JsonNode  *schema,
                          GError   **error)
{
  g_autoptr (YcFormCalculations) self = g_new0 (YcFormCalculations, 1);
  g_autoptr (GPtrArray) found = yc_form_formulas_find (schema);

  self->computed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          computed_free);
  self->filled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, placed_free);
  self->switches = yc_form_reads_new ();
  if (!check_rules (found, error))
    return NULL;
  if (!sort (self, found, error))
    return NULL;
  self->reads = yc_form_formulas_index (self->formulas);
  self->due = yc_form_due_new (self->formulas->len);
  self->today = yc_day_dup_today ();
  for (guint i = 0; i < self->formulas->len; i++)
    {
      const YcFormFormula *formula = g_ptr_array_index (self->formulas, i);

      yc_form_guards_add_reads (formula->guards, FALSE, formula->target, self->switches, i);
      note_computed (self, i);
    }
  return g_steal_pointer (&self);
}

void
yc_form_calculations_free (YcFormCalculations *self)
{
  g_clear_pointer (&self->due, yc_form_due_free);
  g_clear_pointer (&self->reads, yc_form_reads_free);
  yc_form_reads_free (self->switches);
  g_hash_table_unref (self->placed);
  g_clear_pointer (&self->formulas, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_hash_table_unref (self->computed);
  g_hash_table_unref (self->filled);
  g_free (self->today);
  g_free (self);
}

/* @today: "YYYY-MM-DD", the day on which the form was opened; the day of its making at first */
void
yc_form_calculations_set_today (YcFormCalculations *self,
                                const char         *today)
{
  g_free (self->today);
  self->today = g_strdup (today);
}

/* @applies tells whether what has guards is worked out; without it nothing of that is. */
void
yc_form_calculations_set_applies (YcFormCalculations *self,
                                  YcFormApplies       applies,
                                  gpointer            user_data)
{
  self->applies = applies;
  self->applies_data = user_data;
}

const char *
yc_form_calculations_get_today (YcFormCalculations *self)
{
  return self->today;
}

gboolean
yc_form_calculations_is_empty (YcFormCalculations *self)
{
  return self->formulas->len == 0;
}

/* How many times a formula was worked out. */
guint64
yc_form_calculations_get_n_evaluations (YcFormCalculations *self)
{
  return self->n_evaluations;
}

/* Running */

static void
concerned_cb (guint             who,
              const YcFormPath *place,
              guint             n_shared,
              gpointer          user_data)
{
  Run *run = user_data;

  if (who > run->number || run->formula == NULL)
    yc_form_due_set (run->self->due, who, place, n_shared);
}

static void
mark_changed (Run        *run,
              const char *pointer)
{
  g_autoptr (GPtrArray) place = yc_form_path_from_pointer (pointer);

  yc_form_reads_find (run->self->reads, place, run->view, concerned_cb, run);
  yc_form_reads_find (run->self->switches, place, run->view, concerned_cb, run);
}

/* Whether there is anything in a row but what is computed. */
static gboolean
is_filled (const Computed *computed,
           JsonNode       *row)
{
  JsonObjectIter iter;
  const char *name;

  if (yc_json_node_get_object (row) == NULL)
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (row));
  while (json_object_iter_next (&iter, &name, NULL))
    if (computed == NULL || !g_hash_table_contains (computed->names, name))
      return TRUE;
  return FALSE;
}

static gboolean
set_filled (YcFormCalculations *self,
            const char         *pointer,
            gboolean            filled)
{
  return filled ? g_hash_table_add (self->filled, g_strdup (pointer))
                : g_hash_table_remove (self->filled, pointer);
}

/* A row that was begun or emptied computes all that is in it, whatever that looks at. */
static void
mark_row (Run              *run,
          const YcFormPath *place,
          const YcFormPath *list)
{
  g_autofree char *key = yc_form_path_to_pointer (list);
  const Computed *computed = g_hash_table_lookup (run->self->computed, key);
  g_autoptr (GPtrArray) row = NULL;
  g_autofree char *pointer = NULL;

  if (computed == NULL)
    return;
  row = yc_form_path_copy (place, list->len);
  pointer = yc_form_path_to_pointer (row);
  if (set_filled (run->self, pointer,
                  is_filled (computed, yc_json_pointer_get (run->view, pointer))))
    for (guint i = 0; i < computed->formulas->len; i++)
      yc_form_due_set (run->self->due, g_array_index (computed->formulas, guint, i), place,
                       list->len);
}

static gboolean
begins_with (gpointer key,
             gpointer value,
             gpointer user_data)
{
  return g_str_has_prefix (key, user_data);
}

static void
mark_rows (Run        *run,
           const char *pointer)
{
  g_autoptr (GPtrArray) place = yc_form_path_from_pointer (pointer);
  g_autoptr (GPtrArray) list = yc_form_path_new ();
  g_autofree char *below = g_strconcat (pointer, "/", NULL);

  if (g_hash_table_size (run->self->computed) == 0)
    return;
  g_hash_table_foreach_remove (run->self->filled, begins_with, below);
  for (guint i = 0; i < place->len; i++)
    {
      const char *step = yc_form_path_get (place, i);
      gboolean is_row = *step != '\0' && step[strspn (step, "0123456789")] == '\0';

      yc_form_path_add (list, is_row ? NULL : step);
      if (is_row)
        mark_row (run, place, list);
    }
}

/* A sum of whole numbers is whole, and nothing to show is no value. */
static JsonNode *
tidy_result (const YcFormFormula *formula,
             JsonNode            *result)
{
  double number;

  if (yc_json_node_is_null (result))
    {
      json_node_unref (result);
      return NULL;
    }
  if (formula->integer && yc_json_node_get_number (result, &number) && floor (number) == number &&
      fabs (number) < 9e15)
    {
      json_node_unref (result);
      return json_node_init_int (json_node_alloc (), (gint64) number);
    }
  return result;
}

/* Whether nothing is in the row but what is computed; that is remembered. */
static gboolean
is_empty_row (const Run            *run,
              const YcFormInstance *row)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *key = NULL;
  gboolean filled;

  if (run->formula->n_steps == 0)
    return FALSE;
  list = yc_form_path_copy (run->formula->target, run->formula->n_steps);
  key = yc_form_path_to_pointer (list);
  filled = is_filled (g_hash_table_lookup (run->self->computed, key), row->object);
  set_filled (run->self, row->pointer, filled);
  return !filled;
}

static JsonNode *
evaluate (Run                  *run,
          const YcFormInstance *instance)
{
  YcLogicScene scene = { run->self->today, run->view, instance->around, instance->n_around,
                         instance->row, &run->work };
  JsonNode *result;

  if (is_empty_row (run, instance))
    return NULL;
  run->self->n_evaluations++;
  result = yc_logic_apply_in (run->formula->rule, instance->object, &scene, NULL);
  return result != NULL ? tidy_result (run->formula, result) : NULL;
}

static char *
get_target (const YcFormFormula *formula,
            const char          *row)
{
  char *pointer = g_strdup (row);

  for (guint i = formula->n_steps; i < formula->target->len; i++)
    {
      g_autofree char *before = pointer;

      pointer = yc_json_pointer_append (before, yc_form_path_get (formula->target, i));
    }
  return pointer;
}

static gboolean
put (Run        *run,
     const char *pointer,
     JsonNode   *result)
{
  if (run->view != run->data)
    yc_json_pointer_set (run->view, pointer, result != NULL ? json_node_ref (result) : NULL);
  return yc_json_pointer_set (run->data, pointer, result);
}

/* What the formula put there and nobody has changed since: it goes when the formula no longer
 * applies. */
static gboolean
is_left_over (Run        *run,
              const char *pointer,
              JsonNode   *now)
{
  const Placed *placed = g_hash_table_lookup (run->self->placed, pointer);
  gboolean own = placed != NULL && placed->number == run->number;
  gboolean unchanged = own && now != NULL && yc_json_equal (now, placed->value);

  if (own)
    g_hash_table_remove (run->self->placed, pointer);
  return unchanged;
}

static void
note_placed (Run        *run,
             const char *pointer,
             JsonNode   *result)
{
  Placed *placed;

  if (run->formula->guards->len == 0 || result == NULL)
    return;
  placed = g_new0 (Placed, 1);
  placed->number = run->number;
  placed->value = yc_json_copy (result);
  g_hash_table_replace (run->self->placed, g_strdup (pointer), placed);
}

static void
calculate_cb (const YcFormInstance *instance,
              gpointer              user_data)
{
  Run *run = user_data;
  YcFormCalculations *self = run->self;
  g_autofree char *pointer = get_target (run->formula, instance->pointer);
  JsonNode *before = yc_json_pointer_get (run->data, pointer);
  gboolean applies =
      yc_form_guards_hold (run->formula->guards, run->formula->target, instance->pointer,
                           run->view, self->applies, self->applies_data);
  JsonNode *result = NULL;

  if (!applies && !is_left_over (run, pointer, before))
    return;
  result = applies ? evaluate (run, instance) : NULL;
  note_placed (run, pointer, result);
  if ((before == NULL) == (result == NULL) && yc_json_equal (before, result))
    {
      g_clear_pointer (&result, json_node_unref);
      return;
    }
  if (!put (run, pointer, result))
    return;
  run->calculated (pointer, yc_json_pointer_get (run->data, pointer), run->user_data);
  mark_changed (run, pointer);
}

/* Works out what @changed, a pointer, or everything if it is NULL, may have changed in @data. A
 * calculation that fails has no value. @view (nullable) is what formulas see in the place of @data: a
 * copy without what does not count at present. */
void
yc_form_calculations_run (YcFormCalculations *self,
                          JsonNode           *data,
                          JsonNode           *view,
                          const char         *changed,
                          YcFormCalculated    calculated,
                          gpointer            user_data)
{
  Run run = { self, NULL, 0, data, view != NULL ? view : data, MAX_WORK, calculated, user_data };

  if (changed != NULL)
    {
      mark_changed (&run, changed);
      mark_rows (&run, changed);
    }
  else
    g_hash_table_remove_all (self->filled);
  for (guint i = 0; i < self->formulas->len; i++)
    {
      run.formula = g_ptr_array_index (self->formulas, i);
      run.number = i;
      if (changed == NULL)
        yc_form_due_set (self->due, i, NULL, 0);
      yc_form_due_run (self->due, i, run.formula->target, run.formula->n_steps, run.view,
                       NULL, calculate_cb, &run);
    }
}
