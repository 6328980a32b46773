/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a signature is written the one way we take. CMS (RFC 5652) has fields that its signature
 * value does not cover, such as version numbers and the parameters of algorithms; were they free,
 * two different files would both be the genuine one. */
#include "yc-cms-shape-private.h"

#include <string.h>

enum
{
  TAG_INTEGER = 0x02,
  TAG_OCTET_STRING = 0x04,
  TAG_NULL = 0x05,
  TAG_OID = 0x06,
  TAG_SEQUENCE = 0x30,
  TAG_SET = 0x31,
  TAG_CONTEXT_0 = 0xa0,
  TAG_CONTEXT_1 = 0xa1,
};

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Der;

static const guint8 oid_signed_data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02 };
static const guint8 oid_rsa[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01 };
/* All but the last byte, which says which one of SHA-256, SHA-384 and SHA-512. */
static const guint8 oid_sha2[] = { 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02 };
static const guint8 oid_ecdsa_sha2[] = { 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03 };
static const guint8 oid_data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01 };
/* All but the last byte: RSA with SHA-256 is 11, with SHA-384 12, with SHA-512 13. */
static const guint8 oid_rsa_sha2[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01 };
/* RFC 3161: what a time-stamp token is in a signature, and what is in it. */
static const guint8 oid_token[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02,
                                    0x0e };
static const guint8 oid_time[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01,
                                   0x04 };

/* A length in its shortest form, of at most four bytes. */
static gboolean
take_length (Der *in, gsize *length)
{
  guint n_bytes;

  if (in->at >= in->end)
    return FALSE;
  if (*in->at < 0x80)
    {
      *length = *in->at++;
      return TRUE;
    }

  n_bytes = *in->at++ & 0x7f;
  if (n_bytes == 0 || n_bytes > 4 || in->end - in->at < n_bytes || *in->at == 0)
    return FALSE;
  for (*length = 0; n_bytes > 0; n_bytes--)
    *length = *length << 8 | *in->at++;

  return *length >= 0x80;
}

/* The next value, which must have @tag; @value becomes what is in it. */
static gboolean
take (Der *in, guint8 tag, Der *value)
{
  gsize length;

  if (in->at >= in->end || *in->at != tag)
    return FALSE;
  in->at++;
  if (!take_length (in, &length) || length > (gsize) (in->end - in->at))
    return FALSE;

  *value = (Der){ in->at, in->at + length };
  in->at += length;

  return TRUE;
}

static gboolean
is_done (const Der *in)
{
  return in->at == in->end;
}

static gboolean
equals (Der value, const guint8 *bytes, gsize size)
{
  return (gsize) (value.end - value.at) == size && memcmp (value.at, bytes, size) == 0;
}

static gboolean
take_oid (Der *in, const guint8 *oid, gsize size)
{
  Der value;

  return take (in, TAG_OID, &value) && equals (value, oid, size);
}

/* A version of its own follows from what is in each structure: 1 when signers are named by issuer and
 * serial number and there is nothing but plain data and certificates. */
static gboolean
take_version (Der *in, guint8 version)
{
  Der value;

  return take (in, TAG_INTEGER, &value) && value.end - value.at == 1 && *value.at == version;
}

/* An algorithm whose parameters are absent or NULL. */
static gboolean
take_algorithm (Der *in, Der *oid)
{
  Der algorithm, null;

  return take (in, TAG_SEQUENCE, &algorithm) && take (&algorithm, TAG_OID, oid) &&
         (is_done (&algorithm) ||
          (take (&algorithm, TAG_NULL, &null) && is_done (&null) && is_done (&algorithm)));
}

/* SHA-256 is 1, SHA-384 is 2, SHA-512 is 3. */
static gboolean
take_digest (Der *in, guint8 *which)
{
  Der oid;

  if (!take_algorithm (in, &oid) || oid.end - oid.at != sizeof oid_sha2 + 1)
    return FALSE;
  *which = *--oid.end;

  return *which >= 1 && *which <= 3 && equals (oid, oid_sha2, sizeof oid_sha2);
}

/* RSA, or ECDSA with the same digest. */
static gboolean
take_signature_algorithm (Der *in, guint8 which)
{
  Der oid;

  if (!take_algorithm (in, &oid))
    return FALSE;
  if (equals (oid, oid_rsa, sizeof oid_rsa))
    return TRUE;

  return oid.end > oid.at && *--oid.end == which + 1 &&
         equals (oid, oid_ecdsa_sha2, sizeof oid_ecdsa_sha2);
}

/* As above; authorities of time also write RSA and the digest as one. */
static gboolean
take_token_algorithm (Der *in, guint8 which)
{
  Der from = *in, oid;

  if (take_signature_algorithm (in, which))
    return TRUE;
  *in = from;

  return take_algorithm (in, &oid) && oid.end > oid.at && *--oid.end == which + 10 &&
         equals (oid, oid_rsa_sha2, sizeof oid_rsa_sha2);
}

