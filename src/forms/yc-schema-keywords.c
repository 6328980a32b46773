/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keywords of JSON Schema: a table of all, and how those about values are read into operations.
 */
#include "yc-schema-build-private.h"

#include "yc-json.h"
#include "yc-schema-number-private.h"

/* From this many texts on, an enum is looked up by hash. */
#define HASH_TEXTS_FROM 9

gboolean
yc_schema_build_fail (YcSchemaBuilder *self,
                      YcSchemaOp      *op,
                      const char      *expected,
                      GError         **error)
{
  g_autofree char *location = yc_subschema_dup_location (self->current);

  g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA, "%s/%s must be %s", location,
               op->keyword, expected);
  return FALSE;
}

YcSchemaPattern *
yc_schema_build_pattern (YcSchemaBuilder  *self,
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
build_const (YcSchemaBuilder *self,
             YcSchemaOp      *op,
             GError         **error)
{
  op->texts = g_new0 (const char *, 2);
  op->texts[0] = yc_json_node_get_string (op->value);
  op->only_texts = op->texts[0] != NULL;
  return TRUE;
}

static void
read_texts (YcSchemaOp *op,
            JsonArray  *array)
{
  guint length = json_array_get_length (array), n = 0;

  op->texts = g_new0 (const char *, length + 1);
  for (guint i = 0; i < length; i++)
    {
      const char *text = yc_json_node_get_string (json_array_get_element (array, i));

      if (text != NULL)
        op->texts[n++] = text;
    }
  op->only_texts = n == length;
}

static gboolean
build_enum (YcSchemaBuilder *self,
            YcSchemaOp      *op,
            GError         **error)
{
  JsonArray *array = yc_json_node_get_array (op->value);

  if (array == NULL)
    return yc_schema_build_fail (self, op, "an array", error);
  read_texts (op, array);
  if (g_strv_length ((GStrv) op->texts) < HASH_TEXTS_FROM)
    return TRUE;
  op->by_name = yc_schema_names_new (g_strv_length ((GStrv) op->texts));
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
    return yc_schema_build_fail (self, op, "a number", error);
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
    return yc_schema_build_fail (self, op, "a number above 0", error);
  yc_schema_number_read (&op->number, op->value);
  yc_schema_divisor_read (&op->divisor, &op->number);
  return TRUE;
}

gboolean
yc_schema_read_count (JsonNode *node,
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
  return yc_schema_read_count (op->value, &op->limit) || yc_schema_build_fail (self, op, "a whole number from 0", error);
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
        return yc_schema_build_fail (self, op, "made of the names of types", error);
      op->types |= type;
    }
  return op->types != 0 || yc_schema_build_fail (self, op, "the name of a type or an array of them", error);
}

static gboolean
build_pattern (YcSchemaBuilder *self,
               YcSchemaOp      *op,
               GError         **error)
{
  const char *source = yc_json_node_get_string (op->value);

  if (source == NULL)
    return yc_schema_build_fail (self, op, "a string", error);
  op->pattern = yc_schema_build_pattern (self, op->keyword, source, error);
  return op->pattern != NULL;
}

static gboolean
build_format (YcSchemaBuilder *self,
              YcSchemaOp      *op,
              GError         **error)
{
  const char *name = yc_json_node_get_string (op->value);

  if (name == NULL)
    return yc_schema_build_fail (self, op, "a string", error);
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
    return yc_schema_build_fail (self, op, "true or false", error);
  op->limit = json_node_get_boolean (op->value);
  return TRUE;
}

GStrv
yc_schema_read_names (JsonNode *node)
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
  op->names = yc_schema_read_names (op->value);
  return op->names != NULL || yc_schema_build_fail (self, op, "an array of names", error);
}

#define ALL YC_SCHEMA_DRAFTS_ALL
#define NEW YC_SCHEMA_DRAFTS_NEW

