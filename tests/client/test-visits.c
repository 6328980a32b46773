/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits and drafts: saved as typed, restored, refused and mended. */
#include "yc-case-contents.h"
#include "yc-json.h"
#include "yc-mock-desk.h"

#include <string.h>

#define CASE_ID "0190a000-0000-7000-8000-00000000000a"
#define DOCUMENT(kind, id, body) \
  "{\"kind\":\"" kind "\",\"id\":\"" id "\",\"version\":1,\"body\":" body "}"
#define ITEM \
  DOCUMENT ("item", "T-1", \
            "{\"code\":\"T-1\",\"title\":\"试办事项\",\"level\":\"village\",\"channel\":\"counter\"," \
            "\"form\":\"f\",\"review\":[\"village\"],\"materials\":[" \
            "{\"id\":\"card\",\"title\":\"身份证\",\"licence\":\"id-card\"}," \
            "{\"id\":\"lease\",\"title\":\"住所证明\",\"tolerant_days\":15,\"variants\":[" \
            "{\"id\":\"let\",\"title\":\"租赁合同\"}]}," \
            "{\"id\":\"letter\",\"title\":\"委托书\",\"condition\":\"代办时\"}]}")
#define FORM \
  DOCUMENT ("form", "f", \
            "{\"id\":\"f\",\"schema\":{\"type\":\"object\",\"required\":[\"reason\"],\"properties\":{" \
            "\"reason\":{\"type\":\"string\",\"title\":\"事由\",\"minLength\":4}," \
            "\"phone\":{\"type\":\"string\",\"title\":\"电话\",\"x-source\":\"/applicant/mobile\"}}}," \
            "\"layout\":{\"type\":\"VerticalLayout\",\"elements\":[" \
            "{\"type\":\"Control\",\"scope\":\"#/properties/reason\"}," \
            "{\"type\":\"Control\",\"scope\":\"#/properties/phone\"}]}}")
#define LIST \
  DOCUMENT ("list", "l", \
            "{\"id\":\"l\",\"title\":\"试问\",\"questions\":[" \
            "{\"id\":\"q\",\"title\":\"谁来办？\",\"kind\":\"yes-no\"}],\"outcomes\":[" \
            "{\"item\":\"T-1\",\"when\":{\"!\":[{\"var\":\"q\"}]},\"materials\":{\"letter\":false}}," \
            "{\"item\":\"T-1\",\"when\":{\"var\":\"q\"},\"materials\":{\"letter\":true," \
            "\"lease\":\"let\",\"card\":false}}]}")
#define CATALOG "{\"version\":3,\"documents\":[" ITEM "," FORM "," LIST "],\"more\":false}"
#define CASE(version, state) \
  "{\"id\":\"" CASE_ID "\",\"number\":\"1\",\"version\":" #version ",\"state\":\"" state "\"," \
  "\"item\":{\"code\":\"T-1\",\"title\":\"试办事项\"},\"catalog_version\":3,\"place\":\"990119204001\"," \
  "\"counter\":\"1\",\"taken_in_by\":{\"id\":\"chenxiao\",\"name\":\"陈晓\"},\"agent\":null," \
  "\"applicant\":{\"name\":\"马建国\",\"id_number\":\"99010119850125551X\",\"mobile\":\"10000000111\"," \
  "\"address\":\"\",\"email\":\"\"},\"answers\":{\"l\":{\"q\":\"a\"}},\"materials\":[" \
  "{\"id\":\"card\",\"status\":\"fetched\"},{\"id\":\"lease\",\"status\":\"tolerated\"}]," \
  "\"form\":{\"reason\":\"原来的事由\",\"phone\":\"10000000111\"}," \
  "\"submitted_at\":\"2026-11-21T07:42:08.123Z\",\"updated_at\":\"2026-11-21T07:42:08.123Z\"," \
  "\"review\":{\"steps\":[\"village\"],\"step\":0,\"level\":\"village\"},\"tries\":[]," \
  "\"certificate\":null,\"prints\":[],\"delivery\":{\"channels\":[\"portal\"]},"          \
  "\"deliveries\":[{\"id\":\"1\",\"channel\":\"portal\",\"title\":\"\",\"state\":\"failed\","  \
  "\"detail\":\"http-503\",\"to\":null}]}"

