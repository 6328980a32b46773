/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of typing, for those who measure it. */
#include "yc-typing-marks.h"

#include "yc-finder-view.h"
#include "yc-mark.h"

static void
frame_begun_cb (GdkFrameClock *clock, gpointer user_data)
{
  yc_mark ("frame");
  g_signal_handlers_disconnect_by_func (clock, frame_begun_cb, user_data);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  yc_mark ("shown");
  g_signal_handlers_disconnect_by_func (clock, painted_cb, user_data);
}

/* What is found in the same frame is shown with it. */
static gboolean
found_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *finder = g_value_get_object (values);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (finder);

  yc_mark ("found");
  if (clock == NULL ||
      g_signal_handler_find (clock, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, painted_cb, NULL) != 0)
    return TRUE;
  /* What was found may be what is on the screen already. */
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_BEFORE_PAINT);
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begun_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
  return TRUE;
}

/**
 * yc_typing_marks_watch:
 *
 * Marks for every finder, wherever it is, when what was found for its text is known ("found"), when
 * the frame that shows it begins ("frame"), and when it is painted ("shown"). Does nothing unless
 * marks are read.
 */
void
yc_typing_marks_watch (void)
{
  if (yc_mark_is_on ())
    g_signal_add_emission_hook (g_signal_lookup ("found", YC_TYPE_FINDER_VIEW), 0, found_cb, NULL,
                                NULL);
}
