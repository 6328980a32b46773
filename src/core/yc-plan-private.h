/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How plans are worked out. */
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

/* What follows from what was decided: the answers that count, the questions that are asked, the
 * entries and the materials.
 */
typedef struct
{
  JsonObject *answers;
  GPtrArray  *questions;
  GPtrArray  *entries;
  GPtrArray  *materials;
  gboolean    complete;
} YcPlanOutlook;

/* @lists: those that were started; @known: every answer, {list: {question: answer}}; @codes: the
 * items chosen directly.
 */
void            yc_plan_outlook_init          (YcPlanOutlook   *outlook,
                                               YcCatalog       *catalog,
                                               GListModel      *lists,
                                               JsonObject      *known,
                                               GPtrArray       *codes);
void            yc_plan_outlook_clear         (YcPlanOutlook   *outlook);

G_END_DECLS
