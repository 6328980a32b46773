/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many certificates at the same time, with approvals that fail between them: whatever the order,
 * the numbers have no gap and every sheet bears its own. */
#include "yc-api-ledger.h"

#include "yc-certificates-table.h"
#include "yc-key-file.h"
#include "yc-mark-signer.h"
#include "yc-uuid.h"
#include "yc-verify-mark.h"

#define N_CASES 24
#define N_THREADS 12
#define PATIENCE_US (60 * G_USEC_PER_SEC)
#define POLL_US 20000
#define APPROVE "{\"decision\":\"approve\"}"
#define RETURN                                                                                   \
  "{\"decision\":\"return\",\"reason\":\"R-ONE\",\"cause\":\"clerk\",\"note\":\"x\"}"
/* No font has a private character. */
#define UNPRINTABLE "{\"name\":\"周\\ue000\",\"id_number\":\"990101198103161155\"}"

typedef struct
{
  YcApiFixture *self;
  char *ids[N_CASES];
  /* Next thing to do, taken by whichever thread comes. */
  int next;
  int n_issued;
} Race;

/* On a connection of its own, from any thread. */
static guint
post (YcApiFixture *self,
      const char   *id,
      const char   *more,
      const char   *token,
      const char   *headers,
      const char   *body)
{
  g_autofree char *path = yc_api_fixture_get_path (id, more);
  g_autofree char *text = yc_test_http_write ("POST", path, token, headers, body);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (self->service), &error);
  g_autoptr (YcTestAnswer) answer = NULL;

  g_assert_no_error (error);
  yc_test_http_send (http, text, -1, &error);
  g_assert_no_error (error);
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  return answer->status;
}

/* The third person is told by the case: another reviewer who approves it too or returns it, or the
 * clerk who takes it back. */
static guint
do_part (Race *race,
         guint part)
{
  YcApiFixture *self = race->self;
  guint number = part / 2;
  const char *id = race->ids[number];
  g_autofree char *headers = yc_api_fixture_write_headers (1);

  if (part % 2 == 0)
    return post (self, id, "/decisions", self->reviewer, headers, APPROVE);
  if (number % 3 == 0)
    return post (self, id, "/decisions", self->second, headers, APPROVE);
  if (number % 3 == 1)
    return post (self, id, "/decisions", self->second, headers, RETURN);
  return post (self, id, "/withdrawal", self->clerk, headers, "{\"note\":\"x\"}");
}

static gpointer
race_thread (gpointer data)
{
  Race *race = data;
  guint part;

  while ((part = g_atomic_int_add (&race->next, 1)) < 2 * N_CASES)
    {
      guint status = do_part (race, part);
      gboolean approves = part % 2 == 0 || part / 2 % 3 == 0;

      /* Who comes second is told that the case has changed. */
      g_assert_true (status == 200 || status == 409 || status == 412);
      if (status == 200 && approves)
        g_atomic_int_inc (&race->n_issued);
    }
  return NULL;
}

static void
run_threads (Race        *race,
             GThreadFunc  func)
{
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("race", func, race);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

static void
test_race (YcApiFixture *self)
{
  Race race = { .self = self };
  g_autoptr (YcApiLedger) ledger = NULL;

  for (guint i = 0; i < N_CASES; i++)
    race.ids[i] = yc_api_fixture_submit (race.self, "TS-0001");
  run_threads (&race, race_thread);
  for (guint i = 0; i < N_CASES; i++)
    g_free (race.ids[i]);
  ledger = yc_api_ledger_open (race.self);
  /* Of those that two approve, each is issued; of the others, it depends. */
  g_assert_cmpint (race.n_issued, >=, N_CASES / 3);
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM certificates"), ==,
                   race.n_issued);
  yc_api_ledger_assert_sound (ledger);
  yc_api_ledger_assert_certificates (ledger);
}

/* The same command over several lines at once, as from a desk that lost its patience. */
static gpointer
repeat_thread (gpointer data)
{
  Race *race = data;
  guint status = post (race->self, race->ids[0], "/decisions", race->self->reviewer,
                       "Idempotency-Key: once\r\nIf-Match: \"1\"\r\n", APPROVE);

  g_assert_cmpuint (status, ==, 200);
  return NULL;
}

static void
test_repeat (YcApiFixture *self)
{
  Race race = { .self = self };
  g_autofree char *id = yc_api_fixture_submit (race.self, "TS-0001");
  g_autofree char *next = yc_api_fixture_submit (race.self, "TS-0001");
  g_autoptr (YcApiLedger) ledger = NULL;

  race.ids[0] = id;
  run_threads (&race, repeat_thread);
  json_object_unref (yc_api_fixture_decide (race.self, race.self->second, next, 1, APPROVE, 200));
  ledger = yc_api_ledger_open (race.self);
  yc_api_ledger_assert_certificates (ledger);
}

