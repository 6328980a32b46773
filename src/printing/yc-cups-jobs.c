/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making jobs at the print server, finding them again and looking at them. */
#include "yc-cups-jobs.h"

#include "yc-cups-ipp.h"
#include "yc-cups-printers.h"
#include "yc-page-ranges.h"

static YcPrintJobHandle *
new_handle (YcCupsConnection *connection,
            int               id,
            const char       *print_id,
            const char       *printer)
{
  YcPrintJobHandle *handle = g_new0 (YcPrintJobHandle, 1);

  handle->id = id;
  handle->print_id = g_strdup (print_id);
  handle->printer = g_strdup (printer);
  handle->epoch = yc_cups_connection_get_epoch (connection);
  return handle;
}

typedef struct
{
  int              id;
  const char      *name;
  ipp_attribute_t *uri;
} JobRow;

static void
take_attribute (JobRow          *row,
                ipp_attribute_t *attribute)
{
  const char *name = ippGetName (attribute);

  if (g_str_equal (name, "job-id"))
    row->id = ippGetInteger (attribute, 0);
  else if (g_str_equal (name, "job-name"))
    row->name = ippGetString (attribute, 0, NULL);
  else if (g_str_equal (name, "job-printer-uri"))
    row->uri = attribute;
}

typedef struct
{
  const char *print_id;
  JobRow      found; /* id 0: not found */
  int         last_id;
  guint       n_rows;
} JobSearch;

static void
take_row (JobSearch    *search,
          const JobRow *row)
{
  if (row->id <= 0)
    return;
  search->n_rows++;
  search->last_id = MAX (search->last_id, row->id);
  if (g_strcmp0 (row->name, search->print_id) == 0)
    search->found = *row;
}

/* The attributes of one job stand together; a nameless one parts it from the next. */
static void
search_rows (JobSearch *search,
             ipp_t     *answer)
{
  JobRow row = { 0 };

  for (ipp_attribute_t *a = ippFirstAttribute (answer); a != NULL; a = ippNextAttribute (answer))
    {
      if (ippGetGroupTag (a) == IPP_TAG_JOB && ippGetName (a) != NULL)
        {
          take_attribute (&row, a);
          continue;
        }
      take_row (search, &row);
      row = (JobRow) { 0 };
    }
  take_row (search, &row);
}

static ipp_t *
list_jobs (YcCupsConnection *connection,
           int               first_id,
           GError          **error)
{
  /* Nobody looks at the format. But asked for what it keeps in memory alone, the server leaves out
   * the names of jobs that ended more than a moment ago. */
  static const char *const names[] = { "job-id", "job-name", "job-printer-uri", "document-format",
                                       NULL };
  ipp_t *request = ippNewRequest (IPP_OP_GET_JOBS);

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, "ipp://localhost/");
  yc_cups_ipp_add_user (request);
  ippAddBoolean (request, IPP_TAG_OPERATION, "my-jobs", 1);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", NULL, "all");
  ippAddInteger (request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "first-job-id", first_id);
  yc_cups_ipp_ask_for (request, names);
  return yc_cups_connection_request (connection, request, "/", error);
}

/* A server numbers its jobs anew when it lost its memory; a print's id is never used twice. */
YcPrintJobHandle *
yc_cups_find_job (YcCupsConnection *connection,
                  const char       *print_id,
                  GError          **error)
{
  JobSearch search = { .print_id = print_id };

  do
    {
      g_autoptr (ipp_t) answer = list_jobs (connection, search.last_id + 1, error);

      if (answer == NULL)
        return NULL;
      search.n_rows = 0;
      search_rows (&search, answer);
      if (search.found.id > 0)
        {
          g_autofree char *printer = yc_cups_ipp_dup_printer_name (search.found.uri);

          return new_handle (connection, search.found.id, print_id, printer);
        }
    }
  while (search.n_rows > 0);
  return NULL;
}

