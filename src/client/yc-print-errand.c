/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One print being begun: its document is got, its run journalled, its printer asked. */
#include "yc-print-errand.h"

#include "yc-certificate-store.h"
#include "yc-client-error.h"
#include "yc-print-run-private.h"
#include "yc-print-sheet.h"
#include "yc-printing-error.h"
#include "yc-uuid.h"

typedef struct
{
  YcParts        *parts;
  YcPrintKind     kind;
  char           *case_id;
  char           *serial;
  char           *title;
  YcPrinter      *printer;
  YcPrintOptions *options;
  YcPrintReason   reason;
  char           *note;
  char           *sheet_path;
  GBytes         *pdf;
  YcPrintRun     *run;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->parts);
  g_free (errand->case_id);
  g_free (errand->serial);
  g_free (errand->title);
  g_object_unref (errand->printer);
  yc_print_options_free (errand->options);
  g_free (errand->note);
  g_free (errand->sheet_path);
  g_clear_pointer (&errand->pdf, g_bytes_unref);
  g_clear_object (&errand->run);
  g_free (errand);
}

static Errand *
errand_new (YcParts              *parts,
            const YcPrintRequest *request,
            YcPrintReason         reason)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->parts = g_object_ref (parts);
  errand->kind = request->kind;
  errand->case_id = g_strdup (request->case_id);
  errand->serial = g_strdup (request->serial);
  errand->title = g_strdup (request->title);
  errand->printer = g_object_ref (request->printer);
  errand->options = yc_print_options_copy (request->options);
  errand->reason = reason;
  errand->note = g_strdup (request->note);
  errand->sheet_path = g_strdup (request->sheet_path);
  errand->pdf = request->pdf != NULL ? g_bytes_ref (request->pdf) : NULL;
  g_free (errand->options->print_id);
  errand->options->print_id = yc_uuid_v7_new ();
  errand->options->fresh = TRUE;
  return errand;
}

/* The printing room's messages are for the clerk, others for the log. */
static void
fail (GTask    *task,
      GError   *error,
      gboolean  tell)
{
  Errand *errand = g_task_get_task_data (task);

  if (errand->run != NULL)
    yc_print_run_fail (errand->run, error->domain == YC_PRINTING_ERROR ? error->message : NULL,
                       tell);
  g_task_return_error (task, error);
}

static void
return_failure (GTask  *task,
                GError *error)
{
  fail (task, error, FALSE);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (YcPrintJob) job = yc_printer_print_finish (YC_PRINTER (source), result, &error);

  if (job == NULL)
    {
      return_failure (task, error);
      return;
    }
  yc_print_run_follow (errand->run, job);
  g_task_return_pointer (task, g_steal_pointer (&errand->run), g_object_unref);
}

static void
ask_printer (GTask *task)
{
  Errand *errand = g_task_get_task_data (task);

  yc_printer_print_async (errand->printer, errand->pdf, errand->options,
                          g_task_get_cancellable (task), printed_cb, g_object_ref (task));
}

/* Whether the service may have recorded it all the same. */
static gboolean
is_unclear (const GError *error)
{
  return g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_TIMED_OUT) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SERVICE);
}

static void
numbered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  errand->pdf = yc_print_sheet_finish (source, result, &error);
  if (errand->pdf != NULL)
    ask_printer (task);
  else
    fail (task, error, is_unclear (error));
}

static void
journalled_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  yc_storage_run_finish (errand->parts->storage, result, &error);
  if (error != NULL)
    {
      g_clear_object (&errand->run);
      return_failure (task, error);
      return;
    }
  yc_print_runs_add (g_task_get_source_object (task), errand->run);
  if (errand->pdf != NULL)
    ask_printer (task);
  else
    yc_print_sheet_record_async (g_task_get_source_object (task), errand->parts, errand->run,
                                 errand->sheet_path, g_task_get_cancellable (task), numbered_cb,
                                 g_object_ref (task));
}

static char *
or_nothing (const char *text)
{
  return (char *) (text != NULL ? text : "");
}

static YcPrintRun *
create_run (Errand *errand)
{
  g_autofree char *now = yc_time_now ();
  YcPrintRow row = {
    .id = errand->options->print_id,
    .user_id = or_nothing (yc_session_get_user_id (errand->parts->session)),
    .serial = or_nothing (errand->serial),
    .case_id = or_nothing (errand->case_id),
    .title = errand->title,
    .printer = (char *) yc_printer_get_name (errand->printer),
    .copies = errand->options->copies,
    .asked_at = now,
    .state = (char *) yc_print_run_state_to_string (YC_PRINT_RUN_ASKED),
    .kind = (char *) yc_print_kind_to_string (errand->kind),
    .reason = or_nothing (errand->reason != 0 ? yc_print_reason_to_string (errand->reason) : NULL),
  };

  YcPrintRun *run = yc_print_run_new (errand->parts, &row);

  yc_print_run_set_note (run, errand->note);
  return run;
}

/* Of what came to nothing the sheet as it was issued will do while the line is down. */
static gboolean
is_numbered (Errand *errand)
{
  return errand->reason != 0 && yc_line_get_online (errand->parts->line);
}

static void
journal (GTask *task)
{
  Errand *errand = g_task_get_task_data (task);

  if (errand->parts->storage == NULL)
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CLOSED, "The desk is closed");
      return;
    }
  errand->run = create_run (errand);
  yc_print_table_save_async (errand->parts->storage, yc_print_run_get_row (errand->run),
                             g_task_get_cancellable (task), journalled_cb, g_object_ref (task));
}

static void
certificate_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  errand->pdf = yc_certificate_store_load_finish (source, result, &error);
  if (errand->pdf != NULL)
    journal (task);
  else
    return_failure (task, error);
}

static void
sheet_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  errand->pdf = yc_print_sheet_finish (source, result, &error);
  if (errand->pdf != NULL)
    journal (task);
  else
    return_failure (task, error);
}

void
yc_print_errand_async (YcPrintRuns          *runs,
                       YcParts              *parts,
                       const YcPrintRequest *request,
                       YcPrintReason         reason,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (runs, cancellable, callback, user_data);
  Errand *errand = errand_new (parts, request, reason);

  g_task_set_source_tag (task, yc_print_errand_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  if (errand->pdf != NULL || is_numbered (errand))
    journal (task);
  else if (errand->sheet_path != NULL)
    yc_print_sheet_fetch_async (runs, parts, errand->sheet_path, cancellable, sheet_cb,
                                g_steal_pointer (&task));
  else
    yc_certificate_store_load_async (runs, parts, errand->case_id, errand->serial, cancellable,
                                     certificate_cb, g_steal_pointer (&task));
}

YcPrintRun *
yc_print_errand_finish (YcPrintRuns   *runs,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, runs), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
