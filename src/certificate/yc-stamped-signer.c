/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer whose signatures are stamped with the time by an authority (PAdES B-T): what another signer
 * made gets the authority's token as its one unsigned attribute. */
#include "yc-stamped-signer.h"

#include <glib/gi18n-lib.h>

#include "yc-timestamp-private.h"

/* A token with a chain of three certificates takes some 5 KB. */
#define TOKEN_SIZE 8192

struct _YcStampedSigner
{
  YcSigner       parent_instance;

  YcSigner      *signer;
  YcTimestamper *timestamper;
  YcTrust       *authorities;
  gboolean       required;

  /* atomic */
  gint           n_stamped;
  gint           n_missed;
};

G_DEFINE_FINAL_TYPE (YcStampedSigner, yc_stamped_signer, YC_TYPE_SIGNER)

static const char *
yc_stamped_signer_get_name (YcSigner *signer)
{
  return yc_signer_get_name (YC_STAMPED_SIGNER (signer)->signer);
}

static const char *
yc_stamped_signer_get_sub_filter (YcSigner *signer)
{
  return yc_signer_get_sub_filter (YC_STAMPED_SIGNER (signer)->signer);
}

static gsize
yc_stamped_signer_get_size (YcSigner *signer)
{
  return yc_signer_get_size (YC_STAMPED_SIGNER (signer)->signer) + TOKEN_SIZE;
}

static gboolean
yc_stamped_signer_is_sample (YcSigner *signer)
{
  return yc_signer_is_sample (YC_STAMPED_SIGNER (signer)->signer);
}

static gboolean
fail (GError **error, const char *message)
{
  return yc_openssl_fail (error, YC_CERTIFICATE_ERROR_TIMESTAMP, message);
}

static GBytes *
ask (YcStampedSigner *self, const ASN1_OCTET_STRING *value, GError **error)
{
  g_autoptr (TS_REQ) request = NULL;
  g_autoptr (GBytes) question = yc_timestamp_write_request (value, &request);
  g_autoptr (GBytes) reply = NULL;

  if (question == NULL)
    return fail (error, _("The time-stamp server cannot be asked")), NULL;
  reply = yc_timestamper_ask (self->timestamper, question, error);

  return reply != NULL ? yc_timestamp_read_reply (reply, request, error) : NULL;
}

/* A token that a verifier would not take is none. */
static GBytes *
obtain (YcStampedSigner *self, const ASN1_OCTET_STRING *value, GError **error)
{
  g_autoptr (GBytes) token = ask (self, value, error);
  gsize size;
  const guint8 *data;

  if (token == NULL)
    return NULL;
  data = g_bytes_get_data (token, &size);
  if (size > TOKEN_SIZE - 64)
    return fail (error, _("The time-stamp is too long")), NULL;
  if (yc_timestamp_check (data, size, value, self->authorities, time (NULL), NULL, NULL) !=
      YC_TIMESTAMP_HOLDS)
    return fail (error, _("The time-stamp is not by an authority that is trusted")), NULL;

  return g_steal_pointer (&token);
}

static GBytes *
write_stamped (CMS_ContentInfo *cms, CMS_SignerInfo *info, GBytes *token, GError **error)
{
  unsigned char *der = NULL;
  int size = 0;
  GBytes *stamped = NULL;

  if (CMS_unsigned_add1_attr_by_NID (info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                     g_bytes_get_data (token, NULL),
                                     (int) g_bytes_get_size (token)) == 1)
    size = i2d_CMS_ContentInfo (cms, &der);
  if (size > 0)
    stamped = g_bytes_new (der, (gsize) size);
  else
    fail (error, _("The time-stamp cannot be put into the signature"));
  OPENSSL_free (der);

  return stamped;
}

static GBytes *
stamp (YcStampedSigner *self, GBytes *der, GError **error)
{
  gsize size;
  const unsigned char *p = g_bytes_get_data (der, &size);
  g_autoptr (CMS_ContentInfo) cms = d2i_CMS_ContentInfo (NULL, &p, (long) size);
  CMS_SignerInfo *info = cms != NULL ? sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (cms), 0)
                                     : NULL;
  g_autoptr (GBytes) token = NULL;

  if (info == NULL)
    return fail (error, _("The time-stamp cannot be put into the signature")), NULL;
  token = obtain (self, CMS_SignerInfo_get0_signature (info), error);

  return token != NULL ? write_stamped (cms, info, token, error) : NULL;
}

static GBytes *
yc_stamped_signer_sign (YcSigner   *signer,
                        GBytes     *content,
                        GDateTime  *signed_at,
                        GError    **error)
{
  YcStampedSigner *self = YC_STAMPED_SIGNER (signer);
  g_autoptr (GBytes) der = yc_signer_sign (self->signer, content, signed_at, error);
  g_autoptr (GBytes) stamped = NULL;
  g_autoptr (GError) failure = NULL;

  if (der == NULL)
    return NULL;
  stamped = stamp (self, der, &failure);
  g_atomic_int_inc (stamped != NULL ? &self->n_stamped : &self->n_missed);
  if (stamped != NULL)
    return g_steal_pointer (&stamped);
  if (self->required)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  g_message ("Signed without a time-stamp: %s", failure->message);

  return g_steal_pointer (&der);
}

static void
yc_stamped_signer_finalize (GObject *object)
{
  YcStampedSigner *self = YC_STAMPED_SIGNER (object);

  g_clear_object (&self->signer);
  g_clear_object (&self->timestamper);
  g_clear_object (&self->authorities);

  G_OBJECT_CLASS (yc_stamped_signer_parent_class)->finalize (object);
}

static void
yc_stamped_signer_class_init (YcStampedSignerClass *klass)
{
  YcSignerClass *signer_class = YC_SIGNER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_stamped_signer_finalize;

  signer_class->get_name = yc_stamped_signer_get_name;
  signer_class->get_sub_filter = yc_stamped_signer_get_sub_filter;
  signer_class->get_size = yc_stamped_signer_get_size;
  signer_class->sign = yc_stamped_signer_sign;
  signer_class->is_sample = yc_stamped_signer_is_sample;
}

static void
yc_stamped_signer_init (YcStampedSigner *self)
{
}

YcSigner *
yc_stamped_signer_new (YcSigner      *signer,
                       YcTimestamper *timestamper,
                       YcTrust       *authorities,
                       gboolean       required)
{
  YcStampedSigner *self;

  g_return_val_if_fail (YC_IS_SIGNER (signer), NULL);
  g_return_val_if_fail (YC_IS_TIMESTAMPER (timestamper), NULL);
  g_return_val_if_fail (YC_IS_TRUST (authorities), NULL);

  self = g_object_new (YC_TYPE_STAMPED_SIGNER, NULL);
  self->signer = g_object_ref (signer);
  self->timestamper = g_object_ref (timestamper);
  self->authorities = g_object_ref (authorities);
  self->required = required;

  return YC_SIGNER (self);
}

void
yc_stamped_signer_get_counts (YcStampedSigner *self,
                              guint           *n_stamped,
                              guint           *n_missed)
{
  g_return_if_fail (YC_IS_STAMPED_SIGNER (self));

  *n_stamped = (guint) g_atomic_int_get (&self->n_stamped);
  *n_missed = (guint) g_atomic_int_get (&self->n_missed);
}
