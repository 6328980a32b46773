/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes cases in, and mended ones again. */
#include "yc-case-intake.h"

#include "yc-case-check.h"
#include "yc-case-decision.h"
#include "yc-case-files.h"
#include "yc-case-review.h"
#include "yc-case-store.h"
#include "yc-cases-table.h"
#include "yc-clock.h"
#include "yc-counters-table.h"
#include "yc-decisions-table.h"
#include "yc-delivery-consent.h"
#include "yc-documents-table.h"
#include "yc-json.h"
#include "yc-person-key.h"
#include "yc-person.h"
#include "yc-service-error.h"
#include "yc-tries-table.h"

#include <glib/gi18n-lib.h>

/* The item as it was when the desk took the case in; the desk may have been cut off since. */
static JsonObject *
get_item (const YcWork  *work,
          const char    *code,
          gint64         version,
          GError       **error)
{
  gint64 current = yc_documents_table_get_version (work->transaction, error);
  g_autoptr (YcFindings) findings = yc_findings_new ();
  JsonObject *item = NULL;

  if (current < 0)
    return NULL;
  if (version < 1 || version > current)
    yc_findings_add (findings, "/catalog_version", "maximum", _("There is no such catalog yet."));
  else
    item = yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "item", code,
                         version, NULL);
  if (item == NULL && version >= 1 && version <= current)
    yc_findings_add (findings, "/item", "item", _("There is no such item in the catalog."));
  return yc_findings_finish (findings, error) ? item : NULL;
}

static char *
allot_number (const YcWork  *work,
              GError       **error)
{
  guint year = yc_clock_get_local_year (work->now);
  g_autofree char *counter = g_strdup_printf ("case-%u", year);
  gint64 running = yc_counters_table_next (work->transaction, counter, error);

  return running > 0 ? g_strdup_printf ("BA-%u-%06" G_GINT64_FORMAT, year, running) : NULL;
}

static void
set_contents (const YcWork *work,
              YcCaseRecord *record,
              JsonObject   *body)
{
  g_clear_pointer (&record->applicant, json_object_unref);
  g_clear_pointer (&record->content, json_object_unref);
  g_clear_pointer (&record->person, g_free);
  record->applicant = yc_person_copy (yc_json_get_object (body, "applicant"));
  record->content = json_object_new ();
  yc_json_copy_or_null (record->content, body, "agent");
  yc_json_copy_or_null (record->content, body, "answers");
  yc_json_copy_or_null (record->content, body, "materials");
  yc_json_copy_or_null (record->content, body, "form");
  yc_json_copy_member (record->content, body, "delivery");
  record->person = yc_person_key (yc_service_get_vault (work->service),
                                  yc_json_get_string (record->applicant, "id_number", ""));
}

static gboolean
add_try (const YcWork  *work,
         YcCaseRecord  *record,
         GError       **error)
{
  g_autoptr (JsonObject) content = json_object_new ();

  yc_json_copy_or_null (content, record->content, "form");
  yc_json_copy_or_null (content, record->content, "materials");
  return yc_tries_table_insert (work->transaction, yc_service_get_vault (work->service), record->id,
                                record->n_tries, work->identity->id, work->now_text, content,
                                error);
}

/* Puts mended contents in the place of those before, without storing them. */
static void
take_next_try (const YcWork *work,
               YcCaseRecord *record,
               JsonObject   *body,
               JsonObject   *detail)
{
  g_autofree char *content = NULL;

  record->n_tries++;
  set_contents (work, record, body);
  content = yc_work_get_fingerprint (work, record->content, "case.content");
  json_object_set_int_member (detail, "try", record->n_tries);
  json_object_set_string_member (detail, "content", content);
}

static JsonArray *
copy_steps (JsonObject *item)
{
  g_auto (GStrv) steps = yc_json_dup_strv (item, "review");
  JsonArray *array = json_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    json_array_add_string_element (array, steps[i]);
  return array;
}

