/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose certificates the service believes, as the files say that now. */
#pragma once

#include "yc-signing.h"

G_BEGIN_DECLS

typedef struct _YcTrustKeeper YcTrustKeeper;

YcTrustKeeper *yc_trust_keeper_new  (const YcSigningOptions  *options,
                                     gboolean                 demo,
                                     GError                 **error);
void           yc_trust_keeper_free (YcTrustKeeper           *self);
YcTrust       *yc_trust_keeper_dup  (YcTrustKeeper           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTrustKeeper, yc_trust_keeper_free)

G_END_DECLS
