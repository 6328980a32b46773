/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work of a visit: its steps, walked from the need to the result, for one draft at a time. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"
#include "yc-page.h"
#include "yc-person-panel.h"
#include "yc-print-panel.h"
#include "yc-step-line.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_STEPS (yc_visit_steps_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitSteps, yc_visit_steps, YC, VISIT_STEPS, AdwBin)

void         yc_visit_steps_set_visit       (YcVisitSteps *self, YcDesk *desk, YcVisit *visit,
                                             YcPersonPanel *person, YcPrintPanel *print);
YcStep       yc_visit_steps_get_step        (YcVisitSteps *self);
YcCaseDraft *yc_visit_steps_get_draft       (YcVisitSteps *self);
gboolean     yc_visit_steps_has_certificate (YcVisitSteps *self);
void         yc_visit_steps_go_to           (YcVisitSteps *self, YcStep step);
void         yc_visit_steps_open_item       (YcVisitSteps *self, const char *code);
void         yc_visit_steps_open_case       (YcVisitSteps *self, const char *case_id);
void         yc_visit_steps_take_hit        (YcVisitSteps *self, YcHit *hit);
gboolean     yc_visit_steps_command         (YcVisitSteps *self, YcPageCommand command);

G_END_DECLS
