/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on every page around the text: foot with number and QR code, head, 演练 mark. */
#pragma once

#include "yc-certificate-composer.h"
#include "yc-sheet-text.h"

G_BEGIN_DECLS

/**
 * YcSheetFrame:
 * @context: for its text
 * @ink: to draw it with
 * @page: the paper
 * @marks: the certificate's marks
 * @title: the certificate's title
 * @valid_until: (nullable): the last day of validity, as shown
 * @n_pages: how many pages the sheet has
 * @has_qr: whether the QR code stands elsewhere
 * @is_notice: whether the foot has neither code nor number
 * @footer_left: (nullable): words for the lower left corner
 * @footer_right: (nullable): words for the lower right corner
 */
typedef struct
{
  PangoContext             *context;
  YcSheetInk               *ink;
  const YcSheetPage        *page;
  const YcCertificateMarks *marks;
  const char               *title;
  const char               *valid_until;
  guint                     n_pages;
  gboolean                  has_qr;
  gboolean                  is_notice;
  const char               *footer_left;
  const char               *footer_right;
} YcSheetFrame;

void     yc_sheet_frame_draw_under (const YcSheetFrame  *self,
                                    cairo_t             *cr);
gboolean yc_sheet_frame_draw       (const YcSheetFrame  *self,
                                    cairo_t             *cr,
                                    guint                page,
                                    GError             **error);

G_END_DECLS
