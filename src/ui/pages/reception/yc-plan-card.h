/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One outcome told to the citizen: an item with what it takes, or that nothing is needed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-plan.h"

G_BEGIN_DECLS

GtkWidget *yc_plan_card_new_for_entry       (YcPlan        *plan,
                                             YcPlanEntry   *entry);
GtkWidget *yc_plan_card_new_for_replacement (YcReplacement *replacement,
                                             const char    *reason);
char      *yc_plan_card_dup_where           (YcPlanEntry   *entry);
const char *yc_plan_card_find_change        (YcPlan        *plan,
                                             const char    *id,
                                             gboolean       material);

G_END_DECLS
