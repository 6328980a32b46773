/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a certificate: issuer and date, and the seal over them. */
#include "yc-sheet-closing-private.h"

/* From the text to the seal: the standard's "within one line". */
#define CLOSING_GAP 6.0
/* The date's right edge stands this far from the text's, as the standard says of a sealed date. */
#define CLOSING_INSET 64.0

/* Whether the text's last line leaves room on its right for the seal to reach into. */
static gboolean
is_last_line_short (YcFlow *flow, double width)
{
  const YcBox *last =
      flow->boxes->len > 0 ? g_ptr_array_index (flow->boxes, flow->boxes->len - 1) : NULL;
  const YcSheetLine *line;

  if (last == NULL || last->kind != YC_BOX_LINE)
    return FALSE;
  line = &g_array_index (last->lines, YcSheetLine, 0);

  return line->x + yc_sheet_line_width (line) < width / 2.0 - CLOSING_GAP;
}

/* Each line centred on the others, far enough left that the seal stays on the text. */
static void
place_lines (YcBox *closing, double width, double seal_size)
{
  double widest = 0.0;
  double centre;

  for (guint i = 0; i < closing->lines->len; i++)
    widest = MAX (widest, yc_sheet_line_width (&g_array_index (closing->lines, YcSheetLine, i)));
  centre = width - MAX (CLOSING_INSET / 2.0 + widest / 2.0, seal_size / 2.0);
  centre = MAX (centre, width / 2.0);

  for (guint i = 0; i < closing->lines->len; i++)
    {
      YcSheetLine *line = &g_array_index (closing->lines, YcSheetLine, i);

      line->x = centre - yc_sheet_line_width (line) / 2.0;
      line->baseline += i * closing->leading;
    }
}

/* Moves the lines of one text behind those that the box has. */
static void
take_lines (YcBox *closing, GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      YcSheetLine line = g_array_index (lines, YcSheetLine, i);

      g_object_ref (line.layout);
      pango_layout_line_ref (line.line);
      line.baseline -= i * closing->leading;
      g_array_append_val (closing->lines, line);
    }
}

/* How far the seal stands out above its lines, and as much below them. */
static double
get_overhang (const YcBox *closing, double seal_size)
{
  return MAX (0.0, (seal_size - closing->lines->len * closing->leading) / 2.0);
}

/* Adds @texts, one below the other, with the room that the seal of @seal_size points takes. It is one box, which never
 * stands alone on a page: the two boxes before it go with it. Returns the flow's box. */
YcBox *
yc_sheet_add_closing (YcFlow             *flow,
                      PangoContext       *context,
                      GPtrArray          *texts,
                      const YcSheetFont  *font,
                      const YcSheetPage  *page,
                      double              seal_size,
                      GError            **error)
{
  double width = yc_sheet_page_get_text_width (page);
  gboolean reach = is_last_line_short (flow, width);
  double overhang;
  YcBox *closing;

  yc_flow_keep_last (flow, 2);
  closing = yc_flow_add (flow, YC_BOX_CLOSING, 0.0);
  closing->lines = yc_sheet_new_lines ();
  closing->leading = font->leading;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GArray) lines = yc_sheet_set_text (context, g_ptr_array_index (texts, i), font,
                                                    YC_SHEET_LEFT, 0.0, width, error);

      if (lines == NULL)
        return NULL;
      take_lines (closing, lines);
    }

  place_lines (closing, width, seal_size);
  overhang = get_overhang (closing, seal_size);
  closing->inset = overhang + CLOSING_GAP;
  if (reach)
    closing->inset = MAX (closing->inset - closing->leading, CLOSING_GAP);
  closing->height = closing->inset + closing->lines->len * closing->leading + overhang;

  return closing;
}

/* The middle of the closing's lines: the seal's, on its page. */
static void
find_middle (const YcBox *closing, const YcSheetPage *page, double *x, double *y)
{
  const YcSheetLine *line = &g_array_index (closing->lines, YcSheetLine, 0);

  *x = page->left + line->x + yc_sheet_line_width (line) / 2.0;
  *y = closing->y + closing->inset + closing->lines->len * closing->leading / 2.0;
}

/* A pale circle where the seal will be. */
void
yc_sheet_closing_draw_place (const YcBox       *closing,
                             const YcSheetPage *page,
                             double             seal_size,
                             cairo_t           *cr)
{
  double x, y;

  find_middle (closing, page, &x, &y);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, seal_size / 2.0, 0.0, 2.0 * G_PI);
  cairo_set_source_rgb (cr, 0.93, 0.78, 0.78);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
}

/* The seal over the middle of the lines, where the box was put; (transfer full). */
YcCertificateSeal *
yc_sheet_closing_make_seal (const YcBox        *closing,
                            const YcSheetPage  *page,
                            PangoContext       *context,
                            const YcSealDesign *design)
{
  guint n_lines = closing->lines->len;
  g_autofree YcSealText *texts = g_new0 (YcSealText, n_lines);
  double top = closing->y + closing->inset;
  double x, y;

  find_middle (closing, page, &x, &y);

  for (guint i = 0; i < n_lines; i++)
    {
      const YcSheetLine *line = &g_array_index (closing->lines, YcSheetLine, i);

      texts[i].line = line->line;
      texts[i].x = page->left + line->x;
      texts[i].baseline = top + line->baseline;
    }

  return yc_certificate_seal_new (context, design, closing->page, x, y, texts, n_lines);
}
