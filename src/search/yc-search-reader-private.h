/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the index: what is kept of it in memory, and the answers to queries. */
#pragma once

#include "yc-connection.h"
#include "yc-search-batch-private.h"
#include "yc-search-options.h"
#include "yc-search-result.h"

G_BEGIN_DECLS

/* Belongs to one thread at a time. */
typedef struct _YcSearchReader YcSearchReader;

YcSearchReader *yc_search_reader_new        (void);
YcSearchReader *yc_search_reader_ref        (YcSearchReader         *self);
void            yc_search_reader_unref      (YcSearchReader         *self);

/* Sees what was written since. */
gboolean        yc_search_reader_refresh    (YcSearchReader         *self,
                                             YcConnection           *connection,
                                             GError                **error);
/* The personal documents of @batch. */
void            yc_search_reader_apply      (YcSearchReader         *self,
                                             YcSearchBatch          *batch);
/* The file is another one now; personal documents stay. */
void            yc_search_reader_forget     (YcSearchReader         *self);
YcSearchResult *yc_search_reader_find       (YcSearchReader         *self,
                                             YcConnection           *connection,
                                             const char             *query,
                                             const YcSearchOptions  *options,
                                             GCancellable           *cancellable,
                                             GError                **error);
guint           yc_search_reader_count      (YcSearchReader         *self);

/* Checks a little more of the file each time it is called; there is no more once all of it was. FALSE
 * with YC_SEARCH_ERROR_DAMAGED. */
gboolean        yc_search_reader_verify     (YcSearchReader         *self,
                                             YcConnection           *connection,
                                             gboolean               *more,
                                             GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchReader, yc_search_reader_unref)

G_END_DECLS
