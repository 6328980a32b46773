/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client asked for: read once from the connection, then the same for everyone. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcHttpRequest YcHttpRequest;

YcHttpRequest *yc_http_request_new         (const char     *method,
                                            const char     *path,
                                            const char     *address);
void           yc_http_request_free        (YcHttpRequest  *self);
const char    *yc_http_request_get_method  (YcHttpRequest  *self);
const char    *yc_http_request_get_path    (YcHttpRequest  *self);
const char    *yc_http_request_get_address (YcHttpRequest  *self);
void           yc_http_request_add_header  (YcHttpRequest  *self,
                                            const char     *name,
                                            const char     *value);
const char    *yc_http_request_get_header  (YcHttpRequest  *self,
                                            const char     *name);
gboolean       yc_http_request_is_ambiguous (YcHttpRequest *self);
void           yc_http_request_add_query   (YcHttpRequest  *self,
                                            const char     *name,
                                            const char     *value);
const char    *yc_http_request_get_query   (YcHttpRequest  *self,
                                            const char     *name);
gboolean       yc_http_request_get_number  (YcHttpRequest  *self,
                                            const char     *name,
                                            gint64          minimum,
                                            gint64          maximum,
                                            gint64         *number,
                                            GError        **error);
void           yc_http_request_add_body    (YcHttpRequest  *self,
                                            const char     *data,
                                            gsize           length);
gsize          yc_http_request_get_length  (YcHttpRequest  *self);
GBytes        *yc_http_request_dup_bytes   (YcHttpRequest  *self);
gboolean       yc_http_request_parse_body  (YcHttpRequest  *self,
                                            GError        **error);
JsonObject    *yc_http_request_get_body    (YcHttpRequest  *self);
gint64         yc_http_request_get_started (YcHttpRequest  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcHttpRequest, yc_http_request_free)

G_END_DECLS
