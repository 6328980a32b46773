/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found: Chinese, pinyin, initials and mixtures, in the right order. */
#include "yc-json.h"
#include "yc-search-catalog.h"
#include "yc-search-index.h"

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

static void
apply (YcSearchIndex *index,
       YcSearchBatch *batch)
{
  g_autoptr (GError) error = NULL;

  yc_search_index_apply (index, batch, &error);
  g_assert_no_error (error);
}

static void
put (YcSearchBatch     *batch,
     const char        *kind,
     const char        *id,
     const char        *title,
     const char        *body,
     const char *const *tags)
{
  YcSearchDocument *document = yc_search_document_new (kind, id, title);

  if (body != NULL)
    yc_search_document_set_body (document, body);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    yc_search_document_add_tag (document, tags[i]);
  yc_search_batch_put (batch, document);
}

static void
add (YcSearchIndex     *index,
     const char        *kind,
     const char        *id,
     const char        *title,
     const char        *body,
     const char *const *tags)
{
  YcSearchBatch *batch = yc_search_batch_new ();

  put (batch, kind, id, title, body, tags);
  apply (index, batch);
}

static void
drop (YcSearchIndex *index,
      const char    *kind,
      const char    *id)
{
  YcSearchBatch *batch = yc_search_batch_new ();

  yc_search_batch_remove (batch, kind, id);
  apply (index, batch);
}

static YcSearchIndex *
make_empty (void)
{
  YcSearchIndex *index = yc_search_index_new (NULL);
  g_autoptr (GError) error = NULL;

  yc_search_index_open (index, &error);
  g_assert_no_error (error);
  return index;
}

static YcSearchIndex *
make_index (void)
{
  YcSearchIndex *index = make_empty ();
  YcSearchBatch *batch = yc_search_batch_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_auto (GStrv) tags = g_strsplit (documents[i].tags, ",", -1);

      put (batch, "item", documents[i].id, documents[i].title, documents[i].body,
           (const char *const *) tags);
    }
  apply (index, batch);
  return index;
}

static YcSearchResult *
search (YcSearchIndex     *index,
        const char        *query,
        const char *const *kinds,
        guint              limit)
{
  const YcSearchOptions options = { .kinds = kinds, .best_limit = limit };
  g_autoptr (GError) error = NULL;
  YcSearchResult *result = yc_search_index_find (index, query, &options, &error);

  g_assert_no_error (error);
  return result;
}

static YcHit *
find_first (YcSearchIndex *index,
            const char    *query)
{
  g_autoptr (YcSearchResult) result = search (index, query, NULL, 5);

  return g_list_model_get_item (yc_search_result_get_best (result), 0);
}

static char *
find (YcSearchIndex *index,
      const char    *query,
      guint          limit)
{
  g_autoptr (YcSearchResult) result = search (index, query, NULL, limit);
  GListModel *hits = yc_search_result_get_best (result);
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
  { "jietishuifei", "water price chongqing" },
  { "jieti", "water tier price chongqing" },
  { "jietis", "water tier price chongqing" },
  { "jtsf", "water price chongqing" },
  { "jtsj", "tier" },
  { "jt水费", "water price chongqing" },
  { "阶梯sf", "water price chongqing" },
  { "jie ti", "water tier price" },
  { "jie'ti", "water tier price chongqing" },
  { "shuif", "water price chongqing" },
  { "cunshequ", "village" },
  { "csqzm", "village" },
  /* zh, ch and sh are initials too */
  { "shfei", "water price chongqing" },
  { "zhm", "ginseng village water" },
  /* case and width */
  { "JTSF", "water price chongqing" },
  { "ｊｔｓｆ", "water price chongqing" },
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
  g_autoptr (YcSearchIndex) index = make_index ();

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *ids = find (index, queries[i].query, 20);

      g_test_message ("%s", queries[i].query);
      g_assert_cmpstr (ids, ==, queries[i].ids);
    }
}

