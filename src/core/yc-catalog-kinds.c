/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of documents that a catalog is made of, and how each is made and checked. */
#include "yc-catalog-kinds-private.h"

#include "yc-core-error.h"
#include "yc-document-private.h"
#include "yc-question-overlay.h"

#include <glib/gi18n-lib.h>

static gpointer
make_checked (JsonObject      *json,
              const YcMember  *members,
              guint            n_members,
              GError         **error)
{
  return yc_document_check (json, members, n_members, error) ? json_object_ref (json) : NULL;
}

static gpointer
make_form (JsonObject  *json,
           GError     **error)
{
  static const YcMember members[] = {
    { "id", YC_MEMBER_STRING, TRUE },
    { "schema", YC_MEMBER_OBJECT, TRUE },
    { "layout", YC_MEMBER_OBJECT, TRUE },
  };

  return make_checked (json, members, G_N_ELEMENTS (members), error);
}

static gpointer
make_template (JsonObject  *json,
               GError     **error)
{
  static const YcMember members[] = {
    { "id", YC_MEMBER_STRING, TRUE },
    { "type", YC_MEMBER_STRING, FALSE },
    { "title", YC_MEMBER_STRING, TRUE },
    { "blocks", YC_MEMBER_OBJECTS, FALSE },
    { "paragraphs", YC_MEMBER_OBJECTS, FALSE },
  };

  return make_checked (json, members, G_N_ELEMENTS (members), error);
}

static gpointer
make_place (JsonObject  *json,
            GError     **error)
{
  static const YcMember members[] = {
    { "code", YC_MEMBER_STRING, TRUE },   { "name", YC_MEMBER_STRING, TRUE },
    { "level", YC_MEMBER_STRING, FALSE }, { "parent", YC_MEMBER_STRING, FALSE },
    { "seal", YC_MEMBER_STRING, FALSE },
  };

  return make_checked (json, members, G_N_ELEMENTS (members), error);
}

static gpointer
make_division (JsonObject  *json,
               GError     **error)
{
  static const YcMember members[] = {
    { "code", YC_MEMBER_STRING, TRUE },
    { "name", YC_MEMBER_STRING, TRUE },
    { "children", YC_MEMBER_OBJECTS, FALSE },
  };

  return make_checked (json, members, G_N_ELEMENTS (members), error);
}

static gpointer
make_synonyms (JsonObject  *json,
               GError     **error)
{
  static const YcMember members[] = {
    { "id", YC_MEMBER_STRING, TRUE },
    { "groups", YC_MEMBER_OBJECTS, TRUE },
  };

  return make_checked (json, members, G_N_ELEMENTS (members), error);
}

static gpointer
make_overlay (JsonObject  *json,
              GError     **error)
{
  return yc_question_overlay_check (json, error) ? json_object_ref (json) : NULL;
}

#define OBJECT(make) ((YcMakeDocument) make), g_object_unref
#define JSON(make) make, (GDestroyNotify) json_object_unref

const YcCatalogShelfKind yc_catalog_kinds[YC_N_CATALOG_KINDS] = {
  [YC_CATALOG_KIND_ITEM] = { "item", "code", OBJECT (yc_item_new_from_json), TRUE, TRUE },
  [YC_CATALOG_KIND_LIST] =
    { "list", "id", OBJECT (yc_question_list_new_from_json), TRUE, FALSE },
  [YC_CATALOG_KIND_OVERLAY] = { "overlay", "id", JSON (make_overlay), FALSE, FALSE },
  [YC_CATALOG_KIND_ENTRY] =
    { "entry", "id", OBJECT (yc_knowledge_entry_new_from_json), TRUE, TRUE },
  [YC_CATALOG_KIND_REPLACEMENT] =
    { "replacement", "id", OBJECT (yc_replacement_new_from_json), TRUE, FALSE },
  [YC_CATALOG_KIND_REASON] =
    { "reason", "id", OBJECT (yc_return_reason_new_from_json), FALSE, FALSE },
  [YC_CATALOG_KIND_FORM] = { "form", "id", JSON (make_form), FALSE, FALSE },
  [YC_CATALOG_KIND_TEMPLATE] = { "template", "id", JSON (make_template), FALSE, FALSE },
  [YC_CATALOG_KIND_PLACE] = { "place", "code", JSON (make_place), FALSE, FALSE },
  [YC_CATALOG_KIND_DIVISION] = { "division", "code", JSON (make_division), FALSE, FALSE },
  [YC_CATALOG_KIND_SYNONYMS] = { "synonyms", "id", JSON (make_synonyms), FALSE, FALSE },
};

int
yc_catalog_kinds_find (const char  *name,
                       GError     **error)
{
  for (int i = 0; i < YC_N_CATALOG_KINDS; i++)
    if (g_str_equal (yc_catalog_kinds[i].name, name))
      return i;
  g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG,
               _("There is no kind of document “%s”"), name);
  return -1;
}

const char *
yc_catalog_get_kind (guint index)
{
  return index < YC_N_CATALOG_KINDS ? yc_catalog_kinds[index].name : NULL;
}

gboolean
yc_catalog_accepts (const char  *kind,
                    const char  *id,
                    JsonNode    *body,
                    GError     **error)
{
  int number;
  gpointer document;

  g_return_val_if_fail (kind != NULL && id != NULL && body != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  number = yc_catalog_kinds_find (kind, error);
  if (number < 0)
    return FALSE;
  document = yc_catalog_shelf_make (&yc_catalog_kinds[number], id, body, error);
  if (document == NULL)
    return FALSE;
  yc_catalog_kinds[number].unref (document);
  return TRUE;
}
