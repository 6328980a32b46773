/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF library, called in the page server only. Private to this room. */
#pragma once

#include <poppler.h>

#include "yc-page-text.h"

G_BEGIN_DECLS

typedef struct
{
  double width; /* points */
  double height;
} YcPdfSize;

/* A drawn page: premultiplied ARGB in native byte order, in sealed memory that the caller closes. */
typedef struct
{
  int    fd;
  guint  width; /* pixels */
  guint  height;
  guint  stride; /* bytes */
  double scale;
} YcPdfPicture;

/* Errors of all: YC_PREVIEW_ERROR. */
PopplerDocument *yc_pdf_open    (GBytes           *pdf,
                                 GError          **error);
/* Returns: (element-type YcPdfSize): one for each page */
GArray          *yc_pdf_measure (PopplerDocument  *document,
                                 GError          **error);
gboolean         yc_pdf_render  (PopplerDocument  *document,
                                 guint             page,
                                 double            scale,
                                 YcPdfPicture     *picture,
                                 GError          **error);
char            *yc_pdf_text    (PopplerDocument  *document,
                                 guint             page,
                                 GError          **error);
/* Returns: (transfer full): likewise; @areas: (out) (transfer full) (element-type YcPageArea): of
 * its characters, those that are known */
char            *yc_pdf_layout  (PopplerDocument  *document,
                                 guint             page,
                                 GArray          **areas,
                                 GError          **error);

G_END_DECLS
