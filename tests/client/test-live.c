/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line, the live events and the answers of a service in trouble. */
#include "yc-json.h"
#include "yc-mock-desk.h"

#include <string.h>

#define ID_A "0190a000-0000-7000-8000-00000000000a"
#define ID_B "0190a000-0000-7000-8000-00000000000b"
#define SUMMARY(id, version, state) \
  "{\"id\":\"" id "\",\"number\":\"1\",\"version\":" #version ",\"state\":\"" state "\"," \
  "\"item\":{\"code\":\"YS-0101\",\"title\":\"x\"},\"place\":\"990119204001\"," \
  "\"taken_in_by\":{\"id\":\"chenxiao\",\"name\":\"x\"},\"applicant\":{\"name\":\"x\"," \
  "\"id_number\":\"9901***********1155\"},\"submitted_at\":\"2026-11-21T07:42:08.123Z\"," \
  "\"updated_at\":\"2026-11-21T07:42:08.123Z\",\"review\":{\"steps\":[\"village\"],\"step\":0," \
  "\"level\":\"village\"}}"

#define ITEM(code, title)                                                                          \
  "{\"kind\":\"item\",\"id\":\"" code "\",\"version\":1,\"body\":{\"code\":\"" code                \
  "\",\"title\":\"" title                                                                          \
  "\",\"level\":\"village\",\"materials\":[],\"review\":[\"village\"],\"channel\":\"counter\"}}"

typedef YcMockDesk Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  yc_mock_desk_init (fixture, NULL);
  yc_mock_desk_open (fixture);
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  yc_test_wait_until (yc_test_mock_get_n_listeners (fixture->mock) == 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_mock_desk_clear (fixture);
}

static YcLine *
line_of (Fixture *fixture)
{
  return yc_desk_get_line (fixture->desk);
}

/* Before anybody signs in the line is known as well. */
static void
test_line_without_session (Fixture       *fixture,
                           gconstpointer  data)
{
  yc_test_desk_sign_out (fixture->desk);
  yc_test_wait_until (yc_line_get_online (line_of (fixture)));
  yc_test_mock_set_down (fixture->mock, TRUE);
  yc_test_wait_until (yc_line_get_state (line_of (fixture)) == YC_LINE_OFFLINE);
  yc_test_mock_set_down (fixture->mock, FALSE);
  yc_test_wait_until (yc_line_get_online (line_of (fixture)));
}

static void
test_reconnect (Fixture       *fixture,
                gconstpointer  data)
{
  yc_test_mock_set_answer (
      fixture->mock, "/catalog/changes",
      "{\"version\":5,\"documents\":[" ITEM ("A-1", "甲事项") "],\"more\":false}");
  yc_test_mock_send_event (fixture->mock, "id: 41\r\nevent: nonsense\r\ndata: not json\r\n\r\n");
  yc_test_mock_send_event (fixture->mock,
                           "id: 42\nevent: catalog\ndata: {\"version\":\ndata: 5}\n\n");
  yc_test_wait_until (yc_catalog_get_version (yc_desk_get_catalog (fixture->desk)) == 5);
  yc_test_mock_set_down (fixture->mock, TRUE);
  yc_test_wait_until (yc_line_get_state (line_of (fixture)) == YC_LINE_OFFLINE);
  g_assert_nonnull (yc_line_get_error (line_of (fixture)));
  yc_test_mock_set_down (fixture->mock, FALSE);
  yc_test_wait_until (yc_test_mock_get_n_listeners (fixture->mock) == 1);
  yc_test_wait_until (yc_line_get_online (line_of (fixture)));
  g_assert_null (yc_line_get_error (line_of (fixture)));
  g_assert_cmpuint (yc_line_get_next_try (line_of (fixture)), ==, 0);
  g_assert_cmpstr (yc_test_mock_get_last_event_id (fixture->mock), ==, "42");
}

/* Connected, but dead: found out by the missing heartbeat. */
static void
test_silence (Fixture       *fixture,
              gconstpointer  data)
{
  yc_mock_desk_close (fixture);
  fixture->limits.silence_ms = 150;
  fixture->limits.backoff_ms = 20000;
  fixture->limits.backoff_max_ms = 20000;
  yc_mock_desk_open (fixture);
  yc_test_wait_until (yc_line_get_online (line_of (fixture)));
  yc_test_wait_until (yc_line_get_state (line_of (fixture)) == YC_LINE_OFFLINE);
  g_assert_cmpuint (yc_line_get_next_try (line_of (fixture)), >, 10);
  yc_line_try_now (line_of (fixture));
  g_assert_cmpint (yc_line_get_state (line_of (fixture)), ==, YC_LINE_CONNECTING);
  yc_test_wait_until (yc_line_get_online (line_of (fixture)));
}

