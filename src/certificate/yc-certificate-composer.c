/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes a certificate's sheet: template and data become the pages of a PDF. */
#include "yc-certificate-composer.h"
#include "yc-certificate-error.h"
#include "yc-certificate-seal-private.h"
#include "yc-sheet-body-private.h"
#include "yc-sheet-closing-private.h"
#include "yc-sheet-frame.h"
#include "yc-sheet-pdf.h"

#include "yc-json.h"

static gboolean
is_notice (YcCertificateTemplate *template_)
{
  return yc_certificate_template_get_use (template_) == YC_TEMPLATE_NOTICE;
}

/* What the file says that it is about, beside its title. */
static char *
describe_subject (YcSheetBody *self)
{
  if (self->marks->purpose == YC_SHEET_PREVIEW)
    return g_strdup ("预览无效");
  if (is_notice (self->template_))
    return g_strdup (yc_certificate_template_get_title (self->template_));

  return g_strdup_printf ("证明编号 %s", self->marks->serial);
}

/* (transfer full) (nullable): the last day as the sheet names it */
static char *
format_last_day (const YcSheetBody *self)
{
  guint months = yc_certificate_template_get_valid_months (self->template_);

  if (self->marks->valid_until != NULL)
    return yc_sheet_body_format_day (self->marks->valid_until, 0);
  return months > 0 ? yc_sheet_body_format_day (self->marks->issued_at, months) : NULL;
}

static gboolean
draw_page (YcSheetInk *ink, cairo_t *cr, guint page, gpointer user_data, GError **error)
{
  YcSheetBody *self = user_data;
  g_autofree char *until = format_last_day (self);
  YcSheetFrame frame = {
    .context = self->context,
    .ink = ink,
    .page = yc_sheet_body_get_paper (self),
    .marks = self->marks,
    .title = yc_certificate_template_get_title (self->template_),
    .valid_until = until,
    .n_pages = self->flow->n_pages,
    .has_qr = self->has_qr,
    .is_notice = is_notice (self->template_),
    .footer_left = self->footer_left,
    .footer_right = self->footer_right,
  };

  yc_sheet_frame_draw_under (&frame, cr);
  if (self->marks->purpose == YC_SHEET_PREVIEW && page == self->closing->page)
    yc_sheet_closing_draw_place (self->closing, frame.page, YC_MM (self->seal->diameter_mm),
                                 cr);
  yc_flow_draw_page (self->flow, ink, cr, page, frame.page->left);

  return yc_sheet_frame_draw (&frame, cr, page, error);
}

static GBytes *
write_pdf (YcSheetBody *self, GError **error)
{
  g_autofree char *subject = describe_subject (self);
  const YcSheetFacts facts = {
    .page = yc_sheet_body_get_paper (self),
    .title = yc_certificate_template_get_title (self->template_),
    .subject = subject,
    .author = self->marks->issuer,
    .made_at = self->marks->issued_at,
  };

  return yc_sheet_write_pdf (&facts, self->flow->n_pages, draw_page, self, error);
}

static GBytes *
compose (YcCertificateTemplate     *template_,
         JsonObject                *data,
         const YcCertificateMarks  *marks,
         YcCertificateSeal        **seal,
         GError                   **error)
{
  g_auto (YcSheetBody) self = { template_ };
  g_autoptr (YcSealDesign) usual =
      yc_seal_design_new (marks->issuer, NULL, YC_SEAL_USUAL_MM,
                          marks->purpose == YC_SHEET_SAMPLE);
  g_autoptr (GBytes) pdf = NULL;

  self.data = yc_json_object_node (json_object_ref (data));
  self.marks = marks;
  self.seal = marks->seal != NULL ? marks->seal : usual;
  self.context = yc_sheet_create_context ();
  if (!yc_certificate_seal_check (self.context, self.seal, error) ||
      !yc_sheet_check_text (self.context, marks->issuer, error))
    return NULL;
  if (!yc_sheet_body_fill (&self, error))
    return NULL;

  pdf = write_pdf (&self, error);
  if (pdf != NULL && seal != NULL && marks->purpose != YC_SHEET_PREVIEW && !is_notice (template_))
    *seal = yc_sheet_closing_make_seal (self.closing, yc_sheet_body_get_paper (&self),
                                        self.context, self.seal);

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
  g_return_val_if_fail (marks != NULL && marks->purpose >= YC_SHEET_ISSUED, NULL);
  g_return_val_if_fail (marks->issuer != NULL && marks->issued_at != NULL, NULL);
  g_return_val_if_fail (marks->purpose == YC_SHEET_PREVIEW || is_notice (template_) ||
                          (marks->serial != NULL && marks->verify_url != NULL), NULL);

  locker = yc_sheet_lock ();

  return compose (template_, data, marks, seal, error);
}
