/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How plans make their entries and materials. */
#pragma once

#include "yc-plan.h"

G_BEGIN_DECLS

/* Either @item or @nothing, the id of a replacement that the catalog may not have, is given. */
YcPlanEntry    *yc_plan_entry_new             (YcItem          *item,
                                               const char      *nothing,
                                               YcReplacement   *replacement);

/* Adds what one outcome says; what was said already is not said twice. */
void            yc_plan_entry_add_outcome     (YcPlanEntry     *self,
                                               const char      *list_id,
                                               JsonObject      *outcome);
gboolean        yc_plan_entry_is_for          (YcPlanEntry     *self,
                                               const char      *code,
                                               const char      *nothing);
gboolean        yc_plan_entry_equal           (YcPlanEntry     *a,
                                               YcPlanEntry     *b);

YcPlanMaterial *yc_plan_material_new          (YcMaterial      *material);
void            yc_plan_material_add          (YcPlanMaterial  *self,
                                               YcMaterial      *material,
                                               YcItem          *item);
gboolean        yc_plan_material_equal        (YcPlanMaterial  *a,
                                               YcPlanMaterial  *b);

G_END_DECLS
