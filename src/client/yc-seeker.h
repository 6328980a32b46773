/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds whatever the clerk may mean: the catalog, by an index on the disk; cases, visits and saved
 * plans of the clerk, in memory only. */
#pragma once

#include <gio/gio.h>

#include "yc-search-index.h"

G_BEGIN_DECLS

#define YC_KIND_ITEM "item"
#define YC_KIND_LIST "list"
#define YC_KIND_ENTRY "entry"
#define YC_KIND_REPLACEMENT "replacement"
#define YC_KIND_MATERIAL "material"
#define YC_KIND_PLACE "place"
/* Personal: never on the disk. */
#define YC_KIND_CASE "case"
#define YC_KIND_VISIT "visit"
#define YC_KIND_PLAN "plan"

/**
 * YcSeekerState:
 * @YC_SEEKER_CLOSED: nothing can be found yet.
 * @YC_SEEKER_FILLING: what is found may not be all: see "progress".
 * @YC_SEEKER_READY: everything is found.
 * @YC_SEEKER_FAILED: the index cannot be used; yc_seeker_retry() tries again.
 */
typedef enum
{
  YC_SEEKER_CLOSED = 1,
  YC_SEEKER_FILLING,
  YC_SEEKER_READY,
  YC_SEEKER_FAILED,
} YcSeekerState;

#define YC_TYPE_SEEKER (yc_seeker_get_type ())

G_DECLARE_FINAL_TYPE (YcSeeker, yc_seeker, YC, SEEKER, GObject)

/* Properties, read-only and notified: "state" (int, a YcSeekerState), "progress" (double, 0 to 1).
 * Signal "changed": another answer is to be expected from now on. */

YcSeekerState   yc_seeker_get_state    (YcSeeker             *self);
double          yc_seeker_get_progress (YcSeeker             *self);
/* How many documents can be found, the personal ones too. */
guint           yc_seeker_get_n_documents (YcSeeker          *self);
/* Begins anew after %YC_SEEKER_FAILED. */
void            yc_seeker_retry        (YcSeeker             *self);

/* Which sounds are taken for one; none at first. */
void            yc_seeker_set_fuzzy    (YcSeeker             *self,
                                        YcSearchFuzzy         fuzzy);
YcSearchFuzzy   yc_seeker_get_fuzzy    (YcSeeker             *self);

/**
 * yc_seeker_find_async:
 * @self: a seeker
 * @query: one or more words, as yc_search_index_find() takes them
 * @kinds: (nullable): only these kinds
 * @limit: the most hits of each kind, and of all kinds together
 * @cancellable: (nullable): cancel it with the next key
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Looks for @query at the place where the user works, today, what was chosen lately and often first.
 * Of a number, cases and visits are found from its fourth digit on. Waits up to 12 ms itself, so that
 * the next frame shows what was found.
 */
void            yc_seeker_find_async   (YcSeeker             *self,
                                        const char           *query,
                                        const char *const    *kinds,
                                        guint                 limit,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
/* (transfer full) */
YcSearchResult *yc_seeker_find_finish  (YcSeeker             *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/**
 * yc_seeker_choose:
 * @self: a seeker
 * @hit: what was chosen
 *
 * Remembers it at this desk, so that it comes sooner; nothing personal.
 */
void            yc_seeker_choose       (YcSeeker             *self,
                                        YcHit                *hit);
/* (transfer none): a live list of YcHit, what was chosen last first */
GListModel     *yc_seeker_get_recent   (YcSeeker             *self);

G_END_DECLS
