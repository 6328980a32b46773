/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a repeating field. */
#include "yc-form-field-private.h"

#include "yc-form-private.h"
#include "yc-form-scope-private.h"
#include "yc-json.h"

/* The fields of a table's headings (full): of a flat row, one for each of its controls. */
GListStore *
yc_form_field_create_columns (YcForm     *form,
                              YcFormSpec *spec)
{
  JsonArray *elements = yc_json_get_array (json_node_get_object (spec->detail), "elements");
  YcFormDemands *demands = yc_form_find_demands (form, spec->items);
  GListStore *columns = g_list_store_new (YC_TYPE_FORM_FIELD);

  for (guint i = 0; spec->flat && i < json_array_get_length (elements); i++)
    {
      JsonObject *control = json_array_get_object_element (elements, i);
      const char *scope = json_object_get_string_member (control, "scope");
      g_autofree char *place = yc_form_scope_to_pointer (scope);
      g_autoptr (YcFormField) column = yc_form_field_new (
          NULL, yc_form_find_spec (form, spec->items, scope, control), place, "");

      column->required = yc_form_demands_has (demands, NULL, place);
      g_list_store_append (columns, column);
    }
  return columns;
}

/* Tells the rows from @from on where they are; those who hear of it find all of them in place. */
void
yc_form_field_number_rows (YcFormField *self,
                           guint        from)
{
  GListModel *rows = G_LIST_MODEL (self->rows);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = from; i < n; i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      g_object_freeze_notify (G_OBJECT (row));
      yc_form_row_set_index (row, i);
      yc_form_row_move (row);
    }
  for (guint i = from; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);

      g_object_thaw_notify (row);
    }
}

/* Inserts an empty row without telling the form, which does the telling. */
YcFormRow *
yc_form_field_insert_row (YcFormField *self,
                          guint        index)
{
  g_autoptr (YcFormRow) row = yc_form_row_new (self, index);

  g_list_store_insert (self->rows, index, row);
  yc_form_field_number_rows (self, index);
  return row;
}

void
yc_form_field_drop_row (YcFormField *self,
                        guint        index)
{
  g_autoptr (YcFormRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), index);

  g_list_store_remove (self->rows, index);
  yc_form_row_detach (row);
  yc_form_field_number_rows (self, index);
}

/* Adds empty rows or drops the last ones until there are @n_rows, at least one. */
void
yc_form_field_set_n_rows (YcFormField *self,
                          guint        n_rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  n_rows = MAX (n_rows, 1);
  for (; n < n_rows; n++)
    yc_form_field_insert_row (self, n);
  for (; n > n_rows; n--)
    yc_form_field_drop_row (self, n - 1);
}

/**
 * yc_form_field_get_rows:
 * @self: a field
 *
 * The rows of a repeating field. There is always at least one; empty rows at the end are for
 * typing only and not part of the data.
 *
 * Returns: (transfer none) (nullable): a list of #YcFormRow, %NULL if @self is not repeating
 */
GListModel *
yc_form_field_get_rows (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return (GListModel *) self->rows;
}

/**
 * yc_form_field_get_columns:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): for each column a #YcFormField without a value that has its
 *   words and kind; empty if the rows do not fit into a table, %NULL if @self is not repeating
 */
GListModel *
yc_form_field_get_columns (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return (GListModel *) self->columns;
}

/**
 * yc_form_field_get_min_rows:
 * @self: a repeating field
 *
 * Returns: how many rows there have to be by `minItems`, 0 if it says nothing
 */
guint
yc_form_field_get_min_rows (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), 0);

  return self->spec->min_rows;
}

/**
 * yc_form_field_get_max_rows:
 * @self: a repeating field
 *
 * Returns: how many rows there may be by `maxItems`, %G_MAXUINT if it says nothing
 */
guint
yc_form_field_get_max_rows (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), 0);

  return self->spec->max_rows < MAX_ROWS ? self->spec->max_rows : G_MAXUINT;
}

/**
 * yc_form_field_can_append_row:
 * @self: a repeating field
 *
 * Returns: whether `maxItems` allows another row
 */
gboolean
yc_form_field_can_append_row (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->rows != NULL && self->form != NULL && !yc_form_field_get_read_only (self) &&
         g_list_model_get_n_items (G_LIST_MODEL (self->rows)) < self->spec->max_rows;
}

/**
 * yc_form_field_append_row:
 * @self: a repeating field
 *
 * Adds a row with the defaults of its fields. One without is part of the data only when something
 * is typed into it.
 *
 * Returns: (transfer none) (nullable): the row, %NULL if there can be no more
 */
YcFormRow *
yc_form_field_append_row (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  if (!yc_form_field_can_append_row (self))
    return NULL;
  return yc_form_row_appended (self->form, self);
}

/**
 * yc_form_field_remove_row:
 * @self: a repeating field
 * @index: which row
 *
 * Removes a row with what it holds. An empty one takes its place if it was the only one.
 */
void
yc_form_field_remove_row (YcFormField *self,
                          guint        index)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self) && self->rows != NULL);

  if (self->form == NULL || index >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;
  yc_form_field_drop_row (self, index);
  yc_form_field_set_n_rows (self, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  yc_form_row_removed (self->form, self, index);
}

/**
 * yc_form_field_move_row:
 * @self: a repeating field
 * @from: which row
 * @to: where it shall be afterwards
 *
 * Moves a row among the others.
 */
void
yc_form_field_move_row (YcFormField *self,
                        guint        from,
                        guint        to)
{
  g_autoptr (YcFormRow) row = NULL;
  guint n;

  g_return_if_fail (YC_IS_FORM_FIELD (self) && self->rows != NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (self->form == NULL || from >= n || to >= n || from == to)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), from);
  g_list_store_remove (self->rows, from);
  g_list_store_insert (self->rows, to, row);
  yc_form_field_number_rows (self, MIN (from, to));
  yc_form_row_moved (self->form, self, from, to);
}

/**
 * yc_form_field_duplicate_row:
 * @self: a repeating field
 * @index: which row
 *
 * Adds a row with the same values behind another.
 *
 * Returns: (transfer none) (nullable): the new row, %NULL if there can be no more
 */
YcFormRow *
yc_form_field_duplicate_row (YcFormField *self,
                             guint        index)
{
  g_autoptr (YcFormRow) row = NULL;

  g_return_val_if_fail (YC_IS_FORM_FIELD (self) && self->rows != NULL, NULL);

  if (index >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)) ||
      !yc_form_field_can_append_row (self))
    return NULL;
  yc_form_row_duplicated (self->form, self, index);
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), index + 1);
  return row;
}
