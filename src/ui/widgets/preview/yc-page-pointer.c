/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing text on pages, with the mouse and with keys. */
#include "yc-page-pointer.h"

#include "yc-page-canvas-private.h"

typedef void (*Choose) (YcPageSelection *selection, guint page, double x, double y);

static const struct
{
  guint      key;
  guint      keypad_key;
  YcPageStep step;
  YcPageStep step_with_control;
  gboolean   forward;
} step_keys[] = {
  { GDK_KEY_Right, GDK_KEY_KP_Right, YC_PAGE_STEP_CHARACTER, YC_PAGE_STEP_WORD, TRUE },
  { GDK_KEY_Left, GDK_KEY_KP_Left, YC_PAGE_STEP_CHARACTER, YC_PAGE_STEP_WORD, FALSE },
  { GDK_KEY_Down, GDK_KEY_KP_Down, YC_PAGE_STEP_LINE, YC_PAGE_STEP_LINE, TRUE },
  { GDK_KEY_Up, GDK_KEY_KP_Up, YC_PAGE_STEP_LINE, YC_PAGE_STEP_LINE, FALSE },
  { GDK_KEY_End, GDK_KEY_KP_End, YC_PAGE_STEP_LINE_END, YC_PAGE_STEP_LINE_END, TRUE },
  { GDK_KEY_Home, GDK_KEY_KP_Home, YC_PAGE_STEP_LINE_END, YC_PAGE_STEP_LINE_END, FALSE },
};

static Choose
find_choice (int n_press, GdkModifierType state)
{
  if (n_press == 1)
    return (state & GDK_SHIFT_MASK) != 0 ? yc_page_selection_extend : yc_page_selection_begin;
  return n_press == 2 ? yc_page_selection_choose_word : yc_page_selection_choose_line;
}

static void
pressed_cb (YcPageCanvas *canvas, int n_press, double x, double y, GtkEventController *click)
{
  YcPageSelection *selection = yc_page_canvas_get_selection (canvas);
  GdkModifierType state = gtk_event_controller_get_current_event_state (click);
  guint page;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (selection == NULL)
    return;
  page = yc_page_canvas_find_point (canvas, &x, &y);
  find_choice (n_press, state) (selection, page, x, y);
}

/* A hand that trembles drags nothing. */
static void
drag_update_cb (YcPageCanvas *canvas, double across, double down, GtkGestureDrag *gesture)
{
  YcPageSelection *selection = yc_page_canvas_get_selection (canvas);
  double x, y;
  guint page;

  if (selection == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y) ||
      !gtk_drag_check_threshold (GTK_WIDGET (canvas), 0, 0, (int) across, (int) down))
    return;
  x += across;
  y += down;
  page = yc_page_canvas_find_point (canvas, &x, &y);
  yc_page_selection_extend (selection, page, x, y);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  YcPageCanvas *canvas = YC_PAGE_CANVAS (widget);
  YcPageSelection *selection = yc_page_canvas_get_selection (canvas);
  int step;
  gboolean forward;

  if (selection == NULL)
    return FALSE;
  g_variant_get (args, "(ib)", &step, &forward);
  yc_page_selection_step (selection, yc_page_canvas_get_page (canvas), (YcPageStep) step, forward);
  return TRUE;
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
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), canvas);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
}

static void
add_step (GtkWidgetClass *widget_class, guint key, GdkModifierType state, YcPageStep step,
          gboolean forward)
{
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK | state, step_cb, "(ib)",
                                (int) step, forward);
}

void
yc_page_pointer_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, choose_page_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, copy_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (step_keys); i++)
    {
      YcPageStep with_control = step_keys[i].step_with_control;

      add_step (widget_class, step_keys[i].key, 0, step_keys[i].step, step_keys[i].forward);
      add_step (widget_class, step_keys[i].keypad_key, 0, step_keys[i].step,
                step_keys[i].forward);
      add_step (widget_class, step_keys[i].key, GDK_CONTROL_MASK, with_control,
                step_keys[i].forward);
    }
}
