/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the catalog here what it is at the service: read from the disk at start, then whatever
 * changed, page by page. Knowledge entries, of which there are many, are read by a thread of their
 * own while the window is made, and taken over in small slices, so that typing never waits. */
#include "yc-catalog-cache.h"

#include "yc-catalog-table.h"
#include "yc-client-error.h"
#include "yc-mark.h"
#include "yc-memory.h"

#define PAGE_DOCUMENTS 200
#define SLICE_US 6000

struct _YcCatalogCache
{
  GObject       parent_instance;

  YcHttp       *http;
  YcStorage    *storage;
  YcCatalog    *catalog;
  YcSeeker     *seeker;
  GCancellable *cancellable;
  /* Reads the entries; NULL before and after. No changes are asked for while it does. */
  YcWorker      *reader;
  /* What it has read, being taken over. */
  YcCatalogPage *entries;
  guint          n_taken;
  /* Reads single entries that are looked at; NULL until the first one is. */
  YcWorker      *librarian;
  guint          slice;
  gboolean       syncing;
  gboolean       again;
};

G_DEFINE_FINAL_TYPE (YcCatalogCache, yc_catalog_cache, G_TYPE_OBJECT)

static void sync_now (YcCatalogCache *self);

static void
texts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *texts = yc_worker_run_finish (YC_WORKER (source), result, &error);

  if (texts != NULL)
    g_task_return_pointer (task, texts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Entries that are looked at. */
static void
fetch_cb (const char        *kind,
          const char *const *ids,
          GTask             *task,
          gpointer           user_data)
{
  YcCatalogCache *self = user_data;

  if (g_cancellable_is_cancelled (self->cancellable) || self->storage == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The catalog is closed");
      g_object_unref (task);
      return;
    }
  if (self->librarian == NULL)
    self->librarian = yc_storage_create_reader (self->storage);
  yc_catalog_table_fetch_async (self->librarian, kind, ids, texts_read_cb, task);
}

static void
drop_document (YcCatalogCache          *self,
               const YcCatalogDocument *document)
{
  yc_catalog_apply (self->catalog, document->kind, document->id, NULL, NULL);
}

static void
put_document (YcCatalogCache    *self,
              YcCatalogDocument *document)
{
  g_autoptr (GError) error = NULL;

  if (document->links != NULL)
    yc_catalog_apply_entry_name (self->catalog, document->id, document->links);
  else if (!yc_catalog_apply_text (self->catalog, document->kind, document->id,
                                   g_steal_pointer (&document->text), &error))
    g_message ("Catalog document %s %s cannot be read: %s", document->kind, document->id,
               error->message);
}

static void
apply_document (YcCatalogCache    *self,
                YcCatalogDocument *document)
{
  if (document->text == NULL && document->links == NULL)
    drop_document (self, document);
  else
    put_document (self, document);
}

static void
apply (YcCatalogCache *self,
       YcCatalogPage  *page)
{
  if (page->clear)
    yc_catalog_clear (self->catalog);
  for (guint i = 0; i < page->documents->len; i++)
    apply_document (self, g_ptr_array_index (page->documents, i));
  yc_catalog_set_version (self->catalog, page->version);
  if (page->batch != NULL)
    yc_seeker_follow (self->seeker, g_steal_pointer (&page->batch), page->version,
                      page->more ? (double) page->version / (double) MAX (page->latest, 1) : 1);
}

static void
finish_sync (YcCatalogCache *self,
             gboolean        more)
{
  self->syncing = FALSE;
  if (more || self->again)
    {
      sync_now (self);
      return;
    }
  yc_mark ("in-step");
  /* A catalog that came anew went through several threads. */
  yc_memory_give_back ();
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcCatalogCache) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogPage) page = yc_storage_run_finish (self->storage, result, &error);

  if (page == NULL)
    {
      g_message ("The catalog cannot be kept: %s", error->message);
      finish_sync (self, FALSE);
      return;
    }
  apply (self, page);
  finish_sync (self, page->more);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YcCatalogCache) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  g_autoptr (YcCatalogPage) page = NULL;

  if (reply != NULL)
    page = yc_catalog_page_from_json (yc_reply_get_object (reply), &error);
  if (page == NULL)
    {
      /* Tried again with the next event or when the line is back. */
      if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER))
        g_message ("The catalog cannot be understood: %s", error->message);
      finish_sync (self, FALSE);
      return;
    }
  if (page->version < yc_catalog_get_version (self->catalog))
    {
      /* Another service, or one that was set back: nothing known here counts. */
      g_ptr_array_set_size (page->documents, 0);
      page->version = 0;
      page->clear = TRUE;
      page->more = TRUE;
    }
  if (page->documents->len == 0 && !page->clear)
    finish_sync (self, FALSE);
  else
    yc_catalog_table_store_async (self->storage, g_steal_pointer (&page), stored_cb,
                                  g_object_ref (self));
}

