/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One listener's stream of Server-Sent Events. */
#pragma once

#include "yc-event-hub.h"

G_BEGIN_DECLS

#define YC_TYPE_EVENT_STREAM (yc_event_stream_get_type ())

G_DECLARE_FINAL_TYPE (YcEventStream, yc_event_stream, YC, EVENT_STREAM, YcHttpStream)

YcEventStream *yc_event_stream_new         (YcEventHub       *hub,
                                            const YcIdentity *identity,
                                            gint64            after);
gboolean       yc_event_stream_sees        (YcEventStream    *self,
                                            const YcEvent    *event);
const char    *yc_event_stream_get_session (YcEventStream    *self);
void           yc_event_stream_beat        (YcEventStream    *self,
                                            const char       *now);

G_END_DECLS
