/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample's forms, filled as a clerk would: what is asked, worked out, refused. */
#include <gio/gio.h>

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-form-words.h"
#include "yc-json.h"

#define ROOMMATE "{\"name\":\"孙小梅\",\"id_number\":\"990101197908054424\"," \
                 "\"moved_in\":\"2026-03-01\",\"residence_permit\":true}"
#define TENANT "{\"name\":\"刘大山\",\"id_number\":\"990101197704193190\"," \
               "\"moved_in\":\"2026-03-01\",\"residence_permit\":true}"

static YcForm *
open_form (const char *id)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, &error);
  JsonNode *body;
  YcForm *form;

  g_assert_no_error (error);
  body = yc_catalog_document_get_body (yc_catalog_folder_find (folder, "form", id));
  form = yc_form_new (yc_json_pointer_get (body, "/schema"), yc_json_pointer_get (body, "/layout"),
                      &error);
  g_assert_no_error (error);

  return form;
}

/* One form speaks English at a desk that does, in all that a clerk reads of it. */
static void
test_english (void)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, &error);
  JsonNode *body =
      yc_catalog_document_get_body (yc_catalog_folder_find (folder, "form", "ancestral-home"));
  g_autoptr (YcForm) form = NULL;
  g_autoptr (GPtrArray) asked = NULL;
  JsonObject *words;

  g_setenv ("LANGUAGE", "en", TRUE);
  words = yc_form_choose_words (json_node_get_object (body), NULL);
  form = yc_form_new_from_document (json_node_get_object (body), &error);
  g_unsetenv ("LANGUAGE");
  g_assert_no_error (error);
  g_assert_cmpstr (yc_form_field_get_title (yc_form_find_field (form, "/born")), ==,
                   "Date of birth");
  g_assert_cmpstr (yc_form_field_get_choice_title (yc_form_find_field (form, "/purpose"), 1), ==,
                   "Visiting relatives");
  asked = yc_form_list_words (form);
  for (guint i = 0; i < asked->len; i++)
    {
      const YcFormWord *word = g_ptr_array_index (asked, i);

      g_test_message ("%s", word->key);
      g_assert_true (word->words == NULL || json_object_has_member (words, word->key) ||
                     g_str_is_ascii (word->words));
    }
}

static void
set (YcForm     *form,
     const char *pointer,
     const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("[%s]", json);
  g_autoptr (JsonNode) array = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  yc_form_set_value (form, pointer, yc_json_pointer_get (array, "/0"), &error);
  g_assert_no_error (error);
}

static gboolean
is_valid (YcForm *form)
{
  g_autoptr (GListModel) problems = yc_form_check (form);

  g_assert_cmpint (g_list_model_get_n_items (problems) == 0, ==, yc_form_get_is_valid (form));

  return yc_form_get_is_valid (form);
}

static gboolean
is_visible (YcForm     *form,
            const char *pointer)
{
  YcFormField *field = yc_form_find_field (form, pointer);

  g_assert_nonnull (field);

  return yc_form_field_get_visible (field);
}

static gint64
get_int (YcForm     *form,
         const char *pointer)
{
  g_autoptr (JsonNode) data = yc_form_get_submission (form);
  JsonNode *node = yc_json_pointer_get (data, pointer);
  double number = -1;

  yc_json_node_get_number (node, &number);

  return (gint64) number;
}

/* The first words that a clerk reads at @pointer after leaving everything; NULL for none. */
static const char *
get_error (YcForm     *form,
           const char *pointer)
{
  g_autoptr (GListModel) problems = yc_form_check (form);

  g_assert_nonnull (problems);
  return yc_form_field_get_error (yc_form_find_field (form, pointer));
}

static YcForm *
open_water (void)
{
  YcForm *form = open_form ("tiered-water");

  set (form, "/meter_account", "\"20180316\"");
  set (form, "/water_address", "\"东莞市黄江镇北岸社区样例一路 8 号\"");
  set (form, "/relation", "\"户主本人\"");
  set (form, "/tenure", "\"自有，部分出租\"");
  set (form, "/own_residents", "3");
  set (form, "/has_tenants", "true");
  set (form, "/tenants", "[" TENANT "," ROOMMATE "]");
  set (form, "/reason", "\"租户较多，水费超档\"");
  set (form, "/phone", "\"10000000101\"");

  return form;
}

static void
test_water (void)
{
  g_autoptr (YcForm) form = open_water ();

  g_assert_true (is_valid (form));
  g_assert_cmpint (get_int (form, "/residents"), ==, 5);
  g_assert_true (is_visible (form, "/tenants"));
  g_assert_false (is_visible (form, "/householder"));
}

