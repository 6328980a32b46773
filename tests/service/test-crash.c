/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service is killed at any moment while several desks take cases in, reviewers approve them, and
 * certificates are issued again and made void: what was acknowledged is there, the database is
 * sound, no certificate's number is missing or given twice, and sending again makes nothing twice. */
#include "yc-api-ledger.h"

#include "yc-json.h"
#include "yc-uuid.h"

#define N_ROUNDS 8
#define N_DESKS 6
/* The service is killed after at most so many answers. */
#define MAX_ANSWERS 60
#define SECONDS 120
#define APPROVE "{\"decision\":\"approve\"}"
#define LOST "{\"reason\":\"lost\"}"
#define MISTAKE "{\"reason\":\"mistake\"}"

typedef struct
{
  YcApiFixture *self;
  GMutex mutex;
  GCond cond;
  guint n_answers;
  /* Ids of cases; what was told to be done. */
  GHashTable *taken_in;
  GHashTable *approved;
  /* Serial numbers of what was told to have been issued again, and made void. */
  GHashTable *reissued;
  GHashTable *voided;
  /* What was sent and not answered. */
  GPtrArray *unsure;
} Round;

typedef struct
{
  char *id;
  char *path;
  const char *token;
  char *headers;
  char *body;
  guint status;
  /* Where the id is noted when it was answered. */
  GHashTable *done;
  /* What the answer said. */
  char *serial;
} Command;

typedef struct
{
  Round *round;
  YcTestHttp *http;
  gboolean approves;
} Desk;

static void
free_command (gpointer data)
{
  Command *command = data;

  g_free (command->id);
  g_free (command->path);
  g_free (command->headers);
  g_free (command->body);
  g_free (command->serial);
  g_free (command);
}

static Command *
create_intake (Round    *round,
               gboolean  with_certificate)
{
  YcApiFixture *self = round->self;
  Command *command = g_new0 (Command, 1);

  command->id = yc_uuid_v7_new ();
  command->path = g_strdup ("/api/v1/cases");
  command->token = self->clerk;
  command->headers = yc_api_fixture_write_headers (0);
  command->status = 201;
  command->done = round->taken_in;
  if (with_certificate)
    command->body =
      yc_api_fixture_write_case (self, command->id, "TS-0001", NULL, NULL, NULL);
  else
    command->body = yc_api_fixture_write_case (
      self, command->id, "TS-0002", NULL, "[{\"id\":\"must\",\"status\":\"complete\"}]", "{}");
  return command;
}

static Command *
create_approval (Round      *round,
                 const char *id)
{
  Command *command = g_new0 (Command, 1);

  command->id = g_strdup (id);
  command->path = yc_api_fixture_get_path (id, "/decisions");
  command->token = round->self->reviewer;
  command->headers = yc_api_fixture_write_headers (1);
  command->status = 200;
  command->done = round->approved;
  command->body = g_strdup (APPROVE);
  return command;
}

static Command *
create_change (Round      *round,
               const char *serial,
               gboolean    voids)
{
  Command *command = g_new0 (Command, 1);

  command->id = g_strdup (serial);
  command->path =
    g_strconcat ("/api/v1/certificates/", serial, voids ? "/void" : "/reissue", NULL);
  command->token = round->self->second;
  command->headers = yc_api_fixture_write_headers (0);
  command->status = voids ? 200 : 201;
  command->done = voids ? round->voided : round->reissued;
  command->body = g_strdup (voids ? MISTAKE : LOST);
  return command;
}

/* (transfer full) (nullable): of the certificate that stands after it */
static char *
read_serial (YcTestAnswer *answer)
{
  g_autoptr (JsonNode) node = yc_json_parse (yc_test_answer_get_text (answer), -1, NULL, NULL);
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
  JsonObject *certificate = yc_json_get_object (object, "certificate");

  return g_strdup (yc_json_get_string (certificate != NULL ? certificate : object, "serial", NULL));
}

/* Returns 0 when the connection breaks. */
static guint
send_command (YcTestHttp *http,
              Command    *command)
{
  g_autofree char *text =
    yc_test_http_write ("POST", command->path, command->token, command->headers, command->body);
  g_autoptr (YcTestAnswer) answer = NULL;

  if (yc_test_http_send (http, text, -1, NULL))
    answer = yc_test_http_receive (http, NULL);
  if (answer == NULL)
    return 0;
  g_free (command->serial);
  command->serial = read_serial (answer);
  return answer->status;
}

static void
note_answer (Round   *round,
             Command *command)
{
  g_hash_table_add (command->done, g_strdup (command->id));
  round->n_answers++;
  g_cond_signal (&round->cond);
}

/* Takes the command. Returns FALSE when the service is gone. */
static gboolean
carry_out (Desk     *desk,
           Command  *command,
           char    **serial)
{
  Round *round = desk->round;
  guint status = send_command (desk->http, command);

  g_assert_true (status == command->status || status == 0);
  g_mutex_lock (&round->mutex);
  if (status != 0)
    note_answer (round, command);
  else
    g_ptr_array_add (round->unsure, command);
  g_mutex_unlock (&round->mutex);
  if (status == 0)
    return FALSE;
  if (serial != NULL)
    *serial = g_steal_pointer (&command->serial);
  free_command (command);
  return TRUE;
}

