/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tray, or another place where a printer takes paper from. */
#pragma once

#include "yc-printer-choice.h"

G_BEGIN_DECLS

/* Lets the printer choose. */
#define YC_PAPER_SOURCE_AUTO "auto"

/**
 * yc_paper_source_new:
 * @name: IPP media-source (PWG 5100.7), such as "tray-1" or "manual"
 *
 * Returns: (transfer full): the tray; its title is the name itself where nobody knows better words
 */
YcPrinterChoice *yc_paper_source_new (const char *name);

G_END_DECLS
