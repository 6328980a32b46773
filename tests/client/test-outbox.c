/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outbox against a service in trouble: nothing lost, nothing twice, in order, and the numbers
 * on the screen are right. */
#include "yc-json.h"
#include "yc-mock-desk.h"

#include <stdio.h>
#include <string.h>

#define CASE_ID "0190a000-0000-7000-8000-000000000001"

typedef YcMockDesk Fixture;

static YcOutbox *
outbox_of (Fixture *fixture)
{
  return yc_desk_get_outbox (fixture->desk);
}

static guint
n_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (outbox_of (fixture)));
}

/* Whatever happens, what is shown adds up. */
static void
check_numbers_cb (YcOutbox *outbox)
{
  guint n_parked = 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (outbox));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcCommand) command = g_list_model_get_item (G_LIST_MODEL (outbox), i);
      YcCommandState state = yc_command_get_state (command);

      g_assert_true (state == YC_COMMAND_WAITING || state == YC_COMMAND_SENDING ||
                     state == YC_COMMAND_PARKED);
      n_parked += state == YC_COMMAND_PARKED;
    }
  g_assert_cmpuint (yc_outbox_get_n_parked (outbox), ==, n_parked);
  g_assert_cmpuint (yc_outbox_get_n_unsent (outbox), ==, n - n_parked);
}

static void
open_desk (Fixture *fixture)
{
  yc_mock_desk_open (fixture);
  g_signal_connect (outbox_of (fixture), "notify", G_CALLBACK (check_numbers_cb), NULL);
  g_signal_connect (outbox_of (fixture), "parked", G_CALLBACK (check_numbers_cb), NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  yc_mock_desk_init (fixture, NULL);
  open_desk (fixture);
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_mock_desk_clear (fixture);
}

static void
restart (Fixture *fixture)
{
  yc_mock_desk_close (fixture);
  open_desk (fixture);
}

static YcCommand *
add (Fixture    *fixture,
     const char *key,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = g_strdup_printf ("{\"text\":\"%s\"}", text);
  YcCommand *command =
      yc_test_desk_add_command (fixture->desk, "/cases/" CASE_ID "/withdrawal", key, body, &error);

  g_assert_no_error (error);
  return command;
}

static void
wait_until_empty (Fixture *fixture)
{
  yc_test_wait_until (n_items (fixture) == 0);
  g_assert_cmpuint (yc_outbox_get_n_unsent (outbox_of (fixture)), ==, 0);
}

static void
wait_until_parked (YcCommand *command)
{
  yc_test_wait_until (yc_command_get_state (command) == YC_COMMAND_PARKED);
}

static void
test_sent_once (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (YcCommand) command = add (fixture, "a", "one");

  wait_until_empty (fixture);
  g_assert_cmpint (yc_command_get_state (command), ==, YC_COMMAND_SENT);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 1);
  g_assert_nonnull (
      strstr (yc_test_mock_get_effect (fixture->mock, 0), yc_command_get_id (command)));
  restart (fixture);
  g_assert_cmpuint (n_items (fixture), ==, 0);
}

/* Trouble that passes: tried again under the same key until there is exactly one effect. */
static void
test_passing_trouble (Fixture       *fixture,
                      gconstpointer  data)
{
  YcTestTrouble trouble = (YcTestTrouble) GPOINTER_TO_INT (data);
  g_autoptr (YcCommand) command = NULL;

  yc_test_mock_push (fixture->mock, trouble);
  yc_test_mock_push (fixture->mock, trouble);
  command = add (fixture, "a", "one");
  wait_until_empty (fixture);
  g_assert_cmpint (yc_command_get_state (command), ==, YC_COMMAND_SENT);
  g_assert_cmpuint (yc_command_get_n_tries (command), >=, 3);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 1);
  g_assert_cmpuint (yc_test_mock_get_n_posts (fixture->mock), >=, 3);
}