typedef YcMockDesk Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  yc_mock_desk_init (fixture, CATALOG);
  yc_mock_desk_open (fixture);
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  yc_test_wait_until (yc_catalog_get_version (yc_desk_get_catalog (fixture->desk)) == 3);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_mock_desk_clear (fixture);
}

static void
restart (Fixture *fixture)
{
  yc_mock_desk_close (fixture);
  yc_mock_desk_open (fixture);
}

static YcVisits *
visits_of (Fixture *fixture)
{
  return yc_desk_get_visits (fixture->desk);
}

static guint
n_visits (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (visits_of (fixture)));
}

static guint
n_parked (Fixture *fixture)
{
  return yc_outbox_get_n_parked (yc_desk_get_outbox (fixture->desk));
}

static void
wait_until_saved (Fixture *fixture)
{
  yc_test_wait_until (yc_visits_get_saved (visits_of (fixture)));
}

static YcDraftMaterial *
material (YcCaseDraft *draft,
          guint        position)
{
  g_autoptr (YcDraftMaterial) line = NULL;

  line = g_list_model_get_item (yc_case_draft_get_materials (draft), position);
  return line;
}

static YcCaseDraft *
begin_draft (Fixture *fixture)
{
  YcVisit *visit = yc_visits_add (visits_of (fixture));
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft = yc_visit_add_draft (visit, "T-1", &error);

  g_assert_no_error (error);
  return draft;
}

static void
fill (YcCaseDraft *draft)
{
  g_autoptr (GError) error = NULL;

  yc_citizen_set_name (yc_case_draft_get_citizen (draft), "马建国");
  yc_citizen_set_id_number (yc_case_draft_get_citizen (draft), "99010119850125551X");
  yc_citizen_set_mobile (yc_case_draft_get_citizen (draft), "10000000111");
  yc_draft_material_set_status (material (draft, 0), YC_MATERIAL_FETCHED);
  yc_draft_material_set_status (material (draft, 1), YC_MATERIAL_TOLERATED);
  yc_form_set_text (yc_case_draft_get_form (draft), "/reason", "租户同住", &error);
  g_assert_no_error (error);
}

static YcCaseDraft *
first_draft (Fixture *fixture)
{
  g_autoptr (YcVisit) visit = g_list_model_get_item (G_LIST_MODEL (visits_of (fixture)), 0);
  g_autoptr (YcCaseDraft) draft = g_list_model_get_item (yc_visit_get_drafts (visit), 0);

  return draft;
}

