/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowledge entries: which version holds where and when, and what was changed between two. */
#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-knowledge-entry.h"
#include "yc-markdown.h"
#include "yc-text-difference.h"

#define VILLAGE "441900/441900117/441900117005/"
#define OTHER "441900/441900118/"

static YcKnowledgeEntry *
make_entry (const char  *more,
            GError     **error)
{
  g_autofree char *text = g_strdup_printf (
    "{\"id\":\"e\",\"question\":\"q\",\"answer\":\"third\",\"from\":\"2026-07-01\"%s}", more);
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, error);

  g_assert_nonnull (node);
  return yc_knowledge_entry_new_from_json (json_node_get_object (node), error);
}

static const char *const three =
  ",\"versions\":[{\"from\":\"2026-03-01\",\"answer\":\"second\",\"note\":\"why\"},"
  "{\"from\":\"2025-01-01\",\"until\":\"2025-12-31\",\"answer\":\"first\",\"question\":\"old q\"},"
  "{\"from\":\"2026-05-01\",\"until\":\"2026-05-31\",\"place\":\"441900117\",\"answer\":\"town\"}]";

static const struct
{
  const char *place, *day, *answer, *next;
} holds[] = {
  { NULL, "2024-12-31", NULL, "first" },
  { NULL, "2025-01-01", "first", "second" },
  { VILLAGE, "2025-12-31", "first", "second" },
  { NULL, "2026-01-01", NULL, "second" },
  { VILLAGE, "2026-03-01", "second", "town" },
  { OTHER, "2026-03-01", "second", "third" },
  { NULL, "2026-05-15", "second", "third" },
  { OTHER, "2026-05-15", "second", "third" },
  { VILLAGE, "2026-05-15", "town", "third" },
  { VILLAGE, "2026-05-31", "town", "third" },
  { VILLAGE, "2026-06-01", "second", "third" },
  { VILLAGE, "2026-07-01", "third", NULL },
};

static void
test_holds (void)
{
  g_autoptr (YcKnowledgeEntry) entry = make_entry (three, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
    {
      YcKnowledgeVersion *now =
        yc_knowledge_entry_find_version (entry, holds[i].place, holds[i].day);
      YcKnowledgeVersion *next = yc_knowledge_entry_find_next (entry, holds[i].place, holds[i].day);

      g_test_message ("%s in %s", holds[i].day, holds[i].place);
      g_assert_cmpstr (now != NULL ? yc_knowledge_version_get_answer (now) : NULL, ==,
                       holds[i].answer);
      g_assert_cmpstr (next != NULL ? yc_knowledge_version_get_answer (next) : NULL, ==,
                       holds[i].next);
    }
}

static void
test_chain (void)
{
  static const char *const answers[] = { "third", "town", "second", "first" };
  static const char *const ends[] = { NULL, "2026-05-31", "2026-06-30", "2025-12-31" };
  static const char *const before[] = { "second", "second", "first", NULL };
  g_autoptr (YcKnowledgeEntry) entry = make_entry (three, NULL);
  GListModel *versions = yc_knowledge_entry_get_versions (entry);

  g_assert_cmpuint (g_list_model_get_n_items (versions), ==, G_N_ELEMENTS (answers));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (YcKnowledgeVersion) version = g_list_model_get_item (versions, i);
      YcKnowledgeVersion *earlier = yc_knowledge_entry_find_before (entry, version);

      g_assert_cmpstr (yc_knowledge_version_get_answer (version), ==, answers[i]);
      g_assert_cmpstr (yc_knowledge_version_get_until (version), ==, ends[i]);
      g_assert_cmpstr (earlier != NULL ? yc_knowledge_version_get_answer (earlier) : NULL, ==,
                       before[i]);
      g_assert_cmpstr (yc_knowledge_version_get_question (version), ==, i == 3 ? "old q" : "q");
      g_assert_cmpstr (yc_knowledge_version_get_note (version), ==, i == 2 ? "why" : "");
    }
}

/* A version without an answer, or that is none, is refused as a whole. */
static void
test_bad (void)
{
  static const char *const bad[] = { ",\"versions\":[{\"from\":\"2026-01-01\"}]",
                                     ",\"versions\":[3]", ",\"versions\":{}",
                                     ",\"place\":3", ",\"synonyms\":\"x\"" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcKnowledgeEntry) entry = make_entry (bad[i], &error);

      g_assert_null (entry);
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG);
    }
}

