/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases as the API tells them. */
#include "yc-case-codec.h"

#include "yc-certificates-table.h"
#include "yc-decisions-table.h"
#include "yc-delivery-codec.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-prints-table.h"
#include "yc-tries-table.h"

static JsonObject *
write_pair (const char *name_of_id,
            const char *id,
            const char *name_of_name,
            const char *name)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, name_of_id, id);
  json_object_set_string_member (object, name_of_name, name);
  return object;
}

static JsonObject *
write_review (YcCaseRecord *record)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "steps", json_array_ref (record->steps));
  json_object_set_int_member (object, "step", record->step);
  json_object_set_string_member (object, "level", yc_case_record_get_level (record));
  return object;
}

static JsonObject *
write_common (YcCaseRecord *record)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", record->id);
  json_object_set_string_member (object, "number", record->number);
  json_object_set_int_member (object, "version", record->version);
  json_object_set_string_member (object, "state", yc_case_state_to_string (record->state));
  json_object_set_object_member (object, "item",
                                 write_pair ("code", record->item, "title", record->item_title));
  json_object_set_int_member (object, "catalog_version", record->catalog_version);
  json_object_set_string_member (object, "place", record->place);
  json_object_set_string_member (object, "counter", record->counter);
  json_object_set_object_member (object, "taken_in_by",
                                 write_pair ("id", record->clerk, "name", record->clerk_name));
  json_object_set_string_member (object, "submitted_at", record->submitted_at);
  json_object_set_string_member (object, "updated_at", record->updated_at);
  json_object_set_object_member (object, "review", write_review (record));
  json_object_set_int_member (object, "n_tries", record->n_tries);
  return object;
}

static JsonObject *
mask_applicant (JsonObject *applicant)
{
  g_autofree char *number = yc_id_number_mask (yc_json_get_string (applicant, "id_number", ""));

  return write_pair ("name", yc_json_get_string (applicant, "name", ""), "id_number", number);
}

static gboolean
add_certificate (const YcWork  *work,
                 YcCaseRecord  *record,
                 JsonObject    *object,
                 GError       **error)
{
  g_autoptr (YcCertificateRecord) certificate = NULL;
  JsonObject *told;
  JsonArray *prints;

  json_object_set_null_member (object, "certificate");
  if (record->state != YC_CASE_STATE_ISSUED)
    {
      json_object_set_array_member (object, "prints", json_array_new ());
      return TRUE;
    }
  certificate = yc_certificates_table_find_by_case (work->transaction, record->id, error);
  if (certificate == NULL)
    return FALSE;
  prints = yc_prints_table_list (work->transaction, yc_service_get_vault (work->service),
                                 certificate->serial, error);
  if (prints == NULL)
    return FALSE;
  told = write_pair ("serial", certificate->serial, "issued_at", certificate->issued_at);
  json_object_set_string_member (told, "title", certificate->title);
  json_object_set_string_member (told, "state",
                                 yc_certificate_state_to_string (certificate->state));
  json_object_set_member (told, "identifier",
                          yc_json_string_node (certificate->identifier[0] != '\0'
                                                 ? certificate->identifier : NULL));
  json_object_set_int_member (told, "version", certificate->version);
  json_object_set_object_member (object, "certificate", told);
  json_object_set_array_member (object, "prints", prints);
  return TRUE;
}

static gboolean
add_deliveries (const YcWork  *work,
                YcCaseRecord  *record,
                JsonObject    *object,
                GError       **error)
{
  JsonArray *deliveries = yc_delivery_codec_write_all (work, record->id, NULL, error);

  if (deliveries != NULL)
    json_object_set_array_member (object, "deliveries", deliveries);
  return deliveries != NULL;
}

static gboolean
add_last_return (const YcWork  *work,
                 YcCaseRecord  *record,
                 JsonObject    *object,
                 GError       **error)
{
  JsonObject *last;

  json_object_set_null_member (object, "last_return");
  if (record->returned_for == 0)
    return TRUE;
  last = yc_decisions_table_find_last_return (
    work->transaction, yc_service_get_vault (work->service), record->id, error);
  if (last == NULL)
    return FALSE;
  json_object_set_object_member (object, "last_return", last);
  return TRUE;
}

/* Each try tells the last decision about it: with several steps, what the review came to. */
static void
add_decisions (JsonArray *tries,
               GPtrArray *decisions)
{
  for (guint i = 0; i < json_array_get_length (tries); i++)
    json_object_set_null_member (json_array_get_object_element (tries, i), "decision");
  for (guint i = 0; i < decisions->len; i++)
    {
      JsonObject *decision = g_ptr_array_index (decisions, i);
      gint64 number = json_object_get_int_member (decision, "try");

      if (number >= 1 && number <= json_array_get_length (tries))
        json_object_set_object_member (json_array_get_object_element (tries, number - 1),
                                       "decision", json_object_ref (decision));
    }
}

static gboolean
add_tries (const YcWork  *work,
           YcCaseRecord  *record,
           JsonObject    *object,
           GError       **error)
{
  YcVault *vault = yc_service_get_vault (work->service);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (JsonArray) tries = NULL;

  decisions = yc_decisions_table_list (work->transaction, vault, record->id, error);
  if (decisions == NULL)
    return FALSE;
  tries = yc_tries_table_list (work->transaction, vault, record->id, error);
  if (tries == NULL)
    return FALSE;
  add_decisions (tries, decisions);
  json_object_set_array_member (object, "tries", g_steal_pointer (&tries));
  return TRUE;
}

/**
 * yc_case_codec_write_whole:
 * @work: the work
 * @record: a case with its content
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the whole case, %NULL on an error
 */
JsonObject *
yc_case_codec_write_whole (const YcWork  *work,
                           YcCaseRecord  *record,
                           GError       **error)
{
  g_autoptr (JsonObject) object = write_common (record);

  json_object_set_object_member (object, "applicant", json_object_ref (record->applicant));
  yc_json_copy_or_null (object, record->content, "agent");
  yc_json_copy_or_null (object, record->content, "answers");
  yc_json_copy_or_null (object, record->content, "materials");
  yc_json_copy_or_null (object, record->content, "form");
  yc_json_copy_or_null (object, record->content, "delivery");
  if (!add_tries (work, record, object, error) || !add_last_return (work, record, object, error) ||
      !add_certificate (work, record, object, error) ||
      !add_deliveries (work, record, object, error))
    return NULL;
  return g_steal_pointer (&object);
}

/**
 * yc_case_codec_write_summary:
 * @work: the work
 * @record: a case
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the case as lists show it, %NULL on an error
 */
JsonObject *
yc_case_codec_write_summary (const YcWork  *work,
                             YcCaseRecord  *record,
                             GError       **error)
{
  g_autoptr (JsonObject) object = write_common (record);

  json_object_set_object_member (object, "applicant", mask_applicant (record->applicant));
  if (!add_last_return (work, record, object, error) ||
      !add_certificate (work, record, object, error))
    return NULL;
  return g_steal_pointer (&object);
}