/* Approved, issued again, and what came of that made void. */
static gboolean
issue_and_change (Desk       *desk,
                  const char *id)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  return carry_out (desk, create_approval (desk->round, id), &first) &&
         carry_out (desk, create_change (desk->round, first, FALSE), &second) &&
         carry_out (desk, create_change (desk->round, second, TRUE), NULL);
}

/* Writes until the service is gone. */
static gpointer
desk_thread (gpointer data)
{
  g_autofree Desk *desk = data;
  YcApiFixture *self = desk->round->self;
  gboolean alive = TRUE;

  desk->http = yc_test_http_connect (yc_test_service_get_url (self->service), NULL);
  while (desk->http != NULL && alive)
    {
      Command *intake = create_intake (desk->round, desk->approves);
      g_autofree char *id = g_strdup (intake->id);

      alive = carry_out (desk, intake, NULL) && (!desk->approves || issue_and_change (desk, id));
    }
  g_clear_pointer (&desk->http, yc_test_http_free);
  return NULL;
}

static void
start_desks (Round    *round,
             GThread **desks)
{
  for (guint i = 0; i < N_DESKS; i++)
    {
      Desk *desk = g_new0 (Desk, 1);

      desk->round = round;
      desk->approves = i % 2 == 0;
      desks[i] = g_thread_new ("desk", desk_thread, desk);
    }
}

static void
join_desks (GThread **desks)
{
  for (guint i = 0; i < N_DESKS; i++)
    g_thread_join (desks[i]);
}

static void
wait_for_answers (Round *round,
                  guint  n)
{
  gint64 deadline = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;

  g_mutex_lock (&round->mutex);
  while (round->n_answers < n)
    g_assert_true (g_cond_wait_until (&round->cond, &round->mutex, deadline));
  g_mutex_unlock (&round->mutex);
}

static void
write_until_killed (Round *round)
{
  GThread *desks[N_DESKS];

  start_desks (round, desks);
  wait_for_answers (round, round->n_answers + g_test_rand_int_range (0, MAX_ANSWERS));
  yc_test_service_kill (round->self->service);
  join_desks (desks);
}

static void
assert_each (YcApiLedger *ledger,
             GHashTable  *ids,
             const char  *sql)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcRows) rows = yc_transaction_query_one (
        yc_api_ledger_get_transaction (ledger), &error, sql, "s", id);

      g_assert_no_error (error);
    }
}

static void
assert_complete (Round *round)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (round->self);

  yc_api_ledger_assert_sound (ledger);
  yc_api_ledger_assert_certificates (ledger);
  assert_each (ledger, round->taken_in, "SELECT 1 FROM cases WHERE id = $1");
  assert_each (ledger, round->approved,
               "SELECT 1 FROM cases c JOIN certificates t ON t.case_id = c.id "
               "WHERE c.id = $1 AND c.state = 'issued'");
  assert_each (ledger, round->reissued,
               "SELECT 1 FROM certificates t WHERE t.serial = $1 AND t.state = 'replaced'");
  assert_each (ledger, round->voided,
               "SELECT 1 FROM certificates t WHERE t.serial = $1 AND t.state = 'void'");
  /* Each command made one version and one kept answer. */
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT coalesce(sum(version), 0) FROM cases"), ==,
                   yc_api_ledger_count (ledger, "SELECT count(*) FROM answers"));
}

/* What is there is what was told. */
static void
assert_nothing_else (Round *round)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (round->self);

  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM cases"), ==,
                   g_hash_table_size (round->taken_in));
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM certificates"), ==,
                   g_hash_table_size (round->approved) + g_hash_table_size (round->reissued));
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM ledger"), ==,
                   g_hash_table_size (round->approved) + g_hash_table_size (round->reissued) +
                   g_hash_table_size (round->voided));
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

      g_assert_cmpuint (send_command (http, command), ==, command->status);
      note_answer (round, command);
    }
  g_ptr_array_set_size (round->unsure, 0);
}

static void
init_round (Round        *round,
            YcApiFixture *self)
{
  *round = (Round) { .self = self };
  g_mutex_init (&round->mutex);
  g_cond_init (&round->cond);
  round->taken_in = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  round->approved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  round->reissued = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  round->voided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  round->unsure = g_ptr_array_new_with_free_func (free_command);
}

static void
clear_round (Round *round)
{
  g_hash_table_unref (round->taken_in);
  g_hash_table_unref (round->approved);
  g_hash_table_unref (round->reissued);
  g_hash_table_unref (round->voided);
  g_ptr_array_unref (round->unsure);
  g_mutex_clear (&round->mutex);
  g_cond_clear (&round->cond);
}

static void
test_kill (void)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  Round round;

  init_round (&round, self);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      write_until_killed (&round);
      assert_complete (&round);
      yc_test_service_start (self->service);
      send_again (&round);
      assert_nothing_else (&round);
    }
  yc_test_service_kill (self->service);
  assert_complete (&round);
  g_test_message ("%u cases and %u certificates acknowledged", g_hash_table_size (round.taken_in),
                  g_hash_table_size (round.approved));
  clear_round (&round);
}

/* SIGTERM while desks write: every request that was taken is answered, also those whose certificate
 * is being composed. */
static void
test_graceful (void)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  Round round;
  GThread *desks[N_DESKS];

  init_round (&round, self);
  start_desks (&round, desks);
  wait_for_answers (&round, MAX_ANSWERS);
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  join_desks (desks);
  assert_complete (&round);
  /* Nothing was done without telling. */
  assert_nothing_else (&round);
  clear_round (&round);
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
