/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs the marks in the QR codes of certificates. */
#include "yc-mark-signer.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/pem.h>

#include "yc-certificate-error.h"
#include "yc-day.h"
#include "yc-verify-mark-private.h"

struct _YcMarkSigner
{
  GObject   parent_instance;

  EVP_PKEY *key;
  guint8    key_id[YC_VERIFY_MARK_KEY_ID_BYTES];
};

G_DEFINE_FINAL_TYPE (YcMarkSigner, yc_mark_signer, G_TYPE_OBJECT)

static void
yc_mark_signer_finalize (GObject *object)
{
  YcMarkSigner *self = YC_MARK_SIGNER (object);

  g_clear_pointer (&self->key, EVP_PKEY_free);

  G_OBJECT_CLASS (yc_mark_signer_parent_class)->finalize (object);
}

static void
yc_mark_signer_class_init (YcMarkSignerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_mark_signer_finalize;
}

static void
yc_mark_signer_init (YcMarkSigner *self)
{
}

/* Takes @key. */
static YcMarkSigner *
create (EVP_PKEY *key, GError **error)
{
  YcMarkSigner *self;

  if (key == NULL || EVP_PKEY_get_base_id (key) != EVP_PKEY_ED25519)
    {
      EVP_PKEY_free (key);
      yc_openssl_fail (error, YC_CERTIFICATE_ERROR_KEY,
                       _("The key for the QR codes cannot be read"));
      return NULL;
    }
  self = g_object_new (YC_TYPE_MARK_SIGNER, NULL);
  self->key = key;
  yc_verify_mark_find_key_id (key, self->key_id);

  return self;
}

YcMarkSigner *
yc_mark_signer_new (const guint8  *seed,
                    GError       **error)
{
  g_return_val_if_fail (seed != NULL, NULL);

  return create (EVP_PKEY_new_raw_private_key (EVP_PKEY_ED25519, NULL, seed,
                                               YC_MARK_SIGNER_SEED_BYTES),
                 error);
}

YcMarkSigner *
yc_mark_signer_new_sample (GError **error)
{
  g_autoptr (GBytes) pem = yc_openssl_get_sample ("SAMPLE-mark.key.pem");
  g_autoptr (BIO) bio = yc_openssl_new_bio (pem);

  return create (PEM_read_bio_PrivateKey (bio, NULL, NULL, NULL), error);
}

char *
yc_mark_signer_dup_public_key (YcMarkSigner *self)
{
  g_autoptr (BIO) bio = BIO_new (BIO_s_mem ());
  char *data;
  long size;

  g_return_val_if_fail (YC_IS_MARK_SIGNER (self), NULL);

  PEM_write_bio_PUBKEY (bio, self->key);
  size = BIO_get_mem_data (bio, &data);

  return g_strndup (data, (gsize) size);
}

static gboolean
sign (YcMarkSigner *self, YcVerifyMark *mark)
{
  g_autoptr (GBytes) message = yc_verify_mark_get_message (mark);
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gsize size = sizeof mark->signature;
  gboolean done = EVP_DigestSignInit (context, NULL, NULL, NULL, self->key) == 1 &&
                  EVP_DigestSign (context, mark->signature, &size,
                                  g_bytes_get_data (message, NULL),
                                  g_bytes_get_size (message)) == 1;

  EVP_MD_CTX_free (context);
  yc_openssl_clear ();

  return done;
}

/* The day in China, as the sheet shows it. */
static void
set_day (GDate *day, GDateTime *time)
{
  g_autoptr (GDateTime) local = time != NULL ? yc_day_in_china (time, 0) : NULL;
  int year, month, of_month;

  g_date_clear (day, 1);
  if (local == NULL)
    return;
  g_date_time_get_ymd (local, &year, &month, &of_month);
  g_date_set_dmy (day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
}

char *
yc_mark_signer_make (YcMarkSigner *self,
                     const char   *verify_url,
                     const char   *serial,
                     GDateTime    *issued_at,
                     GDateTime    *valid_until,
                     JsonObject   *essentials)
{
  YcVerifyMark mark = { .serial = (char *) serial };
  g_autofree char *text = NULL;

  g_return_val_if_fail (YC_IS_MARK_SIGNER (self), NULL);
  g_return_val_if_fail (verify_url != NULL && serial != NULL, NULL);
  g_return_val_if_fail (issued_at != NULL && essentials != NULL, NULL);

  memcpy (mark.key_id, self->key_id, sizeof mark.key_id);
  set_day (&mark.issued, issued_at);
  set_day (&mark.until, valid_until);
  yc_verify_mark_hash (serial, essentials, mark.hash);
  if (!sign (self, &mark))
    return g_strdup (verify_url);
  text = yc_verify_mark_write (&mark);

  return g_strconcat (verify_url, "#", text, NULL);
}
