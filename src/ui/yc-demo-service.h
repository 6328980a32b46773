/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice service: a yichuangd of our own with sample data, alive as long as the desk. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YC_TYPE_DEMO_SERVICE (yc_demo_service_get_type ())

G_DECLARE_FINAL_TYPE (YcDemoService, yc_demo_service, YC, DEMO_SERVICE, GObject)

YcDemoService *yc_demo_service_new          (const char *data_dir);
void           yc_demo_service_start_async  (YcDemoService *self, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
char          *yc_demo_service_start_finish (YcDemoService *self, GAsyncResult *result,
                                             GError **error);
void           yc_demo_service_stop         (YcDemoService *self);
gboolean       yc_demo_service_empty        (YcDemoService *self, GError **error);

G_END_DECLS
