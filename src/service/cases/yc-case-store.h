/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads cases for those who may see them, and stores changes with their audit record and event. */
#pragma once

#include "yc-case-record.h"
#include "yc-certificates-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcCaseRecord *yc_case_store_load   (const YcWork  *work,
                                    const char    *id,
                                    GError       **error);
YcCertificateRecord *
              yc_case_store_load_certificate (const YcWork  *work,
                                              const char    *serial,
                                              YcCaseRecord **record,
                                              GError       **error);
gboolean      yc_case_store_insert (const YcWork  *work,
                                    YcCaseRecord  *record,
                                    GError       **error);
gboolean      yc_case_store_change (const YcWork  *work,
                                    YcCaseRecord  *record,
                                    const char    *action,
                                    JsonObject    *detail,
                                    GError       **error);

G_END_DECLS