/* Changes that never stop do not put off the saving. */
static void
test_saved_while_typing (Fixture       *fixture,
                         gconstpointer  data)
{
  YcVisit *visit = yc_visits_add (visits_of (fixture));
  guint n = 0;

  g_assert_cmpint (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM visits"), ==, 0);
  g_assert_true (yc_visit_get_saved (visit));
  while (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM visits") == 0)
    {
      g_autofree char *need = g_strdup_printf ("需求 %u", n++);

      yc_visit_set_need (visit, need);
      g_assert_false (yc_visit_get_saved (visit));
      yc_test_iterate ();
      g_assert_cmpuint (n, <, 2000);
    }
  wait_until_saved (fixture);
  g_assert_true (yc_visit_get_saved (visit));
}

/* The default keeps within the promised second. */
static void
test_autosave_limit (void)
{
  YcLimits limits;

  yc_limits_init_defaults (&limits);
  g_assert_cmpuint (limits.autosave_ms, <=, 500);
}

static void
test_disk_trouble (Fixture       *fixture,
                   gconstpointer  data)
{
  YcVisit *visit = yc_visits_add (visits_of (fixture));

  yc_test_desk_exec (fixture->folder, "ALTER TABLE visits RENAME TO elsewhere");
  yc_visit_set_need (visit, "不要丢");
  yc_test_wait_until (yc_visits_get_error (visits_of (fixture)) != NULL);
  g_assert_error (yc_visits_get_error (visits_of (fixture)), YC_CLIENT_ERROR, YC_CLIENT_ERROR_DISK);
  g_assert_false (yc_visits_get_saved (visits_of (fixture)));
  g_assert_false (yc_visit_get_saved (visit));
  yc_test_desk_exec (fixture->folder, "ALTER TABLE elsewhere RENAME TO visits");
  wait_until_saved (fixture);
  g_assert_null (yc_visits_get_error (visits_of (fixture)));
  restart (fixture);
  g_assert_cmpuint (n_visits (fixture), ==, 1);
}

/* What is missing, one after the other, until it can be sent. */
static void
test_ready (Fixture       *fixture,
            gconstpointer  data)
{
  YcCaseDraft *draft = begin_draft (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (yc_case_draft_get_n_materials_missing (draft), ==, 2);
  yc_draft_material_set_status (material (draft, 0), YC_MATERIAL_TOLERATED);
  g_assert_cmpint (yc_draft_material_get_status (material (draft, 0)), ==, YC_MATERIAL_MISSING);
  yc_draft_material_set_status (material (draft, 1), YC_MATERIAL_FETCHED);
  g_assert_cmpint (yc_draft_material_get_status (material (draft, 1)), ==, YC_MATERIAL_MISSING);
  fill (draft);
  g_assert_cmpuint (yc_case_draft_get_n_materials_missing (draft), ==, 0);
  g_assert_true (yc_case_draft_get_ready (draft));

  yc_form_set_text (yc_case_draft_get_form (draft), "/reason", "短", NULL);
  g_assert_false (yc_case_draft_get_ready (draft));
  g_assert_false (yc_test_desk_try_submit (draft, &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INCOMPLETE);
  g_assert_cmpuint (yc_form_get_n_errors (yc_case_draft_get_form (draft)), ==, 1);
  yc_form_set_text (yc_case_draft_get_form (draft), "/reason", "租户同住", NULL);
  yc_citizen_set_id_number (yc_case_draft_get_citizen (draft), "990101198501255511");
  g_assert_false (yc_case_draft_get_ready (draft));
  g_assert_cmpuint (yc_test_mock_get_n_posts (fixture->mock), ==, 0);
}

/* A field that is filled from the citizen follows him until somebody types into it. */
static void
test_filled_from_citizen (Fixture       *fixture,
                          gconstpointer  data)
{
  YcCaseDraft *draft = begin_draft (fixture);
  YcCitizen *citizen = yc_case_draft_get_citizen (draft);
  YcFormField *field = yc_form_find_field (yc_case_draft_get_form (draft), "/phone");

  yc_citizen_set_mobile (citizen, "1");
  yc_citizen_set_mobile (citizen, "10000000111");
  g_assert_cmpstr (yc_form_field_get_text (field), ==, "10000000111");
  g_assert_nonnull (yc_form_field_get_source (field));
  yc_form_field_set_text (field, "10000000222");
  yc_citizen_set_mobile (citizen, "10000000333");
  g_assert_cmpstr (yc_form_field_get_text (field), ==, "10000000222");
}

static void
submit_and_wait (YcCaseDraft      *draft,
                 YcCaseDraftState  state)
{
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_case_draft_get_state (draft) == state);
}

/* Refused by the service: edited and sent again in the place of the first, also over a restart. */
static void
test_refused_and_mended (Fixture       *fixture,
                         gconstpointer  data)
{
  YcCaseDraft *draft = begin_draft (fixture);
  g_autoptr (YcVisit) visit = g_list_model_get_item (G_LIST_MODEL (visits_of (fixture)), 0);

  fill (draft);
  yc_test_mock_push (fixture->mock, YC_TEST_INVALID);
  submit_and_wait (draft, YC_CASE_DRAFT_PARKED);
  g_assert_true (yc_case_draft_get_editable (draft));
  g_assert_true (yc_visit_get_attention (visit));
  g_assert_true (yc_visit_get_unsent (visit));
  g_assert_false (yc_visit_remove_draft (visit, draft));
  g_assert_error (yc_command_get_error (yc_case_draft_get_command (draft)), YC_CLIENT_ERROR,
                  YC_CLIENT_ERROR_INVALID);
  g_assert_cmpuint (n_parked (fixture), ==, 1);
  wait_until_saved (fixture);
  g_clear_object (&visit);

  restart (fixture);
  draft = first_draft (fixture);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_PARKED);
  g_assert_nonnull (yc_case_draft_get_command (draft));
  yc_form_set_text (yc_case_draft_get_form (draft), "/reason", "改过的事由", NULL);
  submit_and_wait (draft, YC_CASE_DRAFT_SENT);
  g_assert_cmpuint (n_parked (fixture), ==, 0);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 1);
  g_assert_cmpuint (yc_test_mock_count_effects (fixture->mock, "改过的事由"), ==, 1);
  yc_test_wait_until (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM commands") == 0);
}

static void
test_refused_and_discarded (Fixture       *fixture,
                            gconstpointer  data)
{
  YcOutbox *outbox = yc_desk_get_outbox (fixture->desk);
  YcCaseDraft *draft = begin_draft (fixture);

  fill (draft);
  yc_test_mock_push (fixture->mock, YC_TEST_STATE);
  submit_and_wait (draft, YC_CASE_DRAFT_PARKED);
  yc_outbox_discard_async (outbox, yc_case_draft_get_command (draft), NULL, NULL, NULL);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_DRAFT);
  g_assert_null (yc_case_draft_get_command (draft));
  restart (fixture);
  draft = first_draft (fixture);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_DRAFT);
  g_assert_true (yc_case_draft_get_ready (draft));
}

