/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that clerk and citizen read together before it is sent, and what is still missing. */
#pragma once

#include "yc-desk.h"
#include "yc-visit-step.h"

G_BEGIN_DECLS

#define YC_TYPE_CHECK_STEP (yc_check_step_get_type ())

G_DECLARE_FINAL_TYPE (YcCheckStep, yc_check_step, YC, CHECK_STEP, YcVisitStep)

GtkWidget *yc_check_step_new         (YcDesk      *desk);
gboolean   yc_check_step_refresh     (YcCheckStep *self);

G_END_DECLS
