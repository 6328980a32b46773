/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings what happened to everyone who listens and may know of it.
 *
 * Events are read from the database once after each commit and kept for a while in memory; each
 * stream takes what it has not had yet. A listener that comes back after a long time is served from
 * the database. */
#include "yc-event-hub-private.h"

#include "yc-clock.h"

#define HEARTBEAT_SECONDS 15
#define MAX_RECENT 8192
#define PAGE 256

struct _YcEventHub
{
  GObject parent_instance;

  YcDatabase *database;
  GMutex mutex;
  GCond cond;
  GThread *thread;
  /* YcEvent, oldest first */
  GQueue recent;
  gint64 last;
  GHashTable *streams;
  gboolean stopping;
};

G_DEFINE_FINAL_TYPE (YcEventHub, yc_event_hub, G_TYPE_OBJECT)

static GPtrArray *
ref_streams (YcEventHub *self)
{
  GPtrArray *streams = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer stream;

  g_hash_table_iter_init (&iter, self->streams);
  while (g_hash_table_iter_next (&iter, &stream, NULL))
    g_ptr_array_add (streams, g_object_ref (stream));
  return streams;
}

static void
beat_all (YcEventHub *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = yc_clock_format (now);
  g_autoptr (GPtrArray) streams = ref_streams (self);

  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < streams->len; i++)
    yc_event_stream_beat (g_ptr_array_index (streams, i), text);
  g_ptr_array_set_size (streams, 0);
  g_mutex_lock (&self->mutex);
}

static gpointer
heartbeat_thread (gpointer data)
{
  YcEventHub *self = data;
  gint64 next = g_get_monotonic_time () + HEARTBEAT_SECONDS * G_USEC_PER_SEC;

  g_mutex_lock (&self->mutex);
  while (!self->stopping)
    {
      if (g_cond_wait_until (&self->cond, &self->mutex, next))
        continue;
      beat_all (self);
      next += HEARTBEAT_SECONDS * G_USEC_PER_SEC;
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

static void
yc_event_hub_finalize (GObject *object)
{
  YcEventHub *self = YC_EVENT_HUB (object);

  yc_event_hub_stop (self);
  g_queue_clear_full (&self->recent, (GDestroyNotify) yc_event_unref);
  g_hash_table_unref (self->streams);
  g_clear_object (&self->database);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  G_OBJECT_CLASS (yc_event_hub_parent_class)->finalize (object);
}

static void
yc_event_hub_class_init (YcEventHubClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_event_hub_finalize;
}

static void
yc_event_hub_init (YcEventHub *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->recent);
  /* The streams hold the hub, so the hub does not hold the streams. */
  self->streams = g_hash_table_new (NULL, NULL);
}

/**
 * yc_event_hub_new:
 * @database: where events are stored
 * @error: (nullable): return location
 *
 * Returns: (transfer full): a hub, %NULL on an error
 */
YcEventHub *
yc_event_hub_new (YcDatabase  *database,
                  GError     **error)
{
  g_autoptr (YcEventHub) self = g_object_new (YC_TYPE_EVENT_HUB, NULL);
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (database, error);

  if (transaction == NULL)
    return NULL;
  self->database = g_object_ref (database);
  self->last = yc_events_table_get_last (transaction, error);
  if (self->last < 0)
    return NULL;
  self->thread = g_thread_new ("heartbeat", heartbeat_thread, self);
  return g_steal_pointer (&self);
}

static GPtrArray *
read_events (YcEventHub *self,
             gint64      after,
             gint64      limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (self->database, &error);
  GPtrArray *events = NULL;

  if (transaction != NULL)
    events = yc_events_table_list (transaction, after, limit, &error);
  if (events == NULL)
    g_warning ("Events cannot be read: %s", error->message);
  return events;
}

static void
add_recent (YcEventHub *self,
            GPtrArray  *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      YcEvent *event = g_ptr_array_index (events, i);

      g_queue_push_tail (&self->recent, yc_event_ref (event));
      self->last = event->id;
    }
  while (g_queue_get_length (&self->recent) > MAX_RECENT)
    yc_event_unref (g_queue_pop_head (&self->recent));
}

static void
wake_those_who_see (GPtrArray *streams,
                    GPtrArray *events)
{
  for (guint i = 0; i < streams->len; i++)
    for (guint j = 0; j < events->len; j++)
      if (yc_event_stream_sees (g_ptr_array_index (streams, i), g_ptr_array_index (events, j)))
        {
          yc_http_stream_wake (g_ptr_array_index (streams, i));
          break;
        }
}