/* One unsigned attribute, the time-stamp, with one value, of which @token becomes all. */
static gboolean
take_token (Der *in, Der *token)
{
  Der attributes, attribute, values, inside;

  if (!take (in, TAG_CONTEXT_1, &attributes) ||
      !take (&attributes, TAG_SEQUENCE, &attribute) || !is_done (&attributes) ||
      !take_oid (&attribute, oid_token, sizeof oid_token) ||
      !take (&attribute, TAG_SET, &values) || !is_done (&attribute))
    return FALSE;
  *token = values;

  return take (&values, TAG_SEQUENCE, &inside) && is_done (&values);
}

/* What both kinds of signer begin with. */
static gboolean
take_signer (Der *in, guint8 which, Der *signer, Der *name)
{
  guint8 digest;
  Der skipped;

  return take (in, TAG_SEQUENCE, signer) && take_version (signer, 1) &&
         take (signer, TAG_SEQUENCE, name) && take_digest (signer, &digest) &&
         digest == which && take (signer, TAG_CONTEXT_0, &skipped);
}

/* The signer of a certificate, with or without a time-stamp. */
static gboolean
take_sealer (Der *in, guint8 which, YcCmsShape *shape)
{
  Der signer, name, skipped, token = { NULL, NULL };

  if (!take_signer (in, which, &signer, &name) || !take_signature_algorithm (&signer, which) ||
      !take (&signer, TAG_OCTET_STRING, &skipped) ||
      !(is_done (&signer) || take_token (&signer, &token)) || !is_done (&signer))
    return FALSE;
  *shape = (YcCmsShape){ name.at, (gsize) (name.end - name.at), token.at,
                         (gsize) (token.end - token.at) };

  return TRUE;
}

static gboolean
take_signed_data (Der *in, YcCmsShape *shape)
{
  Der data, digests, content, certificates, signers;
  guint8 which;

  return take (in, TAG_SEQUENCE, &data) && take_version (&data, 1) &&
         take (&data, TAG_SET, &digests) && take_digest (&digests, &which) && is_done (&digests) &&
         take (&data, TAG_SEQUENCE, &content) &&
         take_oid (&content, oid_data, sizeof oid_data) && is_done (&content) &&
         take (&data, TAG_CONTEXT_0, &certificates) &&
         take (&data, TAG_SET, &signers) && take_sealer (&signers, which, shape) &&
         is_done (&signers) && is_done (&data);
}

/* The time itself, in the token. */
static gboolean
take_time (Der *in)
{
  Der content, explicit_time, time;

  return take (in, TAG_SEQUENCE, &content) && take_oid (&content, oid_time, sizeof oid_time) &&
         take (&content, TAG_CONTEXT_0, &explicit_time) && is_done (&content) &&
         take (&explicit_time, TAG_OCTET_STRING, &time) && is_done (&explicit_time);
}

/* The signer of a time-stamp. */
static gboolean
take_stamper (Der *in, guint8 which)
{
  Der signer, name, skipped;

  return take_signer (in, which, &signer, &name) && take_token_algorithm (&signer, which) &&
         take (&signer, TAG_OCTET_STRING, &skipped) && is_done (&signer);
}

/* Version 3, because what is signed is not plain data. */
static gboolean
take_signed_time (Der *in)
{
  Der data, digests, certificates, signers;
  guint8 which;

  return take (in, TAG_SEQUENCE, &data) && take_version (&data, 3) &&
         take (&data, TAG_SET, &digests) && take_digest (&digests, &which) && is_done (&digests) &&
         take_time (&data) && take (&data, TAG_CONTEXT_0, &certificates) &&
         take (&data, TAG_SET, &signers) && take_stamper (&signers, which) &&
         is_done (&signers) && is_done (&data);
}

/* What every signature is wrapped in. */
static gboolean
take_wrapping (Der *in, Der *signed_data)
{
  Der info;

  return take (in, TAG_SEQUENCE, &info) &&
         take_oid (&info, oid_signed_data, sizeof oid_signed_data) &&
         take (&info, TAG_CONTEXT_0, signed_data) && is_done (&info);
}

/* Checks the shape of a signature with zeros behind it, which fill up its room. */
gboolean
yc_cms_shape_check (const guint8 *der, gsize size, YcCmsShape *shape)
{
  Der in = { der, der + size };
  Der signed_data;

  if (!take_wrapping (&in, &signed_data) || !take_signed_data (&signed_data, shape) ||
      !is_done (&signed_data))
    return FALSE;

  while (in.at < in.end)
    if (*in.at++ != 0)
      return FALSE;

  return TRUE;
}

/* Checks the shape of a time-stamp token. */
gboolean
yc_cms_shape_check_token (const guint8 *der, gsize size)
{
  Der in = { der, der + size };
  Der signed_data;

  return take_wrapping (&in, &signed_data) && is_done (&in) && take_signed_time (&signed_data) &&
         is_done (&signed_data);
}
