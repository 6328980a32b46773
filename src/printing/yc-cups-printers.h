/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the print server for its printers. Private to this room; in the worker's thread only. */
#pragma once

#include "yc-cups-connection.h"
#include "yc-printer-capabilities.h"

G_BEGIN_DECLS

typedef struct
{
  char        *name;
  char        *info;
  char        *model;
  char        *message;
  char       **reasons; /* without "none" */
  ipp_pstate_t state;
  int          type; /* cups_ptype_t */
  gboolean     accepting;
  gboolean     is_default;
} YcPrinterFacts;

void                   yc_printer_facts_free    (YcPrinterFacts *self);

/* Returns: (element-type YcPrinterFacts): may be empty */
GPtrArray             *yc_cups_list_printers    (YcCupsConnection *connection,
                                                 GError          **error);
YcPrinterCapabilities *yc_cups_get_capabilities (YcCupsConnection *connection,
                                                 const char       *printer,
                                                 GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPrinterFacts, yc_printer_facts_free)

G_END_DECLS
