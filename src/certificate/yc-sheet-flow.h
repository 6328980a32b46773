/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that flow from page to page. All lengths in points. */
#pragma once

#include "yc-sheet-text.h"

G_BEGIN_DECLS

typedef enum
{
  YC_BOX_GAP = 1,
  YC_BOX_LINE,
  YC_BOX_ROW,
  YC_BOX_CLOSING,
  YC_BOX_FIGURE,
} YcBoxKind;

/**
 * YcCell:
 * @lines: (element-type YcSheetLine): its text
 * @x: its left edge from the text's left edge
 * @width: its width
 */
typedef struct
{
  GArray *lines;
  double  x;
  double  width;
} YcCell;

typedef struct _YcBox YcBox;

/* Draws a figure with its upper left corner at (@x, @y). */
typedef void (*YcBoxDraw) (const YcBox *box,
                           YcSheetInk  *ink,
                           cairo_t     *cr,
                           double       x,
                           double       y);

/**
 * YcBox:
 * @kind: what it is; a gap vanishes at the top of a page
 * @height: its height
 * @keep: stays on the page of the box after it
 * @lines: (element-type YcSheetLine): a line's line, or the closing's lines
 * @inset: how far below its upper edge the lines begin
 * @leading: from one base line to the next in a row's cells
 * @grey: how light its ink is, 0 for black
 * @cells: (element-type YcCell): a row's cells
 * @head: (nullable): for a row, the row to repeat above it on a new page
 * @draw: draws a figure
 * @figure: (nullable): what it draws
 * @free_figure: (nullable): frees that with the box
 * @page: the page it went to, from 0
 * @y: its upper edge from the page's upper edge
 */
struct _YcBox
{
  YcBoxKind  kind;
  double     height;
  gboolean   keep;
  GArray    *lines;
  double     inset;
  double     leading;
  double     grey;
  GArray    *cells;
  YcBox     *head;
  YcBoxDraw  draw;
  gpointer   figure;
  GDestroyNotify free_figure;
  guint      page;
  double     y;
};

/**
 * YcRepeat:
 * @head: a table's head
 * @page: a page where it stands again
 * @y: its upper edge there
 */
typedef struct
{
  YcBox  *head;
  guint   page;
  double  y;
} YcRepeat;

/**
 * YcFlow:
 * @boxes: (element-type YcBox): in their order
 * @repeats: (element-type YcRepeat): heads that were repeated
 * @n_pages: set by yc_flow_paginate()
 */
typedef struct
{
  GPtrArray *boxes;
  GArray    *repeats;
  guint      n_pages;
} YcFlow;

YcFlow   *yc_flow_new       (void);
void      yc_flow_free      (YcFlow     *self);
YcBox    *yc_flow_add       (YcFlow     *self,
                             YcBoxKind   kind,
                             double      height);
void      yc_flow_add_gap   (YcFlow     *self,
                             double      height);
void      yc_flow_add_lines (YcFlow     *self,
                             GArray     *lines,
                             double      leading,
                             double      grey);
void      yc_flow_keep_last (YcFlow     *self,
                             guint       boxes);
gboolean  yc_flow_paginate  (YcFlow     *self,
                             double      top,
                             double      bottom,
                             GError    **error);
void      yc_flow_draw_page (YcFlow     *self,
                             YcSheetInk *ink,
                             cairo_t    *cr,
                             guint       page,
                             double      left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFlow, yc_flow_free)

G_END_DECLS
