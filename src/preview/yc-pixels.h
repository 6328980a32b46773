/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rendered page: plain pixels, for any toolkit. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_PIXELS (yc_pixels_get_type ())

/**
 * YcPixels:
 * @bytes: premultiplied ARGB, 32 bits a pixel in the machine's byte order (as cairo's ARGB32 and
 *     GDK_MEMORY_DEFAULT); opaque
 * @width: pixels
 * @height: pixels
 * @stride: bytes from one row to the next
 * @scale: pixels per point that were really used
 *
 * Read-only and reference counted; may be handed between threads.
 */
typedef struct
{
  GBytes *bytes;
  guint   width;
  guint   height;
  gsize   stride;
  double  scale;
} YcPixels;

GType     yc_pixels_get_type (void);
/* Takes @bytes (transfer full). */
YcPixels *yc_pixels_new      (GBytes *bytes, guint width, guint height, gsize stride, double scale);
YcPixels *yc_pixels_ref      (YcPixels *self);
void      yc_pixels_unref    (YcPixels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPixels, yc_pixels_unref)

G_END_DECLS
