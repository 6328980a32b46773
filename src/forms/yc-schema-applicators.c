/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of JSON Schema that hold other schemas: how each is read into an operation. */
#include "yc-schema-build-private.h"

#include "yc-json.h"

gboolean
yc_schema_build_schema (YcSchemaBuilder *self,
                        YcSchemaOp      *op,
                        GError         **error)
{
  op->schema = yc_schema_get_child (self, op->value, op->keyword, NULL, -1);
  return TRUE;
}

static YcSubschema **
read_list (YcSchemaBuilder *self,
           JsonArray       *array,
           const char      *keyword)
{
  guint n = json_array_get_length (array);
  YcSubschema **list = g_new0 (YcSubschema *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      list[i] = yc_schema_get_child (self, node, keyword, NULL, (int) i);
    }
  return list;
}

gboolean
yc_schema_build_list (YcSchemaBuilder *self,
                      YcSchemaOp      *op,
                      GError         **error)
{
  JsonArray *array = yc_json_node_get_array (op->value);

  if (array == NULL)
    return yc_schema_build_fail (self, op, "an array of schemas", error);
  op->n_list = json_array_get_length (array);
  op->list = read_list (self, array, op->keyword);
  return TRUE;
}

/* Members of the object under @keyword, each with its subschema. NULL and 0 if there is none. */
static YcSchemaMember *
read_members (YcSchemaBuilder *self,
              const char      *keyword,
              guint           *n_members)
{
  JsonObject *object = yc_json_get_object (self->object, keyword);
  YcSchemaMember *members;
  JsonObjectIter iter;
  JsonNode *node;
  guint i = 0;

  *n_members = object == NULL ? 0 : json_object_get_size (object);
  if (*n_members == 0)
    return NULL;
  members = g_new0 (YcSchemaMember, *n_members);
  json_object_iter_init_ordered (&iter, object);
  for (; json_object_iter_next_ordered (&iter, &members[i].name, &node); i++)
    {
      members[i].schema = yc_schema_get_child (self, node, keyword, members[i].name, -1);
      if (i + 1 == *n_members)
        break;
    }
  return members;
}

gboolean
yc_schema_build_dependent_schemas (YcSchemaBuilder *self,
                                   YcSchemaOp      *op,
                                   GError         **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (op->value))
    return yc_schema_build_fail (self, op, "an object of schemas", error);
  op->members = read_members (self, op->keyword, &op->n_members);
  return TRUE;
}

/* Names by the member that asks for them; what is no array of names is a schema where @schemas. */
static gboolean
read_dependents (YcSchemaBuilder *self,
                 YcSchemaOp      *op,
                 gboolean         schemas,
                 const char      *wanted,
                 GError         **error)
{
  JsonObject *object = yc_json_node_get_object (op->value);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return yc_schema_build_fail (self, op, wanted, error);
  op->members = g_new0 (YcSchemaMember, json_object_get_size (object) + 1);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      YcSchemaMember *member = &op->members[op->n_members++];

      member->name = name;
      member->names = yc_schema_read_names (node);
      if (member->names == NULL && !schemas)
        return yc_schema_build_fail (self, op, wanted, error);
      if (member->names == NULL)
        member->schema = yc_schema_get_child (self, node, op->keyword, name, -1);
    }
  return TRUE;
}

gboolean
yc_schema_build_dependent_required (YcSchemaBuilder *self,
                                    YcSchemaOp      *op,
                                    GError         **error)
{
  return read_dependents (self, op, FALSE, "an object of arrays of names", error);
}

/* Draft 7's `dependencies`: members are arrays of names or schemas. */
gboolean
yc_schema_build_dependencies (YcSchemaBuilder *self,
                              YcSchemaOp      *op,
                              GError         **error)
{
  return read_dependents (self, op, TRUE, "an object", error);
}

static gboolean
build_patterns (YcSchemaBuilder *self,
                YcSchemaOp      *op,
                GError         **error)
{
  op->patterns = read_members (self, "patternProperties", &op->n_patterns);
  for (guint i = 0; i < op->n_patterns; i++)
    {
      op->patterns[i].pattern =
          yc_schema_build_pattern (self, "patternProperties", op->patterns[i].name, error);
      if (op->patterns[i].pattern == NULL)
        return FALSE;
    }
  return TRUE;
}

/* properties, patternProperties and additionalProperties decide together: the first of them that
 * is met makes the operation of all three. */
