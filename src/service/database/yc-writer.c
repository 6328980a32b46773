/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that changes the database.
 *
 * Jobs that wait together are done in one transaction, each behind its own savepoint, and are all
 * answered after one commit: the disk is asked to sync once for all of them, and a job that fails
 * leaves no trace while the others stay. */
#include "yc-writer.h"

#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* So many jobs at most share a commit, and so many may wait. */
#define MAX_BATCH 64
#define MAX_WAITING 4096
/* A batch is closed after this long, so that the first job in it does not wait for the last. */
#define MAX_BATCH_USEC (25 * 1000)

typedef struct
{
  YcWriteFunc func;
  YcWriteDone done;
  gpointer user_data;
  GError *error;
} Job;

struct _YcWriter
{
  GObject parent_instance;

  YcDatabase *database;
  GAsyncQueue *queue;
  GThread *thread;
  GFunc committed;
  gpointer committed_data;
  int n_waiting;
};

typedef struct
{
  GMutex mutex;
  GCond cond;
  YcWriteFunc func;
  gpointer user_data;
  GError *error;
  gboolean finished;
} Wait;

/* Pushed by yc_writer_stop(). */
static Job last_job;

G_DEFINE_FINAL_TYPE (YcWriter, yc_writer, G_TYPE_OBJECT)

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
do_job (YcTransaction *transaction,
        Job           *job)
{
  if (!yc_transaction_set_mark (transaction, &job->error))
    return FALSE;
  if (job->func (transaction, job->user_data, &job->error))
    return yc_transaction_keep (transaction, &job->error);
  return yc_transaction_undo (transaction, NULL);
}

static void
fail_batch (GPtrArray    *batch,
            const GError *error)
{
  for (guint i = 0; i < batch->len; i++)
    {
      Job *job = g_ptr_array_index (batch, i);

      if (job->error == NULL)
        job->error = g_error_copy (error);
    }
}

/* Returns FALSE when the writer is to stop. */
static gboolean
fill_batch (YcWriter      *self,
            YcTransaction *transaction,
            Job           *first,
            GPtrArray     *batch,
            gboolean      *sound)
{
  gint64 end = g_get_monotonic_time () + MAX_BATCH_USEC;
  Job *job = first;

  while (job != NULL && job != &last_job)
    {
      g_ptr_array_add (batch, job);
      *sound = do_job (transaction, job);
      if (!*sound || batch->len == MAX_BATCH || g_get_monotonic_time () > end)
        return TRUE;
      job = g_async_queue_try_pop (self->queue);
    }
  return job != &last_job;
}

static gboolean
run_batch (YcWriter  *self,
           Job       *first,
           GPtrArray *batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTransaction) transaction = yc_database_begin_write (self->database, &error);
  gboolean go_on = TRUE;
  gboolean sound = FALSE;

  if (transaction == NULL)
    g_ptr_array_add (batch, first);
  else
    go_on = fill_batch (self, transaction, first, batch, &sound);
  if (sound && yc_transaction_commit (transaction, &error))
    return go_on;
  if (error == NULL)
    error = g_error_new_literal (YC_SERVICE_ERROR, YC_SERVICE_ERROR_INTERNAL,
                                 "A savepoint could not be set or undone");
  g_critical ("Nothing could be written: %s", error->message);
  fail_batch (batch, error);
  return go_on;
}

static void
finish_batch (YcWriter  *self,
              GPtrArray *batch)
{
  g_atomic_int_add (&self->n_waiting, -(int) batch->len);
  for (guint i = 0; i < batch->len; i++)
    {
      Job *job = g_ptr_array_index (batch, i);

      job->done (job->error, job->user_data);
    }
  if (self->committed != NULL)
    self->committed (self, self->committed_data);
}

static gpointer
writer_thread (gpointer data)
{
  YcWriter *self = data;
  gboolean go_on = TRUE;

  while (go_on)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func (free_job);
      Job *first = g_async_queue_pop (self->queue);

      if (first == &last_job)
        return NULL;
      go_on = run_batch (self, first, batch);
      finish_batch (self, batch);
    }
  return NULL;
}

static void
yc_writer_dispose (GObject *object)
{
  YcWriter *self = YC_WRITER (object);

  yc_writer_stop (self);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_object (&self->database);
  G_OBJECT_CLASS (yc_writer_parent_class)->dispose (object);
}

