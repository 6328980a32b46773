/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With what the service seals: a key in a token that is pulled out in the middle of the day, and a
 * time-stamp server that fails. No approval is lost, and no number. */
#define _GNU_SOURCE
#include "yc-api-fixture.h"

#include "yc-certificate-error.h"
#include "yc-certificate-verifier.h"
#include "yc-http-timestamper.h"
#include "yc-json.h"
#include "yc-test-folder.h"
#include "yc-test-pki.h"
#include "yc-test-sheet.h"
#include "yc-test-token.h"
#include "yc-test-tsa.h"
#include "yc-trust-keeper.h"

#include <glib/gstdio.h>
#include <string.h>

#define APPROVE "{\"decision\":\"approve\"}"

static char *
write_pin (const char *folder)
{
  char *path = g_build_filename (folder, "pin", NULL);

  g_assert_true (g_file_set_contents (path, YC_TEST_TOKEN_PIN "\n", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  return path;
}

/* Approves @id; (transfer full): the certificate's number. */
static char *
approve (YcApiFixture *self,
         const char   *id)
{
  g_autoptr (JsonObject) decided =
    yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  const char *serial =
    yc_json_get_string (yc_json_get_object (decided, "certificate"), "serial", NULL);

  g_assert_nonnull (serial);
  return g_strdup (serial);
}

static void
refuse (YcApiFixture *self,
        const char   *id)
{
  g_autoptr (JsonObject) problem =
    yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 503);

  yc_api_fixture_assert_code (problem, "seal-unavailable");
}

/* The running number in ZM01-990901001001-2026-000001-X. */
static void
assert_running (const char *serial,
                const char *running)
{
  g_auto (GStrv) parts = g_strsplit (serial, "-", -1);

  g_assert_cmpstr (parts[3], ==, running);
}

static void
test_token (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *pin = write_pin (folder);
  g_autoptr (YcTestToken) token =
    yc_test_token_new (folder, YC_TEST_KEYS "/SAMPLE-village.key.pem");
  const char *const arguments[] = { "--signing-module", yc_test_token_get_module (),
                                    "--signing-token", YC_TEST_TOKEN_LABEL, "--signing-key-label",
                                    YC_TEST_TOKEN_KEY, "--signing-pin-file", pin, NULL };
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (arguments);
  g_autofree char *first = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *second = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *before = approve (self, first);
  g_autofree char *after = NULL;

  assert_running (before, "000001");
  yc_test_token_pull_out (token);
  refuse (self, second);
  refuse (self, second);
  yc_test_token_put_back (token);
  after = approve (self, second);
  assert_running (after, "000002");
}

static GBytes *
fetch (YcApiFixture *self,
       const char   *id)
{
  g_autofree char *path = yc_api_fixture_get_path (id, "/certificate");
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (self->service, "GET", path, self->clerk, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  return g_bytes_new (answer->body->data, answer->body->len);
}

/* The catalog gives the village a seal of 38 mm. */
static void
test_size (void)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *serial = approve (self, id);
  g_autoptr (GBytes) pdf = fetch (self, id);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *rectangle = memmem (data, size, "/Rect [", 7);
  g_autofree char *words = NULL;
  g_auto (GStrv) edges = NULL;

  g_assert_nonnull (rectangle);
  words = g_strndup (rectangle + strlen ("/Rect [ "), 48);
  edges = g_strsplit (words, " ", 5);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (edges[2], NULL) - g_ascii_strtod (edges[0], NULL),
                                  38.0 * 72.0 / 25.4, 0.02);
}

static YcVerdict *
verify (YcApiFixture *self,
        YcTestTsa    *tsa,
        const char   *id)
{
  g_autoptr (GBytes) pdf = fetch (self, id);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (YcTrust) times = yc_trust_new_from_file (yc_test_tsa_get_root (tsa), NULL);

  yc_trust_set_time_authorities (trust, times);
  return yc_certificate_verify (pdf, trust, NULL);
}

/* Issues one and tells whether it bears a time-stamp. */
static gboolean
is_stamped (YcApiFixture *self,
            YcTestTsa    *tsa)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *serial = approve (self, id);
  g_autoptr (YcVerdict) verdict = verify (self, tsa, id);
  /* The fifth check is the time-stamp's. */
  g_autoptr (YcVerdictCheck) check = g_list_model_get_item (yc_verdict_get_checks (verdict), 4);

  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_GENUINE);
  g_assert_cmpstr (yc_verdict_check_get_id (check), ==, "timestamp");
  return yc_verdict_check_get_result (check) == YC_CHECK_PASSED;
}

static void
assert_metric (YcApiFixture *self,
               const char   *line)
{
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (self->service, "GET", "/metrics", NULL, NULL, NULL);

  g_assert_nonnull (strstr (yc_test_answer_get_text (answer), line));
}

/* Whatever the server does, the certificate is issued; and a dead one is not waited for twice. */
static void
test_timestamp_wished (void)
{
  g_autoptr (YcTestTsa) tsa = yc_test_tsa_new ();
  const char *const arguments[] = { "--timestamp-url", yc_test_tsa_listen (tsa),
                                    "--timestamp-trust", yc_test_tsa_get_root (tsa), NULL };
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (arguments);
  guint n_asked;

  g_assert_true (is_stamped (self, tsa));
  yc_test_tsa_set_mode (tsa, YC_TEST_TSA_REFUSES);
  g_assert_false (is_stamped (self, tsa));
  yc_test_tsa_set_mode (tsa, YC_TEST_TSA_ANSWERS);
  g_assert_true (is_stamped (self, tsa));

  yc_test_tsa_set_mode (tsa, YC_TEST_TSA_IS_BUSY);
  g_assert_false (is_stamped (self, tsa));
  n_asked = yc_test_tsa_get_asked (tsa);
  g_assert_false (is_stamped (self, tsa));
  g_assert_cmpuint (yc_test_tsa_get_asked (tsa), ==, n_asked);
  assert_metric (self, "yichuang_signatures_total{timestamp=\"yes\"} 2\n");
  assert_metric (self, "yichuang_signatures_total{timestamp=\"no\"} 3\n");
}

