/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the printers again and again for as long as somebody sees them. */
#pragma once

#include "yc-printers.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINTER_WATCH (yc_printer_watch_get_type ())
G_DECLARE_FINAL_TYPE (YcPrinterWatch, yc_printer_watch, YC, PRINTER_WATCH, GObject)

/**
 * yc_printer_watch_start:
 * @printers: whose state is kept true
 * @seconds: how long to wait between an answer and the next look, 1 to 3600
 *
 * Looks at once, and then until yc_printer_watch_stop(): a printer that got its paper back says
 * nothing by itself. A slow print server is asked one thing at a time. Main thread only.
 *
 * Returns: (transfer full): the watch, freed by stopping it
 */
YcPrinterWatch *yc_printer_watch_start (YcPrinters *printers, guint seconds);

/**
 * yc_printer_watch_stop:
 * @self: (transfer full): a watch
 *
 * Looks no more. An answer that is under way is not waited for.
 */
void            yc_printer_watch_stop  (YcPrinterWatch *self);

G_END_DECLS
