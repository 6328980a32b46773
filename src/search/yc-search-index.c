/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: a file at the desk, read and written by threads of its own.
 *
 * One thread writes and one reads, each with its own connection, so that queries do not wait for a
 * filling. A file that is damaged is thrown away and made anew, empty, beside the main loop.
 */
#include "yc-search-index.h"

#include "yc-search-batch-private.h"
#include "yc-search-file-private.h"
#include "yc-search-reader-private.h"
#include "yc-search-writer-private.h"
#include "yc-worker.h"

#include <glib/gstdio.h>

/* Between two looks for damage, each of some milliseconds. */
#define VERIFY_INTERVAL_MS 30

struct _YcSearchIndex
{
  GObject         parent_instance;

  char           *path;
  /* The folder of an index that is gone with the object. */
  char           *folder;
  /* Where signals are emitted. */
  GMainContext   *context;
  GThread        *thread;
  /* Used in the thread of the worker that reads. */
  YcSearchReader *reader;

  GMutex          mutex;
  /* Guarded by the mutex. */
  YcWorker       *writing;
  YcWorker       *reading;
  char           *stamp;
  guint           n_documents;
  gboolean        renewing;
};

typedef struct
{
  YcSearchReader  *reader;
  YcSearchBatch   *batch;
  char            *query;
  YcSearchOptions  options;
  GStrv            kinds;
  char            *place;
  GCancellable    *cancellable;
} Job;

enum
{
  CHANGED,
  NEEDS_FILLING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcSearchIndex, yc_search_index, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->reader, yc_search_reader_unref);
  g_clear_pointer (&job->batch, yc_search_batch_free);
  g_clear_pointer (&job->options.usage, yc_search_usage_unref);
  g_clear_pointer (&job->kinds, g_strfreev);
  g_clear_object (&job->cancellable);
  g_free (job->query);
  g_free (job->place);
  g_free (job);
}

static Job *
job_new (YcSearchIndex *self)
{
  Job *job = g_new0 (Job, 1);

  job->reader = yc_search_reader_ref (self->reader);
  return job;
}

typedef struct
{
  GWeakRef index;
  guint    signal;
} Emission;

static void
free_emission (gpointer data)
{
  Emission *emission = data;

  g_weak_ref_clear (&emission->index);
  g_free (emission);
}

static gboolean
emit_cb (gpointer data)
{
  Emission *emission = data;
  g_autoptr (YcSearchIndex) self = g_weak_ref_get (&emission->index);

  if (self != NULL)
    g_signal_emit (self, emission->signal, 0);
  return G_SOURCE_REMOVE;
}

/* Never g_main_context_invoke(): it would emit here whenever the context is not being iterated. */
static void
emit_there (YcSearchIndex *self,
            guint          signal)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Emission *emission = g_new0 (Emission, 1);

  g_weak_ref_init (&emission->index, self);
  emission->signal = signal;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_cb, emission, free_emission);
  g_source_set_static_name (source, "[yichuang] search index signal");
  g_source_attach (source, self->context);
}

