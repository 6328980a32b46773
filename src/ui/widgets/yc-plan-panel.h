/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a visit as a short list: what is applied for, what cannot be had, and what nobody needs. */
#pragma once

#include <gtk/gtk.h>

#include "yc-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN_PANEL (yc_plan_panel_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanPanel, yc_plan_panel, YC, PLAN_PANEL, GtkWidget)

GtkWidget  *yc_plan_panel_new         (void);
void        yc_plan_panel_set_plan    (YcPlanPanel *self, YcPlan *plan);
void        yc_plan_panel_set_current (YcPlanPanel *self, const char *item_code);
const char *yc_plan_panel_get_icon    (YcOutcomeKind kind);

G_END_DECLS
