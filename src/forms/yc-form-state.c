/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a form's data: what is computed, what is shown, what is missing and wrong. */
#include "yc-form-private.h"

#include <string.h>

#include "yc-form-field-private.h"
#include "yc-form-problem-private.h"
#include "yc-json.h"

/* Visibility */

/* A field that two elements have is shown if one of them is. */
static void
apply_to_field (YcForm      *self,
                YcFormField *field,
                gboolean     visible,
                gboolean     enabled)
{
  gboolean again = yc_form_field_get_mark (field) == self->mark;

  yc_form_field_mark (field, self->mark);
  yc_form_field_set_visible (field, visible || (again && yc_form_field_get_visible (field)));
  yc_form_field_set_enabled (field, enabled || (again && yc_form_field_get_enabled (field)));
}

static void
apply_state (YcForm        *self,
             YcFormElement *element,
             gboolean       visible,
             gboolean       enabled)
{
  GListModel *children = yc_form_element_get_children (element);
  YcFormRule *rule = yc_form_element_get_rule (element);

  if (rule != NULL)
    {
      gboolean holds = yc_form_rule_holds (rule, self->data);
      YcFormEffect effect = yc_form_rule_get_effect (rule);

      visible = visible && (effect != YC_FORM_EFFECT_SHOW || holds) &&
                (effect != YC_FORM_EFFECT_HIDE || !holds);
      enabled = enabled && (effect != YC_FORM_EFFECT_ENABLE || holds) &&
                (effect != YC_FORM_EFFECT_DISABLE || !holds);
    }
  yc_form_element_set_state (element, visible, enabled);
  if (yc_form_element_get_field (element) != NULL)
    apply_to_field (self, yc_form_element_get_field (element), visible, enabled);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      apply_state (self, child, visible, enabled);
    }
}

void
yc_form_collect_rules (YcForm        *self,
                       YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);
  RuleState state = { yc_form_element_get_rule (element), FALSE };

  if (state.rule != NULL)
    g_array_append_val (self->rules, state);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      yc_form_collect_rules (self, child);
    }
}

static void
run_rules (YcForm   *self,
           gboolean  always)
{
  gboolean changed = always;

  for (guint i = 0; i < self->rules->len; i++)
    {
      RuleState *state = &g_array_index (self->rules, RuleState, i);
      gboolean holds = yc_form_rule_holds (state->rule, self->data);

      changed |= holds != state->holds;
      state->holds = holds;
    }
  if (!changed)
    return;
  self->mark++;
  apply_state (self, self->root, TRUE, !self->read_only);
}

/* Problems */

/* The field at @pointer or the one that it is inside of. */
YcFormField *
yc_form_find_field_around (YcForm     *self,
                           const char *pointer)
{
  g_autofree char *place = NULL;
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);
  char *slash;

  if (field != NULL)
    return field;
  place = g_strdup (pointer);
  while (field == NULL && (slash = strrchr (place, '/')) != NULL)
    {
      *slash = '\0';
      field = g_hash_table_lookup (self->by_pointer, place);
    }
  return field;
}

void
yc_form_show_problem (YcForm                *self,
                      YcFormField           *field,
                      const YcSchemaProblem *problem)
{
  g_autofree char *message = NULL;

  if (yc_form_field_get_touched (field))
    message = yc_schema_problem_get_message (problem, NULL);
  yc_form_field_set_error (field, message);
}

static void
count_element (YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);
  YcFormField *field = yc_form_element_get_field (element);
  gboolean counts = field != NULL && element->visible;
  guint n_missing = counts ? field->n_missing : 0, n_errors = counts ? field->n_errors : 0;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      count_element (child);
      n_missing += child->n_missing;
      n_errors += child->n_errors;
    }
  yc_form_element_set_counts (element, n_missing, n_errors);
}

/* What is wrong in a row counts for its repeating field. */
static void
count_problem (YcFormField *field,
               gboolean     missing)
{
  YcFormField *repeating = field == NULL ? NULL : yc_form_field_get_repeating (field);

  if (repeating != NULL)
    field = repeating;
  if (field != NULL && missing)
    field->n_missing++;
  else if (field != NULL)
    field->n_errors++;
}

/* Fields keep the first of their problems. */
static void
place_problems (YcForm *self)
{
  guint n = yc_schema_report_get_n_problems (self->report);
  guint n_missing = 0, n_errors = 0;

  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);

      field->n_missing = field->n_errors = 0;
    }
  for (guint i = 0; i < n; i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (self->report, i);
      YcFormField *field =
          yc_form_find_field_around (self, yc_schema_problem_get_instance_location (problem));

      if (field != NULL && !yc_form_field_get_visible (field))
        continue;
      if (yc_form_problem_is_missing (problem))
        n_missing++;
      else
        n_errors++;
      count_problem (field, yc_form_problem_is_missing (problem));
      if (field == NULL || yc_form_field_get_mark (field) == self->mark)
        continue;
      yc_form_field_mark (field, self->mark);
      g_ptr_array_add (self->wrong, g_object_ref (field));
      yc_form_show_problem (self, field, problem);
    }
  count_element (self->root);
  yc_form_set_counts (self, n_missing, n_errors);
}

