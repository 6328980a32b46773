/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes certificates that were issued: makes them void, or puts a new version in their place. */
#pragma once

#include "yc-case-record.h"
#include "yc-certificates-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcCertificateDraft *yc_certificate_change_foresee (const YcWork               *work,
                                                   YcCaseRecord               *record,
                                                   const YcCertificateRecord  *certificate,
                                                   YcCertificateAction         action,
                                                   JsonObject                 *body);
gboolean            yc_certificate_change_make    (const YcWork               *work,
                                                   YcCaseRecord               *record,
                                                   const YcCertificateRecord  *certificate,
                                                   YcCertificateAction         action,
                                                   JsonObject                 *body,
                                                   GError                    **error);

G_END_DECLS
