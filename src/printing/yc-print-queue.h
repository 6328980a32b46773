/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's jobs that have not ended: a GListModel of YcPrintQueueJob in the server's order. */
#pragma once

#include "yc-print-queue-job.h"
#include "yc-printers.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_QUEUE (yc_print_queue_get_type ())
G_DECLARE_FINAL_TYPE (YcPrintQueue, yc_print_queue, YC, PRINT_QUEUE, GObject)

/* Empty until it is refreshed. */
YcPrintQueue *yc_print_queue_new            (YcPrinters          *printers);

/**
 * yc_print_queue_refresh_async:
 *
 * Asks the server anew. Jobs that stay keep their object; on failure the list stays as it was.
 *
 * Errors: SERVER_DOWN, TIMED_OUT, DENIED, FAILED.
 */
void          yc_print_queue_refresh_async  (YcPrintQueue        *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean      yc_print_queue_refresh_finish (YcPrintQueue        *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/**
 * yc_print_queue_change_async:
 * @job: one of the queue's
 * @action: what to do with it
 * @to: (nullable): for %YC_PRINT_QUEUE_MOVE, the printer that shall have it
 *
 * The job keeps its number and its print's id, so that whoever follows it goes on doing so. The
 * list is refreshed before it finishes.
 *
 * Errors: SERVER_DOWN, TIMED_OUT, NO_PRINTER (the job is gone), DENIED, FAILED, and BEGUN for a job
 * to be moved that a printer has had: nothing was done then. Cancelling has no effect once the
 * server is asked.
 */
void          yc_print_queue_change_async   (YcPrintQueue        *self,
                                             YcPrintQueueJob     *job,
                                             YcPrintQueueAction   action,
                                             YcPrinter           *to,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean      yc_print_queue_change_finish  (YcPrintQueue        *self,
                                             GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
