/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which subschema a place or a reference means while a schema is compiled. */
#include "yc-schema-build-private.h"

#include <string.h>

#include "yc-json.h"

#define VOCABULARIES "https://json-schema.org/draft/2020-12/vocab/"
#define VALIDATION_VOCABULARY VOCABULARIES "validation"
#define FORMAT_VOCABULARY VOCABULARIES "format-assertion"

static YcSubschema *get_subschema (YcSchemaBuilder  *self,
                                   JsonNode         *node,
                                   YcSchemaResource *resource);

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

/* A vocabulary that must be understood and is not. */
static const char *
find_unknown (JsonObject *vocabulary)
{
  static const char *const known[] = { "core",       "applicator", "unevaluated",
                                       "validation", "meta-data",  "format-annotation",
                                       "content",    "format-assertion", NULL };
  JsonObjectIter iter;
  const char *uri;
  JsonNode *needed;

  json_object_iter_init_ordered (&iter, vocabulary);
  while (json_object_iter_next_ordered (&iter, &uri, &needed))
    {
      gboolean ours = g_str_has_prefix (uri, VOCABULARIES) &&
                      g_strv_contains (known, uri + strlen (VOCABULARIES));

      if (!ours && yc_json_get_boolean (vocabulary, uri, FALSE))
        return uri;
    }
  return NULL;
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
  if (self->unknown_vocabulary == NULL)
    self->unknown_vocabulary = find_unknown (vocabulary);
  scope->validates = json_object_has_member (vocabulary, VALIDATION_VOCABULARY);
  if (json_object_has_member (vocabulary, FORMAT_VOCABULARY))
    scope->formats = TRUE;
}

void
yc_schema_scope_free (YcSchemaScope *scope)
{
  g_hash_table_unref (scope->dynamic);
  yc_schema_resource_unref (scope->resource);
  g_free (scope);
}

static YcSubschema *
get_anchored (YcSchemaBuilder  *self,
              YcSchemaResource *resource,
              const char       *name,
              YcSchemaAnchor   *anchor)
{
  YcSubschema *subschema = get_subschema (self, anchor->node, resource);

  if (subschema->base == NULL && subschema->parent == NULL)
    subschema->base = g_strdup_printf ("%s#%s", resource->uri,
                                       anchor->pointer == NULL ? name : anchor->pointer);
  return subschema;
}

static YcSchemaScope *
get_scope (YcSchemaBuilder  *self,
           YcSchemaResource *resource)
{
  YcSchemaScope *scope = g_hash_table_lookup (self->schema->scopes, resource);
  GHashTableIter iter;
  gpointer name, value;

  if (scope != NULL)
    return scope;
  scope = g_new0 (YcSchemaScope, 1);
  scope->resource = yc_schema_resource_ref (resource);
  scope->dynamic = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (self->schema->scopes, resource, scope);
  read_vocabulary (self, scope);
  g_hash_table_iter_init (&iter, resource->anchors);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      YcSchemaAnchor *anchor = value;

      if (anchor->dynamic)
        g_hash_table_insert (scope->dynamic, name, get_anchored (self, resource, name, anchor));
    }
  return scope;
}

/* Subschemas */

/* A new one has no place yet unless it is the root of a resource. */
static YcSubschema *
get_subschema (YcSchemaBuilder  *self,
               JsonNode         *node,
               YcSchemaResource *resource)
{
  YcSubschema *subschema = g_hash_table_lookup (self->schema->subschemas, node);
  YcSchemaResource *own;

  if (subschema != NULL)
    return subschema;
  own = find_resource_of (self, node, resource);
  subschema = g_new0 (YcSubschema, 1);
  subschema->node = node;
  subschema->index = -1;
  if (own->root == node)
    subschema->base = g_strconcat (own->uri, "#", NULL);
  g_hash_table_insert (self->schema->subschemas, node, subschema);
  subschema->scope = get_scope (self, own);
  g_queue_push_tail (&self->pending, subschema);
  return subschema;
}

/* The subschema at @node, below the current one by keyword and @name (nullable) or @index (-1). */
YcSubschema *
yc_schema_get_child (YcSchemaBuilder *self,
                     JsonNode        *node,
                     const char      *keyword,
                     const char      *name,
                     int              index)
{
  YcSubschema *child = get_subschema (self, node, self->current->scope->resource);

  if (child->base == NULL && child->parent == NULL)
    {
      child->parent = self->current;
      child->keyword = keyword;
      child->name = name;
      child->index = index;
    }
  return child;
}

static void
append_location (GString           *out,
                 const YcSubschema *self)
{
  YcSchemaStep keyword = { NULL, self->keyword, 0 };
  YcSchemaStep place = { &keyword, self->name, (guint) MAX (self->index, 0) };
  g_autofree char *path = NULL;

  if (self->parent == NULL)
    {
      g_string_append (out, self->base);
      return;
    }
  append_location (out, self->parent);
  path = yc_schema_write_path (self->name == NULL && self->index < 0 ? &keyword : &place);
  g_string_append (out, path);
}

char *
yc_subschema_dup_location (const YcSubschema *self)
{
  GString *out = g_string_new (NULL);

  append_location (out, self);
  return g_string_free (out, FALSE);
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

static YcSubschema *
resolve_anchor (YcSchemaBuilder  *self,
                YcSchemaResource *resource,
                const char       *name,
                char            **dynamic)
{
  YcSchemaAnchor *anchor = g_hash_table_lookup (resource->anchors, name);

  if (anchor == NULL)
    return NULL;
  if (dynamic != NULL && anchor->dynamic)
    *dynamic = g_strdup (name);
  return get_anchored (self, resource, name, anchor);
}

static YcSubschema *
resolve_pointer (YcSchemaBuilder  *self,
                 YcSchemaResource *resource,
                 const char       *uri,
                 const char       *pointer)
{
  JsonNode *node = walk_pointer (self, &resource, pointer);
  YcSubschema *subschema = node == NULL ? NULL : get_subschema (self, node, resource);

  if (subschema != NULL && subschema->base == NULL && subschema->parent == NULL)
    subschema->base = g_strdup_printf ("%s#%s", uri, pointer);
  return subschema;
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
  g_autofree char *from = NULL;
  YcSchemaResource *resource;
  YcSubschema *found = NULL;

  if (uri == NULL)
    return NULL;
  resource = find_resource (self, uri);
  if (resource != NULL && *fragment != '\0' && *fragment != '/')
    found = resolve_anchor (self, resource, fragment, anchor);
  else if (resource != NULL)
    found = resolve_pointer (self, resource, uri, fragment);
  if (found != NULL)
    return found;
  from = self->current == NULL ? g_strdup (uri) : yc_subschema_dup_location (self->current);
  g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_REFERENCE,
               "%s refers to “%s”, which is not there", from, reference);
  return NULL;
}
