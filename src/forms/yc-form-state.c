/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a change: what is computed, demanded, shown, missing and wrong. */
#include "yc-form-private.h"

#include <string.h>

#include "yc-form-overlap-private.h"
#include "yc-json.h"
#include "yc-schema-report-private.h"

/* How often hiding may change what hides; more often it goes round in a circle. */
#define MAX_ROUNDS 4

typedef struct
{
  YcForm    *form;
  GPtrArray *changed;           /* pointers */
} Update;

static void
calculated_cb (const char *pointer,
               JsonNode   *value,
               gpointer    user_data)
{
  Update *update = user_data;
  YcFormField *field = g_hash_table_lookup (update->form->by_pointer, pointer);

  yc_form_checks_touch (update->form->checks, update->form->data, pointer);
  g_ptr_array_add (update->changed, g_strdup (pointer));
  if (field != NULL)
    yc_form_field_take_value (field, value == NULL ? NULL : yc_json_copy (value), FALSE);
}

typedef struct
{
  YcForm     *form;
  const char *changed;
  gboolean    made;             /* or removed: something with fields inside */
} Demanding;

/* Runs the demands of a branch if the change is in it, and of those below. */
static void
run_demands (YcFormBranch *branch,
             gpointer      user_data)
{
  Demanding *demanding = user_data;
  const char *changed = demanding->changed;
  gsize length = strlen (branch->base);

  if (!yc_form_overlap (changed, branch->base))
    return;
  if (demanding->made)
    yc_form_branch_run_demands (branch, TRUE);
  else if (strlen (changed) <= length ||
           yc_form_demands_look_at (branch->demands, changed + length))
    yc_form_branch_run_demands (branch, FALSE);
  for (guint i = 0; i < branch->nests->len; i++)
    {
      YcFormField *field = branch->nests->pdata[i];

      if (yc_form_overlap (changed, field->pointer))
        yc_form_field_each_branch (field, run_demands, demanding);
    }
}

/* All of a branch, when everything may be different. */
static void
run_all (YcFormBranch *branch,
         gpointer      form)
{
  yc_form_branch_run_demands (branch, TRUE);
  yc_form_run_rules_of (form, branch);
  for (guint i = 0; i < branch->nests->len; i++)
    yc_form_field_each_branch (branch->nests->pdata[i], run_all, form);
}

static void
run_after (YcForm     *self,
           const char *changed)
{
  YcFormField *field = g_hash_table_lookup (self->by_pointer, changed);
  Demanding demanding = { self, changed,
                          field == NULL || field->rows != NULL ||
                              field->spec->kind == YC_FORM_FIELD_ALTERNATIVES };

  run_demands (self->branch, &demanding);
  yc_form_run_rules (self, changed);
}

/* Holds the data against the schema: what a change at @changed can touch, or all if it is NULL. */
void
yc_form_validate (YcForm     *self,
                  const char *changed)
{
  if (changed != NULL && self->report != NULL &&
      yc_schema_report_get_branches (self->report) == (self->n_alternatives > 0))
    {
      yc_schema_update_report (self->schema, self->data, changed, self->report, NULL);
      return;
    }
  g_clear_pointer (&self->report, yc_schema_report_unref);
  self->report = yc_schema_report_new (0);
  yc_schema_report_set_branches (self->report, self->n_alternatives > 0);
  yc_schema_validate (self->schema, self->data, self->report);
}

static const char *
translate_cb (const char *key,
              const char *message,
              gpointer    user_data)
{
  return yc_form_translate (user_data, key, message);
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

static void
update_once (YcForm     *self,
             const char *changed)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  JsonNode *view = yc_form_get_view (self, changed);
  Update update = { self, places };

  self->updating++;
  yc_form_checks_touch (self->checks, self->data, changed);
  if (changed != NULL)
    g_ptr_array_add (places, g_strdup (changed));
  yc_form_calculations_run (self->calculations, self->data, view, changed, calculated_cb, &update);
  yc_form_checks_run (self->checks, view != NULL ? view : self->data);
  if (changed == NULL)
    {
      run_all (self->branch, self);
      yc_form_validate (self, NULL);
    }
  for (guint i = 0; changed != NULL && i < places->len; i++)
    {
      run_after (self, places->pdata[i]);
      yc_form_validate (self, places->pdata[i]);
    }
  yc_schema_report_withdraw (self->report, "x-check");
  yc_form_report_checks (self, self->report);
  self->updating--;
  yc_form_place_problems (self);
}

/* @changed is a pointer, the outermost of what came, went or is different, or NULL if everything
 * may have changed. */
void
yc_form_update (YcForm     *self,
                const char *changed)
{
  update_once (self, changed);
  /* What is hidden counts for nothing, also in what is computed and checked; that may hide more. */
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      g_autofree char *hidden = yc_form_list_hidden (self);

      if (g_strcmp0 (hidden, self->hidden) == 0)
        break;
      g_free (self->hidden);
      self->hidden = g_steal_pointer (&hidden);
      update_once (self, NULL);
    }
  yc_form_emit_changed (self);
}

/* The first alternatives need to know what is wrong inside of them. */
static void
check_again (YcForm *self)
{
  if (yc_schema_report_get_branches (self->report))
    return;
  yc_form_validate (self, NULL);
  yc_form_report_checks (self, self->report);
}

/* New elements and fields have what was found already. */
void
yc_form_branch_made (YcForm       *self,
                     YcFormBranch *branch)
{
  if (self->translator != NULL)
    yc_form_translate_branch (branch, self);
  if (self->updating > 0 || self->report == NULL)
    return;
  if (self->n_alternatives > 0)
    check_again (self);
  yc_form_place_problems (self);
}
