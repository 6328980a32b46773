/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTTP server: GNU libmicrohttpd with a limit on everything a client can do. */
#include "yc-http-server.h"

#include "yc-http-exchange-private.h"
#include "yc-http-reader-private.h"
#include "yc-http-sender-private.h"
#include "yc-http-watch.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* Room for the server library's own work on a connection, above what the headers may take, so that
 * headers over our limit still reach us and get a proper answer. */
#define CONNECTION_MEMORY (64 * 1024)

struct _YcHttpServer
{
  GObject parent_instance;

  YcHttpLimits limits;
  YcHttpHandler handler;
  YcHttpLimitFunc limit;
  gpointer user_data;
  struct MHD_Daemon *daemon;
  GSocket *socket;
  YcHttpWatch *watch;
  char *tls_certificate;
  char *tls_key;
  char *url;
  int n_under_way;
  int stopping;
};

G_DEFINE_FINAL_TYPE (YcHttpServer, yc_http_server, G_TYPE_OBJECT)

static enum MHD_Result
queue_answer (YcHttpServer          *self,
              struct MHD_Connection *connection,
              YcHttpExchange        *exchange,
              YcHttpResponse        *answer)
{
  gboolean live = yc_http_response_get_stream (answer) != NULL;

  if (yc_http_server_is_stopping (self))
    yc_http_response_set_header (answer, MHD_HTTP_HEADER_CONNECTION, "close");
  yc_http_watch_set_limit (self->watch, yc_http_exchange_get_watched (exchange),
                           live ? 0 : self->limits.response_ms);
  return yc_http_sender_queue (connection, answer);
}

static enum MHD_Result
refuse (YcHttpServer          *self,
        struct MHD_Connection *connection,
        YcHttpExchange        *exchange,
        YcServiceError         code,
        const char            *message)
{
  g_autoptr (GError) error = g_error_new_literal (YC_SERVICE_ERROR, code, message);
  YcHttpResponse *answer = yc_http_response_new_problem (error);

  yc_http_response_set_header (answer, MHD_HTTP_HEADER_CONNECTION, "close");
  yc_http_exchange_answer (exchange, answer);
  return queue_answer (self, connection, exchange, answer);
}

static gsize
choose_limit (YcHttpServer   *self,
              YcHttpExchange *exchange)
{
  gsize limit = 0;

  if (self->limit != NULL)
    limit = self->limit (yc_http_exchange_get_request (exchange), self->user_data);
  if (limit == 0)
    limit = self->limits.max_body;
  yc_http_exchange_set_limit (exchange, limit);
  return limit;
}

static enum MHD_Result
begin_request (YcHttpServer          *self,
               struct MHD_Connection *connection,
               YcHttpExchange        *exchange,
               const char            *url)
{
  YcHttpRequest *request = yc_http_exchange_get_request (exchange);
  const char *length = yc_http_request_get_header (request, "content-length");
  guint64 n_bytes = length != NULL ? g_ascii_strtoull (length, NULL, 10) : 0;

  g_atomic_int_inc (&self->n_under_way);
  yc_http_watch_set_limit (self->watch, yc_http_exchange_get_watched (exchange),
                           self->limits.body_ms);
  if (yc_http_reader_measure (connection, url) > self->limits.max_header)
    return refuse (self, connection, exchange, YC_SERVICE_ERROR_HEADER_TOO_LARGE,
                   _("The headers are larger than this service takes."));
  if (yc_http_request_is_ambiguous (request))
    return refuse (self, connection, exchange, YC_SERVICE_ERROR_MALFORMED,
                   _("A header says two things at once."));
  if (n_bytes > choose_limit (self, exchange))
    return refuse (self, connection, exchange, YC_SERVICE_ERROR_TOO_LARGE,
                   _("The body is larger than this service takes."));
  return MHD_YES;
}

static enum MHD_Result
take_body (YcHttpServer   *self,
           YcHttpExchange *exchange,
           const char     *data,
           size_t         *size)
{
  YcHttpRequest *request = yc_http_exchange_get_request (exchange);
  gsize length = yc_http_request_get_length (request);
  gsize limit = yc_http_exchange_get_limit (exchange);

  /* One byte more than allowed is kept as the sign of a body that is too large; the rest is let
   * pass, because an answer can only be queued when the body has been read. */
  if (length <= limit)
    yc_http_request_add_body (request, data, MIN (*size, limit + 1 - length));
  *size = 0;
  return MHD_YES;
}

