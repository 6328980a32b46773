/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a form is on this machine: opening it, typing, scrolling, and the memory it takes. */
#include "yc-author-benchmark.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "yc-author-clock.h"
#include "yc-author-keys.h"

#define N_KEYS 300

/* Keys come at most so fast. One that came within the same 60th of a second as the paint before
 * would only be measured to wait for the next one, which is the screen's time and not ours. */
#define KEY_MS 30

/* What a turn of the wheel or a quick finger moves within a frame; and how many frames a hand takes
 * to pull the bar from end to end. */
#define SCROLL_STEP 100
#define N_PULLED 120

typedef struct
{
  YcAuthorWindow *window;
  YcFormView     *view;
  YcAuthorClock  *clock;
  gboolean        changed;
  double          times[N_KEYS];        /* ms */
  double          open_ms;
  double          opened_mb;
  double          scrolled_mb;
} Run;

/* Of one way to scroll. */
typedef struct
{
  GtkAdjustment *adjustment;
  double         step;
  guint          n_frames;
  gint64         begin;
  gint64         latest;
  gint64         longest;
} Scrolling;

static gboolean
is_painted (gpointer data)
{
  return TRUE;
}

static gboolean
is_settled (gpointer data)
{
  Run *self = data;

  return yc_form_view_get_form (self->view) != NULL && yc_form_view_get_settled (self->view);
}

static gboolean
is_changed (gpointer data)
{
  return ((Run *) data)->changed;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                       _ ("The window does not react; nothing was measured."));
  return FALSE;
}

/* Proportional set size of this process in MB; 0 if nobody tells. */
static double
get_pss (void)
{
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  found = strstr (text, "\nPss:");
  return found == NULL ? 0 : (double) g_ascii_strtoll (found + 5, NULL, 10) / 1024;
}

static gboolean
open_form (Run     *self,
           GError **error)
{
  gint64 begin;

  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  if (!yc_author_clock_wait (self->clock, is_painted, NULL))
    return fail (error);
  /* As at a desk, where the window has been quiet before a form is opened. */
  yc_author_clock_rest (self->clock, 10 * KEY_MS);
  begin = g_get_monotonic_time ();
  yc_author_window_load (self->window);
  if (yc_form_view_get_form (self->view) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           yc_author_window_get_mistakes (self->window)[0]);
      return FALSE;
    }
  if (!yc_author_clock_wait (self->clock, is_settled, self))
    return fail (error);
  self->open_ms = (double) (yc_author_clock_get_paint (self->clock) - begin) / 1000;
  self->opened_mb = get_pss ();
  return TRUE;
}

/* Typing */

static gboolean
can_type (YcFormField *field)
{
  return yc_form_field_get_kind (field) == YC_FORM_FIELD_TEXT &&
         yc_form_field_get_enabled (field) && !yc_form_field_get_read_only (field) &&
         !yc_form_field_get_calculated (field);
}

/* Goes to the first field that takes text. */
static gboolean
find_place (Run           *self,
            YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);
  GListModel *children = yc_form_element_get_children (element);

  if (!yc_form_element_get_visible (element))
    return FALSE;
  if (field != NULL)
    return can_type (field) &&
           yc_form_view_focus_pointer (self->view, yc_form_field_get_pointer (field));
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      if (find_place (self, child))
        return TRUE;
    }
  return FALSE;
}

static void
changed_cb (YcForm *form,
            Run    *self)
{
  self->changed = TRUE;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* A character and a Backspace in turn, so that the field does not grow. */
static gboolean
press_keys (Run          *self,
            YcAuthorKeys *keys,
            GError      **error)
{
  YcForm *form = yc_form_view_get_form (self->view);
  gulong id = g_signal_connect (form, "changed", G_CALLBACK (changed_cb), self);
  gboolean alive = TRUE;

  for (guint i = 0; i < N_KEYS && alive; i++)
    {
      gint64 begin;

      yc_author_clock_rest (self->clock, KEY_MS);
      self->changed = FALSE;
      begin = g_get_monotonic_time ();
      yc_author_keys_press (keys, i % 2 == 0 ? GDK_KEY_1 : GDK_KEY_BackSpace);
      alive = yc_author_clock_wait (self->clock, is_changed, self);
      self->times[i] = (double) (yc_author_clock_get_paint (self->clock) - begin) / 1000;
    }
  g_signal_handler_disconnect (form, id);
  qsort (self->times, N_KEYS, sizeof *self->times, compare);
  return alive || fail (error);
}

static gboolean
type (Run     *self,
      GError **error)
{
  g_autoptr (YcAuthorKeys) keys = yc_author_keys_new (GTK_WINDOW (self->window));

  if (keys == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Key presses can only be measured on an X server with XTEST, such as "
                              "Xvfb."));
      return FALSE;
    }
  if (!find_place (self, yc_form_get_root (yc_form_view_get_form (self->view))))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The form has no field for text, so that typing cannot be measured."));
      return FALSE;
    }
  yc_author_clock_rest (self->clock, 10 * KEY_MS);
  return press_keys (self, keys, error);
}

