/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the print server says about a job and its printer, and what that means. */
#include "yc-print-job-facts.h"

#include <glib/gi18n-lib.h>

/* Troubles in which the printer keeps the job and goes on by itself once they are mended.
 * IPP puts "-error", "-warning" or "-report" behind them; the first that is found counts. */
static const struct
{
  const char      *prefix;
  YcPrintJobState  state;
  YcPrintJobReason reason;
} troubles[] = {
  { "media-empty", YC_PRINT_JOB_OUT_OF_PAPER, YC_PRINT_JOB_REASON_NONE },
  { "media-needed", YC_PRINT_JOB_OUT_OF_PAPER, YC_PRINT_JOB_REASON_NONE },
  { "media-jam", YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_JAM },
  { "cover-open", YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_COVER_OPEN },
  { "door-open", YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_COVER_OPEN },
  { "interlock-open", YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_COVER_OPEN },
  { "offline", YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_OFFLINE },
  { "shutdown", YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_OFFLINE },
};

static gboolean
has_prefix (char      **reasons,
            const char *prefix)
{
  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    if (g_str_has_prefix (reasons[i], prefix))
      return TRUE;
  return FALSE;
}

static YcPrintJobVerdict
verdict (YcPrintJobState  state,
         YcPrintJobReason reason)
{
  return (YcPrintJobVerdict) { .state = state, .reason = reason };
}

/* What the print server says where the printer itself said nothing: no help to a clerk. */
static const char *const empty_words[] = {
  "Paused", "Reason unknown", "Backend returned status", "Filter failed", "Job stopped",
};

static const char *
words_of_printer (const YcPrintJobFacts *self)
{
  if (self->printer_message == NULL || *self->printer_message == '\0')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (empty_words); i++)
    if (g_str_has_prefix (self->printer_message, empty_words[i]))
      return NULL;
  return self->printer_message;
}

static YcPrintJobVerdict
judge_processing (const YcPrintJobFacts *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (has_prefix (self->printer_reasons, troubles[i].prefix))
      return verdict (troubles[i].state, troubles[i].reason);
  return verdict (YC_PRINT_JOB_PRINTING, YC_PRINT_JOB_REASON_NONE);
}

static YcPrintJobVerdict
judge_printer_stopped (const YcPrintJobFacts *self)
{
  YcPrintJobVerdict v = verdict (YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_PRINTER_STOPPED);

  v.words = words_of_printer (self);
  return v;
}

static YcPrintJobVerdict
judge_pending (const YcPrintJobFacts *self)
{
  if (self->printer_state == IPP_PSTATE_STOPPED || has_prefix (self->job_reasons, "printer-stopped"))
    return judge_printer_stopped (self);
  return verdict (YC_PRINT_JOB_WAITING, YC_PRINT_JOB_REASON_NONE);
}

static YcPrintJobVerdict
judge_held (const YcPrintJobFacts *self)
{
  if (has_prefix (self->job_reasons, "resources-are-not-ready"))
    return verdict (YC_PRINT_JOB_WAITING, YC_PRINT_JOB_REASON_RETRY);
  if (has_prefix (self->job_reasons, "job-incoming"))
    return verdict (YC_PRINT_JOB_WAITING, YC_PRINT_JOB_REASON_NONE);
  return verdict (YC_PRINT_JOB_HELD, YC_PRINT_JOB_REASON_HELD);
}

/* The server keeps a job whose document it could not make ready as "stopped" for ever. */
static YcPrintJobVerdict
judge_stopped (const YcPrintJobFacts *self)
{
  YcPrintJobVerdict v;

  if (!has_prefix (self->job_reasons, "job-completed-with-errors"))
    return judge_printer_stopped (self);
  v = verdict (YC_PRINT_JOB_FAILED, YC_PRINT_JOB_REASON_DOCUMENT);
  v.to_be_cancelled = TRUE;
  return v;
}

/* Removing a printer cancels its jobs in the name of their owner, like a cancel of his own. */
static YcPrintJobVerdict
judge_cancelled (const YcPrintJobFacts *self)
{
  if (self->printer_found)
    return verdict (YC_PRINT_JOB_CANCELLED, YC_PRINT_JOB_REASON_NONE);
  return verdict (self->was_processed ? YC_PRINT_JOB_UNKNOWN : YC_PRINT_JOB_FAILED,
                  YC_PRINT_JOB_REASON_PRINTER_GONE);
}

