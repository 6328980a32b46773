/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finder: Chinese, pinyin, initials and mixtures, in the right order. */
#include "yc-finder.h"
#include "yc-json.h"

#include <string.h>

static const struct
{
  const char *id;
  const char *title;
  const char *tags;
  const char *body;
} documents[] = {
  { "water", "阶梯水费办理证明", "水价证明,多人口", "房东带租客人数证明，供水公司核定用水量。" },
  { "price", "用水报装与水价", "阶梯水费", "" },
  { "tier", "阶梯水价一户按几人计算？", "", "一户按四人计算，每多一人增加用水量。" },
  { "chongqing", "重庆户籍迁入", "", "正文里也说到阶梯水费。" },
  { "growth", "长寿保健金", "高龄", "" },
  { "bank", "行政审批与银行", "", "" },
  { "music", "音乐会计", "", "" },
  { "green", "人才绿卡", "", "" },
  { "travel", "旅游", "", "" },
  { "ginseng", "参保证明", "社保,CanBao Card", "" },
  { "surname", "单位姓区", "", "" },
  { "rate", "出生率", "", "" },
  { "village", "村（社区）证明", "", "" },
  { "wifi", "ＷｉＦｉ 与 12345 热线", "", "" },
  { "gulf", "大涌镇、黄埔、大埔、东莞", "", "" },
  { "rare", "𠮷祥村", "", "" },
};

static YcFinder *
make_finder (void)
{
  YcFinder *finder = yc_finder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_auto (GStrv) tags = g_strsplit (documents[i].tags, ",", -1);

      yc_finder_add (finder, "item", documents[i].id, documents[i].title, documents[i].body,
                     (const char *const *) tags, 1.0);
    }
  return finder;
}

static char *
find (YcFinder   *finder,
      const char *query,
      guint       limit)
{
  g_autoptr (GListModel) hits = yc_finder_find (finder, query, limit);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", yc_hit_get_id (hit));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static const struct
{
  const char *query;
  const char *ids;
} queries[] = {
  /* characters, one or many, anywhere */
  { "阶梯水费", "water price chongqing" },
  { "水费", "water price chongqing" },
  { "租客", "water" },
  { "证明", "ginseng village water" },
  { "𠮷", "rare" },
  /* several words, in any order, in any field */
  { "证明 阶梯", "water" },
  { "阶梯　证明", "water" },
  { "租客 水费", "water" },
  { "阶梯 银行", "" },
  /* pinyin in full, begun, by initials, mixed */
  { "jietishuifei", "water price" },
  { "jieti", "water tier price" },
  { "jietis", "water tier price" },
  { "jtsf", "water price" },
  { "jtsj", "tier" },
  { "jt水费", "water price" },
  { "阶梯sf", "water price" },
  { "jie ti", "water tier price" },
  { "jie'ti", "water tier price" },
  { "shuif", "water price" },
  { "cunshequ", "village" },
  { "csqzm", "village" },
  /* zh, ch and sh are initials too */
  { "shfei", "water price" },
  { "zhm", "ginseng village water" },
  /* case and width */
  { "JTSF", "water price" },
  { "ｊｔｓｆ", "water price" },
  { "wifi", "wifi" },
  { "12345", "wifi" },
  { "１２３４５", "wifi" },
  { "canbao card", "ginseng" },
  /* more than one reading */
  { "chongqing", "chongqing" },
  { "zhongqing", "chongqing" },
  { "changshou", "growth" },
  { "zhangshou", "growth" },
  { "hangzheng", "bank" },
  { "xingzheng", "bank" },
  { "yinhang", "bank" },
  { "yinyuehui", "music" },
  { "yinlekuaiji", "music" },
  { "kuaiji", "music" },
  { "canbao", "ginseng" },
  { "shenbao", "ginseng" },
  { "shanwei", "surname" },
  { "ou", "surname village" },
  { "chushenglv", "rate" },
  { "dachong", "gulf" },
  { "huangpu", "gulf" },
  { "dabu", "gulf" },
  { "dongguan", "gulf" },
  /* ü is v or u */
  { "lvka", "green" },
  { "luka", "green" },
  { "lüka", "green" },
  { "lvyou", "travel" },
  /* nothing */
  { "", "" },
  { "   ", "" },
  { "'", "" },
  { "不存在", "" },
  { "zzzz", "" },
  { "jtsfblzmx", "" },
};

static void
test_queries (void)
{
  g_autoptr (YcFinder) finder = make_finder ();

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *ids = find (finder, queries[i].query, 20);

      g_test_message ("%s", queries[i].query);
      g_assert_cmpstr (ids, ==, queries[i].ids);
    }
}

