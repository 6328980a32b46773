/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may become of an issued certificate: void, replaced, issued again; that the ledger tells all
 * of it, and that nobody takes a number away unseen. */
#include "yc-api-ledger.h"

#include "yc-certificate-identifier.h"
#include "yc-certificate-number.h"
#include "yc-connection.h"
#include "yc-counters-table.h"
#include "yc-json.h"
#include "yc-serial-audit.h"
#include "yc-service-error.h"
#include "yc-service.h"
#include "yc-sqlite-database.h"
#include "yc-test-folder.h"
#include "yc-uuid.h"

#include <string.h>

#define APPROVE "{\"decision\":\"approve\"}"
#define LOST "{\"reason\":\"lost\",\"note\":\"持证人称遗失\"}"
#define MISTAKE "{\"reason\":\"mistake\"}"
#define SIX "{\"account\":\"20260718\",\"people\":6,\"double\":12}"
#define WRONG "{\"account\":\"20260718\",\"people\":6,\"double\":13}"
#define N_RACES 6
#define N_THREADS 8

static char *
write_replacement (const char *form)
{
  return g_strdup_printf ("{\"reason\":\"mistake\",\"note\":\"人数有误\",\"applicant\":%s,"
                          "\"materials\":%s,\"form\":%s}", YC_API_APPLICANT, YC_API_MATERIALS, form);
}

/* (transfer full): the serial number */
static char *
issue (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);

  return g_strdup (json_object_get_string_member (
    json_object_get_object_member (issued, "certificate"), "serial"));
}

static char *
get_path (const char *serial,
          const char *more)
{
  return g_strconcat ("/api/v1/certificates/", serial, more, NULL);
}

static JsonObject *
change (YcApiFixture *self,
        const char   *token,
        const char   *serial,
        const char   *what,
        const char   *body,
        guint         status)
{
  g_autofree char *path = get_path (serial, what);
  g_autofree char *headers = yc_api_fixture_write_headers (0);

  return yc_test_service_post (self->service, path, token, headers, body, status);
}

static void
refuse (YcApiFixture *self,
        const char   *token,
        const char   *serial,
        const char   *what,
        const char   *body,
        guint         status)
{
  json_object_unref (change (self, token, serial, what, body, status));
}

static void
print_sheet (YcApiFixture *self,
             const char   *serial,
             guint         status)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *body =
    g_strdup_printf ("{\"id\":\"%s\",\"printer\":\"一号窗口\",\"copies\":1}", id);

  refuse (self, self->clerk, serial, "/prints", body, status);
}

static JsonObject *
get (YcApiFixture *self,
     const char   *serial)
{
  g_autofree char *path = get_path (serial, "");

  return yc_test_service_get (self->service, path, self->clerk, 200);
}

static void
assert_member (JsonObject *object,
               const char *name,
               const char *value)
{
  g_assert_cmpstr (yc_json_get_string (object, name, NULL), ==, value);
}

static void
assert_sound (YcApiFixture *self)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);

  yc_api_ledger_assert_sound (ledger);
  yc_api_ledger_assert_certificates (ledger);
}

/* What anyone is told who asks the public page. */
static void
assert_verified (YcApiFixture *self,
                 const char   *serial,
                 const char   *words)
{
  g_autofree char *path = g_strconcat ("/verify/", serial, NULL);
  g_autoptr (YcTestAnswer) page =
    yc_test_service_request (self->service, "GET", path, NULL, "Accept-Language: zh\r\n", NULL);

  g_assert_nonnull (strstr (yc_test_answer_get_text (page), words));
}

/* The certificate's identifier says what its short number says. */
static void
assert_same_number (JsonObject *certificate)
{
  g_autoptr (YcCertificateIdentifier) identifier =
    yc_certificate_identifier_parse (yc_json_get_string (certificate, "identifier", NULL));
  g_autofree char *running = NULL;
  YcCertificateNumber number;

  g_assert_nonnull (identifier);
  g_assert_true (yc_certificate_number_parse (yc_json_get_string (certificate, "serial", NULL),
                                              &number));
  running = g_strdup_printf ("%u%06" G_GUINT64_FORMAT, number.year, number.running);
  g_assert_cmpstr (identifier->root, ==, "2.16.156.990");
  g_assert_cmpstr (identifier->running, ==, running);
  g_assert_cmpuint (identifier->version, ==, number.version);
  g_assert_cmpint (json_object_get_int_member (certificate, "version"), ==, number.version);
}

