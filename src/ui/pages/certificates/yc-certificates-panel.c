/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the certificate that is looked at: its number and state, and what is done with
 * it. */
#include "yc-certificates-panel.h"

#include "yc-attachment-case.h"
#include "yc-certificate-facts.h"
#include "yc-change-bar.h"
#include "yc-children.h"
#include "yc-delivery-list.h"
#include "yc-overprint-paper.h"
#include "yc-overprint-view.h"
#include "yc-print-panel.h"
#include "yc-verify-view.h"

#include <glib/gi18n-lib.h>

struct _YcCertificatesPanel
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcIssuedCertificate *certificate;
  YcCertificateFacts *facts;
  YcChangeBar *change;
  YcPrintPanel *print;
  YcDeliveryList *deliveries;
  GtkWidget *overprint;
  YcAttachmentCase *files;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcCertificatesPanel, yc_certificates_panel, GTK_TYPE_WIDGET)

static void
show_facts (YcCertificatesPanel *self)
{
  YcIssuedCertificate *certificate = self->certificate;

  if (certificate != NULL)
    yc_certificate_facts_show (self->facts, yc_issued_certificate_get_serial (certificate),
                               yc_issued_certificate_get_case_number (certificate),
                               yc_issued_certificate_get_state (certificate));
  else
    yc_certificate_facts_show (self->facts, NULL, NULL, YC_CERTIFICATE_VALID);
}

/* Few certificates have a form of their own. */
static void
show_overprint (YcCertificatesPanel *self)
{
  YcIssuedCertificate *certificate = self->certificate;

  gtk_widget_set_visible (
    self->overprint,
    certificate != NULL &&
      yc_issued_certificate_get_state (certificate) == YC_CERTIFICATE_VALID &&
      yc_overprint_paper_find (self->desk, yc_issued_certificate_get_serial (certificate)) != NULL);
}

/* Only what is in force is printed. */
static void
show_print (YcCertificatesPanel *self)
{
  YcIssuedCertificate *certificate = self->certificate;

  show_overprint (self);
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
  show_facts (self);
  show_print (self);
}

static void
verify_cb (YcCertificatesPanel *self)
{
  yc_verify_view_present (self->desk, GTK_WIDGET (self));
}

static void
overprint_cb (YcCertificatesPanel *self)
{
  if (self->certificate != NULL)
    yc_overprint_view_present (GTK_WIDGET (self), self->desk, self->certificate);
}

static GtkWidget *
create_overprint (YcCertificatesPanel *self)
{
  self->overprint = gtk_button_new_with_mnemonic (_ ("Print on the pre-printed _form…"));
  g_signal_connect_swapped (self->overprint, "clicked", G_CALLBACK (overprint_cb), self);
  gtk_widget_set_halign (self->overprint, GTK_ALIGN_START);
  gtk_widget_set_visible (self->overprint, FALSE);
  return self->overprint;
}

static GtkWidget *
create_verify (YcCertificatesPanel *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Verify a certificate…"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (verify_cb), self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
changed_cb (YcCertificatesPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
create_column (YcCertificatesPanel *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->facts = YC_CERTIFICATE_FACTS (yc_certificate_facts_new ());
  self->change = YC_CHANGE_BAR (yc_change_bar_new ());
  g_signal_connect_swapped (self->change, "changed", G_CALLBACK (changed_cb), self);
  self->print = YC_PRINT_PANEL (yc_print_panel_new ());
  self->deliveries = YC_DELIVERY_LIST (yc_delivery_list_new ());
  self->files = YC_ATTACHMENT_CASE (yc_attachment_case_new ());
  gtk_box_append (GTK_BOX (column), create_verify (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->change));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->print));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->deliveries));
  gtk_box_append (GTK_BOX (column), create_overprint (self));
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

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
  yc_certificate_facts_set_desk (self->facts, desk);
  yc_change_bar_set_desk (self->change, desk);
  yc_print_panel_set_desk (self->print, desk);
  yc_delivery_list_set_desk (self->deliveries, desk);
}

void
yc_certificates_panel_set_certificate (YcCertificatesPanel *self, YcIssuedCertificate *certificate)
{
  g_return_if_fail (YC_IS_CERTIFICATES_PANEL (self));

  set_certificate (self, certificate);
  yc_change_bar_set_certificate (self->change, certificate);
  show_facts (self);
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