static void
test_limit (void)
{
  g_autoptr (YcSearchIndex) index = make_index ();
  g_autofree char *two = find (index, "水费", 2);
  g_autofree char *none = find (index, "水费", 0);

  g_assert_cmpstr (two, ==, "water price");
  g_assert_cmpstr (none, ==, "");
}

/* Title before tags before body, a beginning before a middle, then the order of adding. */
static void
test_order (void)
{
  g_autoptr (YcSearchIndex) index = make_empty ();
  const char *const tag[] = { "水费", NULL };
  g_autofree char *ids = NULL;

  add (index, "item", "body", "甲", "水费", NULL);
  add (index, "item", "tag", "乙", NULL, tag);
  add (index, "item", "middle", "交水费", NULL, NULL);
  add (index, "item", "begin-2", "水费单", NULL, NULL);
  add (index, "item", "begin-3", "水费票", NULL, NULL);
  add (index, "item", "whole", "水费", NULL, NULL);
  ids = find (index, "水费", 20);
  g_assert_cmpstr (ids, ==, "whole begin-2 begin-3 middle tag body");
}

static void
test_ranges (void)
{
  g_autoptr (YcSearchIndex) index = make_index ();
  g_autoptr (YcHit) hit = find_first (index, "水费 租客 ti");
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
  g_autoptr (YcSearchIndex) index = make_empty ();
  g_autoptr (YcHit) hit = NULL;
  g_autofree char *title = NULL;

  add (index, "item", "x", "<ＡＢＣ> & ｄ", NULL, NULL);
  hit = find_first (index, "bc>");
  title = yc_hit_dup_title_markup (hit);
  g_assert_cmpstr (title, ==, "&lt;Ａ<b>ＢＣ&gt;</b> &amp; ｄ");
}

static void
test_long_body (void)
{
  g_autoptr (YcSearchIndex) index = make_empty ();
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (YcHit) hit = NULL;
  g_autofree char *markup = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (body, "长\n");
  g_string_append (body, "目标");
  for (guint i = 0; i < 500; i++)
    g_string_append (body, "文");
  add (index, "entry", "x", "标题", body->str, NULL);
  hit = find_first (index, "目标");
  g_assert_cmpint (g_utf8_strlen (yc_hit_get_snippet (hit), -1), <, 80);
  g_assert_true (g_str_has_prefix (yc_hit_get_snippet (hit), "…"));
  g_assert_true (g_str_has_suffix (yc_hit_get_snippet (hit), "…"));
  g_assert_null (strchr (yc_hit_get_snippet (hit), '\n'));
  markup = yc_hit_dup_snippet_markup (hit);
  g_assert_nonnull (strstr (markup, "<b>目标</b>"));
}

/* A filling of nothing. */
static void
clear (YcSearchIndex *index)
{
  YcSearchBatch *batch = yc_search_batch_new ();

  yc_search_batch_begin_fill (batch);
  yc_search_batch_end_fill (batch);
  apply (index, batch);
}

static void
test_changes (void)
{
  g_autoptr (YcSearchIndex) index = make_index ();
  g_autofree char *renamed = NULL;
  g_autofree char *old = NULL;
  g_autofree char *removed = NULL;
  guint before = yc_search_index_get_n_documents (index);

  add (index, "item", "price", "阶梯水费新名", NULL, NULL);
  g_assert_cmpuint (yc_search_index_get_n_documents (index), ==, before);
  renamed = find (index, "新名", 5);
  old = find (index, "报装", 5);
  g_assert_cmpstr (renamed, ==, "price");
  g_assert_cmpstr (old, ==, "");

  add (index, "entry", "price", "另一类", NULL, NULL);
  drop (index, "item", "price");
  drop (index, "item", "price");
  g_assert_cmpuint (yc_search_index_get_n_documents (index), ==, before);
  removed = find (index, "新名", 5);
  g_assert_cmpstr (removed, ==, "");

  clear (index);
  g_assert_cmpuint (yc_search_index_get_n_documents (index), ==, 0);
}

