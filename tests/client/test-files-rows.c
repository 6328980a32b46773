/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the rows of a list, each person's own: sent with the row that they stand in, over every
 * break; what no longer counts is neither named nor sent. */
#include "yc-files-fixture.h"

#include "yc-attachment.h"
#include "yc-json.h"
#include "yc-test-files.h"

#define ITEM "YB-0506"
#define HEAD                                                                                     \
  "\"pay_year\":\"2027\",\"household\":\"家庭\",\"bank\":\"样例农村商业银行\","                     \
  "\"bank_account\":\"9900000000000000123\",\"phone\":\"10000000101\""
#define MEMBER(name, number, status)                                                             \
  "{\"name\":\"" name "\",\"id_number\":\"" number "\",\"relation\":\"其他\",\"status\":\"" status    \
  "\",\"stopped_elsewhere\":true,\"proof_number\":\"YL-0001\",\"proof_file\":%s}"

/* What one family hands in; the second member needs no proof any more, and the field is hidden. */
typedef struct
{
  GBytes *register_page;
  GBytes *first;
  GBytes *hidden;
  GBytes *third;
} Papers;

static void
papers_init (Papers *papers,
             gsize   size)
{
  papers->register_page = yc_test_files_create_png (1000, 30);
  papers->first = yc_test_files_create_png (size, 31);
  papers->hidden = yc_test_files_create_png (size, 32);
  papers->third = yc_test_files_create_png (size, 33);
}

static void
papers_clear (Papers *papers)
{
  g_bytes_unref (papers->register_page);
  g_bytes_unref (papers->first);
  g_bytes_unref (papers->hidden);
  g_bytes_unref (papers->third);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Papers, papers_clear)

static YcCaseDraft *
begin (YcDesk *desk,
       Papers *papers)
{
  g_autofree char *page = yc_files_put (desk, papers->register_page, "户口簿.png");
  g_autofree char *first = yc_files_put (desk, papers->first, "低保证.png");
  g_autofree char *hidden = yc_files_put (desk, papers->hidden, "不再需要.png");
  g_autofree char *third = yc_files_put (desk, papers->third, "残疾人证.png");
  g_autofree char *text = g_strdup_printf (
    "{" HEAD ",\"register\":[%s],\"members\":["
    MEMBER ("周伯安", "990101198103161155", "低保对象") ","
    MEMBER ("罗文静", "990101200002297467", "普通居民") ","
    MEMBER ("马建国", "99010119850125551X", "重度残疾人") "]}", page, first, hidden, third);

  return yc_files_begin_item (desk, ITEM, text);
}

static guint64
count_bytes (Papers *papers)
{
  return g_bytes_get_size (papers->register_page) + g_bytes_get_size (papers->first) +
         g_bytes_get_size (papers->third);
}

/* Nothing of it has left the desk. */
static void
assert_not_sent (YcFilesFixture *fixture,
                 YcDesk         *desk,
                 GBytes         *file)
{
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autofree char *path = g_build_filename (yc_test_service_get_folder (fixture->service), "files",
                                            id, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) loaded = yc_files_try_load (desk, id, &error);

  g_assert_null (loaded);
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
assert_name (JsonNode   *form,
             const char *pointer,
             const char *name)
{
  JsonNode *file = yc_json_pointer_get (form, pointer);

  g_assert_cmpstr (file != NULL ? yc_attachment_get_name (file) : NULL, ==, name);
}

/* As the reviewer at another desk gets the case, row by row. */
static void
assert_reviewed (YcFilesFixture *fixture,
                 const char     *case_id,
                 Papers         *papers)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (folder, fixture->url);
  g_autoptr (YcCase) a_case = NULL;
  JsonNode *form;

  yc_test_desk_sign_in (reviewer, "wangfang");
  a_case = yc_test_desk_load_case (reviewer, case_id);
  form = yc_json_get_member (yc_case_get_json (a_case), "form");
  assert_name (form, "/members/0/proof_file", "低保证.png");
  assert_name (form, "/members/1/proof_file", NULL);
  assert_name (form, "/members/2/proof_file", "残疾人证.png");
  yc_files_assert_loaded (reviewer, papers->first);
  yc_files_assert_loaded (reviewer, papers->third);
  assert_not_sent (fixture, reviewer, papers->hidden);
}