static void
test_reissue (YcApiFixture *self)
{
  g_autofree char *serial = issue (self);
  g_autoptr (JsonObject) after = NULL, before = NULL;
  JsonArray *changes;
  const char *next;

  print_sheet (self, serial, 201);
  refuse (self, self->clerk, serial, "/reissue", LOST, 403);
  refuse (self, self->reviewer, serial, "/reissue", "{\"reason\":\"revoked\"}", 422);
  refuse (self, self->reviewer, serial, "/reissue", "{\"reason\":\"other\",\"note\":\" \"}", 422);
  after = change (self, self->second, serial, "/reissue", LOST, 201);
  next = json_object_get_string_member (after, "serial");
  g_assert_nonnull (strstr (next, "-V2-"));
  assert_member (after, "state", "valid");
  assert_member (after, "replaces", serial);
  assert_same_number (after);
  changes = json_object_get_array_member (after, "changes");
  g_assert_cmpuint (json_array_get_length (changes), ==, 2);
  assert_member (json_array_get_object_element (changes, 1), "kind", "reissue");
  assert_member (json_array_get_object_element (changes, 1), "reason", "lost");
  assert_member (json_array_get_object_element (changes, 1), "note", "持证人称遗失");
  assert_member (json_array_get_object_element (changes, 1), "by", "second");
  before = get (self, serial);
  assert_member (before, "state", "replaced");
  assert_member (before, "replaced_by", next);
  assert_verified (self, serial, "已经换发");
  print_sheet (self, serial, 409);
  print_sheet (self, next, 201);
  assert_sound (self);
}

/* As if it had been issued long ago. */
static void
set_last_day (YcApiFixture *self,
              const char   *serial,
              const char   *day)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "service.db", NULL);
  g_autofree char *sql = g_strdup_printf (
    "UPDATE certificates SET valid_until = '%s' WHERE serial = '%s'", day, serial);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  yc_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

static char *
read_text (YcApiFixture *self,
           const char   *serial)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);
  g_autoptr (GBytes) pdf = yc_api_ledger_load_pdf (ledger, serial);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                      "pdftotext", "-", "-", NULL);
  g_autoptr (GBytes) text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

/* Whoever loses a certificate gets no longer one; the mended one runs from its own day. */
static void
test_term (YcApiFixture *self)
{
  g_autofree char *serial = issue (self);
  g_autofree char *good = write_replacement (SIX);
  g_autofree char *text = NULL, *own = NULL, *again = NULL;
  g_autoptr (JsonObject) first = get (self, serial);
  g_autoptr (JsonObject) after = NULL, mended = NULL, late = NULL;

  own = g_strdup (json_object_get_string_member (first, "valid_until"));
  set_last_day (self, serial, "2999-01-31");
  after = change (self, self->reviewer, serial, "/reissue", LOST, 201);
  assert_member (after, "valid_until", "2999-01-31");
  again = g_strdup (json_object_get_string_member (after, "serial"));
  text = read_text (self, again);
  g_assert_nonnull (strstr (text, "2999年1月31日"));
  mended = change (self, self->reviewer, again, "/replacement", good, 201);
  assert_member (mended, "valid_until", own);
  set_last_day (self, json_object_get_string_member (mended, "serial"), "2020-01-31");
  late = change (self, self->reviewer, json_object_get_string_member (mended, "serial"), "/reissue",
                 LOST, 409);
  g_assert_nonnull (strstr (json_object_get_string_member (late, "detail"), "2020-01-31"));
  assert_sound (self);
}

