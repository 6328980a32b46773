/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys with which pages are scrolled. */
#include "yc-page-keys.h"

static void
move (GtkAdjustment *adjustment, double by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
scroll_pages_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  move (adjustment, gtk_adjustment_get_page_increment (adjustment) * g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
scroll_lines_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  int across;
  int down;

  g_variant_get (args, "(ii)", &across, &down);
  move (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget)), YC_PAGE_KEYS_LINE * across);
  move (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), YC_PAGE_KEYS_LINE * down);
  return TRUE;
}

static gboolean
scroll_to_end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  gtk_adjustment_set_value (
      adjustment, g_variant_get_boolean (args) ? gtk_adjustment_get_upper (adjustment) : 0);
  return TRUE;
}

static void
add_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, GtkShortcutFunc func,
         GVariant *args)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (args);
  const char *format = "@*";

  gtk_widget_class_add_binding (widget_class, key, 0, func, format, held);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, func, format, held);
}

void
yc_page_keys_add (GtkWidgetClass *widget_class)
{
  add_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, scroll_pages_cb,
           g_variant_new_int32 (1));
  add_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, scroll_pages_cb,
           g_variant_new_int32 (-1));
  add_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, scroll_to_end_cb,
           g_variant_new_boolean (FALSE));
  add_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, scroll_to_end_cb,
           g_variant_new_boolean (TRUE));
  add_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, scroll_lines_cb,
           g_variant_new ("(ii)", 0, 1));
  add_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, scroll_lines_cb,
           g_variant_new ("(ii)", 0, -1));
  add_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, scroll_lines_cb,
           g_variant_new ("(ii)", 1, 0));
  add_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, scroll_lines_cb,
           g_variant_new ("(ii)", -1, 0));
}
