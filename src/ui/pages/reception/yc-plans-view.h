/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans: found by number or ID number, and those being handed over. */
#pragma once

#include <gtk/gtk.h>

#include "yc-hand-over-watch.h"

G_BEGIN_DECLS

#define YC_TYPE_PLANS_VIEW (yc_plans_view_get_type ())

G_DECLARE_FINAL_TYPE (YcPlansView, yc_plans_view, YC, PLANS_VIEW, GtkWidget)

/* Signal "opened" (YcVisit): a plan was opened as this visit. */

GtkWidget *yc_plans_view_new (YcDesk *desk, YcHandOverWatch *watch);

G_END_DECLS
