/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service is killed at any moment while several desks write: what was acknowledged is there,
 * the database is sound, the audit chain unbroken, and sending again makes nothing twice. */
#include "yc-api-fixture.h"

#include "yc-audit-table.h"
#include "yc-connection.h"
#include "yc-sqlite-database.h"
#include "yc-uuid.h"

#define N_ROUNDS 8
#define N_DESKS 6

typedef struct
{
  YcApiFixture *self;
  GMutex mutex;
  GHashTable *acknowledged;
  GPtrArray *unsure;
} Round;

typedef struct
{
  char *id;
  char *headers;
  char *body;
} Command;

static void
free_command (gpointer data)
{
  Command *command = data;

  g_free (command->id);
  g_free (command->headers);
  g_free (command->body);
  g_free (command);
}

static Command *
create_command (YcApiFixture *self)
{
  Command *command = g_new0 (Command, 1);

  command->id = yc_uuid_v7_new ();
  command->headers = yc_api_fixture_write_headers (0);
  command->body = yc_api_fixture_write_case (self, command->id, "TS-0002", NULL,
                                             "[{\"id\":\"must\",\"status\":\"complete\"}]", "{}");
  return command;
}

static guint
send_command (YcApiFixture *self,
              YcTestHttp   *http,
              Command      *command)
{
  g_autofree char *text =
    yc_test_http_write ("POST", "/api/v1/cases", self->clerk, command->headers, command->body);
  g_autoptr (YcTestAnswer) answer = NULL;

  if (yc_test_http_send (http, text, -1, NULL))
    answer = yc_test_http_receive (http, NULL);
  return answer != NULL ? answer->status : 0;
}

/* Writes until the service is gone. */
static gpointer
desk_thread (gpointer data)
{
  Round *round = data;
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (round->self->service), NULL);
  guint status = 201;

  while (http != NULL && status == 201)
    {
      Command *command = create_command (round->self);

      status = send_command (round->self, http, command);
      g_mutex_lock (&round->mutex);
      if (status == 201)
        g_hash_table_add (round->acknowledged, g_strdup (command->id));
      if (status == 201)
        free_command (command);
      else
        g_ptr_array_add (round->unsure, command);
      g_mutex_unlock (&round->mutex);
      /* Anything but an acknowledgement is the connection breaking. */
      g_assert_true (status == 201 || status == 0);
    }
  return NULL;
}

static void
write_until_killed (Round *round,
                    guint  milliseconds)
{
  GThread *desks[N_DESKS];

  for (guint i = 0; i < N_DESKS; i++)
    desks[i] = g_thread_new ("desk", desk_thread, round);
  g_usleep (milliseconds * 1000);
  yc_test_service_kill (round->self->service);
  for (guint i = 0; i < N_DESKS; i++)
    g_thread_join (desks[i]);
}

static char *
get_database (YcApiFixture *self)
{
  return g_build_filename (yc_test_service_get_folder (self->service), "service.db", NULL);
}

static void
assert_sound (YcApiFixture *self)
{
  g_autofree char *path = get_database (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);
  g_autoptr (YcStatement) statement = NULL;

  g_assert_no_error (error);
  statement = yc_connection_prepare (connection, "PRAGMA integrity_check", &error);
  g_assert_no_error (error);
  g_assert_true (yc_statement_step (statement, &error));
  g_assert_cmpstr (yc_statement_get_text (statement, 0), ==, "ok");
}

static gint64
count (YcTransaction *transaction,
       const char    *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query_one (transaction, &error, sql, "");

  g_assert_no_error (error);
  return yc_rows_get_int (rows, 0);
}

static void
assert_complete (Round *round)
{
  g_autofree char *path = get_database (round->self);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDatabase) database = yc_sqlite_database_open (path, &error);
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (database, &error);
  GHashTableIter iter;
  gpointer id;
  gint64 n = 0;

  g_assert_no_error (error);
  g_assert_true (yc_audit_verify (transaction, &n, &error));
  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, round->acknowledged);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (YcRows) rows = yc_transaction_query_one (
        transaction, &error, "SELECT 1 FROM cases WHERE id = $1", "s", id);
      g_assert_no_error (error);
    }
  /* Nothing half done: numbers without gaps, one try, one audit record and one event for each. */
  n = count (transaction, "SELECT count(*) FROM cases");
  g_assert_cmpint (n, ==,
                   count (transaction,
                          "SELECT coalesce(sum(value), 0) FROM counters WHERE name LIKE 'case-%'"));
  g_assert_cmpint (n, ==, count (transaction, "SELECT count(*) FROM tries"));
  g_assert_cmpint (n, ==, count (transaction, "SELECT count(*) FROM events WHERE kind = 'case'"));
  g_assert_cmpint (n, ==, count (transaction, "SELECT count(*) FROM answers"));
  g_assert_cmpint (n, ==,
                   count (transaction, "SELECT count(*) FROM audit WHERE action = 'case.submit'"));
}

/* What a desk does after the line came back: it sends again, with the same keys. */
static void
send_again (Round *round)
{
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (round->self->service), NULL);

  for (guint i = 0; i < round->unsure->len; i++)
    {
      Command *command = g_ptr_array_index (round->unsure, i);

      g_assert_cmpuint (send_command (round->self, http, command), ==, 201);
      g_hash_table_add (round->acknowledged, g_strdup (command->id));
    }
  g_ptr_array_set_size (round->unsure, 0);
}

static void
test_kill (void)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  Round round = { .self = self };
  g_autoptr (GRand) random = g_rand_new ();
  g_autofree char *token = NULL;

  g_mutex_init (&round.mutex);
  round.acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  round.unsure = g_ptr_array_new_with_free_func (free_command);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      write_until_killed (&round, g_rand_int_range (random, 5, 250));
      assert_sound (self);
      assert_complete (&round);
      yc_test_service_start (self->service);
      send_again (&round);
    }
  yc_test_service_kill (self->service);
  assert_complete (&round);
  g_test_message ("%u writes acknowledged", g_hash_table_size (round.acknowledged));
  g_assert_cmpuint (g_hash_table_size (round.acknowledged), >, N_ROUNDS);
  g_hash_table_unref (round.acknowledged);
  g_ptr_array_unref (round.unsure);
  g_mutex_clear (&round.mutex);
}

/* SIGTERM while desks write: every request that was taken is answered. */
static void
test_graceful (void)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  Round round = { .self = self };
  GThread *desks[N_DESKS];

  g_mutex_init (&round.mutex);
  round.acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  round.unsure = g_ptr_array_new_with_free_func (free_command);
  for (guint i = 0; i < N_DESKS; i++)
    desks[i] = g_thread_new ("desk", desk_thread, &round);
  g_usleep (100 * 1000);
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  for (guint i = 0; i < N_DESKS; i++)
    g_thread_join (desks[i]);
  assert_sound (self);
  assert_complete (&round);
  g_hash_table_unref (round.acknowledged);
  g_ptr_array_unref (round.unsure);
  g_mutex_clear (&round.mutex);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crash/kill", test_kill);
  g_test_add_func ("/crash/graceful", test_graceful);
  return g_test_run ();
}
