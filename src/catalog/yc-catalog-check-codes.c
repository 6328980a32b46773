/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes that nationwide identifiers of certificates are made of. A catalog may do without; one
 * that has some should have all, or some certificates have no identifier and nobody notices. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

static gboolean
is_notice (JsonObject *template)
{
  return g_str_equal (yc_json_get_string (template, "use", "certificate"), "notice");
}

static gboolean
has_root (YcCatalogCheck *check)
{
  YcCatalogDocument *manifest = yc_catalog_folder_get_manifest (check->folder);
  JsonObject *body = manifest != NULL
                       ? yc_json_node_get_object (yc_catalog_document_get_body (manifest)) : NULL;

  return body != NULL && json_object_has_member (body, "certificate_root");
}

/* Whether the catalog makes identifiers at all. */
static gboolean
has_codes (YcCatalogCheck *check)
{
  if (has_root (check))
    return TRUE;
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (check->folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);
      JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));

      if (g_str_equal (yc_catalog_document_get_kind (document), "template") && body != NULL &&
          json_object_has_member (body, "type_code"))
        return TRUE;
    }

  return FALSE;
}

static void
check_template (YcCatalogCheck    *check,
                YcCatalogDocument *document,
                JsonObject        *body)
{
  if (body != NULL && !is_notice (body) && !json_object_has_member (body, "type_code"))
    yc_catalog_check_warn (check, document, "",
                           _("there is no type_code: these certificates get no nationwide "
                             "identifier"));
}

/* Who has a seal issues certificates. */
static void
check_place (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonObject        *body)
{
  if (body != NULL && json_object_has_member (body, "seal") && !json_object_has_member (body, "uscc"))
    yc_catalog_check_warn (check, document, "",
                           _("there is no uscc: what is issued here gets no nationwide "
                             "identifier"));
}

void
yc_catalog_check_codes (YcCatalogCheck *check)
{
  if (!has_codes (check))
    return;
  yc_catalog_check_each (check, "template", check_template);
  yc_catalog_check_each (check, "place", check_place);
}
