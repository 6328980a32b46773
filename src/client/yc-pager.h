/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads a list of the service page by page and again when it changed. Private to the room. */
#pragma once

#include "yc-case-list.h"
#include "yc-http.h"
#include "yc-live.h"
#include "yc-session.h"

G_BEGIN_DECLS

/**
 * YcPagerTake:
 * @row: one row of a page
 * @user_data: of the pager
 *
 * Returns: (transfer full) (nullable): the object for a row, always the same one for the same
 *   thing as long as it is held; %NULL when the row is no such thing
 */
typedef GObject *(*YcPagerTake) (JsonObject *row,
                                 gpointer    user_data);

#define YC_TYPE_PAGER (yc_pager_get_type ())

G_DECLARE_FINAL_TYPE (YcPager, yc_pager, YC, PAGER, GObject)

/* A GListModel. Signal "changed": load state, error or has-more changed. */

YcPager      *yc_pager_new            (YcHttp      *http,
                                       YcLive      *live,
                                       YcSession   *session,
                                       const char  *member,
                                       GType        item_type,
                                       YcPagerTake  take,
                                       gpointer     user_data);
void          yc_pager_set_path       (YcPager     *self,
                                       const char  *path);
void          yc_pager_load_more      (YcPager     *self);
void          yc_pager_refresh        (YcPager     *self);
YcLoadState   yc_pager_get_load_state (YcPager     *self);
const GError *yc_pager_get_error      (YcPager     *self);
gboolean      yc_pager_get_has_more   (YcPager     *self);

G_END_DECLS
