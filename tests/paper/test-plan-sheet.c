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

/* The summary of a plan of the sample catalog, as it would be saved. */
static JsonObject *
summarize (const char *saved)
{
  g_autoptr (YcCatalog) catalog = load_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (JsonNode) json = yc_test_sheet_parse (saved);
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_plan_load_json (plan, json, &error));
  g_assert_no_error (error);
  return yc_plan_summarize (plan);
}

/* A tiered-water certificate by answers, and more. */
static JsonObject *
summarize_sample (void)
{
  return summarize ("{'lists':['certificate'],'answers':{'certificate':{'topic':'utility',"
                    "'utility':'tier','permits':false}},'items':['GA-0301','JY-0901','MZ-0402']}");
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
    "30分钟", "不收费", "无犯罪记录证明", "手机办理", "4项", "第1页，共2页", "第2页，共2页", NULL,
  };
  g_autoptr (GBytes) pdf = print ("items", summarize_sample (), "");
  g_autofree char *text = yc_test_paper_read_text (pdf);

  assert_has_all (text, words);
  yc_test_paper_assert_lacks (text, "周伯安");
  yc_test_paper_assert_lacks (text, "990101198103161155");
  yc_test_paper_assert_lacks (text, "演练");
}

/* Materials once each, by where they come from; a plan as another helper of the desk writes it. */
static const char made_up[] =
    "{'items':[{'number':1,'title':'户口迁入','code':'GA-0001','channel':'counter','fee':2050,"
    "'time':'5 个工作日'},{'number':2,'title':'办居住证','code':'GA-0002','channel':'hall',"
    "'where':'二楼 3 号窗口','after':[1]},{'number':3,'title':'积分入学','code':'JY-0001',"
    "'channel':'portal','after':[1,2,99,3]}],"
    "'nothing':[{'id':'income','title':'收入证明','way':'declaration','explanation':'改为本人承诺。',"
    "'instead':'受雇的由单位出具。','declaration':'家庭年收入＿＿＿＿元。'}],"
    "'materials':[{'title':'居民身份证','items':[1,2],'original':true,'copies':2,"
    "'variant':'未满十六周岁的用户口簿'},"
    "{'title':'租赁合同','items':[3],'copies':1,'tolerant_days':10,'note':'要备案过的','condition':'租房的'},"
    "{'title':'户口簿','items':[3],'from':1},"
    "{'title':'结婚证','items':[1],'in_store':'电子证照，有效'},"
    "{'title':'体检表','items':[3],'original':true,'brought':true}],"
    "'answers':[{'list':'户口','question':'户口现在在哪里？','answer':'清远市'},"
    "{'question':'有房产证吗？','answer':'Yes','said':true},"
    "{'question':'有人代办吗？','answer':'No','said':false},"
    "{'question':'带了什么？','answer':'A, B','said':['租约','水费单']},"
    "{'question':'还有什么？','answer':'None','said':[]}]}";

static GBytes *
print_made_up (const char *sheet,
               const char *more)
{
  g_autoptr (JsonNode) plan = yc_test_sheet_parse (made_up);

  return print (sheet, json_object_ref (json_node_get_object (plan)), more);
}

/* What cannot be had is on the list of items, in the record, in the notice and below the chart: why, from when, whom to ask. */
static void
test_refused (void)
{
  static const char refused[] =
      "{'items':[],'materials':[],'nothing':[{'id':'age','title':'年龄证明','reason':'看身份证。'}],"
      "'refused':[{'kind':'not_yet','code':'MZ-0402','title':'长寿保健金','reason':'还没满 80 周岁。',"
      "'change':'满 80 周岁。','from':'2028-02-29','ask':'户籍所在的社区。','instead':'到时主动联系。'},"
      "{'kind':'unqualified','code':'QW-1302','title':'回国定居','reason':'已经入外国籍。','from':'2028-02-30'}]}";
  static const char *const words[][12] = {
    { "没有需要办理的事项", "现在办不了的", "暂时不能办", "长寿保健金", "MZ-0402", "还没满80周岁。", "怎样才能办",
      "2028年2月29日起", "户籍所在的社区。", "到时主动联系。", "不符合条件", NULL },
    { "“长寿保健金”暂时不能办：还没满80周岁。", "“回国定居”不符合条件：已经入外国籍。", "不用办“年龄证明”", NULL },
    { "下列事项现在办不了", "长寿保健金（暂时不能办）。还没满80周岁。怎样才能办：满80周岁。", "2028年2月29",
      "可以问：户籍所在的社区。", "回国定居（不符合条件）。已经入外国籍。", NULL },
    { "没有需要办理的事项", "图上不画：长寿保健金（暂时不能办，2028年2月29日起", "回国定居（不符合条件）。", NULL },
  };
  static const char *const sheets[] = { "items", "record", "notice", "flow" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (JsonNode) plan = yc_test_sheet_parse (refused);
      g_autoptr (GBytes) pdf = print (sheets[i], json_object_ref (json_node_get_object (plan)), "");
      g_autofree char *text = yc_test_paper_read_text (pdf);

      assert_has_all (text, words[i]);
      yc_test_paper_assert_lacks (text, "30日起");
    }
}

