/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a kind of signer hands its key to what writes the signatures. */
#pragma once

#include "yc-cms-signer.h"
#include "yc-openssl-private.h"

G_BEGIN_DECLS

gboolean yc_cms_signer_take_key         (YcCmsSigner  *self,
                                         EVP_PKEY     *key,
                                         GError      **error);
void     yc_cms_signer_drop_key         (YcCmsSigner  *self);
gboolean yc_cms_signer_set_certificates (YcCmsSigner  *self,
                                         GBytes       *pem,
                                         GError      **error);

G_END_DECLS
