/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Elements and fields that come and go together: the form's own, those of a row, those of an
 * alternative. Scopes and rules in it are relative to its base, which moves when rows do.
 */
#include "yc-form-branch-private.h"

#include <string.h>

#include "yc-form-private.h"
#include "yc-json.h"

/* A part of the schema: its demands are found once for all rows. NULL @schema stands for one that
 * demands nothing. */
YcFormBranch *
yc_form_branch_new (YcForm      *form,
                    YcFormField *owner,
                    YcFormRow   *row,
                    JsonNode    *schema,
                    const char  *base)
{
  YcFormBranch *self = g_new0 (YcFormBranch, 1);

  self->form = form;
  self->owner = owner;
  self->row = row;
  self->schema = json_node_ref (schema);
  self->base = g_strdup (base);
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->nests = g_ptr_array_new ();
  self->ruled = g_ptr_array_new ();
  self->demands = yc_form_demands_ref (yc_form_find_demands (form, schema));
  return self;
}

static void
watch (YcFormBranch *self,
       gboolean      begin)
{
  for (guint i = 0; i < self->ruled->len; i++)
    {
      YcFormElement *element = self->ruled->pdata[i];
      GPtrArray *reads = yc_form_rule_get_reads (element->rule);

      for (guint k = 0; k < reads->len; k++)
        {
          g_autofree char *pointer =
              g_strconcat (self->base, element->place, reads->pdata[k], NULL);

          if (begin)
            yc_form_watch_add (self->form->watch, pointer, element);
          else
            yc_form_watch_remove (self->form->watch, pointer, element);
        }
    }
}

static void
orphan (gpointer data,
        gpointer user_data)
{
  YcFormElement *element = data;
  GListModel *children = yc_form_element_get_children (element);

  element->branch = NULL;
  element->control = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      orphan (child, NULL);
    }
}

/* Elements and fields that others still hold are mute from now on. */
void
yc_form_branch_free (YcFormBranch *self)
{
  watch (self, FALSE);
  for (guint i = 0; i < self->fields->len; i++)
    yc_form_field_detach (self->fields->pdata[i]);
  yc_form_branch_each_root (self, orphan, NULL);
  g_clear_object (&self->root);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->nests);
  g_ptr_array_unref (self->ruled);
  g_clear_pointer (&self->demands, yc_form_demands_unref);
  g_clear_pointer (&self->demanded, g_hash_table_unref);
  json_node_unref (self->schema);
  g_free (self->base);
  g_free (self);
}

/* The field at @place, from the base on; made with @spec if there is none yet. */
YcFormField *
yc_form_branch_ensure (YcFormBranch *self,
                       YcFormSpec   *spec,
                       const char   *place)
{
  g_autofree char *pointer = g_strconcat (self->base, place, NULL);
  YcFormField *field = g_hash_table_lookup (self->form->by_pointer, pointer);

  if (field != NULL && field->branch == self)
    return field;
  field = yc_form_field_new (self, spec, place, pointer);
  g_ptr_array_add (self->fields, field);
  self->form->n_alternatives += spec->kind == YC_FORM_FIELD_ALTERNATIVES;
  if (spec->kind == YC_FORM_FIELD_REPEATING || spec->kind == YC_FORM_FIELD_ALTERNATIVES)
    g_ptr_array_add (self->nests, field);
  yc_form_register (self->form, field);
  return field;
}

static void
settle (YcFormBranch  *self,
        YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);

  element->branch = self;
  if (element->rule != NULL)
    g_ptr_array_add (self->ruled, element);
  if (element->field != NULL)
    yc_form_field_add_element (element->field, element);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      settle (self, child);
    }
}

/* Takes @root, whose fields are those of the branch. */
void
yc_form_branch_open (YcFormBranch  *self,
                     YcFormElement *root)
{
  self->root = root;
  settle (self, root);
  watch (self, TRUE);
}

/* Takes another @root, with the same fields as far as they are the same. */
void
yc_form_branch_add_root (YcFormBranch  *self,
                         YcFormElement *root)
{
  if (self->others == NULL)
    self->others = g_ptr_array_new_with_free_func (g_object_unref);
  watch (self, FALSE);
  g_ptr_array_add (self->others, root);
  settle (self, root);
  watch (self, TRUE);
}

/* The one for @control, else the first. */
YcFormElement *
yc_form_branch_find_root (YcFormBranch  *self,
                          YcFormElement *control)
{
  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    {
      YcFormElement *root = self->others->pdata[i];

      if (root->control == control)
        return root;
    }
  return self->root;
}

void
yc_form_branch_each_root (YcFormBranch *self,
                          GFunc         func,
                          gpointer      user_data)
{
  if (self->root != NULL)
    func (self->root, user_data);
  if (self->others != NULL)
    g_ptr_array_foreach (self->others, func, user_data);
}

/* Takes what the data have, and what follows from it for the elements. */
void
yc_form_branch_load (YcFormBranch *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    yc_form_load_field (self->form, self->fields->pdata[i]);
  yc_form_branch_run_demands (self, TRUE);
  yc_form_run_rules_of (self->form, self);
}

static void
move_fields (YcFormBranch *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = self->fields->pdata[i];
      g_autofree char *pointer = g_strconcat (self->base, field->place, NULL);

      yc_form_field_set_pointer (field, pointer);
    }
}

void
yc_form_branch_set_base (YcFormBranch *self,
                         const char   *base)
{
  if (g_str_equal (self->base, base))
    return;
  watch (self, FALSE);
  g_free (self->base);
  self->base = g_strdup (base);
  move_fields (self);
  watch (self, TRUE);
}

/* What is around an alternative's fields may ask for them too. */
static gboolean
names (YcFormBranch *self,
       const char   *place)
{
  YcFormBranch *around = self->owner == NULL ? NULL : self->owner->branch;
  g_autofree char *outer = NULL;

  if (yc_form_demands_has (self->demands, self->demanded, place))
    return TRUE;
  if (around == NULL || around->row != self->row)
    return FALSE;
  outer = g_strconcat (self->owner->place, place, NULL);
  return yc_form_demands_has (around->demands, around->demanded, outer);
}

/* What an object asks for counts once the object is there or asked for itself. */
static gboolean
is_demanded (YcFormBranch *self,
             JsonNode     *data,
             const char   *place)
{
  const char *slash = strrchr (place, '/');
  g_autofree char *around = NULL;

  if (!names (self, place))
    return FALSE;
  if (slash == NULL || slash == place)
    return TRUE;
  around = g_strndup (place, (gsize) (slash - place));
  return (data != NULL && yc_json_pointer_get (data, around) != NULL) ||
         is_demanded (self, data, around);
}

/* Marks the fields that must be filled in as things stand. */
void
yc_form_branch_run_demands (YcFormBranch *self,
                            gboolean      always)
{
  JsonNode *data = yc_json_pointer_get (self->form->data, self->base);

  if (!yc_form_demands_run (self->demands, data, &self->demanded) && !always)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = self->fields->pdata[i];

      yc_form_field_set_required (field, is_demanded (self, data, field->place));
    }
}
