/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes a certificate's sheet: template and data become the pages of a PDF. */
#include "yc-certificate-composer.h"
#include "yc-certificate-error.h"
#include "yc-sheet-body-private.h"
#include "yc-sheet-closing-private.h"
#include "yc-sheet-frame-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "yc-json.h"

#define SAMPLE_NOTE "样例印章"

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (YcSheetBody *self, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (self->marks->issued_at);
  g_autofree char *time = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *subject = g_strdup_printf ("证明编号 %s", self->marks->serial);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  yc_certificate_template_get_title (self->template_));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->marks->issuer);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Yichuang");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static gboolean
draw_pages (YcSheetBody *self, YcSheetInk *ink, cairo_t *cr, GError **error)
{
  guint months = yc_certificate_template_get_valid_months (self->template_);
  g_autofree char *until =
      months > 0 ? yc_sheet_body_format_day (self->marks->issued_at, months) : NULL;
  YcSheetFrame frame = {
    .context = self->context,
    .ink = ink,
    .marks = self->marks,
    .title = yc_certificate_template_get_title (self->template_),
    .valid_until = until,
    .n_pages = self->flow->n_pages,
  };

  for (guint page = 0; page < self->flow->n_pages; page++)
    {
      yc_sheet_frame_draw_under (&frame, cr);
      yc_flow_draw_page (self->flow, ink, cr, page, YC_PAGE_LEFT);
      if (!yc_sheet_frame_draw (&frame, cr, page, error))
        return FALSE;
      cairo_show_page (cr);
    }

  return TRUE;
}

/* Goes through all that will be drawn, for the fonts' sake. */
static gboolean
gather_characters (YcSheetBody *self, YcSheetInk *ink, GError **error)
{
  cairo_surface_t *nowhere = cairo_image_surface_create (CAIRO_FORMAT_A1, 0, 0);
  cairo_t *cr = cairo_create (nowhere);
  gboolean drawn = draw_pages (self, ink, cr, error);

  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  yc_sheet_ink_close (ink);

  return drawn;
}

static GBytes *
write_pdf (YcSheetBody *self, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new (65536);
  g_autoptr (YcSheetInk) ink = yc_sheet_ink_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  gboolean drawn;

  if (!gather_characters (self, ink, error))
    return NULL;
  surface = cairo_pdf_surface_create_for_stream (write_cb, out, YC_PAGE_WIDTH, YC_PAGE_HEIGHT);
  cr = cairo_create (surface);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  drawn = draw_pages (self, ink, cr, error);
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

/* The seal shows the issuer's name in full, or there is no seal. */
static gboolean
check_issuer (YcSheetBody *self, GError **error)
{
  if (*self->marks->issuer == '\0')
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_VALUE,
                           _("The issuer of the certificate has no name"));
      return FALSE;
    }

  return yc_sheet_check_text (self->context, self->marks->issuer, error);
}

static GBytes *
compose (YcCertificateTemplate     *template_,
         JsonObject                *data,
         const YcCertificateMarks  *marks,
         YcCertificateSeal        **seal,
         GError                   **error)
{
  g_auto (YcSheetBody) self = { template_ };
  g_autoptr (GBytes) pdf = NULL;

  self.data = yc_json_object_node (json_object_ref (data));
  self.marks = marks;
  self.context = yc_sheet_create_context ();
  if (!check_issuer (&self, error))
    return NULL;
  if (!yc_sheet_body_fill (&self, error))
    return NULL;

  pdf = write_pdf (&self, error);
  if (pdf != NULL && seal != NULL)
    *seal = yc_sheet_closing_make_seal (self.closing, self.context, marks->issuer,
                                        marks->sample ? SAMPLE_NOTE : NULL);

  return g_steal_pointer (&pdf);
}

GBytes *
yc_certificate_compose (YcCertificateTemplate     *template_,
                        JsonObject                *data,
                        const YcCertificateMarks  *marks,
                        YcCertificateSeal        **seal,
                        GError                   **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (template_), NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (marks != NULL && marks->serial != NULL && marks->verify_url != NULL, NULL);
  g_return_val_if_fail (marks->issuer != NULL && marks->issued_at != NULL, NULL);

  locker = yc_sheet_lock ();

  return compose (template_, data, marks, seal, error);
}
