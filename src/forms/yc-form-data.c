/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form's data: what fields write into them and take from them, drafts and submissions. */
#include "yc-form-private.h"

#include <string.h>

#include "yc-form-field-private.h"
#include "yc-json.h"

/* Data */

JsonNode *
yc_form_read_field (YcForm      *self,
                    YcFormField *field)
{
  return yc_json_pointer_get (self->data, yc_form_field_get_pointer (field));
}

static gboolean
is_empty_object (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node) && json_object_get_size (json_node_get_object (node)) == 0;
}

/* Rows at the end into which nothing is typed are not part of the data. */
static void
yc_form_trim_rows (YcForm      *self,
                   YcFormField *repeating)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));
  guint n = array == NULL ? 0 : json_array_get_length (array);

  for (; n > 0 && is_empty_object (json_array_get_element (array, n - 1)); n--)
    json_array_remove_element (array, n - 1);
  if (n == 0)
    yc_json_pointer_set (self->data, yc_form_field_get_pointer (repeating), NULL);
}

static JsonArray *
ensure_rows (YcForm      *self,
             YcFormField *repeating,
             guint        n_rows)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));

  if (array == NULL)
    {
      array = json_array_new ();
      yc_json_pointer_set (self->data, yc_form_field_get_pointer (repeating),
                           yc_json_array_node (array));
    }
  while (json_array_get_length (array) < n_rows)
    json_array_add_object_element (array, json_object_new ());
  return array;
}

static void
write_cell (YcForm      *self,
            YcFormField *field,
            JsonNode    *value)
{
  YcFormField *repeating = yc_form_field_get_repeating (field);
  guint index = yc_form_row_get_index (yc_form_field_get_row (field));
  JsonArray *array = ensure_rows (self, repeating, index + 1);
  JsonNode *row = json_array_get_element (array, index);

  if (value != NULL && JSON_NODE_HOLDS_OBJECT (row))
    json_object_set_member (json_node_get_object (row), yc_form_field_get_spec (field)->name,
                            json_node_ref (value));
  else if (JSON_NODE_HOLDS_OBJECT (row))
    json_object_remove_member (json_node_get_object (row), yc_form_field_get_spec (field)->name);
  yc_form_trim_rows (self, repeating);
}

void
yc_form_write_field (YcForm      *self,
                     YcFormField *field,
                     JsonNode    *value)
{
  const char *pointer = yc_form_field_get_pointer (field);

  yc_form_history_record (self->history, self->data, pointer);
  if (yc_form_field_get_repeating (field) != NULL)
    write_cell (self, field, value);
  else
    yc_json_pointer_set (self->data, pointer, value == NULL ? NULL : json_node_ref (value));
  yc_form_update (self, pointer);
}

static void
show_error_of (YcForm      *self,
               YcFormField *field)
{
  const char *pointer = yc_form_field_get_pointer (field);
  guint n = yc_schema_report_get_n_problems (self->report);

  for (guint i = 0; yc_form_field_get_visible (field) && i < n; i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (self->report, i);
      const char *place = yc_schema_problem_get_instance_location (problem);

      if (g_str_has_prefix (place, pointer) && yc_form_find_field_around (self, place) == field)
        {
          yc_form_show_problem (self, field, problem);
          return;
        }
    }
  yc_form_field_set_error (field, NULL);
}

void
yc_form_leave_field (YcForm      *self,
                     YcFormField *field)
{
  yc_form_field_tidy (field);
  yc_form_history_settle (self->history);
  yc_form_field_set_touched (field, TRUE);
  show_error_of (self, field);
}

void
yc_form_row_removed (YcForm      *self,
                     YcFormField *repeating,
                     guint        index)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));

  if (array == NULL || index >= json_array_get_length (array))
    return;
  yc_form_history_settle (self->history);
  yc_form_history_record (self->history, self->data, yc_form_field_get_pointer (repeating));
  json_array_remove_element (array, index);
  yc_form_trim_rows (self, repeating);
  yc_form_update (self, yc_form_field_get_pointer (repeating));
}

void
yc_form_row_moved (YcForm      *self,
                   YcFormField *repeating,
                   guint        from,
                   guint        to)
{
  g_autoptr (JsonArray) moved = json_array_new ();
  JsonArray *array;
  guint n;

  yc_form_history_settle (self->history);
  yc_form_history_record (self->history, self->data, yc_form_field_get_pointer (repeating));
  array = ensure_rows (self, repeating, MAX (from, to) + 1);
  n = json_array_get_length (array);
  for (guint i = 0; i < n; i++)
    {
      guint source = i == to ? from : i;

      if (from < to && i >= from && i < to)
        source = i + 1;
      else if (to < from && i > to && i <= from)
        source = i - 1;
      json_array_add_element (moved, json_node_ref (json_array_get_element (array, source)));
    }
  yc_json_pointer_set (self->data, yc_form_field_get_pointer (repeating),
                       yc_json_array_node (g_steal_pointer (&moved)));
  yc_form_trim_rows (self, repeating);
  yc_form_update (self, yc_form_field_get_pointer (repeating));
}

