/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of files that forms name: kept sealed at this desk until their cases are through,
 * fetched from the service for who looks at a case.
 *
 * A file stays as long as a draft or a command of the journal names it, or undo could bring it back
 * in this session. What nothing names is swept away: when the desk opens, when a visit is closed,
 * and when the service has taken a case. */
#include "yc-attachments-private.h"

#include "yc-attachment-sweep.h"
#include "yc-attachment.h"
#include "yc-sealed-files.h"

/* What is kept in memory, so that a reviewer who goes to and fro does not fetch the same twice. */
#define MAX_CACHED (48 * 1024 * 1024)

struct _YcAttachments
{
  GObject         parent_instance;

  YcHttp         *http;
  YcStorage      *storage;
  YcSealedFiles  *files;
  YcFreshFiles   *fresh;
  GHashTable     *cache;
  /* Ids, the one used last at the end. */
  GQueue          used;
  gsize           n_cached;
};

typedef struct
{
  YcSealedFiles *files;
  YcFreshFiles  *fresh;
  GBytes        *content;
} Put;

G_DEFINE_FINAL_TYPE (YcAttachments, yc_attachments, G_TYPE_OBJECT)

static void
put_free (Put *put)
{
  g_clear_object (&put->files);
  yc_fresh_files_unref (put->fresh);
  g_bytes_unref (put->content);
  g_free (put);
}

static void
yc_attachments_finalize (GObject *object)
{
  YcAttachments *self = YC_ATTACHMENTS (object);

  g_clear_object (&self->http);
  g_clear_object (&self->storage);
  g_clear_object (&self->files);
  g_clear_pointer (&self->fresh, yc_fresh_files_unref);
  g_clear_pointer (&self->cache, g_hash_table_unref);
  g_queue_clear_full (&self->used, g_free);

  G_OBJECT_CLASS (yc_attachments_parent_class)->finalize (object);
}

static void
yc_attachments_class_init (YcAttachmentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_attachments_finalize;
}

static void
yc_attachments_init (YcAttachments *self)
{
  self->fresh = yc_fresh_files_new ();
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_bytes_unref);
  g_queue_init (&self->used);
}

YcAttachments *
yc_attachments_new (void)
{
  return g_object_new (YC_TYPE_ATTACHMENTS, NULL);
}

YcAttachments *
yc_attachments_new_with_http (YcHttp *http)
{
  YcAttachments *self = yc_attachments_new ();

  self->http = g_object_ref (http);
  return self;
}

static void
sweep (YcAttachments *self)
{
  if (self->files != NULL && self->storage != NULL)
    yc_attachment_sweep_async (self->storage, self->files, self->fresh);
}

/* From now on files are kept on the disk. */
void
yc_attachments_open (YcAttachments *self,
                     const char    *folder,
                     YcStorage     *storage)
{
  g_set_object (&self->storage, storage);
  g_clear_object (&self->files);
  self->files = yc_sealed_files_new (folder, yc_storage_get_vault (storage));
  sweep (self);
}

void
yc_attachments_close (YcAttachments *self)
{
  g_clear_object (&self->storage);
}

void
yc_attachments_release (YcAttachments *self,
                        JsonNode      *json)
{
  g_autoptr (GHashTable) ids = yc_attachment_sweep_collect (json);

  if (g_hash_table_size (ids) == 0)
    return;
  yc_fresh_files_forget (self->fresh, ids);
  sweep (self);
}

/* Memory */

static void
drop_oldest (YcAttachments *self)
{
  g_autofree char *id = g_queue_pop_head (&self->used);

  self->n_cached -= g_bytes_get_size (g_hash_table_lookup (self->cache, id));
  g_hash_table_remove (self->cache, id);
}

static void
remember (YcAttachments *self,
          const char    *id,
          GBytes        *content)
{
  if (g_hash_table_contains (self->cache, id))
    return;
  g_hash_table_insert (self->cache, g_strdup (id), g_bytes_ref (content));
  g_queue_push_tail (&self->used, g_strdup (id));
  self->n_cached += g_bytes_get_size (content);
  /* Without a desk there is no other place. */
  while (self->http != NULL && self->n_cached > MAX_CACHED && self->used.length > 1)
    drop_oldest (self);
}

static GBytes *
recall (YcAttachments *self,
        const char    *id)
{
  GBytes *content = g_hash_table_lookup (self->cache, id);
  GList *link;

  if (content == NULL)
    return NULL;
  link = g_queue_find_custom (&self->used, id, (GCompareFunc) g_strcmp0);
  g_queue_unlink (&self->used, link);
  g_queue_push_tail_link (&self->used, link);
  return g_bytes_ref (content);
}