/**
 * yc_event_hub_pull:
 * @self: a hub
 *
 * Takes the events that were stored since the last call to the listeners. Called on the writer's
 * thread after each commit.
 */
void
yc_event_hub_pull (YcEventHub *self)
{
  g_autoptr (GPtrArray) events = read_events (self, yc_event_hub_get_last (self), G_MAXINT32);
  g_autoptr (GPtrArray) streams = NULL;

  if (events == NULL || events->len == 0)
    return;
  g_mutex_lock (&self->mutex);
  add_recent (self, events);
  streams = ref_streams (self);
  g_mutex_unlock (&self->mutex);
  wake_those_who_see (streams, events);
}

static gboolean
collect_recent (YcEventHub *self,
                gint64      after,
                GPtrArray  *events)
{
  gboolean covered;

  g_mutex_lock (&self->mutex);
  covered = after >= self->last || (self->recent.head != NULL &&
                                    ((YcEvent *) self->recent.head->data)->id <= after + 1);
  for (GList *l = self->recent.tail; covered && l != NULL; l = l->prev)
    if (((YcEvent *) l->data)->id > after)
      g_ptr_array_insert (events, 0, yc_event_ref (l->data));
    else
      break;
  g_mutex_unlock (&self->mutex);
  return covered;
}

/*
 * yc_event_hub_collect:
 *
 * Appends the events after @after to @events. Returns whether there may be more.
 */
gboolean
yc_event_hub_collect (YcEventHub *self,
                      gint64      after,
                      GPtrArray  *events)
{
  g_autoptr (GPtrArray) stored = NULL;

  if (collect_recent (self, after, events))
    return FALSE;
  stored = read_events (self, after, PAGE);
  if (stored == NULL || stored->len == 0)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (events, yc_event_ref (g_ptr_array_index (stored, i)));
  return stored->len == PAGE;
}

void
yc_event_hub_leave (YcEventHub    *self,
                    YcEventStream *stream)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->streams, stream);
  g_mutex_unlock (&self->mutex);
}

/**
 * yc_event_hub_listen:
 * @self: a hub
 * @identity: who listens
 * @after: the last event the listener knows of, -1 to hear only what comes from now on
 *
 * Returns: (transfer full): the listener's stream
 */
YcHttpStream *
yc_event_hub_listen (YcEventHub       *self,
                     const YcIdentity *identity,
                     gint64            after)
{
  YcEventStream *stream;

  g_mutex_lock (&self->mutex);
  stream = yc_event_stream_new (self, identity, after >= 0 ? after : self->last);
  g_hash_table_add (self->streams, stream);
  if (self->stopping)
    yc_http_stream_end (YC_HTTP_STREAM (stream));
  g_mutex_unlock (&self->mutex);
  return YC_HTTP_STREAM (stream);
}

gint64
yc_event_hub_get_last (YcEventHub *self)
{
  gint64 last;

  g_mutex_lock (&self->mutex);
  last = self->last;
  g_mutex_unlock (&self->mutex);
  return last;
}

guint
yc_event_hub_get_n_listeners (YcEventHub *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = g_hash_table_size (self->streams);
  g_mutex_unlock (&self->mutex);
  return n;
}

/**
 * yc_event_hub_end_session:
 * @self: a hub
 * @session: hash of a session's token
 *
 * Ends the streams that were opened in a session, because it is over.
 */
void
yc_event_hub_end_session (YcEventHub *self,
                          const char *session)
{
  g_autoptr (GPtrArray) streams = NULL;

  g_mutex_lock (&self->mutex);
  streams = ref_streams (self);
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < streams->len; i++)
    if (g_str_equal (yc_event_stream_get_session (g_ptr_array_index (streams, i)), session))
      yc_http_stream_end (g_ptr_array_index (streams, i));
}

/**
 * yc_event_hub_stop:
 * @self: a hub
 *
 * Ends every stream and the heartbeat.
 */
void
yc_event_hub_stop (YcEventHub *self)
{
  g_autoptr (GPtrArray) streams = NULL;

  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_signal (&self->cond);
  streams = ref_streams (self);
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < streams->len; i++)
    yc_http_stream_end (g_ptr_array_index (streams, i));
  g_thread_join (g_steal_pointer (&self->thread));
}
