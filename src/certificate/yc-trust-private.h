/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verifier asks of a trust. */
#pragma once

#include "yc-openssl-private.h"
#include "yc-trust.h"

G_BEGIN_DECLS

X509_STORE *yc_trust_new_store    (YcTrust       *self,
                                   time_t         at,
                                   unsigned long  flags);
X509_STORE *yc_trust_new_store_for_times (YcTrust *self,
                                   time_t         at);
YcTrust    *yc_trust_get_time_authorities (YcTrust *self);
gboolean    yc_trust_has_crls     (YcTrust       *self);
EVP_PKEY   *yc_trust_find_mark_key (YcTrust      *self,
                                   const guint8  *key_id);

G_END_DECLS
