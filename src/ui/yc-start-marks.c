/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of the start, for those who measure it. */
#include "yc-start-marks.h"

#include "yc-mark.h"
#include "yc-need-step.h"

/* Whether the clerk can type a need. */
static gboolean
is_in_need (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, YC_TYPE_NEED_STEP) != NULL;
}

static void
need_painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  if (!is_in_need (window))
    return;

  yc_mark ("need");
  g_signal_handlers_disconnect_by_func (clock, need_painted_cb, window);
}

static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  yc_mark ("painted");
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
}

static void
mapped_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  yc_mark ("mapped");
  g_signal_handlers_disconnect_by_func (window, mapped_cb, NULL);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), window, 0);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (need_painted_cb), window, 0);
}

/**
 * yc_start_marks_watch:
 * @window: the window, not shown yet
 *
 * Marks when @window is mapped ("mapped") and painted ("painted"), and when it was painted with the
 * cursor in the need field ("need"). Does nothing unless marks are read.
 */
void
yc_start_marks_watch (YcWindow *window)
{
  g_return_if_fail (YC_IS_WINDOW (window));

  if (yc_mark_is_on ())
    g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}
