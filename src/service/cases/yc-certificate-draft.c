/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on its way: all that it will say, but for its number.
 *
 * What it says is gathered in a transaction and does not change while the case's version stays.
 * Composing and signing take some 20 ms and need no transaction, so they can be done ahead of the
 * one that issues, for the number that is expected then. */
#include "yc-certificate-draft.h"

#include "yc-certificate-contents.h"
#include "yc-certificate-error.h"
#include "yc-certificate-identifier.h"
#include "yc-certificate-number.h"
#include "yc-certificate-photos.h"
#include "yc-certificate-signature.h"
#include "yc-certificate-term.h"
#include "yc-clock.h"
#include "yc-day.h"
#include "yc-findings.h"
#include "yc-json.h"
#include "yc-ledger-begin.h"
#include "yc-mark-signer.h"
#include "yc-service-error.h"
#include "yc-verify-mark.h"

#include <glib/gi18n-lib.h>

struct _YcCertificateDraft
{
  YcService *service;
  YcCertificateTemplate *template_;
  JsonObject *place;
  JsonObject *data;
  GDateTime *issued_at;
  /* NULL when it is valid for good. */
  GDateTime *last_day;
  char *case_id;
  gint64 case_version;
  char *root;
  char *type_code;
  /* The version before; NULL for the first one. */
  char *replaces;
  char *series;
  /* What its number says; running is 0 while none was allotted. */
  YcCertificateNumber number;
  gboolean composed;
  char *serial;
  char *identifier;
  GBytes *pdf;
  GError *error;
};

static gboolean
has_signer (const YcWork  *work,
            GError       **error)
{
  if (yc_service_get_signer (work->service) != NULL)
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_BUSY,
                       _("The service has no signing key, so it can issue no certificate."));
  return FALSE;
}

/* (transfer full) (nullable): counted from its issue */
static GDateTime *
count_last_day (const YcCertificateDraft *self)
{
  guint months = yc_certificate_template_get_valid_months (self->template_);

  return months > 0 ? yc_day_in_china (self->issued_at, months) : NULL;
}

/* A draft whose number and last day are not set. */
static YcCertificateDraft *
gather (const YcWork  *work,
        YcCaseRecord  *record,
        JsonObject    *item,
        GError       **error)
{
  const char *id = yc_json_get_string (item, "certificate", "");
  g_autoptr (YcCertificateTemplate) template_ = NULL;
  YcCertificateDraft *self;

  if (!has_signer (work, error))
    return NULL;
  template_ = yc_shelf_get_template (yc_service_get_shelf (work->service), work->transaction, id,
                                     record->catalog_version, error);
  if (template_ == NULL)
    return NULL;
  self = g_new0 (YcCertificateDraft, 1);
  self->service = work->service;
  self->template_ = g_steal_pointer (&template_);
  yc_certificate_contents_read_codes (work, record, id, &self->root, &self->type_code);
  self->place = yc_certificate_contents_find_issuer (work, record, item);
  self->data = yc_certificate_contents_write (work, record, self->place);
  self->issued_at = g_date_time_ref (work->now);
  self->case_id = g_strdup (record->id);
  self->case_version = record->version;
  if (yc_certificate_photos_fill (work, record, id, self->data, error))
    return self;
  yc_certificate_draft_free (self);
  return NULL;
}

/**
 * yc_certificate_draft_new:
 * @work: the work, in a transaction
 * @record: the case that is to be approved
 * @item: its item's standard, which names a template
 * @error: (nullable): return location
 *
 * Gathers what the certificate will say.
 *
 * Returns: (transfer full): a draft, not yet composed; %NULL with %YC_SERVICE_ERROR_BUSY when there
 *   is no signing key, or an error of the certificate room
 */
YcCertificateDraft *
yc_certificate_draft_new (const YcWork  *work,
                          YcCaseRecord  *record,
                          JsonObject    *item,
                          GError       **error)
{
  YcCertificateDraft *self = gather (work, record, item, error);

  if (self == NULL)
    return NULL;
  g_strlcpy (self->number.type, yc_certificate_template_get_kind (self->template_),
             sizeof self->number.type);
  g_strlcpy (self->number.issuer, yc_json_get_string (self->place, "code", ""),
             sizeof self->number.issuer);
  self->number.year = yc_clock_get_local_year (work->now);
  self->number.version = 1;
  self->series = yc_ledger_name_series (self->number.issuer, self->number.year);
  self->last_day = count_last_day (self);
  return self;
}

/**
 * yc_certificate_draft_new_version:
 * @work: the work, in a transaction
 * @record: the case, with what is to be certified now
 * @item: its item's standard, which names a template
 * @old: the version in force
 * @action: what makes the new version: issued again it is valid as long as @old, and no longer
 * @error: (nullable): return location
 *
 * Gathers what the next version of a certificate will say. It keeps the running number, so nothing
 * has to be allotted.
 *
 * Returns: (transfer full): as yc_certificate_draft_new() does
 */
