/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk behind a line that can be cut, and words for what tests do with the files of its forms. */
#include "yc-files-fixture.h"

#include "yc-json.h"
#include "yc-test-files.h"

#define ITEM "ZJ-0701"
#define FORM                                                                                     \
  "\"party\":\"出租人\",\"address\":\"东莞市黄江镇北岸社区样例一路 19 号 402 房\",\"use\":\"居住\","  \
  "\"area\":68,\"landlord\":\"周伯安\",\"landlord_id\":\"990101198103161155\",\"tenants\":[{"        \
  "\"name\":\"罗文静\",\"id_number\":\"990101200002297467\",\"kind\":\"承租人\"}],"                  \
  "\"lease_from\":\"2026-09-01\",\"lease_until\":\"2027-08-31\",\"months\":12,"                    \
  "\"monthly_rent\":1650,\"deposit\":3300,\"phone\":\"10000000101\""

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

void
yc_files_fill (YcCaseDraft *draft,
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

YcCaseDraft *
yc_files_begin (YcDesk     *desk,
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
  yc_files_fill (draft, files);
  return draft;
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