/* How the certificate may be sent is kept, is sent along, and a letter needs an address. That nothing
 * was said is not said for the applicant. */
static void
test_wish (Fixture       *fixture,
           gconstpointer  data)
{
  YcCaseDraft *draft = begin_draft (fixture);

  fill (draft);
  yc_delivery_wish_set (yc_case_draft_get_wish (draft), "mail", TRUE);
  g_assert_false (yc_case_draft_get_ready (draft));
  yc_citizen_set_email (yc_case_draft_get_citizen (draft), "ma@example.com");
  g_assert_true (yc_case_draft_get_ready (draft));
  yc_delivery_wish_set (yc_case_draft_get_wish (draft), "app", TRUE);
  yc_delivery_wish_set (yc_case_draft_get_wish (draft), "nonsense", TRUE);
  wait_until_saved (fixture);
  restart (fixture);
  draft = first_draft (fixture);
  g_assert_true (yc_delivery_wish_get (yc_case_draft_get_wish (draft), "mail"));
  g_assert_false (yc_delivery_wish_get (yc_case_draft_get_wish (draft), "portal"));
  submit_and_wait (draft, YC_CASE_DRAFT_SENT);
  g_assert_cmpuint (yc_test_mock_count_effects (fixture->mock,
                                                "\"delivery\":{\"channels\":[\"mail\",\"app\"]}"),
                    ==, 1);
  draft = begin_draft (fixture);
  fill (draft);
  submit_and_wait (draft, YC_CASE_DRAFT_SENT);
  g_assert_null (strstr (yc_test_mock_get_effect (fixture->mock, 1), "\"delivery\""));
}