/* What is pasted or broken is answered too, and at once. */
static void
test_odd_queries (void)
{
  g_autoptr (YcSearchIndex) index = make_index ();
  g_autofree char *many_a = g_strnfill (1024 * 1024, 'a');
  g_autofree char *many_spaces = g_strnfill (1024 * 1024, ' ');
  const char *const odd[] = { many_a, many_spaces, "\xff\xfe", "水\xff", "\xe6\xb0", "\n\t", "%s" };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *ids = find (index, odd[i], 5);

      g_assert_nonnull (ids);
    }
  add (index, "item", "broken", "坏\xff字", "\xff", NULL);
}

/* All letters of a word may stand for all characters: that must not take for ever. */
static void
test_many_ways (void)
{
  g_autoptr (YcSearchIndex) index = make_empty ();
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *letters = g_strnfill (60, 'a');
  g_autofree char *query = g_strconcat (letters, "x", NULL);
  g_autofree char *ids = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (title, "啊");
  add (index, "item", "a", title->str, NULL, NULL);
  ids = find (index, query, 5);
  g_assert_cmpstr (ids, ==, "");
}

static void
take (YcSearchIndex *index,
      const char    *kind,
      const char    *id,
      const char    *text)
{
  YcSearchBatch *batch = yc_search_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) json = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  yc_search_catalog_put (batch, kind, id, json_node_get_object (json));
  apply (index, batch);
}

/* What a knowledge entry says is shown without the marks of CommonMark. */
static void
test_marks (void)
{
  g_autoptr (YcSearchIndex) index = make_empty ();
  g_autoptr (YcHit) hit = NULL;

  take (index, "entry", "E", "{\"id\":\"E\",\"question\":\"问\",\"answer\":\"答。\","
                                "\"body\":\"# 题\\n\\n- **甲** 12-15 日\\n- 乙\\n\\n"
                                "| 谁 | 几 |\\n| --- | --- |\\n> `丙`\"}");
  hit = find_first (index, "问");
  g_assert_cmpstr (yc_hit_get_snippet (hit), ==, "答。 题 甲 12-15 日 乙 谁 几 丙");
}

static void
test_catalog (void)
{
  g_autoptr (YcSearchIndex) index = make_empty ();
  const char *const kinds[] = { "item", NULL };
  g_autoptr (YcSearchResult) items = NULL;
  g_autofree char *all = NULL;
  g_autofree char *alias = NULL;
  g_autofree char *after = NULL;
  g_autofree char *without = NULL;

  take (index, "item", "A", "{\"code\":\"A\",\"title\":\"水费证明\",\"aliases\":[\"房东证\"]}");
  take (index, "list", "L", "{\"id\":\"L\",\"title\":\"水价\",\"keywords\":[\"水费证明\"],"
                               "\"questions\":[],\"outcomes\":[]}");
  take (index, "entry", "E", "{\"id\":\"E\",\"question\":\"谁要水费证明？\",\"answer\":\"房东\"}");
  take (index, "replacement", "R", "{\"id\":\"R\",\"title\":\"旧水费证明\",\"way\":\"abolished\"}");
  all = find (index, "水费证明", 9);
  alias = find (index, "fdz", 9);
  g_assert_cmpstr (all, ==, "A R E L");
  g_assert_cmpstr (alias, ==, "A");
  items = search (index, "sfzm", kinds, 9);
  g_assert_cmpuint (yc_search_result_get_total (items), ==, 1);

  drop (index, "item", "A");
  take (index, "entry", "E", "{\"id\":\"E\",\"question\":\"别的\",\"answer\":\"水费证明\"}");
  after = find (index, "水费证明", 9);
  g_assert_cmpstr (after, ==, "R L E");

  /* A list that only others go on with is nothing to begin with. */
  take (index, "list", "L", "{\"id\":\"L\",\"title\":\"水价\",\"keywords\":[\"水费证明\"],"
                               "\"start\":false,\"questions\":[],\"outcomes\":[]}");
  without = find (index, "水费证明", 9);
  g_assert_cmpstr (without, ==, "R E");
}

