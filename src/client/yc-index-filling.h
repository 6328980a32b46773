/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the whole catalog that is kept at the desk into the search index. Private to the client room. */
#pragma once

#include "yc-search-index.h"
#include "yc-storage.h"

G_BEGIN_DECLS

/**
 * yc_index_filling_run_async:
 * @reader: a thread of its own, of yc_storage_create_reader()
 * @index: an open index
 * @permille: how far it is, set while it goes on; lives longer than the reader
 * @cancellable: stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads a state of the catalog as it is at one moment, whatever is written meanwhile.
 */
void   yc_index_filling_run_async  (YcWorker             *reader,
                                    YcSearchIndex        *index,
                                    int                  *permille,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean yc_index_filling_run_finish (YcWorker           *reader,
                                    GAsyncResult         *result,
                                    GError              **error);

/* (transfer full): what the index is up to date with when it has that version of the catalog */
char  *yc_index_filling_make_stamp (gint64                version);

G_END_DECLS
