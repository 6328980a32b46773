/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does with its seeker. */
#pragma once

#include "yc-seeker.h"
#include "yc-storage.h"

G_BEGIN_DECLS

YcSeeker      *yc_seeker_new        (void);

/**
 * yc_seeker_open:
 * @self: a seeker
 * @path: (nullable): the file of the index; %NULL for one in memory
 * @storage: (nullable): where the catalog is kept, open
 * @version: of the catalog
 *
 * Opens the index in the background, and fills it when it is not what the catalog is.
 */
void           yc_seeker_open       (YcSeeker      *self,
                                     const char    *path,
                                     YcStorage     *storage,
                                     gint64         version);
/**
 * yc_seeker_follow:
 * @self: a seeker
 * @batch: (transfer full): what changed in the catalog
 * @version: of the catalog with it, which is stored already
 * @share: how much of what the service has is here now, 0 to 1
 */
void           yc_seeker_follow     (YcSeeker      *self,
                                     YcSearchBatch *batch,
                                     gint64         version,
                                     double         share);
/* Changes of what is personal. (transfer full) */
void           yc_seeker_put        (YcSeeker      *self,
                                     YcSearchBatch *batch);
void           yc_seeker_set_place  (YcSeeker      *self,
                                     const char    *code);
/* How long an answer is waited for; with 0 each one comes after its question, as of a slow index. */
void           yc_seeker_set_patience (YcSeeker    *self,
                                       guint        patience_ms);
void           yc_seeker_close      (YcSeeker      *self);

G_END_DECLS
