/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The seal's insides, for the composer that draws it and the signature that shows it. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

#include "yc-certificate-seal.h"

G_BEGIN_DECLS

/**
 * YC_SEAL_DIAMETER:
 *
 * A village committee's seal is 40 mm wide; in points.
 */
#define YC_SEAL_DIAMETER (40.0 * 72.0 / 25.4)

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

YcCertificateSeal *yc_certificate_seal_new (PangoContext     *context,
                                            const char       *issuer,
                                            const char       *note,
                                            guint             page,
                                            double            x,
                                            double            y,
                                            const YcSealText *texts,
                                            guint             n_texts);

G_END_DECLS
