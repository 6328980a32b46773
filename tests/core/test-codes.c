/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money and credit codes, as tables of what is typed and what it means. */
#include <glib.h>

#include "yc-money.h"
#include "yc-plan-number.h"
#include "yc-uscc.h"

#define REFUSED G_MININT64

static void
test_money_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      fen;
  } cases[] = {
    { "0", 0 },
    { "1234.5", 123450 },
    { "1,234.50", 123450 },
    { "1,2345.00", 1234500 },
    { " ￥１，２３４。５０ 元 ", 123450 },
    { "¥12元", 1200 },
    { "-3.07", -307 },
    { "−3.07", -307 },
    { "9,999,999,999,999.99", 999999999999999 },
    { "10000000000000", REFUSED },
    { "99999999999999999999999999", REFUSED },
    { "12.345", REFUSED },
    { "12.", REFUSED },
    { ".5", REFUSED },
    { ",5", REFUSED },
    { "5,", REFUSED },
    { "1.2.3", REFUSED },
    { "十二", REFUSED },
    { "12元5", REFUSED },
    { "1e5", REFUSED },
    { "", REFUSED },
    { "-", REFUSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 fen = REFUSED;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (yc_money_parse (cases[i].text, &fen) == (cases[i].fen != REFUSED));
      g_assert_cmpint (fen, ==, cases[i].fen);
    }
}

static void
test_money_write (void)
{
  static const struct
  {
    gint64      fen;
    const char *text;
    const char *capital;
  } cases[] = {
    { 0, "0.00", "零元整" },
    { 1, "0.01", "壹分" },
    { 50, "0.50", "伍角整" },
    { 7, "0.07", "柒分" },
    { 100, "1.00", "壹元整" },
    { 105, "1.05", "壹元零伍分" },
    { 1000, "10.00", "壹拾元整" },
    { 1050, "10.50", "壹拾元零伍角整" },
    { 123450, "1,234.50", "壹仟贰佰叁拾肆元伍角整" },
    { 140950, "1,409.50", "壹仟肆佰零玖元伍角整" },
    { 600714, "6,007.14", "陆仟零柒元壹角肆分" },
    { 1000000, "10,000.00", "壹万元整" },
    { 1000100, "10,001.00", "壹万零壹元整" },
    { 10700053, "107,000.53", "壹拾万柒仟元零伍角叁分" },
    { 1640902, "16,409.02", "壹万陆仟肆佰零玖元零贰分" },
    { 32504, "325.04", "叁佰贰拾伍元零肆分" },
    { 10000000000, "100,000,000.00", "壹亿元整" },
    { 10000000100, "100,000,001.00", "壹亿零壹元整" },
    { 10010000000, "100,100,000.00", "壹亿零壹拾万元整" },
    { 100000000000000, "1,000,000,000,000.00", "壹万亿元整" },
    { 100000001000000, "1,000,000,010,000.00", "壹万亿零壹万元整" },
    { -307, "-3.07", "负叁元零柒分" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = yc_money_format (cases[i].fen);
      g_autofree char *capital = yc_money_to_capital (cases[i].fen);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (capital, ==, cases[i].capital);
    }
}

/* Every amount that is written is read again. */
static void
test_money_round (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      gint64 fen = ((gint64) g_test_rand_int () << 17) + g_test_rand_int_range (0, 1 << 17);
      g_autofree char *text = yc_money_format (fen);
      gint64 again = 0;

      g_assert_true (yc_money_parse (text, &again));
      g_assert_cmpint (again, ==, fen);
    }
}

static void
test_uscc (void)
{
  static const struct
  {
    const char *text;
    const char *code;
  } cases[] = {
    /* Examples printed in public registers. */
    { "91350100M000100Y43", "91350100M000100Y43" },
    { "91350100m000100y43", "91350100M000100Y43" },
    { "９１３５０１００ Ｍ０００１００Ｙ４３", "91350100M000100Y43" },
    { "91350100M000100Y44", NULL },
    { "91350100M000100Y4", NULL },
    { "91350100M000100Y433", NULL },
    { "91350100M000100I43", NULL },
    { "9135010AM000100Y43", NULL },
    { "91350100M000101Y43", NULL },
    { "", NULL },
    { "公司", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char code[19] = "";

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (yc_uscc_parse (cases[i].text, code) == (cases[i].code != NULL));
      g_assert_cmpstr (code, ==, cases[i].code != NULL ? cases[i].code : "");
    }
}

/* Numbers of plans: what is misheard or mistyped is found out, and the local one follows from the id. */
static void
test_plan_number (void)
{
  g_autofree char *number = yc_plan_number_compose ("990119204001", 2026, 12);
  g_autofree char *local = yc_plan_number_compose_local ("019ab2c4-5d00-7abc-8def-0123456789ab");
  g_autofree char *other = yc_plan_number_compose_local ("019ab2c4-5d00-7abc-8def-0123456789ac");
  g_autofree char *spoken = g_strdup_printf (" %s ", number);
  g_autofree char *typed = g_ascii_strdown (spoken, -1);
  g_autofree char *normal = yc_plan_number_normalize (typed);
  g_autofree char *same = yc_plan_number_normalize (local);

  g_assert_true (g_str_has_prefix (number, "JH-990119204001-2026-000012-"));
  g_assert_cmpstr (normal, ==, number);
  g_assert_cmpstr (same, ==, local);
  g_assert_cmpuint (strlen (local), ==, strlen ("LS-XXXXX-XXXXX-C"));
  g_assert_cmpstr (local, !=, other);
  g_assert_null (yc_plan_number_compose_local ("no id"));
  g_assert_null (yc_plan_number_compose ("", 2026, 1));
  g_assert_null (yc_plan_number_normalize (NULL));
  g_assert_null (yc_plan_number_normalize ("BA-2026-000001"));
  for (gsize i = strlen ("JH-"); i < strlen (number) - 2; i++)
    {
      g_autofree char *wrong = g_strdup (number);

      if (!g_ascii_isdigit (wrong[i]))
        continue;
      wrong[i] = (char) (wrong[i] == '9' ? '0' : wrong[i] + 1);
      g_assert_null (yc_plan_number_normalize (wrong));
    }
  for (gsize i = strlen ("LS-"); i < strlen (local); i++)
    {
      g_autofree char *wrong = g_strdup (local);

      wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
      g_assert_null (yc_plan_number_normalize (wrong));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/codes/money-parse", test_money_parse);
  g_test_add_func ("/core/codes/money-write", test_money_write);
  g_test_add_func ("/core/codes/money-round", test_money_round);
  g_test_add_func ("/core/codes/plan-number", test_plan_number);
  g_test_add_func ("/core/codes/uscc", test_uscc);
  return g_test_run ();
}
