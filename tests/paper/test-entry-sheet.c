/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowledge entries on paper: what Poppler reads of them. */
#include <string.h>

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-entry-sheet.h"
#include "yc-json.h"
#include "yc-knowledge-summary.h"
#include "yc-test-paper.h"
#include "yc-test-sheet.h"

static YcCatalog *
load_catalog (void)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, NULL);
  YcCatalog *catalog = yc_catalog_new ();

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      g_assert_true (yc_catalog_apply (catalog, yc_catalog_document_get_kind (document),
                                       yc_catalog_document_get_id (document),
                                       yc_catalog_document_get_body (document), NULL));
    }
  return catalog;
}

static JsonObject *
summarize (const char *place,
           const char *day)
{
  g_autoptr (YcCatalog) catalog = load_catalog ();

  yc_catalog_set_place (catalog, place);
  return yc_knowledge_summarize (catalog, yc_catalog_get_entry (catalog, "water-base-headcount"),
                                 day);
}

/* Takes @summary. */
static GBytes *
compose (JsonObject *summary,
         gboolean    practice)
{
  g_autoptr (JsonObject) request = summary;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  json_object_set_string_member (request, "hall", "黄江镇北岸社区");
  json_object_set_string_member (request, "printed_at", "2026-11-21T15:42:08+08:00");
  json_object_set_boolean_member (request, "sample", practice);
  pdf = yc_entry_sheet_compose (request, &error);
  g_assert_no_error (error);
  return pdf;
}

static char *
print (JsonObject *summary,
       gboolean    practice,
       guint      *n_pages)
{
  g_autoptr (GBytes) pdf = compose (summary, practice);

  *n_pages = yc_test_paper_count_pages (pdf);
  return yc_test_paper_read_text (pdf);
}

static void
assert_has_all (const char        *text,
                const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    yc_test_paper_assert_has (text, words[i]);
}

/* What holds in a place on a day, with all that says whether it may be relied on. */
static void
test_here (void)
{
  static const char *const words[] = {
    "黄江镇北岸社区", "阶梯水价一户按几人计算？", "统一答复", "一户按4人计算", "详细说明",
    "第一级上限（立方米/年）", "7人", "426", "522", "•从登记的次月起按新人数计算", "各地通用",
    "2026-03-01", "第2版", "黄江供水有限公司（样例）", "《居民生活用水阶梯水价办事说明》（样例）",
    "由48立方米改为54立方米", "打印时间2026-11-2115:42", "样例数据，不能作为办事依据",
    "演练样例，不具任何效力", "第1页，共1页", NULL,
  };
  guint n_pages;
  g_autofree char *text = print (summarize ("990119204001", "2026-11-21"), TRUE, &n_pages);

  assert_has_all (text, words);
  g_assert_cmpuint (n_pages, ==, 1);
  yc_test_paper_assert_lacks (text, "**");
  yc_test_paper_assert_lacks (text, "|");
  yc_test_paper_assert_lacks (text, "5人计算");
}

static void
test_elsewhere (void)
{
  static const char *const words[] = { "一户按5人计算", "东城街道", "2026-05-01", "有效期至",
                                       "2027-04-30", "第1版", NULL };
  guint n_pages;
  g_autofree char *text = print (summarize ("990119201001", "2026-11-21"), FALSE, &n_pages);

  assert_has_all (text, words);
  yc_test_paper_assert_lacks (text, "演练样例");
  /* An earlier day has an earlier answer, and says what comes; before the first one there is none. */
  g_free (text);
  text = print (summarize ("990119204001", "2025-01-01"), FALSE, &n_pages);
  yc_test_paper_assert_has (text, "第1版");
  yc_test_paper_assert_has (text, "自2026-03-01起改为：一户按4人计算");
  g_assert_null (summarize ("990119204001", "2000-01-01"));
}

