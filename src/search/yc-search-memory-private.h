/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal documents: the same as a segment of the file, but with the bodies, and never written. */
#pragma once

#include "yc-search-batch-private.h"
#include "yc-search-segment-private.h"

G_BEGIN_DECLS

/* Numbers of names in memory begin here; those of the file stay below. */
#define YC_SEARCH_MEMORY_NAMES 0x8000

/* And so do numbers of documents. */
#define YC_SEARCH_MEMORY_FIRST (G_MAXINT64 / 2)

typedef struct _YcSearchMemory YcSearchMemory;

YcSearchMemory         *yc_search_memory_new          (void);
void                    yc_search_memory_free         (YcSearchMemory *self);
void                    yc_search_memory_apply        (YcSearchMemory *self,
                                                       YcSearchBatch  *batch);
/* NULL when there are no documents. */
const YcSearchSegment  *yc_search_memory_get_segment  (YcSearchMemory *self);
const YcSearchDocument *yc_search_memory_get_document (YcSearchMemory *self,
                                                       guint           entry);
/* The number of a document, 0 when it is not there. */
gint64                  yc_search_memory_find         (YcSearchMemory *self,
                                                       const char     *kind,
                                                       const char     *id);
guint                   yc_search_memory_get_n_names  (YcSearchMemory *self);
/* Of a kind, or of places. */
const char             *yc_search_memory_get_name     (YcSearchMemory *self,
                                                       guint           name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchMemory, yc_search_memory_free)

G_END_DECLS
