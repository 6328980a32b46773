/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowledge entries for widgets, without waiting for the disk. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"

G_BEGIN_DECLS

/* @entry: not NULL */
typedef void (*YcEntryTaken)   (GtkWidget *owner, YcKnowledgeEntry *entry);
typedef void (*YcEntriesTaken) (GtkWidget *owner);

void yc_entry_take       (GtkWidget *owner, YcCatalog *catalog, const char *id, YcEntryTaken taken);
void yc_entry_take_about (GtkWidget *owner, YcCatalog *catalog, const char *id,
                          GCancellable *cancellable, YcEntriesTaken taken);

G_END_DECLS
