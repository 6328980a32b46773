/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passes plans on: who was asked first is responsible until somebody else accepts. */
#pragma once

#include "yc-plan-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_plan_passing_hand_over (const YcWork  *work,
                                    YcPlanRecord  *record,
                                    JsonObject    *body,
                                    GError       **error);
gboolean yc_plan_passing_answer    (const YcWork  *work,
                                    YcPlanRecord  *record,
                                    JsonObject    *body,
                                    GError       **error);

G_END_DECLS
