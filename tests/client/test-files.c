/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of forms, from the desk's folder to the reviewer's screen, over a line that breaks, a service
 * and a desk that are killed: nothing lost, nothing doubled, nothing readable on the disk. */
#include "../e2e/yc-proxy.h"
#include "yc-attachment.h"
#include "yc-json.h"
#include "yc-test-desk.h"
#include "yc-test-files.h"
#include "yc-test-service.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define ITEM "ZJ-0701"
#define FORM                                                                                     \
  "\"party\":\"出租人\",\"address\":\"东莞市黄江镇北岸社区样例一路 19 号 402 房\",\"use\":\"居住\","  \
  "\"area\":68,\"landlord\":\"周伯安\",\"landlord_id\":\"990101198103161155\",\"tenants\":[{"        \
  "\"name\":\"罗文静\",\"id_number\":\"990101200002297467\",\"kind\":\"承租人\"}],"                  \
  "\"lease_from\":\"2026-09-01\",\"lease_until\":\"2027-08-31\",\"months\":12,"                    \
  "\"monthly_rent\":1650,\"deposit\":3300,\"phone\":\"10000000101\""
#define LARGE (3 * 1024 * 1024)
#define MARK "noIs"

static char *program;

/* A desk behind a line that can be cut. */
typedef struct
{
  YcTestService *service;
  YcProxy *proxy;
  char *folder;
  char *url;
  YcDesk *desk;
} Fixture;

static void
connect_line (Fixture *fixture)
{
  g_autoptr (GUri) uri =
    g_uri_parse (yc_test_service_get_url (fixture->service), G_URI_FLAGS_NONE, NULL);

  yc_proxy_set_target (fixture->proxy, (guint16) g_uri_get_port (uri));
}

static void
cut_line (Fixture *fixture)
{
  yc_test_service_kill (fixture->service);
}

static void
mend_line (Fixture *fixture)
{
  yc_test_service_start (fixture->service);
  connect_line (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  guint16 port = 0;

  fixture->service = yc_test_service_new (TRUE, NULL);
  fixture->proxy = yc_proxy_new (&port);
  fixture->url = g_strdup_printf ("http://127.0.0.1:%u", port);
  fixture->folder = yc_test_folder_new ();
  connect_line (fixture);
  fixture->desk = yc_test_desk_new (fixture->folder, fixture->url);
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  yc_test_desk_wait_for_catalog (fixture->desk);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_test_desk_free (fixture->desk);
  yc_proxy_free (fixture->proxy);
  yc_test_service_free (fixture->service);
  yc_test_folder_free (fixture->folder);
  g_free (fixture->url);
}

static char *
try_put (YcDesk  *desk,
         GBytes  *file,
         GError **error)
{
  YcAttachments *attachments = yc_desk_get_attachments (desk);
  g_autoptr (GAsyncResult) result = NULL;

  yc_attachments_put_async (attachments, file, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_attachments_put_finish (attachments, result, error);
}

/* (transfer full): what the form says of it. */
static char *
put (YcDesk     *desk,
     GBytes     *file,
     const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = try_put (desk, file, &error);

  g_assert_no_error (error);
  return g_strdup_printf ("{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"image/png\",\"size\":%"
                          G_GSIZE_FORMAT "}", id, name, g_bytes_get_size (file));
}

static GBytes *
try_load (YcDesk      *desk,
          const char  *id,
          GError     **error)
{
  YcAttachments *attachments = yc_desk_get_attachments (desk);
  g_autoptr (GAsyncResult) result = NULL;

  yc_attachments_load_async (attachments, id, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_attachments_load_finish (attachments, result, error);
}

static void
assert_loaded (YcDesk *desk,
               GBytes *file)
{
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) loaded = try_load (desk, id, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, file));
}

static void
fill (YcCaseDraft *draft,
      const char  *files)
{
  GListModel *materials = yc_case_draft_get_materials (draft);
  g_autofree char *text = g_strdup_printf ("{" FORM "%s%s}", *files != '\0' ? "," : "", files);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) data = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      if (!g_str_equal (yc_draft_material_get_id (material), "authority"))
        yc_draft_material_set_status (material, YC_MATERIAL_COMPLETE);
    }
  yc_form_set_data (yc_case_draft_get_form (draft), data, &error);
  g_assert_no_error (error);
}

/* A draft with those members in its form. */
static YcCaseDraft *
begin (YcDesk     *desk,
       const char *files)
{
  YcVisit *visit = yc_visits_add (yc_desk_get_visits (desk));
  YcCitizen *citizen = yc_visit_get_citizen (visit);
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft = yc_visit_add_draft (visit, ITEM, &error);

  g_assert_no_error (error);
  yc_citizen_set_name (citizen, "周伯安");
  yc_citizen_set_id_number (citizen, "990101198103161155");
  yc_citizen_set_mobile (citizen, "10000000101");
  fill (draft, files);
  return draft;
}

