/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database to the schema that this program knows, one numbered step at a time.
 *
 * A folder of compiled-in resources holds `0001-what.sql`, `0002-what.sql`, … without gaps.
 * The table schema_version has one row for each step that was taken. */
#include "yc-migrations.h"
#include "yc-store-error.h"

#include <gio/gio.h>
#include <stdlib.h>

#define CREATE_TABLE \
  "CREATE TABLE IF NOT EXISTS schema_version (" \
  "  version INTEGER PRIMARY KEY," \
  "  name TEXT NOT NULL," \
  "  applied_at TEXT NOT NULL)"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_numbered (const char *name,
             guint       number)
{
  char *end = NULL;

  return g_ascii_isdigit (name[0]) && strtoul (name, &end, 10) == number && *end == '-' &&
         g_str_has_suffix (name, ".sql");
}

/* The file names of @folder, number 1 first, checked to have no gap. */
static GStrv
list_steps (const char  *folder,
            GError     **error)
{
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, error);

  if (names == NULL)
    return NULL;

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    if (!is_numbered (names[i], i + 1))
      {
        g_set_error (error, YC_STORE_ERROR, YC_STORE_ERROR_MIGRATION,
                     "Migration %u is missing in %s: found %s", i + 1, folder, names[i]);
        return NULL;
      }
  return g_steal_pointer (&names);
}

static gboolean
record_step (YcConnection  *connection,
             guint          version,
             const char    *name,
             GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (YcStatement) statement = NULL;

  statement = yc_connection_prepare (
      connection, "INSERT INTO schema_version (version, name, applied_at) VALUES ($1, $2, $3)",
      error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, version);
  yc_statement_bind_text (statement, 2, name);
  yc_statement_bind_text (statement, 3, at);
  return yc_statement_run (statement, error);
}

static gboolean
take_step (YcConnection  *connection,
           const char    *folder,
           const char    *name,
           guint          version,
           GError       **error)
{
  g_autofree char *path = g_build_path ("/", folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, error);
  g_autofree char *sql = NULL;
  g_autoptr (GError) local_error = NULL;

  if (bytes == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  if (yc_connection_exec (connection, sql, &local_error) &&
      record_step (connection, version, name, &local_error))
    return TRUE;
  g_set_error (error, YC_STORE_ERROR, YC_STORE_ERROR_MIGRATION, "Migration %s failed: %s", name,
               local_error->message);
  return FALSE;
}

/* Looks again inside the transaction: two programs may start at once. */
static gboolean
take_step_in_transaction (YcConnection  *connection,
                          const char    *folder,
                          const char    *name,
                          guint          version,
                          GError       **error)
{
  guint current = 0;

  if (!yc_connection_begin (connection, error))
    return FALSE;
  if (yc_migrations_get_version (connection, &current, error) &&
      (current >= version || take_step (connection, folder, name, version, error)))
    return yc_connection_commit (connection, error);

  yc_connection_rollback (connection);
  return FALSE;
}

/**
 * yc_migrations_run:
 * @connection: a connection that may write, outside a transaction
 * @folder: resource path of the numbered SQL files
 * @error: return location
 *
 * Takes every step that the database has not taken yet, each in its own transaction. A step that
 * fails leaves the database as it was before that step.
 *
 * Returns: %TRUE when the schema is the newest; %FALSE with %YC_STORE_ERROR_NEWER when the
 *   database is from a newer program (it is left untouched), or %YC_STORE_ERROR_MIGRATION
 */
gboolean
yc_migrations_run (YcConnection  *connection,
                   const char    *folder,
                   GError       **error)
{
  g_auto (GStrv) names = NULL;
  guint version = 0;

  g_return_val_if_fail (YC_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  names = list_steps (folder, error);
  if (names == NULL || !yc_migrations_get_version (connection, &version, error))
    return FALSE;
  if (version > g_strv_length (names))
    {
      g_set_error (error, YC_STORE_ERROR, YC_STORE_ERROR_NEWER,
                   "The database %s has version %u, but this program knows versions up to %u. "
                   "It was left untouched; start a newer program.",
                   yc_connection_get_path (connection), version, g_strv_length (names));
      return FALSE;
    }
  if (version == 0 && !yc_connection_exec (connection, CREATE_TABLE, error))
    return FALSE;
  for (guint i = version; names[i] != NULL; i++)
    if (!take_step_in_transaction (connection, folder, names[i], i + 1, error))
      return FALSE;
  return TRUE;
}

/**
 * yc_migrations_get_latest:
 * @folder: resource path of the numbered SQL files
 * @error: return location
 *
 * Returns: the newest version this program knows; 0 when the folder cannot be read
 */
guint
yc_migrations_get_latest (const char  *folder,
                          GError     **error)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (folder != NULL, 0);

  names = list_steps (folder, error);
  return names != NULL ? g_strv_length (names) : 0;
}

/**
 * yc_migrations_get_version:
 * @connection: a connection
 * @version: (out): the database's version; 0 when it is new
 * @error: return location
 *
 * Returns: %TRUE when @version was set
 */
gboolean
yc_migrations_get_version (YcConnection  *connection,
                           guint         *version,
                           GError       **error)
{
  g_autoptr (YcStatement) table = NULL;
  g_autoptr (YcStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (YC_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (version != NULL, FALSE);

  *version = 0;
  table = yc_connection_prepare (
      connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'",
      error);
  if (table == NULL)
    return FALSE;
  if (!yc_statement_step (table, &local_error))
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  statement = yc_connection_prepare (connection,
                                     "SELECT coalesce(max(version), 0) FROM schema_version", error);
  if (statement == NULL || !yc_statement_step (statement, error))
    return FALSE;
  *version = (guint) yc_statement_get_int (statement, 0);
  return TRUE;
}
