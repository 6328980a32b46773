/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed set of documents that schemas may refer to: nothing is ever fetched. */
#include "yc-schema-registry-private.h"

#include "yc-forms-error.h"

struct _YcSchemaRegistry
{
  GObject        parent_instance;
  YcSchemaTable *table;
  gboolean       assert_formats;
};

G_DEFINE_FINAL_TYPE (YcSchemaRegistry, yc_schema_registry, G_TYPE_OBJECT)

static void
yc_schema_registry_finalize (GObject *object)
{
  YcSchemaRegistry *self = YC_SCHEMA_REGISTRY (object);

  yc_schema_table_free (self->table);
  G_OBJECT_CLASS (yc_schema_registry_parent_class)->finalize (object);
}

static void
yc_schema_registry_class_init (YcSchemaRegistryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_schema_registry_finalize;
}

static void
yc_schema_registry_init (YcSchemaRegistry *self)
{
  self->table = yc_schema_table_new ();
  self->assert_formats = TRUE;
}

/**
 * yc_schema_registry_new:
 *
 * Makes a registry that knows the 2020-12 meta-schemas and nothing else. `format` is asserted
 * until yc_schema_registry_set_assert_formats() says otherwise.
 *
 * Returns: (transfer full): a registry
 */
YcSchemaRegistry *
yc_schema_registry_new (void)
{
  return g_object_new (YC_TYPE_SCHEMA_REGISTRY, NULL);
}

/**
 * yc_schema_registry_add:
 * @self: a registry
 * @uri: absolute URI by which schemas refer to @document
 * @document: (transfer none): any JSON, such as a schema or an OpenAPI description; must not be
 *   changed afterwards
 * @error: return location
 *
 * Adds a document and the resources embedded in it by `$id`. Add everything before the first
 * schema is compiled; from then on the registry may be shared by threads.
 *
 * Errors: %YC_FORMS_ERROR_REFERENCE for a bad URI or one that is taken, %YC_FORMS_ERROR_LIMIT for
 * a document that is nested too deeply.
 *
 * Returns: %TRUE if the document was added
 */
gboolean
yc_schema_registry_add (YcSchemaRegistry *self,
                        const char       *uri,
                        JsonNode         *document,
                        GError          **error)
{
  g_return_val_if_fail (YC_IS_SCHEMA_REGISTRY (self), FALSE);
  g_return_val_if_fail (uri != NULL && document != NULL, FALSE);

  if (yc_schema_registry_contains (self, uri))
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_REFERENCE,
                   "The registry has a document “%s” already", uri);
      return FALSE;
    }
  return yc_schema_table_add (self->table, uri, document, error);
}

/**
 * yc_schema_registry_contains:
 * @self: a registry
 * @uri: an absolute URI without a fragment
 *
 * Returns: whether a document or an embedded resource has this URI
 */
gboolean
yc_schema_registry_contains (YcSchemaRegistry *self,
                             const char       *uri)
{
  g_return_val_if_fail (YC_IS_SCHEMA_REGISTRY (self), FALSE);
  g_return_val_if_fail (uri != NULL, FALSE);

  return yc_schema_table_find (self->table, uri) != NULL;
}

/**
 * yc_schema_registry_set_assert_formats:
 * @self: a registry
 * @assert_formats: whether a document that breaks a `format` is invalid
 *
 * By the standard `format` is only a remark unless the meta-schema says otherwise; forms need it
 * to hold, so that it is asserted by default here.
 */
void
yc_schema_registry_set_assert_formats (YcSchemaRegistry *self,
                                       gboolean          assert_formats)
{
  g_return_if_fail (YC_IS_SCHEMA_REGISTRY (self));

  self->assert_formats = assert_formats;
}

/**
 * yc_schema_registry_get_assert_formats:
 * @self: a registry
 *
 * Returns: whether a document that breaks a `format` is invalid
 */
gboolean
yc_schema_registry_get_assert_formats (YcSchemaRegistry *self)
{
  g_return_val_if_fail (YC_IS_SCHEMA_REGISTRY (self), TRUE);

  return self->assert_formats;
}

/**
 * yc_schema_registry_set_draft_7:
 * @self: a registry
 * @draft_7: whether schemas without `$schema` are of draft 7 and not of 2020-12
 *
 * Holds for documents that are added or compiled afterwards.
 */
void
yc_schema_registry_set_draft_7 (YcSchemaRegistry *self,
                                gboolean          draft_7)
{
  g_return_if_fail (YC_IS_SCHEMA_REGISTRY (self));

  self->table->draft = draft_7 ? YC_SCHEMA_DRAFT_7 : YC_SCHEMA_DRAFT_2020;
}

YcSchemaTable *
yc_schema_registry_get_table (YcSchemaRegistry *self)
{
  return self->table;
}
