/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What opens under an entry that keeps the focus: lists, calendars, places. A key may come before
 * its field has been scrolled to, and GTK cannot place a popover on no monitor: it counts as open
 * then, and comes on screen with its entry.
 */
#include "yc-form-popup.h"

static GQuark
waiting_quark (void)
{
  return g_quark_from_static_string ("yc-form-popup-waiting");
}

static guint
get_waiting (GtkPopover *popover)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (popover), waiting_quark ()));
}

static void
set_waiting (GtkPopover *popover,
             guint       id)
{
  g_object_set_qdata (G_OBJECT (popover), waiting_quark (), GUINT_TO_POINTER (id));
}

/* Whether the middle of @widget is in its window. */
static gboolean
is_in_window (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;
  graphene_point_t middle;

  if (window == NULL || !gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, window, &bounds) || bounds.size.width <= 0)
    return FALSE;
  graphene_rect_get_center (&bounds, &middle);
  return gtk_widget_contains (window, middle.x, middle.y);
}

static gboolean
tick_cb (GtkWidget     *parent,
         GdkFrameClock *clock,
         gpointer       popover)
{
  if (!is_in_window (parent))
    return G_SOURCE_CONTINUE;
  set_waiting (popover, 0);
  gtk_popover_popup (popover);
  return G_SOURCE_REMOVE;
}

/* The entry is the first thing in the parent. */
static void
set_expanded (GtkPopover *popover,
              gboolean    expanded)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));

  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_widget_get_first_child (parent)),
                               GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/**
 * yc_form_popup_prepare:
 * @popover: a popover of an editor
 *
 * Lets the entry keep the focus while @popover is open under it.
 */
void
yc_form_popup_prepare (GtkPopover *popover)
{
  GtkWidget *widget = GTK_WIDGET (popover);

  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (widget, FALSE);
  gtk_widget_add_css_class (widget, "menu");
}

/**
 * yc_form_popup_open:
 * @popover: what was prepared
 *
 * Opens it, at the latest when its entry has been scrolled to.
 */
void
yc_form_popup_open (GtkPopover *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));

  if (yc_form_popup_is_open (GTK_WIDGET (popover)))
    return;
  if (is_in_window (parent))
    gtk_popover_popup (popover);
  else
    set_waiting (popover, gtk_widget_add_tick_callback (parent, tick_cb, popover, NULL));
  set_expanded (popover, TRUE);
}

/**
 * yc_form_popup_close:
 * @popover: what was prepared
 */
void
yc_form_popup_close (GtkPopover *popover)
{
  if (get_waiting (popover) != 0)
    gtk_widget_remove_tick_callback (gtk_widget_get_parent (GTK_WIDGET (popover)),
                                     get_waiting (popover));
  set_waiting (popover, 0);
  gtk_popover_popdown (popover);
  set_expanded (popover, FALSE);
}

/**
 * yc_form_popup_is_open:
 * @popover: (nullable): what was prepared
 *
 * Returns: whether it can be seen, or will be once its entry can
 */
gboolean
yc_form_popup_is_open (GtkWidget *popover)
{
  return popover != NULL &&
         (gtk_widget_get_visible (popover) || get_waiting (GTK_POPOVER (popover)) != 0);
}
