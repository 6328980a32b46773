/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests to the service, one by one: sent, limited in time and size, read and checked.
 * One SoupSession, asynchronous calls only, main thread only. */
#include "yc-http.h"

#include "yc-client-error.h"
#include "yc-json.h"
#include "yc-tls.h"

#include <string.h>

#define BASE_PATH "/api/v1"
#define CHUNK_BYTES (64 * 1024)
#define MAX_CONNECTIONS 8
#define MAX_RETRY_AFTER_S 600

struct _YcHttp
{
  GObject      parent_instance;

  SoupSession *session;
  char        *service_url;
  char        *token;
  /* Counts tokens, so that a late 401 for an old one does not end a new session. */
  guint        token_serial;
  YcLimits     limits;
};

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

enum
{
  ANSWERED,
  UNREACHABLE,
  UNAUTHENTICATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcHttp, yc_http, G_TYPE_OBJECT)

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
yc_http_finalize (GObject *object)
{
  YcHttp *self = YC_HTTP (object);

  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->service_url, g_free);
  g_clear_pointer (&self->token, g_free);

  G_OBJECT_CLASS (yc_http_parent_class)->finalize (object);
}

static void
yc_http_class_init (YcHttpClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_http_finalize;

  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[UNREACHABLE] = g_signal_new ("unreachable", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[UNAUTHENTICATED] = g_signal_new ("unauthenticated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_http_init (YcHttp *self)
{
  self->session = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 "timeout", 0,
                                                 "idle-timeout", 60,
                                                 "user-agent", "Yichuang ",
                                                 NULL);
  /* No cookies, no cache, no password of a URL: every request says all there is to say. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CACHE);
}

YcHttp *
yc_http_new (const char     *service_url,
             const YcLimits *limits)
{
  YcHttp *self = g_object_new (YC_TYPE_HTTP, NULL);
  gsize length;

  self->service_url = g_strdup (service_url);
  length = strlen (self->service_url);
  while (length > 0 && self->service_url[length - 1] == '/')
    self->service_url[--length] = '\0';
  self->limits = *limits;
  return self;
}

static gboolean
is_this_machine (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
check_url (YcHttp  *self,
           GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (self->service_url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (g_strcmp0 (scheme, "https") == 0 && g_uri_get_host (uri) != NULL)
    return TRUE;
  if (g_strcmp0 (scheme, "http") == 0 && is_this_machine (g_uri_get_host (uri)))
    return TRUE;
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INSECURE,
                       "The service's address is neither https nor on this machine");
  return FALSE;
}

/**
 * yc_http_prepare:
 * @self: requests
 * @authority_file: (nullable): as for yc_tls_trust(); %NULL for the system's authorities
 * @error: return location
 *
 * A password and a citizen's ID number never go over an open line, nor to anybody else.
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_INSECURE or %YC_CLIENT_ERROR_CERTIFICATE
 */
gboolean
yc_http_prepare (YcHttp      *self,
                 const char  *authority_file,
                 GError     **error)
{
  return check_url (self, error) &&
         (authority_file == NULL || yc_tls_trust (self->session, authority_file, error));
}

/* (nullable): NULL when nobody is signed in. */
void
yc_http_set_token (YcHttp     *self,
                   const char *token)
{
  if (g_strcmp0 (self->token, token) == 0)
    return;
  g_free (self->token);
  self->token = g_strdup (token);
  self->token_serial++;
}

/* 0 while there is no token. */
guint
yc_http_get_token_serial (YcHttp *self)
{
  return self->token != NULL ? self->token_serial : 0;
}

/* The service did not accept the token of that number. A late answer to an old token is nothing. */
void
yc_http_note_refusal (YcHttp *self,
                      guint   token_serial)
{
  if (token_serial != 0 && token_serial == yc_http_get_token_serial (self))
    g_signal_emit (self, signals[UNAUTHENTICATED], 0);
}

SoupSession *
yc_http_get_session (YcHttp *self)
{
  return self->session;
}

const YcLimits *
yc_http_get_limits (YcHttp *self)
{
  return &self->limits;
}

static void
set_header (SoupMessage *message,
            const char  *name,
            const char  *value)
{
  if (value != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

static void
set_body (SoupMessage *message,
          JsonNode    *body)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (body == NULL)
    return;
  text = yc_json_write (body);
  bytes = g_bytes_new_take (text, strlen (text));
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
}

/* (nullable): NULL when the service's address is no address. */
SoupMessage *
yc_http_new_message (YcHttp          *self,
                     const YcRequest *request)
{
  g_autofree char *uri = g_strconcat (self->service_url, request->outside ? "" : BASE_PATH,
                                      request->path, NULL);
  SoupMessage *message = soup_message_new (request->method, uri);

  if (message == NULL)
    return NULL;
  /* A redirection would carry the token to another place. */
  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (!request->anonymous && self->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);

      set_header (message, "Authorization", bearer);
    }
  set_header (message, "Accept",
              "application/json, application/problem+json, application/pdf;q=0.9");
  set_header (message, "If-Match", request->if_match);
  set_header (message, "If-None-Match", request->if_none_match);
  set_header (message, "Idempotency-Key", request->idempotency_key);
  set_body (message, request->body);
  return message;
}

/**
 * yc_http_map_error:
 * @error: an error of libsoup, GIO or core
 * @message: (nullable): the request that it happened to
 *
 * Returns: (transfer full): the same in %YC_CLIENT_ERROR; a cancel stays a cancel
 */
GError *
yc_http_map_error (const GError *error,
                   SoupMessage  *message)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == YC_CLIENT_ERROR)
    return g_error_copy (error);
  if (error->domain == G_TLS_ERROR)
    return g_error_new (YC_CLIENT_ERROR, (int) yc_tls_judge (error, message), "%s",
                        error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_TIMED_OUT, "%s", error->message);
  if (error->domain == SOUP_SESSION_ERROR && error->code == SOUP_SESSION_ERROR_PARSING)
    return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER, "%s", error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER, "%s", error->message);
  return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE, "%s", error->message);
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
    g_signal_emit (self, signals[UNREACHABLE], 0, mapped);
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
  g_signal_emit (self, signals[ANSWERED], 0);

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
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->message = yc_http_new_message (self, request);
  exchange->data = g_byte_array_new ();
  exchange->expect = request->expect;
  exchange->max_bytes = request->expect == YC_EXPECT_BYTES ? self->limits.max_document_bytes
                                                           : self->limits.max_answer_bytes;
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
  start_deadline (exchange, self->limits.deadline_ms);
  soup_session_send_async (self->session, exchange->message, G_PRIORITY_DEFAULT,
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
