/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index at the desk: follows the catalog, is filled anew when it is gone, damaged or behind, and
 * survives SIGKILL in the midst of it. */
#include "yc-mock-desk.h"
#include "yc-seeker-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define N_ITEMS 300
#define N_MATERIALS 2
#define N_LIVES 4

static char *program;

/* As many items as the index takes more than a moment for, which ask for the same, and one for more. */
static char *
make_catalog (guint n_items)
{
  g_autoptr (GString) text = g_string_new ("{\"version\":7,\"latest\":7,\"documents\":[");

  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (
        text,
        "%s{\"kind\":\"item\",\"id\":\"T-%03u\",\"version\":%u,\"body\":{\"code\":\"T-%03u\","
        "\"title\":\"试办事项第%u号\",\"level\":\"village\",\"channel\":\"counter\",\"materials\":["
        "{\"id\":\"m\",\"title\":\"租赁合同\"}%s],\"review\":[\"village\"]}}",
        i > 0 ? "," : "", i, i + 1, i, i, i == 2 ? ",{\"id\":\"n\",\"title\":\"独有材料\"}" : "");
  g_string_append (text, "],\"more\":false}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count (YcDesk     *desk,
       const char *query)
{
  YcSeeker *seeker = yc_desk_get_seeker (desk);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YcSearchResult) found = NULL;
  g_autoptr (GError) error = NULL;

  yc_seeker_find_async (seeker, query, NULL, 3, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  found = yc_seeker_find_finish (seeker, result, &error);
  g_assert_no_error (error);
  return yc_search_result_get_total (found);
}

static gboolean
is_ready (YcDesk *desk)
{
  return yc_seeker_get_state (yc_desk_get_seeker (desk)) == YC_SEEKER_READY;
}

static void
wait_for_all (YcDesk *desk)
{
  yc_test_wait_until (is_ready (desk) &&
                      yc_seeker_get_n_documents (yc_desk_get_seeker (desk)) == N_ITEMS + N_MATERIALS);
  /* A material is found by the items that ask for it, too, and once. */
  g_assert_cmpuint (count (desk, "试办"), ==, N_ITEMS + N_MATERIALS);
  g_assert_cmpuint (count (desk, "zlht"), ==, 1);
  g_assert_cmpuint (count (desk, "dycl"), ==, 1);
  g_assert_cmpuint (count (desk, "T-299"), ==, 1);
}

/* A desk that has the whole catalog, closed, and a service that is gone. */
static void
set_up (YcMockDesk    *fixture,
        gconstpointer  data)
{
  g_autofree char *catalog = make_catalog (N_ITEMS);

  yc_mock_desk_init (fixture, catalog);
  yc_mock_desk_open (fixture);
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  wait_for_all (fixture->desk);
  yc_mock_desk_close (fixture);
  yc_test_mock_set_down (fixture->mock, TRUE);
}

static void
tear_down (YcMockDesk    *fixture,
           gconstpointer  data)
{
  yc_mock_desk_clear (fixture);
}

static char *
get_index (YcMockDesk *fixture)
{
  return g_build_filename (fixture->folder, "search.db", NULL);
}

static void
assert_filled_again (YcMockDesk *fixture)
{
  yc_mock_desk_open (fixture);
  wait_for_all (fixture->desk);
  yc_mock_desk_close (fixture);
}

static void
test_gone (YcMockDesk    *fixture,
           gconstpointer  data)
{
  g_autofree char *path = get_index (fixture);

  assert_filled_again (fixture);
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_filled_again (fixture);
}

static void
test_damaged (YcMockDesk    *fixture,
              gconstpointer  data)
{
  g_autofree char *path = get_index (fixture);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "这不是索引", -1, NULL));
  assert_filled_again (fixture);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_filled_again (fixture);
  /* Its beginning is right, the rest is not. */
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  memset (text + MIN (length, 200), 0x5a, length - MIN (length, 200));
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  assert_filled_again (fixture);
}

