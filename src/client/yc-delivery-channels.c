/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the service sends certificates after issue. The service is asked whenever the line comes up;
 * until then what it told the last time holds. */
#include "yc-delivery-channels-private.h"

#include "yc-delivery.h"
#include "yc-json.h"

#define SETTING "delivery-channels"

struct _YcDeliveryChannels
{
  GObject     parent_instance;

  YcHttp     *http;
  YcStorage  *storage;
  /* {channels: [{channel, title, pdf, items, fields}]}; NULL until something is known. */
  JsonObject *known;
  gboolean    asked;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDeliveryChannels, yc_delivery_channels, G_TYPE_OBJECT)

static void
yc_delivery_channels_finalize (GObject *object)
{
  YcDeliveryChannels *self = YC_DELIVERY_CHANNELS (object);

  g_clear_object (&self->http);
  g_clear_object (&self->storage);
  g_clear_pointer (&self->known, json_object_unref);

  G_OBJECT_CLASS (yc_delivery_channels_parent_class)->finalize (object);
}

static void
yc_delivery_channels_class_init (YcDeliveryChannelsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_delivery_channels_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_delivery_channels_init (YcDeliveryChannels *self)
{
}

static void
take (YcDeliveryChannels *self,
      JsonObject         *json)
{
  json_object_ref (json);
  g_clear_pointer (&self->known, json_object_unref);
  self->known = json;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YcDeliveryChannels) self = user_data;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, NULL);
  JsonObject *json = reply != NULL ? yc_reply_get_object (reply) : NULL;
  g_autoptr (JsonNode) node = NULL;

  /* With the line down again it is asked the next time. */
  if (yc_json_get_array (json, "channels") == NULL)
    return;
  self->asked = TRUE;
  take (self, json);
  node = yc_json_object_node (json_object_ref (json));
  if (self->storage != NULL)
    yc_storage_set_async (self->storage, SETTING, node, NULL, NULL);
}

static void
refresh_cb (YcDeliveryChannels *self)
{
  YcRequest request = { .method = "GET", .path = "/delivery-channels", .expect = YC_EXPECT_JSON };

  yc_http_send_async (self->http, &request, NULL, asked_cb, g_object_ref (self));
}

/* What the service told meanwhile is newer. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YcDeliveryChannels) self = user_data;
  g_autoptr (JsonNode) node = yc_storage_get_finish (self->storage, result, NULL);
  JsonObject *json = node != NULL ? yc_json_node_get_object (node) : NULL;

  if (json != NULL && !self->asked)
    take (self, json);
}

YcDeliveryChannels *
yc_delivery_channels_new (YcHttp *http,
                          YcLive *live)
{
  YcDeliveryChannels *self = g_object_new (YC_TYPE_DELIVERY_CHANNELS, NULL);

  self->http = g_object_ref (http);
  g_signal_connect_object (live, "refresh", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
yc_delivery_channels_open (YcDeliveryChannels *self,
                           YcStorage          *storage)
{
  g_set_object (&self->storage, storage);
  yc_storage_get_async (storage, SETTING, read_cb, g_object_ref (self));
}

static JsonObject *
get_nth (YcDeliveryChannels *self,
         guint               position)
{
  JsonArray *all = yc_json_get_array (self->known, "channels");

  return all != NULL && position < json_array_get_length (all)
           ? yc_json_node_get_object (json_array_get_element (all, position)) : NULL;
}

static JsonObject *
find (YcDeliveryChannels *self,
      const char         *channel)
{
  JsonObject *one;

  for (guint i = 0; (one = get_nth (self, i)) != NULL; i++)
    if (g_strcmp0 (yc_json_get_string (one, "channel", NULL), channel) == 0)
      return one;
  return NULL;
}

gboolean
yc_delivery_channels_has (YcDeliveryChannels *self,
                          const char         *channel)
{
  g_return_val_if_fail (YC_IS_DELIVERY_CHANNELS (self), FALSE);

  return find (self, channel) != NULL;
}

const char *
yc_delivery_channels_get_title (YcDeliveryChannels *self,
                                const char         *channel)
{
  const char *own;

  g_return_val_if_fail (YC_IS_DELIVERY_CHANNELS (self), NULL);

  own = yc_json_get_string (find (self, channel), "title", "");
  return *own != '\0' ? own : yc_delivery_channel_get_title (channel);
}

static void
duty_free (YcDeliveryDuty *duty)
{
  g_free (duty->title);
  g_strfreev (duty->fields);
  g_free (duty);
}

static YcDeliveryDuty *
read_duty (JsonObject *json)
{
  YcDeliveryDuty *duty = g_new0 (YcDeliveryDuty, 1);

  duty->title = g_strdup (yc_json_get_string (json, "title", ""));
  duty->fields = yc_json_dup_strv (json, "fields");
  duty->pdf = yc_json_get_boolean (json, "pdf", FALSE);
  return duty;
}

GPtrArray *
yc_delivery_channels_list_duties (YcDeliveryChannels *self,
                                  const char         *item)
{
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) duty_free);
  JsonObject *one;

  g_return_val_if_fail (YC_IS_DELIVERY_CHANNELS (self), duties);
  g_return_val_if_fail (item != NULL, duties);

  for (guint i = 0; (one = get_nth (self, i)) != NULL; i++)
    {
      g_auto (GStrv) items = yc_json_dup_strv (one, "items");

      if (g_strv_contains ((const char *const *) items, item))
        g_ptr_array_add (duties, read_duty (one));
    }
  return duties;
}
