/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema documents by URI: finds `$id`, `$anchor` and `$dynamicAnchor` where schemas can be. */
#include "yc-schema-table-private.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <string.h>

#include "yc-forms-error.h"
#include "yc-forms-resources.h"
#include "yc-json.h"

#define METASCHEMA_PATH "/io/github/yichuang/forms/metaschema/"
/* Beyond these a document is hostile. The longest forms have some thousand parts. */
#define MAX_RESOURCES 10000
#define MAX_URI_LENGTH 2048

/* A pointer longer than this is not worth keeping for every anchor. */
#define MAX_POINTER 256
#define METASCHEMA_URI "https://json-schema.org/draft/2020-12/"

typedef enum
{
  HOLDS_SCHEMA = 1,
  HOLDS_LIST,
  HOLDS_MAP,
} KeywordHolds;

static const struct
{
  const char   *keyword;
  KeywordHolds  holds;
  YcSchemaDraft drafts;
} SCHEMA_PLACES[] = {
  { "$defs", HOLDS_MAP, YC_SCHEMA_DRAFTS_NEW },
  { "additionalItems", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_OLD },
  { "additionalProperties", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "allOf", HOLDS_LIST, YC_SCHEMA_DRAFTS_ALL },
  { "anyOf", HOLDS_LIST, YC_SCHEMA_DRAFTS_ALL },
  { "contains", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "contentSchema", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_NEW },
  { "definitions", HOLDS_MAP, YC_SCHEMA_DRAFTS_ALL },
  { "dependencies", HOLDS_MAP, YC_SCHEMA_DRAFTS_ALL },
  { "dependentSchemas", HOLDS_MAP, YC_SCHEMA_DRAFTS_NEW },
  { "else", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "if", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "items", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "items", HOLDS_LIST, YC_SCHEMA_DRAFTS_OLD },
  { "not", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "oneOf", HOLDS_LIST, YC_SCHEMA_DRAFTS_ALL },
  { "patternProperties", HOLDS_MAP, YC_SCHEMA_DRAFTS_ALL },
  { "prefixItems", HOLDS_LIST, YC_SCHEMA_DRAFT_2020 },
  { "properties", HOLDS_MAP, YC_SCHEMA_DRAFTS_ALL },
  { "propertyNames", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "then", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_ALL },
  { "unevaluatedItems", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_NEW },
  { "unevaluatedProperties", HOLDS_SCHEMA, YC_SCHEMA_DRAFTS_NEW },
};

static const struct
{
  const char    *uri;             /* without a fragment */
  YcSchemaDraft  draft;
} DRAFTS[] = {
  { "http://json-schema.org/draft-06/schema", YC_SCHEMA_DRAFT_7 },
  { "http://json-schema.org/draft-07/schema", YC_SCHEMA_DRAFT_7 },
  { "https://json-schema.org/draft/2019-09/schema", YC_SCHEMA_DRAFT_2019 },
  { "https://json-schema.org/draft/2020-12/schema", YC_SCHEMA_DRAFT_2020 },
};

/* Where the scan is: the resource it is in, and the way from its root. */
typedef struct
{
  YcSchemaResource   *resource;
  const YcSchemaStep *path;
  guint               depth;
} Spot;

static gboolean scan_schema (YcSchemaTable  *self,
                             const Spot     *around,
                             JsonNode       *node,
                             GError        **error);

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
  g_free (self);
}

static void
anchor_free (YcSchemaAnchor *anchor)
{
  g_free (anchor->pointer);
  g_free (anchor);
}

/* The draft that @root says it is written in, or @fallback. */
static YcSchemaDraft
read_draft (JsonNode      *root,
            YcSchemaDraft  fallback)
{
  const char *uri = yc_json_get_string (yc_json_node_get_object (root), "$schema", NULL);
  gsize length = uri == NULL ? 0 : strcspn (uri, "#");

  for (gsize i = 0; uri != NULL && i < G_N_ELEMENTS (DRAFTS); i++)
    {
      if (strlen (DRAFTS[i].uri) == length && strncmp (DRAFTS[i].uri, uri, length) == 0)
        return DRAFTS[i].draft;
    }
  return fallback;
}

