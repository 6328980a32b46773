/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes first, who is found by which sounds, and what is shown of it. */
#include "yc-search-index.h"

#include <string.h>

#define HERE "440000/440700/440705/"

/* One a line: id, title, then what is told by its first letter: t tag, c code, b body, p place,
 * f and u the year from and until it is in force, w weight in percent. */
static const char *const documents[] = {
  "title-begin|水费证明",
  "title-short|办水费",
  "title-inside|办理水费的证明材料",
  "tag-begin|供水|t水费",
  "tag-inside|供水二|t阶梯水费",
  "body|供水三|b房东带租客交水费。",
  "body-heavy|供水四|b说到水费。|w120",
  "pinyin-begin|睡飞",
  "old|水费证明|u2020",
  "soon|水费证明|f2040",
  "here|暂住证|p" HERE,
  "elsewhere|暂住证|p440000/440600/",
  "city|暂住证|p440000/440700/",
  "anywhere|暂住证",
  "chongqing|重庆户籍",
  "weight|重量单位",
  "bank|银行行长",
  "music|音乐会的会计",
  "happy|快乐的单先生",
  "grow|长大在长安",
  "morning|朝阳区单姓",
  "xian|西安的事",
  "first|先办",
  "green|绿化女工",
  "orchid|蓝天",
  "south|南方",
  "flower|花房",
  "develop|发展",
  "four|四是",
  "poem|诗词",
  "phone|热线|c0750-5588123",
  "item|转移|cSB-0504",
  "traditional|醫療保險|b報銷範圍",
  "wide|ＷｉＦｉ热点",
};

static GDate *
make_year (const char *text)
{
  return g_date_new_dmy (1, G_DATE_JULY, (GDateYear) g_ascii_strtoull (text, NULL, 10));
}

static void
set_part (YcSearchDocument *document,
          const char       *part)
{
  const char *text = part + 1;
  g_autoptr (GDate) day = strchr ("fu", *part) != NULL ? make_year (text) : NULL;

  if (*part == 't')
    yc_search_document_add_tag (document, text);
  else if (*part == 'c')
    yc_search_document_add_code (document, text);
  else if (*part == 'b')
    yc_search_document_set_body (document, text);
  else if (*part == 'p')
    yc_search_document_add_place (document, text);
  else if (*part == 'w')
    yc_search_document_set_weight (document, g_ascii_strtod (text, NULL) / 100);
  else
    yc_search_document_set_in_force (document, *part == 'f' ? day : NULL,
                                     *part == 'u' ? day : NULL);
}

static YcSearchDocument *
make_document (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);
  YcSearchDocument *document = yc_search_document_new ("entry", parts[0], parts[1]);

  for (guint i = 2; parts[i] != NULL; i++)
    set_part (document, parts[i]);
  return document;
}

static YcSearchIndex *
make_index_of (const char *const *lines,
               guint              n)
{
  YcSearchIndex *index = yc_search_index_new (NULL);
  YcSearchBatch *batch = yc_search_batch_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    yc_search_batch_put (batch, make_document (lines[i]));
  yc_search_index_open (index, &error);
  g_assert_no_error (error);
  yc_search_index_apply (index, batch, &error);
  g_assert_no_error (error);
  return index;
}

static YcSearchIndex *
make_index (void)
{
  return make_index_of (documents, G_N_ELEMENTS (documents));
}

static YcSearchResult *
find (YcSearchIndex   *index,
      const char      *query,
      YcSearchOptions  options)
{
  g_autoptr (GDate) day = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  g_autoptr (GError) error = NULL;
  YcSearchResult *result;

  if (options.best_limit == 0)
    options.best_limit = 50;
  options.today = g_date_get_julian (day);
  result = yc_search_index_find (index, query, &options, &error);
  g_assert_no_error (error);
  return result;
}