/* What the catalog's documents say besides their titles is found; others are passed over. */
static void
test_parts (void)
{
  g_autoptr (YcSearchIndex) index = make_empty ();
  static const char item[] = "{\"code\":\"A\",\"title\":\"水费证明\","
                             "\"aliases\":[\"房东证\",\"户证\"],\"summary\":\"阶梯\"}";
  static const char *const parts[] = { "sfzm", "hz", "fangdong", "阶梯" };

  take (index, "form", "F", item);
  take (index, "list", "A", item);
  g_assert_cmpuint (yc_search_index_get_n_documents (index), ==, 0);
  take (index, "item", "A", item);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *found = find (index, parts[i], 9);

      g_assert_cmpstr (found, ==, "A");
    }
}

static void
assert_ids (YcSearchIndex *index,
            const char    *query,
            const char    *ids)
{
  g_autofree char *found = find (index, query, 9);

  g_assert_cmpstr (found, ==, ids);
}

static void
take_synonyms (YcSearchIndex *index)
{
  take (index, "synonyms", "words",
        "{\"id\":\"words\",\"groups\":[{\"words\":[\"社保\",\"社会保险\"]},"
        "{\"words\":[\"公积金\",\"住房公积金\"]},{\"words\":[\"ＫＴＶ\",\"歌舞厅\"]}]}");
}

/* Whoever types one word of a group finds the others, in titles, tags and bodies, and what is called
 * as it was typed first. */
static void
test_synonyms (void)
{
  g_autoptr (YcSearchIndex) index = make_empty ();
  g_autoptr (YcHit) in_title = NULL;
  g_autoptr (YcHit) in_body = NULL;
  g_autofree char *title = NULL;
  g_autofree char *snippet = NULL;

  take (index, "item", "A", "{\"code\":\"A\",\"title\":\"社会保险关系转移\"}");
  take (index, "item", "B", "{\"code\":\"B\",\"title\":\"社保关系转移表\"}");
  take (index, "entry", "E", "{\"id\":\"E\",\"question\":\"别的\",\"answer\":\"先交社会保险。\"}");
  take (index, "entry", "F", "{\"id\":\"F\",\"question\":\"谁可以提取公积金？\",\"answer\":\"都行\"}");
  take (index, "entry", "G", "{\"id\":\"G\",\"question\":\"开 KTV 要什么证？\",\"answer\":\"都行\"}");
  assert_ids (index, "社保", "B");
  take_synonyms (index);

  assert_ids (index, "社保", "B A E");
  assert_ids (index, "社会保险", "A B E");
  assert_ids (index, "社保关系", "B A");
  assert_ids (index, "转移 社会保险", "A B");
  assert_ids (index, "shebao", "B A E");
  assert_ids (index, "shehuibaoxian", "A B E");
  assert_ids (index, "提取住房公积金", "F");
  assert_ids (index, "歌舞厅", "G");
  assert_ids (index, "sb", "B");
  assert_ids (index, "words", "");

  in_title = find_first (index, "歌舞厅");
  title = yc_hit_dup_title_markup (in_title);
  g_assert_cmpstr (title, ==, "开 <b>KTV</b> 要什么证？");
  in_body = find_first (index, "交社保");
  snippet = yc_hit_dup_snippet_markup (in_body);
  g_assert_cmpstr (snippet, ==, "先<b>交社会保险</b>。");

  drop (index, "synonyms", "words");
  assert_ids (index, "社保", "B");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/found/queries", test_queries);
  g_test_add_func ("/search/found/limit", test_limit);
  g_test_add_func ("/search/found/order", test_order);
  g_test_add_func ("/search/found/ranges", test_ranges);
  g_test_add_func ("/search/found/wide-ranges", test_wide_ranges);
  g_test_add_func ("/search/found/long-body", test_long_body);
  g_test_add_func ("/search/found/parts", test_parts);
  g_test_add_func ("/search/found/changes", test_changes);
  g_test_add_func ("/search/found/odd-queries", test_odd_queries);
  g_test_add_func ("/search/found/many-ways", test_many_ways);
  g_test_add_func ("/search/found/marks", test_marks);
  g_test_add_func ("/search/found/catalog", test_catalog);
  g_test_add_func ("/search/found/synonyms", test_synonyms);

  return g_test_run ();
}
