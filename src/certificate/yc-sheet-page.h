/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet's paper and the place on it for text. All lengths in points. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_MM(mm) ((mm) *72.0 / 25.4)

/**
 * YcSheetPage:
 * @width: the paper's width
 * @height: its height
 * @left: where the text begins, from the left edge
 * @right: how far it stays from the right edge
 * @top: where it begins, from the upper edge
 * @bottom: how far it stays from the lower edge
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
} YcSheetPage;

/* A4 with the margins of GB/T 9704, of which the foot takes some at the bottom. */
extern const YcSheetPage yc_sheet_page_a4;

double yc_sheet_page_get_text_width (const YcSheetPage *self);

G_END_DECLS
