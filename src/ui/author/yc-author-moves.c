/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving through a form as a hand would, and what the frames on the way take. */
#include "yc-author-moves.h"

#include <string.h>
#include <time.h>

/* How many frames a hand takes to pull the bar from end to end. */
#define N_PULLED 120

/* A key that is held comes again so often. */
#define REPEAT_US 33000

#define REST_MS 300

typedef struct
{
  YcFormView     *view;
  GtkAdjustment  *adjustment;
  double          step;
  YcAuthorKeys   *keys;
  gint64          pressed;
  YcAuthorFrames *frames;
} Move;

/* Of this thread. */
static gint64
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
note_frame (YcAuthorFrames *self)
{
  gint64 now = g_get_monotonic_time (), worked = get_worked ();

  if (self->latest == 0)
    {
      self->begin = now;
    }
  else
    {
      self->n++;
      self->longest = MAX (self->longest, now - self->latest);
      self->own = MAX (self->own, worked - self->worked);
    }
  self->latest = now;
  self->worked = worked;
}

static gboolean
is_at_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
         gtk_adjustment_get_upper (adjustment);
}

static gboolean
scroll_on (gpointer data)
{
  Move *self = data;
  double value = gtk_adjustment_get_value (self->adjustment);

  note_frame (self->frames);
  if (is_at_end (self->adjustment))
    return TRUE;
  gtk_adjustment_set_value (self->adjustment, value + self->step);
  return FALSE;
}

/* There is a frame for each 60th of a second, whether or not the key has moved anything. */
static gboolean
press_on (gpointer data)
{
  Move *self = data;

  note_frame (self->frames);
  if (is_at_end (self->adjustment))
    return TRUE;
  if (self->frames->latest - self->pressed >= REPEAT_US)
    {
      self->pressed = self->frames->latest;
      yc_author_keys_press (self->keys, GDK_KEY_Page_Down);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  return FALSE;
}

static void
begin_move (Move          *self,
            YcAuthorClock *clock)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (GTK_WIDGET (self->view), GTK_TYPE_SCROLLED_WINDOW);

  memset (self->frames, 0, sizeof *self->frames);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (self->adjustment, 0);
  yc_author_clock_rest (clock, REST_MS);
  gtk_widget_queue_draw (gtk_widget_get_parent (scroller));
}

/**
 * yc_author_frames_get_rate:
 * @self: frames
 *
 * Returns: frames a second; 60, which is all there can be, if nothing moved
 */
double
yc_author_frames_get_rate (const YcAuthorFrames *self)
{
  gint64 time = self->latest - self->begin;

  return time == 0 ? 60 : (double) self->n * G_USEC_PER_SEC / (double) time;
}

/**
 * yc_author_moves_scroll:
 * @view: a form in a window that scrolls
 * @clock: of the window
 * @step: pixels a frame; 0 for a bar that is pulled from end to end
 * @frames: (out caller-allocates): what came of it
 *
 * Scrolls from the beginning to the end.
 *
 * Returns: %FALSE if the window does not react
 */
gboolean
yc_author_moves_scroll (YcFormView     *view,
                        YcAuthorClock  *clock,
                        double          step,
                        YcAuthorFrames *frames)
{
  Move self = { .view = view, .step = step, .frames = frames };

  begin_move (&self, clock);
  if (self.step == 0)
    self.step = gtk_adjustment_get_upper (self.adjustment) / N_PULLED;
  return yc_author_clock_wait (clock, scroll_on, &self);
}

/**
 * yc_author_moves_page_down:
 * @view: a form with the focus in it, in a window that scrolls
 * @clock: of the window
 * @keys: where keys are pressed
 * @frames: (out caller-allocates): what came of it
 *
 * Holds Page Down until the end is there.
 *
 * Returns: %FALSE if the window does not react
 */
gboolean
yc_author_moves_page_down (YcFormView     *view,
                           YcAuthorClock  *clock,
                           YcAuthorKeys   *keys,
                           YcAuthorFrames *frames)
{
  Move self = { .view = view, .keys = keys, .frames = frames };

  begin_move (&self, clock);
  return yc_author_clock_wait (clock, press_on, &self);
}

/* Turning pages */

static YcFormField *
find_field (YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);
  YcFormField *field = yc_form_element_get_field (element);

  if (!yc_form_element_get_visible (element))
    return NULL;
  for (guint i = 0;
       field == NULL && children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      field = find_field (child);
    }
  return field;
}

/* The pointers of the first fields of all pages. */
static void
collect_pages (YcFormElement *element,
               GPtrArray     *pages)
{
  GListModel *children = yc_form_element_get_children (element);
  YcFormField *field = NULL;

  if (yc_form_element_get_kind (element) == YC_FORM_ELEMENT_CATEGORY)
    field = find_field (element);
  if (field != NULL)
    g_ptr_array_add (pages, g_strdup (yc_form_field_get_pointer (field)));
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      collect_pages (child, pages);
    }
}

static gboolean
is_settled (gpointer view)
{
  return yc_form_view_get_settled (view);
}

/**
 * yc_author_moves_turn:
 * @view: a form
 * @clock: of its window
 * @longest_ms: (out): what the slowest page took until it was painted whole; -1 if there are no
 *   pages
 *
 * Turns to each page of the form, from the last to the first.
 *
 * Returns: %FALSE if the window does not react
 */
gboolean
yc_author_moves_turn (YcFormView    *view,
                      YcAuthorClock *clock,
                      double        *longest_ms)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);

  *longest_ms = -1;
  collect_pages (yc_form_get_root (yc_form_view_get_form (view)), pages);
  for (guint i = pages->len; i > 0; i--)
    {
      gint64 begin;

      yc_author_clock_rest (clock, REST_MS);
      begin = g_get_monotonic_time ();
      if (!yc_form_view_focus_pointer (view, g_ptr_array_index (pages, i - 1)))
        continue;
      gtk_widget_queue_draw (GTK_WIDGET (view));
      if (!yc_author_clock_wait (clock, is_settled, view))
        return FALSE;
      *longest_ms =
          MAX (*longest_ms, (double) (yc_author_clock_get_paint (clock) - begin) / 1000);
    }
  return TRUE;
}
