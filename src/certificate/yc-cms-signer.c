/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer that writes CMS signatures: the base of those that differ only in where the key is. */
#include "yc-cms-signer.h"
#include "yc-cms-signer-private.h"

#include <glib/gi18n-lib.h>

/* Room for the signed attributes, the algorithms and the wrapping, beside certificates and
 * signature value: some 500 bytes in practice. */
#define ENVELOPE_SIZE 2048

typedef struct
{
  EVP_PKEY    *key;
  X509        *certificate;
  YcX509Stack *issuers;
  char        *name;
  gsize        size;
} YcCmsSignerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YcCmsSigner, yc_cms_signer, YC_TYPE_SIGNER)

static YcCmsSignerPrivate *
get_private (gpointer self)
{
  return yc_cms_signer_get_instance_private (YC_CMS_SIGNER (self));
}

static gboolean
is_in_period (YcCmsSignerPrivate *self, time_t at)
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

static gsize
measure (YcCmsSignerPrivate *self)
{
  gsize size = ENVELOPE_SIZE + (gsize) EVP_PKEY_get_size (X509_get0_pubkey (self->certificate));

  size += measure_certificate (self->certificate);
  for (int i = 0; i < sk_X509_num (self->issuers); i++)
    size += measure_certificate (sk_X509_value (self->issuers, i));

  return size;
}

static gboolean
add_signer (YcCmsSignerPrivate *self, CMS_ContentInfo *cms, time_t at)
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
yc_cms_signer_get_name (YcSigner *signer)
{
  return get_private (signer)->name;
}

static const char *
yc_cms_signer_get_sub_filter (YcSigner *signer)
{
  return "ETSI.CAdES.detached";
}

static gsize
yc_cms_signer_get_size (YcSigner *signer)
{
  return get_private (signer)->size;
}

static gboolean
yc_cms_signer_is_sample (YcSigner *signer)
{
  return yc_openssl_is_sample (get_private (signer)->certificate);
}

static GBytes *
yc_cms_signer_sign (YcSigner   *signer,
                    GBytes     *content,
                    GDateTime  *signed_at,
                    GError    **error)
{
  YcCmsSignerPrivate *self = get_private (signer);
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
yc_cms_signer_finalize (GObject *object)
{
  YcCmsSignerPrivate *self = get_private (object);

  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->certificate, X509_free);
  g_clear_pointer (&self->issuers, yc_x509_stack_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (yc_cms_signer_parent_class)->finalize (object);
}

static void
yc_cms_signer_class_init (YcCmsSignerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YcSignerClass *signer_class = YC_SIGNER_CLASS (klass);

  object_class->finalize = yc_cms_signer_finalize;

  signer_class->get_name = yc_cms_signer_get_name;
  signer_class->get_sub_filter = yc_cms_signer_get_sub_filter;
  signer_class->get_size = yc_cms_signer_get_size;
  signer_class->sign = yc_cms_signer_sign;
  signer_class->is_sample = yc_cms_signer_is_sample;
}

static void
yc_cms_signer_init (YcCmsSigner *self)
{
}

/* The signer's certificate and those of its issuers, PEM, in this order. Before the key. */
gboolean
yc_cms_signer_set_certificates (YcCmsSigner *self, GBytes *pem, GError **error)
{
  YcCmsSignerPrivate *priv = get_private (self);

  g_assert (priv->certificate == NULL);

  priv->issuers = yc_openssl_read_certificates (pem);
  priv->certificate = sk_X509_shift (priv->issuers);
  if (priv->certificate == NULL)
    return yc_openssl_fail (error, YC_CERTIFICATE_ERROR_KEY,
                            _("The signing certificate cannot be read"));
  priv->name = yc_openssl_dup_name (priv->certificate);
  priv->size = measure (priv);

  return TRUE;
}

/* Takes @key, which must be the certificate's, instead of the one it has, if any. */
gboolean
yc_cms_signer_take_key (YcCmsSigner *self, EVP_PKEY *key, GError **error)
{
  YcCmsSignerPrivate *priv = get_private (self);
  g_autoptr (EVP_PKEY) owned = key;

  if (!X509_check_private_key (priv->certificate, key))
    return yc_openssl_fail (error, YC_CERTIFICATE_ERROR_KEY,
                            _("The signing certificate belongs to another key"));
  EVP_PKEY_free (priv->key);
  priv->key = g_steal_pointer (&owned);

  return TRUE;
}

/* Until another is given it cannot sign. */
void
yc_cms_signer_drop_key (YcCmsSigner *self)
{
  g_clear_pointer (&get_private (self)->key, EVP_PKEY_free);
}
