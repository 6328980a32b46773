/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms on paper: what Poppler reads of them. */
#include <string.h>

#include "yc-form-sheet.h"
#include "yc-json.h"
#include "yc-test-paper.h"
#include "yc-test-sheet.h"

static JsonNode *
read_file (const char *form,
           const char *name)
{
  g_autofree char *path = g_build_filename (YC_TEST_FORMS, form, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  node = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  return node;
}

static GBytes *
print (JsonNode   *schema,
       JsonNode   *layout,
       const char *data,
       gboolean    sample,
       gboolean    masked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = yc_form_new (schema, layout, &error);
  g_autoptr (JsonNode) node = yc_test_sheet_parse (data);
  g_autoptr (JsonNode) applicant = yc_test_sheet_parse (
      "{'name':'周伯安','id_number':'990101198103161155','mobile':'10000000101',"
      "'address':'东莞市黄江镇北岸社区样例一路 8 号'}");
  g_autoptr (JsonNode) places = yc_test_sheet_parse ("{'990119204001':'样例市黄江镇北岸社区'}");
  const YcFormSheetMarks marks = {
    .item = "阶梯水费办理证明",
    .places = json_node_get_object (places),
    .applicant = json_node_get_object (applicant),
    .printed_at = yc_test_sheet_get_time (),
    .sample = sample,
    .masked = masked,
  };
  GBytes *pdf;

  g_assert_no_error (error);
  g_assert_true (yc_form_set_data (form, node, &error));
  pdf = yc_form_sheet_compose (form, &marks, &error);
  g_assert_no_error (error);
  return pdf;
}

static GBytes *
print_water (guint      n_tenants,
             guint      n_reasons,
             gboolean   sample,
             gboolean   masked)
{
  g_autoptr (JsonNode) schema = read_file ("tiered-water", "schema.json");
  g_autoptr (JsonNode) layout = read_file ("tiered-water", "layout.json");
  g_autoptr (GString) data = g_string_new (
      "{'meter_account':'20260718','water_address':'东莞市黄江镇','relation':'配偶',"
      "'own_residents':3,'has_tenants':true,'phone':'10000000101','tenants':[");

  for (guint i = 0; i < n_tenants; i++)
    g_string_append_printf (data, "%s{'name':'租客%u号','id_number':'99010119850125551X'}",
                            i > 0 ? "," : "", i + 1);
  g_string_append (data, "],'reason':'");
  for (guint i = 0; i < n_reasons; i++)
    g_string_append_printf (data, "第%u条理由，用水人口超过四人。", i + 1);
  g_string_append (data, "'}");
  return print (schema, layout, data->str, sample, masked);
}

#define FILE_ID "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"

static void
test_water (void)
{
  static const char *const words[] = {
    "阶梯水费办理证明", "周伯安", "990101198103161155", "10000000101", "20260718", "☑配偶",
    "☐户主本人", "☑是", "租客1号", "租客2号", "99010119850125551X", "第1条理由", "（签名）",
    "第1页，共1页", "打印时间2026-11-21", NULL,
  };
  g_autoptr (GBytes) pdf = print_water (2, 1, FALSE, FALSE);
  g_autofree char *text = yc_test_paper_read_text (pdf);

  g_assert_cmpuint (yc_test_paper_count_pages (pdf), ==, 1);
  for (guint i = 0; words[i] != NULL; i++)
    yc_test_paper_assert_has (text, words[i]);
  yc_test_paper_assert_lacks (text, "演练");
}

static void
test_practice (void)
{
  g_autoptr (GBytes) pdf = print_water (1, 1, TRUE, FALSE);
  g_autofree char *text = yc_test_paper_read_text (pdf);

  yc_test_paper_assert_has (text, "演练样例，不具任何效力");
}

/* Places are printed by name, codes that nobody named as they are. */
static void
test_places (void)
{
  g_autoptr (JsonNode) schema = yc_test_sheet_parse (
      "{'type':'object','properties':{"
      "'home':{'type':'string','format':'place-code','title':'居住地'},"
      "'work':{'type':'string','format':'place-code','title':'工作地'}}}");
  g_autoptr (GBytes) pdf = print (schema, NULL, "{'home':'990119204001','work':'990119205001'}",
                                  FALSE, FALSE);
  g_autofree char *text = yc_test_paper_read_text (pdf);

  yc_test_paper_assert_has (text, "样例市黄江镇北岸社区");
  yc_test_paper_assert_lacks (text, "990119204001");
  yc_test_paper_assert_has (text, "990119205001");
}

/* For any sheet that is not the applicant's own. */
static void
test_masked (void)
{
  g_autoptr (GBytes) pdf = print_water (1, 1, FALSE, TRUE);
  g_autofree char *text = yc_test_paper_read_text (pdf);

  yc_test_paper_assert_lacks (text, "990101198103161155");
  yc_test_paper_assert_lacks (text, "99010119850125551X");
  yc_test_paper_assert_lacks (text, "10000000101");
  yc_test_paper_assert_has (text, "20260718");
}

/* Long text and many rows go on over pages; nothing of them is lost, and heads stand again. */
static void
test_long (void)
{
  g_autoptr (GBytes) pdf = print_water (9, 300, FALSE, FALSE);
  g_autofree char *raw = yc_test_sheet_run (pdf, "pdftotext", "-raw", TRUE);
  g_autoptr (GString) text = g_string_new (raw);
  guint n_pages = yc_test_paper_count_pages (pdf);
  g_autofree char *last = g_strdup_printf ("第 %u 页，共 %u 页", n_pages, n_pages);

  g_string_replace (text, "\n", "", 0);
  g_assert_cmpuint (n_pages, >, 3);
  yc_test_paper_assert_has (text->str, last);
  yc_test_paper_assert_has (text->str, "（续）");
  for (guint i = 1; i <= 300; i += 23)
    {
      g_autofree char *reason = g_strdup_printf ("第%u条理由", i);

      yc_test_paper_assert_has (text->str, reason);
    }
}

/* The heading of a part stands over what is in it, not at the foot of the page before. */
static void
test_parts (void)
{
  g_autoptr (JsonNode) schema = read_file ("project-assistance", "schema.json");
  g_autoptr (JsonNode) layout = read_file ("project-assistance", "layout.json");
  g_autoptr (GBytes) pdf = print (schema, layout, "{}", FALSE, FALSE);
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  g_assert_cmpuint (g_strv_length (pages), >, 3);
  for (guint i = 0; pages[i] != NULL; i++)
    g_assert_false (g_regex_match_simple ("\\n *[一二三四五六七八]、[^\\n]*\\s*\\n[^\\n]*打印时间[^\\n]*\\s*$",
                                          pages[i], 0, 0));
}

/* Rows of rows, several choices, an alternative; what is hidden is not printed, what no font has is
 * marked. */
static void
test_shapes (void)
{
  g_autoptr (JsonNode) schema = yc_test_sheet_parse (
      "{'type':'object','title':'各样字段','properties':{"
      "'secret':{'type':'string','title':'口令','writeOnly':true},"
      "'hidden':{'type':'string','title':'不见的'},"
      "'name':{'type':'string','title':'姓名'},"
      "'fee':{'type':'integer','title':'费用','format':'money'},"
      "'house':{'type':'array','title':'房屋','items':{'type':'object','properties':{"
      "'street':{'type':'string','title':'街道'},"
      "'rooms':{'type':'array','title':'房间','items':{'type':'object','properties':{"
      "'use':{'type':'string','title':'用途'}}}}}}},"
      "'kinds':{'type':'array','title':'种类','uniqueItems':true,'items':{'enum':['水','电']}},"
      "'who':{'title':'权属','oneOf':[{'title':'个人','type':'object','properties':{"
      "'own':{'type':'string','title':'本人姓名'}},'required':['own']},"
      "{'title':'单位','type':'object','properties':{"
      "'firm':{'type':'string','title':'单位名称'}},'required':['firm']}]},"
      "'none':{'type':'array','title':'车辆','items':{'type':'object','properties':{"
      "'plate':{'type':'string','title':'车牌'}}}}}}");
  g_autoptr (JsonNode) layout = yc_test_sheet_parse (
      "{'type':'VerticalLayout','elements':["
      "{'type':'Label','text':'请逐项核对'},"
      "{'type':'Control','scope':'#/properties/secret'},"
      "{'type':'Control','scope':'#/properties/hidden','rule':{'effect':'HIDE','condition':"
      "{'scope':'#/properties/name','schema':{}}}},"
      "{'type':'Control','scope':'#/properties/name'},"
      "{'type':'Control','scope':'#/properties/fee'},"
      "{'type':'Control','scope':'#/properties/house'},"
      "{'type':'Control','scope':'#/properties/kinds'},"
      "{'type':'Control','scope':'#/properties/who'},"
      "{'type':'Control','scope':'#/properties/none'}]}");
  g_autoptr (GBytes) pdf = print (
      schema, layout,
      "{'secret':'芝麻开门','hidden':'看不到','name':'张\xf3\xb0\x80\x80三','fee':123450,'house':["
      "{'street':'样例路','rooms':[{'use':'卧室'},{'use':'厨房'}]}],'kinds':['电'],"
      "'who':{'firm':'样例公司'}}",
      FALSE, FALSE);
  g_autofree char *text = yc_test_paper_read_text (pdf);

  yc_test_paper_assert_has (text, "请逐项核对");
  yc_test_paper_assert_has (text, "（不显示）");
  yc_test_paper_assert_lacks (text, "芝麻开门");
  yc_test_paper_assert_lacks (text, "看不到");
  yc_test_paper_assert_has (text, "张〓三");
  yc_test_paper_assert_has (text, "1,234.50元");
  yc_test_paper_assert_lacks (text, "元元");
  yc_test_paper_assert_has (text, "样例路");
  yc_test_paper_assert_has (text, "卧室");
  yc_test_paper_assert_has (text, "厨房");
  yc_test_paper_assert_has (text, "☐水");
  yc_test_paper_assert_has (text, "☑电");
  yc_test_paper_assert_has (text, "☑单位");
  yc_test_paper_assert_has (text, "样例公司");
  yc_test_paper_assert_lacks (text, "本人姓名");
  yc_test_paper_assert_has (text, "车辆");
}

/* Lines end where they were typed to end, and never within a choice; parts have numbers. */
static void
test_lines (void)
{
  g_autoptr (JsonNode) schema = yc_test_sheet_parse (
      "{'type':'object','title':'分行','properties':{"
      "'story':{'type':'string','title':'经过'},"
      "'files':{'type':'array','title':'附件','items':{'type':'object','format':'attachment'}},"
      "'kind':{'title':'种类','enum':['甲种很长的选项','乙种很长的选项','丙种很长的选项',"
      "'丁种很长的选项','戊种很长的选项']}}}");
  g_autoptr (JsonNode) layout = yc_test_sheet_parse (
      "{'type':'Categorization','elements':["
      "{'type':'Category','label':'不见','elements':[],'rule':{'effect':'HIDE','condition':"
      "{'scope':'#/properties/story','schema':{}}}},"
      "{'type':'Category','label':'情况','elements':[{'type':'Control','scope':'#/properties/story',"
      "'options':{'multi':true}},{'type':'Control','scope':'#/properties/kind'}]},"
      "{'type':'Category','label':'材料','elements':["
      "{'type':'Control','scope':'#/properties/files'}]}]}");
  g_autoptr (GBytes) pdf = print (
      schema, layout,
      "{'story':'去年到港。\\n今年回乡。','kind':'丁种很长的选项','files':["
      "{'id':'" FILE_ID "','name':'一.pdf','type':'application/pdf','size':1000},"
      "{'id':'" FILE_ID "','name':'二.pdf','type':'application/pdf','size':2000}]}",
      FALSE, FALSE);
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-raw", TRUE);

  yc_test_paper_assert_has (text, "去年到港。\n");
  yc_test_paper_assert_has (text, "今年回乡。\n");
  yc_test_paper_assert_has (text, "一.pdf (1.0");
  yc_test_paper_assert_has (text, ")\n二.pdf (2.0");
  yc_test_paper_assert_has (text, "☑ 丁种很长的选项");
  yc_test_paper_assert_has (text, "☐ 戊种很长的选项");
  yc_test_paper_assert_has (text, "一、情况");
  yc_test_paper_assert_has (text, "二、材料");
  yc_test_paper_assert_lacks (text, "不见");
  yc_test_paper_assert_lacks (text, "〓");
}

/* Every sample form, empty. */
static void
test_samples (void)
{
  g_autoptr (GDir) folder = g_dir_open (YC_TEST_FORMS, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (JsonNode) schema = read_file (name, "schema.json");
      g_autoptr (JsonNode) layout = read_file (name, "layout.json");
      g_autoptr (GBytes) pdf = print (schema, layout, "{}", FALSE, FALSE);
      g_autofree char *text = yc_test_paper_read_text (pdf);

      g_test_message ("%s: %u pages", name, yc_test_paper_count_pages (pdf));
      yc_test_paper_assert_has (text, "（签名）");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/form-sheet/water", test_water);
  g_test_add_func ("/paper/form-sheet/practice", test_practice);
  g_test_add_func ("/paper/form-sheet/places", test_places);
  g_test_add_func ("/paper/form-sheet/masked", test_masked);
  g_test_add_func ("/paper/form-sheet/long", test_long);
  g_test_add_func ("/paper/form-sheet/parts", test_parts);
  g_test_add_func ("/paper/form-sheet/shapes", test_shapes);
  g_test_add_func ("/paper/form-sheet/lines", test_lines);
  g_test_add_func ("/paper/form-sheet/samples", test_samples);
  return g_test_run ();
}