static void
test_replacement (YcApiFixture *self)
{
  g_autofree char *serial = issue (self);
  g_autofree char *good = write_replacement (SIX);
  g_autofree char *bad = write_replacement (WRONG);
  g_autoptr (JsonObject) after = NULL, a_case = NULL;
  g_autofree char *path = NULL;

  refuse (self, self->reviewer, serial, "/replacement", bad, 422);
  refuse (self, self->reviewer, serial, "/replacement", MISTAKE, 422);
  after = change (self, self->town, serial, "/replacement", good, 201);
  assert_member (after, "replaces", serial);
  path = yc_api_fixture_get_path (json_object_get_string_member (after, "case_id"), "");
  a_case = yc_test_service_get (self->service, path, self->clerk, 200);
  assert_member (a_case, "state", "issued");
  assert_member (json_object_get_object_member (a_case, "certificate"), "serial",
                 json_object_get_string_member (after, "serial"));
  g_assert_cmpint (json_object_get_int_member (a_case, "n_tries"), ==, 2);
  g_assert_cmpint (yc_json_get_int (json_object_get_object_member (a_case, "form"), "people", 0), ==,
                   6);
  refuse (self, self->reviewer, serial, "/replacement", good, 409);
  assert_sound (self);
}

static void
test_void (YcApiFixture *self)
{
  g_autofree char *serial = issue (self);
  g_autoptr (JsonObject) after = NULL, void_now = NULL;
  const char *next;

  refuse (self, self->supervisor, serial, "/void", LOST, 422);
  after = change (self, self->reviewer, serial, "/reissue", LOST, 201);
  next = json_object_get_string_member (after, "serial");
  refuse (self, self->supervisor, serial, "/void", MISTAKE, 409);
  json_object_unref (change (self, self->supervisor, next, "/void", MISTAKE, 200));
  void_now = get (self, next);
  assert_member (void_now, "state", "void");
  assert_verified (self, next, "已经作废");
  refuse (self, self->supervisor, next, "/void", MISTAKE, 409);
  refuse (self, self->supervisor, next, "/reissue", LOST, 409);
  print_sheet (self, next, 409);
  assert_sound (self);
}

/* Sent again with its key, a change is answered the same and made once. */
static void
test_again (YcApiFixture *self)
{
  g_autofree char *serial = issue (self);
  g_autofree char *path = get_path (serial, "/replacement");
  g_autofree char *body = write_replacement (SIX);
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autoptr (JsonObject) first =
    yc_test_service_post (self->service, path, self->reviewer, headers, body, 201);
  g_autoptr (JsonObject) second =
    yc_test_service_post (self->service, path, self->reviewer, headers, body, 201);

  g_assert_true (json_object_equal (first, second));
  assert_sound (self);
}

typedef struct
{
  YcApiFixture *self;
  char *serials[N_RACES];
  int n_changed[N_RACES];
  /* Next thing to do, taken by whichever thread comes. */
  int next;
} Race;

static guint
post (YcApiFixture *self,
      const char   *path,
      const char   *body)
{
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *text = yc_test_http_write ("POST", path, self->reviewer, headers, body);
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (self->service), NULL);
  g_autoptr (YcTestAnswer) answer = NULL;

  yc_test_http_send (http, text, -1, NULL);
  answer = yc_test_http_receive (http, NULL);
  g_assert_nonnull (answer);
  return answer->status;
}

static gpointer
race_thread (gpointer data)
{
  static const char *const ways[] = { "/void", "/reissue", "/reissue", "/void" };
  static const char *const bodies[] = { MISTAKE, LOST, LOST, MISTAKE };
  Race *race = data;
  guint part;

  while ((part = g_atomic_int_add (&race->next, 1)) < N_RACES * G_N_ELEMENTS (ways))
    {
      guint i = part / G_N_ELEMENTS (ways), way = part % G_N_ELEMENTS (ways);
      g_autofree char *path = get_path (race->serials[i], ways[way]);
      guint status = post (race->self, path, bodies[way]);

      g_assert_true (status == 200 || status == 201 || status == 409);
      if (status != 409)
        g_atomic_int_inc (&race->n_changed[i]);
    }
  return NULL;
}

/* Of several who change the same certificate at once, one does. */
static void
test_race (YcApiFixture *self)
{
  Race race = { .self = self };
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_RACES; i++)
    race.serials[i] = issue (self);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("race", race_thread, &race);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < N_RACES; i++)
    {
      g_assert_cmpint (race.n_changed[i], ==, 1);
      g_free (race.serials[i]);
    }
  assert_sound (self);
}

