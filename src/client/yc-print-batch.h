/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many certificates printed one after another: a GListModel of YcPrintBatchItem. */
#pragma once

#include "yc-desk.h"
#include "yc-print-batch-item.h"
#include "yc-print-reason.h"

G_BEGIN_DECLS

/* So many are printed at one go; more are a mistake of the hand. */
#define YC_PRINT_BATCH_MOST 50

/**
 * YcPrintBatchState:
 * @YC_PRINT_BATCH_READY: nothing was asked for yet.
 * @YC_PRINT_BATCH_RUNNING: goes on by itself.
 * @YC_PRINT_BATCH_STOPPING: asks for no more; what the printer has comes out.
 * @YC_PRINT_BATCH_STOPPED: nothing is under way, and not all are printed.
 * @YC_PRINT_BATCH_DONE: all are printed.
 */
typedef enum
{
  YC_PRINT_BATCH_READY = 1,
  YC_PRINT_BATCH_RUNNING,
  YC_PRINT_BATCH_STOPPING,
  YC_PRINT_BATCH_STOPPED,
  YC_PRINT_BATCH_DONE,
} YcPrintBatchState;

#define YC_TYPE_PRINT_BATCH (yc_print_batch_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintBatch, yc_print_batch, YC, PRINT_BATCH, GObject)

/* Signal "changed": its state or one of its items has changed. */

/**
 * yc_print_batch_new:
 * @desk: the desk
 * @certificates: a #GListModel of #YcIssuedCertificate; those that are not in force are left out, and
 *   so is what is beyond %YC_PRINT_BATCH_MOST
 *
 * Returns: (transfer full): a batch that is ready
 */
YcPrintBatch     *yc_print_batch_new          (YcDesk               *desk,
                                               GListModel           *certificates);
YcPrintBatchState yc_print_batch_get_state    (YcPrintBatch         *self);
/* How many of its items are in a state. */
guint             yc_print_batch_count        (YcPrintBatch         *self,
                                               YcPrintBatchItemState state);
/* How many of those that were chosen and are in force did not fit into it. */
guint             yc_print_batch_get_n_beyond (YcPrintBatch         *self);
/* Whether one that is left was printed before this batch, so that a reason must be told. */
gboolean          yc_print_batch_needs_reason (YcPrintBatch         *self);

/**
 * yc_print_batch_start:
 * @self: a batch that is ready or has stopped
 * @printer: where to
 * @options: how, for every one of them
 * @reason: 0, or why those that were printed before are printed again, as in #YcPrintRequest
 * @note: (nullable): words to it
 *
 * Prints what is left, and what did not come out before: the printer gets the next one when it has
 * at most one more to do, so that a stop is a stop. It stops by itself as soon as one does not come out, or
 * nobody knows whether it did. A printer without paper is waited for. Each is a print of its own, in the
 * desk's journal and at the service: whatever happens, none is lost and none is printed twice.
 */
void              yc_print_batch_start        (YcPrintBatch         *self,
                                               YcPrinter            *printer,
                                               const YcPrintOptions *options,
                                               YcPrintReason         reason,
                                               const char           *note);
/* Asks for no more, and takes back what only waits for the printer. */
void              yc_print_batch_stop         (YcPrintBatch         *self);

G_END_DECLS
