/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the user's jobs that has not ended, as the print server shows it. */
#pragma once

#include <gio/gio.h>

#include "yc-print-job.h"

G_BEGIN_DECLS

/**
 * YcPrintQueueAction:
 * @YC_PRINT_QUEUE_CANCEL: ends it.
 * @YC_PRINT_QUEUE_HOLD: keeps it back until it is released.
 * @YC_PRINT_QUEUE_RELEASE: lets it print.
 * @YC_PRINT_QUEUE_MOVE: gives it to another printer.
 */
typedef enum
{
  YC_PRINT_QUEUE_CANCEL = 1,
  YC_PRINT_QUEUE_HOLD,
  YC_PRINT_QUEUE_RELEASE,
  YC_PRINT_QUEUE_MOVE,
} YcPrintQueueAction;

#define YC_TYPE_PRINT_QUEUE_JOB (yc_print_queue_job_get_type ())
G_DECLARE_FINAL_TYPE (YcPrintQueueJob, yc_print_queue_job, YC, PRINT_QUEUE_JOB, GObject)

/* Emits "changed" when a refresh of its queue found something else. */
int              yc_print_queue_job_get_id       (YcPrintQueueJob *self);
/* As in #YcPrintOptions: by it the print is known. */
const char      *yc_print_queue_job_get_print_id (YcPrintQueueJob *self);
const char      *yc_print_queue_job_get_printer  (YcPrintQueueJob *self);
YcPrintJobState  yc_print_queue_job_get_state    (YcPrintQueueJob *self);
YcPrintJobReason yc_print_queue_job_get_reason   (YcPrintQueueJob *self);
/* (nullable): as yc_print_job_get_detail() */
const char      *yc_print_queue_job_get_detail   (YcPrintQueueJob *self);

/* Whether it makes sense now. A job that a printer has had is neither held nor moved: half a sheet
 * may be out already. */
gboolean         yc_print_queue_job_allows       (YcPrintQueueJob   *self,
                                                  YcPrintQueueAction action);

G_END_DECLS
