/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request and its answer, which may come later and from another thread. */
#pragma once

#include "yc-http-request.h"
#include "yc-http-response.h"

G_BEGIN_DECLS

typedef struct _YcHttpExchange YcHttpExchange;

YcHttpExchange *yc_http_exchange_ref         (YcHttpExchange *self);
void            yc_http_exchange_unref       (YcHttpExchange *self);
YcHttpRequest  *yc_http_exchange_get_request (YcHttpExchange *self);
void            yc_http_exchange_answer      (YcHttpExchange *self,
                                              YcHttpResponse *response);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcHttpExchange, yc_http_exchange_unref)

G_END_DECLS
