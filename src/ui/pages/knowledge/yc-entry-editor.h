/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and publishes a new version of a knowledge entry, with a preview beside it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk-knowledge.h"

G_BEGIN_DECLS

void yc_entry_editor_present (GtkWidget *over, YcDesk *desk, const char *entry, YcInquiry *inquiry);

G_END_DECLS
