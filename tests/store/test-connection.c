/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connection, statement and migrations. */
#include "yc-connection.h"
#include "yc-migrations.h"
#include "yc-store-error.h"
#include "yc-test-folder.h"

#include <sys/stat.h>

static YcConnection *
open_at (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autoptr (GError) error = NULL;
  YcConnection *connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  return connection;
}

static void
exec (YcConnection *connection,
      const char   *sql)
{
  g_autoptr (GError) error = NULL;

  yc_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask_int (YcConnection *connection,
         const char   *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, &error);

  g_assert_no_error (error);
  g_assert_true (yc_statement_step (statement, &error));
  return yc_statement_get_int (statement, 0);
}

static char *
ask_text (YcConnection *connection,
          const char   *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, &error);

  g_assert_no_error (error);
  g_assert_true (yc_statement_step (statement, &error));
  return yc_statement_dup_text (statement, 0);
}

static void
test_settings (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autofree char *mode = ask_text (connection, "PRAGMA journal_mode");

  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpint (ask_int (connection, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (ask_int (connection, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask_int (connection, "PRAGMA busy_timeout"), >, 0);
}

static void
test_numbered_parameters (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autoptr (YcStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  /* Out of order and repeated: by name, not by place. */
  statement = yc_connection_prepare (connection, "SELECT $2, $1, $2, $3", &error);
  g_assert_no_error (error);
  yc_statement_bind_text (statement, 1, "one");
  yc_statement_bind_int (statement, 2, G_MAXINT64);
  g_assert_cmpuint (yc_statement_find_parameter (statement, "$2"), ==, 2);
  g_assert_cmpuint (yc_statement_find_parameter (statement, "$9"), ==, 0);

  g_assert_true (yc_statement_step (statement, &error));
  g_assert_cmpint (yc_statement_get_int (statement, 0), ==, G_MAXINT64);
  g_assert_cmpstr (yc_statement_get_text (statement, 1), ==, "one");
  g_assert_cmpint (yc_statement_get_int (statement, 2), ==, G_MAXINT64);
  g_assert_true (yc_statement_is_null (statement, 3));
  g_assert_cmpuint (yc_statement_get_n_columns (statement), ==, 4);
  g_assert_false (yc_statement_step (statement, &error));
  g_assert_no_error (error);
}

static void
test_types (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autoptr (YcStatement) statement = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GBytes) read_empty = NULL;
  g_autoptr (GError) error = NULL;

  statement = yc_connection_prepare (connection, "SELECT $1, $2, $3, $4, $5", &error);
  yc_statement_bind_double (statement, 1, 0.1);
  yc_statement_bind_boolean (statement, 2, TRUE);
  yc_statement_bind_bytes (statement, 3, bytes);
  yc_statement_bind_text (statement, 4, "阶梯水费");
  yc_statement_bind_bytes (statement, 5, empty);
  g_assert_true (yc_statement_step (statement, &error));
  g_assert_cmpfloat (yc_statement_get_double (statement, 0), ==, 0.1);
  g_assert_true (yc_statement_get_boolean (statement, 1));
  read = yc_statement_dup_bytes (statement, 2);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_cmpstr (yc_statement_get_text (statement, 3), ==, "阶梯水费");
  read_empty = yc_statement_dup_bytes (statement, 4);
  g_assert_nonnull (read_empty);
  g_assert_cmpuint (g_bytes_get_size (read_empty), ==, 0);
}

static void
test_bad_bind (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autoptr (YcStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = yc_connection_prepare (connection, "SELECT $1", &error);
  yc_statement_bind_int (statement, 7, 1);
  g_assert_false (yc_statement_step (statement, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_SQL);
  g_clear_error (&error);

  yc_statement_reset (statement);
  yc_statement_bind_int (statement, 1, 1);
  g_assert_true (yc_statement_step (statement, &error));
}

static void
test_bad_sql (void)
{
  static const char *const texts[] = {"SELEKT 1", "", "SELECT 1; SELECT 2", "SELECT \"no column\""};
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_connection_prepare (connection, texts[i], &error));
      g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_SQL);
    }
}

static void
test_constraint_and_rollback (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autoptr (GError) error = NULL;

  exec (connection, "CREATE TABLE t (a INTEGER PRIMARY KEY)");
  g_assert_true (yc_connection_begin (connection, &error));
  g_assert_true (yc_connection_is_in_transaction (connection));
  exec (connection, "INSERT INTO t VALUES (1)");
  g_assert_cmpint (yc_connection_get_changes (connection), ==, 1);
  g_assert_false (yc_connection_exec (connection, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_CONSTRAINT);
  yc_connection_rollback (connection);
  yc_connection_rollback (connection);
  g_assert_false (yc_connection_is_in_transaction (connection));
  g_assert_cmpint (ask_int (connection, "SELECT count(*) FROM t"), ==, 0);
}

static void
test_statement_cache (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);

  exec (connection, "CREATE TABLE t (a INTEGER)");
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcStatement) one = NULL;
      g_autoptr (YcStatement) two = NULL;

      /* The same text twice at once, and again with nothing left of the last binding. */
      one = yc_connection_prepare (connection, "INSERT INTO t VALUES ($1)", &error);
      two = yc_connection_prepare (connection, "INSERT INTO t VALUES ($1)", &error);
      if (i < 2)
        yc_statement_bind_int (one, 1, i);
      g_assert_true (yc_statement_run (one, &error));
      g_assert_true (yc_statement_run (two, &error));
    }
  g_assert_cmpint (ask_int (connection, "SELECT count(*) FROM t WHERE a IS NULL"), ==, 4);
}

