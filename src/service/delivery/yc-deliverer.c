/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings certificates to their receivers. Each has a lane of its own, so that one that is slow or
 * down keeps nobody else waiting. */
#include "yc-deliverer.h"

#include "yc-delivery-course.h"
#include "yc-delivery-lane.h"
#include "yc-service-error.h"

struct _YcDeliverer
{
  YcWriter *writer;
  YcVault *vault;
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

  self->writer = g_object_ref (writer);
  self->vault = g_object_ref (vault);
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
  g_object_unref (self->writer);
  g_object_unref (self->vault);
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

static gboolean
give_up_channel (YcDeliverer    *self,
                 YcTransaction  *transaction,
                 const char     *channel,
                 GError        **error)
{
  g_autoptr (GError) local = NULL;

  for (;;)
    {
      g_autoptr (YcDeliveryRecord) record =
        yc_deliveries_table_find_next (transaction, self->vault, channel, &local);

      if (record == NULL)
        break;
      if (!yc_delivery_course_give_up (transaction, self->vault, record, "removed", error))
        return FALSE;
    }
  if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What waits for a receiver that nobody has set up any more would wait for ever, and say nothing. */
static gboolean
give_up_func (YcTransaction  *transaction,
              gpointer        user_data,
              GError        **error)
{
  YcDeliverer *self = user_data;
  g_auto (GStrv) channels = yc_deliveries_table_list_waiting (transaction, error);

  for (guint i = 0; channels != NULL && channels[i] != NULL; i++)
    if (yc_deliverer_find (self, channels[i]) == NULL &&
        !give_up_channel (self, transaction, channels[i], error))
      return FALSE;
  return channels != NULL;
}

void
yc_deliverer_start (YcDeliverer *self)
{
  g_autoptr (GError) error = NULL;

  if (!yc_writer_run (self->writer, give_up_func, self, &error))
    g_warning ("What goes to receivers that are gone could not be given up: %s %d",
               g_quark_to_string (error->domain), error->code);
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
