/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document in small, to go to one. */
#pragma once

#include <gtk/gtk.h>

#include "yc-page-miniatures.h"

G_BEGIN_DECLS

#define YC_TYPE_PAGE_LIST (yc_page_list_get_type ())

G_DECLARE_FINAL_TYPE (YcPageList, yc_page_list, YC, PAGE_LIST, GtkWidget)

/* Signal: "chosen" (guint page: the reader wants to see it). */

GtkWidget  *yc_page_list_new            (void);
/* %NULL shows nothing. */
void        yc_page_list_set_miniatures (YcPageList *self, YcPageMiniatures *miniatures);
/* The page that is looked at: marked, and brought into view. */
void        yc_page_list_set_page       (YcPageList *self, guint page);
/* (transfer none) (nullable): a page in small, once it is drawn */
GdkTexture *yc_page_list_get_texture    (YcPageList *self, guint page);

G_END_DECLS