static char *
list_ids (YcSearchResult *result)
{
  GListModel *hits = yc_search_result_get_best (result);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", yc_hit_get_id (hit));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_ids (YcSearchIndex   *index,
            const char      *query,
            YcSearchOptions  options,
            const char      *expected)
{
  g_autoptr (YcSearchResult) result = find (index, query, options);
  g_autofree char *ids = list_ids (result);

  if (!g_str_equal (ids, expected))
    g_test_message ("“%s”", query);
  g_assert_cmpstr (ids, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (YcSearchIndex) index = make_index ();
  g_autoptr (YcSearchUsage) usage = yc_search_usage_new ();

  assert_ids (index, "水费", (YcSearchOptions){ 0 },
              "title-begin title-short title-inside tag-begin tag-inside old soon body-heavy body");
  assert_ids (index, "shuifei", (YcSearchOptions){ 0 },
              "pinyin-begin title-begin title-short title-inside tag-begin tag-inside old soon "
              "body-heavy body");
  assert_ids (index, "水费 供水", (YcSearchOptions){ 0 }, "tag-begin tag-inside body-heavy body");
  assert_ids (index, "暂住证", (YcSearchOptions){ .place = HERE },
              "here city anywhere elsewhere");
  assert_ids (index, "暂住证", (YcSearchOptions){ .place = "440000/440600/440604/" },
              "elsewhere anywhere here city");
  assert_ids (index, "暂住证", (YcSearchOptions){ 0 }, "here elsewhere city anywhere");
  yc_search_usage_add (usage, "entry", "anywhere", 30, 0);
  yc_search_usage_add (usage, "entry", "city", 30, 60);
  yc_search_usage_add (usage, "entry", "nowhere", 30, 0);
  assert_ids (index, "暂住证", (YcSearchOptions){ .usage = usage },
              "anywhere city here elsewhere");
}

static const struct
{
  const char    *query;
  YcSearchFuzzy  fuzzy;
  const char    *ids;
} sounds[] = {
  { "chongqing", 0, "chongqing" },
  { "zhongliang", 0, "weight" },
  { "yinhang", 0, "bank" },
  { "hangzhang", 0, "bank" },
  { "yyhkj", 0, "" },
  { "yinyue", 0, "music" },
  { "kuaiji", 0, "music" },
  { "kuaile", 0, "happy" },
  { "shanxiansheng", 0, "happy" },
  { "danwei", 0, "weight" },
  { "zhangda", 0, "grow" },
  { "changan", 0, "grow" },
  { "chaoyang", 0, "morning" },
  { "shanxing", 0, "morning" },
  { "xi'an", 0, "xian" },
  { "xian", 0, "xian first phone traditional happy" },
  { "xi’an", 0, "xian" },
  { "lvhua", 0, "green" },
  { "luhua", 0, "green" },
  { "lühua", 0, "green" },
  { "nvgong", 0, "green" },
  { "lant", 0, "orchid" },
  { "nant", 0, "" },
  { "nant", YC_SEARCH_FUZZY_N_L, "orchid" },
  { "lanf", YC_SEARCH_FUZZY_N_L, "south" },
  { "lanf", YC_SEARCH_FUZZY_ALL & ~YC_SEARCH_FUZZY_N_L, "" },
  { "lanhang", YC_SEARCH_FUZZY_N_L | YC_SEARCH_FUZZY_H_F, "south" },
  { "fuafang", YC_SEARCH_FUZZY_H_F, "flower" },
  { "fazan", YC_SEARCH_FUZZY_ZH_Z, "develop" },
  { "fazang", YC_SEARCH_FUZZY_ZH_Z | YC_SEARCH_FUZZY_NG_N, "develop" },
  { "fazang", YC_SEARCH_FUZZY_ZH_Z, "" },
  { "shisi", 0, "" },
  { "shisi", YC_SEARCH_FUZZY_SH_S, "four" },
  { "sici", YC_SEARCH_FUZZY_SH_S, "poem" },
  { "shichi", 0, "" },
  { "shichi", YC_SEARCH_FUZZY_CH_C, "poem" },
  { "医疗", 0, "traditional" },
  { "报销范围", 0, "traditional" },
  { "醫療保险", 0, "traditional" },
  { "yiliao", 0, "traditional" },
  { "wifi", 0, "wide" },
  { "ＷIFI热", 0, "wide" },
  { "5881", 0, "phone" },
  { "07505588", 0, "phone" },
  { "0750 5588", 0, "phone" },
  { "075-05588", 0, "phone" },
  { "sb0504", 0, "item" },
  { "SB-05", 0, "item" },
  { "0504", 0, "item" },
};

static void
test_sounds (void)
{
  g_autoptr (YcSearchIndex) index = make_index ();

  for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
    assert_ids (index, sounds[i].query, (YcSearchOptions){ .fuzzy = sounds[i].fuzzy },
                sounds[i].ids);
}

/* The wrong reading comes before the right one, and stands first in its title where it can. */
static const char *const read_so[] = {
  "chongqing|重庆户籍迁入",
  "zhongqing|到外地的中青年",
  "yinhang|银行开户",
  "yinxing|古树名木银杏",
  "zhangzhe|长者饭堂",
  "changzhe|申请常者",
  "changdu|长度计量",
  "zhangdu|家长读书会",
  "xingzou|行走的课堂",
  "hangzou|苏杭走读",
  "huji|户籍证明",
  "yinyue|音乐考级",
  "yinle|不因乐而来",
  "kuaiji|会计证",
  "huiji|开会记录",
  "danwei|单位参保",
  "shanwei|汕尾市",
  "chaxun|差旅查询",
  "tiaozheng|调整缴费基数",
  "diaocha|调查户口",
  "panyu|番禺区",
  "fanyu|翻译番语",
};

/* A query without an order finds it alone. */
static const struct
{
  const char *query;
  const char *ids;
} readings[] = {
  { "chongqing", "chongqing" },       { "zhongqing", "zhongqing chongqing" },
  { "cqhj", "chongqing" },            { "yinhang", "yinhang" },
  { "yinxing", "yinxing yinhang" },   { "zhangzhe", "zhangzhe" },
  { "changzhe", "changzhe zhangzhe" },
  { "changdu", "changdu zhangdu" },   { "zhangdu", "zhangdu changdu" },
  { "xingzou", "xingzou" },           { "hangzou", "hangzou xingzou" },
  { "yinyue", "yinyue yinle" },       { "yinle", "yinle yinyue" },
  { "kuaiji", "kuaiji huiji" },       { "huiji", "huiji kuaiji" },
  { "danwei", "danwei" },             { "shanwei", "shanwei danwei" },
  { "panyu", "panyu fanyu" },         { "fanyu", "fanyu panyu" },
  { "tiaozheng", "tiaozheng" },       { "diaozheng", "tiaozheng" },
};

static void
test_readings (void)
{
  g_autoptr (YcSearchIndex) index = make_index_of (read_so, G_N_ELEMENTS (read_so));

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    assert_ids (index, readings[i].query, (YcSearchOptions){ 0 }, readings[i].ids);
}

/* The best is found when it comes late and nothing else is wanted: each is better than all before. */
static void
test_first (void)
{
  static const char *const rising[] = {
    "body|供水|b交水费的。",
    "tag-inside|热线|t阶梯水费",
    "tag|热线|t水费阶梯|t供水",
    "other|睡黑的事",
    "inside-long|办理阶梯水费的证明",
    "inside|办水费",
    "begin-long|水费证明材料",
    "begin|水费证明",
    "begin-short|水费单",
    "whole|水费",
  };
  const YcSearchOptions one = { .best_limit = 1, .fuzzy = YC_SEARCH_FUZZY_H_F };

  for (guint n = 1; n <= G_N_ELEMENTS (rising); n++)
    {
      g_autoptr (YcSearchIndex) index = make_index_of (rising, n);
      g_autofree char *id = g_strndup (rising[n - 1], strcspn (rising[n - 1], "|"));

      assert_ids (index, "shuifei", one, id);
    }
}

static void
assert_shown (YcSearchIndex *index,
              const char    *query,
              const char    *title,
              const char    *snippet)
{
  g_autoptr (YcSearchResult) result = find (index, query, (YcSearchOptions){ 0 });
  g_autoptr (YcHit) hit = g_list_model_get_item (yc_search_result_get_best (result), 0);
  g_autofree char *title_markup = yc_hit_dup_title_markup (hit);
  g_autofree char *snippet_markup = yc_hit_dup_snippet_markup (hit);

  g_assert_cmpstr (title_markup, ==, title);
  g_assert_cmpstr (snippet_markup, ==, snippet);
}

static void
test_shown (void)
{
  g_autoptr (YcSearchIndex) index = make_index ();

  assert_shown (index, "银行", "<b>银行</b>行长", "");
  assert_shown (index, "hangzhang", "银行<b>行长</b>", "");
  assert_shown (index, "租客", "供水三", "房东带<b>租客</b>交水费。");
  assert_shown (index, "阶梯", "供水二", "<b>阶梯</b>水费");
  assert_shown (index, "保险 报销", "醫療<b>保險</b>", "<b>報銷</b>範圍");
  assert_shown (index, "lvh", "<b>绿化</b>女工", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/ranking/order", test_order);
  g_test_add_func ("/search/ranking/sounds", test_sounds);
  g_test_add_func ("/search/ranking/readings", test_readings);
  g_test_add_func ("/search/ranking/first", test_first);
  g_test_add_func ("/search/ranking/shown", test_shown);
  return g_test_run ();
}
