/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema documents by URI: finds `$id`, `$anchor` and `$dynamicAnchor` where schemas can be. */
#include "yc-schema-table-private.h"

#include <gio/gio.h>
#include <string.h>

#include "yc-forms-error.h"
#include "yc-forms-resources.h"

#define METASCHEMA_PATH "/io/github/yichuang/forms/metaschema/"
#define METASCHEMA_URI "https://json-schema.org/draft/2020-12/"

typedef enum
{
  HOLDS_SCHEMA = 1,
  HOLDS_LIST,
  HOLDS_MAP,
} KeywordHolds;

static const struct
{
  const char  *keyword;
  KeywordHolds holds;
} SCHEMA_PLACES[] = {
  { "$defs", HOLDS_MAP },
  { "additionalProperties", HOLDS_SCHEMA },
  { "allOf", HOLDS_LIST },
  { "anyOf", HOLDS_LIST },
  { "contains", HOLDS_SCHEMA },
  { "contentSchema", HOLDS_SCHEMA },
  { "definitions", HOLDS_MAP },
  { "dependencies", HOLDS_MAP },
  { "dependentSchemas", HOLDS_MAP },
  { "else", HOLDS_SCHEMA },
  { "if", HOLDS_SCHEMA },
  { "items", HOLDS_SCHEMA },
  { "not", HOLDS_SCHEMA },
  { "oneOf", HOLDS_LIST },
  { "patternProperties", HOLDS_MAP },
  { "prefixItems", HOLDS_LIST },
  { "properties", HOLDS_MAP },
  { "propertyNames", HOLDS_SCHEMA },
  { "then", HOLDS_SCHEMA },
  { "unevaluatedItems", HOLDS_SCHEMA },
  { "unevaluatedProperties", HOLDS_SCHEMA },
};

static gboolean scan_schema (YcSchemaTable     *self,
                             YcSchemaResource  *resource,
                             JsonNode          *node,
                             guint              depth,
                             GError           **error);

YcSchemaResource *
yc_schema_resource_ref (YcSchemaResource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yc_schema_resource_unref (YcSchemaResource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->uri);
  json_node_unref (self->document);
  g_hash_table_unref (self->anchors);
  g_hash_table_unref (self->dynamic);
  g_free (self);
}

