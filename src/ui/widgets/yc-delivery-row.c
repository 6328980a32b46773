/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way of a certificate: to whom, how far it has come, and what can be done where it has stopped.
 * A row does not change; whoever shows it makes another when the case tells something else. */
#include "yc-delivery-row.h"

#include "yc-delivery-sheets.h"
#include "yc-desk-delivery.h"
#include "yc-error-words.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcDeliveryRow
{
  AdwBin parent_instance;

  YcDesk         *desk;
  YcCaseDelivery *delivery;
  GtkBox         *box;
};

G_DEFINE_FINAL_TYPE (YcDeliveryRow, yc_delivery_row, ADW_TYPE_BIN)

static const struct
{
  YcDeliveryState state;
  const char     *icon;
  const char     *style;
} looks[] = {
  { YC_DELIVERY_STATE_WAITING, "yc-mark-begun-symbolic", "mark-begun" },
  { YC_DELIVERY_STATE_DELIVERED, "yc-mark-done-symbolic", "mark-done" },
  { YC_DELIVERY_STATE_FAILED, "yc-mark-error-symbolic", "mark-error" },
};

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GError) error = NULL;

  if (yc_desk_retry_delivery_finish (YC_DESK (source), result, &error))
    return;

  gtk_widget_set_sensitive (button, TRUE);
  gtk_widget_set_tooltip_text (button, yc_error_words_title (error));
}

static void
retry_cb (GtkWidget *button, YcDeliveryRow *self)
{
  gtk_widget_set_sensitive (button, FALSE);
  yc_desk_retry_delivery_async (self->desk, yc_case_delivery_get_id (self->delivery), NULL, NULL,
                                retried_cb, g_object_ref (button));
}

static void
readdress_cb (GtkWidget *button, YcDeliveryRow *self)
{
  yc_delivery_sheets_ask_address (self->desk, self->delivery, GTK_WIDGET (self));
}

static GtkWidget *
create_button (YcDeliveryRow *self, const char *label, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", clicked_cb, self, 0);

  return button;
}

static void
add_buttons (YcDeliveryRow *self)
{
  GtkWidget *buttons;

  if (!yc_case_delivery_can_retry (self->delivery))
    return;

  /* Beside each other they would make a narrow panel wider. */
  buttons = gtk_box_new (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)), 0);
  gtk_box_append (GTK_BOX (buttons),
                  create_button (self, _ ("Send again"), G_CALLBACK (retry_cb)));
  if (yc_case_delivery_is_mail (self->delivery))
    gtk_box_append (GTK_BOX (buttons), create_button (self, _ ("Another address…"),
                                                      G_CALLBACK (readdress_cb)));
  gtk_box_append (self->box, buttons);
}

static char *
describe (YcCaseDelivery *delivery)
{
  const char *to = yc_case_delivery_get_to (delivery);
  g_autofree char *whom = yc_words_join (yc_case_delivery_get_title (delivery),
                                         to != NULL ? to : "", NULL);

  if (yc_case_delivery_is_void (delivery))
    return g_strdup_printf (_ ("Told that it is void: %s"), whom);

  return g_steal_pointer (&whom);
}

static GtkWidget *
create_label (const char *text, gboolean wraps, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wraps)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_head (YcDeliveryRow *self, const char *whom)
{
  gboolean narrow = gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)) ==
                    GTK_ORIENTATION_VERTICAL;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  YcDeliveryState state = yc_case_delivery_get_state (self->delivery);

  gtk_box_append (GTK_BOX (head), gtk_image_new_from_icon_name (looks[state - 1].icon));
  gtk_box_append (GTK_BOX (head), create_label (whom, narrow, NULL));
  gtk_box_append (self->box, head);
}

static void
add_state (YcDeliveryRow *self)
{
  GDateTime *at = yc_case_delivery_get_at (self->delivery);
  g_autofree char *moment = at != NULL ? yc_words_moment (at) : g_strdup ("");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *time = gtk_label_new (moment);

  gtk_widget_add_css_class (time, "digits");
  gtk_widget_add_css_class (time, "dim-label");
  gtk_box_append (GTK_BOX (row), gtk_label_new (yc_case_delivery_get_state_title (self->delivery)));
  gtk_box_append (GTK_BOX (row), time);
  gtk_box_append (self->box, row);
}

static void
add_trouble (YcDeliveryRow *self, const char *trouble)
{
  if (*trouble == '\0')
    return;
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)) == GTK_ORIENTATION_VERTICAL)
    gtk_box_append (self->box, create_label (trouble, TRUE, "dim-label"));
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), trouble);
}

static void
show (YcDeliveryRow *self)
{
  YcDeliveryState state = yc_case_delivery_get_state (self->delivery);
  g_autofree char *whom = describe (self->delivery);
  g_autofree char *trouble = yc_case_delivery_dup_trouble (self->delivery);
  g_autofree char *spoken =
      yc_words_join (whom, yc_case_delivery_get_state_title (self->delivery), trouble, NULL);

  add_head (self, whom);
  add_state (self);
  add_trouble (self, trouble);
  add_buttons (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "state");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), looks[state - 1].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
yc_delivery_row_dispose (GObject *object)
{
  YcDeliveryRow *self = YC_DELIVERY_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->delivery);

  G_OBJECT_CLASS (yc_delivery_row_parent_class)->dispose (object);
}

static void
yc_delivery_row_class_init (YcDeliveryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_delivery_row_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
yc_delivery_row_init (YcDeliveryRow *self)
{
}

GtkWidget *
yc_delivery_row_new (YcDesk *desk, YcCaseDelivery *delivery, GtkOrientation orientation)
{
  YcDeliveryRow *self = g_object_new (YC_TYPE_DELIVERY_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->delivery = g_object_ref (delivery);
  self->box = GTK_BOX (gtk_box_new (orientation,
                                    orientation == GTK_ORIENTATION_VERTICAL ? 0 : 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  show (self);

  return GTK_WIDGET (self);
}
