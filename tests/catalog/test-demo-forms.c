/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample's forms, filled as a clerk would: what is asked, worked out, refused. */
#include <gio/gio.h>

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-form.h"
#include "yc-json.h"

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
  set (form, "/tenants", "[" TENANT "," TENANT "]");
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

  set (form, "/monthly_rent", "1800.5");
  set (form, "/months", "12");

  g_assert_cmpint (get_int (form, "/total_rent"), ==, 21606);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/demo-forms/water", test_water);
  g_test_add_func ("/catalog/demo-forms/water-no-tenants", test_water_no_tenants);
  g_test_add_func ("/catalog/demo-forms/water-refused", test_water_refused);
  g_test_add_func ("/catalog/demo-forms/water-nobody", test_water_nobody);
  g_test_add_func ("/catalog/demo-forms/utility", test_utility);
  g_test_add_func ("/catalog/demo-forms/own-words", test_own_words);
  g_test_add_func ("/catalog/demo-forms/lease", test_lease);
  g_test_add_func ("/catalog/demo-forms/talent", test_talent);

  return g_test_run ();
}
