/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five steps of a visit behind each other, all on the same draft; one is on screen. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"
#include "yc-print-panel.h"
#include "yc-step-line.h"
#include "yc-visit-step.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_STACK (yc_visit_stack_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitStack, yc_visit_stack, YC, VISIT_STACK, AdwBin)

void         yc_visit_stack_fill          (YcVisitStack *self, YcDesk *desk, YcVisit *visit,
                                           YcPrintPanel *print);
YcVisitStep *yc_visit_stack_get_step      (YcVisitStack *self, YcStep step);
void         yc_visit_stack_show          (YcVisitStack *self, YcStep step);
void         yc_visit_stack_set_draft     (YcVisitStack *self, YcCaseDraft *draft);
void         yc_visit_stack_mark          (YcVisitStack *self, const char *pointer,
                                           const char *words);
void         yc_visit_stack_show_refusals (YcVisitStack *self, YcCaseDraft *draft);

G_END_DECLS