static void
test_oversized_event (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *noise = g_strnfill (200 * 1024, 'x');

  yc_test_mock_send_event (fixture->mock, noise);
  yc_test_wait_until (yc_line_get_state (line_of (fixture)) == YC_LINE_OFFLINE);
  g_assert_error (yc_line_get_error (line_of (fixture)), YC_CLIENT_ERROR,
                  YC_CLIENT_ERROR_BAD_ANSWER);
  yc_test_wait_until (yc_line_get_online (line_of (fixture)));
}

static YcLiveList *
list_of (Fixture *fixture)
{
  YcLiveList *list = yc_desk_create_case_list (fixture->desk, YC_CASE_VIEW_MINE, NULL);

  yc_test_wait_until (yc_live_list_get_load_state (list) != YC_LOAD_LOADING &&
                      yc_live_list_get_load_state (list) != YC_LOAD_EMPTY);
  return list;
}

/* A list follows what happens, tells only what differs, and keeps its objects. */
static void
test_live_list (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (YcLiveList) list = NULL;
  g_autoptr (YcCase) first = NULL;
  g_autoptr (YcCase) present = NULL;

  yc_test_mock_set_answer (fixture->mock, "/cases",
                           "{\"cases\":[" SUMMARY (ID_A, 1, "submitted") "],\"next\":null}");
  list = list_of (fixture);
  g_assert_cmpint (yc_live_list_get_load_state (list), ==, YC_LOAD_READY);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);

  yc_test_mock_set_answer (fixture->mock, "/cases",
                           "{\"cases\":[" SUMMARY (ID_B, 1, "submitted") ","
                           SUMMARY (ID_A, 2, "returned") "],\"next\":null}");
  yc_test_mock_send_event (fixture->mock, "event: case\ndata: {\"id\":\"" ID_A
                                          "\",\"version\":2,\"state\":\"returned\"}\n\n");
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 2);
  g_assert_cmpint (yc_case_get_state (first), ==, YC_CASE_STATE_RETURNED);
  present = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (present == first);
}

