/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One view of the service's cases: a live list of YcCase. The same case is the same object in every
 * list. */
#pragma once

#include "yc-case-filters.h"
#include "yc-live-list.h"

G_BEGIN_DECLS

/**
 * YcCaseView:
 * @YC_CASE_VIEW_MINE: what the user took in.
 * @YC_CASE_VIEW_REVIEW: what waits for the user's decision, oldest first.
 * @YC_CASE_VIEW_PLACE: what belongs to the user's place.
 */
typedef enum
{
  YC_CASE_VIEW_MINE = 1,
  YC_CASE_VIEW_REVIEW,
  YC_CASE_VIEW_PLACE,
} YcCaseView;

void yc_case_list_set_filters (YcLiveList          *list,
                               YcCaseView           view,
                               const YcCaseFilters *filters);

G_END_DECLS
