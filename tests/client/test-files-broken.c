/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files over a line that breaks, with a service and a desk that are killed: nothing is lost, nothing
 * is doubled. */
#include "yc-files-fixture.h"

#include "yc-test-files.h"

static void
test_line_down (YcFilesFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (YC_FILES_LARGE, 3);
  YcCaseDraft *draft;

  yc_files_cut_line (fixture);
  draft = yc_files_begin_with (fixture->desk, file);
  yc_test_desk_submit (draft);
  yc_files_assert_loaded (fixture->desk, file);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (fixture->desk)));
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  yc_files_mend_line (fixture);
  yc_files_assert_sent_once (draft);
}

/* The answer to a part is lost, again and again: sending goes on where the service stands. */
static void
test_line_cut (YcFilesFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (YC_FILES_LARGE, 4);
  YcCaseDraft *draft = yc_files_begin_with (fixture->desk, file);

  yc_files_submit_over_cuts (fixture, draft, 5);
  yc_files_assert_sent_once (draft);
}

/* kill -9 of the service while a file comes in; afterwards it goes on, it does not begin anew. */
static void
test_service_killed (YcFilesFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * YC_FILES_LARGE, 5);
  YcCaseDraft *draft = yc_files_begin_with (fixture->desk, file);
  guint64 n_sent;

  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_files_get_n_sent (draft) > YC_FILES_LARGE / 2);
  yc_files_cut_line (fixture);
  n_sent = yc_files_get_n_sent (draft);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  g_assert_cmpuint (n_sent, <, g_bytes_get_size (file));
  yc_files_mend_line (fixture);
  yc_test_wait_until (yc_files_get_n_sent (draft) >= n_sent ||
                      yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT);
  yc_files_assert_sent_once (draft);
}

/* kill -9 of the desk while it sends: it goes on by itself after the next start. */
static void
test_desk_killed (YcFilesFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *id = yc_files_live_and_die (fixture, "--submit");
  YcCaseDraft *draft;

  yc_test_wait_until (yc_files_find_draft (fixture->desk, id) != NULL);
  draft = yc_files_find_draft (fixture->desk, id);
  yc_files_assert_sent_once (draft);
}

/* kill -9 right after the desk has said that a file is safe. */
static void
test_killed_after_put (YcFilesFixture *fixture,
                       gconstpointer   data)
{
  g_autofree char *id = yc_files_live_and_die (fixture, "--attach");
  g_autoptr (GBytes) file = yc_test_files_create_png (YC_FILES_LARGE, 6);

  yc_files_cut_line (fixture);
  yc_test_wait_until (yc_files_find_draft (fixture->desk, id) != NULL);
  yc_files_assert_loaded (fixture->desk, file);
}

/* The children */

static int
run_attaching_child (YcDesk *desk)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (YC_FILES_LARGE, 6);
  YcCaseDraft *draft = yc_files_begin_with (desk, file);

  yc_test_wait_until (yc_visits_get_saved (yc_desk_get_visits (desk)));
  yc_files_die (draft);
  return 1;
}

static int
run_submitting_child (YcDesk *desk)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * YC_FILES_LARGE, 15);
  YcCaseDraft *draft = yc_files_begin_with (desk, file);

  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_files_get_n_sent (draft) > YC_FILES_LARGE);
  yc_files_die (draft);
  return 1;
}

static int
run_child (char **argv)
{
  g_autoptr (YcTestDesk) desk = yc_files_open_child (argv);

  return g_str_equal (argv[1], "--attach") ? run_attaching_child (desk)
                                           : run_submitting_child (desk);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_has_prefix (argv[1], "--"))
    return run_child (argv);

  g_test_init (&argc, &argv, NULL);

  YC_FILES_ADD ("/client/files-broken/line-down", test_line_down);
  YC_FILES_ADD ("/client/files-broken/line-cut", test_line_cut);
  YC_FILES_ADD ("/client/files-broken/service-killed", test_service_killed);
  YC_FILES_ADD ("/client/files-broken/desk-killed", test_desk_killed);
  YC_FILES_ADD ("/client/files-broken/killed-after-put", test_killed_after_put);

  return g_test_run ();
}
