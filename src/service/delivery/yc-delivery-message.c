/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a receiver is told about a certificate, and nothing beyond: {to, data}. */
#include "yc-delivery-message.h"

#include "yc-json.h"

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

static JsonObject *
write_message (const char *to,
               JsonObject *data)
{
  JsonObject *message = json_object_new ();

  yc_json_set_text (message, "to", to);
  json_object_set_object_member (message, "data", data);
  return message;
}

/**
 * yc_delivery_message_new_for_person:
 * @work: the work
 * @record: the case with its content
 * @certificate: its certificate
 * @to: (nullable): the address of a letter; %NULL for a portal, which is told whose it is
 *
 * Returns: (transfer full): the message
 */
JsonObject *
yc_delivery_message_new_for_person (const YcWork              *work,
                                    YcCaseRecord              *record,
                                    const YcCertificateRecord *certificate,
                                    const char                *to)
{
  JsonObject *data = write_data (work, record, certificate);

  if (to == NULL)
    add_recipient (data, record);
  return write_message (to, data);
}

/**
 * yc_delivery_message_new_for_department:
 * @work: the work
 * @record: the case with its content
 * @certificate: its certificate
 * @receiver: a department, with the fields that it asked for
 *
 * Returns: (transfer full): the message
 */
JsonObject *
yc_delivery_message_new_for_department (const YcWork              *work,
                                        YcCaseRecord              *record,
                                        const YcCertificateRecord *certificate,
                                        const YcReceiver          *receiver)
{
  JsonObject *data = write_data (work, record, certificate);
  g_autoptr (JsonNode) whole = write_case (work, record, certificate);

  add_fields (data, whole, receiver);
  return write_message (NULL, data);
}

/**
 * yc_delivery_message_new_void:
 * @work: the work
 * @record: the case with its content
 * @certificate: its certificate, which is void
 * @to: (nullable): the address of a letter
 * @replaced_by: (nullable): the serial number that takes its place
 *
 * Returns: (transfer full): the message
 */
JsonObject *
yc_delivery_message_new_void (const YcWork              *work,
                              YcCaseRecord              *record,
                              const YcCertificateRecord *certificate,
                              const char                *to,
                              const char                *replaced_by)
{
  JsonObject *data = write_data (work, record, certificate);

  json_object_set_string_member (data, "state", "void");
  yc_json_set_text (data, "replaced_by", replaced_by);
  return write_message (to, data);
}
