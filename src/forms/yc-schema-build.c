/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a schema and all that it refers to into the internal program. */
#include "yc-schema-private.h"

#include <string.h>

#include "yc-json.h"
#include "yc-schema-number-private.h"
#include "yc-schema-registry-private.h"

#define VALIDATION_VOCABULARY "https://json-schema.org/draft/2020-12/vocab/validation"
#define FORMAT_VOCABULARY "https://json-schema.org/draft/2020-12/vocab/format-assertion"

typedef struct
{
  YcSchema      *schema;
  YcSchemaTable *tables[3];
  gboolean       assert_formats;
  GQueue         pending;         /* subschemas that have no program yet */
  YcSubschema   *current;
  JsonObject    *object;          /* of the current one */
  GArray        *ops;
} Builder;

typedef gboolean (*BuildFunc) (Builder     *self,
                               YcSchemaOp  *op,
                               GError     **error);

static YcSubschema *get_subschema (Builder          *self,
                                   JsonNode         *node,
                                   YcSchemaResource *resource,
                                   const char       *location);

static gboolean
fail (Builder     *self,
      YcSchemaOp  *op,
      const char  *expected,
      GError     **error)
{
  g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA, "%s/%s must be %s",
               self->current->location, op->keyword, expected);
  return FALSE;
}

/* Resources */

static YcSchemaResource *
find_resource (Builder    *self,
               const char *uri)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->tables); i++)
    {
      YcSchemaResource *found =
          self->tables[i] == NULL ? NULL : yc_schema_table_find (self->tables[i], uri);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static YcSchemaResource *
find_resource_of (Builder          *self,
                  JsonNode         *node,
                  YcSchemaResource *around)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->tables); i++)
    {
      YcSchemaResource *found =
          self->tables[i] == NULL ? NULL : yc_schema_table_find_root (self->tables[i], node);

      if (found != NULL)
        return found;
    }
  return around;
}

/* What the resource's meta-schema says about keywords that are not always in force. */
static void
read_vocabulary (Builder       *self,
                 YcSchemaScope *scope)
{
  JsonObject *root = yc_json_node_get_object (scope->resource->root);
  const char *uri = yc_json_get_string (root, "$schema", NULL);
  g_autofree char *bare = NULL;
  YcSchemaResource *meta;
  JsonObject *vocabulary;

  scope->validates = TRUE;
  scope->formats = self->assert_formats;
  if (uri == NULL)
    return;
  bare = g_strndup (uri, strcspn (uri, "#"));
  meta = find_resource (self, bare);
  if (meta == NULL)
    return;
  vocabulary = yc_json_get_object (yc_json_node_get_object (meta->root), "$vocabulary");
  if (vocabulary == NULL)
    return;
  scope->validates = json_object_has_member (vocabulary, VALIDATION_VOCABULARY);
  if (json_object_has_member (vocabulary, FORMAT_VOCABULARY))
    scope->formats = TRUE;
}

static void
scope_free (YcSchemaScope *scope)
{
  g_hash_table_unref (scope->dynamic);
  yc_schema_resource_unref (scope->resource);
  g_free (scope);
}

static YcSchemaScope *
get_scope (Builder          *self,
           YcSchemaResource *resource)
{
  YcSchemaScope *scope = g_hash_table_lookup (self->schema->scopes, resource);
  GHashTableIter iter;
  gpointer anchor, node;

  if (scope != NULL)
    return scope;
  scope = g_new0 (YcSchemaScope, 1);
  scope->resource = yc_schema_resource_ref (resource);
  scope->dynamic = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->schema->scopes, resource, scope);
  read_vocabulary (self, scope);
  g_hash_table_iter_init (&iter, resource->dynamic);
  while (g_hash_table_iter_next (&iter, &anchor, &node))
    {
      g_autofree char *location = g_strdup_printf ("%s#%s", resource->uri, (char *) anchor);
      g_hash_table_insert (scope->dynamic, anchor, get_subschema (self, node, resource, location));
    }
  return scope;
}

/* Subschemas */

static void
member_clear (YcSchemaMember *member)
{
  g_clear_pointer (&member->pattern, yc_schema_pattern_free);
  g_clear_pointer (&member->names, g_strfreev);
}

static void
op_clear (YcSchemaOp *op)
{
  for (guint i = 0; i < op->n_members; i++)
    member_clear (&op->members[i]);
  for (guint i = 0; i < op->n_patterns; i++)
    member_clear (&op->patterns[i]);
  g_free (op->members);
  g_free (op->patterns);
  g_free (op->list);
  g_strfreev (op->names);
  g_clear_pointer (&op->pattern, yc_schema_pattern_free);
  g_clear_pointer (&op->by_name, g_hash_table_unref);
}

