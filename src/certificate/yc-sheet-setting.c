/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How closely a certificate is set. Sizes follow GB/T 9704 as far as a certificate is an official
 * document: title 22 pt, text 16 pt with 28.95 pt from line to line. A template with larger or smaller
 * text has all else larger or smaller with it. */
#include "yc-sheet-setting-private.h"

#define STANDARD_SIZE 16.0
/* The close setting's leading, as a share of the standard's. */
#define CLOSE (25.0 / 28.95)

static YcSheetFont
make_font (const YcTemplateFace *face, double size, double leading, double scale)
{
  return (YcSheetFont){
    .size = size * scale, .leading = leading * scale, .bold = face->bold, .face = face->face,
  };
}

YcSheetSetting
yc_sheet_setting_standard (const YcTemplatePage *page)
{
  static const YcTemplateFace hei = { YC_FACE_HEI, FALSE };
  double scale = page->size / STANDARD_SIZE;
  YcSheetSetting self = {
    .title = make_font (&page->heading, 22.0, 34.0, scale),
    .heading = make_font (&hei, page->size, page->leading, 1.0),
    .body = make_font (&page->body, page->size, page->leading, 1.0),
    .note = make_font (&page->note, 10.5, 17.0, scale),
    .table = make_font (&page->table, 12.0, 26.0, scale),
    .top = page->paper.top,
    .title_gap = 26.0 * scale,
    .table_gap = 10.0 * scale,
  };

  self.title.spacing = 2.0 * scale;

  return self;
}

/* The standard wants lines set closer rather than a last page with little but the seal on it. */
YcSheetSetting
yc_sheet_setting_close (const YcTemplatePage *page)
{
  double scale = page->size / STANDARD_SIZE;
  YcSheetSetting self = yc_sheet_setting_standard (page);

  self.title.leading = 32.0 * scale;
  self.heading.leading *= CLOSE;
  self.body.leading *= CLOSE;
  self.note.leading = 15.0 * scale;
  self.table.size = 11.0 * scale;
  self.table.leading = 21.0 * scale;
  self.top = MAX (page->paper.top - YC_MM (6), YC_MM (10));
  self.title_gap = 16.0 * scale;
  self.table_gap = 7.0 * scale;

  return self;
}
