/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One listener's stream of Server-Sent Events. */
#include "yc-event-stream.h"

#include "yc-event-hub-private.h"

#include <string.h>

#define HELLO "retry: 2000\n: hello\n\n"
#define HEARTBEAT ": still here\n\n"

struct _YcEventStream
{
  YcHttpStream parent_instance;

  YcEventHub *hub;
  /* What the listener may see; fixed when the stream was opened. */
  char *user;
  char *place_path;
  char *session;
  char *expires_at;
  YcRole role;
  GMutex mutex;
  gint64 after;
  GString *pending;
  gsize sent;
  gboolean beat;
};

G_DEFINE_FINAL_TYPE (YcEventStream, yc_event_stream, YC_TYPE_HTTP_STREAM)

static gboolean
is_public (const YcEvent *event)
{
  return g_str_equal (event->kind, "catalog");
}

/**
 * yc_event_stream_sees:
 * @self: a stream
 * @event: an event
 *
 * Returns: whether the listener may know of it
 */
gboolean
yc_event_stream_sees (YcEventStream *self,
                      const YcEvent *event)
{
  YcIdentity identity = { .id = self->user, .role = self->role, .place_path = self->place_path };

  return is_public (event) || yc_identity_sees_case (&identity, event->place_path, event->clerk);
}

static void
append_event (YcEventStream *self,
              const YcEvent *event)
{
  self->after = event->id;
  if (yc_event_stream_sees (self, event))
    g_string_append_printf (self->pending, "id: %" G_GINT64_FORMAT "\nevent: %s\ndata: %s\n\n",
                            event->id, event->kind, event->data);
}

static void
fill_pending (YcEventStream *self)
{
  gboolean more = TRUE;

  g_string_truncate (self->pending, 0);
  self->sent = 0;
  while (more && self->pending->len == 0)
    {
      g_autoptr (GPtrArray) events =
        g_ptr_array_new_with_free_func ((GDestroyNotify) yc_event_unref);

      more = yc_event_hub_collect (self->hub, self->after, events);
      for (guint i = 0; i < events->len; i++)
        append_event (self, g_ptr_array_index (events, i));
    }
  if (self->pending->len == 0 && self->beat)
    g_string_append (self->pending, HEARTBEAT);
  self->beat = FALSE;
}

static gssize
yc_event_stream_pull (YcHttpStream *stream,
                      char         *buffer,
                      gsize         size)
{
  YcEventStream *self = YC_EVENT_STREAM (stream);
  gsize n;

  g_mutex_lock (&self->mutex);
  if (self->sent == self->pending->len)
    fill_pending (self);
  n = MIN (size, self->pending->len - self->sent);
  memcpy (buffer, self->pending->str + self->sent, n);
  self->sent += n;
  g_mutex_unlock (&self->mutex);
  return n;
}

static void
yc_event_stream_closed (YcHttpStream *stream)
{
  yc_event_hub_leave (YC_EVENT_STREAM (stream)->hub, YC_EVENT_STREAM (stream));
}

static void
yc_event_stream_dispose (GObject *object)
{
  YcEventStream *self = YC_EVENT_STREAM (object);

  if (self->hub != NULL)
    yc_event_hub_leave (self->hub, self);
  G_OBJECT_CLASS (yc_event_stream_parent_class)->dispose (object);
}

static void
yc_event_stream_finalize (GObject *object)
{
  YcEventStream *self = YC_EVENT_STREAM (object);

  g_free (self->user);
  g_free (self->place_path);
  g_free (self->session);
  g_free (self->expires_at);
  g_string_free (self->pending, TRUE);
  g_mutex_clear (&self->mutex);
  g_clear_object (&self->hub);
  G_OBJECT_CLASS (yc_event_stream_parent_class)->finalize (object);
}

static void
yc_event_stream_class_init (YcEventStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_event_stream_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_event_stream_finalize;
  YC_HTTP_STREAM_CLASS (klass)->pull = yc_event_stream_pull;
  YC_HTTP_STREAM_CLASS (klass)->closed = yc_event_stream_closed;
}

static void
yc_event_stream_init (YcEventStream *self)
{
  g_mutex_init (&self->mutex);
  /* Sent at once, so that the listener knows that it is heard. */
  self->pending = g_string_new (HELLO);
}

/**
 * yc_event_stream_new:
 * @hub: where events come from
 * @identity: who listens
 * @after: the last event the listener knows of
 *
 * Returns: (transfer full): a stream
 */
YcEventStream *
yc_event_stream_new (YcEventHub       *hub,
                     const YcIdentity *identity,
                     gint64            after)
{
  YcEventStream *self = g_object_new (YC_TYPE_EVENT_STREAM, NULL);

  self->hub = g_object_ref (hub);
  self->user = g_strdup (identity->id);
  self->place_path = g_strdup (identity->place_path);
  self->session = g_strdup (identity->session);
  self->expires_at = g_strdup (identity->expires_at);
  self->role = identity->role;
  self->after = after;
  return self;
}

/**
 * yc_event_stream_get_session:
 * @self: a stream
 *
 * Returns: hash of the token of the session it was opened in
 */
const char *
yc_event_stream_get_session (YcEventStream *self)
{
  return self->session;
}

/**
 * yc_event_stream_beat:
 * @self: a stream
 * @now: the time, RFC 3339 in UTC
 *
 * Sends a sign of life, which also finds out whether the listener is still there; ends the stream
 * when the listener's session has ended.
 */
void
yc_event_stream_beat (YcEventStream *self,
                      const char    *now)
{
  if (strcmp (now, self->expires_at) >= 0)
    {
      yc_http_stream_end (YC_HTTP_STREAM (self));
      return;
    }
  g_mutex_lock (&self->mutex);
  self->beat = TRUE;
  g_mutex_unlock (&self->mutex);
  yc_http_stream_wake (YC_HTTP_STREAM (self));
}
