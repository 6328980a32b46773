/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the print server says about a job and its printer, and what that means. Pure rules.
 * Private to this room. */
#pragma once

#include <cups/cups.h>

#include "yc-print-job.h"

G_BEGIN_DECLS

/**
 * YcPrintJobFacts:
 * @found: the server knows the job
 * @printer: (nullable): the printer that has it now
 * @job_state: IPP job-state
 * @job_reasons: (nullable): IPP job-state-reasons
 * @was_processed: the printer had the job at some time: paper may have moved
 * @printer_found: the job's printer still exists
 * @printer_state: IPP printer-state
 * @printer_reasons: (nullable): IPP printer-state-reasons
 * @printer_message: (nullable): IPP printer-state-message
 */
typedef struct
{
  gboolean      found;
  char         *printer;
  ipp_jstate_t  job_state;
  char        **job_reasons;
  gboolean      was_processed;
  gboolean      printer_found;
  ipp_pstate_t  printer_state;
  char        **printer_reasons;
  char         *printer_message;
} YcPrintJobFacts;

/**
 * YcPrintJobVerdict:
 * @words: (nullable): the printer's own words, to be shown with the state
 * @to_be_cancelled: the server would keep the failed job in its queue for ever
 */
typedef struct
{
  YcPrintJobState  state;
  YcPrintJobReason reason;
  const char      *words; /* owned by the facts */
  gboolean         to_be_cancelled;
} YcPrintJobVerdict;

void              yc_print_job_facts_free   (YcPrintJobFacts       *self);

YcPrintJobVerdict yc_print_job_facts_judge  (const YcPrintJobFacts *self);

/* Words for the clerk, translated; NULL where the state's title says it all. */
const char       *yc_print_job_reason_get_detail (YcPrintJobState state, YcPrintJobReason reason);
const char       *yc_print_job_reason_get_advice (YcPrintJobState state, YcPrintJobReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPrintJobFacts, yc_print_job_facts_free)

G_END_DECLS
