/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends the files that a command names, before the command itself: one after the other, each in parts
 * that a slow line brings over in time, from where the service says that it stopped. */
#include "yc-uploader.h"

#include "yc-attachments-private.h"
#include "yc-client-error.h"
#include "yc-command-private.h"
#include "yc-json.h"

/* At 64 kbit/s half a minute, which is the deadline of a request. */
#define PART_BYTES (192 * 1024)
/* Answers in a row that do not go on. */
#define MAX_STALLS 3

typedef struct
{
  YcHttp        *http;
  YcAttachments *attachments;
  YcCommand     *command;
  guint          index;
  GBytes        *content;
  gint64         received;
  guint          n_stalls;
  YcReply       *refusal;
} Upload;

static void send_part (GTask *task);
static void next_file (GTask *task);

static void
upload_free (Upload *upload)
{
  g_clear_object (&upload->http);
  g_clear_object (&upload->attachments);
  g_clear_object (&upload->command);
  g_clear_pointer (&upload->content, g_bytes_unref);
  g_clear_pointer (&upload->refusal, yc_reply_free);
  g_free (upload);
}

static JsonObject *
nth_file (Upload *upload,
          guint   i)
{
  JsonArray *files = yc_command_get_files (upload->command);

  return i < json_array_get_length (files)
             ? yc_json_node_get_object (json_array_get_element (files, i))
             : NULL;
}

static void
show_progress (Upload *upload)
{
  gint64 sent = upload->received;

  for (guint i = 0; i < upload->index; i++)
    sent += yc_json_get_int (nth_file (upload, i), "size", 0);
  yc_command_set_n_sent (upload->command, (guint64) sent);
}

static gint64
read_received (Upload  *upload,
               YcReply *reply)
{
  gint64 size = (gint64) g_bytes_get_size (upload->content);
  gint64 received = yc_json_get_int (yc_reply_get_object (reply), "received", -1);

  return received >= 0 && received <= size ? received : upload->received;
}

static void
go_on (GTask   *task,
       YcReply *reply)
{
  Upload *upload = g_task_get_task_data (task);
  gint64 received = read_received (upload, reply);

  upload->n_stalls = received > upload->received ? 0 : upload->n_stalls + 1;
  upload->received = received;
  show_progress (upload);
  if (received == (gint64) g_bytes_get_size (upload->content))
    {
      upload->index++;
      upload->received = 0;
      next_file (task);
    }
  else if (upload->n_stalls <= MAX_STALLS)
    send_part (task);
  else
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                             "The service does not take the next part of a file");
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Upload *upload = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_send_finish (YC_HTTP (source), result, &error);

  if (reply != NULL && yc_reply_check (reply, &error))
    {
      go_on (task, reply);
      return;
    }
  upload->refusal = g_steal_pointer (&reply);
  g_task_return_error (task, g_steal_pointer (&error));
}

/* (transfer full): the next part, or nothing to ask first what has come. */
static GBytes *
cut_part (Upload  *upload,
          char   **range)
{
  gsize size = g_bytes_get_size (upload->content);
  gsize length = MIN (PART_BYTES, size - (gsize) upload->received);

  if (upload->n_stalls == 0 && upload->received == 0)
    {
      *range = g_strdup_printf ("bytes */%" G_GSIZE_FORMAT, size);
      return g_bytes_new_static ("", 0);
    }
  *range = g_strdup_printf ("bytes %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "/%" G_GSIZE_FORMAT,
                            upload->received, upload->received + (gint64) length - 1, size);
  return g_bytes_new_from_bytes (upload->content, (gsize) upload->received, length);
}

static void
send_part (GTask *task)
{
  Upload *upload = g_task_get_task_data (task);
  const char *id = yc_json_get_string (nth_file (upload, upload->index), "id", "");
  g_autofree char *path = g_strconcat ("/files/", id, NULL);
  g_autofree char *range = NULL;
  g_autoptr (GBytes) part = cut_part (upload, &range);
  YcRequest request = {
    .method = "PUT",
    .path = path,
    .expect = YC_EXPECT_JSON,
    .bytes = part,
    .content_range = range,
  };

  yc_http_send_async (upload->http, &request, g_task_get_cancellable (task), answered_cb,
                      g_object_ref (task));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Upload *upload = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&upload->content, g_bytes_unref);
  upload->content = yc_attachments_load_finish (YC_ATTACHMENTS (source), result, &error);
  upload->received = 0;
  upload->n_stalls = 0;
  if (upload->content != NULL)
    send_part (task);
  else if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND))
    {
      upload->index++;
      next_file (task);
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
next_file (GTask *task)
{
  Upload *upload = g_task_get_task_data (task);
  JsonObject *file = nth_file (upload, upload->index);

  show_progress (upload);
  if (file == NULL)
    g_task_return_boolean (task, TRUE);
  else
    yc_attachments_load_here_async (upload->attachments, yc_json_get_string (file, "id", ""),
                                    g_task_get_cancellable (task), loaded_cb,
                                    g_object_ref (task));
}

void
yc_uploader_run_async (YcHttp              *http,
                       YcAttachments       *attachments,
                       YcCommand           *command,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Upload *upload = g_new0 (Upload, 1);

  g_task_set_source_tag (task, yc_uploader_run_async);
  upload->http = g_object_ref (http);
  upload->attachments = g_object_ref (attachments);
  upload->command = g_object_ref (command);
  g_task_set_task_data (task, upload, (GDestroyNotify) upload_free);
  next_file (task);
}

gboolean
yc_uploader_run_finish (GAsyncResult  *result,
                        YcReply      **reply,
                        char         **pointer,
                        GError       **error)
{
  Upload *upload = g_task_get_task_data (G_TASK (result));
  JsonObject *file = nth_file (upload, upload->index);

  *reply = g_steal_pointer (&upload->refusal);
  *pointer = g_strdup (yc_json_get_string (file, "pointer", NULL));
  return g_task_propagate_boolean (G_TASK (result), error);
}
