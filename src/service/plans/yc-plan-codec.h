/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans as the API tells them. */
#pragma once

#include "yc-plan-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

JsonObject *yc_plan_codec_write_whole   (const YcWork  *work,
                                         YcPlanRecord  *record,
                                         GError       **error);
/* Of the citizen only a masked number and a masked name. */
JsonObject *yc_plan_codec_write_summary (const YcWork  *work,
                                         YcPlanRecord  *record,
                                         GError       **error);

G_END_DECLS
