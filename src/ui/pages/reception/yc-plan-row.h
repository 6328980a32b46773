/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved plan in a list: whose it is, what about, and what can be done with it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-saved-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN_ROW (yc_plan_row_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanRow, yc_plan_row, YC, PLAN_ROW, GtkListBoxRow)

/* Signal "answered" (text): "accept", "decline" or "withdraw" was asked for, by button or key. */

GtkWidget   *yc_plan_row_new      (YcSavedPlan *plan, gboolean incoming, gboolean outgoing,
                                   const char *kept);
YcSavedPlan *yc_plan_row_get_plan (YcPlanRow *self);

char *yc_plan_row_describe_answer (YcSavedPlan *plan);

G_END_DECLS