static char *
submit_unprintable (YcApiFixture *self)
{
  char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0001", UNPRINTABLE, NULL, NULL);

  json_object_unref (yc_test_service_post (self->service, "/api/v1/cases", self->clerk, headers,
                                           body, 201));
  return id;
}

static gpointer
approve_thread (gpointer data)
{
  Race *race = data;
  guint number;

  while ((number = g_atomic_int_add (&race->next, 1)) < N_CASES)
    {
      g_autofree char *headers = yc_api_fixture_write_headers (1);
      guint status = post (race->self, race->ids[number], "/decisions", race->self->reviewer,
                           headers, APPROVE);

      g_assert_cmpuint (status, ==, number % 3 == 0 ? 422 : 200);
    }
  return NULL;
}

/* A sheet that cannot be set takes no number, and those composed behind it are composed anew. */
static void
test_unprintable (YcApiFixture *self)
{
  Race race = { .self = self };
  g_autoptr (YcApiLedger) ledger = NULL;

  for (guint i = 0; i < N_CASES; i++)
    race.ids[i] = i % 3 == 0 ? submit_unprintable (race.self)
                             : yc_api_fixture_submit (race.self, "TS-0001");
  run_threads (&race, approve_thread);
  for (guint i = 0; i < N_CASES; i++)
    g_free (race.ids[i]);
  ledger = yc_api_ledger_open (race.self);
  yc_api_ledger_assert_sound (ledger);
  yc_api_ledger_assert_certificates (ledger);
}

/* Whether the service has a font in its memory. */
static gboolean
has_font (YcApiFixture *self)
{
  g_autofree char *path =
    g_strdup_printf ("/proc/%s/maps", yc_test_service_get_process (self->service));
  g_autofree char *maps = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &maps, NULL, &error);
  g_assert_no_error (error);
  return strstr (maps, "/fonts/") != NULL;
}

/* Nobody has asked for a certificate yet: the first one will not wait for its fonts. */
static void
test_warm_up (YcApiFixture *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!has_font (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (POLL_US);
    }
}

/* What a desk trusts: the public half of the key that the service made for itself. */
static YcTrust *
create_trust (YcApiFixture *self)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "verify.key", NULL);
  guint8 seed[YC_MARK_SIGNER_SEED_BYTES];
  g_autoptr (GError) error = NULL;
  g_autoptr (YcMarkSigner) signer = NULL;
  g_autofree char *pem = NULL;
  g_autoptr (GBytes) bytes = NULL;

  yc_key_file_load_or_create (path, seed, sizeof seed, &error);
  g_assert_no_error (error);
  signer = yc_mark_signer_new (seed, &error);
  g_assert_no_error (error);
  pem = yc_mark_signer_dup_public_key (signer);
  bytes = g_bytes_new (pem, strlen (pem));
  return yc_trust_new (bytes, &error);
}

/* From the picture of a sheet alone, without the service: whose it is, and that nobody else's name was
 * put on it. */
static void
test_code (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autoptr (JsonObject) issued =
    yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    yc_api_ledger_get_transaction (ledger), &error,
    "SELECT serial FROM certificates WHERE case_id = ?", "s", id);
  g_autoptr (GBytes) pdf = yc_api_ledger_load_pdf (ledger, yc_rows_get_text (rows, 0));
  g_autofree char *code = yc_api_fixture_scan (self, pdf);
  g_autoptr (YcVerifyMark) mark = yc_verify_mark_parse (code, &error);
  g_autoptr (YcTrust) trust = create_trust (self);
  g_autoptr (JsonObject) words = json_object_new ();

  g_assert_no_error (error);
  g_assert_cmpstr (mark->serial, ==, yc_rows_get_text (rows, 0));
  json_object_set_string_member (words, "applicant.name", "周伯安");
  json_object_set_string_member (words, "applicant.id_number", "990101198103161155");
  g_assert_cmpint (yc_verify_mark_check (mark, trust, words), ==, YC_MARK_GENUINE);
  json_object_set_string_member (words, "applicant.name", "周伯全");
  g_assert_cmpint (yc_verify_mark_check (mark, trust, words), ==, YC_MARK_WORDS_DIFFER);
  g_assert_false (yc_verify_mark_is_sample (mark));
}

static const YcApiTest tests[] = {
  { "/issue/warm-up", test_warm_up },
  { "/issue/race", test_race },
  { "/issue/repeat", test_repeat },
  { "/issue/unprintable", test_unprintable },
  { "/issue/code", test_code },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
