/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a service says of certificates to who has no account there. */
#pragma once

#include "yc-ctl-service.h"
#include "yc-trust.h"
#include "yc-verification.h"

G_BEGIN_DECLS

gboolean yc_ctl_register_add_keys (YcCtlService    *service,
                                   YcTrust        **trust,
                                   GError         **error);
gboolean yc_ctl_register_ask      (YcCtlService    *service,
                                   YcVerification  *verification,
                                   GError         **error);

G_END_DECLS