static void
subschema_free (YcSubschema *self)
{
  for (guint i = 0; i < self->n_ops; i++)
    op_clear (&self->ops[i]);
  g_free (self->ops);
  g_free (self->location);
  g_free (self);
}

static YcSubschema *
get_subschema (Builder          *self,
               JsonNode         *node,
               YcSchemaResource *resource,
               const char       *location)
{
  YcSubschema *subschema = g_hash_table_lookup (self->schema->subschemas, node);

  if (subschema != NULL)
    return subschema;
  subschema = g_new0 (YcSubschema, 1);
  subschema->node = node;
  subschema->location = g_strdup (location);
  g_hash_table_insert (self->schema->subschemas, node, subschema);
  subschema->scope = get_scope (self, find_resource_of (self, node, resource));
  g_queue_push_tail (&self->pending, subschema);
  return subschema;
}

/* The subschema at @node, below the current one by keyword and @name (nullable). */
static YcSubschema *
get_child (Builder    *self,
           JsonNode   *node,
           const char *keyword,
           const char *name)
{
  g_autofree char *below = yc_json_pointer_append (self->current->location, keyword);
  g_autofree char *whole = name == NULL ? NULL : yc_json_pointer_append (below, name);

  return get_subschema (self, node, self->current->scope->resource, whole ? whole : below);
}

/* References */

static JsonNode *
step_into (JsonNode   *node,
           const char *token)
{
  g_autofree char *pointer = g_strconcat ("/", token, NULL);

  return yc_json_pointer_get (node, pointer);
}

/* Follows @pointer and every change of resource on the way. */
static JsonNode *
walk_pointer (Builder           *self,
              YcSchemaResource **resource,
              const char        *pointer)
{
  g_auto (GStrv) tokens = g_strsplit (pointer, "/", -1);
  JsonNode *node = (*resource)->root;

  for (guint i = 1; node != NULL && tokens[0] != NULL && tokens[i] != NULL; i++)
    {
      node = step_into (node, tokens[i]);
      if (node != NULL)
        *resource = find_resource_of (self, node, *resource);
    }
  return node;
}

static YcSubschema *
resolve (Builder     *self,
         const char  *base,
         const char  *reference,
         char       **anchor,
         GError     **error)
{
  g_autofree char *fragment = NULL;
  g_autofree char *uri = yc_schema_uri_resolve (base, reference, &fragment, error);
  g_autofree char *location = NULL;
  YcSchemaResource *resource;
  JsonNode *node = NULL;

  if (uri == NULL)
    return NULL;
  resource = find_resource (self, uri);
  if (resource != NULL && *fragment != '\0' && *fragment != '/')
    {
      node = g_hash_table_lookup (resource->anchors, fragment);
      if (anchor != NULL && g_hash_table_contains (resource->dynamic, fragment))
        *anchor = g_strdup (fragment);
    }
  else if (resource != NULL)
    {
      node = walk_pointer (self, &resource, fragment);
    }
  if (node == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_REFERENCE,
                   "%s refers to “%s”, which is not there",
                   self->current == NULL ? uri : self->current->location, reference);
      return NULL;
    }
  location = g_strdup_printf ("%s#%s", uri, fragment);
  return get_subschema (self, node, resource, location);
}

/* Keywords */

static gboolean
build_value (Builder     *self,
             YcSchemaOp  *op,
             GError     **error)
{
  return TRUE;
}

static gboolean
build_array_value (Builder     *self,
                   YcSchemaOp  *op,
                   GError     **error)
{
  return JSON_NODE_HOLDS_ARRAY (op->value) || fail (self, op, "an array", error);
}

static gboolean
build_number (Builder     *self,
              YcSchemaOp  *op,
              GError     **error)
{
  return yc_schema_node_is_number (op->value) || fail (self, op, "a number", error);
}