static const char *
translate_cb (const char *key,
              const char *message,
              gpointer    user_data)
{
  YcForm *self = user_data;
  const char *words = NULL;

  if (self->translator != NULL)
    words = self->translator (key, message, self->translator_data);
  return words != NULL ? words : message;
}

/**
 * yc_form_report_checks:
 * @self: a form
 * @report: what is wrong with it so far
 *
 * Adds the checks between fields (`x-check` in the schema) that do not hold, with the keyword
 * "x-check" and the place where each belongs. The form's own problems have them already.
 */
void
yc_form_report_checks (YcForm         *self,
                       YcSchemaReport *report)
{
  g_return_if_fail (YC_IS_FORM (self));
  g_return_if_fail (report != NULL);

  yc_form_checks_report (self->checks, report, translate_cb, self);
}

void
yc_form_validate (YcForm *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->wrong);

  self->wrong = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_pointer (&self->report, yc_schema_report_unref);
  self->report = yc_schema_report_new (0);
  self->mark++;
  yc_schema_validate (self->schema, self->data, self->report);
  yc_form_report_checks (self, self->report);
  place_problems (self);
  for (guint i = 0; i < before->len; i++)
    {
      YcFormField *field = g_ptr_array_index (before, i);

      if (yc_form_field_get_mark (field) != self->mark)
        yc_form_field_set_error (field, NULL);
    }
}

/* After a change */

static void
calculated_cb (const char *pointer,
               JsonNode   *value,
               gpointer    user_data)
{
  YcForm *self = user_data;
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);

  yc_form_checks_touch (self->checks, self->data, pointer);
  if (field != NULL)
    yc_form_field_take_value (field, value == NULL ? NULL : yc_json_copy (value), FALSE);
}

static void
run_demands (YcForm   *self,
             gboolean  always)
{
  if (!yc_form_demands_run (self->demands, self->data) && !always)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);

      yc_form_field_set_required (
          field, yc_form_demands_has (self->demands, yc_form_field_get_pointer (field)));
    }
}

/* @changed is a pointer, or NULL if everything may have changed. */
void
yc_form_update (YcForm     *self,
                const char *changed)
{
  yc_form_checks_touch (self->checks, self->data, changed);
  yc_form_calculations_run (self->calculations, self->data, changed, calculated_cb, self);
  yc_form_checks_run (self->checks, self->data);
  run_demands (self, changed == NULL);
  run_rules (self, changed == NULL);
  yc_form_validate (self);
  yc_form_emit_changed (self);
}

/* Checking */

static guint
get_order (YcForm      *self,
           YcFormField *field)
{
  YcFormField *repeating = yc_form_field_get_repeating (field);
  guint order = G_MAXUINT;

  g_ptr_array_find (self->fields, repeating == NULL ? field : repeating, &order);
  return order;
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  YcForm *self = user_data;
  YcFormField *x = yc_form_problem_get_field ((YcFormProblem *) a);
  YcFormField *y = yc_form_problem_get_field ((YcFormProblem *) b);
  guint i = x == NULL ? G_MAXUINT : get_order (self, x);
  guint j = y == NULL ? G_MAXUINT : get_order (self, y);

  return (i > j) - (i < j);
}

/**
 * yc_form_get_problems:
 * @self: a form
 *
 * Returns: (transfer full): a new list of #YcFormProblem with what is missing and wrong now, in
 *   the layout's order; hidden fields have none
 */
GListModel *
yc_form_get_problems (YcForm *self)
{
  GListStore *problems;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  problems = g_list_store_new (YC_TYPE_FORM_PROBLEM);
  for (guint i = 0; i < yc_schema_report_get_n_problems (self->report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (self->report, i);
      YcFormField *field =
          yc_form_find_field_around (self, yc_schema_problem_get_instance_location (problem));
      g_autoptr (YcFormProblem) item = NULL;

      if (field != NULL && !yc_form_field_get_visible (field))
        continue;
      item = yc_form_problem_new (problem, field);
      g_list_store_append (problems, item);
    }
  g_list_store_sort (problems, compare_problems, self);
  return G_LIST_MODEL (problems);
}

/**
 * yc_form_check:
 * @self: a form
 *
 * Puts every field's text in order and lets all errors show, as if each field had been left.
 *
 * Returns: (transfer full): the problems, as yc_form_get_problems()
 */
GListModel *
yc_form_check (YcForm *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GHashTableIter iter;
  gpointer field;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  all = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->by_pointer);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    g_ptr_array_add (all, g_object_ref (field));
  for (guint i = 0; i < all->len; i++)
    {
      yc_form_field_tidy (g_ptr_array_index (all, i));
      yc_form_field_set_touched (g_ptr_array_index (all, i), TRUE);
    }
  yc_form_validate (self);
  return yc_form_get_problems (self);
}
