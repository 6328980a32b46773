/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A live list at the side of a page: two lines a row, one of them chosen, arrows to walk. */
#pragma once

#include <gtk/gtk.h>

#include "yc-live-list.h"

G_BEGIN_DECLS

/**
 * YcSideListDescribe:
 * @item: an item of the model
 * @below: (out) (transfer full): its second line
 *
 * Returns: (transfer full): its first line
 */
typedef char *(*YcSideListDescribe) (gpointer item, char **below);

#define YC_TYPE_SIDE_LIST (yc_side_list_get_type ())

G_DECLARE_FINAL_TYPE (YcSideList, yc_side_list, YC, SIDE_LIST, GtkWidget)

/* Signals: "chosen" (GObject or NULL): another item is looked at; "retry": the clerk asks for
 * another try; "edge-reached": the end of the list is in sight. */

GtkWidget *yc_side_list_new         (const char         *name,
                                     YcSideListDescribe  describe);
void       yc_side_list_set_heading (YcSideList         *self,
                                     const char         *heading);
void       yc_side_list_set_empty   (YcSideList         *self,
                                     const char         *icon_name,
                                     const char         *title,
                                     const char         *words);
void       yc_side_list_set_model   (YcSideList         *self,
                                     GListModel         *model);
void       yc_side_list_set_state   (YcSideList         *self,
                                     YcLoadState         state,
                                     const GError       *error);
/* Goes to the next (+1) or the previous (-1) item; stays at the ends. */
void       yc_side_list_step        (YcSideList         *self,
                                     int                 step);
void       yc_side_list_focus       (YcSideList         *self);

G_END_DECLS
