/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing and wrong, at the fields that it is about, counted for the elements around. */
#include "yc-form-private.h"

#include <string.h>

#include "yc-form-problem-private.h"
#include "yc-form-relevance-private.h"
#include "yc-json.h"

/* Finding */

static YcFormField *
find_nearest (YcForm     *self,
              const char *pointer)
{
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);
  g_autofree char *place = NULL;
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

/* Makes the fields of the row that @pointer is in; returns whether there is such a row without. */
static gboolean
make_row (YcFormField *repeating,
          const char  *pointer)
{
  const char *step = pointer + strlen (repeating->pointer);
  guint64 index = *step == '/' ? g_ascii_strtoull (step + 1, NULL, 10) : G_MAXUINT;
  g_autoptr (YcFormRow) row = NULL;

  if (repeating->rows == NULL || index >= G_MAXUINT)
    return FALSE;
  row = g_list_model_get_item (G_LIST_MODEL (repeating->rows), (guint) index);
  return row != NULL && yc_form_row_get_branch (row) == NULL &&
         yc_form_row_ensure_branch (row) != NULL;
}

/* The field at @pointer or the one that it is inside of; fields of rows are made for it if @make. */
YcFormField *
yc_form_find_field_around (YcForm     *self,
                           const char *pointer,
                           gboolean    make)
{
  YcFormField *field = find_nearest (self, pointer);

  while (make && field != NULL && make_row (field, pointer))
    field = find_nearest (self, pointer);
  return field;
}

/* Counting */

static void
add_up (YcForm        *self,
        YcFormElement *element,
        int            n_missing,
        int            n_errors)
{
  while (element != NULL)
    {
      YcFormField *owner = element->branch == NULL ? NULL : element->branch->owner;

      yc_form_element_add_counts (element, n_missing, n_errors);
      if (!element->counts_changed)
        g_ptr_array_add (self->recounted, g_object_ref (element));
      element->counts_changed = TRUE;
      if (element->parent != NULL || element->control != NULL)
        element = element->parent != NULL ? element->parent : element->control;
      else
        element = owner == NULL || owner->elements == NULL ? NULL : owner->elements->data;
    }
}

static YcFormElement *
find_counting (YcFormField *field)
{
  for (GSList *l = field->elements; l != NULL; l = l->next)
    {
      YcFormElement *element = l->data;

      if (element->visible)
        return element;
    }
  return NULL;
}

static void
notify_counts (YcForm *self)
{
  g_autoptr (GPtrArray) recounted = self->recounted;

  self->recounted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < recounted->len; i++)
    yc_form_element_notify_counts (recounted->pdata[i]);
}

/* The field counts once, where it is shown first. */
void
yc_form_set_problems_of (YcForm      *self,
                         YcFormField *field,
                         guint        n_missing,
                         guint        n_errors)
{
  YcFormElement *counting = n_missing + n_errors == 0 ? NULL : find_counting (field);

  if (field->counted == counting && field->n_missing == n_missing && field->n_errors == n_errors)
    return;
  add_up (self, field->counted, -(int) field->n_missing, -(int) field->n_errors);
  field->counted = counting;
  field->n_missing = n_missing;
  field->n_errors = n_errors;
  add_up (self, counting, (int) n_missing, (int) n_errors);
}

/* Placing */

static void
show_problem (YcFormField           *field,
              const YcSchemaProblem *problem)
{
  g_autofree char *message = NULL;

  if (yc_form_field_get_touched (field))
    message = yc_form_problem_dup_message (problem, field, FALSE);
  yc_form_field_set_error (field, message);
}

/* Whether the problem is inside of a row whose fields nobody wanted yet. */
static gboolean
is_deeper (YcFormField *field,
           const char  *place)
{
  return field->rows != NULL && strlen (place) > strlen (field->pointer);
}

static void
place_problem (YcForm                *self,
               const YcSchemaProblem *problem,
               YcFormField           *field)
{
  const char *place = yc_schema_problem_get_instance_location (problem);

  if (field->mark != self->mark)
    {
      field->mark = self->mark;
      field->new_missing = field->new_errors = 0;
      g_ptr_array_add (self->wrong, g_object_ref (field));
      if (is_deeper (field, place))
        yc_form_field_set_error (field, NULL);
      else
        show_problem (field, problem);
    }
  else if (field->error == NULL && !is_deeper (field, place))
    show_problem (field, problem);
  if (yc_form_problem_is_missing (problem))
    field->new_missing++;
  else
    field->new_errors++;
}

