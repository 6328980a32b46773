/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a field, the value it means, and how it is written when the field is left. */
#include "yc-form.h"
#include "yc-json.h"

static const struct
{
  const char *schema;
  const char *typed;
  const char *value;            /* JSON; a text that means nothing stays as it was typed */
  const char *left;
} CASES[] = {
  { "'integer','format':'money'", "1234.5", "123450", "1,234.50" },
  { "'integer','format':'money'", "￥１，２３４．５０元", "123450", "1,234.50" },
  { "'integer','format':'money'", "12.345", "\"12.345\"", "12.345" },
  { "'integer','format':'money'", "十元", "\"十元\"", "十元" },
  { "'integer','format':'money'", "-3", "-300", "-3.00" },
  { "'string','format':'date'", "20261122", "\"2026-11-22\"", "2026-11-22" },
  { "'string','format':'date'", "2026年11月22日", "\"2026-11-22\"", "2026-11-22" },
  { "'string','format':'date'", "2026/1/2", "\"2026-01-02\"", "2026-01-02" },
  { "'string','format':'date'", "2026-02-30", "\"2026-02-30\"", "2026-02-30" },
  { "'string','format':'time'", "14:30", "\"14:30:00+08:00\"", "14:30" },
  { "'string','format':'time'", "1430", "\"14:30:00+08:00\"", "14:30" },
  { "'string','format':'time'", "930", "\"09:30:00+08:00\"", "09:30" },
  { "'string','format':'time'", "１４：３０：０５", "\"14:30:05+08:00\"", "14:30:05" },
  { "'string','format':'time'", "下午2点半", "\"14:30:00+08:00\"", "14:30" },
  { "'string','format':'time'", "下午 2:05", "\"14:05:00+08:00\"", "14:05" },
  { "'string','format':'time'", "凌晨12点", "\"00:00:00+08:00\"", "00:00" },
  { "'string','format':'time'", "中午12点", "\"12:00:00+08:00\"", "12:00" },
  { "'string','format':'time'", "上午10点15分", "\"10:15:00+08:00\"", "10:15" },
  { "'string','format':'time'", "2:30 pm", "\"14:30:00+08:00\"", "14:30" },
  { "'string','format':'time'", "25:00", "\"25:00\"", "25:00" },
  { "'string','format':'time'", "14", "\"14\"", "14" },
  { "'string','format':'time'", "08:00:00Z", "\"08:00:00Z\"", "08:00:00Z" },
  { "'string','format':'date-time'", "2026-11-22 14:30", "\"2026-11-22T14:30:00+08:00\"",
    "2026-11-22 14:30" },
  { "'string','format':'date-time'", "2026年11月22日下午2点半", "\"2026-11-22T14:30:00+08:00\"",
    "2026-11-22 14:30" },
  { "'string','format':'date-time'", "20261122 0905", "\"2026-11-22T09:05:00+08:00\"",
    "2026-11-22 09:05" },
  { "'string','format':'date-time'", "2026-02-30 14:30", "\"2026-02-30 14:30\"",
    "2026-02-30 14:30" },
  { "'string','format':'date-time'", "2026-11-22", "\"2026-11-22\"", "2026-11-22" },
  { "'string','format':'id-number'", "９９０１０１ １９８００１０１００１９", NULL,
    "990101198001010019" },
  { "'string','format':'id-number'", "99010119800101001x", NULL, "99010119800101001X" },
  { "'string','format':'uscc'", " 91350100m000100y43", NULL, "91350100M000100Y43" },
  { "'string','format':'mobile'", "+86 138-0013-8000", NULL, "13800138000" },
  { "'string','format':'mobile'", "0769-22112211", NULL, "076922112211" },
};

static YcForm *
create_form (const char *schema)
{
  g_autoptr (GString) text = g_string_new ("{'type':'object','properties':{'a':{'type':");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  YcForm *form;

  g_string_append_printf (text, "%s}}}", schema);
  g_string_replace (text, "'", "\"", 0);
  node = yc_json_parse (text->str, -1, NULL, &error);
  g_assert_no_error (error);
  form = yc_form_new (node, NULL, &error);
  g_assert_no_error (error);
  return form;
}