static YcSchemaResource *
resource_new (const char *uri,
              JsonNode   *document,
              JsonNode   *root)
{
  YcSchemaResource *self = g_new0 (YcSchemaResource, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->uri = g_strdup (uri);
  self->document = json_node_ref (document);
  self->root = root;
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  self->dynamic = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* Takes the reference; the first document under a URI stays. */
static void
table_take (YcSchemaTable    *self,
            YcSchemaResource *resource)
{
  g_hash_table_insert (self->by_root, resource->root, resource);
  if (g_hash_table_contains (self->by_uri, resource->uri))
    {
      char *unique = g_strdup_printf ("%s#%p", resource->uri, (void *) resource->root);
      g_hash_table_insert (self->by_uri, unique, resource);
    }
  else
    {
      g_hash_table_insert (self->by_uri, g_strdup (resource->uri), resource);
    }
}

static const char *
get_keyword_string (JsonObject *object,
                    const char *keyword)
{
  JsonNode *node = json_object_get_member (object, keyword);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
scan_list (YcSchemaTable    *self,
           YcSchemaResource *resource,
           JsonNode         *value,
           guint             depth,
           GError          **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (value))
    return TRUE;
  array = json_node_get_array (value);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!scan_schema (self, resource, json_array_get_element (array, i), depth + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_map (YcSchemaTable    *self,
          YcSchemaResource *resource,
          JsonNode         *value,
          guint             depth,
          GError          **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!scan_schema (self, resource, member, depth + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_places (YcSchemaTable    *self,
             YcSchemaResource *resource,
             JsonObject       *object,
             guint             depth,
             GError          **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SCHEMA_PLACES); i++)
    {
      JsonNode *value = json_object_get_member (object, SCHEMA_PLACES[i].keyword);
      gboolean ok = TRUE;

      if (value == NULL)
        continue;
      switch (SCHEMA_PLACES[i].holds)
        {
        case HOLDS_SCHEMA:
          ok = scan_schema (self, resource, value, depth + 1, error);
          break;
        case HOLDS_LIST:
          ok = scan_list (self, resource, value, depth + 1, error);
          break;
        case HOLDS_MAP:
          ok = scan_map (self, resource, value, depth + 1, error);
          break;
        default:
          g_assert_not_reached ();
        }
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static YcSchemaResource *
scan_id (YcSchemaTable    *self,
         YcSchemaResource *resource,
         JsonNode         *node,
         const char       *id,
         GError          **error)
{
  g_autofree char *fragment = NULL;
  g_autofree char *uri = yc_schema_uri_resolve (resource->uri, id, &fragment, error);
  YcSchemaResource *inner;

  if (uri == NULL)
    return NULL;
  if (resource->root == node && g_strcmp0 (uri, resource->uri) == 0)
    return resource;
  inner = resource_new (uri, resource->document, node);
  table_take (self, inner);
  return inner;
}

static gboolean
scan_schema (YcSchemaTable    *self,
             YcSchemaResource *resource,
             JsonNode         *node,
             guint             depth,
             GError          **error)
{
  JsonObject *object;
  const char *id, *anchor, *dynamic;

  if (depth > YC_SCHEMA_MAX_NESTING)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT,
                   "The schema %s is nested more than %u deep", resource->uri,
                   YC_SCHEMA_MAX_NESTING);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  object = json_node_get_object (node);
  id = get_keyword_string (object, "$id");
  if (id != NULL && (resource = scan_id (self, resource, node, id, error)) == NULL)
    return FALSE;
  anchor = get_keyword_string (object, "$anchor");
  if (anchor != NULL)
    g_hash_table_insert (resource->anchors, (gpointer) anchor, node);
  dynamic = get_keyword_string (object, "$dynamicAnchor");
  if (dynamic != NULL)
    {
      g_hash_table_insert (resource->anchors, (gpointer) dynamic, node);
      g_hash_table_insert (resource->dynamic, (gpointer) dynamic, node);
    }
  return scan_places (self, resource, object, depth, error);
}

YcSchemaTable *
yc_schema_table_new (void)
{
  YcSchemaTable *self = g_new0 (YcSchemaTable, 1);

  self->by_uri = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) yc_schema_resource_unref);
  self->by_root = g_hash_table_new (NULL, NULL);
  return self;
}

void
yc_schema_table_free (YcSchemaTable *self)
{
  g_hash_table_unref (self->by_root);
  g_hash_table_unref (self->by_uri);
  g_free (self);
}

/* Adds @document, found at @uri (absolute), and every resource embedded in it. */
gboolean
yc_schema_table_add (YcSchemaTable *self,
                     const char    *uri,
                     JsonNode      *document,
                     GError       **error)
{
  g_autofree char *fragment = NULL;
  g_autofree char *absolute = yc_schema_uri_resolve (NULL, uri, &fragment, error);
  YcSchemaResource *resource;

  if (absolute == NULL)
    return FALSE;
  resource = resource_new (absolute, document, document);
  table_take (self, resource);
  return scan_schema (self, resource, document, 0, error);
}

YcSchemaResource *
yc_schema_table_find (YcSchemaTable *self,
                      const char    *uri)
{
  return g_hash_table_lookup (self->by_uri, uri);
}

YcSchemaResource *
yc_schema_table_find_root (YcSchemaTable *self,
                           JsonNode      *root)
{
  return g_hash_table_lookup (self->by_root, root);
}

static void
add_metaschema (YcSchemaTable *self,
                const char    *name)
{
  g_autofree char *path = g_strdup_printf (METASCHEMA_PATH "%s.json", name);
  g_autofree char *uri = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = NULL;
  gboolean ok;

  uri = g_strdup_printf (METASCHEMA_URI "%s%s", g_str_equal (name, "schema") ? "" : "meta/", name);
  bytes = g_resource_lookup_data (yc_forms_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  g_assert (bytes != NULL);
  ok = json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), NULL);
  g_assert (ok);
  ok = yc_schema_table_add (self, uri, json_parser_get_root (parser), NULL);
  g_assert (ok);
}

/* The 2020-12 meta-schemas, which every registry holds. Never freed. Any thread. */
YcSchemaTable *
yc_schema_table_get_meta (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    {
      static const char *const names[] = { "schema", "core", "applicator", "unevaluated",
                                           "validation", "meta-data", "format-annotation",
                                           "format-assertion", "content" };
      YcSchemaTable *self = yc_schema_table_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        add_metaschema (self, names[i]);
      g_once_init_leave (&table, (gsize) self);
    }
  return (YcSchemaTable *) table;
}

/*
 * RFC 3986 resolution. Returns the absolute URI without its fragment; @fragment gets the decoded
 * fragment, "" if there is none. @base is NULL or absolute without a fragment.
 */
char *
yc_schema_uri_resolve (const char *base,
                       const char *reference,
                       char      **fragment,
                       GError    **error)
{
  const char *hash = strchr (reference, '#');
  g_autofree char *bare = NULL;
  char *absolute;

  bare = hash == NULL ? g_strdup (reference) : g_strndup (reference, (gsize) (hash - reference));
  *fragment = hash == NULL ? g_strdup ("") : g_uri_unescape_string (hash + 1, NULL);
  if (*fragment == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_REFERENCE,
                   "“%s” has a badly encoded fragment", reference);
      return NULL;
    }
  if (*bare == '\0' && base != NULL)
    return g_strdup (base);
  absolute = g_uri_resolve_relative (base, bare, G_URI_FLAGS_ENCODED, NULL);
  if (absolute == NULL)
    g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_REFERENCE, "“%s” is not a URI reference",
                 reference);
  return absolute;
}
