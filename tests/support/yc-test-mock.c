/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service that misbehaves on demand, in the test's own main loop. */
#include "yc-test-mock.h"

#include <libsoup/soup.h>
#include <string.h>

#define OVERSIZED_BYTES (9 * 1024 * 1024)

struct _YcTestMock
{
  SoupServer    *server;
  char          *url;
  guint          port;
  guint          n_tokens;
  char          *token;
  GQueue         troubles;
  YcTestTrouble  trouble;
  YcTestTrouble  get_trouble;
  /* Idempotency key → answer. */
  GHashTable    *answers;
  GHashTable    *documents;
  GPtrArray     *effects;
  GPtrArray     *listeners;
  /* Requests that are left hanging. */
  GPtrArray     *hanging;
  char          *last_event_id;
  guint          n_posts;
  guint          n_gets;
  GPtrArray     *asked;
};

static void
answer (SoupServerMessage *message,
        guint              status,
        const char        *type,
        const char        *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, text, strlen (text));
}

static void
problem (SoupServerMessage *message,
         guint              status,
         const char        *code)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("{\"type\":\"about:blank\",\"title\":\"trouble\",\"status\":%u,"
                          "\"code\":\"%s\",\"detail\":\"made for a test\",\"errors\":"
                          "[{\"pointer\":\"/form/reason\",\"message\":\"too short\","
                          "\"keyword\":\"minLength\"}]}", status, code);
  answer (message, status, "application/problem+json", text);
}

static void
cut (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

static void
cut_after (SoupServerMessage *message,
           const char        *text)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, strlen (text), NULL,
                             NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
hang (YcTestMock        *self,
      SoupServerMessage *message)
{
  g_ptr_array_add (self->hanging, g_object_ref (message));
  soup_server_message_pause (message);
}

static char *
body_of (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const char *
header_of (SoupServerMessage *message,
           const char        *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (message), name);
}

static gboolean
check_token (YcTestMock        *self,
             SoupServerMessage *message)
{
  g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);

  if (self->token != NULL && g_strcmp0 (header_of (message, "Authorization"), bearer) == 0)
    return TRUE;
  problem (message, 401, "session-expired");
  return FALSE;
}

/* Once for each key, as the real service does it. */
static const char *
apply (YcTestMock        *self,
       SoupServerMessage *message,
       const char        *path)
{
  const char *key = header_of (message, "Idempotency-Key");
  const char *if_match = header_of (message, "If-Match");
  const char *known = key != NULL ? g_hash_table_lookup (self->answers, key) : NULL;
  g_autofree char *body = NULL;
  char *text;

  if (known != NULL)
    return known;
  body = body_of (message);
  g_ptr_array_add (self->effects, g_strdup_printf ("%s %s %s %s", path, key != NULL ? key : "-",
                                                   if_match != NULL ? if_match : "-", body));
  text = g_strdup_printf ("{\"effect\":%u}", self->effects->len);
  g_hash_table_insert (self->answers, g_strdup (key != NULL ? key : text), text);
  return text;
}

static void
answer_oversized (SoupServerMessage *message)
{
  g_autofree char *text = g_strnfill (OVERSIZED_BYTES, ' ');

  answer (message, 200, "application/json", text);
}

