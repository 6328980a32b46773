/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries whose present state was published in the program and is not yet in the author's folder. */
#include "yc-published-entries-table.h"

gboolean
yc_published_entries_table_put (YcTransaction  *transaction,
                                const char     *entry,
                                gint64          version,
                                const char     *by_id,
                                const char     *by_name,
                                const char     *at,
                                GError        **error)
{
  return yc_transaction_run (
    transaction, error,
    "INSERT INTO published_entries (entry, version, by_id, by_name, at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (entry) DO UPDATE SET version = excluded.version, by_id = excluded.by_id, "
    "by_name = excluded.by_name, at = excluded.at",
    "sisss", entry, version, by_id, by_name, at);
}

gboolean
yc_published_entries_table_remove (YcTransaction  *transaction,
                                   const char     *entry,
                                   GError        **error)
{
  return yc_transaction_run (transaction, error, "DELETE FROM published_entries WHERE entry = $1",
                             "s", entry);
}

/**
 * yc_published_entries_table_load:
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type utf8): the set of their ids, %NULL on an error
 */
GHashTable *
yc_published_entries_table_load (YcTransaction  *transaction,
                                 GError        **error)
{
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, "SELECT entry FROM published_entries", "");

  while (yc_rows_next (rows, error))
    g_hash_table_add (entries, g_strdup (yc_rows_get_text (rows, 0)));
  return yc_rows_is_done (rows) ? g_steal_pointer (&entries) : NULL;
}

/**
 * yc_published_entries_table_find:
 * @transaction: a transaction
 * @entry: an entry's id
 * @published: (out) (nullable) (transfer full): {by: {id, name}, at}, %NULL when its state is that of
 *   the author's folder
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_published_entries_table_find (YcTransaction  *transaction,
                                 const char     *entry,
                                 JsonObject    **published,
                                 GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error, "SELECT by_id, by_name, at FROM published_entries WHERE entry = $1", "s",
    entry);
  JsonObject *by;

  *published = NULL;
  if (!yc_rows_next (rows, error))
    return yc_rows_is_done (rows);
  by = json_object_new ();
  json_object_set_string_member (by, "id", yc_rows_get_text (rows, 0));
  json_object_set_string_member (by, "name", yc_rows_get_text (rows, 1));
  *published = json_object_new ();
  json_object_set_object_member (*published, "by", by);
  json_object_set_string_member (*published, "at", yc_rows_get_text (rows, 2));
  return TRUE;
}