static enum MHD_Result
handle_request (YcHttpServer          *self,
                struct MHD_Connection *connection,
                YcHttpExchange        *exchange)
{
  YcHttpRequest *request = yc_http_exchange_get_request (exchange);
  YcHttpResponse *answer;

  if (yc_http_exchange_mark (exchange))
    {
      yc_http_watch_set_limit (self->watch, yc_http_exchange_get_watched (exchange), 0);
      if (yc_http_request_get_length (request) > yc_http_exchange_get_limit (exchange))
        return refuse (self, connection, exchange, YC_SERVICE_ERROR_TOO_LARGE,
                       _("The body is larger than this service takes."));
      self->handler (exchange, self->user_data);
    }
  answer = yc_http_exchange_wait (exchange);
  return answer != NULL ? queue_answer (self, connection, exchange, answer) : MHD_YES;
}

static enum MHD_Result
access_cb (void                  *data,
           struct MHD_Connection *connection,
           const char            *url,
           const char            *method,
           const char            *version,
           const char            *upload_data,
           size_t                *upload_size,
           void                 **context)
{
  YcHttpServer *self = data;

  if (*context == NULL)
    {
      *context = yc_http_reader_create_exchange (connection, url, method);
      return begin_request (self, connection, *context, url);
    }
  if (*upload_size > 0)
    return take_body (self, *context, upload_data, upload_size);
  return handle_request (self, connection, *context);
}

static void
completed_cb (void                           *data,
              struct MHD_Connection          *connection,
              void                          **context,
              enum MHD_RequestTerminationCode code)
{
  YcHttpServer *self = data;
  YcHttpExchange *exchange = *context;

  if (exchange == NULL)
    return;
  *context = NULL;
  yc_http_exchange_close (exchange);
  yc_http_watch_set_limit (self->watch, yc_http_exchange_get_watched (exchange),
                           self->limits.idle_ms);
  g_atomic_int_add (&self->n_under_way, -1);
  yc_http_exchange_unref (exchange);
}

static void
connection_cb (void                              *data,
               struct MHD_Connection             *connection,
               void                             **context,
               enum MHD_ConnectionNotificationCode code)
{
  YcHttpServer *self = data;
  const union MHD_ConnectionInfo *info;

  if (code == MHD_CONNECTION_NOTIFY_CLOSED)
    {
      yc_http_watch_remove (self->watch, *context);
      *context = NULL;
      return;
    }
  info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  *context = yc_http_watch_add (self->watch, info->connect_fd, self->limits.header_ms);
}

static void G_GNUC_PRINTF (2, 0)
log_cb (void       *data,
        const char *format,
        va_list     arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  g_debug ("microhttpd: %s", g_strchomp (text));
}

static void
yc_http_server_finalize (GObject *object)
{
  YcHttpServer *self = YC_HTTP_SERVER (object);

  yc_http_server_stop (self);
  g_clear_object (&self->socket);
  g_free (self->tls_certificate);
  g_free (self->tls_key);
  g_free (self->url);
  G_OBJECT_CLASS (yc_http_server_parent_class)->finalize (object);
}

static void
yc_http_server_class_init (YcHttpServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_http_server_finalize;
}

static void
yc_http_server_init (YcHttpServer *self)
{
}

/**
 * yc_http_limits_init:
 * @limits: (out): limits to fill in
 *
 * Sets limits that suit 1,200 desks at one service.
 */
void
yc_http_limits_init (YcHttpLimits *limits)
{
  limits->n_threads = CLAMP (g_get_num_processors (), 2, 16);
  limits->max_connections = 8192;
  limits->max_connections_per_address = 512;
  limits->max_body = 4 * 1024 * 1024;
  limits->max_header = 16 * 1024;
  limits->header_ms = 10 * 1000;
  limits->body_ms = 60 * 1000;
  limits->response_ms = 120 * 1000;
  limits->idle_ms = 75 * 1000;
}

