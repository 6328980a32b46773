/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does with its channels. Private to the client room. */
#pragma once

#include "yc-delivery-channels.h"
#include "yc-http.h"
#include "yc-live.h"
#include "yc-storage.h"

G_BEGIN_DECLS

YcDeliveryChannels *yc_delivery_channels_new  (YcHttp             *http,
                                               YcLive             *live);
/* Reads what was kept; what the service tells from then on is kept. */
void                yc_delivery_channels_open (YcDeliveryChannels *self,
                                               YcStorage          *storage);

G_END_DECLS
