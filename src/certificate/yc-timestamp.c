/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time-stamps (RFC 3161): what is asked, what is answered, and whether a token holds.
 *
 * A token is a CMS signature of its own. It is held to the same strictness as ours: one signer, the
 * one encoding, and no certificate that is not needed to reach the authority. */
#include "yc-timestamp-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/rand.h>

#include "yc-cms-shape-private.h"
#include "yc-trust-private.h"

#define NONCE_BYTES 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ASN1_INTEGER, ASN1_INTEGER_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIGNUM, BN_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_MSG_IMPRINT, TS_MSG_IMPRINT_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_RESP, TS_RESP_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_TST_INFO, TS_TST_INFO_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_ALGOR, X509_ALGOR_free)

/* A token that was read. */
typedef struct
{
  CMS_ContentInfo *cms;
  TS_TST_INFO     *info;
  YcX509Stack     *certificates;
} Token;

static void
token_clear (Token *self)
{
  g_clear_pointer (&self->cms, CMS_ContentInfo_free);
  g_clear_pointer (&self->info, TS_TST_INFO_free);
  g_clear_pointer (&self->certificates, yc_x509_stack_free);
  ERR_clear_error ();
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Token, token_clear)

/* SHA-256 of the value of a signature. */
static void
find_digest (const ASN1_OCTET_STRING *value, guint8 *digest)
{
  EVP_Digest (ASN1_STRING_get0_data (value), (size_t) ASN1_STRING_length (value), digest, NULL,
              EVP_sha256 (), NULL);
}

static gboolean
set_imprint (TS_REQ *request, const ASN1_OCTET_STRING *value)
{
  g_autoptr (TS_MSG_IMPRINT) imprint = TS_MSG_IMPRINT_new ();
  g_autoptr (X509_ALGOR) algorithm = X509_ALGOR_new ();
  guint8 digest[32];

  find_digest (value, digest);

  return X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_sha256), V_ASN1_NULL, NULL) == 1 &&
         TS_MSG_IMPRINT_set_algo (imprint, algorithm) == 1 &&
         TS_MSG_IMPRINT_set_msg (imprint, digest, sizeof digest) == 1 &&
         TS_REQ_set_msg_imprint (request, imprint) == 1;
}

/* So that an old answer cannot be given again. */
static gboolean
set_nonce (TS_REQ *request)
{
  guint8 random[NONCE_BYTES];
  g_autoptr (BIGNUM) number = NULL;
  g_autoptr (ASN1_INTEGER) nonce = NULL;

  if (RAND_bytes (random, sizeof random) != 1)
    return FALSE;
  /* All answer a nonce of eight bytes, and it has them whatever was drawn. */
  random[0] = (random[0] & 0x3f) | 0x40;
  number = BN_bin2bn (random, sizeof random, NULL);
  nonce = BN_to_ASN1_INTEGER (number, NULL);

  return nonce != NULL && TS_REQ_set_nonce (request, nonce) == 1;
}

/* What to ask for a time-stamp over @value, the value of a signature. @request becomes what the answer
 * is to be held to. */
GBytes *
yc_timestamp_write_request (const ASN1_OCTET_STRING *value, TS_REQ **request)
{
  g_autoptr (TS_REQ) made = TS_REQ_new ();
  unsigned char *der = NULL;
  int size;
  GBytes *bytes;

  if (made == NULL || TS_REQ_set_version (made, 1) != 1 || !set_imprint (made, value) ||
      !set_nonce (made) || TS_REQ_set_cert_req (made, 1) != 1)
    return NULL;
  size = i2d_TS_REQ (made, &der);
  if (size <= 0)
    return NULL;

  bytes = g_bytes_new (der, (gsize) size);
  OPENSSL_free (der);
  *request = g_steal_pointer (&made);

  return bytes;
}

static gboolean
refuse (GError **error, const char *message)
{
  return yc_openssl_fail (error, YC_CERTIFICATE_ERROR_TIMESTAMP, message);
}

static gboolean
is_granted (TS_RESP *response)
{
  const ASN1_INTEGER *status = TS_STATUS_INFO_get0_status (TS_RESP_get_status_info (response));

  return ASN1_INTEGER_get (status) == TS_STATUS_GRANTED && TS_RESP_get_token (response) != NULL &&
         TS_RESP_get_tst_info (response) != NULL;
}

static gboolean
answers (TS_TST_INFO *info, TS_REQ *request)
{
  const ASN1_INTEGER *nonce = TS_TST_INFO_get_nonce (info);

  return nonce != NULL && ASN1_INTEGER_cmp (nonce, TS_REQ_get_nonce (request)) == 0;
}

/* The token's certificates are a set, for which DER has one order; older writers do not keep to it. */
static GBytes *
write_canonical (PKCS7 *token)
{
  g_autoptr (CMS_ContentInfo) cms = NULL;
  unsigned char *der = NULL, *again = NULL;
  const unsigned char *p;
  int size = i2d_PKCS7 (token, &der);
  GBytes *bytes = NULL;

  p = der;
  cms = size > 0 ? d2i_CMS_ContentInfo (NULL, &p, size) : NULL;
  size = cms != NULL ? i2d_CMS_ContentInfo (cms, &again) : 0;
  if (size > 0)
    bytes = g_bytes_new (again, (gsize) size);
  OPENSSL_free (der);
  OPENSSL_free (again);

  return bytes;
}

