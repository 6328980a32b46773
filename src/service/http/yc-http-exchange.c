/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request and its answer, which may come later and from another thread.
 *
 * The server hands an exchange to its handler. When the handler returns without having answered,
 * the connection sleeps and costs no thread until the answer comes. */
#include "yc-http-exchange-private.h"

struct _YcHttpExchange
{
  gatomicrefcount refs;
  GMutex mutex;
  struct MHD_Connection *connection;
  YcHttpWatched *watched;
  YcHttpRequest *request;
  YcHttpResponse *answer;
  gsize limit;
  gboolean suspended;
  gboolean marked;
};

/**
 * yc_http_exchange_new:
 * @connection: the connection
 * @watched: (transfer none): its entry in the watch
 * @request: (transfer full): what was asked for
 *
 * Returns: (transfer full): an exchange without an answer
 */
YcHttpExchange *
yc_http_exchange_new (struct MHD_Connection *connection,
                      YcHttpWatched         *watched,
                      YcHttpRequest         *request)
{
  YcHttpExchange *self = g_new0 (YcHttpExchange, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->connection = connection;
  self->watched = watched;
  self->request = request;
  return self;
}

YcHttpExchange *
yc_http_exchange_ref (YcHttpExchange *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
yc_http_exchange_unref (YcHttpExchange *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->request, yc_http_request_free);
  g_clear_pointer (&self->answer, yc_http_response_free);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

YcHttpRequest *
yc_http_exchange_get_request (YcHttpExchange *self)
{
  return self->request;
}

YcHttpWatched *
yc_http_exchange_get_watched (YcHttpExchange *self)
{
  return self->watched;
}

/**
 * yc_http_exchange_answer:
 * @self: an exchange
 * @response: (transfer full): the answer
 *
 * Answers, once, from any thread. When the client has left in the meantime, nothing happens.
 */
void
yc_http_exchange_answer (YcHttpExchange *self,
                         YcHttpResponse *response)
{
  g_mutex_lock (&self->mutex);
  g_assert (self->answer == NULL);
  self->answer = response;
  if (self->suspended && self->connection != NULL)
    {
      self->suspended = FALSE;
      MHD_resume_connection (self->connection);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * yc_http_exchange_wait:
 * @self: an exchange
 *
 * Puts the connection to sleep unless the answer is there already.
 *
 * Returns: (transfer none) (nullable): the answer, %NULL when the connection sleeps
 */
YcHttpResponse *
yc_http_exchange_wait (YcHttpExchange *self)
{
  YcHttpResponse *answer;

  g_mutex_lock (&self->mutex);
  answer = self->answer;
  if (answer == NULL)
    {
      self->suspended = TRUE;
      MHD_suspend_connection (self->connection);
    }
  g_mutex_unlock (&self->mutex);
  return answer;
}

YcHttpResponse *
yc_http_exchange_get_answer (YcHttpExchange *self)
{
  YcHttpResponse *answer;

  g_mutex_lock (&self->mutex);
  answer = self->answer;
  g_mutex_unlock (&self->mutex);
  return answer;
}

/**
 * yc_http_exchange_set_limit:
 * @self: an exchange
 * @limit: the largest body in bytes that this request may have
 */
void
yc_http_exchange_set_limit (YcHttpExchange *self,
                            gsize           limit)
{
  self->limit = limit;
}

gsize
yc_http_exchange_get_limit (YcHttpExchange *self)
{
  return self->limit;
}

/**
 * yc_http_exchange_mark:
 * @self: an exchange
 *
 * Returns: %TRUE the first time, so that a step is done once
 */
gboolean
yc_http_exchange_mark (YcHttpExchange *self)
{
  gboolean first = !self->marked;

  self->marked = TRUE;
  return first;
}

/**
 * yc_http_exchange_close:
 * @self: an exchange
 *
 * Forgets the connection, which the server is about to free.
 */
void
yc_http_exchange_close (YcHttpExchange *self)
{
  g_mutex_lock (&self->mutex);
  self->connection = NULL;
  g_mutex_unlock (&self->mutex);
  if (self->answer != NULL && yc_http_response_get_stream (self->answer) != NULL)
    yc_http_stream_close (yc_http_response_get_stream (self->answer));
}
