/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does for certificates on their way: which ways there are, and trying again. */
#pragma once

#include "yc-desk.h"

G_BEGIN_DECLS

/* Asks which channels the service has set up. */
void        yc_desk_load_delivery_channels_async  (YcDesk               *self,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/* (transfer full): channel → the receiver's own name, "" when it has none */
GHashTable *yc_desk_load_delivery_channels_finish (YcDesk               *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

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

G_END_DECLS
