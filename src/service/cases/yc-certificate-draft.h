/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on its way: all that it will say, but for its number. */
#pragma once

#include "yc-case-record.h"
#include "yc-certificate-ledger.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcCertificateDraft *yc_certificate_draft_new         (const YcWork               *work,
                                                      YcCaseRecord               *record,
                                                      JsonObject                 *item,
                                                      GError                    **error);
YcCertificateDraft *yc_certificate_draft_new_version (const YcWork               *work,
                                                      YcCaseRecord               *record,
                                                      JsonObject                 *item,
                                                      const YcCertificateRecord  *old,
                                                      YcCertificateAction         action,
                                                      GError                    **error);
void                yc_certificate_draft_free        (YcCertificateDraft         *self);
const char         *yc_certificate_draft_get_case    (const YcCertificateDraft   *self);
const char         *yc_certificate_draft_get_series  (const YcCertificateDraft   *self);
gint64              yc_certificate_draft_get_running (const YcCertificateDraft   *self);
void                yc_certificate_draft_compose     (YcCertificateDraft         *self,
                                                      gint64                      running);
void                yc_certificate_draft_reset       (YcCertificateDraft         *self);
gboolean            yc_certificate_draft_is_composed (const YcCertificateDraft   *self);
gboolean            yc_certificate_draft_fits        (const YcCertificateDraft   *self,
                                                      YcCaseRecord               *record,
                                                      gint64                      running);
gboolean            yc_certificate_draft_store       (const YcCertificateDraft   *self,
                                                      const YcWork               *work,
                                                      const YcLedgerCause        *cause,
                                                      JsonObject                 *detail,
                                                      GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateDraft, yc_certificate_draft_free)

G_END_DECLS
