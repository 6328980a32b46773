/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a visit whole: what changed, the items in order, what to bring, what nobody needs. */
#pragma once

#include <gtk/gtk.h>

#include "yc-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN_VIEW (yc_plan_view_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanView, yc_plan_view, YC, PLAN_VIEW, GtkWidget)

/* Its buttons activate "plan.open" (u, an item's number) and "plan.declare" (s, a replacement's
 * id). */

GtkWidget *yc_plan_view_new      (void);
void       yc_plan_view_set_plan (YcPlanView *self,
                                  YcPlan     *plan);

G_END_DECLS
