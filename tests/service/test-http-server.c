/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the HTTP layer takes and what it does not, over real connections. */
#include "yc-http-server.h"

#include "yc-json.h"
#include "yc-test-http.h"

#include <glib.h>
#include <string.h>

#define MAX_BODY 10000
#define HEADER_MS 400

typedef struct
{
  YcHttpServer *server;
  GThreadPool *later;
  GMutex mutex;
  GCond cond;
  gboolean entered;
  gboolean released;
} Fixture;

/* Answers with what it got: method, path, length of the body. */
static YcHttpResponse *
echo (YcHttpExchange *exchange)
{
  YcHttpRequest *request = yc_http_exchange_get_request (exchange);

  return yc_http_response_new_text (
    200, "text/plain",
    g_strdup_printf ("%s %s %" G_GSIZE_FORMAT, yc_http_request_get_method (request),
                     yc_http_request_get_path (request), yc_http_request_get_length (request)));
}

static void
later_func (gpointer data,
            gpointer user_data)
{
  g_autoptr (YcHttpExchange) exchange = data;
  Fixture *fixture = user_data;

  g_mutex_lock (&fixture->mutex);
  fixture->entered = TRUE;
  g_cond_broadcast (&fixture->cond);
  while (!fixture->released)
    g_cond_wait (&fixture->cond, &fixture->mutex);
  g_mutex_unlock (&fixture->mutex);
  yc_http_exchange_answer (exchange, echo (exchange));
}

static void
handle (YcHttpExchange *exchange,
        gpointer        user_data)
{
  Fixture *fixture = user_data;
  const char *path = yc_http_request_get_path (yc_http_exchange_get_request (exchange));

  if (g_str_equal (path, "/later"))
    g_thread_pool_push (fixture->later, yc_http_exchange_ref (exchange), NULL);
  else
    yc_http_exchange_answer (exchange, echo (exchange));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  YcHttpLimits limits;

  yc_http_limits_init (&limits);
  limits.n_threads = 2;
  limits.max_body = MAX_BODY;
  limits.max_header = 4096;
  limits.header_ms = HEADER_MS;
  limits.body_ms = HEADER_MS;
  limits.max_connections_per_address = 20;
  g_mutex_init (&fixture->mutex);
  g_cond_init (&fixture->cond);
  fixture->later = g_thread_pool_new (later_func, fixture, 4, FALSE, NULL);
  fixture->server = yc_http_server_new (&limits, handle, fixture);
  yc_http_server_start (fixture->server, "127.0.0.1:0", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_http_server_quiesce (fixture->server);
  g_assert_true (yc_http_server_drain (fixture->server, 5000));
  g_thread_pool_free (fixture->later, FALSE, TRUE);
  yc_http_server_stop (fixture->server);
  g_assert_finalize_object (fixture->server);
  g_mutex_clear (&fixture->mutex);
  g_cond_clear (&fixture->cond);
}

static void
release (Fixture *fixture)
{
  g_mutex_lock (&fixture->mutex);
  fixture->released = TRUE;
  g_cond_broadcast (&fixture->cond);
  g_mutex_unlock (&fixture->mutex);
}

static void
wait_until_entered (Fixture *fixture)
{
  g_mutex_lock (&fixture->mutex);
  while (!fixture->entered)
    g_cond_wait (&fixture->cond, &fixture->mutex);
  g_mutex_unlock (&fixture->mutex);
}

static YcTestHttp *
connect_to (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YcTestHttp *http = yc_test_http_connect (yc_http_server_get_url (fixture->server), &error);

  g_assert_no_error (error);
  return http;
}

static YcTestAnswer *
ask (YcTestHttp *http,
     const char *text,
     gssize      length)
{
  g_autoptr (GError) error = NULL;
  YcTestAnswer *answer;

  yc_test_http_send (http, text, length, &error);
  g_assert_no_error (error);
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  return answer;
}

static void
assert_problem (YcTestAnswer *answer,
                guint         status,
                const char   *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpuint (answer->status, ==, status);
  g_assert_cmpstr (yc_test_answer_get (answer, "content-type"), ==, "application/problem+json");
  node = yc_json_parse (yc_test_answer_get_text (answer), -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "code"), ==, code);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "status"), ==, status);
}

/* Reads until the peer closes; fails when it does not within the deadline. */
static void
assert_closed (YcTestHttp *http)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  yc_test_http_set_timeout (http, 10);
  do
    {
      g_clear_pointer (&line, g_free);
      line = yc_test_http_read_line (http, &error);
    }
  while (line != NULL);
  g_assert_false (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT));
}

static char *
write_post (gsize length)
{
  g_autofree char *body = g_strnfill (length, 'x');

  return yc_test_http_write ("POST", "/echo", NULL, NULL, body);
}