/* Those that had a problem before and have none now. */
static void
forget_problems (YcForm    *self,
                 GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      YcFormField *field = before->pdata[i];

      if (field->mark == self->mark)
        continue;
      yc_form_field_set_error (field, NULL);
      if (field->form != NULL)
        yc_form_set_problems_of (self, field, 0, 0);
    }
}

/* Fields keep the first of their problems. */
void
yc_form_place_problems (YcForm *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->wrong);
  guint n_missing = 0;

  self->wrong = g_ptr_array_new_with_free_func (g_object_unref);
  self->mark++;
  yc_form_find_relevant (self, self->findings);
  for (guint i = 0; i < self->findings->len; i++)
    {
      YcFormFinding *finding = &g_array_index (self->findings, YcFormFinding, i);

      n_missing += yc_form_problem_is_missing (finding->problem);
      if (finding->field != NULL)
        place_problem (self, finding->problem, finding->field);
    }
  for (guint i = 0; i < self->wrong->len; i++)
    {
      YcFormField *field = self->wrong->pdata[i];

      yc_form_set_problems_of (self, field, field->new_missing, field->new_errors);
    }
  forget_problems (self, before);
  notify_counts (self);
  yc_form_set_counts (self, n_missing, self->findings->len - n_missing);
}

/* Lets the error of a field show that was just left. */
void
yc_form_show_error (YcForm      *self,
                    YcFormField *field)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      YcFormFinding *finding = &g_array_index (self->findings, YcFormFinding, i);
      const char *place = yc_schema_problem_get_instance_location (finding->problem);

      if (finding->field == field && !is_deeper (field, place))
        {
          show_problem (field, finding->problem);
          return;
        }
    }
  yc_form_field_set_error (field, NULL);
}

/* Listing */

static void
number_fields (YcFormBranch *branch,
               gpointer      user_data)
{
  guint *order = user_data;

  for (guint i = 0; i < branch->fields->len; i++)
    {
      YcFormField *field = branch->fields->pdata[i];

      field->order = ++*order;
      if (field->rows != NULL || field->alternative != NULL)
        yc_form_field_each_branch (field, number_fields, order);
    }
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  YcFormField *x = yc_form_problem_get_field ((YcFormProblem *) a);
  YcFormField *y = yc_form_problem_get_field ((YcFormProblem *) b);
  guint i = x == NULL ? G_MAXUINT : x->order;
  guint j = y == NULL ? G_MAXUINT : y->order;

  return (i > j) - (i < j);
}

/* Rows are made for what is wrong in them. */
static void
make_rows (YcForm *self)
{
  self->updating++;
  for (guint i = 0; i < self->findings->len; i++)
    {
      YcFormFinding *finding = &g_array_index (self->findings, YcFormFinding, i);

      yc_form_find_field_around (
          self, yc_schema_problem_get_instance_location (finding->problem), TRUE);
    }
  self->updating--;
  yc_form_place_problems (self);
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
  guint order = 0;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  problems = g_list_store_new (YC_TYPE_FORM_PROBLEM);
  make_rows (self);
  number_fields (self->branch, &order);
  for (guint i = 0; i < self->findings->len; i++)
    {
      YcFormFinding *finding = &g_array_index (self->findings, YcFormFinding, i);
      g_autoptr (YcFormProblem) item = yc_form_problem_new (finding->problem, finding->field);

      g_list_store_append (problems, item);
    }
  g_list_store_sort (problems, compare_problems, NULL);
  return G_LIST_MODEL (problems);
}

static void
touch (YcFormBranch *branch,
       gpointer      user_data)
{
  for (guint i = 0; i < branch->fields->len; i++)
    {
      YcFormField *field = branch->fields->pdata[i];
      guint n = field->rows == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (field->rows));

      yc_form_field_tidy (field);
      yc_form_field_set_touched (field, TRUE);
      for (guint k = 0; k < n; k++)
        {
          g_autoptr (YcFormRow) row = g_list_model_get_item (G_LIST_MODEL (field->rows), k);

          yc_form_row_set_touched (row);
        }
      yc_form_field_each_branch (field, touch, NULL);
    }
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
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  touch (self->branch, NULL);
  yc_form_place_problems (self);
  return yc_form_get_problems (self);
}
