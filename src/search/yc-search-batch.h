/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of a search index that happen together or not at all. */
#pragma once

#include "yc-search-document.h"

G_BEGIN_DECLS

typedef struct _YcSearchBatch YcSearchBatch;

/* May be made in any thread. */
YcSearchBatch *yc_search_batch_new        (void);
void           yc_search_batch_free       (YcSearchBatch    *self);

/**
 * yc_search_batch_put:
 * @self: a batch
 * @document: (transfer full): a document; the one with the same kind and id is replaced
 */
void           yc_search_batch_put        (YcSearchBatch    *self,
                                           YcSearchDocument *document);

/* No error when there is none. */
void           yc_search_batch_remove     (YcSearchBatch    *self,
                                           const char       *kind,
                                           const char       *id);

/**
 * yc_search_batch_begin_fill:
 * @self: the first batch of a filling
 *
 * From here on the whole source is put again, in as many batches as one likes. What was in the
 * index before can be found until it is replaced; what was not put again is removed by
 * yc_search_batch_end_fill(). What is put again unchanged costs next to nothing. A filling that was
 * interrupted leaves the stamp as it was, and is begun anew.
 */
void           yc_search_batch_begin_fill (YcSearchBatch    *self);

/* In the last batch of a filling. Personal documents are no part of it. */
void           yc_search_batch_end_fill   (YcSearchBatch    *self);

/**
 * yc_search_batch_set_stamp:
 * @self: a batch
 * @stamp: what the index is up to date with once the batch is written: the catalog and its version
 */
void           yc_search_batch_set_stamp  (YcSearchBatch    *self,
                                           const char       *stamp);

/* How many bytes of text it holds. A filling goes fastest in batches of %YC_SEARCH_BATCH_BYTES. */
gsize          yc_search_batch_get_size   (YcSearchBatch    *self);

#define YC_SEARCH_BATCH_BYTES (8 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchBatch, yc_search_batch_free)

G_END_DECLS
