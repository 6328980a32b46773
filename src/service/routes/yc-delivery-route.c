/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where certificates can go by themselves, and starting again what did not arrive. */
#include "yc-routes-private.h"

#include "yc-case-store.h"
#include "yc-delivery-codec.h"
#include "yc-delivery-course.h"
#include "yc-findings.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

YcHttpResponse *
yc_delivery_route_list_channels (YcCall  *call,
                                 GError **error)
{
  GPtrArray *receivers =
    yc_deliverer_get_receivers (yc_service_get_deliverer (call->work.service));
  JsonArray *channels = json_array_new ();
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < receivers->len; i++)
    {
      const YcReceiver *receiver = g_ptr_array_index (receivers, i);
      JsonObject *channel = json_object_new ();

      json_object_set_string_member (channel, "channel", receiver->channel);
      json_object_set_string_member (channel, "title", receiver->title);
      json_array_add_object_element (channels, channel);
    }
  json_object_set_array_member (object, "channels", channels);
  return yc_http_response_new_json (200, object);
}

static gboolean
check_state (YcCall                  *call,
             const YcDeliveryRecord  *record,
             GError                 **error)
{
  YcDeliverer *deliverer = yc_service_get_deliverer (call->work.service);

  if (record->state == YC_DELIVERY_STATE_DELIVERED)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         _("This has arrived already."));
  else if (g_str_equal (record->detail, "void"))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         _("The certificate is void and is not sent any more."));
  else if (yc_deliverer_find (deliverer, record->channel) == NULL)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         _("This channel is not set up."));
  else
    return TRUE;
  return FALSE;
}

/* A letter that came back may go to an address that was mended. */
static gboolean
set_address (YcCall            *call,
             YcDeliveryRecord  *record,
             GError           **error)
{
  const char *to = yc_json_get_string (yc_http_request_get_body (call->request), "to", NULL);
  g_autoptr (YcFindings) findings = yc_findings_new ();

  if (to == NULL)
    return TRUE;
  if (!g_str_equal (record->channel, "mail"))
    yc_findings_add (findings, "/to", "const", _("Only a letter has an address."));
  else if (!yc_delivery_address_is_good (to))
    yc_findings_add (findings, "/to", "email", _("This is no e-mail address."));
  json_object_set_string_member (record->message, "to", to);
  return yc_findings_finish (findings, error);
}

YcHttpResponse *
yc_delivery_route_retry (YcCall  *call,
                         GError **error)
{
  YcVault *vault = yc_service_get_vault (call->work.service);
  YcTransaction *transaction = call->work.transaction;
  g_autoptr (YcDeliveryRecord) record =
    yc_deliveries_table_find (transaction, vault, call->argument, error);
  g_autoptr (YcDeliveryRecord) after = NULL;
  g_autoptr (YcCaseRecord) of_case = NULL;

  if (record == NULL)
    return NULL;
  of_case = yc_case_store_load (&call->work, record->case_id, error);
  if (of_case == NULL || !check_state (call, record, error) ||
      !set_address (call, record, error) ||
      !yc_delivery_course_retry (transaction, vault, record, call->work.identity->id,
                                 call->work.now_text, error))
    return NULL;
  yc_deliverer_expect (yc_service_get_deliverer (call->work.service));
  after = yc_deliveries_table_find (transaction, vault, record->id, error);
  return after != NULL ? yc_http_response_new_json (200, yc_delivery_codec_write (after)) : NULL;
}
