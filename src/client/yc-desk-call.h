/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that the desk is asked for, and the request that it takes. Private to the client room. */
#pragma once

#include "yc-desk.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full): the task of a call whose source is the desk */
GTask *yc_desk_call_new    (YcDesk              *desk,
                            gpointer             tag,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* Asks for @path; @answered_cb has @call (transfer full) as its data and returns it. */
void   yc_desk_call_get    (GTask               *call,
                            const char          *path,
                            GAsyncReadyCallback  answered_cb);
/* Asks with @body (transfer full) likewise, changing nothing. */
void   yc_desk_call_post   (GTask               *call,
                            const char          *path,
                            JsonObject          *body,
                            GAsyncReadyCallback  answered_cb);
/* Changes what has @version, 0 for what is not there yet, under a key of its own. */
void   yc_desk_call_change (GTask               *call,
                            const char          *path,
                            gint64               version,
                            JsonObject          *body,
                            GAsyncReadyCallback  answered_cb);

G_END_DECLS
