/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yc-printer-capabilities.h"

G_BEGIN_DECLS

/* The IPP attributes of a printer, each possibly %NULL or 0. */
typedef struct
{
  const char *const *papers;
  const char        *default_paper;
  const char *const *sides;
  const char *const *sources;
  guint              max_copies;
  gboolean           colour;
} YcPrinterFeatures;

/* Papers that say no fixed size are left out. */
YcPrinterCapabilities *yc_printer_capabilities_new (const YcPrinterFeatures *features);

G_END_DECLS
