/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate that is looked at: its pages, and what its seal is worth. */
#include "yc-certificates-preview.h"

#include "yc-children.h"
#include "yc-error-words.h"
#include "yc-preview-view.h"

#include <glib/gi18n-lib.h>

struct _YcCertificatesPreview
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcIssuedCertificate *certificate;
  YcPreviewView *view;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YcCertificatesPreview, yc_certificates_preview, GTK_TYPE_WIDGET)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcCertificatesPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = yc_desk_load_certificate_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf != NULL)
    yc_preview_view_set_pdf (self->view, pdf, YC_DOCUMENT_OURS);
  else
    yc_preview_view_set_error (self->view, yc_error_words_title (error),
                               yc_error_words_way_out (error));
}

static void
stop (YcCertificatesPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (YcCertificatesPreview *self)
{
  stop (self);
  if (self->certificate == NULL)
    {
      yc_preview_view_set_pdf (self->view, NULL, YC_DOCUMENT_OURS);
      return;
    }
  self->cancellable = g_cancellable_new ();
  yc_preview_view_set_loading (self->view);
  yc_desk_load_certificate_async (self->desk,
                                  yc_issued_certificate_get_case_id (self->certificate),
                                  yc_issued_certificate_get_serial (self->certificate),
                                  self->cancellable, loaded_cb, g_object_ref (self));
}

static void
yc_certificates_preview_dispose (GObject *object)
{
  YcCertificatesPreview *self = YC_CERTIFICATES_PREVIEW (object);

  stop (self);
  g_clear_object (&self->certificate);
  g_clear_object (&self->desk);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_certificates_preview_parent_class)->dispose (object);
}

static void
yc_certificates_preview_class_init (YcCertificatesPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_certificates_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
yc_certificates_preview_init (YcCertificatesPreview *self)
{
  self->view = YC_PREVIEW_VIEW (yc_preview_view_new ());
  yc_preview_view_set_empty_words (self->view, _ ("No certificate is chosen"),
                                   _ ("Choose one on the left with the arrow keys."));
  g_signal_connect_swapped (self->view, "retry", G_CALLBACK (load), self);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
}

GtkWidget *
yc_certificates_preview_new (void)
{
  return g_object_new (YC_TYPE_CERTIFICATES_PREVIEW, NULL);
}

void
yc_certificates_preview_set_desk (YcCertificatesPreview *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_CERTIFICATES_PREVIEW (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  yc_preview_view_show_seal_for_desk (self->view, desk);
  load (self);
}

void
yc_certificates_preview_set_certificate (YcCertificatesPreview *self,
                                         YcIssuedCertificate   *certificate)
{
  g_return_if_fail (YC_IS_CERTIFICATES_PREVIEW (self));

  g_set_object (&self->certificate, certificate);
  load (self);
}
