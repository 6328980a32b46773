/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something in very large type for the citizen, on the second display where there is one. */
#include "yc-large-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *scroller;
  GtkWidget *mark;
} YcLargeWindowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (YcLargeWindow, yc_large_window, GTK_TYPE_WINDOW)

static YcLargeWindowPrivate *
get_private (YcLargeWindow *self)
{
  return yc_large_window_get_instance_private (self);
}

static gboolean
page_cb (GtkWidget *widget, GVariant *pages, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (get_private (YC_LARGE_WINDOW (widget))->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            g_variant_get_double (pages) *
                                                gtk_adjustment_get_page_size (adjustment));

  return GDK_EVENT_STOP;
}

/* A little less than a page stays on screen, to find the line again. */
static void
add_paging (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "d", 0.9);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "d", -0.9);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, page_cb, "d", 0.9);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, page_cb, "d", 0.15);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, page_cb, "d", -0.15);
}

/* Any display that the clerk's window is not on. */
static GdkMonitor *
find_other_monitor (GtkWindow *clerk)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (clerk));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (clerk));
  GdkMonitor *mine = gdk_display_get_monitor_at_surface (display, surface);
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != mine)
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

static void
yc_large_window_class_init (YcLargeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "window.close", NULL);
  add_paging (widget_class);
}

static void
yc_large_window_init (YcLargeWindow *self)
{
  YcLargeWindowPrivate *private = get_private (self);
  GtkWidget *overlay = gtk_overlay_new ();

  private->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (private->scroller, TRUE);
  private->mark = gtk_label_new (_ ("Practice"));
  gtk_widget_set_halign (private->mark, GTK_ALIGN_END);
  gtk_widget_set_valign (private->mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (private->mark, "demo-mark");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), private->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), private->mark);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_window_set_title (GTK_WINDOW (self), _ ("For the citizen"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1024, 768);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "citizen-window");
}

/**
 * yc_large_window_set_child:
 * @self: the window
 * @child: what the citizen shall read
 */
void
yc_large_window_set_child (YcLargeWindow *self, GtkWidget *child)
{
  g_return_if_fail (YC_IS_LARGE_WINDOW (self));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (get_private (self)->scroller), child);
}

GtkWidget *
yc_large_window_get_scroller (YcLargeWindow *self)
{
  g_return_val_if_fail (YC_IS_LARGE_WINDOW (self), NULL);

  return get_private (self)->scroller;
}

/**
 * yc_large_window_open:
 * @self: the window
 * @clerk: the clerk's window
 *
 * Puts it on screen: filling the other display, or as a window of its own where there is only one.
 */
void
yc_large_window_open (YcLargeWindow *self, GtkWindow *clerk)
{
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_if_fail (YC_IS_LARGE_WINDOW (self));
  g_return_if_fail (GTK_IS_WINDOW (clerk));

  monitor = find_other_monitor (clerk);
  gtk_window_set_transient_for (GTK_WINDOW (self), clerk);
  gtk_widget_set_visible (get_private (self)->mark,
                          gtk_widget_has_css_class (GTK_WIDGET (clerk), "demo"));
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (get_private (self)->scroller);
  /* The clerk goes on typing; where the page covers the clerk's own, it takes the keys to be read. */
  if (monitor != NULL)
    gtk_window_present (clerk);
}

/**
 * yc_large_window_new:
 * @clerk: the clerk's window
 * @child: what the citizen shall read
 *
 * Returns: (transfer none): the window, on screen
 */
YcLargeWindow *
yc_large_window_new (GtkWindow *clerk, GtkWidget *child)
{
  YcLargeWindow *self = g_object_new (YC_TYPE_LARGE_WINDOW, NULL);

  yc_large_window_set_child (self, child);
  yc_large_window_open (self, clerk);

  return self;
}
