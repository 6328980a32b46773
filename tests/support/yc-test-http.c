/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain HTTP/1.1 client for tests: one connection, blocking, hiding nothing. */
#include "yc-test-http.h"

#include <string.h>
#include <sys/resource.h>

#define TIMEOUT_SECONDS 90

struct _YcTestHttp
{
  GSocketConnection *connection;
  GDataInputStream *input;
};

void
yc_test_http_raise_file_limit (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
}

/* Connects to the address of @url; its path is ignored. */
YcTestHttp *
yc_test_http_connect (const char  *url,
                      GError     **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  YcTestHttp *self;

  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_set_timeout (client, TIMEOUT_SECONDS);
  connection = g_socket_client_connect_to_uri (client, url, 80, NULL, error);
  if (connection == NULL)
    return NULL;
  self = g_new0 (YcTestHttp, 1);
  self->input =
    g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_LF);
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (self->input), 16 * 1024);
  self->connection = g_steal_pointer (&connection);
  return self;
}

void
yc_test_http_free (YcTestHttp *self)
{
  g_clear_object (&self->input);
  g_clear_object (&self->connection);
  g_free (self);
}

void
yc_test_http_set_timeout (YcTestHttp *self,
                          guint       seconds)
{
  g_socket_set_timeout (g_socket_connection_get_socket (self->connection), seconds);
}

gboolean
yc_test_http_send (YcTestHttp  *self,
                   const char  *text,
                   gssize       length,
                   GError     **error)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (self->connection));
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  return g_output_stream_write_all (output, text, size, NULL, NULL, error);
}

/* A line without its end; NULL with G_IO_ERROR_CLOSED when the peer has closed. */
char *
yc_test_http_read_line (YcTestHttp  *self,
                        GError     **error)
{
  g_autoptr (GError) local = NULL;
  char *line = g_data_input_stream_read_line (self->input, NULL, NULL, &local);

  if (line != NULL)
    return g_strchomp (line);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "Closed by the peer");
  return NULL;
}

static gboolean
read_headers (YcTestHttp    *self,
              YcTestAnswer  *answer,
              GError       **error)
{
  g_autofree char *line = NULL;

  while ((line = yc_test_http_read_line (self, error)) != NULL && line[0] != '\0')
    {
      char *colon = strchr (line, ':');

      if (colon != NULL)
        g_hash_table_replace (answer->headers, g_ascii_strdown (line, colon - line),
                              g_strdup (g_strstrip (colon + 1)));
      g_clear_pointer (&line, g_free);
    }
  return line != NULL;
}

static gboolean
read_bytes (YcTestHttp    *self,
            YcTestAnswer  *answer,
            gsize          n,
            GError       **error)
{
  gsize before = answer->body->len, got = 0;

  g_byte_array_set_size (answer->body, before + n);
  if (!g_input_stream_read_all (G_INPUT_STREAM (self->input), answer->body->data + before, n, &got,
                                NULL, error))
    return FALSE;
  if (got == n)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "Closed in the middle of a body");
  return FALSE;
}

static gboolean
read_chunks (YcTestHttp    *self,
             YcTestAnswer  *answer,
             GError       **error)
{
  for (;;)
    {
      g_autofree char *line = yc_test_http_read_line (self, error);
      g_autofree char *end = NULL;
      gsize n;

      if (line == NULL)
        return FALSE;
      n = g_ascii_strtoull (line, NULL, 16);
      if (n > 0 && !read_bytes (self, answer, n, error))
        return FALSE;
      end = yc_test_http_read_line (self, error);
      if (end == NULL || n == 0)
        return end != NULL;
    }
}

static gboolean
read_body (YcTestHttp    *self,
           YcTestAnswer  *answer,
           GError       **error)
{
  const char *length = yc_test_answer_get (answer, "content-length");
  const char *coding = yc_test_answer_get (answer, "transfer-encoding");
  const char *type = yc_test_answer_get (answer, "content-type");

  if (g_strcmp0 (type, "text/event-stream") == 0)
    return TRUE;
  if (g_strcmp0 (coding, "chunked") == 0)
    return read_chunks (self, answer, error);
  if (length == NULL || answer->status == 304)
    return TRUE;
  return read_bytes (self, answer, g_ascii_strtoull (length, NULL, 10), error);
}

/* The next answer; of an event stream only its headers. */
YcTestAnswer *
yc_test_http_receive (YcTestHttp  *self,
                      GError     **error)
{
  g_autoptr (YcTestAnswer) answer = g_new0 (YcTestAnswer, 1);
  g_autofree char *line = NULL;

  answer->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  answer->body = g_byte_array_new ();
  do
    {
      g_free (line);
      line = yc_test_http_read_line (self, error);
      if (line == NULL)
        return NULL;
      if (g_str_has_prefix (line, "HTTP/1.1 "))
        answer->status = g_ascii_strtoull (line + 9, NULL, 10);
      if (!read_headers (self, answer, error))
        return NULL;
    }
  while (answer->status == 100);
  if (!read_body (self, answer, error))
    return NULL;
  g_byte_array_append (answer->body, (const guint8 *) "", 1);
  g_byte_array_set_size (answer->body, answer->body->len - 1);
  return g_steal_pointer (&answer);
}

/* A whole request as text; @extra_headers are lines that end with "\r\n". */
char *
yc_test_http_write (const char *method,
                    const char *path,
                    const char *token,
                    const char *extra_headers,
                    const char *body)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n", method, path);
  if (token != NULL)
    g_string_append_printf (text, "Authorization: Bearer %s\r\n", token);
  if (extra_headers != NULL)
    g_string_append (text, extra_headers);
  if (body != NULL)
    g_string_append_printf (text,
                            "Content-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT
                            "\r\n", strlen (body));
  g_string_append_printf (text, "\r\n%s", body != NULL ? body : "");
  return g_string_free (text, FALSE);
}

void
yc_test_answer_free (YcTestAnswer *self)
{
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_free (self);
}

const char *
yc_test_answer_get_text (YcTestAnswer *self)
{
  return (const char *) self->body->data;
}

const char *
yc_test_answer_get (YcTestAnswer *self,
                    const char   *header)
{
  return g_hash_table_lookup (self->headers, header);
}
