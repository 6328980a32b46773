/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does for certificates on their way: which ways there are, trying again, and
 * one more way. */
#include "yc-desk-delivery.h"

#include "yc-desk-call.h"
#include "yc-desk-private.h"
#include "yc-http.h"
#include "yc-json.h"
#include "yc-task.h"

YcDeliveryChannels *
yc_desk_get_delivery_channels (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return yc_desk_get_parts (self)->channels;
}

static void
sent_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) call = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  yc_task_return_done (call, reply != NULL, error);
}

void
yc_desk_retry_delivery_async (YcDesk              *self,
                              const char          *id,
                              const char          *to,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autofree char *path = g_strconcat ("/deliveries/", id, "/retries", NULL);
  JsonObject *body = json_object_new ();

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (id != NULL);

  json_object_set_member (body, "to", yc_json_string_node (to));
  yc_desk_call_change (yc_desk_call_new (self, yc_desk_retry_delivery_async, cancellable, callback,
                                         user_data),
                       path, 0, body, sent_cb);
}

gboolean
yc_desk_retry_delivery_finish (YcDesk        *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
yc_desk_add_delivery_async (YcDesk              *self,
                            const char          *serial,
                            const char          *channel,
                            const char          *to,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autofree char *path = g_strconcat ("/certificates/", serial, "/deliveries", NULL);
  JsonObject *body = json_object_new ();

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (serial != NULL && channel != NULL);

  json_object_set_string_member (body, "channel", channel);
  json_object_set_member (body, "to", yc_json_string_node (to));
  json_object_set_boolean_member (body, "consent", TRUE);
  yc_desk_call_change (yc_desk_call_new (self, yc_desk_add_delivery_async, cancellable, callback,
                                         user_data),
                       path, 0, body, sent_cb);
}

gboolean
yc_desk_add_delivery_finish (YcDesk        *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
