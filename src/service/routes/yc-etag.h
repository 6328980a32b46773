/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions in headers: ETag, If-Match, If-None-Match. */
#pragma once

#include "yc-http-request.h"
#include "yc-http-response.h"

G_BEGIN_DECLS

gboolean yc_etag_check_match (YcHttpRequest  *request,
                              gint64          version,
                              GError        **error);
gboolean yc_etag_is_known    (YcHttpRequest  *request,
                              const char     *etag);
char    *yc_etag_write       (gint64          version);
/* (transfer full) (nullable): @object (transfer full) with its version; NULL for NULL */
YcHttpResponse *yc_etag_answer (guint           status,
                                gint64          version,
                                JsonObject     *object);

G_END_DECLS
