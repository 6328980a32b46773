/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service's live events (Server-Sent Events). Private to the client room. */
#pragma once

#include "yc-http.h"

G_BEGIN_DECLS

#define YC_TYPE_EVENT_STREAM (yc_event_stream_get_type ())

G_DECLARE_FINAL_TYPE (YcEventStream, yc_event_stream, YC, EVENT_STREAM, GObject)

/* Signal "opened": the service took the request.
 * Signal "event" (name, JsonNode data): an event with an object as its data.
 * Signal "closed" (GError): over, with the reason; not after yc_event_stream_close(). */

YcEventStream *yc_event_stream_new         (YcHttp        *http);
void           yc_event_stream_open        (YcEventStream *self);
void           yc_event_stream_close       (YcEventStream *self);
gboolean       yc_event_stream_is_active   (YcEventStream *self);

G_END_DECLS
