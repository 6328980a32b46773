/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles found by characters, pinyin and initials, as a table of what is typed and what comes. */
#include "yc-title-index.h"

static const char *const TITLES[] = {
  "中国香港", "澳大利亚", "加拿大", "新加坡", "美利坚合众国", "马来西亚", "印度尼西亚", "法国",
  "France (Réunion)", "吕贝克", "村（社区）", "A1 楼",
};

static char *
join (GArray *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "|",
                            TITLES[g_array_index (numbers, guint, i)]);
  return g_string_free (text, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "加", "加拿大|新加坡" },
    { "jnd", "加拿大" },
    { "jia", "加拿大|新加坡|美利坚合众国" },
    { "xjp", "新加坡" },
    { "XINJIAPO", "新加坡" },
    { "ydnxy", "印度尼西亚" },
    { "亚 大", "澳大利亚" },
    { "法国", "法国" },
    { "fran", "France (Réunion)" },
    { "ＦＲＡＮ", "France (Réunion)" },
    { "lbk", "吕贝克" },
    { "lvbeike", "吕贝克" },
    { "csq", "村（社区）" },
    { "a1", "A1 楼" },
    { "zzz", "" },
    { "亚", "澳大利亚|马来西亚|印度尼西亚" },
    { "\xff", "" },
  };
  g_autoptr (YcTitleIndex) index = yc_title_index_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (TITLES); i++)
    yc_title_index_add (index, TITLES[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) numbers = yc_title_index_find (index, cases[i].text);
      g_autofree char *found = join (numbers);
      g_autofree char *legible = g_utf8_make_valid (cases[i].text, -1);

      g_test_message ("“%s”", legible);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Nothing typed finds all of them, in their order. */
static void
test_all (void)
{
  g_autoptr (YcTitleIndex) index = yc_title_index_new ();
  static const char *const nothing[] = { NULL, "", "  　" };

  for (gsize i = 0; i < G_N_ELEMENTS (TITLES); i++)
    yc_title_index_add (index, TITLES[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GArray) numbers = yc_title_index_find (index, nothing[i]);

      g_assert_cmpuint (numbers->len, ==, G_N_ELEMENTS (TITLES));
      g_assert_cmpuint (g_array_index (numbers, guint, 3), ==, 3);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/title-index/find", test_find);
  g_test_add_func ("/search/title-index/all", test_all);
  return g_test_run ();
}
