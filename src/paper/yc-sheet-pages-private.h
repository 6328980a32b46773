/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on every page of a sheet around its boxes: head, foot, 演练 mark. */
#pragma once

#include "yc-sheet-grid-private.h"

G_BEGIN_DECLS

#define YC_SHEET_MARGIN YC_MM (20)
#define YC_SHEET_TOP YC_MM (20)
#define YC_SHEET_BOTTOM YC_MM (278)
#define YC_SHEET_WIDTH (YC_MM (210) - 2.0 * YC_SHEET_MARGIN)

/*
 * YcSheetPages:
 * @grid: the sheet, with its pages made
 * @title: stands over every page but the first
 * @number: (nullable): of what is printed, for the foot
 * @printed_at: when
 * @sample: for training: every page says so
 */
typedef struct
{
  const YcSheetGrid *grid;
  const char        *title;
  const char        *number;
  GDateTime         *printed_at;
  gboolean           sample;
} YcSheetPages;

/* The text is Chinese whatever the clerk's language is. */
gboolean yc_sheet_pages_draw (const YcSheetPages  *self,
                              YcSheetInk          *ink,
                              cairo_t             *cr,
                              guint                page,
                              GError             **error);

G_END_DECLS