static YcCaseDraft *
begin_with (YcDesk *desk,
            GBytes *file)
{
  g_autofree char *words = put (desk, file, "合同.png");
  g_autofree char *member = g_strconcat ("\"contract\":", words, NULL);

  return begin (desk, member);
}

static void
wait_for_state (YcCaseDraft      *draft,
                YcCaseDraftState  state)
{
  yc_test_wait_until (yc_case_draft_get_state (draft) == state);
}

static void
assert_sent_once (YcCaseDraft *draft)
{
  wait_for_state (draft, YC_CASE_DRAFT_SENT);
  g_assert_cmpuint (yc_case_get_n_tries (yc_case_draft_get_case (draft)), ==, 1);
  g_assert_cmpint (yc_case_get_version (yc_case_draft_get_case (draft)), ==, 1);
}

/* What the clerk attached is what the reviewer sees, byte for byte. */
static void
test_to_the_reviewer (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GBytes) contract = yc_test_files_create_png (500 * 1000, 1);
  g_autoptr (GBytes) photo = yc_test_files_create_png (1000, 2);
  g_autofree char *one = put (fixture->desk, contract, "租赁合同.png");
  g_autofree char *two = put (fixture->desk, photo, "门牌.png");
  g_autofree char *files =
    g_strdup_printf ("\"contract\":%s,\"photos\":[%s,%s]", one, two, two);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = NULL;
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (YcCommand) command = NULL;
  YcCaseDraft *draft = begin (fixture->desk, files);
  g_autoptr (JsonNode) form = NULL;

  yc_test_desk_submit (draft);
  command = g_object_ref (yc_case_draft_get_command (draft));
  g_assert_cmpuint (yc_command_get_n_bytes (command), ==,
                    g_bytes_get_size (contract) + g_bytes_get_size (photo));
  assert_sent_once (draft);
  g_assert_cmpuint (yc_command_get_n_sent (command), ==, yc_command_get_n_bytes (command));

  reviewer = yc_test_desk_new (folder, fixture->url);
  yc_test_desk_sign_in (reviewer, "hejing");
  a_case = yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
  form = json_node_ref (yc_json_get_member (yc_case_get_json (a_case), "form"));
  g_assert_cmpstr (yc_attachment_get_name (yc_json_pointer_get (form, "/contract")), ==,
                   "租赁合同.png");
  assert_loaded (reviewer, contract);
  assert_loaded (reviewer, photo);
}

static void
test_line_down (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (LARGE, 3);
  YcCaseDraft *draft;

  cut_line (fixture);
  draft = begin_with (fixture->desk, file);
  yc_test_desk_submit (draft);
  assert_loaded (fixture->desk, file);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (fixture->desk)));
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  mend_line (fixture);
  assert_sent_once (draft);
}

static void
count_cb (gpointer count)
{
  g_atomic_int_inc ((gint *) count);
}

/* The answer to a part is lost, again and again: sending goes on where the service stands. */
static void
test_line_cut (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (LARGE, 4);
  YcCaseDraft *draft = begin_with (fixture->desk, file);
  gint n_cut = 0;

  yc_proxy_swallow_next (fixture->proxy, "PUT /api/v1/files/", count_cb, &n_cut);
  yc_test_desk_submit (draft);
  for (gint i = 1; i <= 5; i++)
    {
      yc_test_wait_until (g_atomic_int_get (&n_cut) == i);
      if (i < 5)
        yc_proxy_swallow_next (fixture->proxy, "PUT /api/v1/files/", count_cb, &n_cut);
    }
  assert_sent_once (draft);
}

static guint64
get_n_sent (YcCaseDraft *draft)
{
  YcCommand *command = yc_case_draft_get_command (draft);

  return command != NULL ? yc_command_get_n_sent (command) : 0;
}

/* kill -9 of the service while a file comes in; afterwards it goes on, it does not begin anew. */
static void
test_service_killed (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * LARGE, 5);
  YcCaseDraft *draft = begin_with (fixture->desk, file);
  guint64 n_sent;

  yc_test_desk_submit (draft);
  yc_test_wait_until (get_n_sent (draft) > LARGE / 2);
  cut_line (fixture);
  n_sent = get_n_sent (draft);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  g_assert_cmpuint (n_sent, <, g_bytes_get_size (file));
  mend_line (fixture);
  yc_test_wait_until (get_n_sent (draft) >= n_sent ||
                      yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT);
  assert_sent_once (draft);
}