/* Trouble that stays: parked, told why, and no other case is held up. */
static void
test_parked (Fixture       *fixture,
             gconstpointer  data)
{
  YcTestTrouble trouble = (YcTestTrouble) GPOINTER_TO_INT (data);
  g_autoptr (YcCommand) command = NULL;
  g_autoptr (YcCommand) behind = NULL;
  g_autoptr (YcCommand) other = NULL;

  yc_test_mock_set_answer (fixture->mock, "/cases/" CASE_ID,
                           "{\"id\":\"" CASE_ID "\",\"version\":7}");
  yc_test_mock_push (fixture->mock, trouble);
  command = add (fixture, "a", "one");
  wait_until_parked (command);
  behind = add (fixture, "a", "two");
  other = add (fixture, "b", "three");
  yc_test_wait_until (yc_command_get_state (other) == YC_COMMAND_SENT);
  g_assert_cmpint (yc_command_get_state (behind), ==, YC_COMMAND_WAITING);
  g_assert_cmpint (yc_command_get_hold (behind), ==, YC_COMMAND_HOLD_ORDER);
  g_assert_cmpuint (yc_outbox_get_n_parked (outbox_of (fixture)), ==, 1);
  g_assert_cmpuint (yc_outbox_get_n_unsent (outbox_of (fixture)), ==, 1);
  g_assert_nonnull (yc_command_get_error (command));
  if (trouble == YC_TEST_CONFLICT)
    {
      g_assert_error (yc_command_get_error (command), YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT);
      g_assert_nonnull (yc_command_get_server_version (command));
      g_assert_cmpint (yc_json_get_int (yc_command_get_server_version (command), "version", 0), ==,
                       7);
      g_assert_nonnull (yc_command_get_body (command));
    }
  if (trouble == YC_TEST_INVALID)
    g_assert_cmpuint (json_array_get_length (yc_command_get_problems (command)), ==, 1);
}

