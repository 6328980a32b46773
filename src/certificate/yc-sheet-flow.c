/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that flow from page to page: what belongs together stays together, and a table's head is
 * repeated where the table goes on. */
#include "yc-sheet-flow.h"
#include "yc-certificate-error.h"

#include <glib/gi18n-lib.h>

#define MAX_PAGES 500
#define RULE_WIDTH 0.6

static void
clear_cell (gpointer data)
{
  g_array_unref (((YcCell *) data)->lines);
}

static void
box_free (gpointer data)
{
  YcBox *box = data;

  g_clear_pointer (&box->lines, g_array_unref);
  g_clear_pointer (&box->cells, g_array_unref);
  if (box->free_figure != NULL)
    box->free_figure (box->figure);
  g_free (box);
}

YcFlow *
yc_flow_new (void)
{
  YcFlow *self = g_new0 (YcFlow, 1);

  self->boxes = g_ptr_array_new_with_free_func (box_free);
  self->repeats = g_array_new (FALSE, FALSE, sizeof (YcRepeat));

  return self;
}

void
yc_flow_free (YcFlow *self)
{
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->repeats);
  g_free (self);
}

/* Adds an empty box; the flow keeps it. */
YcBox *
yc_flow_add (YcFlow *self, YcBoxKind kind, double height)
{
  YcBox *box = g_new0 (YcBox, 1);

  box->kind = kind;
  box->height = height;
  if (kind == YC_BOX_ROW)
    {
      box->cells = g_array_new (FALSE, FALSE, sizeof (YcCell));
      g_array_set_clear_func (box->cells, clear_cell);
    }
  g_ptr_array_add (self->boxes, box);

  return box;
}

/* A gap after what stays with the next box does not part the two. */
void
yc_flow_add_gap (YcFlow *self, double height)
{
  YcBox *last = self->boxes->len > 0 ? g_ptr_array_index (self->boxes, self->boxes->len - 1) : NULL;
  gboolean keep = last != NULL && last->keep;

  yc_flow_add (self, YC_BOX_GAP, height)->keep = keep;
}

/* A box of its own for each line of a paragraph. The first two lines stay together, and the last
 * two: no line of a paragraph stands alone on a page. Takes @lines. */
void
yc_flow_add_lines (YcFlow *self, GArray *lines, double leading, double grey)
{
  for (guint i = 0; i < lines->len; i++)
    {
      YcBox *box = yc_flow_add (self, YC_BOX_LINE, leading);
      YcSheetLine line = g_array_index (lines, YcSheetLine, i);

      g_object_ref (line.layout);
      pango_layout_line_ref (line.line);
      line.baseline -= leading * i;
      box->lines = yc_sheet_new_lines ();
      g_array_append_val (box->lines, line);
      box->grey = grey;
      box->keep = i + 1 < lines->len && (i == 0 || i + 2 == lines->len);
    }
  g_array_unref (lines);
}

/* Keeps the last @boxes that are no gaps, and the gaps between and after, with what comes next. */
void
yc_flow_keep_last (YcFlow *self, guint boxes)
{
  for (guint i = self->boxes->len; i > 0 && boxes > 0; i--)
    {
      YcBox *box = g_ptr_array_index (self->boxes, i - 1);

      box->keep = TRUE;
      if (box->kind != YC_BOX_GAP)
        boxes--;
    }
}

typedef struct
{
  YcFlow *flow;
  double  top;
  double  bottom;
  double  y;
} Pen;

/* How much room the boxes from @first on take that stay together. */
static double
measure_group (YcFlow *self, guint first)
{
  double height = 0.0;
  guint i = first;
  YcBox *box;

  do
    {
      box = g_ptr_array_index (self->boxes, i++);
      height += box->height;
    }
  while (box->keep && i < self->boxes->len);

  return height;
}

static gboolean
is_page_empty (const Pen *pen)
{
  return pen->y <= pen->top;
}

static void
turn_page (Pen *pen, YcBox *box)
{
  pen->flow->n_pages++;
  pen->y = pen->top;
  if (box->head != NULL)
    {
      YcRepeat repeat = { box->head, pen->flow->n_pages - 1, pen->y };

      g_array_append_val (pen->flow->repeats, repeat);
      pen->y += box->head->height;
    }
}

static gboolean
put_box (Pen *pen, YcBox *box, GError **error)
{
  if (box->kind == YC_BOX_GAP && is_page_empty (pen))
    return TRUE;

  if (pen->y + box->height > pen->bottom && box->kind != YC_BOX_GAP)
    turn_page (pen, box);
  if (pen->y + box->height > pen->bottom + 0.01 || pen->flow->n_pages > MAX_PAGES)
    {
      if (box->kind == YC_BOX_GAP)
        return TRUE;
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE,
                           _("The certificate is too long for its paper"));
      return FALSE;
    }

  box->page = pen->flow->n_pages - 1;
  box->y = pen->y;
  pen->y += box->height;

  return TRUE;
}

/* Gives every box its page and place between @top and @bottom. */
gboolean
yc_flow_paginate (YcFlow *self, double top, double bottom, GError **error)
{
  Pen pen = { self, top, bottom, top };
  gboolean in_group = FALSE;

  self->n_pages = 1;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      YcBox *box = g_ptr_array_index (self->boxes, i);

      if (!in_group && !is_page_empty (&pen) && box->kind != YC_BOX_GAP &&
          pen.y + measure_group (self, i) > bottom)
        turn_page (&pen, box);
      if (!put_box (&pen, box, error))
        return FALSE;
      in_group = box->keep;
    }

  return TRUE;
}

static void
draw_cell (YcSheetInk   *ink,
           cairo_t      *cr,
           const YcCell *cell,
           double        leading,
           double        height,
           double        x,
           double        y)
{
  double text = leading * cell->lines->len;

  yc_sheet_draw_lines (ink, cr, cell->lines, x + cell->x, y + (height - text) / 2.0);
  cairo_rectangle (cr, x + cell->x, y, cell->width, height);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_stroke (cr);
}

static void
draw_row (YcSheetInk *ink, cairo_t *cr, const YcBox *box, double x, double y)
{
  for (guint i = 0; i < box->cells->len; i++)
    draw_cell (ink, cr, &g_array_index (box->cells, YcCell, i), box->leading, box->height, x, y);
}

static void
draw_box (YcSheetInk *ink, cairo_t *cr, const YcBox *box, double x, double y)
{
  cairo_set_source_rgb (cr, box->grey, box->grey, box->grey);
  if (box->kind == YC_BOX_ROW)
    draw_row (ink, cr, box, x, y);
  else if (box->kind == YC_BOX_FIGURE)
    box->draw (box, ink, cr, x, y);
  else if (box->lines != NULL)
    yc_sheet_draw_lines (ink, cr, box->lines, x, y + box->inset);
}

void
yc_flow_draw_page (YcFlow *self, YcSheetInk *ink, cairo_t *cr, guint page, double left)
{
  for (guint i = 0; i < self->repeats->len; i++)
    {
      const YcRepeat *repeat = &g_array_index (self->repeats, YcRepeat, i);

      if (repeat->page == page)
        draw_box (ink, cr, repeat->head, left, repeat->y);
    }

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const YcBox *box = g_ptr_array_index (self->boxes, i);

      if (box->page == page && box->kind != YC_BOX_GAP)
        draw_box (ink, cr, box, left, box->y);
    }
}
