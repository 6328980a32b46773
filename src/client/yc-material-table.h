/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items ask for which material: parts of jobs for the database thread. Private to the client room. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-connection.h"
#include "yc-search-batch.h"

G_BEGIN_DECLS

/* What an item asks for from now on. @titles: (element-type utf8): gains whatever it named before or
 * names now, for yc_material_table_put(). @json: (nullable): the item; %NULL when it is gone. */
gboolean yc_material_table_store (YcConnection  *connection,
                                  const char    *item,
                                  JsonObject    *json,
                                  GHashTable    *titles,
                                  GError       **error);
/* Puts the materials of these titles into @batch as they are now, and removes those that no item names. */
gboolean yc_material_table_put   (YcConnection  *connection,
                                  GHashTable    *titles,
                                  YcSearchBatch *batch,
                                  GError       **error);

G_END_DECLS
