/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client is answered: a status, headers and either bytes or a live stream. */
#include "yc-http-response.h"

#include "yc-http-problem.h"
#include "yc-json.h"
#include "yc-service-error.h"

struct _YcHttpResponse
{
  guint status;
  char *content_type;
  GBytes *body;
  YcHttpStream *stream;
  GHashTable *headers;
};

/**
 * yc_http_response_new:
 * @status: an HTTP status
 * @content_type: (nullable): the media type, %NULL without a body
 * @body: (transfer full) (nullable): the bytes
 *
 * Returns: (transfer full): a response
 */
YcHttpResponse *
yc_http_response_new (guint       status,
                      const char *content_type,
                      GBytes     *body)
{
  YcHttpResponse *self = g_new0 (YcHttpResponse, 1);

  self->status = status;
  self->content_type = g_strdup (content_type);
  self->body = body != NULL ? body : g_bytes_new_static ("", 0);
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

YcHttpResponse *
yc_http_response_new_empty (guint status)
{
  return yc_http_response_new (status, NULL, NULL);
}

/**
 * yc_http_response_new_text:
 * @status: an HTTP status
 * @content_type: the media type
 * @text: (transfer full): the body in UTF-8
 *
 * Returns: (transfer full): a response
 */
YcHttpResponse *
yc_http_response_new_text (guint       status,
                           const char *content_type,
                           char       *text)
{
  return yc_http_response_new (status, content_type, g_bytes_new_take (text, strlen (text)));
}

/**
 * yc_http_response_new_json:
 * @status: an HTTP status
 * @object: (transfer full): the body
 *
 * Returns: (transfer full): a response
 */
YcHttpResponse *
yc_http_response_new_json (guint       status,
                           JsonObject *object)
{
  g_autoptr (JsonNode) node = yc_json_object_node (object);

  return yc_http_response_new_text (status, "application/json", yc_json_write (node));
}

/**
 * yc_http_response_new_problem:
 * @error: an error of any domain
 *
 * Tells @error as RFC 9457 problem details. Errors that are not for clients become "internal" and
 * keep their message to themselves.
 *
 * Returns: (transfer full): a response
 */
YcHttpResponse *
yc_http_response_new_problem (const GError *error)
{
  g_autoptr (JsonNode) node = yc_json_object_node (yc_http_problem_to_json (error));
  YcHttpResponse *self;
  guint wait = yc_service_error_get_retry_after (error);

  self = yc_http_response_new_text (yc_http_problem_get_status (error), "application/problem+json",
                                    yc_json_write (node));
  if (wait > 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%u", wait);
      yc_http_response_set_header (self, "Retry-After", seconds);
    }
  if (self->status == 401)
    yc_http_response_set_header (self, "WWW-Authenticate", "Bearer");
  return self;
}

/**
 * yc_http_response_new_stream:
 * @content_type: the media type
 * @stream: (transfer full): what to send, as it comes
 *
 * Returns: (transfer full): a response that ends only when the client leaves or the service stops
 */
YcHttpResponse *
yc_http_response_new_stream (const char   *content_type,
                             YcHttpStream *stream)
{
  YcHttpResponse *self = yc_http_response_new (200, content_type, NULL);

  self->stream = stream;
  return self;
}

void
yc_http_response_free (YcHttpResponse *self)
{
  g_free (self->content_type);
  g_bytes_unref (self->body);
  g_clear_object (&self->stream);
  g_hash_table_unref (self->headers);
  g_free (self);
}

void
yc_http_response_set_header (YcHttpResponse *self,
                             const char     *name,
                             const char     *value)
{
  g_hash_table_replace (self->headers, g_strdup (name), g_strdup (value));
}

const char *
yc_http_response_get_header (YcHttpResponse *self,
                             const char     *name)
{
  return g_hash_table_lookup (self->headers, name);
}

guint
yc_http_response_get_status (YcHttpResponse *self)
{
  return self->status;
}

const char *
yc_http_response_get_content_type (YcHttpResponse *self)
{
  return self->content_type;
}

GBytes *
yc_http_response_get_body (YcHttpResponse *self)
{
  return self->body;
}

YcHttpStream *
yc_http_response_get_stream (YcHttpResponse *self)
{
  return self->stream;
}

void
yc_http_response_foreach_header (YcHttpResponse   *self,
                                 YcHttpHeaderFunc  func,
                                 gpointer          user_data)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    func (name, value, user_data);
}