/* Scrolling */

static gboolean
move_on (gpointer data)
{
  Scrolling *self = data;
  double value = gtk_adjustment_get_value (self->adjustment);
  double end = gtk_adjustment_get_upper (self->adjustment) -
               gtk_adjustment_get_page_size (self->adjustment);
  gint64 now = g_get_monotonic_time ();

  if (self->latest != 0)
    {
      self->n_frames++;
      self->longest = MAX (self->longest, now - self->latest);
    }
  else
    {
      self->begin = now;
    }
  self->latest = now;
  gtk_adjustment_set_value (self->adjustment, value + self->step);
  return value >= end;
}

static gboolean
scroll (Run       *self,
        double     step,
        Scrolling *scrolling)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->view),
                                                 GTK_TYPE_SCROLLED_WINDOW);

  memset (scrolling, 0, sizeof *scrolling);
  scrolling->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (scrolling->adjustment, 0);
  yc_author_clock_rest (self->clock, 10 * KEY_MS);
  scrolling->step = step > 0 ? step
                             : gtk_adjustment_get_upper (scrolling->adjustment) / N_PULLED;
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  return yc_author_clock_wait (self->clock, move_on, scrolling);
}

/* A frame for each 60th of a second is all there can be. */
static double
get_rate (const Scrolling *scrolling)
{
  gint64 time = scrolling->latest - scrolling->begin;

  return time == 0 ? 60 : (double) scrolling->n_frames * G_USEC_PER_SEC / (double) time;
}

static guint
count_fields (YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);
  guint n = yc_form_element_get_field (element) != NULL;

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      n += count_fields (child);
    }
  return n;
}

static char *
report (Run             *self,
        const Scrolling *wheel,
        const Scrolling *bar)
{
  YcFormElement *root = yc_form_get_root (yc_form_view_get_form (self->view));

  return g_strdup_printf (
      "{\"bench\":\"form-preview\",\"fields\":%u,\"open_ms\":%.1f,\"key_p50_ms\":%.2f,"
      "\"key_p99_ms\":%.2f,\"keys\":%d,\"pss_mb\":%.1f,\"scroll_fps\":%.1f,"
      "\"scroll_longest_ms\":%.1f,\"pull_fps\":%.1f,\"pull_longest_ms\":%.1f,"
      "\"pss_scrolled_mb\":%.1f,\"editors\":%u}",
      count_fields (root), self->open_ms, self->times[N_KEYS / 2], self->times[N_KEYS * 99 / 100],
      N_KEYS, self->opened_mb, get_rate (wheel), (double) wheel->longest / 1000, get_rate (bar),
      (double) bar->longest / 1000, self->scrolled_mb, yc_form_view_get_n_editors (self->view));
}

/**
 * yc_author_benchmark_run:
 * @window: a window that is on screen and has not loaded its form yet
 * @error: return location
 *
 * Loads the form and measures until its visible part is painted whole; then key presses into its
 * first field for text, each until what follows from it is painted; then scrolls through all of it,
 * first as with a wheel and then as if the bar was pulled. Turns the main loop itself.
 *
 * Returns: (transfer full) (nullable): a line of JSON; %NULL with %G_IO_ERROR
 */
char *
yc_author_benchmark_run (YcAuthorWindow *window,
                         GError        **error)
{
  g_autoptr (YcAuthorClock) clock = yc_author_clock_new (GTK_WIDGET (window));
  Run run = { window, yc_author_window_get_view (window), clock };
  Scrolling wheel, bar;

  g_return_val_if_fail (YC_IS_AUTHOR_WINDOW (window), NULL);

  if (!open_form (&run, error) || !type (&run, error))
    return NULL;
  if (!scroll (&run, SCROLL_STEP, &wheel) || !scroll (&run, 0, &bar))
    {
      fail (error);
      return NULL;
    }
  yc_author_clock_rest (clock, 10 * KEY_MS);
  run.scrolled_mb = get_pss ();
  return report (&run, &wheel, &bar);
}
