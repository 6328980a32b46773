/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates fetched once and kept, sealed. Private to the client room. */
#pragma once

#include "yc-parts.h"

G_BEGIN_DECLS

void     yc_certificate_store_load_async  (gpointer              source,
                                           YcParts              *parts,
                                           const char           *case_id,
                                           const char           *serial,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GBytes  *yc_certificate_store_load_finish (gpointer              source,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
