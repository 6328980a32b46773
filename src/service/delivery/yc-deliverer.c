/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings certificates to their receivers. Each has a lane of its own, so that one that is slow or
 * down keeps nobody else waiting. */
#include "yc-deliverer.h"

#include "yc-delivery-lane.h"

struct _YcDeliverer
{
  YcDeliverySettings *settings;
  GPtrArray *lanes;
  int expecting;
};

/**
 * yc_deliverer_new:
 * @database: the database
 * @writer: the writer, which must outlive the lanes
 * @vault: opens messages and certificates
 * @settings: (transfer full) (nullable): who receives; %NULL for nobody
 *
 * Returns: (transfer full): a deliverer that has not begun
 */
YcDeliverer *
yc_deliverer_new (YcDatabase         *database,
                  YcWriter           *writer,
                  YcVault            *vault,
                  YcDeliverySettings *settings)
{
  YcDeliverer *self = g_new0 (YcDeliverer, 1);

  self->settings = settings;
  if (settings == NULL)
    {
      self->settings = g_new0 (YcDeliverySettings, 1);
      self->settings->receivers = g_ptr_array_new ();
    }
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_delivery_lane_free);
  for (guint i = 0; i < self->settings->receivers->len; i++)
    g_ptr_array_add (self->lanes,
                     yc_delivery_lane_new (database, writer, vault, self->settings,
                                           g_ptr_array_index (self->settings->receivers, i)));
  return self;
}

void
yc_deliverer_free (YcDeliverer *self)
{
  g_ptr_array_unref (self->lanes);
  yc_delivery_settings_free (self->settings);
  g_free (self);
}

GPtrArray *
yc_deliverer_get_receivers (YcDeliverer *self)
{
  return self->settings->receivers;
}

const YcReceiver *
yc_deliverer_find (YcDeliverer *self,
                   const char  *channel)
{
  return yc_delivery_settings_find (self->settings, channel);
}

void
yc_deliverer_start (YcDeliverer *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    yc_delivery_lane_start (g_ptr_array_index (self->lanes, i));
}

void
yc_deliverer_expect (YcDeliverer *self)
{
  g_atomic_int_set (&self->expecting, 1);
}

void
yc_deliverer_committed (YcDeliverer *self)
{
  if (!g_atomic_int_compare_and_exchange (&self->expecting, 1, 0))
    return;
  for (guint i = 0; i < self->lanes->len; i++)
    yc_delivery_lane_wake (g_ptr_array_index (self->lanes, i));
}

void
yc_deliverer_stop (YcDeliverer *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    yc_delivery_lane_ask_to_stop (g_ptr_array_index (self->lanes, i));
  for (guint i = 0; i < self->lanes->len; i++)
    yc_delivery_lane_stop (g_ptr_array_index (self->lanes, i));
}
