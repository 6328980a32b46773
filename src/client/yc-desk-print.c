/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk prints. */
#include "yc-desk-print.h"

#include "yc-desk-call.h"
#include "yc-print-runs.h"

static YcPrintRuns *
get_runs (YcDesk *self)
{
  return YC_PRINT_RUNS (yc_desk_get_print_runs (self));
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) call = user_data;
  GError *error = NULL;
  YcPrintRun *run = yc_print_runs_print_finish (YC_PRINT_RUNS (source), result, &error);

  if (run != NULL)
    g_task_return_pointer (call, run, g_object_unref);
  else
    g_task_return_error (call, error);
}

void
yc_desk_print_async (YcDesk               *self,
                     const YcPrintRequest *request,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (request != NULL && request->title != NULL);
  g_return_if_fail ((request->case_id == NULL) == (request->serial == NULL));
  g_return_if_fail (request->pdf != NULL || request->serial != NULL);
  g_return_if_fail (YC_IS_PRINTER (request->printer));
  g_return_if_fail (request->options != NULL && request->options->copies > 0);

  yc_print_runs_print_async (get_runs (self), request, cancellable, printed_cb,
                             yc_desk_call_new (self, yc_desk_print_async, cancellable, callback,
                                               user_data));
}

YcPrintRun *
yc_desk_print_finish (YcDesk        *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

YcPrintRun *
yc_desk_find_print_run (YcDesk     *self,
                        const char *serial)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);
  g_return_val_if_fail (serial != NULL, NULL);

  return yc_print_runs_find (get_runs (self), serial);
}

YcPrintHistory
yc_desk_get_print_history (YcDesk     *self,
                           const char *serial)
{
  g_return_val_if_fail (YC_IS_DESK (self), YC_PRINT_HISTORY_NONE);
  g_return_val_if_fail (serial != NULL, YC_PRINT_HISTORY_NONE);

  return yc_print_runs_get_history (get_runs (self), serial);
}