static YcSchemaResource *
resource_new (const char    *uri,
              JsonNode      *document,
              JsonNode      *root,
              YcSchemaDraft  draft)
{
  YcSchemaResource *self = g_new0 (YcSchemaResource, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->uri = g_strdup (uri);
  self->document = json_node_ref (document);
  self->root = root;
  self->draft = read_draft (root, draft);
  self->anchors =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) anchor_free);
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

static gboolean
scan_below (YcSchemaTable       *self,
            const Spot          *around,
            JsonNode            *node,
            const YcSchemaStep  *path,
            GError             **error)
{
  const Spot spot = { around->resource, path, around->depth + 1 };

  return scan_schema (self, &spot, node, error);
}

static gboolean
scan_list (YcSchemaTable       *self,
           const Spot          *around,
           JsonNode            *value,
           const YcSchemaStep  *keyword,
           GError             **error)
{
  JsonArray *array = yc_json_node_get_array (value);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const YcSchemaStep path = { keyword, NULL, i };

      if (!scan_below (self, around, json_array_get_element (array, i), &path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_map (YcSchemaTable       *self,
          const Spot          *around,
          JsonNode            *value,
          const YcSchemaStep  *keyword,
          GError             **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      const YcSchemaStep path = { keyword, name, 0 };

      if (!scan_below (self, around, member, &path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_places (YcSchemaTable  *self,
             const Spot     *spot,
             JsonObject     *object,
             GError        **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SCHEMA_PLACES); i++)
    {
      const char *keyword = SCHEMA_PLACES[i].keyword;
      JsonNode *value = json_object_get_member (object, keyword);
      const YcSchemaStep path = { spot->path, keyword, 0 };
      gboolean ok = TRUE;

      if (value == NULL || (SCHEMA_PLACES[i].drafts & spot->resource->draft) == 0)
        continue;
      switch (SCHEMA_PLACES[i].holds)
        {
        case HOLDS_SCHEMA:
          ok = scan_below (self, spot, value, &path, error);
          break;
        case HOLDS_LIST:
          ok = scan_list (self, spot, value, &path, error);
          break;
        case HOLDS_MAP:
          ok = scan_map (self, spot, value, &path, error);
          break;
        default:
          g_assert_not_reached ();
        }
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static void
add_anchor (const Spot *spot,
            const char *name,
            JsonNode   *node,
            gboolean    dynamic)
{
  YcSchemaAnchor *anchor = g_new0 (YcSchemaAnchor, 1);
  gsize length = 0;

  for (const YcSchemaStep *step = spot->path; step != NULL; step = step->parent)
    length += step->name == NULL ? 1 : strlen (step->name);
  anchor->node = node;
  anchor->pointer = length > MAX_POINTER ? NULL : yc_schema_write_path (spot->path);
  anchor->dynamic = dynamic;
  g_hash_table_insert (spot->resource->anchors, g_strdup (name), anchor);
}

static gboolean
check_room (YcSchemaTable  *self,
            const char     *uri,
            GError        **error)
{
  if (g_hash_table_size (self->by_uri) < MAX_RESOURCES && strlen (uri) <= MAX_URI_LENGTH)
    return TRUE;
  g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT,
                       _ ("The schema has too many $id, or one that is too long"));
  return FALSE;
}

/* In draft 7 a fragment of `$id` is an anchor, and a `$ref` beside it puts it out of force. */
static gboolean
scan_id (YcSchemaTable  *self,
         Spot           *spot,
         JsonNode       *node,
         GError        **error)
{
  JsonObject *object = json_node_get_object (node);
  const char *id = yc_json_get_string (object, "$id", NULL);
  gboolean old = spot->resource->draft == YC_SCHEMA_DRAFT_7;
  g_autofree char *fragment = NULL;
  g_autofree char *uri = NULL;

  if (id == NULL || (old && json_object_has_member (object, "$ref")))
    return TRUE;
  uri = yc_schema_uri_resolve (spot->resource->uri, id, &fragment, error);
  if (uri == NULL || !check_room (self, uri, error))
    return FALSE;
  if (!(old && *id == '#') &&
      !(spot->resource->root == node && g_str_equal (uri, spot->resource->uri)))
    {
      spot->resource = resource_new (uri, spot->resource->document, node, spot->resource->draft);
      spot->path = NULL;
      table_take (self, spot->resource);
    }
  if (old && *fragment != '\0')
    add_anchor (spot, fragment, node, FALSE);
  return TRUE;
}

static void
scan_anchors (const Spot *spot,
              JsonNode   *node)
{
  JsonObject *object = json_node_get_object (node);
  const char *anchor = yc_json_get_string (object, "$anchor", NULL);
  const char *dynamic = yc_json_get_string (object, "$dynamicAnchor", NULL);

  if (anchor != NULL && (spot->resource->draft & YC_SCHEMA_DRAFTS_NEW) != 0)
    add_anchor (spot, anchor, node, FALSE);
  if (dynamic != NULL && spot->resource->draft == YC_SCHEMA_DRAFT_2020)
    add_anchor (spot, dynamic, node, TRUE);
}

static gboolean
scan_schema (YcSchemaTable  *self,
             const Spot     *around,
             JsonNode       *node,
             GError        **error)
{
  Spot spot = *around;

  if (spot.depth > YC_SCHEMA_MAX_NESTING)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT,
                   _ ("The schema %s is nested more than %u deep"), spot.resource->uri,
                   YC_SCHEMA_MAX_NESTING);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  if (++self->n_parts > YC_SCHEMA_MAX_PARTS)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT,
                   _ ("The schema has more than %d parts"), YC_SCHEMA_MAX_PARTS);
      return FALSE;
    }
  if (!scan_id (self, &spot, node, error))
    return FALSE;
  scan_anchors (&spot, node);
  return scan_places (self, &spot, json_node_get_object (node), error);
}

YcSchemaTable *
yc_schema_table_new (void)
{
  YcSchemaTable *self = g_new0 (YcSchemaTable, 1);

  self->by_uri = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) yc_schema_resource_unref);
  self->by_root = g_hash_table_new (NULL, NULL);
  self->draft = YC_SCHEMA_DRAFT_2020;
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
  Spot spot = { NULL, NULL, 0 };
  YcSchemaResource *resource;

  if (absolute == NULL)
    return FALSE;
  resource = resource_new (absolute, document, document, self->draft);
  table_take (self, resource);
  spot.resource = resource;
  return scan_schema (self, &spot, document, error);
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
                const char    *base,
                const char    *name,
                const char    *file)
{
  g_autofree char *path = g_strdup_printf (METASCHEMA_PATH "%s.json", file);
  g_autofree char *uri = g_strconcat (base, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = NULL;
  gboolean ok;

  bytes = g_resource_lookup_data (yc_forms_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  g_assert (bytes != NULL);
  ok = json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), NULL);
  g_assert (ok);
  ok = yc_schema_table_add (self, uri, json_parser_get_root (parser), NULL);
  g_assert (ok);
}

/* The meta-schemas of 2020-12 and draft 7, which every registry holds. Never freed. Any thread. */
YcSchemaTable *
yc_schema_table_get_meta (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    {
      static const char *const names[] = { "core", "applicator", "unevaluated", "validation",
                                           "meta-data", "format-annotation", "format-assertion",
                                           "content" };
      YcSchemaTable *self = yc_schema_table_new ();

      add_metaschema (self, METASCHEMA_URI, "schema", "schema");
      add_metaschema (self, "http://json-schema.org/draft-07/", "schema", "draft-07");
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        add_metaschema (self, METASCHEMA_URI "meta/", names[i], names[i]);
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
