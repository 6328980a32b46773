/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in a form's data: made when something is typed, trimmed, moved, duplicated. */
#include "yc-form-private.h"

#include "yc-json.h"

#define MAX_DEPTH 16

static gboolean is_empty (YcForm   *self,
                          JsonNode *value,
                          JsonNode *schema,
                          guint     depth);

static JsonNode *
find_property (YcForm     *self,
               JsonNode   *schema,
               const char *name)
{
  JsonNode *properties = schema == NULL
                             ? NULL
                             : yc_form_schema_get (self->schema_node, schema, "properties");

  return yc_json_get_member (yc_json_node_get_object (properties), name);
}

/* Computed members come by themselves. */
static gboolean
is_empty_object (YcForm     *self,
                 JsonObject *object,
                 JsonNode   *schema,
                 guint       depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    {
      JsonNode *property = find_property (self, schema, name);

      if (!is_empty (self, member, property, depth) &&
          (property == NULL ||
           yc_form_schema_get (self->schema_node, property, "x-calculate") == NULL))
        return FALSE;
    }
  return TRUE;
}

/* Whether nothing was filled in. */
static gboolean
is_empty (YcForm   *self,
          JsonNode *value,
          JsonNode *schema,
          guint     depth)
{
  if (JSON_NODE_HOLDS_NULL (value))
    return TRUE;
  if (depth == 0)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (value))
    return is_empty_object (self, json_node_get_object (value), schema, depth - 1);
  return JSON_NODE_HOLDS_ARRAY (value) && json_array_get_length (json_node_get_array (value)) == 0;
}

/* Rows at the end into which nothing is typed are not part of the data. */
void
yc_form_trim_rows (YcForm      *self,
                   YcFormField *repeating)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));
  JsonNode *items = repeating->spec->items;
  guint n = array == NULL ? 0 : json_array_get_length (array);

  for (; n > 0 && is_empty (self, json_array_get_element (array, n - 1), items, MAX_DEPTH); n--)
    json_array_remove_element (array, n - 1);
  if (n == 0 && array != NULL && *repeating->pointer != '\0')
    yc_json_pointer_set (self->data, repeating->pointer, NULL);
}

static JsonNode *
create_row (YcForm      *self,
            YcFormField *repeating)
{
  JsonNode *items = repeating->spec->items;
  JsonNode *row = yc_form_create_default (self, items);

  if (row != NULL)
    return row;
  return yc_form_schema_get_types (self->schema_node, items) & YC_FORM_TYPE_OBJECT
             ? yc_json_object_node (json_object_new ())
             : json_node_init_null (json_node_alloc ());
}

/* The array of a repeating field (none), with the rows around it; NULL where the data are so odd that
 * there is no place for it. */
static JsonArray *
ensure_array (YcForm      *self,
              YcFormField *repeating)
{
  YcFormField *around = yc_form_field_get_repeating (repeating);
  JsonNode *node = yc_form_read_field (self, repeating);

  if (yc_json_node_get_array (node) != NULL)
    return json_node_get_array (node);
  if (around != NULL)
    yc_form_ensure_rows (self, around,
                         yc_form_row_get_index (yc_form_field_get_row (repeating)) + 1);
  yc_form_put (self, repeating->pointer, yc_json_array_node (json_array_new ()));
  return yc_json_node_get_array (yc_form_read_field (self, repeating));
}

/* Makes the rows before the one that is typed into, and that one, and the rows around them. */
JsonArray *
yc_form_ensure_rows (YcForm      *self,
                     YcFormField *repeating,
                     guint        n_rows)
{
  JsonArray *array = ensure_array (self, repeating);

  while (array != NULL && json_array_get_length (array) < n_rows)
    json_array_add_element (array, create_row (self, repeating));
  return array;
}

/* Rules in the rows hide and show from the beginning, in whichever control. */
static gboolean
is_eager (YcFormField *repeating)
{
  for (GSList *l = repeating->elements; l != NULL; l = l->next)
    {
      YcFormElement *control = l->data;

      if (control->spec->eager)
        return TRUE;
    }
  return FALSE;
}

