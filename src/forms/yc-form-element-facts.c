/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of an element. */
#include "yc-form-element-private.h"

#include "yc-form-field-private.h"
#include "yc-form-words-private.h"
#include "yc-json.h"

/**
 * yc_form_element_get_kind:
 * @self: an element
 *
 * Returns: what it is
 */
YcFormElementKind
yc_form_element_get_kind (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), YC_FORM_ELEMENT_VERTICAL);

  return self->kind;
}

/**
 * yc_form_element_get_title:
 * @self: an element
 *
 * Returns: (nullable): the heading of a group or category, the words of a label, a control's label,
 *   what is wrong with one that cannot be shown; %NULL where the layout hides it
 */
const char *
yc_form_element_get_title (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return self->title;
}

/**
 * yc_form_element_get_children:
 * @self: an element
 *
 * Returns: (transfer none): a list of #YcFormElement, empty for controls and labels
 */
GListModel *
yc_form_element_get_children (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  if (self->children == NULL)
    self->children = g_list_store_new (YC_TYPE_FORM_ELEMENT);
  return G_LIST_MODEL (self->children);
}

/**
 * yc_form_element_get_field:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the field of a control; two controls may share one
 */
YcFormField *
yc_form_element_get_field (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return self->field;
}

/**
 * yc_form_element_get_columns:
 * @self: the control of a repeating field
 *
 * Returns: (transfer none): as yc_form_field_get_columns(), by this control's own `detail`
 */
GListModel *
yc_form_element_get_columns (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self) && self->field != NULL, NULL);

  if (self->field->form == NULL || self->spec == self->field->spec)
    return yc_form_field_get_columns (self->field);
  if (self->columns == NULL)
    {
      self->columns = yc_form_field_create_columns (self->field->form, self->spec);
      yc_form_translate_columns (self->field->form, G_LIST_MODEL (self->columns), self->field);
    }
  return G_LIST_MODEL (self->columns);
}

/**
 * yc_form_element_get_stepper:
 * @self: a categorization
 *
 * Returns: whether its categories are steps, one after the other, rather than pages
 */
gboolean
yc_form_element_get_stepper (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->stepper;
}

/**
 * yc_form_element_get_visible:
 * @self: an element
 *
 * Returns: whether its rule and those of the elements around it show it
 */
gboolean
yc_form_element_get_visible (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->visible;
}

/**
 * yc_form_element_get_enabled:
 * @self: an element
 *
 * Returns: whether its rule, else its options and schema, else the element around it enable it
 */
gboolean
yc_form_element_get_enabled (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->enabled;
}

/**
 * yc_form_element_get_description:
 * @self: an element
 *
 * Returns: (nullable): a sentence that helps, the schema's `description`
 */
const char *
yc_form_element_get_description (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return self->description;
}

/**
 * yc_form_element_get_options:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the layout element's `options`
 */
JsonObject *
yc_form_element_get_options (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return yc_json_get_object (self->layout, "options");
}

/**
 * yc_form_element_get_node:
 * @self: an element
 *
 * Returns: (nullable): where it is in the layout, a JSON Pointer, "" for the root; of one in a row,
 *   below the `detail` of its control; %NULL for one made up
 */
const char *
yc_form_element_get_node (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return self->node;
}

/**
 * yc_form_element_get_scope:
 * @self: an element
 *
 * Returns: (nullable): the `scope` of the layout's element
 */
const char *
yc_form_element_get_scope (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return yc_json_get_string (self->layout, "scope", NULL);
}

/**
 * yc_form_element_get_parent:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the element around it; %NULL for the form's and a row's root
 */
YcFormElement *
yc_form_element_get_parent (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), NULL);

  return self->parent;
}

/**
 * yc_form_element_get_read_only:
 * @self: an element
 *
 * Returns: whether its rule, else its options and schema, else the element around it make it
 *   read only
 */
gboolean
yc_form_element_get_read_only (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->read_only;
}

/**
 * yc_form_element_get_required:
 * @self: an element
 *
 * Returns: whether the schema's `required` names it, whatever else the data demand: as JSON Forms
 *   says it. What must be filled in as things stand is told by yc_form_field_get_required()
 */
gboolean
yc_form_element_get_required (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), FALSE);

  return self->required;
}

/**
 * yc_form_element_get_n_missing:
 * @self: an element
 *
 * Returns: how many of the visible fields in it must still be filled in
 */
guint
yc_form_element_get_n_missing (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), 0);

  return self->n_missing;
}

/**
 * yc_form_element_get_n_errors:
 * @self: an element
 *
 * Returns: how many of the visible fields in it are filled in wrongly
 */
guint
yc_form_element_get_n_errors (YcFormElement *self)
{
  g_return_val_if_fail (YC_IS_FORM_ELEMENT (self), 0);

  return self->n_errors;
}
