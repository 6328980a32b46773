/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step: what the citizen came for, by a word or by questions, and what follows. */
#pragma once

#include "yc-desk.h"
#include "yc-visit-step.h"

G_BEGIN_DECLS

#define YC_TYPE_NEED_STEP (yc_need_step_get_type ())

G_DECLARE_FINAL_TYPE (YcNeedStep, yc_need_step, YC, NEED_STEP, YcVisitStep)

GtkWidget *yc_need_step_new         (YcDesk *desk, YcVisit *visit);
void       yc_need_step_take_hit    (YcNeedStep *self, YcHit *hit);
gboolean   yc_need_step_ask         (YcNeedStep *self);
gboolean   yc_need_step_type_digit  (YcNeedStep *self, guint digit);
gboolean   yc_need_step_end_number  (YcNeedStep *self);
gboolean   yc_need_step_open_number (YcNeedStep *self, guint number);
gboolean   yc_need_step_declare     (YcNeedStep *self);
gboolean   yc_need_step_walk_back   (YcNeedStep *self);

G_END_DECLS
