/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry as it holds here today, with its other versions one key away. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_ENTRY_VIEW (yc_entry_view_get_type ())

G_DECLARE_FINAL_TYPE (YcEntryView, yc_entry_view, YC, ENTRY_VIEW, GtkWidget)

GtkWidget          *yc_entry_view_new             (YcCatalog *catalog, YcKnowledgeEntry *entry);
YcKnowledgeEntry   *yc_entry_view_get_entry       (YcEntryView *self);
/* (nullable): what holds here today */
YcKnowledgeVersion *yc_entry_view_get_version     (YcEntryView *self);
void                yc_entry_view_toggle_versions (YcEntryView *self);
gboolean            yc_entry_view_copy            (YcEntryView *self);
void                yc_entry_view_show_large      (YcEntryView *self);
/* The item or the list beside which it stands, which it does not name then; to be said before it is
 * on screen. */
void                yc_entry_view_set_beside      (YcEntryView *self, const char *id);
/* To what the entry has to do with; FALSE when there is nothing. */
gboolean            yc_entry_view_focus_related   (YcEntryView *self);
/* What a key does with an entry that is looked at; FALSE when it means something else. */
gboolean            yc_entry_view_command         (YcEntryView *self, YcPageCommand command);

/* (transfer full): the place that a version is for: "All places" or its name */
char               *yc_entry_view_describe_place  (YcCatalog *catalog, YcKnowledgeVersion *version);

G_END_DECLS
