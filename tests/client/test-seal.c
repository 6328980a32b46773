/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reviewer approves while the seal's token is out: the desk says why nothing comes, keeps the approval,
 * and it goes through by itself when the token is back. */
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-test-token.h"

#include <glib/gstdio.h>

static char *
write_pin (const char *folder)
{
  char *path = g_build_filename (folder, "pin", NULL);

  g_assert_true (g_file_set_contents (path, YC_TEST_TOKEN_PIN, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  return path;
}

/* (transfer full): a case that waits for the reviewer. */
static YcCase *
submit (YcDesk *clerk,
        YcDesk *reviewer)
{
  YcCaseDraft *draft = yc_test_desk_fill_draft (clerk);

  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT);
  return yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
}

static void
test_pulled_out (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *clerk_folder = g_build_filename (folder, "clerk", NULL);
  g_autofree char *reviewer_folder = g_build_filename (folder, "reviewer", NULL);
  g_autofree char *pin = write_pin (folder);
  g_autoptr (YcTestToken) token = yc_test_token_new (folder, YC_TEST_KEYS "/SAMPLE-village.key.pem");
  const char *const arguments[] = {
    "--signing-module", yc_test_token_get_module (), "--signing-token", YC_TEST_TOKEN_LABEL,
    "--signing-key-label", YC_TEST_TOKEN_KEY, "--signing-pin-file", pin, "--signing-certificate",
    YC_TEST_KEYS "/SAMPLE-village.crt.pem", NULL
  };
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, arguments);
  const char *url = yc_test_service_get_url (service);
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (clerk_folder, url);
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (reviewer_folder, url);
  GListModel *unsent = G_LIST_MODEL (yc_desk_get_outbox (reviewer));
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (YcCommand) command = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_wait_for_catalog (clerk);
  yc_test_desk_sign_in (reviewer, "wangfang");
  a_case = submit (clerk, reviewer);

  yc_test_token_pull_out (token);
  g_assert_false (yc_test_desk_try_decide (reviewer, a_case, YC_CASE_ACTION_APPROVE, NULL, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SEAL);
  g_clear_error (&error);
  g_assert_cmpuint (g_list_model_get_n_items (unsent), ==, 1);
  command = g_list_model_get_item (unsent, 0);
  g_assert_cmpint (yc_command_get_state (command), !=, YC_COMMAND_PARKED);

  yc_test_token_put_back (token);
  yc_test_wait_until (g_list_model_get_n_items (unsent) == 0);
  g_assert_cmpint (yc_command_get_state (command), ==, YC_COMMAND_SENT);
  pdf = yc_test_desk_load_certificate (reviewer, yc_case_get_id (a_case), &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/seal/pulled-out", test_pulled_out);
  return g_test_run ();
}
