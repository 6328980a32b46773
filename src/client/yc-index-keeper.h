/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the search index what the catalog is. Private to the client room. */
#pragma once

#include "yc-seeker.h"
#include "yc-storage.h"

G_BEGIN_DECLS

#define YC_TYPE_INDEX_KEEPER (yc_index_keeper_get_type ())

/* Properties "state" and "progress" and signal "changed", as of YcSeeker. */
G_DECLARE_FINAL_TYPE (YcIndexKeeper, yc_index_keeper, YC, INDEX_KEEPER, GObject)

YcIndexKeeper *yc_index_keeper_new          (void);
/* As yc_seeker_open(), yc_seeker_follow() and yc_seeker_put(). */
void           yc_index_keeper_open         (YcIndexKeeper *self,
                                             const char    *path,
                                             YcStorage     *storage,
                                             gint64         version);
void           yc_index_keeper_follow       (YcIndexKeeper *self,
                                             YcSearchBatch *batch,
                                             gint64         version,
                                             double         share);
void           yc_index_keeper_put          (YcIndexKeeper *self,
                                             YcSearchBatch *batch);
/* Begins anew after %YC_SEEKER_FAILED. */
void           yc_index_keeper_retry        (YcIndexKeeper *self);
void           yc_index_keeper_close        (YcIndexKeeper *self);
/* (transfer none) (nullable): NULL while it is closed */
YcSearchIndex *yc_index_keeper_get_index    (YcIndexKeeper *self);
YcSeekerState  yc_index_keeper_get_state    (YcIndexKeeper *self);
double         yc_index_keeper_get_progress (YcIndexKeeper *self);

G_END_DECLS
