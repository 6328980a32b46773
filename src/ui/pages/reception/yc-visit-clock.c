/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time a visit has taken, beside the time that the item promises. It runs only while it can
 * be seen, and stops for good when the case is decided. */
#include "yc-visit-clock.h"

#include "yc-words.h"

#include <glib/gi18n-lib.h>

/* As long after a frame another key may come. */
#define TYPING_US 300000

struct _YcVisitClock
{
  GtkWidget parent_instance;

  GtkWidget   *label;
  YcVisit     *visit;
  YcCaseDraft *draft;
  guint        source;
  /* What waits for the next frame of whatever else is painted. */
  gulong       waiting;
};

G_DEFINE_FINAL_TYPE (YcVisitClock, yc_visit_clock, GTK_TYPE_WIDGET)

/* (transfer full): when the case was decided for good, or now. */
static GDateTime *
get_end (YcVisitClock *self)
{
  YcCase *a_case = self->draft != NULL ? yc_case_draft_get_case (self->draft) : NULL;

  if (a_case != NULL && yc_case_state_is_final (yc_case_get_state (a_case)) &&
      yc_case_get_updated_at (a_case) != NULL)
    return g_date_time_ref (yc_case_get_updated_at (a_case));

  return g_date_time_new_now_utc ();
}

static void
show (YcVisitClock *self)
{
  YcItem *item = self->draft != NULL ? yc_case_draft_get_item (self->draft) : NULL;
  guint minutes = item != NULL ? yc_item_get_time_limit_minutes (item) : 0;
  g_autoptr (GDateTime) end = get_end (self);
  g_autofree char *spent = NULL;
  g_autofree char *limit = minutes > 0 ? yc_words_duration ((gint64) minutes * 60) : NULL;
  g_autofree char *words = NULL;
  gint64 seconds;

  if (self->visit == NULL)
    return;

  seconds = g_date_time_difference (end, yc_visit_get_started_at (self->visit)) /
            G_TIME_SPAN_SECOND;
  spent = yc_words_duration (MAX (seconds, 0));
  words = limit != NULL ? g_strdup_printf ("%s / %s", spent, limit) : g_strdup (spent);
  gtk_label_set_text (GTK_LABEL (self->label), words);
}

static void
stop_waiting (YcVisitClock *self)
{
  g_clear_signal_handler (&self->waiting, gtk_widget_get_frame_clock (GTK_WIDGET (self)));
}

static void
frame_begun_cb (YcVisitClock *self)
{
  stop_waiting (self);
  show (self);
}

static gboolean
was_painted_lately (GdkFrameClock *clock)
{
  GdkFrameTimings *last =
    gdk_frame_clock_get_timings (clock, gdk_frame_clock_get_frame_counter (clock));

  return last != NULL &&
         g_get_monotonic_time () - gdk_frame_timings_get_frame_time (last) < TYPING_US;
}

/* A key that comes just after a frame waits for the next one. So while the clerk types the clock
 * has no frames of its own: it goes with those of the keys, or a second later. */
static gboolean
tick_cb (gpointer user_data)
{
  YcVisitClock *self = user_data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->waiting != 0 || !was_painted_lately (clock))
    {
      stop_waiting (self);
      show (self);
    }
  else
    self->waiting = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_begun_cb),
                                              self);
  return G_SOURCE_CONTINUE;
}

static void
yc_visit_clock_map (GtkWidget *widget)
{
  YcVisitClock *self = YC_VISIT_CLOCK (widget);

  GTK_WIDGET_CLASS (yc_visit_clock_parent_class)->map (widget);

  show (self);
  self->source = g_timeout_add_seconds (1, tick_cb, self);
}

static void
yc_visit_clock_unmap (GtkWidget *widget)
{
  YcVisitClock *self = YC_VISIT_CLOCK (widget);

  g_clear_handle_id (&self->source, g_source_remove);
  stop_waiting (self);

  GTK_WIDGET_CLASS (yc_visit_clock_parent_class)->unmap (widget);
}

static void
yc_visit_clock_dispose (GObject *object)
{
  YcVisitClock *self = YC_VISIT_CLOCK (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->visit);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (yc_visit_clock_parent_class)->dispose (object);
}

static void
yc_visit_clock_class_init (YcVisitClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_clock_dispose;
  widget_class->map = yc_visit_clock_map;
  widget_class->unmap = yc_visit_clock_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_visit_clock_init (YcVisitClock *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "digits");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * yc_visit_clock_new:
 *
 * Returns: a clock without a visit
 */
GtkWidget *
yc_visit_clock_new (void)
{
  return g_object_new (YC_TYPE_VISIT_CLOCK, NULL);
}

/**
 * yc_visit_clock_set:
 * @self: the clock
 * @visit: whose time is told
 * @draft: (nullable): whose promise it is held against
 */
void
yc_visit_clock_set (YcVisitClock *self, YcVisit *visit, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_VISIT_CLOCK (self));
  g_return_if_fail (YC_IS_VISIT (visit));

  g_set_object (&self->visit, visit);
  g_set_object (&self->draft, draft);
  show (self);
}
