/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What need not be typed: an earlier case and the licence store of a real service, and what the items
 * of one visit share. */
#include "yc-test-desk.h"
#include "yc-test-service.h"

#include "yc-draft-source.h"
#include "yc-json.h"

#include <string.h>

#define WATER "YS-0101"
#define UTILITY "YS-0102"
#define ADDRESS "东莞市黄江镇北岸社区样例九路 99 号"

static YcFormField *
find (YcCaseDraft *draft,
      const char  *pointer)
{
  YcFormField *field = yc_form_find_field (yc_case_draft_get_form (draft), pointer);

  g_assert_nonnull (field);
  return field;
}

static void
assert_field (YcCaseDraft *draft,
              const char  *pointer,
              const char  *text,
              const char  *source,
              gboolean     edited)
{
  YcFormField *field = find (draft, pointer);

  g_assert_cmpstr (yc_form_field_get_text (field), ==, text);
  g_assert_cmpstr (yc_form_field_get_source (field), ==, source);
  g_assert_cmpint (yc_form_field_get_edited (field), ==, edited);
}

static YcCaseDraft *
add_draft (YcVisit    *visit,
           const char *item)
{
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft = yc_visit_add_draft (visit, item, &error);

  g_assert_no_error (error);
  return draft;
}

static void
type (YcCaseDraft *draft,
      const char  *pointer,
      const char  *text)
{
  g_autoptr (GError) error = NULL;

  yc_form_set_text (yc_case_draft_get_form (draft), pointer, text, &error);
  g_assert_no_error (error);
}

/* Somebody whom the sample's history does not know, with a case that was approved. */
static void
issue_one (YcTestService *service,
           YcDesk        *clerk)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) reviewer = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (YcCase) a_case = NULL;
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft;

  yc_test_desk_sign_in (reviewer, "wangfang");
  draft = yc_test_desk_fill_draft (clerk);
  yc_citizen_set_name (yc_case_draft_get_citizen (draft), "马建国");
  yc_citizen_set_id_number (yc_case_draft_get_citizen (draft), "99010119850125551X");
  type (draft, "/meter_account", "88887777");
  type (draft, "/water_address", ADDRESS);
  yc_test_desk_submit (draft);
  yc_test_wait_until (yc_case_draft_get_state (draft) == YC_CASE_DRAFT_SENT);
  a_case = yc_test_desk_load_case (reviewer, yc_case_draft_get_case_id (draft));
  yc_test_desk_try_decide (reviewer, a_case, YC_CASE_ACTION_APPROVE, NULL, &error);
  g_assert_no_error (error);
}

static void
come_again (YcVisit *visit)
{
  yc_citizen_set_name (yc_visit_get_citizen (visit), "马建国");
  yc_citizen_set_id_number (yc_visit_get_citizen (visit), "99010119850125551X");
}

/* The person comes again: what was filled in last, and what the certificate says. Another person's
 * name takes all of it back, but for what was typed. */
static void
test_records (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  YcCaseDraft *water, *utility;
  YcVisit *visit;

  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_wait_for_catalog (clerk);
  issue_one (service, clerk);
  visit = yc_visits_add (yc_desk_get_visits (clerk));
  water = add_draft (visit, WATER);
  assert_field (water, "/meter_account", "", NULL, FALSE);
  come_again (visit);
  yc_test_wait_until (yc_form_field_get_source (find (water, "/meter_account")) != NULL);
  assert_field (water, "/meter_account", "88887777", "Earlier case", FALSE);
  assert_field (water, "/water_address", ADDRESS, "Earlier case", FALSE);
  utility = add_draft (visit, UTILITY);
  yc_test_wait_until (yc_form_field_get_source (find (utility, "/old_account")) != NULL);
  g_assert_cmpstr (yc_form_field_get_text (find (utility, "/old_account")), ==, "88887777");
  g_assert_cmpstr (yc_form_field_get_text (find (utility, "/address")), ==, ADDRESS);
  g_assert_nonnull (strstr (yc_form_field_get_source (find (utility, "/address")), "水费"));

  type (water, "/meter_account", "11112222");
  assert_field (water, "/meter_account", "11112222", NULL, TRUE);
  yc_citizen_set_name (yc_visit_get_citizen (visit), "别人");
  assert_field (water, "/meter_account", "11112222", NULL, TRUE);
  assert_field (water, "/water_address", "", NULL, FALSE);
  assert_field (utility, "/old_account", "", NULL, FALSE);
}

/* A desk that speaks English has the catalog's English words, by way of the service. */
static void
test_english (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  YcCaseDraft *draft;

  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_wait_for_catalog (clerk);
  g_setenv ("LANGUAGE", "en", TRUE);
  draft = add_draft (yc_visits_add (yc_desk_get_visits (clerk)), "YS-0103");
  g_unsetenv ("LANGUAGE");
  g_assert_cmpstr (yc_form_field_get_title (find (draft, "/born")), ==, "Date of birth");
  g_assert_cmpstr (yc_form_field_get_title (find (draft, "/relatives/0/name")), ==, "Name");
  draft = add_draft (yc_visits_add (yc_desk_get_visits (clerk)), "YS-0103");
  g_assert_cmpstr (yc_form_field_get_title (find (draft, "/born")), ==, "出生日期");
}

