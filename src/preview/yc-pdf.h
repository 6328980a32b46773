/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF library, called in the worker's thread only. Private to this room. */
#pragma once

#include <poppler.h>

#include "yc-pixels.h"

G_BEGIN_DECLS

typedef struct
{
  double width; /* points */
  double height;
} YcPdfSize;

/* @sizes: (element-type YcPdfSize) (out): one for each page. Errors: YC_PREVIEW_ERROR. */
PopplerDocument *yc_pdf_load   (GBytes *pdf, GArray **sizes, GError **error);
YcPixels        *yc_pdf_render (PopplerDocument *document, guint page, double scale,
                                GError **error);
char            *yc_pdf_text   (PopplerDocument *document, guint page, GError **error);

G_END_DECLS
