/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check-list of materials, ticked by the keyboard. */
#pragma once

#include <gtk/gtk.h>

#include "yc-case-draft.h"

G_BEGIN_DECLS

#define YC_TYPE_MATERIALS_STEP (yc_materials_step_get_type ())

G_DECLARE_FINAL_TYPE (YcMaterialsStep, yc_materials_step, YC, MATERIALS_STEP, GtkWidget)

GtkWidget *yc_materials_step_new       (void);
void       yc_materials_step_set_draft (YcMaterialsStep *self, YcCaseDraft *draft);
gboolean   yc_materials_step_focus     (YcMaterialsStep *self, const char *material_id);
gboolean   yc_materials_step_focus_missing (YcMaterialsStep *self);
void       yc_materials_step_mark      (YcMaterialsStep *self, const char *material_id,
                                        const char *words);

G_END_DECLS
