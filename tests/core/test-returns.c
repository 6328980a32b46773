/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of returns, its periods, and what a reviewer reads in a whole case. */
#include "yc-case-contents.h"
#include "yc-json.h"
#include "yc-period.h"
#include "yc-returns-summary.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static void
test_summary (void)
{
  g_autoptr (JsonNode) json =
    parse ("{\"intake\":40,\"returns\":6,"
           "\"by_clerk\":[{\"id\":\"u1\",\"name\":\"陈晓\",\"intake\":30,\"returns\":5,"
           "\"clerk_returns\":4,\"verdict\":\"over\"}],"
           "\"by_item\":[{\"code\":\"YS-0101\",\"title\":\"阶梯水费办理证明\",\"intake\":40,"
           "\"returns\":6,\"standard_returns\":2,\"verdict\":\"within\"}],"
           "\"by_cause\":[{\"cause\":\"clerk\",\"returns\":4},{\"cause\":\"standard\",\"returns\":2}],"
           "\"by_reason\":[{\"id\":\"R-1\",\"title\":\"缺签名页\",\"cause\":\"clerk\",\"returns\":4}]}");
  g_autoptr (YcReturnsSummary) summary =
    yc_returns_summary_new_from_json (json_node_get_object (json));
  g_autoptr (YcReturnsRow) clerk =
    g_list_model_get_item (yc_returns_summary_get_by_clerk (summary), 0);
  g_autoptr (YcReturnsRow) item =
    g_list_model_get_item (yc_returns_summary_get_by_item (summary), 0);
  g_autoptr (YcReturnsRow) reason =
    g_list_model_get_item (yc_returns_summary_get_by_reason (summary), 0);

  g_assert_cmpuint (yc_returns_summary_get_intake (summary), ==, 40);
  g_assert_cmpuint (yc_returns_summary_get_returns (summary), ==, 6);
  g_assert_cmpuint (yc_returns_summary_get_of_cause (summary, YC_CAUSE_CLERK), ==, 4);
  g_assert_cmpuint (yc_returns_summary_get_of_cause (summary, YC_CAUSE_SYSTEM), ==, 0);
  g_assert_cmpstr (yc_returns_row_get_title (clerk), ==, "陈晓");
  g_assert_cmpuint (yc_returns_row_get_counted (clerk), ==, 4);
  g_assert_cmpint (yc_returns_row_get_verdict (clerk), ==, YC_TEN_PERCENT_OVER);
  g_assert_cmpstr (yc_returns_row_get_id (item), ==, "YS-0101");
  g_assert_cmpuint (yc_returns_row_get_counted (item), ==, 2);
  g_assert_cmpint (yc_returns_row_get_cause (reason), ==, YC_CAUSE_CLERK);
}

/* Whatever the service says, the page gets numbers and rows it can show. */
static void
test_summary_of_nonsense (void)
{
  static const char *const texts[] = {
    "{}",
    "{\"intake\":-1,\"returns\":\"many\",\"by_clerk\":[1,null,\"x\",[]],\"by_cause\":{}}",
    "{\"intake\":9007199254740993,\"by_cause\":[{\"cause\":\"moon\",\"returns\":1}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) json = parse (texts[i]);
      g_autoptr (YcReturnsSummary) summary =
        yc_returns_summary_new_from_json (json_node_get_object (json));

      g_assert_cmpuint (yc_returns_summary_get_intake (summary), ==, 0);
      g_assert_cmpuint (g_list_model_get_n_items (yc_returns_summary_get_by_clerk (summary)), ==,
                        0);
      g_assert_cmpuint (yc_returns_summary_get_of_cause (summary, YC_CAUSE_CLERK), ==, 0);
    }
}