/**
 * yc_http_server_new:
 * @limits: what clients may do
 * @handler: answers the requests
 * @user_data: data for @handler
 *
 * Returns: (transfer full): a server that does not listen yet
 */
YcHttpServer *
yc_http_server_new (const YcHttpLimits *limits,
                    YcHttpHandler       handler,
                    gpointer            user_data)
{
  YcHttpServer *self = g_object_new (YC_TYPE_HTTP_SERVER, NULL);

  self->limits = *limits;
  self->handler = handler;
  self->user_data = user_data;
  return self;
}

/**
 * yc_http_server_set_limit_func:
 * @self: a server that does not listen yet
 * @limit: asked once for each request, before its body is read
 */
void
yc_http_server_set_limit_func (YcHttpServer    *self,
                               YcHttpLimitFunc  limit)
{
  self->limit = limit;
}

/**
 * yc_http_server_use_tls:
 * @self: a server that does not listen yet
 * @certificate_file: a PEM file
 * @key_file: a PEM file
 * @error: (nullable): return location
 *
 * Returns: %FALSE with a #GFileError when a file cannot be read
 */
gboolean
yc_http_server_use_tls (YcHttpServer  *self,
                        const char    *certificate_file,
                        const char    *key_file,
                        GError       **error)
{
  g_return_val_if_fail (YC_IS_HTTP_SERVER (self), FALSE);

  return g_file_get_contents (certificate_file, &self->tls_certificate, NULL, error) &&
         g_file_get_contents (key_file, &self->tls_key, NULL, error);
}

static GSocketAddress *
parse_address (YcHttpServer  *self,
               const char    *address,
               GError       **error)
{
  g_autoptr (GSocketConnectable) connectable = NULL;
  g_autoptr (GInetAddress) inet = NULL;

  connectable = g_network_address_parse (address, 0, error);
  if (connectable == NULL)
    return NULL;
  inet = g_inet_address_new_from_string (
    g_network_address_get_hostname (G_NETWORK_ADDRESS (connectable)));
  if (inet == NULL)
    {
      g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
                   _("“%s” is not a numeric address with a port."), address);
      return NULL;
    }
  if (self->tls_key == NULL && !g_inet_address_get_is_loopback (inet))
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
                           _("Off the loopback a TLS certificate and key are required."));
      return NULL;
    }
  return g_inet_socket_address_new (
    inet, g_network_address_get_port (G_NETWORK_ADDRESS (connectable)));
}

static gboolean
open_socket (YcHttpServer  *self,
             const char    *address,
             GError       **error)
{
  g_autoptr (GSocketAddress) wanted = parse_address (self, address, error);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autofree char *text = NULL;

  if (wanted == NULL)
    return FALSE;
  self->socket = g_socket_new (g_socket_address_get_family (wanted), G_SOCKET_TYPE_STREAM,
                               G_SOCKET_PROTOCOL_TCP, error);
  if (self->socket == NULL || !g_socket_bind (self->socket, wanted, TRUE, error))
    return FALSE;
  g_socket_set_listen_backlog (self->socket, 1024);
  if (!g_socket_listen (self->socket, error))
    return FALSE;
  bound = g_socket_get_local_address (self->socket, error);
  if (bound == NULL)
    return FALSE;
  text = g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (bound));
  self->url = g_strdup_printf ("%s://%s", self->tls_key != NULL ? "https" : "http", text);
  return TRUE;
}

static struct MHD_Daemon *
start_daemon (YcHttpServer *self)
{
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
  struct MHD_OptionItem tls[] = {
    { MHD_OPTION_HTTPS_MEM_CERT, 0, self->tls_certificate },
    { MHD_OPTION_HTTPS_MEM_KEY, 0, self->tls_key },
    { MHD_OPTION_END, 0, NULL },
  };
  struct MHD_OptionItem none[] = { { MHD_OPTION_END, 0, NULL } };

  if (self->tls_key != NULL)
    flags |= MHD_USE_TLS;
  return MHD_start_daemon (
    flags, 0, NULL, NULL, access_cb, self,
    MHD_OPTION_EXTERNAL_LOGGER, log_cb, self,
    MHD_OPTION_ARRAY, self->tls_key != NULL ? tls : none,
    MHD_OPTION_LISTEN_SOCKET, g_socket_get_fd (self->socket),
    MHD_OPTION_THREAD_POOL_SIZE, self->limits.n_threads,
    MHD_OPTION_CONNECTION_LIMIT, self->limits.max_connections,
    MHD_OPTION_PER_IP_CONNECTION_LIMIT, self->limits.max_connections_per_address,
    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t) CONNECTION_MEMORY,
    MHD_OPTION_CONNECTION_TIMEOUT, MAX (self->limits.idle_ms / 1000, 1),
    MHD_OPTION_STRICT_FOR_CLIENT, 1,
    MHD_OPTION_NOTIFY_COMPLETED, completed_cb, self,
    MHD_OPTION_NOTIFY_CONNECTION, connection_cb, self,
    MHD_OPTION_END);
}

