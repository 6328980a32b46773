/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check-list of materials, ticked by the keyboard. */
#pragma once

#include "yc-visit-step.h"

G_BEGIN_DECLS

#define YC_TYPE_MATERIALS_STEP (yc_materials_step_get_type ())

G_DECLARE_FINAL_TYPE (YcMaterialsStep, yc_materials_step, YC, MATERIALS_STEP, YcVisitStep)

GtkWidget *yc_materials_step_new (void);

G_END_DECLS