static void
test_materials (void)
{
  static const char *const words[] = {
    "材料清单", "要带的材料（3样", "☐1", "居民身份证", "☐3体检表", "（未满十六周岁的用户口簿）", "复印件2份",
    "1、2", "可以容缺", "办理过程中取得的（1样", "由事项1办出", "证照库已有的（1样",
    "电子证照，有效", "1户口迁入；2办居住证；3积分入学", NULL,
  };
  g_autoptr (GBytes) pdf = print_made_up ("materials", "");
  g_autofree char *text = yc_test_paper_read_text (pdf);

  assert_has_all (text, words);
  g_assert_cmpuint (yc_test_paper_count_pages (pdf), ==, 1);
}

static void
test_flow (void)
{
  static const char *const words[] = {
    "流程图", "备齐材料", "1.户口迁入", "20.50元", "2.办居住证", "二楼3号窗口", "3.积分入学", NULL,
  };
  g_autoptr (GBytes) pdf = print_made_up ("flow", "");
  g_autofree char *text = yc_test_paper_read_text (pdf);

  assert_has_all (text, words);
  g_assert_cmpuint (yc_test_paper_count_pages (pdf), ==, 1);
}

static void
test_record (void)
{
  static const char *const words[] = {
    "服务记录单", "我想迁户口", "户口现在在哪里？", "清远市", "办理“积分入学”",
    "不用办“收入证明”：受雇的由单位出具。", "12345热线", "2026-11-25", "等待接收", "首问负责",
    "群众（签名）", "接收人（签名）", "有房产证吗？是", "有人代办吗？否", "带了什么？租约、水费单",
    "还有什么？都没有", NULL,
  };
  g_autoptr (GBytes) pdf = print_made_up (
      "record", ",'asked':'我想迁户口','started_at':'2026-11-21T15:00:00+08:00','hand_over':{"
                "'to':'12345 热线','due':'2026-11-25','state':'等待接收'}");
  g_autofree char *text = yc_test_paper_read_text (pdf);

  assert_has_all (text, words);
  /* The paper is in its own language, not in the program's. */
  yc_test_paper_assert_lacks (text, "Yes");
  yc_test_paper_assert_lacks (text, "None");
}

/* What is brought, comes out of an item or lies in the store is not missing. */
/* A place that was answered stands there by its name. */
static void
test_place (void)
{
  g_autoptr (GBytes) pdf =
      print ("record", summarize ("{'lists':['household'],'answers':{'household':"
                                  "{'need':'move','place':'990119206002'}},'items':[]}"), "");
  g_autofree char *text = yc_test_paper_read_text (pdf);

  yc_test_paper_assert_has (text, "户口现在在哪里？");
  yc_test_paper_assert_has (text, "南社村");
  g_assert_null (strstr (text, "990119206002"));
}

static void
test_notice (void)
{
  g_autoptr (GBytes) pdf = print_made_up ("notice", ",'sample':true");
  g_autofree char *text = yc_test_paper_read_text (pdf);

  yc_test_paper_assert_has (text, "“户口迁入”、“办居住证”、“积分入学”");
  yc_test_paper_assert_has (text, "缺少以下2样材料");
  yc_test_paper_assert_has (text, "居民身份证");
  yc_test_paper_assert_has (text, "租赁合同");
  yc_test_paper_assert_has (text, "租房的");
  yc_test_paper_assert_lacks (text, "结婚证");
  yc_test_paper_assert_lacks (text, "体检表");
  yc_test_paper_assert_lacks (text, "户口簿");
  yc_test_paper_assert_has (text, "被告知人（签名）");
  yc_test_paper_assert_has (text, "演练样例，不具任何效力");
}