/* Without tenants their rows neither show nor count. */
static void
test_water_no_tenants (void)
{
  g_autoptr (YcForm) form = open_water ();

  set (form, "/has_tenants", "false");

  g_assert_true (is_valid (form));
  g_assert_false (is_visible (form, "/tenants"));
  g_assert_cmpint (get_int (form, "/residents"), ==, 3);
}

static void
test_water_refused (void)
{
  static const struct
  {
    const char *pointer;
    const char *value;
  } table[] = {
    { "/meter_account", "\"1234567\"" },
    { "/meter_account", "\"A2345678\"" },
    { "/water_address", "\"一路\"" },
    { "/own_residents", "51" },
    { "/own_residents", "-1" },
    { "/tenants", "[]" },
    { "/tenants", "[{\"name\":\"刘大山\",\"id_number\":\"990101197704193191\","
                  "\"moved_in\":\"2026-03-01\",\"residence_permit\":true}]" },
    { "/tenants", "[{\"name\":\"刘大山\",\"id_number\":\"990101197704193190\","
                  "\"moved_in\":\"2026-02-30\",\"residence_permit\":true}]" },
    { "/tenants", "[" TENANT "," TENANT "]" },
    { "/tenure", "\"自有自住\"" },
    { "/tenure", "\"自有，全部出租\"" },
    { "/relation", "\"配偶\"" },
    { "/phone", "\"2345\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (YcForm) form = open_water ();

      g_test_message ("%s = %s", table[i].pointer, table[i].value);
      set (form, table[i].pointer, table[i].value);
      g_assert_false (is_valid (form));
    }
}

/* Nobody lives there: nothing to certify. */
static void
test_water_nobody (void)
{
  g_autoptr (YcForm) form = open_water ();

  set (form, "/own_residents", "0");
  set (form, "/has_tenants", "false");

  g_assert_false (is_valid (form));
}

static void
test_utility (void)
{
  g_autoptr (YcForm) form = open_form ("utility-connection");

  g_assert_false (is_visible (form, "/old_account"));
  set (form, "/matter", "\"增容\"");
  g_assert_true (is_visible (form, "/old_account"));
  g_assert_false (is_visible (form, "/old_holder"));
  set (form, "/matter", "\"过户\"");
  g_assert_true (is_visible (form, "/old_holder"));
  set (form, "/owner_relation", "\"承租人\"");
  g_assert_true (is_visible (form, "/owner"));
}

/* The sample's own words stand where ours would only say that something is wrong. */
static void
test_own_words (void)
{
  g_autoptr (YcForm) form = open_water ();
  YcFormField *field = yc_form_find_field (form, "/meter_account");

  set (form, "/meter_account", "\"12\"");
  yc_form_field_leave (field);

  g_assert_cmpstr (yc_form_field_get_error (field), ==, "应为 8 至 12 位数字，请照账单录入");
}

static void
test_lease (void)
{
  g_autoptr (YcForm) form = open_form ("lease-filing");

  set (form, "/monthly_rent", "180050");
  set (form, "/lease_from", "\"2026-12-01\"");
  set (form, "/lease_until", "\"2027-11-30\"");

  g_assert_cmpint (get_int (form, "/months"), ==, 12);
  g_assert_cmpint (get_int (form, "/total_rent"), ==, 2160600);
  /* A month that has begun counts. */
  set (form, "/lease_until", "\"2027-12-01\"");
  g_assert_cmpint (get_int (form, "/months"), ==, 13);
  set (form, "/lease_until", "\"2026-11-30\"");
  g_assert_cmpstr (get_error (form, "/lease_until"), ==, "租期止早于租期起");
  set (form, "/landlord_id", "\"990101197704193190\"");
  set (form, "/tenants", "[" TENANT "]");
  g_assert_cmpstr (get_error (form, "/tenants"), ==, "承租人的身份证号与出租人相同");
}

/* A spouse from elsewhere has another document; the children that are there count. */
static void
test_birth (void)
{
  g_autoptr (YcForm) form = open_form ("birth-registration");

  yc_form_set_today (form, "2026-11-22");
  set (form, "/stage", "\"已怀孕\"");
  set (form, "/order", "1");
  set (form, "/due", "\"2027-02-14\"");
  set (form, "/marriage", "\"已婚\"");
  set (form, "/spouse_name", "\"张远帆\"");
  set (form, "/spouse_document", "{\"id_number\":\"990101198809222335\"}");
  set (form, "/address", "\"东莞市黄江镇长龙社区样例二路 3 号\"");
  set (form, "/phone", "\"10000000103\"");
  g_assert_true (is_valid (form));
  set (form, "/spouse_document", "{\"kind\":\"护照\",\"number\":\"E12345678\"}");
  g_assert_false (is_valid (form));
  set (form, "/spouse_document",
       "{\"kind\":\"护照\",\"number\":\"E12345678\",\"born\":\"1988-09-22\"}");
  g_assert_true (is_valid (form));
  set (form, "/children",
       "[{\"name\":\"张小晴\",\"born\":\"2021-06-18\",\"sex\":\"女\"}]");
  g_assert_cmpstr (get_error (form, "/order"), ==, "已有子女数与孩次不符");
  set (form, "/order", "2");
  g_assert_true (is_valid (form));
  set (form, "/due", "\"2027-12-14\"");
  g_assert_cmpstr (get_error (form, "/due"), ==, "预产期在 300 天以后，请核对");
}

/* Sex and birth date are in the ID number; who applies is not registered again as living there. */
static void
test_residence (void)
{
  g_autoptr (YcForm) form = open_form ("residence-registration");

  set (form, "/id_number", "\"990101197908054424\"");
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (form, "/sex")), ==, "女");
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (form, "/born")), ==, "1979-08-05");
  set (form, "/companions", "[{\"name\":\"孙小梅\",\"id_number\":\"990101197908054424\","
                            "\"relation\":\"配偶\"}]");
  g_assert_cmpstr (get_error (form, "/companions"), ==, "同住人员中不要再登记本人");
}

