/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that belong to cases: what they are, who sent them, which cases have them. */
#include "yc-files-table.h"

#define UNUSED                                                                                   \
  "NOT EXISTS (SELECT 1 FROM case_files c WHERE c.file = f.id) AND NOT EXISTS "                  \
  "(SELECT 1 FROM file_senders s WHERE s.file = f.id AND s.sent_at >= "

gboolean
yc_files_table_insert (YcTransaction  *transaction,
                       const char     *id,
                       const char     *type,
                       gint64          size,
                       const char     *now,
                       GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO files (id, type, size, stored_at) "
                             "VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
                             "ssis", id, type, size, now);
}

char *
yc_files_table_find (YcTransaction  *transaction,
                     const char     *id,
                     gint64         *size,
                     GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT type, size FROM files WHERE id = $1", "s", id);

  if (rows == NULL)
    return NULL;
  if (size != NULL)
    *size = yc_rows_get_int (rows, 1);
  return g_strdup (yc_rows_get_text (rows, 0));
}

gboolean
yc_files_table_add_sender (YcTransaction  *transaction,
                           const char     *id,
                           const char     *user,
                           const char     *now,
                           GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO file_senders (file, user_id, sent_at) "
                             "VALUES ($1, $2, $3) ON CONFLICT (file, user_id) DO UPDATE "
                             "SET sent_at = excluded.sent_at",
                             "sss", id, user, now);
}

gboolean
yc_files_table_is_sender (YcTransaction *transaction,
                          const char    *id,
                          const char    *user)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, NULL, "SELECT 1 FROM file_senders WHERE file = $1 AND user_id = $2", "ss", id,
    user);

  return yc_rows_next (rows, NULL);
}

gint64
yc_files_table_sum_unused (YcTransaction  *transaction,
                           const char     *user,
                           GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error,
    "SELECT coalesce(sum(f.size), 0) FROM file_senders s JOIN files f ON f.id = s.file "
    "WHERE s.user_id = $1 AND NOT EXISTS (SELECT 1 FROM case_files c WHERE c.file = f.id)",
    "s", user);

  return rows != NULL ? yc_rows_get_int (rows, 0) : -1;
}

gboolean
yc_files_table_add_to_case (YcTransaction  *transaction,
                            const char     *id,
                            const char     *case_id,
                            GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO case_files (case_id, file) VALUES ($1, $2) "
                             "ON CONFLICT (case_id, file) DO NOTHING", "ss", case_id, id);
}

static gboolean
is_in_case_seen_by (YcTransaction    *transaction,
                    const char       *id,
                    const YcIdentity *identity)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, NULL,
    "SELECT c.place_path, c.clerk FROM case_files f JOIN cases c ON c.id = f.case_id "
    "WHERE f.file = $1", "s", id);

  while (yc_rows_next (rows, NULL))
    if (yc_identity_sees_case (identity, yc_rows_get_text (rows, 0), yc_rows_get_text (rows, 1)))
      return TRUE;
  return FALSE;
}

gboolean
yc_files_table_is_seen_by (YcTransaction    *transaction,
                           const char       *id,
                           const YcIdentity *identity)
{
  return yc_files_table_is_sender (transaction, id, identity->id) ||
         is_in_case_seen_by (transaction, id, identity);
}

GPtrArray *
yc_files_table_list_unused (YcTransaction  *transaction,
                            const char     *before,
                            guint           limit,
                            GError        **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT f.id FROM files f WHERE f.stored_at < $1 AND " UNUSED "$1) ORDER BY f.id LIMIT $2",
    "si", before, (gint64) limit);

  while (yc_rows_next (rows, error))
    g_ptr_array_add (ids, g_strdup (yc_rows_get_text (rows, 0)));
  return yc_rows_is_done (rows) ? g_steal_pointer (&ids) : NULL;
}

gboolean
yc_files_table_remove_unused (YcTransaction  *transaction,
                              const char     *id,
                              const char     *before,
                              gboolean       *removed,
                              GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error, "SELECT 1 FROM files f WHERE f.id = $1 AND " UNUSED "$2)", "ss", id, before);

  *removed = yc_rows_next (rows, error);
  if (!*removed)
    return yc_rows_is_done (rows);
  g_clear_object (&rows);
  return yc_transaction_run (transaction, error, "DELETE FROM file_senders WHERE file = $1", "s",
                             id) &&
         yc_transaction_run (transaction, error, "DELETE FROM files WHERE id = $1", "s", id);
}
