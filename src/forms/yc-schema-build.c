/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a schema and all that it refers to into the internal program. */
#include "yc-schema-build-private.h"

#include <string.h>

#include "yc-json.h"
#include "yc-schema-registry-private.h"

#define VALIDATION_VOCABULARY "https://json-schema.org/draft/2020-12/vocab/validation"
#define FORMAT_VOCABULARY "https://json-schema.org/draft/2020-12/vocab/format-assertion"

static YcSubschema *get_subschema (YcSchemaBuilder          *self,
                                   JsonNode         *node,
                                   YcSchemaResource *resource,
                                   const char       *location);

/* Resources */

static YcSchemaResource *
find_resource (YcSchemaBuilder *self,
               const char      *uri)
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
find_resource_of (YcSchemaBuilder  *self,
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
read_vocabulary (YcSchemaBuilder *self,
                 YcSchemaScope   *scope)
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
get_scope (YcSchemaBuilder  *self,
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
get_subschema (YcSchemaBuilder  *self,
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
YcSubschema *
yc_schema_get_child (YcSchemaBuilder *self,
                     JsonNode        *node,
                     const char      *keyword,
                     const char      *name)
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
walk_pointer (YcSchemaBuilder   *self,
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

YcSubschema *
yc_schema_resolve (YcSchemaBuilder *self,
                   const char      *base,
                   const char      *reference,
                   char           **anchor,
                   GError         **error)
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

static gboolean
is_in_force (YcSchemaScope *scope,
             YcSchemaOpKind kind)
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
build_keywords (YcSchemaBuilder *self,
                GError         **error)
{
  for (guint i = 0; i < yc_schema_n_keywords; i++)
    {
      YcSchemaOp op = { 0 };
      gboolean ok;

      op.value = json_object_get_member (self->object, yc_schema_keywords[i].keyword);
      if (op.value == NULL || !is_in_force (self->current->scope, yc_schema_keywords[i].kind))
        continue;
      op.kind = yc_schema_keywords[i].kind;
      op.keyword = yc_schema_keywords[i].keyword;
      ok = yc_schema_keywords[i].build (self, &op, error);
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
build_subschema (YcSchemaBuilder *self,
                 YcSubschema     *subschema,
                 GError         **error)
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

/* Compiles what is at @uri, absolute with a fragment, and everything that it leads to. */
gboolean
yc_schema_build (YcSchema         *self,
                 const char       *uri,
                 YcSchemaRegistry *registry,
                 GError          **error)
{
  YcSchemaBuilder builder = { .schema = self, .pending = G_QUEUE_INIT };
  gboolean ok = TRUE;

  builder.tables[0] = self->table;
  builder.tables[1] = registry == NULL ? NULL : yc_schema_registry_get_table (registry);
  builder.tables[2] = yc_schema_table_get_meta ();
  builder.assert_formats = registry == NULL || yc_schema_registry_get_assert_formats (registry);
  self->subschemas = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) subschema_free);
  self->scopes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) scope_free);
  self->root = yc_schema_resolve (&builder, NULL, uri, NULL, error);
  while (ok && self->root != NULL && !g_queue_is_empty (&builder.pending))
    ok = build_subschema (&builder, g_queue_pop_head (&builder.pending), error);
  g_queue_clear (&builder.pending);
  return ok && self->root != NULL;
}
