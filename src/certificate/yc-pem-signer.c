/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer whose private key and certificate are PEM text. */
#include "yc-pem-signer.h"
#include "yc-openssl-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/pem.h>

/* Room for the signed attributes, the algorithms and the wrapping, beside certificates and
 * signature value: some 500 bytes in practice. */
#define ENVELOPE_SIZE 2048

struct _YcPemSigner
{
  YcSigner     parent_instance;

  EVP_PKEY    *key;
  X509        *certificate;
  YcX509Stack *issuers;
  char        *name;
};

G_DEFINE_FINAL_TYPE (YcPemSigner, yc_pem_signer, YC_TYPE_SIGNER)

/* An encrypted key must fail, not ask on the terminal. */
static int
refuse_password_cb (char *buffer, int size, int writing, void *user_data)
{
  return -1;
}

static gboolean
is_in_period (YcPemSigner *self, time_t at)
{
  return X509_cmp_time (X509_get0_notBefore (self->certificate), &at) <= 0 &&
         X509_cmp_time (X509_get0_notAfter (self->certificate), &at) > 0;
}

static gsize
measure_certificate (X509 *certificate)
{
  int size = i2d_X509 (certificate, NULL);

  return size > 0 ? (gsize) size : 0;
}

static gboolean
add_signer (YcPemSigner *self, CMS_ContentInfo *cms, time_t at)
{
  const unsigned int flags = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL | CMS_CADES | CMS_NOSMIMECAP;
  g_autoptr (ASN1_TIME) when = ASN1_TIME_set (NULL, at);
  CMS_SignerInfo *info = CMS_add1_signer (cms, self->certificate, self->key, EVP_sha256 (), flags);

  return info != NULL && when != NULL &&
         CMS_signed_add1_attr_by_NID (info, NID_pkcs9_signingTime, ASN1_STRING_type (when),
                                      when, -1) == 1;
}

static GBytes *
write_cms (CMS_ContentInfo *cms)
{
  unsigned char *der = NULL;
  int size = i2d_CMS_ContentInfo (cms, &der);
  GBytes *bytes = size > 0 ? g_bytes_new (der, (gsize) size) : NULL;

  OPENSSL_free (der);

  return bytes;
}

static const char *
yc_pem_signer_get_name (YcSigner *signer)
{
  return YC_PEM_SIGNER (signer)->name;
}

static const char *
yc_pem_signer_get_sub_filter (YcSigner *signer)
{
  return "ETSI.CAdES.detached";
}

static gsize
yc_pem_signer_get_size (YcSigner *signer)
{
  YcPemSigner *self = YC_PEM_SIGNER (signer);
  gsize size = ENVELOPE_SIZE + (gsize) EVP_PKEY_get_size (self->key);

  size += measure_certificate (self->certificate);
  for (int i = 0; i < sk_X509_num (self->issuers); i++)
    size += measure_certificate (sk_X509_value (self->issuers, i));

  return size;
}

static GBytes *
yc_pem_signer_sign (YcSigner   *signer,
                    GBytes     *content,
                    GDateTime  *signed_at,
                    GError    **error)
{
  YcPemSigner *self = YC_PEM_SIGNER (signer);
  const unsigned int flags = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL;
  time_t at = (time_t) g_date_time_to_unix (signed_at);
  g_autoptr (BIO) bio = yc_openssl_new_bio (content);
  g_autoptr (CMS_ContentInfo) cms = NULL;
  GBytes *der;

  if (!is_in_period (self, at))
    {
      g_set_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_EXPIRED,
                   _("The signing certificate of “%s” is not valid at the time of signing"),
                   self->name);
      return NULL;
    }

  cms = CMS_sign (NULL, NULL, self->issuers, NULL, flags);
  if (cms == NULL || !add_signer (self, cms, at) || !CMS_final (cms, bio, NULL, flags) ||
      (der = write_cms (cms)) == NULL)
    {
      yc_openssl_fail (error, YC_CERTIFICATE_ERROR_FAILED,
                       _("The certificate could not be signed"));
      return NULL;
    }

  return der;
}

static void
yc_pem_signer_finalize (GObject *object)
{
  YcPemSigner *self = YC_PEM_SIGNER (object);

  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->certificate, X509_free);
  g_clear_pointer (&self->issuers, yc_x509_stack_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (yc_pem_signer_parent_class)->finalize (object);
}

static void
yc_pem_signer_class_init (YcPemSignerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YcSignerClass *signer_class = YC_SIGNER_CLASS (klass);

  object_class->finalize = yc_pem_signer_finalize;

  signer_class->get_name = yc_pem_signer_get_name;
  signer_class->get_sub_filter = yc_pem_signer_get_sub_filter;
  signer_class->get_size = yc_pem_signer_get_size;
  signer_class->sign = yc_pem_signer_sign;
}

static void
yc_pem_signer_init (YcPemSigner *self)
{
}

YcSigner *
yc_pem_signer_new (GBytes   *key_pem,
                   GBytes   *certificate_pem,
                   GError  **error)
{
  g_autoptr (YcPemSigner) self = NULL;
  g_autoptr (BIO) bio = NULL;

  g_return_val_if_fail (key_pem != NULL, NULL);
  g_return_val_if_fail (certificate_pem != NULL, NULL);

  self = g_object_new (YC_TYPE_PEM_SIGNER, NULL);
  bio = yc_openssl_new_bio (key_pem);
  self->key = PEM_read_bio_PrivateKey (bio, NULL, refuse_password_cb, NULL);
  if (self->key == NULL)
    {
      yc_openssl_fail (error, YC_CERTIFICATE_ERROR_KEY, _("The signing key cannot be read"));
      return NULL;
    }

  self->issuers = yc_openssl_read_certificates (certificate_pem);
  self->certificate = sk_X509_shift (self->issuers);
  if (self->certificate == NULL || !X509_check_private_key (self->certificate, self->key))
    {
      yc_openssl_fail (error, YC_CERTIFICATE_ERROR_KEY,
                       _("The signing certificate cannot be read or belongs to another key"));
      return NULL;
    }
  self->name = yc_openssl_dup_name (self->certificate);

  return YC_SIGNER (g_steal_pointer (&self));
}

static GBytes *
read_file (const char *path, GError **error)
{
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  return g_bytes_new_take (contents, length);
}

YcSigner *
yc_pem_signer_new_from_files (const char  *key_path,
                              const char  *certificate_path,
                              GError     **error)
{
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) certificate = NULL;

  g_return_val_if_fail (key_path != NULL, NULL);
  g_return_val_if_fail (certificate_path != NULL, NULL);

  key = read_file (key_path, error);
  if (key == NULL)
    return NULL;
  certificate = read_file (certificate_path, error);
  if (certificate == NULL)
    return NULL;

  return yc_pem_signer_new (key, certificate, error);
}

YcSigner *
yc_pem_signer_new_sample (GError **error)
{
  g_autoptr (GBytes) key = yc_openssl_get_sample ("SAMPLE-village.key.pem");
  g_autoptr (GBytes) certificate = yc_openssl_get_sample ("SAMPLE-village.crt.pem");

  return yc_pem_signer_new (key, certificate, error);
}
