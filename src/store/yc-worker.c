/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that touches a database, with a queue before it: writes go before reads, results
 * come back in the caller's main context. */
#include "yc-worker.h"

#include "yc-migrations.h"
#include "yc-store-error.h"

struct _YcWorker
{
  GObject           parent_instance;

  char             *path;
  char             *migrations;
  YcConnectionMode  mode;
  GThread          *thread;

  GMutex            mutex;
  GCond             cond;
  /* Guarded by the mutex; elements are GTask. */
  GQueue            writes;
  GQueue            reads;
  gboolean          closing;
};

typedef struct
{
  YcWorkerKind   kind;
  YcWorkerFunc   func;
  gpointer       data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gpointer       result;
  GError        *error;
} Job;

G_DEFINE_FINAL_TYPE (YcWorker, yc_worker, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_error (&job->error);
  g_free (job);
}

static GTask *
next_task (YcWorker *self)
{
  GTask *task;

  g_mutex_lock (&self->mutex);
  while (g_queue_is_empty (&self->writes) && g_queue_is_empty (&self->reads) && !self->closing)
    g_cond_wait (&self->cond, &self->mutex);
  task = g_queue_pop_head (&self->writes);
  if (task == NULL)
    task = g_queue_pop_head (&self->reads);
  g_mutex_unlock (&self->mutex);
  return task;
}

static gpointer
run_job (YcConnection  *connection,
         Job           *job,
         GError       **error)
{
  gpointer result;

  if (job->kind == YC_WORKER_READ)
    return job->func (connection, job->data, error);
  if (!yc_connection_begin (connection, error))
    return NULL;

  result = job->func (connection, job->data, error);
  if (*error == NULL && yc_connection_commit (connection, error))
    return result;

  yc_connection_rollback (connection);
  if (result != NULL && job->free_result != NULL)
    job->free_result (result);
  return NULL;
}

/* In the caller's context, where the task, its data and perhaps the worker may be dropped. */
static gboolean
deliver_cb (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->free_result);
  return G_SOURCE_REMOVE;
}

/* Takes @task, which may be gone before this ends, and the context of the caller with it: a source
 * must not be let go of in a context that is just being freed. */
static void
deliver (GTask *task)
{
  GMainContext *callers = g_task_get_context (task);
  g_autoptr (GMainContext) context = callers != NULL ? g_main_context_ref (callers) : NULL;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, deliver_cb, task, g_object_unref);
  g_source_set_static_name (source, "[yichuang] store result");
  g_source_attach (source, context);
}

static void
run_task (YcConnection *connection,
          GTask        *task,
          const GError *open_error)
{
  Job *job = g_task_get_task_data (task);

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &job->error))
    return;
  if (connection == NULL)
    job->error = g_error_copy (open_error);
  else if (job->func != NULL)
    job->result = run_job (connection, job, &job->error);
}

static YcConnection *
open_connection (YcWorker  *self,
                 GError   **error)
{
  g_autoptr (YcConnection) connection = yc_connection_open (self->path, self->mode, error);

  if (connection == NULL)
    return NULL;
  if (self->migrations != NULL && !yc_migrations_run (connection, self->migrations, error))
    return NULL;
  return g_steal_pointer (&connection);
}

static gpointer
worker_main (gpointer data)
{
  YcWorker *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = open_connection (self, &error);

  for (;;)
    {
      GTask *task = next_task (self);

      if (task == NULL)
        return NULL;
      run_task (connection, task, error);
      deliver (task);
    }
}

static void
yc_worker_dispose (GObject *object)
{
  yc_worker_close (YC_WORKER (object));

  G_OBJECT_CLASS (yc_worker_parent_class)->dispose (object);
}

static void
yc_worker_finalize (GObject *object)
{
  YcWorker *self = YC_WORKER (object);

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->migrations, g_free);

  G_OBJECT_CLASS (yc_worker_parent_class)->finalize (object);
}

static void
yc_worker_class_init (YcWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_worker_dispose;
  object_class->finalize = yc_worker_finalize;
}

