/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits at the print server, and changing its course. */
#include "yc-cups-queue.h"

#include <glib/gi18n-lib.h>

#include "yc-cups-ipp.h"
#include "yc-cups-printers.h"
#include "yc-print-job-facts.h"

/* A job while its attributes are read. */
typedef struct
{
  int             id;
  char           *print_id;
  char           *printer;
  YcPrintJobFacts facts;
} Reading;

static void
take_attribute (Reading         *reading,
                ipp_attribute_t *attribute)
{
  const char *name = ippGetName (attribute);

  if (g_str_equal (name, "job-id"))
    reading->id = ippGetInteger (attribute, 0);
  else if (g_str_equal (name, "job-name"))
    reading->print_id = yc_cups_ipp_dup_string (attribute);
  else if (g_str_equal (name, "job-printer-uri"))
    reading->printer = yc_cups_ipp_dup_printer_name (attribute);
  else if (g_str_equal (name, "job-state"))
    reading->facts.job_state = (ipp_jstate_t) ippGetInteger (attribute, 0);
  else if (g_str_equal (name, "job-state-reasons"))
    reading->facts.job_reasons = yc_cups_ipp_dup_strings (attribute);
  else if (g_str_equal (name, "time-at-processing"))
    reading->facts.was_processed = ippGetInteger (attribute, 0) > 0;
}

/* Borrows the printer's facts for the verdict. */
static YcPrintJobVerdict
judge (Reading   *reading,
       GPtrArray *printers)
{
  reading->facts.found = TRUE;
  for (guint i = 0; i < printers->len; i++)
    {
      const YcPrinterFacts *printer = g_ptr_array_index (printers, i);

      if (g_strcmp0 (printer->name, reading->printer) != 0)
        continue;
      reading->facts.printer_found = TRUE;
      reading->facts.printer_state = printer->state;
      reading->facts.printer_reasons = printer->reasons;
      reading->facts.printer_message = printer->message;
    }
  return yc_print_job_facts_judge (&reading->facts);
}

static void
take_job (GPtrArray *rows,
          Reading   *reading,
          GPtrArray *printers)
{
  YcPrintJobVerdict v;
  YcPrintQueueRow *row;

  if (reading->id <= 0)
    return;
  v = judge (reading, printers);
  row = g_new0 (YcPrintQueueRow, 1);
  row->id = reading->id;
  row->print_id = g_steal_pointer (&reading->print_id);
  row->printer = g_steal_pointer (&reading->printer);
  row->state = v.state;
  row->reason = v.reason;
  row->detail = g_strdup (v.words != NULL ? v.words
                                          : yc_print_job_reason_get_detail (v.state, v.reason));
  row->was_processed = reading->facts.was_processed;
  g_strfreev (reading->facts.job_reasons);
  *reading = (Reading) { 0 };
  g_ptr_array_add (rows, row);
}

/* The attributes of one job stand together; a nameless one parts it from the next. */
static GPtrArray *
read_jobs (ipp_t     *answer,
           GPtrArray *printers)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_print_queue_row_free);
  Reading reading = { 0 };

  for (ipp_attribute_t *a = ippFirstAttribute (answer); a != NULL; a = ippNextAttribute (answer))
    if (ippGetGroupTag (a) == IPP_TAG_JOB && ippGetName (a) != NULL)
      take_attribute (&reading, a);
    else
      take_job (rows, &reading, printers);
  take_job (rows, &reading, printers);
  return rows;
}

void
yc_print_queue_row_free (YcPrintQueueRow *self)
{
  g_free (self->print_id);
  g_free (self->printer);
  g_free (self->detail);
  g_free (self);
}

GPtrArray *
yc_cups_list_queue (YcCupsConnection *connection,
                    GError          **error)
{
  static const char *const names[] = { "job-id",    "job-name",          "job-printer-uri",
                                       "job-state", "job-state-reasons", "time-at-processing",
                                       NULL };
  ipp_t *request = ippNewRequest (IPP_OP_GET_JOBS);
  g_autoptr (ipp_t) answer = NULL;
  g_autoptr (GPtrArray) printers = NULL;

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, "ipp://localhost/");
  yc_cups_ipp_add_user (request);
  ippAddBoolean (request, IPP_TAG_OPERATION, "my-jobs", 1);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", NULL, "not-completed");
  yc_cups_ipp_ask_for (request, names);
  answer = yc_cups_connection_request (connection, request, "/", error);
  if (answer == NULL)
    return NULL;
  printers = yc_cups_list_printers (connection, error);
  return printers != NULL ? read_jobs (answer, printers) : NULL;
}

gboolean
yc_cups_change_job (YcCupsConnection *connection,
                    ipp_op_t          op,
                    int               job_id,
                    GError          **error)
{
  g_autoptr (ipp_t) answer = yc_cups_connection_request (
      connection, yc_cups_ipp_new_job_request (op, job_id), "/jobs/", error);

  return answer != NULL;
}

/* Moved while it prints, a job leaves half a sheet at one printer and comes whole out of the other:
 * of a numbered certificate there would be two. */
static gboolean
check_not_begun (YcCupsConnection *connection,
                 int               job_id,
                 GError          **error)
{
  static const char *const names[] = { "time-at-processing", NULL };
  ipp_t *request = yc_cups_ipp_new_job_request (IPP_OP_GET_JOB_ATTRIBUTES, job_id);
  g_autoptr (ipp_t) answer = NULL;

  yc_cups_ipp_ask_for (request, names);
  answer = yc_cups_connection_request (connection, request, "/", error);
  if (answer == NULL)
    return FALSE;
  if (ippGetInteger (ippFindAttribute (answer, names[0], IPP_TAG_INTEGER), 0) <= 0)
    return TRUE;
  g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_BEGUN,
                       _("The printer has begun with it. Cancel it, look into the tray, then print "
                         "it on the other printer."));
  return FALSE;
}

gboolean
yc_cups_move_job (YcCupsConnection *connection,
                  int               job_id,
                  const char       *printer,
                  GError          **error)
{
  g_autoptr (ipp_t) answer = NULL;
  ipp_t *request;

  if (!check_not_begun (connection, job_id, error))
    return FALSE;
  request = yc_cups_ipp_new_job_request (IPP_OP_CUPS_MOVE_JOB, job_id);
  yc_cups_ipp_add_printer_uri (request, IPP_TAG_JOB, "job-printer-uri", printer);
  answer = yc_cups_connection_request (connection, request, "/jobs/", error);
  return answer != NULL;
}