static void
test_text (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (YcForm) form = create_form (CASES[i].schema);
  YcFormField *field = yc_form_find_field (form, "/a");
  g_autofree char *value = NULL;

  yc_form_field_set_text (field, CASES[i].typed);
  g_assert_cmpstr (yc_form_field_get_text (field), ==, CASES[i].typed);
  value = yc_json_write (yc_form_field_get_value (field));
  if (CASES[i].value != NULL)
    g_assert_cmpstr (value, ==, CASES[i].value);
  yc_form_field_leave (field);
  g_assert_cmpstr (yc_form_field_get_text (field), ==, CASES[i].left);
  /* What was put in order means the same. */
  yc_form_field_set_text (field, CASES[i].left);
  yc_form_field_leave (field);
  g_assert_cmpstr (yc_form_field_get_text (field), ==, CASES[i].left);
}

/* The schema speaks of fen, the clerk of yuan. */
static void
test_money_words (void)
{
  static const struct
  {
    const char *typed;
    const char *words;
  } cases[] = {
    { "12.345", "Must be an amount with at most two decimals" },
    { "5000.01", "Must not be more than 5,000.00" },
    { "-1", "Must not be less than 0.50" },
    { "5000", NULL },
  };
  g_autoptr (YcForm) form =
      create_form ("'integer','format':'money','minimum':50,'maximum':500000");
  YcFormField *field = yc_form_find_field (form, "/a");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      yc_form_field_set_text (field, cases[i].typed);
      yc_form_field_leave (field);
      g_assert_cmpstr (yc_form_field_get_error (field), ==, cases[i].words);
    }
}

static void
test_facts (void)
{
  g_autoptr (YcForm) form = create_form ("['integer','null'],'exclusiveMinimum':0,'maximum':10,"
                                         "'writeOnly':true,'const':3");
  g_autoptr (YcForm) other = create_form ("'number','minimum':0,'exclusiveMaximum':1");
  YcFormField *field = yc_form_find_field (form, "/a");
  double minimum, maximum, step;

  g_assert_true (yc_form_field_get_range (field, &minimum, &maximum, &step));
  g_assert_cmpfloat (minimum, ==, 1);
  g_assert_cmpfloat (maximum, ==, 10);
  g_assert_cmpfloat (step, ==, 1);
  g_assert_true (yc_form_field_get_nullable (field));
  g_assert_true (yc_form_field_get_write_only (field));
  g_assert_cmpint (json_node_get_int (yc_form_field_get_constant (field)), ==, 3);
  field = yc_form_find_field (other, "/a");
  g_assert_false (yc_form_field_get_range (field, &minimum, &maximum, &step));
  g_assert_false (yc_form_field_get_nullable (field));
  g_assert_null (yc_form_field_get_constant (field));
}

/* Where nothing is to be composed, and what may as well be written in Chinese. */
static void
test_ascii (void)
{
  static const struct
  {
    const char *schema;
    gboolean    ascii;
  } fields[] = {
    { "'integer'", TRUE },
    { "'number'", TRUE },
    { "'integer','format':'money'", TRUE },
    { "'string','format':'id-number'", TRUE },
    { "'string','format':'mobile'", TRUE },
    { "'string','pattern':'^[0-9]{8,12}$'", TRUE },
    { "'string','pattern':'^[A-Z]-?[0-9]+$'", TRUE },
    { "'string'", FALSE },
    { "'string','format':'date'", FALSE },
    { "'string','format':'time'", FALSE },
    { "'string','pattern':'[0-9]{8,12}'", FALSE },
    { "'string','pattern':'^[^0-9]{8,12}$'", FALSE },
    { "'string','pattern':'^a|b$'", FALSE },
    { "'string','pattern':'^.{1,3}$'", FALSE },
    { "'string','pattern':'^[一二三]$'", FALSE },
    { "'string','pattern':''", FALSE },
    { "'string','pattern':'$'", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (YcForm) form = create_form (fields[i].schema);

      g_test_message ("%s", fields[i].schema);
      g_assert_cmpint (yc_form_field_get_ascii (yc_form_find_field (form, "/a")), ==,
                       fields[i].ascii);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/forms/texts/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
    }
  g_test_add_func ("/forms/texts/money-words", test_money_words);
  g_test_add_func ("/forms/texts/facts", test_facts);
  g_test_add_func ("/forms/texts/ascii", test_ascii);
  return g_test_run ();
}
