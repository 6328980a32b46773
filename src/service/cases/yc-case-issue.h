/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the certificate of an approved case. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_case_issue_certificate (const YcWork  *work,
                                    YcCaseRecord  *record,
                                    JsonObject    *item,
                                    JsonObject    *detail,
                                    GError       **error);

G_END_DECLS
