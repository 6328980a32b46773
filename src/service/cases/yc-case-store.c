/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads cases for those who may see them, and stores changes with their audit record and event. */
#include "yc-case-store.h"

#include "yc-case-totals.h"
#include "yc-cases-table.h"
#include "yc-events-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/**
 * yc_case_store_load:
 * @work: the work
 * @id: a case's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the case with its content; %NULL with %YC_SERVICE_ERROR_NOT_FOUND when
 *   there is none, or none that this person may know of
 */
YcCaseRecord *
yc_case_store_load (const YcWork  *work,
                    const char    *id,
                    GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcCaseRecord) record = yc_cases_table_load (
    work->transaction, yc_service_get_vault (work->service), id, &local);

  if (record != NULL &&
      yc_identity_sees_case (work->identity, record->place_path, record->clerk))
    return g_steal_pointer (&record);
  if (local != NULL && !g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                         _("There is no such case."));
  return NULL;
}

/**
 * yc_case_store_load_certificate:
 * @work: the work
 * @serial: a certificate's serial number
 * @record: (out) (transfer full): its case
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the certificate; %NULL with %YC_SERVICE_ERROR_NOT_FOUND when there is
 *   none, or none of a case that this person may know of
 */
YcCertificateRecord *
yc_case_store_load_certificate (const YcWork  *work,
                                const char    *serial,
                                YcCaseRecord **record,
                                GError       **error)
{
  g_autoptr (YcCertificateRecord) certificate =
    yc_certificates_table_find (work->transaction, serial, error);

  if (certificate == NULL)
    return NULL;
  *record = yc_case_store_load (work, certificate->case_id, error);
  return *record != NULL ? g_steal_pointer (&certificate) : NULL;
}

static char *
write_event (YcCaseRecord *record)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (object);

  json_object_set_string_member (object, "id", record->id);
  json_object_set_int_member (object, "version", record->version);
  json_object_set_string_member (object, "state", yc_case_state_to_string (record->state));
  return yc_json_write (node);
}

static gboolean
add_event (const YcWork  *work,
           YcCaseRecord  *record,
           GError       **error)
{
  g_autofree char *data = write_event (record);

  return yc_events_table_append (work->transaction, work->now_text, "case", record->id,
                                 record->place_path, record->clerk, data, error);
}

static gboolean
add_record (const YcWork  *work,
            YcCaseRecord  *record,
            const char    *action,
            JsonObject    *detail,
            GError       **error)
{
  json_object_set_int_member (detail, "version", record->version);
  json_object_set_string_member (detail, "state", yc_case_state_to_string (record->state));
  return yc_work_add_audit (work, action, record->id, detail, error);
}

/**
 * yc_case_store_insert:
 * @work: the work, in a transaction that writes
 * @record: a new case
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_store_insert (const YcWork  *work,
                      YcCaseRecord  *record,
                      GError       **error)
{
  g_autofree char *content = yc_work_get_fingerprint (work, record->content, "case.content");
  JsonObject *detail = json_object_new ();

  json_object_set_string_member (detail, "number", record->number);
  json_object_set_string_member (detail, "item", record->item);
  json_object_set_string_member (detail, "content", content);
  return add_record (work, record, "case.submit", detail, error) &&
         yc_cases_table_insert (work->transaction, yc_service_get_vault (work->service), record,
                                error) &&
         yc_case_totals_add_intake (work->transaction, record, error) &&
         add_event (work, record, error);
}

/**
 * yc_case_store_change:
 * @work: the work, in a transaction that writes
 * @record: a case that was changed
 * @action: what was done, such as "case.return"
 * @detail: (transfer full): more for the audit record, without personal data
 * @error: (nullable): return location
 *
 * Gives the case its next version and stores it.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_store_change (const YcWork  *work,
                      YcCaseRecord  *record,
                      const char    *action,
                      JsonObject    *detail,
                      GError       **error)
{
  record->version++;
  g_free (record->updated_at);
  record->updated_at = g_strdup (work->now_text);
  return add_record (work, record, action, detail, error) &&
         yc_cases_table_update (work->transaction, yc_service_get_vault (work->service), record,
                                error) &&
         add_event (work, record, error);
}
