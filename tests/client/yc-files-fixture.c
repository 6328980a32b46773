/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk behind a line that can be cut, and words for what tests do with the files of its forms. */
#include "yc-files-fixture.h"

#include "yc-json.h"
#include "yc-test-files.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#define ITEM "ZJ-0701"
#define FORM                                                                                     \
  "\"party\":\"出租人\",\"address\":\"东莞市黄江镇北岸社区样例一路 19 号 402 房\",\"use\":\"居住\","  \
  "\"area\":68,\"landlord\":\"周伯安\",\"landlord_id\":\"990101198103161155\",\"tenants\":[{"        \
  "\"name\":\"罗文静\",\"id_number\":\"990101200002297467\",\"kind\":\"承租人\"}],"                  \
  "\"lease_from\":\"2026-09-01\",\"lease_until\":\"2027-08-31\",\"months\":12,"                    \
  "\"monthly_rent\":165000,\"deposit\":330000,\"phone\":\"10000000101\""

static void
connect_line (YcFilesFixture *fixture)
{
  g_autoptr (GUri) uri =
    g_uri_parse (yc_test_service_get_url (fixture->service), G_URI_FLAGS_NONE, NULL);

  yc_proxy_set_target (fixture->proxy, (guint16) g_uri_get_port (uri));
}

void
yc_files_cut_line (YcFilesFixture *fixture)
{
  yc_test_service_kill (fixture->service);
}

void
yc_files_mend_line (YcFilesFixture *fixture)
{
  yc_test_service_start (fixture->service);
  connect_line (fixture);
}

void
yc_files_set_up (YcFilesFixture *fixture,
                 gconstpointer   data)
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

void
yc_files_tear_down (YcFilesFixture *fixture,
                    gconstpointer   data)
{
  yc_test_desk_free (fixture->desk);
  yc_proxy_free (fixture->proxy);
  yc_test_service_free (fixture->service);
  yc_test_folder_free (fixture->folder);
  g_free (fixture->url);
}

char *
yc_files_try_put (YcDesk  *desk,
                  GBytes  *file,
                  GError **error)
{
  YcAttachments *attachments = yc_desk_get_attachments (desk);
  g_autoptr (GAsyncResult) result = NULL;

  yc_attachments_put_async (attachments, file, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_attachments_put_finish (attachments, result, error);
}

char *
yc_files_put (YcDesk     *desk,
              GBytes     *file,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = yc_files_try_put (desk, file, &error);

  g_assert_no_error (error);
  return g_strdup_printf ("{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"image/png\",\"size\":%"
                          G_GSIZE_FORMAT "}", id, name, g_bytes_get_size (file));
}

GBytes *
yc_files_try_load (YcDesk      *desk,
                   const char  *id,
                   GError     **error)
{
  YcAttachments *attachments = yc_desk_get_attachments (desk);
  g_autoptr (GAsyncResult) result = NULL;

  yc_attachments_load_async (attachments, id, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_attachments_load_finish (attachments, result, error);
}

void
yc_files_assert_loaded (YcDesk *desk,
                        GBytes *file)
{
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) loaded = yc_files_try_load (desk, id, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, file));
}

static void
fill_all (YcCaseDraft *draft,
          const char  *text)
{
  GListModel *materials = yc_case_draft_get_materials (draft);
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

void
yc_files_fill (YcCaseDraft *draft,
               const char  *files)
{
  g_autofree char *text = g_strdup_printf ("{" FORM "%s%s}", *files != '\0' ? "," : "", files);

  fill_all (draft, text);
}

YcCaseDraft *
yc_files_begin_item (YcDesk     *desk,
                     const char *item,
                     const char *form)
{
  YcVisit *visit = yc_visits_add (yc_desk_get_visits (desk));
  YcCitizen *citizen = yc_visit_get_citizen (visit);
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft = yc_visit_add_draft (visit, item, &error);

  g_assert_no_error (error);
  yc_citizen_set_name (citizen, "周伯安");
  yc_citizen_set_id_number (citizen, "990101198103161155");
  yc_citizen_set_mobile (citizen, "10000000101");
  fill_all (draft, form);
  return draft;
}

YcCaseDraft *
yc_files_begin (YcDesk     *desk,
                const char *files)
{
  g_autofree char *text = g_strdup_printf ("{" FORM "%s%s}", *files != '\0' ? "," : "", files);

  return yc_files_begin_item (desk, ITEM, text);
}

YcCaseDraft *
yc_files_begin_with (YcDesk *desk,
                     GBytes *file)
{
  g_autofree char *words = yc_files_put (desk, file, "合同.png");
  g_autofree char *member = g_strconcat ("\"contract\":", words, NULL);

  return yc_files_begin (desk, member);
}

void
yc_files_wait_for_state (YcCaseDraft      *draft,
                         YcCaseDraftState  state)
{
  yc_test_wait_until (yc_case_draft_get_state (draft) == state);
}

void
yc_files_assert_sent_once (YcCaseDraft *draft)
{
  yc_files_wait_for_state (draft, YC_CASE_DRAFT_SENT);
  g_assert_cmpuint (yc_case_get_n_tries (yc_case_draft_get_case (draft)), ==, 1);
  g_assert_cmpint (yc_case_get_version (yc_case_draft_get_case (draft)), ==, 1);
}

guint64
yc_files_get_n_sent (YcCaseDraft *draft)
{
  YcCommand *command = yc_case_draft_get_command (draft);

  return command != NULL ? yc_command_get_n_sent (command) : 0;
}

YcCaseDraft *
yc_files_find_draft (YcDesk     *desk,
                     const char *case_id)
{
  YcVisit *visit = yc_visits_find_case (yc_desk_get_visits (desk), case_id);

  return visit != NULL ? yc_visit_find_draft (visit, case_id) : NULL;
}

static void
count_cb (gpointer count)
{
  g_atomic_int_inc ((gint *) count);
}

void
yc_files_submit_over_cuts (YcFilesFixture *fixture,
                           YcCaseDraft    *draft,
                           gint            n_cuts)
{
  gint n_cut = 0;

  yc_proxy_swallow_next (fixture->proxy, "PUT /api/v1/files/", count_cb, &n_cut);
  yc_test_desk_submit (draft);
  for (gint i = 1; i <= n_cuts; i++)
    {
      yc_test_wait_until (g_atomic_int_get (&n_cut) == i);
      if (i < n_cuts)
        yc_proxy_swallow_next (fixture->proxy, "PUT /api/v1/files/", count_cb, &n_cut);
    }
}

/* Children */

static GSubprocess *
spawn_child (YcFilesFixture *fixture,
             const char     *how)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, how,
                                         fixture->folder, fixture->url, NULL);

  g_assert_no_error (error);
  return child;
}

char *
yc_files_live_and_die (YcFilesFixture *fixture,
                       const char     *how)
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

YcDesk *
yc_files_open_child (char **argv)
{
  YcDesk *desk = yc_test_desk_new (argv[2], argv[3]);

  yc_test_wait_until (yc_visits_get_restored (yc_desk_get_visits (desk)));
  return desk;
}

void
yc_files_die (YcCaseDraft *draft)
{
  printf ("case %s\n", yc_case_draft_get_case_id (draft));
  fflush (stdout);
  raise (SIGKILL);
}
