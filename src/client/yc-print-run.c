/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One printing of one paper: journalled before the print server is asked, followed to its
 * true end. */
#include "yc-print-run-private.h"

#include "yc-client-error.h"
#include "yc-print-report.h"
#include "yc-task.h"

#include <glib/gi18n-lib.h>

struct _YcPrintRun
{
  GObject          parent_instance;

  YcParts         *parts;
  YcPrintRow      *row;
  YcPrintReport   *report;
  GDateTime       *asked_at;
  YcPrintRunState  state;
  YcPrintJob      *job;
  char            *detail;
  char            *advice;
};

typedef enum
{
  PROP_PRINTER = 1,
  PROP_STATE,
  PROP_FINAL,
  PROP_DETAIL,
  PROP_ADVICE,
  PROP_NUMBER,
} YcPrintRunProperty;

static GParamSpec *properties[PROP_NUMBER + 1];

G_DEFINE_FINAL_TYPE (YcPrintRun, yc_print_run, G_TYPE_OBJECT)

static void
notify (YcPrintRun         *self,
        YcPrintRunProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
save (YcPrintRun *self)
{
  yc_print_table_save_async (self->parts->storage, self->row, NULL, NULL, NULL);
}

static void
tell_service (YcPrintRun *self)
{
  yc_print_report_tell (self->report, self->state, self->detail,
                        self->job != NULL ? yc_print_job_get_id (self->job) : 0);
}

static void
set_words (YcPrintRun *self,
           const char *detail,
           const char *advice)
{
  if (g_strcmp0 (self->detail, detail) != 0)
    {
      g_free (self->detail);
      self->detail = g_strdup (detail);
      notify (self, PROP_DETAIL);
    }
  if (g_strcmp0 (self->advice, advice) != 0)
    {
      g_free (self->advice);
      self->advice = g_strdup (advice);
      notify (self, PROP_ADVICE);
    }
}

static void
set_state (YcPrintRun      *self,
           YcPrintRunState  state)
{
  gboolean was_final = yc_print_run_state_is_final (self->state);

  if (self->state == state)
    return;
  self->state = state;
  g_free (self->row->state);
  self->row->state = g_strdup (yc_print_run_state_to_string (state));
  notify (self, PROP_STATE);
  if (was_final != yc_print_run_state_is_final (state))
    notify (self, PROP_FINAL);
}

/* Moved to another printer, where the sheet will come out. */
static void
job_printer_cb (YcPrintRun *self)
{
  const char *printer = yc_print_job_get_printer (self->job);

  if (g_strcmp0 (self->row->printer, printer) == 0)
    return;
  g_free (self->row->printer);
  self->row->printer = g_strdup (printer);
  notify (self, PROP_PRINTER);
  tell_service (self);
  save (self);
}

static void
job_state_cb (YcPrintRun *self)
{
  set_words (self, yc_print_job_get_detail (self->job), yc_print_job_get_advice (self->job));
  set_state (self, yc_print_run_state_from_job (yc_print_job_get_state (self->job)));
  tell_service (self);
  save (self);
}

static void
sent_cb (YcOutbox   *outbox,
         YcCommand  *command,
         JsonNode   *answer,
         YcPrintRun *self)
{
  if (!yc_print_report_take_answer (self->report, command, answer))
    return;
  notify (self, PROP_NUMBER);
  save (self);
}

static void
yc_print_run_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  YcPrintRun *self = YC_PRINT_RUN (object);

  switch ((YcPrintRunProperty) property_id)
    {
    case PROP_PRINTER:
      g_value_set_string (value, self->row->printer);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_FINAL:
      g_value_set_boolean (value, yc_print_run_get_final (self));
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_ADVICE:
      g_value_set_string (value, self->advice);
      break;
    case PROP_NUMBER:
      g_value_set_uint (value, self->row->number);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_print_run_dispose (GObject *object)
{
  YcPrintRun *self = YC_PRINT_RUN (object);

  g_clear_object (&self->job);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_print_run_parent_class)->dispose (object);
}

static void
yc_print_run_finalize (GObject *object)
{
  YcPrintRun *self = YC_PRINT_RUN (object);

  g_clear_pointer (&self->report, yc_print_report_free);
  g_clear_pointer (&self->row, yc_print_row_free);
  g_clear_pointer (&self->asked_at, g_date_time_unref);
  g_free (self->detail);
  g_free (self->advice);

  G_OBJECT_CLASS (yc_print_run_parent_class)->finalize (object);
}

static void
yc_print_run_class_init (YcPrintRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_print_run_get_property;
  object_class->dispose = yc_print_run_dispose;
  object_class->finalize = yc_print_run_finalize;

  properties[PROP_PRINTER] = g_param_spec_string ("printer", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, YC_PRINT_RUN_ASKED,
                                             YC_PRINT_RUN_UNKNOWN, YC_PRINT_RUN_ASKED, flags);
  properties[PROP_FINAL] = g_param_spec_boolean ("final", NULL, NULL, FALSE, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_ADVICE] = g_param_spec_string ("advice", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_print_run_init (YcPrintRun *self)
{
  self->state = YC_PRINT_RUN_ASKED;
}

/* (transfer full): a new run, or one from the journal */
YcPrintRun *
yc_print_run_new (YcParts          *parts,
                  const YcPrintRow *row)
{
  YcPrintRun *self = g_object_new (YC_TYPE_PRINT_RUN, NULL);

  self->parts = g_object_ref (parts);
  self->row = yc_print_row_copy (row);
  self->asked_at = g_date_time_new_from_iso8601 (row->asked_at, NULL);
  self->state = yc_print_run_state_from_string (row->state);
  self->report = yc_print_report_new (parts, self->row);
  g_signal_connect_object (parts->outbox, "sent", G_CALLBACK (sent_cb), self, 0);
  return self;
}

/* The print server has the job: goes where it goes. */
void
yc_print_run_follow (YcPrintRun *self,
                     YcPrintJob *job)
{
  g_set_object (&self->job, job);
  g_signal_connect_object (job, "notify::state", G_CALLBACK (job_state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::printer", G_CALLBACK (job_printer_cb), self,
                           G_CONNECT_SWAPPED);
  job_state_cb (self);
}

/* Nobody can say what became of it. */
void
yc_print_run_lose (YcPrintRun *self)
{
  set_words (self, _("The program or the print server stopped while this was being printed."),
             _("Look whether the sheet came out, then say so here."));
  set_state (self, YC_PRINT_RUN_UNKNOWN);
  tell_service (self);
  save (self);
}

/* No job was made; of a first sheet there is then nothing to record at the service. */
void
yc_print_run_fail (YcPrintRun *self,
                   const char *detail,
                   gboolean    tell)
{
  set_words (self, detail, NULL);
  set_state (self, YC_PRINT_RUN_FAILED);
  if (tell || self->row->recorded)
    tell_service (self);
  save (self);
}

void
yc_print_run_set_note (YcPrintRun *self,
                       const char *note)
{
  yc_print_report_set_note (self->report, note);
}

JsonObject *
yc_print_run_write_record (YcPrintRun *self)
{
  return yc_print_report_write (self->report, 0);
}

void
yc_print_run_take_record (YcPrintRun *self,
                          JsonObject *record)
{
  yc_print_report_take_record (self->report, record);
  notify (self, PROP_NUMBER);
  save (self);
}

const YcPrintRow *
yc_print_run_get_row (YcPrintRun *self)
{
  return self->row;
}

const char *
yc_print_run_get_id (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->row->id;
}

YcPrintKind
yc_print_run_get_kind (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), YC_PRINT_KIND_OTHER);

  return yc_print_kind_from_string (self->row->kind);
}

const char *
yc_print_run_get_serial (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->row->serial;
}

const char *
yc_print_run_get_case_id (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->row->case_id;
}

const char *
yc_print_run_get_title (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->row->title;
}

const char *
yc_print_run_get_printer (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->row->printer;
}

guint
yc_print_run_get_copies (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), 0);

  return self->row->copies;
}

