/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on its way: all that it will say, but for its number. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcCertificateDraft *yc_certificate_draft_new         (const YcWork              *work,
                                                      YcCaseRecord              *record,
                                                      JsonObject                *item,
                                                      GError                   **error);
void                yc_certificate_draft_free        (YcCertificateDraft        *self);
const char         *yc_certificate_draft_get_case    (const YcCertificateDraft  *self);
const char         *yc_certificate_draft_get_counter (const YcCertificateDraft  *self);
void                yc_certificate_draft_compose     (YcCertificateDraft        *self,
                                                      gint64                     running);
void                yc_certificate_draft_reset       (YcCertificateDraft        *self);
gboolean            yc_certificate_draft_is_composed (const YcCertificateDraft  *self);
gboolean            yc_certificate_draft_fits        (const YcCertificateDraft  *self,
                                                      YcCaseRecord              *record,
                                                      gint64                     running);
gboolean            yc_certificate_draft_store       (const YcCertificateDraft  *self,
                                                      const YcWork              *work,
                                                      JsonObject                *detail,
                                                      GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateDraft, yc_certificate_draft_free)

G_END_DECLS
