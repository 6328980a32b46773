/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever can sign a certificate: the base of all kinds of signers. */
#include "yc-signer.h"
#include "yc-certificate-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ABSTRACT_TYPE (YcSigner, yc_signer, G_TYPE_OBJECT)

static void
yc_signer_class_init (YcSignerClass *klass)
{
}

static void
yc_signer_init (YcSigner *self)
{
}

const char *
yc_signer_get_name (YcSigner *self)
{
  g_return_val_if_fail (YC_IS_SIGNER (self), NULL);

  return YC_SIGNER_GET_CLASS (self)->get_name (self);
}

const char *
yc_signer_get_sub_filter (YcSigner *self)
{
  g_return_val_if_fail (YC_IS_SIGNER (self), NULL);

  return YC_SIGNER_GET_CLASS (self)->get_sub_filter (self);
}

gsize
yc_signer_get_size (YcSigner *self)
{
  g_return_val_if_fail (YC_IS_SIGNER (self), 0);

  return YC_SIGNER_GET_CLASS (self)->get_size (self);
}

gboolean
yc_signer_is_sample (YcSigner *self)
{
  YcSignerClass *klass;

  g_return_val_if_fail (YC_IS_SIGNER (self), FALSE);

  klass = YC_SIGNER_GET_CLASS (self);

  return klass->is_sample != NULL && klass->is_sample (self);
}

GBytes *
yc_signer_sign (YcSigner   *self,
                GBytes     *content,
                GDateTime  *signed_at,
                GError    **error)
{
  g_autoptr (GBytes) der = NULL;

  g_return_val_if_fail (YC_IS_SIGNER (self), NULL);
  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (signed_at != NULL, NULL);

  der = YC_SIGNER_GET_CLASS (self)->sign (self, content, signed_at, error);
  if (der == NULL)
    return NULL;

  if (g_bytes_get_size (der) > yc_signer_get_size (self))
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_FAILED,
                           _("The signature is longer than its signer announced"));
      return NULL;
    }

  return g_steal_pointer (&der);
}