static YcCaseRecord *
create_record (const YcWork  *work,
               JsonObject    *item,
               JsonObject    *body,
               GError       **error)
{
  g_autoptr (YcCaseRecord) record = yc_case_record_new ();

  record->id = g_strdup (yc_json_get_string (body, "id", NULL));
  record->number = allot_number (work, error);
  if (record->number == NULL)
    return NULL;
  record->version = 1;
  record->state = YC_CASE_STATE_SUBMITTED;
  record->item = g_strdup (yc_json_get_string (body, "item", NULL));
  record->item_title = g_strdup (yc_json_get_string (item, "title", record->item));
  record->catalog_version = yc_json_get_int (body, "catalog_version", 0);
  record->place = g_strdup (work->identity->place);
  record->place_path = g_strdup (work->identity->place_path);
  record->counter = g_strdup (work->identity->counter);
  record->clerk = g_strdup (work->identity->id);
  record->clerk_name = g_strdup (work->identity->name);
  record->steps = copy_steps (item);
  record->n_tries = 1;
  record->submitted_at = g_strdup (work->now_text);
  record->updated_at = g_strdup (work->now_text);
  set_contents (work, record, body);
  yc_case_review_set_step (work, record, 0);
  return g_steal_pointer (&record);
}

static gboolean
has_same_contents (const YcWork *work,
                   YcCaseRecord *record,
                   JsonObject   *body)
{
  g_autoptr (YcCaseRecord) sent = yc_case_record_new ();

  set_contents (work, sent, body);
  return json_object_equal (record->applicant, sent->applicant) &&
         json_object_equal (record->content, sent->content) &&
         g_strcmp0 (record->item, yc_json_get_string (body, "item", NULL)) == 0;
}

/* A desk whose command was parked sends the same case with a new key: that is no second case. */
static YcCaseRecord *
find_existing (const YcWork  *work,
               JsonObject    *body,
               GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcCaseRecord) record =
    yc_cases_table_load (work->transaction, yc_service_get_vault (work->service),
                         yc_json_get_string (body, "id", ""), &local);

  if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    return NULL;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (g_str_equal (record->clerk, work->identity->id) &&
           has_same_contents (work, record, body))
    return g_steal_pointer (&record);
  else
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         _("A case with this id exists already."));
  return NULL;
}

/**
 * yc_case_intake_create:
 * @work: the work of a clerk, in a transaction that writes
 * @body: {id, item, catalog_version, applicant, agent, answers, materials, form}, of right types
 * @error: (nullable): return location
 *
 * Takes a case in: checks it, gives it its number, and starts its review.
 *
 * Returns: (transfer full): the case, %NULL with %YC_SERVICE_ERROR_INVALID,
 *   %YC_SERVICE_ERROR_STATE_CONFLICT or another error
 */
