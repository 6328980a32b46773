/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the line up and passes on what the service tells by itself. While somebody is signed in
 * the live events are the line; otherwise the service's health is asked for now and then. */
#include "yc-live.h"

#include "yc-event-reader.h"
#include "yc-json.h"
#include "yc-line-private.h"

struct _YcLive
{
  GObject        parent_instance;

  YcHttp        *http;
  YcLine        *line;
  YcSession     *session;
  YcEventReader *stream;
  GCancellable  *probe;
  guint          probe_timer;
  gboolean       running;
};

enum
{
  CASE,
  INQUIRY,
  DELIVERY,
  PLAN,
  CATALOG,
  REFRESH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcLive, yc_live, G_TYPE_OBJECT)

static void
stop_probe (YcLive *self)
{
  g_clear_handle_id (&self->probe_timer, g_source_remove);
  if (self->probe != NULL)
    g_cancellable_cancel (self->probe);
  g_clear_object (&self->probe);
}

static void probe (YcLive *self);

static gboolean
probe_again_cb (gpointer data)
{
  YcLive *self = data;

  self->probe_timer = 0;
  probe (self);
  return G_SOURCE_REMOVE;
}

static void
probed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcLive) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->probe);
  if (reply == NULL)
    {
      yc_line_failed (self->line, error);
      return;
    }
  self->probe_timer =
      g_timeout_add (yc_http_get_limits (self->http)->probe_ms, probe_again_cb, self);
  yc_line_connected (self->line);
}

static void
probe (YcLive *self)
{
  YcRequest request = { .method = "GET", .path = "/healthz", .outside = TRUE, .anonymous = TRUE,
                        .expect = YC_EXPECT_NOTHING };

  stop_probe (self);
  self->probe = g_cancellable_new ();
  yc_http_send_async (self->http, &request, self->probe, probed_cb, g_object_ref (self));
}

static void
connect_now (YcLive *self)
{
  if (!self->running)
    return;
  yc_line_connecting (self->line);
  stop_probe (self);
  yc_event_reader_close (self->stream);
  if (yc_session_get_signed_in (self->session))
    yc_event_reader_open (self->stream);
  else
    probe (self);
}

static void
opened_cb (YcEventReader *stream,
           YcLive        *self)
{
  yc_line_connected (self->line);
  g_signal_emit (self, signals[REFRESH], 0);
}

static void
closed_cb (YcEventReader *stream,
           GError        *error,
           YcLive        *self)
{
  if (self->running)
    yc_line_failed (self->line, error);
}

static void
event_cb (YcEventReader *stream,
          const char    *name,
          JsonNode      *data,
          YcLive        *self)
{
  JsonObject *object = yc_json_node_get_object (data);
  const char *id = yc_json_get_string (object, "id", NULL);
  gint64 version = yc_json_get_int (object, "version", 0);

  if (g_str_equal (name, "case") && id != NULL)
    g_signal_emit (self, signals[CASE], 0, id, version);
  else if (g_str_equal (name, "inquiry") && id != NULL)
    g_signal_emit (self, signals[INQUIRY], 0, id, version);
  else if (g_str_equal (name, "delivery") && id != NULL)
    g_signal_emit (self, signals[DELIVERY], 0, id);
  else if (g_str_equal (name, "plan") && id != NULL)
    g_signal_emit (self, signals[PLAN], 0, id, version);
  else if (g_str_equal (name, "catalog"))
    g_signal_emit (self, signals[CATALOG], 0, version);
}

static void
answered_cb (YcHttp *http,
             YcLive *self)
{
  /* Somebody else got through: do not wait for the clock. */
  if (self->running && yc_line_get_state (self->line) == YC_LINE_OFFLINE)
    yc_line_try_now (self->line);
}

static void
unreachable_cb (YcHttp *http,
                GError *error,
                YcLive *self)
{
  if (self->running && self->probe_timer != 0)
    {
      stop_probe (self);
      yc_line_failed (self->line, error);
    }
}

static void
yc_live_dispose (GObject *object)
{
  YcLive *self = YC_LIVE (object);

  if (self->stream != NULL)
    yc_live_stop (self);
  g_clear_object (&self->stream);
  g_clear_object (&self->http);
  g_clear_object (&self->line);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yc_live_parent_class)->dispose (object);
}

static void
yc_live_class_init (YcLiveClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_live_dispose;

  signals[CASE] = g_signal_new ("case", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_INT64);
  signals[INQUIRY] = g_signal_new ("inquiry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[DELIVERY] = g_signal_new ("delivery", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PLAN] = g_signal_new ("plan", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_INT64);
  signals[CATALOG] = g_signal_new ("catalog", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REFRESH] = g_signal_new ("refresh", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
yc_live_init (YcLive *self)
{
}

YcLive *
yc_live_new (YcHttp    *http,
             YcLine    *line,
             YcSession *session)
{
  YcLive *self = g_object_new (YC_TYPE_LIVE, NULL);

  self->http = g_object_ref (http);
  self->line = g_object_ref (line);
  self->session = g_object_ref (session);
  self->stream = yc_event_reader_new (http);
  g_signal_connect_object (self->stream, "opened", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (self->stream, "closed", G_CALLBACK (closed_cb), self, 0);
  g_signal_connect_object (self->stream, "event", G_CALLBACK (event_cb), self, 0);
  g_signal_connect_object (http, "answered", G_CALLBACK (answered_cb), self, 0);
  g_signal_connect_object (http, "unreachable", G_CALLBACK (unreachable_cb), self, 0);
  g_signal_connect_object (line, "try", G_CALLBACK (connect_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::signed-in", G_CALLBACK (connect_now), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::user-id", G_CALLBACK (connect_now), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
yc_live_start (YcLive *self)
{
  self->running = TRUE;
  connect_now (self);
}

void
yc_live_stop (YcLive *self)
{
  self->running = FALSE;
  stop_probe (self);
  yc_event_reader_close (self->stream);
  yc_line_stop (self->line);
}