/* Parked survives a restart with its reason and both versions; a retry goes under a new key. */
static void
test_parked_restart_retry (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (YcCommand) command = NULL;
  g_autoptr (YcCommand) restored = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *old_id = NULL;

  yc_test_mock_set_answer (fixture->mock, "/cases/" CASE_ID,
                           "{\"id\":\"" CASE_ID "\",\"version\":7}");
  yc_test_mock_push (fixture->mock, YC_TEST_CONFLICT);
  command = add (fixture, "a", "one");
  wait_until_parked (command);
  old_id = g_strdup (yc_command_get_id (command));

  restart (fixture);
  restored = g_list_model_get_item (G_LIST_MODEL (outbox_of (fixture)), 0);
  g_assert_cmpint (yc_command_get_state (restored), ==, YC_COMMAND_PARKED);
  g_assert_error (yc_command_get_error (restored), YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT);
  g_assert_nonnull (yc_command_get_server_version (restored));
  g_assert_cmpuint (yc_outbox_get_n_parked (outbox_of (fixture)), ==, 1);

  yc_outbox_retry_async (outbox_of (fixture), restored, "\"7\"", NULL, yc_test_keep_result,
                         &result);
  yc_test_wait_until (result != NULL);
  g_assert_true (yc_outbox_retry_finish (outbox_of (fixture), result, &error));
  wait_until_empty (fixture);
  g_assert_cmpstr (yc_command_get_id (restored), !=, old_id);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 1);
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (YcCommand) command = NULL;
  g_autoptr (YcCommand) waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_mock_push (fixture->mock, YC_TEST_STATE);
  command = add (fixture, "a", "one");
  wait_until_parked (command);
  waiting = add (fixture, "a", "two");
  yc_outbox_discard_async (outbox_of (fixture), waiting, NULL, yc_test_keep_result, &refused);
  yc_test_wait_until (refused != NULL);
  g_assert_false (yc_outbox_discard_finish (outbox_of (fixture), refused, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE);
  g_clear_error (&error);

  yc_outbox_discard_async (outbox_of (fixture), command, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  g_assert_true (yc_outbox_discard_finish (outbox_of (fixture), result, &error));
  g_assert_cmpint (yc_command_get_state (command), ==, YC_COMMAND_DISCARDED);
  wait_until_empty (fixture);
  g_assert_cmpuint (yc_test_mock_count_effects (fixture->mock, "one"), ==, 0);
  g_assert_cmpuint (yc_test_mock_count_effects (fixture->mock, "two"), ==, 1);
  restart (fixture);
  g_assert_cmpuint (n_items (fixture), ==, 0);
}

/* Many cases, each in its own order, through a service in changing trouble. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const YcTestTrouble troubles[] = {YC_TEST_FINE, YC_TEST_CUT,        YC_TEST_ERROR_500,
                                           YC_TEST_HALF, YC_TEST_CUT_BEFORE, YC_TEST_BUSY_503};
  int last[5] = { -1, -1, -1, -1, -1 };

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *key = g_strdup_printf ("case-%d", i % 5);
      g_autofree char *text = g_strdup_printf ("case-%d step %d", i % 5, i);
      g_autoptr (YcCommand) command = NULL;

      yc_test_mock_push (fixture->mock,
                         troubles[g_test_rand_int_range (0, G_N_ELEMENTS (troubles))]);
      command = add (fixture, key, text);
    }
  wait_until_empty (fixture);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 40);
  for (guint i = 0; i < 40; i++)
    {
      const char *effect = strstr (yc_test_mock_get_effect (fixture->mock, i), "case-");
      int key, step;

      g_assert_cmpint (sscanf (effect, "case-%d step %d", &key, &step), ==, 2);
      g_assert_cmpint (step, >, last[key]);
      last[key] = step;
    }
}

/* 401 in the middle: everything waits, nothing is lost; signing in goes on. Another user's
 * session does not send it. */
static void
test_expired_session (Fixture       *fixture,
                      gconstpointer  data)
{
  YcSession *session = yc_desk_get_session (fixture->desk);
  g_autoptr (YcCommand) first = NULL;
  g_autoptr (YcCommand) second = NULL;

  yc_test_mock_push (fixture->mock, YC_TEST_UNAUTHENTICATED);
  first = add (fixture, "a", "one");
  yc_test_wait_until (yc_session_get_state (session) == YC_SESSION_EXPIRED);
  g_assert_cmpstr (yc_session_get_user_id (session), ==, "chenxiao");
  second = add (fixture, "b", "two");
  yc_test_wait_until (yc_command_get_hold (first) == YC_COMMAND_HOLD_SESSION);
  g_assert_cmpuint (yc_outbox_get_n_unsent (outbox_of (fixture)), ==, 2);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 0);

  yc_test_desk_sign_in (fixture->desk, "wangfang");
  g_assert_cmpint (yc_command_get_hold (first), ==, YC_COMMAND_HOLD_USER);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 0);

  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  wait_until_empty (fixture);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 2);
}

static void
test_signed_out (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  yc_test_desk_sign_out (fixture->desk);
  g_assert_null (yc_test_desk_add_command (fixture->desk, "/cases", "a", "{}", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SIGNED_OUT);
}

/* The line goes down: added commands are safe and counted; it comes back: all are sent. */
static void
test_line_down (Fixture       *fixture,
                gconstpointer  data)
{
  YcLine *line = yc_desk_get_line (fixture->desk);
  g_autoptr (YcCommand) command = NULL;

  yc_test_mock_set_down (fixture->mock, TRUE);
  yc_test_wait_until (yc_line_get_state (line) == YC_LINE_OFFLINE);
  g_assert_error (yc_line_get_error (line), YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE);
  command = add (fixture, "a", "one");
  g_assert_cmpint (yc_command_get_state (command), ==, YC_COMMAND_WAITING);
  yc_test_wait_until (yc_command_get_hold (command) == YC_COMMAND_HOLD_LINE);
  g_assert_cmpuint (yc_command_get_n_tries (command), ==, 0);
  restart (fixture);
  g_assert_cmpuint (yc_outbox_get_n_unsent (outbox_of (fixture)), ==, 1);
  yc_test_mock_set_down (fixture->mock, FALSE);
  wait_until_empty (fixture);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 1);
}