static void
test_period (void)
{
  static const struct
  {
    YcPeriod period;
    const char *today, *from, *to;
  } cases[] = {
    { YC_PERIOD_THIS_MONTH, "2026-11-21", "2026-11-01", "2026-11-21" },
    { YC_PERIOD_THIS_MONTH, "2026-11-01", "2026-11-01", "2026-11-01" },
    { YC_PERIOD_LAST_MONTH, "2026-11-21", "2026-10-01", "2026-10-31" },
    { YC_PERIOD_LAST_MONTH, "2028-03-31", "2028-02-01", "2028-02-29" },
    { YC_PERIOD_LAST_MONTH, "2026-01-05", "2025-12-01", "2025-12-31" },
    { YC_PERIOD_90_DAYS, "2026-03-31", "2026-01-01", "2026-03-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate today, from, to;
      char text[16];

      g_date_clear (&today, 1);
      g_date_set_parse (&today, cases[i].today);
      yc_period_get_days (cases[i].period, &today, &from, &to);
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &from);
      g_assert_cmpstr (text, ==, cases[i].from);
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &to);
      g_assert_cmpstr (text, ==, cases[i].to);
    }
}

static const char whole_case[] =
  "{\"id\":\"0192f0c1-2345-7abc-8def-0123456789ab\",\"number\":\"BA-2026-000001\",\"version\":3,"
  "\"state\":\"submitted\",\"item\":{\"code\":\"YS-0101\",\"title\":\"阶梯水费办理证明\"},"
  "\"catalog_version\":1,\"place\":\"990119204001\",\"counter\":\"1\","
  "\"applicant\":{\"name\":\"周样例\",\"id_number\":\"990101198001011236\",\"mobile\":null,"
  "\"address\":\"样例路 1 号\",\"email\":null},\"agent\":null,\"answers\":{},"
  "\"materials\":[{\"id\":\"lease\",\"status\":\"complete\"}],\"form\":{\"people\":9},"
  "\"taken_in_by\":{\"id\":\"chenxiao\",\"name\":\"陈晓\"},"
  "\"submitted_at\":\"2026-11-21T07:42:08.123Z\",\"updated_at\":\"2026-11-21T07:52:08.123Z\","
  "\"review\":{\"steps\":[\"village\"],\"step\":0,\"level\":\"village\"},"
  "\"tries\":[{\"number\":1,\"submitted_at\":\"2026-11-21T07:42:08.123Z\",\"form\":{\"people\":6},"
  "\"materials\":[{\"id\":\"lease\",\"status\":\"missing\"}],\"decision\":{\"kind\":\"return\","
  "\"by\":{\"id\":\"wangfang\",\"name\":\"王芳\"},\"at\":\"2026-11-21T07:45:08.123Z\","
  "\"reason\":\"R-LEASE-SIGN\",\"reason_title\":\"租赁合同缺签名页\",\"cause\":\"clerk\","
  "\"field\":\"materials/lease\",\"note\":\"第二页\"}},"
  "{\"number\":2,\"submitted_at\":\"2026-11-21T07:52:08.123Z\",\"form\":{\"people\":9},"
  "\"materials\":[{\"id\":\"lease\",\"status\":\"complete\"}],\"decision\":null}],"
  "\"certificate\":null,\"prints\":[]}";

static void
test_contents (void)
{
  g_autoptr (JsonNode) json = parse (whole_case);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCase) a_case = yc_case_new_from_json (json_node_get_object (json), &error);
  g_autoptr (GListModel) returns = NULL;
  g_autoptr (YcCaseReturn) first = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (yc_json_get_int (json_node_get_object (yc_case_contents_get_form (a_case)),
                                    "people", 0), ==, 9);
  g_assert_cmpint (yc_json_get_int (json_node_get_object (
                                      yc_case_contents_get_earlier_form (a_case)),
                                    "people", 0), ==, 6);
  g_assert_cmpstr (yc_case_contents_get_material (a_case, "lease"), ==, "complete");
  g_assert_cmpstr (yc_case_contents_get_earlier_material (a_case, "lease"), ==, "missing");
  g_assert_null (yc_case_contents_get_material (a_case, "nothing"));
  g_assert_cmpstr (yc_case_contents_get_applicant (a_case, "address"), ==, "样例路 1 号");
  returns = yc_case_contents_create_returns (a_case);
  g_assert_cmpuint (g_list_model_get_n_items (returns), ==, 1);
  first = g_list_model_get_item (returns, 0);
  g_assert_cmpstr (yc_case_return_get_note (first), ==, "第二页");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/returns/summary", test_summary);
  g_test_add_func ("/core/returns/summary-of-nonsense", test_summary_of_nonsense);
  g_test_add_func ("/core/returns/period", test_period);
  g_test_add_func ("/core/returns/contents", test_contents);
  return g_test_run ();
}
