/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yc-printer-capabilities.h"

G_BEGIN_DECLS

/* From the IPP keywords of a printer; papers that say no fixed size are left out. */
YcPrinterCapabilities *yc_printer_capabilities_new (const char *const *papers,
                                                    const char        *default_paper,
                                                    const char *const *sides,
                                                    guint              max_copies);

G_END_DECLS
