/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled JSON Schema: making it and letting go of it. Running it is yc-schema-validate.c. */
#include "yc-schema-private.h"
#include "yc-schema-registry-private.h"

#define DEFAULT_BASE "yichuang:///schema.json"

G_DEFINE_BOXED_TYPE (YcSchema, yc_schema, yc_schema_ref, yc_schema_unref)

static YcSchema *
yc_schema_new (void)
{
  YcSchema *self = g_new0 (YcSchema, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->table = yc_schema_table_new ();
  return self;
}

/**
 * yc_schema_compile:
 * @schema: (transfer none): a schema of draft 2020-12, an object or a boolean; must not be changed
 *   as long as the result lives
 * @base_uri: (nullable): absolute URI against which relative references are resolved
 * @registry: (nullable): documents that @schema may refer to besides itself and the meta-schemas
 * @error: return location
 *
 * Compiles a schema with everything it refers to. Nothing is ever fetched. Unknown keywords are
 * ignored, as the standard says. `x-message` beside other keywords gives the words that
 * yc_schema_problem_get_message() uses for problems with them.
 *
 * Errors: %YC_FORMS_ERROR_SCHEMA, %YC_FORMS_ERROR_REFERENCE, %YC_FORMS_ERROR_PATTERN,
 * %YC_FORMS_ERROR_LIMIT.
 *
 * Returns: (transfer full) (nullable): the program, immutable and usable by any thread
 */
YcSchema *
yc_schema_compile (JsonNode          *schema,
                   const char        *base_uri,
                   YcSchemaRegistry  *registry,
                   GError           **error)
{
  g_autoptr (YcSchema) self = NULL;
  const char *uri = base_uri == NULL ? DEFAULT_BASE : base_uri;

  g_return_val_if_fail (schema != NULL, NULL);
  g_return_val_if_fail (registry == NULL || YC_IS_SCHEMA_REGISTRY (registry), NULL);

  self = yc_schema_new ();
  g_set_object (&self->registry, registry);
  if (registry != NULL)
    self->table->draft = yc_schema_registry_get_table (registry)->draft;
  if (!yc_schema_table_add (self->table, uri, schema, error) ||
      !yc_schema_build (self, uri, registry, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * yc_schema_compile_uri:
 * @uri: absolute URI of a schema in @registry, with a fragment (a JSON Pointer or an anchor) if it
 *   is only a part of a document, such as `…/openapi.json#/components/schemas/Case`
 * @registry: the documents
 * @error: return location
 *
 * Like yc_schema_compile() for a schema that the registry has.
 *
 * Returns: (transfer full) (nullable): the program
 */
YcSchema *
yc_schema_compile_uri (const char        *uri,
                       YcSchemaRegistry  *registry,
                       GError           **error)
{
  g_autoptr (YcSchema) self = NULL;

  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (YC_IS_SCHEMA_REGISTRY (registry), NULL);

  self = yc_schema_new ();
  g_set_object (&self->registry, registry);
  if (!yc_schema_build (self, uri, registry, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * yc_schema_ref:
 * @self: a schema
 *
 * Returns: (transfer full): @self
 */
YcSchema *
yc_schema_ref (YcSchema *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * yc_schema_unref:
 * @self: (transfer full): a schema
 *
 * Lets go of a schema; the last one frees it.
 */
void
yc_schema_unref (YcSchema *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->subschemas, g_hash_table_unref);
  g_clear_pointer (&self->scopes, g_hash_table_unref);
  yc_schema_table_free (self->table);
  g_clear_object (&self->registry);
  g_free (self);
}
