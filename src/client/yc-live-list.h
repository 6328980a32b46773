/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of the service, loaded page by page and kept live: a GListModel in the service's order. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

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

#define YC_TYPE_LIVE_LIST (yc_live_list_get_type ())

G_DECLARE_FINAL_TYPE (YcLiveList, yc_live_list, YC, LIVE_LIST, GObject)

/* Properties, read-only and notified: "load-state" (int, a YcLoadState), "error" (boxed GError),
 * "has-more" (boolean), "n-items" (uint). */

YcLoadState   yc_live_list_get_load_state (YcLiveList *self);
/* (nullable), in YC_CLIENT_ERROR */
const GError *yc_live_list_get_error      (YcLiveList *self);
/* Whether the service has more than is loaded. */
gboolean      yc_live_list_get_has_more   (YcLiveList *self);
/* Loads the next page; call it when the end of the list comes into sight. Nothing happens when a
 * page is on its way or there is none. */
void          yc_live_list_load_more      (YcLiveList *self);
/* Asks the service again; it also happens by itself, on live events and when the line is back. */
void          yc_live_list_refresh        (YcLiveList *self);

G_END_DECLS
