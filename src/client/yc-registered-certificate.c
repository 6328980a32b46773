/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register says of a certificate that somebody brings, whichever place issued it. */
#include "yc-registered-certificate.h"

#include "yc-client-error.h"
#include "yc-json.h"

struct _YcRegisteredCertificate
{
  GObject parent_instance;

  JsonObject       *json;
  YcRegisteredState state;
  GDateTime        *issued_at;
  GDateTime        *known_at;
};

G_DEFINE_FINAL_TYPE (YcRegisteredCertificate, yc_registered_certificate, G_TYPE_OBJECT)

static void
yc_registered_certificate_finalize (GObject *object)
{
  YcRegisteredCertificate *self = YC_REGISTERED_CERTIFICATE (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->issued_at, g_date_time_unref);
  g_clear_pointer (&self->known_at, g_date_time_unref);

  G_OBJECT_CLASS (yc_registered_certificate_parent_class)->finalize (object);
}

static void
yc_registered_certificate_class_init (YcRegisteredCertificateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_registered_certificate_finalize;
}

static void
yc_registered_certificate_init (YcRegisteredCertificate *self)
{
}

/* 0 for a word that is none */
static YcRegisteredState
read_state (JsonObject *json)
{
  static const char *const words[] = { "valid", "void", "replaced", "expired" };
  const char *word = yc_json_get_string (json, "state", "");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      return (YcRegisteredState) (i + 1);
  return 0;
}

YcRegisteredCertificate *
yc_registered_certificate_new_from_json (JsonObject  *json,
                                         GError     **error)
{
  YcRegisteredCertificate *self;

  if (read_state (json) == 0 || yc_json_get_string (json, "serial", NULL) == NULL)
    {
      g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                           "A registered certificate without number or state");
      return NULL;
    }
  self = g_object_new (YC_TYPE_REGISTERED_CERTIFICATE, NULL);
  self->json = json_object_ref (json);
  self->state = read_state (json);
  self->issued_at =
    g_date_time_new_from_iso8601 (yc_json_get_string (json, "issued_at", ""), NULL);
  return self;
}

YcRegisteredCertificate *
yc_registered_certificate_new_from_copy (const char        *serial,
                                         YcRegisteredState  state,
                                         const char        *replaced_by,
                                         GDateTime         *known_at)
{
  YcRegisteredCertificate *self = g_object_new (YC_TYPE_REGISTERED_CERTIFICATE, NULL);

  self->json = json_object_new ();
  json_object_set_string_member (self->json, "serial", serial);
  json_object_set_member (self->json, "replaced_by", yc_json_string_node (replaced_by));
  self->state = state;
  self->known_at = g_date_time_ref (known_at);
  return self;
}

GDateTime *
yc_registered_certificate_get_known_at (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return self->known_at;
}

YcRegisteredState
yc_registered_certificate_get_state (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), YC_REGISTERED_VALID);

  return self->state;
}

const char *
yc_registered_certificate_get_serial (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return yc_json_get_string (self->json, "serial", "");
}

const char *
yc_registered_certificate_get_title (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

const char *
yc_registered_certificate_get_place_name (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return yc_json_get_string (self->json, "place_name", "");
}

GDateTime *
yc_registered_certificate_get_issued_at (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return self->issued_at;
}

const char *
yc_registered_certificate_get_valid_until (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return yc_json_get_string (self->json, "valid_until", NULL);
}

const char *
yc_registered_certificate_get_replaced_by (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return yc_json_get_string (self->json, "replaced_by", NULL);
}

const char *
yc_registered_certificate_get_sha256 (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), NULL);

  return yc_json_get_string (self->json, "sha256", "");
}

gboolean
yc_registered_certificate_get_sample (YcRegisteredCertificate *self)
{
  g_return_val_if_fail (YC_IS_REGISTERED_CERTIFICATE (self), FALSE);

  return yc_json_get_boolean (self->json, "sample", FALSE);
}