/* One that says nothing at all is not waited for. */
static void
test_timestamp_silent (void)
{
  g_autoptr (YcTestTsa) tsa = yc_test_tsa_new ();
  g_autoptr (YcTimestamper) stamper = yc_http_timestamper_new (yc_test_tsa_listen (tsa), 100, 0);
  g_autoptr (GBytes) question = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  yc_test_tsa_set_mode (tsa, YC_TEST_TSA_HANGS);
  g_assert_null (yc_timestamper_ask (stamper, question, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TIMESTAMP);
  g_assert_cmpuint (yc_test_tsa_get_asked (tsa), ==, 1);
}

/* Nothing is issued without; as soon as there is one, it goes on with the next number. */
static void
test_timestamp_required (void)
{
  static const YcTestTsaMode modes[] = { YC_TEST_TSA_IS_BUSY, YC_TEST_TSA_FLOODS,
                                         YC_TEST_TSA_TALKS_NONSENSE };
  g_autoptr (YcTestTsa) tsa = yc_test_tsa_new ();
  const char *const arguments[] = { "--timestamp-url", yc_test_tsa_listen (tsa),
                                    "--timestamp-trust", yc_test_tsa_get_root (tsa),
                                    "--timestamp-required", NULL };
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (arguments);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *serial = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      yc_test_tsa_set_mode (tsa, modes[i]);
      refuse (self, id);
    }
  yc_test_tsa_set_mode (tsa, YC_TEST_TSA_ANSWERS);
  serial = approve (self, id);
  assert_running (serial, "000001");
  g_assert_true (is_stamped (self, tsa));
}

static void
save (const char *path,
      GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
assert_judged (YcTrustKeeper  *keeper,
               GBytes         *pdf,
               YcVerdictState  state)
{
  g_autoptr (YcTrust) trust = yc_trust_keeper_dup (keeper);
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, NULL);

  g_assert_cmpint (yc_verdict_get_state (verdict), ==, state);
}

/* A revocation list comes while the service runs; one that cannot be read does not count. */
static void
test_new_list (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *roots = g_build_filename (folder, "roots.pem", NULL);
  g_autofree char *crl = g_build_filename (folder, "crl.pem", NULL);
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("样例根");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "样例印章", 2020, 2050);
  g_autoptr (GBytes) good = yc_test_authority_dup_pem (authority, TRUE, FALSE);
  g_autoptr (GBytes) revoked = yc_test_authority_dup_pem (authority, TRUE, TRUE);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("half a li", 9);
  g_autoptr (GBytes) pdf = yc_test_sheet_issue (1, signer);
  g_autoptr (GBytes) root = yc_test_authority_dup_pem (authority, FALSE, FALSE);
  const YcSigningOptions options = { .trust = roots, .crl = crl };
  g_autoptr (YcTrustKeeper) keeper = NULL;

  save (roots, root);
  save (crl, good);
  keeper = yc_trust_keeper_new (&options, FALSE, NULL);
  g_assert_nonnull (keeper);
  assert_judged (keeper, pdf, YC_VERDICT_GENUINE);
  save (crl, nonsense);
  assert_judged (keeper, pdf, YC_VERDICT_GENUINE);
  save (crl, revoked);
  assert_judged (keeper, pdf, YC_VERDICT_UNTRUSTED);
  g_remove (crl);
  assert_judged (keeper, pdf, YC_VERDICT_UNTRUSTED);
  save (crl, good);
  assert_judged (keeper, pdf, YC_VERDICT_GENUINE);
}

/* What makes no sense is told before the service starts. */
static void
test_arguments (void)
{
  static const char *const rows[][8] = {
    { "--timestamp-url", "http://127.0.0.1:1/", NULL },
    { "--timestamp-required", NULL },
    { "--crl", "/dev/null", NULL },
    { "--trust", "/nonexistent", NULL },
    { "--trust", YC_TEST_KEYS "/SAMPLE-authority.crt.pem", "--crl",
      YC_TEST_KEYS "/SAMPLE-authority.crt.pem", NULL },
    { "--trust", "/dev/null", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) argv = NULL;
      g_autoptr (GSubprocess) process = NULL;

      g_strv_builder_add_many (builder, YC_TEST_YICHUANGD, "--data", folder, "--listen",
                               "127.0.0.1:0", "--exit-with-stdin", NULL);
      g_strv_builder_addv (builder, (const char **) rows[i]);
      argv = g_strv_builder_end (builder);
      process = g_subprocess_newv ((const char *const *) argv,
                                   G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                     G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
      g_subprocess_wait (process, NULL, NULL);
      g_assert_true (g_subprocess_get_if_exited (process));
      g_assert_cmpint (g_subprocess_get_exit_status (process), !=, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/seal/token", test_token);
  g_test_add_func ("/service/seal/timestamp-wished", test_timestamp_wished);
  g_test_add_func ("/service/seal/timestamp-silent", test_timestamp_silent);
  g_test_add_func ("/service/seal/timestamp-required", test_timestamp_required);
  g_test_add_func ("/service/seal/size", test_size);
  g_test_add_func ("/service/seal/new-list", test_new_list);
  g_test_add_func ("/service/seal/arguments", test_arguments);
  return g_test_run ();
}
