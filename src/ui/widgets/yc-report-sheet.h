/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk hands to who keeps the knowledge base: a mistake, a gap, what a citizen asked. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk-knowledge.h"

G_BEGIN_DECLS

void yc_report_sheet_present (GtkWidget *over, YcDesk *desk, YcInquiryKind kind, const char *entry,
                              const char *item, const char *words);
void yc_report_sheet_present_consultation (GtkWidget *over, YcDesk *desk,
                                           const char *visit, const YcNewInquiry *known);
void yc_report_sheet_forget_visit (YcDesk *desk, const char *visit);

G_END_DECLS
