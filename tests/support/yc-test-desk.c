/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk for tests: own folder, little patience, blocking calls. */
#include "yc-test-desk.h"

#include "yc-connection.h"
#include "yc-json.h"

#define PASSWORD "yanlian-2026"
#define FORM \
  "{\"meter_account\":\"20260718\",\"water_address\":\"东莞市黄江镇北岸社区样例一路 8 号\"," \
  "\"relation\":\"户主本人\",\"tenure\":\"自有，部分出租\",\"own_residents\":3,\"has_tenants\":true," \
  "\"tenants\":[{\"name\":\"马建国\",\"id_number\":\"99010119850125551X\"," \
  "\"moved_in\":\"2026-03-01\",\"residence_permit\":true}]," \
  "\"reason\":\"租户同住，用水人口超过四人。\",\"phone\":\"10000000101\"}"

void
yc_test_limits_init (YcLimits *limits)
{
  yc_limits_init_defaults (limits);
  limits->deadline_ms = 5000;
  limits->silence_ms = 20000;
  limits->probe_ms = 200;
  limits->backoff_ms = 20;
  limits->backoff_max_ms = 200;
  limits->autosave_ms = 50;
  limits->look_ms = 50;
}

gboolean
yc_test_desk_try_open (YcDesk  *desk,
                       GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_open_async (desk, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_open_finish (desk, result, error);
}

YcDesk *
yc_test_desk_new_with_limits (const char     *folder,
                              const char     *url,
                              const YcLimits *limits)
{
  YcDesk *desk = yc_desk_new_with_limits (folder, url, TRUE, limits);
  g_autoptr (GError) error = NULL;

  yc_test_desk_try_open (desk, &error);
  g_assert_no_error (error);
  return desk;
}

YcDesk *
yc_test_desk_new (const char *folder,
                  const char *url)
{
  YcLimits limits;

  yc_test_limits_init (&limits);
  return yc_test_desk_new_with_limits (folder, url, &limits);
}

void
yc_test_desk_free (YcDesk *desk)
{
  gpointer gone = desk;

  if (desk == NULL)
    return;
  yc_desk_close (desk);
  g_object_add_weak_pointer (G_OBJECT (desk), &gone);
  g_object_unref (desk);
  yc_test_wait_until (gone == NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

gboolean
yc_test_desk_try_sign_in (YcDesk      *desk,
                          const char  *user,
                          const char  *password,
                          GError     **error)
{
  YcSession *session = yc_desk_get_session (desk);
  g_autoptr (GAsyncResult) result = NULL;

  yc_session_sign_in_async (session, user, password, NULL, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_session_sign_in_finish (session, result, error);
}

void
yc_test_desk_sign_in (YcDesk     *desk,
                      const char *user)
{
  g_autoptr (GError) error = NULL;

  yc_test_desk_try_sign_in (desk, user, PASSWORD, &error);
  g_assert_no_error (error);
  yc_test_wait_until (yc_line_get_online (yc_desk_get_line (desk)));
  yc_test_wait_until (yc_visits_get_restored (yc_desk_get_visits (desk)));
}

void
yc_test_desk_sign_out (YcDesk *desk)
{
  YcSession *session = yc_desk_get_session (desk);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yc_session_sign_out_async (session, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  yc_session_sign_out_finish (session, result, &error);
  g_assert_no_error (error);
}

void
yc_test_desk_wait_for_catalog (YcDesk *desk)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);

  /* It comes in pages, of which this is in the last one. */
  yc_test_wait_until (yc_catalog_get_version (catalog) > 0 &&
                      yc_catalog_get_replacement (catalog, "water-permit") != NULL);
}

static void
fill_citizen (YcCitizen *citizen)
{
  yc_citizen_set_name (citizen, "周伯安");
  yc_citizen_set_id_number (citizen, "990101198103161155");
  yc_citizen_set_mobile (citizen, "10000000101");
  yc_citizen_set_address (citizen, "东莞市黄江镇北岸社区样例一路 8 号");
}

static void
fill_materials (YcCaseDraft *draft)
{
  GListModel *materials = yc_case_draft_get_materials (draft);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      if (!g_str_equal (yc_draft_material_get_id (material), "authority"))
        yc_draft_material_set_status (material, YC_MATERIAL_COMPLETE);
    }
}

YcCaseDraft *
yc_test_desk_fill_draft (YcDesk *desk)
{
  YcVisit *visit = yc_visits_add (yc_desk_get_visits (desk));
  g_autoptr (JsonNode) data = NULL;
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft;

  g_assert_nonnull (visit);
  fill_citizen (yc_visit_get_citizen (visit));
  draft = yc_visit_add_draft (visit, "YS-0101", &error);
  g_assert_no_error (error);
  fill_materials (draft);
  data = yc_json_parse (FORM, -1, NULL, &error);
  g_assert_no_error (error);
  yc_form_set_data (yc_case_draft_get_form (draft), data, &error);
  g_assert_no_error (error);
  return draft;
}

gboolean
yc_test_desk_try_submit (YcCaseDraft  *draft,
                         GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_case_draft_submit_async (draft, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_case_draft_submit_finish (draft, result, error);
}

void
yc_test_desk_submit (YcCaseDraft *draft)
{
  g_autoptr (GError) error = NULL;

  yc_test_desk_try_submit (draft, &error);
  g_assert_no_error (error);
}

static gboolean
bring_entry (YcCatalog  *catalog,
             const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GAsyncResult) result = NULL;

  yc_catalog_bring_entries_async (catalog, ids, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_catalog_bring_entries_finish (catalog, result, NULL) &&
         yc_catalog_get_entry (catalog, id) != NULL;
}

YcKnowledgeEntry *
yc_test_desk_take_entry (YcDesk     *desk,
                         const char *id)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);

  yc_test_wait_until (bring_entry (catalog, id));
  return yc_catalog_get_entry (catalog, id);
}

YcCase *
yc_test_desk_load_case (YcDesk     *desk,
                        const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YcCase *a_case;

  yc_desk_load_case_async (desk, id, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  a_case = yc_desk_load_case_finish (desk, result, &error);
  g_assert_no_error (error);
  return a_case;
}

gboolean
yc_test_desk_try_decide (YcDesk        *desk,
                         YcCase        *a_case,
                         YcCaseAction   action,
                         const char    *reason,
                         GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_decide_async (desk, a_case, action, reason, reason != NULL ? YC_CAUSE_CLERK : 0, NULL,
                        reason != NULL ? "请补签名页" : NULL, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_decide_finish (desk, result, error);
}

GBytes *
yc_test_desk_load_certificate (YcDesk      *desk,
                               const char  *case_id,
                               GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_desk_load_certificate_async (desk, case_id, NULL, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  return yc_desk_load_certificate_finish (desk, result, error);
}

YcCommand *
yc_test_desk_add_command (YcDesk      *desk,
                          const char  *path,
                          const char  *key,
                          const char  *text,
                          GError     **error)
{
  YcOutbox *outbox = yc_desk_get_outbox (desk);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonNode) body = yc_json_parse (text, -1, NULL, NULL);

  g_assert_nonnull (body);
  yc_outbox_add_async (outbox, "POST", path, body, NULL, key, "test", NULL, yc_test_keep_result,
                       &result);
  yc_test_wait_until (result != NULL);
  return yc_outbox_add_finish (outbox, result, error);
}

static YcConnection *
connect_to (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "desk.db", NULL);
  g_autoptr (GError) error = NULL;
  YcConnection *connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);

  g_assert_no_error (error);
  return connection;
}

gint64
yc_test_desk_ask (const char *folder,
                  const char *sql)
{
  g_autoptr (YcConnection) connection = connect_to (folder);
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, NULL);

  g_assert_nonnull (statement);
  return yc_statement_step (statement, NULL) ? yc_statement_get_int (statement, 0) : 0;
}

void
yc_test_desk_exec (const char *folder,
                   const char *sql)
{
  g_autoptr (YcConnection) connection = connect_to (folder);
  g_autoptr (GError) error = NULL;

  yc_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}
