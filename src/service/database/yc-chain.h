/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that are chained by their hashes. */
#pragma once

#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *yc_chain_hash         (const char     *previous,
                             JsonObject     *record);
char *yc_chain_get_previous (YcTransaction  *transaction,
                             const char     *sql,
                             gint64          number,
                             GError        **error);

G_END_DECLS
