/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet's paper and the place on it for text. */
#include "yc-sheet-page.h"

const YcSheetPage yc_sheet_page_a4 = {
  .width = YC_MM (210),
  .height = YC_MM (297),
  .left = YC_MM (28),
  .right = YC_MM (26),
  .top = YC_MM (34),
  .bottom = YC_MM (43),
};

double
yc_sheet_page_get_text_width (const YcSheetPage *self)
{
  return self->width - self->left - self->right;
}
