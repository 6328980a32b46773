/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a form's author starts it: its options and what they make it do. */
#include "yc-author.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "yc-author-benchmark.h"
#include "yc-author-clock.h"
#include "yc-author-picture.h"
#include "yc-author-window.h"

#define USAGE_STATUS 2

/* As wide as the middle column of a desk. */
#define FORM_WIDTH 700
#define FORM_HEIGHT 760

struct _YcAuthor
{
  GStrv           paths;
  gboolean        wanted;
  gboolean        benchmark;
  gboolean        check;
  char           *picture;
  char           *sources;
  GtkApplication *application;  /* not owned */
  YcAuthorFiles  *files;
  YcAuthorWindow *window;       /* nullable, weak */
  int             status;
};

const GOptionEntry yc_author_options[] = {
  { "form-preview", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Show a form to its author, from its schema and, if there are, its layout and data"),
    NULL },
  { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Save a picture of the whole form and end"), N_ ("FILE") },
  { "sources", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Fill in from this file what a desk would fill in by itself"), N_ ("FILE") },
  { "check", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Show what is wrong in the form, as when it is sent"), NULL },
  { "benchmark", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Print how fast the form is, as a line of JSON, and end"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
    N_ ("[SCHEMA [LAYOUT [DATA]]]") },
  { NULL },
};

/* The words do not end: an author is told all that is wrong. */
static void
complain (const char *words)
{
  g_printerr ("yichuang: %s\n", words);
}

static void
print_mistakes (YcAuthor *self)
{
  for (const char *const *line = yc_author_window_get_mistakes (self->window); *line != NULL;
       line++)
    complain (*line);
}

static void
end (YcAuthor *self,
     GError   *error)
{
  if (error != NULL)
    complain (error->message);
  self->status = error == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static gboolean
is_whole (gpointer data)
{
  return yc_form_view_get_settled (data);
}

static void
save_picture (YcAuthor *self)
{
  YcFormView *view = yc_author_window_get_view (self->window);
  g_autoptr (YcAuthorClock) clock = yc_author_clock_new (GTK_WIDGET (self->window));
  g_autoptr (GError) error = NULL;

  yc_form_view_set_unfolded (view, TRUE);
  yc_author_window_load (self->window);
  print_mistakes (self);
  if (self->check)
    yc_author_window_check (self->window);
  if (yc_form_view_get_form (view) == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("There is no form to take a picture of."));
  else if (!yc_author_clock_wait (clock, is_whole, view))
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                         _ ("The window does not show the form."));
  else
    yc_author_picture_save (GTK_WIDGET (view), self->picture, &error);
  end (self, error);
}

static void
measure (YcAuthor *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = yc_author_benchmark_run (self->window, &error);

  if (line != NULL)
    g_print ("%s\n", line);
  else
    print_mistakes (self);
  end (self, error);
}

/* Once the window is on screen. */
static gboolean
work_cb (gpointer user_data)
{
  YcAuthor *self = user_data;
  g_autoptr (GtkApplication) application = g_object_ref (self->application);

  if (self->picture != NULL)
    save_picture (self);
  else
    measure (self);
  return G_SOURCE_REMOVE;
}

/**
 * yc_author_new:
 *
 * Returns: (transfer full): an author who wants nothing
 */
YcAuthor *
yc_author_new (void)
{
  return g_new0 (YcAuthor, 1);
}

/**
 * yc_author_free:
 * @self: the author
 */
void
yc_author_free (YcAuthor *self)
{
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->files);
  g_strfreev (self->paths);
  g_free (self->picture);
  g_free (self->sources);
  g_free (self);
}

/**
 * yc_author_take:
 * @self: the author
 * @options: what the program was started with
 *
 * Returns: -1 to go on, or the status to end with after a word on standard error
 */
int
yc_author_take (YcAuthor     *self,
                GVariantDict *options)
{
  const char *words = NULL;
  guint n;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^aay", &self->paths);
  g_variant_dict_lookup (options, "form-preview", "b", &self->wanted);
  g_variant_dict_lookup (options, "benchmark", "b", &self->benchmark);
  g_variant_dict_lookup (options, "check", "b", &self->check);
  g_variant_dict_lookup (options, "screenshot", "^ay", &self->picture);
  g_variant_dict_lookup (options, "sources", "^ay", &self->sources);
  n = self->paths == NULL ? 0 : g_strv_length (self->paths);
  if (!self->wanted && (n > 0 || self->benchmark || self->check || self->picture != NULL ||
                        self->sources != NULL))
    words = _ ("Files, --sources, --screenshot, --check and --benchmark go with --form-preview.");
  else if (self->wanted && (n == 0 || n > YC_AUTHOR_DATA + 1))
    words = _ ("--form-preview takes a schema and, if there are, its layout and data.");
  else if (self->benchmark && self->picture != NULL)
    words = _ ("Choose one of --screenshot and --benchmark.");
  if (words == NULL)
    return -1;
  complain (words);
  return USAGE_STATUS;
}

/**
 * yc_author_is_wanted:
 * @self: the author
 *
 * Returns: whether the program was started for an author and not for a desk
 */
gboolean
yc_author_is_wanted (YcAuthor *self)
{
  return self->wanted;
}

/**
 * yc_author_open:
 * @self: the author
 * @application: the program
 *
 * Opens the window and does what was asked for. Ends the program if there is nothing to look at.
 */
void
yc_author_open (YcAuthor       *self,
                GtkApplication *application)
{
  gboolean alone = self->benchmark || self->picture != NULL;

  if (self->window != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }
  self->application = application;
  self->files = yc_author_files_new ((const char *const *) self->paths);
  yc_author_files_set_checks (self->files, !self->benchmark);
  yc_author_files_set_sources (self->files, self->sources);
  g_set_weak_pointer (&self->window,
                      YC_AUTHOR_WINDOW (yc_author_window_new (application, self->files)));
  if (alone)
    {
      yc_author_window_hide_sides (self->window);
      gtk_window_set_default_size (GTK_WINDOW (self->window), FORM_WIDTH, FORM_HEIGHT);
      gtk_window_present (GTK_WINDOW (self->window));
      g_idle_add (work_cb, self);
      return;
    }
  gtk_window_present (GTK_WINDOW (self->window));
  yc_author_window_load (self->window);
  if (self->check)
    yc_author_window_check (self->window);
  yc_author_files_watch (self->files);
}

/**
 * yc_author_get_status:
 * @self: the author
 *
 * Returns: what the program shall end with
 */
int
yc_author_get_status (YcAuthor *self)
{
  return self->status;
}
