/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each document against the grammar of its kind (data/schema). */
#include "yc-catalog-check-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "yc-catalog-kind-private.h"
#include "yc-catalog-schemas.h"
#include "yc-json.h"

/* One file with a wrong indentation of braces can break hundreds of rules; twenty tell enough. */
#define MAX_PROBLEMS 20

static void
check_document (YcCatalogCheck    *check,
                YcSchema          *schema,
                YcCatalogDocument *document)
{
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (MAX_PROBLEMS);

  if (yc_schema_validate (schema, yc_catalog_document_get_body (document), report))
    return;

  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);
      const char *pointer = yc_schema_problem_get_instance_location (problem);
      g_autofree char *message = yc_schema_problem_get_message (problem, NULL);

      if (*pointer == '\0')
        yc_catalog_check_tell (check, document, pointer, "%s", message);
      else
        /* Translators: %s is a JSON Pointer such as /materials/0/title, then what is wrong there. */
        yc_catalog_check_tell (check, document, pointer, _("%s: %s"), pointer, message);
    }
}

static void
check_kind (YcCatalogCheck   *check,
            YcSchemaRegistry *registry,
            const char       *kind)
{
  g_autoptr (YcSchema) schema = yc_catalog_schemas_compile (registry, kind);
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);

      if (g_str_equal (kind, yc_catalog_document_get_kind (document)))
        check_document (check, schema, document);
    }
}

void
yc_catalog_check_schemas (YcCatalogCheck *check)
{
  g_autoptr (YcSchemaRegistry) registry = yc_catalog_schemas_load ();
  YcCatalogDocument *manifest = yc_catalog_folder_get_manifest (check->folder);
  const YcCatalogKind *kind;

  for (guint i = 0; (kind = yc_catalog_kind_get (i)) != NULL; i++)
    check_kind (check, registry, kind->name);

  if (manifest != NULL)
    {
      g_autoptr (YcSchema) schema = yc_catalog_schemas_compile (registry, "catalog");

      check_document (check, schema, manifest);
    }
}
