/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which problems of the schema are problems of the form: not those of hidden fields, and of
 * alternatives only those of the one that was chosen.
 */
#include "yc-form-relevance-private.h"

#include "yc-form-overlap-private.h"
#include "yc-form-private.h"
#include "yc-form-problem-private.h"

#define MAX_NESTED 16

/* The options of `oneOf` and `anyOf` that lead to a problem, from the outside in. */
typedef struct
{
  int   options[MAX_NESTED];
  guint n;
} Way;

/* Whether the step behind @step is a name and no keyword. */
static gboolean
names_follow (const char *step)
{
  static const char *const holders[] = { "properties",  "patternProperties", "dependentSchemas",
                                         "definitions", "$defs",             NULL };

  return g_strv_contains (holders, step);
}

/* Returns FALSE for what is inside of keywords that only ask whether something fits. */
static gboolean
read_way (Way                   *self,
          const YcSchemaProblem *problem)
{
  static const char *const asking[] = { "contains", "propertyNames", "not", "if", NULL };
  g_auto (GStrv) steps =
      g_strsplit (yc_schema_problem_get_keyword_location (problem), "/", -1);

  self->n = 0;
  for (guint i = 0; steps[i] != NULL && steps[i + 1] != NULL; i++)
    {
      if (names_follow (steps[i]))
        i++;
      else if (g_strv_contains (asking, steps[i]))
        return FALSE;
      else if ((g_str_equal (steps[i], "oneOf") || g_str_equal (steps[i], "anyOf")) &&
               self->n < MAX_NESTED)
        self->options[self->n++] = (int) g_ascii_strtoll (steps[i + 1], NULL, 10);
    }
  return TRUE;
}

/* What was chosen in the alternatives around a field. */
static void
read_choices (Way         *self,
              YcFormField *field)
{
  YcFormField *owner = field->branch == NULL ? NULL : field->branch->owner;

  self->n = 0;
  if (owner == NULL)
    return;
  read_choices (self, owner);
  if (owner->spec->kind == YC_FORM_FIELD_ALTERNATIVES && self->n < MAX_NESTED)
    self->options[self->n++] = yc_form_field_get_option (owner);
}

/* Whether the one leads on from the other. */
static gboolean
go_together (const Way *self,
             const Way *other)
{
  for (guint i = 0; i < MIN (self->n, other->n); i++)
    {
      if (self->options[i] != other->options[i])
        return FALSE;
    }
  return TRUE;
}

/* Notes that the alternatives around have a problem that says more than that none fits. */
static void
note_inner (YcForm      *self,
            YcFormField *field)
{
  for (YcFormField *owner = field; owner != NULL;
       owner = owner->branch == NULL ? NULL : owner->branch->owner)
    owner->inner_mark = self->mark;
}

static gboolean
is_chosen (YcForm                *self,
           const YcSchemaProblem *problem,
           YcFormField           *field)
{
  const char *keyword = yc_schema_problem_get_keyword (problem);
  Way way, chosen = { .n = 0 };
  gboolean about_itself;

  if (g_str_equal (keyword, "if") || !read_way (&way, problem))
    return FALSE;
  if (field == NULL)
    return way.n == 0;
  read_choices (&chosen, field);
  if (!go_together (&way, &chosen))
    return FALSE;
  /* Said around the alternatives, for all of them. */
  if (way.n < chosen.n)
    return TRUE;
  about_itself = way.n == chosen.n;
  if (about_itself && chosen.n > 0)
    note_inner (self, field->branch->owner);
  if (about_itself || field->spec->kind != YC_FORM_FIELD_ALTERNATIVES)
    return about_itself;
  note_inner (self, field);
  return way.n == chosen.n + 1 && way.options[chosen.n] == yc_form_field_get_option (field);
}

/* "None of the alternatives fits" says nothing where the chosen one says why. */
static void
drop_outer (YcForm *self,
            GArray *findings)
{
  guint n_kept = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      YcFormFinding *finding = &g_array_index (findings, YcFormFinding, i);
      const char *keyword = yc_schema_problem_get_keyword (finding->problem);
      gboolean outer = g_str_equal (keyword, "oneOf") || g_str_equal (keyword, "anyOf");

      if (outer && finding->field != NULL &&
          finding->field->spec->kind == YC_FORM_FIELD_ALTERNATIVES &&
          finding->field->inner_mark == self->mark)
        continue;
      g_array_index (findings, YcFormFinding, n_kept++) = *finding;
    }
  g_array_set_size (findings, n_kept);
}

static YcFormBranch *
find_branch (YcForm      *self,
             YcFormField *around,
             const char  *place)
{
  guint n = around == NULL || around->rows == NULL
                ? 0
                : g_list_model_get_n_items (G_LIST_MODEL (around->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (G_LIST_MODEL (around->rows), i);
      YcFormBranch *branch = yc_form_row_get_branch (row);

      if (branch != NULL && yc_form_is_inside (place, branch->base))
        return branch;
    }
  if (around == NULL)
    return self->branch;
  return around->alternative != NULL ? around->alternative : around->branch;
}

/* Of an object that is missing, the fields in it are: those that it would ask for, or the first. */
static gboolean
add_inside (YcForm        *self,
            YcFormFinding *finding,
            GArray        *findings)
{
  const char *place = yc_schema_problem_get_instance_location (finding->problem);
  YcFormBranch *branch = find_branch (self, finding->field, place);
  YcFormField *first = NULL;
  guint n = findings->len;

  for (guint i = 0; i < branch->fields->len; i++)
    {
      YcFormField *field = branch->fields->pdata[i];
      YcFormFinding inside = { finding->problem, field };

      if (!yc_form_is_inside (field->pointer, place) || !yc_form_field_counts (field))
        continue;
      if (first == NULL)
        first = field;
      if (field->required)
        g_array_append_val (findings, inside);
    }
  finding->field = first != NULL ? first : finding->field;
  return findings->len > n;
}

static gboolean
is_of_missing_object (const YcFormFinding *finding)
{
  const char *place = yc_schema_problem_get_instance_location (finding->problem);

  return (finding->field == NULL || !g_str_equal (finding->field->pointer, place)) &&
         yc_form_problem_is_missing (finding->problem);
}

static void
add_finding (YcForm        *self,
             YcFormFinding *finding,
             GArray        *findings)
{
  if (finding->field != NULL && !yc_form_field_counts (finding->field))
    return;
  if (self->n_alternatives > 0 && !is_chosen (self, finding->problem, finding->field))
    return;
  if (!is_of_missing_object (finding) || !add_inside (self, finding, findings))
    g_array_append_val (findings, *finding);
}

/* Puts into @findings (element-type YcFormFinding) what counts of the form's report. */
void
yc_form_find_relevant (YcForm *self,
                       GArray *findings)
{
  guint n = yc_schema_report_get_n_problems (self->report);

  g_array_set_size (findings, 0);
  for (guint i = 0; i < n; i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (self->report, i);
      const char *place = yc_schema_problem_get_instance_location (problem);
      YcFormFinding finding = { problem, yc_form_find_field_around (self, place, FALSE) };

      add_finding (self, &finding, findings);
    }
  if (self->n_alternatives > 0)
    drop_outer (self, findings);
}
