/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chained record of who changed what. */
#pragma once

#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean yc_audit_table_append (YcTransaction  *transaction,
                                const char     *now,
                                const char     *by,
                                const char     *action,
                                const char     *subject,
                                JsonObject     *detail,
                                GError        **error);
gboolean yc_audit_verify       (YcTransaction  *transaction,
                                gint64         *n_records,
                                GError        **error);

G_END_DECLS
