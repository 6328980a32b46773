/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known around a question list when its ways are gone through. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcListWorld:
 * @facts: (nullable) (element-type utf8 JsonObject): questions by the facts that they tell, of all
 *   lists; what no list asks and nobody knows of a person is guessed from the rules
 * @names: (nullable) (element-type utf8 utf8): the names of places by code
 * @today: (nullable): the day on which rules are tried, "YYYY-MM-DD"; %NULL for 2026-01-15
 * @is_proof: whether to look also for rules that hold where nothing of what they look at was asked, and for
 *   outcomes that contradict each other
 */
typedef struct
{
  GHashTable *facts;
  GHashTable *names;
  const char *today;
  gboolean    is_proof;
} YcListWorld;

/**
 * yc_list_world_find_fact:
 * @self: (nullable): a world
 * @name: a fact, "GROUP.NAME"
 * @whole: (out): whether its numbers have no fractions
 *
 * Returns: (transfer full) (nullable): a question that asks for the fact, also when it is known of
 *   the person or the desk and no list asks
 */
JsonObject *yc_list_world_find_fact (const YcListWorld  *self,
                                     const char         *name,
                                     gboolean           *whole);

/**
 * yc_list_world_get_title:
 * @name: a fact
 *
 * Returns: what a fact that is known without a question is called; @name itself for others
 */
const char *yc_list_world_get_title (const char *name);

G_END_DECLS