GDateTime *
yc_print_run_get_asked_at (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->asked_at;
}

YcPrintRunState
yc_print_run_get_state (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), 0);

  return self->state;
}

gboolean
yc_print_run_get_final (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), FALSE);

  return yc_print_run_state_is_final (self->state);
}

const char *
yc_print_run_get_detail (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->detail;
}

const char *
yc_print_run_get_advice (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), NULL);

  return self->advice;
}

guint
yc_print_run_get_number (YcPrintRun *self)
{
  g_return_val_if_fail (YC_IS_PRINT_RUN (self), 0);

  return self->row->number;
}

static void
cancelled_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean done = yc_print_job_cancel_finish (YC_PRINT_JOB (source), result, &error);

  yc_task_return_done (task, done, error);
}

void
yc_print_run_cancel_async (YcPrintRun          *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_PRINT_RUN (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (self->job == NULL || yc_print_job_state_is_final (yc_print_job_get_state (self->job)))
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE, "No job is under way");
  else
    yc_print_job_cancel_async (self->job, cancellable, cancelled_cb, g_steal_pointer (&task));
}

gboolean
yc_print_run_cancel_finish (YcPrintRun    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcPrintRun *self = g_task_get_source_object (task);
  GError *error = NULL;

  yc_storage_run_finish (self->parts->storage, result, &error);
  yc_task_return_done (task, error == NULL, error);
}

void
yc_print_run_resolve_async (YcPrintRun          *self,
                            gboolean             came_out,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_PRINT_RUN (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (self->state != YC_PRINT_RUN_UNKNOWN)
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE,
                               "The outcome is not unknown");
      return;
    }
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  set_words (self, NULL, NULL);
  set_state (self, came_out ? YC_PRINT_RUN_DONE : YC_PRINT_RUN_FAILED);
  tell_service (self);
  yc_print_table_save_async (self->parts->storage, self->row, NULL, resolved_cb,
                             g_steal_pointer (&task));
}

gboolean
yc_print_run_resolve_finish (YcPrintRun    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
