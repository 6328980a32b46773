/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The materials of a submission against the item's standard. */
#pragma once

#include "yc-findings.h"
#include "yc-work.h"

G_BEGIN_DECLS

void yc_case_materials_check (const YcWork *work,
                              YcFindings   *findings,
                              JsonObject   *item,
                              gint64        catalog_version,
                              JsonArray    *given);

G_END_DECLS
