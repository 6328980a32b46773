/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client is answered: a status, headers and either bytes or a live stream. */
#pragma once

#include "yc-http-stream.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcHttpResponse YcHttpResponse;

typedef void (*YcHttpHeaderFunc) (const char *name,
                                  const char *value,
                                  gpointer    user_data);

YcHttpResponse *yc_http_response_new              (guint             status,
                                                   const char       *content_type,
                                                   GBytes           *body);
YcHttpResponse *yc_http_response_new_empty        (guint             status);
YcHttpResponse *yc_http_response_new_text         (guint             status,
                                                   const char       *content_type,
                                                   char             *text);
YcHttpResponse *yc_http_response_new_json         (guint             status,
                                                   JsonObject       *object);
YcHttpResponse *yc_http_response_new_problem      (const GError     *error);
YcHttpResponse *yc_http_response_new_stream       (const char       *content_type,
                                                   YcHttpStream     *stream);
void            yc_http_response_free             (YcHttpResponse   *self);
void            yc_http_response_set_header       (YcHttpResponse   *self,
                                                   const char       *name,
                                                   const char       *value);
const char     *yc_http_response_get_header       (YcHttpResponse   *self,
                                                   const char       *name);
guint           yc_http_response_get_status       (YcHttpResponse   *self);
const char     *yc_http_response_get_content_type (YcHttpResponse   *self);
GBytes         *yc_http_response_get_body         (YcHttpResponse   *self);
YcHttpStream   *yc_http_response_get_stream       (YcHttpResponse   *self);
void            yc_http_response_foreach_header   (YcHttpResponse   *self,
                                                   YcHttpHeaderFunc  func,
                                                   gpointer          user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcHttpResponse, yc_http_response_free)

G_END_DECLS
