/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The seal's insides, for the composer that draws it and the signature that shows it. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

#include "yc-certificate-seal.h"
#include "yc-seal-design.h"

G_BEGIN_DECLS

/**
 * YcCertificateSeal:
 * @page: the page it is stamped on, from 0
 * @x: its left edge in points from the page's left edge
 * @y: its lower edge in points from the page's upper edge
 * @size: its width and height in points
 * @content: the drawing as a PDF content stream with the lower left corner as origin
 */
struct _YcCertificateSeal
{
  gatomicrefcount ref_count;

  guint           page;
  double          x;
  double          y;
  double          size;
  GBytes         *content;
};

/**
 * YcSealText:
 *
 * Black text that lies under the seal: drawn again over it, as real ink lets it show through.
 */
typedef struct
{
  PangoLayoutLine *line;
  double           x;
  double           baseline;
} YcSealText;

gboolean           yc_certificate_seal_check    (PangoContext        *context,
                                                 const YcSealDesign  *design,
                                                 GError             **error);
YcCertificateSeal *yc_certificate_seal_new      (PangoContext        *context,
                                                 const YcSealDesign  *design,
                                                 guint                page,
                                                 double               x,
                                                 double               y,
                                                 const YcSealText    *texts,
                                                 guint                n_texts);

GBytes            *yc_certificate_seal_pack     (const YcCertificateSeal *self,
                                                 GError             **error);

const char        *yc_seal_ink_get_note         (const YcSealDesign  *design);
GBytes            *yc_seal_ink_draw             (PangoContext        *context,
                                                 const YcSealDesign  *design);
cairo_t           *yc_seal_ink_create_drawing   (double               radius);
void               yc_seal_ink_append_path      (GString             *out,
                                                 cairo_t             *cr);

G_END_DECLS
