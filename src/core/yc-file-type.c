/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by its content: names and what a program says of a file are not believed. */
#include "yc-file-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-core-error.h"

/* PNG, third edition: a signature, then chunks of length, name, content and checksum. */
#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define PNG_SIGNATURE_BYTES 8
#define PNG_CHUNK_BYTES 12
#define PNG_HEAD_BYTES 13

/* ITU-T T.81, annex B: segments that begin with 0xff and a marker. */
#define JPEG_START 0xd8
#define JPEG_END 0xd9
#define JPEG_SCAN 0xda
#define JPEG_FIRST_FRAME 0xc0
#define JPEG_LAST_FRAME 0xcf

/* A PDF ends with its mark, give or take what scanners write behind it. */
#define PDF_END "%%EOF"
#define PDF_TAIL_BYTES 2048

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_FILE_DAMAGED,
                       _("The file is damaged or breaks off."));
  return FALSE;
}

static gboolean
check_picture (guint32   width,
               guint32   height,
               GError  **error)
{
  if (width == 0 || height == 0)
    return fail_damaged (error);
  if (width <= YC_FILE_TYPE_MAX_SIDE && height <= YC_FILE_TYPE_MAX_SIDE &&
      (guint64) width * height <= YC_FILE_TYPE_MAX_PIXELS)
    return TRUE;
  g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_FILE_TOO_LARGE,
               _("The picture has %u × %u pixels: scan it with fewer dots an inch."), width,
               height);
  return FALSE;
}

static guint32
read_32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static guint32
read_16 (const guint8 *data)
{
  return (guint32) data[0] << 8 | data[1];
}

static gboolean
check_png (const guint8  *data,
           gsize          length,
           GError       **error)
{
  gsize at = PNG_SIGNATURE_BYTES;

  if (length < at + PNG_CHUNK_BYTES + PNG_HEAD_BYTES || read_32 (data + at) != PNG_HEAD_BYTES ||
      memcmp (data + at + 4, "IHDR", 4) != 0)
    return fail_damaged (error);
  if (!check_picture (read_32 (data + at + 8), read_32 (data + at + 12), error))
    return FALSE;
  while (length - at >= PNG_CHUNK_BYTES)
    {
      gsize content = read_32 (data + at);

      if (content > length - at - PNG_CHUNK_BYTES)
        break;
      if (memcmp (data + at + 4, "IEND", 4) == 0)
        return TRUE;
      at += PNG_CHUNK_BYTES + content;
    }
  return fail_damaged (error);
}

/* Of the frames' markers three mean something else (DHT, JPG, DAC). */
static gboolean
is_frame (guint8 marker)
{
  return marker >= JPEG_FIRST_FRAME && marker <= JPEG_LAST_FRAME && marker != 0xc4 &&
         marker != 0xc8 && marker != 0xcc;
}

static gboolean
check_jpeg (const guint8  *data,
            gsize          length,
            GError       **error)
{
  gsize at = 2;

  while (length - at >= 4 && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];
      gsize size = read_16 (data + at + 2);

      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (marker == JPEG_SCAN || marker == JPEG_END || size < 2 || size + 2 > length - at)
        break;
      if (is_frame (marker))
        return size >= 8 ? check_picture (read_16 (data + at + 7), read_16 (data + at + 5), error)
                         : fail_damaged (error);
      at += size + 2;
    }
  return fail_damaged (error);
}

static gboolean
check_pdf (const guint8  *data,
           gsize          length,
           GError       **error)
{
  gsize first = length > PDF_TAIL_BYTES ? length - PDF_TAIL_BYTES : 0;

  for (gsize at = first; length - at >= strlen (PDF_END); at++)
    if (memcmp (data + at, PDF_END, strlen (PDF_END)) == 0)
      return TRUE;
  return fail_damaged (error);
}

const char *
yc_file_type_find (gconstpointer data,
                   gsize         length)
{
  const guint8 *bytes = data;

  if (length >= PNG_SIGNATURE_BYTES && memcmp (bytes, PNG_SIGNATURE, PNG_SIGNATURE_BYTES) == 0)
    return YC_FILE_TYPE_PNG;
  if (length >= 3 && bytes[0] == 0xff && bytes[1] == JPEG_START && bytes[2] == 0xff)
    return YC_FILE_TYPE_JPEG;
  if (length >= 5 && memcmp (bytes, "%PDF-", 5) == 0)
    return YC_FILE_TYPE_PDF;
  return NULL;
}

const char *
yc_file_type_check (gconstpointer   data,
                    gsize           length,
                    GError        **error)
{
  const char *type = yc_file_type_find (data, length);
  gboolean sound = FALSE;

  if (type == NULL)
    g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_FILE_TYPE,
                         _("The file is neither a JPEG or PNG picture nor a PDF document."));
  else if (g_str_equal (type, YC_FILE_TYPE_PNG))
    sound = check_png (data, length, error);
  else if (g_str_equal (type, YC_FILE_TYPE_JPEG))
    sound = check_jpeg (data, length, error);
  else
    sound = check_pdf (data, length, error);
  return sound ? type : NULL;
}

const char *
yc_file_type_get_title (const char *type)
{
  if (g_strcmp0 (type, YC_FILE_TYPE_JPEG) == 0)
    return "JPEG";
  if (g_strcmp0 (type, YC_FILE_TYPE_PNG) == 0)
    return "PNG";
  if (g_strcmp0 (type, YC_FILE_TYPE_PDF) == 0)
    return "PDF";
  return type;
}
