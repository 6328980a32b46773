/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of forms, from the desk's folder to the reviewer's screen: kept while something needs them,
 * readable nowhere on the way. */
#include "yc-files-fixture.h"

#include "yc-attachment.h"
#include "yc-json.h"
#include "yc-test-files.h"

#include <string.h>

#define MARK "noIs"

/* What the clerk attached is what the reviewer sees, byte for byte. */
static void
test_to_the_reviewer (YcFilesFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (GBytes) contract = yc_test_files_create_png (500 * 1000, 1);
  g_autoptr (GBytes) photo = yc_test_files_create_png (1000, 2);
  g_autofree char *one = yc_files_put (fixture->desk, contract, "租赁合同.png");
  g_autofree char *two = yc_files_put (fixture->desk, photo, "门牌.png");
  g_autofree char *files =
    g_strdup_printf ("\"contract\":%s,\"photos\":[%s,%s]", one, two, two);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = NULL;
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (YcCommand) command = NULL;
  YcCaseDraft *draft = yc_files_begin (fixture->desk, files);
  g_autoptr (JsonNode) form = NULL;

  yc_test_desk_submit (draft);
  command = g_object_ref (yc_case_draft_get_command (draft));
  g_assert_cmpuint (yc_command_get_n_bytes (command), ==,
                    g_bytes_get_size (contract) + g_bytes_get_size (photo));
  yc_files_assert_sent_once (draft);
  g_assert_cmpuint (yc_command_get_n_sent (command), ==, yc_command_get_n_bytes (command));

  reviewer = yc_test_desk_new (folder, fixture->url);
  yc_test_desk_sign_in (reviewer, "hejing");
  a_case = yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
  form = json_node_ref (yc_json_get_member (yc_case_get_json (a_case), "form"));
  g_assert_cmpstr (yc_attachment_get_name (yc_json_pointer_get (form, "/contract")), ==,
                   "租赁合同.png");
  yc_files_assert_loaded (reviewer, contract);
  yc_files_assert_loaded (reviewer, photo);
}

/* What the desk took but the service does not: parked, with the field's name, and mended. */
static void
test_refused (YcFilesFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GBytes) bomb = yc_test_files_create_bomb (50000, 50000);
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 7);
  YcCaseDraft *draft = yc_files_begin_with (fixture->desk, bomb);
  g_autofree char *words = NULL;
  g_autofree char *member = NULL;
  g_auto (GStrv) refusals = NULL;

  yc_test_desk_submit (draft);
  yc_files_wait_for_state (draft, YC_CASE_DRAFT_PARKED);
  refusals = yc_case_draft_dup_refusals (draft);
  g_assert_cmpuint (g_strv_length (refusals), ==, 1);
  g_assert_true (g_str_has_prefix (refusals[0], "合同扫描件: "));
  words = yc_files_put (fixture->desk, file, "a.png");
  member = g_strconcat ("\"contract\":", words, NULL);
  yc_files_fill (draft, member);
  yc_test_desk_submit (draft);
  yc_files_assert_sent_once (draft);
}

/* The same file in two cases that are sent at once. */
static void
test_shared (YcFilesFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (YC_FILES_LARGE, 8);
  YcCaseDraft *one = yc_files_begin_with (fixture->desk, file);
  YcCaseDraft *two = yc_files_begin_with (fixture->desk, file);

  yc_test_desk_submit (one);
  yc_test_desk_submit (two);
  yc_files_assert_sent_once (one);
  yc_files_assert_sent_once (two);
}

static void
reopen (YcFilesFixture *fixture)
{
  g_clear_pointer (&fixture->desk, yc_test_desk_free);
  fixture->desk = yc_test_desk_new (fixture->folder, fixture->url);
  yc_test_wait_until (yc_visits_get_restored (yc_desk_get_visits (fixture->desk)));
}

