/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads plans for those who may see them, and stores changes with their audit record and event. */
#pragma once

#include "yc-plan-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcPlanRecord *yc_plan_store_load       (const YcWork  *work,
                                        const char    *id,
                                        const char    *id_number,
                                        GError       **error);
gboolean      yc_plan_store_may_change (const YcWork  *work,
                                        YcPlanRecord  *record);
gboolean      yc_plan_store_sees       (const YcWork  *work,
                                        YcPlanRecord  *record);
gboolean      yc_plan_store_insert     (const YcWork  *work,
                                        YcPlanRecord  *record,
                                        GError       **error);
gboolean      yc_plan_store_change     (const YcWork  *work,
                                        YcPlanRecord  *record,
                                        const char    *action,
                                        JsonObject    *detail,
                                        const char    *other_path,
                                        GError       **error);

G_END_DECLS
