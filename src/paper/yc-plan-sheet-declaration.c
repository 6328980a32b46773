/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 告知承诺书: what a citizen declares instead of bringing a certificate, blank or filled with what is
 * known of them. It is the citizen's own sheet and shows everything in full. */
#include "yc-plan-sheet-private.h"

#include "yc-json.h"

#define N_BLANKS 5

static JsonObject *
find_declared (YcPlanSheet *self)
{
  const char *id = yc_json_get_string (self->request, "declaration", NULL);

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "nothing"); i++)
    {
      JsonObject *nothing = yc_plan_sheet_get_nth (self, "nothing", i);

      if (id == NULL ? g_str_equal (yc_json_get_string (nothing, "way", ""), "declaration")
                     : g_str_equal (yc_json_get_string (nothing, "id", ""), id))
        return nothing;
    }
  return NULL;
}

static const char *
get_known (YcPlanSheet *self, const char *name)
{
  JsonObject *citizen = yc_json_get_boolean (self->request, "filled", FALSE)
                            ? yc_json_get_object (self->request, "citizen")
                            : NULL;

  return yc_json_get_string (citizen, name, "");
}

static gboolean
add_citizen (YcPlanSheet *self, GError **error)
{
  const YcSheetCell names[] = {
    { "承诺人", 0.14, TRUE }, { get_known (self, "name"), 0.36, FALSE },
    { "联系电话", 0.14, TRUE }, { get_known (self, "mobile"), 0.36, FALSE },
  };
  const YcSheetCell numbers[] = {
    { "身份证号", 0.14, TRUE }, { get_known (self, "id_number"), 0.86, FALSE },
  };
  const YcSheetCell places[] = {
    { "联系地址", 0.14, TRUE }, { get_known (self, "address"), 0.86, FALSE },
  };

  return yc_plan_sheet_add_cells (self, names, G_N_ELEMENTS (names), NULL, error) &&
         yc_plan_sheet_add_cells (self, numbers, G_N_ELEMENTS (numbers), NULL, error) &&
         yc_plan_sheet_add_cells (self, places, G_N_ELEMENTS (places), NULL, error);
}

static gboolean
add_lines (YcPlanSheet *self, const char *const *lines, GError **error)
{
  yc_flow_add_gap (self->grid.flow, 6.0);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!yc_plan_sheet_add_words (self, lines[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_notice (YcPlanSheet *self, JsonObject *declared, GError **error)
{
  g_autofree char *instead = g_strdup_printf (
      "您需要的“%s”改为告知承诺，不用再提交证明。", yc_json_get_string (declared, "title", "　　　　"));

  return yc_plan_sheet_add_part (self, "一、窗口告知", error) &&
         yc_plan_sheet_add_words (self, instead, error) &&
         yc_plan_sheet_add_words (self, yc_json_get_string (declared, "explanation", ""), error) &&
         yc_plan_sheet_add_words (self, yc_json_get_string (declared, "instead", ""), error);
}

/* What is promised, and room to write by hand: much where nothing is said beforehand. */
static gboolean
add_facts (YcPlanSheet *self, JsonObject *declared, GError **error)
{
  const char *said = yc_json_get_string (declared, "declaration", "");
  g_autoptr (GString) facts = g_string_new (said);

  for (guint i = *said != '\0' ? N_BLANKS - 1 : 0; i < N_BLANKS; i++)
    g_string_append (facts, facts->len > 0 ? "\n " : " ");

  return yc_plan_sheet_add_pair (self, "承诺的事实", facts->str, error);
}

gboolean
yc_plan_sheet_fill_declaration (YcPlanSheet *self, GError **error)
{
  static const char *const promises[] = {
    "1. 已经知晓窗口告知的全部内容；",
    "2. 上面填写的情况真实、准确、完整；",
    "3. 同意有关部门通过数据共享等方式核查；",
    "4. 承诺不实的，愿意退回已经取得的结果，并承担相应责任。",
    NULL,
  };
  static const char *const people[] = { "承诺人", "经办人", NULL };
  JsonObject *declared = find_declared (self);

  return add_citizen (self, error) && add_notice (self, declared, error) &&
         yc_plan_sheet_add_part (self, "二、本人承诺", error) &&
         add_facts (self, declared, error) &&
         add_lines (self, promises, error) &&
         yc_plan_sheet_add_part (self, "三、法律效力（样例文本）", error) &&
         yc_plan_sheet_add_words (
             self,
             "本承诺书与证明具有同等作用。经核查承诺不实的，撤销办理结果，依法追究责任，并可记入"
             "信用记录。本段为样例文本，正式使用前由司法行政部门审定。",
             error) &&
         yc_plan_sheet_add_signatures (self, people, error);
}
