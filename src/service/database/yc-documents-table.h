/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every state of every catalog document. */
#pragma once

#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gint64     yc_documents_table_get_version (YcTransaction  *transaction,
                                           GError        **error);
gboolean   yc_documents_table_find        (YcTransaction  *transaction,
                                           const char     *kind,
                                           const char     *id,
                                           gint64          at,
                                           gint64         *version,
                                           GError        **error);
char      *yc_documents_table_load        (YcTransaction  *transaction,
                                           gint64          version,
                                           GError        **error);
GPtrArray *yc_documents_table_list_names  (YcTransaction  *transaction,
                                           GError        **error);
gint64     yc_documents_table_put         (YcTransaction  *transaction,
                                           const char     *kind,
                                           const char     *id,
                                           const char     *body,
                                           const char     *now,
                                           GError        **error);
JsonArray *yc_documents_table_list_changes (YcTransaction *transaction,
                                           gint64          after,
                                           gint64          limit,
                                           GError        **error);
gboolean   yc_documents_table_find_entry_asking (YcTransaction  *transaction,
                                           const char     *question,
                                           const char     *but,
                                           char          **id,
                                           GError        **error);

G_END_DECLS
