/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time a visit has taken, beside the time that the item promises. */
#pragma once

#include <gtk/gtk.h>

#include "yc-visit.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_CLOCK (yc_visit_clock_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitClock, yc_visit_clock, YC, VISIT_CLOCK, GtkWidget)

GtkWidget *yc_visit_clock_new (void);
void       yc_visit_clock_set (YcVisitClock *self, YcVisit *visit, YcCaseDraft *draft);

G_END_DECLS
