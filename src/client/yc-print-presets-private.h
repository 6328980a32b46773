/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who makes and reads the presets. Private to the client room. */
#pragma once

#include "yc-parts.h"
#include "yc-print-presets.h"

G_BEGIN_DECLS

YcPrintPresets *yc_print_presets_new  (YcParts        *parts);
/* Reads them, as soon as the database is open. */
void            yc_print_presets_load (YcPrintPresets *self);

G_END_DECLS
