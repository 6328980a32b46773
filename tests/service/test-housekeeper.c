/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nobody needs any more goes while the service serves; what somebody may need stays. */
#include "yc-housekeeper.h"

#include "yc-clock.h"
#include "yc-old-rows.h"
#include "yc-sqlite-database.h"
#include "yc-test-folder.h"

/* More than two portions. */
#define N_OLD 1203
#define N_NEW 7
#define PATIENCE (60 * G_TIME_SPAN_SECOND)

typedef struct
{
  char *folder;
  YcDatabase *database;
  YcWriter *writer;
} Fixture;

static char *
days_from_now (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return yc_clock_format (then);
}

static void
put_rows (YcTransaction *transaction,
          int            first,
          int            n,
          int            session_days,
          int            other_days)
{
  g_autofree char *ended = days_from_now (session_days);
  g_autofree char *at = days_from_now (other_days);

  for (int i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      g_assert_true (yc_transaction_run (
        transaction, NULL, "INSERT INTO sessions VALUES ($1, 'u', '', $2, $2)", "ss", name, ended));
      g_assert_true (yc_transaction_run (
        transaction, NULL, "INSERT INTO answers (user_id, command, fingerprint, status, body, at) "
        "VALUES ('u', $1, '', 200, $2, $2)", "ss", name, at));
      g_assert_true (yc_transaction_run (
        transaction, NULL, "INSERT INTO events VALUES ($1, 'case', NULL, '', '', '{}', $2)", "is",
        (gint64) i, at));
    }
}

static gboolean
fill_func (YcTransaction  *transaction,
           gpointer        user_data,
           GError        **error)
{
  g_assert_true (yc_transaction_run (transaction, NULL,
                                     "INSERT INTO users (id, name, role, place, counter, password, "
                                     "created_at) VALUES ('u', 'u', 'clerk', '', '', '', '')", ""));
  put_rows (transaction, 1, N_OLD, -2, -YC_OLD_ROWS_DAYS_KEPT - 1);
  put_rows (transaction, N_OLD + 1, N_NEW, 0, -YC_OLD_ROWS_DAYS_KEPT + 1);
  return TRUE;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = yc_test_folder_new ();
  path = g_build_filename (self->folder, "service.db", NULL);
  self->database = yc_sqlite_database_open (path, &error);
  g_assert_no_error (error);
  self->writer = yc_writer_new (self->database);
  yc_writer_run (self->writer, fill_func, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  yc_writer_stop (self->writer);
  g_clear_object (&self->writer);
  g_clear_object (&self->database);
  yc_test_folder_free (self->folder);
}

static gint64
count (Fixture    *self,
       const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (self->database, NULL);
  g_autoptr (YcRows) rows = yc_transaction_query_one (transaction, NULL, sql, "");

  return yc_rows_get_int (rows, 0);
}

static void
assert_counts (Fixture *self,
               gint64   expected)
{
  g_assert_cmpint (count (self, "sessions"), ==, expected);
  g_assert_cmpint (count (self, "answers"), ==, expected);
  g_assert_cmpint (count (self, "events"), ==, expected);
}

static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  assert_counts (self, N_OLD + N_NEW);
  g_assert_true (yc_old_rows_remove (self->writer, now, NULL, &error));
  g_assert_no_error (error);
  assert_counts (self, N_NEW);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (yc_old_rows_remove (self->writer, now, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_counts (self, N_OLD + N_NEW);
}

/* On its own thread, and it stops at once although its next turn is hours away. */
static void
test_thread (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *key = g_build_filename (self->folder, "service.key", NULL);
  g_autoptr (YcVault) vault = yc_vault_new_from_file (key, NULL);
  g_autoptr (YcFileStore) store = yc_file_store_new (self->folder, vault);
  YcHousekeeper *housekeeper = yc_housekeeper_new (self->database, self->writer, store);
  gint64 until = g_get_monotonic_time () + PATIENCE;

  yc_housekeeper_start (housekeeper);
  while (count (self, "events") > N_NEW && g_get_monotonic_time () < until)
    g_usleep (G_USEC_PER_SEC / 200);
  yc_housekeeper_free (housekeeper);
  assert_counts (self, N_NEW);
}

static void
add (const char *name,
     void      (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/housekeeper/rows", test_rows);
  add ("/housekeeper/cancelled", test_cancelled);
  add ("/housekeeper/thread", test_thread);
  return g_test_run ();
}
