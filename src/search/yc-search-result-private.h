/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a result is put together; private to the search room. */
#pragma once

#include "yc-search-result.h"

G_BEGIN_DECLS

YcSearchResult *yc_search_result_new       (void);
/* Takes @hits: the group of the kind with the best hit is to be added first. */
void            yc_search_result_add_group (YcSearchResult *self,
                                            const char     *kind,
                                            guint           total,
                                            GListStore     *hits);
void            yc_search_result_add_best  (YcSearchResult *self,
                                            YcHit          *hit);

G_END_DECLS
