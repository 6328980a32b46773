/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change that somebody waits for: through the journal like every other, but answered at once.
 * What the service refuses does not stay in the outbox, because the answer is on the screen. */
#include "yc-errand.h"

#include "yc-client-error.h"
#include "yc-command-private.h"
#include "yc-json.h"

typedef struct
{
  YcParts      *parts;
  GObject      *object;
  YcErrandTake  take;
  YcCommand    *command;
} Errand;

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->parts);
  g_clear_object (&errand->object);
  g_clear_object (&errand->command);
  g_free (errand);
}

static void
take (Errand     *errand,
      JsonObject *json)
{
  if (json != NULL)
    errand->take (errand->object, json);
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

  take (errand, yc_command_get_server_version (errand->command));
  yc_outbox_discard_async (errand->parts->outbox, errand->command, NULL, discarded_cb,
                           g_object_ref (task));
}

/* Waiting again after a try: the line broke, the session ended or the service has trouble. Where the
 * seal is missing somebody can do something about it. */
static void
pending (GTask *task)
{
  Errand *errand = g_task_get_task_data (task);
  const GError *why = yc_command_get_error (errand->command);

  if (g_error_matches (why, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SEAL))
    g_task_return_error (task, g_error_copy (why));
  else
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING,
                             "The answer did not come; the command is kept and goes on");
}

/* Behind another change of the same thing it waits only as long as that one goes. */
static gboolean
is_under_way (Errand *errand)
{
  YcCommandState state = yc_command_get_state (errand->command);
  YcCommandHold hold = yc_command_get_hold (errand->command);

  if (state != YC_COMMAND_WAITING)
    return state == YC_COMMAND_SENDING;
  return yc_command_get_n_tries (errand->command) == 0 &&
         yc_line_get_online (errand->parts->line) &&
         (hold == YC_COMMAND_HOLD_NONE || hold == YC_COMMAND_HOLD_ORDER);
}

static void
follow (GTask *task)
{
  Errand *errand = g_task_get_task_data (task);

  if (is_under_way (errand))
    return;
  g_signal_handlers_disconnect_by_data (errand->command, task);
  g_signal_handlers_disconnect_by_data (errand->parts->line, task);
  if (yc_command_get_state (errand->command) == YC_COMMAND_SENT)
    {
      take (errand, yc_json_node_get_object (yc_command_get_answer (errand->command)));
      g_task_return_boolean (task, TRUE);
    }
  else if (yc_command_get_state (errand->command) == YC_COMMAND_PARKED)
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
  g_signal_connect_swapped (errand->command, "notify::state", G_CALLBACK (follow), task);
  g_signal_connect_swapped (errand->command, "notify::hold", G_CALLBACK (follow), task);
  g_signal_connect_swapped (errand->parts->line, "notify::online", G_CALLBACK (follow), task);
  follow (g_steal_pointer (&task));
}

/**
 * yc_errand_run_async:
 * @source: who asks; @callback gets it as its source
 * @parts: the desk's parts
 * @work: what to do; copied as far as it is needed later
 * @cancellable: (nullable): stops it only before it was written
 * @callback: called in the main context
 * @user_data: for @callback
 */
void
yc_errand_run_async (gpointer             source,
                     YcParts             *parts,
                     const YcErrandWork  *work,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, yc_errand_run_async);
  g_task_set_check_cancellable (task, FALSE);
  errand->parts = g_object_ref (parts);
  errand->object = g_object_ref (work->object);
  errand->take = work->take;
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  if (!work->patient && !yc_session_get_signed_in (parts->session))
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SIGNED_OUT,
                             "Nobody is signed in");
  else if (!work->patient && !yc_line_get_online (parts->line))
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE, "The line is down");
  else
    yc_outbox_add_async (parts->outbox, "POST", work->path, work->body, work->if_match,
                         work->order_key, work->title, cancellable, journalled_cb,
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
