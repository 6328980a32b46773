/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog's tables: jobs for the database thread. Private to the client room. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-search-batch.h"
#include "yc-storage.h"

G_BEGIN_DECLS

/**
 * YcCatalogDocument:
 * @kind: its kind, interned
 * @id: its id
 * @body: (nullable): the document as it came from the service, until it is stored
 * @text: (nullable): the document as it is stored; %NULL for an entry, and when it was removed
 * @links: (nullable): of an entry, the ids of what it speaks of
 */
typedef struct
{
  const char *kind;
  const char *id;
  JsonNode   *body;
  char       *text;
  const char *links;
} YcCatalogDocument;

/**
 * YcCatalogPage:
 * @documents: (element-type YcCatalogDocument): what changed, or all there is
 * @strings: the ids and links of the documents, apart from what outlives the page
 * @version: what the catalog is at with them
 * @latest: what it is at at the service
 * @batch: (nullable): what changes in the search index, once they are stored
 * @clear: whether everything known before is void
 * @more: whether another page follows
 */
typedef struct
{
  GPtrArray    *documents;
  GStringChunk *strings;
  gint64        version;
  gint64        latest;
  gboolean      clear;
  gboolean      more;
  YcSearchBatch *batch;
} YcCatalogPage;

YcCatalogPage *yc_catalog_page_new           (void);
void           yc_catalog_page_free          (YcCatalogPage        *page);
YcCatalogPage *yc_catalog_page_from_json     (JsonObject           *json,
                                              GError              **error);

/* Everything but the knowledge entries, with the version. Finishes with yc_storage_run_finish(), a
 * YcCatalogPage (transfer full). */
void           yc_catalog_table_load_async   (YcStorage            *storage,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* The names and links of all knowledge entries. Finishes with yc_worker_run_finish(), likewise. */
void           yc_catalog_table_load_entries_async (YcWorker             *reader,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/* The texts of some documents, in the order of @ids, NULL for what there is not. Finishes with
 * yc_worker_run_finish(), a GPtrArray (transfer full). */
void           yc_catalog_table_fetch_async  (YcWorker             *reader,
                                              const char           *kind,
                                              const char *const    *ids,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* Takes @page and gives it back, without the documents that are not as this program wants them and
 * with what they change in the search index: finishes with yc_storage_run_finish(), the same page. */
void           yc_catalog_table_store_async  (YcStorage            *storage,
                                              YcCatalogPage        *page,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCatalogPage, yc_catalog_page_free)

G_END_DECLS
