/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which certificates are not in force any more, as the ledger has it. */
#pragma once

#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonArray *yc_revocations_list       (YcTransaction  *transaction,
                                      gint64          after,
                                      gint64          limit,
                                      GError        **error);
gint64     yc_revocations_get_latest (YcTransaction  *transaction,
                                      GError        **error);

G_END_DECLS