static void
yc_form_load_rows (YcForm      *self,
                   YcFormField *repeating)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));
  GListModel *rows = yc_form_field_get_rows (repeating);

  yc_form_field_set_n_rows (repeating, array == NULL ? 0 : json_array_get_length (array));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      for (guint k = 0; k < yc_form_row_get_n_fields (row); k++)
        {
          YcFormField *cell = yc_form_row_get_field (row, k);
          JsonNode *value = yc_form_read_field (self, cell);

          yc_form_field_take_value (cell, value == NULL ? NULL : yc_json_copy (value), FALSE);
        }
    }
}

void
yc_form_row_duplicated (YcForm      *self,
                        YcFormField *repeating,
                        guint        index)
{
  JsonArray *before;
  g_autoptr (JsonArray) array = json_array_new ();

  yc_form_history_settle (self->history);
  yc_form_history_record (self->history, self->data, yc_form_field_get_pointer (repeating));
  before = ensure_rows (self, repeating, index + 1);
  for (guint i = 0; i < json_array_get_length (before); i++)
    {
      JsonNode *row = json_array_get_element (before, i);

      json_array_add_element (array, json_node_ref (row));
      if (i == index)
        json_array_add_element (array, yc_json_copy (row));
    }
  yc_json_pointer_set (self->data, yc_form_field_get_pointer (repeating),
                       yc_json_array_node (g_steal_pointer (&array)));
  yc_form_field_insert_row (repeating, index + 1);
  yc_form_load_rows (self, repeating);
  yc_form_trim_rows (self, repeating);
  yc_form_update (self, yc_form_field_get_pointer (repeating));
}

static void
load_field (YcForm      *self,
            YcFormField *field)
{
  JsonNode *value = yc_form_read_field (self, field);

  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING)
    yc_form_load_rows (self, field);
  else
    yc_form_field_take_value (field, value == NULL ? NULL : yc_json_copy (value), FALSE);
}

/* The objects around fields are always there, so that what is required in them is asked for. */
static void
ensure_objects (YcForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *pointer = yc_form_field_get_pointer (g_ptr_array_index (self->fields, i));
      const char *slash = strrchr (pointer, '/');
      g_autofree char *around = g_strndup (pointer, (gsize) (slash - pointer));

      if (*around != '\0' && yc_json_pointer_get (self->data, around) == NULL)
        yc_json_pointer_set (self->data, around, yc_json_object_node (json_object_new ()));
    }
}

void
yc_form_load_all (YcForm *self)
{
  ensure_objects (self);
  for (guint i = 0; i < self->fields->len; i++)
    load_field (self, g_ptr_array_index (self->fields, i));
  yc_form_update (self, NULL);
}

/* Filling */

static YcFormField *
find_or_fail (YcForm      *self,
              const char  *pointer,
              GError     **error)
{
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);

  if (field == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCOPE, "The form has no field at “%s”",
                   pointer);
      return NULL;
    }
  if (yc_form_field_get_calculated (field))
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_READ_ONLY, "“%s” is computed",
                   yc_form_field_get_title (field));
      return NULL;
    }
  return field;
}

/**
 * yc_form_set_text:
 * @self: a form
 * @pointer: which field
 * @text: (nullable): what was typed
 * @error: return location
 *
 * Like yc_form_field_set_text().
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_set_text (YcForm      *self,
                  const char  *pointer,
                  const char  *text,
                  GError     **error)
{
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  yc_form_field_set_text (field, text);
  return TRUE;
}

/**
 * yc_form_set_value:
 * @self: a form
 * @pointer: which field; of a repeating one, all its rows are replaced
 * @value: (nullable) (transfer none): the value, an array of objects for a repeating field; %NULL
 *   or JSON null for none
 * @error: return location
 *
 * Sets a value and works out all that follows from it.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_set_value (YcForm      *self,
                   const char  *pointer,
                   JsonNode    *value,
                   GError     **error)
{
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  if (yc_form_field_get_kind (field) != YC_FORM_FIELD_REPEATING)
    {
      yc_form_field_set_value (field, value);
      return TRUE;
    }
  yc_form_history_record (self->history, self->data, pointer);
  yc_json_pointer_set (self->data, pointer,
                       yc_json_node_is_null (value) ? NULL : yc_json_copy (value));
  yc_form_load_rows (self, field);
  yc_form_trim_rows (self, field);
  yc_form_update (self, pointer);
  return TRUE;
}

/**
 * yc_form_autofill:
 * @self: a form
 * @pointer: which field
 * @value: (nullable) (transfer none): the value; %NULL takes back what was filled in
 * @source: (nullable): translated words that say where it came from
 * @error: return location
 *
 * Sets a value that nobody typed, and says so until somebody changes it.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_autofill (YcForm      *self,
                  const char  *pointer,
                  JsonNode    *value,
                  const char  *source,
                  GError     **error)
{
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  if (yc_form_field_get_kind (field) != YC_FORM_FIELD_REPEATING)
    {
      yc_form_field_fill (field, value, source);
      return TRUE;
    }
  yc_form_field_set_source (field, source);
  return yc_form_set_value (self, pointer, value, error);
}

/**
 * yc_form_fill_from:
 * @self: a form
 * @known: (transfer none): an object with what is known already
 * @name: the member of @known to fill from, such as "applicant"
 * @source: translated words for it
 *
 * Fills the fields that are empty and whose `x-source` is a JSON Pointer into that member, such as
 * "/applicant/mobile".
 *
 * Returns: how many fields were filled
 */