static gboolean
build_divisor (Builder     *self,
               YcSchemaOp  *op,
               GError     **error)
{
  double divisor;

  return (yc_json_node_get_number (op->value, &divisor) && divisor > 0) ||
         fail (self, op, "a number above 0", error);
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
build_count (Builder     *self,
             YcSchemaOp  *op,
             GError     **error)
{
  return read_count (op->value, &op->limit) || fail (self, op, "a whole number from 0", error);
}

static YcSchemaTypes
read_type (const char *name)
{
  static const struct
  {
    const char   *name;
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
build_type (Builder     *self,
            YcSchemaOp  *op,
            GError     **error)
{
  JsonArray *array = yc_json_node_get_array (op->value);

  if (array == NULL)
    op->types = read_type (yc_json_node_get_string (op->value));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      YcSchemaTypes type =
          read_type (yc_json_node_get_string (json_array_get_element (array, i)));

      if (type == 0)
        return fail (self, op, "made of the names of types", error);
      op->types |= type;
    }
  return op->types != 0 || fail (self, op, "the name of a type or an array of them", error);
}

static gboolean
build_pattern (Builder     *self,
               YcSchemaOp  *op,
               GError     **error)
{
  const char *source = yc_json_node_get_string (op->value);

  if (source == NULL)
    return fail (self, op, "a string", error);
  op->pattern = yc_schema_pattern_new (source, error);
  if (op->pattern == NULL)
    g_prefix_error (error, "%s/%s: ", self->current->location, op->keyword);
  return op->pattern != NULL;
}

static gboolean
build_format (Builder     *self,
              YcSchemaOp  *op,
              GError     **error)
{
  const char *name = yc_json_node_get_string (op->value);

  if (name == NULL)
    return fail (self, op, "a string", error);
  op->format = self->current->scope->formats ? yc_schema_format_find (name) : NULL;
  return TRUE;
}

static gboolean
build_unique (Builder     *self,
              YcSchemaOp  *op,
              GError     **error)
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
build_required (Builder     *self,
                YcSchemaOp  *op,
                GError     **error)
{
  op->names = read_names (op->value);
  return op->names != NULL || fail (self, op, "an array of names", error);
}

static gboolean
build_schema (Builder     *self,
              YcSchemaOp  *op,
              GError     **error)
{
  op->schema = get_child (self, op->value, op->keyword, NULL);
  return TRUE;
}

static YcSubschema **
read_list (Builder    *self,
           JsonArray  *array,
           const char *keyword)
{
  guint n = json_array_get_length (array);
  YcSubschema **list = g_new0 (YcSubschema *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *index = g_strdup_printf ("%u", i);
      list[i] = get_child (self, json_array_get_element (array, i), keyword, index);
    }
  return list;
}

static gboolean
build_list (Builder     *self,
            YcSchemaOp  *op,
            GError     **error)
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
read_members (Builder    *self,
              const char *keyword,
              guint      *n_members)
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
      members[i].schema = get_child (self, node, keyword, members[i].name);
      if (i + 1 == *n_members)
        break;
    }
  return members;
}

static gboolean
build_dependent_schemas (Builder     *self,
                         YcSchemaOp  *op,
                         GError     **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (op->value))
    return fail (self, op, "an object of schemas", error);
  op->members = read_members (self, op->keyword, &op->n_members);
  return TRUE;
}

static gboolean
build_dependent_required (Builder     *self,
                          YcSchemaOp  *op,
                          GError     **error)
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
build_dependencies (Builder     *self,
                    YcSchemaOp  *op,
                    GError     **error)
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
        member->schema = get_child (self, node, op->keyword, name);
    }
  return TRUE;
}

static gboolean
build_patterns (Builder     *self,
                YcSchemaOp  *op,
                GError     **error)
{
  op->patterns = read_members (self, "patternProperties", &op->n_patterns);
  for (guint i = 0; i < op->n_patterns; i++)
    {
      op->patterns[i].pattern = yc_schema_pattern_new (op->patterns[i].name, error);
      if (op->patterns[i].pattern == NULL)
        {
          g_prefix_error (error, "%s/patternProperties: ", self->current->location);
          return FALSE;
        }
    }
  return TRUE;
}

/* properties, patternProperties and additionalProperties decide together: the first of them that
 * is met makes the operation of all three. */
static gboolean
build_properties (Builder     *self,
                  YcSchemaOp  *op,
                  GError     **error)
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
    op->schema = get_child (self, additional, "additionalProperties", NULL);
  op->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < op->n_members; i++)
    g_hash_table_insert (op->by_name, (gpointer) op->members[i].name, &op->members[i]);
  op->keyword = "properties";
  return TRUE;
}

/* prefixItems and items, likewise. */
static gboolean
build_items (Builder     *self,
             YcSchemaOp  *op,
             GError     **error)
{
  JsonNode *items = json_object_get_member (self->object, "items");
  JsonArray *prefix = yc_json_get_array (self->object, "prefixItems");

  if (g_str_equal (op->keyword, "prefixItems") && prefix == NULL)
    return fail (self, op, "an array of schemas", error);
  if (g_str_equal (op->keyword, "items") && prefix != NULL)
    {
      op->kind = 0;
      return TRUE;
    }
  if (items != NULL)
    op->schema = get_child (self, items, "items", NULL);
  if (prefix != NULL)
    {
      op->n_list = json_array_get_length (prefix);
      op->list = read_list (self, prefix, "prefixItems");
    }
  return TRUE;
}

