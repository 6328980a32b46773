/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list of the service is made. Private to the client room. */
#pragma once

#include "yc-live-list.h"
#include "yc-parts.h"

G_BEGIN_DECLS

/**
 * YcLiveListTake:
 * @row: one row of a page
 * @user_data: of the list
 *
 * Returns: (transfer full) (nullable): the object for a row, always the same one for the same
 *   thing as long as it is held; %NULL when the row is no such thing
 */
typedef GObject *(*YcLiveListTake) (JsonObject *row,
                                    gpointer    user_data);

YcLiveList *yc_live_list_new      (YcParts        *parts,
                                   const char     *member,
                                   GType           item_type,
                                   YcLiveListTake  take,
                                   gpointer        user_data,
                                   GDestroyNotify  free_user_data);
void        yc_live_list_set_path (YcLiveList     *self,
                                   const char     *path);

G_END_DECLS
