/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan says, in words: for paper, which is set where there is no catalog. */
#pragma once

#include "yc-plan.h"

G_BEGIN_DECLS

/**
 * yc_plan_summarize:
 * @plan: a plan
 *
 * Writes down what a plan says, so that nobody has to look into the catalog:
 *
 * - "items": [{"number", "code", "title", "department", "reason", "conditions": […], "channel",
 *   "where", "after": [number…], "time", "fee", "advice"}]; numbers count from 1 in the plan's
 *   order, the fee is in fen
 * - "nothing": [{"id", "title", "way", "reason", "explanation", "instead"}]: what nobody needs
 * - "refused": [{"kind", "code", "title", "reason", "change", "from", "ask", "instead", "advice"}]: items
 *   that cannot be had; "kind" is "not_yet" or "unqualified", "from" a day
 * - "materials": [{"id", "title", "items": [number…], "original", "copies", "note", "condition",
 *   "variant", "in_store", "from", "tolerant_days"}], each once; "in_store" says what the licence
 *   store has of it, "from" which item it comes out of
 * - "answers": [{"list", "question", "answer", "said"}], as asked; "answer" is in the language of the
 *   program; "said" is true, false, or an array of what was chosen, for paper in another one
 *
 * - "fee", "minutes" and "days": what all comes to
 *
 * Members that have nothing to say are left out.
 *
 * Returns: (transfer full): the summary
 */
JsonObject *yc_plan_summarize (YcPlan *plan);

G_END_DECLS
