/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides cases: approve, return, refuse. The last approval issues the certificate at once. */
#include "yc-case-decision.h"

#include "yc-case-issue.h"
#include "yc-case-review.h"
#include "yc-case-store.h"
#include "yc-case-totals.h"
#include "yc-certificate-draft.h"
#include "yc-decisions-table.h"
#include "yc-findings.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

/* The reason that fits every item; it needs words. */
#define OTHER_REASON "R-OTHER"
/* Who decides what no person has to decide (秒批). */
#define NOBODY "system"

static JsonObject *
get_item (const YcWork  *work,
          YcCaseRecord  *record,
          GError       **error)
{
  return yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "item",
                       record->item, record->catalog_version, error);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
is_reason_of (JsonObject *item,
              const char *reason)
{
  g_auto (GStrv) reasons = yc_json_dup_strv (item, "return_reasons");

  return g_str_equal (reason, OTHER_REASON) ||
         g_strv_contains ((const char *const *) reasons, reason);
}

static void
check_return (YcFindings *findings,
              JsonObject *item,
              JsonObject *body)
{
  const char *reason = yc_json_get_string (body, "reason", NULL);

  if (reason == NULL)
    yc_findings_add (findings, "/reason", "required", _("A return needs a reason."));
  else if (!is_reason_of (item, reason))
    yc_findings_add (findings, "/reason", "enum", _("The item does not list this reason."));
  else if (g_str_equal (reason, OTHER_REASON) && is_blank (yc_json_get_string (body, "note", NULL)))
    yc_findings_add (findings, "/note", "required", _("Say in words what is wrong."));
  if (!yc_cause_from_string (yc_json_get_string (body, "cause", NULL), NULL))
    yc_findings_add (findings, "/cause", "required", _("A return needs a cause."));
}

static gboolean
check_body (JsonObject    *item,
            YcCaseAction   action,
            JsonObject    *body,
            GError       **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();

  if (action == YC_CASE_ACTION_RETURN)
    check_return (findings, item, body);
  if (action == YC_CASE_ACTION_REFUSE && is_blank (yc_json_get_string (body, "note", NULL)) &&
      yc_json_get_string (body, "reason", NULL) == NULL)
    yc_findings_add (findings, "/note", "required", _("A refusal must say why."));
  return yc_findings_finish (findings, error);
}

static char *
get_reason_title (const YcWork *work,
                  YcCaseRecord *record,
                  const char   *reason)
{
  g_autoptr (JsonObject) body = NULL;

  if (reason == NULL)
    return NULL;
  body = yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "reason", reason,
                       record->catalog_version, NULL);
  return g_strdup (yc_json_get_string (
    body, "title", g_str_equal (reason, OTHER_REASON) ? _("Other reason") : reason));
}

static gboolean
add_decision (const YcWork  *work,
              YcCaseRecord  *record,
              const char    *kind,
              JsonObject    *body,
              GError       **error)
{
  const char *reason = yc_json_get_string (body, "reason", NULL);
  g_autofree char *reason_title = get_reason_title (work, record, reason);
  YcDecision decision = {
    .case_id = record->id,
    .try_number = record->n_tries,
    .step = record->step,
    .level = yc_case_record_get_level (record),
    .kind = kind,
    .by_id = work->identity->id,
    .by_name = work->identity->name,
    .at = work->now_text,
    .reason = reason,
    .reason_title = reason_title,
    .cause = yc_json_get_string (body, "cause", NULL),
    .field = yc_json_get_string (body, "field", NULL),
    .note = yc_json_get_string (body, "note", NULL),
  };

  return yc_decisions_table_insert (work->transaction, yc_service_get_vault (work->service),
                                    &decision, error);
}

/* After the decision was added. */
static gboolean
mark_return (const YcWork  *work,
             YcCaseRecord  *record,
             JsonObject    *body,
             GError       **error)
{
  const char *reason = yc_json_get_string (body, "reason", "");
  g_autofree char *title = get_reason_title (work, record, reason);
  YcCause cause = 0;
  gint64 n;

  yc_cause_from_string (yc_json_get_string (body, "cause", NULL), &cause);
  n = yc_decisions_table_count_returns (work->transaction, record->id, reason,
                                        yc_cause_to_string (cause), error);
  if (n < 0 || !yc_case_totals_add_return (work->transaction, record, cause, reason, title, n == 1,
                                           error))
    return FALSE;
  record->returned_for |= (gint64) 1 << cause;
  record->state = YC_CASE_STATE_RETURNED;
  return TRUE;
}

static JsonObject *
write_detail (YcCaseRecord *record,
              JsonObject   *body)
{
  JsonObject *detail = json_object_new ();
  const char *reason = yc_json_get_string (body, "reason", NULL);
  const char *cause = yc_json_get_string (body, "cause", NULL);

  json_object_set_int_member (detail, "try", record->n_tries);
  json_object_set_int_member (detail, "step", record->step);
  if (reason != NULL)
    json_object_set_string_member (detail, "reason", reason);
  if (cause != NULL)
    json_object_set_string_member (detail, "cause", cause);
  return detail;
}

