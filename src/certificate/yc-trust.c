/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a verifier believes: root certificates, revocation lists and keys of QR codes. */
#include "yc-trust.h"
#include "yc-trust-private.h"
#include "yc-verify-mark-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

/* 112 bits: RSA from 2048 bits, SHA-256. */
#define SECURITY_LEVEL 2

struct _YcTrust
{
  GObject      parent_instance;

  YcX509Stack *roots;
  GPtrArray   *crls;
  GPtrArray   *mark_keys;
  YcTrust     *time_authorities;
};

G_DEFINE_FINAL_TYPE (YcTrust, yc_trust, G_TYPE_OBJECT)

static void
read_crls (YcTrust *self, GBytes *pem)
{
  g_autoptr (BIO) bio = yc_openssl_new_bio (pem);

  for (X509_CRL *next = PEM_read_bio_X509_CRL (bio, NULL, NULL, NULL); next != NULL;
       next = PEM_read_bio_X509_CRL (bio, NULL, NULL, NULL))
    g_ptr_array_add (self->crls, next);
  ERR_clear_error ();
}

static void
read_mark_keys (YcTrust *self, GBytes *pem)
{
  g_autoptr (BIO) bio = yc_openssl_new_bio (pem);

  for (EVP_PKEY *next = PEM_read_bio_PUBKEY (bio, NULL, NULL, NULL); next != NULL;
       next = PEM_read_bio_PUBKEY (bio, NULL, NULL, NULL))
    {
      g_autoptr (EVP_PKEY) key = next;

      if (EVP_PKEY_get_base_id (key) == EVP_PKEY_ED25519)
        g_ptr_array_add (self->mark_keys, g_steal_pointer (&key));
    }
  ERR_clear_error ();
}

static void
yc_trust_finalize (GObject *object)
{
  YcTrust *self = YC_TRUST (object);

  g_clear_pointer (&self->roots, yc_x509_stack_free);
  g_clear_pointer (&self->crls, g_ptr_array_unref);
  g_clear_pointer (&self->mark_keys, g_ptr_array_unref);
  g_clear_object (&self->time_authorities);

  G_OBJECT_CLASS (yc_trust_parent_class)->finalize (object);
}

static void
yc_trust_class_init (YcTrustClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_trust_finalize;
}

static void
yc_trust_init (YcTrust *self)
{
  self->crls = g_ptr_array_new_with_free_func ((GDestroyNotify) X509_CRL_free);
  self->mark_keys = g_ptr_array_new_with_free_func ((GDestroyNotify) EVP_PKEY_free);
}

YcTrust *
yc_trust_new (GBytes  *pem,
              GError **error)
{
  g_autoptr (YcTrust) self = NULL;

  g_return_val_if_fail (pem != NULL, NULL);

  self = g_object_new (YC_TYPE_TRUST, NULL);
  self->roots = yc_openssl_read_certificates (pem);
  read_crls (self, pem);
  read_mark_keys (self, pem);
  if (sk_X509_num (self->roots) == 0 && self->mark_keys->len == 0)
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TRUST,
                           _("There is no certificate to trust in it"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

YcTrust *
yc_trust_new_from_file (const char  *path,
                        GError     **error)
{
  g_autoptr (GBytes) pem = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  pem = yc_openssl_read_file (path, error);

  return pem != NULL ? yc_trust_new (pem, error) : NULL;
}

gboolean
yc_trust_add_mark_keys (YcTrust  *self,
                        GBytes   *pem,
                        GError  **error)
{
  guint n_before;

  g_return_val_if_fail (YC_IS_TRUST (self), FALSE);
  g_return_val_if_fail (pem != NULL, FALSE);

  n_before = self->mark_keys->len;
  read_mark_keys (self, pem);
  if (self->mark_keys->len > n_before)
    return TRUE;

  g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TRUST,
                       _("There is no key of QR codes in it"));
  return FALSE;
}

YcTrust *
yc_trust_new_sample (GError **error)
{
  static const char *const names[] = { "SAMPLE-authority.crt.pem", "SAMPLE-mark.pub.pem" };
  GByteArray *pem = g_byte_array_new ();
  g_autoptr (GBytes) whole = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) part = yc_openssl_get_sample (names[i]);

      g_byte_array_append (pem, g_bytes_get_data (part, NULL), (guint) g_bytes_get_size (part));
    }
  whole = g_byte_array_free_to_bytes (pem);

  return yc_trust_new (whole, error);
}

