/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet that the service makes to be printed: a further one of a certificate carries its print
 * number, so that it is recorded first. */
#include "yc-print-sheet.h"

#include "yc-json.h"
#include "yc-print-run-private.h"

typedef struct
{
  YcParts    *parts;
  YcPrintRun *run;  /* nullable */
  char       *path; /* nullable */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->parts);
  g_clear_object (&errand->run);
  g_free (errand->path);
  g_free (errand);
}

static GTask *
create_task (gpointer             source,
             YcParts             *parts,
             YcPrintRun          *run,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  errand->parts = g_object_ref (parts);
  g_set_object (&errand->run, run);
  g_task_set_source_tag (task, create_task);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  return task;
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, g_bytes_ref (reply->bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
fetch (GTask      *task,
       const char *path)
{
  Errand *errand = g_task_get_task_data (task);
  YcRequest request = { .method = "GET", .path = path, .expect = YC_EXPECT_BYTES };

  yc_http_send_async (errand->parts->http, &request, g_task_get_cancellable (task), fetched_cb,
                      g_object_ref (task));
}

static char *
find_sheet (Errand *errand)
{
  const char *id = yc_print_run_get_id (errand->run);

  if (errand->path == NULL)
    return g_strdup_printf ("/prints/%s/sheet", id);
  return g_strdup_printf ("%s%cprint=%s", errand->path,
                          strchr (errand->path, '?') != NULL ? '&' : '?', id);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  g_autofree char *path = find_sheet (errand);
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  yc_print_run_take_record (errand->run, yc_reply_get_object (reply));
  fetch (task, path);
}

void
yc_print_sheet_fetch_async (gpointer             source,
                            YcParts             *parts,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task =
    create_task (source, parts, NULL, cancellable, callback, user_data);

  fetch (task, path);
}

void
yc_print_sheet_record_async (gpointer             source,
                             YcParts             *parts,
                             YcPrintRun          *run,
                             const char          *sheet_path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = create_task (source, parts, run, cancellable, callback, user_data);
  Errand *errand = g_task_get_task_data (task);
  g_autofree char *path = g_strdup_printf ("/certificates/%s/prints", yc_print_run_get_serial (run));
  g_autoptr (JsonNode) body = yc_json_object_node (yc_print_run_write_record (run));
  YcRequest request = { .method = "POST", .path = path, .expect = YC_EXPECT_JSON, .body = body,
                        .idempotency_key = yc_print_run_get_id (run) };

  errand->path = g_strdup (sheet_path);
  yc_http_send_async (parts->http, &request, cancellable, recorded_cb, g_steal_pointer (&task));
}

GBytes *
yc_print_sheet_finish (gpointer       source,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
