/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells who keeps the knowledge base of a mistake or a gap, from where the clerk stands. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk-knowledge.h"

G_BEGIN_DECLS

void yc_report_sheet_present (GtkWidget *over, YcDesk *desk, YcInquiryKind kind, const char *entry,
                              const char *item, const char *words);

G_END_DECLS
