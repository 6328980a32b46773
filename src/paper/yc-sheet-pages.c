/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on every page of a sheet around its boxes: head, foot, 演练 mark. */
#include "yc-sheet-pages-private.h"

#include "yc-sheet-frame.h"

#define HEAD YC_MM (12)
#define FOOT YC_MM (283)

static const YcSheetFont foot_font = { .size = 8.5, .leading = 12.0 };

static gboolean
draw_text (const YcSheetPages *self,
           YcSheetInk         *ink,
           cairo_t            *cr,
           const char         *text,
           YcSheetAlign        align,
           double              y,
           GError            **error)
{
  g_autoptr (GArray) lines = yc_sheet_set_text (self->grid->context, text, &foot_font, align, 0.0,
                                                YC_SHEET_WIDTH, error);

  if (lines == NULL)
    return FALSE;
  yc_sheet_draw_lines (ink, cr, lines, YC_SHEET_MARGIN, y);

  return TRUE;
}

static gboolean
draw_foot (const YcSheetPages *self, YcSheetInk *ink, cairo_t *cr, guint page, GError **error)
{
  g_autofree char *number =
      g_strdup_printf ("%s%s第 %u 页，共 %u 页", self->number != NULL ? self->number : "",
                       self->number != NULL ? "　" : "", page + 1, self->grid->flow->n_pages);
  g_autofree char *time = g_date_time_format (self->printed_at, "打印时间 %Y-%m-%d %H:%M");

  return draw_text (self, ink, cr, time, YC_SHEET_LEFT, FOOT, error) &&
         draw_text (self, ink, cr, number, YC_SHEET_RIGHT, FOOT, error) &&
         (!self->sample ||
          draw_text (self, ink, cr, "演练样例，不具任何效力", YC_SHEET_CENTRE, FOOT, error));
}

gboolean
yc_sheet_pages_draw (const YcSheetPages  *self,
                     YcSheetInk          *ink,
                     cairo_t             *cr,
                     guint                page,
                     GError             **error)
{
  const YcCertificateMarks marks = { .purpose = self->sample ? YC_SHEET_SAMPLE : YC_SHEET_ISSUED };
  const YcSheetFrame frame = {
    .context = self->grid->context,
    .ink = ink,
    .page = &yc_sheet_page_a4,
    .marks = &marks,
  };
  g_autofree char *head = g_strdup_printf ("%s（续）", self->title);

  yc_sheet_frame_draw_under (&frame, cr);
  yc_flow_draw_page (self->grid->flow, ink, cr, page, YC_SHEET_MARGIN);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  if (page > 0 && !draw_text (self, ink, cr, head, YC_SHEET_LEFT, HEAD, error))
    return FALSE;

  return draw_foot (self, ink, cr, page, error);
}
