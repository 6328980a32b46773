/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document on its way through the print server, followed to its end. */
#include "yc-print-job.h"

#include <glib/gi18n-lib.h>

#include "yc-cups-queue.h"
#include "yc-print-job-private.h"
#include "yc-task.h"

/* Looked at this often (ms) while something happens, then less and less often. */
#define SHORTEST_PAUSE 250
#define LONGEST_PAUSE 2000
/* So many looks in a row may fail before the outcome counts as unknown. */
#define MOST_FAILURES 3

struct _YcPrintJob
{
  GObject           parent_instance;
  YcCupsWorker     *worker;
  GMainContext     *context;
  GSource          *pause;
  char             *print_id;
  char             *printer;
  int               id;
  guint             epoch;
  guint             pause_length; /* ms */
  guint             n_failures;
  YcPrintJobState   state;
  YcPrintJobReason  reason;
  char             *detail;
};

G_DEFINE_FINAL_TYPE (YcPrintJob, yc_print_job, G_TYPE_OBJECT)

typedef enum
{
  PROP_ADVICE = 1,
  PROP_DETAIL,
  PROP_PRINTER,
  PROP_REASON,
  PROP_STATE,
} YcPrintJobProperty;

#define N_PROPS (PROP_STATE + 1)

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *name;
  const char *title;
} states[] = {
  [YC_PRINT_JOB_WAITING] = { "waiting", N_("Waiting to print") },
  [YC_PRINT_JOB_PRINTING] = { "printing", N_("Printing") },
  [YC_PRINT_JOB_OUT_OF_PAPER] = { "out-of-paper", N_("Out of paper") },
  [YC_PRINT_JOB_STOPPED] = { "stopped", N_("Printer stopped") },
  [YC_PRINT_JOB_HELD] = { "held", N_("Held back") },
  [YC_PRINT_JOB_DONE] = { "done", N_("Printed") },
  [YC_PRINT_JOB_FAILED] = { "failed", N_("Printing failed") },
  [YC_PRINT_JOB_CANCELLED] = { "cancelled", N_("Printing cancelled") },
  [YC_PRINT_JOB_UNKNOWN] = { "unknown", N_("Outcome unknown") },
};

static void look_later (YcPrintJob *self);

static gboolean
set_state (YcPrintJob      *self,
           YcPrintJobState  state,
           YcPrintJobReason reason,
           const char      *words)
{
  const char *detail = words != NULL ? words : yc_print_job_reason_get_detail (state, reason);

  if (self->state == state && self->reason == reason && g_strcmp0 (self->detail, detail) == 0)
    return FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  self->state = state;
  self->reason = reason;
  g_free (self->detail);
  self->detail = g_strdup (detail);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADVICE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

static void
set_unknown (YcPrintJob      *self,
             YcPrintJobReason reason)
{
  set_state (self, YC_PRINT_JOB_UNKNOWN, reason, NULL);
}

/* What one look at the server brings. */
typedef struct
{
  YcPrintJobHandle *handle;
  YcPrintJobFacts  *facts;
  gboolean          server_died;
} Look;

static void
look_free (Look *look)
{
  yc_print_job_handle_free (look->handle);
  g_clear_pointer (&look->facts, yc_print_job_facts_free);
  g_free (look);
}

static void
look_in_worker (GTask            *task,
                YcCupsConnection *connection)
{
  Look *look = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  look->facts = yc_cups_look_at_job (connection, look->handle, &error);
  /* A server that was started anew prints what it had over again: whatever it says about the job
   * from now on is about another sheet. */
  look->server_died = yc_cups_connection_get_epoch (connection) != look->handle->epoch;
  if (error != NULL && !look->server_died)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
cancel_in_worker (GTask            *task,
                  YcCupsConnection *connection)
{
  YcPrintJobHandle *handle = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = yc_cups_change_job (connection, IPP_OP_CANCEL_JOB, handle->id, &error);

  yc_task_return_done (task, done, error);
}

static YcPrintJobHandle *
dup_handle (YcPrintJob *self)
{
  YcPrintJobHandle *handle = g_new0 (YcPrintJobHandle, 1);

  handle->id = self->id;
  handle->print_id = g_strdup (self->print_id);
  handle->printer = g_strdup (self->printer);
  handle->epoch = self->epoch;
  return handle;
}

static void
take_printer (YcPrintJob *self,
              const char *printer)
{
  if (g_strcmp0 (self->printer, printer) == 0)
    return;
  g_free (self->printer);
  self->printer = g_strdup (printer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRINTER]);
}

static void
take_verdict (YcPrintJob            *self,
              const YcPrintJobFacts *facts)
{
  YcPrintJobVerdict v = yc_print_job_facts_judge (facts);

  self->n_failures = 0;
  take_printer (self, facts->printer);
  if (v.to_be_cancelled)
    yc_print_job_cancel_async (self, NULL, NULL, NULL);
  if (set_state (self, v.state, v.reason, v.words))
    self->pause_length = SHORTEST_PAUSE;
  else
    self->pause_length = MIN (self->pause_length * 3 / 2, LONGEST_PAUSE);
}

static void
take_failure (YcPrintJob *self)
{
  self->pause_length = LONGEST_PAUSE;
  if (++self->n_failures >= MOST_FAILURES)
    set_unknown (self, YC_PRINT_JOB_REASON_SERVER_SILENT);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  YcPrintJob *self = YC_PRINT_JOB (object);
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (look->server_died)
        set_unknown (self, YC_PRINT_JOB_REASON_SERVER_GONE);
      else
        take_verdict (self, look->facts);
    }
  else
    take_failure (self);
  if (!yc_print_job_state_is_final (self->state))
    look_later (self);
}

