/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the licence store of a real service has answers the plan's questions and stands for its
 * materials, for the person who is there and for nobody else; a case's check-list is the plan's. */
#include "yc-files-fixture.h"

#include "yc-json.h"

#include <string.h>

#define NEED "lease/need"
#define FILED "lease/filed"

static void
name_person (YcCitizen  *citizen,
             const char *name)
{
  yc_citizen_set_name (citizen, name);
  yc_citizen_set_id_number (citizen, "99010119850125551X");
}

/* Somebody whom the sample's history does not know has a tenancy filed and approved. */
static void
issue_one (YcFilesFixture *fixture)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (folder, fixture->url);
  YcCaseDraft *draft = yc_files_begin (fixture->desk, "");
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (GError) error = NULL;

  name_person (yc_case_draft_get_citizen (draft), "马建国");
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT);
  yc_test_desk_sign_in (reviewer, "hejing");
  a_case = yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
  yc_test_desk_try_decide (reviewer, a_case, YC_CASE_ACTION_APPROVE, NULL, &error);
  g_assert_no_error (error);
}

static void
answer (YcPlan     *plan,
        const char *key,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  yc_plan_answer (plan, key, node, &error);
  g_assert_no_error (error);
}

/* A tenancy is to be changed; whether it was filed is asked. */
static YcVisit *
begin_visit (YcFilesFixture *fixture)
{
  YcVisit *visit = yc_visits_add (yc_desk_get_visits (fixture->desk));
  YcPlan *plan = yc_visit_get_plan (visit);

  yc_plan_start (plan, yc_catalog_get_list (yc_desk_get_catalog (fixture->desk), "lease"));
  answer (plan, NEED, "\"change\"");
  g_assert_cmpstr (yc_question_get_key (yc_plan_next_question (plan)), ==, FILED);
  return visit;
}

/* (transfer full) (nullable): the first material that the licence store has */
static char *
dup_in_store (YcPlan *plan)
{
  GListModel *materials = yc_plan_get_materials (plan);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcPlanMaterial) material = g_list_model_get_item (materials, i);

      if (yc_plan_material_get_in_store (material) != NULL)
        {
          g_assert_cmpstr (yc_plan_material_get_licence (material), ==, "lease-filing");
          return g_strdup (yc_plan_material_get_in_store (material));
        }
    }
  return NULL;
}

static void
assert_item (YcPlan     *plan,
             const char *code)
{
  g_autoptr (YcPlanEntry) entry = g_list_model_get_item (yc_plan_get_entries (plan), 0);

  g_assert_cmpstr (yc_item_get_code (yc_plan_entry_get_item (entry)), ==, code);
}

/* The words name the document and the end of its number, not the number. */
static void
assert_known (YcFilesFixture *fixture,
              YcPlan         *plan)
{
  g_autoptr (GListModel) questions = g_object_ref (yc_plan_get_questions (plan));
  g_autoptr (YcQuestion) filed = g_list_model_get_item (questions, 1);
  g_autofree char *words = dup_in_store (plan);

  g_assert_cmpstr (yc_question_get_key (filed), ==, FILED);
  g_assert_cmpstr (yc_plan_get_source (plan, filed), ==, "from the licence store");
  assert_item (plan, "ZJ-0702");
  g_assert_nonnull (words);
  g_assert_nonnull (strstr (words, "租赁"));
  g_assert_nonnull (strstr (words, "number …"));
  g_assert_cmpuint (g_utf8_strlen (strstr (words, "…"), -1), ==, strlen ("?1234, issued on 2026-11-22"));
}

/* Known once number and name are whole, forgotten with another name; what the clerk says goes before. */
static void
test_plan (YcFilesFixture *fixture,
           gconstpointer   data)
{
  YcVisit *visit;
  YcPlan *plan;

  issue_one (fixture);
  visit = begin_visit (fixture);
  plan = yc_visit_get_plan (visit);
  name_person (yc_visit_get_citizen (visit), "马建国");
  yc_test_wait_until (yc_plan_is_complete (plan));
  assert_known (fixture, plan);

  yc_citizen_set_name (yc_visit_get_citizen (visit), "别人");
  g_assert_false (yc_plan_is_complete (plan));
  g_assert_cmpstr (yc_question_get_key (yc_plan_next_question (plan)), ==, FILED);
  yc_citizen_set_name (yc_visit_get_citizen (visit), "马建国");
  yc_test_wait_until (yc_plan_is_complete (plan));
  answer (plan, FILED, "false");
  assert_item (plan, "ZJ-0701");
}

