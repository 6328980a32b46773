/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes certificates that were issued: makes them void, or puts a new version in their place. The
 * old one stays as it was signed; what it is worth now stands in its state and in the ledger.
 *
 * A certificate has no version to match: each change ends the state that allows it, so of two that
 * come at once the second is told that the certificate is void or replaced. */
#include "yc-certificate-change.h"

#include "yc-case-intake.h"
#include "yc-case-review.h"
#include "yc-case-store.h"
#include "yc-certificate-draft.h"
#include "yc-certificate-term.h"
#include "yc-delivery-plan.h"
#include "yc-findings.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
check_reason (YcCertificateAction   action,
              JsonObject           *body,
              GError              **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();
  YcChangeReason reason = 0;

  yc_change_reason_from_string (yc_json_get_string (body, "reason", NULL), &reason);
  if (!yc_change_reason_fits (reason, action))
    yc_findings_add (findings, "/reason", "enum", _("This cannot be done for that reason."));
  else if (reason == YC_CHANGE_REASON_OTHER && is_blank (yc_json_get_string (body, "note", NULL)))
    yc_findings_add (findings, "/note", "required", _("Say in words why."));
  return yc_findings_finish (findings, error);
}

/* A version with the same words is valid no longer than the one before, so not at all after that. */
static gboolean
check_term (const YcWork               *work,
            YcCaseRecord               *record,
            const YcCertificateRecord  *certificate,
            YcCertificateAction         action,
            GError                    **error)
{
  g_autofree char *last_day = action == YC_CERTIFICATE_ACTION_REISSUE
                                ? yc_certificate_term_dup_last_day (work, record, certificate)
                                : NULL;

  if (!yc_certificate_term_is_over (last_day, work->now))
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
               _("The certificate was valid until %s. It is not issued again: this needs a new case."),
               last_day);
  return FALSE;
}

/* Whether this person may do so now: of the place that approved it, or of one above. */
static gboolean
check (const YcWork               *work,
       YcCaseRecord               *record,
       const YcCertificateRecord  *certificate,
       YcCertificateAction         action,
       JsonObject                 *body,
       GError                    **error)
{
  return yc_certificate_state_allows (certificate->state, action, work->identity->role,
                                      g_str_equal (record->clerk, work->identity->id), error) &&
         yc_case_review_check_place (work, record, error) && check_reason (action, body, error) &&
         check_term (work, record, certificate, action, error);
}

static JsonObject *
get_item (const YcWork  *work,
          YcCaseRecord  *record,
          GError       **error)
{
  return yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "item",
                       record->item, record->catalog_version, error);
}

/* A replacement certifies what the body says; anything else what was certified before. */
static gboolean
mend (const YcWork         *work,
      YcCaseRecord         *record,
      YcCertificateAction   action,
      JsonObject           *body,
      JsonObject           *detail,
      GError              **error)
{
  return action != YC_CERTIFICATE_ACTION_REPLACE ||
         yc_case_intake_mend (work, record, body, detail, error);
}

/**
 * yc_certificate_change_foresee:
 * @work: the work of a reviewer or supervisor, in a transaction
 * @record: the certificate's case; changed when @action replaces it
 * @certificate: the certificate
 * @action: what is to be done with it
 * @body: as for yc_certificate_change_make()
 *
 * Returns: (transfer full) (nullable): the new version that this will make, as things are now; %NULL
 *   when it will make none
 */
YcCertificateDraft *
yc_certificate_change_foresee (const YcWork              *work,
                               YcCaseRecord              *record,
                               const YcCertificateRecord *certificate,
                               YcCertificateAction        action,
                               JsonObject                *body)
{
  g_autoptr (JsonObject) item = get_item (work, record, NULL);
  g_autoptr (JsonObject) detail = json_object_new ();

  if (item == NULL || !check (work, record, certificate, action, body, NULL) ||
      !mend (work, record, action, body, detail, NULL))
    return NULL;
  return yc_certificate_draft_new_version (work, record, item, certificate, action, NULL);
}

static gboolean
make_void (const YcWork               *work,
           const YcCertificateRecord  *certificate,
           const YcLedgerCause        *cause,
           JsonObject                 *detail,
           GError                    **error)
{
  json_object_set_string_member (detail, "serial", certificate->serial);
  return yc_certificates_table_set_state (work->transaction, certificate->serial,
                                          YC_CERTIFICATE_VOID, error) &&
         yc_certificate_ledger_enter (work, certificate, cause, error);
}

