/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy of which certificates are not in force any more. */
#include "yc-revocation-table.h"

#include "yc-json.h"
#include "yc-table.h"

#define CLEAR_SQL "DELETE FROM revocations"
#define PUT_SQL \
  "INSERT INTO revocations (serial, state, replaced_by) VALUES ($1, $2, $3) " \
  "ON CONFLICT (serial) DO UPDATE SET state = excluded.state, replaced_by = excluded.replaced_by"
#define FIND_SQL "SELECT state, replaced_by FROM revocations WHERE serial = $1"

typedef struct
{
  JsonArray *rows;
  gboolean   clear;
} Page;

void
yc_revocation_free (YcRevocation *revocation)
{
  g_free (revocation->replaced_by);
  g_free (revocation);
}

static void
page_free (Page *page)
{
  json_array_unref (page->rows);
  g_free (page);
}

/* A row of a kind that this program does not know must not keep out the others. */
static gboolean
put_row (YcConnection  *connection,
         JsonObject    *row,
         GError       **error)
{
  const char *serial = yc_json_get_string (row, "serial", NULL);
  const char *state = yc_json_get_string (row, "state", "");

  if (serial == NULL || (!g_str_equal (state, "void") && !g_str_equal (state, "replaced")))
    return TRUE;
  return yc_table_write (connection, error, PUT_SQL, "ttt", serial, state,
                         yc_json_get_string (row, "replaced_by", NULL));
}

static gpointer
store_job (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  Page *page = data;
  gboolean right = !page->clear || yc_table_write (connection, error, CLEAR_SQL, "");

  for (guint i = 0; right && i < json_array_get_length (page->rows); i++)
    right = put_row (connection,
                     yc_json_node_get_object (json_array_get_element (page->rows, i)), error);
  return NULL;
}

void
yc_revocation_table_store_async (YcStorage           *storage,
                                 JsonArray           *rows,
                                 gboolean             clear,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Page *page = g_new0 (Page, 1);

  page->rows = json_array_ref (rows);
  page->clear = clear;
  yc_storage_run_async (storage, YC_WORKER_WRITE, store_job, page, (GDestroyNotify) page_free, NULL,
                        NULL, callback, user_data);
}

static gpointer
read_row (YcStatement  *statement,
          gpointer      data,
          GError      **error)
{
  YcRevocation *revocation = g_new0 (YcRevocation, 1);

  revocation->state = g_str_equal (yc_statement_get_text (statement, 0), "void")
                        ? YC_REGISTERED_VOID
                        : YC_REGISTERED_REPLACED;
  revocation->replaced_by = yc_statement_dup_text (statement, 1);
  return revocation;
}

static gpointer
find_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  g_autoptr (GPtrArray) rows = yc_table_read (connection, FIND_SQL, data, read_row, NULL,
                                              (GDestroyNotify) yc_revocation_free, error);
  YcRevocation *none;

  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return g_ptr_array_steal_index (rows, 0);
  none = g_new0 (YcRevocation, 1);
  none->state = YC_REGISTERED_VALID;
  return none;
}

void
yc_revocation_table_find_async (YcStorage           *storage,
                                const char          *serial,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  yc_storage_run_async (storage, YC_WORKER_READ, find_job, g_strdup (serial), g_free,
                        (GDestroyNotify) yc_revocation_free, cancellable, callback, user_data);
}

YcRevocation *
yc_revocation_table_find_finish (YcStorage     *storage,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return yc_storage_run_finish (storage, result, error);
}
