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

/**
 * yc_catalog_schemas_load:
 *
 * Returns: (transfer full): a registry of all grammars, under their addresses below
 *   "https://yichuang.github.io/schema/"
 */
YcSchemaRegistry *
yc_catalog_schemas_load (void)
{
  g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();
  GResource *resource = yc_schema_resources_get_resource ();
  g_auto (GStrv) names = NULL;

  names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    add (registry, resource, names[i]);

  return g_steal_pointer (&registry);
}

/**
 * yc_catalog_schemas_compile:
 * @registry: from yc_catalog_schemas_load()
 * @name: a kind of document, or "catalog", "layout" or "people"; or a file with a fragment
 *
 * Returns: (transfer full): the grammar of that kind of file
 */
YcSchema *
yc_catalog_schemas_compile (YcSchemaRegistry *registry,
                            const char       *name)
{
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;
  YcSchema *schema;

  g_return_val_if_fail (YC_IS_SCHEMA_REGISTRY (registry), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  uri = g_strconcat (BASE_URI, name, strchr (name, '#') == NULL ? ".schema.json" : NULL, NULL);
  schema = yc_schema_compile_uri (uri, registry, &error);
  g_assert_no_error (error);

  return schema;
}
