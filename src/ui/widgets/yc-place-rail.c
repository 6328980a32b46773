/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rail of places at the window's side: one button per place, one of them pressed. */
#include "yc-place-rail.h"

#include "yc-children.h"

#include <glib/gi18n-lib.h>

struct _YcPlaceRail
{
  GtkWidget parent_instance;

  guint n_places;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPlaceRail, yc_place_rail, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkButton *button, YcPlaceRail *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (button)));
}

static GtkWidget *
create_button (YcPlaceRail *self, const YcPlace *place)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *badge = gtk_label_new (NULL);
  g_autofree char *key = g_strdup_printf ("Alt+%u", self->n_places);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon_name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (yc_place_get_title (place)));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), badge);
  gtk_widget_set_halign (badge, GTK_ALIGN_END);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_widget_set_visible (badge, FALSE);
  gtk_widget_add_css_class (badge, "place-badge");
  gtk_button_set_child (GTK_BUTTON (button), overlay);
  g_object_set_data (G_OBJECT (button), "badge", badge);
  g_object_set_data (G_OBJECT (button), "title", (char *) yc_place_get_title (place));
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, key);
  gtk_widget_set_name (button, place->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_place_get_title (place), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static void
yc_place_rail_dispose (GObject *object)
{
  yc_place_rail_clear (YC_PLACE_RAIL (object));

  G_OBJECT_CLASS (yc_place_rail_parent_class)->dispose (object);
}

static void
yc_place_rail_class_init (YcPlaceRailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_place_rail_dispose;

  /**
   * YcPlaceRail::chosen:
   * @name: the place's name
   *
   * The user wants to go there.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "placerail");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_place_rail_init (YcPlaceRail *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Places"), -1);
}

/**
 * yc_place_rail_new:
 *
 * Returns: an empty rail
 */
GtkWidget *
yc_place_rail_new (void)
{
  return g_object_new (YC_TYPE_PLACE_RAIL, NULL);
}

/**
 * yc_place_rail_clear:
 * @self: the rail
 *
 * Takes all places away.
 */
void
yc_place_rail_clear (YcPlaceRail *self)
{
  g_return_if_fail (YC_IS_PLACE_RAIL (self));

  yc_children_remove (GTK_WIDGET (self));
  self->n_places = 0;
}

/**
 * yc_place_rail_add:
 * @self: the rail
 * @place: a place, added at the end
 */
void
yc_place_rail_add (YcPlaceRail *self, const YcPlace *place)
{
  g_return_if_fail (YC_IS_PLACE_RAIL (self));
  g_return_if_fail (place != NULL);

  self->n_places++;
  gtk_widget_set_parent (create_button (self, place), GTK_WIDGET (self));
}

/**
 * yc_place_rail_press:
 * @self: the rail
 * @name: name of the place on screen
 */
void
yc_place_rail_press (YcPlaceRail *self, const char *name)
{
  g_return_if_fail (YC_IS_PLACE_RAIL (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  g_strcmp0 (gtk_widget_get_name (child), name) == 0);
}

/* The number is said with the place: what is only seen, some do not see. */
static void
set_badge (GtkWidget *button, guint n)
{
  GtkWidget *badge = g_object_get_data (G_OBJECT (button), "badge");
  const char *title = g_object_get_data (G_OBJECT (button), "title");
  g_autofree char *number = g_strdup_printf ("%u", n);
  /* Translators: a place of the rail and how many things wait there. */
  g_autofree char *name =
      g_strdup_printf (ngettext ("%s, %u waits", "%s, %u wait", n), title, n);

  gtk_label_set_text (GTK_LABEL (badge), number);
  gtk_widget_set_visible (badge, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? name : title, -1);
}

/**
 * yc_place_rail_set_badge:
 * @self: the rail
 * @name: name of a place on it
 * @n: how much waits there, 0 for nothing
 */
void
yc_place_rail_set_badge (YcPlaceRail *self, const char *name, guint n)
{
  g_return_if_fail (YC_IS_PLACE_RAIL (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_name (child), name) == 0)
      set_badge (child, n);
}

/**
 * yc_place_rail_get_name:
 * @self: the rail
 * @number: from 1
 *
 * Returns: (transfer none) (nullable): name of the place with that number
 */
const char *
yc_place_rail_get_name (YcPlaceRail *self, guint number)
{
  GtkWidget *child;

  g_return_val_if_fail (YC_IS_PLACE_RAIL (self), NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  while (child != NULL && --number > 0)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? gtk_widget_get_name (child) : NULL;
}
