/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a form is on this machine: opening it, typing, scrolling, and the memory it takes. */
#include "yc-author-benchmark.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "yc-author-clock.h"
#include "yc-author-keys.h"
#include "yc-author-moves.h"

#define N_KEYS 300

/* Keys come at most so fast. One that came within the same 60th of a second as the paint before
 * would only be measured to wait for the next one, which is the screen's time and not ours. */
#define KEY_MS 30

/* What a turn of the wheel or a quick finger moves within a frame. */
#define SCROLL_STEP 100

/* Times in ms; -1 for what cannot be measured in the form. */
typedef struct
{
  YcAuthorWindow *window;
  YcFormView     *view;
  YcAuthorClock  *clock;
  gboolean        changed;
  double          window_ms;
  double          open_ms;
  double          first_key_ms;
  guint           n_keys;
  double          times[N_KEYS];
  double          opened_mb;
  YcAuthorFrames  wheel;
  YcAuthorFrames  bar;
  YcAuthorFrames  page_down;
  double          category_ms;
  double          scrolled_mb;
} Run;

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

/* Since the process began; 0 if nobody tells. */
static double
get_age (void)
{
  g_autofree char *text = NULL;
  const char *end;
  struct timespec now;
  guint64 begin = 0;

  /* The name of the program, which may be anything, stands in brackets; the time is twenty words
   * behind it. */
  if (!g_file_get_contents ("/proc/self/stat", &text, NULL, NULL) ||
      (end = strrchr (text, ')')) == NULL)
    return 0;
  for (guint word = 0; word < 20 && end != NULL; word++)
    end = strchr (end + 1, ' ');
  if (end != NULL)
    begin = g_ascii_strtoull (end, NULL, 10);
  clock_gettime (CLOCK_BOOTTIME, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6 -
         (double) begin * 1e3 / (double) sysconf (_SC_CLK_TCK);
}

static gboolean
open_form (Run     *self,
           GError **error)
{
  gint64 begin;

  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  if (!yc_author_clock_wait (self->clock, is_painted, NULL))
    return fail (error);
  self->window_ms = get_age ();
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

/* Presses @key; the time until what follows from it is painted, -1 if nothing does. */
static double
press_key (Run          *self,
           YcAuthorKeys *keys,
           guint         key)
{
  gint64 begin = g_get_monotonic_time ();

  self->changed = FALSE;
  yc_author_keys_press (keys, key);
  if (!yc_author_clock_wait (self->clock, is_changed, self))
    return -1;
  return (double) (yc_author_clock_get_paint (self->clock) - begin) / 1000;
}

/* A character and a Backspace in turn, so that the field does not grow. The first character comes as
 * soon as the form is there, the others into a form at rest. */
static gboolean
press_keys (Run          *self,
            YcAuthorKeys *keys)
{
  self->first_key_ms = press_key (self, keys, GDK_KEY_1);
  if (self->first_key_ms < 0)
    return FALSE;
  press_key (self, keys, GDK_KEY_BackSpace);
  yc_author_clock_rest (self->clock, 10 * KEY_MS);
  for (; self->n_keys < N_KEYS; self->n_keys++)
    {
      yc_author_clock_rest (self->clock, KEY_MS);
      self->times[self->n_keys] =
          press_key (self, keys, self->n_keys % 2 == 0 ? GDK_KEY_1 : GDK_KEY_BackSpace);
      if (self->times[self->n_keys] < 0)
        return FALSE;
    }
  qsort (self->times, self->n_keys, sizeof *self->times, compare);
  return TRUE;
}

static gboolean
type (Run          *self,
      YcAuthorKeys *keys,
      GError      **error)
{
  YcForm *form = yc_form_view_get_form (self->view);
  gboolean alive;
  gulong id;

  if (!find_place (self, yc_form_get_root (form)))
    return TRUE;
  id = g_signal_connect (form, "changed", G_CALLBACK (changed_cb), self);
  alive = press_keys (self, keys);
  g_signal_handler_disconnect (form, id);
  return alive || fail (error);
}

static gboolean
move (Run          *self,
      YcAuthorKeys *keys,
      GError      **error)
{
  gboolean alive = yc_author_moves_scroll (self->view, self->clock, SCROLL_STEP, &self->wheel) &&
                   yc_author_moves_scroll (self->view, self->clock, 0, &self->bar);

  if (alive && yc_form_view_focus_first (self->view))
    alive = yc_author_moves_page_down (self->view, self->clock, keys, &self->page_down);
  if (alive)
    alive = yc_author_moves_turn (self->view, self->clock, &self->category_ms);
  return alive || fail (error);
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

static void
add (GString    *line,
     const char *name,
     double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (
      line, ",\"%s\":%s", name,
      value < 0 ? "null" : g_ascii_formatd (text, sizeof text, "%.2f", value));
}

static void
add_frames (GString              *line,
            const char           *name,
            const YcAuthorFrames *frames)
{
  g_autofree char *rate = g_strconcat (name, "_fps", NULL);
  g_autofree char *longest = g_strconcat (name, "_longest_ms", NULL);
  g_autofree char *own = g_strconcat (name, "_own_ms", NULL);

  add (line, rate, yc_author_frames_get_rate (frames));
  add (line, longest, (double) frames->longest / 1000);
  add (line, own, (double) frames->own / 1000);
}

static char *
report (Run *self)
{
  YcFormElement *root = yc_form_get_root (yc_form_view_get_form (self->view));
  GString *line = g_string_new ("{\"bench\":\"form-preview\"");

  g_string_append_printf (line, ",\"fields\":%u", count_fields (root));
  add (line, "window_ms", self->window_ms);
  add (line, "open_ms", self->open_ms);
  add (line, "first_key_ms", self->first_key_ms);
  g_string_append_printf (line, ",\"keys\":%u", self->n_keys);
  add (line, "key_p50_ms", self->n_keys == 0 ? -1 : self->times[self->n_keys / 2]);
  add (line, "key_p99_ms", self->n_keys == 0 ? -1 : self->times[self->n_keys * 99 / 100]);
  add_frames (line, "scroll", &self->wheel);
  add_frames (line, "pull", &self->bar);
  add_frames (line, "page_down", &self->page_down);
  add (line, "category_ms", self->category_ms);
  add (line, "pss_mb", self->opened_mb);
  add (line, "pss_scrolled_mb", self->scrolled_mb);
  g_string_append_printf (line, ",\"editors\":%u}", yc_form_view_get_n_editors (self->view));
  return g_string_free (line, FALSE);
}

/**
 * yc_author_benchmark_run:
 * @window: a window that is on screen and has not loaded its form yet
 * @error: return location
 *
 * Loads the form and measures until its visible part is painted whole; then key presses into its
 * first field for text, each until what follows from it is painted; then scrolls through all of it,
 * with a wheel, with the bar and with Page Down, and turns its pages. Turns the main loop itself.
 *
 * Returns: (transfer full) (nullable): a line of JSON, with null for what the form has nothing for;
 *   %NULL with %G_IO_ERROR
 */
char *
yc_author_benchmark_run (YcAuthorWindow *window,
                         GError        **error)
{
  g_autoptr (YcAuthorClock) clock = NULL;
  g_autoptr (YcAuthorKeys) keys = NULL;
  Run run = { .first_key_ms = -1, .category_ms = -1 };

  g_return_val_if_fail (YC_IS_AUTHOR_WINDOW (window), NULL);

  run.window = window;
  run.view = yc_author_window_get_view (window);
  run.clock = clock = yc_author_clock_new (GTK_WIDGET (window));
  if (!open_form (&run, error))
    return NULL;
  keys = yc_author_keys_new (GTK_WINDOW (window));
  if (keys == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Key presses can only be measured on an X server with XTEST, such as "
                              "Xvfb."));
      return NULL;
    }
  if (!type (&run, keys, error) || !move (&run, keys, error))
    return NULL;
  yc_author_clock_rest (clock, 10 * KEY_MS);
  run.scrolled_mb = get_pss ();
  return report (&run);
}
