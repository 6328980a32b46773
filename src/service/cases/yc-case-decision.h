/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides cases: approve, return, refuse. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcCertificateDraft *
         yc_case_decision_foresee (const YcWork *work,
                                  YcCaseRecord  *record,
                                  JsonObject    *body);
gboolean yc_case_decision_make   (const YcWork  *work,
                                  YcCaseRecord  *record,
                                  JsonObject    *body,
                                  GError       **error);
gboolean yc_case_decision_settle (const YcWork  *work,
                                  YcCaseRecord  *record,
                                  GError       **error);

G_END_DECLS
