/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts lines of text into a PDF with fonts cut down to the characters of this one sheet. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _YcSheetInk YcSheetInk;

YcSheetInk *yc_sheet_ink_new   (void);
void        yc_sheet_ink_free  (YcSheetInk       *self);
void        yc_sheet_ink_close (YcSheetInk       *self);
void        yc_sheet_ink_draw  (YcSheetInk       *self,
                                cairo_t          *cr,
                                PangoLayoutLine  *line,
                                double            x,
                                double            baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSheetInk, yc_sheet_ink_free)

G_END_DECLS
