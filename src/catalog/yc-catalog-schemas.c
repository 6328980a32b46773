/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammars of our own files (data/schema), built in. */
#include "yc-catalog-schemas.h"

#include <gio/gio.h>
#include <string.h>

#include "yc-json.h"
#include "yc-schema-resources.h"

#define FOLDER "/io/github/yichuang/schema"
#define BASE_URI "https://yichuang.github.io/schema/"

/* What is built in is ours: that it is whole is asserted, and tested. */
static void
add (YcSchemaRegistry *registry,
     GResource        *resource,
     const char       *name)
{
  g_autofree char *path = g_strconcat (FOLDER "/", name, NULL);
  g_autofree char *uri = g_strconcat (BASE_URI, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) document = NULL;
  gsize size;
  const char *text;

  bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  document = yc_json_parse (text, size, NULL, &error);
  g_assert_no_error (error);
  yc_schema_registry_add (registry, uri, document, &error);
  g_assert_no_error (error);
}

static YcSchemaRegistry *
load (void)
{
  YcSchemaRegistry *registry = yc_schema_registry_new ();
  GResource *resource = yc_schema_resources_get_resource ();
  g_auto (GStrv) names = NULL;

  names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    add (registry, resource, names[i]);
  return registry;
}

/* What a thread has compiled: to do so takes longer than to check a small catalog. */
typedef struct
{
  YcSchemaRegistry *registry;
  GHashTable       *schemas;
} Shelf;

static void
free_shelf (gpointer data)
{
  Shelf *shelf = data;

  g_object_unref (shelf->registry);
  g_hash_table_unref (shelf->schemas);
  g_free (shelf);
}

static GPrivate shelf_of_thread = G_PRIVATE_INIT (free_shelf);

static Shelf *
get_shelf (void)
{
  Shelf *shelf = g_private_get (&shelf_of_thread);

  if (shelf != NULL)
    return shelf;
  shelf = g_new0 (Shelf, 1);
  shelf->registry = load ();
  shelf->schemas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) yc_schema_unref);
  g_private_set (&shelf_of_thread, shelf);
  return shelf;
}

/**
 * yc_catalog_schemas_get:
 * @name: a kind of document, or "catalog", "layout" or "people"; or a file with a fragment
 *
 * Returns: (transfer none): the grammar of that kind of file, which is this thread's
 */
YcSchema *
yc_catalog_schemas_get (const char *name)
{
  Shelf *shelf = get_shelf ();
  YcSchema *schema = g_hash_table_lookup (shelf->schemas, name);
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  if (schema != NULL)
    return schema;
  uri = g_strconcat (BASE_URI, name, strchr (name, '#') == NULL ? ".schema.json" : NULL, NULL);
  schema = yc_schema_compile_uri (uri, shelf->registry, &error);
  g_assert_no_error (error);
  g_hash_table_insert (shelf->schemas, g_strdup (name), schema);
  return schema;
}
