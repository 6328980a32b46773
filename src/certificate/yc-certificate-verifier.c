/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict check of a signed certificate: nothing may be added, removed or hidden. PDF readers
 * ask whether the signed part is unchanged; that lets attackers append to a file, or leave part of
 * it out of the signature, and still be shown as valid. Here the signature must cover the file. */
#include "yc-certificate-verifier.h"
#include "yc-cms-shape-private.h"
#include "yc-openssl-private.h"
#include "yc-signature-field-private.h"
#include "yc-timestamp-private.h"
#include "yc-trust-private.h"
#include "yc-verdict-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/err.h>

#include "yc-certificate-number.h"
#include "yc-day.h"

/* A certificate is about 200 KB; nothing near this is one. */
#define MAX_SIZE (64u * 1024u * 1024u)

typedef struct
{
  YcVerdict        *verdict;
  YcSignatureField  field;
  CMS_ContentInfo  *cms;
  CMS_SignerInfo   *info;
  X509             *signer;
  YcX509Stack      *certificates;
  YcCmsShape        shape;
  YcTrust          *trust;
  time_t            at;
  /* When an authority that is trusted saw the signature; NULL when none did. */
  GDateTime        *stamped_at;
} Examination;

static void
examination_clear (Examination *self)
{
  yc_signature_field_clear (&self->field);
  g_clear_pointer (&self->cms, CMS_ContentInfo_free);
  g_clear_pointer (&self->certificates, yc_x509_stack_free);
  g_clear_pointer (&self->stamped_at, g_date_time_unref);
  ERR_clear_error ();
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Examination, examination_clear)

static void
pass (Examination *self, const char *id)
{
  yc_verdict_add_check (self->verdict, id, YC_CHECK_PASSED, NULL);
}

/* Records a failed check. Returns FALSE. */
static gboolean
fail (Examination *self, const char *id, const char *detail, YcVerdictState state)
{
  yc_verdict_add_check (self->verdict, id, YC_CHECK_FAILED, g_strdup (detail));
  yc_verdict_set_state (self->verdict, state);

  return FALSE;
}

static gboolean
check_field (Examination *self, YcFieldResult result)
{
  if (result == YC_FIELD_NO_PDF)
    return fail (self, "file", _("It does not begin and end as a PDF does."), YC_VERDICT_BROKEN);
  pass (self, "file");

  if (result == YC_FIELD_NONE)
    return fail (self, "signature-field", _("There is no signature in it."),
                 YC_VERDICT_NOT_SIGNED);
  if (result == YC_FIELD_MANY)
    return fail (self, "signature-field",
                 _("There are several: something was signed again, or added."),
                 YC_VERDICT_CHANGED);
  pass (self, "signature-field");

  if (result == YC_FIELD_GARBLED)
    return fail (self, "coverage", _("What the signature covers cannot be made out."),
                 YC_VERDICT_CHANGED);
  if (result == YC_FIELD_UNCOVERED)
    return fail (self, "coverage",
                 _("Something was added to the file or left out of the signature."),
                 YC_VERDICT_CHANGED);
  pass (self, "coverage");

  return TRUE;
}

/* Reads the signature. It must be one detached signature by one signer over strong digests, in the
 * one encoding that DER allows, with nothing but zeros behind it. */
static gboolean
read_cms (Examination *self)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (self->field.der, &size);
  const unsigned char *p = der;
  STACK_OF (CMS_SignerInfo) *infos;

  if (!yc_cms_shape_check (der, size, &self->shape))
    return FALSE;
  self->cms = d2i_CMS_ContentInfo (NULL, &p, (long) size);
  if (self->cms == NULL || CMS_is_detached (self->cms) != 1 ||
      yc_openssl_find_canonical_size (self->cms, der, size) == 0)
    return FALSE;

  infos = CMS_get0_SignerInfos (self->cms);
  if (infos == NULL || sk_CMS_SignerInfo_num (infos) != 1)
    return FALSE;
  self->info = sk_CMS_SignerInfo_value (infos, 0);
  self->certificates = CMS_get1_certs (self->cms);

  return CMS_signed_get_attr_count (self->info) > 0;
}

/* OpenSSL compares names without regard to case and kind of string. Here the signature must name
 * its signer byte for byte as the certificate does. */
static gboolean
names_signer (Examination *self)
{
  const unsigned char *issuer;
  gsize issuer_size;
  unsigned char *serial = NULL;
  int serial_size;
  gboolean same;

  if (!X509_NAME_get0_der (X509_get_issuer_name (self->signer), &issuer, &issuer_size))
    return FALSE;
  serial_size = i2d_ASN1_INTEGER (X509_get0_serialNumber (self->signer), &serial);
  same = serial_size > 0 && self->shape.name_size == issuer_size + (gsize) serial_size &&
         memcmp (self->shape.name, issuer, issuer_size) == 0 &&
         memcmp (self->shape.name + issuer_size, serial, (gsize) serial_size) == 0;
  OPENSSL_free (serial);

  return same;
}