static void
test_limit (void)
{
  g_autoptr (YcFinder) finder = make_finder ();
  g_autofree char *two = find (finder, "水费", 2);
  g_autofree char *none = find (finder, "水费", 0);

  g_assert_cmpstr (two, ==, "water price");
  g_assert_cmpstr (none, ==, "");
}

/* Title before tags before body, a beginning before a middle, then the order of adding. */
static void
test_order (void)
{
  g_autoptr (YcFinder) finder = yc_finder_new ();
  const char *const tag[] = { "水费", NULL };
  g_autofree char *ids = NULL;

  yc_finder_add (finder, "item", "body", "甲", "水费", NULL, 1);
  yc_finder_add (finder, "item", "tag", "乙", NULL, tag, 1);
  yc_finder_add (finder, "item", "middle", "交水费", NULL, NULL, 1);
  yc_finder_add (finder, "item", "begin-2", "水费单", NULL, NULL, 1);
  yc_finder_add (finder, "item", "begin-3", "水费票", NULL, NULL, 1);
  yc_finder_add (finder, "item", "whole", "水费", NULL, NULL, 1);
  ids = find (finder, "水费", 20);
  g_assert_cmpstr (ids, ==, "whole begin-2 begin-3 middle tag body");
}

static void
test_ranges (void)
{
  g_autoptr (YcFinder) finder = make_finder ();
  g_autoptr (GListModel) hits = yc_finder_find (finder, "水费 租客 ti", 5);
  g_autoptr (YcHit) hit = g_list_model_get_item (hits, 0);
  g_autofree char *title = yc_hit_dup_title_markup (hit);
  g_autofree char *snippet = yc_hit_dup_snippet_markup (hit);
  const YcTextRange *ranges;
  gsize n;

  g_assert_cmpstr (yc_hit_get_id (hit), ==, "water");
  g_assert_cmpstr (title, ==, "阶<b>梯水费</b>办理证明");
  g_assert_cmpstr (snippet, ==, "房东带<b>租客</b>人数证明，供水公司核定用水量。");
  ranges = yc_hit_get_title_ranges (hit, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (ranges[0].start, ==, strlen ("阶"));
  g_assert_cmpuint (ranges[0].length, ==, strlen ("梯水费"));
}

/* Full-width text is marked where it stands, though it is compared folded. */
static void
test_wide_ranges (void)
{
  g_autoptr (YcFinder) finder = yc_finder_new ();
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (YcHit) hit = NULL;
  g_autofree char *title = NULL;

  yc_finder_add (finder, "item", "x", "<ＡＢＣ> & ｄ", NULL, NULL, 1);
  hits = yc_finder_find (finder, "bc>", 5);
  hit = g_list_model_get_item (hits, 0);
  title = yc_hit_dup_title_markup (hit);
  g_assert_cmpstr (title, ==, "&lt;Ａ<b>ＢＣ&gt;</b> &amp; ｄ");
}

static void
test_long_body (void)
{
  g_autoptr (YcFinder) finder = yc_finder_new ();
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (YcHit) hit = NULL;
  g_autofree char *markup = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (body, "长\n");
  g_string_append (body, "目标");
  for (guint i = 0; i < 500; i++)
    g_string_append (body, "文");
  yc_finder_add (finder, "entry", "x", "标题", body->str, NULL, 1);
  hits = yc_finder_find (finder, "目标", 5);
  hit = g_list_model_get_item (hits, 0);
  g_assert_cmpint (g_utf8_strlen (yc_hit_get_snippet (hit), -1), <, 80);
  g_assert_true (g_str_has_prefix (yc_hit_get_snippet (hit), "…"));
  g_assert_true (g_str_has_suffix (yc_hit_get_snippet (hit), "…"));
  g_assert_null (strchr (yc_hit_get_snippet (hit), '\n'));
  markup = yc_hit_dup_snippet_markup (hit);
  g_assert_nonnull (strstr (markup, "<b>目标</b>"));
}

static void
test_changes (void)
{
  g_autoptr (YcFinder) finder = make_finder ();
  g_autofree char *renamed = NULL;
  g_autofree char *old = NULL;
  g_autofree char *removed = NULL;
  guint before = yc_finder_get_n_documents (finder);

  yc_finder_add (finder, "item", "price", "阶梯水费新名", NULL, NULL, 1);
  g_assert_cmpuint (yc_finder_get_n_documents (finder), ==, before);
  renamed = find (finder, "新名", 5);
  old = find (finder, "报装", 5);
  g_assert_cmpstr (renamed, ==, "price");
  g_assert_cmpstr (old, ==, "");

  yc_finder_add (finder, "entry", "price", "另一类", NULL, NULL, 1);
  yc_finder_remove (finder, "item", "price");
  yc_finder_remove (finder, "item", "price");
  g_assert_cmpuint (yc_finder_get_n_documents (finder), ==, before);
  removed = find (finder, "新名", 5);
  g_assert_cmpstr (removed, ==, "");

  yc_finder_clear (finder);
  g_assert_cmpuint (yc_finder_get_n_documents (finder), ==, 0);
}

/* What is pasted or broken is answered too, and at once. */
static void
test_odd_queries (void)
{
  g_autoptr (YcFinder) finder = make_finder ();
  g_autofree char *many_a = g_strnfill (1024 * 1024, 'a');
  g_autofree char *many_spaces = g_strnfill (1024 * 1024, ' ');
  const char *const odd[] = { many_a, many_spaces, "\xff\xfe", "水\xff", "\xe6\xb0", "\n\t", "%s" };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *ids = find (finder, odd[i], 5);

      g_assert_nonnull (ids);
    }
  yc_finder_add (finder, "item", "broken", "坏\xff字", "\xff", NULL, 1);
}

