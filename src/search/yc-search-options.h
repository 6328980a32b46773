/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How to search. */
#pragma once

#include <glib.h>

#include "yc-search-usage.h"

G_BEGIN_DECLS

/**
 * YcSearchFuzzy:
 *
 * Sounds that many in the south do not tell apart; each flag works both ways.
 */
typedef enum
{
  YC_SEARCH_FUZZY_NONE = 0,
  YC_SEARCH_FUZZY_ZH_Z = 1 << 0,
  YC_SEARCH_FUZZY_CH_C = 1 << 1,
  YC_SEARCH_FUZZY_SH_S = 1 << 2,
  YC_SEARCH_FUZZY_N_L = 1 << 3,
  YC_SEARCH_FUZZY_NG_N = 1 << 4,
  YC_SEARCH_FUZZY_H_F = 1 << 5,
} YcSearchFuzzy;

#define YC_SEARCH_FUZZY_ALL 0x3f

/**
 * YcSearchOptions:
 * @limit: the most hits of each kind; 0 for totals only
 * @best_limit: the most hits over all kinds, best first; 0 for none
 * @kinds: (nullable): only these kinds
 * @fuzzy: which sounds are taken for one
 * @place: (nullable): the path of the place one is at, "440000/440700/440705/": what holds for
 *   another place comes later
 * @today: a Julian day as g_date_get_julian() tells; what is not in force then comes later; 0 to
 *   leave that out of account
 * @usage: (nullable): what was chosen before: it comes sooner
 *
 * Zero is a good beginning for all but the limits. An index copies what it needs.
 */
typedef struct
{
  guint              limit;
  guint              best_limit;
  const char *const *kinds;
  YcSearchFuzzy      fuzzy;
  const char        *place;
  guint32            today;
  YcSearchUsage     *usage;
} YcSearchOptions;

G_END_DECLS
