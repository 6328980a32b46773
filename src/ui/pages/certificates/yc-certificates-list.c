/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued, kept live, one of them chosen. */
#include "yc-certificates-list.h"

#include "yc-children.h"
#include "yc-delivery.h"
#include "yc-print-batch-view.h"
#include "yc-side-list.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcCertificatesList
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcLiveList *certificates;
  YcSideList *list;
  GtkWidget *several;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcCertificatesList, yc_certificates_list, GTK_TYPE_WIDGET)

/* Only what is news: most certificates are printed once, right after they were issued. */
static char *
describe_prints (YcIssuedCertificate *certificate)
{
  guint n_prints = yc_issued_certificate_get_n_prints (certificate);

  return n_prints > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u print", "%u prints",
                                                      n_prints), n_prints)
                      : NULL;
}

/* (nullable): what is in force and went where it should needs no word. */
static const char *
describe_state (YcIssuedCertificate *certificate)
{
  YcCertificateState state = yc_issued_certificate_get_state (certificate);

  if (state != YC_CERTIFICATE_VALID)
    return yc_certificate_state_get_title (state);
  return yc_issued_certificate_get_n_undelivered (certificate) > 0
           ? yc_delivery_state_get_title (YC_DELIVERY_STATE_FAILED) : NULL;
}

static char *
describe_cb (gpointer item, char **below)
{
  YcIssuedCertificate *certificate = item;
  const char *state = describe_state (certificate);
  const char *name = yc_issued_certificate_get_applicant_name (certificate);
  g_autofree char *moment = yc_words_moment (yc_issued_certificate_get_issued_at (certificate));
  g_autofree char *prints = describe_prints (certificate);

  *below = state == NULL ? yc_words_join (name, moment, prints, NULL)
                         : yc_words_join (state, name, moment, prints, NULL);
  return g_strdup (yc_issued_certificate_get_title (certificate));
}

static void
chosen_cb (YcCertificatesList *self, YcIssuedCertificate *certificate)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, certificate);
}

static void
changed_cb (YcCertificatesList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->certificates));
  g_autofree char *number =
    g_strdup_printf (_ ("Issued: %u%s"), n_items,
                     yc_live_list_get_has_more (self->certificates) ? "+" : "");
  const char *seal = yc_desk_get_demo (self->desk) ? _ ("Sample seal") : NULL;
  g_autofree char *heading = yc_words_join (number, seal, NULL);

  yc_side_list_set_heading (self->list, heading);
  gtk_widget_set_sensitive (self->several, n_items > 1);
  yc_side_list_set_state (self->list, yc_live_list_get_load_state (self->certificates),
                          yc_live_list_get_error (self->certificates));
}

static void
edge_reached_cb (YcCertificatesList *self)
{
  yc_live_list_load_more (self->certificates);
}

static void
several_cb (YcCertificatesList *self)
{
  yc_print_batch_view_present (GTK_WIDGET (self), self->desk, self->certificates);
}

static gboolean
yc_certificates_list_grab_focus (GtkWidget *widget)
{
  yc_side_list_focus (YC_CERTIFICATES_LIST (widget)->list);
  return TRUE;
}

static void
yc_certificates_list_dispose (GObject *object)
{
  YcCertificatesList *self = YC_CERTIFICATES_LIST (object);

  if (self->certificates != NULL)
    g_signal_handlers_disconnect_by_data (self->certificates, self);
  g_clear_object (&self->certificates);
  g_clear_object (&self->desk);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_certificates_list_parent_class)->dispose (object);
}

static void
yc_certificates_list_class_init (YcCertificatesListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_certificates_list_dispose;
  widget_class->grab_focus = yc_certificates_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         YC_TYPE_ISSUED_CERTIFICATE);
}

static GtkWidget *
create_several (YcCertificatesList *self)
{
  self->several = gtk_button_new_with_mnemonic (_ ("Print _several…"));
  gtk_widget_set_sensitive (self->several, FALSE);
  gtk_widget_set_halign (self->several, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->several, 12);
  gtk_widget_set_margin_top (self->several, 6);
  gtk_widget_set_margin_bottom (self->several, 6);
  g_signal_connect_swapped (self->several, "clicked", G_CALLBACK (several_cb), self);
  return self->several;
}

static void
yc_certificates_list_init (YcCertificatesList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->list = YC_SIDE_LIST (yc_side_list_new (_ ("Certificates issued"), describe_cb));
  yc_side_list_set_empty (self->list, "yc-place-certificates-symbolic", _ ("No certificates yet"),
                          _ ("They appear here as soon as a case is approved."));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->list, "retry", G_CALLBACK (yc_certificates_list_refresh), self);
  g_signal_connect_swapped (self->list, "edge-reached", G_CALLBACK (edge_reached_cb), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_parent (create_several (self), GTK_WIDGET (self));
}

GtkWidget *
yc_certificates_list_new (void)
{
  return g_object_new (YC_TYPE_CERTIFICATES_LIST, NULL);
}

void
yc_certificates_list_set_desk (YcCertificatesList *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_CERTIFICATES_LIST (self));
  g_return_if_fail (self->certificates == NULL);

  self->desk = g_object_ref (desk);
  self->certificates = yc_desk_create_certificate_list (desk);
  g_signal_connect_swapped (self->certificates, "notify", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->certificates, "items-changed", G_CALLBACK (changed_cb), self);
  yc_side_list_set_model (self->list, G_LIST_MODEL (self->certificates));
  changed_cb (self);
}

void
yc_certificates_list_refresh (YcCertificatesList *self)
{
  g_return_if_fail (YC_IS_CERTIFICATES_LIST (self));

  yc_live_list_refresh (self->certificates);
}

void
yc_certificates_list_step (YcCertificatesList *self, int step)
{
  g_return_if_fail (YC_IS_CERTIFICATES_LIST (self));

  yc_side_list_step (self->list, step);
}
