/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries as the API tells them. */
#pragma once

#include "yc-deliveries-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

JsonObject *yc_delivery_codec_write     (const YcDeliveryRecord  *record);
JsonArray  *yc_delivery_codec_write_all (const YcWork            *work,
                                         const char              *case_id,
                                         GError                 **error);

G_END_DECLS