YcCertificateDraft *
yc_certificate_draft_new_version (const YcWork               *work,
                                  YcCaseRecord               *record,
                                  JsonObject                 *item,
                                  const YcCertificateRecord  *old,
                                  YcCertificateAction         action,
                                  GError                    **error)
{
  g_autofree char *last_day = NULL;
  YcCertificateDraft *self = gather (work, record, item, error);

  if (self == NULL)
    return NULL;
  last_day = action == YC_CERTIFICATE_ACTION_REISSUE
               ? yc_certificate_term_dup_last_day (work, record, old) : NULL;
  self->last_day = action == YC_CERTIFICATE_ACTION_REISSUE ? yc_certificate_term_parse (last_day)
                                                           : count_last_day (self);
  self->series = g_strdup (old->series);
  /* It was composed here; should it be damaged, the new one cannot be composed, and that is told. */
  yc_certificate_number_parse (old->serial, &self->number);
  self->number.version++;
  self->replaces = g_strdup (old->serial);
  return self;
}

void
yc_certificate_draft_free (YcCertificateDraft *self)
{
  yc_certificate_draft_reset (self);
  g_object_unref (self->template_);
  json_object_unref (self->place);
  json_object_unref (self->data);
  g_date_time_unref (self->issued_at);
  g_clear_pointer (&self->last_day, g_date_time_unref);
  g_free (self->case_id);
  g_free (self->root);
  g_free (self->type_code);
  g_free (self->series);
  g_free (self->replaces);
  g_free (self);
}

const char *
yc_certificate_draft_get_case (const YcCertificateDraft *self)
{
  return self->case_id;
}

/**
 * yc_certificate_draft_get_series:
 * @self: a draft
 *
 * Returns: the name of the counter that numbers it: there is one for each issuer and year
 */
const char *
yc_certificate_draft_get_series (const YcCertificateDraft *self)
{
  return self->series;
}

/**
 * yc_certificate_draft_get_running:
 * @self: a draft
 *
 * Returns: the running number that a later version takes over; 0 for a first version, whose number
 *   the counter gives
 */
gint64
yc_certificate_draft_get_running (const YcCertificateDraft *self)
{
  return self->replaces != NULL ? (gint64) self->number.running : 0;
}

/* (transfer full) (nullable): NULL when the catalog has not the codes that it is made of */
static char *
compose_identifier (YcCertificateDraft *self)
{
  const char *issuer = yc_json_get_string (self->place, "uscc", NULL);
  const YcCertificateNumber *number = &self->number;

  if (issuer == NULL || self->type_code == NULL)
    return NULL;
  return yc_certificate_identifier_compose (self->root, self->type_code, issuer,
                                            number->year, number->running, number->version, NULL);
}

/* Signed, so that the sheet can be checked with the line down. */
static char *
make_qr_text (YcCertificateDraft *self,
              const char         *url)
{
  g_autoptr (JsonObject) words = yc_verify_mark_pick_essentials (self->data, NULL);

  return yc_mark_signer_make (yc_service_get_mark_signer (self->service), url, self->serial,
                              self->issued_at, self->last_day, words);
}

static GBytes *
make_pdf (YcCertificateDraft  *self,
          GError             **error)
{
  g_autofree char *url = g_strdup_printf (
    "%s/verify/%s", yc_service_get_public_url (self->service), self->serial);
  g_autofree char *qr_text = make_qr_text (self, url);
  g_autoptr (YcSealDesign) seal =
    yc_seal_design_new_for_place (self->place, yc_service_get_demo (self->service));
  YcCertificateMarks marks = {
    .serial = self->serial,
    .identifier = self->identifier,
    .verify_url = url,
    .qr_text = qr_text,
    .issuer = seal->name,
    .seal = seal,
    .issued_at = self->issued_at,
    .valid_until = self->last_day,
    .purpose = yc_service_get_demo (self->service) ? YC_SHEET_SAMPLE : YC_SHEET_ISSUED,
  };

  json_object_set_string_member (self->data, "serial", self->serial);
  return yc_certificate_issue (self->template_, self->data, &marks,
                               yc_service_get_signer (self->service), error);
}

/**
 * yc_certificate_draft_compose:
 * @self: a draft
 * @running: the running number to compose it with
 *
 * Composes and signs. On any thread. What goes wrong is told by yc_certificate_draft_store().
 */
