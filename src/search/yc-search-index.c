/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: a file at the desk, read and written by threads of its own. */
#include "yc-search-index.h"

#include "yc-finder.h"
#include "yc-search-batch-private.h"
#include "yc-search-document-private.h"
#include "yc-search-result-private.h"

/* For now in memory, and scanned: the file comes behind the same functions. */
struct _YcSearchIndex
{
  GObject     parent_instance;

  char       *path;
  char       *stamp;
  YcFinder   *finder;
  /* Kinds that were put, interned. */
  GPtrArray  *kinds;
  GMutex      mutex;
};

enum
{
  CHANGED,
  NEEDS_FILLING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcSearchIndex, yc_search_index, G_TYPE_OBJECT)

static void
yc_search_index_finalize (GObject *object)
{
  YcSearchIndex *self = YC_SEARCH_INDEX (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_object (&self->finder);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (yc_search_index_parent_class)->finalize (object);
}

static void
yc_search_index_class_init (YcSearchIndexClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_search_index_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEEDS_FILLING] =
    g_signal_new ("needs-filling", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_search_index_init (YcSearchIndex *self)
{
  g_mutex_init (&self->mutex);
  self->finder = yc_finder_new ();
  self->kinds = g_ptr_array_new ();
}

YcSearchIndex *
yc_search_index_new (const char *path)
{
  YcSearchIndex *self = g_object_new (YC_TYPE_SEARCH_INDEX, NULL);

  self->path = g_strdup (path);
  return self;
}

gboolean
yc_search_index_open (YcSearchIndex  *self,
                      GError        **error)
{
  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), FALSE);

  g_signal_emit (self, signals[NEEDS_FILLING], 0);
  return TRUE;
}

void
yc_search_index_open_async (YcSearchIndex       *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  yc_search_index_open (self, NULL);
  g_task_return_boolean (task, TRUE);
}

gboolean
yc_search_index_open_finish (YcSearchIndex  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
yc_search_index_dup_stamp (YcSearchIndex *self)
{
  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), NULL);

  return g_strdup (self->stamp);
}

static void
put (YcSearchIndex    *self,
     YcSearchDocument *document)
{
  g_autofree char *tags = g_strconcat (document->tags->str, document->codes->str, NULL);
  const char *kind = g_intern_string (document->kind);

  yc_finder_take (self->finder,
                  yc_finder_document_new (kind, document->id, document->title, document->body,
                                          tags, document->weight));
  if (!g_ptr_array_find (self->kinds, kind, NULL))
    g_ptr_array_add (self->kinds, (gpointer) kind);
}

gboolean
yc_search_index_apply (YcSearchIndex  *self,
                       YcSearchBatch  *batch,
                       GError        **error)
{
  g_autoptr (YcSearchBatch) owned = batch;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (owned->begins)
    yc_finder_clear (self->finder);
  for (guint i = 0; i < owned->changes->len; i++)
    {
      YcSearchChange *change = owned->changes->pdata[i];

      if (change->document != NULL)
        put (self, change->document);
      else
        yc_finder_remove (self->finder, change->kind, change->id);
    }
  if (owned->stamp != NULL)
    {
      g_free (self->stamp);
      self->stamp = g_strdup (owned->stamp);
    }
  return TRUE;
}

void
yc_search_index_apply_async (YcSearchIndex       *self,
                             YcSearchBatch       *batch,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_return_boolean (task, yc_search_index_apply (self, batch, NULL));
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
yc_search_index_apply_finish (YcSearchIndex  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
add_group (YcSearchResult        *result,
           const char            *kind,
           GListModel            *hits,
           const YcSearchOptions *options)
{
  guint total = g_list_model_get_n_items (hits);

  if (total == 0)
    return;
  if (total > options->limit)
    g_list_store_splice (G_LIST_STORE (hits), options->limit, total - options->limit, NULL, 0);
  yc_search_result_add_group (result, kind, total, g_object_ref (G_LIST_STORE (hits)));
}

YcSearchResult *
yc_search_index_find (YcSearchIndex         *self,
                      const char            *query,
                      const YcSearchOptions *options,
                      GError               **error)
{
  g_autoptr (YcSearchResult) result = yc_search_result_new ();
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GListModel) best = NULL;

  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const char *kind = self->kinds->pdata[i];
      g_autoptr (GListModel) hits = NULL;

      if (options->kinds != NULL && !g_strv_contains (options->kinds, kind))
        continue;
      hits = yc_finder_find_kind (self->finder, kind, query, G_MAXUINT);
      add_group (result, kind, hits, options);
    }
  best = yc_finder_find (self->finder, query, options->best_limit);
  for (guint i = 0; i < g_list_model_get_n_items (best); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (best, i);

      yc_search_result_add_best (result, hit);
    }
  return g_steal_pointer (&result);
}

void
yc_search_index_find_async (YcSearchIndex         *self,
                            const char            *query,
                            const YcSearchOptions *options,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_return_pointer (task, yc_search_index_find (self, query, options, NULL), g_object_unref);
}

YcSearchResult *
yc_search_index_find_finish (YcSearchIndex  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
yc_search_index_get_n_documents (YcSearchIndex *self)
{
  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), 0);

  return yc_finder_get_n_documents (self->finder);
}

guint64
yc_search_index_get_disk_bytes (YcSearchIndex *self)
{
  g_return_val_if_fail (YC_IS_SEARCH_INDEX (self), 0);

  return 0;
}
