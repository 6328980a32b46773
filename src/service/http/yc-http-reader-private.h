/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what the server library knows of a request into our own words. */
#pragma once

#include "yc-http-exchange-private.h"

G_BEGIN_DECLS

gsize           yc_http_reader_measure         (struct MHD_Connection *connection,
                                                const char            *url);
YcHttpExchange *yc_http_reader_create_exchange (struct MHD_Connection *connection,
                                                const char            *url,
                                                const char            *method);

G_END_DECLS
