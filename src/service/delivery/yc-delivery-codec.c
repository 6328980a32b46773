/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries as the API tells them. What was told to the receiver is not told again here. */
#include "yc-delivery-codec.h"

#include "yc-deliverer.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

/**
 * yc_delivery_codec_find_obstacle:
 * @work: the work
 * @record: a delivery
 *
 * Returns: (transfer none) (nullable): translated: why it cannot be sent again by hand; %NULL if it
 *   can
 */
const char *
yc_delivery_codec_find_obstacle (const YcWork           *work,
                                 const YcDeliveryRecord *record)
{
  YcDeliverer *deliverer = yc_service_get_deliverer (work->service);

  if (record->state == YC_DELIVERY_STATE_DELIVERED)
    return _("This has arrived already.");
  if (g_str_equal (record->detail, "void"))
    return _("The certificate is void and is not sent any more.");
  if (yc_deliverer_find (deliverer, record->channel) == NULL)
    return _("This channel is not set up.");
  return NULL;
}

/**
 * yc_delivery_codec_write:
 * @work: the work
 * @record: a delivery
 *
 * Returns: (transfer full): the delivery without its message; the address is masked
 */
JsonObject *
yc_delivery_codec_write (const YcWork           *work,
                         const YcDeliveryRecord *record)
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
  json_object_set_boolean_member (object, "can_retry",
                                  yc_delivery_codec_find_obstacle (work, record) == NULL);
  return object;
}

/**
 * yc_delivery_codec_write_all:
 * @work: the work
 * @case_id: a case
 * @serial: (nullable): one of its certificates, %NULL for all
 * @error: (nullable): return location
 *
 * Returns: (transfer full): what goes where of them, %NULL on an error
 */
JsonArray *
yc_delivery_codec_write_all (const YcWork  *work,
                             const char    *case_id,
                             const char    *serial,
                             GError       **error)
{
  g_autoptr (GPtrArray) records = yc_deliveries_table_list (
    work->transaction, yc_service_get_vault (work->service), case_id, error);
  JsonArray *array;

  if (records == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < records->len; i++)
    {
      const YcDeliveryRecord *record = g_ptr_array_index (records, i);

      if (serial == NULL || g_str_equal (record->serial, serial))
        json_array_add_object_element (array, yc_delivery_codec_write (work, record));
    }
  return array;
}
