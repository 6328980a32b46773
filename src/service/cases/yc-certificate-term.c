/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an issued certificate is valid: as its template said when the case was taken in. */
#include "yc-certificate-term.h"

#include "yc-day.h"
#include "yc-json.h"

#include <string.h>

static JsonObject *
load (const YcWork       *work,
      const YcCaseRecord *record,
      const char         *kind,
      const char         *id)
{
  return id != NULL ? yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, kind,
                                    id, record->catalog_version, NULL)
                    : NULL;
}

static char *
count_last_day (const YcWork              *work,
                const YcCaseRecord        *record,
                const YcCertificateRecord *certificate)
{
  g_autoptr (JsonObject) item = load (work, record, "item", record->item);
  const char *id = item != NULL ? yc_json_get_string (item, "certificate", NULL) : NULL;
  g_autoptr (JsonObject) template_ = load (work, record, "template", id);
  gint64 months = template_ != NULL ? yc_json_get_int (template_, "valid_months", 0) : 0;
  g_autoptr (GDateTime) issued = g_date_time_new_from_iso8601 (certificate->issued_at, NULL);
  g_autoptr (GDateTime) day =
    months > 0 && issued != NULL ? yc_day_in_china (issued, (guint) months) : NULL;

  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : NULL;
}

/**
 * yc_certificate_term_dup_last_day:
 * @work: work in a transaction
 * @record: a case
 * @certificate: a certificate that came out of it
 *
 * Returns: (transfer full) (nullable): the last day as the sheet names it, "2027-11-21"; %NULL when
 *   it is valid for good
 */
char *
yc_certificate_term_dup_last_day (const YcWork              *work,
                                  const YcCaseRecord        *record,
                                  const YcCertificateRecord *certificate)
{
  /* Rows of older times do not say. */
  return certificate->valid_until[0] != '\0' ? g_strdup (certificate->valid_until)
                                             : count_last_day (work, record, certificate);
}

/**
 * yc_certificate_term_is_over:
 * @last_day: (nullable): a last day
 * @now: a moment
 *
 * Returns: whether it is over: a certificate is valid to the end of its last day, as people in China
 *   count
 */
gboolean
yc_certificate_term_is_over (const char *last_day,
                             GDateTime  *now)
{
  g_autoptr (GDateTime) local = yc_day_in_china (now, 0);
  g_autofree char *today = g_date_time_format (local, "%Y-%m-%d");

  return last_day != NULL && strcmp (last_day, today) < 0;
}

/**
 * yc_certificate_term_parse:
 * @last_day: (nullable): a last day
 *
 * Returns: (transfer full) (nullable): a moment of that day in China
 */
GDateTime *
yc_certificate_term_parse (const char *last_day)
{
  g_autoptr (GTimeZone) zone = yc_day_get_zone ();
  GDate day;

  return yc_day_parse (last_day, &day)
           ? g_date_time_new (zone, g_date_get_year (&day), g_date_get_month (&day),
                              g_date_get_day (&day), 12, 0, 0)
           : NULL;
}