/* [gone] {new} */
static char *
mark (const char *before,
      const char *after)
{
  g_autoptr (GPtrArray) parts = yc_text_difference (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const YcTextPart *part = parts->pdata[i];
      static const char *const marks[][2] = { { "", "" }, { "[", "]" }, { "{", "}" } };

      g_string_append_printf (text, "%s%s%s", marks[part->change - 1][0], part->text,
                              marks[part->change - 1][1]);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *before, *after, *marked;
} differences[] = {
  { "", "", "" },
  { "同一句", "同一句", "同一句" },
  { "", "新的", "{新的}" },
  { "旧的", "", "[旧的]" },
  { "每户按4人计算", "每户按5人计算", "每户按[4]{5}人计算" },
  { "每年增加54立方米", "每年增加60立方米", "每年增加[54]{60}立方米" },
  { "需提供身份证。", "需提供身份证和居住证。", "需提供身份证{和居住证}。" },
  { "先到村委会盖章，再到窗口办理。", "到窗口办理。", "[先到村委会盖章，再]到窗口办理。" },
  { "use the old form", "use the new form", "use the [old]{new} form" },
  /* One character in the middle does not break a change in two. */
  { "张先生说", "李先才说", "[张先生]{李先才}说" },
  { "一\n二\n三", "一\n四\n三", "一\n[二]{四}\n三" },
};

static void
test_difference (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *marked = mark (differences[i].before, differences[i].after);

      g_assert_cmpstr (marked, ==, differences[i].marked);
    }
}

static char *
join (GPtrArray    *parts,
      YcTextChange  without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    if (((YcTextPart *) parts->pdata[i])->change != without)
      g_string_append (text, ((YcTextPart *) parts->pdata[i])->text);
  return g_string_free (text, FALSE);
}

static char *
make_text (GRand *rand,
           guint  n)
{
  static const char *const words[] = { "水", "价", "户", "人", "12", "3", "ab", "c", "，", "\n", " " };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* Whatever the texts: what is not new is the first one, what is not gone the second. */
static void
test_difference_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *a = make_text (rand, i < 398 ? g_rand_int_range (rand, 0, 60) : 9000);
      g_autofree char *b = make_text (rand, i < 398 ? g_rand_int_range (rand, 0, 60) : 9000);
      g_autoptr (GPtrArray) parts = yc_text_difference (a, b);
      g_autofree char *before = join (parts, YC_TEXT_NEW);
      g_autofree char *after = join (parts, YC_TEXT_GONE);

      g_assert_cmpstr (before, ==, a);
      g_assert_cmpstr (after, ==, b);
    }
}

/* (transfer full): the blocks as text, a line each */
static char *
dump_markdown (const char *markdown)
{
  g_autoptr (GPtrArray) blocks = yc_markdown_read (markdown);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const YcMarkdownBlock *block = blocks->pdata[i];

      g_string_append_printf (text, "%u%c%s%s\n", block->depth,
                              block->kind == YC_MARKDOWN_HEADING ? '#' : ' ', block->mark,
                              block->markup != NULL ? block->markup : block->alignments);
      for (guint y = 0; block->rows != NULL && y < block->rows->len; y++)
        {
          g_autofree char *row = g_strjoinv ("|", block->rows->pdata[y]);

          g_string_append_printf (text, "%s\n", row);
        }
    }
  return g_string_free (text, FALSE);
}

/* What is written for people is read; what could do harm is not. */
static void
test_markdown (void)
{
  static const struct { const char *markdown, *blocks; } cases[] = {
    { "# 标题 *斜*\n\n段 **粗 < & *斜***",
      "0#标题 <i>斜</i>\n0 段 <b>粗 &lt; &amp; <i>斜</i></b>\n" },
    { "**甲  \n乙**", "0 <b>甲</b>\n<b>乙</b>\n" },
    { "甲\n乙 one\ntwo", "0 甲乙 one two\n" },
    { "3. 三\n\n   第二段\n4. 四\n   - 下层\n\n> 引用",
      "0 3. 三\n1 第二段\n0 4. 四\n1 • 下层\n1 引用\n" },
    { "| 甲 | **乙** | 丙 |\n| :-: | --: | - |\n| 1 | 2 |", "0 crl\n甲|<b>乙</b>|丙\n1|2|\n" },
    { "<script>x</script>\n\n![图](http://h/x.png) [文字](http://h/)", "0 图 文字\n" },
    { "```\n码 < 1\n二\n```", "0 码 &lt; 1\n二\n" },
    { "\001甲\033[31m乙\302\205", "0 甲[31m乙\n" },
    { "", "" },
  };
  g_autofree char *deep = g_strnfill (20000, '>');
  g_autofree char *stars = g_strnfill (20000, '*');
  g_autofree char *nothing = NULL;
  g_autofree char *something = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *blocks = dump_markdown (cases[i].markdown);

      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
  nothing = dump_markdown (deep);
  g_assert_cmpstr (nothing, ==, "");
  something = dump_markdown (stars);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/holds", test_holds);
  g_test_add_func ("/core/knowledge/markdown", test_markdown);
  g_test_add_func ("/knowledge/chain", test_chain);
  g_test_add_func ("/knowledge/bad", test_bad);
  g_test_add_func ("/knowledge/difference", test_difference);
  g_test_add_func ("/knowledge/difference/any", test_difference_any);
  return g_test_run ();
}
