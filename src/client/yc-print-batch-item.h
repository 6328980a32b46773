/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One certificate of a batch that is printed, and how far it has come. */
#pragma once

#include "yc-issued-certificate.h"
#include "yc-print-run.h"

G_BEGIN_DECLS

/**
 * YcPrintBatchItemState:
 * @YC_PRINT_BATCH_ITEM_LEFT: not asked for yet; nothing of it is on paper.
 * @YC_PRINT_BATCH_ITEM_UNDER_WAY: the printer has it, or will have it next.
 * @YC_PRINT_BATCH_ITEM_PRINTED: its sheets are out.
 * @YC_PRINT_BATCH_ITEM_NOT_PRINTED: nothing of it is on paper, and nothing will come.
 * @YC_PRINT_BATCH_ITEM_UNKNOWN: somebody has to look whether it came out: then
 *   yc_print_run_resolve_async() of its run.
 */
typedef enum
{
  YC_PRINT_BATCH_ITEM_LEFT = 1,
  YC_PRINT_BATCH_ITEM_UNDER_WAY,
  YC_PRINT_BATCH_ITEM_PRINTED,
  YC_PRINT_BATCH_ITEM_NOT_PRINTED,
  YC_PRINT_BATCH_ITEM_UNKNOWN,
} YcPrintBatchItemState;

#define YC_TYPE_PRINT_BATCH_ITEM (yc_print_batch_item_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintBatchItem, yc_print_batch_item, YC, PRINT_BATCH_ITEM, GObject)

/* Signal "changed": its state or the words to it are others. */

YcPrintBatchItem      *yc_print_batch_item_new             (YcIssuedCertificate *certificate);
YcIssuedCertificate   *yc_print_batch_item_get_certificate (YcPrintBatchItem    *self);
YcPrintBatchItemState  yc_print_batch_item_get_state       (YcPrintBatchItem    *self);
/* (transfer none) (nullable): its printing, once the printer was asked */
YcPrintRun            *yc_print_batch_item_get_run         (YcPrintBatchItem    *self);
/* (nullable): why it was not even begun */
const GError          *yc_print_batch_item_get_error       (YcPrintBatchItem    *self);
/* Whether this batch has tried before to print it. */
gboolean               yc_print_batch_item_get_repeated    (YcPrintBatchItem    *self);

/* What the batch does with it. */
void                   yc_print_batch_item_begin           (YcPrintBatchItem    *self);
void                   yc_print_batch_item_follow          (YcPrintBatchItem    *self,
                                                            YcPrintRun          *run);
/* Nothing was made of it. */
void                   yc_print_batch_item_fail            (YcPrintBatchItem    *self,
                                                            const GError        *error);
/* To be printed once more, after it was not. */
void                   yc_print_batch_item_reset           (YcPrintBatchItem    *self);

G_END_DECLS
