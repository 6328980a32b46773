/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen: what follows from the ID number, and what is told when. */
#include "yc-citizen.h"
#include "yc-json.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_derived (void)
{
  g_autoptr (YcCitizen) citizen = yc_citizen_new ();
  guint n_changed = 0, n_birth = 0;

  g_signal_connect_swapped (citizen, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (citizen, "notify::birth", G_CALLBACK (count_cb), &n_birth);
  g_assert_true (yc_citizen_get_empty (citizen));
  yc_citizen_set_id_number (citizen, " 99010119850125551x ");
  g_assert_cmpstr (yc_citizen_get_birth (citizen), ==, "1985-01-25");
  g_assert_cmpint (yc_citizen_get_sex (citizen), ==, YC_SEX_MALE);
  g_assert_nonnull (yc_citizen_get_sex_title (citizen));
  g_assert_cmpuint (yc_citizen_get_age (citizen), >=, 40);
  g_assert_null (yc_citizen_get_id_number_error (citizen));
  g_assert_false (yc_citizen_get_complete (citizen));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_birth, ==, 1);
  yc_citizen_set_id_number (citizen, " 99010119850125551x ");
  g_assert_cmpuint (n_changed, ==, 1);

  yc_citizen_set_name (citizen, "  ");
  g_assert_false (yc_citizen_get_complete (citizen));
  yc_citizen_set_name (citizen, "马建国");
  g_assert_true (yc_citizen_get_complete (citizen));
  g_assert_null (strstr (yc_citizen_get_masked_name (citizen), "建国"));
  g_assert_null (strstr (yc_citizen_get_masked_id_number (citizen), "19850125"));
}

static void
test_wrong_id_number (void)
{
  static const char *const wrong[] = { "990101198501255511", "99010119850230551X", "9901", "abc" };
  g_autoptr (YcCitizen) citizen = yc_citizen_new ();

  yc_citizen_set_name (citizen, "马建国");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      yc_citizen_set_id_number (citizen, wrong[i]);
      g_assert_nonnull (yc_citizen_get_id_number_error (citizen));
      g_assert_null (yc_citizen_get_birth (citizen));
      g_assert_cmpuint (yc_citizen_get_age (citizen), ==, 0);
      g_assert_cmpint (yc_citizen_get_sex (citizen), ==, 0);
      g_assert_false (yc_citizen_get_complete (citizen));
    }
  yc_citizen_set_id_number (citizen, NULL);
  g_assert_null (yc_citizen_get_id_number_error (citizen));
}

static void
test_json (void)
{
  g_autoptr (YcCitizen) citizen = yc_citizen_new ();
  g_autoptr (YcCitizen) copy = yc_citizen_new ();
  g_autoptr (JsonObject) json = NULL;

  g_object_set (citizen, "name", " 马建国 ", "id-number", "99010119850125551x", "mobile",
                "10000000111", "address", "样例一路", "email", NULL, NULL);
  json = yc_citizen_to_json (citizen);
  g_assert_cmpstr (yc_json_get_string (json, "name", NULL), ==, "马建国");
  g_assert_cmpstr (yc_json_get_string (json, "id_number", NULL), ==, "99010119850125551X");
  g_assert_cmpstr (yc_json_get_string (json, "email", NULL), ==, "");
  yc_citizen_load_json (copy, json);
  g_assert_cmpstr (yc_citizen_get_mobile (copy), ==, "10000000111");
  g_assert_true (yc_citizen_get_complete (copy));
  yc_citizen_load_json (copy, NULL);
  g_assert_true (yc_citizen_get_empty (copy));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/citizen/derived", test_derived);
  g_test_add_func ("/client/citizen/wrong-id-number", test_wrong_id_number);
  g_test_add_func ("/client/citizen/json", test_json);
  return g_test_run ();
}
