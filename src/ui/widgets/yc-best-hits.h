/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many hits are shown where only a few have room. */
#pragma once

#include "yc-search-result.h"

G_BEGIN_DECLS

/* (transfer full) (element-type YcHit): the first ones of @list, which may be NULL */
GPtrArray *yc_best_hits_of_list      (GListModel     *list,
                                      guint           most);
/* (transfer full) (element-type YcHit): the best of each kind, more of the kinds that come first; what
 * is left over goes to the first. */
GPtrArray *yc_best_hits_of_all_kinds (YcSearchResult *result,
                                      guint           most);

G_END_DECLS
