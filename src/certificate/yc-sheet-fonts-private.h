/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts that sheets are set in: those of the system, and our own. */
#pragma once

#include "yc-sheet-text.h"

G_BEGIN_DECLS

PangoFontMap *yc_sheet_fonts_get_map      (void);
const char   *yc_sheet_fonts_get_families (YcSheetFace   face);
gboolean      yc_sheet_fonts_have         (PangoContext *context,
                                           YcSheetFace   face,
                                           const char   *start,
                                           const char   *end);

G_END_DECLS
