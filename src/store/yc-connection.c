/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite database, opened the way every part of the product needs it:
 * write-ahead log, every commit synced, foreign keys on, waiting for other writers. */
#include "yc-connection-private.h"
#include "yc-store-error.h"

#define BUSY_TIMEOUT_MS 5000
#define MAX_CACHED_STATEMENTS 128

struct _YcConnection
{
  GObject       parent_instance;

  sqlite3      *handle;
  char         *path;
  /* SQL text → idle sqlite3_stmt; the text is owned by the statement. */
  GHashTable   *idle;
  GThread      *thread;
};

G_DEFINE_FINAL_TYPE (YcConnection, yc_connection, G_TYPE_OBJECT)

static YcStoreError
code_from_result (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return YC_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return YC_STORE_ERROR_CONSTRAINT;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return YC_STORE_ERROR_CORRUPT;
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return YC_STORE_ERROR_FULL;
    case SQLITE_READONLY:
      return YC_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return YC_STORE_ERROR_OPEN;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return YC_STORE_ERROR_SQL;
    default:
      return YC_STORE_ERROR_FAILED;
    }
}

/* The message names columns and tables at most: SQLite never quotes bound values. */
void
yc_connection_set_error (sqlite3     *handle,
                         int          result,
                         const char  *doing,
                         GError     **error)
{
  g_set_error (error, YC_STORE_ERROR, code_from_result (result), "%s: %s", doing,
               handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result));
}

sqlite3 *
yc_connection_get_handle (YcConnection *self)
{
  g_assert (self->thread == g_thread_self ());

  return self->handle;
}

void
yc_connection_give_back (YcConnection *self,
                         sqlite3_stmt *statement)
{
  const char *sql = sqlite3_sql (statement);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_size (self->idle) >= MAX_CACHED_STATEMENTS ||
      g_hash_table_contains (self->idle, sql))
    sqlite3_finalize (statement);
  else
    g_hash_table_insert (self->idle, (gpointer) sql, statement);
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

static void
yc_connection_finalize (GObject *object)
{
  YcConnection *self = YC_CONNECTION (object);

  g_clear_pointer (&self->idle, g_hash_table_unref);
  g_clear_pointer (&self->handle, sqlite3_close_v2);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (yc_connection_parent_class)->finalize (object);
}

static void
yc_connection_class_init (YcConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_connection_finalize;
}

static void
yc_connection_init (YcConnection *self)
{
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  self->thread = g_thread_self ();
}

