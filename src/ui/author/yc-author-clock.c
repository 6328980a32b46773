/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for what a window paints, with the times of its frames. */
#include "yc-author-clock.h"

#define PATIENCE_MS 20000

struct _YcAuthorClock
{
  GdkFrameClock *clock;
  gint64         paint;         /* when the latest frame was there, µs */
  gboolean     (*condition) (gpointer);
  gpointer       data;
  gboolean       met;
  gboolean       over;
};

static void
painted_cb (GdkFrameClock *clock,
            YcAuthorClock *self)
{
  self->paint = g_get_monotonic_time ();
  if (self->condition != NULL && !self->met)
    self->met = self->condition (self->data);
}

static gboolean
over_cb (gpointer user_data)
{
  YcAuthorClock *self = user_data;

  self->over = TRUE;
  return G_SOURCE_CONTINUE;
}

/**
 * yc_author_clock_new:
 * @window: a window that is on screen
 *
 * Returns: (transfer full): its clock
 */
YcAuthorClock *
yc_author_clock_new (GtkWidget *window)
{
  YcAuthorClock *self = g_new0 (YcAuthorClock, 1);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (painted_cb), self);
  return self;
}

/**
 * yc_author_clock_free:
 * @self: the clock
 */
void
yc_author_clock_free (YcAuthorClock *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  g_free (self);
}

static void
turn (YcAuthorClock *self,
      guint          ms,
      gboolean     (*condition) (gpointer),
      gpointer       data)
{
  guint id = g_timeout_add (ms, over_cb, self);

  self->condition = condition;
  self->data = data;
  self->met = self->over = FALSE;
  while (!self->met && !self->over)
    g_main_context_iteration (NULL, TRUE);
  self->condition = NULL;
  g_source_remove (id);
}

/**
 * yc_author_clock_wait:
 * @self: the clock
 * @condition: what shall hold once a frame has been painted
 * @data: for @condition
 *
 * Waits until a frame is there after which @condition holds.
 *
 * Returns: %FALSE if that takes more than twenty seconds
 */
gboolean
yc_author_clock_wait (YcAuthorClock *self,
                      gboolean     (*condition) (gpointer),
                      gpointer       data)
{
  turn (self, PATIENCE_MS, condition, data);
  return self->met;
}

/**
 * yc_author_clock_rest:
 * @self: the clock
 * @ms: milliseconds
 *
 * Lets the program do what is under way.
 */
void
yc_author_clock_rest (YcAuthorClock *self,
                      guint          ms)
{
  turn (self, ms, NULL, NULL);
}

/**
 * yc_author_clock_get_paint:
 * @self: the clock
 *
 * Returns: when the latest frame was there, in µs of the monotonic clock
 */
gint64
yc_author_clock_get_paint (YcAuthorClock *self)
{
  return self->paint;
}
