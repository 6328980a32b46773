/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an issued certificate is worth today: asked by the public page and by desks alike. */
#include "yc-certificate-standing.h"

#include "yc-cases-table.h"
#include "yc-certificate-term.h"

void
yc_certificate_standing_free (YcCertificateStanding *self)
{
  g_clear_pointer (&self->certificate, yc_certificate_record_free);
  g_free (self->last_day);
  g_free (self->replaced_by);
  g_free (self);
}

/* (nullable): the last day */
static char *
dup_last_day (const YcWork              *work,
              const YcCertificateRecord *certificate)
{
  g_autoptr (YcCaseRecord) record = NULL;

  if (certificate->valid_until[0] != '\0')
    return g_strdup (certificate->valid_until);
  record = yc_cases_table_load (work->transaction, yc_service_get_vault (work->service),
                                certificate->case_id, NULL);
  return record != NULL ? yc_certificate_term_dup_last_day (work, record, certificate) : NULL;
}

static YcStanding
judge (const YcCertificateStanding *self,
       GDateTime                   *now)
{
  switch (self->certificate->state)
    {
    case YC_CERTIFICATE_VOID:
      return YC_STANDING_VOID;
    case YC_CERTIFICATE_REPLACED:
      return YC_STANDING_REPLACED;
    case YC_CERTIFICATE_VALID:
    default:
      return yc_certificate_term_is_over (self->last_day, now) ? YC_STANDING_EXPIRED : YC_STANDING_VALID;
    }
}

/**
 * yc_certificate_standing_find:
 * @work: work in a transaction
 * @serial: a number
 * @error: (nullable): return location
 *
 * Returns: (transfer full): what became of it, %NULL with %YC_SERVICE_ERROR_NOT_FOUND when no
 *   certificate has the number
 */
YcCertificateStanding *
yc_certificate_standing_find (const YcWork  *work,
                              const char    *serial,
                              GError       **error)
{
  YcCertificateRecord *certificate =
    yc_certificates_table_find (work->transaction, serial, error);
  YcCertificateStanding *self;

  if (certificate == NULL)
    return NULL;
  self = g_new0 (YcCertificateStanding, 1);
  self->certificate = certificate;
  self->last_day = dup_last_day (work, certificate);
  self->standing = judge (self, work->now);
  if (self->standing == YC_STANDING_REPLACED)
    self->replaced_by = yc_certificates_table_find_version (work->transaction, certificate,
                                                            certificate->version + 1);
  return self;
}

const char *
yc_standing_to_string (YcStanding self)
{
  static const char *const words[] = { NULL, "valid", "void", "replaced", "expired" };

  return words[self];
}

/**
 * yc_certificate_standing_write:
 * @self: a certificate's standing
 *
 * Returns: (transfer full): what may be told of it, which is nothing about the person
 */
JsonObject *
yc_certificate_standing_write (const YcCertificateStanding *self)
{
  const YcCertificateRecord *certificate = self->certificate;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "serial", certificate->serial);
  json_object_set_string_member (object, "identifier", certificate->identifier);
  json_object_set_string_member (object, "state", yc_standing_to_string (self->standing));
  json_object_set_string_member (object, "title", certificate->title);
  json_object_set_string_member (object, "place_name", certificate->place_name);
  json_object_set_string_member (object, "issued_at", certificate->issued_at);
  json_object_set_string_member (object, "sha256", certificate->sha256);
  json_object_set_boolean_member (object, "sample", certificate->sample);
  if (self->last_day != NULL)
    json_object_set_string_member (object, "valid_until", self->last_day);
  if (self->replaced_by != NULL)
    json_object_set_string_member (object, "replaced_by", self->replaced_by);
  return object;
}
