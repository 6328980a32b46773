/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service's database in one SQLite file: a connection for each thread, one writer at a time. */
#include "yc-sqlite-database.h"

#include "yc-connection.h"
#include "yc-migrations.h"
#include "yc-service-resources.h"

#define MIGRATIONS "/io/github/yichuang/service/sql"

struct _YcSqliteDatabase
{
  GObject parent_instance;

  char *path;
  GMutex mutex;
  GHashTable *connections;
};

#define YC_TYPE_SQLITE_ROWS (yc_sqlite_rows_get_type ())
G_DECLARE_FINAL_TYPE (YcSqliteRows, yc_sqlite_rows, YC, SQLITE_ROWS, YcRows)

struct _YcSqliteRows
{
  YcRows parent_instance;

  YcStatement *statement;
};

#define YC_TYPE_SQLITE_TRANSACTION (yc_sqlite_transaction_get_type ())
G_DECLARE_FINAL_TYPE (YcSqliteTransaction, yc_sqlite_transaction, YC, SQLITE_TRANSACTION,
                      YcTransaction)

struct _YcSqliteTransaction
{
  YcTransaction parent_instance;

  YcConnection *connection;
};

static void yc_sqlite_database_iface_init (YcDatabaseInterface *iface);

G_DEFINE_FINAL_TYPE (YcSqliteRows, yc_sqlite_rows, YC_TYPE_ROWS)
G_DEFINE_FINAL_TYPE (YcSqliteTransaction, yc_sqlite_transaction, YC_TYPE_TRANSACTION)
G_DEFINE_FINAL_TYPE_WITH_CODE (YcSqliteDatabase, yc_sqlite_database, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_DATABASE,
                                                      yc_sqlite_database_iface_init))

static gboolean
yc_sqlite_rows_next (YcRows  *rows,
                     GError **error)
{
  return yc_statement_step (YC_SQLITE_ROWS (rows)->statement, error);
}

static gboolean
yc_sqlite_rows_is_null (YcRows *rows,
                        guint   column)
{
  return yc_statement_is_null (YC_SQLITE_ROWS (rows)->statement, column);
}

static gint64
yc_sqlite_rows_get_int (YcRows *rows,
                        guint   column)
{
  return yc_statement_get_int (YC_SQLITE_ROWS (rows)->statement, column);
}

static const char *
yc_sqlite_rows_get_text (YcRows *rows,
                         guint   column)
{
  return yc_statement_get_text (YC_SQLITE_ROWS (rows)->statement, column);
}

static GBytes *
yc_sqlite_rows_dup_bytes (YcRows *rows,
                          guint   column)
{
  return yc_statement_dup_bytes (YC_SQLITE_ROWS (rows)->statement, column);
}

static void
yc_sqlite_rows_dispose (GObject *object)
{
  g_clear_object (&YC_SQLITE_ROWS (object)->statement);
  G_OBJECT_CLASS (yc_sqlite_rows_parent_class)->dispose (object);
}

static void
yc_sqlite_rows_class_init (YcSqliteRowsClass *klass)
{
  YcRowsClass *rows_class = YC_ROWS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_sqlite_rows_dispose;
  rows_class->next = yc_sqlite_rows_next;
  rows_class->is_null = yc_sqlite_rows_is_null;
  rows_class->get_int = yc_sqlite_rows_get_int;
  rows_class->get_text = yc_sqlite_rows_get_text;
  rows_class->dup_bytes = yc_sqlite_rows_dup_bytes;
}

static void
yc_sqlite_rows_init (YcSqliteRows *self)
{
}

static void
bind_value (YcStatement   *statement,
            guint          parameter,
            const YcValue *value)
{
  if (value->type == 's')
    yc_statement_bind_text (statement, parameter, value->text);
  else if (value->type == 'b')
    yc_statement_bind_bytes (statement, parameter, value->bytes);
  else
    yc_statement_bind_int (statement, parameter, value->number);
}

static YcRows *
yc_sqlite_transaction_query (YcTransaction  *transaction,
                             const char     *sql,
                             const YcValue  *values,
                             guint           n_values,
                             GError        **error)
{
  YcSqliteTransaction *self = YC_SQLITE_TRANSACTION (transaction);
  g_autoptr (YcStatement) statement = yc_connection_prepare (self->connection, sql, error);
  YcSqliteRows *rows;

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < n_values; i++)
    bind_value (statement, i + 1, &values[i]);
  rows = g_object_new (YC_TYPE_SQLITE_ROWS, NULL);
  rows->statement = g_steal_pointer (&statement);
  return YC_ROWS (rows);
}

static gboolean
yc_sqlite_transaction_control (YcTransaction  *transaction,
                               const char     *sql,
                               GError        **error)
{
  return yc_connection_exec (YC_SQLITE_TRANSACTION (transaction)->connection, sql, error);
}

static gboolean
yc_sqlite_transaction_commit (YcTransaction  *transaction,
                              GError        **error)
{
  YcSqliteTransaction *self = YC_SQLITE_TRANSACTION (transaction);

  if (yc_connection_commit (self->connection, error))
    return TRUE;
  yc_connection_rollback (self->connection);
  return FALSE;
}

