/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a time limit on every step of every connection.
 *
 * The server library's own timeout starts again with every byte, so that a client that sends one
 * byte a second could stay for ever. Here each step has one deadline that no byte moves; a
 * connection that misses it is shut down, which the server then sees as the client leaving. */
#include "yc-http-watch.h"

#include <sys/socket.h>

#define ROUND_USEC (G_USEC_PER_SEC / 10)

struct _YcHttpWatched
{
  int fd;
  gint64 deadline;
};

struct _YcHttpWatch
{
  GMutex mutex;
  GCond cond;
  GHashTable *open;
  GThread *thread;
  guint64 n_closed;
  gboolean stopping;
};

static void
close_late (YcHttpWatch *self)
{
  gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      YcHttpWatched *watched = key;

      if (now < watched->deadline)
        continue;
      watched->deadline = G_MAXINT64;
      shutdown (watched->fd, SHUT_RDWR);
      self->n_closed++;
    }
}

static gpointer
watch_thread (gpointer data)
{
  YcHttpWatch *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->stopping)
    {
      g_cond_wait_until (&self->cond, &self->mutex, g_get_monotonic_time () + ROUND_USEC);
      close_late (self);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

static gint64
get_deadline (guint milliseconds)
{
  if (milliseconds == 0)
    return G_MAXINT64;
  return g_get_monotonic_time () + (gint64) milliseconds * 1000;
}

YcHttpWatch *
yc_http_watch_new (void)
{
  YcHttpWatch *self = g_new0 (YcHttpWatch, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->open = g_hash_table_new_full (NULL, NULL, g_free, NULL);
  self->thread = g_thread_new ("http-watch", watch_thread, self);
  return self;
}

void
yc_http_watch_free (YcHttpWatch *self)
{
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_hash_table_unref (self->open);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/**
 * yc_http_watch_add:
 * @self: a watch
 * @fd: the socket; must stay open until yc_http_watch_remove()
 * @milliseconds: the first step's limit, 0 for none
 *
 * Returns: (transfer none): the entry for this connection
 */
YcHttpWatched *
yc_http_watch_add (YcHttpWatch *self,
                   int          fd,
                   guint        milliseconds)
{
  YcHttpWatched *watched = g_new0 (YcHttpWatched, 1);

  watched->fd = fd;
  watched->deadline = get_deadline (milliseconds);
  g_mutex_lock (&self->mutex);
  g_hash_table_add (self->open, watched);
  g_mutex_unlock (&self->mutex);
  return watched;
}

void
yc_http_watch_remove (YcHttpWatch   *self,
                      YcHttpWatched *watched)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->open, watched);
  g_mutex_unlock (&self->mutex);
}

/**
 * yc_http_watch_set_limit:
 * @self: a watch
 * @watched: a connection's entry
 * @milliseconds: how long the step that begins now may take, 0 for no limit
 */
void
yc_http_watch_set_limit (YcHttpWatch   *self,
                         YcHttpWatched *watched,
                         guint          milliseconds)
{
  gint64 deadline = get_deadline (milliseconds);

  g_mutex_lock (&self->mutex);
  watched->deadline = deadline;
  g_mutex_unlock (&self->mutex);
}

guint
yc_http_watch_get_n_open (YcHttpWatch *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = g_hash_table_size (self->open);
  g_mutex_unlock (&self->mutex);
  return n;
}

/**
 * yc_http_watch_get_n_closed:
 * @self: a watch
 *
 * Returns: how many connections were shut down because they missed their limit
 */
guint64
yc_http_watch_get_n_closed (YcHttpWatch *self)
{
  guint64 n;

  g_mutex_lock (&self->mutex);
  n = self->n_closed;
  g_mutex_unlock (&self->mutex);
  return n;
}