static void
test_keep_alive (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (YcTestHttp) http = connect_to (fixture);

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = write_post (i * 10);
      g_autofree char *expected = g_strdup_printf ("POST /echo %u", i * 10);
      g_autoptr (YcTestAnswer) answer = ask (http, text, -1);

      g_assert_cmpuint (answer->status, ==, 200);
      g_assert_cmpstr (yc_test_answer_get_text (answer), ==, expected);
      g_assert_cmpstr (yc_test_answer_get (answer, "x-content-type-options"), ==, "nosniff");
    }
}

static void
test_body_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (YcTestHttp) good = connect_to (fixture);
  g_autoptr (YcTestHttp) bad = connect_to (fixture);
  g_autofree char *most = write_post (MAX_BODY);
  g_autoptr (YcTestAnswer) taken = ask (good, most, -1);
  g_autoptr (YcTestAnswer) refused = ask (bad, "POST /echo HTTP/1.1\r\nHost: x\r\n"
                                               "Content-Length: 10001\r\n\r\n", -1);

  g_assert_cmpuint (taken->status, ==, 200);
  g_assert_cmpstr (yc_test_answer_get_text (taken), ==, "POST /echo 10000");
  assert_problem (refused, 413, "too-large");
  assert_closed (bad);
}

/* A body whose length is not told in advance. */
static void
test_chunked_limit (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (YcTestHttp) http = connect_to (fixture);
  g_autoptr (GString) text = g_string_new ("POST /echo HTTP/1.1\r\nHost: x\r\n"
                                           "Transfer-Encoding: chunked\r\n\r\n");
  g_autofree char *chunk = g_strnfill (1000, 'x');
  g_autoptr (YcTestAnswer) answer = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "3e8\r\n%s\r\n", chunk);
  g_string_append (text, "0\r\n\r\n");
  answer = ask (http, text->str, text->len);
  assert_problem (answer, 413, "too-large");
}

static void
test_header_limit (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (YcTestHttp) http = connect_to (fixture);
  g_autofree char *value = g_strnfill (5000, 'h');
  g_autofree char *text =
    g_strdup_printf ("GET /echo HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\n\r\n", value);
  g_autoptr (YcTestAnswer) answer = ask (http, text, -1);

  assert_problem (answer, 431, "header-too-large");
}

static void
test_long_query (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (YcTestHttp) http = connect_to (fixture);
  g_autofree char *value = g_strnfill (5000, 'q');
  g_autofree char *text = g_strdup_printf ("GET /echo?q=%s HTTP/1.1\r\nHost: x\r\n\r\n", value);
  g_autoptr (YcTestAnswer) answer = ask (http, text, -1);

  assert_problem (answer, 431, "header-too-large");
}

/* Headers beyond everything: whatever is answered, the service goes on. */
static void
test_huge_header (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (YcTestHttp) http = connect_to (fixture);
  g_autoptr (YcTestHttp) other = NULL;
  g_autofree char *value = g_strnfill (1024 * 1024, 'h');
  g_autofree char *text =
    g_strdup_printf ("GET /echo HTTP/1.1\r\nHost: x\r\nX-Huge: %s\r\n\r\n", value);
  g_autoptr (YcTestAnswer) answer = NULL;

  yc_test_http_send (http, text, -1, NULL);
  assert_closed (http);
  other = connect_to (fixture);
  answer = ask (other, "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", -1);
  g_assert_cmpuint (answer->status, ==, 200);
}

static void
assert_slow_is_closed (Fixture    *fixture,
                       const char *beginning,
                       const char *drop)
{
  g_autoptr (YcTestHttp) http = connect_to (fixture);
  gint64 started = g_get_monotonic_time ();
  gint64 latest = started + 20 * HEADER_MS * 1000;
  guint64 before = yc_http_server_get_n_late (fixture->server);

  g_assert_true (yc_test_http_send (http, beginning, -1, NULL));
  while (yc_test_http_send (http, drop, -1, NULL) && g_get_monotonic_time () < latest)
    g_usleep (5000);
  g_assert_cmpint (g_get_monotonic_time (), <, latest);
  g_assert_cmpint (g_get_monotonic_time () - started, >=, HEADER_MS * 1000);
  g_assert_cmpuint (yc_http_server_get_n_late (fixture->server), ==, before + 1);
}

static void
test_slow_request_line (Fixture       *fixture,
                        gconstpointer  data)
{
  assert_slow_is_closed (fixture, "GET /", "a");
}

static void
test_slow_headers (Fixture       *fixture,
                   gconstpointer  data)
{
  assert_slow_is_closed (fixture, "GET /echo HTTP/1.1\r\nHost: x\r\n", "X-A: b\r\n");
}

static void
test_slow_body (Fixture       *fixture,
                gconstpointer  data)
{
  assert_slow_is_closed (fixture, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n",
                         "x");
}

