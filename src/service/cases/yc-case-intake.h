/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes cases in, and mended ones again. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcCaseRecord *yc_case_intake_create   (const YcWork  *work,
                                       JsonObject    *body,
                                       GError       **error);
gboolean      yc_case_intake_resubmit (const YcWork  *work,
                                       YcCaseRecord  *record,
                                       JsonObject    *body,
                                       GError       **error);
gboolean      yc_case_intake_mend     (const YcWork  *work,
                                       YcCaseRecord  *record,
                                       JsonObject    *body,
                                       JsonObject    *detail,
                                       GError       **error);
gboolean      yc_case_intake_keep_try (const YcWork  *work,
                                       YcCaseRecord  *record,
                                       GError       **error);
gboolean      yc_case_intake_withdraw (const YcWork  *work,
                                       YcCaseRecord  *record,
                                       const char    *note,
                                       GError       **error);

G_END_DECLS
