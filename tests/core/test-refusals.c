/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outcomes that refuse an item: not yet, or not at all; why, and what would change it. */
#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-plan-change.h"
#include "yc-plan-summary.h"
#include "yc-plan.h"

static const char *const documents[][3] = {
  { "item", "MZ-1", "{'code':'MZ-1','title':'长寿保健金'}" },
  { "item", "GA-2", "{'code':'GA-2','title':'居住证','materials':[{'id':'photo','title':'照片'}]}" },
  { "item", "GA-3", "{'code':'GA-3','title':'居住登记'}" },
  { "replacement", "proof", "{'id':'proof','title':'居住证明','way':'abolished'}" },
  { "list", "permit",
    "{'id':'permit','title':'居住','conditions':{'early':{'<':[{'var':'months'},6]}},'questions':["
    "{'id':'months','title':'几个月','kind':'number'},"
    "{'id':'since','title':'哪天登记','kind':'date','when':{'is':'early'}}],'outcomes':["
    "{'id':'no-proof','nothing':'proof','when':true,'reason':'不用证明'},"
    "{'id':'old','unqualified':'MZ-1','when':{'===':[{'var':'months'},0]},'reason':'不是本地户籍',"
    "'instead':'在原籍领','ask':'户籍地民政办'},"
    "{'id':'early','not_yet':'GA-2','when':{'is':'early'},'reason':'未满半年','change':'满半年',"
    "'from':{'add_months':[{'var':'since'},6]},'advice':'不要中断'},"
    "{'id':'register','item':'GA-3','when':{'is':'early'}},"
    "{'id':'permit','item':'GA-2','when':{'!':{'is':'early'}}}]}" },
  { "list", "school",
    "{'id':'school','title':'入学','questions':[{'id':'q','title':'Q','kind':'choice','choices':["
    "{'value':'a','title':'A'},{'value':'b','title':'B'},{'value':'c','title':'C'}]}],'outcomes':["
    "{'id':'a','unqualified':'GA-2','when':{'===':[{'var':'q'},'a']},'reason':'人在外地'},"
    "{'id':'b','not_yet':'GA-2','when':{'===':[{'var':'q'},'b']},'reason':'系统升级',"
    "'from':'2027-05-01'},"
    "{'id':'c','item':'GA-2','when':{'===':[{'var':'q'},'c']},'reason':'可以办'}]}" },
};

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (json, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static YcPlan *
start (const char *list)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  YcPlan *plan = yc_plan_new (catalog);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (JsonNode) body = parse (documents[i][2]);
      g_autoptr (GError) error = NULL;

      yc_catalog_apply (catalog, documents[i][0], documents[i][1], body, &error);
      g_assert_no_error (error);
    }
  yc_plan_start (plan, yc_catalog_get_list (catalog, list));
  if (!g_str_equal (list, "permit"))
    yc_plan_start (plan, yc_catalog_get_list (catalog, "permit"));
  return plan;
}

static void
answer (YcPlan     *plan,
        const char *key,
        const char *text)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;

  yc_plan_answer (plan, key, node, &error);
  g_assert_no_error (error);
}

/* "kind code from; …", in the plan's order */
static char *
describe (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);
      const char *from = yc_plan_entry_get_from (entry);

      if (item == NULL)
        item = yc_plan_entry_get_refused_item (entry);
      g_string_append_printf (text, "%s%s%s%s%s%s", i > 0 ? "; " : "",
                              yc_outcome_kind_get_word (yc_plan_entry_get_kind (entry)),
                              item != NULL ? " " : "", item != NULL ? yc_item_get_code (item) : "",
                              from != NULL ? " " : "", from != NULL ? from : "");
    }
  return g_strdup (text->str);
}

#define assert_plan(plan, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *described = describe (plan);                                                  \
    g_assert_cmpstr (described, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

/* Items first, what is too early, what is out of reach, what is not needed. */
static void
test_order (void)
{
  g_autoptr (YcPlan) plan = start ("permit");
  g_autoptr (YcPlanEntry) early = NULL;
  g_autoptr (YcPlanEntry) never = NULL;

  answer (plan, "permit/months", "0");
  answer (plan, "permit/since", "'2026-08-31'");
  g_assert_true (yc_plan_is_complete (plan));
  assert_plan (plan, "item GA-3; not_yet GA-2 2027-02-28; unqualified MZ-1; nothing");

  early = g_list_model_get_item (yc_plan_get_entries (plan), 1);
  never = g_list_model_get_item (yc_plan_get_entries (plan), 2);
  g_assert_null (yc_plan_entry_get_item (early));
  g_assert_false (yc_plan_entry_get_needed (early));
  g_assert_false (yc_plan_entry_get_opens_here (early));
  g_assert_cmpuint (yc_plan_entry_get_number (early), ==, 0);
  g_assert_cmpstr (yc_plan_entry_get_title (early), ==, "居住证");
  g_assert_cmpstr (yc_plan_entry_get_reason (early), ==, "未满半年");
  g_assert_cmpstr (yc_plan_entry_get_change (early), ==, "满半年");
  g_assert_cmpstr (yc_plan_entry_get_ask (early), ==, "");
  g_assert_cmpstr (yc_plan_entry_get_instead (never), ==, "在原籍领");
  g_assert_cmpstr (yc_plan_entry_get_ask (never), ==, "户籍地民政办");
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_materials (plan)), ==, 0);
}

static void
assert_changes (YcPlan     *plan,
                const char *wanted)
{
  GListModel *changes = yc_plan_get_changes (plan);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (YcPlanChange) change = g_list_model_get_item (changes, i);

      g_string_append_printf (words, "%s; ", yc_plan_change_get_words (change));
    }
  g_assert_cmpstr (words->str, ==, wanted);
}

