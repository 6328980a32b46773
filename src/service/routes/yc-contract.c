/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The API's description, as far as the service holds requests against it: the same file that tells
 * clients what to send decides what is taken. */
#include "yc-contract.h"

#include "yc-findings.h"
#include "yc-json.h"
#include "yc-route.h"
#include "yc-schema.h"
#include "yc-service-resources.h"

#include <gio/gio.h>

#define RESOURCE "/io/github/yichuang/service/openapi.json"
#define URI "urn:yichuang:openapi"
#define MAX_PROBLEMS 50

struct _YcContract
{
  /* Path of a POST route → YcSchema of its body */
  GHashTable *bodies;
};

/**
 * yc_contract_get_text:
 *
 * Returns: (transfer full): the OpenAPI description as it is served
 */
GBytes *
yc_contract_get_text (void)
{
  GBytes *text;

  /* Named here so that the linker keeps it. */
  g_assert (yc_service_resources_get_resource () != NULL);
  text = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (text != NULL);
  return text;
}

static YcSchemaRegistry *
create_registry (GError **error)
{
  g_autoptr (GBytes) text = yc_contract_get_text ();
  g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();
  g_autoptr (JsonNode) node = NULL;

  node = yc_json_parse (g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL, error);
  if (node == NULL || !yc_schema_registry_add (registry, URI, node, error))
    return NULL;
  return g_steal_pointer (&registry);
}

/* A JSON Pointer in a URI: "~1" for a slash, and braces percent-encoded. */
static char *
compose_uri (const char *path)
{
  g_autoptr (GString) escaped = g_string_new (path);

  g_string_replace (escaped, "/", "~1", 0);
  g_string_replace (escaped, "{", "%7B", 0);
  g_string_replace (escaped, "}", "%7D", 0);
  return g_strdup_printf ("%s#/paths/%s/post/requestBody/content/application~1json/schema", URI,
                          escaped->str);
}

static gboolean
add_body (YcContract        *self,
          YcSchemaRegistry  *registry,
          const YcRoute     *route,
          GError           **error)
{
  g_autofree char *uri = compose_uri (route->path);
  YcSchema *schema = yc_schema_compile_uri (uri, registry, error);

  if (schema == NULL)
    return FALSE;
  g_hash_table_insert (self->bodies, (char *) route->path, schema);
  return TRUE;
}

/**
 * yc_contract_new:
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the rules for every body that can be sent, %NULL when one is missing or
 *   broken in the description
 */
YcContract *
yc_contract_new (GError **error)
{
  g_autoptr (YcContract) self = g_new0 (YcContract, 1);
  g_autoptr (YcSchemaRegistry) registry = create_registry (error);
  const YcRoute *routes;
  guint n_routes;

  self->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) yc_schema_unref);
  if (registry == NULL)
    return NULL;
  routes = yc_route_get_table (&n_routes);
  for (guint i = 0; i < n_routes; i++)
    if (yc_route_takes_json (&routes[i]) && !add_body (self, registry, &routes[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

void
yc_contract_free (YcContract *self)
{
  g_clear_pointer (&self->bodies, g_hash_table_unref);
  g_free (self);
}

/**
 * yc_contract_check_body:
 * @self: the contract
 * @path: path of a POST route
 * @body: what was sent there
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_INVALID that names every broken rule
 */
gboolean
yc_contract_check_body (YcContract  *self,
                        const char  *path,
                        JsonObject  *body,
                        GError     **error)
{
  YcSchema *schema = g_hash_table_lookup (self->bodies, path);
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (body));
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (MAX_PROBLEMS);
  g_autoptr (YcFindings) findings = yc_findings_new ();

  g_return_val_if_fail (schema != NULL, FALSE);

  if (yc_schema_validate (schema, node, report))
    return TRUE;
  yc_findings_add_report (findings, "", report);
  return yc_findings_finish (findings, error);
}
