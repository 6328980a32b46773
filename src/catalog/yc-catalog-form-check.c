/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mistakes in one form, whether it is of a catalog or not. */
#include "yc-catalog-form-check.h"

#include "yc-catalog-check-private.h"
#include "yc-catalog-schemas.h"
#include "yc-json.h"

/**
 * yc_catalog_check_form:
 * @document: a document of kind "form", whose body has `schema` and perhaps `layout` and `words`
 *
 * Finds what an author did wrong: words that the grammars do not know, and all that the check of a
 * catalog finds in its forms. That fields must have titles and names of one kind is a rule of
 * catalogs only.
 *
 * Returns: (transfer full) (element-type YcCatalogProblem): the mistakes by file and line
 */
GPtrArray *
yc_catalog_check_form (YcCatalogDocument *document)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_catalog_problem_free);
  YcCatalogCheck check = { NULL, problems };
  JsonObject *body;

  g_return_val_if_fail (YC_IS_CATALOG_DOCUMENT (document), problems);

  body = yc_json_node_get_object (yc_catalog_document_get_body (document));
  yc_catalog_check_part (&check, yc_catalog_schemas_get ("form.schema.json#/$defs/schema"), document,
                         "/schema");
  if (yc_json_get_member (body, "layout") != NULL)
    yc_catalog_check_part (&check, yc_catalog_schemas_get ("layout"), document, "/layout");
  if (yc_json_get_member (body, "words") != NULL)
    yc_catalog_check_part (&check, yc_catalog_schemas_get ("form.schema.json#/$defs/words"), document,
                           "/words");
  yc_catalog_check_form_of (&check, document, body);
  return yc_catalog_check_sort (problems);
}