void
yc_certificate_draft_compose (YcCertificateDraft *self,
                              gint64              running)
{
  YcCertificateNumber *number = &self->number;

  yc_certificate_draft_reset (self);
  self->composed = TRUE;
  number->running = (guint64) running;
  self->serial = yc_certificate_number_compose (number->type, number->issuer, number->year,
                                                number->running, number->version, &self->error);
  self->identifier = compose_identifier (self);
  if (self->serial != NULL)
    self->pdf = make_pdf (self, &self->error);
}

/**
 * yc_certificate_draft_reset:
 * @self: a draft
 *
 * Forgets what was composed.
 */
void
yc_certificate_draft_reset (YcCertificateDraft *self)
{
  self->composed = FALSE;
  g_clear_pointer (&self->serial, g_free);
  g_clear_pointer (&self->identifier, g_free);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_error (&self->error);
}

gboolean
yc_certificate_draft_is_composed (const YcCertificateDraft *self)
{
  return self->composed;
}

/**
 * yc_certificate_draft_fits:
 * @self: a composed draft
 * @record: the case as it is now
 * @running: the running number that was allotted
 *
 * Returns: whether this is what would be composed now
 */
gboolean
yc_certificate_draft_fits (const YcCertificateDraft *self,
                           YcCaseRecord             *record,
                           gint64                    running)
{
  return self->composed && (gint64) self->number.running == running &&
         self->case_version == record->version && g_str_equal (self->case_id, record->id);
}

/* Whether the seal is what fails: the case is right, and can be approved when the seal is back. */
static gboolean
is_about_seal (const GError *why)
{
  return g_error_matches (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TOKEN) ||
         g_error_matches (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TIMESTAMP) ||
         g_error_matches (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_KEY) ||
         g_error_matches (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_EXPIRED);
}

/* What is wrong with the case's own words is told to the reviewer, who can return it. */
static void
tell_why (const GError  *why,
          GError       **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();

  if (g_error_matches (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_GLYPH) ||
      g_error_matches (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_VALUE) ||
      g_error_matches (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE))
    yc_findings_add (findings, "/decision", "certificate", why->message);
  if (!yc_findings_finish (findings, error))
    return;
  if (is_about_seal (why))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_SEAL, why->message);
  else
    g_propagate_error (error, g_error_copy (why));
}

static gboolean
insert (const YcCertificateDraft   *self,
        const YcWork               *work,
        const YcCertificateRecord  *certificate,
        GError                    **error)
{
  return yc_certificates_table_insert (work->transaction, yc_service_get_vault (self->service),
                                       certificate, self->pdf, error) &&
         (self->replaces == NULL ||
          yc_certificates_table_set_state (work->transaction, self->replaces,
                                           YC_CERTIFICATE_REPLACED, error));
}

/* The last day, as the sheet names it; "" when it is valid for good. */
static char *
write_last_day (const YcCertificateDraft *self)
{
  return self->last_day != NULL ? g_date_time_format (self->last_day, "%Y-%m-%d") : g_strdup ("");
}

/**
 * yc_certificate_draft_store:
 * @self: a composed draft that fits
 * @work: the work, in the transaction that allotted its number
 * @cause: what the ledger says of it
 * @detail: the audit record's detail; gets serial number and hash
 * @error: (nullable): return location
 *
 * Stores the certificate and enters it into the ledger; the version before loses its place to it.
 *
 * Returns: %FALSE with what went wrong when it was composed or is stored; %YC_SERVICE_ERROR_INVALID
 *   when the case says something that cannot be set, %YC_SERVICE_ERROR_SEAL when nobody signs now
 */
gboolean
yc_certificate_draft_store (const YcCertificateDraft  *self,
                            const YcWork              *work,
                            const YcLedgerCause       *cause,
                            JsonObject                *detail,
                            GError                   **error)
{
  g_autofree char *issued_at = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *valid_until = NULL;
  YcCertificateRecord certificate;

  if (self->pdf == NULL)
    {
      tell_why (self->error, error);
      return FALSE;
    }
  issued_at = yc_clock_format (self->issued_at);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->pdf);
  valid_until = write_last_day (self);
  certificate = (YcCertificateRecord) {
    .serial = self->serial,
    .case_id = self->case_id,
    .title = (char *) yc_certificate_template_get_title (self->template_),
    .place_name = (char *) yc_json_get_string (self->place, "name", ""),
    .issued_at = issued_at,
    .sample = yc_service_get_demo (self->service),
    .sha256 = sha256,
    .identifier = self->identifier != NULL ? self->identifier : (char *) "",
    .series = self->series,
    .running = (gint64) self->number.running,
    .version = self->number.version,
    .state = YC_CERTIFICATE_VALID,
    .valid_until = valid_until,
  };
  json_object_set_string_member (detail, "serial", self->serial);
  json_object_set_string_member (detail, "sha256", sha256);
  return insert (self, work, &certificate, error) &&
         yc_certificate_ledger_enter (work, &certificate, cause, error);
}