/* Two items in one visit: the address is typed once and each case has its own copy. */
static void
test_shared (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autofree char *label = NULL;
  g_autoptr (JsonNode) first = NULL, second = NULL;
  YcCaseDraft *water, *utility;
  YcVisit *visit;

  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_wait_for_catalog (clerk);
  visit = yc_visits_add (yc_desk_get_visits (clerk));
  water = add_draft (visit, WATER);
  label = g_strdup_printf ("From “%s”", yc_case_draft_get_item_title (water));
  type (water, "/water_address", "东莞市");
  utility = add_draft (visit, UTILITY);
  assert_field (utility, "/address", "东莞市", label, FALSE);
  g_assert_cmpstr (yc_form_field_get_shared_with (find (water, "/water_address")), ==,
                   yc_case_draft_get_item_title (utility));
  type (water, "/water_address", ADDRESS);
  assert_field (utility, "/address", ADDRESS, label, FALSE);
  assert_field (water, "/water_address", ADDRESS, NULL, FALSE);
  /* Typed over, it is this case's own. */
  type (utility, "/address", "另一处");
  assert_field (utility, "/address", "另一处", NULL, TRUE);
  g_assert_null (yc_form_field_get_shared_with (find (water, "/water_address")));
  assert_field (water, "/water_address", ADDRESS, NULL, FALSE);
  type (water, "/water_address", "又一处");
  assert_field (utility, "/address", "另一处", NULL, TRUE);
  first = yc_form_get_submission (yc_case_draft_get_form (water));
  second = yc_form_get_submission (yc_case_draft_get_form (utility));
  g_assert_cmpstr (yc_json_get_string (json_node_get_object (first), "water_address", NULL), ==,
                   "又一处");
  g_assert_cmpstr (yc_json_get_string (json_node_get_object (second), "address", NULL), ==,
                   "另一处");
}

/* Where values came from is still known after the program was ended. */
static void
test_kept (void)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) clerk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  g_autoptr (YcVisit) visit = NULL;
  g_autoptr (YcCaseDraft) water = NULL;
  g_autoptr (YcCaseDraft) utility = NULL;
  g_autofree char *label = NULL;

  yc_test_desk_sign_in (clerk, "chenxiao");
  yc_test_desk_wait_for_catalog (clerk);
  visit = g_object_ref (yc_visits_add (yc_desk_get_visits (clerk)));
  yc_citizen_set_mobile (yc_visit_get_citizen (visit), "10000000111");
  type (add_draft (visit, WATER), "/water_address", ADDRESS);
  type (add_draft (visit, UTILITY), "/phone", "10000000122");
  yc_test_wait_until (yc_visits_get_saved (yc_desk_get_visits (clerk)));
  g_clear_object (&visit);
  g_clear_pointer (&clerk, yc_test_desk_free);

  clerk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  visit = g_list_model_get_item (G_LIST_MODEL (yc_desk_get_visits (clerk)), 0);
  water = g_list_model_get_item (yc_visit_get_drafts (visit), 0);
  utility = g_list_model_get_item (yc_visit_get_drafts (visit), 1);
  label = g_strdup_printf ("From “%s”", yc_case_draft_get_item_title (water));
  assert_field (utility, "/address", ADDRESS, label, FALSE);
  assert_field (utility, "/phone", "10000000122", NULL, TRUE);
  yc_citizen_set_mobile (yc_visit_get_citizen (visit), "10000000133");
  assert_field (utility, "/phone", "10000000122", NULL, TRUE);
  type (water, "/water_address", "东莞市黄江镇");
  assert_field (utility, "/address", "东莞市黄江镇", label, FALSE);
}

static YcForm *
open_people (const char     *name,
             YcDraftSource **source)
{
  g_autofree char *text = g_strdup_printf (
      "{\"type\":\"object\",\"properties\":{\"%s\":{\"type\":\"array\",\"title\":\"People\","
      "\"x-shared\":\"people\",\"items\":{\"type\":\"object\",\"properties\":{"
      "\"name\":{\"type\":\"string\",\"title\":\"Name\"}}}}}}",
      name);
  g_autoptr (JsonNode) schema = yc_json_parse (text, -1, NULL, NULL);

  *source = yc_draft_source_new (schema);
  return yc_form_new (schema, NULL, NULL);
}

static void
assert_people (YcForm     *form,
               const char *pointer,
               const char *expected)
{
  JsonNode *value = yc_form_field_get_value (yc_form_find_field (form, pointer));
  g_autofree char *text = value != NULL ? yc_json_write (value) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* Whole lists are shared too, letter by letter, until somebody types into the copy. */
static void
test_shared_rows (void)
{
  g_autoptr (YcDraftSource) source = NULL;
  g_autoptr (YcDraftSource) copy_source = NULL;
  g_autoptr (YcForm) form = open_people ("tenants", &source);
  g_autoptr (YcForm) copy = open_people ("family", &copy_source);

  yc_form_set_text (form, "/tenants/0/name", "A", NULL);
  yc_draft_source_carry (copy_source, copy, "Second", source, form, "First");
  yc_form_set_text (form, "/tenants/0/name", "AB", NULL);
  yc_draft_source_carry (copy_source, copy, "Second", source, form, "First");
  assert_people (copy, "/family", "[{\"name\":\"AB\"}]");
  g_assert_cmpstr (yc_form_field_get_source (yc_form_find_field (copy, "/family")), ==,
                   "From “First”");
  /* Not back again. */
  yc_draft_source_carry (source, form, "First", copy_source, copy, "Second");
  assert_people (form, "/tenants", "[{\"name\":\"AB\"}]");
  yc_form_set_text (copy, "/family/0/name", "C", NULL);
  yc_form_set_text (form, "/tenants/0/name", "ABD", NULL);
  yc_draft_source_carry (copy_source, copy, "Second", source, form, "First");
  assert_people (copy, "/family", "[{\"name\":\"C\"}]");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/sources/records", test_records);
  g_test_add_func ("/client/sources/english", test_english);
  g_test_add_func ("/client/sources/shared", test_shared);
  g_test_add_func ("/client/sources/kept", test_kept);
  g_test_add_func ("/client/sources/shared-rows", test_shared_rows);
  return g_test_run ();
}
