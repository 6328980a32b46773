/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Live events. */
#include "yc-routes-private.h"

YcHttpResponse *
yc_event_route_listen (YcCall  *call,
                       GError **error)
{
  const char *last = yc_http_request_get_header (call->request, "last-event-id");
  gint64 after = -1;

  /* A number that is none of ours is as good as none: the client then loads its lists anew. */
  if (last != NULL && !g_ascii_string_to_signed (last, 10, 0, G_MAXINT64, &after, NULL))
    after = -1;
  return yc_http_response_new_stream (
    "text/event-stream",
    yc_event_hub_listen (yc_service_get_hub (call->work.service), call->work.identity, after));
}
