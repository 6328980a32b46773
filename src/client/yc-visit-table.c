/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits and drafts on the disk. A draft's state and command belong to the journal: saving what
 * was typed never touches them. */
#include "yc-visit-table.h"

#include "yc-table.h"

#define SAVE_VISIT_SQL \
  "INSERT INTO visits (id, user_id, started_at, sealed) VALUES ($1, $2, $3, $4) " \
  "ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed"
#define SAVE_DRAFT_SQL \
  "INSERT INTO drafts (case_id, visit_id, position, item_code, state, sealed) " \
  "VALUES ($1, $2, $3, $4, $5, $6) " \
  "ON CONFLICT (case_id, visit_id) DO UPDATE SET position = excluded.position, " \
  "sealed = excluded.sealed"
#define LOAD_VISITS_SQL \
  "SELECT id, started_at, sealed FROM visits WHERE user_id = $1 ORDER BY started_at, id"
#define LOAD_DRAFTS_SQL \
  "SELECT case_id, item_code, position, state, command_id, sealed FROM drafts " \
  "WHERE visit_id = $1 ORDER BY position"

typedef struct
{
  YcVault   *vault;
  GPtrArray *rows;
  char      *user_id;
  char      *visit_id;
  char      *case_id;
} Job;

static void
draft_row_free (YcDraftRow *row)
{
  g_free (row->case_id);
  g_free (row->item_code);
  g_free (row->state);
  g_free (row->command_id);
  g_clear_pointer (&row->content, json_node_unref);
  g_free (row);
}

YcVisitRow *
yc_visit_row_new (const char *id)
{
  YcVisitRow *row = g_new0 (YcVisitRow, 1);

  row->id = g_strdup (id);
  row->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_row_free);
  return row;
}

static YcDraftRow *
draft_row_new (const char *case_id,
               const char *item_code)
{
  YcDraftRow *row = g_new0 (YcDraftRow, 1);

  row->case_id = g_strdup (case_id);
  row->item_code = g_strdup (item_code);
  return row;
}

/* (transfer none) */
YcDraftRow *
yc_visit_row_add_draft (YcVisitRow *row,
                        const char *case_id,
                        const char *item_code)
{
  YcDraftRow *draft = draft_row_new (case_id, item_code);

  g_ptr_array_add (row->drafts, draft);
  return draft;
}

void
yc_visit_row_free (YcVisitRow *row)
{
  g_free (row->id);
  g_free (row->user_id);
  g_free (row->started_at);
  g_clear_pointer (&row->content, json_node_unref);
  g_ptr_array_unref (row->drafts);
  g_free (row);
}

static Job *
job_new (YcStorage *storage)
{
  Job *job = g_new0 (Job, 1);

  job->vault = g_object_ref (yc_storage_get_vault (storage));
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->vault);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job->user_id);
  g_free (job->visit_id);
  g_free (job->case_id);
  g_free (job);
}

static gboolean
save_visit (YcConnection      *connection,
            YcVault           *vault,
            const YcVisitRow  *row,
            GError           **error)
{
  g_autoptr (GBytes) sealed = yc_storage_seal_json (vault, row->content, "visits", row->id);

  return yc_table_write (connection, error, SAVE_VISIT_SQL, "tttb", row->id, row->user_id,
                         row->started_at, sealed);
}

static gboolean
save_draft (YcConnection      *connection,
            YcVault           *vault,
            const char        *visit_id,
            const YcDraftRow  *row,
            GError           **error)
{
  g_autoptr (GBytes) sealed = yc_storage_seal_json (vault, row->content, "drafts", row->case_id);

  return yc_table_write (connection, error, SAVE_DRAFT_SQL, "ttittb", row->case_id, visit_id,
                         row->position, row->item_code, row->state, sealed);
}

