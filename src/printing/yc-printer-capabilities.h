/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one printer truly has: its papers, trays, sides, most copies and colour.
 * Never changes after it is made. */
#pragma once

#include <gio/gio.h>

#include "yc-paper-source.h"
#include "yc-paper.h"
#include "yc-print-options.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINTER_CAPABILITIES (yc_printer_capabilities_get_type ())
G_DECLARE_FINAL_TYPE (YcPrinterCapabilities, yc_printer_capabilities, YC, PRINTER_CAPABILITIES,
                      GObject)

/* GListModel of YcPaper, the printer's default paper first, then A4, then by name.
 * (transfer none). */
GListModel  *yc_printer_capabilities_get_papers        (YcPrinterCapabilities *self);

/* PWG name of the default paper, or NULL when the printer names none. */
const char  *yc_printer_capabilities_get_default_paper (YcPrinterCapabilities *self);

/* GListModel of YcPrinterChoice, the trays: "auto" first, then as the printer names them; only "auto" when it
 * has one tray or tells of none. (transfer none). */
GListModel  *yc_printer_capabilities_get_sources       (YcPrinterCapabilities *self);

/* FALSE: a red seal comes out grey. */
gboolean     yc_printer_capabilities_get_colour        (YcPrinterCapabilities *self);

/* The set of sides it can do; always holds YC_PRINT_SIDES_ONE. */
YcPrintSides yc_printer_capabilities_get_sides         (YcPrinterCapabilities *self);

/* At least 1. */
guint        yc_printer_capabilities_get_max_copies    (YcPrinterCapabilities *self);

gboolean     yc_printer_capabilities_has_paper         (YcPrinterCapabilities *self,
                                                        const char            *pwg_name);

gboolean     yc_printer_capabilities_has_source        (YcPrinterCapabilities *self,
                                                        const char            *name);

/**
 * yc_printer_capabilities_check:
 *
 * Whether a printer can do what @options ask, and whether they make sense.
 *
 * Errors: YC_PRINTING_ERROR_UNSUPPORTED, with words for the clerk.
 */
gboolean     yc_printer_capabilities_check             (YcPrinterCapabilities *self,
                                                        const YcPrintOptions  *options,
                                                        GError               **error);

G_END_DECLS
