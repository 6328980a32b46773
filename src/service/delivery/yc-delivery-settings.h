/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where certificates go by themselves after issue: delivery.json, read and checked. */
#pragma once

#include "yc-receiver.h"

G_BEGIN_DECLS

/**
 * YcDeliverySettings:
 * @receivers: (element-type YcReceiver): all of them
 * @first_seconds: the wait after the first try; it doubles with each
 * @most_seconds: after so long it is given up
 */
typedef struct
{
  GPtrArray *receivers;
  double first_seconds;
  double most_seconds;
} YcDeliverySettings;

YcDeliverySettings *yc_delivery_settings_new  (const char                *path,
                                               GError                   **error);
void                yc_delivery_settings_free (YcDeliverySettings        *self);
const YcReceiver   *yc_delivery_settings_find (const YcDeliverySettings  *self,
                                               const char                *channel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcDeliverySettings, yc_delivery_settings_free)

G_END_DECLS