/* With the line down the clerk asks; when it is back, what is known is known. */
static void
test_line (YcFilesFixture *fixture,
           gconstpointer   data)
{
  YcLine *line = yc_desk_get_line (fixture->desk);
  YcVisit *visit;

  issue_one (fixture);
  yc_files_cut_line (fixture);
  yc_test_wait_until (!yc_line_get_online (line));
  visit = begin_visit (fixture);
  name_person (yc_visit_get_citizen (visit), "马建国");
  g_assert_false (yc_plan_is_complete (yc_visit_get_plan (visit)));
  yc_files_mend_line (fixture);
  yc_test_wait_until (yc_plan_is_complete (yc_visit_get_plan (visit)));
  assert_known (fixture, yc_visit_get_plan (visit));
}

static YcDraftMaterial *
nth_material (YcCaseDraft *draft,
              guint        i)
{
  g_autoptr (YcDraftMaterial) material =
      g_list_model_get_item (yc_case_draft_get_materials (draft), i);

  g_assert_nonnull (material);
  return material;
}

/* The second of three is the variant that an outcome chose, or of two there is none: a case's
 * check-list is the plan's, and what was ticked stays. */
static void
assert_materials (YcCaseDraft *draft,
                  const char  *second)
{
  GListModel *materials = yc_case_draft_get_materials (draft);

  g_assert_cmpuint (g_list_model_get_n_items (materials), ==, second != NULL ? 3 : 2);
  g_assert_cmpint (yc_draft_material_get_status (nth_material (draft, 0)), ==,
                   YC_MATERIAL_COMPLETE);
  if (second == NULL)
    return;
  g_assert_cmpstr (yc_draft_material_get_id (nth_material (draft, 1)), ==, "basis");
  g_assert_cmpstr (yc_draft_material_get_title (nth_material (draft, 1)), ==, second);
}

static void
test_materials (YcFilesFixture *fixture,
                gconstpointer   data)
{
  YcVisit *visit = yc_visits_add (yc_desk_get_visits (fixture->desk));
  YcPlan *plan = yc_visit_get_plan (visit);
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft;

  yc_plan_start (plan, yc_catalog_get_list (yc_desk_get_catalog (fixture->desk), "insurance"));
  answer (plan, "insurance/need", "\"join\"");
  answer (plan, "insurance/employed", "false");
  answer (plan, "insurance/age", "30");
  answer (plan, "insurance/place", "\"elsewhere\"");
  answer (plan, "insurance/permit", "false");
  answer (plan, "insurance/work", "true");
  draft = yc_visit_add_draft (visit, "SB-0504", &error);
  g_assert_no_error (error);
  yc_draft_material_set_status (nth_material (draft, 0), YC_MATERIAL_COMPLETE);
  assert_materials (draft, "就业登记凭证");
  /* Half a plan changes nothing. */
  yc_plan_unanswer (plan, "insurance/permit");
  assert_materials (draft, "就业登记凭证");
  answer (plan, "insurance/permit", "true");
  assert_materials (draft, "居住证");
  answer (plan, "insurance/place", "\"990119204001\"");
  assert_materials (draft, NULL);
  /* Without a list it is the item's standard. */
  yc_plan_stop (plan, "insurance");
  assert_materials (draft, "居住证");
}

#define ADD(path, function)                                                                       \
  g_test_add (path, YcFilesFixture, NULL, yc_files_set_up, function, yc_files_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/client/licences/plan", test_plan);
  ADD ("/client/licences/line", test_line);
  ADD ("/client/licences/materials", test_materials);
  return g_test_run ();
}
