/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing to bring, once, with the items that ask for it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-plan.h"

G_BEGIN_DECLS

GtkWidget *yc_plan_material_row_new (YcPlan         *plan,
                                     YcPlanMaterial *material);

G_END_DECLS
