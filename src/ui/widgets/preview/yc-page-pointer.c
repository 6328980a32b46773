/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing text on pages, with the mouse and with keys. */
#include "yc-page-pointer.h"

#include "yc-page-canvas-private.h"

static void
drag_begin_cb (YcPageCanvas *canvas, double x, double y)
{
  YcPageSelection *selection = yc_page_canvas_get_selection (canvas);
  guint page;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (selection == NULL)
    return;
  page = yc_page_canvas_find_point (canvas, &x, &y);
  yc_page_selection_begin (selection, page, x, y);
}

static void
drag_update_cb (YcPageCanvas *canvas, double across, double down, GtkGestureDrag *gesture)
{
  YcPageSelection *selection = yc_page_canvas_get_selection (canvas);
  double x, y;
  guint page;

  if (selection == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  x += across;
  y += down;
  page = yc_page_canvas_find_point (canvas, &x, &y);
  yc_page_selection_extend (selection, page, x, y);
}

static gboolean
choose_page_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  YcPageCanvas *canvas = YC_PAGE_CANVAS (widget);
  YcPageSelection *selection = yc_page_canvas_get_selection (canvas);

  if (selection == NULL)
    return FALSE;
  yc_page_selection_choose_page (selection, yc_page_canvas_get_page (canvas));
  return TRUE;
}

static gboolean
copy_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_autofree char *text = yc_page_canvas_get_selected_text (YC_PAGE_CANVAS (widget));

  if (text == NULL)
    return FALSE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return TRUE;
}

void
yc_page_pointer_add (YcPageCanvas *canvas)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), canvas);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
}

void
yc_page_pointer_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, choose_page_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
}