YcPrintJobVerdict
yc_print_job_facts_judge (const YcPrintJobFacts *self)
{
  if (!self->found)
    return verdict (YC_PRINT_JOB_UNKNOWN, self->printer_found ? YC_PRINT_JOB_REASON_FORGOTTEN
                                                              : YC_PRINT_JOB_REASON_PRINTER_GONE);
  switch (self->job_state)
    {
    case IPP_JSTATE_PENDING:
      return judge_pending (self);
    case IPP_JSTATE_HELD:
      return judge_held (self);
    case IPP_JSTATE_PROCESSING:
      return judge_processing (self);
    case IPP_JSTATE_STOPPED:
      return judge_stopped (self);
    case IPP_JSTATE_CANCELED:
      return judge_cancelled (self);
    case IPP_JSTATE_COMPLETED:
      /* The state alone decides: at this instant the reasons still say "processing". */
      return verdict (YC_PRINT_JOB_DONE, YC_PRINT_JOB_REASON_NONE);
    case IPP_JSTATE_ABORTED:
    default:
      return verdict (YC_PRINT_JOB_FAILED, YC_PRINT_JOB_REASON_ABORTED);
    }
}

void
yc_print_job_facts_free (YcPrintJobFacts *self)
{
  g_free (self->printer);
  g_strfreev (self->job_reasons);
  g_strfreev (self->printer_reasons);
  g_free (self->printer_message);
  g_free (self);
}

const char *
yc_print_job_reason_get_detail (YcPrintJobState  state,
                                YcPrintJobReason reason)
{
  switch (reason)
    {
    case YC_PRINT_JOB_REASON_RETRY:
      return _("The printer is not ready; the print service tries again by itself.");
    case YC_PRINT_JOB_REASON_PRINTER_STOPPED:
      return _("The printer has been stopped.");
    case YC_PRINT_JOB_REASON_HELD:
      return _("The job is held at the print service.");
    case YC_PRINT_JOB_REASON_COVER_OPEN:
      return _("A cover of the printer is open.");
    case YC_PRINT_JOB_REASON_JAM:
      return _("Paper is jammed in the printer.");
    case YC_PRINT_JOB_REASON_OFFLINE:
      return _("The printer is switched off or not connected.");
    case YC_PRINT_JOB_REASON_DOCUMENT:
      return _("The print service could not read the document.");
    case YC_PRINT_JOB_REASON_ABORTED:
      return _("The print service gave the job up.");
    case YC_PRINT_JOB_REASON_PRINTER_GONE:
      return _("The printer has been removed.");
    case YC_PRINT_JOB_REASON_SERVER_GONE:
      return _("The print service stopped while it had the job.");
    case YC_PRINT_JOB_REASON_SERVER_SILENT:
      return _("The print service has the job but does not answer.");
    case YC_PRINT_JOB_REASON_FORGOTTEN:
      return _("The print service does not remember the job.");
    case YC_PRINT_JOB_REASON_NONE:
    default:
      return state == YC_PRINT_JOB_OUT_OF_PAPER ? _("The printer has run out of paper.") : NULL;
    }
}

static const char *
advice_for_stop (YcPrintJobReason reason)
{
  if (reason == YC_PRINT_JOB_REASON_JAM)
    return _("Take the jammed paper out and close the printer; printing goes on by itself.");
  if (reason == YC_PRINT_JOB_REASON_COVER_OPEN)
    return _("Close the cover; printing goes on by itself.");
  if (reason == YC_PRINT_JOB_REASON_OFFLINE)
    return _("Check that the printer is switched on and its cable is plugged in.");
  return _("Look at the printer's display. Once it is mended and resumed, printing goes on.");
}

const char *
yc_print_job_reason_get_advice (YcPrintJobState  state,
                                YcPrintJobReason reason)
{
  switch (state)
    {
    case YC_PRINT_JOB_OUT_OF_PAPER:
      return _("Put paper in; printing goes on by itself. Do not print again.");
    case YC_PRINT_JOB_STOPPED:
      return advice_for_stop (reason);
    case YC_PRINT_JOB_HELD:
      return _("Release it in the list of print jobs, or cancel it.");
    case YC_PRINT_JOB_FAILED:
      return reason == YC_PRINT_JOB_REASON_PRINTER_GONE
                 ? _("No sheet came out. Choose another printer and print again.")
                 : _("No sheet is expected. Check the tray, then print again.");
    case YC_PRINT_JOB_CANCELLED:
      return _("Destroy any sheet that did come out before printing again.");
    case YC_PRINT_JOB_UNKNOWN:
      return _("Look into the printer's tray, then say whether the sheet is there. "
               "Nothing is printed again by itself.");
    case YC_PRINT_JOB_WAITING:
      return reason == YC_PRINT_JOB_REASON_RETRY
                 ? _("Check that the printer is switched on and its cable is plugged in.")
                 : NULL;
    case YC_PRINT_JOB_PRINTING:
    case YC_PRINT_JOB_DONE:
    default:
      return NULL;
    }
}
