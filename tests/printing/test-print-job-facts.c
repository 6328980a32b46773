/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the print server's words about a job mean: the table of states that are easy to get wrong. */
#include <locale.h>

#include "yc-print-job-facts.h"

typedef struct
{
  const char      *name;
  ipp_jstate_t     job_state;
  const char      *job_reason;
  ipp_pstate_t     printer_state; /* 0: the printer is gone */
  const char      *printer_reason;
  gboolean         was_processed;
  YcPrintJobState  state;
  YcPrintJobReason reason;
  gboolean         to_be_cancelled;
} Case;

#define NONE YC_PRINT_JOB_REASON_NONE

static const Case cases[] = {
  { "queued", IPP_JSTATE_PENDING, NULL, IPP_PSTATE_IDLE, NULL, FALSE, YC_PRINT_JOB_WAITING, NONE },
  { "queued-with-stale-paper-reason", IPP_JSTATE_PENDING, NULL, IPP_PSTATE_IDLE,
    "media-empty-error", FALSE, YC_PRINT_JOB_WAITING, NONE },
  { "printing", IPP_JSTATE_PROCESSING, "job-printing", IPP_PSTATE_PROCESSING, NULL, FALSE,
    YC_PRINT_JOB_PRINTING, NONE },
  { "low-paper-is-no-trouble", IPP_JSTATE_PROCESSING, NULL, IPP_PSTATE_PROCESSING,
    "media-low-warning", FALSE, YC_PRINT_JOB_PRINTING, NONE },
  { "paper-out", IPP_JSTATE_PROCESSING, "job-printing", IPP_PSTATE_PROCESSING, "media-empty-error",
    TRUE, YC_PRINT_JOB_OUT_OF_PAPER, NONE },
  { "paper-out-warning", IPP_JSTATE_PROCESSING, NULL, IPP_PSTATE_PROCESSING, "media-empty-warning",
    TRUE, YC_PRINT_JOB_OUT_OF_PAPER, NONE },
  { "paper-wanted", IPP_JSTATE_PROCESSING, NULL, IPP_PSTATE_PROCESSING, "media-needed", TRUE,
    YC_PRINT_JOB_OUT_OF_PAPER, NONE },
  { "jam", IPP_JSTATE_PROCESSING, NULL, IPP_PSTATE_PROCESSING, "media-jam-error", TRUE,
    YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_JAM },
  { "cover", IPP_JSTATE_PROCESSING, NULL, IPP_PSTATE_PROCESSING, "cover-open", TRUE,
    YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_COVER_OPEN },
  { "offline", IPP_JSTATE_PROCESSING, NULL, IPP_PSTATE_PROCESSING, "offline-report", TRUE,
    YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_OFFLINE },
  { "done", IPP_JSTATE_COMPLETED, "processing-to-stop-point", IPP_PSTATE_PROCESSING, NULL, TRUE,
    YC_PRINT_JOB_DONE, NONE },
  { "done-and-then-paper-out", IPP_JSTATE_COMPLETED, NULL, IPP_PSTATE_IDLE, "media-empty-error",
    TRUE, YC_PRINT_JOB_DONE, NONE },
  { "damaged-document", IPP_JSTATE_STOPPED, "job-completed-with-errors", IPP_PSTATE_IDLE, NULL,
    TRUE, YC_PRINT_JOB_FAILED, YC_PRINT_JOB_REASON_DOCUMENT, TRUE },
  { "stopped-with-printer", IPP_JSTATE_STOPPED, "printer-stopped", IPP_PSTATE_STOPPED, NULL, TRUE,
    YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_PRINTER_STOPPED },
  { "printer-stopped", IPP_JSTATE_PENDING, "printer-stopped", IPP_PSTATE_STOPPED, NULL, TRUE,
    YC_PRINT_JOB_STOPPED, YC_PRINT_JOB_REASON_PRINTER_STOPPED },
  { "retry", IPP_JSTATE_HELD, "resources-are-not-ready", IPP_PSTATE_IDLE, NULL, TRUE,
    YC_PRINT_JOB_WAITING, YC_PRINT_JOB_REASON_RETRY },
  { "incoming", IPP_JSTATE_HELD, "job-incoming", IPP_PSTATE_IDLE, NULL, FALSE,
    YC_PRINT_JOB_WAITING, NONE },
  { "held", IPP_JSTATE_HELD, "job-hold-until-specified", IPP_PSTATE_IDLE, NULL, FALSE,
    YC_PRINT_JOB_HELD, YC_PRINT_JOB_REASON_HELD },
  { "cancelled", IPP_JSTATE_CANCELED, "job-canceled-by-user", IPP_PSTATE_IDLE, NULL, TRUE,
    YC_PRINT_JOB_CANCELLED, NONE },
  { "printer-removed-before", IPP_JSTATE_CANCELED, "job-canceled-by-user", 0, NULL, FALSE,
    YC_PRINT_JOB_FAILED, YC_PRINT_JOB_REASON_PRINTER_GONE },
  { "printer-removed-while-printing", IPP_JSTATE_CANCELED, "job-canceled-by-user", 0, NULL, TRUE,
    YC_PRINT_JOB_UNKNOWN, YC_PRINT_JOB_REASON_PRINTER_GONE },
  { "aborted", IPP_JSTATE_ABORTED, "aborted-by-system", IPP_PSTATE_IDLE, NULL, TRUE,
    YC_PRINT_JOB_FAILED, YC_PRINT_JOB_REASON_ABORTED },
};

