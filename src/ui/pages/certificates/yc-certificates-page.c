/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued: look at one, print it again with its number. */
#include "yc-certificates-page.h"

#include "yc-certificates-list.h"
#include "yc-certificates-panel.h"
#include "yc-certificates-preview.h"
#include "yc-columns.h"
#include "yc-key-hints.h"

#include <glib/gi18n-lib.h>

struct _YcCertificatesPage
{
  YcPage parent_instance;

  YcCertificatesList *list;
  YcCertificatesPreview *preview;
  YcCertificatesPanel *panel;
};

G_DEFINE_FINAL_TYPE (YcCertificatesPage, yc_certificates_page, YC_TYPE_PAGE)

static void
chosen_cb (YcCertificatesPage *self, YcIssuedCertificate *certificate)
{
  yc_certificates_panel_set_certificate (self->panel, certificate);
  yc_certificates_preview_set_certificate (self->preview, certificate);
}

static GtkWidget *
create_columns (YcCertificatesPage *self)
{
  GtkWidget *columns = yc_columns_new ();

  self->list = YC_CERTIFICATES_LIST (yc_certificates_list_new ());
  self->preview = YC_CERTIFICATES_PREVIEW (yc_certificates_preview_new ());
  self->panel = YC_CERTIFICATES_PANEL (yc_certificates_panel_new ());
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->panel, "changed", G_CALLBACK (yc_certificates_list_refresh),
                            self->list);
  yc_columns_set_start (YC_COLUMNS (columns), GTK_WIDGET (self->list));
  yc_columns_set_work (YC_COLUMNS (columns), GTK_WIDGET (self->preview));
  yc_columns_set_end (YC_COLUMNS (columns), GTK_WIDGET (self->panel));
  gtk_widget_set_vexpand (columns, TRUE);
  return columns;
}

static GtkWidget *
create_hints (void)
{
  GtkWidget *hints = yc_key_hints_new ();

  yc_key_hints_set (YC_KEY_HINTS (hints), "<Control>Down", _ ("Next certificate"), "<Control>p",
                    _ ("Print"), "<Control>e", _ ("Verify a certificate"), "F5", _ ("Fetch again"), NULL);
  return hints;
}

static void
yc_certificates_page_shown (YcPage *page)
{
  YcCertificatesPage *self = YC_CERTIFICATES_PAGE (page);

  yc_certificates_list_refresh (self->list);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static gboolean
yc_certificates_page_command (YcPage *page, YcPageCommand command)
{
  YcCertificatesPage *self = YC_CERTIFICATES_PAGE (page);

  if (command == YC_PAGE_COMMAND_NEXT_ITEM)
    yc_certificates_list_step (self->list, 1);
  else if (command == YC_PAGE_COMMAND_PREVIOUS_ITEM)
    yc_certificates_list_step (self->list, -1);
  else if (command == YC_PAGE_COMMAND_REFRESH)
    yc_certificates_list_refresh (self->list);
  else if (command == YC_PAGE_COMMAND_PRINT)
    yc_certificates_panel_print (self->panel);
  else
    return FALSE;
  return TRUE;
}

static void
yc_certificates_page_constructed (GObject *object)
{
  YcCertificatesPage *self = YC_CERTIFICATES_PAGE (object);
  YcDesk *desk = yc_page_get_desk (YC_PAGE (self));

  G_OBJECT_CLASS (yc_certificates_page_parent_class)->constructed (object);
  yc_certificates_panel_set_desk (self->panel, desk);
  yc_certificates_preview_set_desk (self->preview, desk);
  yc_certificates_list_set_desk (self->list, desk);
}

static void
yc_certificates_page_class_init (YcCertificatesPageClass *klass)
{
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = yc_certificates_page_constructed;
  page_class->shown = yc_certificates_page_shown;
  page_class->command = yc_certificates_page_command;
}

static void
yc_certificates_page_init (YcCertificatesPage *self)
{
  gtk_widget_set_parent (create_columns (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_hints (), GTK_WIDGET (self));
}
