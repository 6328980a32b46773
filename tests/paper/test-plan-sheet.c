/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans on paper: what Poppler reads of them. */
#include <string.h>

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-json.h"
#include "yc-plan-sheet.h"
#include "yc-plan-summary.h"
#include "yc-test-paper.h"
#include "yc-test-sheet.h"

static YcCatalog *
load_catalog (void)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, &error);
  YcCatalog *catalog = yc_catalog_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      yc_catalog_apply (catalog, yc_catalog_document_get_kind (document),
                        yc_catalog_document_get_id (document),
                        yc_catalog_document_get_body (document), &error);
      g_assert_no_error (error);
    }
  return catalog;
}

/* The summary of a plan of the sample catalog: a tiered-water certificate by answers, and more. */
static JsonObject *
summarize_sample (void)
{
  g_autoptr (YcCatalog) catalog = load_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (JsonNode) json = yc_test_sheet_parse (
      "{'lists':['certificate'],'answers':{'certificate':{'topic':'utility','utility':'tier',"
      "'permits':false}},'items':['GA-0301','JY-0901','MZ-0402']}");
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_plan_load_json (plan, json, &error));
  g_assert_no_error (error);
  return yc_plan_summarize (plan);
}

/* Takes @plan; @more are further members, with single for double quotes. */
static GBytes *
print (const char *sheet,
       JsonObject *plan,
       const char *more)
{
  g_autofree char *text = g_strdup_printf (
      "{'sheets':['%s'],'number':'990119204001-26-00012-K','place':'样例市黄江镇北岸社区',"
      "'counter':'2号窗口','clerk':'李明','printed_at':'2026-11-21T15:42:08+08:00',"
      "'citizen':{'name':'周伯安','id_number':'990101198103161155','mobile':'10000000101'}%s}",
      sheet, more);
  g_autoptr (JsonNode) request = yc_test_sheet_parse (text);
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  json_object_set_object_member (json_node_get_object (request), "plan", plan);
  pdf = yc_plan_sheet_compose (json_node_get_object (request), &error);
  g_assert_no_error (error);
  return pdf;
}

static void
assert_has_all (const char        *text,
                const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    yc_test_paper_assert_has (text, words[i]);
}

static void
test_items (void)
{
  static const char *const words[] = {
    "事项清单", "样例市黄江镇北岸社区", "990119204001-26-00012-K", "2026年11月21日", "2号窗口",
    "李明", "阶梯水费办理证明", "YS-0101", "有人没有居住证", "实际居住人数超过4人", "本窗口",
    "30分钟", "不收费", "无犯罪记录证明", "手机办理", "4项", "第1页，共1页", NULL,
  };
  g_autoptr (GBytes) pdf = print ("items", summarize_sample (), "");
  g_autofree char *text = yc_test_paper_read_text (pdf);

  assert_has_all (text, words);
  yc_test_paper_assert_lacks (text, "周伯安");
  yc_test_paper_assert_lacks (text, "990101198103161155");
  yc_test_paper_assert_lacks (text, "演练");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/plan-sheet/items", test_items);
  return g_test_run ();
}
