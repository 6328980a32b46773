/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a certificate or another paper: which printer, one button, and how it truly goes. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"
#include "yc-print-setup.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_PANEL (yc_print_panel_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintPanel, yc_print_panel, YC, PRINT_PANEL, GtkWidget)

GtkWidget *yc_print_panel_new             (void);
/* Once, before anything else. */
void       yc_print_panel_set_desk        (YcPrintPanel *self, YcDesk *desk);
/* The certificate to print; all %NULL when there is none. */
void       yc_print_panel_set_certificate (YcPrintPanel *self,
                                           const char   *case_id,
                                           const char   *serial,
                                           const char   *title);
/* How many prints of the certificate the service knows of: other desks print too. */
void       yc_print_panel_set_n_prints    (YcPrintPanel *self, guint n_prints);
/* Another paper to print: it has no number and the service is not told; @pdf and @title are %NULL
 * when there is none. */
void       yc_print_panel_set_document    (YcPrintPanel *self,
                                           YcPrintKind   kind,
                                           const char   *title,
                                           GBytes       *pdf);
/* (transfer none): where to and how; %NULL until it has a desk */
YcPrintSetup *yc_print_panel_get_setup    (YcPrintPanel *self);
/* As by the button (Ctrl+P). Does nothing but say why while it cannot be printed. */
void       yc_print_panel_print           (YcPrintPanel *self);
/* Whether printing is what comes next: it can be printed, and has not been. Property "due". */
gboolean   yc_print_panel_get_due         (YcPrintPanel *self);

G_END_DECLS
