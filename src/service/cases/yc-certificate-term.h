/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an issued certificate is valid. */
#pragma once

#include "yc-case-record.h"
#include "yc-certificates-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

char *yc_certificate_term_dup_last_day (const YcWork              *work,
                                        const YcCaseRecord        *record,
                                        const YcCertificateRecord *certificate);
gboolean   yc_certificate_term_is_over (const char                *last_day,
                                        GDateTime                 *now);
GDateTime *yc_certificate_term_parse   (const char                *last_day);

G_END_DECLS
