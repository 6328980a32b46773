/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object for one case, whoever shows it, as long as anybody shows it. Cases that are known
 * whole are asked for again when the service tells that they changed. */
#include "yc-case-pool.h"

#include "yc-client-error.h"
#include "yc-uuid.h"

struct _YcCasePool
{
  GObject     parent_instance;

  YcHttp     *http;
  /* id → YcCase without a reference. */
  GHashTable *cases;
};

G_DEFINE_FINAL_TYPE (YcCasePool, yc_case_pool, G_TYPE_OBJECT)

static void
case_gone_cb (gpointer  data,
              GObject  *where)
{
  YcCasePool *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == where)
      g_hash_table_iter_remove (&iter);
}

static void
yc_case_pool_finalize (GObject *object)
{
  YcCasePool *self = YC_CASE_POOL (object);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (value, case_gone_cb, self);
  g_hash_table_unref (self->cases);
  g_clear_object (&self->http);

  G_OBJECT_CLASS (yc_case_pool_parent_class)->finalize (object);
}

static void
yc_case_pool_class_init (YcCasePoolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_case_pool_finalize;
}

static void
yc_case_pool_init (YcCasePool *self)
{
  self->cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
case_event_cb (YcLive     *live,
               const char *id,
               gint64      version,
               YcCasePool *self)
{
  YcCase *known = yc_case_pool_find (self, id);

  if (known != NULL && yc_case_is_whole (known) && yc_case_get_version (known) < version)
    yc_case_pool_load_async (self, id, NULL, NULL, NULL);
}

/* The case itself has not changed, so its version says nothing. */
static void
delivery_event_cb (YcLive     *live,
                   const char *id,
                   YcCasePool *self)
{
  YcCase *known = yc_case_pool_find (self, id);

  if (known != NULL && yc_case_is_whole (known))
    yc_case_pool_load_async (self, id, NULL, NULL, NULL);
}

/* The line was away: what is known whole may be old. A case that is decided does not change, but its
 * certificate is on its way, or may be void by now. */
static void
refresh_cb (YcLive     *live,
            YcCasePool *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (yc_case_is_whole (value))
      yc_case_pool_load_async (self, yc_case_get_id (value), NULL, NULL, NULL);
}

YcCasePool *
yc_case_pool_new (YcHttp *http,
                  YcLive *live)
{
  YcCasePool *self = g_object_new (YC_TYPE_CASE_POOL, NULL);

  self->http = g_object_ref (http);
  g_signal_connect_object (live, "case", G_CALLBACK (case_event_cb), self, 0);
  g_signal_connect_object (live, "delivery", G_CALLBACK (delivery_event_cb), self, 0);
  g_signal_connect_object (live, "refresh", G_CALLBACK (refresh_cb), self, 0);
  return self;
}

/* (transfer none) (nullable) */
YcCase *
yc_case_pool_find (YcCasePool *self,
                   const char *id)
{
  return g_hash_table_lookup (self->cases, id);
}

/**
 * yc_case_pool_take:
 * @self: the pool
 * @json: a case or a summary, as the service told it
 * @error: return location
 *
 * Returns: (transfer full): the case, new or brought up to date; %NULL with
 *   %YC_CLIENT_ERROR_BAD_ANSWER
 */
YcCase *
yc_case_pool_take (YcCasePool  *self,
                   JsonObject  *json,
                   GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YcCase) fresh = json != NULL ? yc_case_new_from_json (json, &local_error) : NULL;
  YcCase *known;

  if (fresh == NULL)
    {
      g_set_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER, "The answer is no case: %s",
                   local_error != NULL ? local_error->message : "no object");
      return NULL;
    }
  known = yc_case_pool_find (self, yc_case_get_id (fresh));
  if (known != NULL)
    {
      yc_case_update_from_json (known, json, NULL);
      return g_object_ref (known);
    }
  g_hash_table_insert (self->cases, g_strdup (yc_case_get_id (fresh)), fresh);
  g_object_weak_ref (G_OBJECT (fresh), case_gone_cb, self);
  return g_steal_pointer (&fresh);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcCasePool *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  g_autoptr (YcCase) loaded = NULL;

  if (reply != NULL)
    loaded = yc_case_pool_take (self, yc_reply_get_object (reply), &error);
  if (loaded != NULL)
    g_task_return_pointer (task, g_steal_pointer (&loaded), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Asks the service for one case, whole. */
void
yc_case_pool_load_async (YcCasePool          *self,
                         const char          *id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *path = NULL;
  YcRequest request = { .method = "GET", .expect = YC_EXPECT_JSON };

  g_task_set_source_tag (task, yc_case_pool_load_async);
  if (!yc_uuid_is_valid (id))
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND, "No case's id");
      return;
    }
  path = g_strconcat ("/cases/", id, NULL);
  request.path = path;
  yc_http_send_async (self->http, &request, cancellable, loaded_cb, g_steal_pointer (&task));
}

YcCase *
yc_case_pool_load_finish (YcCasePool    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
