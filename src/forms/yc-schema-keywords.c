/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of JSON Schema: how each is read into an operation. */
#include "yc-schema-build-private.h"

#include "yc-json.h"
#include "yc-schema-number-private.h"

/* From this many texts on, an enum is looked up by hash. */
#define HASH_TEXTS_FROM 9

static gboolean
fail (YcSchemaBuilder *self,
      YcSchemaOp      *op,
      const char      *expected,
      GError         **error)
{
  g_autofree char *location = yc_subschema_dup_location (self->current);

  g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA, "%s/%s must be %s", location,
               op->keyword, expected);
  return FALSE;
}

static YcSchemaPattern *
compile_pattern (YcSchemaBuilder  *self,
                 const char       *keyword,
                 const char       *source,
                 GError          **error)
{
  YcSchemaPattern *pattern = yc_schema_get_pattern (self, source, error);

  if (pattern == NULL)
    {
      g_autofree char *location = yc_subschema_dup_location (self->current);
      g_prefix_error (error, "%s/%s: ", location, keyword);
    }
  return pattern;
}

static gboolean
build_value (YcSchemaBuilder *self,
             YcSchemaOp      *op,
             GError         **error)
{
  return TRUE;
}

/* The texts of an array of nothing else, NULL otherwise. */
static const char **
read_texts (JsonArray *array)
{
  guint n = json_array_get_length (array);
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      texts[i] = yc_json_node_get_string (json_array_get_element (array, i));
      if (texts[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&texts);
}

static gboolean
build_enum (YcSchemaBuilder *self,
            YcSchemaOp      *op,
            GError         **error)
{
  JsonArray *array = yc_json_node_get_array (op->value);

  if (array == NULL)
    return fail (self, op, "an array", error);
  op->texts = read_texts (array);
  if (op->texts == NULL || json_array_get_length (array) < HASH_TEXTS_FROM)
    return TRUE;
  op->by_name = yc_schema_names_new (json_array_get_length (array));
  for (const char **text = op->texts; *text != NULL; text++)
    yc_schema_names_add (op->by_name, *text, (gpointer) *text);
  return TRUE;
}

static gboolean
build_number (YcSchemaBuilder *self,
              YcSchemaOp      *op,
              GError         **error)
{
  if (!yc_schema_node_is_number (op->value))
    return fail (self, op, "a number", error);
  yc_schema_number_read (&op->number, op->value);
  return TRUE;
}

static gboolean
build_divisor (YcSchemaBuilder *self,
               YcSchemaOp      *op,
               GError         **error)
{
  double divisor;

  if (!yc_json_node_get_number (op->value, &divisor) || divisor <= 0)
    return fail (self, op, "a number above 0", error);
  yc_schema_number_read (&op->number, op->value);
  yc_schema_divisor_read (&op->divisor, &op->number);
  return TRUE;
}

static gboolean
read_count (JsonNode *node,
            guint64  *count)
{
  double number;

  if (!yc_schema_node_is_integer (node) || !yc_json_node_get_number (node, &number) || number < 0)
    return FALSE;
  *count = number > G_MAXINT64 ? G_MAXINT64 : (guint64) number;
  return TRUE;
}

static gboolean
build_count (YcSchemaBuilder *self,
             YcSchemaOp      *op,
             GError         **error)
{
  return read_count (op->value, &op->limit) || fail (self, op, "a whole number from 0", error);
}

static YcSchemaTypes
read_type (const char *name)
{
  static const struct
  {
    const char *name;
    YcSchemaTypes type;
  } types[] = {
    { "array", YC_SCHEMA_TYPE_ARRAY },     { "boolean", YC_SCHEMA_TYPE_BOOLEAN },
    { "integer", YC_SCHEMA_TYPE_INTEGER }, { "null", YC_SCHEMA_TYPE_NULL },
    { "number", YC_SCHEMA_TYPE_NUMBER },   { "object", YC_SCHEMA_TYPE_OBJECT },
    { "string", YC_SCHEMA_TYPE_STRING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_strcmp0 (name, types[i].name) == 0)
        return types[i].type;
    }
  return 0;
}

static gboolean
build_type (YcSchemaBuilder *self,
            YcSchemaOp      *op,
            GError         **error)
{
  JsonArray *array = yc_json_node_get_array (op->value);

  if (array == NULL)
    op->types = read_type (yc_json_node_get_string (op->value));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      YcSchemaTypes type = read_type (yc_json_node_get_string (json_array_get_element (array, i)));

      if (type == 0)
        return fail (self, op, "made of the names of types", error);
      op->types |= type;
    }
  return op->types != 0 || fail (self, op, "the name of a type or an array of them", error);
}

