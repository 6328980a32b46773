/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service answered to one request, and what it means. Private to the client room. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcReply:
 * @status: the HTTP status
 * @etag: (nullable): the entity tag
 * @retry_after: seconds the service asks for, 0 for none
 * @json: (nullable): a JSON object
 * @bytes: (nullable): a document
 */
typedef struct
{
  guint     status;
  char     *etag;
  guint     retry_after;
  JsonNode *json;
  GBytes   *bytes;
} YcReply;

void        yc_reply_free         (YcReply        *reply);
gboolean    yc_reply_is_success   (const YcReply  *reply);
JsonObject *yc_reply_get_object   (const YcReply  *reply);
const char *yc_reply_get_code     (const YcReply  *reply);
JsonArray  *yc_reply_get_problems (const YcReply  *reply);
GError     *yc_reply_to_error     (const YcReply  *reply);
gboolean    yc_reply_check        (const YcReply  *reply,
                                   GError        **error);
gboolean    yc_error_is_passing   (const GError   *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcReply, yc_reply_free)

G_END_DECLS
