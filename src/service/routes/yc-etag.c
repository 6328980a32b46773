/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions in headers: ETag, If-Match, If-None-Match (RFC 9110, section 13). */
#include "yc-etag.h"

#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static gboolean
contains (const char *header,
          const char *etag)
{
  g_auto (GStrv) parts = g_strsplit (header, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (g_str_equal (part, "*") ||
          g_str_equal (g_str_has_prefix (part, "W/") ? part + 2 : part, etag))
        return TRUE;
    }
  return FALSE;
}

/**
 * yc_etag_check_match:
 * @request: a request that changes something
 * @version: the thing's present version
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_PRECONDITION_REQUIRED when the request does not say which
 *   version it is based on, %YC_SERVICE_ERROR_VERSION_CONFLICT when that is another one
 */
gboolean
yc_etag_check_match (YcHttpRequest  *request,
                     gint64          version,
                     GError        **error)
{
  const char *header = yc_http_request_get_header (request, "if-match");
  g_autofree char *etag = yc_etag_write (version);

  if (header == NULL)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_PRECONDITION_REQUIRED,
                         _("Say with If-Match which version this is based on."));
  else if (!contains (header, etag))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_VERSION_CONFLICT,
                         _("Someone else has changed this in the meantime."));
  else
    return TRUE;
  return FALSE;
}

/**
 * yc_etag_is_known:
 * @request: a request that reads something
 * @etag: the thing's present ETag
 *
 * Returns: whether the client has it already
 */
gboolean
yc_etag_is_known (YcHttpRequest *request,
                  const char    *etag)
{
  const char *header = yc_http_request_get_header (request, "if-none-match");

  return header != NULL && contains (header, etag);
}

char *
yc_etag_write (gint64 version)
{
  return g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", version);
}

YcHttpResponse *
yc_etag_answer (guint       status,
                gint64      version,
                JsonObject *object)
{
  g_autofree char *etag = yc_etag_write (version);
  YcHttpResponse *response;

  if (object == NULL)
    return NULL;
  response = yc_http_response_new_json (status, object);
  yc_http_response_set_header (response, "ETag", etag);
  return response;
}
