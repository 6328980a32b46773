/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clears away files, sessions, answers and events that nobody needs any more, on its own thread. */
#include "yc-housekeeper.h"

#include "yc-old-rows.h"

#define PAUSE (6 * 60 * 60 * G_TIME_SPAN_SECOND)

struct _YcHousekeeper
{
  YcWriter *writer;
  YcFileSweeper *sweeper;
  GCancellable *stopping;
  GThread *thread;
  GMutex mutex;
  GCond cond;
};

YcHousekeeper *
yc_housekeeper_new (YcDatabase  *database,
                    YcWriter    *writer,
                    YcFileStore *store)
{
  YcHousekeeper *self = g_new0 (YcHousekeeper, 1);

  self->writer = g_object_ref (writer);
  self->sweeper = yc_file_sweeper_new (database, writer, store);
  self->stopping = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

void
yc_housekeeper_free (YcHousekeeper *self)
{
  yc_housekeeper_stop (self);
  g_object_unref (self->writer);
  g_object_unref (self->stopping);
  yc_file_sweeper_free (self->sweeper);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static void
tell (const char *what,
      GError     *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s that nobody needs could not be removed: %s %d", what,
               g_quark_to_string (error->domain), error->code);
}

static void
clear_away (YcHousekeeper *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) of_rows = NULL;
  g_autoptr (GError) of_files = NULL;

  yc_old_rows_remove (self->writer, now, self->stopping, &of_rows);
  tell ("Rows", of_rows);
  yc_file_sweeper_run (self->sweeper, now, &of_files);
  tell ("Files", of_files);
}

static gboolean
wait_or_stop (YcHousekeeper *self)
{
  gint64 until = g_get_monotonic_time () + PAUSE;
  gboolean stopping;

  g_mutex_lock (&self->mutex);
  while (!g_cancellable_is_cancelled (self->stopping) &&
         g_cond_wait_until (&self->cond, &self->mutex, until))
    ;
  stopping = g_cancellable_is_cancelled (self->stopping);
  g_mutex_unlock (&self->mutex);
  return !stopping;
}

static gpointer
thread_func (gpointer data)
{
  YcHousekeeper *self = data;

  do
    clear_away (self);
  while (wait_or_stop (self));
  return NULL;
}

void
yc_housekeeper_start (YcHousekeeper *self)
{
  self->thread = g_thread_new ("yc-housekeeper", thread_func, self);
}

void
yc_housekeeper_stop (YcHousekeeper *self)
{
  g_mutex_lock (&self->mutex);
  g_cancellable_cancel (self->stopping);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
}
