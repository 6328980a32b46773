/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry on paper: looked at, then printed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

/* FALSE when nothing of the entry holds here today: what does not is not handed out */
gboolean yc_entry_print_present (GtkWidget        *over,
                                 YcDesk           *desk,
                                 YcKnowledgeEntry *entry);

G_END_DECLS
