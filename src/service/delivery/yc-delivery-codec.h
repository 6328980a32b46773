/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries as the API tells them. */
#pragma once

#include "yc-deliveries-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

const char *yc_delivery_codec_find_obstacle (const YcWork           *work,
                                         const YcDeliveryRecord  *record);
JsonObject *yc_delivery_codec_write     (const YcWork            *work,
                                         const YcDeliveryRecord  *record);
JsonArray  *yc_delivery_codec_write_all (const YcWork            *work,
                                         const char              *case_id,
                                         const char              *serial,
                                         GError                 **error);

G_END_DECLS
