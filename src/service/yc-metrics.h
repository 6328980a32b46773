/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures for operators. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_METRICS (yc_metrics_get_type ())

G_DECLARE_FINAL_TYPE (YcMetrics, yc_metrics, YC, METRICS, GObject)

YcMetrics *yc_metrics_new   (void);
void       yc_metrics_count (YcMetrics  *self,
                             const char *method,
                             const char *route,
                             guint       status,
                             gint64      microseconds);
void       yc_metrics_write (YcMetrics  *self,
                             GString    *text);

G_END_DECLS
