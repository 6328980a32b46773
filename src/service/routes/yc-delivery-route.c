/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where certificates can go by themselves, and starting again what did not arrive. */
#include "yc-routes-private.h"

#include "yc-case-store.h"
#include "yc-certificates-table.h"
#include "yc-consents-table.h"
#include "yc-deliverer.h"
#include "yc-delivery-codec.h"
#include "yc-delivery-course.h"
#include "yc-delivery-plan.h"
#include "yc-findings.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static JsonArray *
write_strings (GStrv strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return array;
}

/* Of a department also what it gets without being asked for by the applicant, who is told so. */
static JsonObject *
write_channel (const YcReceiver *receiver)
{
  JsonObject *channel = json_object_new ();

  json_object_set_string_member (channel, "channel", receiver->channel);
  json_object_set_string_member (channel, "title", receiver->title);
  json_object_set_boolean_member (channel, "pdf", receiver->pdf);
  json_object_set_array_member (channel, "items", write_strings (receiver->items));
  json_object_set_array_member (channel, "fields", write_strings (receiver->fields));
  return channel;
}

YcHttpResponse *
yc_delivery_route_list_channels (YcCall  *call,
                                 GError **error)
{
  GPtrArray *receivers =
    yc_deliverer_get_receivers (yc_service_get_deliverer (call->work.service));
  JsonArray *channels = json_array_new ();
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < receivers->len; i++)
    json_array_add_object_element (channels, write_channel (g_ptr_array_index (receivers, i)));
  json_object_set_array_member (object, "channels", channels);
  return yc_http_response_new_json (200, object);
}

static gboolean
refuse (const char  *obstacle,
        GError     **error)
{
  if (obstacle != NULL)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT, obstacle);
  return obstacle == NULL;
}

static void
check_address (YcFindings *findings,
               const char *channel,
               const char *to)
{
  if (!g_str_equal (channel, "mail"))
    yc_findings_add (findings, "/to", "const", _("Only a letter has an address."));
  else if (!yc_delivery_address_is_good (to))
    yc_findings_add (findings, "/to", "email", _("This is no e-mail address."));
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
  /* Otherwise the old address would get it and the new one be marked as served. */
  if (record->begun)
    return refuse (_("It is being sent at this moment. Try again when it is known what came of it."),
                   error);
  check_address (findings, record->channel, to);
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
  if (of_case == NULL ||
      !refuse (yc_delivery_codec_find_obstacle (&call->work, record), error) ||
      !set_address (call, record, error) ||
      !yc_delivery_course_retry (transaction, vault, record, call->work.identity->id,
                                 call->work.now_text, error))
    return NULL;
  yc_deliverer_expect (yc_service_get_deliverer (call->work.service));
  after = yc_deliveries_table_find (transaction, vault, record->id, error);
  return after != NULL
           ? yc_http_response_new_json (200, yc_delivery_codec_write (&call->work, after)) : NULL;
}

/* What stands against sending it over one more channel. */
static const char *
find_obstacle (YcCall                    *call,
               const YcCertificateRecord *certificate,
               const char                *channel)
{
  g_autoptr (YcDeliveryRecord) known = yc_deliveries_table_find_issued (
    call->work.transaction, yc_service_get_vault (call->work.service), certificate->serial, channel,
    NULL);

  if (certificate->state != YC_CERTIFICATE_VALID)
    return _("The certificate is void and is not sent any more.");
  if (known != NULL)
    return _("The certificate goes over this channel already.");
  if (yc_deliverer_find (yc_service_get_deliverer (call->work.service), channel) == NULL)
    return _("This channel is not set up.");
  return NULL;
}

/* Without an address a letter goes to the one that the applicant gave at the counter. */
static gboolean
check_new (YcCall        *call,
           YcCaseRecord  *record,
           GError       **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  const char *channel = yc_json_get_string (body, "channel", "");
  const char *to = yc_json_get_string (body, "to", NULL);
  g_autoptr (YcFindings) findings = yc_findings_new ();

  if (!yc_json_get_boolean (body, "consent", FALSE))
    yc_findings_add (findings, "/consent", "const",
                     _("The certificate is only sent where the applicant agrees to it."));
  if (to == NULL && g_str_equal (channel, "mail"))
    to = yc_json_get_string (record->applicant, "email", "");
  if (to != NULL)
    check_address (findings, channel, to);
  return yc_findings_finish (findings, error);
}

static gboolean
keep_consent (YcCall                  *call,
              const YcDeliveryRecord  *delivery,
              GError                 **error)
{
  const YcLaterConsent consent = {
    .delivery = delivery->id,
    .by_id = call->work.identity->id,
    .by_name = call->work.identity->name,
    .at = call->work.now_text,
  };

  return yc_consents_table_insert_later (call->work.transaction, &consent, error) &&
         yc_delivery_course_add (call->work.transaction, delivery, consent.by_id, consent.at, error);
}

YcHttpResponse *
yc_delivery_route_create (YcCall  *call,
                          GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  const char *channel = yc_json_get_string (body, "channel", "");
  g_autoptr (YcCertificateRecord) certificate =
    yc_certificates_table_find (call->work.transaction, call->argument, error);
  g_autoptr (YcCaseRecord) of_case = NULL;
  g_autoptr (YcDeliveryRecord) delivery = NULL;

  if (certificate == NULL)
    return NULL;
  of_case = yc_case_store_load (&call->work, certificate->case_id, error);
  if (of_case == NULL || !check_new (call, of_case, error) ||
      !refuse (find_obstacle (call, certificate, channel), error))
    return NULL;
  delivery = yc_delivery_plan_add (&call->work, of_case, certificate, channel,
                                   yc_json_get_string (body, "to", NULL), error);
  if (delivery == NULL || !keep_consent (call, delivery, error))
    return NULL;
  return yc_http_response_new_json (201, yc_delivery_codec_write (&call->work, delivery));
}
