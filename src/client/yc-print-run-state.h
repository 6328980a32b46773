/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of a print run, and what desk, service and print server call them. */
#pragma once

#include "yc-print-job.h"

G_BEGIN_DECLS

/**
 * YcPrintRunState:
 * @YC_PRINT_RUN_ASKED: journalled; the print server is being asked.
 * @YC_PRINT_RUN_WAITING: in the printer's queue.
 * @YC_PRINT_RUN_PRINTING: the printer has it.
 * @YC_PRINT_RUN_OUT_OF_PAPER: the printer waits for paper; goes on by itself.
 * @YC_PRINT_RUN_STOPPED: the printer was stopped; somebody has to act.
 * @YC_PRINT_RUN_HELD: held back at the print server; somebody has to release it.
 * @YC_PRINT_RUN_DONE: the sheets are out. Final.
 * @YC_PRINT_RUN_FAILED: nothing came out and nothing will. Final.
 * @YC_PRINT_RUN_CANCELLED: somebody cancelled it. Final.
 * @YC_PRINT_RUN_UNKNOWN: the sheet may or may not be out: look, then
 *   yc_print_run_resolve_async(). Until then the certificate cannot be printed again.
 */
typedef enum
{
  YC_PRINT_RUN_ASKED = 1,
  YC_PRINT_RUN_WAITING,
  YC_PRINT_RUN_PRINTING,
  YC_PRINT_RUN_OUT_OF_PAPER,
  YC_PRINT_RUN_STOPPED,
  YC_PRINT_RUN_HELD,
  YC_PRINT_RUN_DONE,
  YC_PRINT_RUN_FAILED,
  YC_PRINT_RUN_CANCELLED,
  YC_PRINT_RUN_UNKNOWN,
} YcPrintRunState;

/* (nullable): "asked", "waiting", "printing", "out-of-paper", "stopped", "held", "done", "failed",
 * "cancelled", "unknown". */
const char      *yc_print_run_state_to_string        (YcPrintRunState  state);
/* UNKNOWN for a word that is none of them. */
YcPrintRunState  yc_print_run_state_from_string      (const char      *word);
/* (nullable): the service's word; it knows no out-of-paper. */
const char      *yc_print_run_state_get_service_word (YcPrintRunState  state);
/* Where a job at the print server takes its run. */
YcPrintRunState  yc_print_run_state_from_job         (YcPrintJobState  job);
/* DONE, FAILED, CANCELLED. */
gboolean         yc_print_run_state_is_final         (YcPrintRunState  state);
/* Translated. */
const char      *yc_print_run_state_get_title        (YcPrintRunState  state);

G_END_DECLS
