/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands our answers to the server library. */
#include "yc-http-sender-private.h"

#define STREAM_BLOCK 4096

static void
suspend_cb (gpointer connection)
{
  MHD_suspend_connection (connection);
}

static void
resume_cb (gpointer connection)
{
  MHD_resume_connection (connection);
}

static ssize_t
pull_cb (void    *data,
         uint64_t position,
         char    *buffer,
         size_t   size)
{
  gssize n = yc_http_stream_pull (data, buffer, size);

  return n < 0 ? MHD_CONTENT_READER_END_OF_STREAM : n;
}

static struct MHD_Response *
create_stream_response (struct MHD_Connection *connection,
                        YcHttpStream          *stream)
{
  yc_http_stream_attach (stream, connection, suspend_cb, resume_cb);
  return MHD_create_response_from_callback (MHD_SIZE_UNKNOWN, STREAM_BLOCK, pull_cb,
                                            g_object_ref (stream), g_object_unref);
}

static struct MHD_Response *
create_body_response (GBytes *body)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (body, &size);

  /* The exchange keeps the bytes until the request is completed. */
  return MHD_create_response_from_buffer (size, (void *) data, MHD_RESPMEM_PERSISTENT);
}

static void
copy_header_cb (const char *name,
                const char *value,
                gpointer    user_data)
{
  MHD_add_response_header (user_data, name, value);
}

/**
 * yc_http_sender_queue:
 * @connection: a connection that waits for its answer
 * @answer: the answer; its body is kept by the caller until the request is completed
 *
 * Returns: %MHD_NO when the connection must be closed
 */
enum MHD_Result
yc_http_sender_queue (struct MHD_Connection *connection,
                      YcHttpResponse        *answer)
{
  YcHttpStream *stream = yc_http_response_get_stream (answer);
  struct MHD_Response *response;
  enum MHD_Result result;

  response = stream != NULL ? create_stream_response (connection, stream)
                            : create_body_response (yc_http_response_get_body (answer));
  if (yc_http_response_get_content_type (answer) != NULL)
    MHD_add_response_header (response, MHD_HTTP_HEADER_CONTENT_TYPE,
                             yc_http_response_get_content_type (answer));
  MHD_add_response_header (response, "X-Content-Type-Options", "nosniff");
  yc_http_response_foreach_header (answer, copy_header_cb, response);
  result = MHD_queue_response (connection, yc_http_response_get_status (answer), response);
  MHD_destroy_response (response);
  return result;
}
