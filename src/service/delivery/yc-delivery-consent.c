/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the applicant said at the counter about sending the certificate. It stands in the case's
 * content as {"delivery": {"channels": […]}}; who wrote it down and when is kept beside it. */
#include "yc-delivery-consent.h"

#include "yc-consents-table.h"
#include "yc-delivery.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

static GStrv
read_channels (JsonObject *content)
{
  return yc_json_dup_strv (yc_json_get_object (content, "delivery"), "channels");
}

/**
 * yc_delivery_consent_check:
 * @findings: where to tell what is wrong
 * @body: what is submitted: {applicant, delivery, …}, of the right types
 *
 * Holds the wish against the applicant's address.
 */
void
yc_delivery_consent_check (YcFindings *findings,
                           JsonObject *body)
{
  g_auto (GStrv) channels = read_channels (body);
  const char *address =
    yc_json_get_string (yc_json_get_object (body, "applicant"), "email", NULL);

  if (g_strv_contains ((const char *const *) channels, "mail") &&
      !yc_delivery_address_is_good (address))
    yc_findings_add (findings, "/applicant/email", "email",
                     _("To be sent by e-mail, the certificate needs the applicant’s address."));
}

/**
 * yc_delivery_consent_record:
 * @work: the work of a clerk, in a transaction that writes
 * @record: a case that was just submitted
 * @error: (nullable): return location
 *
 * Keeps who took the consent down and when. Nothing is kept when nothing was said.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_consent_record (const YcWork  *work,
                            YcCaseRecord  *record,
                            GError       **error)
{
  g_auto (GStrv) channels = read_channels (record->content);
  g_autofree char *joined = g_strjoinv (" ", channels);
  const YcConsent consent = {
    .case_id = record->id,
    .try_number = record->n_tries,
    .channels = joined,
    .by_id = work->identity->id,
    .by_name = work->identity->name,
    .at = work->now_text,
  };

  if (yc_json_get_object (record->content, "delivery") == NULL)
    return TRUE;
  return yc_consents_table_insert (work->transaction, &consent, error);
}

/**
 * yc_delivery_consent_covers:
 * @record: a case with its content
 * @channel: "mail", "portal", "account" or "app"
 *
 * Returns: whether the applicant agreed to it
 */
gboolean
yc_delivery_consent_covers (YcCaseRecord *record,
                            const char   *channel)
{
  g_auto (GStrv) channels = read_channels (record->content);

  return g_strv_contains ((const char *const *) channels, channel);
}
