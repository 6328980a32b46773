/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema and a control say about the rows of a repeating field. */
#include "yc-form-spec-private.h"

#include "yc-form-generator-private.h"
#include "yc-json.h"

#define MAX_DEPTH 32

/* The control's `detail` if it is a layout, "DEFAULT", "GENERATE" and "REGISTERED" make one up. An
 * object with `elements` and no type is a vertical one. */
static JsonNode *
read_detail (YcFormSpec *self,
             JsonNode   *root)
{
  JsonObject *detail = yc_json_get_object (self->options, "detail");
  JsonArray *elements = yc_json_get_array (detail, "elements");
  JsonObject *layout;

  if (detail != NULL && yc_json_get_string (detail, "type", NULL) != NULL)
    return json_node_ref (json_object_get_member (self->options, "detail"));
  if (elements == NULL)
    return yc_form_generate_layout (root, self->items);
  layout = json_object_new ();
  json_object_set_string_member (layout, "type", "VerticalLayout");
  json_object_set_array_member (layout, "elements", json_array_ref (elements));
  return yc_json_object_node (layout);
}

static gboolean
has_rule (JsonNode *node,
          guint     depth)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *elements = yc_json_get_array (object, "elements");
  JsonNode *detail = yc_json_get_member (yc_json_get_object (object, "options"), "detail");

  if (object == NULL || depth == 0)
    return FALSE;
  if (json_object_has_member (object, "rule") || has_rule (detail, depth - 1))
    return TRUE;
  for (guint i = 0; elements != NULL && i < json_array_get_length (elements); i++)
    {
      if (has_rule (json_array_get_element (elements, i), depth - 1))
        return TRUE;
    }
  return FALSE;
}

/* A cell has no place for the answer that there is none. */
static gboolean
takes_none (YcFormSpec *self,
            JsonNode   *root,
            YcFormSpec *cell)
{
  return cell->nullable &&
         yc_form_schema_names (yc_form_schema_get (root, self->items, "required"), cell->name);
}

/* Whether a control is one cell: a single value, not a set of fields or a table of its own. */
static gboolean
is_cell (YcFormSpec *self,
         JsonNode   *root,
         JsonObject *control)
{
  const char *scope = yc_json_get_string (control, "scope", NULL);
  g_autoptr (YcFormSpec) cell = NULL;

  if (g_strcmp0 (yc_json_get_string (control, "type", NULL), "Control") != 0 || scope == NULL)
    return FALSE;
  cell = yc_form_spec_new (root, self->items, scope, control);
  return cell != NULL && cell->kind != YC_FORM_FIELD_REPEATING &&
         cell->kind != YC_FORM_FIELD_ALTERNATIVES && cell->kind != YC_FORM_FIELD_ATTACHMENT &&
         cell->kind != YC_FORM_FIELD_CHOICES && !takes_none (self, root, cell) &&
         !yc_form_schema_has_properties (root, cell->node);
}

static gboolean
is_flat (YcFormSpec *self,
         JsonNode   *root)
{
  JsonObject *layout = json_node_get_object (self->detail);
  const char *type = yc_json_get_string (layout, "type", "");
  JsonArray *elements = yc_json_get_array (layout, "elements");
  guint n = elements == NULL ? 0 : json_array_get_length (elements);

  if (!g_str_equal (type, "VerticalLayout") && !g_str_equal (type, "HorizontalLayout"))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!is_cell (self, root, yc_json_node_get_object (json_array_get_element (elements, i))))
        return FALSE;
    }
  return n > 0;
}

/* Does nothing for other fields, nor for a second time. */
void
yc_form_spec_read_rows (YcFormSpec *self,
                        JsonNode   *root)
{
  JsonNode *items = yc_form_schema_get (root, self->node, "items");

  if (self->kind != YC_FORM_FIELD_REPEATING || self->detail != NULL)
    return;
  items = items == NULL ? NULL : yc_form_schema_resolve (root, items);
  if (items == NULL || !JSON_NODE_HOLDS_OBJECT (items))
    self->items = yc_json_object_node (json_object_new ());
  else
    self->items = json_node_ref (items);
  self->min_rows = (guint) CLAMP (yc_json_get_int (self->schema, "minItems", 0), 0, MAX_ROWS);
  self->max_rows =
      (guint) CLAMP (yc_json_get_int (self->schema, "maxItems", MAX_ROWS), 0, MAX_ROWS);
  self->detail = read_detail (self, root);
  self->flat = is_flat (self, root);
  self->eager = has_rule (self->detail, MAX_DEPTH);
}