static void
test_to_the_reviewer (YcFilesFixture *fixture,
                      gconstpointer   data)
{
  g_auto (Papers) papers = { 0 };
  g_autoptr (YcCommand) command = NULL;
  YcCaseDraft *draft;

  papers_init (&papers, 50 * 1000);
  draft = begin (fixture->desk, &papers);
  yc_test_desk_submit (draft);
  command = g_object_ref (yc_case_draft_get_command (draft));
  g_assert_cmpuint (yc_command_get_n_bytes (command), ==, count_bytes (&papers));
  yc_files_assert_sent_once (draft);
  assert_reviewed (fixture, yc_case_draft_get_case_id (draft), &papers);
  /* It stays in the draft: should the answer be changed back, nobody looks for the paper again. */
  yc_files_assert_loaded (fixture->desk, papers.hidden);
}

static void
test_line_cut (YcFilesFixture *fixture,
               gconstpointer   data)
{
  g_auto (Papers) papers = { 0 };
  YcCaseDraft *draft;

  papers_init (&papers, 500 * 1000);
  draft = begin (fixture->desk, &papers);
  yc_files_submit_over_cuts (fixture, draft, 6);
  yc_files_assert_sent_once (draft);
  assert_reviewed (fixture, yc_case_draft_get_case_id (draft), &papers);
}

/* kill -9 of the service between two rows. */
static void
test_service_killed (YcFilesFixture *fixture,
                     gconstpointer   data)
{
  g_auto (Papers) papers = { 0 };
  YcCaseDraft *draft;

  papers_init (&papers, YC_FILES_LARGE);
  draft = begin (fixture->desk, &papers);
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_files_get_n_sent (draft) > YC_FILES_LARGE);
  yc_files_cut_line (fixture);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  yc_files_mend_line (fixture);
  yc_files_assert_sent_once (draft);
  assert_reviewed (fixture, yc_case_draft_get_case_id (draft), &papers);
}

/* kill -9 of the desk between two rows, with the service killed as well before it comes back. */
static void
test_desk_killed (YcFilesFixture *fixture,
                  gconstpointer   data)
{
  g_auto (Papers) papers = { 0 };
  g_autofree char *id = NULL;

  papers_init (&papers, YC_FILES_LARGE);
  id = yc_files_live_and_die (fixture, "--rows");
  yc_files_cut_line (fixture);
  yc_test_wait_until (yc_files_find_draft (fixture->desk, id) != NULL);
  yc_files_mend_line (fixture);
  yc_files_assert_sent_once (yc_files_find_draft (fixture->desk, id));
  assert_reviewed (fixture, id, &papers);
}

/* The first person is taken out again: the other rows move up, each with its own file. */
static void
test_row_removed (YcFilesFixture *fixture,
                  gconstpointer   data)
{
  g_auto (Papers) papers = { 0 };
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (folder, fixture->url);
  g_autoptr (YcCase) a_case = NULL;
  YcCaseDraft *draft;
  JsonNode *form;

  papers_init (&papers, 50 * 1000);
  draft = begin (fixture->desk, &papers);
  yc_form_field_remove_row (
    yc_form_find_field (yc_case_draft_get_form (draft), "/members"), 0);
  yc_test_desk_submit (draft);
  yc_files_assert_sent_once (draft);
  yc_test_desk_sign_in (reviewer, "wangfang");
  a_case = yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
  form = yc_json_get_member (yc_case_get_json (a_case), "form");
  assert_name (form, "/members/0/proof_file", NULL);
  assert_name (form, "/members/1/proof_file", "残疾人证.png");
  yc_files_assert_loaded (reviewer, papers.third);
  assert_not_sent (fixture, reviewer, papers.first);
  assert_not_sent (fixture, reviewer, papers.hidden);
}

static int
run_child (char **argv)
{
  g_autoptr (YcTestDesk) desk = yc_files_open_child (argv);
  g_auto (Papers) papers = { 0 };
  YcCaseDraft *draft;

  papers_init (&papers, YC_FILES_LARGE);
  draft = begin (desk, &papers);
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_files_get_n_sent (draft) > YC_FILES_LARGE);
  yc_files_die (draft);
  return 1;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_has_prefix (argv[1], "--"))
    return run_child (argv);

  g_test_init (&argc, &argv, NULL);

  YC_FILES_ADD ("/client/files-rows/to-the-reviewer", test_to_the_reviewer);
  YC_FILES_ADD ("/client/files-rows/line-cut", test_line_cut);
  YC_FILES_ADD ("/client/files-rows/service-killed", test_service_killed);
  YC_FILES_ADD ("/client/files-rows/desk-killed", test_desk_killed);
  YC_FILES_ADD ("/client/files-rows/row-removed", test_row_removed);

  return g_test_run ();
}
