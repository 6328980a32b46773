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
is_size_good (gsize width, gsize height)
{
  return width > 0 && height > 0 && width <= MAX_PIXELS && height <= MAX_PIXELS / width;
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
  if (!is_size_good (info->image_width, info->image_height) || info->num_components > 3)
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
                                               get_big_endian (reader.data + PNG_HEIGHT)))
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
                         _("A photo must be a JPEG or PNG file of at most four million pixels"));

  return picture;
}