static void
misbehave (YcTestMock        *self,
           SoupServerMessage *message,
           YcTestTrouble      trouble,
           const char        *text)
{
  switch (trouble)
    {
    case YC_TEST_FINE:
      answer (message, 200, "application/json", text);
      break;
    case YC_TEST_HANG:
      hang (self, message);
      break;
    case YC_TEST_ERROR_500:
      problem (message, 500, "internal");
      break;
    case YC_TEST_BUSY_503:
      soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                    "Retry-After", "0");
      problem (message, 503, "busy");
      break;
    case YC_TEST_PLAIN_502:
      answer (message, 502, "text/html", "<html>Bad Gateway</html>");
      break;
    case YC_TEST_HALF:
      cut_after (message, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                          "Content-Length: 1000\r\n\r\n{\"effect\":");
      break;
    case YC_TEST_CUT:
    case YC_TEST_CUT_BEFORE:
      cut (message);
      break;
    case YC_TEST_OVERSIZED:
      answer_oversized (message);
      break;
    case YC_TEST_MALFORMED:
      answer (message, 200, "application/json", "{'effect': 1,}");
      break;
    case YC_TEST_NO_OBJECT:
      answer (message, 200, "application/json", "[1]");
      break;
    case YC_TEST_WRONG_TYPE:
      answer (message, 200, "text/plain", text);
      break;
    case YC_TEST_REDIRECT:
      soup_server_message_set_redirect (message, 302, "http://127.0.0.1:1/elsewhere");
      break;
    case YC_TEST_UNAUTHENTICATED:
      g_clear_pointer (&self->token, g_free);
      problem (message, 401, "session-expired");
      break;
    case YC_TEST_CONFLICT:
      problem (message, 412, "version-conflict");
      break;
    case YC_TEST_INVALID:
      problem (message, 422, "invalid");
      break;
    case YC_TEST_STATE:
      problem (message, 409, "state-conflict");
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
takes_effect (YcTestTrouble trouble)
{
  return trouble == YC_TEST_FINE || trouble == YC_TEST_HALF || trouble == YC_TEST_CUT ||
         trouble == YC_TEST_OVERSIZED || trouble == YC_TEST_MALFORMED ||
         trouble == YC_TEST_NO_OBJECT || trouble == YC_TEST_WRONG_TYPE;
}

static void
handle_change (YcTestMock        *self,
               SoupServerMessage *message,
               const char        *path)
{
  YcTestTrouble trouble = self->trouble;
  g_autofree char *post = g_strconcat ("POST ", path, NULL);
  const char *text = NULL;

  self->n_posts++;
  if (!check_token (self, message))
    return;
  if (!g_queue_is_empty (&self->troubles))
    trouble = GPOINTER_TO_INT (g_queue_pop_head (&self->troubles));
  if (takes_effect (trouble))
    text = apply (self, message, path);
  if (text != NULL && g_hash_table_contains (self->documents, post))
    text = g_hash_table_lookup (self->documents, post);
  misbehave (self, message, trouble, text);
}

static void
handle_sign_in (YcTestMock        *self,
                SoupServerMessage *message)
{
  g_autofree char *body = body_of (message);
  g_autofree char *text = NULL;
  const char *user = strstr (body, "wangfang") != NULL ? "wangfang" : "chenxiao";

  if (strstr (body, "yanlian-2026") == NULL)
    {
      problem (message, 401, "wrong-password");
      return;
    }
  if (self->token == NULL)
    self->token = g_strdup_printf ("token-%u", ++self->n_tokens);
  text = g_strdup_printf ("{\"token\":\"%s\",\"expires_at\":\"2099-01-01T00:00:00.000Z\",\"user\":"
                          "{\"id\":\"%s\",\"name\":\"%s\",\"role\":\"clerk\","
                          "\"place\":\"990119204001\",\"counter\":\"1\"}}",
                          self->token, user, user);
  answer (message, 201, "application/json", text);
}

static void
listener_gone_cb (SoupServerMessage *message,
                  YcTestMock        *self)
{
  g_ptr_array_remove (self->listeners, message);
}

static void
handle_events (YcTestMock        *self,
               SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  if (!check_token (self, message))
    return;
  g_free (self->last_event_id);
  self->last_event_id = g_strdup (header_of (message, "Last-Event-ID"));
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (headers, "text/event-stream", NULL);
  soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC,
                            ": hello\n\n", 9);
  g_ptr_array_add (self->listeners, g_object_ref (message));
  g_signal_connect (message, "finished", G_CALLBACK (listener_gone_cb), self);
  soup_server_message_unpause (message);
}

static void
handle_get (YcTestMock        *self,
            SoupServerMessage *message,
            const char        *path)
{
  const char *document = g_hash_table_lookup (self->documents, path);

  self->n_gets++;
  g_ptr_array_add (self->asked, g_strdup (path));
  if (!check_token (self, message))
    return;
  if (self->get_trouble != YC_TEST_FINE)
    misbehave (self, message, self->get_trouble, "{}");
  else if (document != NULL)
    answer (message, 200, "application/json", document);
  else
    problem (message, 404, "not-found");
}

static void
handle (SoupServer        *server,
        SoupServerMessage *message,
        const char        *path,
        GHashTable        *query,
        gpointer           user_data)
{
  YcTestMock *self = user_data;
  const char *method = soup_server_message_get_method (message);

  if (g_str_equal (path, "/healthz"))
    answer (message, 200, "text/plain", "ok");
  else if (g_str_equal (path, "/api/v1/sessions"))
    handle_sign_in (self, message);
  else if (g_str_equal (path, "/api/v1/sessions/current"))
    soup_server_message_set_status (message, 204, NULL);
  else if (g_str_equal (path, "/api/v1/events"))
    handle_events (self, message);
  else if (g_str_equal (method, "GET"))
    handle_get (self, message, path + strlen ("/api/v1"));
  else
    handle_change (self, message, path + strlen ("/api/v1"));
}