/* What is not HTTP, or says two things at once, is refused or cut off; the service goes on. */
static void
test_malformed (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const texts[] = {
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "GET\r\n\r\n",
    "GET /echo HTTP/9.9\r\n\r\n",
    "GET /echo HTTP/1.1\r\n\r\n",
    "GET /echo HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
    "0\r\n\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (YcTestHttp) http = connect_to (fixture);
      g_autoptr (YcTestHttp) other = NULL;
      g_autoptr (YcTestAnswer) refused = NULL, answer = NULL;

      yc_test_http_send (http, texts[i], -1, NULL);
      refused = yc_test_http_receive (http, NULL);
      g_test_message ("%u: %u", i, refused != NULL ? refused->status : 0);
      if (refused != NULL)
        g_assert_cmpuint (refused->status, >=, 400);
      assert_closed (http);
      other = connect_to (fixture);
      answer = ask (other, "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", -1);
      g_assert_cmpuint (answer->status, ==, 200);
    }
}

static void
test_bad_utf8 (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (YcTestHttp) http = connect_to (fixture);
  g_autoptr (YcTestAnswer) answer =
    ask (http, "GET /%ff%c0 HTTP/1.1\r\nHost: x\r\nX-A: \xff\r\n\r\n", -1);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_true (g_utf8_validate (yc_test_answer_get_text (answer), -1, NULL));
}

static void
test_connections_per_address (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) open =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_test_http_free);
  YcTestHttp *extra;

  for (guint i = 0; i < 20; i++)
    {
      YcTestHttp *http = connect_to (fixture);
      g_autoptr (YcTestAnswer) answer = ask (http, "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", -1);

      g_assert_cmpuint (answer->status, ==, 200);
      g_ptr_array_add (open, http);
    }
  extra = connect_to (fixture);
  g_ptr_array_add (open, extra);
  yc_test_http_send (extra, "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", -1, NULL);
  assert_closed (extra);
}

static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (YcTestHttp) waiting = connect_to (fixture);
  g_autoptr (YcTestHttp) other = connect_to (fixture);
  g_autoptr (YcTestAnswer) at_once = NULL, later = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_http_send (waiting, "GET /later HTTP/1.1\r\nHost: x\r\n\r\n", -1, &error);
  g_assert_no_error (error);
  wait_until_entered (fixture);
  at_once = ask (other, "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", -1);
  g_assert_cmpuint (at_once->status, ==, 200);
  release (fixture);
  later = yc_test_http_receive (waiting, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (yc_test_answer_get_text (later), ==, "GET /later 0");
}

/* The client leaves while its answer is being made. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  YcTestHttp *leaving = connect_to (fixture);
  g_autoptr (YcTestHttp) other = connect_to (fixture);
  g_autoptr (YcTestAnswer) answer = NULL;

  yc_test_http_send (leaving, "GET /later HTTP/1.1\r\nHost: x\r\n\r\n", -1, NULL);
  wait_until_entered (fixture);
  yc_test_http_free (leaving);
  release (fixture);
  answer = ask (other, "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", -1);
  g_assert_cmpuint (answer->status, ==, 200);
}

static gpointer
release_thread (gpointer data)
{
  Fixture *fixture = data;

  while (!yc_http_server_is_stopping (fixture->server))
    g_usleep (1000);
  release (fixture);
  return NULL;
}

/* A request under way is finished, a new connection is not taken. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (YcTestHttp) waiting = connect_to (fixture);
  g_autoptr (YcTestAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread = NULL;

  yc_test_http_send (waiting, "GET /later HTTP/1.1\r\nHost: x\r\n\r\n", -1, &error);
  g_assert_no_error (error);
  wait_until_entered (fixture);
  thread = g_thread_new ("release", release_thread, fixture);
  yc_http_server_quiesce (fixture->server);
  g_assert_true (yc_http_server_drain (fixture->server, 5000));
  g_thread_join (thread);
  answer = yc_test_http_receive (waiting, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpstr (yc_test_answer_get (answer, "connection"), ==, "close");
}

static void
test_addresses (void)
{
  static const char *const bad[] = { "0.0.0.0:0", "[::]:0", "localhost:0", "192.0.2.1:80", "x", "" };
  YcHttpLimits limits;

  yc_http_limits_init (&limits);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (YcHttpServer) server = yc_http_server_new (&limits, handle, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (yc_http_server_start (server, bad[i], &error));
      g_assert_nonnull (error);
    }
}

#define ADD(name, func) g_test_add ("/http/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keep-alive", test_keep_alive);
  ADD ("body-limit", test_body_limit);
  ADD ("chunked-limit", test_chunked_limit);
  ADD ("header-limit", test_header_limit);
  ADD ("long-query", test_long_query);
  ADD ("huge-header", test_huge_header);
  ADD ("slow-request-line", test_slow_request_line);
  ADD ("slow-headers", test_slow_headers);
  ADD ("slow-body", test_slow_body);
  ADD ("malformed", test_malformed);
  ADD ("bad-utf8", test_bad_utf8);
  ADD ("connections-per-address", test_connections_per_address);
  ADD ("later", test_later);
  ADD ("leave", test_leave);
  ADD ("stop", test_stop);
  g_test_add_func ("/http/addresses", test_addresses);
  return g_test_run ();
}