/* Nothing that an owner writes is lost or breaks the sheet. */
static void
test_hostile (void)
{
  g_autoptr (GString) body = g_string_new (
    "# 标题\n\n3. 三\n\n   第二段\n4. 四\n   - 下层\n\n> 引用\n\n"
    "<script>alert</script>\n\n![图](http://127.0.0.1/x.png) [文字](http://127.0.0.1/)\n\n");
  JsonObject *request = json_object_new ();
  g_autofree char *text = NULL;
  guint n_pages;

  for (guint x = 0; x < 40; x++)
    g_string_append (body, "|列");
  g_string_append (body, "|\n");
  for (guint x = 0; x < 40; x++)
    g_string_append (body, "|-");
  g_string_append (body, "|\n|\n\n| 甲 | 乙 |\n|-|-|\n");
  for (guint y = 0; y < 120; y++)
    g_string_append_printf (body, "| 行%u | \U0010ffff%s |\n", y, y == 60 ? "长" : "");
  g_string_append (body, "\n末行");
  json_object_set_string_member (request, "question", "问\U0010ffff");
  json_object_set_string_member (request, "answer", "答");
  json_object_set_string_member (request, "body", body->str);
  text = print (request, FALSE, &n_pages);
  g_assert_cmpuint (n_pages, >, 2);
  yc_test_paper_assert_has (text, "3.三");
  yc_test_paper_assert_has (text, "第二段");
  yc_test_paper_assert_has (text, "4.四");
  yc_test_paper_assert_has (text, "•下层");
  yc_test_paper_assert_has (text, "引用");
  yc_test_paper_assert_has (text, "行119");
  yc_test_paper_assert_has (text, "末行");
  yc_test_paper_assert_has (text, "（续）");
  yc_test_paper_assert_lacks (text, "script");
  yc_test_paper_assert_lacks (text, "127.0.0.1");
}

/* Where the words end, from the left, in the layout that Poppler reads. */
static double
find_right (const char *layout,
            const char *words)
{
  g_autofree char *open = g_strdup_printf (">%s</text>", words);
  const char *end = strstr (layout, open);
  const char *left, *width;

  g_assert_nonnull (end);
  left = g_strrstr_len (layout, end - layout, "left=\"");
  width = g_strrstr_len (layout, end - layout, "width=\"");
  return g_ascii_strtod (left + strlen ("left=\""), NULL) +
         g_ascii_strtod (width + strlen ("width=\""), NULL);
}

/* What is important is bold, also in a table, whose columns stand where their owner put them. */
static void
test_marks (void)
{
  JsonObject *request = json_object_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *layout = NULL;

  json_object_set_string_member (request, "question", "问");
  json_object_set_string_member (request, "answer", "答");
  json_object_set_string_member (request, "body",
                                 "先交**原件**再取号 < 3 & 4\n\n| 项 | 数 |\n| - | -: |\n"
                                 "| 甲 | 7 |\n| **乙** | 123456 |\n");
  pdf = compose (request, FALSE);
  layout = yc_test_sheet_run (pdf, "pdftohtml", "-xml -i -stdout", FALSE);
  yc_test_paper_assert_has (layout, ">先交</text>");
  yc_test_paper_assert_has (layout, "<b>原件</b>");
  yc_test_paper_assert_has (layout, ">再取号 &lt; 3 &amp; 4</text>");
  yc_test_paper_assert_has (layout, "<b>乙</b>");
  yc_test_paper_assert_has (layout, ">甲</text>");
  yc_test_paper_assert_lacks (layout, "**");
  g_assert_cmpfloat (ABS (find_right (layout, "7") - find_right (layout, "123456")), <, 3.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/entry-sheet/here", test_here);
  g_test_add_func ("/paper/entry-sheet/elsewhere", test_elsewhere);
  g_test_add_func ("/paper/entry-sheet/hostile", test_hostile);
  g_test_add_func ("/paper/entry-sheet/marks", test_marks);
  return g_test_run ();
}
