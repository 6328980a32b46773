/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Authorities, signers and revocation lists made on the spot, with any dates. */
#include "yc-test-pki.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

struct _YcTestAuthority
{
  EVP_PKEY *key;
  X509     *certificate;
  long      serial;
};

static void
set_year (ASN1_TIME *time, int year)
{
  g_autofree char *text = g_strdup_printf ("%04d0101000000Z", year);

  g_assert_true (ASN1_TIME_set_string_X509 (time, text));
}

static void
add_extension (X509 *certificate, X509 *issuer, int nid, const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  X509V3_set_ctx (&context, issuer, certificate, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  g_assert_nonnull (extension);
  X509_add_ext (certificate, extension, -1);
  X509_EXTENSION_free (extension);
}

static X509 *
create_certificate (EVP_PKEY *key, const char *name, long serial, int from_year, int until_year)
{
  X509 *certificate = X509_new ();

  X509_set_version (certificate, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (certificate), serial);
  set_year (X509_getm_notBefore (certificate), from_year);
  set_year (X509_getm_notAfter (certificate), until_year);
  X509_set_pubkey (certificate, key);
  g_assert_true (X509_NAME_add_entry_by_NID (X509_get_subject_name (certificate), NID_commonName,
                                             MBSTRING_UTF8, (const unsigned char *) name, -1, -1,
                                             0));

  return certificate;
}

YcTestAuthority *
yc_test_authority_new (const char *name)
{
  YcTestAuthority *self = g_new0 (YcTestAuthority, 1);

  self->key = EVP_EC_gen ("P-256");
  self->serial = 1;
  self->certificate = create_certificate (self->key, name, self->serial, 2020, 2050);
  X509_set_issuer_name (self->certificate, X509_get_subject_name (self->certificate));
  add_extension (self->certificate, self->certificate, NID_basic_constraints, "critical,CA:TRUE");
  add_extension (self->certificate, self->certificate, NID_key_usage,
                 "critical,keyCertSign,cRLSign");
  add_extension (self->certificate, self->certificate, NID_subject_key_identifier, "hash");
  g_assert_cmpint (X509_sign (self->certificate, self->key, EVP_sha256 ()), >, 0);

  return self;
}

void
yc_test_authority_free (YcTestAuthority *self)
{
  EVP_PKEY_free (self->key);
  X509_free (self->certificate);
  g_free (self);
}

static GBytes *
take_bio (BIO *bio)
{
  char *data;
  long size = BIO_get_mem_data (bio, &data);
  GBytes *bytes = g_bytes_new (data, (gsize) size);

  BIO_free (bio);

  return bytes;
}

/* With a subject, names of a server, or both. */
static X509 *
issue (YcTestAuthority *self, EVP_PKEY *key, const char *name, const char *server_names,
       int from_year, int until_year)
{
  X509 *certificate = create_certificate (key, name, ++self->serial, from_year, until_year);

  X509_set_issuer_name (certificate, X509_get_subject_name (self->certificate));
  add_extension (certificate, self->certificate, NID_basic_constraints, "critical,CA:FALSE");
  add_extension (certificate, self->certificate, NID_key_usage,
                 "critical,digitalSignature,nonRepudiation");
  add_extension (certificate, self->certificate, NID_subject_key_identifier, "hash");
  add_extension (certificate, self->certificate, NID_authority_key_identifier, "keyid");
  if (server_names != NULL)
    add_extension (certificate, self->certificate, NID_subject_alt_name, server_names);
  g_assert_cmpint (X509_sign (certificate, self->key, EVP_sha256 ()), >, 0);

  return certificate;
}

static GBytes *
write_key (EVP_PKEY *key)
{
  BIO *bio = BIO_new (BIO_s_mem ());

  PEM_write_bio_PrivateKey (bio, key, NULL, NULL, 0, NULL, NULL);

  return take_bio (bio);
}

static GBytes *
write_certificate (X509 *certificate)
{
  BIO *bio = BIO_new (BIO_s_mem ());

  PEM_write_bio_X509 (bio, certificate);

  return take_bio (bio);
}

YcSigner *
yc_test_authority_issue (YcTestAuthority *self, const char *name, int from_year, int until_year)
{
  EVP_PKEY *key = EVP_EC_gen ("P-256");
  X509 *certificate = issue (self, key, name, NULL, from_year, until_year);
  g_autoptr (GBytes) key_pem = write_key (key);
  g_autoptr (GBytes) certificate_pem = write_certificate (certificate);
  g_autoptr (GError) error = NULL;
  YcSigner *signer = yc_pem_signer_new (key_pem, certificate_pem, &error);

  g_assert_no_error (error);
  EVP_PKEY_free (key);
  X509_free (certificate);

  return signer;
}

static void
save (GBytes *bytes, const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

void
yc_test_authority_issue_server (YcTestAuthority *self, const char *names, int from_year,
                                int until_year, const char *key_file,
                                const char *certificate_file)
{
  EVP_PKEY *key = EVP_EC_gen ("P-256");
  X509 *certificate = issue (self, key, "yichuangd", names, from_year, until_year);
  g_autoptr (GBytes) key_pem = write_key (key);
  g_autoptr (GBytes) certificate_pem = write_certificate (certificate);

  save (key_pem, key_file);
  save (certificate_pem, certificate_file);
  EVP_PKEY_free (key);
  X509_free (certificate);
}

static void
write_crl (YcTestAuthority *self, BIO *bio, gboolean revoke_last)
{
  X509_CRL *crl = X509_CRL_new ();
  ASN1_TIME *time = ASN1_TIME_new ();

  X509_CRL_set_version (crl, X509_CRL_VERSION_2);
  X509_CRL_set_issuer_name (crl, X509_get_subject_name (self->certificate));
  set_year (time, 2020);
  X509_CRL_set1_lastUpdate (crl, time);
  if (revoke_last)
    {
      X509_REVOKED *revoked = X509_REVOKED_new ();
      ASN1_INTEGER *serial = ASN1_INTEGER_new ();

      ASN1_INTEGER_set (serial, self->serial);
      X509_REVOKED_set_serialNumber (revoked, serial);
      X509_REVOKED_set_revocationDate (revoked, time);
      X509_CRL_add0_revoked (crl, revoked);
      ASN1_INTEGER_free (serial);
    }
  set_year (time, 2050);
  X509_CRL_set1_nextUpdate (crl, time);
  g_assert_cmpint (X509_CRL_sign (crl, self->key, EVP_sha256 ()), >, 0);
  PEM_write_bio_X509_CRL (bio, crl);

  ASN1_TIME_free (time);
  X509_CRL_free (crl);
}

GBytes *
yc_test_authority_dup_pem (YcTestAuthority *self, gboolean with_crl, gboolean revoke_last)
{
  BIO *bio = BIO_new (BIO_s_mem ());

  PEM_write_bio_X509 (bio, self->certificate);
  if (with_crl)
    write_crl (self, bio, revoke_last);

  return take_bio (bio);
}

YcTrust *
yc_test_authority_create_trust (YcTestAuthority *self)
{
  g_autoptr (GBytes) pem = yc_test_authority_dup_pem (self, FALSE, FALSE);
  g_autoptr (GError) error = NULL;
  YcTrust *trust = yc_trust_new (pem, &error);

  g_assert_no_error (error);

  return trust;
}
