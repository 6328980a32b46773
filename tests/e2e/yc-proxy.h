/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A village line between desk and service that the test can break at a chosen moment. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YcProxy YcProxy;

/* Called in a thread of the proxy when the service's answer to the awaited request has been
 * swallowed: the service has done the work, the desk never hears of it. */
typedef void (*YcProxySwallowed) (gpointer user_data);

/**
 * yc_proxy_new:
 * @port: (out): the loopback port it listens on
 *
 * Passes every connection on to the target set by yc_proxy_set_target(); with none, it closes them.
 */
YcProxy *yc_proxy_new (guint16 *port);
void     yc_proxy_free (YcProxy *self);
void     yc_proxy_set_target (YcProxy *self, guint16 port);

/**
 * yc_proxy_swallow_next:
 * @request_line: how the awaited request begins, e.g. "POST /api/v1/cases "
 *
 * Lets that request through once and cuts the connection in place of the answer.
 */
void yc_proxy_swallow_next (YcProxy         *self,
                            const char      *request_line,
                            YcProxySwallowed swallowed,
                            gpointer         user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcProxy, yc_proxy_free)

G_END_DECLS