static void
look_now (YcPrintJob *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);
  Look *look = g_new0 (Look, 1);

  g_task_set_source_tag (task, look_now);
  look->handle = dup_handle (self);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  yc_cups_worker_run (self->worker, task, look_in_worker);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  YcPrintJob *self = user_data;

  g_clear_pointer (&self->pause, g_source_unref);
  look_now (self);
  return G_SOURCE_REMOVE;
}

static void
look_later (YcPrintJob *self)
{
  g_assert (self->pause == NULL);

  self->pause = g_timeout_source_new (self->pause_length);
  g_source_set_callback (self->pause, pause_over_cb, self, NULL);
  g_source_attach (self->pause, self->context);
}

static void
yc_print_job_dispose (GObject *object)
{
  YcPrintJob *self = YC_PRINT_JOB (object);

  if (self->pause != NULL)
    g_source_destroy (self->pause);
  g_clear_pointer (&self->pause, g_source_unref);
  G_OBJECT_CLASS (yc_print_job_parent_class)->dispose (object);
}

static void
yc_print_job_finalize (GObject *object)
{
  YcPrintJob *self = YC_PRINT_JOB (object);

  g_clear_pointer (&self->worker, yc_cups_worker_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->print_id);
  g_free (self->printer);
  g_free (self->detail);
  G_OBJECT_CLASS (yc_print_job_parent_class)->finalize (object);
}

static void
yc_print_job_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  YcPrintJob *self = YC_PRINT_JOB (object);

  switch ((YcPrintJobProperty) prop_id)
    {
    case PROP_ADVICE:
      g_value_set_string (value, yc_print_job_get_advice (self));
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_PRINTER:
      g_value_set_string (value, self->printer);
      break;
    case PROP_REASON:
      g_value_set_int (value, (int) self->reason);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_print_job_class_init (YcPrintJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = yc_print_job_dispose;
  object_class->finalize = yc_print_job_finalize;
  object_class->get_property = yc_print_job_get_property;
  properties[PROP_ADVICE] = g_param_spec_string ("advice", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_PRINTER] = g_param_spec_string ("printer", NULL, NULL, NULL, flags);
  properties[PROP_REASON] =
      g_param_spec_int ("reason", NULL, NULL, 0, YC_PRINT_JOB_REASON_FORGOTTEN, 0, flags);
  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, 0, YC_PRINT_JOB_UNKNOWN, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yc_print_job_init (YcPrintJob *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->pause_length = SHORTEST_PAUSE;
  self->state = YC_PRINT_JOB_WAITING;
  self->reason = YC_PRINT_JOB_REASON_NONE;
}

YcPrintJob *
yc_print_job_new (YcCupsWorker     *worker,
                  YcPrintJobHandle *handle)
{
  YcPrintJob *self = g_object_new (YC_TYPE_PRINT_JOB, NULL);

  self->worker = yc_cups_worker_ref (worker);
  self->id = handle->id;
  self->epoch = handle->epoch;
  self->print_id = g_steal_pointer (&handle->print_id);
  self->printer = g_steal_pointer (&handle->printer);
  if (handle->unclear)
    set_unknown (self, YC_PRINT_JOB_REASON_SERVER_SILENT);
  else
    look_now (self);
  yc_print_job_handle_free (handle);
  return self;
}

const char *
yc_print_job_state_to_string (YcPrintJobState state)
{
  g_return_val_if_fail (state >= YC_PRINT_JOB_WAITING && state <= YC_PRINT_JOB_UNKNOWN, NULL);

  return states[state].name;
}

const char *
yc_print_job_state_get_title (YcPrintJobState state)
{
  g_return_val_if_fail (state >= YC_PRINT_JOB_WAITING && state <= YC_PRINT_JOB_UNKNOWN, NULL);

  return _(states[state].title);
}

gboolean
yc_print_job_state_is_final (YcPrintJobState state)
{
  return state >= YC_PRINT_JOB_DONE;
}

int
yc_print_job_get_id (YcPrintJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), 0);

  return self->id;
}

const char *
yc_print_job_get_print_id (YcPrintJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), NULL);

  return self->print_id;
}

const char *
yc_print_job_get_printer (YcPrintJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), NULL);

  return self->printer;
}

YcPrintJobState
yc_print_job_get_state (YcPrintJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), YC_PRINT_JOB_UNKNOWN);

  return self->state;
}

YcPrintJobReason
yc_print_job_get_reason (YcPrintJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), YC_PRINT_JOB_REASON_NONE);

  return self->reason;
}

const char *
yc_print_job_get_detail (YcPrintJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), NULL);

  return self->detail;
}

const char *
yc_print_job_get_advice (YcPrintJob *self)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), NULL);

  return yc_print_job_reason_get_advice (self->state, self->reason);
}

void
yc_print_job_cancel_async (YcPrintJob         *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_PRINT_JOB (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_print_job_cancel_async);
  g_task_set_task_data (task, dup_handle (self), (GDestroyNotify) yc_print_job_handle_free);
  yc_cups_worker_run (self->worker, task, cancel_in_worker);
}

gboolean
yc_print_job_cancel_finish (YcPrintJob   *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (YC_IS_PRINT_JOB (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
