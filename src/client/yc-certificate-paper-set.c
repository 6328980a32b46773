/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets a certificate before it is issued: its photos are fetched, then the program that sets paper runs. */
#include "yc-certificate-paper.h"

#include "yc-attachment-photos.h"
#include "yc-json.h"
#include "yc-paper-program.h"

/*
 * Setting:
 * @n_waiting: photos that are being fetched, and the fetching itself
 */
typedef struct
{
  JsonNode *request;
  guint n_waiting;
} Setting;

typedef struct
{
  GTask *task;
  char *path;
} Photo;

static void
setting_free (gpointer data)
{
  Setting *self = data;

  json_node_unref (self->request);
  g_free (self);
}

static void
set_cb (G_GNUC_UNUSED GObject *object,
        GAsyncResult          *result,
        gpointer               user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *pdf = yc_paper_program_set_finish (result, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* One thing less to wait for; after the last one the sheet is set. */
static void
go_on (GTask *task)
{
  Setting *self = g_task_get_task_data (task);
  g_autoptr (GBytes) request = NULL;
  char *text;

  self->n_waiting--;
  if (self->n_waiting > 0)
    return;
  text = yc_json_write (self->request);
  request = g_bytes_new_take (text, strlen (text));
  yc_paper_program_set_async ("certificate", "preview", request, g_task_get_cancellable (task),
                              set_cb, g_object_ref (task));
}

static JsonObject *
get_data (Setting *self)
{
  return yc_json_get_object (json_node_get_object (self->request), "data");
}

static void
photo_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Photo *photo = user_data;
  g_autoptr (GTask) task = photo->task;
  g_autofree char *path = photo->path;
  g_autoptr (GBytes) content = yc_attachments_load_finish (YC_ATTACHMENTS (object), result, NULL);

  if (content != NULL)
    yc_attachment_photos_put (get_data (g_task_get_task_data (task)), path, content);
  go_on (task);
}

static void
load_photo (YcDesk     *desk,
            GTask      *task,
            const char *path)
{
  Setting *self = g_task_get_task_data (task);
  const char *id = yc_attachment_photos_find_id (get_data (self), path);
  Photo *photo;

  if (id == NULL)
    return;
  photo = g_new0 (Photo, 1);
  photo->task = g_object_ref (task);
  photo->path = g_strdup (path);
  self->n_waiting++;
  yc_attachments_load_async (yc_desk_get_attachments (desk), id, g_task_get_cancellable (task),
                             photo_cb, photo);
}

void
yc_certificate_paper_set_async (YcDesk              *desk,
                                JsonNode            *request,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (desk, cancellable, callback, user_data);
  JsonObject *template = yc_json_get_object (json_node_get_object (request), "template");
  g_autoptr (GPtrArray) paths = yc_attachment_photos_list (template);
  Setting *self = g_new0 (Setting, 1);

  self->request = json_node_ref (request);
  self->n_waiting = 1;
  g_task_set_source_tag (task, yc_certificate_paper_set_async);
  g_task_set_task_data (task, self, setting_free);
  for (guint i = 0; i < paths->len; i++)
    load_photo (desk, task, paths->pdata[i]);
  go_on (task);
}

GBytes *
yc_certificate_paper_set_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