static gboolean
build_contains (Builder     *self,
                YcSchemaOp  *op,
                GError     **error)
{
  JsonNode *minimum = json_object_get_member (self->object, "minContains");
  JsonNode *maximum = json_object_get_member (self->object, "maxContains");

  op->schema = get_child (self, op->value, "contains", NULL);
  op->limit = 1;
  op->limit_max = G_MAXUINT64;
  if (!self->current->scope->validates)
    return TRUE;
  return ((minimum == NULL || read_count (minimum, &op->limit)) &&
          (maximum == NULL || read_count (maximum, &op->limit_max))) ||
         fail (self, op, "with whole numbers as minContains and maxContains", error);
}

static gboolean
build_ref (Builder     *self,
           YcSchemaOp  *op,
           GError     **error)
{
  const char *reference = yc_json_node_get_string (op->value);

  if (reference == NULL)
    return fail (self, op, "a string", error);
  op->schema = resolve (self, self->current->scope->resource->uri, reference, NULL, error);
  return op->schema != NULL;
}

static gboolean
build_dynamic_ref (Builder     *self,
                   YcSchemaOp  *op,
                   GError     **error)
{
  const char *reference = yc_json_node_get_string (op->value);
  g_autofree char *anchor = NULL;

  if (reference == NULL)
    return fail (self, op, "a string", error);
  op->schema = resolve (self, self->current->scope->resource->uri, reference, &anchor, error);
  op->anchor = anchor == NULL ? NULL : g_intern_string (anchor);
  return op->schema != NULL;
}

static gboolean
build_if (Builder     *self,
          YcSchemaOp  *op,
          GError     **error)
{
  JsonNode *then = json_object_get_member (self->object, "then");
  JsonNode *other = json_object_get_member (self->object, "else");

  op->schema = get_child (self, op->value, "if", NULL);
  op->n_list = 2;
  op->list = g_new0 (YcSubschema *, 2);
  op->list[0] = then == NULL ? NULL : get_child (self, then, "then", NULL);
  op->list[1] = other == NULL ? NULL : get_child (self, other, "else", NULL);
  return TRUE;
}

static gboolean
build_unevaluated (Builder     *self,
                   YcSchemaOp  *op,
                   GError     **error)
{
  self->current->collects = TRUE;
  return build_schema (self, op, error);
}

static const struct
{
  const char     *keyword;
  YcSchemaOpKind  kind;
  BuildFunc       build;
} KEYWORDS[] = {
  { "$dynamicRef", YC_SCHEMA_OP_DYNAMIC_REF, build_dynamic_ref },
  { "$ref", YC_SCHEMA_OP_REF, build_ref },
  { "additionalProperties", YC_SCHEMA_OP_PROPERTIES, build_properties },
  { "allOf", YC_SCHEMA_OP_ALL_OF, build_list },
  { "anyOf", YC_SCHEMA_OP_ANY_OF, build_list },
  { "const", YC_SCHEMA_OP_CONST, build_value },
  { "contains", YC_SCHEMA_OP_CONTAINS, build_contains },
  { "dependencies", YC_SCHEMA_OP_DEPENDENT_SCHEMAS, build_dependencies },
  { "dependentRequired", YC_SCHEMA_OP_DEPENDENT_REQUIRED, build_dependent_required },
  { "dependentSchemas", YC_SCHEMA_OP_DEPENDENT_SCHEMAS, build_dependent_schemas },
  { "enum", YC_SCHEMA_OP_ENUM, build_array_value },
  { "exclusiveMaximum", YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM, build_number },
  { "exclusiveMinimum", YC_SCHEMA_OP_EXCLUSIVE_MINIMUM, build_number },
  { "format", YC_SCHEMA_OP_FORMAT, build_format },
  { "if", YC_SCHEMA_OP_IF, build_if },
  { "items", YC_SCHEMA_OP_ITEMS, build_items },
  { "maxItems", YC_SCHEMA_OP_MAX_ITEMS, build_count },
  { "maxLength", YC_SCHEMA_OP_MAX_LENGTH, build_count },
  { "maxProperties", YC_SCHEMA_OP_MAX_PROPERTIES, build_count },
  { "maximum", YC_SCHEMA_OP_MAXIMUM, build_number },
  { "minItems", YC_SCHEMA_OP_MIN_ITEMS, build_count },
  { "minLength", YC_SCHEMA_OP_MIN_LENGTH, build_count },
  { "minProperties", YC_SCHEMA_OP_MIN_PROPERTIES, build_count },
  { "minimum", YC_SCHEMA_OP_MINIMUM, build_number },
  { "multipleOf", YC_SCHEMA_OP_MULTIPLE_OF, build_divisor },
  { "not", YC_SCHEMA_OP_NOT, build_schema },
  { "oneOf", YC_SCHEMA_OP_ONE_OF, build_list },
  { "pattern", YC_SCHEMA_OP_PATTERN, build_pattern },
  { "patternProperties", YC_SCHEMA_OP_PROPERTIES, build_properties },
  { "prefixItems", YC_SCHEMA_OP_ITEMS, build_items },
  { "properties", YC_SCHEMA_OP_PROPERTIES, build_properties },
  { "propertyNames", YC_SCHEMA_OP_PROPERTY_NAMES, build_schema },
  { "required", YC_SCHEMA_OP_REQUIRED, build_required },
  { "type", YC_SCHEMA_OP_TYPE, build_type },
  { "unevaluatedItems", YC_SCHEMA_OP_UNEVALUATED_ITEMS, build_unevaluated },
  { "unevaluatedProperties", YC_SCHEMA_OP_UNEVALUATED_PROPERTIES, build_unevaluated },
  { "uniqueItems", YC_SCHEMA_OP_UNIQUE_ITEMS, build_unique },
};

