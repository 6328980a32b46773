/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides which commands go to the service now: in order within a case, in parallel across cases,
 * again after a pause when it may still succeed. Private to the client room. */
#pragma once

#include "yc-attachments.h"
#include "yc-http.h"
#include "yc-line.h"
#include "yc-session.h"

G_BEGIN_DECLS

#define YC_TYPE_DISPATCHER (yc_dispatcher_get_type ())

G_DECLARE_FINAL_TYPE (YcDispatcher, yc_dispatcher, YC, DISPATCHER, GObject)

/* Signal "outcome" (YcCommand, YcOutcome *): the service has taken a command, or refused it for
 * good. */

YcDispatcher *yc_dispatcher_new        (GListModel   *commands,
                                        YcHttp       *http,
                                        YcLine       *line,
                                        YcSession    *session,
                                        YcAttachments *attachments);
void          yc_dispatcher_pump       (YcDispatcher *self);
void          yc_dispatcher_stop       (YcDispatcher *self);
gboolean      yc_dispatcher_is_stopped (YcDispatcher *self);

G_END_DECLS
