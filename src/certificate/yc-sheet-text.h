/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese text set into lines for a sheet of paper. All lengths in points. */
#pragma once

#include "yc-sheet-ink.h"
#include "yc-sheet-page.h"

G_BEGIN_DECLS

/**
 * YcSheetFace:
 * @YC_FACE_SONG: 宋体, what sheets are set in unless they say otherwise
 * @YC_FACE_FANGSONG: 仿宋, for the text of official documents
 * @YC_FACE_HEI: 黑体
 */
typedef enum
{
  YC_FACE_SONG,
  YC_FACE_FANGSONG,
  YC_FACE_HEI,
} YcSheetFace;

/**
 * YcTextRange:
 * @start: first byte
 * @end: the byte behind the last
 *
 * A part of a text.
 */
typedef struct
{
  guint start;
  guint end;
} YcTextRange;

typedef enum
{
  YC_SHEET_LEFT = 1,
  YC_SHEET_CENTRE,
  YC_SHEET_RIGHT,
  YC_SHEET_JUSTIFIED,
} YcSheetAlign;

/**
 * YcSheetFont:
 * @size: em size in points
 * @leading: from one base line to the next
 * @bold: heavy or regular
 * @spacing: added between characters
 * @markup: whether the text is in Pango's markup, without spacing
 * @face: the typeface
 * @wholes: (nullable) (element-type YcTextRange): names and other parts of the text of which none is set
 *   in two typefaces, when @face lacks a character of it
 */
typedef struct
{
  double   size;
  double   leading;
  gboolean bold;
  double   spacing;
  gboolean markup;
  YcSheetFace face;
  const GArray *wholes;
} YcSheetFont;

/**
 * YcSheetLine:
 * @layout: keeps the line's text
 * @line: the line; its first base line point is (@x, @baseline) from where the text was put
 */
typedef struct
{
  PangoLayout     *layout;
  PangoLayoutLine *line;
  double           x;
  double           baseline;
} YcSheetLine;

GMutexLocker *yc_sheet_lock           (void);
PangoContext *yc_sheet_create_context (void);
GArray       *yc_sheet_set_text       (PangoContext       *context,
                                       const char         *text,
                                       const YcSheetFont  *font,
                                       YcSheetAlign        align,
                                       double              indent,
                                       double              width,
                                       GError            **error);
gboolean      yc_sheet_check_text     (PangoContext       *context,
                                       const char         *text,
                                       GError            **error);
GArray       *yc_sheet_new_lines      (void);
double        yc_sheet_line_width     (const YcSheetLine  *line);
void          yc_sheet_draw_lines     (YcSheetInk         *ink,
                                       cairo_t            *cr,
                                       GArray             *lines,
                                       double              x,
                                       double              y);

G_END_DECLS
