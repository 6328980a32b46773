/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that set a form on paper share. */
#pragma once

#include "yc-form-sheet.h"
#include "yc-sheet-grid-private.h"

G_BEGIN_DECLS

/*
 * YcFormSheet:
 * @marks: what else the sheet says
 * @grid: what is on the pages
 */
typedef struct
{
  const YcFormSheetMarks *marks;
  YcSheetGrid             grid;
} YcFormSheet;

char     *yc_form_sheet_dup_words    (YcFormSheet    *self,
                                      YcFormField    *field);
char     *yc_form_sheet_dup_unmarked (YcFormSheet    *self,
                                      YcFormField    *field);
gboolean  yc_form_sheet_is_flat      (GListModel     *columns);
gboolean  yc_form_sheet_add_table    (YcFormSheet    *self,
                                      YcFormElement  *control,
                                      GError        **error);
gboolean  yc_form_sheet_add_element  (YcFormSheet    *self,
                                      YcFormElement  *element,
                                      guint           depth,
                                      GError        **error);

G_END_DECLS
