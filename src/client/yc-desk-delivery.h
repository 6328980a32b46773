/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does for certificates on their way: which ways there are, trying again, and
 * one more way. */
#pragma once

#include "yc-delivery-channels.h"
#include "yc-desk.h"

G_BEGIN_DECLS

/* (transfer none) */
YcDeliveryChannels *yc_desk_get_delivery_channels (YcDesk       *self);

/* Sends what has not arrived again at once; @to: (nullable): another address for a letter. The case
 * follows by itself. */
void        yc_desk_retry_delivery_async          (YcDesk               *self,
                                                   const char           *id,
                                                   const char           *to,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean    yc_desk_retry_delivery_finish         (YcDesk               *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/* Sends a certificate in force over one more channel, to which the applicant agrees at the counter;
 * @to: (nullable): the address of a letter, the applicant's without it. The case follows by itself. */
void        yc_desk_add_delivery_async            (YcDesk               *self,
                                                   const char           *serial,
                                                   const char           *channel,
                                                   const char           *to,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean    yc_desk_add_delivery_finish           (YcDesk               *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
