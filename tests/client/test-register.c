/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's copy of what is needed to judge certificates with the line down. */
#include "yc-desk-verify.h"
#include "yc-mock-desk.h"

#define VOID "ZM01-990119204001-2026-000201-Y"
#define OLD "ZM01-990119204001-2026-000202-W"
#define NEW "ZM01-990119204001-2026-000202-V2-X"
#define OTHER "ZM01-990119204001-2026-000203-U"
#define AT "2026-11-21T07:42:08.000Z"
#define KEYS                                                                                      \
  "{\"keys\":[{\"algorithm\":\"Ed25519\",\"public_key\":\"-----KEY-----\",\"sample\":true}]}"
#define ROWS                                                                                      \
  "[{\"number\":4,\"serial\":\"" VOID "\",\"state\":\"void\",\"replaced_by\":null},"               \
  "{\"number\":7,\"serial\":\"" OLD "\",\"state\":\"replaced\",\"replaced_by\":\"" NEW "\"}]"
#define PAGE(number, rows, at)                                                                    \
  "{\"number\":" #number ",\"revocations\":" rows ",\"more\":false,\"at\":\"" at "\"}"

typedef YcMockDesk Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  yc_mock_desk_init (fixture, NULL);
  yc_test_mock_set_answer (fixture->mock, "/verification-keys", KEYS);
  yc_test_mock_set_answer (fixture->mock, "/revocations", PAGE (9, ROWS, AT));
  yc_mock_desk_open (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_mock_desk_clear (fixture);
}

typedef struct
{
  YcRegisteredCertificate *certificate;
  GError                  *error;
  gboolean                 done;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Answer *answer = user_data;

  answer->certificate =
    yc_desk_look_up_certificate_finish (YC_DESK (source), result, &answer->error);
  answer->done = TRUE;
}

/* (transfer full): what is told of @serial; NULL for nothing */
static YcRegisteredCertificate *
look_up (Fixture     *fixture,
         const char  *serial,
         GError     **error)
{
  Answer answer = { 0 };

  yc_desk_look_up_certificate_async (fixture->desk, serial, NULL, answered_cb, &answer);
  yc_test_wait_until (answer.done);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  return answer.certificate;
}

static void
cut_line (Fixture *fixture)
{
  yc_test_mock_set_down (fixture->mock, TRUE);
  yc_test_wait_until (yc_line_get_state (yc_desk_get_line (fixture->desk)) == YC_LINE_OFFLINE);
}

/* The line comes back, and what the service says is fetched: whatever was asked for after it has come
 * too. */
static void
mend_line (Fixture *fixture)
{
  guint n_gets = yc_test_mock_count_gets (fixture->mock, "/revocations");
  g_autoptr (GError) error = NULL;

  yc_test_mock_set_down (fixture->mock, FALSE);
  yc_test_wait_until (yc_test_mock_count_gets (fixture->mock, "/revocations") > n_gets);
  g_assert_null (look_up (fixture, NEW, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
}

static void
wait_for_row (Fixture    *fixture,
              const char *serial)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT count(*) FROM revocations WHERE serial = '%s' AND state = 'void'", serial);

  yc_test_wait_until (yc_test_desk_ask (fixture->folder, sql) == 1);
}

static gboolean
is_known (Fixture           *fixture,
          const char        *serial,
          YcRegisteredState  state,
          const char        *at)
{
  g_autoptr (YcRegisteredCertificate) certificate = look_up (fixture, serial, NULL);
  g_autoptr (GDateTime) wanted = g_date_time_new_from_iso8601 (at, NULL);
  GDateTime *known_at = certificate != NULL
                          ? yc_registered_certificate_get_known_at (certificate)
                          : NULL;

  return known_at != NULL && g_date_time_equal (known_at, wanted) &&
         yc_registered_certificate_get_state (certificate) == state;
}

static void
sign_in_and_copy (Fixture *fixture)
{
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  yc_test_wait_until (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM settings "
                                        "WHERE name = 'register'") == 1);
}

/* With the line there the register itself answers; with the line down the copy, which says of when it
 * is; and after a restart it is still there. */
