/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yc-cups-printers.h"
#include "yc-cups-worker.h"
#include "yc-printer.h"

G_BEGIN_DECLS

YcPrinter *yc_printer_new    (YcCupsWorker *worker, const YcPrinterFacts *facts);
void       yc_printer_update (YcPrinter *self, const YcPrinterFacts *facts);

G_END_DECLS
