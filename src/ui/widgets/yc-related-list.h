/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a knowledge entry has to do with: its question lists, its items, other entries about them. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"

G_BEGIN_DECLS

#define YC_TYPE_RELATED_LIST (yc_related_list_get_type ())

G_DECLARE_FINAL_TYPE (YcRelatedList, yc_related_list, YC, RELATED_LIST, GtkWidget)

GtkWidget *yc_related_list_new (YcCatalog *catalog, YcKnowledgeEntry *entry, const char *beside);
/* (transfer full): what was written for one item before what holds for many */
GListModel *yc_related_list_sort (GListModel *entries);

G_END_DECLS