static void
test_talent (void)
{
  g_autoptr (YcForm) form = open_form ("talent-card");

  g_assert_cmpint (get_int (form, "/members"), ==, 1);
  set (form, "/family", "[{\"name\":\"孙小梅\",\"relation\":\"配偶\","
                        "\"id_number\":\"990101197908054424\"}]");
  g_assert_cmpint (get_int (form, "/members"), ==, 2);
  set (form, "/basis", "\"技能等级\"");
  g_assert_true (is_visible (form, "/skill"));
  g_assert_false (is_visible (form, "/school"));
}

/* A household counts as four; every one more raises both tiers. */
static void
test_water_tiers (void)
{
  g_autoptr (YcForm) form = open_water ();

  g_assert_cmpint (get_int (form, "/permit_holders"), ==, 2);
  g_assert_cmpint (get_int (form, "/extra_residents"), ==, 1);
  g_assert_cmpint (get_int (form, "/tier_one"), ==, 318);
  g_assert_cmpint (get_int (form, "/tier_two"), ==, 462);
  set (form, "/own_residents", "1");
  g_assert_cmpint (get_int (form, "/extra_residents"), ==, 0);
  g_assert_cmpint (get_int (form, "/tier_one"), ==, 264);
}

static void
test_authority (void)
{
  g_autoptr (YcForm) form = open_form ("power-of-attorney");

  set (form, "/valid_from", "\"2026-11-22\"");
  set (form, "/valid_until", "\"2026-11-21\"");
  g_assert_cmpstr (get_error (form, "/valid_until"), ==, "截止日期早于起始日期");
  set (form, "/valid_until", "\"2027-11-23\"");
  g_assert_cmpstr (get_error (form, "/valid_until"), ==, "委托期限不能超过一年");
  set (form, "/valid_until", "\"2027-11-22\"");
  g_assert_cmpstr (get_error (form, "/valid_until"), ==, NULL);
  set (form, "/sign_way", "\"公证委托\"");
  g_assert_true (is_visible (form, "/notary_number"));
  g_assert_false (is_visible (form, "/video_clerk"));
}

static void
test_points (void)
{
  g_autoptr (YcForm) form = open_form ("points-enrolment");

  set (form, "/home_kind", "\"租赁已备案\"");
  set (form, "/insurance_months", "128");
  set (form, "/education", "\"本科\"");
  set (form, "/skill", "\"中级\"");
  set (form, "/volunteer_hours", "129");
  set (form, "/blood_ml", "700");
  set (form, "/honours", "[{\"name\":\"优秀义工\",\"level\":\"市级\"},"
                         "{\"name\":\"先进工作者\",\"level\":\"镇街级\"}]");

  g_assert_cmpint (get_int (form, "/points_home"), ==, 30);
  g_assert_cmpint (get_int (form, "/points_insurance"), ==, 100);
  g_assert_cmpint (get_int (form, "/points_education"), ==, 90);
  g_assert_cmpint (get_int (form, "/points_giving"), ==, 27);
  g_assert_cmpint (get_int (form, "/honours/1/points"), ==, 5);
  g_assert_cmpint (get_int (form, "/points_honours"), ==, 15);
  g_assert_cmpint (get_int (form, "/points"), ==, 262);
}

