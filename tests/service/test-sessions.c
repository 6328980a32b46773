/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing in: passwords, guessing, the end of a session, who decides what. */
#define _GNU_SOURCE
#include "yc-api-fixture.h"

#include "yc-connection.h"
#include "yc-password.h"
#include "yc-throttle.h"

#include <stdlib.h>
#include <string.h>

#define SESSIONS "/api/v1/sessions"
#define APPROVE "{\"decision\":\"approve\"}"

static void
test_password (YcApiFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = yc_password_hash ("密码 with spaces", &error);
  g_autofree char *other = yc_password_hash ("密码 with spaces", &error);
  g_autofree char *long_one = g_strnfill (2000, 'p');

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$"));
  g_assert_cmpstr (hash, !=, other);
  g_assert_true (yc_password_verify (hash, "密码 with spaces"));
  g_assert_false (yc_password_verify (hash, "密码 with space"));
  g_assert_false (yc_password_verify (hash, ""));
  g_assert_false (yc_password_verify ("nonsense", "x"));
  g_assert_null (yc_password_hash (long_one, NULL));
  g_assert_false (yc_password_verify (hash, long_one));
}

static void
test_tokens (YcApiFixture *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *token = yc_token_new ();
      g_autofree char *hash = yc_token_hash (token);

      g_assert_cmpuint (strlen (token), ==, 43);
      g_assert_cmpuint (strlen (hash), ==, 64);
      g_assert_true (g_hash_table_add (seen, token));
    }
}

static void
test_throttle (YcApiFixture *self)
{
  g_autoptr (YcThrottle) throttle = yc_throttle_new (2, 60);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (yc_throttle_begin (throttle, "a"), ==, 0);
      yc_throttle_fail (throttle, "a");
    }
  g_assert_cmpuint (yc_throttle_begin (throttle, "a"), ==, 0);
  yc_throttle_fail (throttle, "a");
  g_assert_cmpuint (yc_throttle_begin (throttle, "a"), ==, 2);
  yc_throttle_fail (throttle, "a");
  g_assert_cmpuint (yc_throttle_begin (throttle, "a"), ==, 4);
  for (guint i = 0; i < 40; i++)
    yc_throttle_fail (throttle, "a");
  g_assert_cmpuint (yc_throttle_begin (throttle, "a"), ==, 60);
  g_assert_cmpuint (yc_throttle_begin (throttle, "b"), ==, 0);
  yc_throttle_succeed (throttle, "a");
  g_assert_cmpuint (yc_throttle_begin (throttle, "a"), ==, 0);
}

static void
test_wrong_password (YcApiFixture *self)
{
  g_autoptr (JsonObject) wrong = yc_test_service_post (
    self->service, SESSIONS, NULL, NULL, "{\"user\":\"clerk\",\"password\":\"wrong\"}", 401);
  g_autoptr (JsonObject) unknown = yc_test_service_post (
    self->service, SESSIONS, NULL, NULL, "{\"user\":\"nobody\",\"password\":\"wrong\"}", 401);

  yc_api_fixture_assert_code (wrong, "wrong-password");
  yc_api_fixture_assert_code (unknown, "wrong-password");
}

/* After some failures this user waits, also with the right password; others do not. */
static void
test_guessing (YcApiFixture *self)
{
  g_autoptr (YcTestAnswer) answer = NULL;
  g_autofree char *other = NULL;
  guint n_tries = 0;

  do
    {
      g_clear_pointer (&answer, yc_test_answer_free);
      answer = yc_test_service_request (self->service, "POST", SESSIONS, NULL, NULL,
                                        "{\"user\":\"town\",\"password\":\"guess\"}");
      n_tries++;
    }
  while (answer->status == 401 && n_tries < 20);
  g_assert_cmpuint (answer->status, ==, 429);
  g_assert_cmpuint (n_tries, >, 3);
  g_assert_cmpint (atoi (yc_test_answer_get (answer, "retry-after")), >=, 1);
  other = yc_test_service_sign_in (self->service, "reviewer");
}

static void
change (YcApiFixture *self,
        const char   *sql)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "service.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  yc_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

static void
test_expired (YcApiFixture *self)
{
  g_autoptr (JsonObject) before = yc_test_service_get (self->service, SESSIONS "/current",
                                                       self->supervisor, 200);
  g_autoptr (JsonObject) after = NULL;

  change (self, "UPDATE sessions SET expires_at = '2026-01-01T00:00:00.000Z' "
                "WHERE user_id = 'supervisor'");
  after = yc_test_service_get (self->service, SESSIONS "/current", self->supervisor, 401);
  yc_api_fixture_assert_code (after, "session-expired");
}

/* A clerk became a reviewer: own intake is still decided by someone else. */
static void
test_own_intake (YcApiFixture *self)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autoptr (JsonObject) own = NULL, other = NULL;

  change (self, "UPDATE users SET role = 'reviewer' WHERE id = 'clerk'");
  own = yc_api_fixture_decide (self, self->clerk, id, 1, APPROVE, 403);
  yc_api_fixture_assert_code (own, "own-intake");
  other = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  change (self, "UPDATE users SET role = 'clerk' WHERE id = 'clerk'");
}

/* What is stored cannot be used to sign in, and tells nothing of a person. */
static void
test_at_rest (YcApiFixture *self)
{
  static const char *const secrets[] = { "周伯安", "990101198103161155", "20260718" };
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  static const char *const names[] = { "service.db", "service.db-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
        g_build_filename (yc_test_service_get_folder (self->service), names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gsize length;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      g_assert_null (memmem (text, length, self->clerk, strlen (self->clerk)));
      for (guint j = 0; j < G_N_ELEMENTS (secrets); j++)
        g_assert_null (memmem (text, length, secrets[j], strlen (secrets[j])));
    }
}

static const YcApiTest tests[] = {
  { "/sessions/wrong-password", test_wrong_password },
  { "/sessions/own-intake", test_own_intake },
  { "/sessions/at-rest", test_at_rest },
  { "/sessions/expired", test_expired },
  { "/sessions/guessing", test_guessing },
  { "/sessions/password", test_password },
  { "/sessions/tokens", test_tokens },
  { "/sessions/throttle", test_throttle },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
