/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides in the transaction that issues a certificate, or declares it void, who is to be told.
 *
 * What is told is written down here once and for all: every try sends the same, whatever has become
 * of the case or the settings since. A channel that the applicant chose and nobody has set up is
 * planned too, as one that has failed: a wish is never dropped in silence. */
#include "yc-delivery-plan.h"

#include "yc-certificates-table.h"
#include "yc-deliverer.h"
#include "yc-deliveries-table.h"
#include "yc-delivery-consent.h"
#include "yc-json.h"
#include "yc-uuid.h"

#define ISSUED "issued"
#define VOID "void"

/* What everybody is told; nothing about the person. */
static JsonObject *
write_data (const YcWork              *work,
            YcCaseRecord              *record,
            const YcCertificateRecord *certificate)
{
  JsonObject *data = json_object_new ();
  g_autofree char *url = g_strdup_printf (
    "%s/verify/%s", yc_service_get_public_url (work->service), certificate->serial);

  json_object_set_string_member (data, "at", work->now_text);
  json_object_set_string_member (data, "serial", certificate->serial);
  json_object_set_string_member (data, "title", certificate->title);
  json_object_set_string_member (data, "place", certificate->place_name);
  json_object_set_string_member (data, "item", record->item);
  json_object_set_string_member (data, "issued_at", certificate->issued_at);
  json_object_set_string_member (data, "sha256", certificate->sha256);
  json_object_set_string_member (data, "verify_url", url);
  json_object_set_boolean_member (data, "sample", certificate->sample);
  return data;
}

static JsonNode *
write_case (const YcWork              *work,
            YcCaseRecord              *record,
            const YcCertificateRecord *certificate)
{
  JsonObject *whole = json_object_new ();
  JsonObject *of_case = json_object_new ();
  JsonObject *place = json_object_new ();

  json_object_set_string_member (of_case, "number", record->number);
  json_object_set_string_member (of_case, "item", record->item);
  json_object_set_string_member (of_case, "item_title", record->item_title);
  json_object_set_string_member (of_case, "submitted_at", record->submitted_at);
  json_object_set_string_member (place, "code", record->place);
  json_object_set_string_member (place, "name", certificate->place_name);
  json_object_set_object_member (whole, "case", of_case);
  json_object_set_object_member (whole, "place", place);
  json_object_set_object_member (whole, "applicant", json_object_ref (record->applicant));
  yc_json_copy_or_null (whole, record->content, "agent");
  yc_json_copy_or_null (whole, record->content, "form");
  return yc_json_object_node (whole);
}