/* All letters of a word may stand for all characters: that must not take for ever. */
static void
test_many_ways (void)
{
  g_autoptr (YcFinder) finder = yc_finder_new ();
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *letters = g_strnfill (60, 'a');
  g_autofree char *query = g_strconcat (letters, "x", NULL);
  g_autofree char *ids = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (title, "啊");
  yc_finder_add (finder, "item", "a", title->str, NULL, NULL, 1);
  ids = find (finder, query, 5);
  g_assert_cmpstr (ids, ==, "");
}

static void
apply (YcCatalog  *catalog,
       const char *kind,
       const char *id,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) body = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  yc_catalog_apply (catalog, kind, id, body, &error);
  g_assert_no_error (error);
}

/* What a knowledge entry says is shown without the marks of CommonMark. */
static void
test_marks (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcFinder) finder = yc_finder_new ();
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (YcHit) hit = NULL;

  apply (catalog, "entry", "E", "{\"id\":\"E\",\"question\":\"问\",\"answer\":\"答。\","
                                "\"body\":\"# 题\\n\\n- **甲** 12-15 日\\n- 乙\\n\\n"
                                "| 谁 | 几 |\\n| --- | --- |\\n> `丙`\"}");
  yc_finder_fill_from_catalog (finder, catalog);
  hits = yc_finder_find (finder, "问", 1);
  hit = g_list_model_get_item (hits, 0);
  g_assert_cmpstr (yc_hit_get_snippet (hit), ==, "答。 题 甲 12-15 日 乙 谁 几 丙");
}