/* A returned case is opened, mended, meets a conflict, and is sent again on the newer version. */
static void
test_mend_with_conflict (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft;
  YcVisit *visit;

  yc_test_mock_set_answer (fixture->mock, "/cases/" CASE_ID, CASE (2, "returned"));
  a_case = yc_test_desk_load_case (fixture->desk, CASE_ID);
  visit = yc_visits_open_case (visits_of (fixture), a_case, &error);
  g_assert_no_error (error);
  g_assert_true (yc_visits_open_case (visits_of (fixture), a_case, &error) == visit);
  draft = yc_visit_find_draft (visit, CASE_ID);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_MENDING);
  g_assert_cmpstr (yc_citizen_get_name (yc_visit_get_citizen (visit)), ==, "马建国");
  g_assert_true (yc_delivery_wish_get (yc_case_draft_get_wish (draft), "portal"));
  g_assert_cmpint (yc_draft_material_get_status (material (draft, 0)), ==, YC_MATERIAL_FETCHED);
  g_assert_cmpstr (
      yc_form_field_get_text (yc_form_find_field (yc_case_draft_get_form (draft), "/reason")), ==,
      "原来的事由");
  g_assert_true (yc_case_draft_get_ready (draft));

  yc_form_set_text (yc_case_draft_get_form (draft), "/reason", "改过的事由", NULL);
  yc_test_mock_set_answer (fixture->mock, "/cases/" CASE_ID, CASE (5, "returned"));
  yc_test_mock_push (fixture->mock, YC_TEST_CONFLICT);
  submit_and_wait (draft, YC_CASE_DRAFT_PARKED);
  g_assert_cmpint (yc_case_get_version (a_case), ==, 5);
  g_assert_nonnull (yc_command_get_server_version (yc_case_draft_get_command (draft)));
  g_assert_cmpstr (
      yc_form_field_get_text (yc_form_find_field (yc_case_draft_get_form (draft), "/reason")), ==,
      "改过的事由");

  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_test_mock_get_n_effects (fixture->mock) == 1);
  g_assert_nonnull (
      strstr (yc_test_mock_get_effect (fixture->mock, 0), "/cases/" CASE_ID "/submissions"));
  g_assert_nonnull (strstr (yc_test_mock_get_effect (fixture->mock, 0), " \"5\" "));
  g_assert_nonnull (
      strstr (yc_test_mock_get_effect (fixture->mock, 0), "\"answers\":{\"l\":{\"q\":\"a\"}}"));
  g_assert_null (strstr (yc_test_mock_get_effect (fixture->mock, 0), "\"item\""));
  g_assert_nonnull (strstr (yc_test_mock_get_effect (fixture->mock, 0),
                            "\"delivery\":{\"channels\":[\"portal\"]}"));
}

/* While somebody else works at the desk, where his list keeps the case alive, it is decided on: who
 * comes back goes on from the decision, though what was saved of the visit is older. */
static void
test_decided_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (YcCase) a_case = NULL;
  YcCaseDraft *draft;

  yc_test_mock_set_answer (fixture->mock, "/cases/" CASE_ID, CASE (2, "returned"));
  a_case = yc_test_desk_load_case (fixture->desk, CASE_ID);
  g_assert_nonnull (yc_visits_open_case (visits_of (fixture), a_case, NULL));
  wait_until_saved (fixture);

  yc_test_desk_sign_in (fixture->desk, "wangfang");
  g_assert_cmpuint (n_visits (fixture), ==, 0);
  yc_test_mock_set_answer (fixture->mock, "/cases/" CASE_ID, CASE (3, "returned"));
  g_object_unref (yc_test_desk_load_case (fixture->desk, CASE_ID));
  g_assert_cmpint (yc_case_get_version (a_case), ==, 3);

  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  draft = first_draft (fixture);
  g_assert_true (yc_case_draft_get_case (draft) == a_case);
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_test_mock_get_n_effects (fixture->mock) == 1);
  g_assert_nonnull (strstr (yc_test_mock_get_effect (fixture->mock, 0), " \"3\" "));
}

