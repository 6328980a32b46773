/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer that writes CMS signatures: the base of those that differ only in where the key is. */
#pragma once

#include "yc-signer.h"

G_BEGIN_DECLS

#define YC_TYPE_CMS_SIGNER (yc_cms_signer_get_type ())

/**
 * YcCmsSigner:
 *
 * Writes CAdES signatures (PAdES B-B when they are in a PDF) with SHA-256, and with RSA or ECDSA as
 * the key has it.
 */
G_DECLARE_DERIVABLE_TYPE (YcCmsSigner, yc_cms_signer, YC, CMS_SIGNER, YcSigner)

struct _YcCmsSignerClass
{
  YcSignerClass parent_class;

  gpointer      padding[4];
};

G_END_DECLS
