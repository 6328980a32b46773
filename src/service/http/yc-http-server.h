/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTTP server: GNU libmicrohttpd with a limit on everything a client can do. */
#pragma once

#include "yc-http-exchange.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcHttpLimits:
 * @n_threads: threads that serve connections
 * @max_connections: open connections in all
 * @max_connections_per_address: open connections from one address
 * @max_body: the largest body in bytes
 * @max_header: the largest request line and headers together in bytes
 * @header_ms: how long the headers of a new connection may take to come, in ms
 * @body_ms: how long a body may take to come, in ms
 * @response_ms: how long a client may take to read an answer, in ms
 * @idle_ms: how long an open connection may wait for its next request, in ms
 */
typedef struct
{
  guint n_threads;
  guint max_connections;
  guint max_connections_per_address;
  gsize max_body;
  gsize max_header;
  guint header_ms;
  guint body_ms;
  guint response_ms;
  guint idle_ms;
} YcHttpLimits;

/**
 * YcHttpHandler:
 * @exchange: (transfer none): what was asked for; take a reference to answer later
 * @user_data: the handler's data
 *
 * Answers @exchange at once or later. Called on one of the server's threads, which it should not
 * keep waiting.
 */
typedef void (*YcHttpHandler) (YcHttpExchange *exchange,
                               gpointer        user_data);

/**
 * YcHttpLimitFunc:
 * @request: a request whose headers have come
 * @user_data: the handler's data
 *
 * Returns: the largest body in bytes that this request may have, 0 for the usual limit
 */
typedef gsize (*YcHttpLimitFunc) (YcHttpRequest *request,
                                  gpointer       user_data);

#define YC_TYPE_HTTP_SERVER (yc_http_server_get_type ())

G_DECLARE_FINAL_TYPE (YcHttpServer, yc_http_server, YC, HTTP_SERVER, GObject)

void          yc_http_limits_init            (YcHttpLimits       *limits);
YcHttpServer *yc_http_server_new             (const YcHttpLimits *limits,
                                              YcHttpHandler       handler,
                                              gpointer            user_data);
void          yc_http_server_set_limit_func  (YcHttpServer       *self,
                                              YcHttpLimitFunc     limit);
gboolean      yc_http_server_use_tls         (YcHttpServer       *self,
                                              const char         *certificate_file,
                                              const char         *key_file,
                                              GError            **error);
gboolean      yc_http_server_start           (YcHttpServer       *self,
                                              const char         *address,
                                              GError            **error);
const char   *yc_http_server_get_url         (YcHttpServer       *self);
guint         yc_http_server_get_n_open      (YcHttpServer       *self);
guint64       yc_http_server_get_n_late      (YcHttpServer       *self);
gboolean      yc_http_server_is_stopping     (YcHttpServer       *self);
void          yc_http_server_quiesce         (YcHttpServer       *self);
gboolean      yc_http_server_drain           (YcHttpServer       *self,
                                              guint               milliseconds);
void          yc_http_server_stop            (YcHttpServer       *self);

G_END_DECLS