gboolean
yc_trust_add_crls (YcTrust  *self,
                   GBytes   *pem,
                   GError  **error)
{
  guint before;

  g_return_val_if_fail (YC_IS_TRUST (self), FALSE);
  g_return_val_if_fail (pem != NULL, FALSE);

  before = self->crls->len;
  read_crls (self, pem);
  if (self->crls->len > before)
    return TRUE;

  g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TRUST,
                       _("There is no revocation list in it"));

  return FALSE;
}

gboolean
yc_trust_add_crls_from_file (YcTrust     *self,
                             const char  *path,
                             GError     **error)
{
  g_autoptr (GBytes) pem = NULL;

  g_return_val_if_fail (YC_IS_TRUST (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  pem = yc_openssl_read_file (path, error);

  return pem != NULL && yc_trust_add_crls (self, pem, error);
}

gboolean
yc_trust_add_time_authorities_from_file (YcTrust     *self,
                                         const char  *path,
                                         GError     **error)
{
  g_autoptr (YcTrust) authorities = NULL;

  g_return_val_if_fail (YC_IS_TRUST (self), FALSE);

  authorities = yc_trust_new_from_file (path, error);
  yc_trust_set_time_authorities (self, authorities);

  return authorities != NULL;
}

void
yc_trust_set_time_authorities (YcTrust *self,
                               YcTrust *authorities)
{
  g_return_if_fail (YC_IS_TRUST (self));
  g_return_if_fail (authorities == NULL || (YC_IS_TRUST (authorities) && authorities != self));

  g_set_object (&self->time_authorities, authorities);
}

/* (nullable) (transfer none) */
YcTrust *
yc_trust_get_time_authorities (YcTrust *self)
{
  return self->time_authorities;
}

gboolean
yc_trust_has_crls (YcTrust *self)
{
  return self->crls->len > 0;
}

/* The key of the marks with this name, NULL if none is trusted; owned by the trust. */
EVP_PKEY *
yc_trust_find_mark_key (YcTrust *self, const guint8 *key_id)
{
  for (guint i = 0; i < self->mark_keys->len; i++)
    {
      guint8 own[YC_VERIFY_MARK_KEY_ID_BYTES];

      yc_verify_mark_find_key_id (g_ptr_array_index (self->mark_keys, i), own);
      if (memcmp (own, key_id, sizeof own) == 0)
        return g_ptr_array_index (self->mark_keys, i);
    }

  return NULL;
}

/* A store of its own for one verification: flags and time belong to the store. */
X509_STORE *
yc_trust_new_store (YcTrust       *self,
                    time_t         at,
                    unsigned long  flags)
{
  X509_STORE *store = X509_STORE_new ();
  X509_VERIFY_PARAM *param = X509_STORE_get0_param (store);

  for (int i = 0; self != NULL && i < sk_X509_num (self->roots); i++)
    X509_STORE_add_cert (store, sk_X509_value (self->roots, i));
  for (guint i = 0; self != NULL && i < self->crls->len; i++)
    X509_STORE_add_crl (store, g_ptr_array_index (self->crls, i));
  if (self != NULL && yc_trust_has_crls (self))
    flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;

  /* A set time would be checked in spite of the flag. */
  if ((flags & X509_V_FLAG_NO_CHECK_TIME) == 0)
    X509_VERIFY_PARAM_set_time (param, at);
  X509_VERIFY_PARAM_set_flags (param, flags);
  X509_VERIFY_PARAM_set_purpose (param, X509_PURPOSE_SMIME_SIGN);
  X509_VERIFY_PARAM_set_auth_level (param, SECURITY_LEVEL);

  return store;
}

/* The same for those who stamp the time: a certificate must be for that and nothing else. */
X509_STORE *
yc_trust_new_store_for_times (YcTrust *self, time_t at)
{
  X509_STORE *store = yc_trust_new_store (self, at, 0);

  X509_VERIFY_PARAM_set_purpose (X509_STORE_get0_param (store), X509_PURPOSE_TIMESTAMP_SIGN);

  return store;
}
