/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the user's jobs that has not ended, as the print server shows it. */
#include "yc-print-queue-job-private.h"

struct _YcPrintQueueJob
{
  GObject          parent_instance;
  YcPrintQueueRow *row;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (YcPrintQueueJob, yc_print_queue_job, G_TYPE_OBJECT)

static YcPrintQueueRow *
copy_row (const YcPrintQueueRow *row)
{
  YcPrintQueueRow *copy = g_memdup2 (row, sizeof *row);

  copy->print_id = g_strdup (row->print_id);
  copy->printer = g_strdup (row->printer);
  copy->detail = g_strdup (row->detail);
  return copy;
}

static gboolean
is_same (const YcPrintQueueRow *a,
         const YcPrintQueueRow *b)
{
  return a->state == b->state && a->reason == b->reason && a->was_processed == b->was_processed &&
         g_strcmp0 (a->printer, b->printer) == 0 && g_strcmp0 (a->detail, b->detail) == 0;
}

static void
yc_print_queue_job_finalize (GObject *object)
{
  yc_print_queue_row_free (YC_PRINT_QUEUE_JOB (object)->row);
  G_OBJECT_CLASS (yc_print_queue_job_parent_class)->finalize (object);
}

static void
yc_print_queue_job_class_init (YcPrintQueueJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_print_queue_job_finalize;
  changed_signal = g_signal_new ("changed", YC_TYPE_PRINT_QUEUE_JOB, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_print_queue_job_init (YcPrintQueueJob *self)
{
}

YcPrintQueueJob *
yc_print_queue_job_new (const YcPrintQueueRow *row)
{
  YcPrintQueueJob *self = g_object_new (YC_TYPE_PRINT_QUEUE_JOB, NULL);

  self->row = copy_row (row);
  return self;
}

void
yc_print_queue_job_update (YcPrintQueueJob       *self,
                           const YcPrintQueueRow *row)
{
  if (is_same (self->row, row))
    return;
  yc_print_queue_row_free (self->row);
  self->row = copy_row (row);
  g_signal_emit (self, changed_signal, 0);
}

int
yc_print_queue_job_get_id (YcPrintQueueJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_QUEUE_JOB (self), 0);

  return self->row->id;
}

const char *
yc_print_queue_job_get_print_id (YcPrintQueueJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_QUEUE_JOB (self), NULL);

  return self->row->print_id;
}

const char *
yc_print_queue_job_get_printer (YcPrintQueueJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_QUEUE_JOB (self), NULL);

  return self->row->printer;
}

YcPrintJobState
yc_print_queue_job_get_state (YcPrintQueueJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_QUEUE_JOB (self), YC_PRINT_JOB_UNKNOWN);

  return self->row->state;
}

YcPrintJobReason
yc_print_queue_job_get_reason (YcPrintQueueJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_QUEUE_JOB (self), YC_PRINT_JOB_REASON_NONE);

  return self->row->reason;
}

const char *
yc_print_queue_job_get_detail (YcPrintQueueJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_QUEUE_JOB (self), NULL);

  return self->row->detail;
}

gboolean
yc_print_queue_job_allows (YcPrintQueueJob   *self,
                           YcPrintQueueAction action)
{
  gboolean held;

  g_return_val_if_fail (YC_IS_PRINT_QUEUE_JOB (self), FALSE);

  held = self->row->state == YC_PRINT_JOB_HELD;
  switch (action)
    {
    case YC_PRINT_QUEUE_HOLD:
      return !held && !self->row->was_processed;
    case YC_PRINT_QUEUE_RELEASE:
      return held;
    case YC_PRINT_QUEUE_MOVE:
      return !self->row->was_processed;
    case YC_PRINT_QUEUE_CANCEL:
    default:
      return TRUE;
    }
}