static void
yc_writer_class_init (YcWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_writer_dispose;
}

static void
yc_writer_init (YcWriter *self)
{
  self->queue = g_async_queue_new ();
}

/**
 * yc_writer_new:
 * @database: the database
 *
 * Returns: (transfer full): a writer whose thread runs
 */
YcWriter *
yc_writer_new (YcDatabase *database)
{
  YcWriter *self;

  g_return_val_if_fail (YC_IS_DATABASE (database), NULL);

  self = g_object_new (YC_TYPE_WRITER, NULL);
  self->database = g_object_ref (database);
  self->thread = g_thread_new ("writer", writer_thread, self);
  return self;
}

/**
 * yc_writer_set_committed:
 * @self: a writer with nothing to do yet
 * @func: called on the writer's thread after each commit
 * @user_data: data for @func
 */
void
yc_writer_set_committed (YcWriter *self,
                         GFunc     func,
                         gpointer  user_data)
{
  self->committed = func;
  self->committed_data = user_data;
}

/**
 * yc_writer_push:
 * @self: a writer
 * @func: does the changes
 * @done: told when they are lasting or have failed
 * @user_data: data for both
 *
 * Hands a job over. Jobs are done in the order they come.
 *
 * Returns: %FALSE when too many are waiting or the writer has stopped; nothing is called then
 */
gboolean
yc_writer_push (YcWriter    *self,
                YcWriteFunc  func,
                YcWriteDone  done,
                gpointer     user_data)
{
  Job *job;

  if (g_atomic_int_add (&self->n_waiting, 1) >= MAX_WAITING)
    {
      g_atomic_int_add (&self->n_waiting, -1);
      return FALSE;
    }
  job = g_new0 (Job, 1);
  job->func = func;
  job->done = done;
  job->user_data = user_data;
  g_async_queue_push (self->queue, job);
  return TRUE;
}

static gboolean
wait_func (YcTransaction  *transaction,
           gpointer        user_data,
           GError        **error)
{
  Wait *wait = user_data;

  return wait->func (transaction, wait->user_data, error);
}

static void
wait_done (const GError *error,
           gpointer      user_data)
{
  Wait *wait = user_data;

  g_mutex_lock (&wait->mutex);
  wait->error = error != NULL ? g_error_copy (error) : NULL;
  wait->finished = TRUE;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->mutex);
}

static void
wait_until_finished (Wait *wait)
{
  g_mutex_lock (&wait->mutex);
  while (!wait->finished)
    g_cond_wait (&wait->cond, &wait->mutex);
  g_mutex_unlock (&wait->mutex);
}

/**
 * yc_writer_run:
 * @self: a writer
 * @func: does the changes
 * @user_data: data for @func
 * @error: (nullable): return location
 *
 * Hands a job over and waits for its commit. Not for the server's threads or the writer's own.
 *
 * Returns: %FALSE when the changes are not there
 */
gboolean
yc_writer_run (YcWriter     *self,
               YcWriteFunc   func,
               gpointer      user_data,
               GError      **error)
{
  Wait wait = { .func = func, .user_data = user_data };

  g_mutex_init (&wait.mutex);
  g_cond_init (&wait.cond);
  if (yc_writer_push (self, wait_func, wait_done, &wait))
    wait_until_finished (&wait);
  else
    wait.error = g_error_new_literal (YC_SERVICE_ERROR, YC_SERVICE_ERROR_BUSY,
                                      _("Too many changes are waiting."));
  g_mutex_clear (&wait.mutex);
  g_cond_clear (&wait.cond);
  if (wait.error == NULL)
    return TRUE;
  g_propagate_error (error, wait.error);
  return FALSE;
}

/**
 * yc_writer_get_n_waiting:
 * @self: a writer
 *
 * Returns: the number of jobs that are waiting or being done
 */
guint
yc_writer_get_n_waiting (YcWriter *self)
{
  return MAX (g_atomic_int_get (&self->n_waiting), 0);
}

/**
 * yc_writer_stop:
 * @self: a writer
 *
 * Does the jobs that were handed over and ends the thread.
 */
void
yc_writer_stop (YcWriter *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->queue, &last_job);
  g_thread_join (g_steal_pointer (&self->thread));
}
