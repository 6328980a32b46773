/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server's side of an exchange. */
#pragma once

#include "yc-http-exchange.h"
#include "yc-http-watch.h"

#include <microhttpd.h>

G_BEGIN_DECLS

YcHttpExchange  *yc_http_exchange_new        (struct MHD_Connection *connection,
                                              YcHttpWatched         *watched,
                                              YcHttpRequest         *request);
YcHttpWatched   *yc_http_exchange_get_watched (YcHttpExchange       *self);
YcHttpResponse  *yc_http_exchange_wait       (YcHttpExchange        *self);
YcHttpResponse  *yc_http_exchange_get_answer (YcHttpExchange        *self);
void             yc_http_exchange_close      (YcHttpExchange        *self);
void             yc_http_exchange_set_limit (YcHttpExchange         *self,
                                             gsize                   limit);
gsize            yc_http_exchange_get_limit (YcHttpExchange         *self);
gboolean         yc_http_exchange_mark       (YcHttpExchange        *self);

G_END_DECLS
