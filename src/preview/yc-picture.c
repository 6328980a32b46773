/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scanned or photographed page, called in the page server only: a JPEG or PNG picture as the only
 * page of a document, turned as the camera was held. */
#include "yc-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <unistd.h>

#include "yc-core-error.h"
#include "yc-document.h"
#include "yc-file-type.h"
#include "yc-preview-error.h"
#include "yc-shared-memory.h"

/* A picture is shown as large as a sheet of A4, in points: what it says of its own size is seldom
 * true. */
#define LONG_SIDE 842.0

/* Beyond its own pixels a picture has nothing to show; so much is drawn all the same, so that a
 * small one need not be drawn larger by others. */
#define MAX_ENLARGEMENT 2.0

gboolean
yc_picture_is (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  const char *type = yc_file_type_find (data, size);

  return g_strcmp0 (type, YC_FILE_TYPE_JPEG) == 0 || g_strcmp0 (type, YC_FILE_TYPE_PNG) == 0;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_DAMAGED,
                       _("The picture is damaged and cannot be shown."));
  return FALSE;
}

/* Before anything decodes it: hundreds of bytes can unfold to gigabytes. */
static gboolean
check_outline (GBytes  *bytes,
               GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (yc_file_type_check (data, size, &local_error) != NULL)
    return TRUE;
  g_set_error_literal (error, YC_PREVIEW_ERROR,
                       g_error_matches (local_error, YC_CORE_ERROR, YC_CORE_ERROR_FILE_TOO_LARGE)
                           ? YC_PREVIEW_ERROR_TOO_LARGE
                           : YC_PREVIEW_ERROR_DAMAGED,
                       local_error->message);
  return FALSE;
}

static GdkPixbufLoader *
create_loader (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  const char *type = yc_file_type_find (data, size);

  return gdk_pixbuf_loader_new_with_mime_type (type, NULL);
}

/* (transfer full) (nullable): a picture that breaks off is none. */
static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = create_loader (bytes);
  GdkPixbuf *picture = NULL;
  gboolean whole;

  if (loader == NULL)
    return NULL;
  whole = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  if (whole)
    picture = gdk_pixbuf_loader_get_pixbuf (loader);
  return picture != NULL ? gdk_pixbuf_apply_embedded_orientation (picture) : NULL;
}

GdkPixbuf *
yc_picture_open (GBytes  *bytes,
                 GError **error)
{
  GdkPixbuf *picture;

  if (!check_outline (bytes, error))
    return NULL;
  picture = decode (bytes);
  if (picture == NULL)
    fail_damaged (error);
  return picture;
}

YcPdfSize
yc_picture_measure (GdkPixbuf *picture)
{
  double width = gdk_pixbuf_get_width (picture);
  double height = gdk_pixbuf_get_height (picture);
  double factor = LONG_SIDE / MAX (width, height);

  return (YcPdfSize) { .width = MAX (width * factor, 1), .height = MAX (height * factor, 1) };
}

/* On white; premultiplied ARGB in native byte order. */
static void
pack_row (const guint8 *from,
          guint32      *to,
          guint         width,
          guint         n_channels)
{
  for (guint x = 0; x < width; x++, from += n_channels)
    {
      guint alpha = n_channels == 4 ? from[3] : 255;
      guint white = (255 - alpha) * 255;

      to[x] = 0xff000000u | ((from[0] * alpha + white) / 255) << 16 |
              ((from[1] * alpha + white) / 255) << 8 | (from[2] * alpha + white) / 255;
    }
}

static int
pack_into_memory (GdkPixbuf          *scaled,
                  const YcPdfPicture *drawn)
{
  gsize size = (gsize) drawn->stride * drawn->height;
  guint n_channels = (guint) gdk_pixbuf_get_n_channels (scaled);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (scaled);
  const guint8 *from = gdk_pixbuf_read_pixels (scaled);
  gpointer pixels;
  int fd = yc_shared_memory_new (size, &pixels, NULL);

  if (fd < 0)
    return -1;
  for (guint y = 0; y < drawn->height; y++)
    pack_row (from + y * stride, (guint32 *) pixels + (gsize) y * drawn->width, drawn->width,
              n_channels);
  if (yc_shared_memory_seal (fd, pixels, size, NULL))
    return fd;
  close (fd);
  return -1;
}

static double
bound_scale (GdkPixbuf *picture,
             YcPdfSize  size,
             double     scale)
{
  double own = gdk_pixbuf_get_width (picture) / size.width;
  double area = size.width * size.height;

  scale = MIN (scale, own * MAX_ENLARGEMENT);
  return MIN (scale, sqrt (YC_DOCUMENT_MAX_PIXELS / area));
}

gboolean
yc_picture_render (GdkPixbuf     *picture,
                   double         scale,
                   YcPdfPicture  *drawn,
                   GError       **error)
{
  YcPdfSize size = yc_picture_measure (picture);
  g_autoptr (GdkPixbuf) scaled = NULL;

  drawn->scale = bound_scale (picture, size, scale);
  drawn->width = (guint) MAX (floor (size.width * drawn->scale), 1);
  drawn->height = (guint) MAX (floor (size.height * drawn->scale), 1);
  drawn->stride = drawn->width * sizeof (guint32);
  scaled = gdk_pixbuf_scale_simple (picture, (int) drawn->width, (int) drawn->height,
                                    GDK_INTERP_BILINEAR);
  drawn->fd = scaled != NULL ? pack_into_memory (scaled, drawn) : -1;
  return drawn->fd >= 0 || fail_damaged (error);
}