/**
 * yc_http_server_start:
 * @self: a server
 * @address: a numeric address with a port, such as "127.0.0.1:0" or "[::1]:8080"; port 0 takes
 *   a free one
 * @error: (nullable): return location
 *
 * Begins to listen and serve. Off the loopback this needs yc_http_server_use_tls() first.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_FAILED or a #GIOError
 */
gboolean
yc_http_server_start (YcHttpServer  *self,
                      const char    *address,
                      GError       **error)
{
  g_return_val_if_fail (YC_IS_HTTP_SERVER (self), FALSE);
  g_return_val_if_fail (self->daemon == NULL, FALSE);

  if (!open_socket (self, address, error))
    return FALSE;
  self->watch = yc_http_watch_new ();
  self->daemon = start_daemon (self);
  if (self->daemon == NULL)
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
                           self->tls_key == NULL
                             ? _("The HTTP server could not be started.")
                             : _("The HTTP server could not be started: the TLS certificate or its "
                                 "key is not PEM, or they do not belong together."));
      return FALSE;
    }
  return TRUE;
}

/**
 * yc_http_server_get_url:
 * @self: a server
 *
 * Returns: (nullable): where it listens, such as "http://127.0.0.1:43210"
 */
const char *
yc_http_server_get_url (YcHttpServer *self)
{
  return self->url;
}

/**
 * yc_http_server_get_n_open:
 * @self: a server that listens
 *
 * Returns: the number of open connections
 */
guint
yc_http_server_get_n_open (YcHttpServer *self)
{
  return yc_http_watch_get_n_open (self->watch);
}

/**
 * yc_http_server_get_n_late:
 * @self: a server that listens
 *
 * Returns: the number of connections closed because they were too slow
 */
guint64
yc_http_server_get_n_late (YcHttpServer *self)
{
  return yc_http_watch_get_n_closed (self->watch);
}

gboolean
yc_http_server_is_stopping (YcHttpServer *self)
{
  return g_atomic_int_get (&self->stopping);
}

/**
 * yc_http_server_quiesce:
 * @self: a server that listens
 *
 * Takes no new connection from now on; those that are open are told to close after their answer.
 */
void
yc_http_server_quiesce (YcHttpServer *self)
{
  g_return_if_fail (YC_IS_HTTP_SERVER (self));

  if (self->daemon == NULL || yc_http_server_is_stopping (self))
    return;
  g_atomic_int_set (&self->stopping, TRUE);
  MHD_quiesce_daemon (self->daemon);
}

/**
 * yc_http_server_drain:
 * @self: a server
 * @milliseconds: how long to wait at most
 *
 * Waits until every request that was taken is answered. Streams must have been ended before.
 *
 * Returns: %FALSE when some are still under way
 */
gboolean
yc_http_server_drain (YcHttpServer *self,
                      guint         milliseconds)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  while (g_atomic_int_get (&self->n_under_way) > 0 && g_get_monotonic_time () < deadline)
    g_usleep (1000);
  return g_atomic_int_get (&self->n_under_way) == 0;
}

/**
 * yc_http_server_stop:
 * @self: a server
 *
 * Closes every connection and ends the threads. No exchange may be waiting for its answer.
 */
void
yc_http_server_stop (YcHttpServer *self)
{
  if (self->daemon != NULL)
    MHD_stop_daemon (g_steal_pointer (&self->daemon));
  g_clear_pointer (&self->watch, yc_http_watch_free);
}
