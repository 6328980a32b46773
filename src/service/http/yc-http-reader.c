/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what the server library knows of a request into our own words. */
#include "yc-http-reader-private.h"

#include <gio/gio.h>
#include <gio/gnetworking.h>
#include <string.h>

static char *
get_address (struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info;
  g_autoptr (GSocketAddress) address = NULL;

  info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == NULL || info->client_addr == NULL)
    return g_strdup ("");
  address = g_socket_address_new_from_native (info->client_addr, sizeof (struct sockaddr_in6));
  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return g_strdup ("");
  return g_inet_address_to_string (
    g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

static enum MHD_Result
add_value_cb (void              *data,
              enum MHD_ValueKind kind,
              const char        *name,
              const char        *value)
{
  g_autofree char *text = g_utf8_make_valid (value != NULL ? value : "", -1);

  if (kind == MHD_HEADER_KIND)
    yc_http_request_add_header (data, name, text);
  else
    yc_http_request_add_query (data, name, text);
  return MHD_YES;
}

static enum MHD_Result
add_size_cb (void              *data,
             enum MHD_ValueKind kind,
             const char        *name,
             const char        *value)
{
  gsize *size = data;

  *size += strlen (name) + (value != NULL ? strlen (value) : 0) + 4;
  return MHD_YES;
}

/**
 * yc_http_reader_measure:
 * @connection: a connection whose headers have come
 * @url: its path
 *
 * Returns: the size of request line and headers together, in bytes
 */
gsize
yc_http_reader_measure (struct MHD_Connection *connection,
                        const char            *url)
{
  gsize size = strlen (url);

  MHD_get_connection_values (connection, MHD_HEADER_KIND, add_size_cb, &size);
  MHD_get_connection_values (connection, MHD_GET_ARGUMENT_KIND, add_size_cb, &size);
  return size;
}

/**
 * yc_http_reader_create_exchange:
 * @connection: a connection whose headers have come
 * @url: its path
 * @method: its method
 *
 * Returns: (transfer full): an exchange with all that is known of the request so far
 */
YcHttpExchange *
yc_http_reader_create_exchange (struct MHD_Connection *connection,
                                const char            *url,
                                const char            *method)
{
  const union MHD_ConnectionInfo *info;
  g_autofree char *address = get_address (connection);
  g_autofree char *path = g_utf8_make_valid (url, -1);
  YcHttpRequest *request = yc_http_request_new (method, path, address);

  MHD_get_connection_values (connection, MHD_HEADER_KIND, add_value_cb, request);
  MHD_get_connection_values (connection, MHD_GET_ARGUMENT_KIND, add_value_cb, request);
  info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return yc_http_exchange_new (connection, info->socket_context, request);
}
