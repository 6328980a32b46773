/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries whose present state was published in the program and is not yet in the author's folder. */
#pragma once

#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean    yc_published_entries_table_put    (YcTransaction  *transaction,
                                               const char     *entry,
                                               gint64          version,
                                               const char     *by_id,
                                               const char     *by_name,
                                               const char     *at,
                                               GError        **error);
gboolean    yc_published_entries_table_remove (YcTransaction  *transaction,
                                               const char     *entry,
                                               GError        **error);
GHashTable *yc_published_entries_table_load   (YcTransaction  *transaction,
                                               GError        **error);
gboolean    yc_published_entries_table_find   (YcTransaction  *transaction,
                                               const char     *entry,
                                               JsonObject    **published,
                                               GError        **error);

G_END_DECLS
