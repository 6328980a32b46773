/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service's live events (Server-Sent Events). Private to the client room. */
#pragma once

#include "yc-http.h"

G_BEGIN_DECLS

#define YC_TYPE_EVENT_READER (yc_event_reader_get_type ())

G_DECLARE_FINAL_TYPE (YcEventReader, yc_event_reader, YC, EVENT_READER, GObject)

/* Signal "opened": the service took the request.
 * Signal "event" (name, JsonNode data): an event with an object as its data.
 * Signal "closed" (GError): over, with the reason; not after yc_event_reader_close(). */

YcEventReader *yc_event_reader_new         (YcHttp        *http);
void           yc_event_reader_open        (YcEventReader *self);
void           yc_event_reader_close       (YcEventReader *self);
gboolean       yc_event_reader_is_active   (YcEventReader *self);

G_END_DECLS
