/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIGKILL at random moments: nothing acknowledged is lost, nothing takes effect twice. The desk runs
 * in a child process that gives commands as fast as it can and says which ones are saved; the
 * service, in trouble most of the time, runs here. */
#include "yc-json.h"
#include "yc-test-desk.h"
#include "yc-test-mock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define N_LIVES 12
#define N_SHORT_LIVES 8
#define CATALOG \
  "{\"version\":3,\"documents\":[{\"kind\":\"item\",\"id\":\"T-1\",\"version\":1,\"body\":{" \
  "\"code\":\"T-1\",\"title\":\"试办事项\",\"level\":\"village\",\"channel\":\"counter\"," \
  "\"review\":[\"village\"],\"materials\":[]}}],\"more\":false}"
#define N_KEYS 3
#define FORM_CATALOG \
  "{\"version\":4,\"documents\":[{\"kind\":\"item\",\"id\":\"T-2\",\"version\":1,\"body\":{" \
  "\"code\":\"T-2\",\"title\":\"试填事项\",\"level\":\"village\",\"channel\":\"counter\"," \
  "\"form\":\"f\",\"review\":[\"village\"],\"materials\":[]}}," \
  "{\"kind\":\"form\",\"id\":\"f\",\"version\":1,\"body\":{\"id\":\"f\",\"schema\":{" \
  "\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"title\":\"数\"}}}," \
  "\"layout\":{\"type\":\"Control\",\"scope\":\"#/properties/n\"}}}],\"more\":false}"
/* What is promised of typing, in microseconds. */
#define PROMISE G_USEC_PER_SEC

static char *program;

/* The child */

static int
run_child (const char *folder,
           const char *url,
           const char *life)
{
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, url);

  if (!yc_session_get_signed_in (yc_desk_get_session (desk)))
    yc_test_desk_sign_in (desk, "chenxiao");
  for (guint i = 0;; i++)
    {
      g_autofree char *key = g_strdup_printf ("key-%u", i % N_KEYS);
      g_autofree char *name = g_strdup_printf ("%s-%u-%u", life, i % N_KEYS, i);
      g_autofree char *body = g_strdup_printf ("{\"name\":\"%s.\"}", name);
      g_autoptr (GError) error = NULL;
      g_autoptr (YcCommand) command = NULL;

      command = yc_test_desk_add_command (desk, "/cases", key, body, &error);
      g_assert_no_error (error);
      /* From here on it counts as saved. */
      printf ("%s\n", name);
      fflush (stdout);
    }
  return 0;
}

/* Begins and submits cases, one visit each. */
static int
run_submitting_child (const char *folder,
                      const char *url)
{
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, url);

  if (!yc_session_get_signed_in (yc_desk_get_session (desk)))
    yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_wait_until (yc_catalog_get_item (yc_desk_get_catalog (desk), "T-1") != NULL);
  for (;;)
    {
      YcVisit *visit = yc_visits_add (yc_desk_get_visits (desk));
      YcCaseDraft *draft = yc_visit_add_draft (visit, "T-1", NULL);

      yc_citizen_set_name (yc_visit_get_citizen (visit), "马建国");
      yc_citizen_set_id_number (yc_visit_get_citizen (visit), "99010119850125551X");
      yc_test_desk_submit (draft);
      printf ("%s\n", yc_case_draft_get_case_id (draft));
      fflush (stdout);
    }
  return 0;
}

