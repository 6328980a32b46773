/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases as the API tells them. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

JsonObject *yc_case_codec_write_whole   (const YcWork  *work,
                                         YcCaseRecord  *record,
                                         GError       **error);
JsonObject *yc_case_codec_write_summary (const YcWork  *work,
                                         YcCaseRecord  *record,
                                         GError       **error);

G_END_DECLS
