/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses a printer, and paper, tray, pages, sides and copies within what that printer has. */
#pragma once

#include <gtk/gtk.h>

#include "yc-printers.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINTER_CHOOSER (yc_printer_chooser_get_type ())

G_DECLARE_FINAL_TYPE (YcPrinterChooser, yc_printer_chooser, YC, PRINTER_CHOOSER, GtkWidget)

/* Property: "ready" (boolean, read-only, notified): a printer is chosen, takes jobs, and what it
 * has is known. */

GtkWidget   *yc_printer_chooser_new          (void);
void         yc_printer_chooser_set_printers (YcPrinterChooser *self, YcPrinters *printers);
gboolean     yc_printer_chooser_get_ready    (YcPrinterChooser *self);
/* (transfer none) (nullable) */
YcPrinter   *yc_printer_chooser_get_printer  (YcPrinterChooser *self);
/* Whether some of the pages can be asked for; a certificate is always printed whole. */
void         yc_printer_chooser_set_with_pages (YcPrinterChooser *self, gboolean with_pages);
/* (transfer full): what was chosen */
YcPrintOptions *yc_printer_chooser_create_options (YcPrinterChooser *self, const char *print_id);
/* One copy of all pages again, for the next certificate; printer, paper, tray and sides stay. */
void         yc_printer_chooser_reset        (YcPrinterChooser *self);

G_END_DECLS
