/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the whole catalog that is kept at the desk into the search index. */
#include "yc-index-filling.h"

#include "yc-json.h"
#include "yc-search-catalog.h"
#include "yc-search-materials.h"

/* Raised with every change of what yc_search_catalog_put() makes of a document. */
#define FORMAT 4

typedef struct
{
  YcSearchIndex *index;
  GCancellable  *cancellable;
  int           *permille;
  gint64         version;
  gint64         n_documents;
  gint64         n_read;
  YcSearchBatch *batch;
  YcSearchMaterials *materials;
} Filling;

static void
filling_free (gpointer data)
{
  Filling *self = data;

  g_clear_object (&self->index);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->batch, yc_search_batch_free);
  g_clear_pointer (&self->materials, yc_search_materials_free);
  g_free (self);
}

static gboolean
read_number (YcConnection  *connection,
             const char    *sql,
             gint64        *number,
             GError       **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  if (yc_statement_step (statement, error))
    *number = yc_statement_get_int (statement, 0);
  return *error == NULL;
}

static gboolean
write_batch (Filling  *self,
             GError  **error)
{
  YcSearchBatch *batch;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  batch = g_steal_pointer (&self->batch);
  self->batch = yc_search_batch_new ();
  return yc_search_index_apply (self->index, batch, error);
}

/* What another program has put away and this one cannot read is not searched. */
static gboolean
put_row (Filling      *self,
         YcStatement  *row,
         GError      **error)
{
  g_autoptr (JsonNode) body = yc_json_parse (yc_statement_get_text (row, 2), -1, NULL, NULL);
  JsonObject *json = body != NULL ? yc_json_node_get_object (body) : NULL;

  if (json != NULL)
    {
      yc_search_catalog_put (self->batch, yc_statement_get_text (row, 0),
                             yc_statement_get_text (row, 1), json);
      yc_search_materials_add_document (self->materials, yc_statement_get_text (row, 0), json);
    }
  self->n_read++;
  g_atomic_int_set (self->permille, (int) (self->n_read * 1000 / MAX (self->n_documents, 1)));
  return yc_search_batch_get_size (self->batch) < YC_SEARCH_BATCH_BYTES ||
         write_batch (self, error);
}

static gboolean
put_rows (Filling       *self,
          YcConnection  *connection,
          GError       **error)
{
  g_autoptr (YcStatement) rows = yc_connection_prepare (
      connection,
      "SELECT kind, id, body FROM documents "
      "WHERE kind IN ('item', 'list', 'replacement', 'entry', 'place', 'synonyms') "
      "ORDER BY kind = 'entry', kind, id",
      error);

  while (rows != NULL && yc_statement_step (rows, error))
    if (!put_row (self, rows, error))
      return FALSE;
  return *error == NULL;
}

static gboolean
fill (Filling       *self,
      YcConnection  *connection,
      GError       **error)
{
  g_autofree char *stamp = NULL;

  self->batch = yc_search_batch_new ();
  self->materials = yc_search_materials_new ();
  yc_search_batch_begin_fill (self->batch);
  if (!read_number (connection, "SELECT version FROM catalog_state", &self->version, error) ||
      !read_number (connection, "SELECT count(*) FROM documents", &self->n_documents, error) ||
      !put_rows (self, connection, error))
    return FALSE;
  stamp = yc_index_filling_make_stamp (self->version);
  yc_search_materials_put (self->materials, self->batch);
  yc_search_batch_end_fill (self->batch);
  yc_search_batch_set_stamp (self->batch, stamp);
  return write_batch (self, error);
}

static gpointer
fill_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  gboolean filled;

  /* One state, though others write. */
  if (!yc_connection_exec (connection, "BEGIN", error))
    return NULL;
  filled = fill (data, connection, error);
  yc_connection_exec (connection, "COMMIT", NULL);
  return filled ? GINT_TO_POINTER (TRUE) : NULL;
}

void
yc_index_filling_run_async (YcWorker            *reader,
                            YcSearchIndex       *index,
                            int                 *permille,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->index = g_object_ref (index);
  filling->permille = permille;
  filling->cancellable = g_object_ref (cancellable);
  yc_worker_run_async (reader, YC_WORKER_READ, fill_job, filling, filling_free, NULL, NULL, callback,
                       user_data);
}

gboolean
yc_index_filling_run_finish (YcWorker      *reader,
                             GAsyncResult  *result,
                             GError       **error)
{
  return yc_worker_run_finish (reader, result, error) != NULL;
}

char *
yc_index_filling_make_stamp (gint64 version)
{
  return g_strdup_printf ("%d/%" G_GINT64_FORMAT, FORMAT, version);
}
