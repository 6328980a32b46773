/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo for a sheet, read from bytes that came from outside. Only its pixels go on: a sheet that is
 * signed carries nothing that somebody else has put into a file. */
#include "yc-sheet-picture-private.h"
#include "yc-certificate-error.h"

#include <glib/gi18n-lib.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

/* As a data address, in bytes; and in pixels: a photo of 60 by 80 mm at 600 dots to the inch is less. */
#define MAX_TEXT (8 * 1024 * 1024)
#define MAX_PIXELS (4 * 1024 * 1024)
/* A telephone's camera; a JPEG is read as small as it has to be. */
#define MAX_JPEG_PIXELS (16 * 1024 * 1024)
#define MAX_JPEG_DENOMINATOR 8
/* On paper, to the point. */
#define DOTS (300.0 / 72.0)
/* Width and height stand at fixed places of a PNG's first chunk. */
#define PNG_HEAD 24
#define PNG_WIDTH 16
#define PNG_HEIGHT 20

typedef struct
{
  struct jpeg_error_mgr manager;
  jmp_buf               out;
} JpegError;

typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         at;
} Reader;

static void
leave_cb (j_common_ptr info)
{
  JpegError *trouble = (JpegError *) (void *) info->err;

  longjmp (trouble->out, 1);
}

static void
be_quiet_cb (G_GNUC_UNUSED j_common_ptr info)
{
}

static gboolean
is_size_good (gsize width, gsize height, gsize most)
{
  return width > 0 && height > 0 && width <= most && height <= most / width;
}

/* A half, a quarter or an eighth of its size if the whole is too large. */
static gboolean
choose_size (struct jpeg_decompress_struct *info)
{
  if (!is_size_good (info->image_width, info->image_height, MAX_JPEG_PIXELS))
    return FALSE;
  info->scale_num = 1;
  info->scale_denom = 1;
  jpeg_calc_output_dimensions (info);
  while (!is_size_good (info->output_width, info->output_height, MAX_PIXELS) &&
         info->scale_denom < MAX_JPEG_DENOMINATOR)
    {
      info->scale_denom *= 2;
      jpeg_calc_output_dimensions (info);
    }

  return TRUE;
}

static void
copy_row (cairo_surface_t *picture, guint y, const guint8 *row, guint n_components)
{
  guint width = (guint) cairo_image_surface_get_width (picture);
  guint8 *start = cairo_image_surface_get_data (picture) +
                  (gsize) y * (gsize) cairo_image_surface_get_stride (picture);
  guint32 *pixels = (guint32 *) (void *) start;

  for (guint x = 0; x < width; x++)
    {
      const guint8 *p = row + (gsize) x * n_components;
      guint8 green = n_components == 3 ? p[1] : p[0];
      guint8 blue = n_components == 3 ? p[2] : p[0];

      pixels[x] = 0xff000000u | (guint32) p[0] << 16 | (guint32) green << 8 | blue;
    }
}

/* Jumps out of here on any mistake in the data: nothing is owned by this frame. */
static void
decode_jpeg (struct jpeg_decompress_struct *info, GBytes *bytes, cairo_surface_t **picture,
             guint8 **row)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  jpeg_create_decompress (info);
  jpeg_mem_src (info, data, size);
  jpeg_read_header (info, TRUE);
  if (!choose_size (info) || info->num_components > 3)
    return;
  info->out_color_space = info->num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_start_decompress (info);

  *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) info->output_width,
                                         (int) info->output_height);
  *row = g_malloc ((gsize) info->output_width * (gsize) info->output_components);
  while (info->output_scanline < info->output_height)
    {
      guint y = info->output_scanline;

      jpeg_read_scanlines (info, row, 1);
      copy_row (*picture, y, *row, (guint) info->output_components);
    }
  cairo_surface_mark_dirty (*picture);
  jpeg_finish_decompress (info);
}

/* NULL when it is none, or too large. What is cut off keeps the lines that are there. */
static cairo_surface_t *
read_jpeg (GBytes *bytes)
{
  struct jpeg_decompress_struct info = { 0 };
  JpegError trouble;
  cairo_surface_t *volatile picture = NULL;
  guint8 *volatile row = NULL;

  info.err = jpeg_std_error (&trouble.manager);
  trouble.manager.error_exit = leave_cb;
  trouble.manager.output_message = be_quiet_cb;
  if (setjmp (trouble.out) == 0)
    decode_jpeg (&info, bytes, (cairo_surface_t **) &picture, (guint8 **) &row);
  else
    g_clear_pointer ((cairo_surface_t **) &picture, cairo_surface_destroy);
  jpeg_destroy_decompress (&info);
  g_free (row);

  return picture;
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->size - reader->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->at, length);
  reader->at += length;

  return CAIRO_STATUS_SUCCESS;
}

static gsize
get_big_endian (const guint8 *p)
{
  return (gsize) p[0] << 24 | (gsize) p[1] << 16 | (gsize) p[2] << 8 | p[3];
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  Reader reader = { 0 };
  cairo_surface_t *picture;

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size < PNG_HEAD || !is_size_good (get_big_endian (reader.data + PNG_WIDTH),
                                               get_big_endian (reader.data + PNG_HEIGHT),
                                               MAX_PIXELS))
    return NULL;
  picture = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    return picture;
  cairo_surface_destroy (picture);

  return NULL;
}

static cairo_surface_t *
read_typed (const char *type, const char *base64)
{
  gsize size;
  guint8 *data = g_base64_decode (base64, &size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

  return g_str_equal (type, "image/png") ? read_png (bytes) : read_jpeg (bytes);
}

/* Reads "data:image/jpeg;base64,…" or the same of a PNG; (transfer full). */
cairo_surface_t *
yc_sheet_picture_read (const char *data_uri, GError **error)
{
  static const char *const types[] = { "image/jpeg", "image/png" };
  cairo_surface_t *picture = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (types) && strlen (data_uri) <= MAX_TEXT; i++)
    {
      g_autofree char *head = g_strconcat ("data:", types[i], ";base64,", NULL);

      if (g_str_has_prefix (data_uri, head))
        picture = read_typed (types[i], data_uri + strlen (head));
    }
  if (picture == NULL)
    g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_VALUE,
                         _("A photo must be a JPEG file of at most 16 million pixels, or a PNG file of at "
                           "most four million"));

  return picture;
}

/* Takes @picture, and gives it back no larger than what can be seen on paper: @width by @height points at
 * 300 dots per inch. A sheet that is sent by e-mail need not carry a camera's every pixel. */
cairo_surface_t *
yc_sheet_picture_shrink (cairo_surface_t *picture, double width, double height)
{
  int old_width = cairo_image_surface_get_width (picture);
  int old_height = cairo_image_surface_get_height (picture);
  double scale = MIN (width * DOTS / old_width, height * DOTS / old_height);
  cairo_surface_t *small;
  cairo_t *cr;

  if (scale >= 1.0)
    return picture;
  small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) (old_width * scale)),
                                      MAX (1, (int) (old_height * scale)));
  cr = cairo_create (small);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);

  return small;
}
