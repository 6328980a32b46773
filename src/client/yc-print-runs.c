/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All print runs of the desk: never two at once for one certificate, and none forgotten by a
 * crash. */
#include "yc-print-runs.h"

#include "yc-client-error.h"
#include "yc-list-model.h"
#include "yc-print-errand.h"
#include "yc-print-run-private.h"

struct _YcPrintRuns
{
  GObject     parent_instance;

  YcParts    *parts;
  YcPrinters *printers;
  /* Newest first. */
  GPtrArray  *runs;
  /* Serial numbers for which a run is being begun. */
  GHashTable *beginning;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcPrintRuns, yc_print_runs, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

YC_DEFINE_LIST_MODEL (YcPrintRuns, YC_TYPE_PRINT_RUN, runs)

static void
yc_print_runs_dispose (GObject *object)
{
  YcPrintRuns *self = YC_PRINT_RUNS (object);

  g_clear_object (&self->printers);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_print_runs_parent_class)->dispose (object);
}

static void
yc_print_runs_finalize (GObject *object)
{
  YcPrintRuns *self = YC_PRINT_RUNS (object);

  g_ptr_array_unref (self->runs);
  g_hash_table_unref (self->beginning);

  G_OBJECT_CLASS (yc_print_runs_parent_class)->finalize (object);
}

static void
yc_print_runs_class_init (YcPrintRunsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_print_runs_dispose;
  object_class->finalize = yc_print_runs_finalize;
}

static void
yc_print_runs_init (YcPrintRuns *self)
{
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  self->beginning = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

YcPrintRuns *
yc_print_runs_new (YcParts    *parts,
                   YcPrinters *printers)
{
  YcPrintRuns *self = g_object_new (YC_TYPE_PRINT_RUNS, NULL);

  self->parts = g_object_ref (parts);
  self->printers = g_object_ref (printers);
  return self;
}

void
yc_print_runs_add (YcPrintRuns *self,
                   YcPrintRun  *run)
{
  g_ptr_array_insert (self->runs, 0, g_object_ref (run));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
}

/* After a restart */

static void
job_found_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (YcPrintRun) run = user_data;
  g_autoptr (YcPrintJob) job = yc_printers_find_job_finish (YC_PRINTERS (source), result, NULL);

  /* That the server does not know the job does not prove that nothing was printed. */
  if (job != NULL)
    yc_print_run_follow (run, job);
  else
    yc_print_run_lose (run);
}

static void
take_up (YcPrintRuns *self,
         YcPrintRun  *run)
{
  if (!yc_print_run_get_final (run) && yc_print_run_get_state (run) != YC_PRINT_RUN_UNKNOWN)
    yc_printers_find_job_async (self->printers, yc_print_run_get_id (run), NULL, job_found_cb,
                                g_object_ref (run));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcPrintRuns *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = yc_storage_run_finish (self->parts->storage, result, &error);

  if (rows == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (YcPrintRun) run = yc_print_run_new (self->parts, g_ptr_array_index (rows, i));

      yc_print_runs_add (self, run);
      take_up (self, run);
    }
  g_task_return_boolean (task, TRUE);
}

/* Reads the journal and looks what became of the runs that a crash left open. */
void
yc_print_runs_load_async (YcPrintRuns         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  yc_print_table_load_async (self->parts->storage, loaded_cb,
                             g_task_new (self, NULL, callback, user_data));
}

gboolean
yc_print_runs_load_finish (YcPrintRuns   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* (transfer none) (nullable): the newest run of a certificate */
YcPrintRun *
yc_print_runs_find (YcPrintRuns *self,
                    const char  *serial)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      YcPrintRun *run = g_ptr_array_index (self->runs, i);

      if (g_strcmp0 (yc_print_run_get_serial (run), serial) == 0)
        return run;
    }
  return NULL;
}

/* Printing */

YcPrintHistory
yc_print_runs_get_history (YcPrintRuns *self,
                           const char  *serial)
{
  YcPrintHistory history = YC_PRINT_HISTORY_NONE;

  for (guint i = 0; i < self->runs->len; i++)
    {
      YcPrintRun *run = g_ptr_array_index (self->runs, i);

      if (g_strcmp0 (yc_print_run_get_serial (run), serial) != 0 ||
          !yc_print_run_get_row (run)->recorded)
        continue;
      if (yc_print_run_get_state (run) != YC_PRINT_RUN_FAILED)
        return YC_PRINT_HISTORY_PRINTED;
      history = YC_PRINT_HISTORY_FAILED;
    }
  return history;
}

/* What came to nothing needs no question: the reason is known. With the line down it is then the
 * sheet as it was issued, since for certain there is no other. */
static gboolean
find_reason (YcPrintRuns           *self,
             const YcPrintRequest  *request,
             YcPrintReason         *reason,
             GError               **error)
{
  YcPrintHistory history = yc_print_runs_get_history (self, request->serial);

  *reason = request->reason;
  if (*reason == 0 && history == YC_PRINT_HISTORY_PRINTED)
    g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_REPRINT_REASON,
                         "A further sheet needs a reason");
  else if (*reason != 0 && !yc_line_get_online (self->parts->line))
    g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_REPRINT_OFFLINE,
                         "A further sheet needs the service");
  else
    {
      if (history == YC_PRINT_HISTORY_FAILED && *reason == 0)
        *reason = YC_PRINT_REASON_FAULT;
      return TRUE;
    }
  return FALSE;
}

static gboolean
check_free (YcPrintRuns  *self,
            const char   *serial,
            GError      **error)
{
  YcPrintRun *run = yc_print_runs_find (self, serial);
  gboolean unknown = run != NULL && yc_print_run_get_state (run) == YC_PRINT_RUN_UNKNOWN;

  if (unknown)
    g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PRINT_UNRESOLVED,
                         "The outcome of an earlier print is unknown");
  else if (g_hash_table_contains (self->beginning, serial) ||
           (run != NULL && !yc_print_run_get_final (run)))
    g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PRINT_UNDER_WAY,
                         "The certificate is being printed");
  else
    return TRUE;
  return FALSE;
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcPrintRuns *self = g_task_get_source_object (task);
  const char *serial = g_task_get_task_data (task);
  GError *error = NULL;
  YcPrintRun *run = yc_print_errand_finish (self, result, &error);

  if (serial != NULL)
    g_hash_table_remove (self->beginning, serial);
  if (run != NULL)
    g_task_return_pointer (task, run, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * yc_print_runs_print_async:
 * @self: the runs
 * @request: what to print; its options' print id is replaced by the run's
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 */
void
yc_print_runs_print_async (YcPrintRuns          *self,
                           const YcPrintRequest *request,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  YcPrintReason reason = 0;
  GError *error = NULL;

  g_task_set_source_tag (task, yc_print_runs_print_async);
  g_task_set_check_cancellable (task, FALSE);
  if (request->serial != NULL && (!check_free (self, request->serial, &error) ||
                                  !find_reason (self, request, &reason, &error)))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, g_strdup (request->serial), g_free);
  if (request->serial != NULL)
    g_hash_table_add (self->beginning, g_strdup (request->serial));
  yc_print_errand_async (self, self->parts, request, reason, cancellable, begun_cb,
                         g_steal_pointer (&task));
}

YcPrintRun *
yc_print_runs_print_finish (YcPrintRuns   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
