/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes certificates ahead of the transactions that issue them, so that the writer never waits
 * for a sheet to be set and signed.
 *
 * The approvals that wait together make a round. Each is given the number that it will get if all
 * goes well: those that the counters allot next, in the order of the round. All are composed at
 * once on threads of their own, and go to the writer in that order. Nothing here decides about a
 * number: the transaction allots it and refuses a draft that bears another one (see
 * yc_case_issue_certificate()), which happens only when an approval before it failed. A refused one
 * goes through another round, and after that is composed within its transaction, which cannot be
 * refused. So there is no lock, nothing to be reserved, and nothing to be mended after a crash. */
#include "yc-issue-worker.h"

#include "yc-certificate-draft.h"
#include "yc-certificate-warm-up.h"
#include "yc-counters-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

#define MAX_COMPOSERS 4
#define MAX_ROUND 16
#define MAX_WAITING 256
#define MAX_ROUNDS_EACH 2
/* A service that has had nothing to issue for so long has started. */
#define WARM_UP_AFTER_US (G_USEC_PER_SEC / 2)

typedef struct
{
  YcIssueWorker *worker;
  YcCertificateDraft *draft;
  YcWriteFunc func;
  YcWriteDone done;
  gpointer user_data;
  guint n_rounds;
  /* The number to compose it with, 0 to leave that to its transaction. */
  gint64 expected;
  gboolean ready;
} Job;

struct _YcIssueWorker
{
  GObject parent_instance;

  YcDatabase *database;
  YcWriter *writer;
  GThreadPool *composers;
  GAsyncQueue *queue;
  GThread *thread;
  int n_waiting;

  GMutex mutex;
  GCond cond;
  /* Jobs of the round that the writer has not finished. */
  guint n_open;
};

/* Pushed by yc_issue_worker_stop(). */
static Job last_job;

G_DEFINE_FINAL_TYPE (YcIssueWorker, yc_issue_worker, G_TYPE_OBJECT)

static void
compose_func (gpointer data,
              gpointer user_data)
{
  YcIssueWorker *self = user_data;
  Job *job = data;

  yc_certificate_draft_compose (job->draft, job->expected);
  g_mutex_lock (&self->mutex);
  job->ready = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* The first one is there; those that wait behind it come along. */
static GPtrArray *
gather_round (YcIssueWorker *self,
              Job           *first)
{
  GPtrArray *round = g_ptr_array_new ();
  Job *job = first;

  while (job != NULL && job != &last_job)
    {
      g_ptr_array_add (round, job);
      job = round->len < MAX_ROUND ? g_async_queue_try_pop (self->queue) : NULL;
    }
  if (job == &last_job)
    g_async_queue_push (self->queue, job);
  return round;
}

static gint64 *
look_up_counter (YcTransaction *transaction,
                 GHashTable    *counters,
                 const char    *name)
{
  gint64 *last = g_hash_table_lookup (counters, name);

  if (last != NULL)
    return last;
  last = g_new (gint64, 1);
  *last = yc_counters_table_get (transaction, name, NULL);
  g_hash_table_insert (counters, (gpointer) name, last);
  return last;
}

/* 0 when it cannot be told. A later version keeps its number. */
static gint64
guess_number (YcTransaction      *transaction,
              GHashTable         *counters,
              YcCertificateDraft *draft)
{
  gint64 own = yc_certificate_draft_get_running (draft);
  gint64 *last;

  if (own > 0)
    return own;
  last = look_up_counter (transaction, counters, yc_certificate_draft_get_series (draft));
  return *last >= 0 ? ++*last : 0;
}

/* Of two approvals of one case, sent twice or by two reviewers, one at most gets a number. */
static void
expect_number (YcTransaction *transaction,
               GHashTable    *counters,
               GHashTable    *cases,
               Job           *job)
{
  if (job->n_rounds >= MAX_ROUNDS_EACH ||
      !g_hash_table_add (cases, (gpointer) yc_certificate_draft_get_case (job->draft)))
    return;
  job->expected = guess_number (transaction, counters, job->draft);
  job->ready = job->expected == 0;
}

static void
expect_numbers (YcIssueWorker *self,
                GPtrArray     *round)
{
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (self->database, NULL);
  g_autoptr (GHashTable) counters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) cases = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < round->len; i++)
    {
      Job *job = g_ptr_array_index (round, i);

      job->expected = 0;
      job->ready = TRUE;
      if (transaction != NULL)
        expect_number (transaction, counters, cases, job);
      job->n_rounds++;
    }
}