/* Finds the signer's certificate and checks digest and signature value; who it is comes later. */
static gboolean
check_integrity (Examination *self)
{
  const unsigned int flags = CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY;
  g_autoptr (BIO) content = yc_openssl_new_bio (self->field.covered);

  if (!read_cms (self) ||
      CMS_verify (self->cms, NULL, NULL, content, NULL, flags) != 1)
    return fail (self, "integrity", _("The signature does not fit what is in the file."),
                 YC_VERDICT_CHANGED);

  CMS_SignerInfo_get0_algs (self->info, NULL, &self->signer, NULL, NULL);
  if (self->signer == NULL || !names_signer (self))
    return fail (self, "integrity", _("The signature does not name its signer as it must."),
                 YC_VERDICT_CHANGED);
  pass (self, "integrity");

  return TRUE;
}

static GDateTime *
get_signing_time (Examination *self)
{
  int at = CMS_signed_get_attr_by_NID (self->info, NID_pkcs9_signingTime, -1);
  X509_ATTRIBUTE *attribute = at >= 0 ? CMS_signed_get_attr (self->info, at) : NULL;
  ASN1_TYPE *value = attribute != NULL ? X509_ATTRIBUTE_get0_type (attribute, 0) : NULL;

  if (value == NULL || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME))
    return NULL;

  return yc_openssl_dup_time (value->value.asn1_string);
}

static void
skip_stamp (Examination *self, const char *detail)
{
  yc_verdict_add_check (self->verdict, "timestamp", YC_CHECK_SKIPPED, g_strdup (detail));
}

/* What a time-stamp that holds says, as the check's detail. */
static void
pass_stamp (Examination *self, const char *authority)
{
  g_autoptr (GDateTime) local = yc_day_in_china (self->stamped_at, 0);
  g_autofree char *time = g_date_time_format (local, "%Y-%m-%d %H:%M:%S");

  yc_verdict_add_check (self->verdict, "timestamp", YC_CHECK_PASSED,
                        /* Translators: when, and the name of an authority. */
                        g_strdup_printf (_("%s, by “%s”"), time, authority));
}

/* A time-stamp that nobody vouches for is as good as none; one that does not fit was tampered with. */
static gboolean
check_stamp (Examination *self)
{
  YcTrust *authorities = self->trust != NULL ? yc_trust_get_time_authorities (self->trust) : NULL;
  g_autoptr (GDateTime) stamped_at = NULL;
  g_autofree char *authority = NULL;

  if (self->shape.token == NULL)
    {
      skip_stamp (self, _("It has none: the time is the signer’s own word."));
      return TRUE;
    }
  switch (yc_timestamp_check (self->shape.token, self->shape.token_size,
                              CMS_SignerInfo_get0_signature (self->info), authorities, self->at,
                              &stamped_at, &authority))
    {
    case YC_TIMESTAMP_HOLDS:
      self->stamped_at = g_steal_pointer (&stamped_at);
      pass_stamp (self, authority);
      return TRUE;
    case YC_TIMESTAMP_UNKNOWN:
      skip_stamp (self, _("It is by an authority that is not known here."));
      return TRUE;
    case YC_TIMESTAMP_BROKEN:
    default:
      return fail (self, "timestamp", _("It does not fit the signature."), YC_VERDICT_CHANGED);
    }
}

/* Builds the chain from the signer to a trusted root. Returns OpenSSL's X509_V_ code. */
static int
verify_chain (Examination *self, unsigned long flags)
{
  g_autoptr (X509_STORE) store = yc_trust_new_store (self->trust, self->at, flags);
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();

  if (!X509_STORE_CTX_init (context, store, self->signer, self->certificates))
    return X509_V_ERR_UNSPECIFIED;
  if (X509_verify_cert (context) == 1)
    return X509_V_OK;

  return X509_STORE_CTX_get_error (context);
}

/* The whole again with the store, which also checks that the signature names its signer (CAdES). */
static gboolean
verify_all (Examination *self, unsigned long flags)
{
  g_autoptr (X509_STORE) store = yc_trust_new_store (self->trust, self->at, flags);
  g_autoptr (BIO) content = yc_openssl_new_bio (self->field.covered);

  return CMS_verify (self->cms, NULL, store, content, NULL,
                     CMS_BINARY | CMS_DETACHED | CMS_CADES) == 1;
}

static gboolean
is_period_error (int error)
{
  return error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
}

static gboolean
is_revocation_error (int error)
{
  return error == X509_V_ERR_CERT_REVOKED || error == X509_V_ERR_UNABLE_TO_GET_CRL ||
         error == X509_V_ERR_CRL_HAS_EXPIRED || error == X509_V_ERR_CRL_NOT_YET_VALID ||
         error == X509_V_ERR_CRL_SIGNATURE_FAILURE || error == X509_V_ERR_DIFFERENT_CRL_SCOPE ||
         error == X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER;
}

static const char *
describe_revocation (int error)
{
  return error == X509_V_ERR_CERT_REVOKED
             ? _("It was revoked.")
             : _("There is no current revocation list of its issuer to look it up in.");
}