static gboolean
type_cb (gpointer user_data)
{
  static guint n;
  g_autofree char *text = g_strdup_printf ("%u", ++n);

  yc_form_set_text (user_data, "/n", text, NULL);
  printf ("%s %" G_GINT64_FORMAT "\n", text, g_get_monotonic_time ());
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

/* Types into a form, fifty keys a second, with the limits that a clerk's desk has. */
static int
run_typing_child (const char *folder,
                  const char *url)
{
  YcLimits limits;
  YcDesk *desk;
  YcVisit *visit;
  YcCaseDraft *draft;

  yc_limits_init_defaults (&limits);
  desk = yc_test_desk_new_with_limits (folder, url, &limits);
  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_wait_until (yc_catalog_get_item (yc_desk_get_catalog (desk), "T-2") != NULL);
  visit = yc_visits_add (yc_desk_get_visits (desk));
  draft = yc_visit_add_draft (visit, "T-2", NULL);
  g_timeout_add (20, type_cb, yc_case_draft_get_form (draft));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

/* The parent */

typedef struct
{
  YcTestMock *mock;
  GPtrArray  *saved;
  gboolean    ended;
} Witness;

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Witness *witness = user_data;
  GDataInputStream *stream = G_DATA_INPUT_STREAM (source);
  g_autofree char *line = g_data_input_stream_read_line_finish (stream, result, NULL, NULL);

  if (line == NULL)
    {
      witness->ended = TRUE;
      return;
    }
  g_ptr_array_add (witness->saved, g_steal_pointer (&line));
  g_data_input_stream_read_line_async (stream, G_PRIORITY_DEFAULT, NULL, line_read_cb, witness);
}

static YcTestTrouble
random_trouble (void)
{
  static const YcTestTrouble troubles[] = { YC_TEST_FINE, YC_TEST_FINE, YC_TEST_CUT, YC_TEST_HALF,
                                            YC_TEST_ERROR_500, YC_TEST_CUT_BEFORE, YC_TEST_HANG };

  return troubles[g_test_rand_int_range (0, G_N_ELEMENTS (troubles))];
}

/* Lets the child live until it has saved some more, then kills it wherever it is. */
static void
live_and_die (Witness    *witness,
              const char *folder,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) stream = NULL;
  guint enough = witness->saved->len + (guint) g_test_rand_int_range (0, 25);

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", folder,
                            yc_test_mock_get_url (witness->mock), name, NULL);
  g_assert_no_error (error);
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  witness->ended = FALSE;
  g_data_input_stream_read_line_async (stream, G_PRIORITY_DEFAULT, NULL, line_read_cb, witness);
  yc_test_wait_until (witness->saved->len > enough || witness->ended);
  g_assert_false (witness->ended);
  for (int turns = g_test_rand_int_range (0, 20); turns > 0; turns--)
    {
      yc_test_mock_set_trouble (witness->mock, random_trouble ());
      yc_test_iterate ();
    }
  g_subprocess_send_signal (child, SIGKILL);
  yc_test_wait_until (witness->ended);
  g_subprocess_wait (child, NULL, NULL);
}

static void
check_every_saved_is_there_once (Witness *witness)
{
  for (guint i = 0; i < witness->saved->len; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("\"%s.\"", (const char *) g_ptr_array_index (witness->saved, i));

      if (yc_test_mock_count_effects (witness->mock, name) != 1)
        g_error ("%s took effect %u times", name, yc_test_mock_count_effects (witness->mock, name));
    }
}

/* Also what was written but not told before the kill must be there once at most, and in order. */
static void
check_order (Witness *witness)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int last[N_LIVES][N_KEYS];

  memset (last, -1, sizeof last);
  for (guint i = 0; i < yc_test_mock_get_n_effects (witness->mock); i++)
    {
      const char *effect = strstr (yc_test_mock_get_effect (witness->mock, i), "life");
      int life, key, step;

      g_assert_true (g_hash_table_add (seen, (gpointer) effect));
      g_assert_cmpint (sscanf (effect, "life%d-%d-%d.", &life, &key, &step), ==, 3);
      g_assert_cmpint (step, >, last[life][key]);
      last[life][key] = step;
    }
}

static void
test_kill (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestMock) mock = yc_test_mock_new ();
  g_autoptr (YcTestDesk) desk = NULL;
  Witness witness = { .mock = mock };

  witness.saved = g_ptr_array_new_with_free_func (g_free);
  for (guint life = 0; life < N_LIVES; life++)
    {
      g_autofree char *name = g_strdup_printf ("life%u", life);

      live_and_die (&witness, folder, name);
    }
  g_assert_cmpuint (witness.saved->len, >, N_LIVES);

  yc_test_mock_set_trouble (mock, YC_TEST_FINE);
  desk = yc_test_desk_new (folder, yc_test_mock_get_url (mock));
  g_assert_true (yc_session_get_signed_in (yc_desk_get_session (desk)));
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (yc_desk_get_outbox (desk))) == 0);
  check_every_saved_is_there_once (&witness);
  check_order (&witness);
  g_ptr_array_unref (witness.saved);
}

static void
check_draft (Witness     *witness,
             YcCaseDraft *draft)
{
  const char *id = yc_case_draft_get_case_id (draft);
  gboolean sent = yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT;

  g_assert_true (sent || yc_case_draft_get_state (draft) == YC_CASE_DRAFT_DRAFT);
  g_assert_cmpuint (yc_test_mock_count_effects (witness->mock, id), ==, sent ? 1 : 0);
}

