/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change that somebody waits for: through the journal like every other, but answered at once.
 * What the service refuses does not stay in the outbox, because the answer is on the screen. */
#include "yc-errand.h"

#include "yc-client-error.h"
#include "yc-command-private.h"
#include "yc-json.h"

typedef struct
{
  YcParts   *parts;
  YcCase    *a_case;
  YcCommand *command;
} Errand;

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->parts);
  g_clear_object (&errand->a_case);
  g_clear_object (&errand->command);
  g_free (errand);
}

static void
take_answer (Errand *errand)
{
  JsonObject *json = yc_json_node_get_object (yc_command_get_answer (errand->command));

  if (json != NULL)
    yc_case_update_from_json (errand->a_case, json, NULL);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);

  /* Should it have stayed, it is seen in the outbox. */
  yc_outbox_discard_finish (YC_OUTBOX (source), result, NULL);
  g_task_return_error (task, g_error_copy (yc_command_get_error (errand->command)));
}

static void
refused (GTask *task)
{
  Errand *errand = g_task_get_task_data (task);
  JsonObject *theirs = yc_command_get_server_version (errand->command);

  if (theirs != NULL)
    yc_case_update_from_json (errand->a_case, theirs, NULL);
  yc_outbox_discard_async (errand->parts->outbox, errand->command, NULL, discarded_cb,
                           g_object_ref (task));
}

/* Waiting again after a try: the line broke, the session ended or the service has trouble. */
static void
pending (GTask *task)
{
  g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING,
                           "The answer did not come; the command is kept and goes on");
}

static void
follow_cb (YcCommand  *command,
           GParamSpec *pspec,
           GTask      *task)
{
  YcCommandState state = yc_command_get_state (command);

  if (state == YC_COMMAND_SENDING ||
      (state == YC_COMMAND_WAITING && yc_command_get_n_tries (command) == 0 &&
       yc_command_get_hold (command) == YC_COMMAND_HOLD_NONE))
    return;
  g_signal_handlers_disconnect_by_func (command, follow_cb, task);
  if (state == YC_COMMAND_SENT)
    {
      take_answer (g_task_get_task_data (task));
      g_task_return_boolean (task, TRUE);
    }
  else if (state == YC_COMMAND_PARKED)
    refused (task);
  else
    pending (task);
  g_object_unref (task);
}

static void
journalled_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  errand->command = yc_outbox_add_finish (YC_OUTBOX (source), result, &error);
  if (errand->command == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_signal_connect (errand->command, "notify::state", G_CALLBACK (follow_cb), g_object_ref (task));
  g_signal_connect (errand->command, "notify::hold", G_CALLBACK (follow_cb), task);
}

/**
 * yc_errand_run_async:
 * @source: who asks; @callback gets it as its source
 * @parts: the desk's parts
 * @a_case: the case to change, as it is on the screen
 * @what: the last part of the path, such as "decisions"
 * @body: what to send
 * @cancellable: (nullable): stops it only before it was written
 * @callback: called in the main context
 * @user_data: for @callback
 */
void
yc_errand_run_async (gpointer             source,
                     YcParts             *parts,
                     YcCase              *a_case,
                     const char          *what,
                     JsonNode            *body,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autofree char *path = g_strdup_printf ("/cases/%s/%s", yc_case_get_id (a_case), what);
  g_autofree char *etag = yc_case_dup_etag (a_case);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, yc_errand_run_async);
  g_task_set_check_cancellable (task, FALSE);
  errand->parts = g_object_ref (parts);
  errand->a_case = g_object_ref (a_case);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  if (!yc_session_get_signed_in (parts->session))
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SIGNED_OUT,
                             "Nobody is signed in");
  else if (!yc_line_get_online (parts->line))
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE, "The line is down");
  else
    yc_outbox_add_async (parts->outbox, "POST", path, body, etag, yc_case_get_id (a_case),
                         yc_case_get_item_title (a_case), cancellable, journalled_cb,
                         g_steal_pointer (&task));
}

gboolean
yc_errand_run_finish (gpointer       source,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
