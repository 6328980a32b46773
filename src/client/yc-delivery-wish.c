/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over which channels the applicant lets the certificate be sent, as the clerk takes it down. That
 * nothing was said is another thing than that all was declined. */
#include "yc-delivery-wish.h"

#include "yc-delivery.h"
#include "yc-json.h"

struct _YcDeliveryWish
{
  GObject  parent_instance;

  gboolean wanted[YC_N_DELIVERY_CHANNELS];
  gboolean said;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDeliveryWish, yc_delivery_wish, G_TYPE_OBJECT)

static void
yc_delivery_wish_class_init (YcDeliveryWishClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_delivery_wish_init (YcDeliveryWish *self)
{
}

YcDeliveryWish *
yc_delivery_wish_new (void)
{
  return g_object_new (YC_TYPE_DELIVERY_WISH, NULL);
}

static int
find (const char *channel)
{
  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    if (g_str_equal (yc_delivery_channel_get_nth (i), channel))
      return (int) i;
  return -1;
}

gboolean
yc_delivery_wish_get (YcDeliveryWish *self,
                      const char     *channel)
{
  int i;

  g_return_val_if_fail (YC_IS_DELIVERY_WISH (self), FALSE);

  i = find (channel);
  return i >= 0 && self->wanted[i];
}

void
yc_delivery_wish_set (YcDeliveryWish *self,
                      const char     *channel,
                      gboolean        wanted)
{
  int i;

  g_return_if_fail (YC_IS_DELIVERY_WISH (self));

  i = find (channel);
  if (i < 0 || self->wanted[i] == !!wanted)
    return;
  self->wanted[i] = !!wanted;
  self->said = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
yc_delivery_wish_lacks_address (YcDeliveryWish *self,
                                const char     *address)
{
  return yc_delivery_wish_get (self, "mail") && !yc_delivery_address_is_good (address);
}

void
yc_delivery_wish_load (YcDeliveryWish *self,
                       JsonObject     *json)
{
  g_auto (GStrv) kept = yc_json_dup_strv (json, "channels");

  g_return_if_fail (YC_IS_DELIVERY_WISH (self));

  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    self->wanted[i] = g_strv_contains ((const char *const *) kept, yc_delivery_channel_get_nth (i));
  self->said = json != NULL;
}

void
yc_delivery_wish_save (YcDeliveryWish *self,
                       JsonObject     *to)
{
  JsonObject *json;
  JsonArray *array;

  g_return_if_fail (YC_IS_DELIVERY_WISH (self));

  if (!self->said)
    return;
  json = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    if (self->wanted[i])
      json_array_add_string_element (array, yc_delivery_channel_get_nth (i));
  json_object_set_array_member (json, "channels", array);
  json_object_set_object_member (to, "delivery", json);
}
