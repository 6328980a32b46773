/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that a case's form names: held against the schema and what was sent, and tied to it. */
#pragma once

#include "yc-case-record.h"
#include "yc-findings.h"
#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_case_files_check (const YcWork  *work,
                              YcFindings    *findings,
                              JsonObject    *item,
                              gint64         catalog_version,
                              JsonNode      *form,
                              GError       **error);
gboolean yc_case_files_tie   (const YcWork  *work,
                              JsonObject    *item,
                              YcCaseRecord  *record,
                              GError       **error);

G_END_DECLS
