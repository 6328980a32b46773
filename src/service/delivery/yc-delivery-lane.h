/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to one receiver: sends what is due, one after the other. */
#pragma once

#include "yc-database.h"
#include "yc-delivery-settings.h"
#include "yc-vault.h"
#include "yc-writer.h"

G_BEGIN_DECLS

typedef struct _YcDeliveryLane YcDeliveryLane;

YcDeliveryLane *yc_delivery_lane_new         (YcDatabase               *database,
                                              YcWriter                 *writer,
                                              YcVault                  *vault,
                                              const YcDeliverySettings *settings,
                                              const YcReceiver         *receiver);
void            yc_delivery_lane_free        (YcDeliveryLane           *self);
void            yc_delivery_lane_start       (YcDeliveryLane           *self);
void            yc_delivery_lane_wake        (YcDeliveryLane           *self);
void            yc_delivery_lane_ask_to_stop (YcDeliveryLane           *self);
void            yc_delivery_lane_stop        (YcDeliveryLane           *self);

G_END_DECLS
