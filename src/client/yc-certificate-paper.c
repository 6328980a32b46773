/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a certificate before it is issued. */
#include "yc-certificate-paper.h"
#include "yc-certificate-paper-private.h"

#include "yc-day.h"
#include "yc-json.h"

/* More than a catalog has; a ring in a broken one must end. */
#define MAX_DEPTH 16

static JsonObject *
get_above (YcCatalog  *catalog,
           JsonObject *place)
{
  return yc_catalog_get_place (catalog, yc_json_get_string (place, "parent", NULL));
}

/* (transfer full): the nearest place of @level from @code upwards, as the service chooses who issues;
 * otherwise the place itself. */
JsonObject *
yc_certificate_paper_find_place (YcDesk     *desk,
                                 const char *code,
                                 const char *level)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  JsonObject *own = yc_catalog_get_place (catalog, code);
  JsonObject *place = own;

  for (guint i = 0; place != NULL && i < MAX_DEPTH; i++)
    {
      if (g_strcmp0 (yc_json_get_string (place, "level", NULL), level) == 0)
        return json_object_ref (place);
      place = get_above (catalog, place);
    }
  if (own != NULL)
    return json_object_ref (own);
  own = json_object_new ();
  json_object_set_string_member (own, "code", code != NULL ? code : "");
  json_object_set_string_member (own, "name", code != NULL ? code : "");
  return own;
}

static JsonObject *
write_case (const char *number,
            const char *item,
            const char *title,
            GDateTime  *submitted_at)
{
  JsonObject *object = json_object_new ();
  g_autofree char *time = g_date_time_format_iso8601 (submitted_at);

  json_object_set_string_member (object, "number", number);
  json_object_set_string_member (object, "item", item);
  json_object_set_string_member (object, "item_title", title);
  json_object_set_string_member (object, "submitted_at", time);
  return object;
}

/* (transfer full): what stands under "case" */
JsonObject *
yc_certificate_paper_write_fact (YcCase *a_case)
{
  return write_case (yc_case_get_number (a_case), yc_case_get_item_code (a_case),
                     yc_case_get_item_title (a_case), yc_case_get_submitted_at (a_case));
}

/* Takes @data. (transfer full): what the program reads */
JsonNode *
yc_certificate_paper_wrap (YcDesk     *desk,
                           JsonObject *template,
                           JsonObject *data)
{
  JsonObject *request = json_object_new ();

  json_object_set_object_member (request, "template", json_object_ref (template));
  json_object_set_object_member (request, "data", data);
  json_object_set_boolean_member (request, "sample", yc_desk_get_demo (desk));
  return yc_json_object_node (request);
}

static JsonObject *
find_template (YcDesk *desk,
               YcItem *item)
{
  const char *id = item != NULL ? yc_item_get_template_id (item) : NULL;

  return id != NULL ? yc_catalog_get_template (yc_desk_get_catalog (desk), id) : NULL;
}

static void
set_agent (JsonObject *data,
           YcCitizen  *agent)
{
  if (agent != NULL && !yc_citizen_get_empty (agent))
    json_object_set_object_member (data, "agent", yc_citizen_to_json (agent));
  else
    json_object_set_null_member (data, "agent");
}

JsonNode *
yc_certificate_paper_write_draft (YcDesk      *desk,
                                  YcCaseDraft *draft,
                                  YcCitizen   *agent)
{
  YcItem *item = yc_case_draft_get_item (draft);
  YcForm *form = yc_case_draft_get_form (draft);
  JsonObject *template = find_template (desk, item);
  g_autoptr (GDateTime) now = yc_day_now ();
  JsonObject *data;

  if (template == NULL)
    return NULL;
  data = json_object_new ();
  json_object_set_object_member (data, "applicant",
                                 yc_citizen_to_json (yc_case_draft_get_citizen (draft)));
  set_agent (data, agent);
  if (form != NULL)
    json_object_set_member (data, "form", yc_form_get_submission (form));
  json_object_set_object_member (data, "case",
                                 write_case ("", yc_item_get_code (item), yc_item_get_title (item),
                                             now));
  json_object_set_object_member (
    data, "place",
    yc_certificate_paper_find_place (desk, yc_session_get_place (yc_desk_get_session (desk)),
                                     yc_item_get_level (item)));
  return yc_certificate_paper_wrap (desk, template, data);
}

JsonNode *
yc_certificate_paper_write_case (YcDesk *desk,
                                 YcCase *a_case)
{
  YcItem *item = yc_catalog_get_item (yc_desk_get_catalog (desk), yc_case_get_item_code (a_case));
  JsonObject *template = find_template (desk, item);
  JsonObject *json = yc_case_get_json (a_case);
  JsonObject *data;

  if (template == NULL || !yc_case_is_whole (a_case))
    return NULL;
  data = json_object_new ();
  yc_json_copy_or_null (data, json, "applicant");
  yc_json_copy_or_null (data, json, "agent");
  yc_json_copy_or_null (data, json, "form");
  json_object_set_object_member (data, "case", yc_certificate_paper_write_fact (a_case));
  json_object_set_object_member (data, "place",
                                 yc_certificate_paper_find_place (desk, yc_case_get_place (a_case),
                                                                  yc_item_get_level (item)));
  return yc_certificate_paper_wrap (desk, template, data);
}