static void
test_close_and_remove (Fixture       *fixture,
                       gconstpointer  data)
{
  YcCaseDraft *draft = begin_draft (fixture);
  g_autoptr (YcVisit) visit = g_list_model_get_item (G_LIST_MODEL (visits_of (fixture)), 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (yc_visit_get_unsent (visit));
  g_assert_true (yc_visit_add_draft (visit, "T-1", &error) == draft);
  g_assert_null (yc_visit_add_draft (visit, "T-9", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND);
  fill (draft);
  g_assert_true (yc_visit_get_unsent (visit));
  wait_until_saved (fixture);
  g_assert_cmpint (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM drafts"), ==, 1);
  g_assert_true (yc_visit_remove_draft (visit, draft));
  g_assert_cmpuint (g_list_model_get_n_items (yc_visit_get_drafts (visit)), ==, 0);
  wait_until_saved (fixture);
  g_assert_cmpint (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM drafts"), ==, 0);

  g_assert_nonnull (yc_visit_add_draft (visit, "T-1", NULL));
  wait_until_saved (fixture);
  yc_visits_close (visits_of (fixture), visit);
  g_assert_cmpuint (n_visits (fixture), ==, 0);
  g_clear_object (&visit);
  restart (fixture);
  g_assert_cmpuint (n_visits (fixture), ==, 0);
  g_assert_cmpint (yc_test_desk_ask (fixture->folder, "SELECT count(*) FROM drafts"), ==, 0);
}

static void
assert_change (YcPlan     *plan,
               guint       n,
               guint       position,
               const char *words)
{
  g_autoptr (YcPlanChange) change = g_list_model_get_item (yc_plan_get_changes (plan), position);

  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_changes (plan)), ==, n);
  g_assert_cmpstr (yc_plan_change_get_words (change), ==, words);
}

static void
assert_changed (YcPlan *plan)
{
  assert_change (plan, 3, 0, "租赁合同 instead of 住所证明");
  assert_change (plan, 3, 1, "To bring now: 委托书");
  assert_change (plan, 3, 2, "Not to bring any more: 身份证");
}

static void
answer (YcPlan   *plan,
        gboolean  yes)
{
  g_autoptr (JsonNode) node = json_node_init_boolean (json_node_alloc (), yes);
  g_autoptr (GError) error = NULL;

  yc_plan_answer (plan, "l/q", node, &error);
  g_assert_no_error (error);
}

/* What the last answer changed is still told after a restart. */
static void
test_changes_kept (Fixture       *fixture,
                   gconstpointer  data)
{
  YcPlan *plan = yc_visit_get_plan (yc_visits_add (visits_of (fixture)));
  g_autoptr (YcVisit) again = NULL;

  yc_plan_start (plan, yc_catalog_get_list (yc_desk_get_catalog (fixture->desk), "l"));
  answer (plan, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_changes (plan)), ==, 0);
  answer (plan, TRUE);
  assert_changed (plan);
  wait_until_saved (fixture);
  restart (fixture);
  again = g_list_model_get_item (G_LIST_MODEL (visits_of (fixture)), 0);
  assert_changed (yc_visit_get_plan (again));
  answer (yc_visit_get_plan (again), FALSE);
  assert_change (yc_visit_get_plan (again), 3, 2, "Not to bring any more: 委托书");
}

static void
assert_lines (YcCaseDraft *draft)
{
  g_assert_cmpuint (g_list_model_get_n_items (yc_case_draft_get_materials (draft)), ==, 2);
  g_assert_cmpstr (yc_draft_material_get_title (material (draft, 0)), ==, "租赁合同");
  g_assert_cmpint (yc_draft_material_get_status (material (draft, 0)), ==, YC_MATERIAL_TOLERATED);
  g_assert_cmpstr (yc_draft_material_get_title (material (draft, 1)), ==, "委托书");
}

/* The variant that applies, and what a list does not ask for, are kept and sent with the case. */
static void
test_variants_sent (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (JsonNode) expected = yc_json_parse (
    "[{\"id\":\"lease\",\"status\":\"tolerated\",\"variant\":\"let\"},"
    "{\"id\":\"letter\",\"status\":\"complete\"},"
    "{\"id\":\"card\",\"status\":\"waived\",\"list\":\"l\"}]", -1, NULL, NULL);
  YcCaseDraft *draft = begin_draft (fixture);
  YcPlan *plan = yc_visit_get_plan (
    yc_visits_find_case (visits_of (fixture), yc_case_draft_get_case_id (draft)));
  JsonNode *body;

  fill (draft);
  yc_plan_start (plan, yc_catalog_get_list (yc_desk_get_catalog (fixture->desk), "l"));
  answer (plan, TRUE);
  yc_draft_material_set_status (material (draft, 1), YC_MATERIAL_COMPLETE);
  assert_lines (draft);
  wait_until_saved (fixture);
  restart (fixture);
  draft = first_draft (fixture);
  assert_lines (draft);
  yc_test_mock_set_down (fixture->mock, TRUE);
  yc_test_desk_submit (draft);
  body = yc_command_get_body (yc_case_draft_get_command (draft));
  g_assert_true (yc_json_equal (yc_json_get_member (json_node_get_object (body), "materials"),
                                expected));
}

/* What was handed in as a variant is shown as that when it comes back; nothing is asked for that
 * was not. */
static void
test_variants_returned (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (CASE (2, "returned"));
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcMaterial) lease = NULL;
  YcCaseDraft *draft;
  YcVisit *visit;

  g_string_replace (text, "{\"id\":\"card\",\"status\":\"fetched\"}",
                    "{\"id\":\"card\",\"status\":\"waived\",\"list\":\"l\"}", 1);
  g_string_replace (text, "\"tolerated\"", "\"tolerated\",\"variant\":\"let\"", 1);
  json = yc_json_parse (text->str, -1, NULL, &error);
  g_assert_no_error (error);
  a_case = yc_case_new_from_json (json_node_get_object (json), &error);
  g_assert_no_error (error);
  visit = yc_visits_open_case (visits_of (fixture), a_case, &error);
  g_assert_no_error (error);
  draft = yc_visit_find_draft (visit, CASE_ID);
  assert_lines (draft);

  lease = g_list_model_get_item (yc_item_get_materials (yc_case_draft_get_item (draft)), 1);
  g_assert_cmpstr (yc_material_get_title (yc_case_contents_pick_material (a_case, lease)), ==,
                   "租赁合同");
  g_assert_cmpstr (yc_case_contents_get_waiver (a_case, "card"), ==, "l");
}

