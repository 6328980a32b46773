/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is signed in. */
#pragma once

#include "yc-transaction.h"

#include "yc-identity.h"

G_BEGIN_DECLS

gboolean    yc_sessions_table_insert (YcTransaction  *transaction,
                                      const char     *token,
                                      const char     *user,
                                      const char     *counter,
                                      const char     *now,
                                      const char     *expires_at,
                                      GError        **error);
YcIdentity *yc_sessions_table_find   (YcTransaction  *transaction,
                                      const char     *token,
                                      GError        **error);
gboolean    yc_sessions_table_remove (YcTransaction  *transaction,
                                      const char     *token,
                                      GError        **error);

G_END_DECLS