/* A department gets the fields that were agreed on and not one more. */
static void
add_fields (JsonObject       *data,
            JsonNode         *whole,
            const YcReceiver *receiver)
{
  JsonObject *fields = json_object_new ();

  for (guint i = 0; receiver->fields[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (receiver->fields[i], ".", -1);
      g_autofree char *joined = g_strjoinv ("/", parts);
      g_autofree char *pointer = g_strconcat ("/", joined, NULL);
      JsonNode *value = yc_json_pointer_get (whole, pointer);

      json_object_set_member (fields, receiver->fields[i],
                              value != NULL ? yc_json_copy (value)
                                            : json_node_new (JSON_NODE_NULL));
    }
  json_object_set_object_member (data, "fields", fields);
}

/* A portal has to know whose it is. */
static void
add_recipient (JsonObject   *data,
               YcCaseRecord *record)
{
  JsonObject *recipient = json_object_new ();

  yc_json_copy_or_null (recipient, record->applicant, "name");
  yc_json_copy_or_null (recipient, record->applicant, "id_number");
  yc_json_copy_or_null (recipient, record->applicant, "mobile");
  json_object_set_object_member (data, "recipient", recipient);
}

static gboolean
insert (const YcWork      *work,
        const char        *channel,
        const YcReceiver  *receiver,
        YcDeliveryRecord  *delivery,
        GError           **error)
{
  g_autofree char *id = yc_uuid_v7_new ();

  delivery->id = id;
  delivery->channel = (char *) channel;
  delivery->title = receiver != NULL ? receiver->title : (char *) "";
  delivery->state = receiver != NULL ? YC_DELIVERY_STATE_WAITING : YC_DELIVERY_STATE_FAILED;
  delivery->detail = (char *) (receiver != NULL ? "" : "settings");
  delivery->since = delivery->next_at = (char *) work->now_text;
  if (!yc_deliveries_table_insert (work->transaction, yc_service_get_vault (work->service),
                                   delivery, error))
    return FALSE;
  yc_deliverer_expect (yc_service_get_deliverer (work->service));
  return TRUE;
}

static JsonObject *
write_message (const char *to,
               JsonObject *data)
{
  JsonObject *message = json_object_new ();

  yc_json_set_text (message, "to", to);
  json_object_set_object_member (message, "data", data);
  return message;
}

/* One that the applicant has to agree to. */
static gboolean
plan_wish (const YcWork               *work,
           YcCaseRecord               *record,
           const YcCertificateRecord  *certificate,
           const char                 *channel,
           GError                    **error)
{
  const YcReceiver *receiver =
    yc_deliverer_find (yc_service_get_deliverer (work->service), channel);
  gboolean mail = g_str_equal (channel, "mail");
  g_autoptr (JsonObject) message = NULL;
  YcDeliveryRecord delivery = { .serial = certificate->serial, .case_id = record->id,
                                .kind = (char *) ISSUED };
  JsonObject *data;

  if (!yc_delivery_consent_covers (record, channel))
    return TRUE;
  data = write_data (work, record, certificate);
  if (!mail)
    add_recipient (data, record);
  message = write_message (mail ? yc_json_get_string (record->applicant, "email", "") : NULL, data);
  delivery.message = message;
  return insert (work, channel, receiver, &delivery, error);
}

static gboolean
plan_department (const YcWork               *work,
                 YcCaseRecord               *record,
                 const YcCertificateRecord  *certificate,
                 const YcReceiver           *receiver,
                 GError                    **error)
{
  JsonObject *data = write_data (work, record, certificate);
  g_autoptr (JsonNode) whole = write_case (work, record, certificate);
  g_autoptr (JsonObject) message = write_message (NULL, data);
  YcDeliveryRecord delivery = { .serial = certificate->serial, .case_id = record->id,
                                .kind = (char *) ISSUED, .message = message };

  add_fields (data, whole, receiver);
  return insert (work, receiver->channel, receiver, &delivery, error);
}

static gboolean
plan_departments (const YcWork               *work,
                  YcCaseRecord               *record,
                  const YcCertificateRecord  *certificate,
                  GError                    **error)
{
  GPtrArray *receivers = yc_deliverer_get_receivers (yc_service_get_deliverer (work->service));

  for (guint i = 0; i < receivers->len; i++)
    {
      const YcReceiver *receiver = g_ptr_array_index (receivers, i);

      if (yc_receiver_has_item (receiver, record->item) &&
          !plan_department (work, record, certificate, receiver, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * yc_delivery_plan_issue:
 * @work: the work, in the transaction that issues
 * @record: the case with its content
 * @serial: the certificate, stored already
 * @error: (nullable): return location
 *
 * Plans what goes where: over the channels that the applicant agreed to, and to the departments
 * that asked for this item's certificates.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_plan_issue (const YcWork  *work,
                        YcCaseRecord  *record,
                        const char    *serial,
                        GError       **error)
{
  static const char *const channels[] = { "mail", "portal", "account", "app" };
  g_autoptr (YcCertificateRecord) certificate =
    yc_certificates_table_find (work->transaction, serial, error);

  if (certificate == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (!plan_wish (work, record, certificate, channels[i], error))
      return FALSE;
  return plan_departments (work, record, certificate, error);
}

/* What has not gone out must not go out any more. */
static gboolean
hold_back (const YcWork      *work,
           YcDeliveryRecord  *delivery,
           GError           **error)
{
  if (delivery->state != YC_DELIVERY_STATE_WAITING)
    return TRUE;
  delivery->state = YC_DELIVERY_STATE_FAILED;
  g_free (delivery->detail);
  delivery->detail = g_strdup ("void");
  return yc_deliveries_table_update (work->transaction, yc_service_get_vault (work->service),
                                     delivery, work->now_text, error);
}

/* Whoever has it, or may have it although the answer got lost, is told. */
static gboolean
tell (const YcWork               *work,
      YcCaseRecord               *record,
      const YcCertificateRecord  *certificate,
      YcDeliveryRecord           *delivery,
      const char                 *replaced_by,
      GError                    **error)
{
  JsonObject *data = write_data (work, record, certificate);
  g_autoptr (JsonObject) message =
    write_message (yc_json_get_string (delivery->message, "to", NULL), data);
  YcDeliveryRecord told = { .serial = delivery->serial, .case_id = delivery->case_id,
                            .kind = (char *) VOID, .message = message };

  json_object_set_string_member (data, "state", VOID);
  yc_json_set_text (data, "replaced_by", replaced_by);
  return insert (work, delivery->channel,
                 yc_deliverer_find (yc_service_get_deliverer (work->service), delivery->channel),
                 &told, error);
}

static gboolean
revoke_one (const YcWork               *work,
            YcCaseRecord               *record,
            const YcCertificateRecord  *certificate,
            YcDeliveryRecord           *delivery,
            const char                 *replaced_by,
            GError                    **error)
{
  gboolean arrived = delivery->state == YC_DELIVERY_STATE_DELIVERED || delivery->n_tries > 0 ||
                     delivery->begun;

  if (!g_str_equal (delivery->serial, certificate->serial) || !g_str_equal (delivery->kind, ISSUED))
    return TRUE;
  return hold_back (work, delivery, error) &&
         (!arrived || tell (work, record, certificate, delivery, replaced_by, error));
}

/**
 * yc_delivery_plan_void:
 * @work: the work, in the transaction that declares it void
 * @record: the case with its content
 * @serial: a certificate that is void from now on
 * @replaced_by: (nullable): the serial number that takes its place
 * @error: (nullable): return location
 *
 * Holds back what has not gone out yet, and plans to tell everybody who may have the certificate.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_plan_void (const YcWork  *work,
                       YcCaseRecord  *record,
                       const char    *serial,
                       const char    *replaced_by,
                       GError       **error)
{
  g_autoptr (YcCertificateRecord) certificate =
    yc_certificates_table_find (work->transaction, serial, error);
  g_autoptr (GPtrArray) deliveries = NULL;

  if (certificate == NULL)
    return FALSE;
  deliveries = yc_deliveries_table_list (
    work->transaction, yc_service_get_vault (work->service), record->id, error);
  if (deliveries == NULL)
    return FALSE;
  for (guint i = 0; i < deliveries->len; i++)
    if (!revoke_one (work, record, certificate, g_ptr_array_index (deliveries, i), replaced_by, error))
      return FALSE;
  return TRUE;
}
