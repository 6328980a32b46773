/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: a file at the desk, read and written by threads of its own. */
#pragma once

#include <gio/gio.h>

#include "yc-search-batch.h"
#include "yc-search-error.h"
#include "yc-search-options.h"
#include "yc-search-result.h"

G_BEGIN_DECLS

#define YC_TYPE_SEARCH_INDEX (yc_search_index_get_type ())

G_DECLARE_FINAL_TYPE (YcSearchIndex, yc_search_index, YC, SEARCH_INDEX, GObject)

/**
 * yc_search_index_new:
 * @path: (nullable): the file, made when it is missing; %NULL for an index that is gone when the
 *   object is
 *
 * Nothing is opened yet. Signals, in the thread's default main context at this time:
 * - "changed": something was written, or everything was lost
 * - "needs-filling": the file was missing, damaged (and was thrown away), or of another version;
 *   put the whole source as yc_search_batch_begin_fill() tells. Damage may be met at any time.
 *
 * Returns: (transfer full): an index
 */
YcSearchIndex  *yc_search_index_new             (const char           *path);

/**
 * yc_search_index_open:
 * @self: an index
 * @error: return location
 *
 * Opens and blocks until that is done: some milliseconds, for a large index some more. All blocking
 * functions here can be called from any thread but are not for the main loop.
 *
 * Returns: %TRUE, with yc_search_index_get_stamp() telling what it is up to date with; %FALSE with
 *   %YC_SEARCH_ERROR_FAILED when the file can be neither opened nor made
 */
gboolean        yc_search_index_open            (YcSearchIndex        *self,
                                                 GError              **error);
void            yc_search_index_open_async      (YcSearchIndex        *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        yc_search_index_open_finish     (YcSearchIndex        *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* (transfer full) (nullable): what was last set by a batch; NULL when the index wants to be filled. */
char           *yc_search_index_dup_stamp       (YcSearchIndex        *self);

/**
 * yc_search_index_apply:
 * @self: an open index
 * @batch: (transfer full): changes
 * @error: return location
 *
 * Writes all of @batch in one transaction. Queries go on meanwhile, on what was there before.
 *
 * Returns: %TRUE, or %FALSE with %YC_SEARCH_ERROR_FAILED, or %YC_SEARCH_ERROR_DAMAGED after which
 *   everything has to be filled again
 */
gboolean        yc_search_index_apply           (YcSearchIndex        *self,
                                                 YcSearchBatch        *batch,
                                                 GError              **error);
void            yc_search_index_apply_async     (YcSearchIndex        *self,
                                                 YcSearchBatch        *batch,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        yc_search_index_apply_finish    (YcSearchIndex        *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/**
 * yc_search_index_find:
 * @self: an open index
 * @query: one or more words in any order, all of which a hit has
 * @options: how
 * @error: return location
 *
 * A word is found as a run of characters anywhere in title, tags, codes and body, whatever its case
 * and width, in traditional or simplified characters; and in title, tags and body as pinyin too: in
 * full ("jieti"), by initials ("jtsf"), mixed with characters ("jt水费"), an apostrophe between
 * syllables if one likes. Of a very long query the first 256 characters and 8 words count.
 *
 * In titles and tags punctuation is passed over, and a character may be read in any way that it has.
 * In a body a word of pinyin has three letters or characters and more, no punctuation within, is read
 * as the words that stand there are (银行 is yinhang), and its letters are initials only where they
 * are not a syllable: "shen" is not "s'hen".
 *
 * Title comes before tags, tags before body; the beginning before the middle; characters before
 * pinyin, and this before sounds that are only like it and readings of other words; what is in force and of this place before
 * what is not; then weight and usage; equals in the order in which they were put.
 *
 * Cancelling an asynchronous query ends it soon with %G_IO_ERROR_CANCELLED: cancel the one before
 * when a key is pressed.
 *
 * Returns: (transfer full): what was found; nothing for an empty query
 */
YcSearchResult *yc_search_index_find            (YcSearchIndex         *self,
                                                 const char            *query,
                                                 const YcSearchOptions *options,
                                                 GError               **error);
void            yc_search_index_find_async      (YcSearchIndex         *self,
                                                 const char            *query,
                                                 const YcSearchOptions *options,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
YcSearchResult *yc_search_index_find_finish     (YcSearchIndex         *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);

/* How many documents there are, those in memory too. */
guint           yc_search_index_get_n_documents (YcSearchIndex         *self);
/* What it takes on the disk, in bytes. */
guint64         yc_search_index_get_disk_bytes  (YcSearchIndex         *self);

G_END_DECLS
