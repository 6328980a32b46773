/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings certificates to their receivers, each on a thread of its own. */
#pragma once

#include "yc-database.h"
#include "yc-delivery-settings.h"
#include "yc-vault.h"
#include "yc-writer.h"

G_BEGIN_DECLS

typedef struct _YcDeliverer YcDeliverer;

YcDeliverer      *yc_deliverer_new           (YcDatabase         *database,
                                              YcWriter           *writer,
                                              YcVault            *vault,
                                              YcDeliverySettings *settings);
void              yc_deliverer_free          (YcDeliverer        *self);
/* (element-type YcReceiver): all that are set up; empty when none is. */
GPtrArray        *yc_deliverer_get_receivers (YcDeliverer        *self);
const YcReceiver *yc_deliverer_find          (YcDeliverer        *self,
                                              const char         *channel);
void              yc_deliverer_start         (YcDeliverer        *self);
/* Told by whoever plans a delivery, in the transaction, on the writer's thread… */
void              yc_deliverer_expect        (YcDeliverer        *self);
/* …and by the service after the commit. */
void              yc_deliverer_committed     (YcDeliverer        *self);
/* To be called before the writer stops. */
void              yc_deliverer_stop          (YcDeliverer        *self);

G_END_DECLS