static gboolean
build_pattern (YcSchemaBuilder *self,
               YcSchemaOp      *op,
               GError         **error)
{
  const char *source = yc_json_node_get_string (op->value);

  if (source == NULL)
    return fail (self, op, "a string", error);
  op->pattern = compile_pattern (self, op->keyword, source, error);
  return op->pattern != NULL;
}

static gboolean
build_format (YcSchemaBuilder *self,
              YcSchemaOp      *op,
              GError         **error)
{
  const char *name = yc_json_node_get_string (op->value);

  if (name == NULL)
    return fail (self, op, "a string", error);
  if (!self->current->scope->formats)
    op->kind = 0;
  else if (g_str_equal (name, "money"))
    op->kind = YC_SCHEMA_OP_MONEY;
  else
    op->format = yc_schema_format_find (name);
  return TRUE;
}

static gboolean
build_unique (YcSchemaBuilder *self,
              YcSchemaOp      *op,
              GError         **error)
{
  if (!JSON_NODE_HOLDS_VALUE (op->value) || json_node_get_value_type (op->value) != G_TYPE_BOOLEAN)
    return fail (self, op, "true or false", error);
  op->limit = json_node_get_boolean (op->value);
  return TRUE;
}

static GStrv
read_names (JsonNode *node)
{
  JsonArray *array = yc_json_node_get_array (node);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *name = yc_json_node_get_string (json_array_get_element (array, i));

      if (name == NULL)
        return NULL;
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gboolean
build_required (YcSchemaBuilder *self,
                YcSchemaOp      *op,
                GError         **error)
{
  op->names = read_names (op->value);
  return op->names != NULL || fail (self, op, "an array of names", error);
}

static gboolean
build_schema (YcSchemaBuilder *self,
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

static gboolean
build_list (YcSchemaBuilder *self,
            YcSchemaOp      *op,
            GError         **error)
{
  JsonArray *array = yc_json_node_get_array (op->value);

  if (array == NULL)
    return fail (self, op, "an array of schemas", error);
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

static gboolean
build_dependent_schemas (YcSchemaBuilder *self,
                         YcSchemaOp      *op,
                         GError         **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (op->value))
    return fail (self, op, "an object of schemas", error);
  op->members = read_members (self, op->keyword, &op->n_members);
  return TRUE;
}

static gboolean
build_dependent_required (YcSchemaBuilder *self,
                          YcSchemaOp      *op,
                          GError         **error)
{
  JsonObject *object = yc_json_node_get_object (op->value);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return fail (self, op, "an object of arrays of names", error);
  op->members = g_new0 (YcSchemaMember, json_object_get_size (object) + 1);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      YcSchemaMember *member = &op->members[op->n_members++];

      member->name = name;
      member->names = read_names (node);
      if (member->names == NULL)
        return fail (self, op, "an object of arrays of names", error);
    }
  return TRUE;
}

/* Draft 7's `dependencies`: members are arrays of names or schemas. */
static gboolean
build_dependencies (YcSchemaBuilder *self,
                    YcSchemaOp      *op,
                    GError         **error)
{
  JsonObject *object = yc_json_node_get_object (op->value);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return fail (self, op, "an object", error);
  op->members = g_new0 (YcSchemaMember, json_object_get_size (object) + 1);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      YcSchemaMember *member = &op->members[op->n_members++];

      member->name = name;
      member->names = read_names (node);
      if (member->names == NULL)
        member->schema = yc_schema_get_child (self, node, op->keyword, name, -1);
    }
  return TRUE;
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
          compile_pattern (self, "patternProperties", op->patterns[i].name, error);
      if (op->patterns[i].pattern == NULL)
        return FALSE;
    }
  return TRUE;
}

