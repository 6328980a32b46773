/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes away the files at this desk that nothing names any more: no draft, no command of the
 * journal, and no step that could be undone. */
#include "yc-attachment-sweep.h"

#include "yc-attachment.h"
#include "yc-json.h"
#include "yc-table.h"

struct _YcFreshFiles
{
  gatomicrefcount  n_references;
  GMutex           mutex;
  GHashTable      *ids;
};

typedef struct
{
  YcVault       *vault;
  YcSealedFiles *files;
  YcFreshFiles  *fresh;
} Sweep;

YcFreshFiles *
yc_fresh_files_new (void)
{
  YcFreshFiles *self = g_new0 (YcFreshFiles, 1);

  g_atomic_ref_count_init (&self->n_references);
  g_mutex_init (&self->mutex);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

YcFreshFiles *
yc_fresh_files_ref (YcFreshFiles *self)
{
  g_atomic_ref_count_inc (&self->n_references);
  return self;
}

void
yc_fresh_files_unref (YcFreshFiles *self)
{
  if (!g_atomic_ref_count_dec (&self->n_references))
    return;
  g_mutex_clear (&self->mutex);
  g_hash_table_unref (self->ids);
  g_free (self);
}

void
yc_fresh_files_add (YcFreshFiles *self,
                    const char   *id)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_add (self->ids, g_strdup (id));
  g_mutex_unlock (&self->mutex);
}

void
yc_fresh_files_forget (YcFreshFiles *self,
                       GHashTable   *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_mutex_lock (&self->mutex);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (self->ids, id);
  g_mutex_unlock (&self->mutex);
}

/* Under the lock, so that a file that comes again at this moment stays. */
static void
remove_unless_fresh (Sweep      *sweep,
                     const char *id)
{
  g_mutex_lock (&sweep->fresh->mutex);
  if (!g_hash_table_contains (sweep->fresh->ids, id))
    yc_sealed_files_remove (sweep->files, id);
  g_mutex_unlock (&sweep->fresh->mutex);
}

static void
sweep_free (Sweep *sweep)
{
  g_object_unref (sweep->vault);
  g_object_unref (sweep->files);
  yc_fresh_files_unref (sweep->fresh);
  g_free (sweep);
}

static void collect (JsonNode   *node,
                     GHashTable *ids);

static void
collect_member (JsonObject *object,
                const char *name,
                JsonNode   *node,
                gpointer    ids)
{
  collect (node, ids);
}

static void
collect_element (JsonArray *array,
                 guint      index,
                 JsonNode  *node,
                 gpointer   ids)
{
  collect (node, ids);
}

static void
collect (JsonNode   *node,
         GHashTable *ids)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), collect_member, ids);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), collect_element, ids);
  else if (yc_attachment_is_id (yc_json_node_get_string (node)))
    g_hash_table_add (ids, g_strdup (yc_json_node_get_string (node)));
}

GHashTable *
yc_attachment_sweep_collect (JsonNode *json)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (json != NULL)
    collect (json, ids);
  return ids;
}

static gpointer
read_draft (YcStatement  *statement,
            gpointer      vault,
            GError      **error)
{
  return yc_storage_open_json (vault, statement, 1, "drafts", yc_statement_get_text (statement, 0),
                               error);
}

static gpointer
read_command (YcStatement  *statement,
              gpointer      vault,
              GError      **error)
{
  return yc_storage_open_json (vault, statement, 1, "commands",
                               yc_statement_get_text (statement, 0), error);
}

static gboolean
collect_rows (YcConnection     *connection,
              YcVault          *vault,
              const char       *sql,
              YcTableReadFunc   read_row,
              GHashTable       *ids,
              GError          **error)
{
  g_autoptr (GPtrArray) rows = yc_table_read (connection, sql, NULL, read_row, vault,
                                              (GDestroyNotify) json_node_unref, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    collect (g_ptr_array_index (rows, i), ids);
  return rows != NULL;
}

/* Should anything not be readable, nothing is taken away. */
static gpointer
sweep_job (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  Sweep *sweep = data;
  g_autoptr (GHashTable) named = yc_attachment_sweep_collect (NULL);
  g_auto (GStrv) present = yc_sealed_files_list (sweep->files);

  if (present[0] == NULL ||
      !collect_rows (connection, sweep->vault, "SELECT case_id, sealed FROM drafts", read_draft,
                     named, error) ||
      !collect_rows (connection, sweep->vault, "SELECT id, sealed FROM commands", read_command,
                     named, error))
    return NULL;
  for (guint i = 0; present[i] != NULL; i++)
    if (!g_hash_table_contains (named, present[i]))
      remove_unless_fresh (sweep, present[i]);
  return NULL;
}

/**
 * yc_attachment_sweep_async:
 * @storage: the desk's database; what was written before counts
 * @files: the files
 * @fresh: those to be spared
 *
 * Nobody waits for it: what is left is swept another time.
 */
void
yc_attachment_sweep_async (YcStorage     *storage,
                           YcSealedFiles *files,
                           YcFreshFiles  *fresh)
{
  Sweep *sweep = g_new0 (Sweep, 1);

  sweep->vault = g_object_ref (yc_storage_get_vault (storage));
  sweep->files = g_object_ref (files);
  sweep->fresh = yc_fresh_files_ref (fresh);
  yc_storage_run_async (storage, YC_WORKER_WRITE, sweep_job, sweep, (GDestroyNotify) sweep_free,
                        NULL, NULL, NULL, NULL);
}