static void
take (YcFinder   *finder,
      const char *kind,
      const char *id,
      const char *text)
{
  g_autoptr (JsonNode) json = yc_json_parse (text, -1, NULL, NULL);

  yc_finder_take (finder,
                  yc_finder_document_new_from_json (kind, id, json_node_get_object (json)));
}

static void
test_catalog (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcFinder) finder = yc_finder_new ();
  g_autoptr (GListModel) items = NULL;
  g_autofree char *all = NULL;
  g_autofree char *alias = NULL;
  g_autofree char *after = NULL;

  apply (catalog, "item", "A", "{\"code\":\"A\",\"title\":\"水费证明\",\"aliases\":[\"房东证\"]}");
  apply (catalog, "list", "L", "{\"id\":\"L\",\"title\":\"水价\",\"keywords\":[\"水费证明\"],"
                               "\"questions\":[],\"outcomes\":[]}");
  apply (catalog, "entry", "E", "{\"id\":\"E\",\"question\":\"谁要水费证明？\",\"answer\":\"房东\"}");
  apply (catalog, "replacement", "R", "{\"id\":\"R\",\"title\":\"旧水费证明\",\"way\":\"abolished\"}");
  yc_finder_fill_from_catalog (finder, catalog);
  all = find (finder, "水费证明", 9);
  alias = find (finder, "fdz", 9);
  g_assert_cmpstr (all, ==, "A R E L");
  g_assert_cmpstr (alias, ==, "A");
  items = yc_finder_find_kind (finder, "item", "sfzm", 9);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 1);

  yc_finder_remove (finder, "item", "A");
  take (finder, "entry", "E", "{\"id\":\"E\",\"question\":\"别的\",\"answer\":\"水费证明\"}");
  after = find (finder, "水费证明", 9);
  g_assert_cmpstr (after, ==, "R L E");
}

/* What is put away and taken out again finds the same. */
static void
test_again (void)
{
  g_autoptr (YcFinder) finder = yc_finder_new ();
  g_autoptr (JsonNode) json =
    yc_json_parse ("{\"code\":\"A\",\"title\":\"水费证明\",\"aliases\":[\"房东证\",\"户证\"],"
                   "\"summary\":\"阶梯\"}", -1, NULL, NULL);
  g_autoptr (YcFinderDocument) document =
    yc_finder_document_new_from_json ("item", "A", json_node_get_object (json));
  g_autofree char *tags = yc_finder_document_dup_tags (document);
  static const char *const again[] = { "sfzm", "hz", "fangdong", "阶梯" };

  g_assert_null (yc_finder_document_new_from_json ("form", "F", json_node_get_object (json)));
  g_assert_null (yc_finder_document_new_from_json ("list", "A", json_node_get_object (json)));
  yc_finder_take (finder, yc_finder_document_new_again (
                            "item", "A", yc_finder_document_get_title (document),
                            yc_finder_document_get_body (document), tags));
  for (guint i = 0; i < G_N_ELEMENTS (again); i++)
    {
      g_autofree char *found = find (finder, again[i], 9);

      g_assert_cmpstr (found, ==, "A");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finder/queries", test_queries);
  g_test_add_func ("/finder/limit", test_limit);
  g_test_add_func ("/finder/order", test_order);
  g_test_add_func ("/finder/ranges", test_ranges);
  g_test_add_func ("/finder/wide-ranges", test_wide_ranges);
  g_test_add_func ("/finder/long-body", test_long_body);
  g_test_add_func ("/finder/again", test_again);
  g_test_add_func ("/finder/changes", test_changes);
  g_test_add_func ("/finder/odd-queries", test_odd_queries);
  g_test_add_func ("/finder/many-ways", test_many_ways);
  g_test_add_func ("/finder/marks", test_marks);
  g_test_add_func ("/finder/catalog", test_catalog);

  return g_test_run ();
}
