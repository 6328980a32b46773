/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that is sent to a client as it happens.
 *
 * While there is nothing to send the connection is suspended and costs no thread. The mutex makes
 * "nothing there, so suspend" and "something came, so resume" exclude each other: a wake-up is
 * never lost between the look and the sleep. */
#include "yc-http-stream.h"

typedef struct
{
  GMutex mutex;
  gpointer connection;
  YcHttpResume suspend;
  YcHttpResume resume;
  gboolean suspended;
  gboolean woken;
  gboolean ended;
} YcHttpStreamPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YcHttpStream, yc_http_stream, G_TYPE_OBJECT)

static void
yc_http_stream_finalize (GObject *object)
{
  YcHttpStreamPrivate *priv = yc_http_stream_get_instance_private (YC_HTTP_STREAM (object));

  g_mutex_clear (&priv->mutex);
  G_OBJECT_CLASS (yc_http_stream_parent_class)->finalize (object);
}

static void
yc_http_stream_class_init (YcHttpStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_http_stream_finalize;
}

static void
yc_http_stream_init (YcHttpStream *self)
{
  YcHttpStreamPrivate *priv = yc_http_stream_get_instance_private (self);

  g_mutex_init (&priv->mutex);
}

/**
 * yc_http_stream_attach:
 * @self: a stream
 * @connection: the connection that carries it
 * @suspend: puts @connection to sleep
 * @resume: wakes @connection
 *
 * Called once by the server before the first pull.
 */
void
yc_http_stream_attach (YcHttpStream *self,
                       gpointer      connection,
                       YcHttpResume  suspend,
                       YcHttpResume  resume)
{
  YcHttpStreamPrivate *priv = yc_http_stream_get_instance_private (self);

  g_mutex_lock (&priv->mutex);
  priv->connection = connection;
  priv->suspend = suspend;
  priv->resume = resume;
  g_mutex_unlock (&priv->mutex);
}

static gboolean
sleep_unless_woken (YcHttpStreamPrivate *priv)
{
  gboolean slept;

  g_mutex_lock (&priv->mutex);
  slept = !priv->woken;
  if (slept && priv->connection != NULL)
    {
      priv->suspended = TRUE;
      priv->suspend (priv->connection);
    }
  g_mutex_unlock (&priv->mutex);
  return slept;
}

/**
 * yc_http_stream_pull:
 * @self: a stream
 * @buffer: where to write
 * @size: its size in bytes
 *
 * Takes what is ready, or suspends the connection until yc_http_stream_wake().
 *
 * Returns: the number of bytes, 0 when the connection was suspended, -1 at the end
 */
gssize
yc_http_stream_pull (YcHttpStream *self,
                     char         *buffer,
                     gsize         size)
{
  YcHttpStreamPrivate *priv = yc_http_stream_get_instance_private (self);

  for (;;)
    {
      gboolean ended;
      gssize n;

      g_mutex_lock (&priv->mutex);
      priv->woken = FALSE;
      ended = priv->ended;
      g_mutex_unlock (&priv->mutex);

      n = ended ? -1 : YC_HTTP_STREAM_GET_CLASS (self)->pull (self, buffer, size);
      if (n != 0 || sleep_unless_woken (priv))
        return n;
    }
}

/**
 * yc_http_stream_wake:
 * @self: a stream
 *
 * Says that there is something to send. May be called from any thread, at any time.
 */
void
yc_http_stream_wake (YcHttpStream *self)
{
  YcHttpStreamPrivate *priv = yc_http_stream_get_instance_private (self);

  g_mutex_lock (&priv->mutex);
  priv->woken = TRUE;
  if (priv->suspended && priv->connection != NULL)
    {
      priv->suspended = FALSE;
      priv->resume (priv->connection);
    }
  g_mutex_unlock (&priv->mutex);
}

/**
 * yc_http_stream_end:
 * @self: a stream
 *
 * Says that nothing more will come: the client is told so. May be called from any thread.
 */
void
yc_http_stream_end (YcHttpStream *self)
{
  YcHttpStreamPrivate *priv = yc_http_stream_get_instance_private (self);

  g_mutex_lock (&priv->mutex);
  priv->ended = TRUE;
  g_mutex_unlock (&priv->mutex);
  yc_http_stream_wake (self);
}

/**
 * yc_http_stream_close:
 * @self: a stream
 *
 * Called by the server when the connection is gone; it is not touched from then on.
 */
void
yc_http_stream_close (YcHttpStream *self)
{
  YcHttpStreamPrivate *priv = yc_http_stream_get_instance_private (self);

  g_mutex_lock (&priv->mutex);
  priv->ended = TRUE;
  priv->connection = NULL;
  g_mutex_unlock (&priv->mutex);
  if (YC_HTTP_STREAM_GET_CLASS (self)->closed != NULL)
    YC_HTTP_STREAM_GET_CLASS (self)->closed (self);
}
