/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that the desk is asked for, and the request that it takes. */
#include "yc-desk-call.h"

#include "yc-desk-private.h"
#include "yc-json.h"
#include "yc-uuid.h"

GTask *
yc_desk_call_new (YcDesk              *desk,
                  gpointer             tag,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  GTask *call = g_task_new (desk, cancellable, callback, user_data);

  g_task_set_source_tag (call, tag);
  /* Whoever does the work knows whether it came too late to be cancelled. */
  g_task_set_check_cancellable (call, FALSE);
  return call;
}

static void
send (GTask               *call,
      const YcRequest     *request,
      GAsyncReadyCallback  answered_cb)
{
  YcDesk *desk = g_task_get_source_object (call);

  yc_http_send_async (yc_desk_get_parts (desk)->http, request, g_task_get_cancellable (call),
                      answered_cb, call);
}

void
yc_desk_call_get (GTask               *call,
                  const char          *path,
                  GAsyncReadyCallback  answered_cb)
{
  YcRequest request = { .method = "GET", .path = path, .expect = YC_EXPECT_JSON };

  send (call, &request, answered_cb);
}

void
yc_desk_call_post (GTask               *call,
                   const char          *path,
                   JsonObject          *body,
                   GAsyncReadyCallback  answered_cb)
{
  g_autoptr (JsonNode) node = yc_json_object_node (body);
  YcRequest request = { .method = "POST", .path = path, .expect = YC_EXPECT_JSON, .body = node };

  send (call, &request, answered_cb);
}

void
yc_desk_call_change (GTask               *call,
                     const char          *path,
                     gint64               version,
                     JsonObject          *body,
                     GAsyncReadyCallback  answered_cb)
{
  g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", version);
  g_autofree char *key = yc_uuid_v7_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (body);
  YcRequest request = { .method = "POST", .path = path, .expect = YC_EXPECT_JSON, .body = node,
                        .if_match = etag, .idempotency_key = key };

  send (call, &request, answered_cb);
}
