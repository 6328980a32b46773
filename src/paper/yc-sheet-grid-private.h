/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines and ruled rows on paper: what every sheet is made of. */
#pragma once

#include "yc-sheet-flow.h"

G_BEGIN_DECLS

/*
 * YcSheetGrid:
 * @context: for all text
 * @flow: what is on the pages
 * @width: of the text
 */
typedef struct
{
  PangoContext *context;
  YcFlow       *flow;
  double        width;
} YcSheetGrid;

/* Of the width, for a title alone in its row. */
#define YC_SHEET_TITLE_SHARE 0.24

/* One cell of a row: words, how wide, whether it is a title, whether the words are Pango's markup,
 * and where they stand, if not on the left. */
typedef struct
{
  const char  *words;
  double       width;
  gboolean     title;
  gboolean     markup;
  YcSheetAlign align;
} YcSheetCell;

char     *yc_sheet_grid_legible  (YcSheetGrid        *self,
                                  const char         *words);
gboolean  yc_sheet_grid_add_line (YcSheetGrid        *self,
                                  const char         *words,
                                  const YcSheetFont  *font,
                                  YcSheetAlign        align,
                                  double              grey,
                                  GError            **error);
gboolean  yc_sheet_grid_fits     (YcSheetGrid        *self,
                                  const char         *words);
gboolean  yc_sheet_grid_add_row  (YcSheetGrid        *self,
                                  const YcSheetCell  *cells,
                                  guint               n_cells,
                                  YcBox              *head,
                                  GError            **error);
YcBox    *yc_sheet_grid_add_head (YcSheetGrid        *self,
                                  const YcSheetCell  *cells,
                                  guint               n_cells,
                                  GError            **error);

G_END_DECLS