static gboolean
is_kept (YcFilesFixture *fixture,
         GBytes         *file)
{
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autofree char *path = g_build_filename (fixture->folder, "files", id, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The rule of the house: kept while something names it or undo could bring it back. */
static void
test_swept (YcFilesFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 9);
  g_autoptr (GBytes) stray = yc_test_files_create_png (1000, 10);
  YcVisits *visits = yc_desk_get_visits (fixture->desk);
  YcCaseDraft *draft = yc_files_begin_with (fixture->desk, file);
  g_autofree char *id = g_strdup (yc_case_draft_get_case_id (draft));
  g_autofree char *words = yc_files_put (fixture->desk, stray, "stray.png");

  g_assert_true (is_kept (fixture, file));
  g_assert_true (is_kept (fixture, stray));
  reopen (fixture);
  yc_test_wait_until (!is_kept (fixture, stray));
  g_assert_true (is_kept (fixture, file));
  yc_files_cut_line (fixture);
  visits = yc_desk_get_visits (fixture->desk);
  yc_test_desk_submit (yc_files_find_draft (fixture->desk, id));
  yc_visits_close (visits, yc_visits_find_case (visits, id));
  reopen (fixture);
  g_assert_true (is_kept (fixture, file));
  yc_files_mend_line (fixture);
  yc_test_wait_until (!is_kept (fixture, file));
  g_assert_cmpuint (yc_outbox_get_n_unsent (yc_desk_get_outbox (fixture->desk)), ==, 0);
  /* From now on it comes from the service. */
  yc_files_assert_loaded (fixture->desk, file);
}

/* The case is mended at another desk, which does not have the file. */
static void
test_mended_elsewhere (YcFilesFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (YC_FILES_LARGE, 11);
  YcCaseDraft *draft = yc_files_begin_with (fixture->desk, file);
  g_autoptr (YcTestFolder) reviewer_folder = yc_test_folder_new ();
  g_autoptr (YcTestFolder) other_folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (reviewer_folder, fixture->url);
  g_autoptr (YcTestDesk) other = yc_test_desk_new (other_folder, fixture->url);
  g_autoptr (YcCase) a_case = NULL, returned = NULL;
  g_autoptr (GError) error = NULL;
  YcVisit *visit;

  yc_test_desk_submit (draft);
  yc_files_assert_sent_once (draft);
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
  yc_files_assert_loaded (other, file);
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
test_at_rest (YcFilesFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (YC_FILES_LARGE, 12);
  YcCaseDraft *draft;

  yc_files_cut_line (fixture);
  draft = yc_files_begin_with (fixture->desk, file);
  yc_test_desk_submit (draft);
  g_assert_true (is_kept (fixture, file));
  check_folder (fixture->folder, MARK);
  check_folder (fixture->folder, "合同.png");
}

static void
test_no_room (YcFilesFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "files", NULL);
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 13);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  id = yc_files_try_put (fixture->desk, file, &error);
  g_assert_null (id);
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_DISK);
}

static void
test_unknown (YcFilesFixture *fixture,
              gconstpointer   data)
{
  static const char *const ids[] = {
    "", "abc", "../desk.db", "0000000000000000000000000000000000000000000000000000000000000000"
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) loaded = yc_files_try_load (fixture->desk, ids[i], &error);

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  YC_FILES_ADD ("/client/files/to-the-reviewer", test_to_the_reviewer);
  YC_FILES_ADD ("/client/files/refused", test_refused);
  YC_FILES_ADD ("/client/files/shared", test_shared);
  YC_FILES_ADD ("/client/files/swept", test_swept);
  YC_FILES_ADD ("/client/files/mended-elsewhere", test_mended_elsewhere);
  YC_FILES_ADD ("/client/files/at-rest", test_at_rest);
  YC_FILES_ADD ("/client/files/no-room", test_no_room);
  YC_FILES_ADD ("/client/files/unknown", test_unknown);
  g_test_add_func ("/client/files/memory", test_memory);

  return g_test_run ();
}
