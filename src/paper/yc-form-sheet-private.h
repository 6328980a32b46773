/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that set a form on paper share. */
#pragma once

#include "yc-form-sheet.h"
#include "yc-sheet-flow.h"

G_BEGIN_DECLS

/*
 * YcFormSheet:
 * @marks: what else the sheet says
 * @context: for all text
 * @flow: what is on the pages
 * @width: of the text
 */
typedef struct
{
  const YcFormSheetMarks *marks;
  PangoContext           *context;
  YcFlow                 *flow;
  double                  width;
} YcFormSheet;

/* Of the width, for a title alone in its row. */
#define YC_FORM_SHEET_TITLE_SHARE 0.24

/* One cell of a row: words, how wide, and whether it is a title. */
typedef struct
{
  const char *words;
  double      width;
  gboolean    title;
} YcFormSheetCell;

char     *yc_form_sheet_dup_words   (YcFormSheet            *self,
                                     YcFormField            *field);
char     *yc_form_sheet_dup_unmarked (YcFormSheet           *self,
                                      YcFormField           *field);
char     *yc_form_sheet_legible     (YcFormSheet            *self,
                                     const char             *words);

gboolean  yc_form_sheet_add_line    (YcFormSheet            *self,
                                     const char             *words,
                                     const YcSheetFont      *font,
                                     YcSheetAlign            align,
                                     double                  grey,
                                     GError                **error);
gboolean  yc_form_sheet_fits        (YcFormSheet            *self,
                                     const char             *words);
gboolean  yc_form_sheet_add_row     (YcFormSheet            *self,
                                     const YcFormSheetCell  *cells,
                                     guint                   n_cells,
                                     YcBox                  *head,
                                     GError                **error);
YcBox    *yc_form_sheet_add_head    (YcFormSheet            *self,
                                     const YcFormSheetCell  *cells,
                                     guint                   n_cells,
                                     GError                **error);

gboolean  yc_form_sheet_is_flat     (GListModel             *columns);
gboolean  yc_form_sheet_add_table   (YcFormSheet            *self,
                                     YcFormElement          *control,
                                     GError                **error);
gboolean  yc_form_sheet_add_element (YcFormSheet            *self,
                                     YcFormElement          *element,
                                     guint                   depth,
                                     GError                **error);

G_END_DECLS