/* The tray goes into a collection, and the paper then with it: a request names it only once. */
static void
add_media_col (ipp_t                *request,
               const YcPrintOptions *options)
{
  pwg_media_t *media = options->paper != NULL ? pwgMediaForPWG (options->paper) : NULL;
  g_autoptr (ipp_t) column = ippNew ();
  g_autoptr (ipp_t) size = ippNew ();

  if (media != NULL)
    {
      ippAddInteger (size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", media->width);
      ippAddInteger (size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", media->length);
      ippAddCollection (column, IPP_TAG_ZERO, "media-size", size);
    }
  ippAddString (column, IPP_TAG_ZERO, IPP_TAG_KEYWORD, "media-source", NULL, options->source);
  ippAddCollection (request, IPP_TAG_JOB, "media-col", column);
}

static void
add_media (ipp_t                *request,
           const YcPrintOptions *options)
{
  if (options->source != NULL)
    add_media_col (request, options);
  else if (options->paper != NULL)
    ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL, options->paper);
}

static void
add_pages (ipp_t      *request,
           const char *pages)
{
  g_autoptr (GArray) ranges = pages != NULL ? yc_page_ranges_parse (pages, NULL) : NULL;
  g_autofree int *first = NULL;
  g_autofree int *last = NULL;

  if (ranges == NULL || ranges->len == 0)
    return;
  first = g_new (int, ranges->len);
  last = g_new (int, ranges->len);
  for (guint i = 0; i < ranges->len; i++)
    {
      first[i] = g_array_index (ranges, YcPageRange, i).first;
      last[i] = g_array_index (ranges, YcPageRange, i).last;
    }
  ippAddRanges (request, IPP_TAG_JOB, "page-ranges", (int) ranges->len, first, last);
}

static ipp_t *
new_print_request (const char           *printer,
                   const YcPrintOptions *options)
{
  ipp_t *request = yc_cups_ipp_new_printer_request (IPP_OP_PRINT_JOB, printer);

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL, options->print_id);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL,
                "application/pdf");
  ippAddInteger (request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", (int) options->copies);
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", NULL,
                yc_print_sides_to_keyword (options->sides));
  ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", NULL,
                options->fit ? "fit" : "none");
  if (options->grey)
    ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-color-mode", NULL, "monochrome");
  add_media (request, options);
  add_pages (request, options->pages);
  return request;
}

/* The answer got lost. If the server is there again and knows the job, all is well; that it does
 * not know it proves nothing: it may get round to it yet, or have lost it half printed. */
static YcPrintJobHandle *
settle_unclear (YcCupsConnection     *connection,
                guint                 epoch,
                const char           *printer,
                const YcPrintOptions *options)
{
  g_autoptr (YcPrintJobHandle) handle = NULL;

  handle = yc_cups_find_job (connection, options->print_id, NULL);
  if (handle != NULL && yc_cups_connection_get_epoch (connection) == epoch)
    return g_steal_pointer (&handle);
  g_clear_pointer (&handle, yc_print_job_handle_free);
  handle = new_handle (connection, 0, options->print_id, printer);
  handle->unclear = TRUE;
  return g_steal_pointer (&handle);
}

static gboolean
can_print (YcCupsConnection     *connection,
           const char           *printer,
           const YcPrintOptions *options,
           GError              **error)
{
  g_autoptr (YcPrinterCapabilities) capabilities =
      yc_cups_get_capabilities (connection, printer, error);

  return capabilities != NULL && yc_printer_capabilities_check (capabilities, options, error);
}

