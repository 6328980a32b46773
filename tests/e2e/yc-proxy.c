/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A village line between desk and service that the test can break at a chosen moment. */
#include "yc-proxy.h"

#include <string.h>

#define CHUNK 65536

struct _YcProxy
{
  GSocketService *listener;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GMutex mutex;
  guint16 target;
  char *awaited;
  YcProxySwallowed swallowed;
  gpointer user_data;
};

/* One direction of one connection. */
typedef struct
{
  YcProxy *proxy;
  GIOStream *from;
  GIOStream *to;
  gboolean *armed;
  gboolean is_request;
} Pump;

static gboolean
is_awaited (YcProxy *self, const char *bytes, gsize length)
{
  g_autofree char *awaited = NULL;

  g_mutex_lock (&self->mutex);
  if (self->awaited != NULL && g_strstr_len (bytes, length, self->awaited) != NULL)
    awaited = g_steal_pointer (&self->awaited);
  g_mutex_unlock (&self->mutex);
  return awaited != NULL;
}

static void
close_both (Pump *pump)
{
  GSocket *from = g_socket_connection_get_socket (G_SOCKET_CONNECTION (pump->from));
  GSocket *to = g_socket_connection_get_socket (G_SOCKET_CONNECTION (pump->to));

  g_socket_shutdown (from, TRUE, TRUE, NULL);
  g_socket_shutdown (to, TRUE, TRUE, NULL);
}

static gpointer
pump_thread (gpointer data)
{
  Pump *pump = data;
  GInputStream *input = g_io_stream_get_input_stream (pump->from);
  GOutputStream *output = g_io_stream_get_output_stream (pump->to);
  g_autofree char *bytes = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (input, bytes, CHUNK, NULL, NULL)) > 0)
    {
      if (pump->is_request && is_awaited (pump->proxy, bytes, n))
        g_atomic_int_set (pump->armed, TRUE);
      if (!pump->is_request && g_atomic_int_get (pump->armed))
        {
          pump->proxy->swallowed (pump->proxy->user_data);
          break;
        }
      if (!g_output_stream_write_all (output, bytes, n, NULL, NULL, NULL))
        break;
    }
  close_both (pump);
  return NULL;
}

static gboolean
run_cb (GThreadedSocketService *listener,
        GSocketConnection      *client,
        GObject                *source,
        gpointer                data)
{
  YcProxy *self = data;
  g_autoptr (GSocketClient) dialler = g_socket_client_new ();
  g_autoptr (GSocketConnection) server = NULL;
  gboolean armed = FALSE;
  guint16 target;
  GThread *answers;
  Pump up, down;

  g_mutex_lock (&self->mutex);
  target = self->target;
  g_mutex_unlock (&self->mutex);
  if (target != 0)
    server = g_socket_client_connect_to_host (dialler, "127.0.0.1", target, NULL, NULL);
  if (server == NULL)
    return TRUE;
  up = (Pump){ self, G_IO_STREAM (client), G_IO_STREAM (server), &armed, TRUE };
  down = (Pump){ self, G_IO_STREAM (server), G_IO_STREAM (client), &armed, FALSE };
  answers = g_thread_new ("answers", pump_thread, &down);
  pump_thread (&up);
  g_thread_join (answers);
  return TRUE;
}

static gpointer
listen_thread (gpointer data)
{
  YcProxy *self = data;

  g_main_context_push_thread_default (self->context);
  g_socket_service_start (self->listener);
  g_main_loop_run (self->loop);
  g_socket_service_stop (self->listener);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

YcProxy *
yc_proxy_new (guint16 *port)
{
  YcProxy *self = g_new0 (YcProxy, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_main_context_push_thread_default (self->context);
  self->listener = g_threaded_socket_service_new (64);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->listener), any, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_main_context_pop_thread_default (self->context);
  g_assert_no_error (error);
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_signal_connect (self->listener, "run", G_CALLBACK (run_cb), self);
  self->thread = g_thread_new ("proxy", listen_thread, self);
  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
yc_proxy_free (YcProxy *self)
{
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_socket_listener_close (G_SOCKET_LISTENER (self->listener));
  /* Connections still pumping hold self; the process ends soon after, so it is left to them. */
  g_clear_object (&self->listener);
}

void
yc_proxy_set_target (YcProxy *self, guint16 port)
{
  g_mutex_lock (&self->mutex);
  self->target = port;
  g_mutex_unlock (&self->mutex);
}

void
yc_proxy_swallow_next (YcProxy         *self,
                       const char      *request_line,
                       YcProxySwallowed swallowed,
                       gpointer         user_data)
{
  g_mutex_lock (&self->mutex);
  g_free (self->awaited);
  self->awaited = g_strdup (request_line);
  self->swallowed = swallowed;
  self->user_data = user_data;
  g_mutex_unlock (&self->mutex);
}
