/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To whom a visit's plan is handed: another counter, the hotline, a department. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_HAND_OVER_VIEW (yc_hand_over_view_get_type ())

G_DECLARE_FINAL_TYPE (YcHandOverView, yc_hand_over_view, YC, HAND_OVER_VIEW, GtkWidget)

/* Signal "done": the service has taken it. */

GtkWidget *yc_hand_over_view_new (YcDesk *desk, YcVisit *visit);

G_END_DECLS
