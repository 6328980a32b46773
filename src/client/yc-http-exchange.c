/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request and its answer: sent, limited in time and size, read and checked. */
#include "yc-http.h"

#include "yc-client-error.h"
#include "yc-json.h"

#define CHUNK_BYTES (64 * 1024)
#define MAX_RETRY_AFTER_S 600

typedef struct
{
  SoupMessage  *message;
  GInputStream *stream;
  GByteArray   *data;
  YcExpect      expect;
  gsize         max_bytes;
  /* 0 for a request without a token. */
  guint         token_serial;
  GCancellable *cancellable;
  GCancellable *outer;
  gulong        outer_id;
  GSource      *deadline;
  gboolean      timed_out;
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  if (exchange->deadline != NULL)
    g_source_destroy (exchange->deadline);
  g_clear_pointer (&exchange->deadline, g_source_unref);
  g_cancellable_disconnect (exchange->outer, exchange->outer_id);
  g_clear_object (&exchange->outer);
  g_clear_object (&exchange->cancellable);
  g_clear_object (&exchange->stream);
  g_clear_object (&exchange->message);
  g_clear_pointer (&exchange->data, g_byte_array_unref);
  g_free (exchange);
}

static void
fail (GTask  *task,
      GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);
  YcHttp *self = g_task_get_source_object (task);
  g_autoptr (GError) mapped = NULL;

  if (exchange->timed_out)
    mapped = g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_TIMED_OUT,
                                  "The service did not answer in time");
  else
    mapped = yc_http_map_error (error, exchange->message);
  g_error_free (error);

  if (g_error_matches (mapped, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE))
    yc_http_note_unreachable (self, mapped);
  g_task_return_error (task, g_steal_pointer (&mapped));
}

static void
fail_answer (GTask      *task,
             const char *what)
{
  fail (task, g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER, "The answer %s", what));
}

static guint
get_retry_after (SoupMessage *message)
{
  const char *value;

  value = soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");
  return value != NULL ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), MAX_RETRY_AFTER_S) : 0;
}

static gboolean
is_json (SoupMessage *message)
{
  const char *type;

  type = soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);
  return g_strcmp0 (type, "application/json") == 0 ||
         g_strcmp0 (type, "application/problem+json") == 0;
}

/* A problem without JSON still is a problem: its status says enough. */
static gboolean
read_json (Exchange  *exchange,
           YcReply   *reply,
           GError   **error)
{
  gboolean needed = yc_reply_is_success (reply) && exchange->expect == YC_EXPECT_JSON;

  if (!is_json (exchange->message))
    {
      if (needed)
        g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                             "The answer is not JSON");
      return !needed;
    }
  reply->json = yc_json_parse ((const char *) exchange->data->data, exchange->data->len, NULL,
                               needed ? error : NULL);
  if (!needed || reply->json == NULL)
    return !needed;
  if (JSON_NODE_HOLDS_OBJECT (reply->json))
    return TRUE;
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                       "The answer is not a JSON object");
  return FALSE;
}

static gboolean
is_refusal (const YcReply *reply)
{
  g_autoptr (GError) error = NULL;

  if (reply->status != 401)
    return FALSE;
  error = yc_reply_to_error (reply);
  return g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SESSION_EXPIRED);
}