static void
listen (YcTestMock *self)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handle, self, NULL);
  soup_server_listen_local (self->server, self->port, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
stop_listening (YcTestMock *self)
{
  while (self->hanging->len > 0)
    {
      g_autoptr (SoupServerMessage) message = g_object_ref (g_ptr_array_index (self->hanging, 0));

      g_ptr_array_remove_index (self->hanging, 0);
      soup_server_message_unpause (message);
    }
  while (self->listeners->len > 0)
    {
      g_autoptr (SoupServerMessage) message = g_object_ref (g_ptr_array_index (self->listeners, 0));

      g_ptr_array_remove_index (self->listeners, 0);
      g_signal_handlers_disconnect_by_data (message, self);
      soup_message_body_complete (soup_server_message_get_response_body (message));
      soup_server_message_unpause (message);
    }
  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
}

YcTestMock *
yc_test_mock_new (void)
{
  YcTestMock *self = g_new0 (YcTestMock, 1);

  self->trouble = YC_TEST_FINE;
  self->get_trouble = YC_TEST_FINE;
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->effects = g_ptr_array_new_with_free_func (g_free);
  self->listeners = g_ptr_array_new_with_free_func (g_object_unref);
  self->hanging = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->troubles);
  listen (self);
  self->url = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  yc_test_mock_set_answer (self, "/catalog/changes",
                           "{\"version\":0,\"documents\":[],\"more\":false}");
  return self;
}

void
yc_test_mock_free (YcTestMock *self)
{
  if (self == NULL)
    return;
  stop_listening (self);
  g_queue_clear (&self->troubles);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->asked);
  g_hash_table_unref (self->documents);
  g_ptr_array_unref (self->effects);
  g_ptr_array_unref (self->listeners);
  g_ptr_array_unref (self->hanging);
  g_free (self->last_event_id);
  g_free (self->token);
  g_free (self->url);
  g_free (self);
}

const char *
yc_test_mock_get_url (YcTestMock *self)
{
  return self->url;
}

void
yc_test_mock_push (YcTestMock    *self,
                   YcTestTrouble  trouble)
{
  g_queue_push_tail (&self->troubles, GINT_TO_POINTER (trouble));
}

void
yc_test_mock_set_trouble (YcTestMock    *self,
                          YcTestTrouble  trouble)
{
  self->trouble = trouble;
}

void
yc_test_mock_set_get_trouble (YcTestMock    *self,
                              YcTestTrouble  trouble)
{
  self->get_trouble = trouble;
}

void
yc_test_mock_set_down (YcTestMock *self,
                       gboolean    down)
{
  if (down)
    stop_listening (self);
  else if (self->server == NULL)
    listen (self);
}

void
yc_test_mock_send_event (YcTestMock *self,
                         const char *text)
{
  for (guint i = 0; i < self->listeners->len; i++)
    {
      SoupServerMessage *message = g_ptr_array_index (self->listeners, i);

      soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_COPY,
                                text, strlen (text));
      soup_server_message_unpause (message);
    }
}

void
yc_test_mock_set_answer (YcTestMock *self,
                         const char *path,
                         const char *json)
{
  if (json != NULL)
    g_hash_table_replace (self->documents, g_strdup (path), g_strdup (json));
  else
    g_hash_table_remove (self->documents, path);
}

guint
yc_test_mock_get_n_effects (YcTestMock *self)
{
  return self->effects->len;
}

const char *
yc_test_mock_get_effect (YcTestMock *self,
                         guint       index)
{
  return g_ptr_array_index (self->effects, index);
}

guint
yc_test_mock_count_effects (YcTestMock *self,
                            const char *text)
{
  guint n = 0;

  for (guint i = 0; i < self->effects->len; i++)
    if (strstr (g_ptr_array_index (self->effects, i), text) != NULL)
      n++;
  return n;
}

guint
yc_test_mock_get_n_posts (YcTestMock *self)
{
  return self->n_posts;
}

guint
yc_test_mock_count_gets (YcTestMock *self,
                         const char *path)
{
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    n += g_str_equal (self->asked->pdata[i], path);
  return n;
}

guint
yc_test_mock_get_n_gets (YcTestMock *self)
{
  return self->n_gets;
}

guint
yc_test_mock_get_n_listeners (YcTestMock *self)
{
  return self->listeners->len;
}

const char *
yc_test_mock_get_last_event_id (YcTestMock *self)
{
  return self->last_event_id;
}
