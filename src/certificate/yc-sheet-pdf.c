/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that draw themselves, written as a PDF. */
#include "yc-sheet-pdf.h"

#include "yc-certificate-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  guint           n_pages;
  YcSheetDrawPage draw;
  gpointer        user_data;
} Pages;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_fact (cairo_surface_t *surface, cairo_pdf_metadata_t fact, const char *words)
{
  if (words != NULL)
    cairo_pdf_surface_set_metadata (surface, fact, words);
}

static void
set_facts (cairo_surface_t *surface, const YcSheetFacts *facts)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (facts->made_at);
  g_autofree char *time = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  set_fact (surface, CAIRO_PDF_METADATA_TITLE, facts->title);
  set_fact (surface, CAIRO_PDF_METADATA_SUBJECT, facts->subject);
  set_fact (surface, CAIRO_PDF_METADATA_AUTHOR, facts->author);
  set_fact (surface, CAIRO_PDF_METADATA_CREATOR, "Yichuang");
  set_fact (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  set_fact (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static gboolean
draw_pages (const Pages *pages, YcSheetInk *ink, cairo_t *cr, GError **error)
{
  for (guint page = 0; page < pages->n_pages; page++)
    {
      if (!pages->draw (ink, cr, page, pages->user_data, error))
        return FALSE;
      cairo_show_page (cr);
    }

  return TRUE;
}

/* Goes through all that will be drawn, for the fonts' sake. */
static gboolean
gather_characters (const Pages *pages, YcSheetInk *ink, GError **error)
{
  cairo_surface_t *nowhere = cairo_image_surface_create (CAIRO_FORMAT_A1, 0, 0);
  cairo_t *cr = cairo_create (nowhere);
  gboolean drawn = draw_pages (pages, ink, cr, error);

  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  yc_sheet_ink_close (ink);

  return drawn;
}

/* The caller holds yc_sheet_lock(). Errors are YC_CERTIFICATE_ERROR and those of
 * @draw. */
GBytes *
yc_sheet_write_pdf (const YcSheetFacts  *facts,
                    guint                n_pages,
                    YcSheetDrawPage      draw,
                    gpointer             user_data,
                    GError             **error)
{
  const Pages pages = { n_pages, draw, user_data };
  const YcSheetPage *page = facts->page != NULL ? facts->page : &yc_sheet_page_a4;
  g_autoptr (GByteArray) out = g_byte_array_sized_new (65536);
  g_autoptr (YcSheetInk) ink = yc_sheet_ink_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  gboolean drawn;

  if (!gather_characters (&pages, ink, error))
    return NULL;
  surface = cairo_pdf_surface_create_for_stream (write_cb, out, page->width, page->height);
  cr = cairo_create (surface);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_facts (surface, facts);
  drawn = draw_pages (&pages, ink, cr, error);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_FAILED,
                   _("The certificate could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
