/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One view of the service's cases, kept live: a GListModel of YcCase in the service's order. The
 * same case is the same object in every list. */
#pragma once

#include <gio/gio.h>

#include "yc-case-filters.h"
#include "yc-case.h"

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

/**
 * YcLoadState:
 * @YC_LOAD_EMPTY: nothing was asked for yet (signed out).
 * @YC_LOAD_LOADING: the first answer is awaited.
 * @YC_LOAD_READY: what is shown is what the service has.
 * @YC_LOAD_STALE: the last refresh failed; what is shown is from before: see "error".
 * @YC_LOAD_FAILED: nothing could be loaded: see "error".
 */
typedef enum
{
  YC_LOAD_EMPTY = 1,
  YC_LOAD_LOADING,
  YC_LOAD_READY,
  YC_LOAD_STALE,
  YC_LOAD_FAILED,
} YcLoadState;

#define YC_TYPE_CASE_LIST (yc_case_list_get_type ())

G_DECLARE_FINAL_TYPE (YcCaseList, yc_case_list, YC, CASE_LIST, GObject)

/* Properties, read-only and notified: "view" (int), "load-state" (int), "error" (boxed GError),
 * "has-more" (boolean), "n-items" (uint). Read-write: "filters" (boxed YcCaseFilters). */

YcCaseView           yc_case_list_get_view       (YcCaseList          *self);
YcLoadState          yc_case_list_get_load_state (YcCaseList          *self);
/* (nullable), in YC_CLIENT_ERROR */
const GError        *yc_case_list_get_error      (YcCaseList          *self);
/* Whether the service has more than is loaded. */
gboolean             yc_case_list_get_has_more   (YcCaseList          *self);
const YcCaseFilters *yc_case_list_get_filters    (YcCaseList          *self);
/* (nullable): NULL for all. Loads anew. */
void                 yc_case_list_set_filters    (YcCaseList          *self,
                                                  const YcCaseFilters *filters);
/* Loads the next page; call it when the end of the list comes into sight. Nothing happens when a
 * page is on its way or there is none. */
void                 yc_case_list_load_more      (YcCaseList          *self);
/* Asks the service again; it also happens by itself, on live events and when the line is back. */
void                 yc_case_list_refresh        (YcCaseList          *self);

G_END_DECLS