/* A name typed letter by letter is one look at what the licence store has, which is noted, of the
 * person who is meant. */
static void
test_one_look (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const typed[] = { "马", "马建", "马建国" };
  YcVisit *visit;
  guint before;

  fixture->limits.look_ms = 1000;
  restart (fixture);
  visit = yc_visits_add (visits_of (fixture));
  yc_plan_start (yc_visit_get_plan (visit),
                 yc_catalog_get_list (yc_desk_get_catalog (fixture->desk), "l"));
  answer (yc_visit_get_plan (visit), FALSE);
  before = yc_test_mock_get_n_posts (fixture->mock);
  yc_citizen_set_id_number (yc_visit_get_citizen (visit), "99010119850125551X");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      yc_citizen_set_name (yc_visit_get_citizen (visit), typed[i]);
      wait_until_saved (fixture);
    }
  yc_test_wait_until (yc_test_mock_count_effects (fixture->mock, "马建国") == 1);
  g_assert_cmpuint (yc_test_mock_get_n_posts (fixture->mock), ==, before + 1);
}

static gboolean
knows_card (YcVisit *visit)
{
  g_autoptr (YcPlanMaterial) card =
    g_list_model_get_item (yc_plan_get_materials (yc_visit_get_plan (visit)), 0);

  return yc_plan_material_get_valid_until (card) != NULL;
}

/* What expired years ago is told of, and asked for all the same. */
static void
test_expired (Fixture       *fixture,
              gconstpointer  data)
{
  YcVisit *visit;
  g_autoptr (YcPlanMaterial) card = NULL;

  yc_test_mock_set_answer (fixture->mock, "POST /people/licences",
                           "{\"licences\":[{\"kind\":\"id_card\",\"title\":\"身份证\",\"serial\":"
                           "\"…1234\",\"issued_at\":\"2000-05-01T02:00:00.000Z\","
                           "\"valid_until\":\"2020-05-01\"}]}");
  visit = yc_visits_add (visits_of (fixture));
  yc_plan_start (yc_visit_get_plan (visit),
                 yc_catalog_get_list (yc_desk_get_catalog (fixture->desk), "l"));
  answer (yc_visit_get_plan (visit), FALSE);
  yc_citizen_set_id_number (yc_visit_get_citizen (visit), "99010119850125551X");
  yc_citizen_set_name (yc_visit_get_citizen (visit), "马建国");
  yc_test_wait_until (knows_card (visit));
  card = g_list_model_get_item (yc_plan_get_materials (yc_visit_get_plan (visit)), 0);
  g_assert_cmpstr (yc_plan_material_get_id (card), ==, "card");
  g_assert_null (yc_plan_material_get_in_store (card));
  g_assert_nonnull (strstr (yc_plan_material_get_expired (card), "身份证"));
  g_assert_cmpstr (yc_plan_material_get_valid_until (card), ==, "2020-05-01");
}

