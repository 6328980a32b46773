/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a time-stamp server over HTTP (RFC 3161, 3.4). */
#pragma once

#include "yc-timestamper.h"

G_BEGIN_DECLS

#define YC_TYPE_HTTP_TIMESTAMPER (yc_http_timestamper_get_type ())

G_DECLARE_FINAL_TYPE (YcHttpTimestamper, yc_http_timestamper, YC, HTTP_TIMESTAMPER, GObject)

YcTimestamper *yc_http_timestamper_new (const char *url,
                                        guint       most_ms,
                                        guint       rest_seconds);

G_END_DECLS
