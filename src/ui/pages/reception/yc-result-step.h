/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a case, live: the states with their times, then certificate and print. */
#pragma once

#include "yc-desk.h"
#include "yc-print-panel.h"
#include "yc-visit-step.h"

G_BEGIN_DECLS

#define YC_TYPE_RESULT_STEP (yc_result_step_get_type ())

G_DECLARE_FINAL_TYPE (YcResultStep, yc_result_step, YC, RESULT_STEP, YcVisitStep)

GtkWidget *yc_result_step_new             (YcDesk *desk, YcPrintPanel *print);
gboolean   yc_result_step_print           (YcResultStep *self);
gboolean   yc_result_step_has_certificate (YcResultStep *self);
gboolean   yc_result_step_get_print_due   (YcResultStep *self);
void       yc_result_step_compare         (YcResultStep *self);

G_END_DECLS
