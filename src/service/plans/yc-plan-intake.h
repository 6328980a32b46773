/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes plans in, and their changes. */
#pragma once

#include "yc-plan-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcPlanRecord *yc_plan_intake_create (const YcWork  *work,
                                     JsonObject    *body,
                                     GError       **error);
gboolean      yc_plan_intake_change (const YcWork  *work,
                                     YcPlanRecord  *record,
                                     JsonObject    *body,
                                     GError       **error);

G_END_DECLS
