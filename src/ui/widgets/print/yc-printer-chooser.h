/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses a printer, and paper, tray, sides, size, colour, pages and copies within what that printer
 * has. */
#pragma once

#include <gtk/gtk.h>

#include "yc-print-setup.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINTER_CHOOSER (yc_printer_chooser_get_type ())

G_DECLARE_FINAL_TYPE (YcPrinterChooser, yc_printer_chooser, YC, PRINTER_CHOOSER, GtkWidget)

GtkWidget *yc_printer_chooser_new            (void);
/* Once: what is chosen goes there. */
void       yc_printer_chooser_set_setup      (YcPrinterChooser *self, YcPrintSetup *setup);
/* Whether some of the pages can be asked for; a certificate is always printed whole. */
void       yc_printer_chooser_set_with_pages (YcPrinterChooser *self, gboolean with_pages);
/* Takes what was typed and not left yet. */
void       yc_printer_chooser_commit         (YcPrinterChooser *self);

G_END_DECLS
