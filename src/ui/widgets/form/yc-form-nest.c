/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An editor that has fields of its own inside: rows, a chosen alternative. */
#include "yc-form-nest.h"

#include "yc-form-alternatives.h"
#include "yc-form-list.h"
#include "yc-form-table.h"

/* More than that cannot be read side by side. */
#define MAX_COLUMNS 7

G_DEFINE_INTERFACE (YcFormNest, yc_form_nest, GTK_TYPE_WIDGET)

static void
yc_form_nest_default_init (YcFormNestInterface *iface)
{
}

/* Whether a row fits into one line of a table: plain fields beside each other. */
static gboolean
is_flat (YcFormElement *control)
{
  GListModel *columns = yc_form_element_get_columns (control);
  guint n = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);

      switch ((int) yc_form_field_get_kind (column))
        {
        case YC_FORM_FIELD_REPEATING:
        case YC_FORM_FIELD_ALTERNATIVES:
        case YC_FORM_FIELD_ATTACHMENT:
          return FALSE;
        default:
          break;
        }
    }
  return n > 0 && n <= MAX_COLUMNS;
}

/**
 * yc_form_nest_new:
 * @element: a control of a form's layout
 *
 * Returns: (nullable): the editor of a field that has fields inside, %NULL for any other field
 */
GtkWidget *
yc_form_nest_new (YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);

  g_return_val_if_fail (field != NULL, NULL);

  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_ALTERNATIVES)
    return yc_form_alternatives_new (field, yc_form_element_get_title (element));
  if (yc_form_field_get_kind (field) != YC_FORM_FIELD_REPEATING)
    return NULL;
  if (yc_form_element_get_kind (element) == YC_FORM_ELEMENT_LIST_WITH_DETAIL || !is_flat (element))
    return yc_form_list_new (element);
  return yc_form_table_new (element);
}

/**
 * yc_form_nest_focus:
 * @self: the editor
 *
 * Returns: whether its first field took the focus
 */
gboolean
yc_form_nest_focus (YcFormNest *self)
{
  g_return_val_if_fail (YC_IS_FORM_NEST (self), FALSE);

  return YC_FORM_NEST_GET_IFACE (self)->focus (self);
}

/**
 * yc_form_nest_focus_pointer:
 * @self: the editor
 * @pointer: a JSON Pointer into the form's data
 *
 * Shows the field that @pointer leads to, and goes there.
 *
 * Returns: whether it is inside and took the focus
 */
gboolean
yc_form_nest_focus_pointer (YcFormNest *self,
                            const char *pointer)
{
  g_return_val_if_fail (YC_IS_FORM_NEST (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  return YC_FORM_NEST_GET_IFACE (self)->focus_pointer (self, pointer);
}
