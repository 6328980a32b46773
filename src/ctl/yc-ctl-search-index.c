/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index that the command search fills and asks. */
#include "yc-ctl-search-index.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "yc-search-catalog.h"
#include "yc-search-index.h"
#include "yc-search-materials.h"

#define ENTRY "entry"
#define MAX_IDS 20

struct _YcCtlSearchIndex
{
  char          *folder;
  YcSearchIndex *index;
  YcSearchBatch *batch;
  YcSearchMaterials *materials;
  /* Ids that were given as numbers. */
  GHashTable    *numbers;
};

YcCtlSearchIndex *
yc_ctl_search_index_new (GError **error)
{
  g_autoptr (YcCtlSearchIndex) self = g_new0 (YcCtlSearchIndex, 1);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("yichuangctl-search-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  path = g_build_filename (self->folder, "search.db", NULL);
  self->index = yc_search_index_new (path);
  self->batch = yc_search_batch_new ();
  self->materials = yc_search_materials_new ();
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  yc_search_batch_begin_fill (self->batch);
  return yc_search_index_open (self->index, error) ? g_steal_pointer (&self) : NULL;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
yc_ctl_search_index_free (YcCtlSearchIndex *self)
{
  g_clear_object (&self->index);
  g_clear_pointer (&self->batch, yc_search_batch_free);
  g_clear_pointer (&self->materials, yc_search_materials_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

static gboolean
write_batch (YcCtlSearchIndex  *self,
             GError           **error)
{
  YcSearchBatch *batch = g_steal_pointer (&self->batch);

  self->batch = yc_search_batch_new ();
  return yc_search_index_apply (self->index, batch, error);
}

static gboolean
write_when_full (YcCtlSearchIndex  *self,
                 GError           **error)
{
  return yc_search_batch_get_size (self->batch) < YC_SEARCH_BATCH_BYTES ||
         write_batch (self, error);
}

gboolean
yc_ctl_search_index_put (YcCtlSearchIndex        *self,
                         const YcCtlSearchEntry  *entry,
                         GError                 **error)
{
  YcSearchDocument *document = yc_search_document_new (ENTRY, entry->id, entry->title);

  yc_search_document_set_body (document, entry->body);
  for (guint i = 0; entry->tags != NULL && entry->tags[i] != NULL; i++)
    yc_search_document_add_tag (document, entry->tags[i]);
  if (entry->numbered)
    g_hash_table_add (self->numbers, g_strdup (entry->id));
  else
    g_hash_table_remove (self->numbers, entry->id);
  yc_search_batch_put (self->batch, document);
  return write_when_full (self, error);
}

gboolean
yc_ctl_search_index_put_document (YcCtlSearchIndex   *self,
                                  YcCatalogDocument  *document,
                                  GError            **error)
{
  yc_search_catalog_put (self->batch, yc_catalog_document_get_kind (document),
                         yc_catalog_document_get_id (document),
                         json_node_get_object (yc_catalog_document_get_body (document)));
  yc_search_materials_add_document (self->materials, yc_catalog_document_get_kind (document),
                                    json_node_get_object (yc_catalog_document_get_body (document)));
  return write_when_full (self, error);
}

gboolean
yc_ctl_search_index_finish (YcCtlSearchIndex  *self,
                            GError           **error)
{
  yc_search_materials_put (self->materials, self->batch);
  yc_search_batch_end_fill (self->batch);
  return write_batch (self, error);
}

/* Memory of this process alone that is in use, in bytes: not the pages of files, which the system
 * lends and takes back. */
static gint64
read_memory (void)
{
  g_autofree char *text = NULL;
  glong size, resident, shared;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%ld %ld %ld", &size, &resident, &shared) != 3)
    return 0;
  return (gint64) (resident - shared) * sysconf (_SC_PAGESIZE);
}

JsonObject *
yc_ctl_search_index_describe (YcCtlSearchIndex *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "entries", yc_search_index_get_n_documents (self->index));
  json_object_set_int_member (object, "bytes",
                              (gint64) yc_search_index_get_disk_bytes (self->index));
  json_object_set_int_member (object, "memory", read_memory ());
  return object;
}

/* As it was given. */
static void
add_id (YcCtlSearchIndex *self,
        JsonArray        *ids,
        const char       *id)
{
  if (g_hash_table_contains (self->numbers, id))
    json_array_add_int_element (ids, g_ascii_strtoll (id, NULL, 10));
  else
    json_array_add_string_element (ids, id);
}

static JsonObject *
describe (YcCtlSearchIndex *self,
          const char       *query,
          YcSearchResult   *result,
          gint64            took)
{
  JsonObject *object = json_object_new ();
  JsonArray *ids = json_array_new (), *kinds = json_array_new ();
  GListModel *best = yc_search_result_get_best (result);

  for (guint i = 0; i < g_list_model_get_n_items (best); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (best, i);

      add_id (self, ids, yc_hit_get_id (hit));
      json_array_add_string_element (kinds, yc_hit_get_kind (hit));
    }
  json_object_set_string_member (object, "query", query);
  json_object_set_int_member (object, "total", yc_search_result_get_total (result));
  json_object_set_array_member (object, "ids", ids);
  json_object_set_array_member (object, "kinds", kinds);
  json_object_set_double_member (object, "ms", (double) took / 1000);
  return object;
}

JsonObject *
yc_ctl_search_index_find (YcCtlSearchIndex  *self,
                          const char        *query,
                          GError           **error)
{
  const YcSearchOptions options = { .best_limit = MAX_IDS, .fuzzy = YC_SEARCH_FUZZY_ALL };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (YcSearchResult) result =
      yc_search_index_find (self->index, query, &options, error);

  return result != NULL ? describe (self, query, result, g_get_monotonic_time () - begin) : NULL;
}