static YcPrintJobFacts *
make_facts (const Case *c)
{
  YcPrintJobFacts *facts = g_new0 (YcPrintJobFacts, 1);
  g_autoptr (GStrvBuilder) job = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) printer = g_strv_builder_new ();

  if (c->job_reason != NULL)
    g_strv_builder_add (job, c->job_reason);
  if (c->printer_reason != NULL)
    g_strv_builder_add (printer, c->printer_reason);
  facts->found = TRUE;
  facts->job_state = c->job_state;
  facts->job_reasons = g_strv_builder_end (job);
  facts->was_processed = c->was_processed;
  facts->printer_found = c->printer_state != 0;
  facts->printer_state = c->printer_state;
  facts->printer_reasons = g_strv_builder_end (printer);
  facts->printer_message = g_strdup ("");
  return facts;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (YcPrintJobFacts) facts = make_facts (c);
  YcPrintJobVerdict v = yc_print_job_facts_judge (facts);

  g_assert_cmpint (v.state, ==, c->state);
  g_assert_cmpint (v.reason, ==, c->reason);
  g_assert_cmpint (v.to_be_cancelled, ==, c->to_be_cancelled);
}

static void
test_forgotten (void)
{
  YcPrintJobFacts facts = { .found = FALSE, .printer_found = TRUE };
  YcPrintJobVerdict v = yc_print_job_facts_judge (&facts);

  g_assert_cmpint (v.state, ==, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (v.reason, ==, YC_PRINT_JOB_REASON_FORGOTTEN);
  facts.printer_found = FALSE;
  v = yc_print_job_facts_judge (&facts);
  g_assert_cmpint (v.state, ==, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (v.reason, ==, YC_PRINT_JOB_REASON_PRINTER_GONE);
}

/* A state in which the clerk has to do something says what. */
static void
test_words (void)
{
  for (YcPrintJobState state = YC_PRINT_JOB_WAITING; state <= YC_PRINT_JOB_UNKNOWN; state++)
    {
      gboolean quiet = state == YC_PRINT_JOB_WAITING || state == YC_PRINT_JOB_PRINTING ||
                       state == YC_PRINT_JOB_DONE;
      const char *advice = yc_print_job_reason_get_advice (state, YC_PRINT_JOB_REASON_NONE);

      g_assert_cmpint (advice == NULL, ==, quiet);
      g_assert_nonnull (yc_print_job_state_get_title (state));
      g_assert_nonnull (yc_print_job_state_to_string (state));
    }
  for (YcPrintJobReason reason = YC_PRINT_JOB_REASON_RETRY;
       reason <= YC_PRINT_JOB_REASON_FORGOTTEN; reason++)
    g_assert_nonnull (yc_print_job_reason_get_detail (YC_PRINT_JOB_STOPPED, reason));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/print-job-facts/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/print-job-facts/forgotten", test_forgotten);
  g_test_add_func ("/print-job-facts/words", test_words);
  return g_test_run ();
}