static gboolean
store_version (const YcWork               *work,
               YcCertificateDraft         *draft,
               YcCaseRecord               *record,
               const YcCertificateRecord  *certificate,
               const YcLedgerCause        *cause,
               JsonObject                 *detail,
               GError                    **error)
{
  if (!yc_certificate_draft_is_composed (draft))
    yc_certificate_draft_compose (draft, certificate->running);
  if (yc_certificate_draft_fits (draft, record, certificate->running))
    return yc_certificate_draft_store (draft, work, cause, detail, error);
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_OVERTAKEN,
                       _("The service has too much to do. Try again in a moment."));
  return FALSE;
}

/* Who has the old one is told, and gets the new one. */
static gboolean
plan_deliveries (const YcWork  *work,
                 YcCaseRecord  *record,
                 JsonObject    *detail,
                 const char    *old,
                 GError       **error)
{
  const char *serial = json_object_get_string_member (detail, "serial");

  if (g_str_equal (serial, old))
    return yc_delivery_plan_void (work, record, old, NULL, error);
  return yc_delivery_plan_void (work, record, old, serial, error) &&
         yc_delivery_plan_issue (work, record, serial, old, error);
}

static gboolean
make_version (const YcWork               *work,
              YcCaseRecord               *record,
              const YcCertificateRecord  *certificate,
              YcCertificateAction         action,
              const YcLedgerCause        *cause,
              JsonObject                 *detail,
              GError                    **error)
{
  g_autoptr (YcCertificateDraft) own = NULL;
  g_autoptr (JsonObject) item = NULL;

  json_object_set_string_member (detail, "replaces", certificate->serial);
  if (work->draft != NULL)
    return store_version (work, work->draft, record, certificate, cause, detail, error);
  item = get_item (work, record, error);
  own = item != NULL
          ? yc_certificate_draft_new_version (work, record, item, certificate, action, error)
          : NULL;
  return own != NULL && store_version (work, own, record, certificate, cause, detail, error);
}

/**
 * yc_certificate_change_make:
 * @work: the work of a reviewer or supervisor, in a transaction that writes; its draft, if any, is
 *   used
 * @record: the certificate's case; changed
 * @certificate: the certificate
 * @action: to make it void, to replace it, or to issue it again
 * @body: {reason, note}, and for a replacement what a submission has, of the right types
 * @error: (nullable): return location
 *
 * Changes a certificate that is in force, with its entry in the ledger and the case's next version.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_ROLE, %YC_CORE_ERROR_OWN_INTAKE, %YC_CORE_ERROR_STATE,
 *   %YC_SERVICE_ERROR_DENIED, %YC_SERVICE_ERROR_INVALID, or an error of the certificate; the
 *   transaction is then to be undone
 */
gboolean
yc_certificate_change_make (const YcWork               *work,
                            YcCaseRecord               *record,
                            const YcCertificateRecord  *certificate,
                            YcCertificateAction         action,
                            JsonObject                 *body,
                            GError                    **error)
{
  const char *word = yc_certificate_action_to_string (action);
  g_autofree char *name = g_strconcat ("case.", word, NULL);
  g_autoptr (JsonObject) detail = json_object_new ();
  const YcLedgerCause cause = { word, yc_json_get_string (body, "reason", ""),
                                yc_json_get_string (body, "note", NULL) };
  gboolean made;

  if (!check (work, record, certificate, action, body, error) ||
      !mend (work, record, action, body, detail, error))
    return FALSE;
  json_object_set_string_member (detail, "reason", cause.reason);
  made = action == YC_CERTIFICATE_ACTION_VOID
           ? make_void (work, certificate, &cause, detail, error)
           : make_version (work, record, certificate, action, &cause, detail, error);
  if (made && action == YC_CERTIFICATE_ACTION_REPLACE)
    made = yc_case_intake_keep_try (work, record, error);
  return made && plan_deliveries (work, record, detail, certificate->serial, error) &&
         yc_case_store_change (work, record, name, g_steal_pointer (&detail), error);
}
