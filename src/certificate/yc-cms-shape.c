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
};

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Der;

static const guint8 oid_signed_data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02 };
static const guint8 oid_data[] = { 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01 };

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
take_oid (Der *in, const guint8 *oid, gsize size)
{
  Der value;

  return take (in, TAG_OID, &value) && (gsize) (value.end - value.at) == size &&
         memcmp (value.at, oid, size) == 0;
}

/* Version 1: signers named by issuer and serial number, nothing but plain data and certificates. */
static gboolean
take_version (Der *in)
{
  Der value;

  return take (in, TAG_INTEGER, &value) && value.end - value.at == 1 && *value.at == 1;
}

/* An algorithm whose parameters are absent or NULL. */
static gboolean
take_algorithm (Der *in)
{
  Der algorithm, oid, null;

  return take (in, TAG_SEQUENCE, &algorithm) && take (&algorithm, TAG_OID, &oid) &&
         (is_done (&algorithm) ||
          (take (&algorithm, TAG_NULL, &null) && is_done (&null) && is_done (&algorithm)));
}

static gboolean
take_signer (Der *in)
{
  Der signer, skipped;

  return take (in, TAG_SEQUENCE, &signer) && take_version (&signer) &&
         take (&signer, TAG_SEQUENCE, &skipped) && take_algorithm (&signer) &&
         take (&signer, TAG_CONTEXT_0, &skipped) && take_algorithm (&signer) &&
         take (&signer, TAG_OCTET_STRING, &skipped) && is_done (&signer);
}

static gboolean
take_signed_data (Der *in)
{
  Der data, digests, content, certificates, signers;

  return take (in, TAG_SEQUENCE, &data) && take_version (&data) &&
         take (&data, TAG_SET, &digests) && take_algorithm (&digests) && is_done (&digests) &&
         take (&data, TAG_SEQUENCE, &content) &&
         take_oid (&content, oid_data, sizeof oid_data) && is_done (&content) &&
         take (&data, TAG_CONTEXT_0, &certificates) &&
         take (&data, TAG_SET, &signers) && take_signer (&signers) && is_done (&signers) &&
         is_done (&data);
}

/* @der holds the signature and zeros that fill up its room. */
gboolean
yc_cms_shape_check (const guint8 *der, gsize size)
{
  Der in = { der, der + size };
  Der info, explicit_data;

  if (!take (&in, TAG_SEQUENCE, &info) ||
      !take_oid (&info, oid_signed_data, sizeof oid_signed_data) ||
      !take (&info, TAG_CONTEXT_0, &explicit_data) || !is_done (&info) ||
      !take_signed_data (&explicit_data) || !is_done (&explicit_data))
    return FALSE;

  while (in.at < in.end)
    if (*in.at++ != 0)
      return FALSE;

  return TRUE;
}
