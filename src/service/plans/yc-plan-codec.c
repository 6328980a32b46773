/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans as the API tells them. */
#include "yc-plan-codec.h"

#include "yc-hand-overs-table.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-plan-store.h"

static JsonObject *
write_person (const char *id,
              const char *name)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "name", name);
  return object;
}

static JsonObject *
write_common (const YcWork  *work,
              YcPlanRecord  *record,
              GError       **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *hand_overs = yc_hand_overs_table_list (
    work->transaction, yc_service_get_vault (work->service), record->id, error);

  if (hand_overs == NULL)
    return NULL;
  json_object_set_array_member (object, "hand_overs", hand_overs);
  json_object_set_string_member (object, "id", record->id);
  json_object_set_string_member (object, "number", record->number);
  json_object_set_string_member (object, "local_number", record->local_number);
  json_object_set_int_member (object, "version", record->version);
  json_object_set_string_member (object, "title", record->title);
  json_object_set_int_member (object, "catalog_version", record->catalog_version);
  json_object_set_string_member (object, "place", record->place);
  json_object_set_string_member (object, "counter", record->counter);
  json_object_set_object_member (object, "asked_first",
                                 write_person (record->clerk, record->clerk_name));
  json_object_set_object_member (object, "holder",
                                 write_person (record->holder, record->holder_name));
  json_object_set_boolean_member (object, "may_change", yc_plan_store_may_change (work, record));
  json_object_set_string_member (object, "saved_at", record->saved_at);
  json_object_set_string_member (object, "updated_at", record->updated_at);
  return g_steal_pointer (&object);
}

JsonObject *
yc_plan_codec_write_whole (const YcWork  *work,
                           YcPlanRecord  *record,
                           GError       **error)
{
  JsonObject *object = write_common (work, record, error);

  if (object == NULL)
    return NULL;
  json_object_set_object_member (object, "citizen", json_object_ref (record->citizen));
  yc_json_copy_or_null (object, record->content, "agent");
  yc_json_copy_or_null (object, record->content, "need");
  yc_json_copy_or_null (object, record->content, "plan");
  return object;
}

JsonObject *
yc_plan_codec_write_summary (const YcWork  *work,
                             YcPlanRecord  *record,
                             GError       **error)
{
  JsonObject *object = write_common (work, record, error);
  JsonObject *citizen;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;

  if (object == NULL)
    return NULL;
  name = yc_name_mask (yc_json_get_string (record->citizen, "name", ""));
  number = yc_id_number_mask (yc_json_get_string (record->citizen, "id_number", ""));
  citizen = json_object_new ();
  json_object_set_string_member (citizen, "name", name);
  json_object_set_string_member (citizen, "id_number", number);
  json_object_set_object_member (object, "citizen", citizen);
  yc_json_copy_or_null (object, record->content, "need");
  return object;
}
