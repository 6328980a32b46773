/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issues the certificate of an approved case: allots its number and stores it, in the transaction
 * of the approval, so that there is either all of it or nothing.
 *
 * The number is always allotted here and nowhere else. A certificate that was composed ahead is
 * taken only if it bears that very number, so a wrong guess costs time and nothing else. */
#include "yc-case-issue.h"

#include "yc-certificate-draft.h"
#include "yc-counters-table.h"
#include "yc-delivery-plan.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static gboolean
number_and_store (const YcWork        *work,
                  YcCertificateDraft  *draft,
                  YcCaseRecord        *record,
                  JsonObject          *detail,
                  GError             **error)
{
  static const YcLedgerCause cause = { YC_LEDGER_ISSUE, "", NULL };
  gint64 running = yc_counters_table_next (work->transaction,
                                           yc_certificate_draft_get_series (draft), error);

  if (running == 0)
    return FALSE;
  if (!yc_certificate_draft_is_composed (draft))
    yc_certificate_draft_compose (draft, running);
  if (yc_certificate_draft_fits (draft, record, running))
    return yc_certificate_draft_store (draft, work, &cause, detail, error) &&
           yc_delivery_plan_issue (work, record, yc_json_get_string (detail, "serial", ""), NULL,
                                   error);
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_OVERTAKEN,
                       _("The service has too much to do. Try again in a moment."));
  return FALSE;
}

/**
 * yc_case_issue_certificate:
 * @work: the work, in a transaction that writes; its draft, if any, is used
 * @record: the case
 * @item: its item's standard, which names a template
 * @detail: the audit record's detail; gets serial number and hash
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_OVERTAKEN when the draft was composed for something else,
 *   %YC_SERVICE_ERROR_BUSY when there is no signing key, or an error of the certificate room
 */
gboolean
yc_case_issue_certificate (const YcWork  *work,
                           YcCaseRecord  *record,
                           JsonObject    *item,
                           JsonObject    *detail,
                           GError       **error)
{
  g_autoptr (YcCertificateDraft) own = NULL;

  if (work->draft != NULL)
    return number_and_store (work, work->draft, record, detail, error);
  own = yc_certificate_draft_new (work, record, item, error);
  return own != NULL && number_and_store (work, own, record, detail, error);
}