/* What was loaded stays on the screen when the next answer is bad. */
static void
test_list_in_trouble (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (YcLiveList) list = NULL;

  yc_test_mock_set_answer (fixture->mock, "/cases", "{\"cases\":[{\"id\":7}],\"next\":null}");
  list = list_of (fixture);
  g_assert_cmpint (yc_live_list_get_load_state (list), ==, YC_LOAD_FAILED);
  g_assert_error (yc_live_list_get_error (list), YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER);

  yc_test_mock_set_answer (fixture->mock, "/cases",
                           "{\"cases\":[" SUMMARY (ID_A, 1, "submitted") "],\"next\":null}");
  yc_live_list_refresh (list);
  yc_test_wait_until (yc_live_list_get_load_state (list) == YC_LOAD_READY);
  yc_test_mock_set_get_trouble (fixture->mock, YC_TEST_OVERSIZED);
  yc_live_list_refresh (list);
  yc_test_wait_until (yc_live_list_get_load_state (list) == YC_LOAD_STALE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_error (yc_live_list_get_error (list), YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER);
}

static GError *
load_error (Fixture    *fixture,
            const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  yc_desk_load_case_async (fixture->desk, id, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  g_assert_null (yc_desk_load_case_finish (fixture->desk, result, &error));
  return error;
}

/* Every kind of bad answer to a question is told by its own code. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    YcTestTrouble trouble;
    YcClientError code;
  } cases[] = {
    { YC_TEST_FINE, YC_CLIENT_ERROR_BAD_ANSWER },
    { YC_TEST_ERROR_500, YC_CLIENT_ERROR_SERVICE },
    { YC_TEST_BUSY_503, YC_CLIENT_ERROR_BUSY },
    { YC_TEST_PLAIN_502, YC_CLIENT_ERROR_SERVICE },
    { YC_TEST_HALF, YC_CLIENT_ERROR_OFFLINE },
    { YC_TEST_CUT, YC_CLIENT_ERROR_OFFLINE },
    { YC_TEST_OVERSIZED, YC_CLIENT_ERROR_BAD_ANSWER },
    { YC_TEST_MALFORMED, YC_CLIENT_ERROR_BAD_ANSWER },
    { YC_TEST_NO_OBJECT, YC_CLIENT_ERROR_BAD_ANSWER },
    { YC_TEST_WRONG_TYPE, YC_CLIENT_ERROR_BAD_ANSWER },
    { YC_TEST_REDIRECT, YC_CLIENT_ERROR_BAD_ANSWER },
    { YC_TEST_HANG, YC_CLIENT_ERROR_TIMED_OUT },
  };
  g_autoptr (GError) none = NULL;

  yc_mock_desk_close (fixture);
  fixture->limits.deadline_ms = 300;
  yc_mock_desk_open (fixture);
  yc_test_mock_set_answer (fixture->mock, "/cases/" ID_A, "{\"id\":\"" ID_A "\"}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      yc_test_mock_set_get_trouble (fixture->mock, cases[i].trouble);
      error = load_error (fixture, ID_A);
      if (!g_error_matches (error, YC_CLIENT_ERROR, cases[i].code))
        g_error ("trouble %u gave: %s", cases[i].trouble, error->message);
    }
  yc_test_mock_set_get_trouble (fixture->mock, YC_TEST_FINE);
  none = load_error (fixture, ID_B);
  g_assert_error (none, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
}

static void
test_cancelled_question (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_mock_set_get_trouble (fixture->mock, YC_TEST_HANG);
  yc_desk_load_case_async (fixture->desk, ID_A, cancellable, yc_test_keep_result, &result);
  g_cancellable_cancel (cancellable);
  yc_test_wait_until (result != NULL);
  g_assert_null (yc_desk_load_case_finish (fixture->desk, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_damaged_certificate (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_null (yc_test_desk_load_certificate (fixture->desk, ID_A, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NO_CERTIFICATE);
  g_clear_error (&error);
  yc_test_mock_set_get_trouble (fixture->mock, YC_TEST_HALF);
  g_assert_null (yc_test_desk_load_certificate (fixture->desk, ID_A, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE);
}

static void
test_catalog (Fixture       *fixture,
              gconstpointer  data)
{
  YcCatalog *catalog = yc_desk_get_catalog (fixture->desk);
  g_autoptr (GListModel) entries = NULL;
  guint n_gets;

  yc_test_mock_set_answer (fixture->mock, "/catalog/changes",
                           "{\"version\":5,\"documents\":[" ITEM ("A-1", "甲事项") "," ITEM (
                               "A-2", "乙事项") ",{\"kind\":\"tomorrow\",\"id\":\"x\",\"version\":"
                                                "1,\"body\":{}}],\"more\":false}");
  yc_test_mock_send_event (fixture->mock, "event: catalog\ndata: {\"version\":5}\n\n");
  yc_test_wait_until (yc_catalog_get_version (catalog) == 5);
  g_assert_nonnull (yc_catalog_get_item (catalog, "A-1"));
  yc_test_wait_until (yc_seeker_get_n_documents (yc_desk_get_seeker (fixture->desk)) == 2);

  /* Removed. */
  yc_test_mock_set_answer (
      fixture->mock, "/catalog/changes",
      "{\"version\":6,\"documents\":[{\"kind\":\"item\",\"id\":\"A-1\",\"version\":6,"
      "\"body\":null}],\"more\":false}");
  yc_test_mock_send_event (fixture->mock, "event: catalog\ndata: {\"version\":6}\n\n");
  yc_test_wait_until (yc_catalog_get_version (catalog) == 6);
  g_assert_null (yc_catalog_get_item (catalog, "A-1"));
  yc_test_wait_until (yc_seeker_get_n_documents (yc_desk_get_seeker (fixture->desk)) == 1);

  /* Malformed: what is known stays, and the next event tries again. */
  yc_test_mock_set_answer (fixture->mock, "/catalog/changes",
                           "{\"version\":7,\"documents\":[1],\"more\":false}");
  yc_test_mock_send_event (fixture->mock, "event: catalog\ndata: {\"version\":7}\n\n");
  n_gets = yc_test_mock_get_n_gets (fixture->mock);
  yc_test_wait_until (yc_test_mock_get_n_gets (fixture->mock) > n_gets);
  yc_test_mock_set_answer (
      fixture->mock, "/catalog/changes",
      "{\"version\":8,\"documents\":[" ITEM ("A-3", "丁事项") ","
      "{\"kind\":\"item\",\"id\":\"A-2\",\"version\":8,\"body\":{\"code\":\"A-2\",\"title\":0}},"
      "{\"kind\":\"entry\",\"id\":\"e-1\",\"version\":8,\"body\":{\"id\":\"e-1\",\"question\":\"问\","
      "\"answer\":\"答\",\"items\":[\"A-2\"]}}],\"more\":false}");
  yc_test_mock_send_event (fixture->mock, "event: catalog\ndata: {\"version\":8}\n\n");
  yc_test_wait_until (yc_catalog_get_version (catalog) == 8);
  g_assert_nonnull (yc_catalog_get_item (catalog, "A-2"));

  /* Restarted with the line down: still there, what was understood of each. Then a service that was
   * set back: all anew. */
  yc_mock_desk_close (fixture);
  yc_test_mock_set_answer (
      fixture->mock, "/catalog/changes",
      "{\"version\":2,\"documents\":[" ITEM ("B-1", "丙事项") "],\"more\":false}");
  yc_test_mock_set_down (fixture->mock, TRUE);
  yc_mock_desk_open (fixture);
  catalog = yc_desk_get_catalog (fixture->desk);
  g_assert_cmpint (yc_catalog_get_version (catalog), ==, 8);
  g_assert_cmpstr (yc_item_get_title (yc_catalog_get_item (catalog, "A-2")), ==, "乙事项");
  yc_test_wait_until (yc_seeker_get_n_documents (yc_desk_get_seeker (fixture->desk)) == 3);
  g_assert_cmpstr (yc_knowledge_entry_get_answer (yc_test_desk_take_entry (fixture->desk, "e-1")), ==,
                   "答");
  entries = yc_catalog_entries_for_item (catalog, "A-2");
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
  yc_test_mock_set_down (fixture->mock, FALSE);
  yc_test_wait_until (yc_catalog_get_version (catalog) == 2);
  g_assert_nonnull (yc_catalog_get_item (catalog, "B-1"));
  g_assert_null (yc_catalog_get_item (catalog, "A-2"));
}

#define DOCUMENT(kind, id, body) \
  "{\"kind\":\"" kind "\",\"id\":\"" id "\",\"version\":5,\"body\":{\"id\":\"" id "\"," body "}}"

/* A list is as the clerk's town has it; once they have left, as the city has it. */
static void
test_overlay (Fixture       *fixture,
              gconstpointer  data)
{
  YcCatalog *catalog = yc_desk_get_catalog (fixture->desk);

  yc_test_mock_set_answer (
    fixture->mock, "/catalog/changes",
    "{\"version\":5,\"documents\":["
    DOCUMENT ("overlay", "water@990119204", "\"title\":\"镇上的水\"") ","
    DOCUMENT ("overlay", "water@990119201", "\"title\":\"别处的水\"") ","
    DOCUMENT ("list", "water", "\"title\":\"水\",\"keywords\":[],\"questions\":[{\"id\":\"a\","
                               "\"title\":\"A\",\"kind\":\"yes-no\"}],\"outcomes\":[{\"id\":\"o\","
                               "\"when\":true,\"item\":\"A-1\",\"reason\":\"R\"}]")
    "],\"more\":false}");
  yc_test_mock_send_event (fixture->mock, "event: catalog\ndata: {\"version\":5}\n\n");
  yc_test_wait_until (yc_catalog_get_version (catalog) == 5);
  g_assert_cmpstr (yc_question_list_get_title (yc_catalog_get_list (catalog, "water")), ==,
                   "镇上的水");
  g_assert_cmpuint (g_list_model_get_n_items (yc_catalog_get_lists (catalog)), ==, 1);
  yc_test_desk_sign_out (fixture->desk);
  g_assert_cmpstr (yc_question_list_get_title (yc_catalog_get_list (catalog, "water")), ==, "水");
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/client/live/line-without-session", test_line_without_session);
  add_test ("/client/live/reconnect", test_reconnect);
  add_test ("/client/live/silence", test_silence);
  add_test ("/client/live/oversized-event", test_oversized_event);
  add_test ("/client/live/list", test_live_list);
  add_test ("/client/live/list-in-trouble", test_list_in_trouble);
  add_test ("/client/live/answers", test_answers);
  add_test ("/client/live/cancelled-question", test_cancelled_question);
  add_test ("/client/live/damaged-certificate", test_damaged_certificate);
  add_test ("/client/live/catalog", test_catalog);
  add_test ("/client/live/overlay", test_overlay);
  return g_test_run ();
}
