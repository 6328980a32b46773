/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which printer will print and how, in two lines, with what is the matter with it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-print-setup.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_SUMMARY (yc_print_summary_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintSummary, yc_print_summary, YC, PRINT_SUMMARY, GtkWidget)

/* Signal "settings": they are asked for. */

GtkWidget *yc_print_summary_new       (void);
/* Once. */
void       yc_print_summary_set_setup (YcPrintSummary *self, YcPrintSetup *setup);
/* (transfer full): the same on one line */
char      *yc_print_summary_describe  (YcPrintSetup *setup);

G_END_DECLS
