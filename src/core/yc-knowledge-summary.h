/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a knowledge entry says in a place on a day: for paper, which is set where there is no catalog. */
#pragma once

#include "yc-catalog.h"

G_BEGIN_DECLS

/**
 * yc_knowledge_summarize:
 * @catalog: a catalog, used in the place that is meant
 * @entry: an entry
 * @day: a day, "2026-03-01"
 *
 * Writes down "question", "answer", "body", "owner", "source", "note", "from", "until", "place" in
 * words, "version" such as "第 2 版", "next" and "next_from" when another answer is known to come, and
 * "invented" of sample data. Members that have nothing to say are left out.
 *
 * Returns: (transfer full) (nullable): the summary; %NULL when nothing of the entry holds there then
 */
JsonObject *yc_knowledge_summarize (YcCatalog        *catalog,
                                    YcKnowledgeEntry *entry,
                                    const char       *day);

G_END_DECLS
