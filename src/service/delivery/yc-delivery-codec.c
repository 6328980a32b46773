/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries as the API tells them. What was told to the receiver is not told again here. */
#include "yc-delivery-codec.h"

#include "yc-json.h"

/**
 * yc_delivery_codec_write:
 * @record: a delivery
 *
 * Returns: (transfer full): the delivery without its message; the address is masked
 */
JsonObject *
yc_delivery_codec_write (const YcDeliveryRecord *record)
{
  const char *to = yc_json_get_string (record->message, "to", NULL);
  g_autofree char *masked = to != NULL ? yc_delivery_address_mask (to) : NULL;
  gboolean waiting = record->state == YC_DELIVERY_STATE_WAITING;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", record->id);
  json_object_set_string_member (object, "serial", record->serial);
  json_object_set_string_member (object, "kind", record->kind);
  json_object_set_string_member (object, "channel", record->channel);
  json_object_set_string_member (object, "title", record->title);
  json_object_set_member (object, "to", yc_json_string_node (masked));
  json_object_set_string_member (object, "state", yc_delivery_state_to_string (record->state));
  json_object_set_string_member (object, "detail", record->detail);
  json_object_set_int_member (object, "n_tries", record->n_tries);
  json_object_set_int_member (object, "n_unsure", record->n_unsure);
  json_object_set_string_member (object, "updated_at", record->updated_at);
  json_object_set_member (object, "next_at",
                          yc_json_string_node (waiting ? record->next_at : NULL));
  return object;
}

/**
 * yc_delivery_codec_write_all:
 * @work: the work
 * @case_id: a case
 * @error: (nullable): return location
 *
 * Returns: (transfer full): what goes where of its certificates, %NULL on an error
 */
JsonArray *
yc_delivery_codec_write_all (const YcWork  *work,
                             const char    *case_id,
                             GError       **error)
{
  g_autoptr (GPtrArray) records = yc_deliveries_table_list (
    work->transaction, yc_service_get_vault (work->service), case_id, error);
  JsonArray *array;

  if (records == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array,
                                   yc_delivery_codec_write (g_ptr_array_index (records, i)));
  return array;
}