static void
test_offline (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (YcRegisteredCertificate) old = NULL;
  g_autoptr (GError) error = NULL;

  sign_in_and_copy (fixture);
  g_assert_null (look_up (fixture, VOID, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
  cut_line (fixture);
  g_assert_true (is_known (fixture, VOID, YC_REGISTERED_VOID, AT));
  g_assert_true (is_known (fixture, OTHER, YC_REGISTERED_VALID, AT));
  old = look_up (fixture, OLD, NULL);
  g_assert_cmpint (yc_registered_certificate_get_state (old), ==, YC_REGISTERED_REPLACED);
  g_assert_cmpstr (yc_registered_certificate_get_replaced_by (old), ==, NEW);
  yc_mock_desk_close (fixture);
  yc_mock_desk_open (fixture);
  yc_test_wait_until (yc_desk_get_mark_keys (fixture->desk) != NULL);
  g_assert_cmpstr (yc_desk_get_mark_keys (fixture->desk), ==, "-----KEY-----\n");
  g_assert_true (is_known (fixture, VOID, YC_REGISTERED_VOID, AT));
}

/* A service in trouble is one that cannot be asked. */
static void
test_trouble (Fixture       *fixture,
              gconstpointer  data)
{
  static const YcTestTrouble troubles[] = { YC_TEST_ERROR_500, YC_TEST_PLAIN_502, YC_TEST_MALFORMED,
                                            YC_TEST_NO_OBJECT, YC_TEST_CUT_BEFORE };

  sign_in_and_copy (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      yc_test_mock_set_get_trouble (fixture->mock, troubles[i]);
      g_assert_true (is_known (fixture, VOID, YC_REGISTERED_VOID, AT));
    }
}

/* Before there is a copy nothing is told, and nothing is made up. */
static void
test_no_copy (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  yc_test_mock_set_down (fixture->mock, TRUE);
  g_assert_null (look_up (fixture, VOID, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE);
  g_assert_null (yc_desk_get_mark_keys (fixture->desk));
}

/* When the line is back the copy becomes newer; a service that was set back is copied anew. */
static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  sign_in_and_copy (fixture);
  cut_line (fixture);
  yc_test_mock_set_answer (fixture->mock, "/revocations",
                           PAGE (11, "[{\"number\":11,\"serial\":\"" OTHER "\",\"state\":\"void\","
                                     "\"replaced_by\":null}]", "2026-11-22T01:00:00.000Z"));
  mend_line (fixture);
  wait_for_row (fixture, OTHER);
  cut_line (fixture);
  yc_test_wait_until (
    is_known (fixture, OTHER, YC_REGISTERED_VOID, "2026-11-22T01:00:00.000Z"));
  g_assert_true (is_known (fixture, VOID, YC_REGISTERED_VOID, "2026-11-22T01:00:00.000Z"));
  yc_test_mock_set_answer (fixture->mock, "/revocations",
                           PAGE (3, "[{\"number\":3,\"serial\":\"" OLD "\",\"state\":\"void\","
                                    "\"replaced_by\":null}]", "2026-11-22T02:00:00.000Z"));
  mend_line (fixture);
  wait_for_row (fixture, OLD);
  cut_line (fixture);
  yc_test_wait_until (is_known (fixture, OLD, YC_REGISTERED_VOID, "2026-11-22T02:00:00.000Z"));
  g_assert_true (is_known (fixture, VOID, YC_REGISTERED_VALID, "2026-11-22T02:00:00.000Z"));
}

/* What is no page of the register leaves the copy as it was, and is not asked for without end. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const pages[] = {
    "{}",
    "{\"number\":-1,\"revocations\":[],\"more\":false,\"at\":\"" AT "\"}",
    "{\"number\":9,\"revocations\":{},\"more\":false,\"at\":\"" AT "\"}",
    "{\"number\":9,\"revocations\":[],\"more\":true,\"at\":\"" AT "\"}",
    "{\"number\":9,\"revocations\":[],\"more\":false,\"at\":\"yesterday\"}",
    "{\"number\":9,\"revocations\":[],\"more\":false}",
    PAGE (9, "[1,null,\"x\",[],{},{\"serial\":7},{\"serial\":\"" OTHER "\",\"state\":\"gone\"},"
             "{\"serial\":\"" OTHER "\"}]", AT),
  };

  sign_in_and_copy (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]);
      cut_line (fixture);
      yc_test_mock_set_answer (fixture->mock, "/revocations", pages[i]);
      mend_line (fixture);
    }
  cut_line (fixture);
  g_assert_true (is_known (fixture, VOID, YC_REGISTERED_VOID, AT));
  g_assert_true (is_known (fixture, OTHER, YC_REGISTERED_VALID, AT));
  g_assert_cmpint (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM revocations"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/register/offline", Fixture, NULL, set_up, test_offline, tear_down);
  g_test_add ("/register/trouble", Fixture, NULL, set_up, test_trouble, tear_down);
  g_test_add ("/register/no-copy", Fixture, NULL, set_up, test_no_copy, tear_down);
  g_test_add ("/register/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/register/hostile", Fixture, NULL, set_up, test_hostile, tear_down);

  return g_test_run ();
}
