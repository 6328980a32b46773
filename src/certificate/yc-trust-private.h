/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verifier asks of a trust. */
#pragma once

#include "yc-openssl-private.h"
#include "yc-trust.h"

G_BEGIN_DECLS

X509_STORE *yc_trust_new_store    (YcTrust       *self,
                                   time_t         at,
                                   unsigned long  flags);
gboolean    yc_trust_has_crls     (YcTrust       *self);
EVP_PKEY   *yc_trust_find_mark_key (YcTrust      *self,
                                   const guint8  *key_id);

G_END_DECLS
