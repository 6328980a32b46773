/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of a field: one of several, or several of them. */
#include "yc-form-branch-private.h"

#include "yc-json.h"

/**
 * yc_form_field_get_n_choices:
 * @self: a field
 *
 * Returns: how many choices a %YC_FORM_FIELD_CHOICE, %YC_FORM_FIELD_CHOICES or
 *   %YC_FORM_FIELD_ALTERNATIVES has, 0 for other kinds
 */
guint
yc_form_field_get_n_choices (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), 0);

  return self->spec->choice_values == NULL ? 0 : self->spec->choice_values->len;
}

/**
 * yc_form_field_get_choice_title:
 * @self: a field
 * @index: which choice
 *
 * Returns: its words
 */
const char *
yc_form_field_get_choice_title (YcFormField *self,
                                guint        index)
{
  g_return_val_if_fail (index < yc_form_field_get_n_choices (self), NULL);

  return g_ptr_array_index (self->spec->choice_titles, index);
}

/**
 * yc_form_field_get_choice_value:
 * @self: a field
 * @index: which choice
 *
 * Returns: (transfer none): its value
 */
JsonNode *
yc_form_field_get_choice_value (YcFormField *self,
                                guint        index)
{
  g_return_val_if_fail (index < yc_form_field_get_n_choices (self), NULL);

  return g_ptr_array_index (self->spec->choice_values, index);
}

/**
 * yc_form_field_get_chosen:
 * @self: a field
 *
 * Returns: which choice the value is, -1 for none
 */
int
yc_form_field_get_chosen (YcFormField *self)
{
  guint n = yc_form_field_get_n_choices (self);

  if (self->spec->kind == YC_FORM_FIELD_ALTERNATIVES)
    return self->chosen;
  for (guint i = 0; self->value != NULL && i < n; i++)
    {
      if (yc_json_equal (g_ptr_array_index (self->spec->choice_values, i), self->value))
        return (int) i;
    }
  return -1;
}

/**
 * yc_form_field_choose:
 * @self: a field
 * @index: which choice, -1 for none
 *
 * Sets the value to that of a choice. Of alternatives, shows another set of fields with what was
 * filled into it before; that is one step to undo.
 */
void
yc_form_field_choose (YcFormField *self,
                      int          index)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));
  g_return_if_fail (index < (int) yc_form_field_get_n_choices (self));

  if (self->spec->kind != YC_FORM_FIELD_ALTERNATIVES)
    yc_form_field_set_value (
        self, index < 0 ? NULL : g_ptr_array_index (self->spec->choice_values, index));
  else if (self->form != NULL)
    yc_form_field_choose_alternative (self, index);
}

static JsonArray *
get_value_array (YcFormField *self)
{
  return yc_json_node_get_array (yc_form_field_get_value (self));
}

static gboolean
contains (JsonArray *array,
          JsonNode  *value)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      if (yc_json_equal (json_array_get_element (array, i), value))
        return TRUE;
    }
  return FALSE;
}

/**
 * yc_form_field_get_picked:
 * @self: a %YC_FORM_FIELD_CHOICES
 * @index: which choice
 *
 * Returns: whether it is among those that were picked
 */
gboolean
yc_form_field_get_picked (YcFormField *self,
                          guint        index)
{
  g_return_val_if_fail (index < yc_form_field_get_n_choices (self), FALSE);

  return contains (get_value_array (self), g_ptr_array_index (self->spec->choice_values, index));
}

/* What was picked in the order of the choices. */
static JsonNode *
pick (YcFormField *self,
      guint        index,
      gboolean     picked)
{
  g_autoptr (JsonArray) array = json_array_new ();
  JsonArray *before = get_value_array (self);
  GPtrArray *values = self->spec->choice_values;

  for (guint i = 0; i < values->len; i++)
    {
      if (i == index ? picked : contains (before, values->pdata[i]))
        json_array_add_element (array, json_node_ref (values->pdata[i]));
    }
  return json_array_get_length (array) == 0 ? NULL
                                            : yc_json_array_node (g_steal_pointer (&array));
}

/**
 * yc_form_field_set_picked:
 * @self: a %YC_FORM_FIELD_CHOICES
 * @index: which choice
 * @picked: whether to pick it
 *
 * Adds a choice to those that were picked, or takes it away. None picked is no value.
 */
void
yc_form_field_set_picked (YcFormField *self,
                          guint        index,
                          gboolean     picked)
{
  g_autoptr (JsonNode) value = NULL;

  g_return_if_fail (index < yc_form_field_get_n_choices (self));

  if (yc_form_field_get_picked (self, index) == !!picked)
    return;
  value = pick (self, index, picked);
  yc_form_field_set_value (self, value);
}

/**
 * yc_form_field_get_alternative:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the elements of the alternative that was chosen; another
 *   element when another is chosen, which `notify::alternative` tells
 */
YcFormElement *
yc_form_field_get_alternative (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->alternative == NULL ? NULL : self->alternative->root;
}