static void
wait_until_ready (YcIssueWorker *self,
                  Job           *job)
{
  g_mutex_lock (&self->mutex);
  while (!job->ready)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
close_job (YcIssueWorker *self)
{
  g_mutex_lock (&self->mutex);
  self->n_open--;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gboolean
write_func (YcTransaction  *transaction,
            gpointer        user_data,
            GError        **error)
{
  Job *job = user_data;

  return job->func (transaction, job->user_data, error);
}

static void
write_done (const GError *error,
            gpointer      user_data)
{
  Job *job = user_data;
  YcIssueWorker *self = job->worker;

  if (g_error_matches (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_OVERTAKEN))
    {
      yc_certificate_draft_reset (job->draft);
      /* Before the last job, should that be there already. */
      g_async_queue_push_front (self->queue, job);
    }
  else
    {
      g_atomic_int_add (&self->n_waiting, -1);
      job->done (error, job->user_data);
      g_free (job);
    }
  close_job (self);
}

static void
hand_over (YcIssueWorker *self,
           Job           *job)
{
  g_autoptr (GError) error = NULL;

  wait_until_ready (self, job);
  if (yc_writer_push (self->writer, write_func, write_done, job))
    return;
  g_set_error_literal (&error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_BUSY,
                       _("The service has too much to do. Try again in a moment."));
  write_done (error, job);
}

static void
wait_until_closed (YcIssueWorker *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_open > 0)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
run_round (YcIssueWorker *self,
           GPtrArray     *round)
{
  expect_numbers (self, round);
  self->n_open = round->len;
  for (guint i = 0; i < round->len; i++)
    {
      Job *job = g_ptr_array_index (round, i);

      if (job->expected > 0)
        g_thread_pool_push (self->composers, job, NULL);
    }
  for (guint i = 0; i < round->len; i++)
    hand_over (self, g_ptr_array_index (round, i));
  wait_until_closed (self);
}

/* The first job. Fonts are loaded while none is there, so that it need not wait for them. */
static Job *
await_first (YcIssueWorker *self)
{
  Job *first = g_async_queue_timeout_pop (self->queue, WARM_UP_AFTER_US);

  if (first != NULL)
    return first;
  yc_certificate_warm_up ();
  return g_async_queue_pop (self->queue);
}

static gpointer
worker_thread (gpointer data)
{
  YcIssueWorker *self = data;
  Job *first = await_first (self);

  while (first != &last_job)
    {
      g_autoptr (GPtrArray) round = gather_round (self, first);

      run_round (self, round);
      first = g_async_queue_pop (self->queue);
    }
  return NULL;
}

static void
yc_issue_worker_dispose (GObject *object)
{
  YcIssueWorker *self = YC_ISSUE_WORKER (object);

  yc_issue_worker_stop (self);
  g_clear_object (&self->writer);
  g_clear_object (&self->database);
  G_OBJECT_CLASS (yc_issue_worker_parent_class)->dispose (object);
}

static void
yc_issue_worker_finalize (GObject *object)
{
  YcIssueWorker *self = YC_ISSUE_WORKER (object);

  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  G_OBJECT_CLASS (yc_issue_worker_parent_class)->finalize (object);
}

static void
yc_issue_worker_class_init (YcIssueWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_issue_worker_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_issue_worker_finalize;
}

static void
yc_issue_worker_init (YcIssueWorker *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->queue = g_async_queue_new ();
}

/**
 * yc_issue_worker_new:
 * @database: the database
 * @writer: the writer, which must outlive the last round
 *
 * Returns: (transfer full): a worker whose threads run
 */
YcIssueWorker *
yc_issue_worker_new (YcDatabase *database,
                     YcWriter   *writer)
{
  YcIssueWorker *self;

  g_return_val_if_fail (YC_IS_DATABASE (database), NULL);
  g_return_val_if_fail (YC_IS_WRITER (writer), NULL);

  self = g_object_new (YC_TYPE_ISSUE_WORKER, NULL);
  self->database = g_object_ref (database);
  self->writer = g_object_ref (writer);
  /* The threads stay: each keeps its fonts loaded. */
  self->composers = g_thread_pool_new (compose_func, self,
                                       MIN (g_get_num_processors (), MAX_COMPOSERS), TRUE, NULL);
  self->thread = g_thread_new ("issue", worker_thread, self);
  return self;
}

/**
 * yc_issue_worker_push:
 * @self: a worker
 * @draft: (transfer none): the certificate that the job will issue; lives until @done is called
 * @func: does the changes, as for yc_writer_push(), using @draft; may be called again when it fails
 *   with %YC_SERVICE_ERROR_OVERTAKEN
 * @done: told when they are lasting or have failed for good
 * @user_data: data for both
 *
 * Composes @draft and then hands the job to the writer.
 *
 * Returns: %FALSE when too many are waiting; nothing is called then
 */
gboolean
yc_issue_worker_push (YcIssueWorker      *self,
                      YcCertificateDraft *draft,
                      YcWriteFunc         func,
                      YcWriteDone         done,
                      gpointer            user_data)
{
  Job *job;

  if (g_atomic_int_add (&self->n_waiting, 1) >= MAX_WAITING)
    {
      g_atomic_int_add (&self->n_waiting, -1);
      return FALSE;
    }
  job = g_new0 (Job, 1);
  *job = (Job) { self, draft, func, done, user_data };
  g_async_queue_push (self->queue, job);
  return TRUE;
}

/**
 * yc_issue_worker_stop:
 * @self: a worker
 *
 * Does what was handed over and ends the threads. The writer must still run.
 */
void
yc_issue_worker_stop (YcIssueWorker *self)
{
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->queue, &last_job);
  g_thread_join (g_steal_pointer (&self->thread));
  g_thread_pool_free (g_steal_pointer (&self->composers), FALSE, TRUE);
}