static gboolean
open_handle (YcConnection      *self,
             YcConnectionMode   mode,
             GError           **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int result;

  if (mode == YC_CONNECTION_READ_ONLY)
    flags |= SQLITE_OPEN_READONLY;
  else
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

  result = sqlite3_open_v2 (self->path, &self->handle, flags, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  g_set_error (error, YC_STORE_ERROR, YC_STORE_ERROR_OPEN, "Cannot open the database %s: %s",
               self->path, sqlite3_errstr (result));
  return FALSE;
}

static gboolean
configure (YcConnection      *self,
           YcConnectionMode   mode,
           GError           **error)
{
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* A string in double quotes is a mistake, not a literal: PostgreSQL says so too. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  if (mode == YC_CONNECTION_READ_WRITE &&
      !yc_connection_exec (self, "PRAGMA journal_mode = WAL", error))
    return FALSE;

  return yc_connection_exec (self, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", error);
}

/**
 * yc_connection_open:
 * @path: file name, or ":memory:"
 * @mode: whether to write
 * @error: return location
 *
 * Opens a database with a write-ahead log, `synchronous = FULL` (a commit that returned survives
 * a power cut), foreign keys, and five seconds of patience with other writers.
 * The connection and its statements belong to the thread that opened it.
 *
 * Returns: (transfer full) (nullable): a connection; %NULL with %YC_STORE_ERROR_OPEN,
 *   %YC_STORE_ERROR_CORRUPT or %YC_STORE_ERROR_BUSY
 */
YcConnection *
yc_connection_open (const char        *path,
                    YcConnectionMode   mode,
                    GError           **error)
{
  g_autoptr (YcConnection) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (mode == YC_CONNECTION_READ_WRITE || mode == YC_CONNECTION_READ_ONLY, NULL);

  self = g_object_new (YC_TYPE_CONNECTION, NULL);
  self->path = g_strdup (path);
  if (!open_handle (self, mode, error) || !configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * yc_connection_get_path:
 * @self: a connection
 *
 * Returns: the path it was opened with
 */
const char *
yc_connection_get_path (YcConnection *self)
{
  g_return_val_if_fail (YC_IS_CONNECTION (self), NULL);

  return self->path;
}

/**
 * yc_connection_exec:
 * @self: a connection
 * @sql: one or several statements without parameters; rows are thrown away
 * @error: return location
 *
 * Returns: %TRUE when all of them ran; the first failure ends it
 */
gboolean
yc_connection_exec (YcConnection  *self,
                    const char    *sql,
                    GError       **error)
{
  int result;

  g_return_val_if_fail (YC_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  result = sqlite3_exec (yc_connection_get_handle (self), sql, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  yc_connection_set_error (self->handle, result, "Cannot run SQL", error);
  return FALSE;
}

/**
 * yc_connection_prepare:
 * @self: a connection
 * @sql: exactly one statement; parameters as `$1`, `$2`, …
 * @error: return location
 *
 * Prepares a statement. Statements that were used before are kept by the connection, so that
 * preparing the same text again costs a look-up.
 *
 * Returns: (transfer full) (nullable): a statement ready to bind; %NULL with %YC_STORE_ERROR_SQL
 */
YcStatement *
yc_connection_prepare (YcConnection  *self,
                       const char    *sql,
                       GError       **error)
{
  sqlite3_stmt *statement = NULL;
  const char *tail = NULL;
  gpointer key, value;
  int result;

  g_return_val_if_fail (YC_IS_CONNECTION (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  yc_connection_get_handle (self);
  if (g_hash_table_steal_extended (self->idle, sql, &key, &value))
    return yc_statement_new (self, value);

  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, &tail);
  if (result == SQLITE_OK && statement != NULL && tail[strspn (tail, " \t\r\n;")] == '\0')
    return yc_statement_new (self, statement);

  if (result != SQLITE_OK)
    yc_connection_set_error (self->handle, result, "Cannot prepare SQL", error);
  else
    g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_SQL,
                         "Cannot prepare SQL: not exactly one statement");
  sqlite3_finalize (statement);
  return NULL;
}

/**
 * yc_connection_begin:
 * @self: a connection outside any transaction
 * @error: return location
 *
 * Begins a transaction that may write at once (`BEGIN IMMEDIATE`), so that a read inside it
 * can never be overtaken by another writer.
 *
 * Returns: %TRUE, or %FALSE with %YC_STORE_ERROR_BUSY and others
 */
gboolean
yc_connection_begin (YcConnection  *self,
                     GError       **error)
{
  return yc_connection_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * yc_connection_commit:
 * @self: a connection in a transaction
 * @error: return location
 *
 * Commits and syncs to the disk. After a failure the transaction is rolled back.
 *
 * Returns: %TRUE when the writes are safe
 */
gboolean
yc_connection_commit (YcConnection  *self,
                      GError       **error)
{
  if (yc_connection_exec (self, "COMMIT", error))
    return TRUE;
  yc_connection_rollback (self);
  return FALSE;
}

/**
 * yc_connection_rollback:
 * @self: a connection
 *
 * Undoes the open transaction, if there is one. Never fails: SQLite may have rolled back already.
 */
void
yc_connection_rollback (YcConnection *self)
{
  g_return_if_fail (YC_IS_CONNECTION (self));

  if (yc_connection_is_in_transaction (self))
    yc_connection_exec (self, "ROLLBACK", NULL);
}

/**
 * yc_connection_is_in_transaction:
 * @self: a connection
 *
 * Returns: whether a transaction is open
 */
gboolean
yc_connection_is_in_transaction (YcConnection *self)
{
  g_return_val_if_fail (YC_IS_CONNECTION (self), FALSE);

  return !sqlite3_get_autocommit (yc_connection_get_handle (self));
}

/**
 * yc_connection_get_changes:
 * @self: a connection
 *
 * Returns: the number of rows that the last INSERT, UPDATE or DELETE changed
 */
gint64
yc_connection_get_changes (YcConnection *self)
{
  g_return_val_if_fail (YC_IS_CONNECTION (self), 0);

  return sqlite3_changes64 (yc_connection_get_handle (self));
}

/**
 * yc_connection_get_last_insert_id:
 * @self: a connection
 *
 * Returns: the rowid of the last inserted row
 */
gint64
yc_connection_get_last_insert_id (YcConnection *self)
{
  g_return_val_if_fail (YC_IS_CONNECTION (self), 0);

  return sqlite3_last_insert_rowid (yc_connection_get_handle (self));
}
