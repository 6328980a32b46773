/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hub and its streams share. */
#pragma once

#include "yc-event-hub.h"
#include "yc-event-stream.h"

G_BEGIN_DECLS

gboolean yc_event_hub_collect (YcEventHub    *self,
                               gint64         after,
                               GPtrArray     *events);
void     yc_event_hub_leave   (YcEventHub    *self,
                               YcEventStream *stream);

G_END_DECLS
