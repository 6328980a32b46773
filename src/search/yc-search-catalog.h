/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a catalog is searched, and by which words. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-search-batch.h"

G_BEGIN_DECLS

/**
 * yc_search_catalog_put:
 * @batch: a batch
 * @kind: the kind of a catalog document
 * @id: its id
 * @json: the document
 *
 * Puts items, question lists, knowledge entries, replacements and places under their kind and id, and
 * synonyms, which are no hits but help to find others; nothing for other kinds, or when the document is
 * not as the catalog's format wants it. What items ask for is put by #YcSearchMaterials. May be called
 * from any thread.
 */
void  yc_search_catalog_put       (YcSearchBatch *batch,
                                   const char    *kind,
                                   const char    *id,
                                   JsonObject    *json);

/**
 * yc_search_catalog_dup_path:
 * @code: (nullable): a place's code by GB/T 2260 and GB/T 10114, such as "440705101"
 *
 * Returns: (transfer full): the path of the place as #YcSearchOptions wants it, "44/4407/440705/440705101/";
 *   "" for no place
 */
char *yc_search_catalog_dup_path  (const char    *code);

G_END_DECLS
