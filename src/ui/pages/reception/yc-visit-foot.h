/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands under the work of a visit: the keys of the step, and the button that goes on. */
#pragma once

#include <adwaita.h>

#include "yc-plan.h"
#include "yc-step-line.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_FOOT (yc_visit_foot_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitFoot, yc_visit_foot, YC, VISIT_FOOT, AdwBin)

void yc_visit_foot_show_keys   (YcVisitFoot *self, YcStep step, YcPlan *plan);
void yc_visit_foot_set_next    (YcVisitFoot *self, const char *words, gboolean possible);
void yc_visit_foot_set_leading (YcVisitFoot *self, gboolean leading);
void yc_visit_foot_focus       (YcVisitFoot *self);

G_END_DECLS
