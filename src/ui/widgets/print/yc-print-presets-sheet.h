/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which printer prints which kind of paper, and how: seen together and changed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_PRESETS_SHEET (yc_print_presets_sheet_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintPresetsSheet, yc_print_presets_sheet, YC, PRINT_PRESETS_SHEET,
                      GtkWidget)

/* Lays it over the window of @over. (transfer none). */
YcPrintPresetsSheet *yc_print_presets_sheet_present (GtkWidget *over, YcDesk *desk);

G_END_DECLS
