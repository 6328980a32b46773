/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on every page around the text: foot with number and QR code, head, 演练 mark. */
#pragma once

#include "yc-certificate-composer.h"
#include "yc-sheet-text.h"

G_BEGIN_DECLS

#define YC_PAGE_WIDTH YC_MM (210)
#define YC_PAGE_HEIGHT YC_MM (297)
/* The margins of GB/T 9704, of which the foot takes some at the bottom. */
#define YC_PAGE_LEFT YC_MM (28)
#define YC_PAGE_RIGHT YC_MM (26)
#define YC_PAGE_BOTTOM YC_MM (254)
#define YC_TEXT_WIDTH (YC_PAGE_WIDTH - YC_PAGE_LEFT - YC_PAGE_RIGHT)

/**
 * YcSheetFrame:
 * @context: for its text
 * @ink: to draw it with
 * @marks: the certificate's marks
 * @title: the certificate's title
 * @valid_until: (nullable): the last day of validity, as shown
 * @n_pages: how many pages the sheet has
 */
typedef struct
{
  PangoContext             *context;
  YcSheetInk               *ink;
  const YcCertificateMarks *marks;
  const char               *title;
  const char               *valid_until;
  guint                     n_pages;
} YcSheetFrame;

void     yc_sheet_frame_draw_under (const YcSheetFrame  *self,
                                    cairo_t             *cr);
gboolean yc_sheet_frame_draw       (const YcSheetFrame  *self,
                                    cairo_t             *cr,
                                    guint                page,
                                    GError             **error);

G_END_DECLS