/* The token in an answer to @request, in DER; whether it holds is another question. */
GBytes *
yc_timestamp_read_reply (GBytes *reply, TS_REQ *request, GError **error)
{
  gsize size;
  const unsigned char *p = g_bytes_get_data (reply, &size);
  g_autoptr (TS_RESP) response = d2i_TS_RESP (NULL, &p, (long) size);
  GBytes *token;

  if (response == NULL)
    return refuse (error, _("The time-stamp server’s answer cannot be read")), NULL;
  if (!is_granted (response))
    return refuse (error, _("The time-stamp server gives no time-stamp")), NULL;
  if (!answers (TS_RESP_get_tst_info (response), request))
    return refuse (error, _("The time-stamp server answered another question")), NULL;

  token = write_canonical (TS_RESP_get_token (response));
  if (token == NULL)
    refuse (error, _("The time-stamp server’s answer cannot be read"));

  return token;
}

static gboolean
read_info (Token *self)
{
  ASN1_OCTET_STRING **content = CMS_get0_content (self->cms);
  const unsigned char *p = content != NULL && *content != NULL ? ASN1_STRING_get0_data (*content)
                                                               : NULL;
  const unsigned char *end = p != NULL ? p + ASN1_STRING_length (*content) : NULL;

  if (p == NULL)
    return FALSE;
  self->info = d2i_TS_TST_INFO (NULL, &p, (long) (end - p));

  return self->info != NULL && p == end && TS_TST_INFO_get_version (self->info) == 1;
}

static gboolean
covers (Token *self, const ASN1_OCTET_STRING *value)
{
  TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint (self->info);
  const ASN1_OBJECT *algorithm;
  const ASN1_OCTET_STRING *message = TS_MSG_IMPRINT_get_msg (imprint);
  guint8 digest[32];

  X509_ALGOR_get0 (&algorithm, NULL, NULL, TS_MSG_IMPRINT_get_algo (imprint));
  find_digest (value, digest);

  return OBJ_obj2nid (algorithm) == NID_sha256 &&
         ASN1_STRING_length (message) == (int) sizeof digest &&
         memcmp (ASN1_STRING_get0_data (message), digest, sizeof digest) == 0;
}

static gboolean
read_token (Token *self, const guint8 *der, gsize size, const ASN1_OCTET_STRING *value)
{
  const unsigned char *p = der;

  if (!yc_cms_shape_check_token (der, size))
    return FALSE;
  self->cms = d2i_CMS_ContentInfo (NULL, &p, (long) size);
  if (self->cms == NULL || yc_openssl_find_canonical_size (self->cms, der, size) != size || !read_info (self) ||
      !covers (self, value))
    return FALSE;
  self->certificates = CMS_get1_certs (self->cms);

  return CMS_verify (self->cms, NULL, NULL, NULL, NULL,
                     CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
}

static X509 *
get_signer (Token *self)
{
  STACK_OF (CMS_SignerInfo) *infos = CMS_get0_SignerInfos (self->cms);
  X509 *signer = NULL;

  CMS_SignerInfo_get0_algs (sk_CMS_SignerInfo_value (infos, 0), NULL, &signer, NULL, NULL);

  return signer;
}

static gboolean
has (STACK_OF (X509) *certificates, X509 *certificate)
{
  for (int i = 0; i < sk_X509_num (certificates); i++)
    if (X509_cmp (sk_X509_value (certificates, i), certificate) == 0)
      return TRUE;

  return FALSE;
}

/* A certificate that nothing hangs on could be anything. */
static gboolean
needs_all (Token *self, X509_STORE_CTX *context)
{
  for (int i = 0; i < sk_X509_num (self->certificates); i++)
    if (!has (X509_STORE_CTX_get0_chain (context), sk_X509_value (self->certificates, i)))
      return FALSE;

  return TRUE;
}

static gboolean
reaches_authority (Token *self, X509_STORE *store)
{
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();

  return X509_STORE_CTX_init (context, store, get_signer (self), self->certificates) == 1 &&
         X509_verify_cert (context) == 1 && needs_all (self, context);
}

/* CAdES: the token must name its signer's certificate by its hash. */
static gboolean
is_trusted (Token *self, YcTrust *authorities, time_t at)
{
  g_autoptr (X509_STORE) store = NULL;

  if (authorities == NULL)
    return FALSE;
  store = yc_trust_new_store_for_times (authorities, at);

  return reaches_authority (self, store) &&
         CMS_verify (self->cms, NULL, store, NULL, NULL, CMS_BINARY | CMS_CADES) == 1;
}

/* Whether @token is a time-stamp over @value, the value of a signature, by one of @authorities
 * (nullable) as they are at the time @at. Unless it is broken, @stamped_at and @authority (both
 * optional) become what it says. */
YcTimestampResult
yc_timestamp_check (const guint8             *token,
                    gsize                     size,
                    const ASN1_OCTET_STRING  *value,
                    YcTrust                  *authorities,
                    time_t                    at,
                    GDateTime               **stamped_at,
                    char                    **authority)
{
  g_auto (Token) self = { NULL };

  if (!read_token (&self, token, size, value))
    return YC_TIMESTAMP_BROKEN;
  if (stamped_at != NULL)
    *stamped_at = yc_openssl_dup_time (TS_TST_INFO_get_time (self.info));
  if (authority != NULL)
    *authority = yc_openssl_dup_name (get_signer (&self));

  return is_trusted (&self, authorities, at) ? YC_TIMESTAMP_HOLDS : YC_TIMESTAMP_UNKNOWN;
}