/* The pause is on the screen, counts down, and can be cut short. */
static void
test_next_try (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (YcCommand) command = NULL;

  yc_mock_desk_close (fixture);
  fixture->limits.backoff_ms = 30 * 1000;
  fixture->limits.backoff_max_ms = 60 * 1000;
  open_desk (fixture);
  yc_test_wait_until (yc_line_get_online (yc_desk_get_line (fixture->desk)));
  yc_test_mock_push (fixture->mock, YC_TEST_ERROR_500);
  command = add (fixture, "a", "one");
  yc_test_wait_until (yc_command_get_hold (command) == YC_COMMAND_HOLD_BACKOFF);
  g_assert_cmpuint (yc_command_get_next_try (command), >=, 22);
  g_assert_cmpuint (yc_command_get_next_try (command), <=, 30);
  g_assert_error (yc_command_get_error (command), YC_CLIENT_ERROR, YC_CLIENT_ERROR_SERVICE);

  yc_outbox_retry_async (outbox_of (fixture), command, NULL, NULL, NULL, NULL);
  wait_until_empty (fixture);
}

static void
test_backoff (void)
{
  static const guint expected[] = { 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000 };
  YcLimits limits;

  yc_limits_init_defaults (&limits);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpuint (yc_limits_backoff (&limits, i + 1, 0.0), ==, expected[i]);
      g_assert_cmpuint (yc_limits_backoff (&limits, i + 1, 1.0), ==, expected[i] * 3 / 4);
    }
  g_assert_cmpuint (yc_limits_backoff (&limits, 1000000, 0.0), ==, 60000);
}

/* A full or read-only disk: the interface must not say saved. */
static void
test_disk_trouble (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  /* The journal cannot be written: to the desk the same as a broken disk. */
  yc_test_desk_exec (fixture->folder, "ALTER TABLE commands RENAME TO elsewhere");
  g_assert_null (yc_test_desk_add_command (fixture->desk, "/cases", "a", "{}", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_DISK);
  g_assert_cmpuint (n_items (fixture), ==, 0);
  g_assert_cmpuint (yc_outbox_get_n_unsent (outbox_of (fixture)), ==, 0);
  g_assert_cmpuint (yc_test_mock_get_n_posts (fixture->mock), ==, 0);
}

static void
add_test (const char *path,
          gpointer    data,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

#define ADD_TROUBLE(path, trouble, test) add_test (path, GINT_TO_POINTER (trouble), test)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/client/outbox/sent-once", NULL, test_sent_once);
  ADD_TROUBLE ("/client/outbox/error-500", YC_TEST_ERROR_500, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/busy-503", YC_TEST_BUSY_503, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/proxy-502", YC_TEST_PLAIN_502, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/half-answer", YC_TEST_HALF, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/cut-after-applied", YC_TEST_CUT, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/cut-before", YC_TEST_CUT_BEFORE, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/oversized", YC_TEST_OVERSIZED, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/malformed", YC_TEST_MALFORMED, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/no-object", YC_TEST_NO_OBJECT, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/wrong-type", YC_TEST_WRONG_TYPE, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/redirect", YC_TEST_REDIRECT, test_passing_trouble);
  ADD_TROUBLE ("/client/outbox/parked/conflict", YC_TEST_CONFLICT, test_parked);
  ADD_TROUBLE ("/client/outbox/parked/invalid", YC_TEST_INVALID, test_parked);
  ADD_TROUBLE ("/client/outbox/parked/state", YC_TEST_STATE, test_parked);
  add_test ("/client/outbox/parked/restart-retry", NULL, test_parked_restart_retry);
  add_test ("/client/outbox/discard", NULL, test_discard);
  add_test ("/client/outbox/order", NULL, test_order);
  add_test ("/client/outbox/expired-session", NULL, test_expired_session);
  add_test ("/client/outbox/signed-out", NULL, test_signed_out);
  add_test ("/client/outbox/line-down", NULL, test_line_down);
  add_test ("/client/outbox/next-try", NULL, test_next_try);
  add_test ("/client/outbox/disk-trouble", NULL, test_disk_trouble);
  g_test_add_func ("/client/outbox/backoff", test_backoff);
  return g_test_run ();
}
