/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the applicant said at the counter about sending the certificate. */
#pragma once

#include "yc-case-record.h"
#include "yc-findings.h"
#include "yc-work.h"

G_BEGIN_DECLS

void     yc_delivery_consent_check  (YcFindings    *findings,
                                     JsonObject    *body);
gboolean yc_delivery_consent_record (const YcWork  *work,
                                     YcCaseRecord  *record,
                                     GError       **error);
gboolean yc_delivery_consent_covers (YcCaseRecord  *record,
                                     const char    *channel);

G_END_DECLS
