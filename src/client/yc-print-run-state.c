/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of a print run, and what desk, service and print server call them. */
#include "yc-print-run-state.h"

#include <glib/gi18n-lib.h>

/* @job is 0 while the print server has none. */
static const struct
{
  const char      *word;
  const char      *service_word;
  YcPrintJobState  job;
} states[YC_PRINT_RUN_UNKNOWN + 1] = {
  [YC_PRINT_RUN_ASKED] = { "asked", "submitted" },
  [YC_PRINT_RUN_WAITING] = { "waiting", "submitted", YC_PRINT_JOB_WAITING },
  [YC_PRINT_RUN_PRINTING] = { "printing", "printing", YC_PRINT_JOB_PRINTING },
  [YC_PRINT_RUN_OUT_OF_PAPER] = { "out-of-paper", "printing", YC_PRINT_JOB_OUT_OF_PAPER },
  [YC_PRINT_RUN_STOPPED] = { "stopped", "printing", YC_PRINT_JOB_STOPPED },
  [YC_PRINT_RUN_HELD] = { "held", "submitted", YC_PRINT_JOB_HELD },
  [YC_PRINT_RUN_DONE] = { "done", "done", YC_PRINT_JOB_DONE },
  [YC_PRINT_RUN_FAILED] = { "failed", "failed", YC_PRINT_JOB_FAILED },
  [YC_PRINT_RUN_CANCELLED] = { "cancelled", "cancelled", YC_PRINT_JOB_CANCELLED },
  [YC_PRINT_RUN_UNKNOWN] = { "unknown", "unknown", YC_PRINT_JOB_UNKNOWN },
};

const char *
yc_print_run_state_to_string (YcPrintRunState state)
{
  return state < G_N_ELEMENTS (states) ? states[state].word : NULL;
}

YcPrintRunState
yc_print_run_state_from_string (const char *word)
{
  for (guint i = YC_PRINT_RUN_ASKED; i < YC_PRINT_RUN_UNKNOWN; i++)
    if (g_strcmp0 (states[i].word, word) == 0)
      return i;
  return YC_PRINT_RUN_UNKNOWN;
}

const char *
yc_print_run_state_get_service_word (YcPrintRunState state)
{
  return state < G_N_ELEMENTS (states) ? states[state].service_word : NULL;
}

YcPrintRunState
yc_print_run_state_from_job (YcPrintJobState job)
{
  for (guint i = YC_PRINT_RUN_WAITING; i < YC_PRINT_RUN_UNKNOWN; i++)
    if (states[i].job == job)
      return i;
  return YC_PRINT_RUN_UNKNOWN;
}

gboolean
yc_print_run_state_is_final (YcPrintRunState state)
{
  return state == YC_PRINT_RUN_DONE || state == YC_PRINT_RUN_FAILED ||
         state == YC_PRINT_RUN_CANCELLED;
}

const char *
yc_print_run_state_get_title (YcPrintRunState state)
{
  if (state == YC_PRINT_RUN_ASKED)
    return C_ ("print", "Asking the printer");
  return state < G_N_ELEMENTS (states) && states[state].job != 0
           ? yc_print_job_state_get_title (states[state].job)
           : "";
}
