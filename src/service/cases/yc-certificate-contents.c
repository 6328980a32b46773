/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate says, gathered from its case and the catalog. */
#include "yc-certificate-contents.h"

#include "yc-case-review.h"
#include "yc-certificate-identifier.h"
#include "yc-day.h"
#include "yc-json.h"

JsonObject *
yc_certificate_contents_find_issuer (const YcWork *work,
                                     YcCaseRecord *record,
                                     JsonObject   *item)
{
  JsonObject *place =
    yc_case_review_find_place (work, record, yc_json_get_string (item, "level", ""), NULL);

  if (place != NULL)
    return place;
  place = yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "place",
                        record->place, record->catalog_version, NULL);
  if (place != NULL)
    return place;
  place = json_object_new ();
  json_object_set_string_member (place, "code", record->place);
  json_object_set_string_member (place, "name", record->place);
  return place;
}

static JsonObject *
write_case (YcCaseRecord *record)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", record->id);
  json_object_set_string_member (object, "number", record->number);
  json_object_set_string_member (object, "item", record->item);
  json_object_set_string_member (object, "item_title", record->item_title);
  json_object_set_string_member (object, "submitted_at", record->submitted_at);
  return object;
}

JsonObject *
yc_certificate_contents_write (const YcWork *work,
                               YcCaseRecord *record,
                               JsonObject   *place)
{
  JsonObject *data = json_object_new ();
  g_autoptr (GDateTime) local = yc_day_in_china (work->now, 0);
  g_autofree char *today = g_date_time_format (local, "%Y-%m-%d");

  json_object_set_object_member (data, "applicant", json_object_ref (record->applicant));
  yc_json_copy_or_null (data, record->content, "agent");
  yc_json_copy_or_null (data, record->content, "form");
  json_object_set_object_member (data, "case", write_case (record));
  json_object_set_object_member (data, "place", json_object_ref (place));
  json_object_set_string_member (data, "issued_at", work->now_text);
  json_object_set_string_member (data, "today", today);
  return data;
}

void
yc_certificate_contents_read_codes (const YcWork  *work,
                                    YcCaseRecord  *record,
                                    const char    *template_,
                                    char         **root,
                                    char         **type_code)
{
  g_autoptr (JsonObject) body =
    yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "template", template_,
                  record->catalog_version, NULL);

  *root = g_strdup (body != NULL ? yc_json_get_string (body, "root", YC_CERTIFICATE_ROOT)
                                 : YC_CERTIFICATE_ROOT);
  *type_code = g_strdup (body != NULL ? yc_json_get_string (body, "type_code", NULL) : NULL);
}