/* Takes the rows that the data have. */
void
yc_form_load_rows (YcForm      *self,
                   YcFormField *repeating)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));
  GListModel *rows = G_LIST_MODEL (repeating->rows);

  yc_form_field_note_none (repeating, yc_form_read_field (self, repeating));
  yc_form_field_set_n_rows (repeating, array == NULL ? 0 : json_array_get_length (array));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      if (yc_form_row_get_branch (row) != NULL)
        yc_form_branch_load (yc_form_row_get_branch (row));
      else if (is_eager (repeating))
        yc_form_row_ensure_branch (row);
    }
}

/* Returns the outermost place that the change is about to touch (full). */
static char *
record (YcForm      *self,
        YcFormField *repeating)
{
  char *changed = yc_form_find_outermost (self, repeating->pointer);

  yc_form_history_settle (self->history);
  yc_form_history_record (self->history, self->data, changed, repeating->pointer);
  yc_form_history_settle (self->history);
  return changed;
}

static void
finish (YcForm      *self,
        YcFormField *repeating,
        const char  *changed)
{
  self->updating++;
  yc_form_load_rows (self, repeating);
  self->updating--;
  yc_form_update (self, changed);
}

/* An empty row, part of the data if its fields have defaults. */
YcFormRow *
yc_form_row_appended (YcForm      *self,
                      YcFormField *repeating)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (repeating->rows));
  g_autoptr (JsonNode) begin = yc_form_create_default (self, repeating->spec->items);
  g_autofree char *changed = NULL;
  YcFormRow *row = yc_form_field_insert_row (repeating, n);

  if (begin != NULL)
    {
      changed = record (self, repeating);
      yc_form_ensure_rows (self, repeating, n + 1);
      finish (self, repeating, changed);
    }
  else if (repeating->spec->eager)
    yc_form_row_ensure_branch (row);
  return row;
}

void
yc_form_row_removed (YcForm      *self,
                     YcFormField *repeating,
                     guint        index)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));
  g_autofree char *table = NULL;

  if (array == NULL || index >= json_array_get_length (array))
    return;
  table = yc_form_find_outermost_table (repeating);
  yc_form_history_settle (self->history);
  yc_form_history_record (self->history, self->data, table, repeating->pointer);
  yc_form_history_settle (self->history);
  json_array_remove_element (array, index);
  yc_form_trim_rows (self, repeating);
  yc_form_trim_rows_around (self, repeating);
  yc_form_update (self, table);
}

void
yc_form_row_moved (YcForm      *self,
                   YcFormField *repeating,
                   guint        from,
                   guint        to)
{
  g_autoptr (JsonArray) moved = json_array_new ();
  g_autofree char *changed = record (self, repeating);
  JsonArray *array = yc_form_ensure_rows (self, repeating, MAX (from, to) + 1);
  guint n = array == NULL ? 0 : json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    {
      guint source = i == to ? from : i;

      if (from < to && i >= from && i < to)
        source = i + 1;
      else if (to < from && i > to && i <= from)
        source = i - 1;
      json_array_add_element (moved, json_node_ref (json_array_get_element (array, source)));
    }
  if (array != NULL)
    yc_form_put (self, repeating->pointer, yc_json_array_node (g_steal_pointer (&moved)));
  yc_form_trim_rows (self, repeating);
  yc_form_update (self, changed);
}

void
yc_form_row_duplicated (YcForm      *self,
                        YcFormField *repeating,
                        guint        index)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autofree char *changed = record (self, repeating);
  JsonArray *before = yc_form_ensure_rows (self, repeating, index + 1);

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    {
      JsonNode *row = json_array_get_element (before, i);

      json_array_add_element (array, json_node_ref (row));
      if (i == index)
        json_array_add_element (array, yc_json_copy (row));
    }
  if (before != NULL)
    yc_form_put (self, repeating->pointer, yc_json_array_node (g_steal_pointer (&array)));
  yc_form_field_insert_row (repeating, index + 1);
  yc_form_trim_rows (self, repeating);
  finish (self, repeating, changed);
}
