/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rendered page: plain pixels, for any toolkit. */
#include "yc-pixels.h"

typedef struct
{
  YcPixels        pixels; /* first: what the outside sees */
  gatomicrefcount ref_count;
} CountedPixels;

G_DEFINE_BOXED_TYPE (YcPixels, yc_pixels, yc_pixels_ref, yc_pixels_unref)

YcPixels *
yc_pixels_new (GBytes *bytes,
               guint   width,
               guint   height,
               gsize   stride,
               double  scale)
{
  CountedPixels *self = g_new0 (CountedPixels, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pixels.bytes = bytes;
  self->pixels.width = width;
  self->pixels.height = height;
  self->pixels.stride = stride;
  self->pixels.scale = scale;
  return &self->pixels;
}

YcPixels *
yc_pixels_ref (YcPixels *self)
{
  g_atomic_ref_count_inc (&((CountedPixels *) self)->ref_count);
  return self;
}

void
yc_pixels_unref (YcPixels *self)
{
  if (!g_atomic_ref_count_dec (&((CountedPixels *) self)->ref_count))
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}