static gpointer
save_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  Job *job = data;

  for (guint i = 0; i < job->rows->len; i++)
    {
      const YcVisitRow *row = g_ptr_array_index (job->rows, i);

      if (row->content != NULL && !save_visit (connection, job->vault, row, error))
        return NULL;
      for (guint j = 0; j < row->drafts->len; j++)
        if (!save_draft (connection, job->vault, row->id, g_ptr_array_index (row->drafts, j),
                         error))
          return NULL;
    }
  return NULL;
}

void
yc_visit_table_save_async (YcStorage           *storage,
                           GPtrArray           *rows,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Job *job = job_new (storage);

  job->rows = rows;
  yc_storage_run_async (storage, YC_WORKER_WRITE, save_job, job, (GDestroyNotify) job_free, NULL,
                        NULL, callback, user_data);
}

static gpointer
read_draft (YcStatement  *statement,
            gpointer      vault,
            GError      **error)
{
  YcDraftRow *row = draft_row_new (yc_statement_get_text (statement, 0),
                                   yc_statement_get_text (statement, 1));

  row->position = (guint) yc_statement_get_int (statement, 2);
  row->state = yc_statement_dup_text (statement, 3);
  row->command_id = yc_statement_dup_text (statement, 4);
  row->content = yc_storage_open_json (vault, statement, 5, "drafts", row->case_id, error);
  return row;
}

static gpointer
read_visit (YcStatement  *statement,
            gpointer      data,
            GError      **error)
{
  Job *job = data;
  YcVisitRow *row = yc_visit_row_new (yc_statement_get_text (statement, 0));

  row->user_id = g_strdup (job->user_id);
  row->started_at = yc_statement_dup_text (statement, 1);
  row->content = yc_storage_open_json (job->vault, statement, 2, "visits", row->id, error);
  return row;
}

static gboolean
load_drafts (YcConnection  *connection,
             YcVault       *vault,
             YcVisitRow    *visit,
             GError       **error)
{
  GPtrArray *drafts = yc_table_read (connection, LOAD_DRAFTS_SQL, visit->id, read_draft, vault,
                                     (GDestroyNotify) draft_row_free, error);

  if (drafts == NULL)
    return FALSE;
  g_ptr_array_unref (visit->drafts);
  visit->drafts = drafts;
  return TRUE;
}

static gpointer
load_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  Job *job = data;
  g_autoptr (GPtrArray) visits = NULL;

  visits = yc_table_read (connection, LOAD_VISITS_SQL, job->user_id, read_visit, job,
                          (GDestroyNotify) yc_visit_row_free, error);
  for (guint i = 0; visits != NULL && i < visits->len; i++)
    if (!load_drafts (connection, job->vault, g_ptr_array_index (visits, i), error))
      return NULL;
  return g_steal_pointer (&visits);
}

void
yc_visit_table_load_async (YcStorage           *storage,
                           const char          *user_id,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Job *job = job_new (storage);

  job->user_id = g_strdup (user_id);
  yc_storage_run_async (storage, YC_WORKER_READ, load_job, job, (GDestroyNotify) job_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

static gpointer
delete_job (YcConnection  *connection,
            gpointer       data,
            GError       **error)
{
  Job *job = data;

  if (job->case_id != NULL)
    yc_table_write (connection, error, "DELETE FROM drafts WHERE visit_id = $1 AND case_id = $2",
                    "tt", job->visit_id, job->case_id);
  else
    yc_table_write (connection, error, "DELETE FROM visits WHERE id = $1", "t", job->visit_id);
  return NULL;
}

/**
 * yc_visit_table_delete_async:
 * @storage: the storage
 * @visit_id: a visit
 * @case_id: (nullable): only this draft of it; %NULL for the visit with all drafts
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 */
void
yc_visit_table_delete_async (YcStorage           *storage,
                             const char          *visit_id,
                             const char          *case_id,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Job *job = job_new (storage);

  job->visit_id = g_strdup (visit_id);
  job->case_id = g_strdup (case_id);
  yc_storage_run_async (storage, YC_WORKER_WRITE, delete_job, job, (GDestroyNotify) job_free, NULL,
                        NULL, callback, user_data);
}
