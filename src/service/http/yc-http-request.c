/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client asked for: read once from the connection, then the same for everyone. */
#include "yc-http-request.h"

#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

struct _YcHttpRequest
{
  char *method;
  char *path;
  char *address;
  GHashTable *headers;
  GHashTable *query;
  GByteArray *bytes;
  JsonNode *body;
  gint64 started;
  gboolean ambiguous;
};

YcHttpRequest *
yc_http_request_new (const char *method,
                     const char *path,
                     const char *address)
{
  YcHttpRequest *self;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (YcHttpRequest, 1);
  self->method = g_strdup (method);
  self->path = g_strdup (path);
  self->address = g_strdup (address);
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->query = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->bytes = g_byte_array_new ();
  self->started = g_get_monotonic_time ();
  return self;
}

void
yc_http_request_free (YcHttpRequest *self)
{
  g_free (self->method);
  g_free (self->path);
  g_free (self->address);
  g_hash_table_unref (self->headers);
  g_hash_table_unref (self->query);
  g_byte_array_unref (self->bytes);
  g_clear_pointer (&self->body, json_node_unref);
  g_free (self);
}

const char *
yc_http_request_get_method (YcHttpRequest *self)
{
  return self->method;
}

const char *
yc_http_request_get_path (YcHttpRequest *self)
{
  return self->path;
}

const char *
yc_http_request_get_address (YcHttpRequest *self)
{
  return self->address;
}

void
yc_http_request_add_header (YcHttpRequest *self,
                            const char    *name,
                            const char    *value)
{
  static const char *const once[] = { "authorization", "content-length", "host", "idempotency-key",
                                      "if-match", "transfer-encoding", NULL };
  char *key = g_ascii_strdown (name, -1);

  if (g_hash_table_contains (self->headers, key) && g_strv_contains (once, key))
    self->ambiguous = TRUE;
  g_hash_table_insert (self->headers, key, g_strdup (value));
}

/**
 * yc_http_request_is_ambiguous:
 * @self: a request
 *
 * Headers that say two things at once are how requests are smuggled past a proxy (RFC 9112,
 * section 11.2).
 *
 * Returns: whether a header came twice that may come once, or a body has two lengths
 */
gboolean
yc_http_request_is_ambiguous (YcHttpRequest *self)
{
  return self->ambiguous || (g_hash_table_contains (self->headers, "content-length") &&
                             g_hash_table_contains (self->headers, "transfer-encoding"));
}

/**
 * yc_http_request_get_header:
 * @self: a request
 * @name: the header's name in lower case
 *
 * Returns: (nullable): the value, the last one when it was sent several times
 */
const char *
yc_http_request_get_header (YcHttpRequest *self,
                            const char    *name)
{
  return g_hash_table_lookup (self->headers, name);
}

void
yc_http_request_add_query (YcHttpRequest *self,
                           const char    *name,
                           const char    *value)
{
  g_hash_table_insert (self->query, g_strdup (name), g_strdup (value));
}

/**
 * yc_http_request_get_query:
 * @self: a request
 * @name: a query parameter
 *
 * Returns: (nullable): its value, %NULL when missing or empty
 */
const char *
yc_http_request_get_query (YcHttpRequest *self,
                           const char    *name)
{
  const char *value = g_hash_table_lookup (self->query, name);

  return value != NULL && value[0] != '\0' ? value : NULL;
}

/**
 * yc_http_request_get_number:
 * @self: a request
 * @name: a query parameter
 * @minimum: the smallest value taken
 * @maximum: the largest value taken
 * @number: (inout): the value; left as it is when the parameter is missing
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_MALFORMED when it is no whole number in the range
 */
gboolean
yc_http_request_get_number (YcHttpRequest  *self,
                            const char     *name,
                            gint64          minimum,
                            gint64          maximum,
                            gint64         *number,
                            GError        **error)
{
  const char *value = yc_http_request_get_query (self, name);

  if (value == NULL || g_ascii_string_to_signed (value, 10, minimum, maximum, number, NULL))
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("The query parameter “%s” is not a number in its range."), name);
  return FALSE;
}

void
yc_http_request_add_body (YcHttpRequest *self,
                          const char    *data,
                          gsize          length)
{
  g_byte_array_append (self->bytes, (const guint8 *) data, length);
}

gsize
yc_http_request_get_length (YcHttpRequest *self)
{
  return self->bytes->len;
}

/**
 * yc_http_request_dup_bytes:
 * @self: a request whose body is no JSON
 *
 * Returns: (transfer full): the body as it came
 */
GBytes *
yc_http_request_dup_bytes (YcHttpRequest *self)
{
  return g_bytes_new (self->bytes->data, self->bytes->len);
}

/**
 * yc_http_request_parse_body:
 * @self: a request
 * @error: (nullable): return location
 *
 * Reads the body through the strict JSON gate; it must be one object.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_MALFORMED, which says where
 */
gboolean
yc_http_request_parse_body (YcHttpRequest  *self,
                            GError        **error)
{
  /* The server has limited the length already. */
  YcJsonLimits limits = { .max_bytes = self->bytes->len };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) local = NULL;

  node = yc_json_parse (self->bytes->len > 0 ? (const char *) self->bytes->data : "",
                        self->bytes->len, &limits, &local);
  if (node == NULL)
    {
      g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
                   _("The body is not JSON: %s"), local->message);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
                           _("The body must be a JSON object."));
      return FALSE;
    }
  g_clear_pointer (&self->body, json_node_unref);
  self->body = g_steal_pointer (&node);
  return TRUE;
}

/**
 * yc_http_request_get_body:
 * @self: a request
 *
 * Returns: (transfer none) (nullable): the object read by yc_http_request_parse_body()
 */
JsonObject *
yc_http_request_get_body (YcHttpRequest *self)
{
  return self->body != NULL ? json_node_get_object (self->body) : NULL;
}

/**
 * yc_http_request_get_started:
 * @self: a request
 *
 * Returns: the monotonic time in microseconds at which the headers were complete
 */
gint64
yc_http_request_get_started (YcHttpRequest *self)
{
  return self->started;
}