/* properties, patternProperties and additionalProperties decide together: the first of them that
 * is met makes the operation of all three. */
static gboolean
build_properties (YcSchemaBuilder *self,
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
    return fail (self, op, "an object of schemas", error);
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
static gboolean
build_items (YcSchemaBuilder *self,
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
    return fail (self, op, "an array of schemas", error);
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

static gboolean
build_contains (YcSchemaBuilder *self,
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
  return ((minimum == NULL || read_count (minimum, &op->limit)) &&
          (maximum == NULL || read_count (maximum, &op->limit_max))) ||
         fail (self, op, "with whole numbers as minContains and maxContains", error);
}

static gboolean
build_ref (YcSchemaBuilder *self,
           YcSchemaOp      *op,
           GError         **error)
{
  const char *reference = yc_json_node_get_string (op->value);

  if (reference == NULL)
    return fail (self, op, "a string", error);
  op->schema =
      yc_schema_resolve (self, self->current->scope->resource->uri, reference, NULL, error);
  return op->schema != NULL;
}

static gboolean
build_dynamic_ref (YcSchemaBuilder *self,
                   YcSchemaOp      *op,
                   GError         **error)
{
  const char *reference = yc_json_node_get_string (op->value);
  g_autofree char *anchor = NULL;

  if (reference == NULL)
    return fail (self, op, "a string", error);
  op->schema =
      yc_schema_resolve (self, self->current->scope->resource->uri, reference, &anchor, error);
  op->anchor = anchor == NULL ? NULL : g_intern_string (anchor);
  return op->schema != NULL;
}

static gboolean
build_if (YcSchemaBuilder *self,
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

static gboolean
build_unevaluated (YcSchemaBuilder *self,
                   YcSchemaOp      *op,
                   GError         **error)
{
  self->current->collects = TRUE;
  return build_schema (self, op, error);
}

const YcSchemaKeyword yc_schema_keywords[] = {
  { "$dynamicRef", YC_SCHEMA_OP_DYNAMIC_REF, build_dynamic_ref, YC_SCHEMA_DRAFT_2020 },
  { "$ref", YC_SCHEMA_OP_REF, build_ref, YC_SCHEMA_DRAFTS_ALL },
  { "additionalProperties", YC_SCHEMA_OP_PROPERTIES, build_properties, YC_SCHEMA_DRAFTS_ALL },
  { "allOf", YC_SCHEMA_OP_ALL_OF, build_list, YC_SCHEMA_DRAFTS_ALL },
  { "anyOf", YC_SCHEMA_OP_ANY_OF, build_list, YC_SCHEMA_DRAFTS_ALL },
  { "const", YC_SCHEMA_OP_CONST, build_value, YC_SCHEMA_DRAFTS_ALL },
  { "contains", YC_SCHEMA_OP_CONTAINS, build_contains, YC_SCHEMA_DRAFTS_ALL },
  { "dependencies", YC_SCHEMA_OP_DEPENDENT_SCHEMAS, build_dependencies, YC_SCHEMA_DRAFTS_ALL },
  { "dependentRequired", YC_SCHEMA_OP_DEPENDENT_REQUIRED, build_dependent_required, YC_SCHEMA_DRAFTS_NEW },
  { "dependentSchemas", YC_SCHEMA_OP_DEPENDENT_SCHEMAS, build_dependent_schemas, YC_SCHEMA_DRAFTS_NEW },
  { "enum", YC_SCHEMA_OP_ENUM, build_enum, YC_SCHEMA_DRAFTS_ALL },
  { "exclusiveMaximum", YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM, build_number, YC_SCHEMA_DRAFTS_ALL },
  { "exclusiveMinimum", YC_SCHEMA_OP_EXCLUSIVE_MINIMUM, build_number, YC_SCHEMA_DRAFTS_ALL },
  { "format", YC_SCHEMA_OP_FORMAT, build_format, YC_SCHEMA_DRAFTS_ALL },
  { "if", YC_SCHEMA_OP_IF, build_if, YC_SCHEMA_DRAFTS_ALL },
  { "items", YC_SCHEMA_OP_ITEMS, build_items, YC_SCHEMA_DRAFTS_ALL },
  { "maxItems", YC_SCHEMA_OP_MAX_ITEMS, build_count, YC_SCHEMA_DRAFTS_ALL },
  { "maxLength", YC_SCHEMA_OP_MAX_LENGTH, build_count, YC_SCHEMA_DRAFTS_ALL },
  { "maxProperties", YC_SCHEMA_OP_MAX_PROPERTIES, build_count, YC_SCHEMA_DRAFTS_ALL },
  { "maximum", YC_SCHEMA_OP_MAXIMUM, build_number, YC_SCHEMA_DRAFTS_ALL },
  { "minItems", YC_SCHEMA_OP_MIN_ITEMS, build_count, YC_SCHEMA_DRAFTS_ALL },
  { "minLength", YC_SCHEMA_OP_MIN_LENGTH, build_count, YC_SCHEMA_DRAFTS_ALL },
  { "minProperties", YC_SCHEMA_OP_MIN_PROPERTIES, build_count, YC_SCHEMA_DRAFTS_ALL },
  { "minimum", YC_SCHEMA_OP_MINIMUM, build_number, YC_SCHEMA_DRAFTS_ALL },
  { "multipleOf", YC_SCHEMA_OP_MULTIPLE_OF, build_divisor, YC_SCHEMA_DRAFTS_ALL },
  { "not", YC_SCHEMA_OP_NOT, build_schema, YC_SCHEMA_DRAFTS_ALL },
  { "oneOf", YC_SCHEMA_OP_ONE_OF, build_list, YC_SCHEMA_DRAFTS_ALL },
  { "pattern", YC_SCHEMA_OP_PATTERN, build_pattern, YC_SCHEMA_DRAFTS_ALL },
  { "patternProperties", YC_SCHEMA_OP_PROPERTIES, build_properties, YC_SCHEMA_DRAFTS_ALL },
  { "prefixItems", YC_SCHEMA_OP_ITEMS, build_items, YC_SCHEMA_DRAFT_2020 },
  { "properties", YC_SCHEMA_OP_PROPERTIES, build_properties, YC_SCHEMA_DRAFTS_ALL },
  { "propertyNames", YC_SCHEMA_OP_PROPERTY_NAMES, build_schema, YC_SCHEMA_DRAFTS_ALL },
  { "required", YC_SCHEMA_OP_REQUIRED, build_required, YC_SCHEMA_DRAFTS_ALL },
  { "type", YC_SCHEMA_OP_TYPE, build_type, YC_SCHEMA_DRAFTS_ALL },
  { "unevaluatedItems", YC_SCHEMA_OP_UNEVALUATED_ITEMS, build_unevaluated, YC_SCHEMA_DRAFTS_NEW },
  { "unevaluatedProperties", YC_SCHEMA_OP_UNEVALUATED_PROPERTIES, build_unevaluated, YC_SCHEMA_DRAFTS_NEW },
  { "uniqueItems", YC_SCHEMA_OP_UNIQUE_ITEMS, build_unique, YC_SCHEMA_DRAFTS_ALL },
};

const guint yc_schema_n_keywords = G_N_ELEMENTS (yc_schema_keywords);