/* Whether all certificates of the chain were valid when the signature was stamped: then it does not
 * matter that they no longer are. Who was revoked is looked up as of today. */
static gboolean
was_in_period (Examination *self)
{
  g_autoptr (X509_STORE) store = NULL;
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  time_t then;

  if (self->stamped_at == NULL)
    return FALSE;
  then = (time_t) g_date_time_to_unix (self->stamped_at);
  store = yc_trust_new_store (self->trust, then, 0);
  X509_VERIFY_PARAM_clear_flags (X509_STORE_get0_param (store),
                                 X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);

  return X509_STORE_CTX_init (context, store, self->signer, self->certificates) == 1 &&
         X509_verify_cert (context) == 1;
}

static gboolean
check_signer (Examination *self)
{
  int error = verify_chain (self, 0);
  gboolean expired = is_period_error (error);
  unsigned long flags = expired ? X509_V_FLAG_NO_CHECK_TIME : 0;

  if (expired)
    error = verify_chain (self, flags);
  if (error != X509_V_OK && !is_revocation_error (error))
    return fail (self, "signer", _("No trusted authority vouches for the signer."),
                 YC_VERDICT_UNTRUSTED);
  if (error == X509_V_OK && !verify_all (self, flags))
    return fail (self, "signer", _("The signature does not name its signer as it must."),
                 YC_VERDICT_UNTRUSTED);
  pass (self, "signer");

  if (error != X509_V_OK)
    return fail (self, "revocation", describe_revocation (error), YC_VERDICT_UNTRUSTED);
  if (yc_trust_has_crls (self->trust))
    pass (self, "revocation");
  else
    yc_verdict_add_check (self->verdict, "revocation", YC_CHECK_SKIPPED,
                          g_strdup (_("No revocation list was given.")));

  if (expired && !was_in_period (self))
    return fail (self, "period", _("It is not valid at this time."), YC_VERDICT_EXPIRED_SIGNER);
  pass (self, "period");

  return TRUE;
}

static void
check_serial (Examination *self)
{
  const char *serial = yc_verdict_get_serial (self->verdict);

  if (serial == NULL)
    yc_verdict_add_check (self->verdict, "serial", YC_CHECK_SKIPPED,
                          g_strdup (_("It carries no number of ours.")));
  else if (yc_certificate_number_check (serial))
    pass (self, "serial");
  else
    yc_verdict_add_check (self->verdict, "serial", YC_CHECK_FAILED,
                          g_strdup (_("Its check character is wrong.")));
}

/* Whether a whole and genuine file, of an expired signer perhaps, makes the beginning of this one. */
static gboolean
is_extended (Examination *self, GBytes *pdf)
{
  gsize end = yc_signature_field_find_end (pdf);
  g_autoptr (GBytes) beginning = end > 0 ? g_bytes_new_from_bytes (pdf, 0, end) : NULL;
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (self->at);
  g_autoptr (YcVerdict) verdict =
      beginning != NULL ? yc_certificate_verify (beginning, self->trust, at) : NULL;

  return verdict != NULL && (yc_verdict_get_state (verdict) == YC_VERDICT_GENUINE ||
                             yc_verdict_get_state (verdict) == YC_VERDICT_EXPIRED_SIGNER);
}

/* Looks for the one signature. Without it no other check is made. */
static gboolean
examine_field (Examination *self, GBytes *pdf)
{
  gboolean small = g_bytes_get_size (pdf) <= MAX_SIZE;

  if (check_field (self, small ? yc_signature_field_find (&self->field, pdf) : YC_FIELD_NO_PDF))
    return TRUE;
  if (yc_verdict_get_state (self->verdict) == YC_VERDICT_CHANGED && is_extended (self, pdf))
    yc_verdict_set_state (self->verdict, YC_VERDICT_EXTENDED);

  return FALSE;
}

static void
examine (Examination *self, GBytes *pdf)
{
  if (!examine_field (self, pdf) || !check_integrity (self))
    return;

  yc_verdict_take_words (self->verdict, yc_signature_field_dup_serial (&self->field),
                         yc_openssl_dup_name (self->signer), get_signing_time (self));
  yc_verdict_take_last_day (self->verdict, yc_signature_field_dup_last_day (&self->field));
  yc_verdict_set_sample (self->verdict, yc_openssl_is_sample (self->signer));
  if (!check_stamp (self) || !check_signer (self))
    return;

  check_serial (self);
  yc_verdict_set_state (self->verdict, YC_VERDICT_GENUINE);
}

YcVerdict *
yc_certificate_verify (GBytes    *pdf,
                       YcTrust   *trust,
                       GDateTime *at)
{
  g_autoptr (GDateTime) now = NULL;
  g_auto (Examination) examination = { .trust = trust };

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (trust == NULL || YC_IS_TRUST (trust), NULL);

  now = at != NULL ? g_date_time_ref (at) : g_date_time_new_now_utc ();
  examination.at = (time_t) g_date_time_to_unix (now);
  examination.verdict = yc_verdict_new ();

  examine (&examination, pdf);
  yc_verdict_close (examination.verdict);

  return examination.verdict;
}