/* The citizen's own sheet: in full when it is filled, with nothing of them when it is not. */
static void
test_declaration (void)
{
  g_autoptr (GBytes) filled =
      print_made_up ("declaration", ",'declaration':'income','filled':true");
  g_autoptr (GBytes) blank = print_made_up ("declaration", ",'declaration':'income'");
  g_autofree char *full = yc_test_paper_read_text (filled);
  g_autofree char *empty = yc_test_paper_read_text (blank);

  yc_test_paper_assert_has (full, "“收入证明”改为告知承诺");
  yc_test_paper_assert_has (full, "改为本人承诺。");
  yc_test_paper_assert_has (full, "家庭年收入＿＿＿＿元。");
  yc_test_paper_assert_has (full, "法律效力（样例文本）");
  yc_test_paper_assert_has (full, "周伯安");
  yc_test_paper_assert_has (full, "990101198103161155");
  yc_test_paper_assert_has (empty, "“收入证明”改为告知承诺");
  yc_test_paper_assert_lacks (empty, "周伯安");
  yc_test_paper_assert_lacks (empty, "1155");
}

/* Twenty items, each after one before it, and sixty materials: nothing is lost between pages, and
 * where the chart goes on it says from what. */
static void
test_long (void)
{
  g_autoptr (GString) plan = g_string_new ("{'items':[");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 20; i++)
    g_string_append_printf (plan, "%s{'number':%u,'title':'第%u件事情','after':[%u],'reason':'原因%u'}",
                            i > 1 ? "," : "", i, i, i / 2, i);
  g_string_append (plan, "],'materials':[");
  for (guint i = 1; i <= 60; i++)
    g_string_append_printf (plan, "%s{'title':'第%u样材料','items':[%u]}", i > 1 ? "," : "", i,
                            (i + 2) / 3);
  g_string_append (plan, "]}");
  node = yc_test_sheet_parse (plan->str);
  pdf = print ("items','materials','flow','notice", json_object_ref (json_node_get_object (node)),
               "");
  text = yc_test_paper_read_text (pdf);

  g_assert_cmpuint (yc_test_paper_count_pages (pdf), >=, 10);
  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *item = g_strdup_printf ("%u第%u件事情", i, i);
      g_autofree char *box = g_strdup_printf ("%u.第%u件事情", i, i);

      yc_test_paper_assert_has (text, item);
      yc_test_paper_assert_has (text, box);
    }
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *material = g_strdup_printf ("☐%u第%u样材料", i, i);

      yc_test_paper_assert_has (text, material);
    }
  yc_test_paper_assert_has (text, "流程图（续）");
  yc_test_paper_assert_has (text, "接事项");
  yc_test_paper_assert_has (text, "材料清单（续）");
}

/* A character that no font has, a plan of another shape, nothing at all. */
static void
test_odd (void)
{
  static const char *const sheets[] = { "items", "materials", "flow", "record", "notice" };
  g_autoptr (JsonNode) rare = yc_test_sheet_parse (
      "{'items':[{'number':1,'title':'𬭊\xf3\xb0\x80\x80䶮','after':'no','conditions':7}],"
      "'materials':[3,{'title':'㛃证','items':['x']}],'nothing':'?','answers':[[]]}");
  g_autoptr (GBytes) odd = print ("items','flow','materials','record','notice",
                                  json_object_ref (json_node_get_object (rare)), "");
  g_autofree char *text = yc_test_paper_read_text (odd);

  yc_test_paper_assert_has (text, "𬭊〓䶮");
  yc_test_paper_assert_has (text, "㛃证");
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GBytes) pdf = print (sheets[i], json_object_new (), ",'hand_over':7,'agent':[]");
      g_autofree char *words = yc_test_paper_read_text (pdf);

      g_assert_cmpuint (yc_test_paper_count_pages (pdf), ==, 1);
      yc_test_paper_assert_has (words, i == 1 ? "没有要带的材料" : i == 3 ? "没有用问政清单提问" : "没有需要办理的事项");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/plan-sheet/items", test_items);
  g_test_add_func ("/paper/plan-sheet/materials", test_materials);
  g_test_add_func ("/paper/plan-sheet/refused", test_refused);
  g_test_add_func ("/paper/plan-sheet/flow", test_flow);
  g_test_add_func ("/paper/plan-sheet/record", test_record);
  g_test_add_func ("/paper/plan-sheet/place", test_place);
  g_test_add_func ("/paper/plan-sheet/notice", test_notice);
  g_test_add_func ("/paper/plan-sheet/declaration", test_declaration);
  g_test_add_func ("/paper/plan-sheet/long", test_long);
  g_test_add_func ("/paper/plan-sheet/odd", test_odd);
  return g_test_run ();
}
