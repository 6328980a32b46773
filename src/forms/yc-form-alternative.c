/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alternatives of a field: sets of fields of which one is chosen (`oneOf`, `anyOf`). */
#include "yc-form-branch-private.h"

#include "yc-form-layout-private.h"
#include "yc-form-private.h"
#include "yc-json.h"
#include "yc-schema.h"

/* How many alternatives open inside of each other by themselves. */
#define MAX_NESTED 3

/* Whether the data have the shape of an alternative: its values may still be wrong. */
static gboolean
fits (YcSchema *schema,
      JsonNode *value)
{
  static const char *const structural[] = { "required", "additionalProperties", "type",
                                            "enum",     "const",                NULL };
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);

  yc_schema_report_set_branches (report, TRUE);
  yc_schema_validate (schema, value, report);
  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);

      if (g_strv_contains (structural, yc_schema_problem_get_keyword (problem)))
        return FALSE;
    }
  return TRUE;
}

static int
find_fitting (YcForm    *form,
              GPtrArray *schemas,
              JsonNode  *value)
{
  for (guint i = 0; value != NULL && i < schemas->len; i++)
    {
      YcSchema *schema = yc_form_find_schema (form, schemas->pdata[i]);

      if (schema != NULL && fits (schema, value))
        return (int) i;
    }
  return -1;
}

/* A member that only one alternative has tells it too, while others are still missing. */
static int
find_known (YcForm    *form,
            GPtrArray *schemas,
            JsonNode  *value)
{
  JsonObject *object = yc_json_node_get_object (value);
  int best = -1;
  guint most = 0;

  for (guint i = 0; object != NULL && i < schemas->len; i++)
    {
      guint n = yc_form_schema_count_known (form->schema_node, schemas->pdata[i], object);

      if (n > most)
        {
          most = n;
          best = (int) i;
        }
    }
  return best;
}

/* The alternative of @schemas that @value (nullable) has the shape of; -1 for none. */
int
yc_form_find_alternative (YcForm    *form,
                          GPtrArray *schemas,
                          JsonNode  *value)
{
  int found = find_fitting (form, schemas, value);

  return found >= 0 ? found : find_known (form, schemas, value);
}

/* The index in the schema's `oneOf` or `anyOf`, where one for null counts too. */
int
yc_form_field_get_option (YcFormField *self)
{
  YcForm *form = self->form;
  JsonArray *members =
      yc_json_node_get_array (yc_form_schema_get (form->schema_node, self->spec->node, "oneOf"));

  if (self->chosen < 0)
    return -1;
  if (members == NULL)
    members =
        yc_json_node_get_array (yc_form_schema_get (form->schema_node, self->spec->node, "anyOf"));
  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++)
    {
      if (json_array_get_element (members, i) == self->spec->choice_values->pdata[self->chosen])
        return (int) i;
    }
  return self->chosen;
}

static JsonNode *
resolve (YcFormField *self,
         int          chosen)
{
  YcForm *form = self->form;
  JsonNode *schema =
      yc_form_schema_resolve (form->schema_node, self->spec->choice_values->pdata[chosen]);

  return schema == NULL ? self->spec->choice_values->pdata[chosen] : schema;
}

/* The fields around the alternatives first, then those of the one that was chosen. */
static YcFormElement *
build (YcFormField  *self,
       YcFormBranch *branch)
{
  YcForm *form = self->form;
  JsonNode *common = yc_form_get_common (form, self->spec->node);
  YcFormElement *root = yc_form_element_new (YC_FORM_ELEMENT_VERTICAL, NULL, NULL, "");

  for (guint i = 0; i < 2; i++)
    {
      JsonNode *schema = i == 0 ? common : branch->schema;
      JsonNode *layout = schema == NULL ? NULL : yc_form_get_generated (form, schema);

      if (layout != NULL)
        yc_form_layout_append (branch, root, schema, layout);
    }
  return root;
}

/* How many alternatives are around the field, each inside of the next. */
static guint
count_around (YcFormField *self)
{
  guint n = 0;

  for (YcFormField *owner = self->branch->owner; owner != NULL; owner = owner->branch->owner)
    n += owner->spec->kind == YC_FORM_FIELD_ALTERNATIVES;
  return n;
}

/* Shows the elements of alternative @chosen, -1 for none, for the data as they are. */
void
yc_form_field_show_alternative (YcFormField *self,
                                int          chosen)
{
  if (self->chosen == chosen && (self->alternative != NULL) == (chosen >= 0))
    return;
  g_clear_pointer (&self->alternative, yc_form_branch_free);
  self->chosen = chosen;
  if (chosen >= 0)
    {
      self->alternative = yc_form_branch_new (self->form, self, self->branch->row,
                                              resolve (self, chosen), self->pointer);
      yc_form_branch_open (self->alternative, build (self, self->alternative));
      yc_form_branch_load (self->alternative);
      yc_form_branch_made (self->form, self->alternative);
    }
  yc_form_field_notify_alternative (self);
}

/* Finds the alternative that the data have the shape of, the one shown if it is; as JSON Forms, the
 * first for data that have none. */
void
yc_form_field_load_alternative (YcFormField *self)
{
  JsonNode *value = yc_form_read_field (self->form, self);
  int chosen = yc_form_find_alternative (self->form, self->spec->choice_values, value);

  /* A schema may hold the like of itself without end: then somebody has to ask for more of it. */
  if (chosen < 0)
    chosen = count_around (self) < MAX_NESTED ? MAX (self->chosen, 0) : self->chosen;
  if (self->chosen != chosen || self->alternative == NULL)
    yc_form_field_show_alternative (self, chosen);
  else
    yc_form_branch_load (self->alternative);
}

static JsonNode *
copy_or_null (JsonNode *node)
{
  return node == NULL ? NULL : yc_json_copy (node);
}

/* Alternatives that were never chosen have nothing. */
static void
unref_or_nothing (gpointer node)
{
  if (node != NULL)
    json_node_unref (node);
}

static void
keep (YcFormField *self)
{
  JsonNode *value = yc_form_read_field (self->form, self);

  if (self->kept == NULL)
    {
      self->kept = g_ptr_array_new_with_free_func (unref_or_nothing);
      g_ptr_array_set_size (self->kept, (int) self->spec->choice_values->len);
    }
  if (self->chosen < 0)
    return;
  g_clear_pointer ((JsonNode **) &self->kept->pdata[self->chosen], json_node_unref);
  self->kept->pdata[self->chosen] = copy_or_null (value);
}

/*
 * Chooses another alternative: what was filled into it before comes back, else it begins with its
 * constants and defaults. What the alternatives share is kept.
 */
void
yc_form_field_choose_alternative (YcFormField *self,
                                  int          chosen)
{
  g_autoptr (JsonNode) value = NULL;
  JsonNode *before = yc_form_read_field (self->form, self);

  if (chosen < 0 || chosen == self->chosen)
    return;
  keep (self);
  value = copy_or_null (self->kept->pdata[chosen]);
  if (value == NULL)
    value = yc_form_create_begin (self->form, resolve (self, chosen),
                                  yc_form_get_common (self->form, self->spec->node), before);
  yc_form_field_show_alternative (self, chosen);
  yc_form_write_field (self->form, self, value);
  yc_form_branch_load (self->alternative);
}
