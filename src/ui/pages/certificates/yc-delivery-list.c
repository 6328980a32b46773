/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the certificate that is looked at was sent, as its case tells it live, and one more channel
 * while it is in force. */
#include "yc-delivery-list.h"

#include "yc-case-contents.h"
#include "yc-case-delivery.h"
#include "yc-children.h"
#include "yc-delivery-row.h"
#include "yc-delivery-sheets.h"
#include "yc-desk-delivery.h"
#include "yc-error-words.h"

#include <glib/gi18n-lib.h>

struct _YcDeliveryList
{
  AdwBin parent_instance;

  YcDesk              *desk;
  YcIssuedCertificate *certificate;
  /* NULL until it is loaded. */
  YcCase              *a_case;
  GCancellable        *cancellable;
  /* (nullable): why it could not be loaded; translated, never freed */
  const char          *trouble;
  /* As it is shown: what has not changed is not made anew under the clerk's hands. */
  char                *shown;
  GtkBox              *rows;
  GtkWidget           *add;
};

G_DEFINE_FINAL_TYPE (YcDeliveryList, yc_delivery_list, ADW_TYPE_BIN)

/* (transfer full) (element-type YcCaseDelivery): of this version of the certificate */
static GPtrArray *
list_deliveries (YcDeliveryList *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) all = self->a_case != NULL ? yc_case_delivery_list (self->a_case) : NULL;
  guint n = all != NULL ? g_list_model_get_n_items (all) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcCaseDelivery) delivery = g_list_model_get_item (all, i);

      if (g_str_equal (yc_case_delivery_get_serial (delivery),
                       yc_issued_certificate_get_serial (self->certificate)))
        g_ptr_array_add (found, g_steal_pointer (&delivery));
    }

  return found;
}

static gboolean
goes_over (GPtrArray *deliveries, const char *channel)
{
  for (guint i = 0; i < deliveries->len; i++)
    if (g_str_equal (yc_case_delivery_get_channel (g_ptr_array_index (deliveries, i)), channel))
      return TRUE;

  return FALSE;
}

/* (transfer full): those that are set up and that it does not go over yet */
static GStrv
dup_free_channels (YcDeliveryList *self, GPtrArray *deliveries)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    {
      const char *channel = yc_delivery_channel_get_nth (i);

      if (yc_delivery_channels_has (yc_desk_get_delivery_channels (self->desk), channel) &&
          !goes_over (deliveries, channel))
        g_strv_builder_add (builder, channel);
    }

  return g_strv_builder_end (builder);
}

static void
add_cb (YcDeliveryList *self)
{
  g_autoptr (GPtrArray) deliveries = list_deliveries (self);
  g_auto (GStrv) unused = dup_free_channels (self, deliveries);

  if (unused[0] != NULL)
    yc_delivery_sheets_ask_channel (self->desk, yc_issued_certificate_get_serial (self->certificate),
                                    (const char *const *) unused,
                                    yc_case_contents_get_applicant (self->a_case, "email"),
                                    GTK_WIDGET (self));
}

/* The service knows where it went, and only the service sends it. */
static gboolean
can_add (YcDeliveryList *self, GPtrArray *deliveries)
{
  g_auto (GStrv) unused = dup_free_channels (self, deliveries);
  YcRole role = yc_session_get_role (yc_desk_get_session (self->desk));

  return unused[0] != NULL && self->a_case != NULL && role != YC_ROLE_ADMINISTRATOR &&
         yc_issued_certificate_get_state (self->certificate) == YC_CERTIFICATE_VALID &&
         yc_line_get_online (yc_desk_get_line (self->desk));
}

static void
say (YcDeliveryList *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->rows, label);
}

static const char *
describe_absence (YcDeliveryList *self)
{
  if (!yc_line_get_online (yc_desk_get_line (self->desk)))
    return _ ("Where it was sent can be seen when the line is back.");

  return self->trouble != NULL ? self->trouble : _ ("Looking where it was sent…");
}

static void
show_rows (YcDeliveryList *self, GPtrArray *deliveries)
{
  yc_children_remove (GTK_WIDGET (self->rows));
  for (guint i = 0; i < deliveries->len; i++)
    gtk_box_append (self->rows,
                    yc_delivery_row_new (self->desk, g_ptr_array_index (deliveries, i),
                                         GTK_ORIENTATION_VERTICAL));
  if (self->a_case == NULL)
    say (self, describe_absence (self));
  else if (deliveries->len == 0)
    say (self, _ ("It was sent nowhere."));
}