/* (transfer full): what the command prints */
static char *
run_serials (const char *folder,
             const char *head,
             int         status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
    YC_TEST_YICHUANGCTL, "audit", "serials", "--json", folder, head, NULL);
  char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  return said;
}

typedef struct
{
  const char *sql;
  const char *words;
} Trick;

/* Each is done by one who may write in the database and knows what he does, but for the chain. */
static const Trick tricks[] = {
  { "UPDATE ledger SET reason = 'mistake' WHERE kind = 'reissue'", "is broken at entry" },
  { "UPDATE ledger SET note = NULL WHERE note IS NOT NULL", "is broken at entry" },
  { "DELETE FROM ledger WHERE number = 2", "is broken at entry 2" },
  { "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)", "at the end" },
  { "UPDATE ledger SET number = number + 1 WHERE number = (SELECT max(number) FROM ledger)",
    "is broken at entry" },
  { "DELETE FROM prints; DELETE FROM certificates WHERE state = 'valid'", "is not what the ledger" },
  { "UPDATE certificates SET sha256 = 'x' WHERE state = 'void'", "is not what the ledger" },
  { "UPDATE certificates SET running = running + 1000 WHERE state = 'valid'",
    "is not what the ledger" },
  { "UPDATE certificates SET identifier = '' WHERE state = 'valid'", "is not what the ledger" },
  { "INSERT INTO certificates SELECT 'ZT01-990901001001-2026-000777-X', case_id, title, place_name, "
    "issued_at, sample, sha256, clerk, place_path, '', series, 777, 1, 'valid', '', pdf "
    "FROM certificates LIMIT 1", "does not know" },
  { "UPDATE certificates SET state = 'valid' WHERE state = 'void'", "is not in the state" },
  { "UPDATE certificates SET state = 'valid' WHERE state = 'replaced'", "is not in the state" },
  { "UPDATE certificates SET state = 'void' WHERE state = 'valid'", "is not in the state" },
  { "UPDATE certificates SET pdf = (SELECT pdf FROM certificates WHERE state = 'void') "
    "WHERE state = 'valid'", "is not the one that was signed" },
  { "UPDATE counters SET value = value + 1 WHERE name LIKE 'certificate-%'", "do not agree" },
  { "UPDATE counters SET value = value - 1 WHERE name LIKE 'certificate-%'", "do not agree" },
  { "DELETE FROM counters WHERE name LIKE 'certificate-%'", "has lost its counter" },
};

static void
try_trick (YcDatabase  *database,
           YcVault     *vault,
           const Trick *trick)
{
  g_autoptr (YcTransaction) transaction = yc_database_begin_write (database, NULL);
  g_auto (GStrv) statements = g_strsplit (trick->sql, ";", -1);
  g_auto (YcSerialAudit) found = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; statements[i] != NULL; i++)
    {
      yc_transaction_run (transaction, &error, statements[i], "");
      g_assert_no_error (error);
    }
  g_assert_false (yc_serial_audit_run (transaction, vault, NULL, &found, &error));
  g_assert_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED);
  if (strstr (error->message, trick->words) == NULL)
    g_error ("%s: %s", trick->sql, error->message);
}

