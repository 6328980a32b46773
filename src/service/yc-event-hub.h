/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings what happened to everyone who listens and may know of it. */
#pragma once

#include "yc-database.h"
#include "yc-events-table.h"
#include "yc-http-stream.h"
#include "yc-identity.h"

G_BEGIN_DECLS

#define YC_TYPE_EVENT_HUB (yc_event_hub_get_type ())

G_DECLARE_FINAL_TYPE (YcEventHub, yc_event_hub, YC, EVENT_HUB, GObject)

YcEventHub   *yc_event_hub_new             (YcDatabase        *database,
                                            GError           **error);
void          yc_event_hub_pull            (YcEventHub        *self);
YcHttpStream *yc_event_hub_listen          (YcEventHub        *self,
                                            const YcIdentity  *identity,
                                            gint64             after);
gint64        yc_event_hub_get_last        (YcEventHub        *self);
guint         yc_event_hub_get_n_listeners (YcEventHub        *self);
void          yc_event_hub_end_session     (YcEventHub        *self,
                                            const char        *session);
void          yc_event_hub_stop            (YcEventHub        *self);

G_END_DECLS
