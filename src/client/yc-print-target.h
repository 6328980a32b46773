/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printer that is wanted, for as long as the print server has it, and what that one has.
 * Private to the client room. */
#pragma once

#include "yc-printers.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_TARGET (yc_print_target_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintTarget, yc_print_target, YC, PRINT_TARGET, GObject)

/* Signal "changed": it is another one, its state changed, or it is known what it has. */

YcPrintTarget         *yc_print_target_new              (YcPrinters    *printers);
/* @name: (nullable): the default printer */
void                   yc_print_target_want             (YcPrintTarget *self,
                                                         const char    *name);
/* (transfer none) (nullable): the wanted one; where the server has it not, the default one */
YcPrinter             *yc_print_target_get_printer      (YcPrintTarget *self);
/* (transfer none) (nullable): %NULL until they are known */
YcPrinterCapabilities *yc_print_target_get_capabilities (YcPrintTarget *self);
/* (transfer full) (nullable): what is wrong with it, for the clerk */
char                  *yc_print_target_dup_trouble      (YcPrintTarget *self);

G_END_DECLS