gboolean
yc_schema_build_properties (YcSchemaBuilder *self,
                            YcSchemaOp      *op,
                            GError         **error)
{
  JsonNode *additional = json_object_get_member (self->object, "additionalProperties");

  for (guint i = 0; i < self->ops->len; i++)
    {
      if (g_array_index (self->ops, YcSchemaOp, i).kind == YC_SCHEMA_OP_PROPERTIES)
        {
          op->kind = 0;
          return TRUE;
        }
    }
  if (!g_str_equal (op->keyword, "additionalProperties") && !JSON_NODE_HOLDS_OBJECT (op->value))
    return yc_schema_build_fail (self, op, "an object of schemas", error);
  op->members = read_members (self, "properties", &op->n_members);
  if (!build_patterns (self, op, error))
    return FALSE;
  if (additional != NULL)
    op->schema = yc_schema_get_child (self, additional, "additionalProperties", NULL, -1);
  op->by_name = yc_schema_names_new (op->n_members);
  for (guint i = 0; i < op->n_members; i++)
    yc_schema_names_add (op->by_name, op->members[i].name, &op->members[i]);
  op->keyword = "properties";
  return TRUE;
}

/* prefixItems and items, likewise; before 2020-12 these were called items and additionalItems. */
gboolean
yc_schema_build_items (YcSchemaBuilder *self,
                       YcSchemaOp      *op,
                       GError         **error)
{
  gboolean old = (self->current->scope->resource->draft & YC_SCHEMA_DRAFTS_OLD) != 0 &&
                 JSON_NODE_HOLDS_ARRAY (op->value);
  const char *first = old ? "items" : "prefixItems";
  const char *rest = old ? "additionalItems" : "items";
  gboolean has_first = self->current->scope->resource->draft == YC_SCHEMA_DRAFT_2020 || old;
  JsonNode *items = json_object_get_member (self->object, rest);
  JsonArray *prefix = has_first ? yc_json_get_array (self->object, first) : NULL;

  if (g_str_equal (op->keyword, "prefixItems") && prefix == NULL)
    return yc_schema_build_fail (self, op, "an array of schemas", error);
  if (g_str_equal (op->keyword, "items") && prefix != NULL && !old)
    {
      op->kind = 0;
      return TRUE;
    }
  op->item_keywords[0] = first;
  op->item_keywords[1] = rest;
  if (items != NULL)
    op->schema = yc_schema_get_child (self, items, rest, NULL, -1);
  if (prefix != NULL)
    {
      op->n_list = json_array_get_length (prefix);
      op->list = read_list (self, prefix, first);
    }
  return TRUE;
}

gboolean
yc_schema_build_contains (YcSchemaBuilder *self,
                          YcSchemaOp      *op,
                          GError         **error)
{
  JsonNode *minimum = json_object_get_member (self->object, "minContains");
  JsonNode *maximum = json_object_get_member (self->object, "maxContains");

  op->schema = yc_schema_get_child (self, op->value, "contains", NULL, -1);
  op->limit = 1;
  op->limit_max = G_MAXUINT64;
  if (!self->current->scope->validates ||
      self->current->scope->resource->draft == YC_SCHEMA_DRAFT_7)
    return TRUE;
  return ((minimum == NULL || yc_schema_read_count (minimum, &op->limit)) &&
          (maximum == NULL || yc_schema_read_count (maximum, &op->limit_max))) ||
         yc_schema_build_fail (self, op, "with whole numbers as minContains and maxContains", error);
}

gboolean
yc_schema_build_ref (YcSchemaBuilder *self,
                     YcSchemaOp      *op,
                     GError         **error)
{
  const char *reference = yc_json_node_get_string (op->value);

  if (reference == NULL)
    return yc_schema_build_fail (self, op, "a string", error);
  op->schema =
      yc_schema_resolve (self, self->current->scope->resource->uri, reference, NULL, error);
  return op->schema != NULL;
}

gboolean
yc_schema_build_dynamic_ref (YcSchemaBuilder *self,
                             YcSchemaOp      *op,
                             GError         **error)
{
  const char *reference = yc_json_node_get_string (op->value);
  g_autofree char *anchor = NULL;

  if (reference == NULL)
    return yc_schema_build_fail (self, op, "a string", error);
  op->schema =
      yc_schema_resolve (self, self->current->scope->resource->uri, reference, &anchor, error);
  op->anchor = anchor == NULL ? NULL : g_intern_string (anchor);
  return op->schema != NULL;
}

gboolean
yc_schema_build_if (YcSchemaBuilder *self,
                    YcSchemaOp      *op,
                    GError         **error)
{
  JsonNode *then = json_object_get_member (self->object, "then");
  JsonNode *other = json_object_get_member (self->object, "else");

  op->schema = yc_schema_get_child (self, op->value, "if", NULL, -1);
  op->n_list = 2;
  op->list = g_new0 (YcSubschema *, 2);
  op->list[0] = then == NULL ? NULL : yc_schema_get_child (self, then, "then", NULL, -1);
  op->list[1] = other == NULL ? NULL : yc_schema_get_child (self, other, "else", NULL, -1);
  return TRUE;
}

gboolean
yc_schema_build_unevaluated (YcSchemaBuilder *self,
                             YcSchemaOp      *op,
                             GError         **error)
{
  self->current->collects = TRUE;
  return yc_schema_build_schema (self, op, error);
}