/* Keeping */

static void
put_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Put *put = data;
  g_autofree char *id = yc_attachment_compute_id (put->content);
  g_autoptr (GError) error = NULL;

  yc_fresh_files_add (put->fresh, id);
  if (put->files != NULL && !yc_sealed_files_has (put->files, id) &&
      !yc_sealed_files_put (put->files, id, put->content, &error))
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_DISK, "%s", error->message);
  else
    g_task_return_pointer (task, g_steal_pointer (&id), g_free);
}

void
yc_attachments_put_async (YcAttachments       *self,
                          GBytes              *content,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Put *put;

  g_return_if_fail (YC_IS_ATTACHMENTS (self));
  g_return_if_fail (content != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_attachments_put_async);
  if (self->http != NULL && self->storage == NULL)
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CLOSED, "The desk is closed");
      return;
    }
  put = g_new0 (Put, 1);
  put->files = self->files != NULL ? g_object_ref (self->files) : NULL;
  put->fresh = yc_fresh_files_ref (self->fresh);
  put->content = g_bytes_ref (content);
  g_task_set_task_data (task, put, (GDestroyNotify) put_free);
  g_task_run_in_thread (task, put_thread);
}

char *
yc_attachments_put_finish (YcAttachments  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  Put *put;
  char *id;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  put = g_task_get_task_data (G_TASK (result));
  id = g_task_propagate_pointer (G_TASK (result), error);
  if (id != NULL)
    remember (self, id, put->content);
  return id;
}

/* Giving */

typedef struct
{
  YcSealedFiles *files;
  char          *id;
  gboolean       here_only;
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->files);
  g_free (load->id);
  g_free (load);
}

static void
return_content (GTask  *task,
                GBytes *content)
{
  Load *load = g_task_get_task_data (task);
  g_autofree char *id = yc_attachment_compute_id (content);

  if (g_str_equal (id, load->id))
    {
      remember (g_task_get_source_object (task), id, content);
      g_task_return_pointer (task, g_bytes_ref (content), (GDestroyNotify) g_bytes_unref);
    }
  else
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                             "The file arrived damaged");
}

static void
return_nothing (GTask *task)
{
  g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND,
                           "There is no such file");
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply != NULL)
    return_content (task, reply->bytes);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
fetch (GTask *task)
{
  YcAttachments *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  g_autofree char *path = g_strconcat ("/files/", load->id, NULL);
  YcRequest request = { .method = "GET", .path = path, .expect = YC_EXPECT_BYTES };

  if (load->here_only || self->http == NULL)
    return_nothing (task);
  else
    yc_http_send_async (self->http, &request, g_task_get_cancellable (task), fetched_cb,
                        g_object_ref (task));
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Load *load = data;

  g_task_return_pointer (task, yc_sealed_files_get (load->files, load->id, NULL),
                         (GDestroyNotify) g_bytes_unref);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) content = g_task_propagate_pointer (G_TASK (result), NULL);

  if (content != NULL)
    return_content (task, content);
  else
    fetch (task);
}

static Load *
load_new (YcAttachments *self,
          const char    *id,
          gboolean       here_only)
{
  Load *load = g_new0 (Load, 1);

  load->files = self->files != NULL ? g_object_ref (self->files) : NULL;
  load->id = g_strdup (id);
  load->here_only = here_only;
  return load;
}

static void
load (YcAttachments       *self,
      const char          *id,
      gboolean             here_only,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) reading = NULL;
  GBytes *content = recall (self, id);

  g_task_set_source_tag (task, yc_attachments_load_async);
  g_task_set_task_data (task, load_new (self, id, here_only), (GDestroyNotify) load_free);
  if (content != NULL)
    g_task_return_pointer (task, content, (GDestroyNotify) g_bytes_unref);
  else if (!yc_attachment_is_id (id))
    return_nothing (task);
  else if (self->files == NULL)
    fetch (task);
  else
    {
      reading = g_task_new (self, cancellable, read_cb, g_steal_pointer (&task));
      g_task_set_task_data (reading, load_new (self, id, here_only), (GDestroyNotify) load_free);
      g_task_run_in_thread (reading, read_thread);
    }
}

void
yc_attachments_load_async (YcAttachments       *self,
                           const char          *id,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (YC_IS_ATTACHMENTS (self));
  g_return_if_fail (id != NULL);

  load (self, id, FALSE, cancellable, callback, user_data);
}

void
yc_attachments_load_here_async (YcAttachments       *self,
                                const char          *id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  load (self, id, TRUE, cancellable, callback, user_data);
}

GBytes *
yc_attachments_load_finish (YcAttachments  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
