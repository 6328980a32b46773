/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citizen ID numbers by GB 11643, and masks. Area code 990101 is assigned to no place. */
#include "yc-core-error.h"
#include "yc-id-number.h"

static const struct
{
  const char *text;
  const char *number;
  guint       year, month, day;
  YcSex       sex;
} good[] = {
  { "990101198003071232", "990101198003071232", 1980, 3, 7, YC_SEX_MALE },
  { "990101198003071240", "990101198003071240", 1980, 3, 7, YC_SEX_FEMALE },
  { "99010120000229002X", "99010120000229002X", 2000, 2, 29, YC_SEX_FEMALE },
  { "99010120000229002x", "99010120000229002X", 2000, 2, 29, YC_SEX_FEMALE },
  { " \t990101198003071232\n", "990101198003071232", 1980, 3, 7, YC_SEX_MALE },
  { "　９９０１０１２００００２２９００２ｘ　", "99010120000229002X", 2000, 2, 29, YC_SEX_FEMALE },
};

static const struct
{
  const char  *text;
  YcCoreError  code;
} bad[] = {
  { "", YC_CORE_ERROR_ID_NUMBER_LENGTH },
  { "   ", YC_CORE_ERROR_ID_NUMBER_LENGTH },
  { "99010119800307123", YC_CORE_ERROR_ID_NUMBER_LENGTH },
  { "9901011980030712320", YC_CORE_ERROR_ID_NUMBER_LENGTH },
  { "990101800307123", YC_CORE_ERROR_ID_NUMBER_LENGTH },
  { "99010119800307123a", YC_CORE_ERROR_ID_NUMBER_CHARACTER },
  { "X90101198003071232", YC_CORE_ERROR_ID_NUMBER_CHARACTER },
  { "990101 19800307123", YC_CORE_ERROR_ID_NUMBER_CHARACTER },
  { "990101-9800307-232", YC_CORE_ERROR_ID_NUMBER_CHARACTER },
  { "九九零一零一一九八零零三零七一二三二", YC_CORE_ERROR_ID_NUMBER_CHARACTER },
  { "99010119800307123\xff", YC_CORE_ERROR_ID_NUMBER_CHARACTER },
  { "990101198013071232", YC_CORE_ERROR_ID_NUMBER_DATE },
  { "990101198000071232", YC_CORE_ERROR_ID_NUMBER_DATE },
  { "990101198002301232", YC_CORE_ERROR_ID_NUMBER_DATE },
  { "990101190002291232", YC_CORE_ERROR_ID_NUMBER_DATE },
  { "990101000003071232", YC_CORE_ERROR_ID_NUMBER_DATE },
  { "990101198003071233", YC_CORE_ERROR_ID_NUMBER_CHECK },
  { "99010119800307123X", YC_CORE_ERROR_ID_NUMBER_CHECK },
  { "990101198003071322", YC_CORE_ERROR_ID_NUMBER_CHECK },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      YcIdNumber id;

      g_assert_true (yc_id_number_parse (good[i].text, &id, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (id.number, ==, good[i].number);
      g_assert_cmpuint (g_date_get_year (&id.birth), ==, good[i].year);
      g_assert_cmpuint (g_date_get_month (&id.birth), ==, good[i].month);
      g_assert_cmpuint (g_date_get_day (&id.birth), ==, good[i].day);
      g_assert_cmpint (id.sex, ==, good[i].sex);
      g_assert_true (yc_id_number_parse (good[i].text, NULL, NULL));
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      YcIdNumber id = { "untouched" };

      g_test_message ("case %zu", i);
      g_assert_false (yc_id_number_parse (bad[i].text, &id, &error));
      g_assert_error (error, YC_CORE_ERROR, (int) bad[i].code);
      g_assert_cmpstr (id.number, ==, "untouched");
    }
}

/* Every single wrong digit, and every swap of two neighbours, is noticed: the standard says so. */
static void
test_slips (void)
{
  const char *right = "990101198003071232";

  for (guint i = 0; i < 17; i++)
    {
      g_autofree char *swapped = g_strdup (right);

      swapped[i] = right[i + 1];
      swapped[i + 1] = right[i];
      g_assert_cmpint (yc_id_number_parse (swapped, NULL, NULL), ==, right[i] == right[i + 1]);
      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *wrong = g_strdup (right);

          wrong[i] = digit;
          g_assert_cmpint (yc_id_number_parse (wrong, NULL, NULL), ==, digit == right[i]);
        }
    }
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, '9');
  g_autoptr (GError) error = NULL;

  g_assert_false (yc_id_number_parse (text, NULL, &error));
  g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_ID_NUMBER_LENGTH);
}

static const struct
{
  guint year, month, day, age;
} ages[] = {
  { 1979, 1, 1, 0 },   { 1980, 3, 7, 0 },   { 1981, 3, 6, 0 },   { 1981, 3, 7, 1 },
  { 2026, 3, 6, 45 },  { 2026, 3, 7, 46 },  { 2026, 11, 21, 46 },
};

static void
test_age (void)
{
  YcIdNumber id, leap;
  GDate on;

  g_assert_true (yc_id_number_parse ("990101198003071232", &id, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_date_clear (&on, 1);
      g_date_set_dmy (&on, ages[i].day, ages[i].month, ages[i].year);
      g_assert_cmpuint (yc_id_number_age (&id, &on), ==, ages[i].age);
    }
  g_assert_true (yc_id_number_parse ("99010120000229002X", &leap, NULL));
  g_date_set_dmy (&on, 28, 2, 2018);
  g_assert_cmpuint (yc_id_number_age (&leap, &on), ==, 17);
  g_date_set_dmy (&on, 1, 3, 2018);
  g_assert_cmpuint (yc_id_number_age (&leap, &on), ==, 18);
}

static const struct
{
  char     *(*mask) (const char *text);
  const char *text;
  const char *masked;
} masks[] = {
  { yc_id_number_mask, "990101198003071232", "9901**********1232" },
  { yc_id_number_mask, "99010119800", "***********" },
  { yc_id_number_mask, "990101198003", "9901****8003" },
  { yc_id_number_mask, "", "" },
  { yc_id_number_mask, NULL, "" },
  { yc_mobile_mask, "10012345678", "100****5678" },
  { yc_mobile_mask, "1234567890", "**********" },
  { yc_mobile_mask, "8612345678901", "861******8901" },
  { yc_name_mask, "周建国", "周**" },
  { yc_name_mask, "王芳", "王*" },
  { yc_name_mask, "欧阳建国", "欧**" },
  { yc_name_mask, "买买提·吐尔逊", "买**" },
  { yc_name_mask, "周", "*" },
  { yc_name_mask, "", "" },
  { yc_name_mask, NULL, "" },
  { yc_name_mask, "\xff\xfe", "\357\277\275*" },
};

static void
test_masks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *masked = masks[i].mask (masks[i].text);

      g_assert_cmpstr (masked, ==, masks[i].masked);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-number/good", test_good);
  g_test_add_func ("/id-number/bad", test_bad);
  g_test_add_func ("/id-number/slips", test_slips);
  g_test_add_func ("/id-number/long-text", test_long_text);
  g_test_add_func ("/id-number/age", test_age);
  g_test_add_func ("/id-number/masks", test_masks);

  return g_test_run ();
}
