/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the ten-percent rules, summed from the running totals. */
#pragma once

#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *yc_returns_table_summarize (YcTransaction  *transaction,
                                        const GDate    *first,
                                        const GDate    *last,
                                        const char     *path,
                                        GError        **error);

G_END_DECLS
