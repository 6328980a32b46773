/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the desk's key comes from. Private to the client room. */
#pragma once

#include <gio/gio.h>

#include "yc-vault.h"

G_BEGIN_DECLS

char     *yc_desk_key_get_passphrase_path (const char           *data_dir);
void      yc_desk_key_load_async          (const char           *data_dir,
                                           const char           *database,
                                           gboolean              demo,
                                           const char           *passphrase,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
YcVault  *yc_desk_key_load_finish         (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