const YcSchemaKeyword yc_schema_keywords[] = {
  { "$dynamicRef", YC_SCHEMA_OP_DYNAMIC_REF, yc_schema_build_dynamic_ref, YC_SCHEMA_DRAFT_2020 },
  { "$ref", YC_SCHEMA_OP_REF, yc_schema_build_ref, ALL },
  { "additionalProperties", YC_SCHEMA_OP_PROPERTIES, yc_schema_build_properties, ALL },
  { "allOf", YC_SCHEMA_OP_ALL_OF, yc_schema_build_list, ALL },
  { "anyOf", YC_SCHEMA_OP_ANY_OF, yc_schema_build_list, ALL },
  { "const", YC_SCHEMA_OP_CONST, build_const, ALL },
  { "contains", YC_SCHEMA_OP_CONTAINS, yc_schema_build_contains, ALL },
  { "dependencies", YC_SCHEMA_OP_DEPENDENT_SCHEMAS, yc_schema_build_dependencies, ALL },
  { "dependentRequired", YC_SCHEMA_OP_DEPENDENT_REQUIRED, yc_schema_build_dependent_required, NEW },
  { "dependentSchemas", YC_SCHEMA_OP_DEPENDENT_SCHEMAS, yc_schema_build_dependent_schemas, NEW },
  { "enum", YC_SCHEMA_OP_ENUM, build_enum, ALL },
  { "exclusiveMaximum", YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM, build_number, ALL },
  { "exclusiveMinimum", YC_SCHEMA_OP_EXCLUSIVE_MINIMUM, build_number, ALL },
  { "format", YC_SCHEMA_OP_FORMAT, build_format, ALL },
  { "if", YC_SCHEMA_OP_IF, yc_schema_build_if, ALL },
  { "items", YC_SCHEMA_OP_ITEMS, yc_schema_build_items, ALL },
  { "maxItems", YC_SCHEMA_OP_MAX_ITEMS, build_count, ALL },
  { "maxLength", YC_SCHEMA_OP_MAX_LENGTH, build_count, ALL },
  { "maxProperties", YC_SCHEMA_OP_MAX_PROPERTIES, build_count, ALL },
  { "maximum", YC_SCHEMA_OP_MAXIMUM, build_number, ALL },
  { "minItems", YC_SCHEMA_OP_MIN_ITEMS, build_count, ALL },
  { "minLength", YC_SCHEMA_OP_MIN_LENGTH, build_count, ALL },
  { "minProperties", YC_SCHEMA_OP_MIN_PROPERTIES, build_count, ALL },
  { "minimum", YC_SCHEMA_OP_MINIMUM, build_number, ALL },
  { "multipleOf", YC_SCHEMA_OP_MULTIPLE_OF, build_divisor, ALL },
  { "not", YC_SCHEMA_OP_NOT, yc_schema_build_schema, ALL },
  { "oneOf", YC_SCHEMA_OP_ONE_OF, yc_schema_build_list, ALL },
  { "pattern", YC_SCHEMA_OP_PATTERN, build_pattern, ALL },
  { "patternProperties", YC_SCHEMA_OP_PROPERTIES, yc_schema_build_properties, ALL },
  { "prefixItems", YC_SCHEMA_OP_ITEMS, yc_schema_build_items, YC_SCHEMA_DRAFT_2020 },
  { "properties", YC_SCHEMA_OP_PROPERTIES, yc_schema_build_properties, ALL },
  { "propertyNames", YC_SCHEMA_OP_PROPERTY_NAMES, yc_schema_build_schema, ALL },
  { "required", YC_SCHEMA_OP_REQUIRED, build_required, ALL },
  { "type", YC_SCHEMA_OP_TYPE, build_type, ALL },
  { "unevaluatedItems", YC_SCHEMA_OP_UNEVALUATED_ITEMS, yc_schema_build_unevaluated, NEW },
  { "unevaluatedProperties", YC_SCHEMA_OP_UNEVALUATED_PROPERTIES, yc_schema_build_unevaluated, NEW },
  { "uniqueItems", YC_SCHEMA_OP_UNIQUE_ITEMS, build_unique, ALL },
};

const guint yc_schema_n_keywords = G_N_ELEMENTS (yc_schema_keywords);