/* As after a kill between the catalog's commit and the index's. */
static void
test_behind (YcMockDesk    *fixture,
             gconstpointer  data)
{
  yc_test_desk_exec (fixture->folder,
                     "DELETE FROM documents WHERE id = 'T-000';"
                     "UPDATE catalog_state SET version = 8");
  yc_mock_desk_open (fixture);
  yc_test_wait_until (is_ready (fixture->desk) && count (fixture->desk, "试办") == N_ITEMS - 1 + N_MATERIALS);
  g_assert_cmpuint (count (fixture->desk, "zlht"), ==, 1);
}

/* An item that lost its material, and one that is gone, with a material that only it asked for. */
static void
test_follows (YcMockDesk    *fixture,
              gconstpointer  data)
{
  yc_mock_desk_open (fixture);
  wait_for_all (fixture->desk);
  yc_test_mock_set_answer (
      fixture->mock, "/catalog/changes",
      "{\"version\":9,\"latest\":9,\"documents\":[{\"kind\":\"item\",\"id\":\"T-001\","
      "\"version\":8,\"body\":{\"code\":\"T-001\",\"title\":\"改名事项\",\"level\":\"village\","
      "\"channel\":\"counter\",\"materials\":[],\"review\":[\"village\"]}},{\"kind\":\"item\","
      "\"id\":\"T-002\",\"version\":9,\"body\":null}],\"more\":false}");
  yc_test_mock_set_down (fixture->mock, FALSE);
  yc_test_wait_until (count (fixture->desk, "改名") == 1);
  g_assert_cmpuint (count (fixture->desk, "zlht"), ==, 1);
  g_assert_cmpuint (count (fixture->desk, "dycl"), ==, 0);
  g_assert_cmpuint (count (fixture->desk, "T-002"), ==, 0);
  g_assert_cmpuint (count (fixture->desk, "试办"), ==, N_ITEMS - 2 + 1);
}

/* What was chosen is known after a restart, and comes first. */
static void
test_chosen (YcMockDesk    *fixture,
             gconstpointer  data)
{
  g_autoptr (YcHit) hit = yc_hit_new ("item", "T-123", "试办事项第123号", NULL, 0, NULL, NULL);
  g_autoptr (YcHit) recalled = NULL;
  GListModel *recent;

  yc_mock_desk_open (fixture);
  wait_for_all (fixture->desk);
  yc_seeker_choose (yc_desk_get_seeker (fixture->desk), hit);
  yc_mock_desk_close (fixture);
  yc_mock_desk_open (fixture);
  recent = yc_seeker_get_recent (yc_desk_get_seeker (fixture->desk));
  yc_test_wait_until (g_list_model_get_n_items (recent) == 1);
  recalled = g_list_model_get_item (recent, 0);
  g_assert_cmpstr (yc_hit_get_id (recalled), ==, "T-123");
  g_assert_cmpstr (yc_hit_get_title (recalled), ==, "试办事项第123号");
}

/* The child: says when filling has begun, and goes on. */

static int
run_child (const char *folder,
           const char *url)
{
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, url);

  yc_test_wait_until (yc_seeker_get_state (yc_desk_get_seeker (desk)) != YC_SEEKER_CLOSED);
  puts ("filling");
  fflush (stdout);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

static void
live_and_die (YcMockDesk *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "child", fixture->folder,
      yc_test_mock_get_url (fixture->mock), NULL);
  char word[8];

  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (child), word, sizeof word,
                                        NULL, &error), >, 0);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
}

static void
test_kill (YcMockDesk    *fixture,
           gconstpointer  data)
{
  g_autofree char *path = get_index (fixture);

  for (guint life = 0; life < N_LIVES; life++)
    {
      g_unlink (path);
      live_and_die (fixture);
      assert_filled_again (fixture);
    }
}

#define ADD(path, function) g_test_add (path, YcMockDesk, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "child"))
    return run_child (argv[2], argv[3]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("/seeker/gone", test_gone);
  ADD ("/seeker/damaged", test_damaged);
  ADD ("/seeker/behind", test_behind);
  ADD ("/seeker/follows", test_follows);
  ADD ("/seeker/chosen", test_chosen);
  ADD ("/seeker/kill", test_kill);
  return g_test_run ();
}
