/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes lists into blocks, in the order of their grams. */
#pragma once

#include "yc-search-posting-private.h"

G_BEGIN_DECLS

typedef struct
{
  GByteArray        *block;
  /* The list that is put together. */
  GByteArray        *list;
  YcSearchGram       first;
  YcSearchGram       last;
  YcSearchBlockFunc  func;
  gpointer           data;
} YcSearchBlocks;

void     yc_search_blocks_init             (YcSearchBlocks     *self,
                                            YcSearchBlockFunc   func,
                                            gpointer            data);
void     yc_search_blocks_clear            (YcSearchBlocks     *self);

/* Positions among the bodies, going up. */
gboolean yc_search_blocks_add_positions    (YcSearchBlocks     *self,
                                            YcSearchGram        gram,
                                            const guint32      *positions,
                                            guint32             n,
                                            GError            **error);
/* Numbers of bodies, going up, of as many as there are. */
gboolean yc_search_blocks_add_bodies       (YcSearchBlocks     *self,
                                            YcSearchGram        gram,
                                            const GArray       *bodies,
                                            guint               n_bodies,
                                            GError            **error);
/* Writes the last block. */
gboolean yc_search_blocks_end              (YcSearchBlocks     *self,
                                            GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcSearchBlocks, yc_search_blocks_clear)

G_END_DECLS
