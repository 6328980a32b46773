/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does for certificates on their way: which ways there are, and trying again. */
#include "yc-desk-delivery.h"

#include "yc-desk-call.h"
#include "yc-http.h"
#include "yc-json.h"
#include "yc-task.h"

static GHashTable *
read_channels (JsonObject *answer)
{
  GHashTable *channels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonArray *all = yc_json_get_array (answer, "channels");

  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++)
    {
      JsonObject *one = yc_json_node_get_object (json_array_get_element (all, i));

      g_hash_table_insert (channels, g_strdup (yc_json_get_string (one, "channel", "")),
                           g_strdup (yc_json_get_string (one, "title", "")));
    }
  return channels;
}

static void
channels_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) call = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (call, read_channels (yc_reply_get_object (reply)),
                           (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (call, error);
}

void
yc_desk_load_delivery_channels_async (YcDesk              *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (YC_IS_DESK (self));

  yc_desk_call_get (yc_desk_call_new (self, yc_desk_load_delivery_channels_async, cancellable,
                                      callback, user_data),
                    "/delivery-channels", channels_cb);
}

GHashTable *
yc_desk_load_delivery_channels_finish (YcDesk        *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
retried_cb (GObject      *source,
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
                       path, 0, body, retried_cb);
}

gboolean
yc_desk_retry_delivery_finish (YcDesk        *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
