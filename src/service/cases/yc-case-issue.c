/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the certificate of an approved case: numbers, composes, signs and stores it, all in the
 * transaction of the approval, so that there is either all of it or nothing. */
#include "yc-case-issue.h"

#include "yc-case-review.h"
#include "yc-certificate-number.h"
#include "yc-certificate-signature.h"
#include "yc-certificates-table.h"
#include "yc-clock.h"
#include "yc-counters-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

#define FIRST_VERSION 1

static char *
allot_serial (const YcWork           *work,
              YcCertificateTemplate  *template_,
              const char             *issuer,
              GError                **error)
{
  const char *kind = yc_certificate_template_get_kind (template_);
  guint year = yc_clock_get_local_year (work->now);
  g_autofree char *counter = g_strdup_printf ("certificate-%s-%s-%u", kind, issuer, year);
  gint64 running = yc_counters_table_next (work->transaction, counter, error);

  if (running == 0)
    return NULL;
  return yc_certificate_number_compose (kind, issuer, year, running, FIRST_VERSION, error);
}

/* The place of the item's own level: a town's item is sealed by the town although a village took
 * it in. Otherwise where the case was taken in, under its bare code if the catalog has no name. */
static JsonObject *
get_issuer (const YcWork *work,
            YcCaseRecord *record,
            JsonObject   *item)
{
  JsonObject *place =
    yc_case_review_find_place (work, record, yc_json_get_string (item, "level", ""), NULL);

  if (place != NULL)
    return place;
  place = yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "place",
                        record->place, record->catalog_version, NULL);
  if (place != NULL)
    return place;
  place = json_object_new ();
  json_object_set_string_member (place, "code", record->place);
  json_object_set_string_member (place, "name", record->place);
  return place;
}

static JsonObject *
write_case (YcCaseRecord *record)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", record->id);
  json_object_set_string_member (object, "number", record->number);
  json_object_set_string_member (object, "item", record->item);
  json_object_set_string_member (object, "item_title", record->item_title);
  json_object_set_string_member (object, "submitted_at", record->submitted_at);
  return object;
}

static void
set_copy (JsonObject *object,
          const char *name,
          JsonNode   *node)
{
  json_object_set_member (object, name,
                          node != NULL ? yc_json_copy (node) : json_node_new (JSON_NODE_NULL));
}

static JsonObject *
write_data (const YcWork *work,
            YcCaseRecord *record,
            JsonObject   *place,
            const char   *serial)
{
  JsonObject *data = json_object_new ();
  g_autoptr (GTimeZone) zone = yc_clock_get_zone ();
  g_autoptr (GDateTime) local = g_date_time_to_timezone (work->now, zone);
  g_autofree char *today = g_date_time_format (local, "%Y-%m-%d");

  json_object_set_object_member (data, "applicant", json_object_ref (record->applicant));
  set_copy (data, "agent", json_object_get_member (record->content, "agent"));
  set_copy (data, "form", json_object_get_member (record->content, "form"));
  json_object_set_object_member (data, "case", write_case (record));
  json_object_set_object_member (data, "place", json_object_ref (place));
  json_object_set_string_member (data, "serial", serial);
  json_object_set_string_member (data, "issued_at", work->now_text);
  json_object_set_string_member (data, "today", today);
  return data;
}

static GBytes *
make_pdf (const YcWork           *work,
          YcCertificateTemplate  *template_,
          YcCaseRecord           *record,
          JsonObject             *place,
          const char             *serial,
          GError                **error)
{
  g_autoptr (JsonObject) data = write_data (work, record, place, serial);
  g_autofree char *url =
    g_strdup_printf ("%s/verify/%s", yc_service_get_public_url (work->service), serial);
  YcCertificateMarks marks = {
    .serial = serial,
    .verify_url = url,
    .issuer = yc_json_get_string (place, "seal", yc_json_get_string (place, "name", "")),
    .issued_at = work->now,
    .sample = yc_service_get_demo (work->service),
  };

  return yc_certificate_issue (template_, data, &marks, yc_service_get_signer (work->service),
                               error);
}

static gboolean
store (const YcWork           *work,
       YcCertificateTemplate  *template_,
       YcCaseRecord           *record,
       JsonObject             *place,
       const char             *serial,
       JsonObject             *detail,
       GError                **error)
{
  g_autoptr (GBytes) pdf = make_pdf (work, template_, record, place, serial, error);
  g_autofree char *sha256 = NULL;
  YcCertificateRecord certificate;

  if (pdf == NULL)
    return FALSE;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  certificate = (YcCertificateRecord) {
    .serial = (char *) serial,
    .case_id = record->id,
    .title = (char *) yc_certificate_template_get_title (template_),
    .place_name = (char *) yc_json_get_string (place, "name", ""),
    .issued_at = (char *) work->now_text,
    .sample = yc_service_get_demo (work->service),
    .sha256 = sha256,
  };
  json_object_set_string_member (detail, "serial", serial);
  json_object_set_string_member (detail, "sha256", sha256);
  return yc_certificates_table_insert (work->transaction, yc_service_get_vault (work->service),
                                       &certificate, pdf, error);
}

/**
 * yc_case_issue_certificate:
 * @work: the work, in a transaction that writes
 * @record: the case
 * @item: its item's standard, which names a template
 * @detail: the audit record's detail; gets serial number and hash
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_BUSY when there is no signing key, or an error of the
 *   certificate room
 */
gboolean
yc_case_issue_certificate (const YcWork  *work,
                           YcCaseRecord  *record,
                           JsonObject    *item,
                           JsonObject    *detail,
                           GError       **error)
{
  g_autoptr (YcCertificateTemplate) template_ = NULL;
  g_autoptr (JsonObject) place = NULL;
  g_autofree char *serial = NULL;

  if (yc_service_get_signer (work->service) == NULL)
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_BUSY,
                           _("The service has no signing key, so it can issue no certificate."));
      return FALSE;
    }
  template_ = yc_shelf_get_template (yc_service_get_shelf (work->service), work->transaction,
                                     yc_json_get_string (item, "certificate", ""),
                                     record->catalog_version, error);
  if (template_ == NULL)
    return FALSE;
  place = get_issuer (work, record, item);
  serial = allot_serial (work, template_, yc_json_get_string (place, "code", record->place), error);
  return serial != NULL && store (work, template_, record, place, serial, detail, error);
}
