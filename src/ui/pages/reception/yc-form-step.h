/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of the form; says so where an item has none. */
#pragma once

#include "yc-visit-step.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_STEP (yc_form_step_get_type ())

G_DECLARE_FINAL_TYPE (YcFormStep, yc_form_step, YC, FORM_STEP, YcVisitStep)

GtkWidget *yc_form_step_new (void);

G_END_DECLS
