/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate is to certify after it was mended: a case's contents with some of them changed. */
#include "yc-case-mending.h"

#include "yc-form-words.h"
#include "yc-json.h"

YcForm *
yc_case_mending_create_form (YcCatalog *catalog,
                             YcCase    *a_case,
                             JsonNode  *data)
{
  YcItem *item = yc_catalog_get_item (catalog, yc_case_get_item_code (a_case));
  const char *id = item != NULL ? yc_item_get_form_id (item) : NULL;
  JsonObject *document = id != NULL ? yc_catalog_get_form (catalog, id) : NULL;
  g_autoptr (YcForm) form = NULL;

  if (document == NULL || data == NULL)
    return NULL;
  form = yc_form_new_from_document (document, NULL);
  return form != NULL && yc_form_set_data (form, data, NULL) ? g_steal_pointer (&form) : NULL;
}

static JsonObject *
write_applicant (JsonObject *json,
                 const char *name,
                 const char *id_number)
{
  static const char *const others[] = { "mobile", "address", "email" };
  JsonObject *applicant = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    yc_json_copy_member (applicant, yc_json_get_object (json, "applicant"), others[i]);
  json_object_set_string_member (applicant, "name", name);
  json_object_set_string_member (applicant, "id_number", id_number);
  return applicant;
}

JsonObject *
yc_case_mending_write (YcCase     *a_case,
                       const char *name,
                       const char *id_number,
                       YcForm     *form)
{
  static const char *const others[] = { "agent", "answers", "materials" };
  JsonObject *json = yc_case_get_json (a_case);
  JsonObject *contents = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    yc_json_copy_member (contents, json, others[i]);
  json_object_set_object_member (contents, "applicant", write_applicant (json, name, id_number));
  if (form != NULL)
    json_object_set_member (contents, "form", yc_form_get_submission (form));
  return contents;
}