static void
emit (YcSearchIndex *self,
      guint          signal)
{
  if (g_thread_self () == self->thread)
    g_signal_emit (self, signal, 0);
  else
    emit_there (self, signal);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

/* Runs the main context of this call until there is a result. */
static GAsyncResult *
wait_for (GMainContext  *context,
          GAsyncResult **done)
{
  while (*done == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return *done;
}

static gpointer
prepare_cb (YcConnection  *connection,
            gpointer       data,
            GError       **error)
{
  return yc_search_file_prepare (connection, error) ? yc_search_file_dup_stamp (connection, error)
                                                    : NULL;
}

static gpointer
refresh_cb (YcConnection  *connection,
            gpointer       data,
            GError       **error)
{
  Job *job = data;

  if (job->batch != NULL)
    yc_search_reader_apply (job->reader, job->batch);
  if (!yc_search_file_prepare (connection, error) ||
      !yc_search_reader_refresh (job->reader, connection, error))
    return NULL;
  return GUINT_TO_POINTER (yc_search_reader_count (job->reader));
}

/* Runs @func in the thread of @worker and waits. */
static gpointer
run (YcWorker        *worker,
     YcWorkerFunc     func,
     Job             *job,
     GDestroyNotify   free_result,
     GError         **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) done = NULL;
  GError *local_error = NULL;
  gpointer result;

  g_main_context_push_thread_default (context);
  yc_worker_run_async (worker, YC_WORKER_READ, func, job, job != NULL ? job_free : NULL,
                       free_result, NULL, done_cb, &done);
  result = yc_worker_run_finish (worker, wait_for (context, &done), &local_error);
  if (local_error != NULL)
    yc_search_file_take_error (error, local_error);
  return result;
}

static void
throw_away (YcSearchIndex *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
}

/* Both workers, with the file ready. */
static gboolean
start (YcSearchIndex  *self,
       GError        **error)
{
  g_autoptr (YcWorker) writing = yc_worker_new (self->path, YC_CONNECTION_READ_WRITE, NULL);
  g_autoptr (YcWorker) reading = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *stamp = run (writing, prepare_cb, NULL, g_free, &local_error);
  guint n_documents = 0;

  if (local_error == NULL)
    {
      reading = yc_worker_new (self->path, YC_CONNECTION_READ_WRITE, NULL);
      yc_search_reader_forget (self->reader);
      n_documents =
        GPOINTER_TO_UINT (run (reading, refresh_cb, job_new (self), NULL, &local_error));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_mutex_lock (&self->mutex);
  self->writing = g_steal_pointer (&writing);
  self->reading = g_steal_pointer (&reading);
  self->n_documents = n_documents;
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&stamp);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean
start_anew (YcSearchIndex  *self,
            GError        **error)
{
  g_autoptr (GError) local_error = NULL;

  if (start (self, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, YC_SEARCH_ERROR, YC_SEARCH_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  throw_away (self);
  return start (self, error);
}

static gpointer
renew_main (gpointer data)
{
  g_autoptr (YcSearchIndex) self = data;
  g_autoptr (YcWorker) writing = NULL;
  g_autoptr (YcWorker) reading = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&self->mutex);
  writing = g_steal_pointer (&self->writing);
  reading = g_steal_pointer (&self->reading);
  g_clear_pointer (&self->stamp, g_free);
  g_mutex_unlock (&self->mutex);

  yc_worker_close (writing);
  yc_worker_close (reading);
  throw_away (self);
  if (!start_anew (self, &error))
    g_warning ("%s", error->message);

  g_mutex_lock (&self->mutex);
  self->renewing = FALSE;
  g_mutex_unlock (&self->mutex);
  emit (self, signals[CHANGED]);
  emit (self, signals[NEEDS_FILLING]);
  return NULL;
}

/* Begins to make the file anew when @error says that it is damaged. */
static void
look_at_error (YcSearchIndex *self,
               const GError  *error)
{
  gboolean begin;

  if (!g_error_matches (error, YC_SEARCH_ERROR, YC_SEARCH_ERROR_DAMAGED))
    return;
  g_mutex_lock (&self->mutex);
  begin = !self->renewing && self->writing != NULL;
  self->renewing |= begin;
  g_mutex_unlock (&self->mutex);
  if (begin)
    g_thread_unref (g_thread_new ("yc-search-renew", renew_main, g_object_ref (self)));
}

/* (transfer full) (nullable): NULL while there is none. */
static YcWorker *
ref_worker (YcSearchIndex  *self,
            YcWorker      **worker)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return *worker != NULL && !self->renewing ? g_object_ref (*worker) : NULL;
}

static void
return_renewing (GTask *task)
{
  g_task_return_new_error (task, YC_SEARCH_ERROR, YC_SEARCH_ERROR_DAMAGED,
                           "The search index is not open, or is being made anew");
}

static void
return_store_error (GTask  *task,
                    GError *store_error)
{
  GError *error = NULL;

  yc_search_file_take_error (&error, store_error);
  look_at_error (g_task_get_source_object (task), error);
  g_task_return_error (task, error);
}

static void schedule_verify (YcSearchIndex *self);

static gpointer
verify_cb (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  Job *job = data;
  gboolean more = FALSE;

  yc_search_reader_verify (job->reader, connection, &more, error);
  return GINT_TO_POINTER (more);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Emission *emission = user_data;
  g_autoptr (YcSearchIndex) self = g_weak_ref_get (&emission->index);
  g_autoptr (GError) error = NULL;
  gpointer more = yc_worker_run_finish (YC_WORKER (source), result, &error);

  free_emission (emission);
  if (self == NULL)
    return;
  if (error != NULL)
    look_at_error (self, error);
  else if (more != NULL)
    schedule_verify (self);
}

static gboolean
verify_more_cb (gpointer data)
{
  Emission *emission = data;
  g_autoptr (YcSearchIndex) self = g_weak_ref_get (&emission->index);
  g_autoptr (YcWorker) reading = self != NULL ? ref_worker (self, &self->reading) : NULL;
  Emission *next;

  if (reading == NULL)
    return G_SOURCE_REMOVE;
  next = g_new0 (Emission, 1);
  g_weak_ref_init (&next->index, self);
  yc_worker_run_async (reading, YC_WORKER_READ, verify_cb, job_new (self), job_free, NULL, NULL,
                       verified_cb, next);
  return G_SOURCE_REMOVE;
}

static void
schedule_verify (YcSearchIndex *self)
{
  g_autoptr (GSource) source = g_timeout_source_new (VERIFY_INTERVAL_MS);
  Emission *emission = g_new0 (Emission, 1);

  g_weak_ref_init (&emission->index, self);
  g_source_set_priority (source, G_PRIORITY_LOW);
  g_source_set_callback (source, verify_more_cb, emission, free_emission);
  g_source_set_static_name (source, "[yichuang] search index verified");
  g_source_attach (source, self->context);
}

static void
yc_search_index_finalize (GObject *object)
{
  YcSearchIndex *self = YC_SEARCH_INDEX (object);

  if (self->writing != NULL)
    yc_worker_close (self->writing);
  if (self->reading != NULL)
    yc_worker_close (self->reading);
  g_clear_object (&self->writing);
  g_clear_object (&self->reading);
  if (self->folder != NULL)
    {
      throw_away (self);
      g_rmdir (self->folder);
    }
  g_clear_pointer (&self->reader, yc_search_reader_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->stamp, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (yc_search_index_parent_class)->finalize (object);
}

static void
yc_search_index_class_init (YcSearchIndexClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_search_index_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEEDS_FILLING] =
    g_signal_new ("needs-filling", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_search_index_init (YcSearchIndex *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->thread = g_thread_self ();
  self->reader = yc_search_reader_new ();
}

YcSearchIndex *
yc_search_index_new (const char *path)
{
  YcSearchIndex *self = g_object_new (YC_TYPE_SEARCH_INDEX, NULL);

  self->path = g_strdup (path);
  return self;
}

/* An index without a path is a file that nobody else knows. */
static gboolean
make_folder (YcSearchIndex  *self,
             GError        **error)
{
  if (self->path != NULL)
    return TRUE;
  self->folder = g_dir_make_tmp ("yichuang-search-XXXXXX", error);
  if (self->folder == NULL)
    return FALSE;
  self->path = g_build_filename (self->folder, "index", NULL);
  return TRUE;
}

gboolean
yc_search_index_open (YcSearchIndex  *self,
                      GError        **error)
{
  g_autofree char *stamp = NULL;

  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), FALSE);
  g_return_val_if_fail (self->writing == NULL, FALSE);

  if (!make_folder (self, error) || !start_anew (self, error))
    return FALSE;
  stamp = yc_search_index_dup_stamp (self);
  if (stamp == NULL)
    emit (self, signals[NEEDS_FILLING]);
  else
    schedule_verify (self);
  return TRUE;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (yc_search_index_open (source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
yc_search_index_open_async (YcSearchIndex       *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_SEARCH_INDEX (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_search_index_open_async);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
yc_search_index_open_finish (YcSearchIndex  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
yc_search_index_dup_stamp (YcSearchIndex *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return g_strdup (self->stamp);
}

static void
note_applied (YcSearchIndex *self,
              const char    *stamp,
              guint          n_documents)
{
  g_mutex_lock (&self->mutex);
  self->n_documents = n_documents;
  if (stamp != NULL)
    {
      g_free (self->stamp);
      self->stamp = g_strdup (stamp);
    }
  g_mutex_unlock (&self->mutex);
  emit (self, signals[CHANGED]);
}

static void
seen_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer n = yc_worker_run_finish (YC_WORKER (source), result, &error);

  if (error != NULL)
    {
      return_store_error (task, error);
      return;
    }
  note_applied (g_task_get_source_object (task), g_task_get_task_data (task),
                GPOINTER_TO_UINT (n));
  g_task_return_boolean (task, TRUE);
}

/* Takes @job. What was written is there for queries before anybody hears of it. */
static void
let_see (GTask *task,
         Job   *job)
{
  YcSearchIndex *self = g_task_get_source_object (task);
  g_autoptr (YcWorker) reading = ref_worker (self, &self->reading);

  if (reading == NULL)
    {
      return_renewing (task);
      job_free (job);
      return;
    }
  yc_worker_run_async (reading, YC_WORKER_READ, refresh_cb, job, job_free, NULL, NULL, seen_cb,
                       g_object_ref (task));
}

static gpointer
apply_cb (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  Job **job = data;

  yc_search_writer_apply (connection, (*job)->batch, error);
  return NULL;
}

static void
free_job_pointer (gpointer data)
{
  Job **job = data;

  g_clear_pointer (job, job_free);
  g_free (job);
}

typedef struct
{
  GTask  *task;
  /* That of the job that wrote, which may keep it. */
  Job   **job;
} Writing;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (GTask) task = writing->task;
  GError *error = NULL;

  yc_worker_run_finish (YC_WORKER (source), result, &error);
  if (error != NULL)
    return_store_error (task, error);
  else
    let_see (task, g_steal_pointer (writing->job));
}

static void
write_batch (GTask *task,
             Job   *job)
{
  YcSearchIndex *self = g_task_get_source_object (task);
  g_autoptr (YcWorker) writer = ref_worker (self, &self->writing);
  Writing *writing;

  if (writer == NULL)
    {
      return_renewing (task);
      job_free (job);
      return;
    }
  writing = g_new0 (Writing, 1);
  writing->task = g_object_ref (task);
  writing->job = g_new0 (Job *, 1);
  *writing->job = job;
  yc_worker_run_async (writer, YC_WORKER_WRITE, apply_cb, writing->job, free_job_pointer, NULL,
                       NULL, written_cb, writing);
}

static gboolean
is_personal (const YcSearchBatch *batch)
{
  gboolean personal = !batch->begins && !batch->ends && batch->stamp == NULL;

  for (guint i = 0; personal && i < batch->changes->len; i++)
    personal = yc_search_change_is_personal (batch->changes->pdata[i]);
  return personal;
}

void
yc_search_index_apply_async (YcSearchIndex       *self,
                             YcSearchBatch       *batch,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (YC_IS_SEARCH_INDEX (self));
  g_return_if_fail (batch != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yc_search_index_apply_async);
  g_task_set_task_data (task, g_strdup (batch->stamp), g_free);
  job = job_new (self);
  job->batch = batch;
  if (is_personal (batch))
    let_see (task, job);
  else
    write_batch (task, job);
}

gboolean
yc_search_index_apply_finish (YcSearchIndex  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
yc_search_index_apply (YcSearchIndex  *self,
                       YcSearchBatch  *batch,
                       GError        **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) done = NULL;

  g_main_context_push_thread_default (context);
  yc_search_index_apply_async (self, batch, done_cb, &done);
  return yc_search_index_apply_finish (self, wait_for (context, &done), error);
}

static gpointer
find_cb (YcConnection  *connection,
         gpointer       data,
         GError       **error)
{
  Job *job = data;

  return yc_search_reader_find (job->reader, connection, job->query, &job->options,
                                job->cancellable, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  YcSearchResult *found = yc_worker_run_finish (YC_WORKER (source), result, &error);

  if (error != NULL)
    return_store_error (task, error);
  else
    g_task_return_pointer (task, found, g_object_unref);
}

static Job *
make_find_job (YcSearchIndex         *self,
               const char            *query,
               const YcSearchOptions *options,
               GCancellable          *cancellable)
{
  Job *job = job_new (self);

  job->query = g_strdup (query);
  job->options = *options;
  job->kinds = g_strdupv ((GStrv) options->kinds);
  job->options.kinds = (const char *const *) job->kinds;
  job->options.place = job->place = g_strdup (options->place);
  if (options->usage != NULL)
    job->options.usage = yc_search_usage_ref (options->usage);
  g_set_object (&job->cancellable, cancellable);
  return job;
}

void
yc_search_index_find_async (YcSearchIndex         *self,
                            const char            *query,
                            const YcSearchOptions *options,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (YcWorker) reading = NULL;

  g_return_if_fail (YC_IS_SEARCH_INDEX (self));
  g_return_if_fail (options != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_search_index_find_async);
  reading = ref_worker (self, &self->reading);
  if (reading == NULL)
    return_renewing (task);
  else
    yc_worker_run_async (reading, YC_WORKER_READ, find_cb,
                         make_find_job (self, query, options, cancellable), job_free,
                         g_object_unref, cancellable, found_cb, g_object_ref (task));
}

YcSearchResult *
yc_search_index_find_finish (YcSearchIndex  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

YcSearchResult *
yc_search_index_find (YcSearchIndex         *self,
                      const char            *query,
                      const YcSearchOptions *options,
                      GError               **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) done = NULL;

  g_main_context_push_thread_default (context);
  yc_search_index_find_async (self, query, options, NULL, done_cb, &done);
  return yc_search_index_find_finish (self, wait_for (context, &done), error);
}

guint
yc_search_index_get_n_documents (YcSearchIndex *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  return self->n_documents;
}

guint64
yc_search_index_get_disk_bytes (YcSearchIndex *self)
{
  static const char *const suffixes[] = { "", "-wal" };
  guint64 size = 0;

  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), 0);

  for (guint i = 0; self->path != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0)
        size += (guint64) status.st_size;
    }
  return size;
}