static void
complete (GTask *task)
{
  YcHttp *self = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (YcReply) reply = g_new0 (YcReply, 1);
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);

  reply->status = soup_message_get_status (exchange->message);
  reply->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  reply->retry_after = get_retry_after (exchange->message);
  yc_http_note_answer (self);

  if (exchange->expect == YC_EXPECT_BYTES && yc_reply_is_success (reply))
    reply->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&exchange->data));
  else if (!read_json (exchange, reply, &error))
    {
      fail_answer (task, error->message);
      return;
    }
  if (is_refusal (reply))
    yc_http_note_refusal (self, exchange->token_serial);
  g_task_return_pointer (task, g_steal_pointer (&reply), (GDestroyNotify) yc_reply_free);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  gconstpointer data;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (bytes == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    {
      complete (task);
      return;
    }
  if (exchange->data->len + size > exchange->max_bytes)
    {
      fail_answer (task, "is too large");
      return;
    }
  g_byte_array_append (exchange->data, data, (guint) size);
  g_input_stream_read_bytes_async (exchange->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT,
                                   exchange->cancellable, read_cb, g_steal_pointer (&task));
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  goffset length;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (exchange->stream == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }
  length = soup_message_headers_get_content_length (
    soup_message_get_response_headers (exchange->message));
  if (length > 0 && (guint64) length > exchange->max_bytes)
    {
      fail_answer (task, "is too large");
      return;
    }
  g_input_stream_read_bytes_async (exchange->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT,
                                   exchange->cancellable, read_cb, g_steal_pointer (&task));
}

static gboolean
deadline_cb (gpointer data)
{
  Exchange *exchange = data;

  exchange->timed_out = TRUE;
  g_cancellable_cancel (exchange->cancellable);
  return G_SOURCE_REMOVE;
}

static void
outer_cancelled_cb (GCancellable *outer,
                    gpointer      data)
{
  g_cancellable_cancel (data);
}

static Exchange *
exchange_new (YcHttp          *self,
              const YcRequest *request,
              GCancellable    *outer)
{
  const YcLimits *limits = yc_http_get_limits (self);
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->message = yc_http_new_message (self, request);
  exchange->data = g_byte_array_new ();
  exchange->expect = request->expect;
  exchange->max_bytes =
      request->expect == YC_EXPECT_BYTES ? limits->max_document_bytes : limits->max_answer_bytes;
  exchange->token_serial = request->anonymous ? 0 : yc_http_get_token_serial (self);
  exchange->cancellable = g_cancellable_new ();
  if (outer != NULL)
    {
      exchange->outer = g_object_ref (outer);
      exchange->outer_id = g_cancellable_connect (outer, G_CALLBACK (outer_cancelled_cb),
                                                  g_object_ref (exchange->cancellable),
                                                  g_object_unref);
    }
  return exchange;
}

static void
start_deadline (Exchange *exchange,
                guint     ms)
{
  exchange->deadline = g_timeout_source_new (ms);
  g_source_set_callback (exchange->deadline, deadline_cb, exchange, NULL);
  g_source_set_static_name (exchange->deadline, "[yichuang] request deadline");
  g_source_attach (exchange->deadline, g_main_context_get_thread_default ());
}

/**
 * yc_http_send_async:
 * @self: requests
 * @request: what to send; may be freed on return
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Sends a request and reads the whole answer.
 */
void
yc_http_send_async (YcHttp              *self,
                    const YcRequest     *request,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Exchange *exchange = exchange_new (self, request, cancellable);

  g_task_set_source_tag (task, yc_http_send_async);
  g_task_set_task_data (task, exchange, (GDestroyNotify) exchange_free);
  if (exchange->message == NULL)
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INSECURE,
                               "The service's address is no address");
      return;
    }
  start_deadline (exchange, yc_http_get_limits (self)->deadline_ms);
  soup_session_send_async (yc_http_get_session (self), exchange->message, G_PRIORITY_DEFAULT,
                           exchange->cancellable, send_cb, g_steal_pointer (&task));
}

/**
 * yc_http_send_finish:
 * @self: requests
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the answer, whatever its status; %NULL with %YC_CLIENT_ERROR_OFFLINE,
 *   _TIMED_OUT or _BAD_ANSWER
 */
YcReply *
yc_http_send_finish (YcHttp        *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * yc_http_ask_finish:
 * @self: requests
 * @result: the result
 * @error: return location
 *
 * Like yc_http_send_finish(), but an answer that is no success is an error too.
 *
 * Returns: (transfer full): a success answer
 */
YcReply *
yc_http_ask_finish (YcHttp        *self,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_autoptr (YcReply) reply = yc_http_send_finish (self, result, error);

  if (reply == NULL || !yc_reply_check (reply, error))
    return NULL;
  return g_steal_pointer (&reply);
}
