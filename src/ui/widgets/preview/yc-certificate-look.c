/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate as it will be, looked at before it is issued: every page says 预览无效, and there is nothing
 * that prints it. */
#include "yc-certificate-look.h"

#include "yc-certificate-paper.h"
#include "yc-children.h"
#include "yc-preview-view.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

#define WIDTH 760
#define HEIGHT 500

struct _YcCertificateLook
{
  GtkWidget parent_instance;

  YcDesk        *desk;
  JsonNode      *request;
  YcPreviewView *preview;
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (YcCertificateLook, yc_certificate_look, GTK_TYPE_WIDGET)

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YcCertificateLook *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = yc_certificate_paper_set_finish (result, &error);

  /* The sheet is closed already. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf != NULL)
    yc_preview_view_set_pdf (self->preview, pdf, YC_DOCUMENT_OURS);
  else
    yc_preview_view_set_error (self->preview, _ ("The certificate cannot be set like this"),
                               g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
                                   ? error->message
                                   : _ ("Try again. If it stays so, call the administrator; the "
                                        "work itself can go on."));
}

static void
set (YcCertificateLook *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  yc_preview_view_set_loading (self->preview);
  yc_certificate_paper_set_async (self->desk, self->request, self->cancellable, set_cb, self);
}

static gboolean
yc_certificate_look_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (YC_CERTIFICATE_LOOK (widget)->preview),
                                 GTK_DIR_TAB_FORWARD);
}

static void
yc_certificate_look_dispose (GObject *object)
{
  YcCertificateLook *self = YC_CERTIFICATE_LOOK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->request, json_node_unref);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_certificate_look_parent_class)->dispose (object);
}

static void
yc_certificate_look_class_init (YcCertificateLookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_certificate_look_dispose;
  widget_class->grab_focus = yc_certificate_look_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_certificate_look_init (YcCertificateLook *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *note = gtk_label_new (
      _ ("As it will be when it is issued. This is a preview and worth nothing: it has no number, no "
         "QR code and no seal yet."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_parent (note, GTK_WIDGET (self));

  self->preview = YC_PREVIEW_VIEW (yc_preview_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), WIDTH, HEIGHT);
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), TRUE);
  g_signal_connect_swapped (self->preview, "retry", G_CALLBACK (set), self);
  gtk_widget_set_parent (GTK_WIDGET (self->preview), GTK_WIDGET (self));
}

gboolean
yc_certificate_look_present (GtkWidget  *over,
                             YcDesk     *desk,
                             JsonNode   *request,
                             const char *complaint)
{
  YcCertificateLook *self;

  g_return_val_if_fail (YC_IS_DESK (desk), FALSE);

  if (request == NULL)
    return FALSE;
  self = g_object_new (YC_TYPE_CERTIFICATE_LOOK, NULL);
  self->desk = g_object_ref (desk);
  self->request = json_node_ref (request);
  yc_sheet_present (yc_sheet_new (_ ("Preview of the certificate"), GTK_WIDGET (self)), over);
  if (complaint != NULL)
    yc_preview_view_set_error (self->preview, _ ("The certificate cannot be set like this"),
                               complaint);
  else
    set (self);

  return TRUE;
}