static GSubprocess *
spawn_child (Fixture    *fixture,
             const char *how)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, how,
                                         fixture->folder, fixture->url, NULL);

  g_assert_no_error (error);
  return child;
}

/* Runs a desk in a process of its own until it kills itself; its last line is a case's id. */
static char *
live_and_die (Fixture    *fixture,
              const char *how)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *said = NULL;
  char *line;

  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  child = spawn_child (fixture, how);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &said, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
  line = strstr (said, "case ");
  g_assert_nonnull (line);
  fixture->desk = yc_test_desk_new (fixture->folder, fixture->url);
  return g_strndup (line + strlen ("case "), 36);
}

static YcCaseDraft *
find_draft (YcDesk     *desk,
            const char *case_id)
{
  YcVisit *visit = yc_visits_find_case (yc_desk_get_visits (desk), case_id);

  return visit != NULL ? yc_visit_find_draft (visit, case_id) : NULL;
}

/* kill -9 of the desk while it sends: it goes on by itself after the next start. */
static void
test_desk_killed (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = live_and_die (fixture, "--submit");
  YcCaseDraft *draft;

  yc_test_wait_until (find_draft (fixture->desk, id) != NULL);
  draft = find_draft (fixture->desk, id);
  assert_sent_once (draft);
}

/* kill -9 right after the desk has said that a file is safe. */
static void
test_killed_after_put (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *id = live_and_die (fixture, "--attach");
  g_autoptr (GBytes) file = yc_test_files_create_png (LARGE, 6);

  cut_line (fixture);
  yc_test_wait_until (find_draft (fixture->desk, id) != NULL);
  assert_loaded (fixture->desk, file);
}

/* What the desk took but the service does not: parked, with the field's name, and mended. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) bomb = yc_test_files_create_bomb (50000, 50000);
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 7);
  YcCaseDraft *draft = begin_with (fixture->desk, bomb);
  g_autofree char *words = NULL;
  g_autofree char *member = NULL;
  g_auto (GStrv) refusals = NULL;

  yc_test_desk_submit (draft);
  wait_for_state (draft, YC_CASE_DRAFT_PARKED);
  refusals = yc_case_draft_dup_refusals (draft);
  g_assert_cmpuint (g_strv_length (refusals), ==, 1);
  g_assert_true (g_str_has_prefix (refusals[0], "合同扫描件: "));
  words = put (fixture->desk, file, "a.png");
  member = g_strconcat ("\"contract\":", words, NULL);
  fill (draft, member);
  yc_test_desk_submit (draft);
  assert_sent_once (draft);
}

/* The same file in two cases that are sent at once. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (LARGE, 8);
  YcCaseDraft *one = begin_with (fixture->desk, file);
  YcCaseDraft *two = begin_with (fixture->desk, file);

  yc_test_desk_submit (one);
  yc_test_desk_submit (two);
  assert_sent_once (one);
  assert_sent_once (two);
}

static void
reopen (Fixture *fixture)
{
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  fixture->desk = yc_test_desk_new (fixture->folder, fixture->url);
  yc_test_wait_until (yc_visits_get_restored (yc_desk_get_visits (fixture->desk)));
}

static gboolean
is_kept (Fixture *fixture,
         GBytes  *file)
{
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autofree char *path = g_build_filename (fixture->folder, "files", id, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The rule of the house: kept while something names it or undo could bring it back. */
static void
test_swept (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 9);
  g_autoptr (GBytes) stray = yc_test_files_create_png (1000, 10);
  YcVisits *visits = yc_desk_get_visits (fixture->desk);
  YcCaseDraft *draft = begin_with (fixture->desk, file);
  g_autofree char *id = g_strdup (yc_case_draft_get_case_id (draft));
  g_autofree char *words = put (fixture->desk, stray, "stray.png");

  g_assert_true (is_kept (fixture, file));
  g_assert_true (is_kept (fixture, stray));
  reopen (fixture);
  yc_test_wait_until (!is_kept (fixture, stray));
  g_assert_true (is_kept (fixture, file));
  cut_line (fixture);
  visits = yc_desk_get_visits (fixture->desk);
  yc_test_desk_submit (find_draft (fixture->desk, id));
  yc_visits_close (visits, yc_visits_find_case (visits, id));
  reopen (fixture);
  g_assert_true (is_kept (fixture, file));
  mend_line (fixture);
  yc_test_wait_until (!is_kept (fixture, file));
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (fixture->desk)), ==, 0);
  /* From now on it comes from the service. */
  assert_loaded (fixture->desk, file);
}

