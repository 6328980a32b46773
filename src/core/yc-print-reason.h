/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a certificate is printed once more. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPrintReason:
 * @YC_PRINT_REASON_FAULT: the sheet before did not come out as it should (上一张没打好).
 * @YC_PRINT_REASON_DAMAGED: the sheet cannot be used any more (纸质证明损坏).
 * @YC_PRINT_REASON_LOST: the holder lost the sheet (纸质证明遗失).
 * @YC_PRINT_REASON_MORE: the holder needs another one (需要多份).
 * @YC_PRINT_REASON_OTHER: something else, to be told in words.
 */
typedef enum
{
  YC_PRINT_REASON_FAULT = 1,
  YC_PRINT_REASON_DAMAGED,
  YC_PRINT_REASON_LOST,
  YC_PRINT_REASON_MORE,
  YC_PRINT_REASON_OTHER,
} YcPrintReason;

#define YC_N_PRINT_REASONS 5

/**
 * YC_PRINT_FIRST:
 *
 * What stands on the wire in place of a reason when the desk knows of no printing before.
 */
#define YC_PRINT_FIRST "first"

/* "fault", "damaged", "lost", "more", "other" */
const char *yc_print_reason_to_string   (YcPrintReason  reason);
gboolean    yc_print_reason_from_string (const char    *text,
                                         YcPrintReason *reason);
const char *yc_print_reason_get_title   (YcPrintReason  reason);

G_END_DECLS