guint
yc_form_fill_from (YcForm     *self,
                   JsonNode   *known,
                   const char *name,
                   const char *source)
{
  g_autofree char *prefix = NULL;
  guint n_filled = 0;

  g_return_val_if_fail (YC_IS_FORM (self), 0);
  g_return_val_if_fail (known != NULL && name != NULL, 0);

  prefix = g_strdup_printf ("/%s/", name);
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);
      const char *place = yc_form_field_get_spec (field)->source;
      JsonNode *value;

      if (place == NULL || !g_str_has_prefix (place, prefix) ||
          yc_form_field_get_value (field) != NULL)
        continue;
      value = yc_json_pointer_get (known, place);
      if (yc_json_node_is_null (value) || g_strcmp0 (yc_json_node_get_string (value), "") == 0)
        continue;
      n_filled += yc_form_autofill (self, yc_form_field_get_pointer (field), value, source, NULL);
    }
  return n_filled;
}

/**
 * yc_form_set_today:
 * @self: a form
 * @today: "YYYY-MM-DD"
 *
 * Says on which day the form is filled, for what is computed and checked with it: at first the day on which the
 * form was made.
 */
void
yc_form_set_today (YcForm     *self,
                   const char *today)
{
  g_return_if_fail (YC_IS_FORM (self));
  g_return_if_fail (today != NULL);

  yc_form_calculations_set_today (self->calculations, today);
  yc_form_checks_set_today (self->checks, today);
  yc_form_update (self, NULL);
}

/**
 * yc_form_set_data:
 * @self: a form
 * @data: (transfer none): an object, such as yc_form_get_data() gave
 * @error: return location
 *
 * Replaces everything, to restore a draft or to correct a return. Members that the form has no
 * field for are kept. Computed values are computed again.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_DATA if @data is no object
 */
gboolean
yc_form_set_data (YcForm    *self,
                  JsonNode  *data,
                  GError   **error)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);

  if (yc_json_node_get_object (data) == NULL)
    {
      g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_DATA,
                           "The data of a form must be an object");
      return FALSE;
    }
  yc_form_history_clear (self->history);
  json_node_unref (self->data);
  self->data = yc_json_copy (data);
  yc_form_load_all (self);
  return TRUE;
}

static gboolean
take_step (YcForm   *self,
           JsonNode *data)
{
  if (data == NULL)
    return FALSE;
  json_node_unref (self->data);
  self->data = data;
  yc_form_load_all (self);
  return TRUE;
}

/**
 * yc_form_undo:
 * @self: a form
 * @pointer: (out) (transfer full): what was changed back, to go there
 *
 * Takes back the latest change: everything typed into one field until it was left, a row that was
 * removed or moved, a choice.
 *
 * Returns: %FALSE if there is nothing to undo; @pointer is then left alone
 */
gboolean
yc_form_undo (YcForm  *self,
              char   **pointer)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  return take_step (self, yc_form_history_undo (self->history, self->data, pointer));
}

/**
 * yc_form_redo:
 * @self: a form
 * @pointer: (out) (transfer full): what was changed again, to go there
 *
 * Does again what was undone last, as long as nothing else was changed since.
 *
 * Returns: %FALSE if there is nothing to redo; @pointer is then left alone
 */
gboolean
yc_form_redo (YcForm  *self,
              char   **pointer)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  return take_step (self, yc_form_history_redo (self->history, self->data, pointer));
}

/**
 * yc_form_get_data:
 * @self: a form
 *
 * Returns: (transfer full): a copy of everything, hidden and not yet valid values too: the draft
 */
JsonNode *
yc_form_get_data (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  return yc_json_copy (self->data);
}

/**
 * yc_form_get_submission:
 * @self: a form
 *
 * Returns: (transfer full): a copy of what is submitted: without the values of hidden fields
 */
JsonNode *
yc_form_get_submission (YcForm *self)
{
  JsonNode *submission;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  submission = yc_json_copy (self->data);
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);

      if (!yc_form_field_get_visible (field))
        yc_json_pointer_set (submission, yc_form_field_get_pointer (field), NULL);
    }
  return submission;
}
