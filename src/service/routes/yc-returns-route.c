/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the ten-percent rules for a period and a place. */
#include "yc-routes-private.h"

#include "yc-clock.h"
#include "yc-returns-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static gboolean
read_day (YcHttpRequest  *request,
          const char     *name,
          GDate          *day,
          GError        **error)
{
  if (yc_clock_parse_day (yc_http_request_get_query (request, name), day))
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("The query parameter “%s” must be a day such as 2026-11-21."), name);
  return FALSE;
}

/* Nobody is told of places that are not under their own. */
static char *
read_path (YcCall  *call,
           GError **error)
{
  const char *place = yc_http_request_get_query (call->request, "place");
  g_autofree char *path = NULL;

  if (place == NULL)
    return g_strdup (call->work.identity->place_path);
  path = yc_shelf_get_place_path (yc_service_get_shelf (call->work.service),
                                  call->work.transaction, place, error);
  if (path == NULL || yc_identity_covers (call->work.identity, path))
    return g_steal_pointer (&path);
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                       _("There is no such place under yours."));
  return NULL;
}

static JsonObject *
write_period (YcCall *call)
{
  JsonObject *period = json_object_new ();

  json_object_set_string_member (period, "from", yc_http_request_get_query (call->request, "from"));
  json_object_set_string_member (period, "to", yc_http_request_get_query (call->request, "to"));
  return period;
}

YcHttpResponse *
yc_returns_route_summarize (YcCall  *call,
                            GError **error)
{
  g_autofree char *path = NULL;
  JsonObject *summary;
  GDate first, last;

  if (!read_day (call->request, "from", &first, error) ||
      !read_day (call->request, "to", &last, error))
    return NULL;
  path = read_path (call, error);
  if (path == NULL)
    return NULL;
  summary = yc_returns_table_summarize (call->work.transaction, &first, &last, path, error);
  if (summary == NULL)
    return NULL;
  json_object_set_object_member (summary, "period", write_period (call));
  return yc_http_response_new_json (200, summary);
}
