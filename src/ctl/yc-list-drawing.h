/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as a drawing: what stands where. */
#pragma once

#include "yc-catalog-folder.h"
#include "yc-list-graph.h"

G_BEGIN_DECLS

typedef enum
{
  YC_LIST_BOX_QUESTION = 1,
  YC_LIST_BOX_FACT,
  YC_LIST_BOX_ITEM,
  YC_LIST_BOX_NOTHING,
  YC_LIST_BOX_REFUSAL,
  YC_LIST_BOX_LIST,
  YC_LIST_BOX_DEAD_END,
} YcListBoxKind;

/* @lines: the answers that lead this way, each a line; @targets: (element-type guint) boxes;
 * @y: the middle of the lines */
typedef struct
{
  GStrv    lines;
  double   width;
  double   y;
  GArray  *targets;
} YcListBranch;

/* @reached: whether any answers lead there; @number: of the question, include or outcome in its list;
 * @x, @y: of the middle of the left side, in points; @out: where its ways leave it, behind the longest answer */
typedef struct
{
  YcListBoxKind  kind;
  guint          number;
  gboolean       reached;
  GStrv          code;
  GStrv          lines;
  GPtrArray     *branches;
  guint          column;
  double         x;
  double         y;
  double         width;
  double         height;
  double         out;
} YcListBox;

/* A level part of a line, from @x to @end. */
typedef struct
{
  double x;
  double end;
  double y;
} YcListStretch;

/* @boxes: (element-type YcListBox); @lines: (element-type GArray): from the answers to what they lead to, each of
 * YcListStretch, the last at the arrow's point */
typedef struct
{
  char      *title;
  GPtrArray *boxes;
  GPtrArray *lines;
  double     width;
  double     height;
} YcListDrawing;

#define YC_LIST_DRAWING_FONTS "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, sans-serif"
#define YC_LIST_DRAWING_TEXT 10.0
#define YC_LIST_DRAWING_LINE 14.0

/**
 * yc_list_drawing_new:
 * @list: a list
 * @graph: its ways, without trouble
 * @folder: (nullable): the catalog, for the names of items, lists and replacements
 * @error: return location for an error
 *
 * Sets the boxes: columns from left to right, so that all ways go to the right. A question
 * that several ways lead to is there once; what comes out, once beside each question that makes it sure. The same list gives the same drawing, as long as the fonts are the same.
 *
 * Returns: (transfer full): the drawing, %NULL with %G_IO_ERROR_NO_SPACE when it has too many boxes to
 *   be of use
 */
YcListDrawing *yc_list_drawing_new   (YcQuestionList   *list,
                                      YcListGraph      *graph,
                                      YcCatalogFolder  *folder,
                                      GError          **error);
void           yc_list_drawing_free  (YcListDrawing    *self);

/* (transfer full): as SVG, on A4 or what larger paper it takes to be read. */
char          *yc_list_drawing_write (YcListDrawing    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcListDrawing, yc_list_drawing_free)

G_END_DECLS
