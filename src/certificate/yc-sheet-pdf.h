/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that draw themselves, written as a PDF. All lengths in points. */
#pragma once

#include "yc-sheet-ink.h"
#include "yc-sheet-page.h"

G_BEGIN_DECLS

/**
 * YcSheetDrawPage:
 * @ink: to draw text with
 * @cr: the page
 * @page: its number, from 0
 * @user_data: the caller's
 * @error: return location
 *
 * Draws one page. Called twice for each: once for the fonts, once for the PDF.
 *
 * Returns: whether it could be drawn
 */
typedef gboolean (*YcSheetDrawPage) (YcSheetInk  *ink,
                                     cairo_t     *cr,
                                     guint        page,
                                     gpointer     user_data,
                                     GError     **error);

/**
 * YcSheetFacts:
 * @page: (nullable): its paper; A4 upright for %NULL
 * @title: the document's title
 * @subject: (nullable): what it is about
 * @author: (nullable): who made it
 * @made_at: when
 */
typedef struct
{
  const YcSheetPage *page;
  const char *title;
  const char *subject;
  const char *author;
  GDateTime  *made_at;
} YcSheetFacts;

GBytes *yc_sheet_write_pdf (const YcSheetFacts  *facts,
                            guint                n_pages,
                            YcSheetDrawPage      draw,
                            gpointer             user_data,
                            GError             **error);

G_END_DECLS
