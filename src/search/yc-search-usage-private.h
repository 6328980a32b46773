/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a usage is made of; private to the search room. */
#pragma once

#include "yc-search-usage.h"

G_BEGIN_DECLS

typedef struct
{
  char   *kind;
  char   *id;
  double  boost;
} YcSearchUse;

/* (element-type YcSearchUse) (transfer none) */
const GArray *yc_search_usage_get_uses (YcSearchUsage *self);

G_END_DECLS