/* Every way to take a number away, or to give one twice, is found out. */
static void
test_tricks (YcApiFixture *self)
{
  const char *folder = yc_test_service_get_folder (self->service);
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autofree char *key = g_build_filename (folder, "service.key", NULL);
  g_autofree char *valid = issue (self), *lost = issue (self), *wrong = issue (self);
  g_autoptr (YcDatabase) database = NULL;
  g_autoptr (YcVault) vault = NULL;

  refuse (self, self->reviewer, lost, "/reissue", LOST, 201);
  refuse (self, self->reviewer, wrong, "/void", MISTAKE, 200);
  yc_test_service_stop (self->service);
  database = yc_sqlite_database_open (path, NULL);
  vault = yc_vault_new_from_file (key, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    try_trick (database, vault, &tricks[i]);
  g_clear_object (&database);
  yc_test_service_start (self->service);
  assert_sound (self);
}

/* The head that was noted down shows that the ledger was not written anew. */
static void
test_command (YcApiFixture *self)
{
  const char *folder = yc_test_service_get_folder (self->service);
  g_autofree char *said = run_serials (folder, NULL, 0);
  g_autoptr (JsonNode) node = yc_json_parse (said, -1, NULL, NULL);
  JsonObject *found = json_node_get_object (node);
  g_autofree char *option =
    g_strconcat ("--head=", json_object_get_string_member (found, "head"), NULL);
  g_autofree char *serial = issue (self);
  g_autofree char *later = run_serials (folder, option, 0);
  g_autofree char *other = run_serials (folder, "--head=00", 1);
  g_autofree char *none = run_serials ("/nonexistent", NULL, 2);

  g_assert_true (json_object_get_boolean_member (found, "good"));
  g_assert_cmpint (json_object_get_int_member (found, "files"), ==,
                   json_object_get_int_member (found, "certificates"));
  g_assert_nonnull (strstr (other, "was written anew"));
}

static void
write_old_database (const char *folder)
{
  static const struct
  {
    const char *type;
    guint running;
  } olds[] = { { "ZT01", 1 }, { "ZT01", 2 }, { "ZT02", 1 } };
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);

  g_file_get_contents (YC_TEST_DATA "/schema-1.sql", &sql, NULL, &error);
  yc_connection_exec (connection, "PRAGMA foreign_keys = OFF", &error);
  yc_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (olds); i++)
    {
      g_autofree char *serial = yc_certificate_number_compose (olds[i].type, "990901001001", 2026,
                                                               olds[i].running, 1, NULL);
      g_autofree char *insert = g_strdup_printf (
        "INSERT INTO certificates SELECT '%s', id, 't', 'p', '2026-11-2%uT00:00:00.000Z', 1, 'x', "
        "x'00' FROM cases ORDER BY id LIMIT 1 OFFSET %u;"
        "INSERT INTO prints VALUES ('p%u', '%s', 1, 'done', '', 'q', 1, '', 'c', 'c', 'a', 'a');",
        serial, i, i, i, serial);

      yc_connection_exec (connection, insert, &error);
      g_assert_no_error (error);
    }
  yc_connection_exec (connection, "INSERT INTO counters VALUES "
                      "('certificate-ZT01-990901001001-2026', 2), "
                      "('certificate-ZT02-990901001001-2026', 1)", &error);
  g_assert_no_error (error);
}

/* A database from before the ledger: what was issued is entered, once, and the new series begins
 * above the old ones, so that no number comes twice. */
static void
test_old (YcApiFixture *self)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();

  write_old_database (folder);
  for (guint i = 0; i < 2; i++)
    {
      YcServiceOptions options;
      g_autoptr (GError) error = NULL;
      g_autoptr (YcService) service = NULL;
      g_autoptr (YcTransaction) transaction = NULL;
      g_autoptr (YcRows) rows = NULL;
      g_auto (YcSerialAudit) found = { 0 };

      yc_service_options_init (&options);
      options.data_dir = folder;
      service = yc_service_new (&options, &error);
      g_assert_no_error (error);
      transaction = yc_database_begin_read (yc_service_get_database (service), &error);
      yc_serial_audit_run (transaction, NULL, NULL, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpint (found.n_entries, ==, 3);
      g_assert_cmpint (found.n_series, ==, 3);
      g_assert_cmpint (yc_counters_table_get (transaction, "certificate-990901001001-2026", NULL),
                       ==, 2);
      rows = yc_transaction_query_one (transaction, &error, "SELECT count(*) FROM prints p JOIN "
                                       "certificates t ON t.serial = p.serial", "");
      g_assert_cmpint (yc_rows_get_int (rows, 0), ==, 3);
    }
}

static const YcApiTest tests[] = {
  { "/ledger/reissue", test_reissue },
  { "/ledger/term", test_term },
  { "/ledger/replacement", test_replacement },
  { "/ledger/void", test_void },
  { "/ledger/again", test_again },
  { "/ledger/race", test_race },
  { "/ledger/command", test_command },
  { "/ledger/tricks", test_tricks },
  { "/ledger/old", test_old },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
