/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings each request to its route: finds it, asks who asks, chooses the thread, keeps commands. */
#pragma once

#include "yc-http-exchange.h"
#include "yc-service.h"

G_BEGIN_DECLS

typedef struct _YcRouter YcRouter;

YcRouter *yc_router_new    (YcService      *service,
                            GError        **error);
void      yc_router_free   (YcRouter       *self);
void      yc_router_stop   (YcRouter       *self);
void      yc_router_handle (YcHttpExchange *exchange,
                            gpointer        router);
gsize     yc_router_limit  (YcHttpRequest  *request,
                            gpointer        router);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcRouter, yc_router_free)

G_END_DECLS
