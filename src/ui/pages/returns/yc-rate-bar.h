/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rate as a bar against the ten-percent line. */
#pragma once

#include <gtk/gtk.h>

#include "yc-ten-percent.h"

G_BEGIN_DECLS

#define YC_TYPE_RATE_BAR (yc_rate_bar_get_type ())

G_DECLARE_FINAL_TYPE (YcRateBar, yc_rate_bar, YC, RATE_BAR, GtkWidget)

GtkWidget *yc_rate_bar_new (guint intake, guint returned, YcTenPercentVerdict verdict);

G_END_DECLS