static void
yc_sqlite_transaction_dispose (GObject *object)
{
  YcSqliteTransaction *self = YC_SQLITE_TRANSACTION (object);

  if (self->connection != NULL && yc_connection_is_in_transaction (self->connection))
    yc_connection_rollback (self->connection);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (yc_sqlite_transaction_parent_class)->dispose (object);
}

static void
yc_sqlite_transaction_class_init (YcSqliteTransactionClass *klass)
{
  YcTransactionClass *transaction_class = YC_TRANSACTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_sqlite_transaction_dispose;
  transaction_class->query = yc_sqlite_transaction_query;
  transaction_class->control = yc_sqlite_transaction_control;
  transaction_class->commit = yc_sqlite_transaction_commit;
}

static void
yc_sqlite_transaction_init (YcSqliteTransaction *self)
{
}

/* Connections may only be used by the thread that opened them, so each thread keeps its own until
 * the database is closed. The threads of the service live as long as the service. */
static YcConnection *
get_connection (YcSqliteDatabase  *self,
                GError           **error)
{
  GThread *thread = g_thread_self ();
  YcConnection *connection;

  g_mutex_lock (&self->mutex);
  connection = g_hash_table_lookup (self->connections, thread);
  g_mutex_unlock (&self->mutex);
  if (connection != NULL)
    return connection;
  connection = yc_connection_open (self->path, YC_CONNECTION_READ_WRITE, error);
  if (connection == NULL)
    return NULL;
  g_mutex_lock (&self->mutex);
  g_hash_table_insert (self->connections, thread, connection);
  g_mutex_unlock (&self->mutex);
  return connection;
}

static YcTransaction *
yc_sqlite_database_begin (YcDatabase  *database,
                          gboolean     writing,
                          GError     **error)
{
  YcConnection *connection = get_connection (YC_SQLITE_DATABASE (database), error);
  YcSqliteTransaction *transaction;
  gboolean begun;

  if (connection == NULL)
    return NULL;
  begun = writing ? yc_connection_begin (connection, error)
                  : yc_connection_exec (connection, "BEGIN DEFERRED", error);
  if (!begun)
    return NULL;
  transaction = g_object_new (YC_TYPE_SQLITE_TRANSACTION, NULL);
  transaction->connection = g_object_ref (connection);
  return YC_TRANSACTION (transaction);
}

static void
yc_sqlite_database_iface_init (YcDatabaseInterface *iface)
{
  iface->begin = yc_sqlite_database_begin;
}

static void
yc_sqlite_database_finalize (GObject *object)
{
  YcSqliteDatabase *self = YC_SQLITE_DATABASE (object);

  g_hash_table_unref (self->connections);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  G_OBJECT_CLASS (yc_sqlite_database_parent_class)->finalize (object);
}

static void
yc_sqlite_database_class_init (YcSqliteDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_sqlite_database_finalize;
}

static void
yc_sqlite_database_init (YcSqliteDatabase *self)
{
  g_mutex_init (&self->mutex);
  self->connections = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * yc_sqlite_database_open:
 * @path: the file; created when missing
 * @error: (nullable): return location
 *
 * Opens the database and brings it to the newest schema.
 *
 * Returns: (transfer full): the database, %NULL with a #YcStoreError
 */
YcDatabase *
yc_sqlite_database_open (const char  *path,
                         GError     **error)
{
  g_autoptr (YcSqliteDatabase) self = g_object_new (YC_TYPE_SQLITE_DATABASE, NULL);
  YcConnection *connection;

  g_return_val_if_fail (path != NULL, NULL);

  /* A static library's resource is dropped by the linker unless something in use names it. */
  g_assert (yc_service_resources_get_resource () != NULL);
  self->path = g_strdup (path);
  connection = get_connection (self, error);
  if (connection == NULL || !yc_migrations_run (connection, MIGRATIONS, error))
    return NULL;
  return YC_DATABASE (g_steal_pointer (&self));
}

/**
 * yc_sqlite_database_open_existing:
 * @path: the file
 * @error: (nullable): return location
 *
 * Opens a database to look at it, beside a service that works with it: nothing is created and the
 * schema is left as it is.
 *
 * Returns: (transfer full): the database, %NULL with a #YcStoreError
 */
YcDatabase *
yc_sqlite_database_open_existing (const char  *path,
                                  GError     **error)
{
  g_autoptr (YcSqliteDatabase) self = g_object_new (YC_TYPE_SQLITE_DATABASE, NULL);
  g_autoptr (YcConnection) connection = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  /* Fails, other than opening to write, when there is no such file. */
  connection = yc_connection_open (path, YC_CONNECTION_READ_ONLY, error);
  if (connection == NULL)
    return NULL;
  self->path = g_strdup (path);
  return get_connection (self, error) != NULL ? YC_DATABASE (g_steal_pointer (&self)) : NULL;
}