#define MEMBER(name, status) \
  "{\"name\":\"" name "\",\"id_number\":\"990101197704193190\",\"relation\":\"本人\"," \
  "\"status\":\"" status "\",\"stopped_elsewhere\":true}"

static void
test_insurance (void)
{
  g_autoptr (YcForm) form = open_form ("resident-insurance");

  set (form, "/household", "\"个人\"");
  set (form, "/members", "[" MEMBER ("刘大山", "普通居民") "," MEMBER ("孙小梅", "低保对象") ","
                         MEMBER ("刘小山", "在校学生") "]");
  g_assert_cmpint (get_int (form, "/n_members"), ==, 3);
  g_assert_cmpint (get_int (form, "/members/1/fee"), ==, 0);
  g_assert_cmpint (get_int (form, "/total"), ==, 96000);
  g_assert_cmpstr (get_error (form, "/members"), ==, "参保方式为个人，只能登记一人");
  g_assert_true (is_visible (form, "/members/1/proof_number"));
  g_assert_false (is_visible (form, "/members/0/proof_number"));
}

static void
test_longevity (void)
{
  g_autoptr (YcForm) form = open_form ("longevity");

  yc_form_set_today (form, "2026-11-22");
  set (form, "/elder_id", "\"990101193604193195\"");
  g_assert_cmpint (get_int (form, "/elder_age"), ==, 90);
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (form, "/age_band")), ==,
                   "90 至 99 周岁");
  g_assert_cmpint (get_int (form, "/monthly"), ==, 20000);
  set (form, "/matter", "\"补发\"");
  set (form, "/back_months", "3");
  g_assert_cmpint (get_int (form, "/back_total"), ==, 60000);
  g_assert_cmpstr (get_error (form, "/elder_id"), ==, NULL);
  set (form, "/elder_id", "\"990101196805071243\"");
  g_assert_cmpstr (get_error (form, "/elder_id"), ==, "老人未满 80 周岁，还不能申领");
  g_assert_cmpint (get_int (form, "/monthly"), ==, -1);
}

/* The longest form of the sample: what is asked depends on what was answered. */
static void
test_project (void)
{
  g_autoptr (YcForm) form = open_form ("project-assistance");

  g_assert_cmpuint (g_list_model_get_n_items (
                        yc_form_element_get_children (yc_form_get_root (form))), ==, 8);
  g_assert_cmpuint (yc_form_get_n_missing (form), >, 50);
  set (form, "/investment", "500000000");
  set (form, "/funding", "[{\"source\":\"企业自筹\",\"amount\":300000000},"
                         "{\"source\":\"银行贷款\",\"amount\":100000000}]");
  g_assert_cmpint (get_int (form, "/funding_total"), ==, 400000000);
  g_assert_cmpstr (get_error (form, "/funding_total"), ==, "资金来源合计与总投资不一致");
  set (form, "/funding/1/amount", "200000000");
  g_assert_cmpstr (get_error (form, "/funding_total"), ==, NULL);
  g_assert_false (is_visible (form, "/hazardous_names"));
  set (form, "/pollutants", "[\"废水\",\"危险废物\"]");
  g_assert_true (is_visible (form, "/hazardous_names"));
  set (form, "/power_yearly", "500");
  g_assert_cmpstr (yc_form_field_get_text (yc_form_find_field (form, "/energy_review")), !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/demo-forms/english", test_english);
  g_test_add_func ("/catalog/demo-forms/water", test_water);
  g_test_add_func ("/catalog/demo-forms/water-no-tenants", test_water_no_tenants);
  g_test_add_func ("/catalog/demo-forms/water-refused", test_water_refused);
  g_test_add_func ("/catalog/demo-forms/water-nobody", test_water_nobody);
  g_test_add_func ("/catalog/demo-forms/water-tiers", test_water_tiers);
  g_test_add_func ("/catalog/demo-forms/authority", test_authority);
  g_test_add_func ("/catalog/demo-forms/points", test_points);
  g_test_add_func ("/catalog/demo-forms/insurance", test_insurance);
  g_test_add_func ("/catalog/demo-forms/longevity", test_longevity);
  g_test_add_func ("/catalog/demo-forms/project", test_project);
  g_test_add_func ("/catalog/demo-forms/utility", test_utility);
  g_test_add_func ("/catalog/demo-forms/own-words", test_own_words);
  g_test_add_func ("/catalog/demo-forms/lease", test_lease);
  g_test_add_func ("/catalog/demo-forms/birth", test_birth);
  g_test_add_func ("/catalog/demo-forms/residence", test_residence);
  g_test_add_func ("/catalog/demo-forms/talent", test_talent);

  return g_test_run ();
}