YcCaseRecord *
yc_case_intake_create (const YcWork  *work,
                       JsonObject    *body,
                       GError       **error)
{
  gint64 version = yc_json_get_int (body, "catalog_version", 0);
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) item = NULL;
  g_autoptr (YcCaseRecord) record = find_existing (work, body, &local);

  if (record != NULL)
    return g_steal_pointer (&record);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  item = get_item (work, yc_json_get_string (body, "item", ""), version, error);
  if (item == NULL || !yc_case_check_submission (work, item, version, body, error))
    return NULL;
  record = create_record (work, item, body, error);
  if (record == NULL || !yc_case_store_insert (work, record, error) ||
      !add_try (work, record, error) || !yc_delivery_consent_record (work, record, error) ||
      !yc_case_files_tie (work, item, record, error) ||
      !yc_case_decision_settle (work, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * yc_case_intake_resubmit:
 * @work: the work of a clerk, in a transaction that writes
 * @record: a returned case; changed
 * @body: {catalog_version, applicant, agent, answers, materials, form}, of the right types
 * @error: (nullable): return location
 *
 * Takes a mended case in again: its review begins anew, because every level must have seen what it
 * approves.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_STATE, %YC_SERVICE_ERROR_INVALID or another error
 */
gboolean
yc_case_intake_resubmit (const YcWork  *work,
                         YcCaseRecord  *record,
                         JsonObject    *body,
                         GError       **error)
{
  gint64 version = yc_json_get_int (body, "catalog_version", record->catalog_version);
  g_autoptr (JsonObject) item = NULL;
  JsonObject *detail;

  if (!yc_case_state_allows (record->state, YC_CASE_ACTION_SUBMIT_AGAIN, work->identity->role,
                             g_str_equal (record->clerk, work->identity->id), error))
    return FALSE;
  item = get_item (work, record->item, version, error);
  if (item == NULL || !yc_case_check_submission (work, item, version, body, error))
    return FALSE;
  record->state = YC_CASE_STATE_SUBMITTED;
  record->catalog_version = version;
  yc_case_review_set_step (work, record, 0);
  detail = json_object_new ();
  take_next_try (work, record, body, detail);
  return yc_case_store_change (work, record, "case.resubmit", detail, error) &&
         add_try (work, record, error) && yc_delivery_consent_record (work, record, error) &&
         yc_case_files_tie (work, item, record, error) &&
         yc_case_decision_settle (work, record, error);
}

/**
 * yc_case_intake_mend:
 * @work: the work of whoever replaces a certificate, in a transaction
 * @record: an issued case; changed, not stored
 * @body: {applicant, agent, answers, materials, form}, of the right types
 * @detail: the audit record's detail; gets what was changed
 * @error: (nullable): return location
 *
 * Puts mended contents in the place of what was certified, held against the same standard.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_INVALID or another error
 */
gboolean
yc_case_intake_mend (const YcWork  *work,
                     YcCaseRecord  *record,
                     JsonObject    *body,
                     JsonObject    *detail,
                     GError       **error)
{
  g_autoptr (JsonNode) given = yc_json_object_node (json_object_ref (body));
  /* The check completes the form, and a command is known again by the body that was sent. */
  g_autoptr (JsonNode) own = yc_json_copy (given);
  JsonObject *contents = json_node_get_object (own);
  g_autoptr (JsonObject) item = get_item (work, record->item, record->catalog_version, error);

  if (item == NULL ||
      !yc_case_check_submission (work, item, record->catalog_version, contents, error))
    return FALSE;
  /* What the applicant agreed to at the counter still holds. */
  yc_json_copy_member (contents, record->content, "delivery");
  take_next_try (work, record, contents, detail);
  return TRUE;
}

/* Keeps what yc_case_intake_mend() took, in a transaction that writes. */
gboolean
yc_case_intake_keep_try (const YcWork  *work,
                         YcCaseRecord  *record,
                         GError       **error)
{
  g_autoptr (JsonObject) item = get_item (work, record->item, record->catalog_version, error);

  return item != NULL && add_try (work, record, error) &&
         yc_case_files_tie (work, item, record, error);
}

/**
 * yc_case_intake_withdraw:
 * @work: the work of a clerk, in a transaction that writes
 * @record: a case; changed
 * @note: why
 * @error: (nullable): return location
 *
 * Takes the case back for the applicant.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_STATE or another error
 */
gboolean
yc_case_intake_withdraw (const YcWork  *work,
                         YcCaseRecord  *record,
                         const char    *note,
                         GError       **error)
{
  YcDecision decision = {
    .case_id = record->id,
    .try_number = record->n_tries,
    .step = record->step,
    .level = yc_case_record_get_level (record),
    .kind = "withdraw",
    .by_id = work->identity->id,
    .by_name = work->identity->name,
    .at = work->now_text,
    .note = note,
  };

  if (!yc_case_state_allows (record->state, YC_CASE_ACTION_WITHDRAW, work->identity->role,
                             g_str_equal (record->clerk, work->identity->id), error))
    return FALSE;
  record->state = YC_CASE_STATE_WITHDRAWN;
  return yc_decisions_table_insert (work->transaction, yc_service_get_vault (work->service),
                                    &decision, error) &&
         yc_case_store_change (work, record, "case.withdraw", json_object_new (), error);
}