/* The case is mended at another desk, which does not have the file. */
static void
test_mended_elsewhere (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (LARGE, 11);
  YcCaseDraft *draft = begin_with (fixture->desk, file);
  g_autoptr (YcTestFolder) reviewer_folder = yc_test_folder_new ();
  g_autoptr (YcTestFolder) other_folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (reviewer_folder, fixture->url);
  g_autoptr (YcTestDesk) other = yc_test_desk_new (other_folder, fixture->url);
  g_autoptr (YcCase) a_case = NULL, returned = NULL;
  g_autoptr (GError) error = NULL;
  YcVisit *visit;

  yc_test_desk_submit (draft);
  assert_sent_once (draft);
  yc_test_desk_sign_in (reviewer, "hejing");
  a_case = yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
  yc_test_desk_try_decide (reviewer, a_case, YC_CASE_ACTION_RETURN, "R-LEASE-SIGN", &error);
  g_assert_no_error (error);
  yc_test_desk_sign_in (other, "chenxiao");
  yc_test_desk_wait_for_catalog (other);
  returned = yc_test_desk_load_case (other, yc_case_draft_get_case_id (draft));
  visit = yc_visits_open_case (yc_desk_get_visits (other), returned, &error);
  g_assert_no_error (error);
  yc_test_desk_submit (yc_visit_find_draft (visit, yc_case_get_id (returned)));
  yc_test_wait_until (yc_case_get_n_tries (returned) == 2);
  assert_loaded (other, file);
}

static void
check_folder (const char *folder,
              const char *mark)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_folder (path, mark);
      else if (g_file_get_contents (path, &content, &length, NULL))
        for (gsize i = 0; i + strlen (mark) <= length; i++)
          g_assert_cmpint (memcmp (content + i, mark, strlen (mark)), !=, 0);
    }
}

/* Neither the file nor its name can be read at the desk. */
static void
test_at_rest (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (LARGE, 12);
  YcCaseDraft *draft;

  cut_line (fixture);
  draft = begin_with (fixture->desk, file);
  yc_test_desk_submit (draft);
  g_assert_true (is_kept (fixture, file));
  check_folder (fixture->folder, MARK);
  check_folder (fixture->folder, "合同.png");
}

static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "files", NULL);
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 13);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  id = try_put (fixture->desk, file, &error);
  g_assert_null (id);
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_DISK);
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const ids[] = {
    "", "abc", "../desk.db", "0000000000000000000000000000000000000000000000000000000000000000"
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) loaded = try_load (fixture->desk, ids[i], &error);

      g_assert_null (loaded);
      g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
    }
}

/* Without a desk, as when an author looks at a form. */
static void
test_memory (void)
{
  g_autoptr (YcAttachments) attachments = yc_attachments_new ();
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 14);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) loaded = NULL;
  g_autofree char *id = NULL;

  yc_attachments_put_async (attachments, file, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  id = yc_attachments_put_finish (attachments, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  yc_attachments_load_async (attachments, id, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  loaded = yc_attachments_load_finish (attachments, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, file));
}

/* The children */

static void
die (YcCaseDraft *draft)
{
  printf ("case %s\n", yc_case_draft_get_case_id (draft));
  fflush (stdout);
  raise (SIGKILL);
}

static int
run_attaching_child (YcDesk *desk)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (LARGE, 6);
  YcCaseDraft *draft = begin_with (desk, file);

  yc_test_wait_until (yc_visits_get_saved (yc_desk_get_visits (desk)));
  die (draft);
  return 1;
}

static int
run_submitting_child (YcDesk *desk)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * LARGE, 15);
  YcCaseDraft *draft = begin_with (desk, file);

  yc_test_desk_submit (draft);
  yc_test_wait_until (get_n_sent (draft) > LARGE);
  die (draft);
  return 1;
}

static int
run_child (char **argv)
{
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (argv[2], argv[3]);

  yc_test_wait_until (yc_visits_get_restored (yc_desk_get_visits (desk)));
  return g_str_equal (argv[1], "--attach") ? run_attaching_child (desk)
                                           : run_submitting_child (desk);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_has_prefix (argv[1], "--"))
    return run_child (argv);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/client/files/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("to-the-reviewer", test_to_the_reviewer);
  ADD ("line-down", test_line_down);
  ADD ("line-cut", test_line_cut);
  ADD ("service-killed", test_service_killed);
  ADD ("desk-killed", test_desk_killed);
  ADD ("killed-after-put", test_killed_after_put);
  ADD ("refused", test_refused);
  ADD ("shared", test_shared);
  ADD ("swept", test_swept);
  ADD ("mended-elsewhere", test_mended_elsewhere);
  ADD ("at-rest", test_at_rest);
  ADD ("no-room", test_no_room);
  ADD ("unknown", test_unknown);
  g_test_add_func ("/client/files/memory", test_memory);

  return g_test_run ();
}
