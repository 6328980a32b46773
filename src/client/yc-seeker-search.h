/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One search, whose answer is waited for a moment. Private to the client room. */
#pragma once

#include "yc-search-index.h"

G_BEGIN_DECLS

/**
 * yc_seeker_search_begin:
 * @index: an index
 * @query: what is looked for
 * @options: how
 * @patience_ms: how long the answer is waited for; 0 for not at all
 * @task: (transfer full): given a #YcSearchResult or an error, perhaps before this returns
 */
void yc_seeker_search_begin (YcSearchIndex         *index,
                             const char            *query,
                             const YcSearchOptions *options,
                             guint                  patience_ms,
                             GTask                 *task);

G_END_DECLS
