/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a good colleague would whisper: the item's standard, what goes wrong, agreed answers. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-entry-view.h"

G_BEGIN_DECLS

#define YC_TYPE_ITEM_PANEL (yc_item_panel_get_type ())

G_DECLARE_FINAL_TYPE (YcItemPanel, yc_item_panel, YC, ITEM_PANEL, GtkWidget)

GtkWidget *yc_item_panel_new         (void);
void       yc_item_panel_show_item   (YcItemPanel *self, YcCatalog *catalog, YcItem *item);
void       yc_item_panel_show_list   (YcItemPanel *self, YcCatalog *catalog,
                                      YcQuestionList *list);
void       yc_item_panel_show_entry  (YcItemPanel *self, YcCatalog *catalog,
                                      YcKnowledgeEntry *entry);
void       yc_item_panel_set_field   (YcItemPanel *self, const char *pointer);
gboolean   yc_item_panel_copy_answer (YcItemPanel *self);
gboolean   yc_item_panel_toggle_versions (YcItemPanel *self);
gboolean   yc_item_panel_focus_related (YcItemPanel *self);
YcEntryView *yc_item_panel_get_answer (YcItemPanel *self);

G_END_DECLS