static void
test_read_only (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autoptr (YcConnection) writer = NULL;
  g_autoptr (YcConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_connection_open (path, YC_CONNECTION_READ_ONLY, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_OPEN);
  g_clear_error (&error);

  writer = open_at (folder);
  exec (writer, "CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (3)");
  reader = yc_connection_open (path, YC_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask_int (reader, "SELECT a FROM t"), ==, 3);
  g_assert_false (yc_connection_exec (reader, "DELETE FROM t", &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_READ_ONLY);
}

static void
test_no_database (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autofree char *noise = g_strnfill (8192, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, noise, -1, NULL));
  g_assert_null (yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_CORRUPT);
}

static void
test_migrations (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autoptr (GError) error = NULL;
  guint version = 99;

  g_assert_true (yc_migrations_get_version (connection, &version, &error));
  g_assert_cmpuint (version, ==, 0);
  g_assert_true (yc_migrations_run (connection, "/test/sql/good", &error));
  g_assert_no_error (error);
  g_assert_true (yc_migrations_run (connection, "/test/sql/good", &error));
  g_assert_cmpint (ask_int (connection, "SELECT count(*) FROM words"), ==, 1);
  g_assert_cmpuint (yc_migrations_get_latest ("/test/sql/newer", &error), ==, 3);

  g_assert_true (yc_migrations_run (connection, "/test/sql/newer", &error));
  g_assert_true (yc_migrations_get_version (connection, &version, &error));
  g_assert_cmpuint (version, ==, 3);

  /* An older program meets the newer database. */
  g_assert_false (yc_migrations_run (connection, "/test/sql/good", &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_NEWER);
  g_assert_cmpint (ask_int (connection, "SELECT count(*) FROM schema_version"), ==, 3);
}

static void
test_broken_migration (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autoptr (GError) error = NULL;
  guint version = 0;

  g_assert_false (yc_migrations_run (connection, "/test/sql/broken", &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_MIGRATION);
  g_assert_nonnull (strstr (error->message, "0003-half.sql"));
  g_assert_true (yc_migrations_get_version (connection, &version, NULL));
  g_assert_cmpuint (version, ==, 2);
  g_assert_cmpint (ask_int (connection, "SELECT count(*) FROM sqlite_master WHERE name = 'half'"),
                   ==, 0);
}

static void
test_gap (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcConnection) connection = open_at (folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (yc_migrations_run (connection, "/test/sql/gap", &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_MIGRATION);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/connection/settings", test_settings);
  g_test_add_func ("/store/connection/numbered-parameters", test_numbered_parameters);
  g_test_add_func ("/store/connection/types", test_types);
  g_test_add_func ("/store/connection/bad-bind", test_bad_bind);
  g_test_add_func ("/store/connection/bad-sql", test_bad_sql);
  g_test_add_func ("/store/connection/rollback", test_constraint_and_rollback);
  g_test_add_func ("/store/connection/cache", test_statement_cache);
  g_test_add_func ("/store/connection/read-only", test_read_only);
  g_test_add_func ("/store/connection/no-database", test_no_database);
  g_test_add_func ("/store/migrations/steps", test_migrations);
  g_test_add_func ("/store/migrations/broken", test_broken_migration);
  g_test_add_func ("/store/migrations/gap", test_gap);
  return g_test_run ();
}
