/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal of print runs. */
#include "yc-print-table.h"

#include "yc-table.h"

#define SAVE_SQL \
  "INSERT INTO print_runs (id, user_id, serial, case_id, title, printer, copies, asked_at, " \
  "state, recorded, number, kind, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, " \
  "$12, $13) " \
  "ON CONFLICT (id) DO UPDATE SET printer = excluded.printer, state = excluded.state, " \
  "recorded = excluded.recorded, " \
  "number = excluded.number"
#define LOAD_SQL \
  "SELECT id, user_id, serial, case_id, title, printer, copies, asked_at, state, recorded, " \
  "number, kind, reason FROM print_runs WHERE state NOT IN ('done', 'failed', 'cancelled') OR id IN " \
  "(SELECT id FROM print_runs ORDER BY asked_at DESC LIMIT 100) ORDER BY asked_at, id"

YcPrintRow *
yc_print_row_copy (const YcPrintRow *row)
{
  YcPrintRow *copy = g_memdup2 (row, sizeof *row);

  copy->id = g_strdup (row->id);
  copy->user_id = g_strdup (row->user_id);
  copy->serial = g_strdup (row->serial);
  copy->case_id = g_strdup (row->case_id);
  copy->title = g_strdup (row->title);
  copy->printer = g_strdup (row->printer);
  copy->asked_at = g_strdup (row->asked_at);
  copy->state = g_strdup (row->state);
  copy->kind = g_strdup (row->kind);
  copy->reason = g_strdup (row->reason);
  return copy;
}

void
yc_print_row_free (YcPrintRow *row)
{
  g_free (row->id);
  g_free (row->user_id);
  g_free (row->serial);
  g_free (row->case_id);
  g_free (row->title);
  g_free (row->printer);
  g_free (row->asked_at);
  g_free (row->state);
  g_free (row->kind);
  g_free (row->reason);
  g_free (row);
}

static gpointer
save_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  const YcPrintRow *row = data;

  yc_table_write (connection, error, SAVE_SQL, "ttttttittiitt", row->id, row->user_id, row->serial,
                  row->case_id, row->title, row->printer, row->copies, row->asked_at, row->state,
                  row->recorded, row->number, row->kind, row->reason);
  return NULL;
}

void
yc_print_table_save_async (YcStorage           *storage,
                           const YcPrintRow    *row,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  yc_storage_run_async (storage, YC_WORKER_WRITE, save_job, yc_print_row_copy (row),
                        (GDestroyNotify) yc_print_row_free, NULL, cancellable, callback, user_data);
}

static gpointer
read_row (YcStatement  *statement,
          gpointer      data,
          GError      **error)
{
  YcPrintRow *row = g_new0 (YcPrintRow, 1);

  row->id = yc_statement_dup_text (statement, 0);
  row->user_id = yc_statement_dup_text (statement, 1);
  row->serial = yc_statement_dup_text (statement, 2);
  row->case_id = yc_statement_dup_text (statement, 3);
  row->title = yc_statement_dup_text (statement, 4);
  row->printer = yc_statement_dup_text (statement, 5);
  row->copies = (guint) yc_statement_get_int (statement, 6);
  row->asked_at = yc_statement_dup_text (statement, 7);
  row->state = yc_statement_dup_text (statement, 8);
  row->recorded = yc_statement_get_boolean (statement, 9);
  row->number = (guint) yc_statement_get_int (statement, 10);
  row->kind = yc_statement_dup_text (statement, 11);
  row->reason = yc_statement_dup_text (statement, 12);
  return row;
}

static gpointer
load_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  return yc_table_read (connection, LOAD_SQL, NULL, read_row, NULL,
                        (GDestroyNotify) yc_print_row_free, error);
}

void
yc_print_table_load_async (YcStorage           *storage,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  yc_storage_run_async (storage, YC_WORKER_READ, load_job, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}
