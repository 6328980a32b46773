/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of question lists, taken apart down to what compares one answer with fixed values. */
#pragma once

#include "yc-list-domain-private.h"

G_BEGIN_DECLS

typedef enum
{
  YC_LIST_TIE_NONE,
  YC_LIST_TIE_ALL,
  YC_LIST_TIE_ANY,
  YC_LIST_TIE_NOT,
  YC_LIST_TIE_IF,
} YcListTie;

/* (transfer full) (nullable): the rules that are tied together, NULL with YC_LIST_TIE_NONE. */
JsonArray *yc_list_leaf_take_apart (JsonNode      *rule,
                                    YcListTie     *tie);

/* Adds what @rule, which speaks of one answer only, compares it with. FALSE when it does more than to
 * compare, so that it may change its mind at other values too. */
gboolean   yc_list_leaf_collect    (JsonNode      *rule,
                                    YcListDomain  *domain,
                                    const char    *today);

G_END_DECLS