YcPrintJobHandle *
yc_cups_print (YcCupsConnection     *connection,
               const char           *printer,
               GBytes               *pdf,
               const YcPrintOptions *options,
               GError              **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ipp_t) answer = NULL;
  g_autofree char *name = g_uri_escape_string (printer, NULL, TRUE);
  g_autofree char *resource = g_strdup_printf ("/printers/%s", name);
  YcPrintJobHandle *known =
      options->fresh ? NULL : yc_cups_find_job (connection, options->print_id, &local_error);
  gboolean can = known == NULL && local_error == NULL &&
                 can_print (connection, printer, options, &local_error);
  guint epoch = yc_cups_connection_get_epoch (connection);

  if (known != NULL)
    return known;
  if (can)
    answer = yc_cups_connection_send (connection, new_print_request (printer, options), resource,
                                      pdf, &local_error);
  if (answer != NULL)
    return new_handle (connection,
                       ippGetInteger (ippFindAttribute (answer, "job-id", IPP_TAG_INTEGER), 0),
                       options->print_id, printer);
  if (g_error_matches (local_error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNCLEAR))
    return settle_unclear (connection, epoch, printer, options);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
take_job_facts (YcPrintJobFacts        *facts,
                ipp_t                  *answer,
                const YcPrintJobHandle *job)
{
  g_autofree char *name = yc_cups_ipp_find_string (answer, "job-name");

  /* A server that lost its memory counts jobs from 1 again. */
  facts->found = g_str_equal (name, job->print_id);
  if (facts->found)
    facts->printer =
        yc_cups_ipp_dup_printer_name (ippFindAttribute (answer, "job-printer-uri", IPP_TAG_URI));
  facts->job_state = (ipp_jstate_t) yc_cups_ipp_find_enum (answer, "job-state");
  facts->job_reasons = yc_cups_ipp_find_strings (answer, "job-state-reasons");
  facts->was_processed =
      ippGetInteger (ippFindAttribute (answer, "time-at-processing", IPP_TAG_INTEGER), 0) > 0;
}

static gboolean
add_printer_facts (YcCupsConnection *connection,
                   const char       *printer,
                   YcPrintJobFacts  *facts,
                   GError          **error)
{
  static const char *const names[] = {
    "printer-state", "printer-state-reasons", "printer-state-message", NULL,
  };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ipp_t) answer = NULL;
  ipp_t *request = yc_cups_ipp_new_printer_request (IPP_OP_GET_PRINTER_ATTRIBUTES, printer);

  yc_cups_ipp_ask_for (request, names);
  answer = yc_cups_connection_request (connection, request, "/", &local_error);
  if (g_error_matches (local_error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_NO_PRINTER))
    return TRUE;
  if (answer == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  facts->printer_found = TRUE;
  facts->printer_state = (ipp_pstate_t) yc_cups_ipp_find_enum (answer, "printer-state");
  facts->printer_reasons = yc_cups_ipp_find_strings (answer, "printer-state-reasons");
  facts->printer_message = yc_cups_ipp_find_string (answer, "printer-state-message");
  return TRUE;
}

void
yc_print_job_handle_free (YcPrintJobHandle *self)
{
  g_free (self->print_id);
  g_free (self->printer);
  g_free (self);
}

YcPrintJobFacts *
yc_cups_look_at_job (YcCupsConnection       *connection,
                     const YcPrintJobHandle *job,
                     GError                **error)
{
  static const char *const names[] = {
    "job-state", "job-state-reasons", "job-name", "job-printer-uri", "time-at-processing", NULL,
  };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcPrintJobFacts) facts = g_new0 (YcPrintJobFacts, 1);
  g_autoptr (ipp_t) answer = NULL;
  ipp_t *request = yc_cups_ipp_new_job_request (IPP_OP_GET_JOB_ATTRIBUTES, job->id);

  yc_cups_ipp_ask_for (request, names);
  answer = yc_cups_connection_request (connection, request, "/", &local_error);
  if (answer != NULL)
    take_job_facts (facts, answer, job);
  else if (!g_error_matches (local_error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_NO_PRINTER))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  /* Somebody may have moved it. */
  if (facts->printer == NULL || *facts->printer == '\0')
    {
      g_free (facts->printer);
      facts->printer = g_strdup (job->printer);
    }
  if (!add_printer_facts (connection, facts->printer, facts, error))
    return NULL;
  return g_steal_pointer (&facts);
}
