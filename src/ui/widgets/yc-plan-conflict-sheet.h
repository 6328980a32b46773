/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both versions of a saved plan beside each other, and the choice which one is to be. */
#pragma once

#include <gtk/gtk.h>

#include "yc-plan-conflict.h"

G_BEGIN_DECLS

void yc_plan_conflict_sheet_present (GtkWidget *over, YcDesk *desk, YcCommand *command);

G_END_DECLS
