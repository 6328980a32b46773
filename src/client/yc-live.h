/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the line up and passes on what the service tells by itself. Private to the room. */
#pragma once

#include "yc-http.h"
#include "yc-line.h"
#include "yc-session.h"

G_BEGIN_DECLS

#define YC_TYPE_LIVE (yc_live_get_type ())

G_DECLARE_FINAL_TYPE (YcLive, yc_live, YC, LIVE, GObject)

/* Signal "case" (id, gint64 version): a case changed.
 * Signal "inquiry" (id, gint64 version): an inquiry to who keeps the knowledge base changed.
 * Signal "catalog" (gint64 version): the catalog changed.
 * Signal "plan" (id, gint64 version): a saved plan changed.
 * Signal "delivery" (id): a certificate of this case came further on its way, or did not.
 * Signal "refresh": the live line was (re)opened; anything may have changed meanwhile. */

YcLive *yc_live_new   (YcHttp    *http,
                       YcLine    *line,
                       YcSession *session);
void    yc_live_start (YcLive    *self);
void    yc_live_stop  (YcLive    *self);

G_END_DECLS