static void
yc_worker_init (YcWorker *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->writes);
  g_queue_init (&self->reads);
}

/**
 * yc_worker_new:
 * @path: the database's file name
 * @mode: whether to write
 * @migrations: (nullable): resource path of numbered migrations to run at the start
 *
 * Starts a thread that opens the database. A database that cannot be opened is told by
 * yc_worker_open_async() and by every job.
 *
 * Returns: (transfer full): a worker
 */
YcWorker *
yc_worker_new (const char       *path,
               YcConnectionMode  mode,
               const char       *migrations)
{
  YcWorker *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (YC_TYPE_WORKER, NULL);
  self->path = g_strdup (path);
  self->migrations = g_strdup (migrations);
  self->mode = mode;
  self->thread = g_thread_new ("yc-store", worker_main, self);
  return self;
}

/* A task keeps its worker alive through its source object until it is dropped in the caller's
 * context, so the worker is never finalized in its own thread. */
static void
enqueue (YcWorker *self,
         GTask    *task)
{
  Job *job = g_task_get_task_data (task);
  gboolean closing;

  g_mutex_lock (&self->mutex);
  closing = self->closing;
  if (!closing)
    g_queue_push_tail (job->kind == YC_WORKER_WRITE ? &self->writes : &self->reads,
                       g_object_ref (task));
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (closing)
    g_task_return_new_error (task, YC_STORE_ERROR, YC_STORE_ERROR_CLOSED,
                             "The database was closed");
}

/**
 * yc_worker_open_async:
 * @self: a worker
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Waits until the database is open and its schema is the newest.
 */
void
yc_worker_open_async (YcWorker            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (YC_IS_WORKER (self));

  yc_worker_run_async (self, YC_WORKER_READ, NULL, NULL, NULL, NULL, cancellable, callback,
                       user_data);
}

/**
 * yc_worker_open_finish:
 * @self: a worker
 * @result: the result
 * @error: return location
 *
 * Returns: %TRUE when the database is ready; errors are those of yc_connection_open() and
 *   yc_migrations_run()
 */
gboolean
yc_worker_open_finish (YcWorker      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  yc_worker_run_finish (self, result, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * yc_worker_run_async:
 * @self: a worker
 * @kind: read or write
 * @func: (nullable): the job
 * @data: (nullable): for @func; owned by the job
 * @free_data: (nullable): frees @data, in the caller's context
 * @free_result: (nullable): frees the result when nobody takes it
 * @cancellable: (nullable): a job that has not begun is not run when this is cancelled;
 *   a job that has begun runs to its end
 * @callback: (nullable): called in the caller's main context
 * @user_data: for @callback
 *
 * Queues a job. Writes keep their order, reads keep theirs, and writes go first.
 */
void
yc_worker_run_async (YcWorker            *self,
                     YcWorkerKind         kind,
                     YcWorkerFunc         func,
                     gpointer             data,
                     GDestroyNotify       free_data,
                     GDestroyNotify       free_result,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (YC_IS_WORKER (self));
  g_return_if_fail (kind == YC_WORKER_WRITE || kind == YC_WORKER_READ);

  job = g_new0 (Job, 1);
  job->kind = kind;
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_worker_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* What was written was written: a late cancel must not deny it. */
  g_task_set_check_cancellable (task, FALSE);
  enqueue (self, task);
}

/**
 * yc_worker_run_finish:
 * @self: a worker
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the job returned. %NULL is a result like another:
 *   look at @error
 */
gpointer
yc_worker_run_finish (YcWorker      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (YC_IS_WORKER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * yc_worker_close:
 * @self: a worker
 *
 * Runs what is queued, closes the database and ends the thread. Blocks until then, so call it
 * when the program ends. Jobs queued later fail with %YC_STORE_ERROR_CLOSED.
 */
void
yc_worker_close (YcWorker *self)
{
  g_return_if_fail (YC_IS_WORKER (self));

  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  g_clear_pointer (&self->thread, g_thread_join);
}
