/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small helpers around OpenSSL for the files of this room. */
#include "yc-openssl-private.h"
#include "yc-sample-keys-resources.h"

#include <string.h>

#include <openssl/err.h>
#include <openssl/pem.h>

#define SAMPLE_PATH "/io/github/yichuang/demo/keys/"

/* A view on @bytes, which must outlive it. */
BIO *
yc_openssl_new_bio (GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  g_assert (size <= G_MAXINT);

  return BIO_new_mem_buf (size > 0 ? data : "", (int) size);
}

/* All certificates of a PEM text in their order; empty, never %NULL, when there are none. */
YcX509Stack *
yc_openssl_read_certificates (GBytes *pem)
{
  g_autoptr (BIO) bio = yc_openssl_new_bio (pem);
  YcX509Stack *stack = sk_X509_new_null ();

  for (X509 *next = PEM_read_bio_X509 (bio, NULL, NULL, NULL); next != NULL;
       next = PEM_read_bio_X509 (bio, NULL, NULL, NULL))
    sk_X509_push (stack, next);
  ERR_clear_error ();

  return stack;
}

GBytes *
yc_openssl_read_file (const char *path, GError **error)
{
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  return g_bytes_new_take (contents, length);
}

static void
blank_controls (char *text)
{
  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
}

/* The subject's common name, or failing that its organisation, ready to be shown. */
char *
yc_openssl_dup_name (X509 *certificate)
{
  const X509_NAME *subject = X509_get_subject_name (certificate);
  unsigned char *utf8 = NULL;
  g_autofree char *name = NULL;
  int at = X509_NAME_get_index_by_NID (subject, NID_commonName, -1);
  int length;

  if (at < 0)
    at = X509_NAME_get_index_by_NID (subject, NID_organizationName, -1);
  if (at < 0)
    return g_strdup ("");

  length = ASN1_STRING_to_UTF8 (&utf8,
                                X509_NAME_ENTRY_get_data (X509_NAME_get_entry (subject, at)));
  name = length < 0 ? g_strdup ("") : g_strndup ((const char *) utf8, (gsize) length);
  OPENSSL_free (utf8);
  blank_controls (name);

  return g_utf8_make_valid (name, -1);
}

GDateTime *
yc_openssl_dup_time (const ASN1_TIME *time)
{
  struct tm tm;

  if (time == NULL || !ASN1_TIME_to_tm (time, &tm))
    return NULL;

  return g_date_time_new_utc (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
                              tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* Sets @error from @message and OpenSSL's own reason, and empties OpenSSL's queue. */
gboolean
yc_openssl_fail (GError             **error,
                 YcCertificateError   code,
                 const char          *message)
{
  const char *reason = ERR_reason_error_string (ERR_peek_last_error ());

  if (reason != NULL)
    g_set_error (error, YC_CERTIFICATE_ERROR, code, "%s (%s)", message, reason);
  else
    g_set_error_literal (error, YC_CERTIFICATE_ERROR, code, message);
  ERR_clear_error ();

  return FALSE;
}

/* A file of the sample keys; the resource is looked up by itself, so that nothing is registered. */
GBytes *
yc_openssl_get_sample (const char *name)
{
  g_autofree char *path = g_strconcat (SAMPLE_PATH, name, NULL);
  GBytes *bytes = g_resource_lookup_data (yc_sample_keys_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);

  return bytes;
}

/* How many bytes at the beginning of @der OpenSSL would write for @cms, which it read from there; 0 when
 * it would write others: reading, it forgives. */
gsize
yc_openssl_find_canonical_size (CMS_ContentInfo *cms, const guint8 *der, gsize size)
{
  unsigned char *again = NULL;
  int again_size = i2d_CMS_ContentInfo (cms, &again);
  gboolean same =
      again_size > 0 && (gsize) again_size <= size && memcmp (der, again, (gsize) again_size) == 0;

  OPENSSL_free (again);

  return same ? (gsize) again_size : 0;
}

/* Drops what OpenSSL noted of a failure that was foreseen. */
void
yc_openssl_clear (void)
{
  ERR_clear_error ();
}

static gpointer
load_sample (gpointer unused)
{
  g_autoptr (GBytes) pem = yc_openssl_get_sample ("SAMPLE-village.crt.pem");
  g_autoptr (BIO) bio = yc_openssl_new_bio (pem);

  return PEM_read_bio_X509 (bio, NULL, NULL, NULL);
}

/* Whether it is the certificate of the sample key, byte for byte: a name is not trusted to say so. */
gboolean
yc_openssl_is_sample (X509 *certificate)
{
  static GOnce once = G_ONCE_INIT;
  X509 *sample = g_once (&once, load_sample, NULL);

  return sample != NULL && X509_cmp (certificate, sample) == 0;
}
