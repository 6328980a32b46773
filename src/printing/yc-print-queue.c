/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's jobs that have not ended. */
#include "yc-print-queue.h"

#include "yc-print-queue-job-private.h"
#include "yc-printers-private.h"

struct _YcPrintQueue
{
  GObject       parent_instance;
  YcCupsWorker *worker;
  GPtrArray    *jobs;
};

/* A change under way. */
typedef struct
{
  int                id;
  YcPrintQueueAction action;
  char              *to;
  GPtrArray         *rows; /* afterwards */
} Change;

static GType
yc_print_queue_get_item_type (GListModel *model)
{
  return YC_TYPE_PRINT_QUEUE_JOB;
}

static guint
yc_print_queue_get_n_items (GListModel *model)
{
  return YC_PRINT_QUEUE (model)->jobs->len;
}

static gpointer
yc_print_queue_get_item (GListModel *model,
                         guint       position)
{
  GPtrArray *jobs = YC_PRINT_QUEUE (model)->jobs;

  return position < jobs->len ? g_object_ref (g_ptr_array_index (jobs, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = yc_print_queue_get_item_type;
  iface->get_n_items = yc_print_queue_get_n_items;
  iface->get_item = yc_print_queue_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YcPrintQueue, yc_print_queue, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
change_free (Change *change)
{
  g_free (change->to);
  g_clear_pointer (&change->rows, g_ptr_array_unref);
  g_free (change);
}

static gboolean
holds (GPtrArray *rows,
       int        id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((YcPrintQueueRow *) g_ptr_array_index (rows, i))->id == id)
      return TRUE;
  return FALSE;
}

static void
drop_ended (YcPrintQueue *self,
            GPtrArray    *rows)
{
  for (guint i = self->jobs->len; i-- > 0;)
    if (!holds (rows, yc_print_queue_job_get_id (g_ptr_array_index (self->jobs, i))))
      {
        g_ptr_array_remove_index (self->jobs, i);
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 0);
      }
}

static YcPrintQueueJob *
find (YcPrintQueue *self,
      int           id)
{
  for (guint i = 0; i < self->jobs->len; i++)
    if (yc_print_queue_job_get_id (g_ptr_array_index (self->jobs, i)) == id)
      return g_ptr_array_index (self->jobs, i);
  return NULL;
}

static void
take_row (YcPrintQueue          *self,
          const YcPrintQueueRow *row)
{
  YcPrintQueueJob *job = find (self, row->id);

  if (job != NULL)
    {
      yc_print_queue_job_update (job, row);
      return;
    }
  g_ptr_array_add (self->jobs, yc_print_queue_job_new (row));
  g_list_model_items_changed (G_LIST_MODEL (self), self->jobs->len - 1, 0, 1);
}

/* What is new has the higher number and comes last. */
static void
take_rows (YcPrintQueue *self,
           GPtrArray    *rows)
{
  drop_ended (self, rows);
  for (guint i = 0; i < rows->len; i++)
    take_row (self, g_ptr_array_index (rows, i));
}

static void
list_in_worker (GTask            *task,
                YcCupsConnection *connection)
{
  GError *error = NULL;
  GPtrArray *rows = yc_cups_list_queue (connection, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
do_change (YcCupsConnection *connection,
           const Change     *change,
           GError          **error)
{
  switch (change->action)
    {
    case YC_PRINT_QUEUE_HOLD:
      return yc_cups_change_job (connection, IPP_OP_HOLD_JOB, change->id, error);
    case YC_PRINT_QUEUE_RELEASE:
      return yc_cups_change_job (connection, IPP_OP_RELEASE_JOB, change->id, error);
    case YC_PRINT_QUEUE_MOVE:
      return yc_cups_move_job (connection, change->id, change->to, error);
    case YC_PRINT_QUEUE_CANCEL:
    default:
      return yc_cups_change_job (connection, IPP_OP_CANCEL_JOB, change->id, error);
    }
}

static void
change_in_worker (GTask            *task,
                  YcCupsConnection *connection)
{
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = do_change (connection, change, &error);

  change->rows = yc_cups_list_queue (connection, NULL);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
yc_print_queue_finalize (GObject *object)
{
  YcPrintQueue *self = YC_PRINT_QUEUE (object);

  yc_cups_worker_unref (self->worker);
  g_ptr_array_unref (self->jobs);
  G_OBJECT_CLASS (yc_print_queue_parent_class)->finalize (object);
}

static void
yc_print_queue_class_init (YcPrintQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_print_queue_finalize;
}

static void
yc_print_queue_init (YcPrintQueue *self)
{
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
}

YcPrintQueue *
yc_print_queue_new (YcPrinters *printers)
{
  YcPrintQueue *self;

  g_return_val_if_fail (YC_IS_PRINTERS (printers), NULL);

  self = g_object_new (YC_TYPE_PRINT_QUEUE, NULL);
  self->worker = yc_cups_worker_ref (yc_printers_get_worker (printers));
  return self;
}

void
yc_print_queue_refresh_async (YcPrintQueue       *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_PRINT_QUEUE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_print_queue_refresh_async);
  yc_cups_worker_run (self->worker, task, list_in_worker);
}

gboolean
yc_print_queue_refresh_finish (YcPrintQueue *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  rows = g_task_propagate_pointer (G_TASK (result), error);
  if (rows != NULL)
    take_rows (self, rows);
  return rows != NULL;
}

void
yc_print_queue_change_async (YcPrintQueue       *self,
                             YcPrintQueueJob    *job,
                             YcPrintQueueAction  action,
                             YcPrinter          *to,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Change *change;

  g_return_if_fail (YC_IS_PRINT_QUEUE (self));
  g_return_if_fail (YC_IS_PRINT_QUEUE_JOB (job));
  g_return_if_fail ((to != NULL) == (action == YC_PRINT_QUEUE_MOVE));

  change = g_new0 (Change, 1);
  change->id = yc_print_queue_job_get_id (job);
  change->action = action;
  change->to = to != NULL ? g_strdup (yc_printer_get_name (to)) : NULL;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_print_queue_change_async);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  yc_cups_worker_run (self->worker, task, change_in_worker);
}

gboolean
yc_print_queue_change_finish (YcPrintQueue *self,
                              GAsyncResult *result,
                              GError      **error)
{
  Change *change;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  change = g_task_get_task_data (G_TASK (result));
  if (change->rows != NULL)
    take_rows (self, change->rows);
  return g_task_propagate_boolean (G_TASK (result), error);
}
