/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF library, called in the page server only. */
#include "yc-pdf.h"

#include <math.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "yc-document.h"
#include "yc-preview-error.h"
#include "yc-shared-memory.h"

/* Newer versions of the library define this for their own names, older ones do not. */
typedef PopplerDocument PdfDocument;
typedef PopplerPage PdfPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

#define MAX_SIDE 16384 /* pixels; what textures of common machines take */

PopplerDocument *
yc_pdf_open (GBytes  *pdf,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &local_error);

  if (document != NULL)
    return document;
  if (g_error_matches (local_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_ENCRYPTED,
                         _("The document is protected by a password."));
  else
    g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_DAMAGED,
                         _("The document is damaged and cannot be shown."));
  return NULL;
}

static PopplerPage *
open_page (PopplerDocument *document,
           guint            page,
           GError         **error)
{
  PopplerPage *opened = NULL;

  if (page < (guint) poppler_document_get_n_pages (document))
    opened = poppler_document_get_page (document, (int) page);
  if (opened == NULL)
    g_set_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_NO_PAGE,
                 _("Page %u of the document cannot be read."), page + 1);
  return opened;
}

static gboolean
measure_page (PopplerDocument *document,
              guint            page,
              YcPdfSize       *size,
              GError         **error)
{
  g_autoptr (PdfPage) opened = open_page (document, page, error);

  if (opened == NULL)
    return FALSE;
  poppler_page_get_size (opened, &size->width, &size->height);
  /* Written so that it catches what is not a number, too. */
  if (size->width > 0 && size->height > 0 && size->width <= YC_DOCUMENT_MAX_PAGE_SIZE &&
      size->height <= YC_DOCUMENT_MAX_PAGE_SIZE)
    return TRUE;
  g_set_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_TOO_LARGE,
               _("Page %u of the document has an impossible size."), page + 1);
  return FALSE;
}

GArray *
yc_pdf_measure (PopplerDocument *document,
                GError         **error)
{
  int n_pages = poppler_document_get_n_pages (document);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (YcPdfSize));

  if (n_pages < 1)
    {
      g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_DAMAGED,
                           _("The document has no pages."));
      return NULL;
    }
  if (n_pages > YC_DOCUMENT_MAX_PAGES)
    {
      g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_TOO_LARGE,
                           _("The document has too many pages to be shown."));
      return NULL;
    }
  for (int i = 0; i < n_pages; i++)
    {
      YcPdfSize size;

      if (!measure_page (document, (guint) i, &size, error))
        return NULL;
      g_array_append_val (sizes, size);
    }
  return g_steal_pointer (&sizes);
}

static double
bound_scale (double width,
             double height,
             double scale)
{
  double longest = MAX (width, height) * scale;
  double area;

  if (longest > MAX_SIDE)
    scale *= MAX_SIDE / longest;
  area = width * height * scale * scale;
  if (area > YC_DOCUMENT_MAX_PIXELS)
    scale *= sqrt (YC_DOCUMENT_MAX_PIXELS / area);
  return scale;
}

static void
draw_page (PopplerPage     *page,
           cairo_surface_t *surface,
           double           scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/* Draws into new memory, sealed afterwards. -1 if something fails. */
static int
draw_into_memory (PopplerPage        *page,
                  const YcPdfPicture *picture)
{
  gsize size = (gsize) picture->stride * picture->height;
  gpointer pixels;
  int fd = yc_shared_memory_new (size, &pixels, NULL);
  cairo_surface_t *surface;
  gboolean drawn;

  if (fd < 0)
    return -1;
  surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, (int) picture->width,
                                                 (int) picture->height, (int) picture->stride);
  draw_page (page, surface, picture->scale);
  drawn = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (yc_shared_memory_seal (fd, pixels, size, NULL) && drawn)
    return fd;
  close (fd);
  return -1;
}

gboolean
yc_pdf_render (PopplerDocument *document,
               guint            page,
               double           scale,
               YcPdfPicture    *picture,
               GError         **error)
{
  g_autoptr (PdfPage) opened = open_page (document, page, error);
  double width;
  double height;

  if (opened == NULL)
    return FALSE;
  poppler_page_get_size (opened, &width, &height);
  picture->scale = bound_scale (width, height, scale);
  picture->width = (guint) MAX (round (width * picture->scale), 1);
  picture->height = (guint) MAX (round (height * picture->scale), 1);
  picture->stride =
      (guint) cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, (int) picture->width);
  picture->fd = draw_into_memory (opened, picture);
  if (picture->fd >= 0)
    return TRUE;
  g_set_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_FAILED,
               _("Page %u of the document cannot be drawn."), page + 1);
  return FALSE;
}

char *
yc_pdf_text (PopplerDocument *document,
             guint            page,
             GError         **error)
{
  g_autoptr (PdfPage) opened = open_page (document, page, error);

  return opened != NULL ? poppler_page_get_text (opened) : NULL;
}

/* What lies behind a limit is not told: a page may repeat its text as often as it likes. */
static char *
cut (char *text)
{
  char *end = g_utf8_offset_to_pointer (text, MIN (g_utf8_strlen (text, -1), YC_PAGE_TEXT_MAX));

  *end = '\0';
  return text;
}

char *
yc_pdf_layout (PopplerDocument *document,
               guint            page,
               GArray         **areas,
               GError         **error)
{
  g_autoptr (PdfPage) opened = open_page (document, page, error);
  g_autofree char *text = opened != NULL ? poppler_page_get_text (opened) : NULL;
  g_autofree PopplerRectangle *places = NULL;
  g_autofree char *valid = NULL;
  guint n = 0;

  if (text == NULL)
    return NULL;
  valid = cut (g_utf8_make_valid (text, -1));
  poppler_page_get_text_layout (opened, &places, &n);
  n = MIN (n, (guint) g_utf8_strlen (valid, -1));
  *areas = g_array_sized_new (FALSE, FALSE, sizeof (YcPageArea), n);
  for (guint i = 0; i < n; i++)
    {
      const YcPageArea area = { (float) places[i].x1, (float) places[i].y1, (float) places[i].x2,
                                (float) places[i].y2 };

      g_array_append_val (*areas, area);
    }
  return g_steal_pointer (&valid);
}
