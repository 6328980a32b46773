/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests to the service, one by one: sent, limited, read and checked. Private to the room. */
#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

#include "yc-limits.h"
#include "yc-reply.h"

G_BEGIN_DECLS

/**
 * YcExpect:
 * @YC_EXPECT_JSON: a success answer holds a JSON object.
 * @YC_EXPECT_BYTES: a success answer holds a document.
 * @YC_EXPECT_NOTHING: a success answer's content does not matter.
 */
typedef enum
{
  YC_EXPECT_JSON = 1,
  YC_EXPECT_BYTES,
  YC_EXPECT_NOTHING,
} YcExpect;

/**
 * YcRequest:
 * @method: "GET" and the like
 * @path: below /api/v1, with its query, already escaped; or with @outside from the root
 * @outside: the path is not below /api/v1
 * @anonymous: sent without the session's token
 * @expect: what a success answer holds
 * @body: (nullable): JSON to send
 * @bytes: (nullable): a file or a part of it to send instead
 * @content_range: (nullable): where that part belongs
 * @if_match: (nullable): an entity tag
 * @if_none_match: (nullable): an entity tag
 * @idempotency_key: (nullable): a UUID
 */
typedef struct
{
  const char *method;
  const char *path;
  gboolean    outside;
  gboolean    anonymous;
  YcExpect    expect;
  JsonNode   *body;
  GBytes     *bytes;
  const char *content_range;
  const char *if_match;
  const char *if_none_match;
  const char *idempotency_key;
} YcRequest;

#define YC_TYPE_HTTP (yc_http_get_type ())

G_DECLARE_FINAL_TYPE (YcHttp, yc_http, YC, HTTP, GObject)

/* Signal "answered": the service has answered something, whatever it was.
 * Signal "unreachable" (GError): a request found no service.
 * Signal "unauthenticated": the service does not accept the present token (any more). */

YcHttp         *yc_http_new              (const char           *service_url,
                                          const YcLimits       *limits);
gboolean        yc_http_prepare          (YcHttp               *self,
                                          const char           *authority_file,
                                          GError              **error);
void            yc_http_set_token        (YcHttp               *self,
                                          const char           *token);
guint           yc_http_get_token_serial (YcHttp               *self);
void            yc_http_note_answer      (YcHttp               *self);
void            yc_http_note_unreachable (YcHttp               *self,
                                          const GError         *error);
void            yc_http_note_refusal     (YcHttp               *self,
                                          guint                 token_serial);
SoupSession    *yc_http_get_session      (YcHttp               *self);
const YcLimits *yc_http_get_limits       (YcHttp               *self);
SoupMessage    *yc_http_new_message      (YcHttp               *self,
                                          const YcRequest      *request);
GError         *yc_http_map_error        (const GError         *error,
                                          SoupMessage          *message);

/* yc-http-exchange.c */
void            yc_http_send_async       (YcHttp               *self,
                                          const YcRequest      *request,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
YcReply        *yc_http_send_finish      (YcHttp               *self,
                                          GAsyncResult         *result,
                                          GError              **error);
YcReply        *yc_http_ask_finish       (YcHttp               *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
