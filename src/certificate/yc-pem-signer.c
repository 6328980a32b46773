/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer whose private key and certificate are PEM text. */
#include "yc-pem-signer.h"
#include "yc-cms-signer-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/pem.h>

#include "yc-secret-file.h"

struct _YcPemSigner
{
  YcCmsSigner parent_instance;
};

G_DEFINE_FINAL_TYPE (YcPemSigner, yc_pem_signer, YC_TYPE_CMS_SIGNER)

static void
yc_pem_signer_class_init (YcPemSignerClass *klass)
{
}

static void
yc_pem_signer_init (YcPemSigner *self)
{
}

/* Without a passphrase an encrypted key must fail, not ask on the terminal. */
static int
passphrase_cb (char *buffer, int size, int writing, void *user_data)
{
  const char *passphrase = user_data;
  size_t length = passphrase != NULL ? strlen (passphrase) : 0;

  if (length == 0 || length > (size_t) size)
    return -1;
  memcpy (buffer, passphrase, length);

  return (int) length;
}

static YcSigner *
create (GBytes *key_pem, const char *passphrase, GBytes *certificate_pem, GError **error)
{
  g_autoptr (YcPemSigner) self = g_object_new (YC_TYPE_PEM_SIGNER, NULL);
  g_autoptr (BIO) bio = yc_openssl_new_bio (key_pem);
  EVP_PKEY *key = PEM_read_bio_PrivateKey (bio, NULL, passphrase_cb, (void *) passphrase);

  if (key == NULL)
    {
      yc_openssl_fail (error, YC_CERTIFICATE_ERROR_KEY,
                       passphrase != NULL
                           ? _("The signing key cannot be read: it is damaged, or its passphrase "
                               "is another one")
                           : _("The signing key cannot be read"));
      return NULL;
    }
  if (!yc_cms_signer_set_certificates (YC_CMS_SIGNER (self), certificate_pem, error))
    {
      EVP_PKEY_free (key);
      return NULL;
    }
  if (!yc_cms_signer_take_key (YC_CMS_SIGNER (self), key, error))
    return NULL;

  return YC_SIGNER (g_steal_pointer (&self));
}

YcSigner *
yc_pem_signer_new (GBytes   *key_pem,
                   GBytes   *certificate_pem,
                   GError  **error)
{
  g_return_val_if_fail (key_pem != NULL, NULL);
  g_return_val_if_fail (certificate_pem != NULL, NULL);

  return create (key_pem, NULL, certificate_pem, error);
}

YcSigner *
yc_pem_signer_new_from_files (const char  *key_path,
                              const char  *passphrase_path,
                              const char  *certificate_path,
                              GError     **error)
{
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) certificate = NULL;
  char *passphrase = NULL;
  YcSigner *signer;

  g_return_val_if_fail (key_path != NULL, NULL);
  g_return_val_if_fail (certificate_path != NULL, NULL);

  key = yc_openssl_read_file (key_path, error);
  certificate = key != NULL ? yc_openssl_read_file (certificate_path, error) : NULL;
  if (certificate == NULL)
    return NULL;
  if (passphrase_path != NULL && (passphrase = yc_secret_file_read (passphrase_path, error)) == NULL)
    return NULL;

  signer = create (key, passphrase, certificate, error);
  yc_secret_free (passphrase);

  return signer;
}

YcSigner *
yc_pem_signer_new_sample (GError **error)
{
  g_autoptr (GBytes) key = yc_openssl_get_sample ("SAMPLE-village.key.pem");
  g_autoptr (GBytes) certificate = yc_openssl_get_sample ("SAMPLE-village.crt.pem");

  return yc_pem_signer_new (key, certificate, error);
}