/* A draft and its submission agree, wherever the kill fell. */
static void
test_kill_drafts (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestMock) mock = yc_test_mock_new ();
  g_autoptr (YcTestDesk) desk = NULL;
  Witness witness = { .mock = mock };
  GListModel *visits;

  yc_test_mock_set_answer (mock, "/catalog/changes", CATALOG);
  witness.saved = g_ptr_array_new_with_free_func (g_free);
  for (guint life = 0; life < N_SHORT_LIVES; life++)
    live_and_die (&witness, folder, "submit");

  yc_test_mock_set_trouble (mock, YC_TEST_FINE);
  desk = yc_test_desk_new (folder, yc_test_mock_get_url (mock));
  yc_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (yc_desk_get_outbox (desk))) == 0);
  for (guint i = 0; i < witness.saved->len; i++)
    {
      const char *id = g_ptr_array_index (witness.saved, i);
      YcVisit *visit = yc_visits_find_case (yc_desk_get_visits (desk), id);

      g_assert_cmpuint (yc_test_mock_count_effects (mock, id), ==, 1);
      g_assert_nonnull (visit);
      g_assert_cmpint (yc_case_draft_get_state (yc_visit_find_draft (visit, id)), ==,
                       YC_CASE_DRAFT_SENT);
    }
  visits = G_LIST_MODEL (yc_desk_get_visits (desk));
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (YcVisit) visit = g_list_model_get_item (visits, i);
      g_autoptr (YcCaseDraft) draft = g_list_model_get_item (yc_visit_get_drafts (visit), 0);

      if (draft != NULL)
        check_draft (&witness, draft);
    }
  g_ptr_array_unref (witness.saved);
}

/* When the first key was pressed of those that are not on the disk. */
static gint64
find_first_lost (Witness *witness,
                 gint64   n_kept)
{
  for (guint i = 0; i < witness->saved->len; i++)
    {
      gint64 n, at;

      g_assert_cmpint (sscanf (g_ptr_array_index (witness->saved, i),
                               "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &n, &at), ==, 2);
      if (n > n_kept)
        return at;
    }
  return G_MAXINT64;
}

/* The value that is in the form again. */
static gint64
read_kept (YcTestMock *mock,
           const char *folder)
{
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_mock_get_url (mock));
  GListModel *visits = G_LIST_MODEL (yc_desk_get_visits (desk));
  g_autoptr (YcVisit) visit = g_list_model_get_item (visits, 0);
  g_autoptr (YcCaseDraft) draft = NULL;
  g_autoptr (JsonNode) data = NULL;

  g_assert_nonnull (visit);
  draft = g_list_model_get_item (yc_visit_get_drafts (visit), 0);
  g_assert_nonnull (draft);
  data = yc_form_get_data (yc_case_draft_get_form (draft));
  return yc_json_get_int (json_node_get_object (data), "n", 0);
}

/* What was typed into a form a second before the plug was pulled is there again. */
static void
test_kill_form (void)
{
  gint64 longest = 0;

  for (guint life = 0; life < 3; life++)
    {
      g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
      g_autoptr (YcTestMock) mock = yc_test_mock_new ();
      g_autoptr (GSubprocess) child = NULL;
      g_autoptr (GDataInputStream) stream = NULL;
      Witness witness = { .mock = mock };
      gint64 killed;

      yc_test_mock_set_answer (mock, "/catalog/changes", FORM_CATALOG);
      witness.saved = g_ptr_array_new_with_free_func (g_free);
      child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "--child", folder,
                                yc_test_mock_get_url (mock), "type", NULL);
      stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      g_data_input_stream_read_line_async (stream, G_PRIORITY_DEFAULT, NULL, line_read_cb,
                                           &witness);
      yc_test_wait_until (witness.saved->len > 60 + 17 * life || witness.ended);
      killed = g_get_monotonic_time ();
      g_subprocess_send_signal (child, SIGKILL);
      yc_test_wait_until (witness.ended);
      g_subprocess_wait (child, NULL, NULL);
      longest = MAX (longest, killed - find_first_lost (&witness, read_kept (mock, folder)));
      g_ptr_array_unref (witness.saved);
    }
  g_test_message ("At most the last %" G_GINT64_FORMAT " ms of typing were lost", longest / 1000);
  g_assert_cmpint (longest, <, PROMISE);
}

int
main (int    argc,
      char **argv)
{
  program = argv[0];
  if (argc == 5 && g_str_equal (argv[1], "--child"))
    return g_str_equal (argv[4], "submit") ? run_submitting_child (argv[2], argv[3])
           : g_str_equal (argv[4], "type") ? run_typing_child (argv[2], argv[3])
                                           : run_child (argv[2], argv[3], argv[4]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/kill/commands", test_kill);
  g_test_add_func ("/client/kill/drafts", test_kill_drafts);
  g_test_add_func ("/client/kill/form", test_kill_form);
  return g_test_run ();
}
