/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the desk keeps a session over a restart. Private to the client room. */
#pragma once

#include "yc-http.h"
#include "yc-session.h"

G_BEGIN_DECLS

YcSession *yc_session_new     (YcHttp     *http);
JsonNode  *yc_session_to_json (YcSession  *self);
gboolean   yc_session_restore (YcSession  *self,
                               JsonNode   *json);

G_END_DECLS