static gboolean
is_last_step (YcCaseRecord *record)
{
  return record->step + 1 >= json_array_get_length (record->steps);
}

static gboolean
has_certificate (JsonObject *item)
{
  return yc_json_get_string (item, "certificate", NULL) != NULL;
}

/* Changes the state; the last approval makes the certificate, in this same transaction. */
static gboolean
apply (const YcWork  *work,
       YcCaseRecord  *record,
       JsonObject    *item,
       YcCaseAction   action,
       JsonObject    *body,
       JsonObject    *detail,
       GError       **error)
{
  if (action == YC_CASE_ACTION_RETURN)
    return mark_return (work, record, body, error);
  if (action == YC_CASE_ACTION_REFUSE)
    record->state = YC_CASE_STATE_REFUSED;
  else if (!is_last_step (record))
    yc_case_review_set_step (work, record, record->step + 1);
  else if (!has_certificate (item))
    record->state = YC_CASE_STATE_APPROVED;
  else
    {
      record->state = YC_CASE_STATE_ISSUED;
      return yc_case_issue_certificate (work, record, item, detail, error);
    }
  return TRUE;
}

static gboolean
carry_out (const YcWork  *work,
           YcCaseRecord  *record,
           JsonObject    *item,
           YcCaseAction   action,
           JsonObject    *body,
           GError       **error)
{
  const char *word = yc_case_action_to_string (action);
  g_autofree char *name = g_strconcat ("case.", word, NULL);
  g_autoptr (JsonObject) detail = write_detail (record, body);

  return add_decision (work, record, word, body, error) &&
         apply (work, record, item, action, body, detail, error) &&
         yc_case_store_change (work, record, name, g_steal_pointer (&detail), error);
}

/* The item's standard, if this person may decide so now. */
static JsonObject *
get_item_to_decide (const YcWork  *work,
                    YcCaseRecord  *record,
                    YcCaseAction   action,
                    JsonObject    *body,
                    GError       **error)
{
  g_autoptr (JsonObject) item = NULL;

  if (!yc_case_state_allows (record->state, action, work->identity->role,
                             g_str_equal (record->clerk, work->identity->id), error) ||
      !yc_case_review_check_place (work, record, error))
    return NULL;
  item = get_item (work, record, error);
  return item != NULL && check_body (item, action, body, error) ? g_steal_pointer (&item) : NULL;
}

static YcCaseAction
read_action (JsonObject *body)
{
  YcCaseAction action = 0;

  yc_case_action_from_string (yc_json_get_string (body, "decision", NULL), &action);
  return action;
}

/**
 * yc_case_decision_foresee:
 * @work: the work of a reviewer, in a transaction
 * @record: a case
 * @body: as for yc_case_decision_make()
 *
 * Returns: (transfer full) (nullable): the certificate that this decision will issue, as things
 *   are now; %NULL when it will issue none
 */
YcCertificateDraft *
yc_case_decision_foresee (const YcWork *work,
                          YcCaseRecord *record,
                          JsonObject   *body)
{
  YcCaseAction action = read_action (body);
  g_autoptr (JsonObject) item = NULL;

  if (action != YC_CASE_ACTION_APPROVE || !is_last_step (record))
    return NULL;
  item = get_item_to_decide (work, record, action, body, NULL);
  return item != NULL && has_certificate (item)
           ? yc_certificate_draft_new (work, record, item, NULL) : NULL;
}

/**
 * yc_case_decision_make:
 * @work: the work of a reviewer, in a transaction that writes
 * @record: a submitted case; changed
 * @body: {decision, reason, cause, field, note}, of the right types
 * @error: (nullable): return location
 *
 * Decides the step under way. A reviewer of the place that reviews this step or of one above may
 * do so.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_OWN_INTAKE, %YC_SERVICE_ERROR_DENIED, %YC_CORE_ERROR_STATE,
 *   %YC_SERVICE_ERROR_INVALID, or an error of the certificate; the transaction is then to be undone
 */
gboolean
yc_case_decision_make (const YcWork  *work,
                       YcCaseRecord  *record,
                       JsonObject    *body,
                       GError       **error)
{
  YcCaseAction action = read_action (body);
  g_autoptr (JsonObject) item = get_item_to_decide (work, record, action, body, error);

  return item != NULL && carry_out (work, record, item, action, body, error);
}

/**
 * yc_case_decision_settle:
 * @work: the work of whoever submitted it, in a transaction that writes
 * @record: a case that was just submitted; changed
 * @error: (nullable): return location
 *
 * Approves a case of an item that no person has to review (秒批); leaves all others alone.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_decision_settle (const YcWork  *work,
                         YcCaseRecord  *record,
                         GError       **error)
{
  YcIdentity nobody = { .id = (char *) NOBODY, .name = (char *) NOBODY };
  YcWork own = *work;
  g_autoptr (JsonObject) item = NULL;
  g_autoptr (JsonObject) body = json_object_new ();

  if (json_array_get_length (record->steps) > 0)
    return TRUE;
  own.identity = &nobody;
  item = get_item (work, record, error);
  return item != NULL &&
         carry_out (&own, record, item, YC_CASE_ACTION_APPROVE, body, error);
}