/* When the refusal falls away the item comes, and the changes say so: what comes of a refused item
 * is told once. */
static void
test_change (void)
{
  g_autoptr (YcPlan) plan = start ("permit");

  answer (plan, "permit/months", "5");
  answer (plan, "permit/since", "'2026-06-22'");
  assert_plan (plan, "item GA-3; not_yet GA-2 2026-12-22; nothing");
  answer (plan, "permit/months", "6");
  assert_plan (plan, "item GA-2; nothing");
  answer (plan, "permit/months", "0");
  assert_changes (plan, "New: 居住登记; New: 居住证 – not yet possible; "
                        "New: 长寿保健金 – does not qualify; No longer: 居住证; "
                        "Not to bring any more: 照片; ");
  answer (plan, "permit/months", "6");
  assert_changes (plan, "New: 居住证; No longer: 居住登记; No longer refused: 长寿保健金; "
                        "To bring now: 照片; ");
}

/* What one list gives, another does not refuse; of two days the later one counts. */
static void
test_lists_together (void)
{
  g_autoptr (YcPlan) plan = start ("school");

  answer (plan, "permit/months", "3");
  answer (plan, "permit/since", "'2026-08-22'");
  answer (plan, "school/q", "'a'");
  assert_plan (plan, "item GA-3; not_yet GA-2 2027-02-22; nothing");
  answer (plan, "school/q", "'b'");
  assert_plan (plan, "item GA-3; not_yet GA-2 2027-05-01; nothing");
  answer (plan, "school/q", "'c'");
  assert_plan (plan, "item GA-2; item GA-3; nothing");
  answer (plan, "permit/months", "6");
  answer (plan, "school/q", "'a'");
  assert_plan (plan, "item GA-2; nothing");

  /* What the clerk takes up all the same is not said to be fine. */
  answer (plan, "permit/months", "3");
  g_assert_true (yc_plan_add_item (plan, "GA-2"));
  assert_plan (plan, "item GA-3; item GA-2; not_yet GA-2 2027-02-22; nothing");
}

static void
test_summary (void)
{
  g_autoptr (YcPlan) plan = start ("permit");
  g_autoptr (JsonObject) summary = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  answer (plan, "permit/months", "0");
  answer (plan, "permit/since", "'2026-08-31'");
  summary = yc_plan_summarize (plan);
  text = yc_json_write (json_object_get_member (summary, "refused"));
  expected = g_strdelimit (g_strdup (
    "[{'kind':'not_yet','code':'GA-2','title':'居住证','reason':'未满半年','change':'满半年',"
    "'from':'2027-02-28','advice':'不要中断'},{'kind':'unqualified','code':'MZ-1',"
    "'title':'长寿保健金','reason':'不是本地户籍','ask':'户籍地民政办','instead':'在原籍领'}]"), "'", '"');
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (summary, "nothing")), ==, 1);
}

/* A day that nobody can work out is none. */
static void
test_no_day (void)
{
  static const char *const rules[] = {
    "'2027-02-30'", "7", "null", "{'var':'months'}", "{'add_months':[{'var':'nobody'},6]}", "'soon'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (YcCatalog) catalog = yc_catalog_new ();
      g_autoptr (YcPlan) plan = yc_plan_new (catalog);
      g_autoptr (JsonNode) item = parse (documents[0][2]);
      g_autofree char *text = g_strdup_printf (
        "{'id':'l','title':'L','questions':[{'id':'months','title':'M','kind':'number'}],'outcomes':["
        "{'id':'o','not_yet':'MZ-1','when':true,'change':'C','from':%s}]}", rules[i]);
      g_autoptr (JsonNode) list = parse (text);

      yc_catalog_apply (catalog, "item", "MZ-1", item, NULL);
      yc_catalog_apply (catalog, "list", "l", list, NULL);
      yc_plan_start (plan, yc_catalog_get_list (catalog, "l"));
      answer (plan, "l/months", "1");
      assert_plan (plan, "not_yet MZ-1");
    }
}

static void
test_bad (void)
{
  static const char *const cases[][2] = {
    { "'item':'MZ-1','not_yet':'MZ-1'",
      "/outcomes/0/item: this, “nothing”, “not_yet” or “unqualified” must be there, and only one of them" },
    { "'reason':'R'",
      "/outcomes/0/item: this, “nothing”, “not_yet” or “unqualified” must be there, and only one of them" },
    { "'unqualified':7", "/outcomes/0/unqualified: must be a string" },
    { "'unqualified':'MZ-1','from':{'magic':1}", "/outcomes/0/from: " },
    { "'unqualified':'MZ-1','from':{'is':'none'}",
      "/outcomes/0/from: there is no condition “none” before this one" },
    { "'not_yet':'MZ-1','change':[]", "/outcomes/0/change: must be a string" },
    { "'not_yet':'MZ-1','ask':'A'", "/outcomes/0/not_yet: “change” or “from” must say until when" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{'id':'l','title':'L','questions':[],'outcomes':[{'id':'o','when':true,%s}]}", cases[i][0]);
      g_autoptr (JsonNode) json = parse (text);
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_question_list_new_from_json (json_node_get_object (json), &error));
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i][1]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refusals/order", test_order);
  g_test_add_func ("/refusals/change", test_change);
  g_test_add_func ("/refusals/lists-together", test_lists_together);
  g_test_add_func ("/refusals/summary", test_summary);
  g_test_add_func ("/refusals/no-day", test_no_day);
  g_test_add_func ("/refusals/bad", test_bad);
  return g_test_run ();
}
