/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the certificate that is looked at: its number and state, and what is done with
 * it. */
#include "yc-certificates-panel.h"

#include "yc-attachment-case.h"
#include "yc-children.h"
#include "yc-delivery-list.h"
#include "yc-print-panel.h"
#include "yc-verify-view.h"

#include <glib/gi18n-lib.h>

struct _YcCertificatesPanel
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcIssuedCertificate *certificate;
  GtkLabel *serial;
  YcPrintPanel *print;
  YcDeliveryList *deliveries;
  YcAttachmentCase *files;
};

G_DEFINE_FINAL_TYPE (YcCertificatesPanel, yc_certificates_panel, GTK_TYPE_WIDGET)

/* What is in force needs no word. */
static char *
describe (YcIssuedCertificate *certificate)
{
  YcCertificateState state = yc_issued_certificate_get_state (certificate);
  g_autofree char *words = g_strdup_printf (_ ("Serial number %s\nCase %s"),
                                            yc_issued_certificate_get_serial (certificate),
                                            yc_issued_certificate_get_case_number (certificate));

  return state == YC_CERTIFICATE_VALID
           ? g_steal_pointer (&words)
           : g_strconcat (words, "\n", yc_certificate_state_get_title (state), NULL);
}

static void
show_serial (YcCertificatesPanel *self)
{
  g_autofree char *words = self->certificate != NULL ? describe (self->certificate) : NULL;

  gtk_label_set_text (self->serial, words != NULL ? words : "");
}

/* Only what is in force is printed. */
static void
show_print (YcCertificatesPanel *self)
{
  YcIssuedCertificate *certificate = self->certificate;

  if (certificate != NULL &&
      yc_issued_certificate_get_state (certificate) == YC_CERTIFICATE_VALID)
    yc_print_panel_set_certificate (self->print, yc_issued_certificate_get_case_id (certificate),
                                    yc_issued_certificate_get_serial (certificate),
                                    yc_issued_certificate_get_title (certificate));
  else
    yc_print_panel_set_certificate (self->print, NULL, NULL, NULL);
  yc_print_panel_set_n_prints (self->print,
                               certificate != NULL ? yc_issued_certificate_get_n_prints (certificate)
                                                   : 0);
}

/* The one that is shown may have been made void meanwhile. */
static void
state_cb (YcCertificatesPanel *self)
{
  show_serial (self);
  show_print (self);
}

static void
verify_cb (YcCertificatesPanel *self)
{
  yc_verify_view_present (self->desk, GTK_WIDGET (self));
}

static GtkWidget *
create_verify (YcCertificatesPanel *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Verify a certificate…"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (verify_cb), self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
create_serial (YcCertificatesPanel *self)
{
  self->serial = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->serial, 0);
  gtk_label_set_wrap (self->serial, TRUE);
  gtk_label_set_wrap_mode (self->serial, PANGO_WRAP_CHAR);
  gtk_label_set_selectable (self->serial, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->serial), FALSE);
  return GTK_WIDGET (self->serial);
}

static GtkWidget *
create_column (YcCertificatesPanel *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->print = YC_PRINT_PANEL (yc_print_panel_new ());
  self->deliveries = YC_DELIVERY_LIST (yc_delivery_list_new ());
  self->files = YC_ATTACHMENT_CASE (yc_attachment_case_new ());
  gtk_box_append (GTK_BOX (column), create_verify (self));
  gtk_box_append (GTK_BOX (column), create_serial (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->print));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->deliveries));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->files));
  gtk_widget_add_css_class (column, "side-panel");
  return column;
}

static void
set_certificate (YcCertificatesPanel *self, YcIssuedCertificate *certificate)
{
  if (self->certificate != NULL)
    g_signal_handlers_disconnect_by_data (self->certificate, self);
  g_set_object (&self->certificate, certificate);
  if (certificate == NULL)
    return;
  g_signal_connect_swapped (certificate, "notify::state", G_CALLBACK (state_cb), self);
  g_signal_connect_swapped (certificate, "notify::n-prints", G_CALLBACK (show_print), self);
}

static void
yc_certificates_panel_dispose (GObject *object)
{
  YcCertificatesPanel *self = YC_CERTIFICATES_PANEL (object);

  set_certificate (self, NULL);
  g_clear_object (&self->desk);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_certificates_panel_parent_class)->dispose (object);
}

static void
yc_certificates_panel_class_init (YcCertificatesPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_certificates_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
yc_certificates_panel_init (YcCertificatesPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_column (self));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

GtkWidget *
yc_certificates_panel_new (void)
{
  return g_object_new (YC_TYPE_CERTIFICATES_PANEL, NULL);
}

void
yc_certificates_panel_set_desk (YcCertificatesPanel *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_CERTIFICATES_PANEL (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  yc_print_panel_set_desk (self->print, desk);
  yc_delivery_list_set_desk (self->deliveries, desk);
}

void
yc_certificates_panel_set_certificate (YcCertificatesPanel *self, YcIssuedCertificate *certificate)
{
  g_return_if_fail (YC_IS_CERTIFICATES_PANEL (self));

  set_certificate (self, certificate);
  show_serial (self);
  show_print (self);
  yc_delivery_list_show (self->deliveries, certificate);
  yc_attachment_case_set_case (self->files, self->desk,
                               certificate != NULL
                                 ? yc_issued_certificate_get_case_id (certificate) : NULL);
}

void
yc_certificates_panel_print (YcCertificatesPanel *self)
{
  g_return_if_fail (YC_IS_CERTIFICATES_PANEL (self));

  yc_print_panel_print (self->print);
}