/* The session ends in the middle of a form: every word stays, and goes on after signing in. */
static void
test_session_ends_in_form (Fixture       *fixture,
                           gconstpointer  data)
{
  YcSession *session = yc_desk_get_session (fixture->desk);
  YcCaseDraft *draft = begin_draft (fixture);

  fill (draft);
  yc_test_mock_push (fixture->mock, YC_TEST_UNAUTHENTICATED);
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_session_get_state (session) == YC_SESSION_EXPIRED);
  g_assert_cmpint (yc_case_draft_get_state (draft), ==, YC_CASE_DRAFT_SAVED);
  g_assert_cmpuint (n_visits (fixture), ==, 1);
  g_assert_nonnull (yc_visits_add (visits_of (fixture)));
  yc_test_desk_sign_in (fixture->desk, "chenxiao");
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT);
  g_assert_true (first_draft (fixture) == draft);
  g_assert_cmpuint (yc_test_mock_get_n_effects (fixture->mock), ==, 1);
}

/* The catalog no longer has the item: the draft is kept with all that was typed. */
static void
test_item_gone (Fixture       *fixture,
                gconstpointer  data)
{
  YcCaseDraft *draft = begin_draft (fixture);

  fill (draft);
  wait_until_saved (fixture);
  yc_mock_desk_close (fixture);
  yc_test_desk_exec (fixture->folder, "DELETE FROM documents");
  yc_test_mock_set_down (fixture->mock, TRUE);
  yc_mock_desk_open (fixture);
  draft = first_draft (fixture);
  g_assert_cmpstr (yc_case_draft_get_item_title (draft), ==, "试办事项");
  g_assert_null (yc_case_draft_get_item (draft));
  g_assert_null (yc_case_draft_get_form (draft));
  g_assert_false (yc_case_draft_get_ready (draft));
  yc_citizen_set_email (yc_case_draft_get_citizen (draft), "x@example.com");
  wait_until_saved (fixture);

  /* And has it again. */
  yc_test_desk_exec (fixture->folder, "UPDATE catalog_state SET version = 0");
  yc_mock_desk_close (fixture);
  yc_test_mock_set_down (fixture->mock, FALSE);
  yc_mock_desk_open (fixture);
  draft = first_draft (fixture);
  yc_test_wait_until (yc_case_draft_get_item (draft) != NULL);
  g_assert_cmpstr (
      yc_form_field_get_text (yc_form_find_field (yc_case_draft_get_form (draft), "/reason")), ==,
      "租户同住");
  g_assert_cmpint (yc_draft_material_get_status (material (draft, 0)), ==, YC_MATERIAL_FETCHED);
  g_assert_true (yc_case_draft_get_ready (draft));
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/visits/autosave-limit", test_autosave_limit);
  add_test ("/client/visits/saved-while-typing", test_saved_while_typing);
  add_test ("/client/visits/disk-trouble", test_disk_trouble);
  add_test ("/client/visits/ready", test_ready);
  add_test ("/client/visits/filled-from-citizen", test_filled_from_citizen);
  add_test ("/client/visits/refused-and-mended", test_refused_and_mended);
  add_test ("/client/visits/refused-and-discarded", test_refused_and_discarded);
  add_test ("/client/visits/wish", test_wish);
  add_test ("/client/visits/mend-with-conflict", test_mend_with_conflict);
  add_test ("/client/visits/decided-meanwhile", test_decided_meanwhile);
  add_test ("/client/visits/close-and-remove", test_close_and_remove);
  add_test ("/client/visits/changes-kept", test_changes_kept);
  add_test ("/client/visits/variants-sent", test_variants_sent);
  add_test ("/client/visits/variants-returned", test_variants_returned);
  add_test ("/client/visits/one-look", test_one_look);
  add_test ("/client/visits/expired", test_expired);
  add_test ("/client/visits/session-ends-in-form", test_session_ends_in_form);
  add_test ("/client/visits/item-gone", test_item_gone);
  return g_test_run ();
}
