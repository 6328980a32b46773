/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF library, called in the worker's thread only. */
#include "yc-pdf.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "yc-document.h"
#include "yc-preview-error.h"

/* Newer versions of the library define this for their own names, older ones do not. */
typedef PopplerDocument PdfDocument;
typedef PopplerPage PdfPage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

#define MAX_SIDE 16384 /* pixels; what textures of common machines take */

static gboolean
check_bytes (GBytes  *pdf,
             GError **error)
{
  gsize size = g_bytes_get_size (pdf);

  if (size > YC_DOCUMENT_MAX_BYTES)
    g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_TOO_LARGE,
                         _("The document is too large to be shown."));
  else if (size == 0)
    g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_DAMAGED,
                         _("The document is empty."));
  else
    return TRUE;
  return FALSE;
}

static PopplerDocument *
open_document (GBytes  *pdf,
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

static GArray *
measure_pages (PopplerDocument *document,
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

static YcPixels *
wrap_surface (cairo_surface_t *surface,
              double           scale)
{
  guint width = (guint) cairo_image_surface_get_width (surface);
  guint height = (guint) cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  GBytes *bytes;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return yc_pixels_new (bytes, width, height, stride, scale);
}

PopplerDocument *
yc_pdf_load (GBytes  *pdf,
             GArray **sizes,
             GError **error)
{
  g_autoptr (PdfDocument) document = NULL;

  if (!check_bytes (pdf, error))
    return NULL;
  document = open_document (pdf, error);
  if (document == NULL)
    return NULL;
  *sizes = measure_pages (document, error);
  return *sizes != NULL ? g_steal_pointer (&document) : NULL;
}

YcPixels *
yc_pdf_render (PopplerDocument *document,
               guint            page,
               double           scale,
               GError         **error)
{
  g_autoptr (PdfPage) opened = open_page (document, page, error);
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;

  if (opened == NULL)
    return NULL;
  poppler_page_get_size (opened, &width, &height);
  scale = bound_scale (width, height, scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int) round (width * scale), 1),
                                        MAX ((int) round (height * scale), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (opened, cr);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return wrap_surface (surface, scale);
  g_set_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_FAILED,
               _("Page %u of the document cannot be drawn."), page + 1);
  cairo_surface_destroy (surface);
  return NULL;
}

char *
yc_pdf_text (PopplerDocument *document,
             guint            page,
             GError         **error)
{
  g_autoptr (PdfPage) opened = open_page (document, page, error);

  return opened != NULL ? poppler_page_get_text (opened) : NULL;
}
