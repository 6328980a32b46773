/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of saving a visit's plan: its number, who is responsible, where it is being handed to. */
#pragma once

#include <adwaita.h>

#include "yc-visit.h"

G_BEGIN_DECLS

#define YC_TYPE_SAVED_PLAN_LINE (yc_saved_plan_line_get_type ())

G_DECLARE_FINAL_TYPE (YcSavedPlanLine, yc_saved_plan_line, YC, SAVED_PLAN_LINE, AdwBin)

void  yc_saved_plan_line_set_visit (YcSavedPlanLine *self, YcVisit *visit);
/* (transfer full): in words for a line of its own, translated; "" for a plan that nobody saved */
char *yc_saved_plan_line_describe  (YcSavedPlan     *plan);

G_END_DECLS
