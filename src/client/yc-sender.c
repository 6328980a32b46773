/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends one command once, the files that it names before it, and says what came of it; after a
 * conflict it fetches what the service has, so that both versions can be shown. */
#include "yc-sender.h"

#include "yc-command-private.h"
#include "yc-json.h"
#include "yc-uploader.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YcHttp       *http;
  YcCommand    *command;
  GCancellable *cancellable;
  YcOutcome    *outcome;
} Sending;

void
yc_outcome_free (YcOutcome *outcome)
{
  g_clear_error (&outcome->error);
  g_clear_pointer (&outcome->answer, json_node_unref);
  g_clear_pointer (&outcome->problems, json_array_unref);
  g_clear_pointer (&outcome->server_version, json_object_unref);
  g_free (outcome);
}

static void
sending_free (Sending *sending)
{
  g_clear_object (&sending->http);
  g_clear_object (&sending->command);
  g_clear_object (&sending->cancellable);
  g_clear_pointer (&sending->outcome, yc_outcome_free);
  g_free (sending);
}

static void
return_outcome (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&sending->outcome),
                         (GDestroyNotify) yc_outcome_free);
}

/* Takes @error. */
static void
set_failure (YcOutcome *outcome,
             GError    *error)
{
  g_clear_error (&outcome->error);
  outcome->error = error;
  outcome->kind = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? YC_OUTCOME_CANCELLED
                                                                            : YC_OUTCOME_LATER;
}

/* What of the thing that @path changes is asked for: a case is read, a look at a plan is noted.
 * FALSE when both versions cannot be shown. */
static gboolean
find_request (const char    *path,
              const GError  *error,
              char         **other,
              YcRequest     *request,
              JsonNode     **body)
{
  gboolean conflict = g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT);
  gboolean state = g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE);
  g_auto (GStrv) parts = g_strsplit (path, "/", 4);
  gboolean whole = g_strv_length (parts) == 4;

  /* Somebody else may have become responsible for it. */
  if ((conflict || state) && whole && g_str_equal (parts[1], "plans") && g_str_equal (parts[3], "contents"))
    {
      JsonObject *look = json_object_new ();

      json_object_set_null_member (look, "id_number");
      *body = yc_json_object_node (look);
      *other = g_strdup_printf ("/plans/%s/looks", parts[2]);
      *request = (YcRequest) { .method = "POST", .path = *other, .body = *body };
    }
  else if (conflict && g_strv_length (parts) > 2 && g_str_equal (parts[1], "cases"))
    {
      *other = g_strdup_printf ("/cases/%s", parts[2]);
      *request = (YcRequest) { .method = "GET", .path = *other };
    }
  else
    return FALSE;
  request->expect = YC_EXPECT_JSON;
  return TRUE;
}

static void
server_version_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  JsonObject *theirs = reply != NULL ? yc_reply_get_object (reply) : NULL;

  if (theirs != NULL)
    sending->outcome->server_version = json_object_ref (theirs);
  /* The line broke in between: the next try meets the same conflict. */
  else if (error->domain == G_IO_ERROR || yc_error_is_passing (error))
    set_failure (sending->outcome, g_steal_pointer (&error));
  return_outcome (task);
}

static gboolean
fetch_server_version (Sending *sending,
                      GTask   *task)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) body = NULL;
  YcRequest request = { 0 };

  if (!find_request (yc_command_get_path (sending->command), sending->outcome->error, &path,
                     &request, &body))
    return FALSE;
  yc_http_send_async (sending->http, &request, sending->cancellable, server_version_cb,
                      g_object_ref (task));
  return TRUE;
}

static void
judge (YcOutcome *outcome,
       YcReply   *reply)
{
  JsonArray *problems = yc_reply_get_problems (reply);

  outcome->retry_after = reply->retry_after;
  if (yc_reply_is_success (reply))
    {
      outcome->kind = YC_OUTCOME_TAKEN;
      outcome->answer = reply->json != NULL ? json_node_ref (reply->json) : NULL;
      return;
    }
  set_failure (outcome, yc_reply_to_error (reply));
  if (yc_error_is_passing (outcome->error))
    return;
  outcome->kind = YC_OUTCOME_REFUSED;
  outcome->problems = problems != NULL ? json_array_ref (problems) : NULL;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_send_finish (YC_HTTP (source), result, &error);

  sending->outcome = g_new0 (YcOutcome, 1);
  if (reply == NULL)
    set_failure (sending->outcome, error);
  else
    judge (sending->outcome, reply);
  if (sending->outcome->kind != YC_OUTCOME_REFUSED || !fetch_server_version (sending, task))
    return_outcome (task);
}

static const char *
get_version (YcCommand *command)
{
  return yc_command_get_behind (command) ? YC_COMMAND_NOTHING : yc_command_get_if_match (command);
}

static void
send_command (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  YcCommand *command = sending->command;
  YcRequest request = {
    .method = yc_command_get_method (command),
    .path = yc_command_get_path (command),
    .expect = YC_EXPECT_JSON,
    .body = yc_command_get_body (command),
    .if_match = get_version (command),
    .idempotency_key = yc_command_get_id (command),
  };

  yc_http_send_async (sending->http, &request, sending->cancellable, answered_cb,
                      g_object_ref (task));
}

/* (transfer full): what the service said of a file, as of the field that names it. */
static JsonArray *
problems_of_file (YcReply    *reply,
                  const char *pointer)
{
  JsonArray *problems = json_array_new ();
  JsonArray *told = reply != NULL ? yc_reply_get_problems (reply) : NULL;
  JsonObject *first = told != NULL && json_array_get_length (told) > 0
                          ? yc_json_node_get_object (json_array_get_element (told, 0))
                          : NULL;
  JsonObject *problem = json_object_new ();

  json_object_set_string_member (problem, "pointer", pointer != NULL ? pointer : "");
  json_object_set_string_member (problem, "keyword", "attachment");
  json_object_set_string_member (problem, "message",
                                 yc_json_get_string (first, "message",
                                                     _ ("The service does not take this file.")));
  json_array_add_object_element (problems, problem);
  return problems;
}

static void
uploaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (YcReply) reply = NULL;
  g_autofree char *pointer = NULL;
  GError *error = NULL;

  if (yc_uploader_run_finish (result, &reply, &pointer, &error))
    {
      send_command (task);
      return;
    }
  sending->outcome = g_new0 (YcOutcome, 1);
  sending->outcome->retry_after = reply != NULL ? reply->retry_after : 0;
  set_failure (sending->outcome, error);
  if (sending->outcome->kind == YC_OUTCOME_LATER && !yc_error_is_passing (error))
    {
      sending->outcome->kind = YC_OUTCOME_REFUSED;
      sending->outcome->problems = problems_of_file (reply, pointer);
    }
  return_outcome (task);
}

/**
 * yc_sender_send_async:
 * @http: requests
 * @attachments: the files that @command may name
 * @command: what to send, under its own idempotency key
 * @cancellable: a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 */
void
yc_sender_send_async (YcHttp              *http,
                      YcAttachments       *attachments,
                      YcCommand           *command,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  sending->http = g_object_ref (http);
  sending->command = g_object_ref (command);
  sending->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);
  if (json_array_get_length (yc_command_get_files (command)) == 0)
    send_command (task);
  else
    yc_uploader_run_async (http, attachments, command, cancellable, uploaded_cb,
                           g_object_ref (task));
}

/* (transfer full): never NULL */
YcOutcome *
yc_sender_send_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
