/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a certificate has come on each of its ways, and a button where it has stopped. */
#include "yc-delivery-line.h"

#include "yc-case-delivery.h"
#include "yc-delivery-row.h"
#include "yc-json.h"

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

static void
add_delivery (YcDeliveryLine *self, YcCaseDelivery *delivery)
{
  GtkWidget *row = yc_delivery_row_new (self->desk, delivery, GTK_ORIENTATION_HORIZONTAL);

  gtk_flow_box_insert (GTK_FLOW_BOX (self->flow), row, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
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