static void
sync_now (YcCatalogCache *self)
{
  g_autofree char *path = NULL;
  YcRequest request = { .method = "GET", .expect = YC_EXPECT_JSON };

  if (self->storage == NULL)
    return;
  self->again = self->syncing || self->reader != NULL;
  if (self->again)
    return;
  self->syncing = TRUE;
  path = g_strdup_printf ("/catalog/changes?after=%" G_GINT64_FORMAT "&limit=%d",
                          yc_catalog_get_version (self->catalog), PAGE_DOCUMENTS);
  request.path = path;
  yc_http_send_async (self->http, &request, self->cancellable, fetched_cb, g_object_ref (self));
}

static void
yc_catalog_cache_dispose (GObject *object)
{
  YcCatalogCache *self = YC_CATALOG_CACHE (object);

  yc_catalog_cache_close (self);
  if (self->catalog != NULL)
    yc_catalog_set_fetch (self->catalog, NULL, NULL);
  g_clear_object (&self->http);
  g_clear_object (&self->storage);
  g_clear_object (&self->catalog);
  g_clear_object (&self->seeker);

  G_OBJECT_CLASS (yc_catalog_cache_parent_class)->dispose (object);
}

static void
yc_catalog_cache_finalize (GObject *object)
{
  YcCatalogCache *self = YC_CATALOG_CACHE (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (yc_catalog_cache_parent_class)->finalize (object);
}

static void
yc_catalog_cache_class_init (YcCatalogCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_catalog_cache_dispose;
  object_class->finalize = yc_catalog_cache_finalize;
}

static void
yc_catalog_cache_init (YcCatalogCache *self)
{
  self->cancellable = g_cancellable_new ();
}

YcCatalogCache *
yc_catalog_cache_new (YcHttp    *http,
                      YcLive    *live,
                      YcCatalog *catalog,
                      YcSeeker  *seeker)
{
  YcCatalogCache *self = g_object_new (YC_TYPE_CATALOG_CACHE, NULL);

  self->http = g_object_ref (http);
  self->catalog = g_object_ref (catalog);
  self->seeker = g_object_ref (seeker);
  yc_catalog_set_fetch (catalog, fetch_cb, self);
  g_signal_connect_object (live, "refresh", G_CALLBACK (sync_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "catalog", G_CALLBACK (sync_now), self, G_CONNECT_SWAPPED);
  return self;
}

static void
finish_loading (YcCatalogCache *self)
{
  g_clear_pointer (&self->entries, yc_catalog_page_free);
  g_clear_object (&self->reader);
  if (self->again)
    sync_now (self);
}

static gboolean
slice_cb (gpointer data)
{
  YcCatalogCache *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (self->n_taken < self->entries->documents->len)
    {
      apply_document (self, g_ptr_array_index (self->entries->documents, self->n_taken++));
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
    }
  self->slice = 0;
  finish_loading (self);
  return G_SOURCE_REMOVE;
}

static void
entries_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (YcCatalogCache) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogPage) page = yc_worker_run_finish (YC_WORKER (source), result, &error);

  yc_worker_close (YC_WORKER (source));
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (page == NULL)
    {
      g_message ("Knowledge entries cannot be read: %s", error->message);
      finish_loading (self);
      return;
    }
  self->entries = g_steal_pointer (&page);
  self->n_taken = 0;
  self->slice = g_idle_add (slice_cb, self);
}

static void
read_entries (YcCatalogCache *self)
{
  self->reader = yc_storage_create_reader (self->storage);
  yc_catalog_table_load_entries_async (self->reader, entries_read_cb, g_object_ref (self));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcCatalogCache *self = g_task_get_source_object (task);
  YcStorage *storage = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogPage) page = yc_storage_run_finish (storage, result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  apply (self, page);
  g_set_object (&self->storage, storage);
  read_entries (self);
  g_task_return_boolean (task, TRUE);
}

/* Reads the catalog that was known last. */
void
yc_catalog_cache_load_async (YcCatalogCache      *self,
                             YcStorage           *storage,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, g_object_ref (storage), g_object_unref);
  yc_catalog_table_load_async (storage, loaded_cb, task);
}

gboolean
yc_catalog_cache_load_finish (YcCatalogCache  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
yc_catalog_cache_close (YcCatalogCache *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->slice, g_source_remove);
  g_clear_pointer (&self->entries, yc_catalog_page_free);
  if (self->reader != NULL)
    yc_worker_close (self->reader);
  g_clear_object (&self->reader);
  if (self->librarian != NULL)
    yc_worker_close (self->librarian);
  g_clear_object (&self->librarian);
}