static gboolean
is_in_force (YcSchemaScope  *scope,
             YcSchemaOpKind  kind)
{
  return scope->validates || kind > YC_SCHEMA_OP_DEPENDENT_REQUIRED || kind == YC_SCHEMA_OP_FORMAT;
}

static int
compare_ops (gconstpointer a,
             gconstpointer b)
{
  return (int) ((const YcSchemaOp *) a)->kind - (int) ((const YcSchemaOp *) b)->kind;
}

static gboolean
build_keywords (Builder  *self,
                GError  **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (KEYWORDS); i++)
    {
      YcSchemaOp op = { 0 };
      gboolean ok;

      op.value = json_object_get_member (self->object, KEYWORDS[i].keyword);
      if (op.value == NULL || !is_in_force (self->current->scope, KEYWORDS[i].kind))
        continue;
      op.kind = KEYWORDS[i].kind;
      op.keyword = KEYWORDS[i].keyword;
      ok = KEYWORDS[i].build (self, &op, error);
      if (ok && op.kind != 0 && !(op.kind == YC_SCHEMA_OP_FORMAT && op.format == NULL))
        g_array_append_val (self->ops, op);
      else
        op_clear (&op);
      if (!ok)
        return FALSE;
    }
  g_array_sort (self->ops, compare_ops);
  return TRUE;
}

static gboolean
build_subschema (Builder      *self,
                 YcSubschema  *subschema,
                 GError      **error)
{
  gboolean ok;

  if (JSON_NODE_HOLDS_VALUE (subschema->node) &&
      json_node_get_value_type (subschema->node) == G_TYPE_BOOLEAN)
    {
      subschema->never = !json_node_get_boolean (subschema->node);
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (subschema->node))
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
                   "%s must be an object, true or false", subschema->location);
      return FALSE;
    }
  self->current = subschema;
  self->object = json_node_get_object (subschema->node);
  self->ops = g_array_new (FALSE, FALSE, sizeof (YcSchemaOp));
  subschema->message = yc_json_get_string (self->object, "x-message", NULL);
  ok = build_keywords (self, error);
  subschema->n_ops = self->ops->len;
  subschema->ops = (YcSchemaOp *) (gpointer) g_array_free (self->ops, FALSE);
  return ok;
}

/* Compiles what is at @uri, absolute with a fragment, and everything that can be reached from it. */
gboolean
yc_schema_build (YcSchema          *self,
                 const char        *uri,
                 YcSchemaRegistry  *registry,
                 GError           **error)
{
  Builder builder = { .schema = self, .pending = G_QUEUE_INIT };
  gboolean ok = TRUE;

  builder.tables[0] = self->table;
  builder.tables[1] = registry == NULL ? NULL : yc_schema_registry_get_table (registry);
  builder.tables[2] = yc_schema_table_get_meta ();
  builder.assert_formats = registry == NULL || yc_schema_registry_get_assert_formats (registry);
  self->subschemas =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) subschema_free);
  self->scopes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) scope_free);
  self->root = resolve (&builder, NULL, uri, NULL, error);
  while (ok && self->root != NULL && !g_queue_is_empty (&builder.pending))
    ok = build_subschema (&builder, g_queue_pop_head (&builder.pending), error);
  g_queue_clear (&builder.pending);
  return ok && self->root != NULL;
}
