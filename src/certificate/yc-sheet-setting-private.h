/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How closely a certificate is set. */
#pragma once

#include "yc-template-page-private.h"

G_BEGIN_DECLS

/**
 * YcSheetSetting:
 * @title: for the title
 * @heading: for headings within the text
 * @body: for the text
 * @note: for notes
 * @table: for tables; its leading is a row's least height
 * @top: where the text begins, in points from the upper edge
 * @title_gap: below the title
 * @table_gap: above and below a table, and above a note
 */
typedef struct
{
  YcSheetFont title;
  YcSheetFont heading;
  YcSheetFont body;
  YcSheetFont note;
  YcSheetFont table;
  double      top;
  double      title_gap;
  double      table_gap;
} YcSheetSetting;

YcSheetSetting yc_sheet_setting_standard (const YcTemplatePage *page);
YcSheetSetting yc_sheet_setting_close    (const YcTemplatePage *page);

G_END_DECLS