static char *
write_rows (YcDeliveryList *self, GPtrArray *deliveries)
{
  GString *text = g_string_new (self->a_case == NULL ? describe_absence (self) : NULL);

  for (guint i = 0; i < deliveries->len; i++)
    {
      YcCaseDelivery *delivery = g_ptr_array_index (deliveries, i);
      g_autofree char *trouble = yc_case_delivery_dup_trouble (delivery);
      GDateTime *at = yc_case_delivery_get_at (delivery);

      g_string_append_printf (text, "\n%s %s %s %d %" G_GINT64_FORMAT " %s",
                              yc_case_delivery_get_id (delivery),
                              yc_case_delivery_get_to (delivery),
                              yc_case_delivery_get_state_title (delivery),
                              yc_case_delivery_can_retry (delivery),
                              at != NULL ? g_date_time_to_unix (at) : 0, trouble);
    }

  return g_string_free (text, FALSE);
}

static void
show_changed_rows (YcDeliveryList *self, GPtrArray *deliveries)
{
  g_autofree char *text = write_rows (self, deliveries);

  if (g_strcmp0 (self->shown, text) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  show_rows (self, deliveries);
}

static void
show (YcDeliveryList *self)
{
  g_autoptr (GPtrArray) deliveries = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->certificate != NULL);
  if (self->certificate == NULL)
    return;

  deliveries = list_deliveries (self);
  show_changed_rows (self, deliveries);
  gtk_widget_set_visible (self->add, can_add (self, deliveries));
}

static void
forget_case (YcDeliveryList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->a_case != NULL)
    g_signal_handlers_disconnect_by_data (self->a_case, self);
  g_clear_object (&self->a_case);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcDeliveryList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCase) a_case = yc_desk_load_case_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->trouble = error != NULL ? yc_error_words_title (error) : NULL;
  if (a_case != NULL && self->certificate != NULL)
    {
      g_set_object (&self->a_case, a_case);
      g_signal_connect_swapped (a_case, "notify", G_CALLBACK (show), self);
    }
  show (self);
}

/* From then on the case follows by itself, also when the line was away. */
static void
load (YcDeliveryList *self)
{
  if (self->certificate == NULL || self->a_case != NULL)
    {
      show (self);
      return;
    }
  forget_case (self);
  self->trouble = NULL;
  show (self);
  self->cancellable = g_cancellable_new ();
  yc_desk_load_case_async (self->desk, yc_issued_certificate_get_case_id (self->certificate),
                           self->cancellable, loaded_cb, g_object_ref (self));
}

static void
set_certificate (YcDeliveryList *self, YcIssuedCertificate *certificate)
{
  if (self->certificate != NULL)
    g_signal_handlers_disconnect_by_data (self->certificate, self);
  g_set_object (&self->certificate, certificate);
  if (certificate != NULL)
    g_signal_connect_swapped (certificate, "notify::state", G_CALLBACK (show), self);
}

static void
yc_delivery_list_dispose (GObject *object)
{
  YcDeliveryList *self = YC_DELIVERY_LIST (object);

  forget_case (self);
  set_certificate (self, NULL);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (yc_delivery_list_parent_class)->dispose (object);
}

static void
yc_delivery_list_class_init (YcDeliveryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_delivery_list_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
yc_delivery_list_init (YcDeliveryList *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Sent to"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-title");
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->add = gtk_button_new_with_label (_ ("Send over another channel…"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (column), self->add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where the certificate was sent"), -1);
  adw_bin_set_child (ADW_BIN (self), column);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
yc_delivery_list_new (void)
{
  return g_object_new (YC_TYPE_DELIVERY_LIST, NULL);
}

void
yc_delivery_list_set_desk (YcDeliveryList *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_DELIVERY_LIST (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (yc_desk_get_delivery_channels (desk), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (yc_desk_get_line (desk), "notify::online", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
}

void
yc_delivery_list_show (YcDeliveryList *self, YcIssuedCertificate *certificate)
{
  g_return_if_fail (YC_IS_DELIVERY_LIST (self));

  if (self->certificate == certificate)
    return;
  forget_case (self);
  set_certificate (self, certificate);
  load (self);
}
