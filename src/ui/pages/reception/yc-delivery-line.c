/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a certificate has come on each of its ways, and a button where it has stopped. */
#include "yc-delivery-line.h"

#include "yc-case-delivery.h"
#include "yc-desk-delivery.h"
#include "yc-error-words.h"
#include "yc-json.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcDeliveryLine
{
  AdwBin parent_instance;

  GtkWidget *flow;
  YcDesk    *desk;
  /* As it is shown: what has not changed is not made anew under the clerk's hands. */
  char      *shown;
};

G_DEFINE_FINAL_TYPE (YcDeliveryLine, yc_delivery_line, ADW_TYPE_BIN)

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
retry_cb (GtkWidget *button, YcDeliveryLine *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "delivery");

  gtk_widget_set_sensitive (button, FALSE);
  yc_desk_retry_delivery_async (self->desk, id, NULL, NULL, retried_cb, g_object_ref (button));
}

static GtkWidget *
create_button (YcDeliveryLine *self, YcCaseDelivery *delivery)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Send again"));

  g_object_set_data_full (G_OBJECT (button), "delivery",
                          g_strdup (yc_case_delivery_get_id (delivery)), g_free);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (retry_cb), self, 0);

  return button;
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

static void
add_time (GtkWidget *box, YcCaseDelivery *delivery)
{
  GDateTime *at = yc_case_delivery_get_at (delivery);
  g_autofree char *clock = at != NULL ? yc_words_clock (at) : g_strdup ("");
  GtkWidget *label = gtk_label_new (clock);

  gtk_widget_add_css_class (label, "digits");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_delivery (YcDeliveryLine *self, YcCaseDelivery *delivery)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  YcDeliveryState state = yc_case_delivery_get_state (delivery);
  g_autofree char *whom = describe (delivery);
  g_autofree char *trouble = yc_case_delivery_dup_trouble (delivery);
  GtkWidget *label = gtk_label_new (whom);
  g_autofree char *spoken =
      yc_words_join (whom, yc_delivery_state_get_title (state), trouble, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (looks[state - 1].icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_label_new (yc_delivery_state_get_title (state)));
  add_time (box, delivery);
  if (state == YC_DELIVERY_STATE_FAILED)
    gtk_box_append (GTK_BOX (box), create_button (self, delivery));
  gtk_widget_set_tooltip_text (box, *trouble != '\0' ? trouble : NULL);
  gtk_widget_add_css_class (box, "state");
  gtk_widget_add_css_class (box, looks[state - 1].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->flow), box, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

/* A flow box counts its children itself. */
static void
clear (YcDeliveryLine *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->flow), child);
}

static char *
write_json (YcCase *a_case)
{
  JsonArray *all = a_case != NULL ? yc_json_get_array (yc_case_get_json (a_case), "deliveries")
                                  : NULL;
  g_autoptr (JsonNode) node =
      yc_json_array_node (all != NULL ? json_array_ref (all) : json_array_new ());

  return yc_json_write (node);
}

static void
yc_delivery_line_dispose (GObject *object)
{
  YcDeliveryLine *self = YC_DELIVERY_LINE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (yc_delivery_line_parent_class)->dispose (object);
}

static void
yc_delivery_line_class_init (YcDeliveryLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_delivery_line_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
yc_delivery_line_init (YcDeliveryLine *self)
{
  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 18);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where the certificate was sent"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "deliveries");
  adw_bin_set_child (ADW_BIN (self), self->flow);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * yc_delivery_line_show:
 * @self: the line
 * @desk: where it is sent again
 * @a_case: (nullable): a case
 *
 * Shows how far the case's certificate has come; nothing when it goes nowhere.
 */
void
yc_delivery_line_show (YcDeliveryLine *self, YcDesk *desk, YcCase *a_case)
{
  g_autofree char *text = write_json (a_case);
  g_autoptr (GListModel) all = NULL;
  guint n;

  g_return_if_fail (YC_IS_DELIVERY_LINE (self));

  if (g_strcmp0 (text, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  g_set_object (&self->desk, desk);
  clear (self);
  all = a_case != NULL ? yc_case_delivery_list (a_case) : NULL;
  n = all != NULL ? g_list_model_get_n_items (all) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcCaseDelivery) delivery = g_list_model_get_item (all, i);

      add_delivery (self, delivery);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
